//! Triggers as they are written, piece by piece, past mistakes.

use super::json;
use super::{Entry, Given};
use crate::errors::Errors;
use crate::root::split;
use proc_macro2::{Ident, Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{LitBool, LitInt, LitStr};
use workflow_triggers::{Member, MemberForm, TRIGGER_KINDS, TriggerKind};

/// Reads all of them.
pub fn entries(tokens: TokenStream, errors: &mut Errors) -> Vec<Entry> {
    split(tokens).into_iter().filter_map(|piece| entry(&piece, errors)).collect()
}

fn entry(piece: &[TokenTree], errors: &mut Errors) -> Option<Entry> {
    let [TokenTree::Ident(name), behind @ ..] = piece else {
        errors.at(stream(piece), "this is not a trigger", kinds());
        return None;
    };
    let kind = kind(name, errors)?;
    let [TokenTree::Group(group)] = behind else {
        let why = format!("`{name}` is followed by its members in parentheses");
        errors.at(name, why, format!("write `{}`", kind.example));
        return None;
    };
    let mut entry = Entry { kind, at: name.clone(), name: None, given: vec![] };
    let before = errors.count();
    for piece in split(group.stream()) {
        member(&mut entry, &piece, errors);
    }
    for member in kind.members.iter().filter(|it| it.required) {
        if entry.given(member.name).is_none() && errors.count() == before {
            let why = format!("`{name}` needs its `{}`", member.name);
            errors.at(name, why, format!("write `{}`", kind.example));
        }
    }
    Some(entry)
}

/// The kind of trigger of a name.
fn kind(name: &Ident, errors: &mut Errors) -> Option<&'static TriggerKind> {
    let text = name.to_string();
    let found = TRIGGER_KINDS.iter().find(|kind| kind.name == text);
    if found.is_none() {
        let help = match super::meant(&text).or_else(|| near_kind(&text)) {
            Some(kind) => format!("write `{}`", kind.example),
            None => kinds(),
        };
        errors.at(name, format!("there is no trigger `{text}`"), help);
    }
    found
}

fn near_kind(name: &str) -> Option<&'static TriggerKind> {
    let (far, kind) = TRIGGER_KINDS
        .iter()
        .map(|kind| (workflow_methods::distance(name, kind.name), kind))
        .min_by_key(|(far, _)| *far)?;
    (far <= 2).then_some(kind)
}

fn kinds() -> String {
    let names: Vec<String> = TRIGGER_KINDS.iter().map(|it| format!("`{}`", it.example)).collect();
    format!("triggers are {}", names.join(", "))
}

/// Reads `zone = "UTC"`, or the value of the next member that may stand without its name.
fn member(entry: &mut Entry, piece: &[TokenTree], errors: &mut Errors) {
    let (key, value) = match piece {
        [TokenTree::Ident(key), TokenTree::Punct(equals), value @ ..]
            if equals.as_char() == '=' && equals.spacing() == Spacing::Alone =>
        {
            (Some(key), value)
        }
        value => (None, value),
    };
    let Some(key) = key else { return bare(entry, value, errors) };
    if key == "name" {
        match syn::parse2::<LitStr>(stream(value)) {
            Ok(_) if entry.name.is_some() => twice(key, errors),
            Ok(name) => entry.name = Some(name),
            Err(_) => {
                errors.at(place(key, value), "a name is a text", "write `name = \"mornings\"`")
            }
        }
        return;
    }
    let Some(member) = known(entry.kind, key, errors) else { return };
    if entry.given(member.name).is_some() {
        return twice(key, errors);
    }
    if let Some(given) = given(member, &place(key, value), stream(value), errors) {
        entry.given.push((member, given));
    }
}

fn bare(entry: &mut Entry, value: &[TokenTree], errors: &mut Errors) {
    let open = |it: &&Member| it.bare && entry.given(it.name).is_none();
    let Some(member) = entry.kind.members.iter().find(open) else {
        let why = "this value needs its name before it, as in `name = \"..\"`";
        return errors.at(stream(value), why, members(entry.kind));
    };
    if let Some(given) = given(member, &stream(value), stream(value), errors) {
        entry.given.push((member, given));
    }
}

fn twice(key: &Ident, errors: &mut Errors) {
    errors.at(key, format!("`{key}` is written twice"), "remove one of them");
}

/// The member of a name.
fn known(kind: &TriggerKind, key: &Ident, errors: &mut Errors) -> Option<&'static Member> {
    let text = key.to_string();
    let found = kind.members.iter().find(|it| it.name == text);
    if found.is_none() {
        let near = || {
            let far = |it: &&Member| workflow_methods::distance(&text, it.name);
            kind.members.iter().min_by_key(far).filter(|it| far(it) <= 1 + it.name.len() / 5)
        };
        let meant = kind.members.iter().find(|it| it.elsewhere.contains(&&*text)).or_else(near);
        let help = match meant {
            Some(member) => format!("write `{}`", written(member)),
            None => members(kind),
        };
        errors.at(key, format!("`{}` has no `{text}`", kind.name), help);
    }
    found
}

fn members(kind: &TriggerKind) -> String {
    let all: Vec<String> = kind.members.iter().map(|it| format!("`{}`", written(it))).collect();
    format!("its members are {} and `name = \"..\"`", all.join(", "))
}

fn written(member: &Member) -> String {
    let value = match member.form {
        MemberForm::Text => "\"..\"",
        MemberForm::Texts => "[\"..\"]",
        MemberForm::Number => "5",
        MemberForm::Flag => "true",
        MemberForm::Json => "{ \"..\": [\"..\"] }",
    };
    format!("{} = {value}", member.name)
}

/// Reads a value of the form that a member has.
fn given(
    member: &'static Member,
    at: &TokenStream,
    value: TokenStream,
    errors: &mut Errors,
) -> Option<Given> {
    let read = match member.form {
        MemberForm::Text => syn::parse2::<LitStr>(value).map(Given::Text).ok(),
        MemberForm::Texts => texts(value).map(Given::Texts),
        MemberForm::Flag => syn::parse2::<LitBool>(value).map(Given::Flag).ok(),
        MemberForm::Number => syn::parse2::<LitInt>(value)
            .and_then(|it| it.base10_parse::<u32>().map(|number| Given::Number(it, number)))
            .ok(),
        MemberForm::Json => match json::read(value) {
            Ok(json) => return Some(Given::Json(json)),
            Err(error) => {
                errors.add(error);
                return None;
            }
        },
    };
    if read.is_none() {
        let form = match member.form {
            MemberForm::Text => "a text, written out: it is checked here",
            MemberForm::Texts => "a list of texts",
            MemberForm::Number => "a whole number",
            MemberForm::Flag | MemberForm::Json => "`true` or `false`",
        };
        let help = format!("write `{}`", written(member));
        errors.at(at, format!("`{}` is {form}", member.name), help);
    }
    read
}

fn texts(value: TokenStream) -> Option<Vec<LitStr>> {
    let list: syn::ExprArray = syn::parse2(value).ok()?;
    list.elems.iter().map(|it| syn::parse2(it.to_token_stream()).ok()).collect()
}

fn stream(tokens: &[TokenTree]) -> TokenStream {
    tokens.iter().cloned().collect()
}

/// The value, or the key where there is none.
fn place(key: &Ident, value: &[TokenTree]) -> TokenStream {
    if value.is_empty() { key.to_token_stream() } else { stream(value) }
}

//! The variants of an error, read and checked.

use super::names;
use crate::data::{check, schema};
use crate::errors::Errors;
use crate::serde::{self, Names, Opaque, Place, refuse};
use proc_macro2::TokenStream;
use serde_derive_internals::ast::{self, Data, Style};
use std::collections::BTreeMap;
use syn::ext::IdentExt;
use syn::{Attribute, DeriveInput, Ident, LitStr, Type};

/// A variant of an error.
pub(super) struct Variant<'a> {
    /// Its name in Rust.
    pub(super) ident: &'a Ident,
    /// The error name.
    pub(super) name: String,
    /// Its name for serde.
    pub(super) json: String,
    /// True if it has no fields.
    pub(super) unit: bool,
    /// True if it takes everything else.
    pub(super) other: bool,
    /// Its schema, an expression.
    pub(super) schema: TokenStream,
}

/// The variants of an enum.
pub(super) fn read<'a>(input: &'a DeriveInput, errors: &mut Errors) -> Vec<Variant<'a>> {
    generics(input, errors);
    tagging(input, errors);
    refuse(&input.attrs, Place::Enum, Opaque::No, errors);
    let Some(container) = serde::read(input, errors) else { return vec![] };
    let Data::Enum(parsed) = &container.data else { return vec![] };
    let variants: Vec<_> = parsed.iter().map(|it| variant(it, errors)).collect();
    if variants.is_empty() {
        errors.at(
            &input.ident,
            "an enum of errors needs a variant, or no task can return it",
            "write a variant, or let the task return `Result<_, Failure>`",
        );
    }
    unique(&variants, errors);
    one_other(&variants, errors);
    one_timeout(&variants, errors);
    variants
}

fn generics(input: &DeriveInput, errors: &mut Errors) {
    if !input.generics.params.is_empty() {
        errors.at(
            &input.generics,
            "the error of a task has no parameters: its names and fields are fixed",
            "write the types out",
        );
    }
}

/// The tag is the error name, which is beside the fields.
fn tagging(input: &DeriveInput, errors: &mut Errors) {
    for key in ["tag", "content"] {
        if let Some(tokens) = serde::find(&input.attrs, &[key]) {
            errors.at(
                tokens,
                format_args!("`{key}`: an error needs no tag, its name travels beside its fields"),
                "remove the attribute",
            );
        }
    }
}

fn variant<'a>(parsed: &ast::Variant<'a>, errors: &mut Errors) -> Variant<'a> {
    let ident = &parsed.original.ident;
    let other = other(parsed, errors);
    if !other {
        check::variant(parsed, Opaque::No, errors);
    }
    let name = name(parsed.original, other, errors);
    Variant {
        ident,
        json: Names::variant(parsed).serialize.to_owned(),
        unit: matches!(parsed.style, Style::Unit),
        schema: schema::variant(parsed, &name),
        name,
        other,
    }
}

/// The error name: the variant's own, or that of `#[error_name("..")]`.
fn name(variant: &syn::Variant, other: bool, errors: &mut Errors) -> String {
    let given = variant.attrs.iter().find(|attribute| attribute.path().is_ident("error_name"));
    let Some(attribute) = given else {
        // The catcher of the last variant has this name.
        return if other { "States.ALL".to_owned() } else { variant.ident.unraw().to_string() };
    };
    if other {
        errors.at(
            attribute,
            "`#[other]` takes all names that no other variant has",
            "remove one of the two",
        );
        return String::new();
    }
    given_name(attribute, errors)
}

fn given_name(attribute: &Attribute, errors: &mut Errors) -> String {
    let Ok(name) = attribute.parse_args::<LitStr>() else {
        errors.at(attribute, "an error name is a text", "write `#[error_name(\"Service.Name\")]`");
        return String::new();
    };
    if let Some((why, instead)) = names::refused(&name.value()) {
        errors.at(&name, why, instead);
    }
    name.value()
}

/// True if the variant takes everything else.
fn other(variant: &ast::Variant, errors: &mut Errors) -> bool {
    let attributes = &variant.original.attrs;
    let Some(attribute) = attributes.iter().find(|it| it.path().is_ident("other")) else {
        return false;
    };
    let failure = |ty: &Type| matches!(ty, Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "Failure"));
    if !matches!(variant.style, Style::Newtype) || !variant.fields.iter().all(|it| failure(it.ty)) {
        errors.at(
            attribute,
            "`#[other]` takes any failure, so its variant holds one",
            format_args!("write `{}(Failure)`", variant.ident),
        );
    }
    true
}

fn one_other(variants: &[Variant], errors: &mut Errors) {
    for second in variants.iter().filter(|variant| variant.other).skip(1) {
        errors.at(
            second.ident,
            "a second `#[other]`: the first takes everything else already",
            "remove one of them",
        );
    }
}

/// One error name, one variant; and one constant.
fn unique(variants: &[Variant], errors: &mut Errors) {
    let mut seen: BTreeMap<String, &Ident> = BTreeMap::new();
    for variant in variants.iter().filter(|variant| !variant.other && !variant.name.is_empty()) {
        let constant = names::constant(variant.ident).to_string();
        let what = format!("the error name `{}`", variant.name);
        for (key, what) in [(variant.name.clone(), what), (constant, "this name".to_owned())] {
            let Some(first) = seen.insert(key, variant.ident) else { continue };
            if first != variant.ident {
                errors.at(
                    variant.ident,
                    format_args!("{what} is taken by the variant `{first}`: a failure could not be told apart"),
                    "give each variant a name of its own",
                );
            }
        }
    }
}

fn one_timeout(variants: &[Variant], errors: &mut Errors) {
    let named = |name| variants.iter().find(move |variant| variant.name == name);
    if let (Some(_), Some(heartbeat)) = (named("States.Timeout"), named("States.HeartbeatTimeout"))
    {
        errors.at(
            heartbeat.ident,
            "a catcher of `States.Timeout` also takes missed heartbeats, so the order of the arms would decide",
            "keep one of the two variants",
        );
    }
}

//! `#[workflow(triggers(schedule("0 8 * * MON-FRI", "Europe/Berlin"), queue("arn:..", batch = 10)))]`: what starts it.
//!
//! The words are those of the settings of a stack, and the rules are the same (`workflow_triggers`).

mod check;
mod emit;
mod json;
mod read;
mod zone;

use crate::errors::Errors;
use json::Json;
use proc_macro2::{Ident, TokenStream};
use syn::{ItemFn, LitBool, LitInt, LitStr};
use workflow_triggers::{Member, TRIGGER_KINDS, TriggerKind, rules};

/// The attribute that carries them through the macros of steps.
const CARRIED: &str = "__workflow_triggers";

/// The triggers of a workflow.
#[derive(Default)]
pub struct Triggers(Vec<Entry>);

/// One of them.
struct Entry {
    kind: &'static TriggerKind,
    at: Ident,
    name: Option<LitStr>,
    given: Vec<(&'static Member, Given)>,
}

/// The value of a member.
enum Given {
    Text(LitStr),
    Texts(Vec<LitStr>),
    Number(LitInt, u32),
    Flag(LitBool),
    Json(Json),
}

impl Entry {
    fn name(&self) -> String {
        self.name.as_ref().map_or_else(|| self.kind.name.to_owned(), LitStr::value)
    }

    fn given(&self, name: &str) -> Option<&Given> {
        self.given.iter().find(|(member, _)| member.name == name).map(|(_, given)| given)
    }

    fn text(&self, name: &str) -> Option<&LitStr> {
        match self.given(name) {
            Some(Given::Text(text)) => Some(text),
            _ => None,
        }
    }

    fn number(&self, name: &str) -> Option<(&LitInt, u32)> {
        match self.given(name) {
            Some(Given::Number(literal, number)) => Some((literal, *number)),
            _ => None,
        }
    }
}

/// Carries them on a function, on its way through the macros of its steps.
pub fn upon(mut function: ItemFn, triggers: Option<&TokenStream>) -> ItemFn {
    if let Some(triggers) = triggers {
        let name = Ident::new(CARRIED, proc_macro2::Span::call_site());
        function.attrs.push(syn::parse_quote!(#[#name(#triggers)]));
    }
    function
}

impl Triggers {
    /// The triggers that a function carries, and the function without them.
    pub fn of(mut function: ItemFn, errors: &mut Errors) -> (Self, ItemFn) {
        let mut all = vec![];
        function.attrs.retain(|attribute| {
            if !attribute.path().is_ident(CARRIED) {
                return true;
            }
            if let syn::Meta::List(list) = &attribute.meta {
                all.extend(read::entries(list.tokens.clone(), errors));
            }
            false
        });
        all.iter().for_each(|entry| check::entry(entry, errors));
        names(&all, errors);
        (Triggers(all), function)
    }

    /// The constant of the workflow that has them; nothing if there are none.
    pub fn emit(&self) -> TokenStream {
        emit::constant(&self.0)
    }
}

/// Each has a name of its own: its resources on AWS are called by it.
fn names(all: &[Entry], errors: &mut Errors) {
    let mut seen: Vec<(String, String)> = vec![];
    for entry in all {
        let name = entry.name();
        let id = rules::resource(&name);
        match seen.iter().find(|(other, _)| *other == id) {
            Some((_, other)) => {
                let why = match *other == name {
                    true => format!("two triggers have the name `{name}`"),
                    false => format!(
                        "`{name}` and `{other}` would be the same resource: their letters and digits make the name"
                    ),
                };
                let help = "give one a name of its own: `name = \"..\"`";
                match &entry.name {
                    Some(literal) => errors.at(literal, why, help),
                    None => errors.at(&entry.at, why, help),
                }
            }
            None => seen.push((id, name)),
        }
    }
}

/// The kind of trigger of a name that stands among the options of the attribute itself.
pub fn meant(name: &str) -> Option<&'static TriggerKind> {
    let plural = |kind: &TriggerKind| kind.list == name || kind.elsewhere.contains(&name);
    TRIGGER_KINDS.iter().find(|kind| kind.name == name || plural(kind))
}

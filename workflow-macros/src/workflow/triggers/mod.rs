//! `#[workflow(triggers(schedule("0 8 * * MON-FRI", "Europe/Berlin"), queue("arn:..", batch = 10)))]`: what starts it.
//!
//! The words are those of the settings of a stack, and the rules are the same (`workflow_triggers`).

mod check;
mod emit;
mod json;
mod read;

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
        schedules(&function.sig.ident, &all, errors);
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

/// The engine here calls a schedule by its workflow and its name.
fn schedules(workflow: &Ident, all: &[Entry], errors: &mut Errors) {
    for entry in all.iter().filter(|it| it.kind.name == "schedule") {
        let name = format!("{}-{}", crate::ident::text(workflow), entry.name());
        let Err(why) = rules::schedule(&name) else { continue };
        let help = "give the workflow, or the trigger by `name = \"..\"`, a shorter name of ASCII";
        match &entry.name {
            Some(literal) => errors.at(literal, why, help),
            None => errors.at(&entry.at, why, help),
        }
    }
}

/// The kind of trigger of a name that stands among the options of the attribute itself.
pub fn meant(name: &str) -> Option<&'static TriggerKind> {
    let plural = |kind: &TriggerKind| kind.list == name || kind.elsewhere.contains(&name);
    TRIGGER_KINDS.iter().find(|kind| kind.name == name || plural(kind))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    /// The mistakes of a workflow with these triggers.
    fn told(workflow: &str, triggers: &str) -> String {
        let function = format!("#[{CARRIED}({triggers})] async fn {workflow}() {{}}");
        let mut errors = Errors::default();
        Triggers::of(syn::parse_str(&function).unwrap(), &mut errors);
        errors.into_tokens().to_string()
    }

    #[test]
    fn names_and_lengths_are_held_against_the_rules_of_settings() {
        let long = "a_workflow_with_a_name_that_is_long_for_a_schedule";
        for (workflow, triggers, expected) in [
            (
                "w",
                r#"event({ "source": ["x"] }, bus = "all orders")"#,
                "a bus has 1 to 256 letters, digits, / . _ or -, or is an ARN of EventBridge",
            ),
            ("w", r#"event({ "source": ["x"] }, bus = "orders", name = "mornings-of-days")"#, ""),
            (
                "w",
                r#"request("GET", "/a", name = "1"), request("GET", "/b", name = "x1")"#,
                "`x1` and `1` would be the same resource",
            ),
            (
                "w",
                r#"schedule("0-58/1 0-22/1 1-30/1 1-11/1 *")"#,
                "EventBridge takes 256 letters, and it has 340 there",
            ),
            (long, r#"schedule("0 8 * * *", name = "mornings")"#, ""),
            (
                long,
                r#"schedule("0 8 * * *", name = "working-mornings")"#,
                "is no name of a schedule: it has 1 to 63 letters",
            ),
            (long, r#"request("GET", "/a", name = "working-mornings")"#, ""),
            ("w", r#"schedule("0 8 * * *", "Europe/Berln")"#, "`Europe/Berln` is no time zone"),
            ("w", r#"shedul("0 8 * * *")"#, r#"help: write `schedule"#),
            ("w", r#"shdul("0 8 * * *")"#, "help: triggers are `schedule"),
            ("w", r#"schedule("0 8 * * *", zune = "UTC")"#, "help: write `zone"),
            ("w", r#"schedule("0 8 * * *", zunes = "UTC")"#, "help: its members are"),
            ("w", r#"schedule("0 8 * * *", name = "a", name = "b")"#, "`name` is written twice"),
            (
                "w",
                r#"schedule("0 8 * * *", zone = "UTC", zone = "UTC")"#,
                "`zone` is written twice",
            ),
        ] {
            let told = told(workflow, triggers);
            assert!(told.contains(expected) && told.is_empty() == expected.is_empty(), "{told}");
        }
        let pattern = format!(r#"event({{ "source": ["{}"] }})"#, "x".repeat(4096));
        assert!(told("w", &pattern).contains("a pattern of EventBridge has at most 4096 letters"));
    }
}

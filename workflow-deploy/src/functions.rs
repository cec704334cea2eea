//! The functions that a definition calls, and those of them that are deployed with it.

use crate::call::{Argument, Call, State, states};
use crate::settings::Function;
use crate::text::{Part, Text};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The calls of functions in a definition.
pub(crate) struct Called {
    /// The ARN that each Task calls, by its place.
    places: BTreeMap<String, Text>,
    /// The keys of the deployed functions that are called.
    pub(crate) deployed: BTreeSet<String>,
    /// The keys of those that get a token to answer with.
    pub(crate) tokens: BTreeSet<String>,
}

impl Called {
    /// Finds the calls; `deployed` are the functions of the stack.
    pub(crate) fn of(definition: &Value, deployed: &BTreeMap<String, Function>) -> Self {
        let mut called =
            Called { places: BTreeMap::new(), deployed: BTreeSet::new(), tokens: BTreeSet::new() };
        for state in states(definition) {
            let Some((name, token)) = named(&state) else { continue };
            let key = key(&name).filter(|key| deployed.contains_key(*key)).map(str::to_owned);
            if let (Some(key), true) = (&key, token) {
                called.tokens.insert(key.clone());
            }
            let arn = match key {
                Some(key) => {
                    called.deployed.insert(key.clone());
                    Text::part(Part::Function(key))
                }
                // A parameter is asked for as an ARN: `FunctionName` takes one, too.
                None if matches!(name.0[..], [Part::Parameter(_)]) => name,
                None => function_arn(&name),
            };
            called.places.insert(state.pointer, arn);
        }
        called
    }

    /// The ARN of the function that the Task at a place calls.
    pub(crate) fn at(&self, pointer: &str) -> Option<&Text> {
        self.places.get(pointer)
    }
}

/// The function that a Task names, where the definition says it, and whether it gets a token.
fn named(state: &State<'_>) -> Option<(Text, bool)> {
    let resource = state.json["Resource"].as_str()?;
    match Call::of(resource, state.json) {
        Some(call) if call.service == "lambda" && call.action == "invoke" && !call.sdk => {
            let token = call.pattern == Some("waitForTaskToken");
            match call.argument("FunctionName") {
                Argument::Known(name) => Some((name, token)),
                _ => None,
            }
        }
        Some(_) => None,
        None if state.json["Type"] == "Task" && !resource.contains(":activity:") => {
            let name = Text::of(resource);
            let activity = name.parameters().any(|it| it.to_ascii_lowercase().contains("activity"));
            (!activity).then_some((name, false))
        }
        None => None,
    }
}

/// The functions that a definition calls by a plain name.
pub(crate) fn plain(definition: &Value) -> BTreeSet<String> {
    let names = states(definition).into_iter().filter_map(|state| named(&state));
    let names = names.filter_map(|(name, _)| name.as_plain().map(str::to_owned));
    names.filter(|it| !it.contains(':')).collect()
}

/// The key under which the settings have a function: its name, or the placeholder for it.
pub(crate) fn key(name: &Text) -> Option<&str> {
    match &name.0[..] {
        [Part::Plain(text)] => Some(text),
        [Part::Parameter(name)] => Some(name),
        _ => None,
    }
}

/// The ARN of a function by its name, its partial ARN or its ARN. With `:VERSION` it is that version's.
pub(crate) fn function_arn(name: &Text) -> Text {
    // A partial ARN begins with the account: `ACCOUNT:function:NAME`.
    let partial =
        name.0.iter().any(|part| matches!(part, Part::Plain(text) if text.contains(":function:")));
    match (name.is_arn(), partial) {
        (true, _) => name.clone(),
        (false, true) => {
            let arn = Text(vec![Part::Plain("arn:".into()), Part::Partition]).with(":lambda:");
            arn.then(&Text::part(Part::Region)).with(":").then(name)
        }
        (false, false) => Text::arn("lambda", &Text::plain("function:").then(name)),
    }
}

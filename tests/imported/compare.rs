//! An original and what was imported of it, held against each other on inputs and answers that are made of what the
//! original reads.

#[path = "../support/definition.rs"]
mod definition;

use crate::objects::Made;
use crate::run::{Ran, What, run};
use crate::services::{Answer, Script, Turns};
pub use definition::states;
use definition::ways;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use workflow::{Definition, Payload};
use workflow_import::{Example, import};
use workflow_runtime::Failure;
use workflow_runtime::export::ExportError;
use workflow_runtime::machine::Machine;

/// The examples of each definition.
const EXAMPLES: usize = 48;

/// A module that was imported.
pub struct Module {
    pub name: &'static str,
    pub machine: fn(Payload) -> Result<Box<dyn Machine>, Failure>,
    pub definition: fn() -> Result<Definition, ExportError>,
}

/// The findings of a comparison.
#[derive(Debug, Default)]
pub struct Found {
    pub runs: usize,
    /// Runs in which the original ended by a fault of its own data, and the imported one did, too.
    pub faults: usize,
    /// Runs that never ended.
    pub endless: usize,
    pub wrong: Vec<String>,
    /// Differences between the typed machine and its document.
    pub typed: Vec<String>,
    /// States of the original that no run enters, and ways of its choices and catchers that none takes.
    pub missed: Vec<String>,
}

/// Holds a module against its original.
pub async fn compare(module: &Module, original: &Value) -> Found {
    let mut found = Found::default();
    let mut imported = import(original, module.name, &[]).unwrap();
    let document = match (module.definition)() {
        Ok(document) => document,
        Err(error) => {
            found.wrong.push(format!("no document: {error}"));
            return found;
        }
    };
    let (mut entered, mut taken) = (BTreeSet::new(), BTreeSet::new());
    for number in 0..EXAMPLES {
        let example = imported.example(number);
        let objects = Made::of(original, &example.items);
        let mut scripts = vec![(format!("example {number}"), script(original, &example))];
        if number < 2 {
            scripts.extend(
                failing(original, &example)
                    .into_iter()
                    .map(|(title, script)| (format!("example {number}, {title}"), script)),
            );
        }
        for (title, script) in scripts {
            let script = Arc::new(script);
            let definition = deployed(original);
            let was = run(What::Document(definition), &example.input, &script, &objects).await;
            let exported = deployed(&document.to_value());
            let is = run(What::Document(exported), &example.input, &script, &objects).await;
            found.runs += 1;
            let (was, is) = match (was, is) {
                (Some(was), Some(is)) => (was, is),
                (None, None) => {
                    found.endless += 1;
                    continue;
                }
                (was, _) => {
                    let one = if was.is_some() { "imported one" } else { "original" };
                    found.wrong.push(format!("the {one} alone never ends, on {}", example.input));
                    continue;
                }
            };
            let typed = match has_placeholder(original) {
                true => None,
                false => run(What::Typed(module.machine), &example.input, &script, &objects).await,
            };
            found.faults += usize::from(is_fault(&was));
            if std::env::var_os("FAULTS").is_some() && is_fault(&was) {
                println!("{title}: {:?}", was.result);
            }
            if let Some(wrong) = differ(&was, &is) {
                found.wrong.push(format!("{title}: {wrong}\n    input {}", example.input));
            } else if let Some(typed) =
                typed.filter(|typed| typed.result.is_ok() != is.result.is_ok())
            {
                found.typed.push(format!(
                    "{title}: the document {:?}, the machine {:?}",
                    is.result, typed.result
                ));
            }
            entered.extend(was.entered);
            taken.extend(was.ways);
        }
    }
    let apart = apart(original);
    let ways = ways(original)
        .into_iter()
        .filter(|(from, _)| !apart.contains(from))
        .filter(|way| !taken.contains(way));
    found.missed = ways.map(|(from, to)| format!("goes {from} -> {to}")).collect();
    let missed = states(original)
        .into_iter()
        .map(|(name, _)| name)
        .filter(|name| !entered.contains(*name) && !apart.contains(*name));
    found.missed.extend(missed.map(|name| format!("enters {name}")));
    found
}

/// A definition with names in place of those that a deployment puts into resources.
fn deployed(definition: &Value) -> Definition {
    Definition::from_value(filled(definition)).unwrap()
}

fn filled(json: &Value) -> Value {
    match json {
        Value::Object(fields) => {
            let one = |(key, value): (&String, &Value)| match (key.as_str(), value) {
                ("Resource", Value::String(text)) if text.contains("${") => {
                    (key.clone(), resource(text).into())
                }
                _ => (key.clone(), filled(value)),
            };
            fields.iter().map(one).collect()
        }
        Value::Array(items) => items.iter().map(filled).collect(),
        other => other.clone(),
    }
}

fn resource(text: &str) -> String {
    let whole = text.strip_prefix("${").and_then(|it| it.strip_suffix('}'));
    match whole.filter(|name| !name.contains('}')) {
        Some(name) => format!("arn:aws:lambda:us-east-1:123456789012:function:{name}"),
        None => {
            let (text, function) = text
                .split_once(":function:")
                .map_or((text, String::new()), |(arn, name)| (arn, format!(":function:{name}")));
            let mut parts = text.split("${");
            let first = parts.next().unwrap_or_default().to_owned();
            parts.fold(first, |text, part| {
                text + "aws" + part.split_once('}').map_or("", |(_, rest)| rest)
            }) + &function
        }
    }
}

/// True if a resource is known to a deployment alone: the typed machine cannot call it.
fn has_placeholder(original: &Value) -> bool {
    states(original)
        .iter()
        .any(|(_, state)| state["Resource"].as_str().is_some_and(|it| it.contains("${")))
}

fn is_fault(ran: &Ran) -> bool {
    const FAULTS: [&str; 6] = [
        "States.Runtime",
        "States.ParameterPathFailure",
        "States.QueryEvaluationError",
        "States.IntrinsicFailure",
        "States.ReferencePathConflict",
        "States.ItemReaderFailed",
    ];
    ran.result.as_ref().is_err_and(|(error, _)| FAULTS.contains(&error.as_str()))
}

/// The difference of two runs, if there is one.
pub fn differ(was: &Ran, is: &Ran) -> Option<String> {
    let same = match (&was.result, &is.result) {
        (Ok(was), Ok(is)) => was == is,
        (Err(was), Err(is)) => was == is,
        _ => false,
    };
    if is_fault(was) && is_fault(is) {
        return None;
    }
    let places = was.calls.keys().chain(is.calls.keys());
    for place in places {
        let all = |ran: &Ran| ran.calls.get(place).cloned().unwrap_or_default();
        let (was_all, is_all) = (all(was), all(is));
        for at in 0..was_all.len().max(is_all.len()) {
            let (one, other) = (was_all.get(at), is_all.get(at));
            if one != other {
                return Some(format!(
                    "call {at} in {place:?} was\n    {one:?}\n  and is\n    {other:?}\n  ends {:?} {:?}",
                    was.result, is.result
                ));
            }
        }
    }
    if was.calls != is.calls {
        return Some(format!(
            "the calls were\n    {:?}\n  and are\n    {:?}\n  ends {:?} {:?}",
            was.calls, is.calls, was.result, is.result
        ));
    }
    if !same {
        return Some(format!("came to\n    {:?}\n  and comes to\n    {:?}", was.result, is.result));
    }
    (was.seconds != is.seconds)
        .then(|| format!("took {} seconds, and takes {}", was.seconds, is.seconds))
}

/// The states of items that are executions of their own: their histories are not seen.
fn apart(original: &Value) -> BTreeSet<String> {
    let maps = states(original).into_iter().map(|(_, state)| &state["ItemProcessor"]);
    let apart = maps.filter(|it| it["ProcessorConfig"]["Mode"] == "DISTRIBUTED");
    apart.flat_map(states).map(|(name, _)| name.to_owned()).collect()
}

fn script(original: &Value, example: &Example) -> Script {
    let all: BTreeMap<&str, &Value> = states(original).into_iter().collect();
    let turns = |(state, answers): (&String, &Vec<Value>)| {
        let resource = all[state.as_str()]["Resource"].as_str().unwrap_or_default();
        let bare = !resource.contains("lambda:invoke");
        let answers = answers.iter().cloned().map(Answer::Is).collect();
        (state.clone(), Turns { answers, bare })
    };
    example.answers.iter().map(turns).collect()
}

/// The error names that Parallel and Map states catch or retry.
fn of_scopes(original: &Value) -> Vec<String> {
    let states = states(original).into_iter().filter(|(_, state)| state["Type"] != "Task");
    let rules = states.flat_map(|(_, state)| ["Catch", "Retry"].map(|key| state[key].as_array()));
    let names =
        rules.flatten().flatten().filter_map(|rule| rule["ErrorEquals"].as_array()).flatten();
    names.filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Scripts in which a state fails: by each name that its retriers and catchers have, and by another one.
fn failing(original: &Value, example: &Example) -> Vec<(String, Script)> {
    let mut scripts = vec![];
    let outer = of_scopes(original);
    for (name, state) in states(original) {
        if state["Type"] != "Task" || !example.answers.contains_key(name) {
            continue;
        }
        let rules = ["Catch", "Retry"].map(|key| state[key].as_array());
        let names = rules
            .into_iter()
            .flatten()
            .flatten()
            .filter_map(|rule| rule["ErrorEquals"].as_array())
            .flatten();
        let mut errors: Vec<&str> = names.filter_map(Value::as_str).collect();
        errors.retain(|it| !["States.ALL", "States.TaskFailed"].contains(it));
        errors.push("Custom.Broken");
        errors.extend(outer.iter().map(String::as_str));
        if !state["Catch"].is_null() {
            errors.push("States.Timeout");
        }
        errors.sort_unstable();
        errors.dedup();
        for error in errors {
            let fails = Answer::Fails(error.to_owned(), format!("{name} is broken"));
            for (times, again) in [("always", false), ("once", true)] {
                if again && state["Retry"].is_null() {
                    continue;
                }
                let mut script = script(original, example);
                let Some(turns) = script.get_mut(name) else { continue };
                match again {
                    true => turns.answers.insert(0, fails.clone()),
                    false => turns.answers = vec![fails.clone()],
                }
                scripts.push((format!("{name} fails {times} with {error}"), script));
            }
        }
    }
    scripts
}

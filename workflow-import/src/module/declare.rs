//! Declarations: the variables that the workflow's body begins with.

use super::items::comments;
use super::retriers::Retriers;
use crate::code::{OwnFunction, Stmt, Task};
use crate::names::{Names, snake};
use crate::render::quoted;
use crate::scope::Machine;
use crate::step::whole;
use crate::value::{Node, Source};
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// A task without a body.
pub(super) fn declare(
    machine: &Machine<'_>,
    task: &Task,
    name: &str,
    (arguments, answer): (&str, &str),
    retriers: &Retriers,
    text: &mut String,
) {
    let state = &machine.states[task.node];
    comments(state.json.get("Comment").and_then(Json::as_str).unwrap_or_default(), "", text);
    let mut options = vec![format!("resource = {}", quoted(&task.resource))];
    options.extend(task.token.iter().map(|at| format!("token = {}", quoted(at))));
    let answer =
        if task.token.is_some() { format!("Pending<{answer}>") } else { answer.to_owned() };
    if let Some(retries) = retriers.calls.get(&task.node) {
        options.push(format!("retry = [{}]", retries.join(", ")));
    }
    for (key, option) in [("TimeoutSeconds", "timeout"), ("HeartbeatSeconds", "heartbeat")] {
        if let Some(seconds) = state.json.get(key).and_then(whole) {
            options.push(format!("{option} = {seconds}"));
        }
    }
    options.push("aws_retry = false".to_owned());
    let attribute = format!("#[task({})]", options.join(", "));
    if attribute.chars().count() <= 100 {
        text.push_str(&attribute);
    } else {
        let _ = write!(text, "#[task(\n    {}\n)]", options.join(",\n    "));
    }
    let _ = writeln!(
        text,
        "\npub async fn {name}(arguments: {arguments}) -> Result<{answer}, Failure>;"
    );
}

/// A task whose body is to be written: until then it fails, by name.
pub(super) fn skeleton(
    function: &OwnFunction,
    name: &str,
    (arguments, answer): (&str, &str),
    text: &mut String,
) {
    comments(&function.about, "", text);
    let told = format!("the task `{name}` is not written yet: write its body in this module");
    let _ = write!(
        text,
        "#[task(aws_retry = false)]\npub async fn {name}(arguments: {arguments}) -> Result<{answer}, Failure> {{\n    \
         let _ = arguments;\n    Err(Failure::new(\"NotWritten\", {}))\n}}\n",
        quoted(&told)
    );
}

/// The retriers of a state, as options of its call.
pub(super) fn retried((node, all): (&Node, &Vec<String>)) -> (Node, Vec<String>) {
    (*node, all.iter().map(|it| format!(".retry({it})")).collect())
}

/// The limits of a state, as options of its call.
pub(super) fn limits(machine: &Machine<'_>, node: Node) -> Vec<String> {
    let state = &machine.states[node];
    let limit = |(key, option)| {
        let seconds = state.json.get(key).and_then(whole)?;
        Some(format!(".{option}(Duration::from_secs({seconds}))"))
    };
    let known = [("TimeoutSeconds", "timeout"), ("HeartbeatSeconds", "heartbeat")];
    known.into_iter().filter_map(limit).collect()
}

/// The variables that a body binds.
pub(super) fn bound(body: &[Stmt], into: &mut BTreeSet<Source>) {
    for stmt in body {
        match stmt {
            Stmt::Begin(all) | Stmt::Continue(_, all) => {
                into.extend(all.iter().map(|(source, _)| *source))
            }
            Stmt::Block { binds, body, .. } => {
                into.extend(binds.iter().copied());
                bound(body, into);
            }
            Stmt::Loop(_, body) => bound(body, into),
            Stmt::If(_, then, other) | Stmt::Match(_, _, then, other) => {
                bound(then, into);
                bound(other, into);
            }
            _ => {}
        }
        if let Stmt::Call(_, call) | Stmt::Match(_, call, ..) = stmt {
            match call {
                crate::code::Call::Join(branches) => {
                    branches.iter().for_each(|body| bound(body, into))
                }
                crate::code::Call::Map(map) => bound(&map.body, into),
                crate::code::Call::Task(_) => {}
            }
        }
    }
}

/// Failures that are handed on are read.
pub(super) fn raised(body: &[Stmt], into: &mut BTreeSet<Source>) {
    for stmt in body {
        match stmt {
            Stmt::Raise(source) => drop(into.insert(*source)),
            Stmt::Block { body, .. } | Stmt::Loop(_, body) => raised(body, into),
            Stmt::If(_, then, other) | Stmt::Match(_, _, then, other) => {
                raised(then, into);
                raised(other, into);
            }
            _ => {}
        }
        if let Stmt::Call(_, call) | Stmt::Match(_, call, ..) = stmt {
            match call {
                crate::code::Call::Join(branches) => {
                    branches.iter().for_each(|body| raised(body, into))
                }
                crate::code::Call::Map(map) => raised(&map.body, into),
                crate::code::Call::Task(_) => {}
            }
        }
    }
}

/// A name for each variable.
pub(super) fn variables(
    machine: &Machine<'_>,
    sources: &BTreeSet<Source>,
    names: &mut Names,
) -> BTreeMap<Source, String> {
    let state = |node: Node| snake(machine.states[node].name);
    let name = |source: &Source| match *source {
        Source::Environment | Source::Input => "input".to_owned(),
        Source::Result(node) => format!("{}_result", state(node)),
        Source::Failure(_) => "failure".to_owned(),
        Source::Item(node) => format!("{}_item", state(node)),
        Source::Index(node) => format!("{}_index", state(node)),
        Source::Drawn(node, index) => format!(
            "{}_{}",
            state(node),
            if index == 0 { "drawn".to_owned() } else { format!("drawn_{}", index + 1) }
        ),
        Source::Joined(node, index) => format!(
            "{}_{}",
            state(node),
            if index == 0 { "data".to_owned() } else { format!("data_{}", index + 1) }
        ),
    };
    sources.iter().map(|source| (*source, names.take(&name(source)))).collect()
}

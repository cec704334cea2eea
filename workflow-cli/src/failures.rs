//! Executions that failed, in groups.

use crate::terminal::{Terminal, Tone, cell, width};
use serde_json::{Value, json};
use std::collections::HashMap;
use workflow_runtime::Timestamp;

/// The failures that are looked at, the latest first.
pub(crate) const MOST: usize = 10_000;

/// The way in which failures are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum By {
    /// The state that failed, and its error
    State,
    /// The error
    Error,
    /// The workflow, and its error
    Workflow,
}

/// An execution that failed.
pub(crate) struct Failed {
    pub(crate) name: String,
    pub(crate) workflow: String,
    pub(crate) state: String,
    pub(crate) error: String,
    pub(crate) time: Timestamp,
}

/// Failures that have something in common.
#[derive(Debug, PartialEq)]
pub(crate) struct Group {
    /// The state or the workflow; nothing of groups by error.
    place: Option<String>,
    error: String,
    count: usize,
    /// The latest of them.
    name: String,
    time: Timestamp,
}

/// The groups of failures, the largest first.
pub(crate) fn groups(by: By, all: impl IntoIterator<Item = Failed>) -> Vec<Group> {
    let mut found: Vec<Group> = vec![];
    let mut at: HashMap<(Option<String>, String), usize> = HashMap::new();
    for Failed { name, workflow, state, error, time } in all {
        let place = match by {
            By::State => Some(state),
            By::Error => None,
            By::Workflow => Some(workflow),
        };
        let next = found.len();
        let index = *at.entry((place.clone(), error.clone())).or_insert(next);
        match found.get_mut(index) {
            None => found.push(Group { place, error, count: 1, name, time }),
            Some(group) => {
                group.count += 1;
                if time > group.time {
                    (group.name, group.time) = (name, time);
                }
            }
        }
    }
    found.sort_by(|one, other| other.count.cmp(&one.count).then(other.time.cmp(&one.time)));
    found
}

/// Groups as JSON; `whole` is true if these are all failures.
pub(crate) fn json(groups: &[Group], whole: bool) -> Value {
    let one = |it: &Group| {
        json!({
            "place": it.place,
            "error": it.error,
            "count": it.count,
            "latest": { "name": it.name, "time": it.time.to_string() },
        })
    };
    json!({ "groups": groups.iter().map(one).collect::<Vec<_>>(), "whole": whole })
}

/// Shows groups, a line each; `of` is the number of failures that were looked at, where there are more.
pub(crate) fn show(terminal: &Terminal, groups: &[Group], of: Option<usize>) {
    if groups.is_empty() {
        return terminal.line(Tone::Plain, "no execution has failed");
    }
    let place = |it: &Group| match &it.place {
        Some(place) if place.is_empty() => "no state".to_owned(),
        place => place.clone().unwrap_or_default(),
    };
    let error = |it: &Group| if it.error.is_empty() { "no error" } else { &*it.error }.to_owned();
    let wide = |of: &dyn Fn(&Group) -> String, most: usize| {
        groups.iter().map(|it| width(&of(it))).max().unwrap_or(0).min(most)
    };
    let (places, errors) = (wide(&place, 24), wide(&error, 28));
    for it in groups {
        let gap = if places == 0 { "" } else { "  " };
        let time = it.time.strftime("%m-%d %H:%M");
        let line = format!(
            "{:6}  {}{gap}{}  {time}  {}",
            it.count,
            cell(&place(it), places),
            cell(&error(it), errors),
            it.name,
        );
        terminal.line(Tone::Bad, &line);
    }
    if let Some(most) = of {
        terminal.line(Tone::Dim, &format!("the latest {most} failures were looked at"));
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn failed(name: &str, workflow: &str, state: &str, error: &str) -> Failed {
        let second = name.bytes().next().unwrap_or(0);
        Failed {
            name: name.to_owned(),
            workflow: workflow.to_owned(),
            state: state.to_owned(),
            error: error.to_owned(),
            time: Timestamp::from_second(second.into()).unwrap(),
        }
    }

    #[test]
    fn failures_are_put_together_by_what_they_have_in_common() {
        let all = || {
            vec![
                failed("d", "pay", "Charge", "Declined"),
                failed("c", "pay", "Charge", "Late"),
                failed("b", "mail", "Charge", "Declined"),
                failed("a", "mail", "Send", "Declined"),
            ]
        };
        let told = |by| {
            let groups = groups(by, all());
            let one = |it: &Group| {
                format!(
                    "{} {} {} {}",
                    it.count,
                    it.place.as_deref().unwrap_or("-"),
                    it.error,
                    it.name
                )
            };
            groups.iter().map(one).collect::<Vec<_>>()
        };
        let states = ["2 Charge Declined d", "1 Charge Late c", "1 Send Declined a"];
        assert_eq!(told(By::State), states);
        assert_eq!(told(By::Error), ["3 - Declined d", "1 - Late c"]);
        let workflows = ["2 mail Declined b", "1 pay Declined d", "1 pay Late c"];
        assert_eq!(told(By::Workflow), workflows);
        let json = json(&groups(By::Error, all()), true);
        assert_eq!(json["groups"][0]["latest"]["name"], "d");
        assert_eq!(json["groups"][0]["place"], Value::Null);
    }
}

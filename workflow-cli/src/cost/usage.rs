//! The usage of executions: by reading a definition, or out of recorded histories.

use super::bill::Usage;
use super::estimate::Basis;
use super::tasks::Tasks;
use super::walk::Way;
use crate::report::time;
use serde_json::Value;
use std::collections::BTreeMap;
use workflow_replay::Recording;
use workflow_runtime::connector::Target;
use workflow_runtime::mocks::Needed;

/// The usage of executions, and what of it is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Taken {
    pub(crate) usage: Usage,
    /// The functions with a missing figure.
    pub(crate) unknown: Unknown,
}

/// Functions, and what is not given of each: its memory, its duration.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Unknown(BTreeMap<String, (bool, bool)>);

impl Unknown {
    /// Returns the names of all.
    pub(crate) fn names(&self) -> Vec<&str> {
        self.0.keys().map(String::as_str).collect()
    }

    /// Returns the missing figures, with their options and functions.
    pub(crate) fn by_lack(&self) -> Vec<(&'static str, String)> {
        let words = [
            ((true, true), "memory and duration (`--memory`, `--duration`)"),
            ((true, false), "the memory (`--memory`)"),
            ((false, true), "the duration (`--duration`)"),
        ];
        let names = |lack| {
            let names = self.0.iter().filter(|(_, it)| **it == lack);
            names.map(|(name, _)| format!("`{name}`")).collect::<Vec<_>>().join(", ")
        };
        let all = words.map(|(lack, words)| (words, names(lack)));
        all.into_iter().filter(|(_, names)| !names.is_empty()).collect()
    }
}

/// The usage of one execution on a way through a definition.
pub(crate) fn of_way(way: &Way, needed: &[Needed], tasks: &Tasks) -> Taken {
    let mut taken = Taken::default();
    let mut milliseconds = Some(0_u64);
    for (state, calls) in &way.calls {
        let duration = taken.calls(state, *calls, needed, tasks);
        let time = duration.map(|duration| duration.saturating_mul(*calls));
        milliseconds = milliseconds.zip(time).map(|(sum, time)| sum.saturating_add(time));
    }
    taken.usage.executions = 1;
    taken.usage.transitions = way.transitions;
    taken.usage.children = way.children;
    taken.usage.milliseconds = milliseconds.map(rounded);
    taken
}

/// The usage of recorded executions: transitions and durations are exact, memory is as it is given. Durations of
/// functions that are not given are those that were recorded.
pub(crate) fn of_recordings(recordings: &[Recording], needed: &[Needed], tasks: &Tasks) -> Taken {
    let mut taken = Taken::default();
    let mut milliseconds = 0_u64;
    for recording in recordings {
        let mut calls: BTreeMap<String, u64> = BTreeMap::new();
        for step in recording.steps() {
            *calls.entry(step.state.clone()).or_default() += 1;
            let function = function(&step.state, needed);
            let known = tasks.of(&step.state, function.as_deref());
            let Some((_, memory)) = function.zip(known.memory) else { continue };
            if known.duration.is_none() && step.after.as_secs() < u64::from(u32::MAX) {
                let time = step.after.as_micros().div_ceil(1000);
                taken.usage.memory += u128::from(memory) * time;
            }
        }
        for (state, calls) in calls {
            taken.recorded(&state, calls, needed, tasks);
        }
        let redrives = recording.redrives();
        taken.usage.transitions += recording.trace.billed_transitions() + redrives;
        milliseconds = milliseconds.saturating_add(rounded(recording.milliseconds()));
        taken.usage.longest = taken.usage.longest.max(recording.milliseconds());
    }
    taken.usage.executions = recordings.len() as u64;
    taken.usage.milliseconds = Some(milliseconds);
    taken
}

impl Taken {
    /// Adds calls of a state; returns the duration of each, if it is given.
    fn calls(&mut self, state: &str, calls: u64, needed: &[Needed], tasks: &Tasks) -> Option<u64> {
        let function = function(state, needed);
        let known = tasks.of(state, function.as_deref());
        let Some(function) = function else { return known.duration };
        self.usage.functions = self.usage.functions.saturating_add(calls);
        match known.memory.zip(known.duration) {
            Some((memory, duration)) => {
                let each = u128::from(memory) * u128::from(duration);
                self.usage.memory = self.usage.memory.saturating_add(each * u128::from(calls));
            }
            None => {
                let lack = (known.memory.is_none(), known.duration.is_none());
                self.unknown.0.insert(function, lack);
            }
        }
        known.duration
    }

    /// The same, of recorded calls: a duration that is not given was added by itself.
    fn recorded(&mut self, state: &str, calls: u64, needed: &[Needed], tasks: &Tasks) {
        let name = function(state, needed);
        let known = tasks.of(state, name.as_deref());
        if known.memory.is_some() && known.duration.is_none() && name.is_some() {
            self.usage.functions = self.usage.functions.saturating_add(calls);
            return;
        }
        self.calls(state, calls, needed, tasks);
    }
}

/// The function that a state calls: the state's name stands for one that only the input names.
fn function(state: &str, needed: &[Needed]) -> Option<String> {
    let found = needed.iter().find(|it| it.state == state)?;
    let invokes = found.resource.contains(":lambda:") && found.resource.contains("invoke")
        || found.resource.contains(":function:");
    invokes.then(|| found.function.clone().unwrap_or_else(|| state.to_owned()))
}

/// The services that are called, but for Lambda functions: what they charge is in no sum.
pub(crate) fn others(needed: &[Needed]) -> Vec<String> {
    let service = |it: &Needed| {
        let target = Target::parse(&it.resource).ok()?;
        let (service, _) = target.action()?;
        Some(service.strip_prefix("aws-sdk:").unwrap_or(service).to_owned())
    };
    let mut found: Vec<String> = needed.iter().filter_map(service).collect();
    found.retain(|it| it != "lambda");
    found.sort();
    found.dedup();
    found
}

/// Milliseconds, as EXPRESS executions are billed: rounded up to a hundred (documented).
fn rounded(milliseconds: u64) -> u64 {
    milliseconds.div_ceil(100) * 100
}

/// The most seconds of an EXPRESS execution (documented).
const EXPRESS: u64 = 300;

/// Says why executions are too long for EXPRESS, if they are: it ends them after five minutes.
pub(crate) fn long_for_express((basis, usage): (Basis, &Usage)) -> Option<String> {
    let longest = if basis == Basis::Recorded { usage.longest } else { usage.milliseconds? };
    let text = time(std::time::Duration::from_millis(longest).as_secs_f64());
    (longest > EXPRESS * 1000).then(|| match basis {
        Basis::Recorded => format!("a recorded execution took {text}, more than 5 minutes"),
        Basis::Most => format!("its tasks take {text} on the longest way, more than 5 minutes"),
        Basis::Least => format!("its tasks take {text}, more than 5 minutes"),
    })
}

/// Lists what an EXPRESS execution cannot have (documented), in the order of the document.
pub(crate) fn not_express(definition: &Value, needed: &[Needed]) -> Vec<String> {
    let mut found = vec![];
    for it in needed {
        let waits = it.resource.ends_with(".waitForTaskToken");
        let runs = it.resource.ends_with(".sync") || it.resource.ends_with(".sync:2");
        if waits {
            found.push(format!("`{}` waits for a token", it.state));
        } else if runs {
            found.push(format!("`{}` waits for a job", it.state));
        } else if it.resource.contains(":activity:") {
            found.push(format!("`{}` calls an activity", it.state));
        }
    }
    for state in crate::check::states(definition) {
        let (name, json) = (state.name, state.json);
        if crate::check::is_distributed(json) {
            found.push(format!("`{name}` is a distributed Map"));
        }
        if json["Seconds"].as_u64().is_some_and(|seconds| seconds > EXPRESS) {
            found.push(format!("`{name}` waits for more than 5 minutes"));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use serde_json::json;

    fn needed(state: &str, resource: &str, function: Option<&str>) -> Needed {
        let function = function.map(str::to_owned);
        Needed { state: state.to_owned(), resource: resource.to_owned(), function }
    }

    fn both() -> [Needed; 2] {
        let lambda = "arn:aws:states:::lambda:invoke";
        [needed("A", lambda, Some("charge")), needed("Q", "arn:aws:states:::sqs:sendMessage", None)]
    }

    #[test]
    fn functions_are_counted_and_what_is_not_given_is_named() {
        let calls = BTreeMap::from([("A".to_owned(), 3), ("Q".to_owned(), 2)]);
        let way = Way { transitions: 7, calls, children: 0 };
        let mut tasks = Tasks::default();
        let taken = of_way(&way, &both(), &tasks);
        assert_eq!((taken.usage.functions, taken.usage.milliseconds), (3, None));
        assert_eq!(taken.unknown.names(), ["charge"]);
        assert!(taken.unknown.by_lack()[0].0.starts_with("memory and duration"));
        tasks.memory("charge=512").unwrap();
        let lack = of_way(&way, &both(), &tasks).unknown.by_lack();
        assert_eq!(lack, [("the duration (`--duration`)", "`charge`".to_owned())]);
        tasks.duration("charge=130ms").unwrap();
        tasks.duration("Q=1ms").unwrap();
        let taken = of_way(&way, &both(), &tasks);
        assert!(taken.unknown.names().is_empty());
        assert_eq!(taken.usage.memory, 3 * 512 * 130);
        // 392 milliseconds.
        assert_eq!(taken.usage.milliseconds, Some(400));
    }

    #[test]
    fn services_whose_price_is_not_known_are_named() {
        let sdk = needed("S", "arn:aws:states:::aws-sdk:ses:sendEmail", None);
        let activity = needed("H", "arn:aws:states:us-east-1:123456789012:activity:h", None);
        let all = [both().to_vec(), both().to_vec(), vec![sdk, activity]].concat();
        assert_eq!(others(&all), ["ses", "sqs"]);
    }

    #[test]
    fn recorded_durations_are_taken_where_none_is_given() {
        let event = |id: u32, kind: &str, at: &str, name: &str, details: Value| json!({ "id": id, "previousEventId": id - 1, "type": kind, "timestamp": at, name: details });
        let input = json!({ "name": "A", "input": "{}" });
        let task = json!({ "resourceType": "lambda", "resource": "invoke", "output": "{}" });
        let began = "2026-01-01T00:00:00Z";
        let came = "2026-01-01T00:00:00.2501Z";
        let ended = "2026-01-01T00:00:00.310Z";
        let events = [
            event(1, "ExecutionStarted", began, "executionStartedEventDetails", input.clone()),
            event(2, "TaskStateEntered", began, "stateEnteredEventDetails", input),
            event(3, "TaskScheduled", began, "taskScheduledEventDetails", task.clone()),
            event(4, "TaskSucceeded", came, "taskSucceededEventDetails", task),
            event(5, "ExecutionAborted", ended, "executionAbortedEventDetails", json!({})),
        ];
        let text = json!({ "events": events }).to_string();
        let recording = || Recording::read(&[("h".to_owned(), text.clone())]).unwrap();
        let mut tasks = Tasks::default();
        tasks.memory("128").unwrap();
        let taken = of_recordings(&[recording(), recording()], &both(), &tasks);
        assert!(taken.unknown.names().is_empty());
        let usage = taken.usage;
        assert_eq!((usage.executions, usage.transitions, usage.functions), (2, 2, 2));
        assert_eq!(usage.memory, 2 * 128 * 251);
        assert_eq!(usage.milliseconds, Some(800));
    }
}

//! Coverage: the parts of a workflow that the tests have reached: states, catchers, rules of Choice states, retriers.

use crate::history::{Details, EventType, HistoryEvent, Trace};
use crate::lock::lock;
use crate::machine::{Names, Retrier, StateInfo};
use crate::retriers::TRANSIENT;
use crate::workflow::Workflow;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Arc, Mutex};

/// Counts the states, choice rules, catchers and retriers that runs of a workflow reach. Clones share their counts: give one
/// to each test that should count.
///
/// Retriers for transient errors of Lambda, which every task has, do not count.
#[derive(Clone)]
pub struct Coverage {
    workflow: &'static str,
    states: &'static [StateInfo],
    parts: Arc<Vec<Part>>,
    /// The reason why rules are not counted, where they are not.
    uncounted: Option<Arc<str>>,
    reached: Arc<Mutex<BTreeSet<Place>>>,
}

/// A state, and what of it.
type Place = (usize, What);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    State,
    Rule(u32),
    Catcher(usize),
    Retrier(usize),
}

type Is = fn(What) -> bool;

/// The kinds of parts, as they are counted.
const KINDS: [(&str, Is); 4] = [
    ("states", |what| matches!(what, What::State)),
    ("choice rules", |what| matches!(what, What::Rule(_))),
    ("catchers", |what| matches!(what, What::Catcher(_))),
    ("retriers", |what| matches!(what, What::Retrier(_))),
];

struct Part {
    place: Place,
    label: String,
    source: &'static str,
}

impl Coverage {
    /// Makes a coverage in which nothing is reached yet.
    #[must_use]
    pub fn of<W: Workflow>() -> Self {
        let definition = W::definition();
        let document = definition.as_ref().ok().map(workflow_asl::Definition::as_value);
        let states = W::states();
        let parts = states.iter().enumerate().flat_map(|(index, state)| {
            let rules = document.map(|document| rules(document, &state.name)).unwrap_or_default();
            parts(index, state, rules)
        });
        Coverage {
            workflow: W::NAME,
            states,
            parts: Arc::new(parts.collect()),
            uncounted: definition.err().map(|error| error.to_string().into()),
            reached: Arc::default(),
        }
    }

    #[track_caller]
    pub(super) fn check<W: Workflow>(&self) {
        let (name, other) = (self.workflow, W::NAME);
        assert!(name == other, "the coverage of `{name}` does not count what `{other}` reaches");
    }

    pub(super) fn entered(&self, state: usize) {
        self.reach(state, What::State);
    }
    pub(super) fn chose(&self, state: usize, rule: u32) {
        self.reach(state, What::Rule(rule));
    }
    pub(super) fn caught(&self, state: usize, catcher: usize) {
        self.reach(state, What::Catcher(catcher));
    }

    fn reach(&self, state: usize, what: What) {
        lock(&self.reached).insert((state, what));
    }

    /// The retriers are the engine's: what they did is in the history. A failure that is followed by another attempt
    /// was taken by the first retrier that takes its name.
    pub(super) fn retried(&self, history: &[HistoryEvent], trace: &Trace) {
        let mut failed: Option<(u32, String)> = None;
        let mut failures = std::collections::BTreeMap::new();
        for event in history {
            match (event.kind, &event.details) {
                (
                    EventType::TaskFailed | EventType::TaskTimedOut,
                    Details::Failed { error, .. },
                ) => {
                    let error = error.as_deref().unwrap_or_default().to_owned();
                    failures.insert(event.id, error);
                }
                (EventType::EvaluationFailed, Details::EvaluationFailed { error, .. }) => {
                    failures.insert(event.id, error.to_string());
                }
                (EventType::TaskScheduled, _) => {
                    failed = failures.remove(&event.previous).map(|error| (event.id, error));
                }
                _ => {}
            }
            let Some((id, error)) = failed.take() else { continue };
            let state = trace.at(id).0.map(|visit| visit.state.clone());
            let found = state.and_then(|name| self.states.iter().position(|it| *it.name == *name));
            if let Some((state, retrier)) = found.and_then(|state| self.taker(state, &error)) {
                self.reach(state, What::Retrier(retrier));
            }
        }
    }

    fn taker(&self, state: usize, error: &str) -> Option<(usize, usize)> {
        let retriers = &self.states.get(state)?.retry;
        let takes = |name: &str| retriers.iter().position(|retrier| retrier.takes(name));
        // A missed heartbeat is a timeout in histories.
        let heartbeat = || (error == "States.Timeout").then(|| takes("States.HeartbeatTimeout"));
        takes(error).or_else(|| heartbeat().flatten()).map(|retrier| (state, retrier))
    }

    /// Returns the share that was reached, from 0 to 1.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "a workflow has few parts")]
    pub fn ratio(&self) -> f64 {
        let missing = self.left().len();
        (self.parts.len() - missing) as f64 / self.parts.len().max(1) as f64
    }

    /// Lists everything that was not reached, with its line in the code.
    #[must_use]
    pub fn missing(&self) -> Vec<String> {
        let line = |part: &&Part| match part.source {
            "" => part.label.clone(),
            source => format!("{} at {source}", part.label),
        };
        self.left().iter().map(line).collect()
    }

    fn left(&self) -> Vec<&Part> {
        let reached = lock(&self.reached);
        self.parts.iter().filter(|part| !reached.contains(&part.place)).collect()
    }

    /// Asserts that everything was reached.
    ///
    /// # Panics
    /// If something was not: the message names it.
    #[track_caller]
    pub fn assert_all(&self) {
        assert!(self.left().is_empty(), "not everything was reached\n{self}");
    }

    /// Asserts that at least this share was reached, from 0 to 1.
    ///
    /// # Panics
    /// If it was not: the message names what is missing.
    #[track_caller]
    pub fn at_least(&self, ratio: f64) {
        let percent = ratio * 100.0;
        assert!(self.ratio() >= ratio, "less than {percent} % was reached\n{self}");
    }
}

impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let left = self.left();
        let (all, missing) = (self.parts.len(), left.len());
        writeln!(
            f,
            "coverage of `{}`: {} of {all} ({:.0} %)",
            self.workflow,
            all - missing,
            self.ratio() * 100.0
        )?;
        for (name, is) in KINDS {
            let all = self.parts.iter().filter(|part| is(part.place.1)).count();
            let missing = left.iter().filter(|part| is(part.place.1)).count();
            if all > 0 {
                writeln!(f, "  {name:12} {} of {all}", all - missing)?;
            }
        }
        if let Some(why) = &self.uncounted {
            writeln!(f, "  choice rules are not counted, there is no document: {why}")?;
        }
        if missing > 0 {
            writeln!(f, "not reached:")?;
        }
        self.missing().iter().try_for_each(|line| writeln!(f, "  {line}"))
    }
}

impl fmt::Debug for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

fn parts(index: usize, state: &StateInfo, rules: Vec<String>) -> Vec<Part> {
    let (name, source) = (&state.name, state.source);
    let part = |what, label| Part { place: (index, what), label, source };
    let mut parts = vec![part(What::State, format!("state `{name}`"))];
    parts.extend((0..).zip(rules).map(|(rule, label)| part(What::Rule(rule), label)));
    let catchers = state.catch.iter().enumerate().map(|(number, names)| {
        let label = format!("catcher {} of `{name}` ({})", number + 1, listed(names));
        part(What::Catcher(number), label)
    });
    parts.extend(catchers);
    let own = |(_, retrier): &(usize, &Retrier)| !matches!(retrier, Retrier::Static(retry) if *retry == TRANSIENT);
    let retriers = state.retry.iter().enumerate().filter(own).map(|(number, retrier)| {
        let label = format!("retrier {} of `{name}` ({})", number + 1, errors(retrier));
        part(What::Retrier(number), label)
    });
    parts.extend(retriers);
    parts
}

fn listed(names: &Names) -> String {
    names.iter().collect::<Vec<_>>().join(", ")
}

fn errors(retrier: &Retrier) -> String {
    match retrier {
        Retrier::Static(retry) => retry.errors.join(", "),
        Retrier::Read(names, _) => names.join(", "),
    }
}

/// The rules of a Choice, and its default after them.
fn rules(document: &Value, name: &str) -> Vec<String> {
    let Some(state) = find(document, name).filter(|state| state["Type"] == "Choice") else {
        return vec![];
    };
    let target = |next: &Value| next.as_str().unwrap_or_default().to_owned();
    let choices = state["Choices"].as_array().map(Vec::as_slice).unwrap_or_default();
    let rules = choices.iter().enumerate().map(|(number, rule)| {
        let condition = rule["Condition"].to_string();
        let condition = rule["Condition"].as_str().unwrap_or(&condition);
        let (number, next) = (number + 1, target(&rule["Next"]));
        format!("rule {number} of `{name}` ({condition} → {next})")
    });
    let default = state.get("Default").map(|next| {
        let next = target(next);
        format!("default of `{name}` (no rule holds → {next})")
    });
    rules.chain(default).collect()
}

/// The state of this name, in whatever scope.
fn find<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    match value {
        Value::Object(fields) => {
            let here = fields.get("States").and_then(|states| states.get(name));
            here.or_else(|| fields.values().find_map(|value| find(value, name)))
        }
        Value::Array(items) => items.iter().find_map(|value| find(value, name)),
        _ => None,
    }
}

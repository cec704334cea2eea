//! The things that kills hit, counted.

use crate::index::Index;
use crate::laws::Known;
use crate::mark::Mark;
use crate::plan::Plan;
use std::collections::BTreeMap;

/// The things that a kill may hit; each must be hit.
pub const ALL: [(&str, &str); 11] = [
    ("task", "a task that had taken effect, and whose result was not written"),
    ("commit", "a commit that was asked for and not acknowledged"),
    ("checkpoint", "the log of the file while it was written back"),
    ("timer", "an execution that waited for a time"),
    ("child", "an open nested execution"),
    ("answer", "an answer on its way, or acknowledged and not used yet"),
    ("start", "a start that was not acknowledged"),
    ("item", "an open item of a distributed Map"),
    ("chain", "an execution between its end and its successor"),
    ("retry", "a call between two attempts"),
    ("recovery", "a process that had not yet taken up what was interrupted"),
];

/// The number of kills that hit each of them.
#[derive(Default)]
pub struct Hits(pub BTreeMap<&'static str, u64>);

impl Hits {
    /// Counts what is hit once the journal of the killed process is read.
    pub fn count(&mut self, known: &Known, index: Option<Index>) {
        let uncommitted = known.effects.iter().any(|mark| !known.has(*mark));
        let starts = known.started.values().any(|begun| !begun);
        let child = known.open.values().any(|machine| machine == "inner");
        let chain = known.asked.values().any(|commit| {
            let follows = commit.begins.as_deref() == Some("relay") && !commit.id.contains(":x");
            follows || commit.continued.is_some()
        });
        let retry = known.effects.iter().any(|mark| {
            let Mark(call, attempt) = *mark;
            known.has(*mark) && retries(call, attempt) && !known.has(Mark(call, attempt + 1))
        });
        let answer = !known.answering.is_empty() || !known.answered.is_empty();
        let checkpoint = index.is_some_and(Index::is_writing_back);
        for (name, hit) in [
            ("task", uncommitted),
            ("commit", !known.asked.is_empty()),
            ("checkpoint", checkpoint),
            ("child", child),
            ("answer", answer),
            ("start", starts),
            ("item", !known.items.is_empty()),
            ("chain", chain),
            ("retry", retry),
            ("recovery", !known.ready),
        ] {
            *self.0.entry(name).or_default() += u64::from(hit);
        }
    }

    /// Counts what the next process tells of the kill before.
    pub fn count_found(&mut self, known: &Known) {
        *self.0.entry("timer").or_default() += u64::from(known.waiting > 0);
    }

    /// The kinds that were never hit.
    pub fn missing(&self) -> Vec<&'static str> {
        let hit = |name: &str| self.0.get(name).is_some_and(|count| *count > 0);
        ALL.iter().map(|(name, _)| *name).filter(|name| !hit(name)).collect()
    }
}

/// True if an attempt of this call is followed by another one.
fn retries(call: u64, attempt: u32) -> bool {
    let calls = Plan::of_call(call).calls();
    calls.iter().any(|(it, attempts)| *it == call && attempt < *attempts)
}

//! The laws of a run that crashed, beside one that did not.

use crate::point::{Log, Moment, Point};
use crate::process::{Histories, Place, histories};
use serde_json::Value;
use std::collections::BTreeMap;
use workflow::{Failure, Workflow};
use workflow_runtime::clock::{Clock, VirtualClock};
use workflow_runtime::history::{EventType, HistoryEvent};
use workflow_runtime::store::{MemoryStore, Status};

/// A law that does not hold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Broken {
    /// The execution never ended.
    Hangs,
    /// It came to something else.
    Result,
    /// Something took effect under another idempotency key, or did not.
    Keys,
    /// An effect whose outcome was written happened again.
    Repeats,
    /// There are more executions, or fewer, or some of them came to another end.
    Executions,
    /// Events are missing, or stand twice.
    Events,
}

/// Something wrong that is put in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Plant {
    Salt,
    Lie,
    Anew,
}

/// A run that does not crash.
struct Whole {
    result: Result<String, Failure>,
    effects: BTreeMap<String, u32>,
    histories: Histories,
    commits: u64,
    log: Log,
}

/// The seeds to run.
fn seeds() -> std::ops::Range<u64> {
    let number = |name| std::env::var(name).ok().and_then(|text: String| text.parse().ok());
    match (number("SURVIVAL_SEED"), number("SURVIVAL_SEEDS")) {
        (Some(seed), _) => seed..seed + 1,
        (None, count) => 0..count.unwrap_or(1),
    }
}

/// Crashes at each commit of each seed, in each of three ways.
pub fn survives<W: Workflow<Input = u64>>() {
    for seed in seeds() {
        let whole = Whole::of::<W>(seed);
        for at in 1..=whole.commits {
            for moment in Moment::ALL {
                let broken = whole.crash::<W>(seed, (at, moment), None);
                assert!(
                    broken.is_empty(),
                    "{broken:?}: a crash {moment:?} commit {at} of {}; \
                     `SURVIVAL_SEED={seed} cargo test --test survival {}` runs it again",
                    whole.commits,
                    W::NAME
                );
            }
        }
    }
}

/// The laws that something wrong breaks, at any commit.
pub fn broken<W: Workflow<Input = u64>>(plant: Plant) -> Vec<Broken> {
    let whole = Whole::of::<W>(0);
    let moment = if plant == Plant::Lie { Moment::Lying } else { Moment::After };
    let crashes = (1..whole.commits).map(|at| whole.crash::<W>(0, (at, moment), Some(plant)));
    crashes.flatten().collect()
}

impl Whole {
    fn of<W: Workflow<Input = u64>>(seed: u64) -> Self {
        let (place, store) = (Place::new(seed), Point::never(&MemoryStore::default()));
        let result = place.process::<W>(&store, "one");
        let result = result.unwrap_or_else(|| panic!("{} hangs with seed {seed}", W::NAME));
        Whole {
            result,
            effects: place.world.effects(),
            histories: histories(&store),
            commits: store.commits(),
            log: store.log(),
        }
    }

    /// The number of calls whose outcome is written with so many commits.
    fn outcomes(&self, commits: u64) -> u32 {
        let mut events = BTreeMap::new();
        for (execution, count) in self.log.iter().take(usize::try_from(commits).unwrap()) {
            events.insert(&**execution, *count);
        }
        let written = |(id, (_, all)): (&String, &(Status, Vec<HistoryEvent>))| {
            let until = events.get(&**id).copied().unwrap_or(0);
            all.iter().filter(|event| event.id <= until && is_outcome(event)).count()
        };
        u32::try_from(self.histories.iter().map(written).sum::<usize>()).unwrap()
    }

    /// Crashes once, goes on, and says which laws do not hold.
    fn crash<W: Workflow<Input = u64>>(
        &self,
        seed: u64,
        (at, moment): (u64, Moment),
        plant: Option<Plant>,
    ) -> Vec<Broken> {
        let (mut place, store) = (Place::new(seed), MemoryStore::default());
        let point = Point::new(&store, at, moment);
        drop(place.process::<W>(&point, "one"));
        // What else the process may have waited for by then is not over.
        place.clock = VirtualClock::at(point.lost_at().unwrap_or_else(|| place.clock.now()));
        let begun: u32 = place.world.effects().values().sum();
        let written = self.outcomes(if moment == Moment::Before { at - 1 } else { at });
        if plant == Some(Plant::Salt) {
            place.world.salt("other");
        }
        let name = if plant == Some(Plant::Anew) { "two" } else { "one" };
        let after = Point::never(&store);
        let Some(result) = place.process::<W>(&after, name) else { return vec![Broken::Hangs] };
        let effects = place.world.effects();
        let sum = |effects: &BTreeMap<String, u32>| effects.values().sum::<u32>();
        let repeats = sum(&effects).saturating_sub(sum(&self.effects));
        let histories = histories(&after);
        let ends = |all: &Histories| -> Vec<(String, Status)> {
            all.iter().map(|(id, (status, _))| (id.clone(), *status)).collect()
        };
        let holds = [
            (Broken::Result, result == self.result),
            (Broken::Keys, effects.keys().eq(self.effects.keys())),
            (Broken::Repeats, repeats <= begun.saturating_sub(written)),
            (Broken::Executions, ends(&histories) == ends(&self.histories)),
            (Broken::Events, same_events(&histories, &self.histories)),
        ];
        holds.into_iter().filter(|(_, holds)| !holds).map(|(law, _)| law).collect()
    }
}

/// True for the event with which a call of a task of ours is not made again.
fn is_outcome(event: &HistoryEvent) -> bool {
    let resource = |json: &Value| {
        let details = json.as_object()?.values().find_map(|it| it.get("resource"))?;
        details.as_str().map(str::to_owned)
    };
    match event.kind {
        EventType::TaskSucceeded | EventType::TaskFailed => {
            resource(&event.json()).as_deref() == Some("invoke")
        }
        EventType::TaskSubmitted => {
            resource(&event.json()).as_deref() == Some("invoke.waitForTaskToken")
        }
        _ => false,
    }
}

/// True if each execution has the same events, without times, and numbers without holes. What runs side by side may stand
/// in another order.
fn same_events(found: &Histories, right: &Histories) -> bool {
    let numbered = |(_, events): &(Status, Vec<HistoryEvent>)| {
        events.iter().zip(1..).all(|(event, number)| event.id == number && event.previous < number)
    };
    let told = |(_, events): &(Status, Vec<HistoryEvent>)| {
        let mut told: Vec<_> = events.iter().map(|event| told(event.json())).collect();
        told.sort();
        told
    };
    found.values().all(numbered)
        && found.len() == right.len()
        && found
            .iter()
            .zip(right)
            .all(|(one, other)| one.0 == other.0 && told(one.1) == told(other.1))
}

fn told(mut event: Value) -> String {
    if let Some(fields) = event.as_object_mut() {
        ["timestamp", "id", "previousEventId"].iter().for_each(|name| drop(fields.remove(*name)));
    }
    // Of executions that were started it says when.
    let text = event.to_string();
    match text.find("StartDate") {
        Some(at) => text[..at].to_owned(),
        None => text,
    }
}

//! Crashes after every commit, and before: the same result and history, and nothing that was committed is done again.

use super::drive::{Patience, Ran, block, json, patiently};
use super::same::results;
use super::script::{Key, Script, key};
use super::spelling::Defaults;
use super::test::Test;
use crate::engine::{EngineBuilder, Identity, TaskCall};
use crate::failure::Failure;
use crate::history::{EventType, HistoryEvent};
use crate::lock::lock;
use crate::machine::Kind;
use crate::payload::Payload;
use crate::simulate::{CrashingStore, crashing};
use crate::store::{Around, Commit, MemoryStore, Store, StoreError};
use crate::task::BoxFuture;
use crate::workflow::Workflow;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

/// A call: which, in words, and the number of events that were committed when it was made.
type Made = (Key, String, u32);
type Calls = Arc<Mutex<Vec<Made>>>;

/// A store that knows how many events are committed.
#[derive(Clone, Default)]
struct Counted(MemoryStore, Arc<AtomicU32>);

impl Around for Counted {
    fn inner(&self) -> &dyn Store {
        &self.0
    }

    fn commit(&self, commit: Commit) -> BoxFuture<Result<(), StoreError>> {
        let (events, count) = (commit.events, self.1.clone());
        let written = self.0.commit(commit);
        Box::pin(async move {
            written.await?;
            count.store(events, Ordering::SeqCst);
            Ok(())
        })
    }
}

/// Runs the workflow with crashes on what was answered before: how often it crashed.
///
/// # Errors
/// What is not as it is without crashes.
pub(super) fn everywhere<W: Workflow>(
    test: &Test<W>,
    script: impl Fn() -> Arc<Script>,
    losing: impl Fn() -> Arc<Script>,
    input: &str,
) -> Result<u32, String> {
    let (whole, plain) = plain(test, script(), input)?;
    let outcomes = outcomes(&whole.history, &plain);
    let (ran, calls, after) =
        crashed(test, &script(), input, |store| CrashingStore::new(store, 1))?;
    let forks = W::states().iter().any(|it| matches!(it.kind, Kind::Parallel | Kind::Map));
    let late = whole.history.iter().any(|event| event.kind == EventType::TaskTimedOut);
    let without = ("without crashes", &whole.result);
    // A task that runs again has its whole time again: it times out later, and what runs beside it may be faster then.
    if !(late && forks) {
        again(&calls, &outcomes).map_or(Ok(()), Err)?;
        results(without, ("with crashes", &ran.result), &Defaults::default())?;
        equal(&whole, &ran, if late { untimed } else { HistoryEvent::json })?;
    }
    let script = losing();
    let (ran, calls, before) = crashed(test, &script, input, CrashingStore::losing)?;
    script.other().map_or(Ok(()), Err)?;
    // What runs side by side may go another way when one of it is done again: then its events are numbered in another
    // order, and another failure may be the first.
    if !forks || !whole.history.iter().any(|event| fails(event.kind)) {
        let with = ("with crashes that lose answers", &ran.result);
        results(without, with, &Defaults::default())?;
    }
    if !forks {
        again(&calls, &outcomes).map_or(Ok(()), Err)?;
        equal(&whole, &ran, untimed)?;
    }
    Ok(after + before)
}

fn fails(event: EventType) -> bool {
    use EventType::{EvaluationFailed, TaskFailed, TaskTimedOut};
    matches!(event, TaskFailed | TaskTimedOut | EvaluationFailed)
}

/// An event without its time: what is scheduled again is scheduled later.
fn untimed(event: &HistoryEvent) -> Value {
    let mut json = event.json();
    if let Some(fields) = json.as_object_mut() {
        fields.remove("timestamp");
    }
    json
}

/// The histories, event by event.
fn equal(whole: &Ran, crashed: &Ran, json: fn(&HistoryEvent) -> Value) -> Result<(), String> {
    let json = |history: &[HistoryEvent]| -> Vec<String> {
        history.iter().map(|event| json(event).to_string()).collect()
    };
    match super::diff::lines(&json(&whole.history), &json(&crashed.history)) {
        Some(diff) => Err(format!("with crashes the history is another one:\n{diff}")),
        None => Ok(()),
    }
}

fn plain<W: Workflow>(
    test: &Test<W>,
    script: Arc<Script>,
    input: &str,
) -> Result<(Ran, Vec<Key>), String> {
    let (builder, calls) = observed(test, &script, Arc::default());
    let engine = builder.store(MemoryStore::default()).build();
    let ran = super::drive(&engine, test.native(input), W::NAME, input, test.patience(&script));
    let ran = ran.map_err(|_| "with a store it waits for something that never comes".to_owned())?;
    let calls = std::mem::take(&mut *lock(&calls));
    Ok((ran, calls.into_iter().map(|(key, ..)| key).collect()))
}

fn crashed<W: Workflow>(
    test: &Test<W>,
    script: &Arc<Script>,
    input: &str,
    store: fn(Counted) -> CrashingStore,
) -> Result<(Ran, Vec<Made>, u32), String> {
    let counted = Counted::default();
    let (builder, calls) = observed(test, script, counted.1.clone());
    let engine = builder.store(store(counted)).build();
    let revive = |_: &Identity, record| W::revive(record);
    let Patience { life, real } = test.patience(script);
    let run = crashing(&engine, test.native(input), revive, W::NAME, Some(input.into()));
    let survived = block(patiently(run, Patience { life, real }))
        .ok_or("with crashes it waits for something that never comes")?;
    let calls = std::mem::take(&mut *lock(&calls));
    let ran = Ran { result: json(survived.result), history: survived.history };
    Ok((ran, calls, survived.crashes))
}

/// An engine whose calls are written down, with what was committed before each.
fn observed<W: Workflow>(
    test: &Test<W>,
    script: &Arc<Script>,
    committed: Arc<AtomicU32>,
) -> (EngineBuilder, Calls) {
    let (answering, calls) = (script.clone(), Calls::default());
    let seen = calls.clone();
    let builder = test.engine().mock(move |call: TaskCall| {
        let what = format!("attempt {} of `{}` in `{}`", call.attempt, call.name, call.state);
        let count = committed.load(Ordering::SeqCst);
        // The executions of distributed Maps have commits and histories of their own.
        if call.outside > 0 {
            return answering.answer(call);
        }
        lock(&seen).push((key(&call), what, count));
        answering.answer(call)
    });
    // Each commit is followed by a crash: many end while a task of another branch waits.
    (builder.crash_limit(u32::MAX), calls)
}

/// The event that tells the outcome of each call. Without crashes a call is made as soon as it is scheduled.
fn outcomes(history: &[HistoryEvent], calls: &[Key]) -> BTreeMap<Key, u32> {
    let started = history.iter().filter(|event| event.kind == EventType::TaskStarted);
    let calls: BTreeMap<u32, &Key> = started.map(|event| event.id).zip(calls).collect();
    let outcome = |event: &&HistoryEvent| {
        use EventType::{TaskFailed, TaskSucceeded, TaskTimedOut};
        matches!(event.kind, TaskFailed | TaskSucceeded | TaskTimedOut)
    };
    let told = history.iter().filter(outcome);
    told.filter_map(|event| Some(((*calls.get(&event.previous)?).clone(), event.id))).collect()
}

/// The first call that was made after its outcome had been committed.
fn again(calls: &[Made], outcomes: &BTreeMap<Key, u32>) -> Option<String> {
    calls.iter().find_map(|(key, what, committed)| {
        let outcome = outcomes.get(key).filter(|outcome| *outcome <= committed)?;
        Some(format!(
            "{what} was made again, though its outcome (event {outcome}) had been committed"
        ))
    })
}

impl<W: Workflow> Test<W> {
    /// The generated machine at its beginning.
    pub(super) fn native(
        &self,
        input: &str,
    ) -> impl FnOnce(&Identity) -> Result<Box<dyn crate::machine::Machine>, Failure> + use<W> {
        let input = input.into();
        move |_| W::machine(Payload::Text(input))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_after_their_outcome_are_found() {
        let key = |attempt| -> Key { (vec![(0, 1)], vec![1], 0, attempt) };
        let outcomes = BTreeMap::from([(key(0), 7), (key(1), 12)]);
        let made = |attempt, committed| (key(attempt), format!("attempt {attempt}"), committed);
        assert_eq!(again(&[made(0, 4), made(0, 6), made(1, 7), made(1, 11)], &outcomes), None);
        let text = "attempt 1 was made again, though its outcome (event 12) had been committed";
        assert_eq!(again(&[made(0, 4), made(1, 12)], &outcomes).as_deref(), Some(text));
        assert_eq!(again(&[made(2, 99)], &outcomes), None);
    }
}

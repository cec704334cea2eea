//! The user's own function under a journal: the same outcomes, delivered in the order of simulated time.

use super::run::{Called, limit};
use super::script::{Attempt, Path, Script};
use jiff::Timestamp;
use serde_json::Value;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use workflow::{Failure, Payload};
use workflow_runtime::engine::{Draw, Identity, drawn};
use workflow_runtime::machine::StateInfo;
use workflow_runtime::oracle::{self, Wanted, What};

/// How the function ended.
#[derive(Debug)]
pub enum End<T> {
    Result(Result<T, Failure>),
    /// It panicked: where the machine has a fault, the function has an overflow or nothing to unwrap.
    Panicked(String),
    /// It called what the machine did not call, or waits for something that never comes.
    Astray(String),
}

/// What the function did.
pub struct Told<T> {
    pub end: End<T>,
    /// Its calls by path and ordinal.
    pub asked: BTreeMap<(Path, u32), (String, Value)>,
}

/// What a run needs to know of the machine: which state made a call, and what is known of that state.
pub struct Seen<'a> {
    pub calls: &'a BTreeMap<(Path, u32), Vec<Called>>,
    pub states: &'a [StateInfo],
    pub identity: &'a Identity,
    pub draws: &'a [Draw],
}

/// A point in simulated time, in nanoseconds, with what decides between two at the same time.
type Moment = (u128, u64, usize);

/// An outcome, and whose it is.
type Delivery = ((Path, u32), Result<Payload, Failure>);

struct Journal<'a> {
    seen: Seen<'a>,
    script: &'a Script,
    seed: u64,
    started: Timestamp,
    now: u128,
    queue: BTreeMap<Moment, Delivery>,
    asked: BTreeMap<(Path, u32), (String, Value)>,
    astray: Option<String>,
    bypassed: Option<Failure>,
}

/// Runs the function.
pub fn tell<T>(
    function: impl Future<Output = Result<T, Failure>>,
    seen: Seen<'_>,
    script: &Script,
    seed: u64,
) -> Told<T> {
    let told = oracle::Told::new(seen.identity, seen.draws.to_vec());
    let told = told.objects(script.objects.clone());
    let started = seen.identity.started;
    let (queue, asked) = (BTreeMap::new(), BTreeMap::new());
    let mut journal =
        Journal { seen, script, seed, started, now: 0, queue, asked, astray: None, bypassed: None };
    let ran = quietly(|| {
        catch_unwind(AssertUnwindSafe(|| {
            oracle::run(function, told, |wanted| journal.next(wanted))
        }))
    });
    let end = match (ran, journal.bypassed, journal.astray) {
        (Err(panic), ..) => End::Panicked(message(&*panic)),
        (Ok(Some(result)), ..) => End::Result(result),
        (Ok(None), Some(failure), _) => End::Result(Err(failure)),
        (Ok(None), None, astray) => {
            End::Astray(astray.unwrap_or_else(|| "it waits for nothing".into()))
        }
    };
    Told { end, asked: journal.asked }
}

impl Journal<'_> {
    /// Takes up what the function waits for, and gives what comes next.
    fn next(&mut self, wanted: Vec<Wanted>) -> Option<Delivery> {
        for wanted in wanted {
            if let Err(astray) = self.take(wanted) {
                self.astray = Some(astray);
                return None;
            }
        }
        self.bypassed = oracle::bypassed();
        if self.bypassed.is_some() {
            return None;
        }
        let (moment, next) = self.queue.pop_first()?;
        self.now = moment.0;
        Some(next)
    }

    fn take(&mut self, wanted: Wanted) -> Result<(), String> {
        let Wanted { path, ordinal, what } = wanted;
        match what {
            What::Wait(duration) => {
                self.waits(self.now + duration.as_nanos(), path, ordinal, Ok(Payload::live(())));
            }
            What::Until(text) => {
                let (time, outcome) = match text.parse::<Timestamp>() {
                    Ok(time) => {
                        let after = time.as_nanosecond() - self.started.as_nanosecond();
                        (u128::try_from(after).unwrap_or(0), Ok(Payload::live(())))
                    }
                    Err(_) => (0, Err(Failure::new("States.QueryEvaluationError", text))),
                };
                self.waits(time.max(self.now), path, ordinal, outcome);
            }
            What::Task(name, input) => {
                let input = Value::clone(&*input.json().map_err(|failure| failure.to_string())?);
                self.call(name, path, ordinal, input)?;
            }
        }
        Ok(())
    }

    /// A wait ends at this time.
    fn waits(&mut self, time: u128, path: Path, ordinal: u32, outcome: Result<Payload, Failure>) {
        let tie = drawn(self.seed, &path, ordinal, 0).tie;
        self.queue.insert((time, tie, self.queue.len()), ((path, ordinal), outcome));
    }

    fn call(&mut self, task: &str, path: Path, ordinal: u32, input: Value) -> Result<(), String> {
        let key = (path, ordinal);
        self.asked.insert(key.clone(), (task.to_owned(), input.clone()));
        let called = self.seen.calls.get(&key).and_then(|attempts| attempts.last());
        let state = called
            .and_then(|called| self.seen.states.iter().find(|state| state.name == *called.state));
        let state = state.ok_or_else(|| {
            format!("the function calls {task}({input}) at {key:?}, the machine does not")
        })?;
        let (moment, outcome) = self.attempts(task, state, &key);
        self.queue.insert(moment, (key, outcome));
        Ok(())
    }

    /// What a call comes to at last, as its state's retriers and limits say.
    fn attempts(
        &self,
        task: &str,
        state: &StateInfo,
        (path, ordinal): &(Path, u32),
    ) -> (Moment, Result<Payload, Failure>) {
        let (mut now, mut used) = (self.now, vec![0; state.retry.len()]);
        // The function runs once: as the last attempt of the forks around it.
        let key = (path.clone(), *ordinal);
        let before = self.seen.calls.get(&key).map_or(0, |called| last_round(called)) as u32;
        for attempt in 0.. {
            let of = Attempt { task, path, ordinal: *ordinal, attempt: before + attempt };
            let limit = limit(state);
            let after = super::run::after(self.script, &of, limit.is_some(), self.seed);
            let limit = limit.map(|(seconds, error)| (u128::from(seconds) * 1_000_000_000, error));
            let mut outcome = self.script.answer(&of, self.seed).outcome;
            match (after.map(|after| after.as_nanos()), limit) {
                (Some(after), limit) if limit.is_none_or(|limit| after < limit.0) => now += after,
                (_, Some((limit, error))) => {
                    now += limit;
                    outcome = Err(Failure::new(error, ""));
                }
                (None, None) => unreachable!("without a limit there is an answer"),
                (Some(_), None) => unreachable!("without a limit nothing is late"),
            }
            let drawn = drawn(self.seed, path, *ordinal, attempt);
            let moment = (now, drawn.tie, self.queue.len());
            let Err(failure) = outcome else { return (moment, outcome) };
            let taken = state.retry.iter().position(|retrier| retrier.takes(failure.error()));
            let Some(index) = taken else { return (moment, Err(seen_as(state, failure))) };
            let retry = state.retry[index].retry();
            if used[index] >= retry.max_attempts {
                return (moment, Err(seen_as(state, failure)));
            }
            used[index] += 1;
            let pause = f64::from(retry.interval) * retry.backoff_rate.powi(used[index] as i32 - 1);
            let pause = retry.max_delay.map_or(pause, |most| pause.min(f64::from(most)));
            let pause = if retry.jitter { pause * drawn.jitter } else { pause };
            now += (pause * 1e9).round() as u128;
        }
        unreachable!("retriers are used up")
    }
}

/// Where the calls of the last attempt of the forks around begin.
pub fn last_round(called: &[Called]) -> usize {
    called.iter().rposition(|called| called.attempt == 0).unwrap_or_default()
}

/// A missed heartbeat is a timeout for who does not ask for it by its own name.
fn seen_as(state: &StateInfo, failure: Failure) -> Failure {
    let catcher = state.catch.iter().find(|names| names.take(failure.error()));
    let by_name = |error| catcher.is_some_and(|names| names.iter().any(|name| name == error));
    match failure.error() {
        "States.HeartbeatTimeout" if !by_name("States.HeartbeatTimeout") => {
            Failure::new("States.Timeout", failure.reported())
        }
        _ => failure,
    }
}

fn message(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
}

thread_local!(static QUIET: Cell<bool> = const { Cell::new(false) });

/// Runs something whose panics are expected: nothing is printed.
fn quietly<T>(run: impl FnOnce() -> T) -> T {
    static HOOK: std::sync::Once = std::sync::Once::new();
    HOOK.call_once(|| {
        let loud = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !QUIET.get() {
                loud(info);
            }
        }));
    });
    QUIET.set(true);
    let value = run();
    QUIET.set(false);
    value
}

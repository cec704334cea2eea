//! A machine run by the engine, in virtual time, with a script for its tasks.

use super::script::{Attempt, Path, Script};
use serde_json::Value;
use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use workflow::testing::{self, Patience, drive};
use workflow::{Engine, Failure};
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::engine::{Answer, Draw, DrawLog, Identity, Limits, TaskCall};
use workflow_runtime::machine::{History, Machine, StateInfo};

/// Longer than any timeout.
const LONG: Duration = Duration::from_secs(1_000_000);

/// A call as the engine made it.
#[derive(Clone, Debug, PartialEq)]
pub struct Called {
    pub task: String,
    pub state: String,
    pub input: Value,
    /// 0 again where a Parallel or Map around it is tried again.
    pub attempt: u32,
}

/// What a run came to.
pub struct Ran {
    pub ran: testing::Ran,
    /// The calls by path and ordinal, each of their attempts.
    pub calls: BTreeMap<(Path, u32), Vec<Called>>,
    /// Whose execution it was, and what a generated machine drew.
    pub identity: Identity,
    /// The values that the typed machine drew.
    pub draws: Vec<Draw>,
}

impl Deref for Ran {
    type Target = testing::Ran;
    fn deref(&self) -> &testing::Ran {
        &self.ran
    }
}

type Calls = Arc<Mutex<BTreeMap<(Path, u32), Vec<Called>>>>;

/// How long an attempt takes; for ever only where somebody puts an end to it.
pub fn after(script: &Script, attempt: &Attempt<'_>, limited: bool, seed: u64) -> Option<Duration> {
    script.answer(attempt, seed).after.or((!limited).then_some(LONG))
}

/// What limits an attempt of a state in time: the seconds, and what happens then.
pub fn limit(state: &StateInfo) -> Option<(u32, &'static str)> {
    let timeout = state.timeout.map(|seconds| (seconds, "States.Timeout"));
    let heartbeat = state.heartbeat.map(|seconds| (seconds, "States.HeartbeatTimeout"));
    timeout.into_iter().chain(heartbeat).min_by_key(|limit| limit.0)
}

fn answer(
    script: &Script,
    call: TaskCall,
    limited: &BTreeMap<String, bool>,
    seed: u64,
    calls: &Calls,
) -> Answer {
    let TaskCall { name, state, path, ordinal, attempt, input, .. } = call;
    let input = script.sent(name, &input.json().unwrap());
    let mut calls = calls.lock().unwrap();
    let before = calls.entry((path.clone(), ordinal)).or_default();
    // Where the fork around it is tried again, the call is another one.
    let of = Attempt { task: name, path: &path, ordinal, attempt: before.len() as u32 };
    let outcome = script.answer(&of, seed).outcome;
    let after = after(script, &of, limited.get(&*state).copied().unwrap_or(false), seed);
    let called =
        Called { task: name.into(), state: state.to_string(), input, attempt: attempt - 1 };
    before.push(called);
    match after {
        Some(after) => Answer::outcome(outcome).after(after),
        None => Answer::never(),
    }
}

/// Runs a machine. `None` if it waits for something that never comes.
pub fn machine(
    open: impl FnOnce(&Identity) -> Result<Box<dyn Machine>, Failure>,
    name: &str,
    states: &[StateInfo],
    input: &str,
    script: &Arc<Script>,
    seed: u64,
) -> Option<Ran> {
    let calls = Calls::default();
    let limited = states.iter().map(|state| (state.name.to_string(), limit(state).is_some()));
    let limited: BTreeMap<_, _> = limited.collect();
    let (script, seen) = (script.clone(), calls.clone());
    let draws = DrawLog::default();
    let engine = Engine::builder()
        .clock(VirtualClock::default())
        .seed(seed)
        .limits(Limits::Aws)
        .history(History::Full)
        .draws(draws.clone())
        .objects(script.objects.clone())
        .mock(move |call| answer(&script, call, &limited, seed, &seen))
        .build();
    let mut identity = None;
    let open = |known: &Identity| {
        identity = Some(known.clone());
        open(known)
    };
    // Nothing but virtual time: an execution that is still there after so many turns hangs.
    let patience = Patience { life: || 0, real: None };
    let ran = drive(&engine, open, name, input, patience).ok()?;
    let calls = std::mem::take(&mut *calls.lock().unwrap());
    Some(Ran { ran, calls, identity: identity?, draws: draws.drawn() })
}

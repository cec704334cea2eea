//! The generated machine, where everything but the store is forgotten after commits.

use super::agree::Proof;
use super::run::{after, limit};
use super::script::{Attempt, Script};
use serde_json::Value;
use std::sync::Arc;
use std::time::Duration;
use workflow::{Engine, Failure, Payload, Workflow};
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::engine::{Answer, Limits, TaskCall};
use workflow_runtime::machine::History;
use workflow_runtime::simulate::{CrashingStore, crashing};
use workflow_runtime::store::MemoryStore;

/// What a run came to: its result, its history, and how often it crashed.
type Lived = (Result<Value, Failure>, Vec<Value>, u32);

impl<W: Workflow> Proof<W> {
    /// Runs some seeds without a crash, and with one after every third, second, and each commit.
    pub fn survives(&self, seeds: u64) {
        let mut crashes = 0;
        for seed in 0..seeds {
            let (result, history, _) = self.live(seed, u64::MAX);
            for every in [3, 2, 1] {
                let (again, events, times) = self.live(seed, every);
                assert_eq!(again, result, "{}, seed {seed}, every {every} commits", W::NAME);
                assert_eq!(
                    told(&events),
                    told(&history),
                    "{}, seed {seed}, every {every} commits",
                    W::NAME
                );
                crashes += times;
            }
        }
        assert!(crashes > 0, "{} never crashed", W::NAME);
    }

    fn live(&self, seed: u64, every: u64) -> Lived {
        let input = Payload::live(self.input(seed));
        let text = input.text().unwrap();
        let script = self.script.clone();
        let engine = Engine::builder()
            .clock(VirtualClock::default())
            .seed(seed)
            .limits(Limits::Aws)
            .history(History::Full)
            .store(CrashingStore::new(MemoryStore::default(), every))
            .objects(script.objects.clone())
            .mock(move |call| answer::<W>(&script, &call, seed))
            .build();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let survived = runtime.block_on(crashing(
            &engine,
            |_| W::machine(input),
            |_, record| W::revive(record),
            W::NAME,
            Some(text),
        ));
        let result = survived.result.and_then(|output| output.json());
        let history = survived.history.iter().map(|event| event.json()).collect();
        (result.map(|output| Value::clone(&*output)), history, survived.crashes)
    }
}

/// A distributed Map begins again after a crash, and comes later to its end: then times are not compared.
fn told(events: &[Value]) -> Vec<Value> {
    let distributed = events.iter().any(|event| event["type"] == "MapRunStarted");
    let mut events = events.to_vec();
    if distributed {
        events.iter_mut().filter_map(Value::as_object_mut).for_each(|event| {
            event.remove("timestamp");
        });
    }
    events
}

/// What is sent again after a crash is answered as before.
fn answer<W: Workflow>(script: &Arc<Script>, call: &TaskCall, seed: u64) -> Answer {
    let state = W::states().iter().find(|state| state.name == *call.state);
    let limited = state.is_some_and(|state| limit(state).is_some());
    let TaskCall { name, path, ordinal, attempt, .. } = call;
    let of = Attempt { task: name, path, ordinal: *ordinal, attempt: *attempt - 1 };
    let outcome = script.answer(&of, seed).outcome;
    match after(script, &of, limited, seed) {
        Some(after) => Answer::outcome(outcome).after(after),
        None => Answer::never(),
    }
}

/// The same at once, or never.
pub fn instant<W: Workflow>(script: &Arc<Script>, call: &TaskCall, seed: u64) -> Answer {
    let state = W::states().iter().find(|state| state.name == *call.state);
    let limited = state.is_some_and(|state| limit(state).is_some());
    let TaskCall { name, path, ordinal, attempt, .. } = call;
    let of = Attempt { task: name, path, ordinal: *ordinal, attempt: *attempt - 1 };
    match after(script, &of, limited, seed) {
        Some(_) => Answer::outcome(script.answer(&of, seed).outcome).after(Duration::ZERO),
        None => Answer::never(),
    }
}

//! The ground of a schedule: the one store, as each engine sees it, and the world outside.

use crate::flows::{inner, outer};
use std::cell::Cell;
use std::sync::{Arc, Mutex};
use workflow::prelude::*;
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::history::EventType;
use workflow_runtime::store::{Around, Commit, MemoryStore, Saved, Store, StoreError};
use workflow_runtime::task::BoxFuture;

/// Numbers out of a seed: splitmix64.
pub struct Random(pub Mutex<Cell<u64>>);

impl Random {
    pub fn below(&self, most: u64) -> u64 {
        let state = self.0.lock().unwrap();
        state.set(state.get().wrapping_add(0x9E37_79B9_7F4A_7C15));
        let mut next = state.get();
        next = (next ^ (next >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        next = (next ^ (next >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (next ^ (next >> 31)) % most
    }
}

/// Something that was seen at the store or outside of it, by the number of the engine.
#[derive(Clone, Debug, PartialEq)]
pub enum Seen {
    Claimed(usize, String),
    Committed(usize, String),
    Called(usize, u64),
    /// A commit that the store refused, as another engine has claimed the execution.
    Fenced(usize),
    Unwritten(usize),
    Unacknowledged(usize),
    /// An answer, and true if it was taken.
    Answered(usize, bool),
    /// A stop, and true if it was taken.
    Stopped(usize, bool),
    Redriven(usize),
    /// A call of the owner although the result was in the store.
    Again(usize, u64),
}

/// The one store, and the world outside.
pub struct Ground {
    pub seed: u64,
    pub store: MemoryStore,
    pub random: Random,
    pub seen: Mutex<Vec<Seen>>,
    pub tokens: Mutex<Vec<(String, u64)>>,
}

impl Ground {
    pub fn see(&self, seen: Seen) {
        self.seen.lock().unwrap().push(seen);
    }
    /// The engine that claimed or began the execution last.
    pub fn owner(&self, execution: &str) -> Option<usize> {
        self.seen.lock().unwrap().iter().rev().find_map(|seen| match seen {
            Seen::Claimed(by, of) if of == execution => Some(*by),
            _ => None,
        })
    }
}

impl Ground {
    /// True if the store has this result of a task.
    pub async fn knows(&self, execution: &str, result: u64) -> bool {
        let reader = Engine::builder().store(self.store.clone()).build();
        let events = reader.events(execution, 1, 1_000).await.unwrap_or_default();
        // The output of a call has more about it than its result; that of a callback has not.
        let outputs = [format!("\"output\":\"{result}\""), format!("Payload\\\":{result},")];
        events.iter().filter(|it| it.kind == EventType::TaskSucceeded).any(|event| {
            let event = event.json().to_string();
            outputs.iter().any(|output| event.contains(output))
        })
    }
}

/// The view of the ground that one engine has.
#[derive(Clone)]
pub struct View(pub Arc<Ground>, pub usize);

impl Around for View {
    fn inner(&self) -> &dyn Store {
        &self.0.store
    }

    fn commit(&self, commit: Commit) -> BoxFuture<Result<(), StoreError>> {
        let view = self.clone();
        Box::pin(async move {
            let fault = view.0.random.below(40);
            if fault == 0 {
                view.0.see(Seen::Unwritten(view.1));
                return Err(StoreError::Stalled("not written".to_owned()));
            }
            // Late by so many turns of the others.
            let turns = if fault < 10 { view.0.random.below(12) } else { 0 };
            for _ in 0..turns {
                tokio::task::yield_now().await;
            }
            let (execution, begins) = (commit.execution.to_string(), commit.number == 1);
            if let Err(error) = view.0.store.commit(commit).await {
                if matches!(error, StoreError::Fenced(_)) {
                    view.0.see(Seen::Fenced(view.1));
                }
                return Err(error);
            }
            if begins {
                view.0.see(Seen::Claimed(view.1, execution.clone()));
            }
            view.0.see(Seen::Committed(view.1, execution));
            if fault == 39 {
                view.0.see(Seen::Unacknowledged(view.1));
                return Err(StoreError::Stalled("written, but not acknowledged".to_owned()));
            }
            Ok(())
        })
    }

    fn claim(&self, execution: &str) -> BoxFuture<Result<Option<Saved>, StoreError>> {
        let (view, execution) = (self.clone(), execution.to_owned());
        // Noted when it is done: another engine may claim it between this call and its first turn.
        Box::pin(async move {
            let saved = view.0.store.claim(&execution).await;
            if let Ok(Some(_)) = &saved {
                view.0.see(Seen::Claimed(view.1, execution));
            }
            saved
        })
    }
}

impl View {
    pub fn engine(&self) -> Engine {
        let builder = Engine::builder().resource(self.clone()).store(self.clone());
        let builder = builder.workflow::<outer>().workflow::<inner>().seed(self.0.seed);
        builder.clock(VirtualClock::default()).build()
    }

    /// Notes a call whose result is this number, which no other call has.
    pub async fn called(&self, execution: &str, result: u64) {
        let known = self.0.knows(execution, result).await;
        if known && self.0.owner(execution) == Some(self.1) {
            self.0.see(Seen::Again(self.1, result));
        }
        self.0.see(Seen::Called(self.1, result));
        for _ in 0..self.0.random.below(6) {
            tokio::task::yield_now().await;
        }
    }
}

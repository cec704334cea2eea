//! The ground of a schedule: the one store, as each engine sees it, and the world outside.

use crate::flows::{ID, inner, outer};
use std::sync::{Arc, Mutex};
use workflow::prelude::*;
use workflow::testing::random::Random;
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::history::{EventType, HistoryEvent};
use workflow_runtime::store::{
    Around, Begun, Commit, Described, MemoryStore, Query, Saved, Status, Store, StoreError,
};
use workflow_runtime::task::BoxFuture;

/// Something that was seen at the store or outside of it, by the number of the engine.
#[derive(Clone, Debug, PartialEq)]
pub enum Seen {
    /// The engine began, claimed or redrove an execution, and is its owner.
    Claimed(usize, String),
    Committed(usize, String),
    Called(usize, u64),
    /// A commit that the store refused, as another engine has claimed the execution.
    Fenced(usize),
    Unwritten(usize),
    Unacknowledged(usize),
    /// An answer, and true if it was taken.
    Answered(usize, bool),
    /// A stop of something that was asked for; and true if it was taken.
    Asked(usize, What),
    Stopped(usize, What, bool),
    Redriven(usize, What),
    /// A task that failed for good.
    Shaken(usize),
    /// A call of the owner although the result was in the store.
    Again(usize, u64),
}

/// The part that an execution has in a schedule.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum What {
    /// The first one.
    Outer,
    /// One that goes on in its place.
    Link,
    Nested,
    Item,
}

impl What {
    pub fn of(begun: &Begun) -> Self {
        match &*begun.machine {
            _ if begun.is_item() => What::Item,
            "outer" => What::Outer,
            "link" => What::Link,
            _ => What::Nested,
        }
    }
}

/// The engines after which nobody is lost, fails or stops anything any more, so that it ends.
pub const RESTLESS: usize = 8;

/// The one store, and the world outside.
pub struct Ground {
    pub seed: u64,
    /// True if somebody stops executions, and if tasks fail for good.
    pub stops: bool,
    pub shakes: bool,
    pub store: MemoryStore,
    pub random: Mutex<Random>,
    pub seen: Mutex<Vec<Seen>>,
    pub tokens: Mutex<Vec<(String, u64)>>,
}

impl Ground {
    pub fn new(seed: u64) -> Arc<Self> {
        let mut random = Random::new(seed, &[]);
        Arc::new(Ground {
            seed,
            stops: random.below(3) == 0,
            shakes: random.below(3) == 0,
            store: MemoryStore::default(),
            random: Mutex::new(random),
            seen: Mutex::default(),
            tokens: Mutex::default(),
        })
    }

    pub fn below(&self, most: u64) -> u64 {
        self.random.lock().unwrap().below(most)
    }

    pub fn see(&self, seen: Seen) {
        self.seen.lock().unwrap().push(seen);
    }
    /// The engine that owns an execution.
    pub fn owner(&self, execution: &str) -> Option<usize> {
        self.seen.lock().unwrap().iter().rev().find_map(|seen| match seen {
            Seen::Claimed(by, of) if of == execution => Some(*by),
            _ => None,
        })
    }

    /// The events of an execution that are in the store.
    pub async fn events(&self, execution: &str) -> Vec<HistoryEvent> {
        let reader = Engine::builder().store(self.store.clone()).build();
        reader.events(execution, 1, 10_000).await.unwrap_or_default()
    }

    /// All executions of a status, or of any.
    pub async fn all(&self, status: Option<Status>) -> Vec<Described> {
        let query = Query { status, items: true, ..Query::default() };
        self.store.list(query).await.unwrap().executions
    }

    /// The last of those that go on in place of each other.
    pub async fn last(&self) -> Described {
        let mut id: Arc<str> = ID.into();
        loop {
            let known = self.store.describe(&id).await.unwrap().unwrap();
            match known.continued.clone() {
                Some(next) => id = next,
                None => return known,
            }
        }
    }

    /// True if an execution is in the store, and has not ended.
    async fn is_open(&self, execution: &str) -> bool {
        let known = self.store.describe(execution).await.unwrap();
        known.is_some_and(|it| it.end.is_none())
    }
}

/// True if a history has this result of a task.
pub fn has(events: &[HistoryEvent], result: u64) -> bool {
    // The output of a call has more about it than its result; that of a callback has not.
    let outputs = [format!("\"output\":\"{result}\""), format!("Payload\\\":{result},")];
    events.iter().filter(|it| it.kind == EventType::TaskSucceeded).any(|event| {
        let event = event.json().to_string();
        outputs.iter().any(|output| event.contains(output))
    })
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
            let fault = view.0.below(40);
            if fault == 0 {
                view.0.see(Seen::Unwritten(view.1));
                return Err(StoreError::Stalled("not written".to_owned()));
            }
            // Late by so many turns of the others.
            let turns = if fault < 10 { view.0.below(12) } else { 0 };
            for _ in 0..turns {
                tokio::task::yield_now().await;
            }
            let execution = commit.execution.to_string();
            let takes = !view.0.is_open(&execution).await;
            if let Err(error) = view.0.store.commit(commit).await {
                if matches!(error, StoreError::Fenced(_)) {
                    view.0.see(Seen::Fenced(view.1));
                }
                return Err(error);
            }
            if takes {
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
            // One that has ended is only read.
            if let Ok(Some(Saved { end: None, .. })) = &saved {
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

    /// True if a task is to fail for good.
    pub fn shakes(&self) -> bool {
        self.0.shakes && self.1 < RESTLESS && self.0.below(2) == 0
    }

    /// Notes a call whose result is this number, which no other call has.
    pub async fn called(&self, execution: &str, result: u64) {
        let owns = self.0.owner(execution) == Some(self.1);
        if owns && has(&self.0.events(execution).await, result) {
            self.0.see(Seen::Again(self.1, result));
        }
        self.0.see(Seen::Called(self.1, result));
        for _ in 0..self.0.below(6) {
            tokio::task::yield_now().await;
        }
    }
}

//! Executions that are held in memory: workers may send heartbeats to them.
//!
//! The engine leaves executions that wait for long to the store. Answers with a token reach them there, heartbeats do not.

use super::{Inner, Service};
use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use workflow_runtime::Execution;
use workflow_runtime::store::{Begun, Query, Status};

/// The time after which executions are looked for again that are not held.
const AGAIN: Duration = Duration::from_secs(1);

/// The executions that are held.
#[derive(Default)]
pub(crate) struct Held {
    executions: Mutex<HashSet<Arc<str>>>,
    looked: Mutex<Option<Instant>>,
}

impl Held {
    fn add(&self, execution: &Arc<str>) -> bool {
        let mut held = self.executions.lock().unwrap_or_else(PoisonError::into_inner);
        held.insert(execution.clone())
    }

    fn has(&self, execution: &str) -> bool {
        let held = self.executions.lock().unwrap_or_else(PoisonError::into_inner);
        held.contains(execution)
    }

    fn remove(&self, execution: &str) {
        let mut held = self.executions.lock().unwrap_or_else(PoisonError::into_inner);
        held.remove(execution);
    }

    /// True once in a while.
    fn is_time(&self) -> bool {
        let mut looked = self.looked.lock().unwrap_or_else(PoisonError::into_inner);
        let time = looked.is_none_or(|last| last.elapsed() >= AGAIN);
        if time {
            *looked = Some(Instant::now());
        }
        time
    }
}

impl Service {
    /// Holds an execution until it ends, if a state of it waits for an answer with a token.
    pub(crate) fn hold(&self, execution: Execution, tokens: bool) {
        let id: Arc<str> = execution.id().into();
        if !tokens || !self.0.held.add(&id) {
            return;
        }
        let inner: Arc<Inner> = self.0.clone();
        tokio::spawn(async move {
            // However it ends: the store knows.
            drop(execution.await);
            inner.held.remove(&id);
        });
    }

    /// Holds all executions that run and may wait for an answer with a token.
    pub(crate) async fn hold_all(&self) {
        if !self.0.held.is_time() {
            return;
        }
        let mut query = Query { status: Some(Status::Running), limit: 1_000, ..Query::default() };
        loop {
            let page = match self.0.engine.executions(query.clone()).await {
                Ok(page) => page,
                Err(error) => {
                    tracing::warn!(%error, "cannot look for executions that wait");
                    return;
                }
            };
            for known in page.executions {
                self.hold_known(&known.begun).await;
            }
            match page.next {
                Some(next) => query.after = Some(next),
                None => return,
            }
        }
    }

    async fn hold_known(&self, begun: &Begun) {
        let found = self.catalog().of_execution(begun);
        let tokens = found.is_some_and(|(machine, revision)| {
            machine.document(&revision).is_some_and(|it| it.has_tokens())
        });
        if tokens && !self.0.held.has(&begun.id) {
            let (catalog, begun) = (self.0.catalog.clone(), begun.clone());
            let id = begun.id.clone();
            let revive = move |identity: &_, record| catalog.revived(&begun, identity, record);
            self.hold(self.0.engine.resume(&id, revive).await, true);
        }
    }
}

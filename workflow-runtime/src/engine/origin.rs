//! The origin of an execution: its identity, its seed, and for whom it runs.

use crate::chance;
use crate::engine::{Within, name};
use crate::key::Key;
use crate::machine::Identity;
use crate::resource::Resources;
use crate::task::{Heartbeat, TaskContext};
use jiff::Timestamp;
use std::sync::Arc;

/// Identity and seed of an execution, and its place in others: known from its beginning.
pub(crate) struct Origin {
    pub(crate) identity: Arc<Identity>,
    /// The seed of jitter, delays and ties.
    pub(crate) seed: u64,
    /// The key from which idempotency keys are made.
    pub(crate) name_key: Key,
    /// True if its result is its own in any case.
    pub(crate) alone: bool,
    /// Of an item of a distributed Map: the ARN of the execution around it.
    pub(crate) around: Option<Arc<str>>,
    /// The ARN of the execution that waits for its end, or that it follows.
    pub(crate) caller: Option<Arc<str>>,
    /// True if another execution started it.
    pub(crate) inside: bool,
    /// Of a child of a distributed Map: where it is in the executions around it.
    pub(crate) within: Within,
}

impl Origin {
    /// The origin of an execution that nobody else waits for.
    pub(crate) fn new(identity: Arc<Identity>, seed: u64) -> Self {
        let name_key = Key::named(&identity.id).seeded(seed);
        let within = Within::default();
        Origin {
            identity,
            seed,
            name_key,
            alone: false,
            around: None,
            caller: None,
            inside: false,
            within,
        }
    }

    /// The time from which its time limit counts: that of the last redrive, if there was one.
    pub(crate) fn began(&self) -> Timestamp {
        self.identity.redriven.unwrap_or(self.identity.started)
    }

    /// The seed of its outermost scope.
    pub(crate) fn root_seed(&self) -> u64 {
        chance::seed_of(&self.identity.id)
    }

    /// The context of its tasks, before the first is called.
    pub(crate) fn task_context(&self, resources: Resources) -> TaskContext {
        TaskContext {
            execution: self.identity.id.clone(),
            state: Arc::default(),
            attempt: 1,
            idempotency_key: self.name_key.idempotency(self.name_key, 0),
            resources,
            heartbeat: Heartbeat::default(),
            token: None,
        }
    }

    /// The name of the execution that goes on in its place, from the key and ordinal of the scope that says so: the same
    /// after a crash, so that it is not started twice.
    pub(crate) fn name_of_next(&self, scope: Option<(Key, u32)>) -> Arc<str> {
        let (key, ordinal) = scope.unwrap_or((self.name_key, 0));
        let (high, low) = key.idempotency(self.name_key, ordinal).halves();
        name(high, low)
    }
}

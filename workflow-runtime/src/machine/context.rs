//! The context of a step: everything a machine may know besides its state and the outcome, as plain data.

use crate::chance;
use crate::key::{self, Attempt, IdempotencyKey, Key};
use crate::limits::Limits;
use crate::token::Secret;
use jiff::Timestamp;
use std::sync::Arc;

use super::StepTrace;

/// The identity of an execution.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// Its ARN.
    pub id: Arc<str>,
    /// Its name.
    pub name: Arc<str>,
    /// The ARN of its state machine.
    pub machine: Arc<str>,
    /// The name of its state machine.
    pub machine_name: Arc<str>,
    /// The ARN of its role.
    pub role: Arc<str>,
    /// The time when it started.
    pub started: Timestamp,
    /// The number of its redrives, and the time of the last one.
    pub redrives: u32,
    /// See `redrives`.
    pub redriven: Option<Timestamp>,
}

/// Everything that [`Machine::step`](super::Machine::step) and [`Machine::effect`](super::Machine::effect) may read
/// besides the machine's own state: the time, the attempt, and the numbers that random values are drawn from.
///
/// A driver keeps one for each scope: [`StepContext::root`] for the workflow, [`StepContext::child`] for a branch or
/// an item. It calls [`StepContext::advance`] after each step, and counts `retries` itself.
#[derive(Clone, Debug)]
pub struct StepContext {
    /// The execution that the scope belongs to.
    pub execution: Arc<Identity>,
    /// The time. All expressions of one step see the same; read only where
    /// [`Machine::reads_time`](super::Machine::reads_time) says so.
    pub now: Timestamp,
    /// The number of retries of the effect of the current state.
    pub retries: u32,
    /// The retries of the Parallels and Maps around the scope, as one number: 0 if there were none.
    pub around: u32,
    /// Equal for all attempts of the current effect, different for every other one.
    pub key: IdempotencyKey,
    /// The seed of the scope. Random values are drawn from it and the visit.
    pub seed: u64,
    /// The number of states that the scope has entered.
    pub visits: u32,
    /// The limits of the size of data.
    pub limits: Limits,
    /// The secret from which tokens are made. The default is known to everybody.
    pub secret: Secret,
}

impl StepContext {
    /// The context of a workflow at its beginning.
    #[must_use]
    pub fn root(execution: Arc<Identity>, limits: Limits) -> Self {
        let (now, seed) = (execution.started, chance::seed_of(&execution.id));
        let key = Key::ROOT.idempotency(Key::named(&execution.id), 0);
        StepContext {
            execution,
            now,
            retries: 0,
            around: 0,
            key,
            seed,
            visits: 0,
            limits,
            secret: Secret::default(),
        }
    }

    /// The context of the child with this index of the Parallel or Map that the scope waits in.
    #[must_use]
    pub fn child(&self, index: u32) -> Self {
        let seed = chance::child_seed(self.seed, self.visits, index as usize);
        let (key, around) = (self.key.child(index), key::around(self.around, self.retries));
        StepContext { key, around, retries: 0, seed, visits: 0, ..self.clone() }
    }

    /// Takes in what a step has passed. `effect` says whether the state that was left had an effect: not at the start
    /// of a scope, and not for a Choice or Pass that only let others have their turn.
    pub fn advance(&mut self, passed: &StepTrace, effect: bool) {
        self.visits += passed.entered;
        self.retries = 0;
        if effect {
            self.key = self.key.next();
        }
    }

    /// The token of the current attempt, for tasks that are completed by a callback.
    #[must_use]
    pub fn token(&self) -> Arc<str> {
        let (around, retries) = (self.around, self.retries);
        self.secret.token(self.key, Attempt { redrives: self.execution.redrives, around, retries })
    }
}

impl Default for StepContext {
    fn default() -> Self {
        StepContext::root(Arc::default(), Limits::default())
    }
}

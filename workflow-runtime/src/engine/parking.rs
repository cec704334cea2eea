//! Leaving memory: an execution that only waits, for long, is left to the store.

use crate::clock::later;
use crate::engine::metrics;
use crate::engine::run::Run;
use crate::engine::scope::Waiting;
use crate::failure::Failure;
use crate::machine::Kind;
use crate::store::Status;
use jiff::Timestamp;

/// Seconds that an execution must have to wait for being worth its way out of memory and back.
const LONG: f64 = 5.0;

/// The most scopes of an execution that leaves memory at once.
const SMALL: usize = 16;
/// Seconds for each scope that a larger one rests before it leaves: many times what its way back costs.
const REST: f64 = 0.001;

impl Run {
    /// Leaves memory, if the execution only waits, for long, and nobody waits for it here. True if there is something to
    /// write first, or it has left.
    pub(crate) fn leave(&mut self) -> bool {
        let core = self.core.clone();
        if !core.recovery.is_attended()
            || self.origin.around.is_some()
            || self.is_committing()
            || core.registry.find(&self.origin.identity.machine_name).is_none()
            || !core.directory.is_alone(&self.origin.identity.id)
        {
            return false;
        }
        match self.waits.leaves {
            // Whoever is large takes long to come back: it rests first, however often it is told something.
            None if self.scopes.len() > SMALL => {
                self.waits.leaves = Some(later(self.now(), self.scopes.len() as f64 * REST));
                return true;
            }
            Some(leaves) if leaves > self.now() => return false,
            _ => {}
        }
        let Some(wake) = self.waits_until() else { return false };
        let Some(ledger) = &mut self.ledger else { return false };
        if ledger.waits_until(wake) {
            return true;
        }
        // It goes on here by now, whatever kept it from that before.
        core.recovery.forgive(&self.origin.identity.id);
        if !core.directory.park(&self.origin.identity.id) {
            return false;
        }
        metrics::parked();
        ledger.settled = true;
        self.conclusion.status = Status::Running;
        let text = "the execution waits in the store".to_owned();
        self.conclusion.result = Some(Err(Failure::interruption(text)));
        core.recovery.rouse();
        true
    }

    /// Returns when the execution has something to do by itself, the end of time if it waits to be told; `None` if it does
    /// something before long.
    fn waits_until(&mut self) -> Option<Timestamp> {
        let timer = self.waits.first_alarm(&self.scopes);
        let next = timer.map(|timer| timer.time).into_iter().chain(self.waits.deadline).min();
        let next = next.unwrap_or(Timestamp::MAX);
        let waits = next > later(self.now(), LONG)
            && self.jobs.is_empty()
            && self.scopes.ids().all(|id| self.only_waits(id));
        waits.then_some(next)
    }

    /// True if a scope waits for a time, for an answer with a token, or for its children. Heartbeats are heard in memory:
    /// who gives them works, and does not let others wait for days.
    fn only_waits(&self, id: u32) -> bool {
        let Some(scope) = self.scopes.get(id) else { return true };
        let awaited = |waiting: &Waiting| waiting.beat.is_some() || waiting.writing.is_some();
        if scope.waiting.as_deref().is_some_and(awaited) {
            return false;
        }
        let waits = scope.info().is_some_and(|info| info.kind == Kind::Wait);
        waits || scope.fork.is_some() || scope.times().retry.is_some() || self.waits_for_token(id)
    }
}

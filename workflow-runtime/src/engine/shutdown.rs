//! The orderly end of an engine: what runs may end, the rest is left to the store.

use crate::clock::passed;
use crate::engine::Engine;
use crate::engine::run::Run;
use crate::failure::Failure;
use crate::store::Status;
use crate::target::Shape;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;

/// The progress of the end of an engine.
#[derive(Default)]
pub(crate) struct Shutdown(AtomicU8);

/// Nothing begins any more.
const CLOSING: u8 = 1;
/// Tasks that still run are cut off.
const CLOSED: u8 = 2;

impl Shutdown {
    /// True if nothing is to begin any more.
    pub(crate) fn is_closing(&self) -> bool {
        self.0.load(Ordering::Acquire) >= CLOSING
    }

    fn is_closed(&self) -> bool {
        self.0.load(Ordering::Acquire) >= CLOSED
    }

    fn reach(&self, step: u8) {
        self.0.fetch_max(step, Ordering::AcqRel);
    }
}

impl Engine {
    /// Shuts the engine down. From now on no execution and no task begins. Tasks that run have until `patience` has
    /// passed on the engine's clock to end; their results are written. Then every execution is left in the store as
    /// running, for another engine to continue. Returns their ARNs. Whoever awaits one of them gets an interruption
    /// ([`Failure::is_interruption`]).
    ///
    /// A store that does not answer is waited for as long as it is while it cannot write
    /// ([`EngineBuilder::store_patience`](crate::engine::EngineBuilder::store_patience)).
    ///
    /// An execution that only waits (for a time, an answer, another execution) is left at once. Without a store,
    /// executions that have not ended by then are lost.
    pub async fn shutdown(&self, patience: Duration) -> Vec<Arc<str>> {
        let core = &self.0;
        core.shutdown.reach(CLOSING);
        core.triggers.rouse();
        core.recovery.held.wake();
        let open = core.directory.all();
        core.directory.wake_all();
        let ended = core.directory.emptied();
        tokio::select! {
            biased;
            () = ended => {}
            () = passed(&*core.clock, patience.as_secs_f64()) => {}
        }
        core.shutdown.reach(CLOSED);
        core.directory.wake_all();
        tokio::select! {
            biased;
            () = core.directory.emptied() => {}
            // Time that passes: it is the store that does not answer.
            () = tokio::time::sleep(core.store_patience) => {
                tracing::error!("the store does not answer: what is on its way to it may be lost");
            }
        }
        let left = open.into_iter().filter(|live| live.control.status() == Status::Running);
        left.map(|live| live.identity.id.clone()).collect()
    }
}

/// The failure of what is asked of an engine that ends.
pub(crate) fn closing() -> Failure {
    Failure::interruption("the engine is shutting down".to_owned())
}

impl Run {
    /// Leaves the execution to the store, if the engine ends and no task of it runs any more: true if it does.
    pub(crate) fn leave_at_shutdown(&mut self) -> bool {
        let shutdown = &self.core.shutdown;
        if !shutdown.is_closing() {
            return false;
        }
        if !shutdown.is_closed() && self.scopes.ids().any(|id| self.runs(id)) {
            return false;
        }
        self.abandon(closing());
        true
    }

    /// True if a scope waits for something that ends within this process: a body, a call, an execution in it.
    fn runs(&self, id: u32) -> bool {
        let Some(waiting) = self.scopes.get(id).and_then(|scope| scope.waiting.as_deref()) else {
            return false;
        };
        let for_permit = self.core.permits.is_some()
            && waiting.permit.is_none()
            && waiting.pending.is_none()
            && waiting.map_run.is_none();
        // No worker has taken it.
        let queued = waiting.pending.as_ref().is_some_and(|it| it.target.shape == Shape::Activity);
        let busy = waiting.body.is_some() || waiting.answer.is_some();
        busy && !for_permit && !queued && !self.waits_for_token(id)
    }
}

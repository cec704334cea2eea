//! The step at hand of an execution: what the machine is told, and what it passed.

use crate::engine::Core;
use crate::machine::{Identity, StepContext, StepTrace};
use std::sync::Arc;

/// One for all scopes: a step ends before the next begins.
pub(crate) struct Stepping {
    pub(crate) context: StepContext,
    pub(crate) trace: StepTrace,
    visits: u64,
}

impl Stepping {
    pub(crate) fn new(core: &Core, identity: &Arc<Identity>) -> Self {
        let root = StepContext::root(identity.clone(), core.limits);
        let context = StepContext { secret: core.secret, ..root };
        Stepping { context, trace: StepTrace::new(core.history, None), visits: 0 }
    }

    /// The next visit of a scope: what was set up for the last one is void.
    pub(crate) fn visit(&mut self) -> u64 {
        self.visits += 1;
        self.visits
    }
}

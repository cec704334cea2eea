//! Figures for whoever watches a service, through the facade of the crate `metrics`. Without the feature `metrics` nothing
//! is counted, and nothing costs anything.
//! The names, with what they count, stand in `docs/guide/control.md`.

use crate::machine::Identity;
use crate::store::Status;

#[cfg(feature = "metrics")]
mod on {
    use super::{Identity, Status};
    use metrics::{counter, gauge, histogram};
    use std::time::Instant;

    /// The counts of one execution since its last report: its hot path counts beside its data.
    #[derive(Clone, Copy, Debug, Default)]
    pub(crate) struct Counts {
        transitions: u32,
        attempts: u32,
        retries: u32,
    }

    impl Counts {
        pub(crate) fn transitions(&mut self, entered: u32) {
            self.transitions += entered;
        }

        pub(crate) fn attempt(&mut self) {
            self.attempts += 1;
        }

        pub(crate) fn retry(&mut self) {
            self.retries += 1;
        }

        /// Reports the counts, and begins anew.
        pub(crate) fn report(&mut self, of: &Identity) {
            let Counts { transitions, attempts, retries } = std::mem::take(self);
            for (name, count) in [
                ("workflow_transitions_total", transitions),
                ("workflow_attempts_total", attempts),
                ("workflow_retries_total", retries),
            ] {
                if count > 0 {
                    counter!(name, "workflow" => of.machine_name.clone()).increment(count.into());
                }
            }
        }
    }

    pub(crate) fn started(of: &Identity) {
        counter!("workflow_executions_started_total", "workflow" => of.machine_name.clone())
            .increment(1);
    }

    pub(crate) fn ended(of: &Identity, status: Status) {
        if status == Status::Running {
            return;
        }
        let workflow = of.machine_name.clone();
        counter!("workflow_executions_ended_total", "workflow" => workflow, "status" => status.name())
            .increment(1);
    }

    pub(crate) fn interrupted(of: &Identity) {
        counter!("workflow_executions_interrupted_total", "workflow" => of.machine_name.clone())
            .increment(1);
    }

    /// Says how many executions are in memory.
    pub(crate) fn running(all: usize) {
        #[allow(clippy::cast_precision_loss, reason = "executions in memory are fewer than 2^52")]
        gauge!("workflow_executions_running").set(all as f64);
    }

    /// True where somebody may look at the figures.
    pub(crate) const ON: bool = true;

    /// Says how many executions wait outside of memory.
    pub(crate) fn waiting(all: u64) {
        #[allow(clippy::cast_precision_loss, reason = "executions in a store are fewer than 2^52")]
        gauge!("workflow_executions_waiting").set(all as f64);
    }

    pub(crate) fn parked() {
        counter!("workflow_executions_parked_total").increment(1);
    }

    pub(crate) fn resumed() {
        counter!("workflow_executions_resumed_total").increment(1);
    }

    pub(crate) fn queued(more: bool) {
        let queue = gauge!("workflow_attempts_queued");
        if more { queue.increment(1.0) } else { queue.decrement(1.0) }
    }

    pub(crate) fn stalled() {
        counter!("workflow_commits_stalled_total").increment(1);
    }

    /// The time at which a commit was sent: it waits for the store until this is dropped.
    #[derive(Debug)]
    pub(crate) struct Sent(Instant);

    impl Sent {
        pub(crate) fn now() -> Self {
            gauge!("workflow_commits_waiting").increment(1.0);
            Sent(Instant::now())
        }

        pub(crate) fn written(self) {
            histogram!("workflow_commit_seconds").record(self.0.elapsed());
        }
    }

    impl Drop for Sent {
        fn drop(&mut self) {
            gauge!("workflow_commits_waiting").decrement(1.0);
        }
    }
}

#[cfg(not(feature = "metrics"))]
mod off {
    #![allow(clippy::unused_self, clippy::missing_const_for_fn, reason = "as with the feature")]
    use super::{Identity, Status};

    #[derive(Clone, Copy, Debug, Default)]
    pub(crate) struct Counts {}

    impl Counts {
        pub(crate) fn transitions(&mut self, _: u32) {}
        pub(crate) fn attempt(&mut self) {}
        pub(crate) fn retry(&mut self) {}
        pub(crate) fn report(&mut self, _: &Identity) {}
    }

    pub(crate) fn started(_: &Identity) {}
    pub(crate) fn ended(_: &Identity, _: Status) {}
    pub(crate) fn interrupted(_: &Identity) {}
    pub(crate) fn running(_: usize) {}
    pub(crate) const ON: bool = false;
    pub(crate) fn waiting(_: u64) {}
    pub(crate) fn parked() {}
    pub(crate) fn resumed() {}
    pub(crate) fn queued(_: bool) {}
    pub(crate) fn stalled() {}

    #[derive(Clone, Copy, Debug)]
    pub(crate) struct Sent {}

    impl Sent {
        pub(crate) fn now() -> Self {
            Sent {}
        }
        pub(crate) fn written(self) {}
    }
}

#[cfg(not(feature = "metrics"))]
pub(crate) use off::{
    Counts, ON, Sent, ended, interrupted, parked, queued, resumed, running, stalled, started,
    waiting,
};
#[cfg(feature = "metrics")]
pub(crate) use on::{
    Counts, ON, Sent, ended, interrupted, parked, queued, resumed, running, stalled, started,
    waiting,
};

//! Hands that reach into a schedule from outside: answers, stops and redrives, by any of the engines.

use crate::flows::SHAKEN;
use crate::ground::{Ground, Seen, What};
use workflow::prelude::*;
use workflow_runtime::store::{Described, Status};

/// The error with which executions are stopped.
const STOPPED: &str = "Enough";

pub struct Hands<'g> {
    pub ground: &'g Ground,
    pub engines: &'g [Engine],
    /// True as long as something is stopped.
    pub restless: bool,
}

impl Hands<'_> {
    /// The place of one of so many.
    fn place(&self, count: usize) -> usize {
        usize::try_from(self.ground.below(count as u64)).unwrap()
    }

    /// The place of one of the engines.
    fn any(&self) -> usize {
        self.place(self.engines.len())
    }

    fn one_of(&self, mut all: Vec<Described>) -> Option<Described> {
        let count = all.len();
        (count > 0).then(|| all.swap_remove(self.place(count)))
    }

    /// Answers now and then, one answer as often as it likes.
    pub async fn answer(&self) {
        if self.ground.below(5) > 0 {
            return;
        }
        let tokens = self.ground.tokens.lock().unwrap().clone();
        if let Some((token, number)) = tokens.last() {
            let by = self.any();
            // It may be too early, too late, or the second one.
            let taken = self.engines[by].complete(token, *number).await.is_ok();
            self.ground.see(Seen::Answered(by, taken));
        }
    }

    /// Stops one of those that run, now and then.
    pub async fn stop(&self) {
        if !self.restless || !self.ground.stops || self.ground.below(40) > 0 {
            return;
        }
        let open = self.ground.all(Some(Status::Running)).await;
        if let Some(one) = self.one_of(open) {
            self.stop_one(&one).await;
        }
    }

    async fn stop_one(&self, known: &Described) {
        let (by, what) = (self.any(), What::of(&known.begun));
        self.ground.see(Seen::Asked(by, what));
        let taken = self.engines[by].stop(&known.begun.id, STOPPED, "by somebody").await;
        self.ground.see(Seen::Stopped(by, what, taken == Ok(true)));
    }

    /// Redrives what has failed, and before that, perhaps, what that waited for. Where the commit fails, the next engine
    /// finds it as it is.
    pub async fn redrive(&self, failure: &Failure) {
        self.expect(failure);
        if !self.restless {
            return self.redrive_one(&self.ground.last().await).await;
        }
        let mut failed = self.ground.all(None).await;
        failed.retain(|it| What::of(&it.begun) == What::Nested && matches!(it.end, Some(Err(_))));
        if let Some(nested) = self.one_of(failed)
            && self.ground.below(2) == 0
        {
            self.redrive_one(&nested).await;
        }
        let last = self.ground.last().await;
        match self.ground.below(4) {
            0 => {
                tokio::join!(self.redrive_one(&last), self.redrive_one(&last));
            }
            1 => {
                tokio::join!(self.redrive_one(&last), self.stop_one(&last));
            }
            _ => self.redrive_one(&last).await,
        }
    }

    async fn redrive_one(&self, known: &Described) {
        let by = self.any();
        match self.engines[by].redrive(&known.begun.id).await {
            Ok(_) => self.ground.see(Seen::Redriven(by, What::of(&known.begun))),
            Err(failure) => {
                let runs = failure.error() == "ExecutionNotRedrivable";
                assert!(runs || failure.is_interruption(), "{failure}: {:?}", self.ground.seen);
            }
        }
    }

    /// Refuses a failure for which there is no reason.
    fn expect(&self, failure: &Failure) {
        let seen = self.ground.seen.lock().unwrap();
        let stopped = |what| seen.iter().any(|it| matches!(it, Seen::Asked(_, of) if *of == what));
        let right = match failure.error() {
            STOPPED => stopped(What::Outer) || stopped(What::Link),
            SHAKEN => true,
            "States.TaskFailed" => stopped(What::Nested),
            "States.ExceedToleratedFailureThreshold" => self.ground.shakes || stopped(What::Item),
            _ => false,
        };
        assert!(right, "{failure}: {seen:?}");
    }
}

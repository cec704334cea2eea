//! Redriven calls of executions: one that an earlier attempt began, and that has not failed, is waited for.
//!
//! On AWS a redrive begins a new nested execution, whatever has become of the one before; stopping the caller has stopped
//! that, as far as the service came to it. Here nothing that succeeded or still runs is done a second time.

use super::{Pattern, Request};
use crate::failure::Failure;
use crate::store::{Described, Status};
use serde_json::Value;

impl Request {
    /// Finds the execution that this call began before the last redrive, and takes its name, if that is to be waited for: it
    /// runs, has succeeded, or ended since. One that failed before stays what it is, and a new one begins.
    ///
    /// # Errors
    /// The store cannot be read.
    pub(super) async fn find_former(&mut self, input: &Value) -> Result<(), Failure> {
        let waits = matches!(self.target.pattern(), Pattern::Sync | Pattern::Sync2);
        let redrives = self.again.first().copied().unwrap_or(0);
        // A retrier begins a new one, as it does without a redrive.
        if !waits || redrives == 0 || self.context.attempt != 1 || !self.engine.has_store() {
            return Ok(());
        }
        for redrive in (0..redrives).rev() {
            let Some((name, known)) = self.last_of(redrive).await? else { continue };
            let failed = !matches!(known.status, Status::Running | Status::Succeeded);
            // One that failed at the very time begins anew: the other way it would never do. Both times may be of engines
            // whose clocks differ: by so much, one that failed just before is waited for, and fails the call once more; one
            // that failed just after begins anew.
            let before = self.redriven.is_none_or(|redriven| known.time <= redriven);
            let text = known.begun.input.as_deref().and_then(|it| serde_json::from_str(it).ok());
            if text == Some(input.clone()) && !(failed && before) {
                self.former = Some(name);
            }
            return Ok(());
        }
        // The start of the first one may be on its way yet, where its caller was stopped: under its name there is one.
        self.former = Some(self.name_after(0, 1));
        Ok(())
    }

    /// Looks for the execution that this call waited for before a crash. It may have ended since and been removed: it is not
    /// begun a second time.
    ///
    /// # Errors
    /// It is not there, or the store cannot be read.
    pub(super) async fn find_submitted(&self, name: &str) -> Result<(), Failure> {
        let waits = matches!(self.target.pattern(), Pattern::Sync | Pattern::Sync2);
        // After a redrive it may have waited for a former one that has failed since, and begins another one.
        let redriven = self.again.first().is_some_and(|redrives| *redrives > 0);
        if !waits || !self.submitted || redriven || !self.engine.has_store() {
            return Ok(());
        }
        let id = self.engine.place().execution(self.machine(), name);
        match self.engine.describe(&id).await.map_err(|error| error.interruption())? {
            Some(_) => Ok(()),
            None => Err(Failure::runtime(format!(
                "`{id}` had begun, and was removed before its end was known here: a redrive begins another one"
            ))),
        }
    }

    /// The execution that the last attempt of this call began, after so many redrives. The first attempt may have waited
    /// for one of before.
    async fn last_of(&self, redrives: u32) -> Result<Option<(String, Described)>, Failure> {
        let mut last = None;
        for attempt in 1.. {
            let name = self.name_after(redrives, attempt);
            let id = self.engine.place().execution(self.machine(), &name);
            let known = self.engine.describe(&id).await.map_err(|error| error.interruption())?;
            match known {
                Some(known) => last = Some((name, known)),
                None if attempt == 1 => {}
                None => break,
            }
        }
        Ok(last)
    }

    /// The name of the state machine that is called, without a version or an alias.
    pub(super) fn machine(&self) -> &str {
        let arn = self.arguments["StateMachineArn"].as_str().unwrap_or_default();
        let named = arn.split_once(":stateMachine:").map_or(arn, |(_, named)| named);
        named.split(':').next().unwrap_or_default()
    }
}

//! Redrives.

use crate::catalog::{Redrive, Run, refused};
use crate::model::Request;
use crate::moment::seconds;
use crate::refusal::{Answer, Refusal};
use crate::service::Service;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use std::sync::Arc;
use workflow_runtime::store::{Begun, Described};

/// The client tokens that are known of an execution, and the time for which they are (documented).
const TOKENS: usize = 10;
const VALID: SignedDuration = SignedDuration::from_mins(15);

impl Service {
    pub(super) async fn redrive(&self, request: &Request) -> Answer {
        // Who deletes the machine then sees that it runs.
        let _steady = self.catalog().steady().await;
        let _named = self.catalog().name(request.needed("executionArn")).await;
        let known = self.known_execution(request).await?;
        let arn = &*known.begun.id;
        let token = request.text("clientToken");
        if let Some(time) = token.and_then(|token| self.redriven_with(&known, token)) {
            return Ok(json!({ "redriveDate": seconds(time) }));
        }
        if self.is_over(&known.begun) {
            let message = format!("State machine is in DELETING status: '{arn}'");
            return Err(Refusal::new("ExecutionNotRedrivable", message));
        }
        if known.end.is_some() {
            self.note_redrive(&known, token).await?;
        }
        let redriven = self.0.engine.redrive(arn).await;
        redriven.map(drop).map_err(|failure| match failure.error() {
            "ExecutionNotRedrivable" => Refusal::new("ExecutionNotRedrivable", failure.reported()),
            "ExecutionDoesNotExist" => Refusal::execution(arn),
            _ => {
                tracing::error!(execution = arn, cause = failure.reported(), "cannot redrive");
                Refusal::new("InternalFailure", "The redrive failed. The server's log says why.")
            }
        })?;
        let known = self.0.engine.describe(arn).await.map_err(refused)?;
        let time = known.and_then(|it| it.redriven).unwrap_or_else(|| self.now());
        Ok(json!({ "redriveDate": seconds(time) }))
    }

    /// The time of the redrive that was asked for with this token, and made.
    fn redriven_with(&self, known: &Described, token: &str) -> Option<Timestamp> {
        let run = self.catalog().run(&known.begun.id)?;
        let found = run.redrives.iter().find(|it| it.token == token)?;
        let time = made(found, known)?;
        (self.now().duration_since(time) <= VALID).then_some(time)
    }

    /// The way in which an execution was started, to be kept with more.
    pub(super) fn run_of(&self, begun: &Begun) -> Result<Run, Refusal> {
        if let Some(run) = self.catalog().run(&begun.id) {
            return Ok(Run::clone(&run));
        }
        let found = self.catalog().of_execution(begun);
        let revision = found.ok_or_else(|| Refusal::execution(&begun.id))?.1.number;
        Ok(Run { execution: begun.id.to_string(), revision, ..Run::default() })
    }

    /// Writes the token of a redrive that is about to be made, if it has one: after a crash it is made once. Tokens of those
    /// that were not made are forgotten, for this one has their number.
    async fn note_redrive(&self, known: &Described, token: Option<&str>) -> Result<(), Refusal> {
        let begun = &known.begun;
        let there = self.catalog().run(&begun.id);
        let unmade = |run: &Arc<Run>| run.redrives.iter().any(|it| made(it, known).is_none());
        if token.is_none() && !there.as_ref().is_some_and(unmade) {
            return Ok(());
        }
        let mut run = self.run_of(begun)?;
        let now = self.now();
        run.redrives.retain_mut(|it| match made(it, known) {
            Some(time) => {
                it.time = time;
                Some(&*it.token) != token && now.duration_since(time) <= VALID
            }
            None => false,
        });
        let number = known.redrives + 1;
        let new = token.map(|token| Redrive { token: token.to_owned(), number, time: now });
        run.redrives.extend(new);
        let old = run.redrives.len().saturating_sub(TOKENS);
        run.redrives.drain(..old);
        self.catalog().change_run(run).await.map_err(refused)
    }
}

/// The time of a redrive, if it was made: of the last one the execution knows it.
fn made(redrive: &Redrive, known: &Described) -> Option<Timestamp> {
    match known.redrives.cmp(&redrive.number) {
        std::cmp::Ordering::Less => None,
        std::cmp::Ordering::Equal => Some(known.redriven.unwrap_or(redrive.time)),
        std::cmp::Ordering::Greater => Some(redrive.time),
    }
}

//! Redrives.

use crate::catalog::refused;
use crate::model::Request;
use crate::moment::seconds;
use crate::refusal::{Answer, Refusal};
use crate::service::Service;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use std::sync::PoisonError;

/// The client tokens that are known of an execution, and the time for which they are (documented).
const TOKENS: usize = 10;
const VALID: SignedDuration = SignedDuration::from_mins(15);
/// The executions whose tokens are known at once.
const MOST: usize = 10_000;

impl Service {
    pub(super) async fn redrive(&self, request: &Request) -> Answer {
        let known = self.known_execution(request).await?;
        let arn = &*known.begun.id;
        let token = request.text("clientToken");
        if let Some(time) = token.and_then(|token| self.redriven_with(arn, token)) {
            return Ok(json!({ "redriveDate": seconds(time) }));
        }
        // Who deletes the machine then sees that it runs.
        let _steady = self.catalog().steady().await;
        if self.is_over(&known.begun) {
            let message = format!("Its state machine was deleted: '{arn}'");
            return Err(Refusal::new("ExecutionNotRedrivable", message));
        }
        let redriven = self.0.engine.redrive(arn).await;
        redriven.map(drop).map_err(|failure| match failure.error() {
            "ExecutionNotRedrivable" => Refusal::new("ExecutionNotRedrivable", failure.cause()),
            "ExecutionDoesNotExist" => Refusal::execution(arn),
            _ => {
                tracing::error!(execution = arn, cause = failure.cause(), "cannot redrive");
                Refusal::new("InternalFailure", "The redrive failed. The server's log says why.")
            }
        })?;
        let known = self.0.engine.describe(arn).await.map_err(refused)?;
        let time = known.and_then(|it| it.redriven).unwrap_or_else(|| self.now());
        token.into_iter().for_each(|token| self.note_redrive(arn, token, time));
        Ok(json!({ "redriveDate": seconds(time) }))
    }

    /// The time of the redrive that was asked for with this token.
    fn redriven_with(&self, execution: &str, token: &str) -> Option<Timestamp> {
        let redriven = self.0.redriven.lock().unwrap_or_else(PoisonError::into_inner);
        let found = redriven.get(execution)?.iter().find(|(known, _)| known == token)?;
        (self.now().duration_since(found.1) <= VALID).then_some(found.1)
    }

    fn note_redrive(&self, execution: &str, token: &str, time: Timestamp) {
        let mut redriven = self.0.redriven.lock().unwrap_or_else(PoisonError::into_inner);
        if redriven.len() >= MOST {
            let now = self.now();
            redriven.retain(|_, tokens| {
                tokens.back().is_some_and(|(_, time)| now.duration_since(*time) <= VALID)
            });
        }
        let tokens = redriven.entry(execution.to_owned()).or_default();
        tokens.push_back((token.to_owned(), time));
        if tokens.len() > TOKENS {
            tokens.pop_front();
        }
    }
}

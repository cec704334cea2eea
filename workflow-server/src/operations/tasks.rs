//! The answers of workers to tasks that wait with a token.

use super::nothing;
use crate::catalog::refused;
use crate::model::Request;
use crate::refusal::{Answer, Refusal};
use crate::service::{Service, json_problem};
use serde_json::Value;
use workflow_runtime::Failure;
use workflow_runtime::connector::AnswerError;

impl Service {
    pub(super) async fn task_succeeded(&self, request: &Request) -> Answer {
        let (token, output) = (request.needed("taskToken"), request.needed("output"));
        let value: Value = serde_json::from_str(output).map_err(|_| {
            let why = json_problem(output);
            let why = why.as_deref().unwrap_or("Invalid output.");
            Refusal::new("InvalidOutput", format!("Invalid Output: '{why}'"))
        })?;
        let answered = self.0.engine.complete(token, value).await;
        answered.map_err(unanswered).map(|()| nothing())
    }

    pub(super) async fn task_failed(&self, request: &Request) -> Answer {
        let token = request.needed("taskToken");
        let text = |name| request.text(name).unwrap_or_default().to_owned();
        let failure = Failure::new(text("error"), text("cause"));
        let answered = self.0.engine.fail(token, failure).await;
        answered.map_err(unanswered).map(|()| nothing())
    }

    pub(super) async fn task_beats(&self, request: &Request) -> Answer {
        let token = request.needed("taskToken");
        let beaten = self.0.engine.heartbeat(token).await;
        beaten.map_err(unanswered).map(|()| nothing())
    }
}

fn unanswered(error: AnswerError) -> Refusal {
    match error {
        AnswerError::Store(error) => refused(error),
        AnswerError::NoJson(why) => {
            Refusal::new("InvalidOutput", format!("Invalid Output: '{why}'"))
        }
        AnswerError::Closed(_) => {
            let message = "Task Timed Out: 'Provided task does not exist anymore'";
            Refusal::new("TaskTimedOut", message)
        }
        _ => Refusal::token(),
    }
}

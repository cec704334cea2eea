//! An attempt of a task: its body is run, and what it comes to becomes the answer of a worker.

use serde_json::{Value, json};
use std::sync::Arc;
use tokio::sync::Notify;
use workflow_task::body::{attempt, kept};
use workflow_task::task::{Heartbeat, IdempotencyKey, TaskContext, TaskDefinition};
use workflow_task::way::Way;
use workflow_task::{Failure, Payload, Resources};

/// The most characters of a result, of the name of an error and of its cause (API reference).
const OUTPUT: usize = 262_144;
const ERROR: usize = 256;
const CAUSE: usize = 32_768;

/// A task that a worker has taken.
pub(crate) struct Taken {
    pub(crate) token: Arc<str>,
    input: String,
}

impl Taken {
    /// Reads what a poll came to; `None` if no task was there.
    pub(crate) fn read(told: &Value) -> Option<Self> {
        let token = told["taskToken"].as_str().filter(|token| !token.is_empty())?;
        let input = told["input"].as_str().unwrap_or("{}").to_owned();
        Some(Taken { token: token.into(), input })
    }

    /// Runs the body of a task; `beats` is told of its signs of life. `None` if another one answers, who has the token.
    pub(crate) async fn run(
        self,
        task: &TaskDefinition,
        activity: &str,
        resources: &Resources,
        beats: Arc<Notify>,
    ) -> Option<Answer> {
        let context = TaskContext {
            execution: "".into(),
            state: activity.into(),
            attempt: 1,
            idempotency_key: IdempotencyKey::from(&*self.token),
            resources: resources.clone(),
            heartbeat: Heartbeat::to(Some(beats)),
            token: Some(self.token),
        };
        let input = Payload::Text(self.input.into());
        let outcome = attempt(task, &context, input).await;
        match outcome.and_then(|result| text(task.name, &result)) {
            Ok(_) if matches!(task.way, Way::Callback) => None,
            Ok(output) => Some(Answer::Success(output)),
            Err(failure) => Some(Answer::Failure(failure)),
        }
    }
}

/// The answer to a task.
#[derive(Debug)]
pub(crate) enum Answer {
    Success(Arc<str>),
    Failure(Failure),
}

impl Answer {
    /// The operation that tells it, and its arguments.
    pub(crate) fn call(&self, token: &str) -> (&'static str, Value) {
        match self {
            Answer::Success(output) => {
                ("SendTaskSuccess", json!({ "taskToken": token, "output": **output }))
            }
            Answer::Failure(failure) => {
                // Typed errors are decoded from the form that Lambda's have.
                let cause = failure.reported();
                let (error, cause) = (cut(failure.error(), ERROR), cut(&cause, CAUSE));
                ("SendTaskFailure", json!({ "taskToken": token, "error": error, "cause": cause }))
            }
        }
    }
}

fn cut(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(end, _)| &text[..end])
}

/// The JSON text of a result.
fn text(task: &'static str, result: &Payload) -> Result<Arc<str>, Failure> {
    let text = kept(task, result)?;
    if text.chars().count() > OUTPUT {
        let message = format!("the task `{task}` returned more than {OUTPUT} characters");
        return Err(Failure::new("States.DataLimitExceeded", message));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]
    use super::*;
    use workflow_task::body::not_a_task;

    fn told(input: &str) -> Value {
        json!({ "taskToken": "t", "input": input })
    }

    async fn answer(task: TaskDefinition, input: &str) -> Option<(&'static str, Value)> {
        let taken = Taken::read(&told(input)).unwrap();
        let answer = taken.run(&task, "a", &Resources::default(), Arc::default()).await;
        answer.map(|it| it.call("t"))
    }

    const ECHO: TaskDefinition =
        TaskDefinition { run: |_, input| Box::pin(async { Ok(input) }), ..not_a_task("echo") };
    const PANICS: TaskDefinition =
        TaskDefinition { run: |_, _| panic!("at once"), ..not_a_task("panics") };
    const LATER: TaskDefinition =
        TaskDefinition { run: |_, _| Box::pin(async { panic!("later") }), ..not_a_task("later") };
    const TOLD: TaskDefinition = TaskDefinition { way: Way::Callback, ..ECHO };
    const LONG: TaskDefinition = TaskDefinition {
        run: |_, _| Box::pin(async { Ok(Payload::live("x".repeat(OUTPUT))) }),
        ..not_a_task("long")
    };

    #[tokio::test]
    async fn outcomes_become_answers() {
        let done = json!({ "taskToken": "t", "output": "{\"a\":1}" });
        assert_eq!(answer(ECHO, "{\"a\":1}").await, Some(("SendTaskSuccess", done)));
        assert_eq!(answer(TOLD, "1").await, None, "who has the token answers");
        for (task, error, cause) in [
            (PANICS, "Lambda.Unknown", "the task panicked: at once"),
            (LATER, "Lambda.Unknown", "the task panicked: later"),
            (
                LONG,
                "States.DataLimitExceeded",
                "the task `long` returned more than 262144 characters",
            ),
        ] {
            let failed = json!({ "taskToken": "t", "error": error, "cause": cause });
            assert_eq!(answer(task, "1").await, Some(("SendTaskFailure", failed)));
        }
    }

    #[test]
    fn a_typed_error_is_told_as_catchers_read_it() {
        let form = r#"{"errorType":"Declined","errorMessage":"{\"reason\":\"stolen\"}"}"#;
        let (_, params) = Answer::Failure(Failure::new("Declined", form)).call("t");
        assert_eq!(params["cause"], form);
    }

    #[test]
    fn no_task_is_none_and_long_causes_are_cut() {
        assert!(Taken::read(&json!({ "taskToken": null })).is_none());
        assert!(Taken::read(&json!({})).is_none());
        let failure = Failure::new("é".repeat(300), "ü".repeat(CAUSE + 1));
        let (_, params) = Answer::Failure(failure).call("t");
        assert_eq!(params["error"].as_str().unwrap().chars().count(), ERROR);
        assert_eq!(params["cause"].as_str().unwrap().chars().count(), CAUSE);
    }
}

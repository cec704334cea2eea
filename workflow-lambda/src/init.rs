//! What goes wrong before the first invocation: told to the Runtime API and to the log.

use crate::choice::NoTask;
use crate::lambda::BoxError;
use lambda_runtime::Diagnostic;
use lambda_runtime_api_client::body::Body;
use lambda_runtime_api_client::{Client, build_request};
use std::fmt;
use std::time::Duration;

/// The longest time that the Runtime API has to take an error.
const PATIENCE: Duration = Duration::from_secs(2);

/// The variables that Lambda sets, and `lambda_runtime` cannot do without.
const VARIABLES: [&str; 4] = [
    "AWS_LAMBDA_RUNTIME_API",
    "AWS_LAMBDA_FUNCTION_NAME",
    "AWS_LAMBDA_FUNCTION_VERSION",
    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
];

/// The reason for which a function does not begin.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// The program does not run as a Lambda function: this variable is missing.
    Outside(&'static str),
    /// The configuration names no task.
    NoTask(NoTask),
    /// The resources could not be made.
    Resources(BoxError),
    /// The task needs a resource of this type, and none is there.
    Missing { task: &'static str, resource: &'static str },
    /// The Runtime API cannot be used any more.
    Runtime(BoxError),
}

impl Refusal {
    /// Finds out that this is no Lambda function.
    pub(crate) fn outside() -> Option<Self> {
        let missing = |name: &&str| std::env::var_os(name).is_none_or(|value| value.is_empty());
        VARIABLES.into_iter().find(missing).map(Refusal::Outside)
    }

    /// The name of the error, as Lambda names its own.
    fn name(&self) -> &'static str {
        match self {
            Refusal::Outside(_) | Refusal::Runtime(_) => "Runtime.Unknown",
            Refusal::NoTask(_) => "Runtime.NoSuchTask",
            Refusal::Resources(_) => "Runtime.ResourcesFailed",
            Refusal::Missing { .. } => "Runtime.ResourceMissing",
        }
    }

    /// Tells the Runtime API. It may have gone, which changes nothing.
    pub(crate) async fn report(&self) {
        if matches!(self, Refusal::Outside(_) | Refusal::Runtime(_)) {
            return;
        }
        let diagnostic =
            Diagnostic { error_type: self.name().to_owned(), error_message: self.to_string() };
        let Ok(body) = serde_json::to_vec(&diagnostic) else { return };
        let request = build_request()
            .method(http::Method::POST)
            .uri("/2018-06-01/runtime/init/error")
            .header("lambda-runtime-function-error-type", self.name())
            .body(Body::from(body));
        let (Ok(request), Ok(client)) = (request, Client::builder().build()) else { return };
        let _ = tokio::time::timeout(PATIENCE, client.call(request)).await;
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::Outside(variable) => write!(
                f,
                "this program serves tasks within AWS Lambda, which sets {variable}; to run a workflow here, write \
                 `workflow::cli!` into the `main` of another program"
            ),
            Refusal::NoTask(error) => error.fmt(f),
            Refusal::Resources(error) => write!(f, "the resources could not be made: {error}"),
            Refusal::Missing { task, resource } => write!(
                f,
                "the task `{task}` needs a resource of type `{resource}`, and none is registered: insert one in \
                 `.resources(..)`"
            ),
            Refusal::Runtime(error) => write!(f, "the Runtime API of Lambda: {error}"),
        }
    }
}

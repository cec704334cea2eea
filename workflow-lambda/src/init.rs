//! Errors before the first invocation, for the Runtime API and the log.

use crate::choice::NoTask;
use lambda_runtime::Diagnostic;
use lambda_runtime_api_client::body::Body;
use lambda_runtime_api_client::{Client, build_request};
use std::error::Error;
use std::fmt;
use std::time::Duration;

/// Any error, with a text for people.
pub type BoxError = Box<dyn Error + Send + Sync>;

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
    /// This variable is missing.
    Incomplete(&'static str),
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
    /// Finds a variable that is missing beside the address of the Runtime API.
    pub(crate) fn incomplete() -> Option<Self> {
        let missing = |name: &&str| std::env::var_os(name).is_none_or(|value| value.is_empty());
        VARIABLES.into_iter().find(missing).map(Refusal::Incomplete)
    }

    /// The name of the error, as Lambda names its own.
    fn name(&self) -> &'static str {
        match self {
            Refusal::Incomplete(_) | Refusal::Runtime(_) => "Runtime.Unknown",
            Refusal::NoTask(_) => "Runtime.NoSuchTask",
            Refusal::Resources(_) => "Runtime.ResourcesFailed",
            Refusal::Missing { .. } => "Runtime.ResourceMissing",
        }
    }

    /// The error in Lambda's form.
    pub(crate) fn diagnostic(&self) -> Diagnostic {
        Diagnostic { error_type: self.name().to_owned(), error_message: self.to_string() }
    }

    /// Tells the Runtime API. It may have gone, which changes nothing.
    pub(crate) async fn report(&self) {
        if matches!(self, Refusal::Incomplete(_) | Refusal::Runtime(_)) {
            return;
        }
        let Ok(body) = serde_json::to_vec(&self.diagnostic()) else { return };
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
            Refusal::Incomplete(variable) => {
                write!(f, "AWS_LAMBDA_RUNTIME_API is set, but {variable} is not: Lambda sets both")
            }
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

//! The request and the response.

use serde_json::{Map, Value, json};
use std::fmt;

/// A state to test, and with what.
#[derive(Clone, Debug, Default)]
pub struct TestState {
    /// The state; or a whole machine, of which [`TestState::state`] names one.
    pub definition: Value,
    /// The name of the state, in a whole machine.
    pub state: Option<String>,
    /// Its input.
    pub input: Value,
    /// The ARN of a role: a Task without a mock needs one.
    pub role: Option<String>,
    /// The level of detail.
    pub inspection: Inspection,
    /// Variables and their values.
    pub variables: Map<String, Value>,
    /// The mock of the service, or of the children.
    pub mock: Option<Mock>,
    /// Fields of the context object; for a mock only.
    pub context: Option<Value>,
    /// The situation that the state is assumed to be in.
    pub configuration: Configuration,
    /// True if secrets of HTTP tasks are to be shown; not with a mock.
    pub reveal_secrets: bool,
}

/// The level of detail of a test's report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Inspection {
    /// Its outcome.
    #[default]
    Info,
    /// Also what its data was at each step.
    Debug,
    /// Also requests and responses of HTTP tasks.
    Trace,
}

/// The mocked result or error of a service.
#[derive(Clone, Debug, PartialEq)]
pub struct Mock {
    /// The result; or an error name and a cause.
    pub outcome: Result<Value, (String, String)>,
    /// The strictness with which the result is compared with the service's model.
    pub validation: FieldValidation,
}

impl Mock {
    /// A result, checked strictly.
    #[must_use]
    pub fn result(value: Value) -> Self {
        Mock { outcome: Ok(value), validation: FieldValidation::Strict }
    }
    /// A failure.
    pub fn error(error: impl Into<String>, cause: impl Into<String>) -> Self {
        Mock { outcome: Err((error.into(), cause.into())), validation: FieldValidation::Strict }
    }
}

/// The strictness with which a mocked result is compared with the service's model.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FieldValidation {
    /// Fields that are there, and whether all that must be there are.
    #[default]
    Strict,
    /// Fields that are there.
    Present,
    /// Not at all.
    None,
}

/// The situation that the tested state is assumed to be in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Configuration {
    /// The number of earlier retries.
    pub retries: u32,
    /// The state within that failed.
    pub caused_by: Option<String>,
    /// The number of iterations that failed.
    pub failed_iterations: Option<u64>,
    /// The data that its ItemReader reads, as it is in its source: a text; other JSON stands for its text.
    pub reader_data: Option<Value>,
}

/// The result of a test.
#[derive(Clone, Debug, PartialEq)]
pub struct Tested {
    /// Its end.
    pub status: Status,
    /// The output that it hands on.
    pub output: Option<Value>,
    /// The error name.
    pub error: Option<String>,
    /// The cause.
    pub cause: Option<String>,
    /// The state that follows.
    pub next: Option<String>,
    /// Its data at each step: the names are AWS's. Empty with [`Inspection::Info`].
    pub inspection: Map<String, Value>,
}

/// The status of a tested state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It succeeded.
    Succeeded,
    /// It failed.
    Failed,
    /// It would be tried again.
    Retriable,
    /// A catcher takes its failure.
    CaughtError,
}

impl Status {
    /// As AWS writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Status::Succeeded => "SUCCEEDED",
            Status::Failed => "FAILED",
            Status::Retriable => "RETRIABLE",
            Status::CaughtError => "CAUGHT_ERROR",
        }
    }
}

/// A test that cannot be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// `ValidationException` or `InvalidDefinition`.
    pub code: &'static str,
    /// The message.
    pub message: String,
}

impl Rejected {
    pub(super) fn request(message: impl Into<String>) -> Self {
        Rejected { code: "ValidationException", message: message.into() }
    }
    pub(super) fn definition(message: impl Into<String>) -> Self {
        Rejected { code: "InvalidDefinition", message: message.into() }
    }
}

impl fmt::Display for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}
impl std::error::Error for Rejected {}

impl TestState {
    /// A state, with nothing else.
    #[must_use]
    pub fn new(definition: Value) -> Self {
        TestState { definition, input: json!({}), ..TestState::default() }
    }
}

impl Tested {
    /// As AWS's API has it, its texts of JSON decoded.
    #[must_use]
    pub fn json(&self) -> Value {
        let mut all = Map::new();
        let mut put = |key: &str, value: Option<Value>| {
            value.map(|value| all.insert(key.to_owned(), value));
        };
        put("output", self.output.clone());
        put("error", self.error.clone().map(Value::from));
        put("cause", self.cause.clone().map(Value::from));
        let inspection = &self.inspection;
        put("inspectionData", (!inspection.is_empty()).then(|| json!(inspection)));
        put("nextState", self.next.clone().map(Value::from));
        put("status", Some(json!(self.status.name())));
        Value::Object(all)
    }
}

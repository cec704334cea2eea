//! A refused call: the exception's code and text, as AWS has them.

use serde_json::{Map, Value, json};

/// An exception: a call that is refused, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Its name, such as `StateMachineDoesNotExist`.
    pub code: &'static str,
    /// Its text.
    pub message: String,
    /// A member of the exception besides its text.
    pub detail: Option<(&'static str, String)>,
}

/// The result of a call: the members of the response.
pub(crate) type Answer = Result<Value, Refusal>;

impl Refusal {
    /// Makes an exception of this name and text.
    #[must_use]
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Refusal { code, message: message.into(), detail: None }
    }

    fn with(self, name: &'static str, value: impl Into<String>) -> Self {
        Refusal { detail: Some((name, value.into())), ..self }
    }

    /// The thing of an ARN is not there (recorded).
    pub(crate) fn missing(code: &'static str, kind: &str, arn: &str) -> Self {
        Refusal::new(code, format!("{kind} Does Not Exist: '{arn}'"))
    }

    pub(crate) fn machine(arn: &str) -> Self {
        Refusal::missing("StateMachineDoesNotExist", "State Machine", arn)
    }

    pub(crate) fn execution(arn: &str) -> Self {
        Refusal::missing("ExecutionDoesNotExist", "Execution", arn)
    }

    /// A resource that tags are asked of (recorded).
    pub(crate) fn resource(arn: &str) -> Self {
        let message = format!("Resource not found: '{arn}'");
        Refusal::new("ResourceNotFound", message).with("resourceName", arn)
    }

    /// A version, an alias or a Map Run that a call refers to (recorded of aliases).
    pub(crate) fn reference(arn: &str) -> Self {
        let message = "Request references a resource that does not exist.";
        Refusal::new("ResourceNotFound", message).with("resourceName", arn)
    }

    /// The code of a machine is a workflow that the program which serves does not have.
    pub(crate) fn without_program(name: &str) -> Self {
        Refusal::validation(format!(
            "The state machine '{name}' was a workflow of the program that served it, and this program has no such workflow"
        ))
    }

    /// The operation is one of STANDARD machines, or of EXPRESS ones (recorded).
    pub(crate) fn of_type() -> Self {
        let message = "This operation is not supported by this type of state machine";
        Refusal::new("StateMachineTypeNotSupported", message)
    }

    /// An ARN of this kind of resource does not belong here (recorded of `express`).
    pub(crate) fn out_of_context(resource: &str) -> Self {
        let message = format!("Invalid Arn: 'Resource type not valid in this context: {resource}'");
        Refusal::new("InvalidArn", message)
    }

    /// A token of a page, or of a task, that nobody has given out (recorded).
    pub(crate) fn token() -> Self {
        Refusal::new("InvalidToken", "Invalid Token: 'Invalid token'")
    }

    pub(crate) fn validation(message: impl Into<String>) -> Self {
        Refusal::new("ValidationException", message)
    }

    /// A violated constraint of the request that has a reason of its own.
    pub(crate) fn because(reason: &'static str, message: impl Into<String>) -> Self {
        Refusal::validation(message).with("reason", reason)
    }

    /// Something that AWS does and this server does not.
    pub(crate) fn unsupported(what: &str) -> Self {
        Refusal::validation(format!("This server does not support {what}"))
    }

    /// The status of the response (API reference).
    #[must_use]
    pub fn status(&self) -> u16 {
        match self.code {
            "ServiceQuotaExceededException" => 402,
            "IncompleteSignatureException"
            | "InvalidSignatureException"
            | "MissingAuthenticationTokenException"
            | "UnrecognizedClientException" => 403,
            "ConflictException" => 409,
            "RequestEntityTooLargeException" => 413,
            "InternalFailure" => 500,
            "ServiceUnavailable" => 503,
            _ => 400,
        }
    }

    /// The body of the response.
    #[must_use]
    pub fn body(&self) -> Value {
        let mut body = Map::new();
        body.insert("__type".into(), json!(self.code));
        body.insert("message".into(), json!(self.message));
        if let Some((name, value)) = &self.detail {
            body.insert((*name).to_owned(), json!(value));
        }
        Value::Object(body)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exception_has_its_type_its_text_and_its_own_members() {
        let refusal = Refusal::resource("arn:x");
        let body = json!({
            "__type": "ResourceNotFound",
            "message": "Resource not found: 'arn:x'",
            "resourceName": "arn:x",
        });
        assert_eq!((refusal.status(), refusal.body()), (400, body));
        assert_eq!(Refusal::new("ConflictException", "").status(), 409);
    }
}

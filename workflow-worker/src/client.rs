//! Calls of the API: AWS JSON 1.0 over HTTP/1.1, each on a connection of its own.

use serde_json::Value;
use std::fmt;
use std::time::Duration;
use workflow_aws::{Endpoint, Incoming, Keys, Outgoing};

/// The name of the service in signatures.
const SERVICE: &str = "states";
/// The most bytes of a response: an input of 256 KiB, and what JSON writes of it within a text.
const MOST: usize = 4 << 20;

/// A client of an API. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Client {
    endpoint: Endpoint,
    region: String,
    keys: Option<Keys>,
}

/// The reason why a call failed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ApiError {
    /// The API refused it.
    Refused {
        /// The status of the response.
        status: u16,
        /// The name of the exception, such as `ActivityDoesNotExist`.
        code: String,
        /// Its text.
        message: String,
    },
    /// No answer came.
    Unreached(String),
}

impl ApiError {
    /// True if the same call may go well later.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        match self {
            ApiError::Unreached(_) => true,
            ApiError::Refused { status, code, .. } => {
                *status >= 500
                    || *status == 429
                    || code.contains("Throttling")
                    || code.ends_with("LimitExceeded")
            }
        }
    }

    /// True if the task that the call is about is over: its time has passed, or somebody has answered.
    pub(crate) fn is_over(&self) -> bool {
        let over = ["TaskTimedOut", "TaskDoesNotExist", "InvalidToken"];
        matches!(self, ApiError::Refused { code, .. } if over.contains(&&**code))
    }

    fn unreached(why: impl fmt::Display) -> Self {
        ApiError::Unreached(why.to_string())
    }

    /// Reads an exception out of a response.
    fn read(status: u16, body: &[u8]) -> Self {
        let told: Value = serde_json::from_slice(body).unwrap_or_default();
        let text = |names: [&str; 2]| names.into_iter().find_map(|name| told[name].as_str());
        let code = text(["__type", "code"]).unwrap_or("UnknownError");
        // Some services write `com.amazonaws.states#TaskTimedOut`.
        let code = code.rsplit('#').next().unwrap_or(code).to_owned();
        let message = text(["message", "Message"]).unwrap_or_default().to_owned();
        ApiError::Refused { status, code, message }
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ApiError::Refused { code, message, .. } if message.is_empty() => f.write_str(code),
            ApiError::Refused { code, message, .. } => write!(f, "{code}: {message}"),
            ApiError::Unreached(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for ApiError {}

impl Client {
    /// Makes a client of an API whose calls are not signed.
    #[must_use]
    pub fn new(endpoint: Endpoint, region: impl Into<String>) -> Self {
        Client { endpoint, region: region.into(), keys: None }
    }

    /// Signs calls with these keys.
    #[must_use]
    pub fn keys(self, keys: Option<Keys>) -> Self {
        Client { keys, ..self }
    }

    /// Calls an operation, and waits for its response for so long.
    pub(crate) async fn call(
        &self,
        operation: &str,
        params: &Value,
        within: Duration,
    ) -> Result<Value, ApiError> {
        let called = tokio::time::timeout(within, self.exchange(operation, params.to_string()));
        let late = || ApiError::Unreached(format!("no answer within {} s", within.as_secs()));
        let Incoming { status, body, .. } = called.await.map_err(|_| late())??;
        if status != 200 {
            return Err(ApiError::read(status, &body));
        }
        serde_json::from_slice(&body)
            .map_err(|error| ApiError::unreached(format!("the answer: {error}")))
    }

    async fn exchange(&self, operation: &str, body: String) -> Result<Incoming, ApiError> {
        let request = Outgoing::post("/", body)
            .header("content-type", "application/x-amz-json-1.0")
            .header("x-amz-target", format!("AWSStepFunctions.{operation}"))
            .signed(&self.endpoint, self.keys.as_ref(), &self.region, SERVICE);
        self.endpoint.exchange(request, MOST).await.map_err(ApiError::unreached)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exceptions_are_read_and_judged() {
        let read = |status, body: &str| ApiError::read(status, body.as_bytes());
        let over = read(400, r#"{"__type":"com.amazonaws.swf#TaskTimedOut","message":"late"}"#);
        assert_eq!(over.to_string(), "TaskTimedOut: late");
        assert!(over.is_over() && !over.is_passing());
        for (status, body, passing) in [
            (400, r#"{"__type":"ThrottlingException"}"#, true),
            (400, r#"{"__type":"ActivityWorkerLimitExceeded"}"#, true),
            (503, "down", true),
            (400, r#"{"__type":"ActivityDoesNotExist"}"#, false),
            (403, r#"{"__type":"InvalidSignatureException"}"#, false),
        ] {
            assert_eq!(read(status, body).is_passing(), passing, "{body}");
        }
        assert!(ApiError::unreached("refused").is_passing());
    }
}

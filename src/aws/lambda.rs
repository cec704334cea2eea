//! AWS Lambda: functions by their names. A `#[task]` is one already; a function that is there, with types of yours, is
//! declared in one line:
//!
//! ```
//! use workflow::aws::lambda;
//! use workflow::prelude::*;
//!
//! /// The price of an article.
//! #[task(resource = "arn:aws:states:::lambda:invoke")]
//! async fn price(function_name: String, payload: String) -> Result<lambda::Invoked<f64>, lambda::Error>;
//! # fn main() {}
//! ```

use crate::Failure;
use serde_json::Value;

request! {
    /// The arguments of [`invoke()`].
    Invoke;
    /// A call of a function.
    call {
        /// The name or ARN of the function.
        function_name: String,
        /// Its input.
        payload: Value,
    }
    optional {
        /// JSON in Base64, for the function's context.
        client_context: String,
        /// `RequestResponse`, `Event` or `DryRun`.
        invocation_type: String,
        /// `Tail`: the end of the log.
        log_type: String,
        /// A version or an alias.
        qualifier: String,
    }
}

/// The answer of a function.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize, workflow_macros::Data)]
#[serde(rename_all = "PascalCase")]
pub struct Invoked<O> {
    /// The version that ran.
    pub executed_version: Option<String>,
    /// The value that it returned.
    pub payload: O,
    /// 200; of an `Event` 202.
    pub status_code: u16,
}

failures! {
    /// There is no such function.
    ResourceNotFound "Lambda.ResourceNotFoundException",
    /// More calls than may run.
    TooManyRequests "Lambda.TooManyRequestsException",
    /// The service fails.
    Service "Lambda.ServiceException",
    /// The function ended without an answer.
    Unknown "Lambda.Unknown",
    /// The service is not reached.
    Unreached "Lambda.SdkClientException",
}

/// Calls a function.
#[workflow_macros::task(resource = "arn:aws:states:::lambda:invoke", name = "lambda:invoke")]
pub async fn invoke(call: Invoke) -> Result<Invoked<Value>, Error>;

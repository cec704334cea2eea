//! HTTP APIs, through a connection of EventBridge that holds the secret.

use crate::Failure;
use crate::aws::Texts;
use serde_json::Value;
use std::collections::BTreeMap;

request! {
    /// The arguments of [`invoke()`].
    Invoke;
    /// A request.
    request {
        /// The address: `https://api.example.com/orders`.
        api_endpoint: String,
        /// `GET`, `POST`, `PUT`, `DELETE`, `PATCH`, `OPTIONS` or `HEAD`.
        method: String,
        /// The connection.
        invocation_config: Connection,
    }
    optional {
        /// Headers.
        headers: Texts,
        /// Parameters behind `?`.
        query_parameters: Texts,
        /// The body.
        request_body: Value,
        /// The form of the body.
        transform: Transform,
    }
}

response! {
    /// A connection of EventBridge.
    Connection {
        /// Its ARN.
        connection_arn: String,
    }
}

response! {
    /// The form of a body.
    Transform {
        /// `NONE` or `URL_ENCODED`.
        request_body_encoding: String,
    }
}

/// The answer of an API.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize, workflow_macros::Data)]
#[serde(rename_all = "PascalCase")]
pub struct Response<B> {
    /// Headers, which may stand several times.
    pub headers: BTreeMap<String, Vec<String>>,
    /// The body.
    pub response_body: B,
    /// 200 to 299: others are failures.
    pub status_code: u16,
    /// Such as `OK`.
    pub status_text: String,
}

failures! {
    /// The API does not know who asks.
    Unauthorized "States.Http.StatusCode.401",
    /// Not for who asks.
    Forbidden "States.Http.StatusCode.403",
    /// Not there.
    NotFound "States.Http.StatusCode.404",
    /// It does not fit what is there.
    Conflict "States.Http.StatusCode.409",
    /// Too often.
    TooManyRequests "States.Http.StatusCode.429",
    /// The API fails.
    Internal "States.Http.StatusCode.500",
    /// The API is not there for now.
    Unavailable "States.Http.StatusCode.503",
    /// No answer within 60 seconds.
    NoAnswer "States.Http.Socket",
}

/// Calls an API.
#[workflow_macros::task(resource = "arn:aws:states:::http:invoke", name = "http:invoke")]
pub async fn invoke(request: Invoke) -> Result<Response<Value>, Error>;

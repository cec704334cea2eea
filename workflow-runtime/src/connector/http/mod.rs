//! The HTTP task, for real: `arn:aws:states:::http:invoke` (Developer Guide, "Call HTTPS APIs").

mod connection;
mod encode;
mod endpoint;

pub use connection::Connection;

use super::{Connector, Reply, Request, Target};
use crate::failure::Failure;
use crate::task::BoxFuture;
use endpoint::Endpoint;
use reqwest::Response;
use serde_json::{Map, Value, json};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

/// The longest time of a call (Developer Guide, "Quotas related to HTTP Task").
const LONGEST: Duration = Duration::from_secs(60);
/// The number of bytes that are read of a response: the range that AWS asks for.
const LARGEST: usize = 262_145;

/// Calls HTTP APIs. A call names a connection by its ARN, and is sent with the credentials and parameters of the connection.
///
/// A call is limited to 60 seconds and its response to 256 KiB, as on AWS. A status that is not 2xx fails the task
/// with an error such as `States.Http.StatusCode.404`, and the body as the cause; no answer at all is `States.Http.Socket`.
///
/// ```
/// use workflow_runtime::Engine;
/// use workflow_runtime::connector::{Connection, Http};
///
/// let arn = "arn:aws:events:us-east-1:123456789012:connection/bank/1234";
/// let http = Http::default().connection(arn, Connection::basic("me", "a secret"));
/// let engine = Engine::builder().connector(http).build();
/// ```
#[derive(Clone, Debug, Default)]
pub struct Http {
    client: reqwest::Client,
    connections: HashMap<String, Connection>,
}

impl Http {
    /// Adds a connection, which calls name by its ARN.
    #[must_use]
    pub fn connection(mut self, arn: &str, connection: Connection) -> Self {
        self.connections.insert(arn.to_owned(), connection);
        self
    }

    fn endpoint(&self, arguments: &Value) -> Result<Endpoint, Failure> {
        let arn = ["InvocationConfig", "Authentication"]
            .iter()
            .find_map(|field| arguments.get(field)?.get("ConnectionArn")?.as_str());
        let arn = arn.ok_or_else(|| {
            Failure::runtime("an HTTP task needs InvocationConfig with a ConnectionArn")
        })?;
        let connection = self.connections.get(arn).ok_or_else(|| {
            Failure::runtime(format!("there is no connection `{arn}`: `Http::connection` adds it"))
        })?;
        Endpoint::new(arguments, connection).map_err(Failure::runtime)
    }
}

impl Connector for Http {
    fn takes(&self, target: &Target) -> bool {
        target.action() == Some(("http", "invoke"))
    }

    fn call(&self, request: Request) -> BoxFuture<Result<Reply, Failure>> {
        let endpoint = self.endpoint(&request.arguments);
        let client = self.client.clone();
        Box::pin(async move {
            let call = send(&client, endpoint?);
            let late = |_| Failure::new(SOCKET, "no answer within 60 seconds");
            let result = tokio::time::timeout(LONGEST, call).await.map_err(late)??;
            Ok(Reply::Done(Arc::new(result)))
        })
    }
}

const SOCKET: &str = "States.Http.Socket";

/// A call that came to no answer.
fn socket(error: reqwest::Error) -> Failure {
    Failure::new(SOCKET, chain(&error))
}

async fn send(client: &reqwest::Client, endpoint: Endpoint) -> Result<Value, Failure> {
    let mut request = client.request(endpoint.method, endpoint.url).headers(endpoint.headers);
    if let Some(body) = endpoint.body {
        request = request.body(body);
    }
    if let Some((name, password)) = endpoint.basic {
        request = request.basic_auth(name, Some(password));
    }
    let response = request.send().await.map_err(socket)?;
    let status = response.status();
    let headers = headers(&response);
    let text = body(response).await?;
    if !status.is_success() {
        return Err(Failure::new(format!("States.Http.StatusCode.{}", status.as_u16()), text));
    }
    let body = serde_json::from_str(&text).unwrap_or(Value::String(text));
    Ok(json!({
        "Headers": headers,
        "ResponseBody": body,
        "StatusCode": status.as_u16(),
        "StatusText": status.canonical_reason().unwrap_or_default(),
    }))
}

/// The text of a response, as far as a state may hold it.
async fn body(mut response: Response) -> Result<String, Failure> {
    let mut bytes = vec![];
    while let Some(chunk) = response.chunk().await.map_err(socket)? {
        bytes.extend_from_slice(&chunk);
        if bytes.len() > LARGEST {
            bytes.truncate(LARGEST);
            break;
        }
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Each header with all of its values.
fn headers(response: &Response) -> Map<String, Value> {
    let mut all = Map::new();
    for (name, value) in response.headers() {
        let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
        let values = all.entry(name.as_str()).or_insert_with(|| json!([]));
        if let Value::Array(values) = values {
            values.push(value.into());
        }
    }
    all
}

/// An error with all that brought it about.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        text += &format!(": {error}");
        source = error.source();
    }
    text
}

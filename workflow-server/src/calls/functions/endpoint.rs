//! A function behind an HTTP endpoint.

use super::{MOST, failed, result, told, too_long};
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::header::{CONTENT_TYPE, HOST};
use hyper::{Request, Uri};
use hyper_util::rt::TokioIo;
use serde::Deserialize;
use serde_json::Value;
use tokio::net::TcpStream;
use workflow_runtime::Failure;

/// Lambda's mark of a function that failed.
const FUNCTION_ERROR: &str = "x-amz-function-error";

/// The address of an endpoint.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Endpoint(Uri);

impl TryFrom<String> for Endpoint {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        let uri: Uri = text.parse().map_err(|error| format!("`{text}` is no address: {error}"))?;
        if uri.scheme_str() != Some("http") || uri.host().is_none() {
            return Err(format!("`{text}` is no address of the form http://host:port/path"));
        }
        Ok(Endpoint(uri))
    }
}

impl Endpoint {
    /// Posts a payload, and reads the result.
    pub(super) async fn post(&self, payload: &str) -> Result<Value, Failure> {
        let unreached = |why: &dyn std::fmt::Display| {
            failed("Lambda.ServiceException", &format!("the endpoint {}: {why}", self.0))
        };
        let host = self.0.host().unwrap_or_default().trim_matches(['[', ']']);
        let port = self.0.port_u16().unwrap_or(80);
        let stream = TcpStream::connect((host, port)).await.map_err(|error| unreached(&error))?;
        let (mut sender, connection) =
            http1::handshake(TokioIo::new(stream)).await.map_err(|error| unreached(&error))?;
        let path = self.0.path_and_query().map_or("/", |it| it.as_str());
        let authority = self.0.authority().map_or(host, |it| it.as_str());
        let request = Request::post(path)
            .header(HOST, authority)
            .header(CONTENT_TYPE, "application/json")
            .body(Full::new(Bytes::from(payload.to_owned())))
            .map_err(|error| unreached(&error))?;
        let exchange = async {
            let response = sender.send_request(request).await.map_err(|error| unreached(&error))?;
            let (head, body) = response.into_parts();
            let body = Limited::new(body, MOST).collect().await.map_err(|error| {
                if error.is::<LengthLimitError>() { too_long() } else { unreached(&error) }
            })?;
            Ok::<_, Failure>((head, body.to_bytes()))
        };
        // The connection is driven as long as the exchange takes.
        let (head, body) = tokio::select! {
            biased;
            exchanged = exchange => exchanged?,
            Err(error) = connection => return Err(unreached(&error)),
        };
        let value = result(&body);
        let failed = value.as_ref().ok().and_then(told);
        match failed {
            Some(failure) => Err(failure),
            None if head.headers.contains_key(FUNCTION_ERROR) => {
                Err(super::failed("Unhandled", &String::from_utf8_lossy(&body)))
            }
            None if !head.status.is_success() => {
                Err(unreached(&format!("it answers with the status {}", head.status)))
            }
            None => value,
        }
    }
}

//! Requests that are sent, and their responses.

use crate::endpoint::Endpoint;
use crate::outgoing::Outgoing;
use http_body_util::{BodyExt, Limited};
use hyper::HeaderMap;
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use std::fmt;

/// A response.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// Its status.
    pub status: u16,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body.
    pub body: Bytes,
}

impl Endpoint {
    /// Sends a request, and reads its response with a limit on the bytes of its body.
    ///
    /// # Errors
    /// No answer came, or a larger one.
    pub async fn exchange(&self, request: Outgoing, most: usize) -> Result<Incoming, String> {
        let request = request.request()?;
        let stream = self.connect().await.map_err(text)?;
        let (mut sender, connection) =
            http1::handshake(TokioIo::new(stream)).await.map_err(text)?;
        let exchange = async {
            let response = sender.send_request(request).await.map_err(text)?;
            let (head, body) = response.into_parts();
            let body = Limited::new(body, most).collect().await.map_err(text)?.to_bytes();
            Ok(Incoming { status: head.status.as_u16(), headers: head.headers, body })
        };
        // The connection is driven as long as the exchange takes.
        tokio::select! {
            biased;
            exchanged = exchange => exchanged,
            Err(error) = connection => Err(text(error)),
        }
    }
}

fn text(error: impl fmt::Display) -> String {
    error.to_string()
}

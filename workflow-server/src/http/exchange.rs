//! One request and its response.

use super::Options;
use super::audit::{self, Audit};
use super::body::Sent;
use super::entry::Entry;
use super::guard;
#[cfg(feature = "console")]
use super::{entry, page};
use crate::access::{Role, claimed, claimed_region, nobody};
use crate::answer::{BODY, Call, Reply};
use crate::model;
use crate::refusal::Refusal;
use crate::service::Service;
use http_body_util::BodyExt;
use hyper::body::{Body, Bytes, Incoming};
use hyper::header::{
    AUTHORIZATION, CONNECTION, CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue,
};
use hyper::http::request::Parts;
use hyper::{Method, Request, Response, StatusCode};
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// The most bytes of the form with which a browser logs in.
const FORM: usize = 8 << 10;
/// The path at which tools for LocalStack ask whether it is ready, and the answer: the port is open, so it is.
const HEALTH: &str = "/_localstack/health";
const HEALTHY: &str = concat!(
    r#"{"services":{"stepfunctions":"running"},"edition":"workflow","version":""#,
    env!("CARGO_PKG_VERSION"),
    r#""}"#
);
/// The header that names the operation of a call.
pub(super) const TARGET: &str = "x-amz-target";
/// The header with the trace that a call belongs to.
const TRACE: &str = "x-amzn-trace-id";
const REQUEST_ID: HeaderName = HeaderName::from_static("x-amzn-requestid");
const ERROR_TYPE: HeaderName = HeaderName::from_static("x-amzn-errortype");

/// The service of a server, its console, and the callers that it knows.
#[derive(Clone)]
pub(super) struct Served {
    service: Service,
    entry: Option<Arc<Entry>>,
    ending: watch::Receiver<bool>,
    #[cfg(feature = "console")]
    console: crate::console::Console,
}

impl Served {
    /// Serves a service; `stop` turns true when the server ends.
    pub(super) fn new(
        service: Service,
        options: &Options,
        port: u16,
        stop: watch::Receiver<bool>,
    ) -> Self {
        let entry = options
            .credentials
            .clone()
            .map(|it| Arc::new(Entry::new(it, port, options.is_encrypted())));
        #[cfg(feature = "console")]
        let console = crate::console::Console::new(service.clone(), stop.clone());
        Served {
            service,
            entry,
            ending: stop,
            #[cfg(feature = "console")]
            console,
        }
    }
}

/// Answers a request. A body is read as far as it may be long, within the time it may take.
pub(super) async fn answer(
    served: Served,
    request: Request<Incoming>,
    peer: IpAddr,
    reading: Duration,
) -> Response<Sent> {
    let service = &served.service;
    let id = service.unique();
    let (head, body) = request.into_parts();
    let failed =
        |status, refusal: &Refusal| response(Reply { status, ..Reply::refused(refusal) }, &id);
    let unknown = || failed(404, &Refusal::new("UnknownOperationException", "Calls are POST /"));
    if let Some(why) = guard::refusal(&head.method, &head.headers, served.entry.is_some()) {
        return closing(failed(403, &Refusal::new("AccessDeniedException", why)));
    }
    if head.method == Method::GET && head.uri.path() == HEALTH {
        return response(Reply { status: 200, error: None, body: HEALTHY.to_owned() }, &id);
    }
    #[cfg(feature = "console")]
    if let Some(page) = served.page(&head).await {
        return page;
    }
    let login = served.entry.as_ref().filter(|_| head.uri.path() != "/");
    if head.method != Method::POST || (head.uri.path() != "/" && login.is_none()) {
        return closing(unknown());
    }
    let may_know = |entry: &Arc<Entry>| entry.may_know(&head, service.now());
    if login.is_none() && !served.entry.as_ref().is_none_or(may_know) {
        // Nothing is read of whoever does not even say who it is.
        return closing(response(Reply::refused(&nobody()), &id));
    }
    if let Some(encoding) = encoded(&head.headers) {
        // The bytes are read by nobody.
        let message = format!("Content-Encoding '{encoding}' is not supported");
        return closing(failed(415, &Refusal::new("SerializationException", message)));
    }
    let most = if login.is_some() { FORM } else { BODY };
    let body = match tokio::time::timeout(reading, whole(body, most)).await {
        Ok(Ok(body)) => body,
        Ok(Err(refusal)) => return closing(response(Reply::refused(&refusal), &id)),
        Err(_) => {
            let refusal = Refusal::new("RequestTimeoutException", "The body did not come in time");
            return closing(failed(408, &refusal));
        }
    };
    if let Some(entry) = login {
        let answer = entry.answer(&head, &body, peer, service.now()).await;
        return answer.unwrap_or_else(unknown);
    }
    response(served.called(&head, &body, peer).await, &id)
}

impl Served {
    /// Answers a call of the API by a caller who may make it.
    async fn called(&self, head: &Parts, body: &[u8], peer: IpAddr) -> Reply {
        let target = head.headers.get(TARGET).and_then(|it| it.to_str().ok());
        let operation = target.and_then(|it| it.rsplit('.').next()).unwrap_or_default();
        let trace = head.headers.get(TRACE).and_then(|it| it.to_str().ok());
        let caller = match &self.entry {
            None => None,
            Some(entry) => match entry.caller(head, body, peer, self.service.now()).await {
                Ok(caller) => Some(caller),
                Err(refusal) => return Reply::refused(&refusal),
            },
        };
        // Told also where the caller goes away before the answer.
        let mut told = Audit::new(caller.as_ref(), operation, self.service.now());
        let refused = caller.as_ref().and_then(|caller| audit::refusal(caller, operation));
        let reply = match refused {
            Some(refusal) => Reply::refused(&refusal),
            None => match self.settled(head, operation).await {
                Err(refusal) => Reply::refused(&refusal),
                Ok(()) => {
                    let ending = Some(self.ending.clone());
                    self.service.answer_within(Call { target, body }, trace, ending).await
                }
            },
        };
        told.status = Some(reply.status);
        reply
    }

    /// Decides on the account and the region of ARNs by the signature of a call, unless that is decided or there is no such operation.
    async fn settled(&self, head: &Parts, operation: &str) -> Result<(), Refusal> {
        if self.service.is_settled() || model::operation(operation).is_none() {
            return Ok(());
        }
        let claim = head.headers.get(AUTHORIZATION).and_then(|it| it.to_str().ok());
        let (key, region) = claim.map_or(("", ""), |it| (claimed(it), claimed_region(it)));
        self.service.settle(key, region, Role::is_change(operation)).await
    }

    /// Answers a request of the console; `None` if it is another one. A caller that is not known logs in first.
    #[cfg(feature = "console")]
    async fn page(&self, head: &Parts) -> Option<Response<Sent>> {
        let Some(entry) = &self.entry else {
            return page::answer(&self.console, head, None).await;
        };
        if head.method != Method::GET && head.method != Method::HEAD {
            return None;
        }
        if let Some(login) = entry.form(head) {
            return Some(login);
        }
        let now = self.service.now();
        let known = entry.session(&head.headers, now).zip(entry.ending(&head.headers, now));
        let Some((caller, ending)) = known else {
            return Some(entry::stranger(head.uri.path()));
        };
        let mut response = page::answer(&self.console, head, Some(&caller)).await?;
        // Whoever logs out, or is logged in no more, is told no more.
        response.body_mut().end_with(ending.wait());
        Some(response)
    }
}

/// The encoding of a body that is not as it is.
fn encoded(headers: &HeaderMap) -> Option<String> {
    let given = headers.get(CONTENT_ENCODING)?;
    let name = String::from_utf8_lossy(given.as_bytes()).trim().to_ascii_lowercase();
    (!name.is_empty() && name != "identity").then_some(name)
}

/// Reads a body of so many bytes at most. One that says that it is too long is not read at all. What has come is kept in one
/// piece: of a body in many small parts these would take more room than it does.
async fn whole(mut body: Incoming, most: usize) -> Result<Bytes, Refusal> {
    let too_long = || {
        let message = format!("Request size is larger than {most} bytes");
        Refusal::new("RequestEntityTooLargeException", message)
    };
    if body.size_hint().lower() > most as u64 {
        return Err(too_long());
    }
    let mut bytes = Vec::new();
    while let Some(frame) = body.frame().await {
        let cut_off = |_| Refusal::new("SerializationException", "The body was cut off");
        let Ok(part) = frame.map_err(cut_off)?.into_data() else { continue };
        if bytes.len() + part.len() > most {
            return Err(too_long());
        }
        bytes.extend_from_slice(&part);
    }
    Ok(bytes.into())
}

fn response(reply: Reply, id: &str) -> Response<Sent> {
    let mut response = Response::new(Sent::from(reply.body));
    *response.status_mut() =
        StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(Reply::TYPE));
    headers.extend(HeaderValue::from_str(id).ok().map(|id| (REQUEST_ID, id)));
    headers.extend(reply.error.map(|error| (ERROR_TYPE, HeaderValue::from_static(error))));
    response
}

/// Ends the connection with the response: what is left of the request is not read.
fn closing(mut response: Response<Sent>) -> Response<Sent> {
    response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    response
}

//! One request and its response.

use super::body::Sent;
use super::entry::{self, Entry};
use super::guard;
#[cfg(feature = "console")]
use super::page;
use crate::access::Credentials;
use crate::answer::{BODY, Call, Reply};
use crate::refusal::Refusal;
use crate::service::Service;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use hyper::body::{Body, Bytes, Incoming};
use hyper::header::{CONNECTION, CONTENT_TYPE, HeaderName, HeaderValue};
use hyper::http::request::Parts;
use hyper::{Method, Request, Response, StatusCode};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// The header that names the operation of a call.
pub(super) const TARGET: &str = "x-amz-target";
const REQUEST_ID: HeaderName = HeaderName::from_static("x-amzn-requestid");
const ERROR_TYPE: HeaderName = HeaderName::from_static("x-amzn-errortype");

/// The service of a server, its console, and the callers that it knows.
#[derive(Clone)]
pub(super) struct Served {
    service: Service,
    entry: Option<Arc<Entry>>,
    #[cfg(feature = "console")]
    console: crate::console::Console,
}

impl Served {
    /// Serves a service; `stop` turns true when the server ends.
    pub(super) fn new(
        service: Service,
        credentials: Option<Credentials>,
        stop: watch::Receiver<bool>,
    ) -> Self {
        let entry = credentials.map(|it| Arc::new(Entry::new(it)));
        #[cfg(feature = "console")]
        let console = crate::console::Console::new(service.clone(), stop);
        #[cfg(not(feature = "console"))]
        drop(stop);
        Served {
            service,
            entry,
            #[cfg(feature = "console")]
            console,
        }
    }
}

/// Answers a request. A body is read as far as it may be long, within the time it may take.
pub(super) async fn answer(
    served: Served,
    request: Request<Incoming>,
    reading: Duration,
) -> Response<Sent> {
    let service = &served.service;
    let id = service.unique();
    let (head, body) = request.into_parts();
    if let Some(why) = guard::refusal(&head.headers, served.entry.is_some()) {
        let refusal = Refusal::new("AccessDeniedException", why);
        return closing(response(Reply { status: 403, ..Reply::refused(&refusal) }, &id));
    }
    #[cfg(feature = "console")]
    if let Some(page) = served.page(&head).await {
        return page;
    }
    let login = served.entry.as_ref().filter(|_| head.uri.path() != "/");
    if head.method != Method::POST || (head.uri.path() != "/" && login.is_none()) {
        let refusal = Refusal::new("UnknownOperationException", "Calls are POST /");
        return closing(response(Reply { status: 404, ..Reply::refused(&refusal) }, &id));
    }
    let body = match tokio::time::timeout(reading, whole(body)).await {
        Ok(Ok(body)) => body,
        Ok(Err(refusal)) => return closing(response(Reply::refused(&refusal), &id)),
        Err(_) => {
            let refusal = Refusal::new("RequestTimeoutException", "The body did not come in time");
            return closing(response(Reply { status: 408, ..Reply::refused(&refusal) }, &id));
        }
    };
    if let Some(entry) = login {
        let unknown = || {
            let refusal = Refusal::new("UnknownOperationException", "Calls are POST /");
            response(Reply { status: 404, ..Reply::refused(&refusal) }, &id)
        };
        return entry.answer(&head, &body, service.now()).unwrap_or_else(unknown);
    }
    response(served.called(&head, &body).await, &id)
}

impl Served {
    /// Answers a call of the API by a caller who may make it.
    async fn called(&self, head: &Parts, body: &[u8]) -> Reply {
        let target = head.headers.get(TARGET).and_then(|it| it.to_str().ok());
        let operation = target.and_then(|it| it.rsplit('.').next()).unwrap_or_default();
        let caller = match &self.entry {
            None => None,
            Some(entry) => match entry.caller(head, body, operation, self.service.now()) {
                Ok(caller) => Some(caller),
                Err(refusal) => {
                    let reply = Reply::refused(&refusal);
                    entry::audit(None, operation, reply.status, self.service.now());
                    return reply;
                }
            },
        };
        let reply = self.service.answer(Call { target, body }).await;
        entry::audit(caller.as_ref(), operation, reply.status, self.service.now());
        reply
    }

    /// Answers a request of the console; `None` if it is another one. Who is not known logs in first.
    #[cfg(feature = "console")]
    async fn page(&self, head: &Parts) -> Option<Response<Sent>> {
        if let Some(entry) = &self.entry
            && (head.method == Method::GET || head.method == Method::HEAD)
        {
            let now = self.service.now();
            if let Some(login) = entry.answer(head, &[], now) {
                return Some(login);
            }
            if entry.session(&head.headers, now).is_none() {
                return Some(entry::stranger(head.uri.path()));
            }
        }
        page::answer(&self.console, head).await
    }
}

/// Reads a body. One that says that it is too long is not read at all.
async fn whole(body: Incoming) -> Result<Bytes, Refusal> {
    let too_long = || {
        let message = format!("Request size is larger than {BODY} bytes");
        Refusal::new("RequestEntityTooLargeException", message)
    };
    if body.size_hint().lower() > BODY as u64 {
        return Err(too_long());
    }
    match Limited::new(body, BODY).collect().await {
        Ok(body) => Ok(body.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => Err(too_long()),
        Err(_) => Err(Refusal::new("SerializationException", "The body was cut off")),
    }
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

//! Requests of the console's pages.

use super::body::Sent;
use super::exchange::TARGET;
use crate::access::Caller;
use crate::console::{Asked, Console, Content, Reply};
use hyper::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, HeaderName, HeaderValue,
    IF_NONE_MATCH, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use hyper::http::request::Parts;
use hyper::{Method, Response, StatusCode};

/// Pages load and call this server alone, and no page of others shows them.
const POLICY: &str = "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

/// The headers of all replies.
const HEADERS: [(HeaderName, &str); 7] = [
    (CONTENT_SECURITY_POLICY, POLICY),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (X_FRAME_OPTIONS, "DENY"),
    (REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    // Of a file: kept, and asked for again by its tag.
    (CACHE_CONTROL, "no-cache"),
];

/// Answers a request of the console; `None` if it is another one.
pub(super) async fn answer(
    console: &Console,
    head: &Parts,
    caller: Option<&Caller>,
) -> Option<Response<Sent>> {
    let gets = head.method == Method::GET || head.method == Method::HEAD;
    // A call of the API by GET is a mistake, and is told of.
    if !gets || head.headers.contains_key(TARGET) || is_of_others(head) {
        return None;
    }
    let known = head.headers.get(IF_NONE_MATCH).and_then(|it| it.to_str().ok());
    let asked =
        Asked { path: head.uri.path(), query: head.uri.query().unwrap_or(""), known, caller };
    console.answer(&asked).await.map(response)
}

fn response(reply: Reply) -> Response<Sent> {
    let body = match reply.content {
        Content::File(text) => Sent::from(text),
        Content::Text(text) => Sent::from(text),
        Content::Live(texts) => Sent::Live(texts, None),
    };
    let mut response = Response::new(body);
    *response.status_mut() =
        StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    headers.extend(HEADERS.map(|(name, value)| (name, HeaderValue::from_static(value))));
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(reply.media));
    match reply.tag {
        Some(tag) => headers.extend(HeaderValue::from_str(&tag).ok().map(|it| (ETAG, it))),
        None => drop(headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"))),
    }
    response
}

/// True for what the page of another site loads: it may lead to the console, and not hold its connections.
fn is_of_others(head: &Parts) -> bool {
    let cross = head.headers.get("sec-fetch-site").is_some_and(|it| it == "cross-site");
    cross && head.uri.path() != "/"
}

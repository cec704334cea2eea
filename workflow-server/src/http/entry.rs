//! The callers of a server that knows them: signed calls, and browsers that have logged in.

use super::body::Sent;
use crate::access::{Caller, Credentials, Role, Sessions, Signed, verify};
use crate::refusal::Refusal;
use hyper::body::Bytes;
use hyper::header::{
    AUTHORIZATION, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, COOKIE, HeaderMap,
    HeaderValue, LOCATION, SET_COOKIE, X_FRAME_OPTIONS,
};
use hyper::http::request::Parts;
use hyper::{Method, Response, StatusCode};
use jiff::Timestamp;
use std::sync::Arc;

/// The page that asks for a key and its secret.
const LOGIN: &str = "/console/login";
const LOGOUT: &str = "/console/logout";
/// The cookie with the name of a session.
const SESSION: &str = "workflow-session";
/// The login page loads nothing, and is sent to this server alone.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The callers that a server knows.
pub(super) struct Entry {
    credentials: Credentials,
    sessions: Sessions,
}

impl Entry {
    pub(super) fn new(credentials: Credentials) -> Self {
        Entry { credentials, sessions: Sessions::default() }
    }

    /// Finds the caller of a call of the API.
    pub(super) fn caller(
        &self,
        head: &Parts,
        body: &[u8],
        now: Timestamp,
    ) -> Result<Caller, Refusal> {
        match self.session(&head.headers, now) {
            Some(caller) if !head.headers.contains_key(AUTHORIZATION) => Ok(caller),
            _ => self.signer(head, body, now),
        }
    }

    /// True if a call may have a caller: it has a session, or a signature that its body may fit.
    pub(super) fn may_know(&self, head: &Parts, now: Timestamp) -> bool {
        head.headers.contains_key(AUTHORIZATION) || self.session(&head.headers, now).is_some()
    }

    fn signer(&self, head: &Parts, body: &[u8], now: Timestamp) -> Result<Caller, Refusal> {
        let headers = head.headers.iter().filter_map(|(name, value)| {
            Some((name.as_str(), std::str::from_utf8(value.as_bytes()).ok()?))
        });
        let headers = headers.collect();
        let signed = Signed { method: head.method.as_str(), path: head.uri.path(), headers, body };
        verify(&signed, &self.credentials, now)
    }

    /// Finds the caller of a browser's session.
    pub(super) fn session(&self, headers: &HeaderMap, now: Timestamp) -> Option<Caller> {
        self.sessions.find(cookie(headers)?, now)
    }

    /// Answers what has to do with the login of a browser; `None` if that is not asked for.
    pub(super) fn answer(
        &self,
        head: &Parts,
        body: &[u8],
        now: Timestamp,
    ) -> Option<Response<Sent>> {
        match (&head.method, head.uri.path()) {
            (&Method::GET, LOGIN) => Some(page("")),
            (&Method::POST, LOGIN) => Some(self.login(body, now)),
            (&Method::POST, LOGOUT) => {
                cookie(&head.headers).into_iter().for_each(|name| self.sessions.end(name));
                Some(redirect(LOGIN, Some("")))
            }
            _ => None,
        }
    }

    fn login(&self, body: &[u8], now: Timestamp) -> Response<Sent> {
        let mut told = Audit::new(None, "Login", now);
        let (key, secret) = (field(body, "key"), field(body, "secret"));
        let begun = key.zip(secret).and_then(|(key, secret)| {
            self.sessions.begin(&self.credentials, key.trim(), secret.trim(), now)
        });
        told.status = Some(if begun.is_some() { 303 } else { 403 });
        match begun {
            Some((name, caller)) => {
                told.key = Some(caller.key);
                redirect("/", Some(&name))
            }
            None => page("<p role=alert>This key and secret do not belong together.</p>"),
        }
    }
}

/// The refusal of an operation that a caller may not call.
pub(super) fn refusal(caller: &Caller, operation: &str) -> Option<Refusal> {
    let Caller { key, role } = caller;
    let message =
        format!("User: {key} is not authorized to perform: states:{operation}: it may read");
    (!role.may_call(operation)).then(|| Refusal::new("AccessDeniedException", message))
}

/// A line of the log: who has changed something, or tried to. It is written when it is dropped.
pub(super) struct Audit<'a> {
    key: Option<Arc<str>>,
    operation: &'a str,
    now: Timestamp,
    /// The status of the answer, if there was one.
    pub(super) status: Option<u16>,
}

impl<'a> Audit<'a> {
    pub(super) fn new(caller: Option<&Caller>, operation: &'a str, now: Timestamp) -> Self {
        Audit { key: caller.map(|caller| caller.key.clone()), operation, now, status: None }
    }
}

impl Drop for Audit<'_> {
    fn drop(&mut self) {
        let Audit { key, operation, now, status } = self;
        if !Role::is_change(operation) {
            return;
        }
        // It may be anything that somebody has sent.
        let operation: String = operation.chars().take(40).flat_map(char::escape_default).collect();
        // 0: the caller has gone away; the change may be made.
        let (key, status) = (key.as_deref().unwrap_or("-"), status.unwrap_or(0));
        tracing::info!(target: "workflow_server::audit", time = %format_args!("{now:.3}"), key, operation, status);
    }
}

/// Answers whoever has not logged in: a page asks for that, what pages read says no.
#[cfg(feature = "console")]
pub(super) fn stranger(path: &str) -> Response<Sent> {
    if !path.starts_with("/console/") {
        return redirect(LOGIN, None);
    }
    let mut response = Response::new(Sent::from(Bytes::new()));
    *response.status_mut() = StatusCode::UNAUTHORIZED;
    response
}

/// Sends a browser somewhere else, with the name of its session.
fn redirect(to: &'static str, session: Option<&str>) -> Response<Sent> {
    let mut response = Response::new(Sent::from(Bytes::new()));
    *response.status_mut() = StatusCode::SEE_OTHER;
    let headers = response.headers_mut();
    headers.insert(LOCATION, HeaderValue::from_static(to));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(name) = session {
        let age = if name.is_empty() { "; Max-Age=0" } else { "" };
        let cookie = format!("{SESSION}={name}; Path=/; HttpOnly; SameSite=Lax{age}");
        headers.extend(HeaderValue::from_str(&cookie).ok().map(|it| (SET_COOKIE, it)));
    }
    response
}

fn page(problem: &str) -> Response<Sent> {
    let text = include_str!("login.html").replace("<!--problem-->", problem);
    let mut response = Response::new(Sent::from(text));
    if !problem.is_empty() {
        *response.status_mut() = StatusCode::FORBIDDEN;
    }
    let headers = response.headers_mut();
    for (name, value) in [
        (CONTENT_TYPE, "text/html; charset=utf-8"),
        (CONTENT_SECURITY_POLICY, POLICY),
        (X_FRAME_OPTIONS, "DENY"),
        (CACHE_CONTROL, "no-store"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

fn cookie(headers: &HeaderMap) -> Option<&str> {
    let all = headers.get_all(COOKIE).iter().filter_map(|it| it.to_str().ok());
    let mut all = all.flat_map(|it| it.split(';'));
    all.find_map(|it| it.trim().strip_prefix(SESSION)?.strip_prefix('='))
}

/// A field of a form.
fn field(body: &[u8], name: &str) -> Option<String> {
    let text = std::str::from_utf8(body).ok()?;
    let value = text.split('&').find_map(|it| it.strip_prefix(name)?.strip_prefix('='))?;
    let (mut bytes, mut rest) = (vec![], value.bytes());
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let digit = |byte: Option<u8>| (byte? as char).to_digit(16);
                u8::try_from(digit(rest.next())? * 16 + digit(rest.next())?).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_of_forms_are_read() {
        let body = b"key=AKID&secret=a%2Fb%2b+c%C3%A9";
        assert_eq!(field(body, "key").as_deref(), Some("AKID"));
        assert_eq!(field(body, "secret").as_deref(), Some("a/b+ c\u{e9}"));
        for body in ["", "key", "keys=1", "key=%", "key=%4", "key=%zz", "key=%ff"] {
            assert_eq!(field(body.as_bytes(), "key"), None, "{body}");
        }
    }
}

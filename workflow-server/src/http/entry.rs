//! The callers of a server that knows them: signed calls, and browsers that have logged in.

use super::audit::Audit;
use super::body::Sent;
use crate::access::{Caller, Credentials, Guess, Guesses, Sessions, Signed, claimed, verify};
use crate::refusal::Refusal;
use hyper::body::Bytes;
use hyper::header::{
    AUTHORIZATION, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, COOKIE, HeaderMap,
    HeaderValue, LOCATION, ORIGIN, SET_COOKIE, X_FRAME_OPTIONS,
};
use hyper::http::request::Parts;
use hyper::{Method, Response, StatusCode};
use jiff::Timestamp;
use std::net::IpAddr;

/// The page that asks for a key and its secret.
const LOGIN: &str = "/console/login";
const LOGOUT: &str = "/console/logout";
/// The login page loads nothing, and is sent to this server alone.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The callers that a server knows.
pub(super) struct Entry {
    credentials: Credentials,
    sessions: Sessions,
    guesses: Guesses,
    /// The cookie with the name of a session: a browser sends those of all ports of a host.
    cookie: String,
    /// True if the server encrypts connections itself.
    encrypts: bool,
}

impl Entry {
    /// The callers with these credentials, of a server on this port.
    pub(super) fn new(credentials: Credentials, port: u16, encrypts: bool) -> Self {
        Entry {
            credentials,
            sessions: Sessions::default(),
            guesses: Guesses::default(),
            cookie: format!("workflow-session-{port}"),
            encrypts,
        }
    }

    /// Finds the caller of a call of the API.
    pub(super) async fn caller(
        &self,
        head: &Parts,
        body: &[u8],
        peer: IpAddr,
        now: Timestamp,
    ) -> Result<Caller, Refusal> {
        match self.session(&head.headers, now) {
            Some(caller) if !head.headers.contains_key(AUTHORIZATION) => Ok(caller),
            _ => self.signer(head, body, peer, now).await,
        }
    }

    /// True if a call may have a caller: it has a session, or a signature that its body may fit.
    pub(super) fn may_know(&self, head: &Parts, now: Timestamp) -> bool {
        head.headers.contains_key(AUTHORIZATION) || self.session(&head.headers, now).is_some()
    }

    async fn signer(
        &self,
        head: &Parts,
        body: &[u8],
        peer: IpAddr,
        now: Timestamp,
    ) -> Result<Caller, Refusal> {
        let authorization = head.headers.get(AUTHORIZATION).and_then(|it| it.to_str().ok());
        let guess = Guess::new(peer, authorization.map_or("", claimed), &self.credentials);
        self.turn(&guess).await?;
        let headers = head.headers.iter().filter_map(|(name, value)| {
            Some((name.as_str(), std::str::from_utf8(value.as_bytes()).ok()?))
        });
        let headers = headers.collect();
        let signed = Signed { method: head.method.as_str(), path: head.uri.path(), headers, body };
        let verified = verify(&signed, &self.credentials, now);
        let wrong = ["InvalidSignatureException", "UnrecognizedClientException"];
        if verified.as_ref().is_err_and(|refusal| wrong.contains(&refusal.code)) {
            self.guesses.wrong(guess);
        }
        verified
    }

    /// Waits until a secret may be looked at: after wrong ones not at once.
    async fn turn(&self, guess: &Guess) -> Result<(), Refusal> {
        let wait = self.guesses.wait(guess).ok_or_else(|| {
            let message = "Too many wrong secrets for this key came from this address. Try again in a minute.";
            Refusal::new("ThrottlingException", message)
        })?;
        tokio::time::sleep(wait).await;
        Ok(())
    }

    /// Finds the caller of a browser's session.
    pub(super) fn session(&self, headers: &HeaderMap, now: Timestamp) -> Option<Caller> {
        self.sessions.find(self.cookie(headers)?, now)
    }

    /// The end of a browser's session.
    #[cfg(feature = "console")]
    pub(super) fn ending(
        &self,
        headers: &HeaderMap,
        now: Timestamp,
    ) -> Option<crate::access::Ending> {
        self.sessions.ending(self.cookie(headers)?, now)
    }

    fn cookie<'a>(&self, headers: &'a HeaderMap) -> Option<&'a str> {
        let all = headers.get_all(COOKIE).iter().filter_map(|it| it.to_str().ok());
        let mut all = all.flat_map(|it| it.split(';'));
        all.find_map(|it| it.trim().strip_prefix(&*self.cookie)?.strip_prefix('='))
    }

    /// Sends a browser somewhere else, with the name of its session. What came encrypted stays so: a page that was loaded over
    /// TLS says so in `Origin`, and the proxy in between in `X-Forwarded-Proto`.
    fn redirect(&self, to: &'static str, session: &str, headers: &HeaderMap) -> Response<Sent> {
        let mut response = redirect(to);
        let says = |name: &str, what: &[u8]| {
            headers.get(name).is_some_and(|it| it.as_bytes().starts_with(what))
        };
        let tls = self.encrypts
            || says(ORIGIN.as_str(), b"https://")
            || says("x-forwarded-proto", b"https");
        let secure = if tls { "; Secure" } else { "" };
        let age = if session.is_empty() { "; Max-Age=0" } else { "" };
        let name = &self.cookie;
        let cookie = format!("{name}={session}; Path=/; HttpOnly; SameSite=Lax{secure}{age}");
        let cookie = HeaderValue::from_str(&cookie).ok();
        response.headers_mut().extend(cookie.map(|it| (SET_COOKIE, it)));
        response
    }

    /// The page that asks for a key and its secret; `None` if that is not asked for.
    #[cfg(feature = "console")]
    pub(super) fn form(&self, head: &Parts) -> Option<Response<Sent>> {
        (head.uri.path() == LOGIN).then(|| page(StatusCode::OK, ""))
    }

    /// Answers what has to do with the login of a browser; `None` if that is not asked for.
    pub(super) async fn answer(
        &self,
        head: &Parts,
        body: &[u8],
        peer: IpAddr,
        now: Timestamp,
    ) -> Option<Response<Sent>> {
        match (&head.method, head.uri.path()) {
            (&Method::POST, LOGIN) => Some(self.login(head, body, peer, now).await),
            (&Method::POST, LOGOUT) => {
                let name = self.cookie(&head.headers);
                name.into_iter().for_each(|name| self.sessions.end(name));
                Some(self.redirect(LOGIN, "", &head.headers))
            }
            _ => None,
        }
    }

    async fn login(
        &self,
        head: &Parts,
        body: &[u8],
        peer: IpAddr,
        now: Timestamp,
    ) -> Response<Sent> {
        let mut told = Audit::new(None, "Login", now);
        let (key, secret) = (field(body, "key"), field(body, "secret"));
        let (key, secret) = (key.unwrap_or_default(), secret.unwrap_or_default());
        let guess = Guess::new(peer, key.trim(), &self.credentials);
        let wrong = |status, words: &str| page(status, &format!("<p role=alert>{words}</p>"));
        if let Err(refusal) = self.turn(&guess).await {
            told.status = Some(StatusCode::TOO_MANY_REQUESTS.as_u16());
            return wrong(StatusCode::TOO_MANY_REQUESTS, &refusal.message);
        }
        let begun = self.sessions.begin(&self.credentials, key.trim(), secret.trim(), now);
        told.status = Some(if begun.is_some() { 303 } else { 403 });
        match begun {
            Some((name, caller)) => {
                told.key = Some(caller.key);
                self.redirect("/", &name, &head.headers)
            }
            None => {
                self.guesses.wrong(guess);
                wrong(StatusCode::FORBIDDEN, "This key and secret do not belong together.")
            }
        }
    }
}

/// Answers whoever has not logged in: a page asks for that, what pages read says no.
#[cfg(feature = "console")]
pub(super) fn stranger(path: &str) -> Response<Sent> {
    if !path.starts_with("/console/") {
        return redirect(LOGIN);
    }
    let mut response = Response::new(Sent::from(Bytes::new()));
    *response.status_mut() = StatusCode::UNAUTHORIZED;
    response
}

fn redirect(to: &'static str) -> Response<Sent> {
    let mut response = Response::new(Sent::from(Bytes::new()));
    *response.status_mut() = StatusCode::SEE_OTHER;
    let headers = response.headers_mut();
    headers.insert(LOCATION, HeaderValue::from_static(to));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn page(status: StatusCode, problem: &str) -> Response<Sent> {
    let text = include_str!("login.html").replace("<!--problem-->", problem);
    let mut response = Response::new(Sent::from(text));
    *response.status_mut() = status;
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

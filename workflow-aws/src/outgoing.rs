//! Requests.

use http_body_util::Full;
use hyper::Request;
use hyper::body::Bytes;
use std::borrow::Cow;

/// A header: its name in small letters, and its value.
pub(crate) type Header = (Cow<'static, str>, String);

/// A request.
#[derive(Clone, Debug)]
pub struct Outgoing {
    pub(crate) method: &'static str,
    /// The path, with its letters encoded.
    pub(crate) path: String,
    /// The parameters, encoded, in the order of their names.
    pub(crate) query: String,
    pub(crate) headers: Vec<Header>,
    pub(crate) body: Bytes,
}

impl Outgoing {
    /// A request by this method, with a path and parameters that are encoded.
    pub(crate) fn new(
        method: &'static str,
        path: impl Into<String>,
        body: impl Into<Bytes>,
    ) -> Self {
        let (path, query, headers) = (path.into(), String::new(), vec![]);
        Outgoing { method, path, query, headers, body: body.into() }
    }

    /// Makes a request by POST to an encoded path.
    #[must_use]
    pub fn post(path: impl Into<String>, body: impl Into<Bytes>) -> Self {
        Outgoing::new("POST", path, body)
    }

    /// Adds a header, its name in small letters.
    #[must_use]
    pub fn header(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// The request as it is sent.
    pub(crate) fn request(self) -> Result<Request<Full<Bytes>>, String> {
        let target = match &*self.query {
            "" => self.path,
            query => format!("{}?{query}", self.path),
        };
        let request = Request::builder().method(self.method).uri(target);
        let request = self
            .headers
            .into_iter()
            .fold(request, |request, (name, value)| request.header(&*name, value));
        request.body(Full::new(self.body)).map_err(|error| error.to_string())
    }
}

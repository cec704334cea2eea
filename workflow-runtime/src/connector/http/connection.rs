//! A connection of EventBridge.

use std::fmt;

/// Credentials and parameters that go with every call of a connection. Its values win over those of the state.
#[derive(Clone, Default)]
pub struct Connection {
    pub(super) headers: Vec<(String, String)>,
    pub(super) query: Vec<(String, String)>,
    pub(super) body: Vec<(String, String)>,
    /// A name and a password.
    pub(super) basic: Option<(String, String)>,
}

impl Connection {
    /// One without credentials.
    #[must_use]
    pub fn open() -> Self {
        Connection::default()
    }

    /// One with a key in a header.
    #[must_use]
    pub fn api_key(header: &str, key: &str) -> Self {
        Connection::open().header(header, key)
    }

    /// One with a name and a password.
    #[must_use]
    pub fn basic(name: &str, password: &str) -> Self {
        Connection { basic: Some((name.to_owned(), password.to_owned())), ..Connection::open() }
    }

    /// One with a token, as OAuth gives it.
    #[must_use]
    pub fn bearer(token: &str) -> Self {
        Connection::open().header("Authorization", &format!("Bearer {token}"))
    }

    /// With a header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// With a parameter of the query.
    #[must_use]
    pub fn query(mut self, name: &str, value: &str) -> Self {
        self.query.push((name.to_owned(), value.to_owned()));
        self
    }

    /// With a field of the body, if that is an object.
    #[must_use]
    pub fn body(mut self, name: &str, value: &str) -> Self {
        self.body.push((name.to_owned(), value.to_owned()));
        self
    }
}

/// Names only: values are secrets.
impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = |parameters: &[(String, String)]| {
            parameters.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>()
        };
        f.debug_struct("Connection")
            .field("headers", &names(&self.headers))
            .field("query", &names(&self.query))
            .field("body", &names(&self.body))
            .field("basic", &self.basic.as_ref().map(|(name, _)| name))
            .finish()
    }
}

//! The keys of callers, with their secrets and roles.

use super::Role;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// The least characters of a secret.
const SECRET: usize = 20;

/// The keys that callers sign with, by their names.
///
/// ```
/// # use workflow_server::access::Credentials;
/// let text = r#"{ "AKIDOPERATOR": { "secret": "a secret of at least 20 characters", "role": "operator" } }"#;
/// assert!(Credentials::read(text).is_ok());
/// assert!(Credentials::read(r#"{ "AKIDREADER": { "secret": "short", "role": "reader" } }"#).is_err());
/// ```
#[derive(Clone)]
pub struct Credentials(Arc<BTreeMap<String, Key>>);

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Key {
    secret: String,
    role: Role,
}

/// A caller that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Caller {
    /// The name of its key.
    pub(crate) key: Arc<str>,
    pub(crate) role: Role,
}

impl Credentials {
    /// Reads credentials: a JSON object with an object for each key, which has its `secret` and its `role`, `reader` or
    /// `operator`.
    ///
    /// # Errors
    /// The text is something else, a secret has less than 20 characters, or there is no key. No error shows a secret.
    pub fn read(text: &str) -> Result<Self, String> {
        let keys: BTreeMap<String, Key> = serde_json::from_str(text).map_err(|error| {
            // The text of the error may have a part of a secret.
            let place = format!("line {}, column {}", error.line(), error.column());
            match strange_role(text) {
                Some(key) => format!("{place}: the role of `{key}` is `reader` or `operator`"),
                None => format!(
                    "{place}: expected an object of keys, each with `secret` and `role` (`reader` or `operator`)"
                ),
            }
        })?;
        if keys.is_empty() {
            return Err("there is no key".to_owned());
        }
        for (name, key) in &keys {
            if name.is_empty() || !name.bytes().all(|it| it.is_ascii_alphanumeric()) {
                return Err(format!("the name of a key has letters and digits, unlike `{name}`"));
            }
            if key.secret.chars().count() < SECRET {
                return Err(format!("the secret of `{name}` has less than {SECRET} characters"));
            }
        }
        Ok(Credentials(Arc::new(keys)))
    }

    /// Finds a key: its caller, and its secret.
    pub(super) fn find(&self, name: &str) -> Option<(Caller, &str)> {
        let (name, key) = self.0.get_key_value(name)?;
        Some((Caller { key: name.as_str().into(), role: key.role }, &key.secret))
    }
}

/// The first key whose role is a text, and none of the roles.
fn strange_role(text: &str) -> Option<String> {
    let keys: BTreeMap<String, serde_json::Value> = serde_json::from_str(text).ok()?;
    let is_strange = |key: &serde_json::Value| {
        key["role"].is_string() && serde_json::from_value::<Role>(key["role"].clone()).is_err()
    };
    keys.into_iter().find(|(_, key)| is_strange(key)).map(|(name, _)| name)
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn what_cannot_be_is_refused_without_showing_a_secret() {
        let secret = "0123456789012345678901234567890123456789";
        let cases = [
            ("{}".to_owned(), "there is no key"),
            (format!("{{\"A\": {{\"secret\": \"{secret}\"}}}}"), "expected an object of keys"),
            (format!("{{\"A\": {{\"secret\": 5, \"x\": \"{secret}\"}}}}"), "expected an object"),
            (format!("{{\"A b\": {{\"secret\": \"{secret}\", \"role\": \"reader\"}}}}"), "`A b`"),
            (
                format!("{{\"A\": {{\"secret\": \"{secret}\", \"role\": \"admin\"}}}}"),
                "the role of `A` is `reader` or `operator`",
            ),
            (
                "{\"A\": {\"secret\": \"0123456789012345678\", \"role\": \"reader\"}}".to_owned(),
                "less than 20",
            ),
        ];
        for (text, why) in cases {
            let error = Credentials::read(&text).unwrap_err();
            assert!(error.contains(why) && !error.contains("01234567890"), "{text}: {error}");
        }
        let text = format!("{{\"A\": {{\"secret\": \"{secret}\", \"role\": \"reader\"}}}}");
        assert_eq!(format!("{:?}", Credentials::read(&text).unwrap()), "{\"A\"}");
    }
}

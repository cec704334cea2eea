//! Signatures of calls: AWS Signature Version 4, as AWS documents it.

use hmac::{Hmac, Mac};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::fmt;

const ALGORITHM: &str = "AWS4-HMAC-SHA256";
/// The name of the service in the scope of a signature.
const SERVICE: &str = "states";

/// The keys of who calls.
#[derive(Clone)]
pub struct Keys {
    /// The name of the key.
    pub id: String,
    /// Its secret.
    pub secret: String,
    /// The token of a session, if the keys are of one.
    pub token: Option<String>,
}

impl Keys {
    /// Reads the variables `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`.
    #[must_use]
    pub fn from_env() -> Option<Self> {
        let read = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        let (id, secret) = (read("AWS_ACCESS_KEY_ID")?, read("AWS_SECRET_ACCESS_KEY")?);
        Some(Keys { id, secret, token: read("AWS_SESSION_TOKEN") })
    }
}

/// No secret is shown.
impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keys").field("id", &self.id).finish_non_exhaustive()
    }
}

/// The headers that sign a call by POST to `/`: those that are signed, with their names in small letters and sorted, and
/// `authorization`.
pub(crate) fn sign(
    keys: &Keys,
    region: &str,
    now: Timestamp,
    headers: &[(&'static str, String)],
    body: &[u8],
) -> Vec<(&'static str, String)> {
    let time = now.strftime("%Y%m%dT%H%M%SZ").to_string();
    let day = now.strftime("%Y%m%d").to_string();
    let mut all = headers.to_vec();
    all.push(("x-amz-date", time.clone()));
    all.extend(keys.token.iter().map(|token| ("x-amz-security-token", token.clone())));
    all.sort_unstable();
    let names: Vec<_> = all.iter().map(|(name, _)| *name).collect();
    let names = names.join(";");
    let lines: String =
        all.iter().map(|(name, value)| format!("{name}:{}\n", value.trim())).collect();
    let canonical = format!("POST\n/\n\n{lines}\n{names}\n{}", hash(body));
    let scope = format!("{day}/{region}/{SERVICE}/aws4_request");
    let text = format!("{ALGORITHM}\n{time}\n{scope}\n{}", hash(canonical.as_bytes()));
    let signature = hex(&mac(&signing_key(&keys.secret, &scope), &text));
    let id = &keys.id;
    let authorization = format!(
        "{ALGORITHM} Credential={id}/{scope}, SignedHeaders={names}, Signature={signature}"
    );
    all.push(("authorization", authorization));
    all
}

/// The key that signs calls of one scope.
fn signing_key(secret: &str, scope: &str) -> Vec<u8> {
    let first = format!("AWS4{secret}").into_bytes();
    scope.split('/').fold(first, |key, part| mac(&key, part))
}

fn mac(key: &[u8], text: &str) -> Vec<u8> {
    // HMAC takes keys of any length.
    #[expect(clippy::expect_used, reason = "it never fails, as its documentation says")]
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("a key of any length");
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

fn hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Writes bytes as hexadecimal digits.
fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of AWS's documentation of the derivation of a key.
    #[test]
    fn a_key_is_derived_as_documented() {
        let secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
        let key = signing_key(secret, "20120215/us-east-1/iam/aws4_request");
        let expected = "f4780e2d9f65fa895f9c67b32ce1baf0b0d8a43505a000a1a9e090d414db404d";
        assert_eq!(hex(&key), expected);
    }

    #[test]
    fn secrets_are_not_shown() {
        let keys = Keys { id: "AKID".into(), secret: "deep".into(), token: Some("far".into()) };
        let shown = format!("{keys:?}");
        assert!(shown.contains("AKID") && !shown.contains("deep") && !shown.contains("far"));
        let signed = sign(&keys, "us-east-1", Timestamp::UNIX_EPOCH, &[("host", "h".into())], b"");
        let names: Vec<_> = signed.iter().map(|it| it.0).collect();
        assert_eq!(names, ["host", "x-amz-date", "x-amz-security-token", "authorization"]);
        assert!(signed[3].1.contains("AKID/19700101/us-east-1/states/aws4_request"), "{signed:?}");
    }
}

//! Signatures of calls: AWS Signature Version 4, as AWS documents it.

use crate::endpoint::Endpoint;
use crate::outgoing::{Header, Outgoing};
use hmac::{Hmac, Mac};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::fmt;

const ALGORITHM: &str = "AWS4-HMAC-SHA256";

/// The keys of the caller.
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

impl Outgoing {
    /// Names the host, and signs the request for a service where there are keys.
    #[must_use]
    pub fn signed(
        self,
        endpoint: &Endpoint,
        keys: Option<&Keys>,
        region: &str,
        service: &str,
    ) -> Self {
        let named = self.header("host", endpoint.authority());
        match keys {
            Some(keys) => {
                let headers = sign(keys, (region, service), Timestamp::now(), &named);
                Outgoing { headers, ..named }
            }
            None => named,
        }
    }
}

/// The headers of a request that is signed for a region and a service: those that are signed, sorted by their names, and
/// `authorization`.
fn sign(
    keys: &Keys,
    (region, service): (&str, &str),
    now: Timestamp,
    request: &Outgoing,
) -> Vec<Header> {
    let time = now.strftime("%Y%m%dT%H%M%SZ").to_string();
    let day = now.strftime("%Y%m%d").to_string();
    let mut all = request.headers.clone();
    all.push(("x-amz-date".into(), time.clone()));
    all.extend(keys.token.iter().map(|token| ("x-amz-security-token".into(), token.clone())));
    let digest = hash(&request.body);
    if service == "s3" {
        all.push(("x-amz-content-sha256".into(), digest.clone()));
    }
    all.sort_unstable();
    let names: Vec<_> = all.iter().map(|(name, _)| &**name).collect();
    let names = names.join(";");
    let lines: String =
        all.iter().map(|(name, value)| format!("{name}:{}\n", value.trim())).collect();
    let Outgoing { method, path, query, .. } = request;
    // All services but S3 take the path as a text that is encoded once more.
    let path = if service == "s3" { path.clone() } else { path.replace('%', "%25") };
    let canonical = format!("{method}\n{path}\n{query}\n{lines}\n{names}\n{digest}");
    let scope = format!("{day}/{region}/{service}/aws4_request");
    let text = format!("{ALGORITHM}\n{time}\n{scope}\n{}", hash(canonical.as_bytes()));
    let signature = hex(&mac(&signing_key(&keys.secret, &scope), &text));
    let id = &keys.id;
    let authorization = format!(
        "{ALGORITHM} Credential={id}/{scope}, SignedHeaders={names}, Signature={signature}"
    );
    all.push(("authorization".into(), authorization));
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
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    /// The example of AWS's documentation of the derivation of a key.
    #[test]
    fn a_key_is_derived_as_documented() {
        let secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
        let key = signing_key(secret, "20120215/us-east-1/iam/aws4_request");
        let expected = "f4780e2d9f65fa895f9c67b32ce1baf0b0d8a43505a000a1a9e090d414db404d";
        assert_eq!(hex(&key), expected);
    }

    /// The example of AWS's test suite, `get-vanilla-query-order-key-case`.
    #[test]
    fn a_request_is_signed_as_documented() {
        let keys = Keys {
            id: "AKIDEXAMPLE".into(),
            secret: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY".into(),
            token: None,
        };
        let query = "Param1=value1&Param2=value2".to_owned();
        let request = Outgoing { query, ..Outgoing::new("GET", "/", "") };
        let request = request.header("host", "example.amazonaws.com");
        let now: Timestamp = "2015-08-30T12:36:00Z".parse().unwrap();
        let signed = sign(&keys, ("us-east-1", "service"), now, &request);
        let expected = "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500";
        assert_eq!(signed.last().unwrap().1, expected);
    }

    #[test]
    fn secrets_are_not_shown() {
        let keys = Keys { id: "AKID".into(), secret: "deep".into(), token: Some("far".into()) };
        let shown = format!("{keys:?}");
        assert!(shown.contains("AKID") && !shown.contains("deep") && !shown.contains("far"));
        let request = Outgoing::post("/", "").header("host", "h");
        let signed = sign(&keys, ("us-east-1", "states"), Timestamp::UNIX_EPOCH, &request);
        let names: Vec<_> = signed.iter().map(|it| &*it.0).collect();
        assert_eq!(names, ["host", "x-amz-date", "x-amz-security-token", "authorization"]);
        assert!(signed[3].1.contains("AKID/19700101/us-east-1/states/aws4_request"), "{signed:?}");
    }
}

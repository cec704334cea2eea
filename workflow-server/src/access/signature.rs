//! Signatures of calls: AWS Signature Version 4, as AWS documents it.

use super::{Caller, Credentials};
use crate::refusal::Refusal;
use hmac::{Hmac, Mac};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use sha2::{Digest, Sha256};
use std::fmt::Write;

const ALGORITHM: &str = "AWS4-HMAC-SHA256";
/// The name of the service in the scope of a signature.
const SERVICE: &str = "states";
/// Seconds by which the clock of a caller may differ (documented: five minutes).
const SKEW: i64 = 300;
/// Headers that must be signed, where they are there, so that nobody changes a call on its way.
const SIGNED: [&str; 2] = ["host", "x-amz-"];

/// The signed parts of a call.
pub(crate) struct Signed<'a> {
    pub(crate) method: &'a str,
    pub(crate) path: &'a str,
    /// All headers, with their names in small letters.
    pub(crate) headers: Vec<(&'a str, &'a str)>,
    pub(crate) body: &'a [u8],
}

/// Finds the caller that has signed a call.
pub(crate) fn verify(
    call: &Signed<'_>,
    credentials: &Credentials,
    now: Timestamp,
) -> Result<Caller, Refusal> {
    let authorization = call.header("authorization").ok_or_else(nobody)?;
    let claim = Claim::read(authorization).ok_or_else(incomplete)?;
    let time = call.header("x-amz-date").ok_or_else(incomplete)?;
    check_time(time, claim.day, now)?;
    check_headers(call, &claim)?;
    let (caller, secret) = credentials.find(claim.key).ok_or_else(|| {
        let message = "The security token included in the request is invalid.";
        Refusal::new("UnrecognizedClientException", message)
    })?;
    let text = format!(
        "{ALGORITHM}\n{time}\n{}/{}/{SERVICE}/aws4_request\n{}",
        claim.day,
        claim.region,
        hash(canonical(call, &claim).as_bytes())
    );
    let key = signing_key(secret, &claim);
    // Compared in constant time.
    mac(&key, &text).verify_slice(&claim.signature).map_err(|_| {
        let message = "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.";
        Refusal::new("InvalidSignatureException", message)
    })?;
    Ok(caller)
}

/// The name of the key that a call says to be signed with; empty where it says none.
pub(crate) fn claimed(authorization: &str) -> &str {
    credential(authorization, 0)
}

/// The region that a call says to be signed for; empty where it says none.
pub(crate) fn claimed_region(authorization: &str) -> &str {
    credential(authorization, 2)
}

fn credential(authorization: &str, part: usize) -> &str {
    let mut parts = authorization.split([' ', ',']);
    let credential = parts.find_map(|part| part.strip_prefix("Credential="));
    credential.and_then(|it| it.split('/').nth(part)).unwrap_or_default()
}

/// The refusal of a call that nobody has signed.
pub(crate) fn nobody() -> Refusal {
    Refusal::new("MissingAuthenticationTokenException", "Missing Authentication Token")
}

fn incomplete() -> Refusal {
    let message = "Authorization header requires 'Credential' with the service `states`, 'SignedHeaders' and 'Signature', and the header 'X-Amz-Date'.";
    Refusal::new("IncompleteSignatureException", message)
}

impl Signed<'_> {
    fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|header| header.0 == name).map(|header| header.1)
    }
}

/// The header `Authorization`.
struct Claim<'a> {
    key: &'a str,
    day: &'a str,
    region: &'a str,
    headers: Vec<&'a str>,
    signature: Vec<u8>,
}

impl<'a> Claim<'a> {
    fn read(text: &'a str) -> Option<Self> {
        let rest = text.strip_prefix(ALGORITHM)?;
        let part = |name: &str| {
            let mut parts = rest.split(',').map(str::trim);
            parts.find_map(|part| part.strip_prefix(name)?.strip_prefix('='))
        };
        let mut scope = part("Credential")?.split('/');
        let (key, day, region) = (scope.next()?, scope.next()?, scope.next()?);
        let rest: Vec<_> = scope.collect();
        let headers = part("SignedHeaders")?.split(';').collect();
        let signature = bytes(part("Signature")?)?;
        (rest == [SERVICE, "aws4_request"]).then_some(Claim {
            key,
            day,
            region,
            headers,
            signature,
        })
    }
}

/// Refuses a call that was signed too early or too late: nobody makes an old one again.
fn check_time(time: &str, day: &str, now: Timestamp) -> Result<(), Refusal> {
    let civil = DateTime::strptime("%Y%m%dT%H%M%SZ", time).ok();
    let signed = civil.and_then(|civil| TimeZone::UTC.to_timestamp(civil).ok());
    let signed = signed.filter(|_| time.starts_with(day)).ok_or_else(incomplete)?;
    let apart = now.as_second() - signed.as_second();
    if apart.abs() <= SKEW {
        return Ok(());
    }
    let now = now.strftime("%Y%m%dT%H%M%SZ");
    let (verb, order) =
        if apart > 0 { ("expired", "earlier") } else { ("not yet current", "later") };
    let message = format!("Signature {verb}: {time} is now {order} than {now} by more than 5 min.");
    Err(Refusal::new("InvalidSignatureException", message))
}

fn check_headers(call: &Signed<'_>, claim: &Claim<'_>) -> Result<(), Refusal> {
    let must = |name: &str| SIGNED.iter().any(|it| name.starts_with(it));
    let open = call.headers.iter().find(|(name, _)| must(name) && !claim.headers.contains(name));
    let Some((name, _)) = open else { return Ok(()) };
    let message = format!("'{name}' must be a 'SignedHeader' in the AWS Authorization.");
    Err(Refusal::new("InvalidSignatureException", message))
}

/// The text of a call that is signed. Calls have no query.
fn canonical(call: &Signed<'_>, claim: &Claim<'_>) -> String {
    let mut text = format!("{}\n{}\n\n", call.method, call.path);
    for name in &claim.headers {
        let values = call.headers.iter().filter(|header| header.0 == *name);
        let values: Vec<_> = values.map(|header| single_spaced(header.1)).collect();
        text.push_str(&format!("{name}:{}\n", values.join(",")));
    }
    text + "\n" + &claim.headers.join(";") + "\n" + &hash(call.body)
}

fn single_spaced(value: &str) -> String {
    value.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The key that signs calls of one day to one region.
fn signing_key(secret: &str, claim: &Claim<'_>) -> Vec<u8> {
    let first = format!("AWS4{secret}").into_bytes();
    [claim.day, claim.region, SERVICE, "aws4_request"]
        .iter()
        .fold(first, |key, part| mac(&key, part).finalize().into_bytes().to_vec())
}

fn mac(key: &[u8], text: &str) -> Hmac<Sha256> {
    // HMAC takes keys of any length.
    #[expect(clippy::expect_used, reason = "it never fails, as its documentation says")]
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("a key of any length");
    mac.update(text.as_bytes());
    mac
}

fn hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Writes bytes as hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        // Writing to a text never fails.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let digit = |byte: &u8| (*byte as char).to_digit(16).and_then(|it| u8::try_from(it).ok());
    let digits: Vec<u8> = hex.bytes().map(|byte| digit(&byte)).collect::<Option<_>>()?;
    (digits.len() == 64).then(|| digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::super::Role;
    use super::*;

    const TEXT: &str = r#"{
        "AKIDOPERATOR": { "secret": "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "role": "operator" },
        "AKIDREADER": { "secret": "another secret of some length", "role": "reader" }
    }"#;
    const NOW: &str = "2026-11-29T10:00:00Z";

    /// A call as botocore 1.43 signs it.
    fn headers() -> Vec<(&'static str, &'static str)> {
        vec![
            ("host", "localhost:8083"),
            ("x-amz-target", "AWSStepFunctions.ListStateMachines"),
            ("content-type", "application/x-amz-json-1.0"),
            ("user-agent", "changed by who passes it on"),
            ("x-amz-date", "20261129T100000Z"),
            (
                "authorization",
                "AWS4-HMAC-SHA256 Credential=AKIDOPERATOR/20261129/eu-central-1/states/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-target, Signature=c0176e91708bd6ade90660c9fc15fda9308c8e4d310a51c1225171e897236336",
            ),
        ]
    }

    fn verified(headers: Vec<(&str, &str)>, body: &str, now: &str) -> Result<Caller, &'static str> {
        let call = Signed { method: "POST", path: "/", headers, body: body.as_bytes() };
        let credentials = Credentials::read(TEXT).unwrap();
        verify(&call, &credentials, now.parse().unwrap()).map_err(|refusal| refusal.code)
    }

    #[test]
    fn a_signed_call_is_its_callers() {
        let body = r#"{"maxResults": 1}"#;
        let caller = verified(headers(), body, NOW).unwrap();
        assert_eq!((&*caller.key, caller.role), ("AKIDOPERATOR", Role::Operator));
        // With a token of a session, and blanks that the signature leaves out.
        let mut with = headers();
        with.push(("x-amz-security-token", "  tok   en "));
        with[5].1 = "AWS4-HMAC-SHA256 Credential=AKIDOPERATOR/20261129/eu-central-1/states/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-security-token;x-amz-target, Signature=e9d299c203fc0745b64bec81449aba906b8f8df17b7284c4ec10d5a548db0ce7";
        assert!(verified(with, body, NOW).is_ok());
        for late in ["2026-11-29T10:05:00Z", "2026-11-29T09:55:00Z"] {
            assert!(verified(headers(), body, late).is_ok(), "{late}");
        }
    }

    #[test]
    fn whatever_is_changed_is_noticed() {
        let body = r#"{"maxResults": 1}"#;
        assert_eq!(
            verified(headers(), r#"{"maxResults": 2}"#, NOW),
            Err("InvalidSignatureException")
        );
        for late in ["2026-11-29T10:05:01Z", "2026-11-29T09:54:59Z", "2027-11-29T10:00:00Z"] {
            assert_eq!(verified(headers(), body, late), Err("InvalidSignatureException"), "{late}");
        }
        let changes: [(usize, &str, &str); 12] = [
            (0, "localhost", "InvalidSignatureException"),
            (1, "AWSStepFunctions.ListActivities", "InvalidSignatureException"),
            (2, "text/plain", "InvalidSignatureException"),
            (4, "20261129T100001Z", "InvalidSignatureException"),
            (4, "20261128T100000Z", "IncompleteSignatureException"),
            (4, "now", "IncompleteSignatureException"),
            (5, "", "IncompleteSignatureException"),
            (5, "Bearer x", "IncompleteSignatureException"),
            (
                5,
                "AWS4-HMAC-SHA256 Credential=/, SignedHeaders=, Signature=é",
                "IncompleteSignatureException",
            ),
            (5, &headers()[5].1.replace("/states/", "/lambda/"), "IncompleteSignatureException"),
            (5, &headers()[5].1.replace("host;", ""), "InvalidSignatureException"),
            (5, &headers()[5].1.replace("AKIDOPERATOR", "AKIDREADER"), "InvalidSignatureException"),
        ];
        for (index, value, code) in changes {
            let mut changed = headers();
            changed[index].1 = value;
            assert_eq!(verified(changed, body, NOW), Err(code), "{value}");
        }
        let mut unknown = headers();
        let other = unknown[5].1.replace("AKIDOPERATOR", "AKIDOTHER");
        unknown[5].1 = &other;
        assert_eq!(verified(unknown, body, NOW), Err("UnrecognizedClientException"));
        let mut unsigned = headers();
        unsigned.pop();
        assert_eq!(verified(unsigned, body, NOW), Err("MissingAuthenticationTokenException"));
        // A header that was put in on the way.
        let mut added = headers();
        added.push(("x-amz-target-too", "x"));
        assert_eq!(verified(added, body, NOW), Err("InvalidSignatureException"));
    }
}

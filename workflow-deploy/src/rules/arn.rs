//! ARNs.

use super::Rules;
use crate::text::{Part, Text};

/// Adds what is wrong with an ARN of the settings.
pub(super) fn arn(rules: &mut Rules, at: &str, arn: &str, service: &str) {
    if let Some(wrong) = wrong_arn(&Text::of(arn), service) {
        rules.need(false, at, || wrong);
    }
}

/// Returns what is wrong with an ARN: `arn:partition:service:region:account:resource` (General Reference, "ARNs"; IAM,
/// "Resource" of policies). Placeholders may stand in it, and alone.
pub(crate) fn wrong_arn(arn: &Text, service: &str) -> Option<String> {
    if let [
        Part::Parameter(_)
        | Part::Function(_)
        | Part::FunctionVersion(_)
        | Part::Large
        | Part::Machine
        | Part::Target,
        ..,
    ] = arn.0[..]
    {
        return None;
    }
    let plain = arn.render(|part| match part {
        Part::Plain(text) => text.clone(),
        Part::Account => "123456789012".to_owned(),
        _ => "x".to_owned(),
    });
    let parts: Vec<&str> = plain.splitn(6, ':').collect();
    let [arn_, partition, of, region, account, resource] = parts[..] else {
        return Some(no_arn(&plain, service));
    };
    let word = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || "-*".contains(c));
    let numbered = account.is_empty()
        || ["*", "x", "aws"].contains(&account)
        || account.len() == 12 && account.chars().all(|c| c.is_ascii_digit());
    let good = arn_ == "arn"
        && !partition.is_empty()
        && !of.is_empty()
        && [partition, of, region].iter().all(|it| word(it));
    let good = good
        && numbered
        && !resource.is_empty()
        && !resource.contains(['<', '>', '{', '}', ' '])
        && plain.len() <= 2048;
    let good = good && (service.is_empty() || of == service || of == "x");
    (!good).then(|| no_arn(&plain, service))
}

fn no_arn(arn: &str, service: &str) -> String {
    let of = if service.is_empty() { "SERVICE" } else { service };
    format!(
        "an ARN is written arn:aws:{of}:REGION:ACCOUNT:RESOURCE, with 12 digits for the account, not {arn:?}"
    )
}

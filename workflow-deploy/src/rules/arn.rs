//! ARNs.

use super::Rules;
use crate::text::{Part, Text};
use workflow_triggers::rules;

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
    rules::arn(&plain, service).err()
}

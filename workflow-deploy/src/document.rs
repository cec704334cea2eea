//! A definition alone, as AWS takes it.

use crate::problem::Problem;
use crate::settings::Kind;
use serde_json::Value;
use workflow_asl::document::{MachineType, Options, Severity, validate_value};

/// The most bytes of a definition (Developer Guide, "Quotas").
pub(crate) const LARGEST: usize = 1024 * 1024;

/// Returns the text of a definition for a machine of a type.
///
/// ```
/// use serde_json::json;
/// use workflow_deploy::{document, parts::Kind};
///
/// let waits = json!({ "StartAt": "A", "States": { "A": {
///     "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "x" }, "End": true } } });
/// assert!(document(&waits, Kind::Standard).is_ok());
/// assert!(document(&waits, Kind::Express).is_err());
/// ```
///
/// # Errors
/// Everything that AWS would refuse, with its place.
pub fn document(definition: &Value, kind: Kind) -> Result<String, Vec<Problem>> {
    let problems = wrong(definition, kind);
    if problems.is_empty() { Ok(text(definition)) } else { Err(problems) }
}

/// Mistakes of a definition, as a machine of its type.
pub(crate) fn wrong(definition: &Value, kind: Kind) -> Vec<Problem> {
    let machine_type = match kind {
        Kind::Standard => MachineType::Standard,
        Kind::Express => MachineType::Express,
    };
    let report = validate_value(definition, &Options { machine_type, ..Options::default() });
    let wrong = report.diagnostics.iter().filter(|it| it.severity == Severity::Error);
    let mut problems: Vec<Problem> = wrong
        .map(|it| Problem::definition(it.location.clone().unwrap_or_default(), it.message.clone()))
        .collect();
    let size = definition.to_string().len();
    if size > LARGEST {
        problems.push(Problem::definition(
            "",
            format!("a definition has at most {LARGEST} bytes, not {size}"),
        ));
    }
    problems
}

/// A definition in lines, or without them where it would be too large with them.
pub(crate) fn text(definition: &Value) -> String {
    let text = format!("{definition:#}\n");
    if text.len() <= LARGEST { text } else { definition.to_string() }
}

//! All that is wrong with a document, as `ValidateStateMachineDefinition` says it.

use super::diagnostic::{Code, Diagnostic, Severity};
use super::fields::Problems;
use super::map::MachineType;
use super::read::{self, Machine};
use super::{advice, hints, limits, parameters, resources, slips, source, transitions, variables};
use serde_json::Value;

/// The options of a validation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The type of the state machine.
    pub machine_type: MachineType,
    /// [`Severity::Warning`] for warnings as well.
    pub severity: Severity,
    /// The greatest number of diagnostics, up to 100; 0 means 100.
    pub max_results: usize,
}

/// The result of a validation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// In the order of the checks.
    pub diagnostics: Vec<Diagnostic>,
    /// True if there were more.
    pub truncated: bool,
}

impl Report {
    /// True if AWS accepts the document (`result` is `OK`).
    #[must_use]
    pub fn is_ok(&self) -> bool {
        self.diagnostics.iter().all(|found| found.severity != Severity::Error)
    }

    /// The message with which `CreateStateMachine` refuses the document.
    #[must_use]
    pub fn refusal(&self) -> Option<String> {
        let errors = self.diagnostics.iter().filter(|found| found.severity == Severity::Error);
        let texts: Vec<_> = errors
            .map(|found| {
                let location = found.location.as_deref().unwrap_or("null");
                format!("{}: {} at {location}", found.code, found.message)
            })
            .collect();
        (!texts.is_empty())
            .then(|| format!("Invalid State Machine Definition: '{}'", texts.join(", ")))
    }
}

/// Most diagnostics of one answer (API reference).
const MOST: usize = 100;

/// The most nested values of a document: that of the JSON reader, too.
const DEPTH: usize = 127;

/// Validates a document given as JSON text.
#[must_use]
pub fn validate(text: &str, options: &Options) -> Report {
    match source::read(text) {
        Ok((value, problems)) => report(&value, problems, options),
        Err(problems) => cut(problems, options),
    }
}

/// Validates a document.
#[must_use]
pub fn validate_value(document: &Value, options: &Options) -> Report {
    report(document, vec![], options)
}

pub(super) fn report(document: &Value, mut problems: Problems, options: &Options) -> Report {
    let machine = structure(document, &mut problems);
    if let Some(Machine { scope, .. }) = &machine {
        resources::check(scope, options.machine_type, &mut problems);
        if options.severity == Severity::Warning {
            hints::check(document, scope, &mut problems);
            limits::check(scope, options.machine_type, &mut problems);
        }
    }
    if options.severity == Severity::Warning {
        slips::check(document, &mut problems);
        parameters::check(document, &mut problems);
    }
    advice::give(document, &mut problems);
    problems.iter_mut().for_each(|problem| problem.locate(document));
    cut(problems, options)
}

/// Errors first: what is cut away is the least.
fn cut(mut problems: Problems, options: &Options) -> Report {
    problems.retain(|problem| problem.severity >= options.severity);
    problems.sort_by_key(|problem| std::cmp::Reverse(problem.severity));
    let most = if options.max_results == 0 { MOST } else { options.max_results.min(MOST) };
    let truncated = problems.len() > most;
    problems.truncate(most);
    Report { diagnostics: problems, truncated }
}

/// Reads a document, and checks what does not depend on where it shall run.
pub(super) fn structure(document: &Value, problems: &mut Problems) -> Option<Machine> {
    if is_deeper(document, DEPTH) {
        let message = format!("The definition is nested deeper than {DEPTH} values");
        problems.push(Diagnostic::error(Code::TooDeep, "", message));
        return None;
    }
    let machine = read::machine(document, problems)?;
    transitions::check(document, problems);
    variables::check(&machine.scope, problems);
    Some(machine)
}

fn is_deeper(value: &Value, left: usize) -> bool {
    match value {
        Value::Array(_) | Value::Object(_) if left == 0 => true,
        Value::Array(items) => items.iter().any(|item| is_deeper(item, left - 1)),
        Value::Object(fields) => fields.values().any(|value| is_deeper(value, left - 1)),
        _ => false,
    }
}

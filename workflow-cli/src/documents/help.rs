//! Help where an execution has failed: by the words of its failure, and by what the document says.

use super::document::Document;
use workflow_asl::document::{Code, MachineType, Severity};
use workflow_runtime::Failure;

/// Words of a cause, and what to do.
const HELP: &[(&str, &str)] = &[
    (
        "Expected 'array', but was",
        "an expression with `[]` at its end is an array, also of one item: `{% $states.input.lines[] %}`",
    ),
    (
        "returned nothing (undefined)",
        "a name is misspelt, or is not always there: `{% $exists(x) ? x : 'else' %}`",
    ),
    ("non-function", "no function has this name: mind its spelling, and the `$` before it"),
];

/// Lines of help for a failure of a document.
pub(super) fn lines(document: &Document, failure: &Failure, machine: MachineType) -> Vec<String> {
    let cause = failure.reported();
    let known = HELP.iter().find(|(words, _)| cause.contains(words));
    let mut lines: Vec<String> = known.map(|(_, help)| (*help).to_owned()).into_iter().collect();
    let report = document.report(machine, Severity::Warning);
    // Slips were told before it began.
    let unassigned = report.diagnostics.iter().filter(|it| it.code == Code::Unassigned);
    lines.extend(unassigned.map(|it| format!("{} ({})", it.message, it.meant())));
    lines
}

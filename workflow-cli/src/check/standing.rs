//! Tells for each state whether the executions that are in it go on.

use crate::terminal::{Terminal, Tone};
use serde_json::{Value, json};
use workflow_asl::Definition;
use workflow_runtime::Description;
use workflow_runtime::description::{Compatibility, Reading, Standing, compatible};
use workflow_runtime::interpreted::Compiled;

/// Shows how executions of an older workflow stand to a newer one, state by state: true if all go on.
pub(super) fn states(terminal: &Terminal, compatibility: &Compatibility) -> bool {
    for Standing { state, verdict } in &compatibility.states {
        let (tone, mark, text, reasons) = match verdict {
            Reading::Continues => (Tone::Good, '✓', "continues", &[][..]),
            Reading::Depends(reasons) => {
                (Tone::Again, '~', "depends on the execution", &reasons[..])
            }
            Reading::Blocked(reasons) => (Tone::Bad, '✗', "is blocked", &reasons[..]),
        };
        let who = if state.is_empty() { "the beginning".to_owned() } else { format!("`{state}`") };
        terminal.text(tone, 2, &format!("{mark} {who} {text}"));
        reasons.iter().for_each(|reason| terminal.text(tone, 4, &reason.to_string()));
    }
    compatibility.continues()
}

/// The same as JSON, a value for each state.
pub(super) fn as_json(compatibility: &Compatibility) -> Vec<Value> {
    let state = |Standing { state, verdict }: &Standing| {
        let (word, reasons) = match verdict {
            Reading::Continues => ("continues", &[][..]),
            Reading::Depends(reasons) => ("depends", &reasons[..]),
            Reading::Blocked(reasons) => ("blocked", &reasons[..]),
        };
        let reasons: Vec<_> = reasons.iter().map(ToString::to_string).collect();
        json!({ "state": state, "verdict": word, "reasons": reasons })
    };
    compatibility.states.iter().map(state).collect()
}

/// Compares two documents, where both can be run.
pub(super) fn documents(older: &Value, newer: &Definition) -> Option<Compatibility> {
    let older = Definition::from_value(older.clone()).ok()?;
    let described = |definition: &Definition| -> Option<Description> {
        Some(Compiled::connected(definition.clone()).ok()?.description(""))
    };
    Some(compatible(&described(&older)?, &described(newer)?))
}

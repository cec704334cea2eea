//! Tells for each state whether the executions that are in it go on.

use crate::terminal::{Terminal, Tone};
use workflow_asl::Definition;
use workflow_runtime::Description;
use workflow_runtime::description::{Compatibility, Standing, Verdict, compatible};
use workflow_runtime::interpreted::Compiled;

/// Shows how executions of an older workflow stand to a newer one, state by state: true if all go on.
pub(super) fn states(terminal: &Terminal, compatibility: &Compatibility) -> bool {
    for Standing { state, verdict } in &compatibility.states {
        let (tone, mark, text, reasons) = match verdict {
            Verdict::Continues => (Tone::Good, '✓', "continues", &[][..]),
            Verdict::Depends(reasons) => {
                (Tone::Again, '~', "depends on the execution", &reasons[..])
            }
            Verdict::Blocked(reasons) => (Tone::Bad, '✗', "is blocked", &reasons[..]),
        };
        let who = if state.is_empty() { "the beginning".to_owned() } else { format!("`{state}`") };
        terminal.text(tone, 2, &format!("{mark} {who} {text}"));
        reasons.iter().for_each(|reason| terminal.text(tone, 4, &reason.to_string()));
    }
    compatibility.continues()
}

/// Compares two documents, where both can be run.
pub(super) fn documents(older: &Definition, newer: &Definition) -> Option<Compatibility> {
    let described = |definition: &Definition| -> Option<Description> {
        Some(Compiled::connected(definition.clone()).ok()?.description(""))
    };
    Some(compatible(&described(older)?, &described(newer)?))
}

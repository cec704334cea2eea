//! A replay as JSON.

use super::Told;
use serde_json::{Value, json};
use workflow_replay::{Asked, HistoryDifference, RecordedOutcome};

/// The most differences that are told.
pub(super) const MOST: usize = 20;

/// All that is known of a replay.
pub(super) fn told(told: &Told<'_>) -> Value {
    let Told { recording, replayed, subject, from } = *told;
    let failed = recording.failed().map(|failed| {
        let mut shown = json!(failed);
        if let Some(source) = subject.source(&failed.state) {
            shown["source"] = json!(source);
        }
        shown
    });
    let RecordedOutcome { status, output, error, cause, .. } = replayed.ran.outcome(None);
    let path: Vec<&str> = recording.trace.in_order().into_iter().map(|it| &*it.state).collect();
    json!({
        "recorded": {
            "executionArn": recording.arn,
            "status": recording.status,
            "events": recording.events.len(),
            "path": path,
            "output": recording.output(),
            "failed": failed,
        },
        "replay": {
            "from": from,
            "same": from.is_none().then(|| replayed.is_same()),
            "status": status,
            "output": output,
            "error": error,
            "cause": cause,
            "differences": replayed.differences.iter().take(MOST).map(difference).collect::<Vec<_>>(),
            "moreDifferences": replayed.differences.len().saturating_sub(MOST),
            "unanswered": replayed.asked.iter().map(asked).collect::<Vec<_>>(),
            "unused": replayed.left.iter().map(|it| it.state.as_str()).collect::<Vec<_>>(),
        },
    })
}

fn difference(found: &HistoryDifference) -> Value {
    json!({ "path": found.path, "recorded": found.expected, "got": found.actual })
}

fn asked(call: &Asked) -> Value {
    json!({ "state": call.state, "attempt": call.attempt + 1, "request": call.request })
}

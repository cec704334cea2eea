//! Compares a run with the recording of a case.

use crate::case::Case;
use serde_json::{Value, json};
use workflow_replay::{HistoryDifference, Mask, Noise, Order, RecordedOutcome, loose};

/// Every difference between two values; `masks` are words that stand for erased values.
#[must_use]
pub fn compare_value(expected: &Value, actual: &Value, masks: &[Mask]) -> Vec<HistoryDifference> {
    workflow_replay::compare_value(expected, actual, &Noise::erased(masks))
}

/// Every difference between a recorded history and another one, whose payloads are decoded.
#[must_use]
pub fn compare_history(
    case: &Case,
    expected: &[Value],
    actual: &[Value],
) -> Vec<HistoryDifference> {
    let order = match case.order.as_deref() {
        Some("total") => Order::Total,
        Some("sorted") => Order::Sorted,
        _ => Order::Partial,
    };
    workflow_replay::compare_history(order, expected, actual, &Noise::erased(&case.masks))
}

/// Every difference between what was recorded of an execution and what came of its replay.
#[must_use]
pub fn compare_outcome(case: &Case, outcome: &RecordedOutcome) -> Vec<HistoryDifference> {
    let mut found = vec![];
    if let Some(events) = &case.expected.events {
        found.extend(compare_history(case, events, &outcome.events));
    }
    if let (Some(recorded), Some(logged)) = (case.recorded.get("log_events"), &outcome.logged) {
        found.extend(compare_value(recorded, &json!(logged), &case.masks));
    }
    let text = |text: &Option<String>| text.as_ref().map(|text| json!(text));
    let expected = [
        ("status", text(&case.expected.status), Some(json!(outcome.status))),
        ("output", case.expected.output.clone(), outcome.output.clone()),
        ("error", case.expected.error.clone(), text(&outcome.error)),
        ("cause", case.expected.cause.clone(), text(&outcome.cause)),
    ];
    let total = matches!(case.order.as_deref(), None | Some("total"));
    for (name, expected, actual) in expected {
        let loosened =
            |value: Option<Value>| value.map(|value| if total { value } else { loose(value) });
        let path = format!("$.{name}");
        match (loosened(expected), loosened(actual)) {
            (None, None) => {}
            (Some(expected), Some(actual)) => {
                found.extend(compare_value(&expected, &actual, &case.masks).into_iter().map(
                    |it| HistoryDifference { path: format!("{path}{}", &it.path[1..]), ..it },
                ));
            }
            // A recording of a history alone says no output besides.
            // So does a log without data.
            (None, Some(_)) if name == "output" && is_partial(case) => {}
            (expected, actual) => found.push(HistoryDifference { path, expected, actual }),
        }
    }
    found
}

/// True if the recording may leave out the output.
fn is_partial(case: &Case) -> bool {
    case.expected.events.is_some() || case.kind == "execution_log"
}

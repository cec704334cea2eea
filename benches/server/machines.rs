//! The machines that are run: those by which emulators are measured, in both query languages' plainest forms.

use serde_json::{Map, Value, json};

/// Ten Pass states that count.
pub fn chain() -> Value {
    let state = |number: u32| {
        let mut state =
            json!({ "Type": "Pass", "Parameters": { "n.$": "States.MathAdd($.n, 1)" } });
        match number {
            9 => state["End"] = true.into(),
            _ => state["Next"] = format!("S{}", number + 1).into(),
        }
        (format!("S{number}"), state)
    };
    json!({ "StartAt": "S0", "States": (0..10).map(state).collect::<Map<_, _>>() })
}

/// A thousand rounds of a Pass and a Choice.
pub fn rounds() -> Value {
    json!({ "StartAt": "Count", "States": {
        "Count": { "Type": "Pass", "Parameters": { "n.$": "States.MathAdd($.n, 1)" }, "Next": "Enough?" },
        "Enough?": {
            "Type": "Choice",
            "Choices": [{ "Variable": "$.n", "NumericLessThan": 1000, "Next": "Count" }],
            "Default": "Done"
        },
        "Done": { "Type": "Succeed" }
    } })
}

/// A Map of one Pass an item.
pub fn items() -> Value {
    json!({ "StartAt": "Each", "States": { "Each": {
        "Type": "Map",
        "ItemsPath": "$.items",
        "ItemProcessor": {
            "ProcessorConfig": { "Mode": "INLINE" },
            "StartAt": "One",
            "States": { "One": { "Type": "Pass", "End": true } }
        },
        "End": true
    } } })
}

/// The input of [`items`].
pub fn numbers(count: u32) -> Value {
    json!({ "items": (0..count).collect::<Vec<_>>() })
}

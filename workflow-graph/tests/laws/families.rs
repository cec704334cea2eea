//! Machines of any size, each of its own shape.

use serde_json::{Map, Value, json};

/// A machine of so many states.
type Family = fn(usize) -> Value;

/// All shapes.
pub const ALL: [(&str, Family); 7] = [
    ("a chain", chain),
    ("a chain whose errors all have one target", caught),
    ("jumps from each end to the other", mirrored),
    ("one choice of all", wide),
    ("any transitions", random),
    ("loops in loops", loops),
    ("scopes side by side", scopes),
];

fn machine(states: impl Iterator<Item = Value>) -> Value {
    let states: Map<String, Value> =
        states.enumerate().map(|(index, state)| (name(index), state)).collect();
    json!({"StartAt": name(0), "States": states})
}

fn name(index: usize) -> String {
    format!("State {index}")
}

fn chain(count: usize) -> Value {
    machine((0..count).map(|index| json!({"Type": "Pass", "Next": name(index + 1)})))
}

fn caught(count: usize) -> Value {
    machine((0..count).map(|index| {
        json!({"Type": "Task", "Next": name(index + 1), "Catch": [{"ErrorEquals": ["E"], "Next": name(count - 1)}]})
    }))
}

fn choice(targets: &[usize]) -> Value {
    let rule = |to: &usize| json!({"Condition": format!("{{% $to = {to} %}}"), "Next": name(*to)});
    json!({"Type": "Choice", "Choices": targets.iter().map(rule).collect::<Vec<_>>()})
}

fn mirrored(count: usize) -> Value {
    machine((0..count).map(|index| choice(&[index + 1, count - 1 - index])))
}

fn wide(count: usize) -> Value {
    let all: Vec<usize> = (1..count - 1).collect();
    machine((0..count).map(|index| match index {
        0 => choice(&all),
        _ => json!({"Type": "Pass", "Next": name(count - 1)}),
    }))
}

/// Numbers that look random, and are the same everywhere.
fn random(count: usize) -> Value {
    let mut seed = 7_usize;
    let mut draw = || {
        seed = (seed * 1_103_515_245 + 12_345) % (1 << 31);
        (seed >> 8) % count
    };
    machine((0..count).map(|_| choice(&[draw(), draw(), draw()])))
}

fn loops(count: usize) -> Value {
    machine((0..count).map(|index| choice(&[index + 1, index / 2, index.saturating_sub(1)])))
}

fn scopes(count: usize) -> Value {
    let each = json!({"StartAt": "Each", "States": {"Each": {"Type": "Pass", "End": true}}});
    machine((0..count / 10).map(|index| {
        json!({"Type": "Parallel", "Branches": vec![each.clone(); 9], "Next": name(index + 1)})
    }))
}

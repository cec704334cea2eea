//! Drawings as they are to look.

use super::*;
use proptest::prelude::*;
use serde_json::{Value, json};

fn check(document: &Value, columns: usize, expected: &str) {
    let drawing = text(&Graph::read(document), Characters::Unicode, columns);
    assert_eq!(drawing.trim_end(), expected.trim_start_matches('\n').trim_end(), "\n{drawing}");
}

fn order() -> Value {
    let task =
        |name: &str| json!({"StartAt": name, "States": {name: {"Type": "Task", "End": true}}});
    json!({"StartAt": "Ask", "States": {
        "Ask": {"Type": "Task", "Next": "Ready?", "Catch": [{"ErrorEquals": ["Lost"], "Next": "Failed"}]},
        "Ready?": {"Type": "Choice", "Choices": [{"Condition": "{% $done %}", "Next": "Both"}], "Default": "Rest"},
        "Rest": {"Type": "Wait", "Next": "Ask"},
        "Both": {"Type": "Parallel", "Branches": [task("Left"), task("Right")], "End": true},
        "Failed": {"Type": "Fail"}
    }})
}

#[test]
fn ranks_are_drawn() {
    check(
        &order(),
        80,
        "
                       ●
                       ├───────────────────────┐
                       ▼                       │
                   ┌───────┐                   │
                   │  Ask  │                   │
                   └───┬─┬─┘                   │
                       │ └┄┄┄┄┄┄┄┄┄┄┄┄┄┄┐      │
                       │              Lost     │
                       ▼                ▼      │
                 ┌──────────┐     ┌──────────┐ │
                 │ ◇ Ready? │     │ ✗ Failed │ │
                 └─────┬────┘     └─────◉────┘ ▲
             ┌─────────┴─────────┐             │
           $done             otherwise         │
             ▼                   ▼             │
┌─ Both ──────────────────┐  ┌───────┐         │
│      ●           ●      │  │ Rest  │         │
│      ▼           ▼      │  └───┬───┘         │
│  ┌───────┐   ┌───────┐  │      │             │
│  │ Left  │   │ Right │  │      │             │
│  └───◉───┘   └───◉───┘  │      │             │
└────────────◉────────────┘      │             │
                                 └─────────────┘
",
    );
}

#[test]
fn a_graph_that_is_too_wide_is_listed() {
    check(
        &order(),
        20,
        "
● Ask [Task]
    → Ready?
    → Failed on Lost
  Ready? [Choice]
    → Both if $done
    → Rest otherwise
  Rest [Wait]
    → Ask
  Both ◉ [Parallel]
    branch 1
    ● Left ◉ [Task]
    branch 2
    ● Right ◉ [Task]
  Failed ◉ [Fail]
",
    );
}

/// Rules of a Choice that do not stand as they are tried have numbers.
#[test]
fn the_order_of_rules_is_told() {
    let rule =
        |value: u8, next: &str| json!({"Condition": format!("{{% $a = {value} %}}"), "Next": next});
    let pass = |next: &str| json!({"Type": "Pass", "Next": next});
    let document = |choices: Value| {
        json!({"StartAt": "A", "States": {
            "A": {"Type": "Choice", "Choices": choices, "Default": "D"},
            "B": pass("D"), "C": pass("D"), "D": {"Type": "Pass", "End": true}
        }})
    };
    let drawn = |choices: Value| text(&Graph::read(&document(choices)), Characters::Unicode, 80);
    let plain = drawn(json!([rule(1, "B"), rule(2, "C")]));
    assert!(plain.contains("$a = 1") && !plain.contains("1. "), "{plain}");
    let mixed = drawn(json!([rule(1, "B"), rule(2, "C"), rule(3, "B")]));
    for number in 1..=3 {
        assert!(mixed.contains(&format!("{number}. $a = {number}")), "{mixed}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn no_line_is_wider_than_the_terminal(names in proptest::collection::vec("\\PC{0,40}", 1..12), columns in 40_usize..100) {
        let names: Vec<String> = names.iter().enumerate().map(|(index, name)| format!("{name}{index}")).collect();
        let states: serde_json::Map<String, Value> = names
            .iter()
            .enumerate()
            .map(|(index, name)| {
                let rules: Vec<Value> = (1..3).map(|step| {
                    json!({"Condition": name, "Next": names[(index * step + step) % names.len()]})
                }).collect();
                (name.clone(), json!({"Type": "Choice", "Choices": rules}))
            })
            .collect();
        let graph = Graph::read(&json!({"StartAt": names[0], "States": states}));
        let drawing = text(&graph, Characters::Unicode, columns);
        let most = i64::try_from(columns).unwrap_or(0);
        for line in drawing.lines() {
            prop_assert!(crate::widths::Measure::Columns.width(line) <= most, "{line:?}");
        }
        let ascii = text(&Graph::read(&order()), Characters::Ascii, columns);
        prop_assert!(ascii.is_ascii(), "{ascii}");
    }
}

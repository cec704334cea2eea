//! Retriers, as constants of the module.

use crate::render::quoted;
use crate::scope::Machine;
use crate::value::Node;
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The retriers of all states, as constants.
pub(super) struct Retriers {
    pub(super) text: String,
    /// The constants of each state.
    pub(super) calls: BTreeMap<Node, Vec<String>>,
}

impl Retriers {
    pub(super) fn of(machine: &Machine<'_>) -> Self {
        let mut all: Vec<String> = vec![];
        let mut calls: BTreeMap<Node, Vec<String>> = BTreeMap::new();
        for (node, state) in machine.states.iter().enumerate() {
            for json in state.json.get("Retry").and_then(Json::as_array).into_iter().flatten() {
                let retrier = retrier(json);
                let index = all.iter().position(|it| *it == retrier).unwrap_or_else(|| {
                    all.push(retrier);
                    all.len() - 1
                });
                calls.entry(node).or_default().push(constant(index));
            }
        }
        let mut text = String::new();
        for (index, retrier) in all.iter().enumerate() {
            let _ = write!(text, "\nconst {}: Retry = {retrier};\n", constant(index));
        }
        Retriers { text, calls }
    }
}

pub(super) fn constant(index: usize) -> String {
    if index == 0 { "RETRY".to_owned() } else { format!("RETRY_{}", index + 1) }
}

pub(super) fn retrier(json: &Json) -> String {
    let names = json["ErrorEquals"].as_array().into_iter().flatten().filter_map(Json::as_str);
    let names: Vec<String> = names.map(quoted).collect();
    let mut text = format!("Retry::on(&[{}])", names.join(", "));
    let mut part = |key: &str, method: &str| {
        if let Some(number) = json.get(key).and_then(Json::as_f64) {
            let number =
                if method == "backoff_rate" { format!("{number:?}") } else { format!("{number}") };
            let _ = write!(text, "\n    .{method}({number})");
        }
    };
    part("IntervalSeconds", "interval");
    part("MaxAttempts", "max_attempts");
    part("BackoffRate", "backoff_rate");
    part("MaxDelaySeconds", "max_delay");
    if json["JitterStrategy"] == "FULL" {
        text += "\n    .jitter()";
    }
    text
}

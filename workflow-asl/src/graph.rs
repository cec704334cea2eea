//! Drawings of a document.

use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Longer conditions are cut.
const LONGEST_LABEL: usize = 80;

/// A Mermaid flowchart of a document: states, transitions with their conditions and error names, and the
/// scopes of Parallel and Map states as subgraphs.
///
/// Draws whatever is there: a document with mistakes has a graph as well.
///
/// ```
/// let document = serde_json::json!({
///     "StartAt": "Greet",
///     "States": { "Greet": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true } }
/// });
/// let graph = workflow_asl::graph::mermaid(&document);
/// assert!(graph.starts_with("flowchart TD\n"));
/// ```
#[must_use]
pub fn mermaid(document: &Value) -> String {
    let mut graph = Graph { text: "flowchart TD\n".to_owned(), depth: 1, scopes: 0, states: 0 };
    graph.scope(document);
    graph.text
}

struct Graph {
    text: String,
    depth: usize,
    scopes: usize,
    states: usize,
}

/// The nodes of one scope.
struct Scope<'v> {
    nodes: BTreeMap<&'v str, String>,
    stop: String,
}

impl Graph {
    fn scope(&mut self, scope: &Value) {
        let Some(states) = scope["States"].as_object() else { return };
        let start = format!("start{}", self.scopes);
        let stop = format!("stop{}", self.scopes);
        self.scopes += 1;
        let nodes = states.keys().map(|name| (name.as_str(), self.node())).collect();
        let inside = Scope { nodes, stop };
        if let Some(first) = scope["StartAt"].as_str().and_then(|name| inside.nodes.get(name)) {
            self.line(&format!("{start}(( )) --> {first}"));
        }
        for (name, state) in states {
            let node = &inside.nodes[name.as_str()]; // made from the same keys
            self.state(node, name, state);
        }
        for (name, state) in states {
            self.edges(&inside, &inside.nodes[name.as_str()], state);
        }
        if states.values().any(|state| state["End"] == true) {
            self.line(&format!("{}((( )))", inside.stop));
        }
    }

    fn node(&mut self) -> String {
        self.states += 1;
        format!("s{}", self.states - 1)
    }

    /// A node, or a subgraph with all that is in the state.
    fn state(&mut self, node: &str, name: &str, state: &Value) {
        let name = quoted(name);
        let inner = inner(state);
        if inner.is_empty() {
            let (open, close) = shape(&state["Type"]);
            return self.line(&format!("{node}{open}{name}{close}"));
        }
        self.open(node, &name);
        match inner.as_slice() {
            [only] => self.scope(only),
            several => several.iter().enumerate().for_each(|(index, branch)| {
                self.open(&format!("{node}b{index}"), "\" \"");
                self.scope(branch);
                self.close();
            }),
        }
        self.close();
    }

    fn edges(&mut self, scope: &Scope<'_>, from: &str, state: &Value) {
        if state["End"] == true {
            self.line(&format!("{from} --> {}", scope.stop));
        }
        self.edge(scope, from, "-->", "", &state["Next"]);
        for rule in items(state, "Choices") {
            self.edge(scope, from, "-->", &condition(rule), &rule["Next"]);
        }
        self.edge(scope, from, "-->", "otherwise", &state["Default"]);
        for catcher in items(state, "Catch") {
            let names = items(catcher, "ErrorEquals").iter().filter_map(Value::as_str);
            let names = names.collect::<Vec<_>>().join(", ");
            self.edge(scope, from, "-.->", &names, &catcher["Next"]);
        }
    }

    fn edge(&mut self, scope: &Scope<'_>, from: &str, arrow: &str, label: &str, to: &Value) {
        let Some(to) = to.as_str().and_then(|name| scope.nodes.get(name)) else { return };
        let label = if label.is_empty() { String::new() } else { format!("|{}|", quoted(label)) };
        self.line(&format!("{from} {arrow}{label} {to}"));
    }

    fn open(&mut self, node: &str, label: &str) {
        self.line(&format!("subgraph {node} [{label}]"));
        self.depth += 1;
    }

    fn close(&mut self) {
        self.depth -= 1;
        self.line("end");
    }

    fn line(&mut self, line: &str) {
        let indent = "  ".repeat(self.depth);
        let _ = writeln!(self.text, "{indent}{line}"); // writing to a string cannot fail
    }
}

/// The scopes in a state.
fn inner(state: &Value) -> Vec<&Value> {
    let processor = ["ItemProcessor", "Iterator"].into_iter().filter_map(|key| state.get(key));
    items(state, "Branches").iter().chain(processor).collect()
}

fn items<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map(Vec::as_slice).unwrap_or_default()
}

fn shape(kind: &Value) -> (&'static str, &'static str) {
    match kind.as_str() {
        Some("Choice") => ("{", "}"),
        Some("Wait") => ("{{", "}}"),
        Some("Pass") => ("(", ")"),
        Some("Succeed") => ("([", "])"),
        Some("Fail") => ("[[", "]]"),
        _ => ("[", "]"),
    }
}

/// Returns what a rule asks, in either query language.
fn condition(rule: &Value) -> String {
    match &rule["Condition"] {
        Value::Null => test(rule),
        Value::String(text) => bare(text).to_owned(),
        other => other.to_string(),
    }
}

/// An expression without its delimiters.
fn bare(text: &str) -> &str {
    let inner = text.strip_prefix("{%").and_then(|text| text.strip_suffix("%}"));
    inner.map_or(text, str::trim)
}

/// A test of JSONPath: `$.total NumericGreaterThan 500`.
fn test(rule: &Value) -> String {
    let several = |key: &str| items(rule, key).iter().map(test).collect::<Vec<_>>();
    if let Some(not) = rule.get("Not") {
        return format!("not ({})", test(not));
    }
    for (key, word) in [("And", " and "), ("Or", " or ")] {
        if rule.get(key).is_some() {
            return several(key).join(word);
        }
    }
    let none = Map::new();
    let rest = ["Variable", "Next", "Comment", "Assign", "Output"];
    let mut fields = rule.as_object().unwrap_or(&none).iter();
    match fields.find(|(key, _)| !rest.contains(&key.as_str())) {
        Some((operator, value)) => {
            format!("{} {operator} {value}", rule["Variable"].as_str().unwrap_or_default())
        }
        None => String::new(),
    }
}

/// A label in quotes, short, on one line; what Mermaid or HTML would read in it is written as an entity.
fn quoted(text: &str) -> String {
    let mut label = String::from("\"");
    for (index, char) in text.chars().enumerate() {
        match char {
            _ if index == LONGEST_LABEL => {
                label.push('…');
                break;
            }
            '"' | '#' | '&' | '<' | '>' | '`' | '\\' => {
                let _ = write!(label, "#{};", u32::from(char)); // writing to a string cannot fail
            }
            char if char.is_whitespace() => label.push(' '),
            char => label.push(char),
        }
    }
    label.push('"');
    label
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(document: &Value, expected: &[&str]) {
        let graph = mermaid(document);
        assert_eq!(graph.lines().collect::<Vec<_>>(), expected, "{graph}");
    }

    #[test]
    fn choices_and_catchers_have_labels() {
        let document = json!({"StartAt": "Total \"over\" 500?", "States": {
            "Total \"over\" 500?": {
                "Type": "Choice",
                "Choices": [{"Condition": "{% $total > 500 %}", "Next": "Charge"}],
                "Default": "Done"
            },
            "Charge": {
                "Type": "Task",
                "Catch": [{"ErrorEquals": ["Declined", "States.Timeout"], "Next": "Failed"}],
                "Next": "Rest"
            },
            "Rest": {"Type": "Wait", "End": true},
            "Done": {"Type": "Succeed"},
            "Failed": {"Type": "Fail"}
        }});
        check(
            &document,
            &[
                "flowchart TD",
                "  start0(( )) --> s0",
                "  s0{\"Total #34;over#34; 500?\"}",
                "  s1[\"Charge\"]",
                "  s2{{\"Rest\"}}",
                "  s3([\"Done\"])",
                "  s4[[\"Failed\"]]",
                "  s0 -->|\"$total #62; 500\"| s1",
                "  s0 -->|\"otherwise\"| s3",
                "  s1 --> s2",
                "  s1 -.->|\"Declined, States.Timeout\"| s4",
                "  s2 --> stop0",
                "  stop0((( )))",
            ],
        );
    }

    #[test]
    fn scopes_are_subgraphs() {
        let task =
            |name: &str| json!({"StartAt": name, "States": {name: {"Type": "Task", "End": true}}});
        let document = json!({"StartAt": "Both", "States": {"Both": {
            "Type": "Parallel",
            "Branches": [
                task("Left"),
                {"StartAt": "Each", "States": {"Each": {"Type": "Map", "ItemProcessor": task("Item"), "End": true}}}
            ],
            "End": true
        }}});
        check(
            &document,
            &[
                "flowchart TD",
                "  start0(( )) --> s0",
                "  subgraph s0 [\"Both\"]",
                "    subgraph s0b0 [\" \"]",
                "      start1(( )) --> s1",
                "      s1[\"Left\"]",
                "      s1 --> stop1",
                "      stop1((( )))",
                "    end",
                "    subgraph s0b1 [\" \"]",
                "      start2(( )) --> s2",
                "      subgraph s2 [\"Each\"]",
                "        start3(( )) --> s3",
                "        s3[\"Item\"]",
                "        s3 --> stop3",
                "        stop3((( )))",
                "      end",
                "      s2 --> stop2",
                "      stop2((( )))",
                "    end",
                "  end",
                "  s0 --> stop0",
                "  stop0((( )))",
            ],
        );
    }

    #[test]
    fn rules_of_jsonpath_are_read_out() {
        let cases = [
            (json!({"Variable": "$.a", "NumericEquals": 1, "Next": "X"}), "$.a NumericEquals 1"),
            (json!({"Not": {"Variable": "$.a", "IsNull": true}}), "not ($.a IsNull true)"),
            (
                json!({"Or": [
                    {"Variable": "$.a", "IsNull": true},
                    {"Variable": "$.b", "StringEquals": "x"}
                ]}),
                "$.a IsNull true or $.b StringEquals \"x\"",
            ),
            (json!({"Condition": true}), "true"),
            (json!({}), ""),
        ];
        for (rule, expected) in cases {
            assert_eq!(condition(&rule), expected);
        }
    }

    #[test]
    fn what_is_no_document_has_an_empty_graph() {
        assert_eq!(mermaid(&json!([1])), "flowchart TD\n");
        assert_eq!(mermaid(&json!({"States": {"A": 1}})), "flowchart TD\n  s0[\"A\"]\n");
    }
}

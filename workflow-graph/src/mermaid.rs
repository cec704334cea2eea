//! Mermaid flowcharts.

use crate::model::{Edge, EdgeKind, Graph, GraphScope, NodeKind};
use std::fmt::Write as _;

/// Longer labels are cut.
const LONGEST_LABEL: usize = 80;

/// A Mermaid flowchart: states, transitions with their conditions and error names, and the scopes of Parallel and Map
/// states as subgraphs.
///
/// ```
/// let document = serde_json::json!({
///     "StartAt": "Greet",
///     "States": { "Greet": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true } }
/// });
/// let chart = workflow_graph::mermaid(&workflow_graph::Graph::read(&document));
/// assert!(chart.starts_with("flowchart TD\n"));
/// ```
#[must_use]
pub fn mermaid(graph: &Graph) -> String {
    let mut chart =
        Chart { graph, text: "flowchart TD\n".to_owned(), depth: 1, scopes: 0, states: 0 };
    if let Some(outermost) = graph.scopes.first() {
        chart.scope(outermost);
    }
    chart.text
}

struct Chart<'g> {
    graph: &'g Graph,
    text: String,
    depth: usize,
    scopes: usize,
    states: usize,
}

impl<'g> Chart<'g> {
    fn scope(&mut self, scope: &'g GraphScope) {
        let (number, first) = (self.scopes, self.states);
        self.scopes += 1;
        self.states += scope.nodes.len();
        let id = |index: usize| format!("s{}", first + index);
        if let Some(start) = scope.start {
            self.line(&format!("start{number}(( )) --> {}", id(start)));
        }
        for (index, node) in scope.nodes.iter().enumerate() {
            let name = quoted(&node.name);
            if node.within.is_empty() {
                let (open, close) = shape(node.kind);
                self.line(&format!("{}{open}{name}{close}", id(index)));
            } else {
                self.subgraphs(&id(index), &name, &node.within);
            }
        }
        // Succeed and Fail have shapes of their own.
        let stops = |index: usize| {
            let node = &scope.nodes[index];
            node.ends && !matches!(node.kind, NodeKind::Succeed | NodeKind::Fail)
        };
        let mut edges = scope.edges.iter().peekable();
        for index in 0..scope.nodes.len() {
            if stops(index) {
                self.line(&format!("{} --> stop{number}", id(index)));
            }
            while let Some(edge) = edges.next_if(|edge| edge.from == index) {
                self.line(&arrow(edge, &id(edge.from), &id(edge.to)));
            }
        }
        if (0..scope.nodes.len()).any(stops) {
            self.line(&format!("stop{number}((( )))"));
        }
    }

    /// The scopes in a state: several are subgraphs within its own.
    fn subgraphs(&mut self, id: &str, name: &str, within: &[usize]) {
        let graph = self.graph;
        self.open(id, name);
        match within {
            [only] => self.scope(&graph.scopes[*only]),
            several => several.iter().enumerate().for_each(|(index, branch)| {
                self.open(&format!("{id}b{index}"), "\" \"");
                self.scope(&graph.scopes[*branch]);
                self.close();
            }),
        }
        self.close();
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

fn arrow(edge: &Edge, from: &str, to: &str) -> String {
    let arrow = if edge.kind == EdgeKind::Catch { "-.->" } else { "-->" };
    let label =
        if edge.label.is_empty() { String::new() } else { format!("|{}|", quoted(&edge.label)) };
    format!("{from} {arrow}{label} {to}")
}

fn shape(kind: NodeKind) -> (&'static str, &'static str) {
    match kind {
        NodeKind::Choice => ("{", "}"),
        NodeKind::Wait => ("{{", "}}"),
        NodeKind::Pass => ("(", ")"),
        NodeKind::Succeed => ("([", "])"),
        NodeKind::Fail => ("[[", "]]"),
        _ => ("[", "]"),
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
    use serde_json::{Value, json};

    fn check(document: &Value, expected: &[&str]) {
        let chart = mermaid(&Graph::read(document));
        assert_eq!(chart.lines().collect::<Vec<_>>(), expected, "{chart}");
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
    fn a_document_with_mistakes_has_what_is_there() {
        check(&json!([1]), &["flowchart TD"]);
        check(&json!({"States": {"A": 1}}), &["flowchart TD", "  s0[\"A\"]"]);
    }
}

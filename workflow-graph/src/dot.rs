//! Graphs in DOT, for Graphviz.

use crate::model::{EdgeKind, Graph, GraphScope, Node, NodeKind};
use crate::widths::{Measure, shown};
use std::fmt::Write as _;

/// The longest line of a label, and the most lines.
const LINE: i64 = 28;
const LINES: usize = 3;

/// The graph in DOT: scopes are clusters, transitions of a Map or a Parallel begin and end at its cluster.
///
/// ```
/// let document = serde_json::json!({
///     "StartAt": "Greet",
///     "States": { "Greet": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true } }
/// });
/// let text = workflow_graph::dot(&workflow_graph::Graph::read(&document));
/// assert!(text.contains(r#"s0 [label="Greet""#));
/// ```
#[must_use]
pub fn dot(graph: &Graph) -> String {
    let mut dot = Dot { graph, text: String::new(), depth: 0, scopes: 0, states: 0 };
    dot.open("digraph machine");
    dot.line("compound=true; rankdir=TB; fontname=\"Helvetica\";");
    dot.line("node [shape=box, style=rounded, fontname=\"Helvetica\", fontsize=11];");
    dot.line("edge [fontname=\"Helvetica\", fontsize=9];");
    if let Some(outermost) = graph.scopes.first() {
        dot.scope(outermost);
    }
    dot.close();
    dot.text
}

struct Dot<'g> {
    graph: &'g Graph,
    text: String,
    depth: usize,
    scopes: usize,
    states: usize,
}

/// An end of an edge: a node, and the cluster in whose place it stands.
#[derive(Clone)]
struct End {
    node: String,
    cluster: Option<String>,
}

impl<'g> Dot<'g> {
    /// Writes a scope, and returns the node that edges to it end at.
    fn scope(&mut self, scope: &'g GraphScope) -> Option<String> {
        let (number, first) = (self.scopes, self.states);
        self.scopes += 1;
        self.states += scope.nodes.len();
        let ends: Vec<End> = scope
            .nodes
            .iter()
            .enumerate()
            .map(|(index, node)| self.state(first + index, node))
            .collect();
        if let Some(start) = scope.start {
            self.line(&format!("start{number} [shape=circle, style=filled, fillcolor=black, label=\"\", width=0.15];"));
            let end = &ends[start];
            self.edge(&End { node: format!("start{number}"), cluster: None }, end, &[]);
        }
        for edge in &scope.edges {
            let mut more = vec![];
            if !edge.label.is_empty() {
                more.push(format!("label={}", quoted(&edge.label)));
            }
            if edge.kind == EdgeKind::Catch {
                more.push("style=dashed".to_owned());
            }
            self.edge(&ends[edge.from], &ends[edge.to], &more);
        }
        match scope.start {
            Some(_) => Some(format!("start{number}")),
            None => ends.into_iter().next().map(|end| end.node),
        }
    }

    fn state(&mut self, number: usize, node: &'g Node) -> End {
        let id = format!("s{number}");
        if node.within.is_empty() {
            self.line(&format!("{id} [label={}{}];", quoted(&node.name), shape(node)));
            return End { node: id, cluster: None };
        }
        let graph = self.graph;
        self.open(&format!("subgraph cluster_{id}"));
        self.line(&format!("label={}; style=rounded;", quoted(&node.name)));
        let mut inside = None;
        for (index, branch) in node.within.iter().enumerate() {
            let several = node.within.len() > 1;
            if several {
                self.open(&format!("subgraph cluster_{id}b{index}"));
                self.line("label=\"\"; style=\"rounded,dotted\";");
            }
            let entry = self.scope(&graph.scopes[*branch]);
            inside = inside.or(entry);
            if several {
                self.close();
            }
        }
        // An edge of DOT needs a node: one that nobody sees stands in an empty scope.
        let node = inside.unwrap_or_else(|| {
            self.line(&format!("{id} [style=invis, label=\"\"];"));
            id.clone()
        });
        self.close();
        End { node, cluster: Some(format!("cluster_{id}")) }
    }

    fn edge(&mut self, from: &End, to: &End, more: &[String]) {
        let mut attributes = more.to_vec();
        attributes.extend(from.cluster.iter().map(|cluster| format!("ltail={cluster}")));
        attributes.extend(to.cluster.iter().map(|cluster| format!("lhead={cluster}")));
        let attributes = if attributes.is_empty() {
            String::new()
        } else {
            format!(" [{}]", attributes.join(", "))
        };
        self.line(&format!("{} -> {}{attributes};", from.node, to.node));
    }

    fn open(&mut self, head: &str) {
        self.line(&format!("{head} {{"));
        self.depth += 1;
    }

    fn close(&mut self) {
        self.depth -= 1;
        self.line("}");
    }

    fn line(&mut self, line: &str) {
        let indent = "  ".repeat(self.depth);
        let _ = writeln!(self.text, "{indent}{line}"); // writing to a string cannot fail
    }
}

fn shape(node: &Node) -> String {
    let shape = match node.kind {
        NodeKind::Choice => ", shape=diamond, style=solid",
        NodeKind::Wait => ", shape=hexagon, style=solid",
        NodeKind::Succeed => ", shape=oval, style=solid, color=darkgreen",
        NodeKind::Fail => ", shape=octagon, style=solid, color=firebrick",
        _ => "",
    };
    let twice = if node.ends { ", peripheries=2" } else { "" };
    format!("{shape}{twice}")
}

/// A label in quotes, on short lines.
fn quoted(text: &str) -> String {
    let lines = Measure::Columns.lines(&shown(text), LINE, LINES);
    let escape = |line: &String| line.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{}\"", lines.iter().map(escape).collect::<Vec<_>>().join("\\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn scopes_are_clusters() {
        let item = json!({"StartAt": "Item \"one\"", "States": {"Item \"one\"": {"Type": "Task", "End": true}}});
        let document = json!({"StartAt": "Each", "States": {
            "Each": {"Type": "Map", "ItemProcessor": item, "Next": "Done", "Catch": [{"ErrorEquals": ["E"], "Next": "Done"}]},
            "Done": {"Type": "Succeed"}
        }});
        let expected = [
            "digraph machine {",
            "  compound=true; rankdir=TB; fontname=\"Helvetica\";",
            "  node [shape=box, style=rounded, fontname=\"Helvetica\", fontsize=11];",
            "  edge [fontname=\"Helvetica\", fontsize=9];",
            "  subgraph cluster_s0 {",
            "    label=\"Each\"; style=rounded;",
            "    s2 [label=\"Item \\\"one\\\"\", peripheries=2];",
            "    start1 [shape=circle, style=filled, fillcolor=black, label=\"\", width=0.15];",
            "    start1 -> s2;",
            "  }",
            "  s1 [label=\"Done\", shape=oval, style=solid, color=darkgreen, peripheries=2];",
            "  start0 [shape=circle, style=filled, fillcolor=black, label=\"\", width=0.15];",
            "  start0 -> start1 [lhead=cluster_s0];",
            "  start1 -> s1 [ltail=cluster_s0];",
            "  start1 -> s1 [label=\"E\", style=dashed, ltail=cluster_s0];",
            "}",
        ];
        let text = dot(&Graph::read(&document));
        assert_eq!(text.lines().collect::<Vec<_>>(), expected, "{text}");
    }
}

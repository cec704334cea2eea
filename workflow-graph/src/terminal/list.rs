//! A list of states with their transitions.

use super::signs::Signs;
use crate::model::{Edge, EdgeKind, Graph, GraphScope, Node};
use crate::widths::{Measure, shown};

/// Scopes deeper than this are no further to the right.
const DEEPEST: usize = 12;

/// Lists the states in the order of the document, each with its transitions, and below it the scopes in it.
pub(super) fn list(graph: &Graph, signs: &Signs, columns: usize) -> String {
    let mut list = List { graph, signs, columns, text: String::new() };
    if let Some(outermost) = graph.scopes.first() {
        list.scope(outermost, 0);
    }
    list.text
}

struct List<'g> {
    graph: &'g Graph,
    signs: &'g Signs,
    columns: usize,
    text: String,
}

impl<'g> List<'g> {
    fn scope(&mut self, scope: &'g GraphScope, depth: usize) {
        let mut edges = scope.edges.iter().peekable();
        for (index, node) in scope.nodes.iter().enumerate() {
            self.state(node, scope.start == Some(index), depth);
            while let Some(edge) = edges.next_if(|edge| edge.from == index) {
                self.line(
                    depth,
                    &format!("    {}", way(edge, &scope.nodes[edge.to].name, self.signs)),
                );
            }
            let graph = self.graph;
            for (branch, number) in node.within.iter().enumerate() {
                if node.within.len() > 1 {
                    self.line(depth, &format!("    branch {}", branch + 1));
                }
                self.scope(&graph.scopes[*number], depth + 2);
            }
        }
    }

    fn state(&mut self, node: &Node, starts: bool, depth: usize) {
        let start = if starts { self.signs.start } else { " " };
        let end = if node.ends { format!(" {}", self.signs.end) } else { String::new() };
        let detail =
            if node.detail.is_empty() { String::new() } else { format!(" {}", node.detail) };
        self.line(depth, &format!("{start} {}{end}  [{}{detail}]", shown(&node.name), node.kind));
    }

    /// Writes a line, or as much of it as fits.
    fn line(&mut self, depth: usize, text: &str) {
        let indent = 2 * depth.min(DEEPEST);
        let begin = text.len() - text.trim_start().len();
        let room = self.columns.saturating_sub(indent + begin).max(8);
        let room = i64::try_from(room).unwrap_or(i64::MAX);
        let words = Measure::Columns.lines(text.trim_start(), room, 1).concat();
        self.text.push_str(&" ".repeat(indent + begin));
        self.text.push_str(&words);
        self.text.push('\n');
    }
}

fn way(edge: &Edge, to: &str, signs: &Signs) -> String {
    let (to, label) = (format!("{} {}", signs.to, shown(to)), shown(&edge.label));
    match edge.kind {
        EdgeKind::Next => to,
        EdgeKind::Rule => format!("{to} if {label}"),
        EdgeKind::Default => format!("{to} {label}"),
        EdgeKind::Catch => format!("{to} on {label}"),
    }
}

//! Reading the graph of a document. It looks at the JSON, so that a document with mistakes has a graph as well.

use crate::condition::condition;
use crate::model::{Edge, EdgeKind, Graph, GraphScope, Node, NodeKind};
use crate::service;
use serde_json::Value;
use std::collections::HashMap;
use workflow_asl::Definition;

/// The most levels of scopes that are read: more than a text can have, for JSON is read to 128 levels.
const DEEPEST: usize = 100;

impl Graph {
    /// The graph of a definition.
    #[must_use]
    pub fn of(definition: &Definition) -> Self {
        Self::read(definition.as_value())
    }

    /// The graph of a document: of whatever states it has. States more than 100 levels deep are left out.
    #[must_use]
    pub fn read(document: &Value) -> Self {
        let mut graph = Graph::default();
        if document["States"].is_object() {
            graph.scope(document, 1);
        }
        graph
    }

    fn scope(&mut self, value: &Value, depth: usize) -> usize {
        let number = self.scopes.len();
        self.scopes.push(GraphScope::default());
        let mut scope = GraphScope::default();
        let empty = serde_json::Map::new();
        let states = value["States"].as_object().unwrap_or(&empty);
        let names: HashMap<&str, usize> =
            states.keys().enumerate().map(|(index, name)| (name.as_str(), index)).collect();
        scope.start = value["StartAt"].as_str().and_then(|name| names.get(name).copied());
        for (index, (name, state)) in states.iter().enumerate() {
            let mut node = node(name, state);
            if depth < DEEPEST {
                let inner = inner(state).into_iter().filter(|inner| inner["States"].is_object());
                node.within = inner.map(|inner| self.scope(inner, depth + 1)).collect();
            }
            scope.nodes.push(node);
            edges(index, state, &names, &mut scope.edges);
        }
        self.scopes[number] = scope;
        number
    }
}

fn node(name: &str, state: &Value) -> Node {
    let kind = NodeKind::named(state["Type"].as_str().unwrap_or_default());
    Node {
        name: name.to_owned(),
        kind,
        detail: service::detail(kind, state),
        ends: state["End"] == true || matches!(kind, NodeKind::Succeed | NodeKind::Fail),
        retries: !items(state, "Retry").is_empty(),
        within: vec![],
    }
}

/// The scopes in a state.
fn inner(state: &Value) -> Vec<&Value> {
    let processor = ["ItemProcessor", "Iterator"].into_iter().filter_map(|key| state.get(key));
    items(state, "Branches").iter().chain(processor).collect()
}

fn edges(from: usize, state: &Value, names: &HashMap<&str, usize>, edges: &mut Vec<Edge>) {
    let mut edge = |kind: EdgeKind, label: String, to: &Value| {
        if let Some(&to) = to.as_str().and_then(|name| names.get(name)) {
            edges.push(Edge { from, to, kind, label });
        }
    };
    edge(EdgeKind::Next, String::new(), &state["Next"]);
    for rule in items(state, "Choices") {
        edge(EdgeKind::Rule, condition(rule), &rule["Next"]);
    }
    edge(EdgeKind::Default, "otherwise".to_owned(), &state["Default"]);
    for catcher in items(state, "Catch") {
        let names = items(catcher, "ErrorEquals").iter().filter_map(Value::as_str);
        edge(EdgeKind::Catch, names.collect::<Vec<_>>().join(", "), &catcher["Next"]);
    }
}

fn items<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map(Vec::as_slice).unwrap_or_default()
}

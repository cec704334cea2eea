//! The states of a definition as numbered nodes, scope by scope.

use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;

use crate::stop::{ImportError, Stopped};
use crate::value::Node;

/// A state.
#[derive(Debug)]
pub(crate) struct State<'a> {
    pub name: &'a str,
    pub json: &'a Map<String, Json>,
    /// True for a state in JSONata.
    pub jsonata: bool,
    /// The scopes in it.
    pub scopes: Vec<usize>,
}

/// States that lead to one another.
#[derive(Debug, Default)]
pub(crate) struct Scope<'a> {
    pub start: Node,
    /// The state that it belongs to.
    pub of: Option<Node>,
    pub nodes: BTreeMap<&'a str, Node>,
}

/// All states.
#[derive(Debug, Default)]
pub(crate) struct Machine<'a> {
    pub states: Vec<State<'a>>,
    pub scopes: Vec<Scope<'a>>,
}

impl<'a> Machine<'a> {
    /// Numbers the states of a definition that has been validated.
    pub fn read(definition: &'a Json) -> Stopped<Self> {
        let mut machine = Machine::default();
        machine.scope(definition, None, false)?;
        Ok(machine)
    }

    fn scope(&mut self, json: &'a Json, of: Option<Node>, jsonata: bool) -> Stopped<usize> {
        let broken = || ImportError::new("a definition without states", "");
        let jsonata = language(json.as_object().ok_or_else(broken)?, jsonata);
        let states = json["States"].as_object().ok_or_else(broken)?;
        let index = self.scopes.len();
        self.scopes.push(Scope { of, ..Scope::default() });
        let mut nodes = BTreeMap::new();
        for (name, state) in states {
            let json = state.as_object().ok_or_else(broken)?;
            let node = self.states.len();
            nodes.insert(name.as_str(), node);
            let jsonata = language(json, jsonata);
            self.states.push(State { name, json, jsonata, scopes: vec![] });
            let inner = ["ItemProcessor", "Iterator"].into_iter().filter_map(|key| json.get(key));
            let branches = json.get("Branches").and_then(Json::as_array).into_iter().flatten();
            for inner in inner.chain(branches) {
                let scope = self.scope(inner, Some(node), jsonata)?;
                self.states[node].scopes.push(scope);
            }
        }
        let start = json["StartAt"].as_str().and_then(|start| nodes.get(start));
        self.scopes[index].start = *start.ok_or_else(broken)?;
        self.scopes[index].nodes = nodes;
        Ok(index)
    }
}

fn language(json: &Map<String, Json>, outer: bool) -> bool {
    json.get("QueryLanguage").map_or(outer, |language| language == "JSONata")
}

//! Lists what a document calls, and so needs mocks for.

use super::Asker;
use crate::functions::function_name;
use crate::target::{Shape, Target};
use serde_json::{Map, Value, json};
use workflow_asl::Definition;
use workflow_asl::document::{Scope, StateKind};

/// A state that calls something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needed {
    /// The name of the state.
    pub state: String,
    /// Its `Resource`.
    pub resource: String,
    /// The name of the Lambda function, where it stands in the document.
    pub function: Option<String>,
}

impl Needed {
    pub(super) fn asker(&self) -> Asker<'_> {
        Asker { state: &self.state, resource: &self.resource, function: self.function.as_deref() }
    }

    /// True if the function is known only when it is called.
    pub(super) fn is_open(&self) -> bool {
        self.function.is_none() && Target::parse(&self.resource).is_ok_and(|it| invokes(&it))
    }
}

/// The Task states of a document, those of nested scopes among them, in its order.
#[must_use]
pub fn needed(definition: &Definition) -> Vec<Needed> {
    let mut all = vec![];
    collect(definition.scope(), definition.as_value(), &mut all);
    all
}

fn collect(scope: &Scope, document: &Value, all: &mut Vec<Needed>) {
    for state in &scope.states {
        if let StateKind::Task(task) = &state.kind {
            let fields = document.pointer(&state.pointer).unwrap_or(&Value::Null);
            all.push(Needed {
                state: state.name.clone(),
                resource: task.resource.clone(),
                function: function(&task.resource, fields),
            });
        }
        state.kind.scopes().iter().for_each(|scope| collect(scope, document, all));
    }
}

fn invokes(target: &Target) -> bool {
    matches!(target.action(), Some(("lambda" | "aws-sdk:lambda", "invoke")))
}

/// The function that a state names, if it does.
fn function(resource: &str, state: &Value) -> Option<String> {
    let target = Target::parse(resource).ok()?;
    let named = match target.shape {
        Shape::Function => resource,
        _ if invokes(&target) => ["Arguments", "Parameters"]
            .iter()
            .find_map(|field| state.get(field)?.get("FunctionName")?.as_str())
            .filter(|name| !name.starts_with("{%"))?,
        _ => return None,
    };
    function_name(named).map(str::to_owned)
}

/// A file of mocks to begin with: every name once, with an answer to be filled in.
#[must_use]
pub fn template(needed: &[Needed]) -> Value {
    let mut names = Map::new();
    for it in needed {
        // A state goes before a function of its name.
        let taken = |name: &&str| !needed.iter().any(|other| other.state == *name && other != it);
        let name = it.function.as_deref().filter(taken).unwrap_or(&it.state);
        names.entry(name.to_owned()).or_insert_with(|| json!([{ "returns": {} }]));
    }
    Value::Object(names)
}

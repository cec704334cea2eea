//! Expressions that only read: `$order.lines`, `$states.input`. They need no evaluator.

use super::check::is_plain;
use super::convert;
use super::scope::{Scope, States};
use jsonata_core::ast::{AstNode, PathStep};
use serde_json::Value;

/// A variable and the fields that lead into it.
#[derive(Debug, PartialEq)]
pub(super) struct Path {
    root: Root,
    fields: Vec<String>,
}

#[derive(Debug, PartialEq)]
enum Root {
    Variable(String),
    States(States),
}

impl Path {
    /// The path that an expression is, if it is nothing else.
    pub(super) fn of(node: &AstNode) -> Option<Self> {
        let (name, fields) = match node {
            AstNode::Variable(name) => (name, vec![]),
            AstNode::Path { steps } => split(steps)?,
            _ => return None,
        };
        match name.as_str() {
            "" => None,
            "states" => {
                let mut fields = fields.into_iter();
                let root = Root::States(States::named(&fields.next()?)?);
                Some(Path { root, fields: fields.collect() })
            }
            name => Some(Path { root: Root::Variable(name.to_owned()), fields }),
        }
    }

    /// What it leads to: `None` where the evaluator must say (functions, fields of the items of an array).
    pub(super) fn read(&self, scope: &Scope<'_>) -> Option<Option<Value>> {
        let mut fields = self.fields.iter();
        let mut value = match &self.root {
            Root::Variable(name) => scope.variable(name)?,
            // The context is in pieces: its own first field is needed.
            Root::States(States::Context) => match scope.context(fields.next()?) {
                Some(value) => value,
                None => return Some(None),
            },
            Root::States(field) => match scope.field(*field) {
                Some(value) => value,
                None => return Some(None),
            },
        };
        for field in fields {
            value = match value {
                Value::Array(_) => return None,
                Value::Object(fields) => match fields.get(field) {
                    Some(value) => value,
                    None => return Some(None),
                },
                _ => return Some(None),
            };
        }
        Some(Some(convert::copied(value)))
    }
}

fn split(steps: &[PathStep]) -> Option<(&String, Vec<String>)> {
    let (first, rest) = steps.split_first()?;
    let AstNode::Variable(name) = &first.node else { return None };
    let field = |step: &PathStep| match &step.node {
        AstNode::Name(name) if is_plain(step) => Some(name.clone()),
        _ => None,
    };
    let fields = rest.iter().map(field).collect::<Option<_>>()?;
    is_plain(first).then_some((name, fields))
}

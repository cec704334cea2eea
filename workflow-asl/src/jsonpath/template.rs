//! Payload templates: JSON in which the fields `name.$` are expressions.

use super::error::{Failure, PathError, Reason};
use super::intrinsic::Intrinsic;
use super::path::Path;
use super::problem::{TemplateProblem, below};
use super::scope::Scope;
use super::size::Room;
use crate::jsonata::Entropy;
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::sync::Arc;

/// The largest depth of a template.
const DEPTH: usize = 120;

/// The value of a field `name.$`: a path or an intrinsic function.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// `$…`.
    Path(Path),
    /// `States.…(…)`.
    Intrinsic(Intrinsic),
}

impl Expression {
    /// A path, if the text begins with `$`; else an intrinsic function.
    ///
    /// # Errors
    /// A text that is neither.
    pub fn parse(text: &str) -> Result<Self, PathError> {
        if text.trim_start_matches(super::path::BLANKS).starts_with('$') {
            return Path::parse(text).map(Expression::Path);
        }
        Intrinsic::parse(text).map(Expression::Intrinsic)
    }

    /// The value.
    ///
    /// # Errors
    /// See [`Path::eval`] and [`Intrinsic::eval`].
    pub fn eval<'a>(
        &self,
        scope: &Scope<'a>,
        entropy: &mut Entropy,
    ) -> Result<Cow<'a, Value>, Failure> {
        scope.check().map_err(|spent| {
            let reason = Reason::limit(spent.to_string());
            let cause = reason.text().to_owned();
            Failure { reason, expression: Arc::from(""), cause }
        })?;
        match self {
            Expression::Path(path) => path.eval(scope),
            Expression::Intrinsic(intrinsic) => intrinsic.eval(scope, entropy).map(Cow::Owned),
        }
    }

    /// The value, and null for an item beyond the end of an array: so it is in templates (reported from AWS).
    fn eval_or_null<'a>(
        &self,
        scope: &Scope<'a>,
        entropy: &mut Entropy,
    ) -> Result<Cow<'a, Value>, Failure> {
        match (self.eval(scope, entropy), self) {
            (Err(failure), Expression::Path(path))
                if failure.is_missing() && path.is_beyond(scope) =>
            {
                Ok(Cow::Owned(Value::Null))
            }
            (value, _) => value,
        }
    }

    /// Visits its paths, in order.
    pub fn paths(&self, visit: &mut dyn FnMut(&Path)) {
        match self {
            Expression::Path(path) => visit(path),
            Expression::Intrinsic(intrinsic) => intrinsic.paths(visit),
        }
    }
}

/// A template such as `Parameters`, `ResultSelector`, `ItemSelector` or `Assign`; parsed once.
#[derive(Clone, Debug, PartialEq)]
pub struct PayloadTemplate {
    node: Node,
}

#[derive(Clone, Debug, PartialEq)]
enum Node {
    /// No expression inside.
    Literal(Arc<Value>),
    Array(Vec<Node>),
    Object(Vec<(String, Node)>),
    /// The name of the field with `.$`, and its expression.
    Expression(Arc<str>, Expression),
}

impl PayloadTemplate {
    /// A template. Only fields whose names end in `.$` are expressions, at any depth.
    ///
    /// # Errors
    /// All fields that are wrong.
    pub fn parse(value: &Value) -> Result<Self, Vec<TemplateProblem>> {
        let mut problems = vec![];
        let node = Node::parse(value, "", DEPTH, &mut problems);
        if problems.is_empty() { Ok(PayloadTemplate { node }) } else { Err(problems) }
    }

    /// The names of its fields, without the `.$` of expressions.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        let (literal, fields) = match &self.node {
            Node::Literal(value) => (value.as_object(), &[][..]),
            Node::Object(fields) => (None, &fields[..]),
            _ => (None, &[][..]),
        };
        let literal = literal.into_iter().flat_map(|fields| fields.keys().map(String::as_str));
        literal.chain(fields.iter().map(|(name, _)| name.as_str()))
    }

    /// The value, if there is no expression in it.
    #[must_use]
    pub fn literal(&self) -> Option<&Arc<Value>> {
        match &self.node {
            Node::Literal(value) => Some(value),
            _ => None,
        }
    }

    /// Visits its paths, in order.
    pub fn paths(&self, visit: &mut dyn FnMut(&Path)) {
        self.node.paths(visit);
    }

    /// The value.
    ///
    /// # Errors
    /// The first expression that does not come to a value; the cause names its field (recorded).
    pub fn eval(&self, scope: &Scope<'_>, entropy: &mut Entropy) -> Result<Value, Failure> {
        self.node.eval(scope, entropy, &Room::new())
    }
}

impl Node {
    fn parse(
        value: &Value,
        pointer: &str,
        depth: usize,
        problems: &mut Vec<TemplateProblem>,
    ) -> Node {
        let Some(depth) = depth.checked_sub(1) else {
            problems.push(TemplateProblem::new(
                pointer,
                format!("A template has {DEPTH} levels at most"),
            ));
            return Node::Literal(Arc::default());
        };
        match value {
            Value::Array(items) => {
                let parse = |(index, item): (usize, &Value)| {
                    Node::parse(item, &format!("{pointer}/{index}"), depth, &mut *problems)
                };
                let nodes: Vec<_> = items.iter().enumerate().map(parse).collect();
                if nodes.iter().all(Node::is_literal) {
                    Node::of(value)
                } else {
                    Node::Array(nodes)
                }
            }
            Value::Object(fields) => Node::object(value, fields, pointer, depth, problems),
            value => Node::of(value),
        }
    }

    fn of(value: &Value) -> Node {
        Node::Literal(Arc::new(value.clone()))
    }
    fn is_literal(&self) -> bool {
        matches!(self, Node::Literal(_))
    }

    fn object(
        value: &Value,
        fields: &Map<String, Value>,
        pointer: &str,
        depth: usize,
        problems: &mut Vec<TemplateProblem>,
    ) -> Node {
        let mut nodes: Vec<(String, Node)> = vec![];
        for (key, value) in fields {
            let (name, node) = match key.strip_suffix(".$") {
                None => (&**key, Node::parse(value, &below(pointer, key), depth, problems)),
                Some(name) if fields.contains_key(name) => {
                    problems.push(TemplateProblem::new(
                        pointer,
                        format!("The fields '{key}' and '{name}' have the same name: remove one"),
                    ));
                    continue;
                }
                Some(name) => match expression(key, value) {
                    Ok(expression) => (name, Node::Expression(key.as_str().into(), expression)),
                    Err(message) => {
                        problems.push(TemplateProblem::new(pointer, message));
                        continue;
                    }
                },
            };
            nodes.push((name.to_owned(), node));
        }
        if nodes.iter().all(|(_, node)| node.is_literal()) {
            return Node::of(value);
        }
        Node::Object(nodes)
    }

    fn eval(
        &self,
        scope: &Scope<'_>,
        entropy: &mut Entropy,
        room: &Room,
    ) -> Result<Value, Failure> {
        Ok(match self {
            Node::Literal(value) => Value::clone(value),
            Node::Array(nodes) => {
                let values = nodes.iter().map(|node| node.eval(scope, entropy, room));
                Value::Array(values.collect::<Result<_, _>>()?)
            }
            Node::Object(nodes) => {
                let mut fields = Map::with_capacity(nodes.len());
                for (name, node) in nodes {
                    fields.insert(name.clone(), node.eval(scope, entropy, room)?);
                }
                Value::Object(fields)
            }
            Node::Expression(field, expression) => {
                let value = expression.eval_or_null(scope, entropy);
                let value = value.map_err(|failure| failure.in_field(field, scope.input))?;
                room.take(&value).map_err(|reason| Failure {
                    expression: field.clone(),
                    cause: reason.text().to_owned(),
                    reason,
                })?;
                value.into_owned()
            }
        })
    }

    fn paths(&self, visit: &mut dyn FnMut(&Path)) {
        match self {
            Node::Literal(_) => {}
            Node::Array(nodes) => nodes.iter().for_each(|node| node.paths(visit)),
            Node::Object(nodes) => nodes.iter().for_each(|(_, node)| node.paths(visit)),
            Node::Expression(_, expression) => expression.paths(visit),
        }
    }
}

/// AWS's own words (recorded), and then ours.
fn expression(key: &str, value: &Value) -> Result<Expression, String> {
    let wrong = format!(
        "The value for the field '{key}' must be a valid JSONPath or a valid intrinsic function call"
    );
    let Value::String(text) = value else { return Err(wrong) };
    Expression::parse(text).map_err(|error| format!("{wrong}. {error}"))
}

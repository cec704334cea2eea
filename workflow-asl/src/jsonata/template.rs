//! Templates: any JSON with expressions in it.

use super::entropy::Entropy;
use super::error::{EvaluationError, FieldError, Reason, SyntaxError, type_name};
use super::expression::Expression;
use super::mentions::Mentions;
use super::scope::Scope;
use crate::bounds::Spent;
use serde_json::{Map, Value};
use std::sync::Arc;

/// Any JSON, in which strings `{% … %}` are expressions; parsed once. A string is an expression if it begins with
/// exactly `{%` and ends with exactly `%}` (specification, "JSONata").
#[derive(Clone, Debug, PartialEq)]
pub struct Template {
    location: Arc<str>,
    node: Node,
}

#[derive(Clone, Debug, PartialEq)]
enum Node {
    /// No expression inside.
    Literal(Arc<Value>),
    Expression(Expression, Arc<str>),
    Array(Vec<Node>),
    Object(Vec<(String, Node)>),
}

/// A place in a template that is wrong: a JSON pointer within it, and the error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldPlace {
    /// Such as `/Payload/amount`; empty for the template itself.
    pub pointer: String,
    /// The error there.
    pub error: SyntaxError,
}

impl Template {
    /// The template of a field; its name is used in errors.
    ///
    /// # Errors
    /// All expressions that are not JSONata.
    pub fn parse(value: &Value, field: &str) -> Result<Self, Vec<FieldPlace>> {
        let mut wrong = vec![];
        let node = Node::parse(value, field, "", &mut wrong);
        if wrong.is_empty() { Ok(Template { location: field.into(), node }) } else { Err(wrong) }
    }

    /// The name of the field.
    #[must_use]
    pub fn location(&self) -> &Arc<str> {
        &self.location
    }

    /// The value, if there is no expression in it.
    #[must_use]
    pub fn literal(&self) -> Option<&Arc<Value>> {
        match &self.node {
            Node::Literal(value) => Some(value),
            _ => None,
        }
    }

    /// The expression, if it is nothing else.
    #[must_use]
    pub fn expression(&self) -> Option<&Expression> {
        match &self.node {
            Node::Expression(expression, _) => Some(expression),
            _ => None,
        }
    }

    /// The template under a key, if it is an object. `{% %}` around an object is none.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<Template> {
        let location = format!("{}/{key}", self.location).into();
        match &self.node {
            Node::Object(fields) => fields
                .iter()
                .find(|(name, _)| name == key)
                .map(|(_, node)| Template { location, node: node.clone() }),
            Node::Literal(value) => value
                .get(key)
                .map(|value| Template { location, node: Node::Literal(Arc::new(value.clone())) }),
            _ => None,
        }
    }

    /// Visits what each of its expressions mentions, with a JSON pointer within the template.
    pub fn mentions(&self, visit: &mut dyn FnMut(&str, &Mentions)) {
        self.node.mentions("", visit);
    }

    /// The value.
    ///
    /// # Errors
    /// The first expression that has no value.
    pub fn evaluate(
        &self,
        scope: &Scope<'_>,
        entropy: &mut Entropy,
    ) -> Result<Arc<Value>, FieldError> {
        match &self.node {
            Node::Literal(value) => Ok(value.clone()),
            node => node.evaluate(scope, entropy).map(Arc::new),
        }
    }

    /// An error about the value of this template: its type is another.
    #[must_use]
    pub fn misfit(&self, expected: &'static str, value: Value) -> FieldError {
        debug_assert_ne!(expected, type_name(&value));
        self.error(Reason::Type { expected, value })
    }

    /// An error about this template.
    #[must_use]
    pub fn error(&self, reason: Reason) -> FieldError {
        let expression = self.expression().map(|expression| expression.text().clone());
        FieldError { expression, location: self.location.clone(), reason }
    }
}

/// The expression in a string, if it is one.
fn inner(text: &str) -> Option<&str> {
    text.strip_prefix("{%")?.strip_suffix("%}")
}

/// A key in a JSON pointer (RFC 6901).
fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

impl Node {
    fn parse(value: &Value, location: &str, pointer: &str, wrong: &mut Vec<FieldPlace>) -> Node {
        let node = match value {
            Value::String(text) => match inner(text).map(Expression::parse_all) {
                None => None,
                Some(Ok(expression)) => Some(Node::Expression(expression, location.into())),
                Some(Err(errors)) => {
                    let place = |error| FieldPlace { pointer: pointer.to_owned(), error };
                    wrong.extend(errors.into_iter().map(place));
                    None
                }
            },
            Value::Array(items) => Node::array(items, location, pointer, wrong),
            Value::Object(fields) => Node::object(fields, location, pointer, wrong),
            _ => None,
        };
        node.unwrap_or_else(|| Node::Literal(Arc::new(value.clone())))
    }

    /// `None` where no item has an expression.
    fn array(
        items: &[Value],
        location: &str,
        pointer: &str,
        wrong: &mut Vec<FieldPlace>,
    ) -> Option<Node> {
        let parse = |(index, item)| {
            Node::parse(item, &format!("{location}[{index}]"), &format!("{pointer}/{index}"), wrong)
        };
        let nodes: Vec<_> = items.iter().enumerate().map(parse).collect();
        (!nodes.iter().all(Node::is_literal)).then_some(Node::Array(nodes))
    }

    fn object(
        fields: &Map<String, Value>,
        location: &str,
        pointer: &str,
        wrong: &mut Vec<FieldPlace>,
    ) -> Option<Node> {
        let mut parse = |(key, value): (&String, &Value)| {
            let pointer = format!("{pointer}/{}", escaped(key));
            (key.clone(), Node::parse(value, &format!("{location}/{key}"), &pointer, wrong))
        };
        let nodes: Vec<_> = fields.iter().map(&mut parse).collect();
        (!nodes.iter().all(|(_, node)| node.is_literal())).then_some(Node::Object(nodes))
    }

    fn is_literal(&self) -> bool {
        matches!(self, Node::Literal(_))
    }

    fn evaluate(&self, scope: &Scope<'_>, entropy: &mut Entropy) -> Result<Value, FieldError> {
        Ok(match self {
            Node::Literal(value) => (**value).clone(),
            Node::Expression(expression, location) => {
                let failed = |reason| FieldError {
                    expression: Some(expression.text().clone()),
                    location: location.clone(),
                    reason,
                };
                let spent = |spent: Spent| {
                    let (code, message) = (String::new(), spent.to_string());
                    failed(Reason::Evaluation(EvaluationError::Threw { code, message, at: None }))
                };
                scope.check().map_err(spent)?;
                let value = expression
                    .evaluate(scope, entropy)
                    .map_err(|error| failed(Reason::Evaluation(error)))?
                    .ok_or_else(|| failed(Reason::Undefined))?;
                scope.spend(&value).map_err(spent)?;
                value
            }
            Node::Array(items) => Value::Array(
                items.iter().map(|item| item.evaluate(scope, entropy)).collect::<Result<_, _>>()?,
            ),
            Node::Object(fields) => Value::Object(
                fields
                    .iter()
                    .map(|(key, node)| Ok((key.clone(), node.evaluate(scope, entropy)?)))
                    .collect::<Result<_, _>>()?,
            ),
        })
    }

    fn mentions(&self, pointer: &str, visit: &mut dyn FnMut(&str, &Mentions)) {
        match self {
            Node::Literal(_) => {}
            Node::Expression(expression, _) => visit(pointer, expression.mentions()),
            Node::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    item.mentions(&format!("{pointer}/{index}"), visit);
                }
            }
            Node::Object(fields) => {
                for (key, node) in fields {
                    node.mentions(&format!("{pointer}/{}", escaped(key)), visit);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::bounds::Allowance;
    use serde_json::json;
    use std::time::Duration;

    #[test]
    fn all_expressions_of_a_template_share_an_allowance() {
        let template = json!({ "a": "{% $x %}", "b": ["{% $x %}", "{% $x %}"] });
        let template = Template::parse(&template, "Output").unwrap();
        let (text, second) = (json!("x".repeat(100)), Duration::from_secs(1));
        for (allowance, expected) in [
            (Allowance::new(second, 1_000), None),
            (Allowance::new(second, 450), Some("for the field 'Output/b[1]' threw an error")),
            (Allowance::new(Duration::ZERO, 1_000), Some("for the field 'Output/b[0]' threw")),
        ] {
            let mut scope = Scope::new();
            scope.bind("x", &text);
            scope.allow(&allowance);
            // The clock is not looked at before there was some work.
            allowance.work(1_000_000, None);
            let failed = template.evaluate(&scope, &mut Entropy::default()).err();
            let failed = failed.map(|error| error.to_string());
            match expected {
                None => assert_eq!(failed, None),
                Some(part) => assert!(failed.as_ref().unwrap().contains(part), "{failed:?}"),
            }
        }
    }
}

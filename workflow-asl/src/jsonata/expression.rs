//! An expression: parsed once, evaluated often.

use super::check::{self, Rules};
use super::entropy::Entropy;
use super::error::{EvaluationError, SyntaxError};
use super::machine::{Limits, Machine};
use super::mentions::Mentions;
use super::scope::Scope;
use super::syntax::{self, Program};
use super::value::{Value, outgoing};
use serde_json::Value as Json;
use std::fmt;
use std::sync::Arc;

/// A JSONata expression, parsed and checked. Cheap to clone.
#[derive(Clone)]
pub struct Expression(Arc<Parsed>);

struct Parsed {
    text: Arc<str>,
    program: Program,
    mentions: Mentions,
}

impl Expression {
    /// The expression of a text without `{%` and `%}`.
    ///
    /// # Errors
    /// If it is not JSONata 2.0.6, or not what AWS Step Functions evaluates: the first that is wrong.
    pub fn parse(text: &str) -> Result<Self, SyntaxError> {
        Self::build(text, Rules::Aws).map_err(first)
    }

    /// As [`Expression::parse`], with all that is wrong: one error at least.
    pub(super) fn parse_all(text: &str) -> Result<Self, Vec<SyntaxError>> {
        Self::build(text, Rules::Aws)
    }

    /// An expression of JSONata in general, which may read `$` and `$$`.
    #[cfg(test)]
    pub(super) fn parse_free(text: &str) -> Result<Self, SyntaxError> {
        Self::build(text, Rules::Free).map_err(first)
    }

    fn build(text: &str, rules: Rules) -> Result<Self, Vec<SyntaxError>> {
        let text = text.trim();
        let program = syntax::parse(text).map_err(|error| vec![error.into()])?;
        let mentions = check::check(&program, rules)?;
        Ok(Expression(Arc::new(Parsed { text: text.into(), program, mentions })))
    }

    /// Its text.
    #[must_use]
    pub fn text(&self) -> &Arc<str> {
        &self.0.text
    }

    /// The variables and functions it mentions.
    #[must_use]
    pub fn mentions(&self) -> &Mentions {
        &self.0.mentions
    }

    /// Evaluates the expression; `None` stands for undefined.
    ///
    /// # Errors
    /// If it throws, or its value is a function.
    pub fn evaluate(
        &self,
        scope: &Scope<'_>,
        entropy: &mut Entropy,
    ) -> Result<Option<Json>, EvaluationError> {
        let limits = Limits::default();
        let limits = Limits { time: scope.time(limits.time), ..limits };
        self.evaluate_in(scope, Value::Undefined, entropy, limits)
    }

    /// As [`Expression::evaluate`], with data for `$`.
    #[cfg(test)]
    pub(super) fn evaluate_on(
        &self,
        data: Option<&Json>,
        scope: &Scope<'_>,
        entropy: &mut Entropy,
        limits: Limits,
    ) -> Result<Option<Json>, EvaluationError> {
        let data = match data {
            // The reference treats an array as one value: it is wrapped.
            Some(data @ Json::Array(_)) => Value::Array(
                super::value::Array::Made(std::rc::Rc::new(super::value::List::sequence(vec![
                    Value::of(data),
                ])))
                .marked(|list| list.outer = true),
            ),
            Some(data) => Value::of(data),
            None => Value::Undefined,
        };
        self.evaluate_in(scope, data, entropy, limits)
    }

    fn evaluate_in<'e>(
        &'e self,
        scope: &'e Scope<'e>,
        data: Value<'e>,
        entropy: &mut Entropy,
        limits: Limits,
    ) -> Result<Option<Json>, EvaluationError> {
        let mut machine = Machine::new(&self.0.program, scope, data, *entropy, limits);
        let value = machine.run();
        *entropy = machine.entropy;
        let made = value.map_err(Into::into).and_then(|value| outgoing(&value, &machine.bounds));
        scope.work(machine.bounds.steps(), machine.bounds.began());
        made
    }
}

/// The first of the errors of a text; there is one.
fn first(errors: Vec<SyntaxError>) -> SyntaxError {
    errors.into_iter().next().unwrap_or_else(|| SyntaxError::rule("the expression is refused"))
}

impl fmt::Debug for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{{% {} %}}", self.0.text)
    }
}
impl PartialEq for Expression {
    fn eq(&self, other: &Self) -> bool {
        self.0.text == other.0.text
    }
}

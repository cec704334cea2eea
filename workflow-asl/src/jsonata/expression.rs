//! An expression: parsed once, evaluated often.

use super::check;
use super::convert;
use super::entropy::Entropy;
use super::error::{EvaluationError, SyntaxError};
use super::functions;
use super::mentions::Mentions;
use super::path::Path;
use super::scope::Scope;
use crate::panics::caught;
use jsonata_core::ast::AstNode;
use jsonata_core::evaluator::{Context, Evaluator, EvaluatorOptions};
use jsonata_core::value::JValue;
use serde_json::Value;
use std::fmt;
use std::sync::Arc;

/// A JSONata expression, parsed and checked. Cheap to clone.
#[derive(Clone)]
pub struct Expression(Arc<Parsed>);

struct Parsed {
    text: Arc<str>,
    node: AstNode,
    mentions: Mentions,
    path: Option<Path>,
}

/// How far an evaluation may go. Beyond, it throws an error.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Milliseconds.
    pub time: u64,
    /// Nested evaluations; a call takes about three.
    pub depth: usize,
    /// Items of a sequence; and of all the combinations that joins (`a@$x.b@$y`) make, each counted as often as it
    /// has names.
    pub sequence: usize,
}

impl Default for Limits {
    /// AWS does not publish its own. A payload of 256 KiB has 131,072 items at most.
    fn default() -> Self {
        Limits { time: 2_000, depth: 1_500, sequence: 1_000_000 }
    }
}

/// What a panic of the evaluator is.
const BROKEN: &str = "U1003: the evaluator failed in this expression";

impl Expression {
    /// The expression of a text without `{%` and `%}`.
    ///
    /// # Errors
    /// Where it is not JSONata 2.0.6, or not what AWS Step Functions evaluates.
    pub fn parse(text: &str) -> Result<Self, SyntaxError> {
        Self::build(text, check::Rules::Aws)
    }

    /// An expression of JSONata in general, which may read `$` and `$$`.
    #[cfg(test)]
    pub(super) fn parse_free(text: &str) -> Result<Self, SyntaxError> {
        Self::build(text, check::Rules::Free)
    }

    fn build(text: &str, rules: check::Rules) -> Result<Self, SyntaxError> {
        let text = text.trim();
        // Found by fuzzing: the crate cuts signatures within characters.
        let parsed = caught(|| jsonata_core::parser::parse(text))
            .map_err(|_| SyntaxError::parser("U1003: the parser failed in this expression"))?;
        let mut node = parsed.map_err(|error| SyntaxError::parser(&error.to_string()))?;
        let mentions = check::check(&mut node, rules)?;
        let path = Path::of(&node);
        Ok(Expression(Arc::new(Parsed { text: text.into(), node, mentions, path })))
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

    /// What it comes to; `None`: nothing (undefined).
    ///
    /// # Errors
    /// Where it throws, or comes to a function or a number that JSON does not have.
    pub fn evaluate(
        &self,
        scope: &Scope<'_>,
        entropy: &mut Entropy,
    ) -> Result<Option<Value>, EvaluationError> {
        if let Some(value) = self.0.path.as_ref().and_then(|path| path.read(scope)) {
            return Ok(value);
        }
        self.evaluate_in(scope, &JValue::Undefined, entropy, Limits::default())
    }

    /// As [`Expression::evaluate`], with data for `$`.
    #[cfg(test)]
    pub(super) fn evaluate_on(
        &self,
        data: Option<&Value>,
        scope: &Scope<'_>,
        entropy: &mut Entropy,
        limits: Limits,
    ) -> Result<Option<Value>, EvaluationError> {
        let data = data.map_or(JValue::Undefined, convert::incoming);
        self.evaluate_in(scope, &data, entropy, limits)
    }

    fn evaluate_in(
        &self,
        scope: &Scope<'_>,
        data: &JValue,
        entropy: &mut Entropy,
        limits: Limits,
    ) -> Result<Option<Value>, EvaluationError> {
        let options = EvaluatorOptions {
            timeout_ms: Some(limits.time),
            max_stack_depth: Some(limits.depth),
            max_sequence_length: Some(limits.sequence),
            ..EvaluatorOptions::default()
        };
        let mut evaluator = Evaluator::with_options(self.context(scope), options);
        let drawn =
            functions::register(&mut evaluator, &self.0.mentions, *entropy, limits.sequence);
        // Found by fuzzing: the crate divides by zero for a picture of a year with 25 digits.
        let result = caught(|| evaluator.evaluate(&self.0.node, data));
        *entropy = drawn.get();
        let result = result.map_err(|_| EvaluationError::thrown(BROKEN))?;
        convert::outgoing(&result.map_err(|error| EvaluationError::thrown(error.message()))?)
    }

    /// The variables that the expression mentions, and no others.
    fn context(&self, scope: &Scope<'_>) -> Context {
        let mut context = Context::new();
        for (name, parts) in self.0.mentions.parts() {
            if let Some(value) = scope.converted(name, parts) {
                context.bind(name.to_owned(), value);
            }
        }
        context
    }
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

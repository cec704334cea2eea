//! Choice rules: the 39 comparison operators, and `And`, `Or`, `Not`.

mod apply;
mod operator;
mod parse;
mod wildcard;

use super::error::Failure;
use super::path::Path;
use super::problem::TemplateProblem;
use super::reference::ReferencePath;
use super::scope::Scope;
use super::timestamp::Timestamp;
pub use operator::OPERATORS;
use operator::{Kind, Order};
use serde_json::{Number, Value};
use wildcard::Wildcard;

/// A Choice rule without its `Next` and `Assign`; parsed once.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceRule {
    rule: Rule,
}

#[derive(Clone, Debug, PartialEq)]
enum Rule {
    And(Vec<Rule>),
    Or(Vec<Rule>),
    Not(Box<Rule>),
    Test(ReferencePath, Test),
}

/// The test of a variable.
#[derive(Clone, Debug, PartialEq)]
enum Test {
    Compare(Order, Operand),
    ComparePath(Kind, Order, ReferencePath),
    Matches(Wildcard),
    Is(Kind, bool),
    IsNull(bool),
    IsPresent(bool),
}

/// The operand that a variable is compared with; its type is that of the operator.
#[derive(Clone, Debug, PartialEq)]
enum Operand {
    Text(String),
    Number(Number),
    Boolean(bool),
    Time(Timestamp),
}

impl ChoiceRule {
    /// An element of `Choices`. Its fields `Next`, `Assign` and `Comment` are not read.
    ///
    /// # Errors
    /// All that is wrong.
    pub fn parse(value: &Value) -> Result<Self, Vec<TemplateProblem>> {
        let mut problems = vec![];
        let rule = Rule::parse(value, "", 0, &mut problems);
        match rule {
            Some(rule) if problems.is_empty() => Ok(ChoiceRule { rule }),
            _ => Err(problems),
        }
    }

    /// True if it holds. A value of another type than the operator's is not an error: the rule does not hold.
    ///
    /// # Errors
    /// A path that leads to nothing, but under `IsPresent`.
    pub fn eval(&self, scope: &Scope<'_>) -> Result<bool, Failure> {
        self.rule.eval(scope)
    }

    /// Visits its paths, in order.
    pub fn paths(&self, visit: &mut dyn FnMut(&Path)) {
        self.rule.paths(visit);
    }
}

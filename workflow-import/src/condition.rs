//! The rules of a Choice.

use crate::stop::{ImportError, Stopped};
use crate::template::Frame;
use crate::value::Value;
use serde_json::Value as Json;

/// A condition.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Condition {
    /// An operator of Rust between two values.
    Compare(Value, &'static str, Value, Domain),
    /// True if there is something at a path.
    Present(Value),
    /// Beginning, end, and the texts between that a text must have.
    Matches(Value, String),
    /// True where a boolean is.
    Holds(Value),
    Not(Box<Condition>),
    And(Vec<Condition>),
    Or(Vec<Condition>),
    Always(bool),
}

/// The type of what is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Domain {
    Text,
    Number,
    Bool,
}

impl Condition {
    /// A rule of a state in JSONPath.
    pub fn read(rule: &Json, frame: &mut Frame<'_>) -> Stopped<Self> {
        let list = |json: &Json, frame: &mut Frame<'_>| {
            let rules = json.as_array().into_iter().flatten();
            rules.map(|rule| Condition::read(rule, frame)).collect::<Stopped<Vec<_>>>()
        };
        if let Some(inner) = rule.get("Not") {
            return Ok(Condition::Not(Box::new(Condition::read(inner, frame)?)));
        }
        if let Some(inner) = rule.get("And") {
            return Ok(Condition::And(list(inner, frame)?));
        }
        if let Some(inner) = rule.get("Or") {
            return Ok(Condition::Or(list(inner, frame)?));
        }
        let plain = ["Variable", "Next", "Comment", "Assign"];
        let mut fields = rule.as_object().into_iter().flatten();
        let Some((operator, operand)) = fields.find(|(key, _)| !plain.contains(&key.as_str()))
        else {
            return Err(ImportError::new("a rule without an operator", ""));
        };
        let path = rule["Variable"].as_str().unwrap_or_default();
        Condition::test(path, operator, operand, frame)
    }

    fn test(path: &str, operator: &str, operand: &Json, frame: &mut Frame<'_>) -> Stopped<Self> {
        if operator == "IsPresent" {
            let present = match frame.path(path) {
                Ok(value) => Condition::Present(value),
                Err(stop) if stop.construct.contains("leads to nothing") => {
                    Condition::Always(false)
                }
                Err(stop) => return Err(stop),
            };
            return Ok(if operand == false { Condition::Not(Box::new(present)) } else { present });
        }
        let value = frame.path(path)?;
        if operator == "StringMatches" {
            return Ok(Condition::Matches(value, operand.as_str().unwrap_or_default().to_owned()));
        }
        let (name, is_path) = match operator.strip_suffix("Path") {
            Some(name) => (name, true),
            None => (operator, false),
        };
        let (domain, sign) = sign(name)
            .ok_or_else(|| ImportError::new("a test of a type or of a time", operator))?;
        let other = match (is_path, operand) {
            (true, text) => frame.path(text.as_str().unwrap_or_default())?,
            (false, literal) => Value::Literal(literal.clone()),
        };
        Ok(Condition::Compare(value, sign, other, domain))
    }

    /// Visits the values that it reads.
    pub fn values(&self, visit: &mut dyn FnMut(&Value)) {
        match self {
            Condition::Compare(one, _, other, _) => {
                visit(one);
                visit(other);
            }
            Condition::Present(value) | Condition::Matches(value, _) | Condition::Holds(value) => {
                visit(value)
            }
            Condition::Not(inner) => inner.values(visit),
            Condition::And(all) | Condition::Or(all) => all.iter().for_each(|it| it.values(visit)),
            Condition::Always(_) => {}
        }
    }
}

/// The type and the operator of Rust of a comparison.
fn sign(name: &str) -> Option<(Domain, &'static str)> {
    let (domain, rest) =
        [("String", Domain::Text), ("Numeric", Domain::Number), ("Boolean", Domain::Bool)]
            .into_iter()
            .find_map(|(prefix, domain)| Some((domain, name.strip_prefix(prefix)?)))?;
    let sign = match rest {
        "Equals" => "==",
        "LessThan" => "<",
        "LessThanEquals" => "<=",
        "GreaterThan" => ">",
        "GreaterThanEquals" => ">=",
        _ => return None,
    };
    Some((domain, sign))
}

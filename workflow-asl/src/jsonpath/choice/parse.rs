//! Rules from their JSON.

use super::operator::{Kind, Operator};
use super::wildcard::Wildcard;
use super::{Operand, Rule, Test};
use crate::jsonpath::problem::{TemplateProblem, below};
use crate::jsonpath::reference::ReferencePath;
use crate::jsonpath::timestamp::Timestamp;
use serde_json::{Map, Value};

/// The largest depth of nested rules.
const DEPTH: usize = 64;

type Problems = Vec<TemplateProblem>;
type Fields = Map<String, Value>;

/// In AWS's words (measured).
const ONE_OF: &str =
    "The object must have only one of the following fields, [And, Or, Not, Variable, Condition]";

impl Rule {
    pub fn parse(
        value: &Value,
        pointer: &str,
        depth: usize,
        problems: &mut Problems,
    ) -> Option<Rule> {
        let mut wrong = |message: String| {
            problems.push(TemplateProblem::new(pointer, message));
            None
        };
        let Value::Object(fields) = value else {
            return wrong(format!("A Choice rule must be an object, not {value}"));
        };
        if depth > DEPTH {
            return wrong(format!("Choice rules may be nested {DEPTH} deep at most"));
        }
        for outer in ["Next", "Assign"] {
            if depth > 0 && fields.contains_key(outer) {
                wrong(format!("Field '{outer}' is not supported"));
            }
        }
        let unknown = |key: &&String| !is_known(key);
        if let Some(key) = fields.keys().find(unknown) {
            wrong(format!("Field '{key}' is not supported"));
        }
        let mut operators =
            fields.iter().filter(|(key, _)| is_logic(key) || Operator::named(key).is_some());
        match (operators.next(), operators.next()) {
            (Some((name, value)), None) if is_logic(name) => {
                Self::logic(name, value, &below(pointer, name), depth, problems)
            }
            (Some((name, value)), None) => Self::test(fields, name, value, pointer, problems),
            (Some((one, _)), Some((other, _))) if is_logic(one) || is_logic(other) => {
                wrong(ONE_OF.to_owned())
            }
            (Some((one, _)), Some((other, _))) => wrong(format!(
                "A Choice rule has one operator, but this one has '{one}' and '{other}': join them with And"
            )),
            _ if fields.contains_key("Variable") => wrong(
                "A Choice rule must have And, Or, Not, or Variable and a comparison operator"
                    .to_owned(),
            ),
            _ => wrong(ONE_OF.to_owned()),
        }
    }

    fn logic(
        name: &str,
        value: &Value,
        pointer: &str,
        depth: usize,
        problems: &mut Problems,
    ) -> Option<Rule> {
        if name == "Not" {
            let rule = Self::parse(value, pointer, depth + 1, problems)?;
            return Some(Rule::Not(Box::new(rule)));
        }
        let rules = match value {
            Value::Array(rules) if !rules.is_empty() => rules,
            _ => {
                problems.push(TemplateProblem::new(
                    pointer,
                    format!("{name} must be an array of Choice rules, not empty"),
                ));
                return None;
            }
        };
        let parse = |(index, rule)| {
            Self::parse(rule, &format!("{pointer}/{index}"), depth + 1, &mut *problems)
        };
        let parsed: Vec<Rule> = rules.iter().enumerate().filter_map(parse).collect();
        Some(if name == "And" { Rule::And(parsed) } else { Rule::Or(parsed) })
    }

    fn test(
        fields: &Fields,
        name: &str,
        value: &Value,
        pointer: &str,
        problems: &mut Problems,
    ) -> Option<Rule> {
        let Some(variable) = fields.get("Variable") else {
            let message = format!("'Variable' is required beside '{name}'");
            problems.push(TemplateProblem::new(pointer, message));
            return None;
        };
        let mut wrong = |field: &str, message: String| {
            problems.push(TemplateProblem::new(&below(pointer, field), message));
        };
        let variable = reference(variable).map_err(|message| wrong("Variable", message)).ok();
        let operator = Operator::named(name)?;
        let test = self::test(operator, value).map_err(|message| wrong(name, message)).ok();
        Some(Rule::Test(variable?, test?))
    }
}

fn is_logic(name: &str) -> bool {
    matches!(name, "And" | "Or" | "Not")
}

fn is_known(name: &str) -> bool {
    let others = ["Variable", "Next", "Comment", "Assign"];
    is_logic(name) || others.contains(&name) || Operator::named(name).is_some()
}

/// AWS's own words, as reported.
fn reference(value: &Value) -> Result<ReferencePath, String> {
    let Value::String(text) = value else {
        return Err(format!("Value is not a Reference Path: {value} is not a string"));
    };
    ReferencePath::parse(text)
        .map_err(|error| format!("Value is not a Reference Path: {}", error.message))
}

fn test(operator: Operator, value: &Value) -> Result<Test, String> {
    let boolean = || value.as_bool().ok_or_else(|| format!("Expected true or false, not {value}"));
    Ok(match operator {
        Operator::Compare(kind, order) => Test::Compare(order, operand(kind, value)?),
        Operator::ComparePath(kind, order) => Test::ComparePath(kind, order, reference(value)?),
        Operator::Is(kind) => Test::Is(kind, boolean()?),
        Operator::IsNull => Test::IsNull(boolean()?),
        Operator::IsPresent => Test::IsPresent(boolean()?),
        Operator::StringMatches => match value {
            Value::String(text) => Test::Matches(Wildcard::parse(text)?),
            _ => return Err(format!("Expected a string, not {value}")),
        },
    })
}

fn operand(kind: Kind, value: &Value) -> Result<Operand, String> {
    match (kind, value) {
        (Kind::String, Value::String(text)) => Ok(Operand::Text(text.clone())),
        (Kind::Numeric, Value::Number(number)) => Ok(Operand::Number(number.clone())),
        (Kind::Boolean, Value::Bool(value)) => Ok(Operand::Boolean(*value)),
        (Kind::Timestamp, Value::String(text)) => Timestamp::parse(text)
            .map(Operand::Time)
            .ok_or_else(|| "String does not match RFC3339 timestamp".to_owned()),
        (Kind::String, _) => Err(format!("Expected a string, not {value}")),
        (Kind::Numeric, _) => Err(format!("Expected a number, not {value}")),
        (Kind::Boolean, _) => Err(format!("Expected true or false, not {value}")),
        (Kind::Timestamp, _) => Err(format!("Expected a timestamp as a string, not {value}")),
    }
}

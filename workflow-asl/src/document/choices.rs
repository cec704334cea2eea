//! Reading a Choice.

use super::data::QueryLanguage;
use super::diagnostic::{Code, Diagnostic};
use super::fields::{Fields, Problems, template};
use super::flow::handover;
use super::states::{ChoiceState, Condition, Rule};
use crate::jsonpath::{ChoiceRule, TemplateProblem};
use serde_json::Value;

pub(super) fn choice(
    fields: &Fields<'_>,
    language: QueryLanguage,
    problems: &mut Problems,
) -> Option<ChoiceState> {
    fields.require(problems, &["Choices"]);
    let rules = fields.items(problems, "Choices");
    let pointer = fields.at("Choices");
    let rules = rules.map(|rules| {
        let read =
            |(index, value)| rule(index, value, &format!("{pointer}/{index}"), language, problems);
        rules.iter().enumerate().map(read).collect::<Vec<_>>()
    });
    Some(ChoiceState {
        default: fields.string(problems, "Default"),
        rules: rules?.into_iter().collect::<Option<_>>()?,
    })
}

fn rule(
    index: usize,
    value: &Value,
    pointer: &str,
    language: QueryLanguage,
    problems: &mut Problems,
) -> Option<Rule> {
    let fields = Fields::of(value, pointer, problems)?;
    fields.require(problems, &["Next"]);
    let foreign: &[_] = match language {
        QueryLanguage::Jsonata => &["Variable", "And", "Or", "Not"],
        QueryLanguage::JsonPath => &["Condition", "Output"],
    };
    fields.speaks(problems, language, foreign);
    if foreign.iter().any(|field| fields.has(field)) {
        return None;
    }
    let next = fields.string(problems, "Next");
    let handover = handover(&fields, language, &format!("Choices[{index}]/"), problems);
    let condition = match language {
        QueryLanguage::Jsonata => condition(&fields, index, problems)?,
        QueryLanguage::JsonPath => test(value, pointer, problems)?,
    };
    Some(Rule { condition, handover, next: next? })
}

fn condition(fields: &Fields<'_>, index: usize, problems: &mut Problems) -> Option<Condition> {
    fields.require(problems, &["Condition"]);
    fields.only(problems, &["Condition", "Next", "Comment", "Assign", "Output"]);
    let place = format!("Choices[{index}]/Condition");
    let condition = template(fields.get("Condition")?, &fields.at("Condition"), &place, problems)?;
    let literal = condition.literal().is_some_and(|value| value.is_boolean());
    if !literal && condition.expression().is_none() {
        let message = "Expected value of type [BOOLEAN] or a JSONata expression";
        fields.wrong_field(problems, "Condition", message);
    }
    Some(Condition::Jsonata(condition))
}

fn test(value: &Value, pointer: &str, problems: &mut Problems) -> Option<Condition> {
    let note = |problem: TemplateProblem| {
        let pointer = format!("{pointer}{}", problem.pointer);
        Diagnostic::error(Code::Schema, pointer, problem.message)
    };
    ChoiceRule::parse(value)
        .map(Condition::JsonPath)
        .map_err(|found| problems.extend(found.into_iter().map(note)))
        .ok()
}

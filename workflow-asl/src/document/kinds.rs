//! Reading the fields of each kind of state.

use super::data::RuleText;
use super::data::{QueryLanguage, Setting};
use super::fields::{Fields, LONGEST, Problems, template, whole};
use super::flow::{Place, handover};
use super::handlers::errors;
use super::maps::map;
use super::read::{Languages, scope};
use super::states::{
    Choice, Condition, Fail, Parallel, Pass, Rule, StateKind, Task, Transition, Until, Wait,
};
use serde_json::Value;

pub(super) fn kind(
    fields: &Fields<'_>,
    languages: Languages,
    problems: &mut Problems,
) -> Option<StateKind> {
    let kind = fields.required_string(problems, "Type")?;
    let language = languages.own;
    Some(match kind.as_str() {
        "Task" => StateKind::Task(task(fields, language, problems)?),
        "Choice" => StateKind::Choice(choice(fields, language, problems)?),
        "Pass" => StateKind::Pass(Pass {
            result: fields.get("Result").cloned(),
            then: transition(fields, problems)?,
        }),
        "Wait" => StateKind::Wait(wait(fields, language, problems)?),
        "Parallel" => StateKind::Parallel(parallel(fields, languages, problems)?),
        "Map" => StateKind::Map(Box::new(map(fields, languages, problems)?)),
        "Succeed" => {
            refuse(fields, problems, &["Assign", "Next", "End"]);
            StateKind::Succeed
        }
        "Fail" => {
            refuse(fields, problems, &["Assign", "Output", "Next", "End"]);
            StateKind::Fail(fail(fields, language, problems))
        }
        _ => {
            let kinds = "Task, Choice, Pass, Wait, Parallel, Map, Succeed or Fail";
            fields.wrong_field(problems, "Type", format!("`Type` is {kinds}, not \"{kind}\""));
            return None;
        }
    })
}

/// Notes fields that this kind of state does not have.
pub(super) fn refuse(fields: &Fields<'_>, problems: &mut Problems, keys: &[&str]) {
    for key in keys.iter().filter(|key| fields.has(key)) {
        fields.wrong_field(problems, key, format!("Field '{key}' is not supported"));
    }
}

fn task(fields: &Fields<'_>, language: QueryLanguage, problems: &mut Problems) -> Option<Task> {
    let resource = fields.required_string(problems, "Resource");
    let mut seconds = |key| {
        let at = Place::of(language, key, "a number of seconds from 1 to 99999999");
        fields.setting(problems, at, |value| between(value, 1, LONGEST))
    };
    let (timeout, heartbeat) = (seconds("TimeoutSeconds"), seconds("HeartbeatSeconds"));
    let literals = |setting: &Option<Setting<u32>>| setting.as_ref()?.literal().copied();
    if let Some((timeout, heartbeat)) = literals(&timeout).zip(literals(&heartbeat))
        && heartbeat >= timeout
    {
        let message = "`HeartbeatSeconds` must be less than `TimeoutSeconds`";
        fields.wrong_field(problems, "HeartbeatSeconds", message);
    }
    Some(Task {
        credentials: fields.payload(problems, language, "", "Credentials"),
        timeout,
        heartbeat,
        errors: errors(fields, language, problems),
        then: transition(fields, problems)?,
        resource: resource?,
    })
}

/// An integer between bounds.
pub(super) fn between(value: &Value, min: u32, max: u32) -> Option<u32> {
    whole(value).filter(|number| (min..=max).contains(number))
}

fn choice(fields: &Fields<'_>, language: QueryLanguage, problems: &mut Problems) -> Option<Choice> {
    refuse(fields, problems, &["Next", "End", "Arguments"]);
    let rules = fields.items(problems, "Choices");
    let pointer = fields.at("Choices");
    let rules = rules.map(|rules| {
        let read =
            |(index, value)| rule(index, value, &format!("{pointer}/{index}"), language, problems);
        rules.iter().enumerate().map(read).collect::<Vec<_>>()
    });
    Some(Choice {
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
    let next = fields.required_string(problems, "Next");
    let handover = handover(&fields, language, &format!("Choices[{index}]/"), problems);
    let condition = match language {
        QueryLanguage::Jsonata => condition(&fields, index, problems)?,
        QueryLanguage::JsonPath => Condition::JsonPath(RuleText(value.clone())),
    };
    Some(Rule { condition, handover, next: next? })
}

fn condition(fields: &Fields<'_>, index: usize, problems: &mut Problems) -> Option<Condition> {
    fields.no_json_path(problems, &["Variable", "And", "Or", "Not"]);
    let Some(condition) = fields.get("Condition") else {
        fields.missing(problems, "Condition");
        return None;
    };
    let place = format!("Choices[{index}]/Condition");
    let condition = template(condition, &fields.at("Condition"), &place, problems)?;
    let literal = condition.literal().is_some_and(|value| value.is_boolean());
    if !literal && condition.expression().is_none() {
        let message = "`Condition` must be a boolean or an expression `{% … %}`";
        fields.wrong_field(problems, "Condition", message);
    }
    Some(Condition::Jsonata(condition))
}

fn wait(fields: &Fields<'_>, language: QueryLanguage, problems: &mut Problems) -> Option<Wait> {
    let forms = ["Seconds", "SecondsPath", "Timestamp", "TimestampPath"];
    let given: Vec<_> = forms.into_iter().filter(|key| fields.has(key)).collect();
    let until = match given[..] {
        ["Seconds" | "SecondsPath"] => {
            let at = Place::of(language, "Seconds", "a number of seconds from 0 to 99999999");
            let read = |value: &Value| between(value, 0, LONGEST);
            fields.setting(problems, at, read).map(Until::Seconds)
        }
        ["Timestamp" | "TimestampPath"] => {
            let at = Place::of(language, "Timestamp", "a time such as \"2026-01-01T00:00:00Z\"");
            fields.setting(problems, at, text).map(Until::Timestamp)
        }
        _ => {
            fields.wrong(problems, "a Wait has exactly one of `Seconds` and `Timestamp`");
            None
        }
    };
    Some(Wait { then: transition(fields, problems)?, until: until? })
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn parallel(
    fields: &Fields<'_>,
    languages: Languages,
    problems: &mut Problems,
) -> Option<Parallel> {
    refuse(fields, problems, &["TimeoutSeconds", "HeartbeatSeconds"]);
    let branches = fields.items(problems, "Branches").map(|branches| {
        let pointer = fields.at("Branches");
        let read = |(index, value)| {
            let pointer = format!("{pointer}/{index}");
            Fields::of(value, &pointer, problems)
                .and_then(|fields| scope(&fields, languages.machine, problems))
        };
        branches.iter().enumerate().map(read).collect::<Vec<_>>()
    });
    Some(Parallel {
        errors: errors(fields, languages.own, problems),
        then: transition(fields, problems)?,
        branches: branches?.into_iter().collect::<Option<_>>()?,
    })
}

fn fail(fields: &Fields<'_>, language: QueryLanguage, problems: &mut Problems) -> Fail {
    let mut read = |key| fields.setting(problems, Place::of(language, key, "a string"), text);
    Fail { error: read("Error"), cause: read("Cause") }
}

pub(super) fn transition(fields: &Fields<'_>, problems: &mut Problems) -> Option<Transition> {
    match (fields.get("Next"), fields.get("End")) {
        (Some(_), None) => fields.string(problems, "Next").map(Transition::Next),
        (None, Some(Value::Bool(true))) => Some(Transition::End),
        _ => {
            let message = "the state needs exactly one of `\"Next\": \"…\"` and `\"End\": true`";
            fields.wrong(problems, message);
            None
        }
    }
}

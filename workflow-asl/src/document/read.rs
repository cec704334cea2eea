//! JSON to the model, state by state. Reading goes on after a mistake, to find them all.

use super::fields::{self, Fields, LONGEST, Problems, join, template};
use super::handlers::errors;
use super::outcome::{outcome, outcome_at};
use super::problem::{Code, Problem};
use super::states::*;
use serde_json::Value;

/// What is read at the top of a document.
pub(super) struct Machine {
    pub(super) comment: Option<String>,
    pub(super) timeout: Option<u32>,
    pub(super) scope: Scope,
}

pub(super) fn machine(value: &Value, problems: &mut Problems) -> Option<Machine> {
    let fields = Fields::of(value, "", problems)?;
    if fields.get("Version").is_some_and(|version| version != "1.0") {
        fields.wrong_field(problems, "Version", "the only `Version` is \"1.0\"");
    }
    let language = Language::of(&fields, Language::JsonPath, problems);
    let comment = fields.string(problems, "Comment");
    let timeout = fields.integer(problems, "TimeoutSeconds", 1, LONGEST);
    let scope = scope(&fields, language, problems)?;
    Some(Machine { comment, timeout, scope })
}

/// The query languages.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Language {
    JsonPath,
    Jsonata,
}

impl Language {
    fn of(fields: &Fields<'_>, outer: Language, problems: &mut Problems) -> Language {
        match fields.get("QueryLanguage").map(Value::as_str) {
            None => outer,
            Some(Some("JSONata")) => Language::Jsonata,
            Some(Some("JSONPath")) if outer == Language::JsonPath => Language::JsonPath,
            Some(Some("JSONPath")) => {
                let message = "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine";
                fields.wrong_field(problems, "QueryLanguage", message);
                Language::Jsonata
            }
            Some(_) => {
                fields.wrong_field(
                    problems,
                    "QueryLanguage",
                    "`QueryLanguage` is \"JSONata\" or \"JSONPath\"",
                );
                Language::Jsonata
            }
        }
    }
}

fn scope(fields: &Fields<'_>, language: Language, problems: &mut Problems) -> Option<Scope> {
    let start = fields.required_string(problems, "StartAt");
    let Some(value) = fields.get("States") else {
        fields.missing(problems, "States");
        return None;
    };
    let pointer = fields.at("States");
    Fields::of(value, &pointer, problems)?;
    let read = |(name, value): (&String, &Value)| {
        state(name, value, &join(&pointer, name), language, problems)
    };
    let states: Vec<_> = value.as_object()?.iter().map(read).collect();
    let states = states.into_iter().collect::<Option<_>>()?;
    Some(Scope { pointer: fields.pointer.to_owned(), start: start?, states })
}

fn state(
    name: &str,
    value: &Value,
    pointer: &str,
    language: Language,
    problems: &mut Problems,
) -> Option<State> {
    let before = problems.len();
    let fields = Fields::of(value, pointer, problems)?;
    let comment = fields.string(problems, "Comment");
    if Language::of(&fields, language, problems) == Language::JsonPath {
        let message = "states in JSONPath are not supported yet; write `\"QueryLanguage\": \"JSONata\"` at the top of the document or in the state";
        problems.push(Problem::new(Code::Unsupported, pointer, message));
        return None;
    }
    fields.no_json_path(problems, JSON_PATH);
    let kind = kind(&fields, language, problems)?;
    // A state with a mistake is not looked at further.
    (problems.len() == before).then(|| State {
        name: name.to_owned(),
        pointer: pointer.to_owned(),
        comment,
        kind,
    })
}

/// The fields of states in JSONPath.
const JSON_PATH: &[&str] = &[
    "InputPath",
    "OutputPath",
    "ResultPath",
    "Parameters",
    "ResultSelector",
    "ItemsPath",
    "MaxConcurrencyPath",
    "SecondsPath",
    "TimestampPath",
    "TimeoutSecondsPath",
    "HeartbeatSecondsPath",
    "ErrorPath",
    "CausePath",
    "Result",
];

fn kind(fields: &Fields<'_>, language: Language, problems: &mut Problems) -> Option<StateKind> {
    let kind = fields.required_string(problems, "Type")?;
    Some(match kind.as_str() {
        "Task" => StateKind::Task(task(fields, problems)?),
        "Choice" => StateKind::Choice(choice(fields, problems)?),
        "Pass" => StateKind::Pass(Pass {
            outcome: outcome(fields, problems),
            then: transition(fields, problems)?,
        }),
        "Wait" => StateKind::Wait(wait(fields, problems)?),
        "Parallel" => StateKind::Parallel(parallel(fields, language, problems)?),
        "Map" => StateKind::Map(map(fields, language, problems)?),
        "Succeed" => {
            refuse(fields, problems, &["Assign", "Next", "End"]);
            StateKind::Succeed(Succeed { output: fields.template(problems, "Output") })
        }
        "Fail" => {
            refuse(fields, problems, &["Assign", "Output", "Next", "End"]);
            let mut text = |key| fields.scalar(problems, key, "a string", Value::is_string);
            StateKind::Fail(Fail { error: text("Error"), cause: text("Cause") })
        }
        _ => {
            let kinds = "Task, Choice, Pass, Wait, Parallel, Map, Succeed or Fail";
            fields.wrong_field(problems, "Type", format!("`Type` is {kinds}, not \"{kind}\""));
            return None;
        }
    })
}

/// Notes fields that this kind of state does not have.
fn refuse(fields: &Fields<'_>, problems: &mut Problems, keys: &[&str]) {
    for key in keys.iter().filter(|key| fields.has(key)) {
        fields.wrong_field(problems, key, format!("Field '{key}' is not supported"));
    }
}

fn task(fields: &Fields<'_>, problems: &mut Problems) -> Option<Task> {
    fields.not_yet(problems, &["Credentials"]);
    let resource = fields.required_string(problems, "Resource");
    let mut seconds = |key| {
        let fits = |value: &Value| {
            fields::whole(value).is_some_and(|seconds| (1..=LONGEST).contains(&seconds))
        };
        fields.scalar(problems, key, "a number of seconds from 1 to 99999999", fits)
    };
    let (timeout, heartbeat) = (seconds("TimeoutSeconds"), seconds("HeartbeatSeconds"));
    if let Some((timeout, heartbeat)) = limit(&timeout).zip(limit(&heartbeat))
        && heartbeat >= timeout
    {
        fields.wrong_field(
            problems,
            "HeartbeatSeconds",
            "`HeartbeatSeconds` must be less than `TimeoutSeconds`",
        );
    }
    Some(Task {
        arguments: fields.template(problems, "Arguments"),
        timeout,
        heartbeat,
        errors: errors(fields, problems),
        outcome: outcome(fields, problems),
        then: transition(fields, problems)?,
        resource: resource?,
    })
}

fn limit(template: &Option<crate::jsonata::Template>) -> Option<f64> {
    template.as_ref()?.literal()?.as_f64()
}

fn choice(fields: &Fields<'_>, problems: &mut Problems) -> Option<Choice> {
    refuse(fields, problems, &["Next", "End", "Arguments"]);
    let rules = fields.items(problems, "Choices");
    let pointer = fields.at("Choices");
    let rules = rules.map(|rules| {
        let read = |(index, value)| rule(index, value, &format!("{pointer}/{index}"), problems);
        rules.iter().enumerate().map(read).collect::<Vec<_>>()
    });
    Some(Choice {
        default: fields.string(problems, "Default"),
        outcome: outcome(fields, problems),
        rules: rules?.into_iter().collect::<Option<_>>()?,
    })
}

fn rule(index: usize, value: &Value, pointer: &str, problems: &mut Problems) -> Option<Rule> {
    let fields = Fields::of(value, pointer, problems)?;
    fields.no_json_path(problems, &["Variable", "And", "Or", "Not"]);
    let next = fields.required_string(problems, "Next");
    let outcome = outcome_at(&fields, &format!("Choices[{index}]/"), problems);
    let Some(condition) = fields.get("Condition") else {
        fields.missing(problems, "Condition");
        return None;
    };
    let place = format!("Choices[{index}]/Condition");
    let condition = template(condition, &fields.at("Condition"), &place, problems)?;
    let literal = condition.literal().is_some_and(|value| value.is_boolean());
    if !literal && condition.expression().is_none() {
        fields.wrong_field(
            problems,
            "Condition",
            "`Condition` must be a boolean or an expression `{% … %}`",
        );
    }
    Some(Rule { condition, outcome, next: next? })
}

fn wait(fields: &Fields<'_>, problems: &mut Problems) -> Option<Wait> {
    let until = match (fields.has("Seconds"), fields.has("Timestamp")) {
        (true, false) => {
            let fits =
                |value: &Value| fields::whole(value).is_some_and(|seconds| seconds <= LONGEST);
            let what = "a number of seconds from 0 to 99999999";
            fields.scalar(problems, "Seconds", what, fits).map(Until::Seconds)
        }
        (false, true) => fields
            .scalar(
                problems,
                "Timestamp",
                "a time such as \"2026-01-01T00:00:00Z\"",
                Value::is_string,
            )
            .map(Until::Timestamp),
        _ => {
            fields.wrong(problems, "a Wait has exactly one of `Seconds` and `Timestamp`");
            None
        }
    };
    Some(Wait {
        outcome: outcome(fields, problems),
        then: transition(fields, problems)?,
        until: until?,
    })
}

fn parallel(fields: &Fields<'_>, language: Language, problems: &mut Problems) -> Option<Parallel> {
    refuse(fields, problems, &["TimeoutSeconds", "HeartbeatSeconds"]);
    let branches = fields.items(problems, "Branches").map(|branches| {
        let pointer = fields.at("Branches");
        let read = |(index, value)| {
            let pointer = format!("{pointer}/{index}");
            Fields::of(value, &pointer, problems)
                .and_then(|fields| scope(&fields, language, problems))
        };
        branches.iter().enumerate().map(read).collect::<Vec<_>>()
    });
    Some(Parallel {
        arguments: fields.template(problems, "Arguments"),
        errors: errors(fields, problems),
        outcome: outcome(fields, problems),
        then: transition(fields, problems)?,
        branches: branches?.into_iter().collect::<Option<_>>()?,
    })
}

fn map(fields: &Fields<'_>, language: Language, problems: &mut Problems) -> Option<Map> {
    refuse(fields, problems, &["TimeoutSeconds", "HeartbeatSeconds", "Arguments"]);
    fields.not_yet(problems, DISTRIBUTED);
    let processor = processor(fields, language, problems);
    let items = |value: &Value| value.is_array() || value.is_object();
    let width = |value: &Value| fields::whole(value).is_some();
    // AWS takes these fields on an inline Map as well, and does nothing with them (recorded).
    for key in ["ToleratedFailureCount", "ToleratedFailurePercentage"] {
        fields.scalar(problems, key, "a number", Value::is_number);
    }
    Some(Map {
        items: match fields.get("Items") {
            Some(value) if items(value) => fields.template(problems, "Items"),
            _ => fields.scalar(problems, "Items", "an array", items),
        },
        selector: fields.template(problems, "ItemSelector"),
        concurrency: fields.scalar(problems, "MaxConcurrency", "an integer of at least 0", width),
        errors: errors(fields, problems),
        outcome: outcome(fields, problems),
        then: transition(fields, problems)?,
        processor: processor?,
    })
}

/// The fields of a Map that only a distributed one has.
const DISTRIBUTED: &[&str] = &["ItemReader", "ItemBatcher", "ResultWriter", "Label"];

fn processor(fields: &Fields<'_>, language: Language, problems: &mut Problems) -> Option<Scope> {
    // `Iterator` is the older name of the field.
    let key = if fields.has("Iterator") { "Iterator" } else { "ItemProcessor" };
    let Some(value) = fields.get(key) else {
        fields.missing(problems, "ItemProcessor");
        return None;
    };
    let pointer = fields.at(key);
    let fields = Fields::of(value, &pointer, problems)?;
    let mode = fields.get("ProcessorConfig").and_then(|config| config.get("Mode"));
    if mode.is_some_and(|mode| mode != "INLINE") {
        let message = "distributed Maps are not supported yet; write `\"Mode\": \"INLINE\"`";
        problems.push(Problem::new(Code::Unsupported, fields.at("ProcessorConfig"), message));
    }
    scope(&fields, language, problems)
}

fn transition(fields: &Fields<'_>, problems: &mut Problems) -> Option<Transition> {
    match (fields.get("Next"), fields.get("End")) {
        (Some(_), None) => fields.string(problems, "Next").map(Transition::Next),
        (None, Some(Value::Bool(true))) => Some(Transition::End),
        _ => {
            fields.wrong(
                problems,
                "the state needs exactly one of `\"Next\": \"…\"` and `\"End\": true`",
            );
            None
        }
    }
}

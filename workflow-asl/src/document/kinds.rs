//! Reading the fields of each kind of state.

use super::choices::choice;
use super::data::{QueryLanguage, Setting};
use super::fields::{Fields, LONGEST, Meaning, Problems, integer, text};
use super::flow::{Place, path_or_call, reference};
use super::handlers::errors;
use super::maps::map;
use super::read::{Languages, inner};
use super::states::{Fail, Parallel, Pass, StateKind, TaskState, Transition, Wait, WaitUntil};
use crate::jsonpath::Timestamp;
use serde_json::Value;

pub(super) fn kind(
    fields: &Fields<'_>,
    languages: Languages,
    problems: &mut Problems,
) -> Option<StateKind> {
    fields.require(problems, &["Type"]);
    if let Some(Value::String(name)) = fields.get("Type")
        && !KINDS.iter().any(|(kind, _)| kind == name)
    {
        let kinds = KINDS.iter().map(|(kind, _)| *kind).collect::<Vec<_>>().join(", ");
        let message = format!("The field 'Type' should have one of these values: [{kinds}]");
        fields.wrong_field(problems, "Type", message);
        return None;
    }
    let read: Reader = fields.choice(problems, "Type", KINDS)?;
    read(fields, languages, problems)
}

type Reader = fn(&Fields<'_>, Languages, &mut Problems) -> Option<StateKind>;

/// In the order in which AWS names them.
const KINDS: &[(&str, Reader)] = &[
    ("Task", |fields, languages, problems| {
        task(fields, languages.own, problems).map(StateKind::Task)
    }),
    ("Wait", |fields, languages, problems| {
        wait(fields, languages.own, problems).map(StateKind::Wait)
    }),
    ("Pass", |fields, _, problems| {
        let then = transition(fields, problems)?;
        Some(StateKind::Pass(Pass { result: fields.get("Result").cloned(), then }))
    }),
    ("Succeed", |_, _, _| Some(StateKind::Succeed)),
    ("Fail", |fields, languages, problems| {
        Some(StateKind::Fail(fail(fields, languages.own, problems)))
    }),
    ("Choice", |fields, languages, problems| {
        choice(fields, languages.own, problems).map(StateKind::Choice)
    }),
    ("Parallel", |fields, languages, problems| {
        parallel(fields, languages, problems).map(StateKind::Parallel)
    }),
    ("Map", |fields, languages, problems| {
        map(fields, languages, problems).map(|map| StateKind::Map(Box::new(map)))
    }),
];

fn task(
    fields: &Fields<'_>,
    language: QueryLanguage,
    problems: &mut Problems,
) -> Option<TaskState> {
    fields.require(problems, &["Resource"]);
    let resource = fields.string(problems, "Resource");
    let mut seconds =
        |key| fields.setting(problems, Place::of(language, key), integer(1, LONGEST), reference);
    let (timeout, heartbeat) = (seconds("TimeoutSeconds"), seconds("HeartbeatSeconds"));
    let literal = |setting: &Option<Setting<u32>>| setting.as_ref()?.literal().copied();
    if let Some((timeout, heartbeat)) = literal(&timeout).zip(literal(&heartbeat))
        && heartbeat >= timeout
    {
        let message = "HeartbeatSeconds must be smaller than TimeoutSeconds";
        fields.wrong_field(problems, "HeartbeatSeconds", message);
    }
    credentials(fields, problems);
    let credentials = fields.payload(problems, language, "", "Credentials");
    let errors = errors(fields, language, problems);
    let then = transition(fields, problems)?;
    Some(TaskState { credentials, timeout, heartbeat, errors, then, resource: resource? })
}

fn credentials(fields: &Fields<'_>, problems: &mut Problems) {
    let pointer = fields.at("Credentials");
    let Some(value) = fields.get("Credentials") else { return };
    let Some(credentials) = Fields::of(value, &pointer, problems) else { return };
    if !credentials.has("RoleArn") && !credentials.has("RoleArn.$") {
        // Recorded.
        credentials.wrong(problems, "The field 'RoleArn' is required but was missing");
    }
}

fn wait(fields: &Fields<'_>, language: QueryLanguage, problems: &mut Problems) -> Option<Wait> {
    let until = match fields.exactly_one(problems, WAIT) {
        Some("Seconds" | "SecondsPath") => {
            let at = Place::of(language, "Seconds");
            fields.setting(problems, at, integer(0, LONGEST), reference).map(WaitUntil::Seconds)
        }
        Some(_) => {
            let at = Place::of(language, "Timestamp");
            fields.setting(problems, at, timestamp, reference).map(WaitUntil::Timestamp)
        }
        None => None,
    };
    Some(Wait { then: transition(fields, problems)?, until: until? })
}

/// In the order in which AWS names them (measured).
const WAIT: &[&str] = &["SecondsPath", "Seconds", "TimestampPath", "Timestamp"];

fn timestamp(value: &Value) -> Meaning<String> {
    let text = text(value)?;
    match Timestamp::parse(&text) {
        Some(_) => Ok(text),
        // Recorded.
        None => Err("String does not match RFC3339 timestamp".to_owned()),
    }
}

fn parallel(
    fields: &Fields<'_>,
    languages: Languages,
    problems: &mut Problems,
) -> Option<Parallel> {
    fields.require(problems, &["Branches"]);
    let branches = fields.items(problems, "Branches").map(|branches| {
        let pointer = fields.at("Branches");
        let read = |(index, value)| {
            let pointer = format!("{pointer}/{index}");
            let fields = Fields::of(value, &pointer, problems)?;
            inner(&fields, &["StartAt", "States", "Comment"], languages.machine, problems)
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
    let mut read = |key| fields.setting(problems, Place::of(language, key), text, path_or_call);
    Fail { error: read("Error"), cause: read("Cause") }
}

pub(super) fn transition(fields: &Fields<'_>, problems: &mut Problems) -> Option<Transition> {
    match fields.exactly_one(problems, &["Next", "End"])? {
        "Next" => fields.string(problems, "Next").map(Transition::Next),
        _ => {
            let end = fields.get("End").and_then(Value::as_bool);
            if end != Some(true) {
                fields.wrong_field(problems, "End", "`End` can only be true: name the next state");
            }
            end.filter(|end| *end).map(|_| Transition::End)
        }
    }
}

//! Executions recorded from AWS, run again from their documents: every event must be the same.
//!
//! They stand beside the project: `../shared/conformance/cases`, or where `WORKFLOW_CONFORMANCE` says.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use workflow_asl::Definition;
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::engine::{Answer, Identity, Place};
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};
use workflow_runtime::machine::Machine;
use workflow_runtime::task::TaskDefinition;
use workflow_runtime::{Engine, Failure, Payload, TaskContext};

fn cases() -> Option<Vec<Value>> {
    let folder = std::env::var_os("WORKFLOW_CONFORMANCE").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/conformance/cases"),
        PathBuf::from,
    );
    let mut files: Vec<_> =
        std::fs::read_dir(folder).ok()?.map(|file| file.unwrap().path()).collect();
    files.sort();
    let texts = files.iter().map(|file| std::fs::read_to_string(file).unwrap());
    Some(
        texts
            .flat_map(|text| {
                text.lines().map(|line| serde_json::from_str(line).unwrap()).collect::<Vec<_>>()
            })
            .collect(),
    )
}

/// The functions that a definition calls by name.
fn functions(value: &Value, found: &mut Vec<TaskDefinition>) {
    if let Value::Object(fields) = value {
        let name = fields.get("FunctionName").and_then(Value::as_str);
        found.extend(name.map(|name| task(name.rsplit(':').next().unwrap_or(name))));
        fields.values().for_each(|value| functions(value, found));
    }
    value.as_array().into_iter().flatten().for_each(|value| functions(value, found));
}

fn task(name: &str) -> TaskDefinition {
    let run = |_: TaskContext,
               _: Payload|
     -> workflow_runtime::task::BoxFuture<Result<Payload, Failure>> {
        Box::pin(async { Err(Failure::runtime("answered by the script")) })
    };
    let name = Box::leak(name.to_owned().into_boxed_str());
    let needs = Vec::new;
    TaskDefinition {
        name,
        comment: "",
        arguments: &[],
        retry: &[],
        timeout: None,
        heartbeat: None,
        needs,
        run,
    }
}

/// What the script says of the next task.
fn answer(script: &mut std::vec::IntoIter<Value>) -> Answer {
    let outcome = script.next().map(|step| step["outcome"].clone()).unwrap_or_default();
    if let Some(result) = outcome.get("ok") {
        let payload = result.get("Payload").unwrap_or(result).clone();
        return Answer::outcome(Ok(Payload::Json(Arc::new(payload)))).after(Duration::ZERO);
    }
    let error = outcome.get("err").cloned().unwrap_or_else(|| json!({ "error": "no script" }));
    let text = |key| error[key].as_str().unwrap_or_default().to_owned();
    Answer::fail(Failure::new(text("error"), text("cause"))).after(Duration::ZERO)
}

async fn replay(case: &Value, program: Arc<Compiled>) -> Vec<Value> {
    let script = case["task_script"].as_array().cloned().unwrap_or_default();
    let script = Arc::new(Mutex::new(script.into_iter()));
    let place = Place {
        account: "111111111111".into(),
        role: case["context"]["role_arn"].as_str().unwrap().into(),
        ..Place::default()
    };
    let engine = Engine::builder()
        .clock(VirtualClock::default())
        .place(place)
        .mock(move |_| answer(&mut script.lock().unwrap()))
        .build();
    let input = case["input"].clone();
    let open = |identity: &Identity| -> Result<Box<dyn Machine>, Failure> {
        Ok(Interpreted::start(program, Arc::new(input.clone()), Context::from(identity)))
    };
    let machine = case["context"]["state_machine_name"].as_str().unwrap();
    let name = case["context"]["execution_arn"].as_str().and_then(|arn| arn.rsplit(':').next());
    let mut execution = engine.start(open, machine, name, Some(case["input"].to_string().into()));
    let _ = (&mut execution).await;
    execution.history().iter().map(|event| event.json()).collect()
}

/// An event as the case has it: texts of JSON decoded, times left out.
fn decoded(mut event: Value) -> Value {
    let fields = event.as_object_mut().unwrap();
    fields.remove("timestamp");
    for details in fields.values_mut().filter_map(Value::as_object_mut) {
        for (key, value) in details.iter_mut() {
            match (key.as_str(), &*value) {
                ("input" | "output" | "parameters", Value::String(text)) => {
                    *value = serde_json::from_str(text).unwrap();
                }
                ("assignedVariables", Value::Object(variables)) => {
                    let decode = |text: &Value| -> Value {
                        serde_json::from_str(text.as_str().unwrap()).unwrap()
                    };
                    *value =
                        variables.iter().map(|(name, text)| (name.clone(), decode(text))).collect();
                }
                _ => {}
            }
        }
    }
    event
}

/// Whether a value is what was recorded. The rules are those of the collection's `compare.md`.
fn same(expected: &Value, actual: &Value) -> bool {
    match (expected, actual) {
        (Value::Object(fields), _) if fields.contains_key("$any") => true,
        (Value::Object(fields), Value::String(text)) if fields.contains_key("$json") => {
            serde_json::from_str(text).is_ok_and(|value| same(&fields["$json"], &value))
        }
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len()
                && a.iter().all(|(key, a)| {
                    let masked = key.to_lowercase().contains("timestamp") && a == "timestamp";
                    b.get(key).is_some_and(|b| masked || same(a, b))
                })
        }
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::Number(a), Value::Number(b)) => a.as_f64() == b.as_f64(),
        (Value::String(a), Value::String(b)) => same_text(a, b),
        (a, b) => a == b,
    }
}

/// `date` stands for a time, `<word>` for anything.
fn same_text(expected: &str, actual: &str) -> bool {
    if expected == actual {
        return true;
    }
    let Some(at) = expected.find(['<', 'd']) else { return false };
    let (head, tail) = expected.split_at(at);
    let Some(rest) = actual.strip_prefix(head) else { return false };
    if let Some(tail) = tail.strip_prefix("date") {
        let ends = rest.char_indices().map(|(end, _)| end).chain([rest.len()]);
        let time = |end: &usize| rest[..*end].parse::<jiff::Timestamp>().is_ok();
        if ends.filter(time).any(|end| same_text(tail, &rest[end..])) {
            return true;
        }
    }
    if let Some((_, tail)) = tail.strip_prefix('<').and_then(|tail| tail.split_once('>')) {
        let mut ends = rest.char_indices().map(|(end, _)| end).chain([rest.len()]);
        if ends.any(|end| same_text(tail, &rest[end..])) {
            return true;
        }
    }
    let mut characters = tail.chars();
    let first = characters.next();
    rest.chars().next() == first
        && same_text(characters.as_str(), &rest[first.map_or(0, char::len_utf8)..])
}

/// The first event that differs.
fn difference(case: &Value, actual: &[Value]) -> Option<String> {
    let expected = case["expected"]["events"].as_array().unwrap();
    // Calls of Lambda functions carry what our envelope does not have: their results are not compared.
    let calls = expected.iter().any(|event| event["type"] == "TaskScheduled");
    for (index, expected) in expected.iter().enumerate() {
        let actual = actual.get(index).cloned().map(decoded).unwrap_or_default();
        let fits = if calls {
            ["type", "id", "previousEventId"].iter().all(|key| expected[key] == actual[key])
        } else {
            same(expected, &actual)
        };
        if !fits {
            return Some(format!("expected {expected}\n     got {actual}"));
        }
    }
    let more = actual.get(expected.len()).cloned();
    more.map(|event| format!("expected no more events\n     got {event}"))
}

/// Why a case is not run.
fn refused(case: &Value) -> Result<Arc<Compiled>, String> {
    let definition = Definition::from_value(case["definition"].clone()).map_err(|problems| {
        problems[0].message.split(['`', ';']).next().unwrap().trim().to_owned()
    })?;
    let mut tasks = vec![];
    functions(&case["definition"], &mut tasks);
    let compiled = Compiled::new(definition, &tasks).map_err(|tasks| tasks[0].message.clone())?;
    Ok(Arc::new(compiled))
}

#[tokio::test]
async fn recorded_executions_in_jsonata() {
    let Some(cases) = cases() else {
        println!(
            "SKIPPED: the recorded cases are not at ../shared/conformance/cases (or WORKFLOW_CONFORMANCE)"
        );
        return;
    };
    let (mut same, mut different, mut skipped) = (0, vec![], BTreeMap::<String, u32>::new());
    for case in cases {
        let jsonata = case["definition"].to_string().contains("\"JSONata\"");
        let history = case["expected"]["events"].is_array() && case["order"] == "total";
        if case["kind"] != "execution" || !jsonata || !history || case["replayable"] != true {
            continue;
        }
        match refused(&case) {
            Err(why) => *skipped.entry(why).or_default() += 1,
            Ok(program) => match difference(&case, &replay(&case, program).await) {
                None => same += 1,
                Some(difference) => different.push(format!("{}\n{difference}", case["id"])),
            },
        }
    }
    println!(
        "{same} recorded executions are the same, {} differ; not run: {skipped:#?}",
        different.len()
    );
    different.iter().for_each(|difference| println!("{difference}"));
    assert!(same > 0 && different.is_empty());
}

//! The cases: what each does, and how many.

use serde_json::{Value, json};
use std::io::{Error, Write};
use std::process::Command;
use std::sync::Arc;
use tokio::runtime::Builder;
use workflow_asl::Definition;
use workflow_asl::document::{Options, explain_yaml, validate_yaml};
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::engine::Identity;
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};
use workflow_runtime::machine::Machine;
use workflow_runtime::{Engine, Failure};

/// The case that is the command itself.
pub const COMMAND: &str = "input of 50 MB, by the command";

/// All cases by name; a number in a name is how many.
pub fn names() -> impl Iterator<Item = String> {
    let one = ["deeper JSONata", "deeper JSONPath", "doubling JSONata", "doubling JSONPath"];
    let more = ["items with large inputs", "state of 40 slow expressions", COMMAND];
    let sleepers = [250, 500, 1_000, 2_000, 4_000].map(|count| format!("sleepers {count}"));
    let yaml = [12_500, 25_000, 50_000, 100_000].map(|count| format!("yaml {count}"));
    one.into_iter().chain(more).map(str::to_owned).chain(sleepers).chain(yaml)
}

/// Runs a case in this process.
pub fn run(name: &str) -> std::io::Result<()> {
    let count = name.rsplit(' ').next().and_then(|word| word.parse().ok()).unwrap_or(0);
    match name.split(' ').next() {
        Some("sleepers") => sleepers(count),
        Some("yaml") => yaml(count),
        _ => {
            let definition =
                definition(name).ok_or_else(|| Error::other("there is no such case"))?;
            let input = json!({ "text": "0123456789".repeat(10_000), "a": 1 });
            println!("{:?}", ended(definition, input));
            Ok(())
        }
    }
}

fn definition(name: &str) -> Option<Value> {
    let twice = ["{% $states.input %}", "{% $states.input %}"];
    let sum = "{% $sum([1..900000].($ * 2 + $ % 7)) + $sum([1..900000].($ * 3)) %}";
    let processor = json!({ "StartAt": "P", "States": { "P": { "Type": "Pass", "End": true } } });
    Some(match name {
        "deeper JSONata" => endless("JSONata", &json!({ "Output": { "a": twice[0] } })),
        "deeper JSONPath" => endless("JSONPath", &json!({ "Parameters": { "a.$": "$" } })),
        "doubling JSONata" => endless("JSONata", &json!({ "Output": twice })),
        "doubling JSONPath" => {
            endless("JSONPath", &json!({ "Parameters": { "a.$": "$", "b.$": "$" } }))
        }
        "items with large inputs" => {
            json!({ "QueryLanguage": "JSONata", "StartAt": "M", "States": {
            "M": { "Type": "Map", "Items": "{% [1..5000] %}", "End": true,
                "ItemProcessor": processor, "ItemSelector": { "all": "{% $states.input.text %}" } } } })
        }
        "state of 40 slow expressions" => json!({ "QueryLanguage": "JSONata", "StartAt": "P",
            "States": { "P": { "Type": "Pass", "End": true, "Output": vec![sum; 40] } } }),
        _ => return None,
    })
}

/// A loop of a Pass state with these fields, which never ends by itself.
fn endless(language: &str, fields: &Value) -> Value {
    let never = match language {
        "JSONata" => json!({ "Condition": "{% false %}", "Next": "Done" }),
        _ => json!({ "Variable": "$", "IsNull": true, "Next": "Done" }),
    };
    let mut state = json!({ "Type": "Pass", "Next": "More" });
    if let (Some(state), Some(fields)) = (state.as_object_mut(), fields.as_object()) {
        state.extend(fields.clone());
    }
    json!({ "QueryLanguage": language, "StartAt": "Again", "States": {
        "Again": state,
        "More": { "Type": "Choice", "Choices": [never], "Default": "Again" },
        "Done": { "Type": "Succeed" } } })
}

fn open(
    definition: &Value,
    input: Value,
) -> impl FnOnce(&Identity) -> Result<Box<dyn Machine>, Failure> + use<> {
    let definition = Definition::from_value(definition.clone()).unwrap();
    let compiled = Arc::new(Compiled::new(definition, &[]).unwrap());
    move |identity| Ok(Interpreted::start(compiled, Arc::new(input), Context::from(identity)))
}

/// What a document comes to.
fn ended(definition: Value, input: Value) -> Result<Value, Failure> {
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let engine = Engine::builder().clock(VirtualClock::default()).build();
        let execution = engine.start(open(&definition, input), "m", None, None);
        execution.await?.json().map(Arc::unwrap_or_clone)
    })
}

/// Executions on two threads that each sleep for another time, under one virtual clock.
fn sleepers(count: u32) -> std::io::Result<()> {
    let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let definition = json!({ "QueryLanguage": "JSONata", "StartAt": "All", "States": {
        "All": { "Type": "Wait", "Timestamp": "2030-01-01T00:00:00Z", "Next": "Own" },
        "Own": { "Type": "Wait", "Seconds": "{% $states.input %}", "End": true } } });
    runtime.block_on(async {
        let engine = Engine::builder().clock(VirtualClock::default()).seed(1).build();
        let start = |number| engine.start(open(&definition, json!(number)), "m", None, None);
        let all: Vec<_> = (1..=count).map(start).collect();
        for execution in all {
            drop(execution.await);
        }
    });
    Ok(())
}

/// Diagnostics of a document in YAML with so many items, each on a line of its own.
fn yaml(count: u32) -> std::io::Result<()> {
    let items = "      - 1\n".repeat(count as usize);
    let text =
        format!("StartAt: A\nStates:\n  A:\n    Type: Pass\n    Result:\n{items}    Next: Gone\n");
    let report = validate_yaml(&text, &Options::default());
    write!(std::io::stdout(), "{}", explain_yaml(&text, &report.diagnostics))
}

/// The command with an input that is far too large.
pub fn command(program: &str) -> std::io::Result<Command> {
    let folder = std::env::temp_dir();
    let (document, input) = (folder.join("bounds.asl.json"), folder.join("bounds-input.json"));
    let definition = json!({ "StartAt": "D", "States": { "D": { "Type": "Succeed" } } });
    std::fs::write(&document, definition.to_string())?;
    let list = vec![json!({ "a": [1, 2], "b": null }); 2_000_000];
    std::fs::write(&input, serde_json::to_vec(&list)?)?;
    let mut command = Command::new(program);
    command.arg("run").arg(document).arg("--input").arg(input);
    Ok(command)
}

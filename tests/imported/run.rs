//! One run: of an original, of the imported machine, or of its exported document.

use crate::objects::Made;
use crate::services::{Calls, Script, Services};
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::Arc;
use workflow::engine::Start;
use workflow::history::Trace;
use workflow::{Definition, Engine, Payload};
use workflow_runtime::Failure;
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};
use workflow_runtime::machine::Machine;

/// The outcome of a run.
#[derive(Debug)]
pub struct Ran {
    /// The output, or error and cause.
    pub result: Result<Value, (String, String)>,
    pub calls: Calls,
    /// Its seconds.
    pub seconds: u64,
    /// The states that were entered.
    pub entered: BTreeSet<String>,
    /// The states that followed each other.
    pub ways: BTreeSet<(String, String)>,
}

/// A document or a typed machine.
pub enum What {
    Document(Definition),
    Typed(fn(Payload) -> Result<Box<dyn Machine>, Failure>),
}

/// Runs it in virtual time; one that goes on for ever is given up.
pub async fn run(what: What, input: &Value, script: &Arc<Script>, objects: &Made) -> Option<Ran> {
    let services = Services::new(script.clone());
    let engine = Engine::builder()
        .virtual_time()
        .seed(1)
        .connector(services.clone())
        .objects(objects.clone())
        .build();
    let value = Arc::new(input.clone());
    let timeout = match &what {
        What::Document(document) => document.timeout(),
        What::Typed(_) => None,
    };
    let open = |identity: &_| match what {
        What::Typed(machine) => machine(Payload::Json(value)),
        What::Document(document) => {
            let compiled = Arc::new(Compiled::connected(document).unwrap());
            Ok(Interpreted::start(compiled, value, Context::from(identity)))
        }
    };
    let text = Arc::<str>::from(input.to_string());
    let start = Start {
        machine: "imported",
        name: Some("run"),
        input: Some(text),
        timeout,
        ..Start::default()
    };
    let mut execution = engine.start_with(open, start);
    let ended =
        tokio::time::timeout(std::time::Duration::from_secs(5), &mut execution).await.ok()?;
    let result = ended.and_then(|output| output.json());
    let result = result
        .map(|output| undrawn(Value::clone(&output)))
        .map_err(|failure| (failure.error().to_owned(), failure.reported()));
    let trace = Trace::of(&execution.history());
    let calls = services.made.lock().unwrap().clone();
    let calls = calls.into_iter().map(|(place, all)| {
        let all = all.into_iter().map(|mut made| {
            made.arguments = undrawn(made.arguments);
            made
        });
        (place, all.collect())
    });
    let calls = calls.collect();
    let entered = trace.visits.iter().map(|visit| visit.state.to_string()).collect();
    let seconds = trace.now.round() as u64;
    let name = |index: usize| trace.visits[index].state.to_string();
    let scopes = trace.scopes();
    let pairs = scopes.values().flat_map(|visits| visits.windows(2));
    let ways = pairs.map(|pair| (name(pair[0]), name(pair[1]))).collect();
    Some(Ran { result, calls, seconds, entered, ways })
}

/// Leaves out values drawn at random: they are no difference.
fn undrawn(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            fields.into_iter().map(|(key, value)| (key, undrawn(value))).collect()
        }
        Value::Array(items) => items.into_iter().map(undrawn).collect(),
        Value::String(text) => plain(&text).into(),
        other => other,
    }
}

/// A text with `UUID` in place of each.
fn plain(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let (mut out, mut at) = (String::new(), 0);
    while at < letters.len() {
        let is_uuid = letters.len() >= at + 36
            && letters[at..at + 36].iter().enumerate().all(|(index, letter)| match index {
                8 | 13 | 18 | 23 => *letter == '-',
                _ => letter.is_ascii_hexdigit(),
            });
        if is_uuid {
            out += "UUID";
            at += 36;
        } else {
            out.push(letters[at]);
            at += 1;
        }
    }
    out
}

//! One run: of a published definition, of the typed machine, or of its exported document.

use crate::answers::{Calls, Made, Script, Services, plain};
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::Arc;
use workflow::history::Trace;
use workflow::{Definition, Engine, Payload};
use workflow_runtime::Failure;
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};
use workflow_runtime::machine::Machine;

/// What came of a run.
#[derive(Debug)]
pub struct Ran {
    /// The output, or error and cause.
    pub result: Result<Value, (String, String)>,
    /// What it did.
    pub calls: Calls,
    /// What AWS bills.
    pub transitions: u64,
    /// How many seconds it took: what was waited, for itself and before retries.
    pub seconds: f64,
    /// The states that followed each other, in the workflow and in its branches and items.
    pub ways: BTreeSet<(String, String)>,
    /// The states that were entered.
    pub entered: BTreeSet<String>,
    /// Calls that the case says nothing of.
    pub strange: Vec<Made>,
}

/// What is run.
pub enum What {
    Document(Definition),
    Typed(fn(Payload) -> Result<Box<dyn Machine>, Failure>),
}

/// Runs it, in virtual time. The execution has the same name each time.
pub async fn run(what: What, input: &Value, script: &Arc<Script>) -> Ran {
    let services = Services::new(script.clone());
    let engine = Engine::builder().virtual_time().seed(1).connector(services.clone()).build();
    let value = Arc::new(input.clone());
    let open = |identity: &_| match what {
        What::Typed(machine) => machine(Payload::Json(value)),
        What::Document(document) => {
            let compiled = Arc::new(Compiled::connected(document).unwrap());
            Ok(Interpreted::start(compiled, value, Context::from(identity)))
        }
    };
    let text = Arc::<str>::from(input.to_string());
    let mut execution = engine.start(open, "rewritten", Some("run"), Some(text));
    let ended = (&mut execution).await;
    let result = ended.and_then(|output| output.json());
    let result = result
        .map(|output| plain(Value::clone(&output)))
        .map_err(|failure| (failure.error().to_owned(), failure.cause()));
    let trace = Trace::of(&execution.history());
    let calls = services.made.lock().unwrap().clone();
    let strange = services.strange.lock().unwrap().clone();
    let entered = trace.visits.iter().map(|visit| visit.state.to_string()).collect();
    let transitions = trace.billed_transitions();
    let left = trace.visits.iter().filter_map(|visit| visit.left);
    let seconds = left.fold(0.0, f64::max).round();
    Ran { result, calls, transitions, seconds, ways: ways(&trace), entered, strange }
}

fn ways(trace: &Trace) -> BTreeSet<(String, String)> {
    let name = |index: usize| trace.visits[index].state.to_string();
    let scopes = trace.scopes();
    let pairs = scopes.values().flat_map(|visits| visits.windows(2));
    pairs.map(|pair| (name(pair[0]), name(pair[1]))).collect()
}

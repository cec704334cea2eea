//! Executions of documents: each ends, whatever it does; what it hands on is data; and the process lives on.
//!
//! An input is `{"definition", "input"}`. Time is virtual, nothing answers tasks.

use super::kind;
use serde_json::Value;
use std::sync::{Arc, LazyLock};
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};
use workflow_asl::{Definition, bounds};
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::engine::Identity;
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};
use workflow_runtime::machine::{History, Machine};
use workflow_runtime::{Engine, Failure};

/// When an execution is stopped: a loop may make 25,000 events, and each state may take its time.
const LONG: Duration = Duration::from_secs(1);
/// The most bytes that a state hands on.
const PAYLOAD: usize = 262_144;
const STOPPED: &str = "Fuzz.Stopped";

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    let runtime = Builder::new_current_thread().enable_all().build();
    runtime.unwrap_or_else(|error| panic!("there is no runtime: {error}"))
});

pub fn run(bytes: &[u8]) -> u64 {
    let Ok(mut given) = serde_json::from_slice::<Value>(bytes) else { return 0 };
    let mut field = |name| given.get_mut(name).map(Value::take).unwrap_or_default();
    let (definition, input) = (field("definition"), field("input"));
    let compiled = match Definition::from_value(definition) {
        Ok(definition) => Compiled::new(definition, &[]),
        Err(problems) => {
            let texts: Vec<_> = problems.iter().map(|problem| problem.message.as_str()).collect();
            return kind(&texts);
        }
    };
    let Ok(compiled) = compiled.map(Arc::new) else { return 1 };
    let quiet = execute(&compiled, &input, History::Off);
    let told = execute(&compiled, &input, History::Full);
    // Sizes are looked at where a task is called only if the history knows them.
    let ends =
        [&quiet, &told].map(|end| end.as_ref().map_err(|failure| failure.error().to_owned()));
    if ends.iter().all(|end| end.as_ref().err().is_none_or(|error| error != STOPPED)) {
        assert_eq!(ends[0], ends[1], "with and without a history");
    }
    match told {
        Ok(output) => kind(&["ends", &output.to_string()]),
        Err(failure) => kind(&["fails", failure.error(), &failure.cause()]),
    }
}

fn execute(compiled: &Arc<Compiled>, input: &Value, history: History) -> Result<Value, Failure> {
    let engine = Engine::builder().clock(VirtualClock::default()).seed(1).history(history).build();
    let (compiled, input) = (compiled.clone(), Arc::new(input.clone()));
    let open = move |identity: &Identity| -> Result<Box<dyn Machine>, Failure> {
        Ok(Interpreted::start(compiled, input, Context::from(identity)))
    };
    let ended = RUNTIME.block_on(async {
        let mut execution = engine.start(open, "fuzzed", None, None);
        match tokio::time::timeout(LONG, &mut execution).await {
            Ok(ended) => ended,
            Err(_) => {
                execution.stop(STOPPED, "");
                execution.await
            }
        }
    });
    let ended = ended.and_then(|output| output.json()).map(Arc::unwrap_or_clone);
    match &ended {
        Ok(output) => {
            let size = bounds::size(output, PAYLOAD);
            assert!(size.is_ok(), "the output is no data: {size:?}");
        }
        Err(failure) => assert!(!failure.cause().contains("panicked"), "{failure}"),
    }
    ended
}

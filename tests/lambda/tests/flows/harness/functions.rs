//! The functions of a workflow as a connector: each a process, which is told the attempt beside its payload.

use super::agree::{LONG, next};
use super::script::{Attempt, Path, Script};
use super::served;
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use workflow::Workflow;
use workflow_lambda_tests::{Answer, Function};
use workflow_runtime::Failure;
use workflow_runtime::connector::{Connector, Pattern, Reply, Request, Target};
use workflow_runtime::task::BoxFuture;

/// The processes of one run. Cheap to clone.
#[derive(Clone)]
pub struct Scripted(Arc<Inner>);

struct Inner {
    flow: &'static str,
    script: Arc<Script>,
    seed: u64,
    limited: BTreeMap<String, bool>,
    calls: Mutex<BTreeMap<(Path, u32), u32>>,
    /// The processes of all runs of this thread's test, by their functions.
    made: AtomicUsize,
}

thread_local! {
    /// The processes that were started in this test, by workflow and function.
    static PROCESSES: std::cell::RefCell<HashMap<(&'static str, String), Function>> = std::cell::RefCell::default();
}

impl Scripted {
    pub fn new<W: Workflow>(
        script: Arc<Script>,
        seed: u64,
        limited: BTreeMap<String, bool>,
    ) -> Self {
        let (calls, made) = (Mutex::default(), AtomicUsize::new(0));
        Scripted(Arc::new(Inner { flow: W::NAME, script, seed, limited, calls, made }))
    }

    /// The calls of processes so far.
    pub fn calls(&self) -> usize {
        self.0.made.load(Ordering::Relaxed)
    }

    /// Calls a function, in the state of the script.
    fn invoke(&self, name: &str, payload: &Value, place: &Value) -> Answer {
        let here = &self.0;
        here.made.fetch_add(1, Ordering::Relaxed);
        PROCESSES.with_borrow_mut(|processes| {
            let process = processes
                .entry((here.flow, name.to_owned()))
                .or_insert_with(|| served::start(here.flow, name));
            std::fs::write(served::place(here.flow), place.to_string()).unwrap();
            process.invoke(&payload.to_string())
        })
    }
}

impl Connector for Scripted {
    fn takes(&self, target: &Target) -> bool {
        target.action() == Some(("lambda", "invoke"))
    }

    fn call(&self, request: Request) -> BoxFuture<Result<Reply, Failure>> {
        let Request { arguments, context, path, ordinal, .. } = &request;
        let name = arguments["FunctionName"].as_str().unwrap().to_owned();
        let attempt = next(&self.0.calls, path, *ordinal);
        let of = Attempt { task: &name, path, ordinal: *ordinal, attempt };
        let after = self.0.script.answer(&of, self.0.seed).after;
        let after = after.or((!self.0.limited[&*context.state]).then_some(LONG));
        // One that the engine gives up need not be asked.
        let Some(after) = after else { return Box::pin(std::future::pending()) };
        let place = json!([self.0.seed, path, ordinal, attempt]);
        let answer = self.invoke(&name, &arguments["Payload"], &place);
        let sleep = request.engine.sleep(after);
        let waits = request.target.pattern() == Pattern::WaitForTaskToken;
        let envelope = |payload| {
            Arc::new(json!({ "ExecutedVersion": "$LATEST", "Payload": payload, "StatusCode": 200 }))
        };
        Box::pin(async move {
            if waits {
                // What the holder of the token sends later, the process has said at once.
                let result = Box::pin(async move {
                    sleep.await;
                    answer.map(Arc::new)
                });
                return Ok(Reply::Begun { output: envelope(Value::Null), result: Some(result) });
            }
            sleep.await;
            answer.map(|payload| Reply::Done(envelope(payload)))
        })
    }
}

/// The file in which a process finds its attempt.
pub fn file(flow: &str, parent: u32) -> PathBuf {
    std::env::temp_dir().join(format!("workflow-attempt-{parent}-{flow}"))
}

//! The functions of a program behind `lambda:invoke`: a process for each that runs at the same time.

use crate::function::{Answer, Function};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use workflow_runtime::Failure;
use workflow_runtime::connector::{Connector, Reply, Request, Target};
use workflow_runtime::task::BoxFuture;

/// The functions of a program. Cheap to clone.
#[derive(Clone)]
pub struct Lambdas {
    program: Arc<PathBuf>,
    variables: Arc<[(String, String)]>,
    /// Processes that have nothing to do, by the names of their functions.
    idle: Arc<Mutex<HashMap<String, Vec<Function>>>>,
    /// True if time passes while a function works.
    real: bool,
    /// The payloads that were sent, in order.
    sent: Arc<Mutex<Vec<(String, Value)>>>,
}

impl Lambdas {
    /// Those of a program, with environment variables.
    #[must_use]
    pub fn of(program: impl Into<PathBuf>, variables: &[(&str, &str)]) -> Self {
        let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        Lambdas {
            program: Arc::new(program.into()),
            variables: variables.iter().map(own).collect(),
            idle: Arc::default(),
            real: false,
            sent: Arc::default(),
        }
    }

    /// The same, which lets time pass while a function works. Else it stands still, as a virtual clock wants it.
    #[must_use]
    pub fn in_real_time(self) -> Self {
        Lambdas { real: true, ..self }
    }

    /// The functions that were called, with their payloads.
    #[must_use]
    pub fn sent(&self) -> Vec<(String, Value)> {
        self.sent.lock().unwrap().clone()
    }

    /// Calls a function, and waits for its answer.
    pub fn invoke(&self, name: &str, payload: &Value) -> Answer {
        self.sent.lock().unwrap().push((name.to_owned(), payload.clone()));
        let idle = self.idle.lock().unwrap().get_mut(name).and_then(Vec::pop);
        let mut function =
            idle.unwrap_or_else(|| Function::start(&self.program, name, &self.variables));
        let answer = function.invoke(&payload.to_string());
        self.idle.lock().unwrap().entry(name.to_owned()).or_default().push(function);
        answer
    }
}

impl Connector for Lambdas {
    fn takes(&self, target: &Target) -> bool {
        target.action() == Some(("lambda", "invoke"))
    }

    fn call(&self, request: Request) -> BoxFuture<Result<Reply, Failure>> {
        let (functions, arguments) = (self.clone(), request.arguments);
        let invoke = move || {
            let name = arguments["FunctionName"].as_str().unwrap_or_default();
            functions.invoke(name, &arguments["Payload"])
        };
        let envelope = |payload| json!({ "ExecutedVersion": "$LATEST", "Payload": payload, "StatusCode": 200 });
        let reply = move |payload| Reply::Done(Arc::new(envelope(payload)));
        if self.real {
            let answer = tokio::task::spawn_blocking(invoke);
            return Box::pin(async move { answer.await.unwrap().map(reply) });
        }
        // In the engine's own thread.
        let answer = invoke();
        Box::pin(async move { answer.map(reply) })
    }
}

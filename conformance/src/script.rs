//! The outcome of each task, as it was recorded: in place of every service of AWS.

use crate::case::Mask;
use crate::compare::compare_value;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use workflow_runtime::connector::{Connector, Reply, Request, Target};
use workflow_runtime::task::BoxFuture;
use workflow_runtime::{Failure, connector};

/// The error of a task that the script does not mention.
pub(crate) const UNSCRIPTED: &str = "Replay.Unscripted";

/// One attempt of one task.
#[derive(Clone, Debug, Deserialize)]
pub struct Step {
    /// The name of the state.
    #[serde(default, deserialize_with = "named")]
    pub state: String,
    /// The called resource; of an activity and of a function its ARN.
    #[serde(default)]
    pub resource: String,
    /// The ordinal of the state's entering, from 0.
    #[serde(default)]
    pub entry: u32,
    /// The ordinal of the attempt within the entry, from 0.
    #[serde(default)]
    pub attempt: u32,
    /// The request.
    #[serde(default)]
    pub request: Value,
    /// The result of submitting it.
    #[serde(default)]
    pub submitted: Option<Value>,
    /// The name of the worker that took it.
    #[serde(default)]
    pub worker: Option<Value>,
    /// The outcome.
    pub outcome: Value,
}

/// A name that may be null.
fn named<'de, D: serde::Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    Option::<String>::deserialize(from).map(Option::unwrap_or_default)
}

/// Answers the calls of an execution as they were recorded. Cheap to clone.
#[derive(Clone)]
pub struct Script(Arc<Mutex<Served>>);

struct Served {
    steps: Vec<(Step, bool)>,
    masks: Vec<Mask>,
    /// True if the steps do not name their state.
    anywhere: bool,
    /// The entry of each visit of a state.
    entries: HashMap<Visit, u32>,
}

/// A visit of a state: its name, the path of the scope, the number of the effect.
type Visit = (String, Vec<(u32, u32)>, u32);

impl Script {
    /// The script of a case.
    ///
    /// # Errors
    /// Steps that are not of that form.
    pub fn new(steps: &[Value], masks: &[Mask]) -> Result<Self, String> {
        let read = |(index, step): (usize, &Value)| {
            let step = serde_json::from_value(step.clone());
            step.map(|step| (step, false)).map_err(|error| format!("task_script[{index}]: {error}"))
        };
        let steps = steps.iter().enumerate().map(read).collect::<Result<_, _>>()?;
        let served =
            Served { steps, masks: masks.to_vec(), anywhere: false, entries: HashMap::new() };
        Ok(Script(Arc::new(Mutex::new(served))))
    }

    /// A script of one state, whose steps do not name it.
    #[must_use]
    pub fn for_one_state(self) -> Self {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).anywhere = true;
        self
    }

    /// Returns what an attempt came to.
    fn step(&self, visit: Visit, attempt: u32, arguments: &Value) -> Option<Step> {
        let mut served = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Served { steps, masks, anywhere, entries } = &mut *served;
        let entry = entries.get(&visit).copied();
        let fits = |(step, served): &(Step, bool)| {
            !served
                && (*anywhere || step.state == visit.0)
                && step.attempt == attempt
                && entry.is_none_or(|entry| entry == step.entry)
        };
        let asked =
            |(step, _): &(Step, bool)| compare_value(&step.request, arguments, masks).is_empty();
        // In concurrent iterations the request says which one it is; else the first that fits.
        let exact = steps.iter().position(|step| fits(step) && asked(step));
        let at = exact.or_else(|| steps.iter().position(fits))?;
        let (step, served) = steps.get_mut(at)?;
        *served = true;
        entries.insert(visit, step.entry);
        Some(step.clone())
    }
}

impl Connector for Script {
    /// Asserts that what the script does not mention is not called, but an activity that it does not mention does not
    /// exist.
    fn takes(&self, target: &Target) -> bool {
        let known = |(step, _): &(Step, bool)| step.resource == *target.resource;
        target.shape != connector::Shape::Activity
            || self.0.lock().unwrap_or_else(PoisonError::into_inner).steps.iter().any(known)
    }

    fn call(&self, request: Request) -> BoxFuture<Result<Reply, Failure>> {
        let state = request.context.state.to_string();
        let attempt = request.context.attempt - 1;
        let visit = (state.clone(), request.path.clone(), request.ordinal);
        let step = self.step(visit, attempt, &request.arguments);
        Box::pin(async move {
            let Some(step) = step else {
                let cause = format!("the script has no attempt {attempt} of the state `{state}`");
                return Err(Failure::new(UNSCRIPTED, cause));
            };
            let activity = request.target.shape == connector::Shape::Activity;
            let result = outcome(step.outcome);
            match step.submitted {
                Some(output) => Ok(Reply::Begun { output: Arc::new(output), result: Some(result) }),
                None if activity => {
                    let worker = Arc::new(step.worker.unwrap_or(Value::Null));
                    Ok(Reply::Begun { output: worker, result: Some(result) })
                }
                None => result.await.map(Reply::Done),
            }
        })
    }
}

fn outcome(outcome: Value) -> BoxFuture<Result<Arc<Value>, Failure>> {
    if let Some(result) = outcome.get("ok").cloned() {
        return Box::pin(async move { Ok(Arc::new(result)) });
    }
    match outcome.get("err") {
        Some(error) => {
            let failure = Failure::new(text(&error["error"]), text(&error["cause"]));
            Box::pin(async move { Err(failure) })
        }
        // It took too long, or was never answered: the engine's own limits end it.
        None => Box::pin(std::future::pending()),
    }
}

/// A string member; one that held JSON text is decoded in the recording.
fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Object(fields) if fields.len() == 1 && fields.contains_key("$json") => {
            fields["$json"].to_string()
        }
        other => json!(other).to_string(),
    }
}

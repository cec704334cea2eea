//! The outcome of each task, as it was recorded: in place of every service of AWS.

use crate::compare::compare_value;
use crate::noise::Noise;
use crate::step::{RecordedStep, outcome};
use crate::token;
use serde_json::Value;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::Notify;
use workflow_runtime::Failure;
use workflow_runtime::connector::{Connector, Reply, Request, Shape, Target};
use workflow_runtime::mocks::Mocks;
use workflow_runtime::task::BoxFuture;

/// The error of a task that the script does not mention.
pub const UNSCRIPTED: &str = "Replay.Unscripted";

/// Answers the calls of an execution as recorded. Cheap to clone.
#[derive(Clone, Default)]
pub struct Script(Arc<Shared>);

#[derive(Default)]
struct Shared {
    served: Mutex<Served>,
    stuck: Notify,
}

#[derive(Default)]
struct Served {
    steps: Vec<(RecordedStep, bool)>,
    noise: Noise,
    /// True if the steps do not name their state.
    anywhere: bool,
    /// True if a run ends where an answer is missing.
    halts: bool,
    /// Activities that did not exist, where the run halts for others that are unknown.
    gone: Vec<String>,
    others: Option<Mocks>,
    /// The entry of each visit of a state.
    entries: HashMap<Visit, u32>,
    /// The steps that were asked for, by their indices.
    order: Vec<usize>,
    asked: Vec<Asked>,
    /// Tokens of this run, and the recorded ones.
    tokens: Vec<(String, String)>,
}

/// A call that was not recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The name of the state.
    pub state: String,
    /// The ordinal of the attempt, from 0.
    pub attempt: u32,
    /// The request.
    pub request: Value,
}

/// A visit of a state: its name, the path of the scope, the number of the effect.
type Visit = (String, Vec<(u32, u32)>, u32);

impl Script {
    /// Makes a script of these steps. A call that they do not mention fails with [`UNSCRIPTED`].
    #[must_use]
    pub fn new(steps: Vec<RecordedStep>, noise: Noise) -> Self {
        let steps = steps.into_iter().map(|step| (step, false)).collect();
        let served = Served { steps, noise, ..Served::default() };
        Script(Arc::new(Shared { served: Mutex::new(served), stuck: Notify::new() }))
    }

    /// Reads a script from JSON.
    ///
    /// # Errors
    /// The steps have another form.
    pub fn read(steps: &[Value], noise: Noise) -> Result<Self, String> {
        let read = |(index, step): (usize, &Value)| {
            let step = serde_json::from_value(step.clone());
            step.map_err(|error| format!("task_script[{index}]: {error}"))
        };
        let steps = steps.iter().enumerate().map(read).collect::<Result<_, _>>()?;
        Ok(Script::new(steps, noise))
    }

    /// Makes it a script of one state, whose steps do not name it.
    #[must_use]
    pub fn for_one_state(self) -> Self {
        self.lock().anywhere = true;
        self
    }

    /// Ends the run at a missing answer, so that no catcher takes it for a failure; `others` is asked first. The activities
    /// in `gone` did not exist.
    #[must_use]
    pub fn halting(self, others: Option<Mocks>, gone: Vec<String>) -> Self {
        let mut served = self.lock();
        (served.halts, served.others, served.gone) = (true, others, gone);
        drop(served);
        self
    }

    /// Comes once a script that halts has no answer.
    pub(crate) async fn stuck(&self) {
        self.0.stuck.notified().await;
    }

    /// Returns the calls that had no answer.
    #[must_use]
    pub fn asked(&self) -> Vec<Asked> {
        self.lock().asked.clone()
    }

    /// Returns the steps that were used, in the order of the calls.
    #[must_use]
    pub fn taken(&self) -> Vec<RecordedStep> {
        let served = self.lock();
        let step = |at: &usize| served.steps.get(*at).map(|(step, _)| step.clone());
        served.order.iter().filter_map(step).collect()
    }

    /// Returns the steps that no call used.
    #[must_use]
    pub fn left(&self) -> Vec<RecordedStep> {
        let served = self.lock();
        served.steps.iter().filter(|(_, taken)| !taken).map(|(step, _)| step.clone()).collect()
    }

    /// Returns the tokens that the run gave out, each with the recorded one.
    #[must_use]
    pub fn tokens(&self) -> Vec<(String, String)> {
        self.lock().tokens.clone()
    }

    fn lock(&self) -> MutexGuard<'_, Served> {
        self.0.served.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns what an attempt came to.
    fn step(&self, visit: Visit, attempt: u32, request: &Request) -> Option<RecordedStep> {
        let mut served = self.lock();
        let Served { steps, noise, anywhere, entries, order, tokens, .. } = &mut *served;
        let entry = entries.get(&visit).copied();
        let fits = |(step, served): &(RecordedStep, bool)| {
            !served
                && (*anywhere || step.state == visit.0)
                && step.attempt == attempt
                && entry.is_none_or(|entry| entry == step.entry)
        };
        let asked = |(step, _): &(RecordedStep, bool)| {
            let pair = token::pair(&step.request, &request.arguments, request.token.as_deref());
            let ours = token::replaced(&request.arguments, pair.as_ref());
            compare_value(&step.request, &ours, noise).is_empty()
        };
        // In concurrent iterations the request says which one it is; else the first that fits.
        let exact = steps.iter().position(|step| fits(step) && asked(step));
        let at = exact.or_else(|| steps.iter().position(fits))?;
        let (step, served) = steps.get_mut(at)?;
        *served = true;
        order.push(at);
        entries.insert(visit, step.entry);
        tokens.extend(token::pair(&step.request, &request.arguments, request.token.as_deref()));
        Some(step.clone())
    }

    /// A call that was not recorded.
    fn unscripted(&self, request: Request, attempt: u32) -> BoxFuture<Result<Reply, Failure>> {
        let mut served = self.lock();
        if let Some(others) = served.others.as_ref().filter(|others| others.answers(&request)) {
            return others.call(request);
        }
        let state = request.context.state.to_string();
        let cause = format!("the script has no attempt {attempt} of the state `{state}`");
        served.asked.push(Asked { state, attempt, request: (*request.arguments).clone() });
        if served.halts {
            self.0.stuck.notify_one();
            return Box::pin(std::future::pending());
        }
        Box::pin(async move { Err(Failure::new(UNSCRIPTED, cause)) })
    }
}

impl Connector for Script {
    /// Asserts that what the script does not mention is not called, but an activity that it does not mention does not
    /// exist.
    fn takes(&self, target: &Target) -> bool {
        let served = self.lock();
        let known = |(step, _): &(RecordedStep, bool)| step.resource == *target.resource;
        let unknown = || served.halts && !served.gone.iter().any(|gone| **gone == *target.resource);
        target.shape != Shape::Activity || served.steps.iter().any(known) || unknown()
    }

    fn call(&self, request: Request) -> BoxFuture<Result<Reply, Failure>> {
        let state = request.context.state.to_string();
        let attempt = request.context.attempt - 1;
        let visit = (state, request.path.clone(), request.ordinal);
        let Some(step) = self.step(visit, attempt, &request) else {
            return self.unscripted(request, attempt);
        };
        Box::pin(async move {
            let activity = request.target.shape == Shape::Activity;
            let result = outcome(step.outcome, step.after, request.engine);
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

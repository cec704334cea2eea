//! Connectors, which answer Tasks whose `Resource` is not a Rust function of this program.
//!
//! - [`Target`] is a parsed resource: its service and action, and how the engine waits for the result.
//! - A [`Connector`] answers the calls of some targets; register it with
//!   [`EngineBuilder::connector`](crate::engine::EngineBuilder::connector). [`connector()`] makes one from closures.
//! - [`Functions`], [`Executions`] and [`Activities`] are the connectors of Lambda functions, of nested
//!   executions and of workers that poll.
//! - [`Callbacks`] takes the results of tasks that wait for a token.

mod activity;
#[cfg(feature = "aws")]
mod aws;
mod callback;
mod doors;
mod execution;
#[cfg(feature = "object-store")]
mod folder;
mod former;
mod function;
#[cfg(feature = "http")]
mod http;
pub(crate) mod nested;
mod objects;
mod prepare;
#[cfg(feature = "object-store")]
mod stores;
pub(crate) mod unfinished;

pub use crate::functions::Functions;
pub use crate::integrations::{INTEGRATIONS, Integration};
pub use crate::target::{Pattern, Shape, Target};
pub use activity::{Activities, ActivityTask};
#[cfg(feature = "aws")]
pub use aws::{Aws, LargeBucket, Services};
pub use callback::{AnswerError, Callbacks};
pub(crate) use callback::{Closed, Closing, Stoppable};
pub use execution::{Executions, StartRequest, is_name};
#[cfg(feature = "http")]
pub use http::{Connection, Http};
pub use objects::{Listed, MemoryObjects, Objects, Part, Upload};
#[cfg(feature = "object-store")]
pub use stores::ObjectStores;

use crate::engine::{Engine, Within, uuid};
use crate::failure::Failure;
use crate::task::{BoxFuture, TaskContext};
use serde_json::Value;
use std::sync::Arc;

/// Answers the calls of some resources. For a single one, [`connector()`] is shorter.
pub trait Connector: Send + Sync + 'static {
    /// True if it answers calls of this resource.
    fn takes(&self, target: &Target) -> bool;
    /// Makes a call.
    fn call(&self, request: Request) -> BoxFuture<Result<Reply, Failure>>;
    /// True if tasks and workflows of the program with the same name are called instead of this connector.
    fn yields(&self) -> bool {
        false
    }
}

/// A call of a resource.
pub struct Request {
    /// The called resource.
    pub target: Arc<Target>,
    /// The evaluated `Parameters` or `Arguments`; without them the state's input.
    pub arguments: Arc<Value>,
    /// The execution, the state and the attempt; heartbeats.
    pub context: TaskContext,
    /// From the workflow to the scope: the ordinal of each Parallel or Map, and the index of the branch or item.
    pub path: Vec<(u32, u32)>,
    /// The number of effects that the scope has begun before.
    pub ordinal: u32,
    /// The token with which a worker answers, for tasks that wait for a token.
    pub token: Option<Arc<str>>,
    /// `Credentials.RoleArn`.
    pub role: Option<Arc<str>>,
    /// The engine that calls.
    pub engine: Engine,
    /// The number of redrives of the execution that calls, and the attempts of the Parallels and Maps around; empty where
    /// all are the first.
    pub(crate) again: Vec<u32>,
    /// The time of the last redrive.
    pub(crate) redriven: Option<jiff::Timestamp>,
    /// The name of the execution that this call began before it, and waits for again.
    pub(crate) former: Option<String>,
    /// True if the call was taken, before a crash.
    pub(crate) submitted: bool,
    /// The place of an execution that this call starts, where mocks are to tell its calls from others.
    pub(crate) within: Within,
}

impl Request {
    /// The name of the execution that this call starts if it gives none. With a store it is made of the place of the call,
    /// so that after a crash the same execution is found.
    pub(crate) fn name_of_execution(&self) -> Option<String> {
        let name = || self.former.clone().unwrap_or_else(|| self.place());
        self.engine.has_store().then(name)
    }

    /// A name that is made of the place of the call: each attempt has another one, and the same again after a crash.
    fn place(&self) -> String {
        self.name_after(self.again.first().copied().unwrap_or(0), self.context.attempt)
    }

    /// The same for an attempt after so many redrives.
    fn name_after(&self, redrives: u32, attempt: u32) -> String {
        let (key, forks) = (&self.context.idempotency_key, &self.within.forks);
        match self.again.get(1..).unwrap_or_default() {
            around if redrives == 0 && around.iter().all(|attempt| *attempt == 1) => {
                uuid(&format!("{key} {attempt} {forks:?}"))
            }
            around => {
                let again = [&[redrives], around].concat();
                uuid(&format!("{key} {again:?} {attempt} {forks:?}"))
            }
        }
    }
}

/// The answer of a connector to a call.
pub enum Reply {
    /// The result. For a task that waits for a token, the result of the submission.
    Done(Arc<Value>),
    /// The call was submitted, or taken by a worker, and its result comes later.
    Begun {
        /// The result of the submission; for an activity, the name of the worker or `null`.
        output: Arc<Value>,
        /// The result; without it the task waits for its token.
        result: Option<BoxFuture<Result<Arc<Value>, Failure>>>,
    },
}

/// Makes a connector from two functions: `takes` says which resources it answers, `call` answers a call.
///
/// ```
/// use serde_json::json;
/// use std::sync::Arc;
/// use workflow_runtime::Engine;
/// use workflow_runtime::connector::{Reply, connector};
///
/// // Answers all calls of SQS.
/// let sqs = connector(
///     |target| target.resource.starts_with("arn:aws:states:::sqs:"),
///     |request| {
///         Box::pin(async move {
///             println!("sent {}", request.arguments);
///             Ok(Reply::Done(Arc::new(json!({ "MessageId": "1" }))))
///         })
///     },
/// );
/// let engine = Engine::builder().connector(sqs).build();
/// ```
pub fn connector<F>(takes: fn(&Target) -> bool, call: F) -> impl Connector
where
    F: Fn(Request) -> BoxFuture<Result<Reply, Failure>> + Send + Sync + 'static,
{
    Closure { takes, call }
}

struct Closure<F> {
    takes: fn(&Target) -> bool,
    call: F,
}

impl<F> Connector for Closure<F>
where
    F: Fn(Request) -> BoxFuture<Result<Reply, Failure>> + Send + Sync + 'static,
{
    fn takes(&self, target: &Target) -> bool {
        (self.takes)(target)
    }
    fn call(&self, request: Request) -> BoxFuture<Result<Reply, Failure>> {
        (self.call)(request)
    }
}

/// The connectors of an engine, in order.
#[derive(Clone, Default)]
pub(crate) struct Connectors(Vec<Arc<dyn Connector>>);

impl Connectors {
    pub(crate) fn add(&mut self, connector: impl Connector) {
        self.0.push(Arc::new(connector));
    }

    fn own(&self, target: &Target) -> Option<&Arc<dyn Connector>> {
        self.0.iter().find(|connector| connector.takes(target))
    }

    /// The first that takes a target; for functions, else those that are given. One that yields comes after these.
    pub(crate) fn find(
        &self,
        target: &Target,
        arguments: &Value,
        functions: &Functions,
    ) -> Option<Arc<dyn Connector>> {
        let own = self.own(target).cloned();
        match own {
            Some(own) if !own.yields() || !functions.has(target, arguments) => Some(own),
            _ => of(target, functions),
        }
    }
}

/// The tasks and workflows that are given, as a connector that takes a target.
fn of(target: &Target, functions: &Functions) -> Option<Arc<dyn Connector>> {
    if functions.is_empty() {
        return None;
    }
    let workflows = nested::Workflows(functions.clone());
    if workflows.takes(target) && functions.has_workflows() {
        return Some(Arc::new(workflows));
    }
    functions.takes(target).then(|| Arc::new(functions.clone()) as Arc<dyn Connector>)
}

/// All of them as one.
impl Connector for Connectors {
    fn takes(&self, target: &Target) -> bool {
        self.own(target).is_some()
    }

    fn call(&self, request: Request) -> BoxFuture<Result<Reply, Failure>> {
        match self.own(&request.target) {
            Some(own) => own.call(request),
            None => Box::pin(std::future::ready(Err(request.target.unanswered()))),
        }
    }

    fn yields(&self) -> bool {
        !self.0.is_empty() && self.0.iter().all(|connector| connector.yields())
    }
}

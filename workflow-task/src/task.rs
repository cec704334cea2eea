//! Tasks: what `#[task]` makes of a function.

use crate::failure::{Caught, Failure};
pub use crate::key::IdempotencyKey;
use crate::payload::{Durable, Payload};
use crate::resource::Resources;
use crate::retry::Retrier;
use crate::way::Way;
use std::any::TypeId;
use std::marker::PhantomData;
use std::pin::Pin;

/// The body of a task, without types. What it keeps of the context it takes at once.
pub type Body = fn(&TaskContext, Payload) -> BoxFuture<Result<Payload, Failure>>;

/// A future in a box.
pub type BoxFuture<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// A task, under the name of its function.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a task",
    note = "write `#[task]` above the function, and call it with `.await`"
)]
pub trait Task: 'static {
    /// The type of the payload: of a single argument its type, of several an object whose keys are their names.
    type Input: Durable + Clone;
    /// The input as tests write it: several arguments are a tuple.
    type Values: Into<Self::Input>;
    /// The type that the task returns.
    type Output: Durable;
    /// The error of its `Result`; [`Failure`] where it has none of its own.
    type Error: Caught;
    /// All that is known about it before it runs.
    const DEFINITION: TaskDefinition;
    /// Returns the arguments as tests write them.
    fn values(input: Self::Input) -> Self::Values;
}

/// A plain function is told of once, by [`Marked`](workflow_asl::called::Marked); everything else about it is silent.
#[diagnostic::do_not_recommend]
impl<T: workflow_asl::called::Plain> Task for T {
    type Input = ();
    type Values = ();
    type Output = NotATask;
    type Error = Failure;
    const DEFINITION: TaskDefinition = not_a_task("");
    fn values((): ()) {}
}

/// The type that a plain function seems to return where a workflow calls it as a task.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct NotATask {}

impl workflow_asl::Json for NotATask {}

impl workflow_asl::Data for NotATask {
    fn schema() -> workflow_asl::Schema {
        workflow_asl::Schema::Unit
    }
}

/// The form of the errors of a task. That they are errors at all was said of the task.
#[must_use]
pub fn error_schema<T: Task>() -> workflow_asl::Schema {
    T::Error::error_schema()
}

/// Returns the error names that a last `Err(other)` catches.
#[must_use]
pub const fn rest<T: Task>() -> &'static [&'static str] {
    T::Error::REST
}

/// Returns the error names of an arm that other arms follow.
///
/// # Panics
/// The arm takes every failure: a catcher of `States.ALL` leaves nothing to those behind it. Panics where the constant
/// is evaluated, which is at compile time.
#[must_use]
pub const fn before_others(names: &'static [&'static str]) -> &'static [&'static str] {
    let mut index = 0;
    while index < names.len() {
        assert!(
            !crate::constant::equal(names[index].as_bytes(), b"States.ALL"),
            "the variant with `#[other]` takes all that is left: put its arm last, and name the others before it"
        );
        index += 1;
    }
    names
}

/// The definition of a task: all that is known before it runs, as plain data.
#[derive(Clone, Copy)]
pub struct TaskDefinition {
    /// The name of the function, and of the Lambda function that runs it on AWS.
    pub name: &'static str,
    /// The first paragraph of its doc comment, in one line.
    pub comment: &'static str,
    /// The names of its arguments; empty where an argument is all that a resource is sent.
    pub arguments: &'static [&'static str],
    /// Its retriers, in order.
    pub retry: &'static [Retrier],
    /// The longest time of an attempt, in seconds.
    pub timeout: Option<u32>,
    /// The longest time between two heartbeats, in seconds.
    pub heartbeat: Option<u32>,
    /// The resources it needs.
    pub needs: fn() -> Vec<Need>,
    /// Its body, without types.
    pub run: Body,
    /// The kind of thing that answers its calls.
    pub way: Way,
    /// True if its body reads of its context what only the state that calls it knows: then the exported state sends that
    /// along, as `{"input", "context"}`.
    pub context: bool,
}

impl std::fmt::Debug for TaskDefinition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TaskDefinition")
            .field("name", &self.name)
            .field("arguments", &self.arguments)
            .finish_non_exhaustive()
    }
}

/// Returns a stand-in for the definition of a task that the macro has refused.
#[must_use]
pub const fn not_a_task(name: &'static str) -> TaskDefinition {
    TaskDefinition {
        name,
        comment: "",
        arguments: &[],
        retry: &[],
        timeout: None,
        heartbeat: None,
        needs: Vec::new,
        way: Way::Function,
        context: false,
        run: |_, _| Box::pin(async { Err(Failure::runtime("this task was refused by its macro")) }),
    }
}

/// A resource that a task needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    /// Its type.
    pub id: TypeId,
    /// The name of its type, for messages.
    pub name: &'static str,
}

/// The context of a call, for the task that answers it. An argument of this type is filled in by the engine, and is never
/// part of the payload.
#[derive(Clone)]
pub struct TaskContext {
    /// The id (ARN) of the execution.
    pub execution: std::sync::Arc<str>,
    /// The name of the state.
    pub state: std::sync::Arc<str>,
    /// 1 for the first attempt, then 2, 3, …; AWS's `State.RetryCount` is one less.
    pub attempt: u32,
    /// Equal for all attempts of one visit of the state, different for every visit and Map item.
    pub idempotency_key: IdempotencyKey,
    /// The registered resources.
    pub resources: Resources,
    /// Tells the engine that the task is alive.
    pub heartbeat: Heartbeat,
    /// The token with which a `#[task(callback)]` is answered, through `Engine::complete`.
    pub token: Option<std::sync::Arc<str>>,
}

/// Tells the engine that a task is alive: call [`Heartbeat::beat`] more often than its `heartbeat`.
#[derive(Clone, Default)]
pub struct Heartbeat(Option<std::sync::Arc<tokio::sync::Notify>>);

impl Heartbeat {
    /// Calls the listener.
    #[doc(hidden)]
    #[must_use]
    pub fn to(notify: Option<std::sync::Arc<tokio::sync::Notify>>) -> Self {
        Heartbeat(notify)
    }

    /// Says that the task is alive. It does nothing if the task has no `heartbeat`.
    pub fn beat(&self) {
        if let Some(notify) = &self.0 {
            notify.notify_one();
        }
    }
}

/// The return type of a `#[task(callback)]` body: whoever has the token sends the value later.
#[derive(Debug)]
pub struct Pending<T>(PhantomData<fn() -> T>);

impl<T> Pending<T> {
    /// Says that the body has given the token to somebody. The call now waits for the answer.
    #[must_use]
    pub fn new() -> Self {
        Pending(PhantomData)
    }
}

impl<T> Default for Pending<T> {
    fn default() -> Self {
        Pending::new()
    }
}

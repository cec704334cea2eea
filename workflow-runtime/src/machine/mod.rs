//! The interface between machines and their drivers: public, with a version ([`SEAM`]).
//!
//! A [`Machine`] is one scope of one execution: the workflow, a branch of a Parallel, an item of a Map. There are two
//! kinds, the typed machine that `#[workflow]` generates and [`Interpreted`](crate::interpreted::Interpreted), which
//! runs a document. A *driver* runs machines: the [engine](crate::engine) is one, a server, a Lambda function or
//! another workflow system can be others. All that a driver needs is in this module.
//!
//! # The calls, in order
//!
//! 1. The driver opens a machine with [`Workflow::machine`](crate::Workflow::machine) or `Interpreted::start`, and
//!    keeps a [`StepContext`] for its scope.
//! 2. It calls [`Machine::step`] with [`Event::Start`]. The machine moves on to its next effect or to its end, and
//!    leaves in the [`StepTrace`] the states it passed. The driver calls [`StepContext::advance`].
//! 3. At [`At::State`] the driver may keep [`Machine::save`], then asks for the [`Effect`], performs it, and steps
//!    with the [`Event`] that results. At [`At::Done`] the value is [`Machine::into_output`].
//! 4. A failed effect, and a [`Stop::Fault`] of a machine that is still at a state, go to [`StateInfo::retrier_of`]
//!    first. For another attempt the driver adds 1 to [`StepContext::retries`] and asks for the effect again. Each
//!    retrier counts its own attempts, up to `max_attempts`. Then [`StateInfo::catcher_of`] says which catcher takes
//!    the failure: the event is [`Event::Caught`]. A failure without a catcher fails the scope, and is a failure
//!    of the effect around it. A fault in the code of a [guarded](StateInfo::guarded) state is never retried.
//! 5. For [`Effect::Fork`] the driver opens each child with [`Machine::child`], runs it under
//!    [`StepContext::child`], and hands it back with [`Machine::take_in`]. When all have ended well, the event is
//!    [`Event::Children`].
//! 6. For [`Effect::Distribute`] it asks for [`Machine::processor`], which makes the inputs and the machines of the
//!    children. Each is an execution of its own, with a root context. The event is [`Event::Done`] with the array of
//!    their values.
//!
//! After a crash the driver makes the root machine from its record ([`Workflow::revive`](crate::Workflow::revive),
//! `Interpreted::resume`), asks it for its effect, makes the children with [`Machine::revive`], and continues at step 3.
//!
//! # What it promises
//!
//! - **The same state, event and context make the same step**: the same next state, trace, effect and record. A
//!   machine has no clock and no source of chance; times, random numbers, UUIDs and tokens come from the context
//!   alone. An effect is made from the state, so that every attempt and a resumed run send the same.
//! - **Effects and events are data**: no closure, no future, no handle of a driver. A payload may be a Rust value that
//!   is not encoded yet; [`Payload::text`] and [`Payload::json`] encode it.
//! - A machine does no input or output and never waits. Two bounds look at a clock all the same, so that no code runs
//!   for ever: expressions of one state that take longer than ten seconds fail, and a document that has passed states
//!   for 250 ms stops at one of them to let others have their turn (as a wait of 0 seconds, which no history shows).
//! - A record that `save` made is read by the same code, and by changed code that has what the record needs: the state in
//!   the same place, doing the same, with its branches wherever they stand, and types that read its values. Nothing else
//!   is read from it ([`Failure::as_blocked`]).
//!
//! A change that a driver must follow raises [`SEAM`].
//!
//! # Example
//!
//! ```
//! use std::sync::Arc;
//! use workflow_asl::Definition;
//! use workflow_runtime::interpreted::{Compiled, Context, Interpreted};
//! use workflow_runtime::machine::{
//!     At, Effect, Event, History, Identity, Limits, Machine, StepContext, StepTrace, Stop,
//! };
//! use workflow_runtime::{Failure, Payload};
//!
//! /// Runs a machine whose only effects are calls of resources.
//! fn drive(mut machine: Box<dyn Machine>, mut context: StepContext) -> Result<Payload, Failure> {
//!     let mut event = Event::Start;
//!     loop {
//!         let mut trace = StepTrace::new(History::Off, None);
//!         let begins = matches!(event, Event::Start);
//!         match machine.step(event, &context, &mut trace) {
//!             Err(Stop::Failed(failure) | Stop::Fault(failure)) => return Err(failure),
//!             Ok(()) if machine.at() == At::Done => return Ok(machine.into_output()),
//!             Ok(()) => context.advance(&trace, !begins),
//!         }
//!         event = match machine.effect(&context)? {
//!             Effect::Call(call) => Event::Done(Payload::Json(call.arguments.clone())),
//!             other => return Err(Failure::new("NotHere", format!("{other:?}"))),
//!         };
//!     }
//! }
//!
//! let document = r#"{
//!     "QueryLanguage": "JSONata", "StartAt": "Send", "States": { "Send": {
//!         "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
//!         "Arguments": { "MessageBody": "{% 'to ' & $states.input %}" },
//!         "Output": "{% $states.result.MessageBody %}", "End": true } } }"#;
//! let definition = Definition::from_json(document).expect("a document");
//! let program = Arc::new(Compiled::connected(definition).expect("known resources"));
//! let execution = Arc::new(Identity { id: "arn:1".into(), ..Identity::default() });
//! let machine =
//!     Interpreted::start(program, Arc::new("Ada".into()), Context::from(&*execution));
//! let output = drive(machine, StepContext::root(execution, Limits::Aws))?;
//! assert_eq!(&*output.text()?, "\"to Ada\"");
//! # Ok::<(), Failure>(())
//! ```

mod branches;
mod context;
pub mod distributed;
mod trace;

pub(crate) use branches::{Order, order, renumbered};

pub use crate::key::IdempotencyKey;
pub use crate::limits::Limits;
pub use crate::retry::{Retrier, matches};
pub use crate::token::Secret;
pub use context::{Identity, StepContext};
pub use distributed::Distributed;
pub use trace::{History, StateTrace, StepTrace};

use crate::failure::Failure;
use crate::functions::Functions;
use crate::payload::Payload;
use crate::target::Target;
use crate::task::TaskDefinition;
use distributed::ItemProcessor;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::any::Any;
use std::borrow::Cow;
use std::sync::Arc;

/// The version of this interface. It grows when drivers must change.
pub const SEAM: u32 = 3;

/// The facts of a state that are known before anything runs.
#[derive(Clone, Debug)]
pub struct StateInfo {
    /// Its name, unique in the whole machine.
    pub name: Cow<'static, str>,
    /// The kind of its work.
    pub kind: Kind,
    /// The task it calls.
    pub task: Option<TaskDefinition>,
    /// Its retriers, in order.
    pub retry: Cow<'static, [Retrier]>,
    /// The error names of its catchers, in order.
    pub catch: Cow<'static, [Names]>,
    /// The longest time of an attempt, in seconds.
    pub timeout: Option<u32>,
    /// The longest time between two heartbeats, in seconds.
    pub heartbeat: Option<u32>,
    /// Code after the effect can fail. Such a failure must not be retried: a retry would repeat the effect.
    /// In the document a first retrier with `MaxAttempts` 0 says the same.
    pub guarded: bool,
    /// A digest of its call, if its name is made of that: calls of one task are told apart by a number. 0: none.
    pub code: u32,
    /// The state whose branch or item it is in, and the number of the branch.
    pub within: Option<(usize, usize)>,
    /// The labels of the branches of a Parallel, in order: each is named after the state that it begins with, so that a
    /// checkpoint finds its branches again where they changed places.
    pub branches: Cow<'static, [Cow<'static, str>]>,
    /// The place in the source: `file:line`, empty if unknown.
    pub source: &'static str,
}

/// The error names of a catcher.
#[derive(Clone, Debug)]
pub enum Names {
    /// Written in Rust.
    Static(&'static [&'static str]),
    /// Read from a document.
    Read(Vec<String>),
}

impl Names {
    /// True if one of them takes an error of this name.
    #[must_use]
    pub fn take(&self, error: &str) -> bool {
        self.iter().any(|name| matches(name, error))
    }
    /// The names, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        let (fixed, read) = match self {
            Names::Static(names) => (*names, &[][..]),
            Names::Read(names) => (&[][..], &names[..]),
        };
        fixed.iter().copied().chain(read.iter().map(String::as_str))
    }
}

/// The kinds of states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Calls a task.
    Task,
    /// Chooses the next state.
    Choice,
    /// Changes data only.
    Pass,
    /// Waits.
    Wait,
    /// Runs branches.
    Parallel,
    /// Runs items.
    Map,
    /// Ends its scope with a value.
    Succeed,
    /// Ends its scope with a failure.
    Fail,
}

/// The position of a machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// In a state that waits for an effect.
    State(usize),
    /// At the end of its scope, with a value.
    Done,
    /// Nowhere: it failed.
    Gone,
}

/// The effect that a machine waits for.
#[derive(Debug)]
pub enum Effect {
    /// The outcome of a task.
    Task {
        /// The task's input: the payload alone, without the envelope of a service.
        input: Payload,
        /// Limits in seconds that were computed; they win over those in [`StateInfo`].
        timeout: Option<u32>,
        /// See `timeout`.
        heartbeat: Option<u32>,
    },
    /// The outcome of a call of a resource, through a connector.
    Call(Box<ResourceCall>),
    /// The end of a run of a distributed Map; its event is [`Event::Done`].
    Distribute(Box<Distributed>),
    /// A point in time.
    Wait(Until),
    /// The ends of `count` children, of which `width` may run at the same time (0: all).
    Fork {
        /// The number of children.
        count: usize,
        /// The largest number at the same time; 0: all.
        width: usize,
    },
}

/// A call of a resource.
#[derive(Clone, Debug)]
pub struct ResourceCall {
    /// The called resource.
    pub target: Arc<Target>,
    /// The evaluated `Parameters` or `Arguments`; without them the state's input.
    pub arguments: Arc<Value>,
    /// `Credentials.RoleArn`.
    pub role: Option<Arc<str>>,
    /// Limits in seconds that were computed; they win over those in [`StateInfo`].
    pub timeout: Option<u32>,
    /// See `timeout`.
    pub heartbeat: Option<u32>,
    /// The functions of the document, where no connector of the engine takes the target.
    pub functions: Functions,
}

/// The end of a Wait.
#[derive(Clone, Debug, PartialEq)]
pub enum Until {
    /// After so many seconds.
    Seconds(f64),
    /// At a point in time.
    Timestamp(jiff::Timestamp),
}

/// The result of a state's effect.
pub enum Event {
    /// Nothing yet: the machine begins.
    Start,
    /// The task succeeded.
    Done(Payload),
    /// The wait is over.
    Waited,
    /// The effect failed, and the state's catcher of this index takes it.
    Caught(usize, Failure),
    /// All children have succeeded, and were taken in.
    Children,
}

/// The reason why a machine stopped within a step.
#[derive(Debug)]
pub enum Stop {
    /// It reached a Fail state, or cannot continue.
    Failed(Failure),
    /// An expression of the state it is [`Machine::at`] could not be evaluated: that state's retriers and
    /// catchers may take it. Where it is [`At::Gone`], nothing can.
    Fault(Failure),
}

/// The place in the cause of a fault for the number of an event, which a machine cannot know:
/// `An error occurred while executing the state 'S' (entered at the event id #0). …`
pub const ENTERED_AT: &str = "(entered at the event id #0)";

/// A machine: one scope of one execution. It is dyn-compatible: no type of the workflow is visible.
pub trait Machine: Any + Send {
    /// Returns all states of the workflow; the number of a state is its index in this list.
    fn states(&self) -> &[StateInfo];
    /// Returns the seconds that an execution may take, if it has a time limit.
    fn timeout(&self) -> Option<u32> {
        None
    }
    /// Returns the position of the machine.
    fn at(&self) -> At;
    /// Returns the effect that the state waits for. It is made from the state, so that a retry and a resumed execution send
    /// the same.
    ///
    /// # Errors
    /// If the value cannot be made.
    fn effect(&mut self, context: &StepContext) -> Result<Effect, Failure>;
    /// Makes a child of the Parallel or Map that the state waits for. Called when the child is about to start.
    ///
    /// # Errors
    /// If there is no such child.
    fn child(&mut self, index: usize) -> Result<Box<dyn Machine>, Failure>;
    /// True, once, if the machine was revived by another version of its code, and what it saves has changed by that.
    fn renew(&mut self) -> bool {
        false
    }
    /// Returns the maker of the children of a distributed Map, once [`Machine::effect`] has made its plan.
    ///
    /// # Errors
    /// If the state is no distributed Map.
    fn processor(&mut self) -> Result<Box<dyn ItemProcessor>, Failure> {
        Err(Failure::runtime("the state is no distributed Map"))
    }
    /// Returns the number of a child's branch: its index, unless branches changed places since the children began.
    fn branch(&self, index: usize) -> usize {
        index
    }
    /// Takes in a child as soon as it has succeeded. Its value is kept until the state is left or its effect is made again;
    /// the rest of the child may be used for the next one.
    fn take_in(&mut self, index: usize, child: Box<dyn Machine>);
    /// Moves on to the next effect or to the end. States passed, and what they assign, go to the trace.
    ///
    /// # Errors
    /// A Fail state, or a fault of an expression.
    fn step(
        &mut self,
        event: Event,
        context: &StepContext,
        trace: &mut StepTrace,
    ) -> Result<(), Stop>;
    /// True if a step or an effect may read [`StepContext::now`]. If not, a driver need not look at a clock.
    fn reads_time(&self) -> bool {
        true
    }
    /// Returns the value at the end, for the history; `None` before the end.
    fn output(&self) -> Option<Payload>;
    /// Returns the value at the end.
    fn into_output(self: Box<Self>) -> Payload;
    /// Returns the record from which the machine can continue after a crash, as JSON text: `{"state":…,…}`. Data that is
    /// shared with the parent is left out.
    ///
    /// # Errors
    /// If a value has no JSON form.
    fn save(&self) -> Result<String, Failure>;
    /// Makes a child from its own record. Data that it shares with this machine is taken from here.
    ///
    /// # Errors
    /// If the record does not fit.
    fn revive(&self, index: usize, record: Value) -> Result<Box<dyn Machine>, Failure>;
    /// Returns the machine itself, for a parent that knows its type.
    fn into_any(self: Box<Self>) -> Box<dyn Any>;
}

impl StateInfo {
    /// The task that it calls, or its kind: what a checkpoint says that it does.
    #[must_use]
    pub fn work(&self) -> &str {
        match (self.task, self.kind) {
            (Some(task), _) => task.name,
            (None, Kind::Task) => "Task",
            (None, Kind::Choice) => "Choice",
            (None, Kind::Pass) => "Pass",
            (None, Kind::Wait) => "Wait",
            (None, Kind::Parallel) => "Parallel",
            (None, Kind::Map) => "Map",
            (None, Kind::Succeed) => "Succeed",
            (None, Kind::Fail) => "Fail",
        }
    }

    /// The retrier that takes a failure, by its index.
    #[must_use]
    pub fn retrier_of(&self, failure: &Failure) -> Option<usize> {
        let all = self.all_takes(failure);
        self.retry.iter().position(|it| it.takes(failure.error()) || all && it.takes("States.ALL"))
    }

    /// The catcher that takes a failure, by its index.
    #[must_use]
    pub fn catcher_of(&self, failure: &Failure) -> Option<usize> {
        let all = self.all_takes(failure);
        self.catch.iter().position(|it| it.take(failure.error()) || all && it.take("States.ALL"))
    }

    /// True if `States.ALL` takes a failure that it takes nowhere else: a Lambda task's own result that is too large
    /// (reported as recorded in 2024-03, in both forms of invocation; the recording at hand does not decide it, as it
    /// names the error before `States.ALL`. The Developer Guide says that `States.ALL` never takes it).
    fn all_takes(&self, failure: &Failure) -> bool {
        self.kind == Kind::Task && failure.is_of_result()
    }

    /// A state that calls no task.
    #[must_use]
    pub const fn new(name: &'static str, kind: Kind, source: &'static str) -> Self {
        StateInfo {
            name: Cow::Borrowed(name),
            kind,
            task: None,
            retry: Cow::Borrowed(&[]),
            catch: Cow::Borrowed(&[]),
            timeout: None,
            heartbeat: None,
            guarded: false,
            code: 0,
            within: None,
            branches: Cow::Borrowed(&[]),
            source,
        }
    }
}

//! The engine, which runs the executions of any [`Machine`].
//!
//! An execution is one future. It polls the bodies of its tasks itself; one that is ready at once costs nothing
//! but its own future. Clock, randomness, answers and store are parameters, so that the same code runs under a
//! simulator.
//!
//! ```
//! # use workflow_runtime::{Engine, Failure, clock::VirtualClock, engine::Limits, machine::History};
//! let engine = Engine::builder()
//!     .clock(VirtualClock::default())
//!     .seed(7)
//!     .limits(Limits::Off)
//!     .history(History::Events)
//!     .build();
//! ```

mod builder;
mod call;
mod call_token;
mod carry;
mod check;
mod claim;
mod claimed;
mod conclusion;
mod connect;
mod continued;
mod control;
mod crowd;
mod directory;
pub(crate) mod distributed;
mod draw_log;
mod ending;
mod epoch;
mod execution;
mod fail;
mod failed_items;
mod fork;
mod identity;
mod kept_rate;
mod leaps;
mod ledger;
mod log;
mod map_run;
mod mark;
mod mentions;
mod metrics;
mod mock;
mod nested;
mod origin;
mod parking;
mod past;
mod pending;
mod permits;
mod pool;
mod present;
mod queries;
mod rate;
mod recovery;
mod redrive;
mod registry;
mod reminder;
mod reply;
mod resend;
mod restore;
mod resume;
mod retention;
mod run;
mod scope;
mod service;
mod shutdown;
mod stand_in;
mod starting;
mod stepping;
mod timers;
mod told;
mod triggers;
mod turn;
mod unwritten;
mod waiting;
mod waits;
mod watch;

pub use crate::key::{Drawn, drawn};
pub use crate::limits::Limits;
pub use crate::machine::ENTERED_AT;
pub use crate::machine::Identity;
pub use crate::place::Place;
pub use builder::EngineBuilder;
pub use control::Progress;
pub use distributed::MapRunSettings;
pub use draw_log::{Draw, DrawLog};
pub use execution::{Execution, Observer, Stopping};
pub(crate) use fail::located;
pub use failed_items::FailedItem;
use identity::name;
pub(crate) use identity::random;
pub use map_run::MapRun;
pub(crate) use map_run::uuid;
pub use mock::{Answer, TaskCall};
pub use recovery::Recovered;
pub(crate) use resume::Revive;
pub use retention::Retention;
pub use starting::{Start, Within};
pub use triggers::{LeftOut, Omission, Scheduled, Scheduling};

use crate::clock::{Clock, PatientClock, later};
use crate::connector::{AnswerError, Callbacks, Connector, Connectors, Functions, Objects, Target};
use crate::failure::Failure;
use crate::input;
use crate::machine::{History, Machine};
use crate::payload::Payload;
use crate::resource::Resources;
use crate::store::Store;
use crate::task::{BoxFuture, Need, TaskDefinition};
use crate::token::Secret;
use crate::workflow::Workflow;
use mock::Mock;
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

/// Runs workflows: it starts executions, calls their tasks, retries, times out, and records histories. Cheap to clone:
/// all clones are the same engine.
///
/// ```
/// # use workflow_runtime::{Engine, Failure, Workflow};
/// # async fn example<pay: Workflow<Input = u32, Output = String>>() -> Result<(), Failure> {
/// let engine = Engine::builder().build();
/// let receipt: String = engine.run::<pay>(7).await?;
///
/// // Starts another one, and returns at once.
/// let execution = engine.start_workflow::<pay>(8);
/// let receipt: String = execution.await?;
/// # Ok(())
/// # }
/// ```
///
/// | to | call |
/// |---|---|
/// | set an engine up: resources, a store, limits | [`Engine::builder`] |
/// | run a workflow and wait for its output | [`Engine::run`]; on JSON [`Engine::run_json`] |
/// | start one, and get a handle | [`Engine::start_workflow`]; under a name [`Engine::start_workflow_as`] |
/// | continue what a former process left | [`Engine::recover`] |
/// | answer a task that waits for somebody | [`Engine::complete`], [`Engine::fail`], [`Engine::heartbeat`] |
/// | look at executions in the store | [`Engine::executions`], [`Engine::describe`], [`Engine::events`] |
/// | change them | [`Engine::stop`], [`Engine::redrive`], [`Engine::purge`], [`Engine::prune`] |
/// | start a workflow at times | [`Engine::schedule`] |
/// | end in good order | [`Engine::shutdown`] |
#[derive(Clone)]
pub struct Engine(Arc<Core>);

pub(crate) struct Core {
    pub(crate) resources: Resources,
    pub(crate) limits: Limits,
    pub(crate) history: History,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) seed: Option<u64>,
    pub(crate) mock: Option<Mock>,
    place: Place,
    /// The place that has taken its place.
    moved: OnceLock<Place>,
    pub(crate) store: Option<Arc<dyn Store>>,
    pub(crate) connectors: Connectors,
    pub(crate) callbacks: Callbacks,
    pub(crate) objects: Option<Arc<dyn Objects>>,
    /// Stands still while bodies run.
    pub(crate) patient: Option<PatientClock>,
    /// The log of draws, if there is one.
    pub(crate) draws: Option<DrawLog>,
    pub(crate) present: Arc<present::Present>,
    pub(crate) failed_items: failed_items::FailedItems,
    /// The runs of distributed Maps that are under way.
    pub(crate) map_runs: distributed::MapRuns,
    pub(crate) directory: directory::Directory,
    pub(crate) registry: registry::Registry,
    pub(crate) recovery: recovery::Recovery,
    pub(crate) triggers: triggers::Triggers,
    /// The rule for executions that have ended, if it has one.
    pub(crate) retaining: retention::Retaining,
    /// The most crashes that an attempt begins again after.
    pub(crate) crash_limit: u32,
    /// The time for which a commit is sent again that the store cannot write.
    pub(crate) store_patience: Duration,
    pub(crate) shutdown: shutdown::Shutdown,
    /// The permits of its tasks, if they are limited.
    pub(crate) permits: Option<Arc<permits::Permits>>,
    /// The executions in memory.
    pub(crate) crowd: Arc<crowd::Crowd>,
    /// The urgency of an execution, where that is told.
    pub(crate) priority: Option<builder::Priority>,
    /// The secret of its tokens.
    pub(crate) secret: Secret,
    started: AtomicU64,
}

impl Core {
    /// The region and the account that ARNs name.
    pub(crate) fn place(&self) -> &Place {
        self.moved.get().unwrap_or(&self.place)
    }

    /// True if it begins no task, no call and no run of a schedule.
    pub(crate) fn is_held(&self) -> bool {
        self.permits.as_ref().is_some_and(|it| it.is_closed())
    }
}

impl Engine {
    /// Returns the registry of tasks that wait for an answer with their token.
    #[must_use]
    pub fn callbacks(&self) -> &Callbacks {
        &self.0.callbacks
    }

    /// Completes the task waiting on `token` with `value`. With a store, the answer is on disk when this returns `Ok`;
    /// the execution of the task need not be in memory.
    ///
    /// # Errors
    /// [`AnswerError`] has a variant for each reason: the token is unknown; the task was answered or is over; the value has
    /// no JSON form; the answer cannot be written.
    pub async fn complete(
        &self,
        token: &str,
        value: impl serde::Serialize,
    ) -> Result<(), AnswerError> {
        self.callbacks().succeed(token, value).await
    }

    /// Fails the task waiting on `token` with a [`Failure`] or with an error of the task's own type. Otherwise like
    /// [`Engine::complete`].
    ///
    /// # Errors
    /// Those of [`Engine::complete`].
    pub async fn fail(&self, token: &str, failure: impl Into<Failure>) -> Result<(), AnswerError> {
        self.callbacks().fail(token, failure).await
    }

    /// Records a heartbeat for the task waiting on `token`: its heartbeat timeout starts again. With a store, the
    /// execution of the task need not be in memory; the timeout then starts when an engine loads the execution.
    ///
    /// # Errors
    /// Those of [`Engine::complete`].
    pub async fn heartbeat(&self, token: &str) -> Result<(), AnswerError> {
        self.callbacks().beat(token).await
    }

    pub(crate) fn connector(
        &self,
        target: &Target,
        functions: &Functions,
    ) -> Option<Arc<dyn Connector>> {
        self.0.connectors.find(target, &serde_json::Value::Null, functions)
    }

    /// True if the engine keeps its executions in a store.
    #[must_use]
    pub fn has_store(&self) -> bool {
        self.0.store.is_some()
    }

    pub(crate) fn limits(&self) -> Limits {
        self.0.limits
    }

    pub(crate) fn place(&self) -> &Place {
        self.0.place()
    }

    /// Changes the region and account in ARNs from now on. Works once, and then returns true; executions that have begun
    /// keep their ARNs. For a server that learns late for which account it is called.
    pub fn move_to(&self, place: Place) -> bool {
        self.0.moved.set(place).is_ok()
    }

    /// Returns the object store that distributed Maps read from and write to, if the engine has one.
    #[must_use]
    pub fn objects(&self) -> Option<&Arc<dyn Objects>> {
        self.0.objects.as_ref()
    }

    /// Work outside: a patient clock stands still meanwhile.
    pub(crate) async fn outside<F: Future>(&self, work: F) -> F::Output {
        match &self.0.patient {
            Some(clock) => clock.during(work).await,
            None => work.await,
        }
    }

    /// Returns the current time of the engine's clock.
    #[must_use]
    pub fn now(&self) -> jiff::Timestamp {
        self.0.clock.now()
    }

    /// Waits until `duration` has passed on the engine's clock. For connectors, which must not use another clock.
    pub fn sleep(&self, duration: Duration) -> BoxFuture<()> {
        self.0.clock.wait(later(self.now(), duration.as_secs_f64()))
    }

    /// Returns a builder, which sets the engine up.
    pub fn builder() -> EngineBuilder {
        EngineBuilder::default()
    }

    /// True if this text is within the limits of size and depth for an input. Its content is not read: ask this before
    /// you parse it.
    #[must_use]
    pub fn accepts(&self, input: &str) -> bool {
        input::fits(input, self.0.limits).is_ok()
    }

    /// Checks that a workflow can start with this JSON text as its input. Every start makes the same check before
    /// anything runs.
    ///
    /// # Errors
    /// `InvalidExecutionInput`, with the path of the value that does not fit and the type that was expected there.
    pub fn check_input<W: Workflow>(&self, input: &str) -> Result<(), Failure> {
        input::parse::<W::Input>(input, self.0.limits).map(drop)
    }

    /// Makes the machine of a workflow, in its first state, from an input in JSON, which is checked against the type of
    /// the workflow's input. For [`Engine::start_with`].
    ///
    /// # Errors
    /// As [`Engine::check_input`].
    pub fn machine<W: Workflow>(&self, input: &str) -> Result<Box<dyn Machine>, Failure> {
        W::machine(Payload::live(input::parse::<W::Input>(input, self.0.limits)?))
    }

    /// Returns the resources that tasks need and that are not registered.
    #[must_use]
    pub fn lacks(&self, tasks: &[TaskDefinition]) -> Vec<Need> {
        let needs = tasks.iter().flat_map(|task| (task.needs)());
        needs.filter(|need| !self.0.resources.has(need.id)).collect()
    }
}

//! The engine: it drives any [`Machine`].
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
mod check;
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
mod permits;
mod pool;
mod present;
mod queries;
mod rate;
mod recovery;
mod redrive;
mod registry;
mod reminder;
mod resend;
mod restore;
mod resume;
mod retention;
mod run;
mod scope;
mod service;
mod shutdown;
mod stand_in;
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
pub use map_run::MapRun;
pub(crate) use map_run::uuid;
pub use mock::{Answer, TaskCall};
pub use recovery::Recovered;
pub(crate) use resume::Revive;
pub use retention::Retention;
pub use triggers::{LeftOut, Omission, Scheduled, Scheduling};

use crate::clock::{Clock, PatientClock, later};
use crate::connector::{AnswerError, Callbacks, Connector, Connectors, Functions, Objects, Target};
use crate::failure::Failure;
use crate::input;
use crate::machine::{History, Machine};
use crate::payload::{Durable, Payload};
use crate::resource::Resources;
use crate::store::{Status, Store};
use crate::task::{BoxFuture, Need, TaskDefinition};
use crate::token::Secret;
use crate::workflow::Workflow;
use control::Control;
use directory::{Duty, Live};
use execution::{Attached, Ends};
use mock::Mock;
use resume::{Again, same_input};
use run::Run;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use workflow_asl::document::MachineType;

/// Runs workflows: it starts executions, calls their tasks, retries, times out, and records histories. Cheap to clone:
/// all clones are the same engine.
///
/// ```
/// # use workflow_runtime::{Engine, Failure, Workflow};
/// # async fn example<pay: Workflow<Input = u32, Output = String>>() -> Result<(), Failure> {
/// let engine = Engine::builder().build();
/// let receipt: String = engine.run::<pay>(7).await?;
///
/// // Starts another one, and goes on at once.
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

/// The arguments with which an execution starts.
#[derive(Clone, Debug, Default)]
pub struct Start<'a> {
    /// The name of the state machine.
    pub machine: &'a str,
    /// The name of the execution; without it one is made up.
    pub name: Option<&'a str>,
    /// The input as the history shows it.
    pub input: Option<Arc<str>>,
    /// The longest time of the whole execution in seconds.
    pub timeout: Option<u32>,
    /// Its ARN; without it one is made of the names.
    pub arn: Option<&'a str>,
    /// The ARN of its role; without it that of the engine's place. It lasts until the execution leaves memory.
    pub role: Option<&'a str>,
    /// True if the result is that of this execution, as on AWS, and not that of the execution that continues in its place.
    pub alone: bool,
    /// The position of the execution, if it is one of a distributed Map.
    pub within: Within,
    /// The ARN of the execution whose distributed Map this execution handles an item of; that one starts it again after
    /// a crash.
    pub around: Option<Arc<str>>,
    /// True if another execution starts it: while the store stalls, its first commit is sent again, as the later ones are.
    pub inside: bool,
}

/// The position of an execution of a distributed Map, from the outermost workflow on.
#[derive(Clone, Debug, Default)]
pub struct Within {
    /// The ordinal of each Parallel or Map around it, and the index of the branch or item.
    pub path: Vec<(u32, u32)>,
    /// Of each of these its attempt.
    pub forks: Vec<u32>,
    /// The type of the execution.
    pub kind: MachineType,
    /// The number of redrives of the execution around it.
    pub round: u32,
}

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

    /// Runs a workflow to its end and returns its output. Dropping the future ends the execution. Without a store, the
    /// execution runs inside the returned future; with a store, it runs in a tokio task of its own, so that its end is
    /// written even if the future is dropped.
    ///
    /// # Errors
    /// The failure that the workflow ended with; or `States.Runtime`, before anything runs, if a resource that a task
    /// needs is not registered.
    pub async fn run<W: Workflow>(&self, input: W::Input) -> Result<W::Output, Failure> {
        let text = self.text(&input)?;
        let open = |_: &Identity| W::machine(Payload::live(input));
        self.drive(open, W::NAME, text).await?.take()
    }

    /// Runs a workflow on an input in JSON, which is first checked against the type of the workflow's input. Returns
    /// the output as JSON.
    ///
    /// # Errors
    /// `InvalidExecutionInput` if the text does not fit the type; otherwise as [`Engine::run`].
    pub async fn run_json<W: Workflow>(&self, input: &str) -> Result<Arc<str>, Failure> {
        let machine = self.machine::<W>(input)?;
        self.drive(|_| Ok(machine), W::NAME, Some(input.into())).await?.text()
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

    /// Runs any machine to its end, like [`Engine::run`]. `input` is the text of the input in the history.
    ///
    /// # Errors
    /// As [`Engine::run`].
    pub async fn drive(
        &self,
        open: impl FnOnce(&Identity) -> Result<Box<dyn Machine>, Failure>,
        name: &str,
        input: Option<Arc<str>>,
    ) -> Result<Payload, Failure> {
        let start = Start { machine: name, input, ..Start::default() };
        if self.0.store.is_some() {
            let mut attached = Attached(self.spawn(open, start, None, Ok));
            return (&mut attached.0).await;
        }
        let identity = Arc::new(self.identify(name, None, None));
        let run = self.prepare(open, identity, Arc::new(Control::new(false)), start)?;
        run.await
    }

    /// Starts a workflow in a tokio task of its own, and returns a handle to await its result.
    pub fn start_workflow<W: Workflow>(&self, input: W::Input) -> Execution<W::Output> {
        let (input_text, checked) = match self.text(&input) {
            Ok(text) => (text, Ok(())),
            Err(failure) => (None, Err(failure)),
        };
        let open = |_: &Identity| checked.and_then(|()| W::machine(Payload::live(input)));
        let start = Start { machine: W::NAME, input: input_text, ..Start::default() };
        self.spawn(open, start, None, Payload::take)
    }

    /// Starts a workflow under a name. If an execution of the workflow has this name and the same input already, this
    /// returns a handle of that execution instead; see [`Engine::start_json_as`].
    pub fn start_workflow_as<W: Workflow>(
        &self,
        input: W::Input,
        name: &str,
    ) -> Execution<W::Output> {
        // The name of an execution counts together with its input.
        let (input_text, checked) = match self.whole_text(&input) {
            Ok(text) => (Some(text), Ok(())),
            Err(failure) => (None, Err(failure)),
        };
        let open = |_: &Identity| checked.and_then(|()| W::machine(Payload::live(input)));
        let start =
            Start { machine: W::NAME, name: Some(name), input: input_text, ..Start::default() };
        self.spawn(open, start, Some(Again::of::<W>()), Payload::take)
    }

    /// Starts a workflow on an input in JSON, which is first checked against the type of the workflow's input.
    pub fn start_json<W: Workflow>(&self, input: &str) -> Execution<Arc<str>> {
        self.start_json_as::<W>(input, None)
    }

    /// Starts a workflow on an input in JSON, under a name. Without a name the engine makes one.
    ///
    /// If an execution of the workflow already has the name, in this engine or in its store, nothing is started: with
    /// the same input the result is another handle of that execution, with another input the handle fails with
    /// `ExecutionAlreadyExists`.
    pub fn start_json_as<W: Workflow>(
        &self,
        input: &str,
        name: Option<&str>,
    ) -> Execution<Arc<str>> {
        let machine = self.machine::<W>(input);
        let open = |_: &Identity| machine;
        let input = Some(input.into());
        let start = Start { machine: W::NAME, name, input, ..Start::default() };
        self.spawn(open, start, Some(Again::of::<W>()), |output| output.text())
    }

    /// Starts any machine in a tokio task of its own, under the name of a state machine. Without a name of the
    /// execution the engine makes one. `input` is the text of the input in the history.
    pub fn start(
        &self,
        open: impl FnOnce(&Identity) -> Result<Box<dyn Machine>, Failure>,
        machine: &str,
        name: Option<&str>,
        input: Option<Arc<str>>,
    ) -> Execution {
        self.start_with(open, Start { machine, name, input, ..Start::default() })
    }

    /// Starts any machine in a tokio task of its own.
    pub fn start_with(
        &self,
        open: impl FnOnce(&Identity) -> Result<Box<dyn Machine>, Failure>,
        start: Start<'_>,
    ) -> Execution {
        self.start_held(Control::new(true), open, start)
    }

    /// The same, of an execution whose history nobody will ask for: it is counted and checked, but not kept.
    pub(crate) fn start_unwatched(
        &self,
        open: impl FnOnce(&Identity) -> Result<Box<dyn Machine>, Failure>,
        start: Start<'_>,
    ) -> Execution {
        self.start_held(Control::new(false), open, start)
    }

    fn start_held(
        &self,
        control: Control,
        open: impl FnOnce(&Identity) -> Result<Box<dyn Machine>, Failure>,
        start: Start<'_>,
    ) -> Execution {
        let check = |text: &Arc<str>| input::fits(text, self.0.limits);
        let checked = start.input.as_ref().map_or(Ok(()), check);
        let open = |identity: &Identity| checked.and_then(|()| open(identity));
        self.spawn_with(control, open, start, None, Ok)
    }

    /// Starts the execution of a call: after a crash it is found again under its name, and goes on.
    pub(crate) fn start_called(
        &self,
        open: impl FnOnce(&Identity) -> Result<Box<dyn Machine>, Failure>,
        start: Start<'_>,
        revive: Revive,
    ) -> Execution {
        let check = |text: &Arc<str>| input::check(text, self.0.limits);
        let checked = start.input.as_ref().map_or(Ok(()), check);
        let open = |identity: &Identity| checked.and_then(|()| open(identity));
        self.spawn(open, start, Some(Again { revive, chain: None }), Ok)
    }

    fn spawn<O>(
        &self,
        open: impl FnOnce(&Identity) -> Result<Box<dyn Machine>, Failure>,
        start: Start<'_>,
        again: Option<Again>,
        decode: fn(Payload) -> Result<O, Failure>,
    ) -> Execution<O> {
        self.spawn_with(Control::new(true), open, start, again, decode)
    }

    fn spawn_with<O>(
        &self,
        control: Control,
        open: impl FnOnce(&Identity) -> Result<Box<dyn Machine>, Failure>,
        start: Start<'_>,
        again: Option<Again>,
        decode: fn(Payload) -> Result<O, Failure>,
    ) -> Execution<O> {
        let mut identity = self.identify(start.machine, start.name, start.arn);
        start.role.iter().for_each(|role| identity.role = Arc::from(*role));
        let identity = Arc::new(identity);
        let control = Arc::new(control);
        let live = Live::new(identity.clone(), control.clone(), start.input.clone());
        if self.0.store.is_none() {
            live.ending.begin();
        }
        let named = start.name.is_some() || self.0.store.is_some();
        if named && let Err((known, ticket)) = self.0.directory.enter(&live) {
            if same_input(known.input.as_ref(), live.input.as_ref()) {
                return Execution::joined(&known, ticket, decode);
            }
            control.ended(Status::Failed);
            let refused = Ends::Refused(Some(Failure::exists(&identity.id)));
            return Execution::new(identity, control, refused, decode);
        }
        let ticket = live.ticket().ok_or_else(ending::lost);
        let prepared = ticket.and_then(|ticket| {
            Ok((ticket, self.prepare(open, identity.clone(), control.clone(), start)?))
        });
        match prepared {
            Ok((ticket, run)) => {
                let execution = Execution::joined(&live, ticket, decode);
                self.carry(Box::new(run), live, again);
                execution
            }
            Err(failure) => {
                Duty::new(self.0.clone(), live.ending).end(Err(failure.clone()));
                control.ended(Status::Failed);
                Execution::new(identity, control, Ends::Refused(Some(failure)), decode)
            }
        }
    }

    fn prepare(
        &self,
        open: impl FnOnce(&Identity) -> Result<Box<dyn Machine>, Failure>,
        identity: Arc<Identity>,
        control: Arc<Control>,
        start: Start<'_>,
    ) -> Result<Run, Failure> {
        if self.0.shutdown.is_closing() {
            return Err(shutdown::closing());
        }
        let machine = open(&identity)?;
        self.check_resources(&*machine)?;
        let timeout = start.timeout.or(machine.timeout());
        let seed = self.0.seed.unwrap_or_else(random);
        let mut run = Run::new(self.0.clone(), identity, control, seed);
        run.limit(timeout);
        run.origin.alone = start.alone;
        run.stand(start.within);
        run.origin.around = start.around;
        run.origin.inside = start.inside;
        run.ledger = self.ledger(&run, start.input.clone(), timeout);
        run.open(machine, start.input.filter(|_| self.0.history == History::Full));
        Ok(run)
    }

    /// The text of a typed input, checked as JSON would be.
    fn whole_text<T: Durable>(&self, input: &T) -> Result<Arc<str>, Failure> {
        input::finite(input)?;
        let text = crate::payload::written(input)
            .map_err(|failure| Failure::runtime(format!("the input: {}", failure.reported())))?;
        input::check(&text, self.0.limits)?;
        Ok(text.into())
    }

    /// The same, if a full history or a store is to know it.
    fn text<T: Durable>(&self, input: &T) -> Result<Option<Arc<str>>, Failure> {
        if self.0.history != History::Full && self.0.store.is_none() {
            return input::finite(input).map(|()| None);
        }
        self.whole_text(input).map(Some)
    }

    fn identify(&self, machine: &str, name: Option<&str>, arn: Option<&str>) -> Identity {
        let place = self.0.place();
        let name = name.map_or_else(|| self.new_name(), Arc::from);
        Identity {
            id: arn.map_or_else(|| place.execution(machine, &name), Arc::from),
            name,
            machine: place.machine(machine),
            machine_name: machine.into(),
            role: place.role.clone(),
            started: self.0.clock.now(),
            redrives: 0,
            redriven: None,
        }
    }

    /// A name for an execution: the same on every run of an engine that has a seed.
    fn new_name(&self) -> Arc<str> {
        let number = self.0.started.fetch_add(1, Ordering::Relaxed);
        let (high, low) = match self.0.seed {
            Some(seed) => (seed, number),
            None => (random(), random()),
        };
        name(high, low)
    }
}

/// Two numbers in the form of a UUID. By hand: `format!` took as long as two transitions.
fn name(high: u64, low: u64) -> Arc<str> {
    let number = (u128::from(high) << 64) | u128::from(low);
    let mut text = String::with_capacity(36);
    for digit in 0..32_u32 {
        if matches!(digit, 8 | 12 | 16 | 20) {
            text.push('-');
        }
        #[allow(clippy::cast_possible_truncation, reason = "four bits")]
        let four = (number >> (124 - 4 * digit)) as u8 & 15;
        text.push(char::from(b"0123456789abcdef"[usize::from(four)]));
    }
    text.into()
}

/// A number from the randomness of the system.
pub(crate) fn random() -> u64 {
    RandomState::new().build_hasher().finish()
}

#[cfg(test)]
mod tests {
    #[test]
    fn names_have_the_form_of_a_uuid() {
        let name = super::name(0x0123_4567_89ab_cdef, 0x0007_8899_aabb_ccdd);
        assert_eq!(&*name, "01234567-89ab-cdef-0007-8899aabbccdd");
    }
}

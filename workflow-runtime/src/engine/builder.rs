//! Setting up an engine.

use crate::chance;
use crate::clock::{Clock, PatientClock, RealClock};
use crate::connector::{Callbacks, Connector, Connectors, Objects};
use crate::engine::crowd::Crowd;
use crate::engine::directory::Directory;
use crate::engine::distributed::{MapRunSettings, MapRuns, SettingsOf};
use crate::engine::failed_items::FailedItems;
use crate::engine::mock::{Answer, Mock, TaskCall};
use crate::engine::permits::Room;
use crate::engine::present::Present;
use crate::engine::rate::Rate;
use crate::engine::recovery::Recovery;
use crate::engine::registry::Registry;
use crate::engine::retention::{Retaining, Retention};
use crate::engine::shutdown::Shutdown;
use crate::engine::triggers::Triggers;
use crate::engine::{Core, DrawLog, Engine};
use crate::failure::Failure;
use crate::interpreted::Compiled;
use crate::large::LargeStore;
use crate::limits::Limits;
use crate::machine::{History, Identity, Machine};
use crate::place::Place;
use crate::resource::Resources;
use crate::store::{Begun, Store};
use crate::task::Task;
use crate::token::Secret;
use crate::workflow::Workflow;
use serde_json::Value;
use std::any::TypeId;
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

/// The number of crashes after which an attempt still begins again.
const CRASHES: u32 = 10;

/// The time for which a commit is sent again that the store cannot write.
const PATIENCE: Duration = Duration::from_secs(30);

/// The urgency of an execution.
pub(crate) type Priority = Arc<dyn Fn(&Identity) -> i32 + Send + Sync>;

/// Builds an [`Engine`]. Everything has a default: limits of AWS, the real clock, full histories, no store.
///
/// ```
/// use workflow_runtime::Engine;
/// use workflow_runtime::store::MemoryStore;
///
/// struct Bank;
///
/// let engine = Engine::builder()
///     .resource(Bank) // for tasks with an argument `Res<Bank>`
///     .store(MemoryStore::default()) // so that executions survive the engine
///     .concurrency(100) // tasks that run at the same time
///     .build();
/// ```
#[derive(Clone)]
#[must_use = "an engine is made by `build`"]
pub struct EngineBuilder {
    resources: Resources,
    limits: Limits,
    history: History,
    clock: Arc<dyn Clock>,
    seed: Option<u64>,
    mock: Option<Mock>,
    place: Place,
    store: Option<Arc<dyn Store>>,
    connectors: Connectors,
    objects: Option<Arc<dyn Objects>>,
    callbacks: Callbacks,
    patient: Option<PatientClock>,
    draws: Option<DrawLog>,
    registry: Registry,
    crash_limit: u32,
    store_patience: Duration,
    room: Room,
    priority: Option<Priority>,
    most_executions: usize,
    map_run_settings: Option<SettingsOf>,
    retention: Option<Retention>,
}

impl Default for EngineBuilder {
    fn default() -> Self {
        EngineBuilder {
            resources: Resources::default(),
            limits: Limits::default(),
            history: History::default(),
            clock: Arc::new(RealClock),
            seed: None,
            mock: None,
            place: Place::default(),
            store: None,
            connectors: Connectors::default(),
            objects: None,
            callbacks: Callbacks::default(),
            patient: None,
            draws: None,
            registry: Registry::default(),
            crash_limit: CRASHES,
            store_patience: PATIENCE,
            room: Room::default(),
            priority: None,
            most_executions: usize::MAX,
            map_run_settings: None,
            retention: None,
        }
    }
}

impl EngineBuilder {
    /// Registers a resource, for tasks with an argument `Res<T>`.
    pub fn resource<T: Send + Sync + 'static>(mut self, value: T) -> Self {
        self.resources.insert(value);
        self
    }

    /// Registers a set of resources at once, such as one that a Lambda function uses as well.
    pub fn resources(mut self, resources: &Resources) -> Self {
        self.resources.extend(resources);
        self
    }

    /// Sets which limits to enforce. Defaults to AWS's.
    pub fn limits(self, limits: Limits) -> Self {
        EngineBuilder { limits, ..self }
    }

    /// Sets how much of a history is recorded. Defaults to everything.
    pub fn history(self, history: History) -> Self {
        EngineBuilder { history, ..self }
    }

    /// Sets the source of time. Defaults to the real clock.
    pub fn clock(self, clock: impl Clock) -> Self {
        EngineBuilder { clock: Arc::new(clock), patient: None, ..self }
    }

    /// Uses virtual time: waits take no real time. The clock stands still while a task body runs, so a body never times
    /// out.
    pub fn virtual_time(self) -> Self {
        let clock = PatientClock::default();
        EngineBuilder { clock: Arc::new(clock.clone()), patient: Some(clock), ..self }
    }

    /// Sets the seed of all random choices: jitter, delays of mocks, the order of events at the same time, names of
    /// executions. With a virtual clock and mocks, every run with one seed is the same.
    pub fn seed(self, seed: u64) -> Self {
        EngineBuilder { seed: Some(seed), ..self }
    }

    /// Answers the calls of tasks in place of their bodies. Resources need not be registered then.
    pub fn mock(self, mock: impl Fn(TaskCall) -> Answer + Send + Sync + 'static) -> Self {
        EngineBuilder { mock: Some(Arc::new(mock)), ..self }
    }

    /// Sets the store that keeps executions. No effect begins before everything that led to it is written. Without a
    /// store nothing is encoded, and executions end with the process.
    pub fn store(self, store: impl Store) -> Self {
        EngineBuilder { store: Some(Arc::new(store)), ..self }
    }

    /// Sets after how many crashes of the process an attempt of a task still begins again; 10 by default. If the attempt
    /// ends its process once more, its execution is blocked ([`Failure::as_blocked`](crate::Failure::as_blocked)): it keeps
    /// its state, and continues in an engine with a higher limit. Mend the task, and raise the limit once.
    pub fn crash_limit(self, crashes: u32) -> Self {
        EngineBuilder { crash_limit: crashes, ..self }
    }

    /// Sets how long an execution stays in memory while the store cannot write ([`StoreError::Stalled`]: its disk is
    /// full, or it is busy); 30 seconds by default. Meanwhile the commit is sent again and again, and results of tasks
    /// are kept. After that time the execution is interrupted. After [`Engine::recover`] its last commit is kept and sent
    /// on, and it continues from there when the store can write again; else it continues from the commit before when it is
    /// resumed.
    ///
    /// [`StoreError::Stalled`]: crate::store::StoreError::Stalled
    pub fn store_patience(self, patience: Duration) -> Self {
        EngineBuilder { store_patience: patience, ..self }
    }

    /// Sets how long and how many ended executions are kept. The engine removes the others by itself once
    /// [`Engine::recover`] was called, unless its clock is virtual. Without this, only [`Engine::prune`] and
    /// [`Engine::purge`] remove executions.
    pub fn retention(self, retention: Retention) -> Self {
        EngineBuilder { retention: Some(retention), ..self }
    }

    /// Removes the rule of [`EngineBuilder::retention`], and returns it. For a service that removes data of its own together
    /// with an execution, and so applies the rule itself.
    pub fn take_retention(&mut self) -> Option<Retention> {
        self.retention.take()
    }

    /// Limits how many executions are in memory at once; at least 1, not limited by default. Await [`Engine::ready`]
    /// before you start one. After a crash, [`Engine::recover`] loads this many, and the others as soon as there is
    /// room; runs of schedules begin likewise.
    ///
    /// Nested executions are started beyond the limit, because their parents wait for them. If no execution leaves
    /// memory for half a minute, one that is due is loaded beyond the limit, up to 16 in this way: those in memory may
    /// be waiting for it.
    pub fn executions(self, most: usize) -> Self {
        EngineBuilder { most_executions: most.max(1), ..self }
    }

    /// Limits how many tasks run at the same time, over all executions; at least 1, not limited by default. The others
    /// wait in the order in which they came; their timeouts start when they start.
    ///
    /// Task bodies and calls that are answered at once count. Tasks that wait for somebody outside (a callback, an
    /// activity, a nested execution) do not.
    pub fn concurrency(mut self, most: usize) -> Self {
        self.room.all = Some(most.max(1));
        self
    }

    /// Makes an engine that starts no task, no call of a service, an activity or another workflow, and no run of a schedule.
    /// An execution that starts in it is written to the store up to its first call, and another engine continues it. A
    /// request to stop an execution ends it. For programs that only look and answer.
    pub fn held(mut self) -> Self {
        self.room = Room::closed();
        self
    }

    /// Limits how many attempts of one task run at the same time: `.task_concurrency::<charge>(4)`.
    pub fn task_concurrency<T: Task>(mut self, most: usize) -> Self {
        self.room.tasks.insert(T::DEFINITION.name, most);
        self
    }

    /// Limits how many tasks that use one resource run at the same time: `.resource_concurrency::<Database>(10)` is for
    /// all tasks with an argument `Res<Database>` together.
    pub fn resource_concurrency<R: Send + Sync + 'static>(mut self, most: usize) -> Self {
        self.room.resources.insert(TypeId::of::<R>(), most);
        self
    }

    /// Sets the priority of executions. Of the attempts that wait because of a limit, those of the execution with the
    /// highest number begin first; the default is 0. The function is called each time an attempt has to wait, and must
    /// return the same number each time.
    ///
    /// Attempts of lower priority wait as long as attempts of higher priority keep coming.
    pub fn priority(self, of: impl Fn(&Identity) -> i32 + Send + Sync + 'static) -> Self {
        EngineBuilder { priority: Some(Arc::new(of)), ..self }
    }

    /// Limits how many attempts of a task begin in each period `per`; up to `attempts` may begin at once. Further
    /// attempts wait for their turn. With a store, the count survives restarts, and holds for all engines on the store
    /// together.
    pub fn task_rate<T: Task>(mut self, attempts: u32, per: Duration) -> Self {
        self.room.task_rates.insert(T::DEFINITION.name, Rate::new(attempts, per));
        self
    }

    /// Limits how many attempts begin in each period, of all tasks that use one resource together. Otherwise like
    /// [`EngineBuilder::task_rate`].
    pub fn resource_rate<R: Send + Sync + 'static>(mut self, attempts: u32, per: Duration) -> Self {
        let rate = (std::any::type_name::<R>(), Rate::new(attempts, per));
        self.room.resource_rates.insert(TypeId::of::<R>(), rate);
        self
    }

    /// Registers a workflow, and those that it calls, so that the engine can continue their executions after a crash.
    pub fn workflow<W: Workflow>(mut self) -> Self {
        self.registry.add::<W>();
        self
    }

    /// Registers a document under the name of its state machine, so that the engine can continue its executions after a
    /// crash.
    pub fn document(mut self, name: &str, document: Arc<Compiled>) -> Self {
        self.registry.add_document(name, document);
        self
    }

    /// Sets a function that continues executions of state machines that are not registered by
    /// [`EngineBuilder::workflow`] or [`EngineBuilder::document`], because they are not known before the engine is
    /// built. It makes the machine of an execution from its checkpoint.
    pub fn others(
        mut self,
        revive: impl Fn(&Begun, &Identity, Value) -> Result<Box<dyn Machine>, Failure>
        + Send
        + Sync
        + 'static,
    ) -> Self {
        self.registry.add_others(Arc::new(revive));
        self
    }

    /// Sets a function that returns the settings of each run of a distributed Map, from its ARN and the settings in its
    /// definition. It is called when the run begins, and when it continues after a crash. It must be quick, and must
    /// not call the engine.
    pub fn map_run_settings(
        self,
        of: impl Fn(&str, MapRunSettings) -> MapRunSettings + Send + Sync + 'static,
    ) -> Self {
        EngineBuilder { map_run_settings: Some(Arc::new(of)), ..self }
    }

    /// Sets the region, account and role that stand in the ARNs of executions.
    pub fn place(self, place: Place) -> Self {
        EngineBuilder { place, ..self }
    }

    /// Adds a connector. It answers calls of the resources that it takes: those that are no Rust function of this
    /// program. The first connector that takes a resource answers it.
    pub fn connector(mut self, connector: impl Connector) -> Self {
        self.connectors.add(connector);
        self
    }

    /// Replaces the connectors that were added before by one that may ask them: the function gets them as one connector.
    pub fn connectors_within<C: Connector>(
        mut self,
        around: impl FnOnce(Arc<dyn Connector>) -> C,
    ) -> Self {
        let own = std::mem::take(&mut self.connectors);
        self.connector(around(Arc::new(own)))
    }

    /// Sets the object store from which distributed Maps read their items, and to which they write their results.
    pub fn objects(self, objects: impl Objects) -> Self {
        EngineBuilder { objects: Some(Arc::new(objects)), ..self }
    }

    /// Uses existing callbacks, so that a component created before the engine can complete tasks.
    pub fn callbacks(self, callbacks: Callbacks) -> Self {
        EngineBuilder { callbacks, ..self }
    }

    /// Returns the store that was set, if there is one.
    #[must_use]
    pub fn current_store(&self) -> Option<&Arc<dyn Store>> {
        self.store.as_ref()
    }

    /// Returns the region, account and role that were set.
    #[must_use]
    pub fn current_place(&self) -> &Place {
        &self.place
    }

    /// Returns the resources that are registered so far.
    #[must_use]
    pub fn current_resources(&self) -> &Resources {
        &self.resources
    }

    /// Makes a builder with the same settings but without the store, and with callbacks of its own: for executions that
    /// are not kept. Limits on tasks count separately in the two engines. Large values are shared: if the store has a place
    /// for them, set the store first.
    pub fn unkept(&self) -> Self {
        let kept = self.clone().with_large();
        EngineBuilder { store: None, callbacks: Callbacks::default(), ..kept }
    }

    /// The same with a store of large values, if it has none: that beside its store, or memory where nothing outlives the
    /// process.
    fn with_large(self) -> Self {
        if self.resources.has(LargeStore::id()) {
            return self;
        }
        let own = match &self.store {
            Some(store) => store.large(),
            None => Some(LargeStore::memory()),
        };
        match own {
            Some(own) => self.resource(own),
            None => self,
        }
    }

    /// Logs the random values, ids and times that generated machines draw. For tests that compare them.
    pub fn draws(self, log: DrawLog) -> Self {
        EngineBuilder { draws: Some(log), ..self }
    }

    /// Builds the engine.
    #[must_use]
    pub fn build(self) -> Engine {
        let EngineBuilder {
            resources,
            limits,
            history,
            clock,
            seed,
            mock,
            place,
            store,
            connectors,
            objects,
            callbacks,
            patient,
            draws,
            registry,
            crash_limit,
            store_patience,
            room,
            priority,
            most_executions,
            map_run_settings,
            retention,
        } = self.with_large();
        let started = AtomicU64::new(0);
        let secret = match (seed, &store) {
            (None, Some(store)) => store.secret(),
            (seed, _) => chance::secret(seed),
        };
        let secret = Secret::new(secret);
        let recovery = Recovery::default();
        callbacks.attach(store.clone(), secret, recovery.bell());
        let directory = Directory::new(callbacks.clone());
        let present = Present::new(clock.is_virtual());
        Engine(Arc::new(Core {
            resources,
            limits,
            history,
            clock,
            seed,
            mock,
            place,
            moved: OnceLock::new(),
            store,
            connectors,
            callbacks,
            objects,
            patient,
            draws,
            present,
            failed_items: FailedItems::default(),
            map_runs: MapRuns::new(map_run_settings),
            directory,
            crash_limit,
            store_patience,
            shutdown: Shutdown::default(),
            permits: room.permits(),
            priority,
            crowd: Arc::new(Crowd::new(most_executions)),
            secret,
            registry,
            recovery,
            triggers: Triggers::default(),
            retaining: Retaining::new(retention),
            started,
        }))
    }
}

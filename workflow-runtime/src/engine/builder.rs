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
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

/// The number of crashes after which an attempt still begins again.
const CRASHES: u32 = 10;

/// The time for which a commit is sent again that the store cannot write.
const PATIENCE: Duration = Duration::from_secs(30);

/// The urgency of an execution.
pub(crate) type Priority = Arc<dyn Fn(&Identity) -> i32 + Send + Sync>;

/// Builds an [`Engine`].
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

    /// Registers resources that are there, such as those that a Lambda function makes as well.
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

    /// Waits take no time, and the clock stands still while bodies of tasks run: they take as long as they take, and
    /// never too long.
    pub fn virtual_time(self) -> Self {
        let clock = PatientClock::default();
        EngineBuilder { clock: Arc::new(clock.clone()), patient: Some(clock), ..self }
    }

    /// Sets the seed from which jitter, the delays of mocks, the order of what happens at the same time, and the
    /// names of executions are drawn from. With a virtual clock and mocks, a run is then the same every time.
    pub fn seed(self, seed: u64) -> Self {
        EngineBuilder { seed: Some(seed), ..self }
    }

    /// Answers the calls of tasks in place of their bodies; resources are then not asked for.
    pub fn mock(self, mock: impl Fn(TaskCall) -> Answer + Send + Sync + 'static) -> Self {
        EngineBuilder { mock: Some(Arc::new(mock)), ..self }
    }

    /// Sets the store that keeps executions: each effect waits until all that led to it is written. Without a store
    /// nothing is encoded.
    pub fn store(self, store: impl Store) -> Self {
        EngineBuilder { store: Some(Arc::new(store)), ..self }
    }

    /// Sets the number of crashes after which an attempt of a task still begins again; 10 by default. An execution with an
    /// attempt that ends its process once more is blocked ([`Failure::as_blocked`](crate::Failure::as_blocked)): it keeps
    /// its place, and goes on where an engine has a higher limit, or the task is mended and the limit raised for once.
    pub fn crash_limit(self, crashes: u32) -> Self {
        EngineBuilder { crash_limit: crashes, ..self }
    }

    /// Sets for how long an execution goes on in memory while the store cannot write ([`StoreError::Stalled`]: its disk is
    /// full, or it is busy); 30 seconds by default. The commit at hand is sent again meanwhile, and what tasks come to is
    /// kept. After that the execution is interrupted, and goes on from its last commit when the store can write
    /// again ([`Engine::recover`]), or is resumed.
    ///
    /// [`StoreError::Stalled`]: crate::store::StoreError::Stalled
    pub fn store_patience(self, patience: Duration) -> Self {
        EngineBuilder { store_patience: patience, ..self }
    }

    /// Sets which executions are kept after their ends: the engine removes the others, from [`Engine::recover`] on, unless its
    /// clock is virtual. Without it none is removed but by [`Engine::prune`] and [`Engine::purge`].
    pub fn retention(self, retention: Retention) -> Self {
        EngineBuilder { retention: Some(retention), ..self }
    }

    /// Takes the rule of [`EngineBuilder::retention`] out: for a service that removes more with an execution, and keeps the
    /// rule itself.
    pub fn take_retention(&mut self) -> Option<Retention> {
        self.retention.take()
    }

    /// Limits how many executions are in memory; at least one is. Who starts
    /// them awaits [`Engine::ready`] before. After a crash [`Engine::recover`] takes up as many, and the others as soon as
    /// there is room, and so begin the runs of schedules. What an execution starts itself is not held up: it is waited for.
    /// If none leaves memory for half a minute, one that is due is taken up beyond the limit, and so on up to 16: those in
    /// memory may wait for it. Not limited by default.
    pub fn executions(self, most: usize) -> Self {
        EngineBuilder { most_executions: most.max(1), ..self }
    }

    /// Limits how many tasks run at the same time, of all executions; at least one does. The others wait in the order in
    /// which they came; their time limits begin when they do.
    ///
    /// Bodies of tasks and calls that are answered at once count; a task that waits for somebody outside (a callback, an
    /// activity, a nested execution) does not. Tasks are not limited by default.
    pub fn concurrency(mut self, most: usize) -> Self {
        self.room.all = Some(most.max(1));
        self
    }

    /// Has no task begin, and no call of a service, an activity or another workflow: an execution that is started is written
    /// to the store up to there, for another engine to go on with. One that is told to stop ends.
    pub fn held(mut self) -> Self {
        self.room = Room::closed();
        self
    }

    /// The same for one task: `.task_concurrency::<charge>(4)`.
    pub fn task_concurrency<T: Task>(mut self, most: usize) -> Self {
        self.room.tasks.insert(T::DEFINITION.name, most);
        self
    }

    /// The same for all tasks that use a resource, together: `.resource_concurrency::<Database>(10)` for those with an
    /// argument `Res<Database>`.
    pub fn resource_concurrency<R: Send + Sync + 'static>(mut self, most: usize) -> Self {
        self.room.resources.insert(TypeId::of::<R>(), most);
        self
    }

    /// Sets how urgent an execution is: of attempts that wait for a permit, those of the execution with the highest number
    /// begin first; 0 is that of all others. Asked each time that one has to wait, so that nothing is kept of it: it is to
    /// say the same each time.
    ///
    /// As long as more urgent ones come, the others wait.
    pub fn priority(self, of: impl Fn(&Identity) -> i32 + Send + Sync + 'static) -> Self {
        EngineBuilder { priority: Some(Arc::new(of)), ..self }
    }

    /// Limits how many attempts of a task begin: so many in a time, at once if none began before. Those that come then
    /// wait for their turn. With a store it counts over restarts, and for all engines on it together.
    pub fn task_rate<T: Task>(mut self, attempts: u32, per: Duration) -> Self {
        self.room.task_rates.insert(T::DEFINITION.name, Rate::new(attempts, per));
        self
    }

    /// The same for all tasks that use a resource, together.
    pub fn resource_rate<R: Send + Sync + 'static>(mut self, attempts: u32, per: Duration) -> Self {
        let rate = (std::any::type_name::<R>(), Rate::new(attempts, per));
        self.room.resource_rates.insert(TypeId::of::<R>(), rate);
        self
    }

    /// Names a workflow that the engine can continue after a crash, with those that it calls.
    pub fn workflow<W: Workflow>(mut self) -> Self {
        self.registry.add::<W>();
        self
    }

    /// Names a document that the engine can continue after a crash, by the name of its state machine.
    pub fn document(mut self, name: &str, document: Arc<Compiled>) -> Self {
        self.registry.add_document(name, document);
        self
    }

    /// Sets what continues executions of workflows that no [`EngineBuilder::workflow`] or [`EngineBuilder::document`]
    /// names, where they are not known before the engine is built: it makes the machine of an execution from what that
    /// saved.
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

    /// Sets the settings that each run of a distributed Map begins with, and goes on with after a crash: made of its ARN,
    /// and of those that its definition says. It is to be quick, and asks nothing of the engine.
    pub fn map_run_settings(
        self,
        of: impl Fn(&str, MapRunSettings) -> MapRunSettings + Send + Sync + 'static,
    ) -> Self {
        EngineBuilder { map_run_settings: Some(Arc::new(of)), ..self }
    }

    /// Sets where executions are said to run: the region, account and role in ARNs.
    pub fn place(self, place: Place) -> Self {
        EngineBuilder { place, ..self }
    }

    /// Answers the calls of the resources that it takes: what documents call besides the tasks they are compiled
    /// with. The first that takes one answers it.
    pub fn connector(mut self, connector: impl Connector) -> Self {
        self.connectors.add(connector);
        self
    }

    /// Puts a connector in place of those that the engine has so far: it is given them as one, which it may ask.
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

    /// Returns the store that it is to have.
    #[must_use]
    pub fn current_store(&self) -> Option<&Arc<dyn Store>> {
        self.store.as_ref()
    }

    /// Returns where its executions are to be said to run.
    #[must_use]
    pub fn current_place(&self) -> &Place {
        &self.place
    }

    /// Returns the resources that are registered so far.
    #[must_use]
    pub fn current_resources(&self) -> &Resources {
        &self.resources
    }

    /// Makes a second engine of this kind for executions that are not kept: without the store, and with callbacks of its own.
    /// Limits on tasks count in each of the two.
    pub fn unkept(&self) -> Self {
        EngineBuilder { store: None, callbacks: Callbacks::default(), ..self.clone() }
    }

    /// Notes what generated machines draw, for tests that compare it.
    pub fn draws(self, log: DrawLog) -> Self {
        EngineBuilder { draws: Some(log), ..self }
    }

    /// The engine.
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
        } = self;
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

//! Setting up a service.

use super::account::{Account, Callers};
use super::changes::Telling;
use super::lines::Lines;
use super::logs::{Logged, Logs};
use super::nested::start_called;
use super::synchronous::Synchronous;
use super::{Inner, Service, retention};
use crate::calls::{Calls, MockFile, Mocked, Shared};
use crate::catalog::Catalog;
use crate::typed::{OpenError, Typed};
use std::hash::RandomState;
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Weak};
use std::time::Duration;
use workflow_runtime::clock::Clock;
use workflow_runtime::connector::{Activities, Connector, Executions, Functions, Objects};
use workflow_runtime::engine::{EngineBuilder, Identity, Place, Retention};
use workflow_runtime::machine::History;
use workflow_runtime::store::{Begun, MemoryStore, Store};
use workflow_runtime::way::served;
use workflow_runtime::{Engine, Workflow};

/// The time for which AWS holds the call of a worker (API reference).
const HOLD: Duration = Duration::from_secs(60);

/// Sets up a [`Service`].
#[must_use = "a service is made by `open`"]
pub struct Builder {
    engine: EngineBuilder,
    typed: Vec<Typed>,
    store: Option<Arc<dyn Store>>,
    clock: Setting,
    place: Option<Place>,
    pub(super) callers: Callers,
    connectors: Vec<Shared>,
    mocks: Option<MockFile>,
    hold: Duration,
    log: Option<Lines>,
}

/// A setting that both engines get.
type Setting = Arc<dyn Fn(EngineBuilder) -> EngineBuilder + Send + Sync>;

impl Default for Builder {
    fn default() -> Self {
        Builder {
            engine: Engine::builder(),
            typed: vec![],
            store: None,
            clock: Arc::new(|engine| engine),
            place: None,
            callers: Callers::default(),
            connectors: vec![],
            mocks: None,
            hold: HOLD,
            log: None,
        }
    }
}

impl Builder {
    /// Sets the engine that runs executions. The service uses its resources, limits, connectors, store, clock, place and rule
    /// of retention, unless this builder sets others.
    pub fn engine(self, engine: EngineBuilder) -> Self {
        Builder { engine, ..self }
    }

    /// Makes a workflow of this program a state machine of the service, under its name. Its executions run its own code; its
    /// tasks are Lambda functions for all others as well. Calls can neither change nor delete it.
    pub fn workflow<W: Workflow>(self) -> Self {
        self.typed(Typed::of::<W>(false))
    }

    /// Makes a workflow an EXPRESS machine: its executions are not kept, and can be waited for with `StartSyncExecution`.
    /// Otherwise like [`Builder::workflow`].
    pub fn express_workflow<W: Workflow>(self) -> Self {
        self.typed(Typed::of::<W>(true))
    }

    fn typed(mut self, typed: Typed) -> Self {
        self.typed.retain(|it| it.name != typed.name);
        self.typed.push(typed);
        self
    }

    /// Sets the store of machines, activities and executions. Defaults to that of the engine, or to memory.
    pub fn store(self, store: impl Store) -> Self {
        Builder { store: Some(Arc::new(store)), ..self }
    }

    /// Sets the source of time.
    pub fn clock(self, clock: impl Clock + Clone) -> Self {
        let before = self.clock.clone();
        let both = move |engine| before(engine).clock(clock.clone());
        Builder { clock: Arc::new(both), ..self }
    }

    /// Sets the region and the account of ARNs, and the role of executions without one.
    pub fn place(self, place: Place) -> Self {
        Builder { place: Some(place), ..self }
    }

    /// Answers calls of executions: the first connector that takes a target does. One that yields comes after activities and
    /// state machines of the server.
    pub fn connector(mut self, connector: impl Connector) -> Self {
        self.connectors.push(Shared::new(connector));
        self
    }

    /// Answers calls of executions before all connectors.
    pub fn mocks(self, file: MockFile) -> Self {
        Builder { mocks: Some(file), ..self }
    }

    /// Sets the object store of distributed Maps.
    pub fn objects(self, objects: impl Objects + Clone) -> Self {
        let before = self.clock.clone();
        let both = move |engine| before(engine).objects(objects.clone());
        Builder { clock: Arc::new(both), ..self }
    }

    /// Sets how long the call of a worker waits for a task; 60 seconds by default.
    pub fn hold(self, hold: Duration) -> Self {
        Builder { hold, ..self }
    }

    /// Writes the log of executions whose machines ask for one (`loggingConfiguration`): a line of JSON for each event that
    /// their level chooses, in the form that it has in CloudWatch Logs. The same lines go to `tracing`, as
    /// `workflow_server::executions`.
    ///
    /// A line is written after its event. Lines are lost in a crash, and if there is no room because `to` is slow.
    pub fn log(self, to: impl std::io::Write + Send + 'static) -> Self {
        Builder { log: Some(Lines::new(to)), ..self }
    }

    /// Reads the machines and activities of the store, and continues its executions.
    ///
    /// # Errors
    /// The store cannot be read, or a workflow cannot be a machine.
    pub async fn open(self) -> Result<Service, OpenError> {
        let Builder { engine, typed, store, clock, place, callers, connectors, mocks, hold, log } =
            self;
        let store = store.or_else(|| engine.current_store().cloned());
        let store = Telling::new(store.unwrap_or_else(|| Arc::new(MemoryStore::default())));
        let place = place.unwrap_or_else(|| engine.current_place().clone());
        let catalog = Arc::new(Catalog::load(Arc::new(store.clone()), &typed).await?);
        let account = Account::new(place, callers, &catalog).await?;
        let place = account.place().clone();
        let activities = Activities::default();
        let arn = |name: &str| {
            let Place { region, account, .. } = &place;
            format!("arn:aws:states:{region}:{account}:activity:{name}")
        };
        catalog.activities().iter().for_each(|it| activities.add(arn(&it.name)));
        let mocked = mocks.map(|file| {
            let catalog = catalog.clone();
            Mocked::new(file, move |execution| catalog.run(execution)?.case.clone())
        });
        let known = catalog.clone();
        let revive = move |begun: &Begun, identity: &Identity, record| {
            known.revived(begun, identity, record)
        };
        let tasks = Functions::new(&served(typed.iter().flat_map(|it| (it.tasks)()).collect()));
        let engine = typed.iter().fold(engine, |engine, it| (it.register)(engine));
        let mut engine = clock(engine.history(History::default())).place(place.clone());
        let rule = engine.take_retention();
        let (logs, notes) = Logs::new(log);
        let logged =
            Logged { store: Arc::new(store.clone()), catalog: catalog.clone(), logs: logs.clone() };
        let service = Service(Arc::new_cyclic(|inner: &Weak<Inner>| {
            let own = inner.clone();
            let started = Executions::default()
                .starting(move |called| Box::pin(start_called(own.clone(), called)));
            let synchronous = Shared::new(Synchronous(inner.clone()));
            let own = [Shared::new(activities.clone()), Shared::new(started), synchronous];
            let engine = engine.connectors_within(|first| {
                let first = std::iter::once(Shared::from(first));
                let (last, given): (Vec<_>, Vec<_>) =
                    first.chain(connectors).partition(Shared::yields);
                let connectors = given.into_iter().chain(own).chain(last).collect();
                Calls { mocked: mocked.clone(), tasks, connectors }
            });
            // Both know the store: values that lie beside it are those of both.
            let engine = engine.store(logged);
            Inner {
                express: engine.unkept().build(),
                engine: engine.others(revive).map_run_settings(catalog.settings()).build(),
                #[cfg(feature = "console")]
                store,
                #[cfg(feature = "console")]
                shown: Default::default(),
                catalog,
                activities,
                account,
                mocked,
                logs,
                deleting: Default::default(),
                pollers: Default::default(),
                hold,
                random: RandomState::new(),
                made: AtomicU64::new(0),
            }
        }));
        tokio::spawn(notes.log(Arc::downgrade(&service.0)));
        service.go_on(&typed, rule).await?;
        Ok(service)
    }
}

impl Service {
    /// Continues the executions of the store, and keeps ended ones by this rule.
    async fn go_on(&self, typed: &[Typed], rule: Option<Retention>) -> Result<(), OpenError> {
        // Before they go on.
        self.stop_all_deleted().await?;
        self.host(typed).await?;
        for (begun, failure) in self.0.engine.recover().await?.left {
            tracing::warn!(execution = &*begun.id, cause = failure.reported(), "cannot go on");
        }
        if let Some(rule) = rule {
            tokio::spawn(retention::attend(Arc::downgrade(&self.0), rule));
        }
        Ok(())
    }
}

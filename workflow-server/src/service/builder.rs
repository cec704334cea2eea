//! Setting up a service.

use super::changes::Telling;
use super::lines::Lines;
use super::logs::{Logged, Logs};
use super::nested::start_called;
use super::synchronous::Synchronous;
use super::{Inner, Service};
use crate::calls::{Calls, MockFile, Mocked, Shared};
use crate::catalog::Catalog;
use serde_json::Value;
use std::hash::RandomState;
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Weak};
use std::time::Duration;
use workflow_runtime::clock::{Clock, RealClock};
use workflow_runtime::connector::{Activities, Connector, Executions, Objects};
use workflow_runtime::engine::{EngineBuilder, Identity, Place};
use workflow_runtime::interpreted::{Context, Interpreted};
use workflow_runtime::machine::Machine;
use workflow_runtime::store::{Begun, MemoryStore, Store, StoreError};
use workflow_runtime::{Engine, Failure};

/// The time for which AWS holds the call of a worker (API reference).
const HOLD: Duration = Duration::from_secs(60);

/// Sets up a [`Service`].
#[must_use = "a service is made by `open`"]
pub struct Builder {
    store: Arc<dyn Store>,
    clock: Setting,
    place: Place,
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
            store: Arc::new(MemoryStore::default()),
            clock: Arc::new(|engine| engine.clock(RealClock)),
            place: Place::default(),
            connectors: vec![],
            mocks: None,
            hold: HOLD,
            log: None,
        }
    }
}

impl Builder {
    /// Sets the store of machines, activities and executions. It is one in memory by default.
    pub fn store(self, store: impl Store) -> Self {
        Builder { store: Arc::new(store), ..self }
    }

    /// Sets the source of time.
    pub fn clock(self, clock: impl Clock + Clone) -> Self {
        Builder { clock: Arc::new(move |engine| engine.clock(clock.clone())), ..self }
    }

    /// Sets the region and the account of ARNs, and the role of executions without one.
    pub fn place(self, place: Place) -> Self {
        Builder { place, ..self }
    }

    /// Answers calls of executions: the first connector that takes a target does.
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

    /// Sets the time for which the call of a worker is held until there is a task; 60 seconds by default.
    pub fn hold(self, hold: Duration) -> Self {
        Builder { hold, ..self }
    }

    /// Writes the log of executions whose machines ask for one (`loggingConfiguration`): a line of JSON for each event that
    /// their level chooses, in the form that it has in CloudWatch Logs. The same lines are told to `tracing`, as
    /// `workflow_server::executions`.
    ///
    /// It is written when the event has been; what a crash comes before is missing, and what does not find room while `to`
    /// is slow.
    pub fn log(self, to: impl std::io::Write + Send + 'static) -> Self {
        Builder { log: Some(Lines::new(to)), ..self }
    }

    /// Reads the machines and activities of the store, and goes on with its executions.
    ///
    /// # Errors
    /// The store cannot be read.
    pub async fn open(self) -> Result<Service, StoreError> {
        let Builder { store, clock, place, connectors, mocks, hold, log } = self;
        let store = Telling::new(store);
        let catalog = Arc::new(Catalog::load(Arc::new(store.clone())).await?);
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
            revived(&known, begun, identity, record)
        };
        let (logs, notes) = Logs::new(log);
        let logged =
            Logged { store: Arc::new(store.clone()), catalog: catalog.clone(), logs: logs.clone() };
        let service = Service(Arc::new_cyclic(|inner: &Weak<Inner>| {
            let own = inner.clone();
            let started = Executions::default()
                .starting(move |called| Box::pin(start_called(own.clone(), called)));
            let synchronous = Shared::new(Synchronous(inner.clone()));
            let own = [Shared::new(activities.clone()), Shared::new(started), synchronous];
            let connectors = connectors.into_iter().chain(own).collect();
            let calls = Calls { mocked: mocked.clone(), connectors };
            let engine = || clock(Engine::builder()).place(place.clone()).connector(calls.clone());
            Inner {
                engine: engine().store(logged).others(revive).build(),
                express: engine().build(),
                #[cfg(feature = "console")]
                store,
                catalog,
                activities,
                place: place.clone(),
                mocked,
                held: Default::default(),
                logs,
                pollers: Default::default(),
                hold,
                random: RandomState::new(),
                made: AtomicU64::new(0),
            }
        }));
        tokio::spawn(notes.log(Arc::downgrade(&service.0)));
        // Before they go on.
        service.stop_all_deleted().await?;
        for (begun, failure) in service.0.engine.recover().await?.left {
            tracing::warn!(execution = &*begun.id, cause = failure.cause(), "cannot go on");
        }
        service.hold_all().await;
        Ok(service)
    }
}

/// Makes an execution from what it saved: of the revision that it began with.
pub(super) fn revived(
    catalog: &Catalog,
    begun: &Begun,
    identity: &Identity,
    record: Value,
) -> Result<Box<dyn Machine>, Failure> {
    let found = catalog.of_execution(begun);
    let (machine, revision) = found.ok_or_else(|| {
        Failure::runtime(format!("the server has no state machine `{}`", begun.machine))
    })?;
    let document = machine.document(&revision).ok_or_else(|| {
        let (number, machine) = (revision.document, &begun.machine);
        Failure::runtime(format!("the server has no definition {number} of `{machine}`"))
    })?;
    let program = document.program().map_err(|refusal| Failure::runtime(refusal.message))?;
    let text = begun.input.as_deref().unwrap_or("null");
    let input = serde_json::from_str(text)
        .map_err(|error| Failure::runtime(format!("the stored input: {error}")))?;
    let mut context = Context::from(identity);
    context.role = revision.role.as_str().into();
    Interpreted::resume(program, Arc::new(input), context, record)
}

//! The context object `$states.context`, and time and chance.

use crate::around;
use crate::engine::{Identity, token};
use crate::task::IdempotencyKey;
use jiff::Timestamp;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU32, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

/// The facts that an execution knows of itself.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// `Execution.Id`: its ARN.
    pub execution: Arc<str>,
    /// `Execution.Name`.
    pub name: Arc<str>,
    /// `Execution.RoleArn`.
    pub role: Arc<str>,
    /// `Execution.StartTime`.
    pub started: Timestamp,
    /// `StateMachine.Id`: its ARN.
    pub machine: Arc<str>,
    /// `StateMachine.Name`.
    pub machine_name: Arc<str>,
    /// The seed of `$random` and `$uuid`.
    pub seed: u64,
    /// The parts that change as the execution goes on.
    pub live: Arc<Live>,
    /// Fields of the context object that are given as they are, as in a test of one state.
    pub given: Option<Arc<Value>>,
}

impl From<&Identity> for Context {
    fn from(identity: &Identity) -> Self {
        Context {
            execution: identity.id.clone(),
            name: identity.name.clone(),
            role: identity.role.clone(),
            started: identity.started,
            machine: identity.machine.clone(),
            machine_name: identity.machine_name.clone(),
            seed: around::named(&identity.id),
            live: identity.live.clone().read(),
            given: None,
        }
    }
}

/// The facts that only the engine knows, for machines that read it: their expressions see the time and the number of
/// retries.
#[derive(Debug, Default)]
pub struct Live {
    read: AtomicBool,
    now: AtomicI64,
    retries: AtomicU32,
    key: [AtomicU64; 2],
    drawn: Mutex<Option<Vec<Draw>>>,
}

/// The values that a scope drew, by its path: for tests of what draws.
pub type Draw = (Vec<(u32, u32)>, Value);

impl Live {
    /// Sets the present, how often the state at hand was retried, and what its token is made from; before
    /// [`step`](crate::machine::Machine::step) and [`effect`](crate::machine::Machine::effect) of any machine of
    /// the execution. Costs nothing where nobody reads it.
    pub fn set(
        &self,
        now: impl FnOnce() -> Timestamp,
        retries: u32,
        key: impl FnOnce() -> IdempotencyKey,
    ) {
        if self.read.load(Ordering::Relaxed) {
            let (high, low) = key().halves();
            self.key[0].store(high, Ordering::Relaxed);
            self.key[1].store(low, Ordering::Relaxed);
            self.now.store(now().as_millisecond(), Ordering::Relaxed);
            self.retries.store(retries, Ordering::Relaxed);
        }
    }

    /// Keeps what generated machines draw from here on, in order.
    pub fn record(&self) {
        *self.lock() = Some(vec![]);
    }

    /// Returns what was drawn since [`Live::record`].
    #[must_use]
    pub fn drawn(&self) -> Vec<Draw> {
        self.lock().clone().unwrap_or_default()
    }

    pub(crate) fn drew(&self, path: impl Fn() -> Vec<(u32, u32)>, values: &[Value]) {
        if let Some(drawn) = &mut *self.lock() {
            drawn.extend(values.iter().map(|value| (path(), value.clone())));
        }
    }

    fn lock(&self) -> MutexGuard<'_, Option<Vec<Draw>>> {
        self.drawn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The token of the task at hand.
    fn token(&self) -> Arc<str> {
        let [high, low] = &self.key;
        let (high, low) = (high.load(Ordering::Relaxed), low.load(Ordering::Relaxed));
        // As an idempotency key is written.
        token(format_args!("{high:016x}{low:016x}"), self.retries.load(Ordering::Relaxed))
    }

    /// A machine is going to read it.
    #[must_use]
    pub fn read(self: Arc<Self>) -> Arc<Self> {
        self.read.store(true, Ordering::Relaxed);
        self
    }
}

/// The context of an execution, shared by its machines.
pub(super) struct Run {
    context: Context,
    input: Arc<Value>,
    execution: OnceLock<Value>,
    machine: OnceLock<Value>,
}

impl Run {
    pub(super) fn new(context: Context, input: Arc<Value>) -> Self {
        Run { context, input, execution: OnceLock::new(), machine: OnceLock::new() }
    }

    /// The same for another execution of the same machine.
    pub(super) fn derived(&self, identity: &Identity, input: Arc<Value>) -> Run {
        let own = Context::from(identity);
        let (machine, machine_name) =
            (self.context.machine.clone(), self.context.machine_name.clone());
        Run::new(Context { machine, machine_name, ..own }, input)
    }

    pub(super) fn seed(&self) -> u64 {
        self.context.seed
    }
    pub(super) fn now(&self) -> i64 {
        self.context.live.now.load(Ordering::Relaxed)
    }

    /// A field of the context object that is given.
    pub(super) fn given(&self, field: &str) -> Option<&Value> {
        self.context.given.as_ref()?.get(field)
    }

    /// `$states.context.Execution`; made when it is first asked for.
    pub(super) fn execution(&self) -> &Value {
        if let Some(given) = self.given("Execution") {
            return given;
        }
        self.execution.get_or_init(|| {
            json!({
                "Id": &*self.context.execution,
                "Input": *self.input,
                "Name": &*self.context.name,
                "RoleArn": &*self.context.role,
                "StartTime": text(self.context.started.as_millisecond()),
                "RedriveCount": 0,
            })
        })
    }

    /// `$states.context.StateMachine`.
    pub(super) fn machine(&self) -> &Value {
        if let Some(given) = self.given("StateMachine") {
            return given;
        }
        self.machine.get_or_init(
            || json!({ "Id": &*self.context.machine, "Name": &*self.context.machine_name }),
        )
    }

    /// `$states.context.State`; `RetryCount` is there for states that may be tried again (recorded).
    pub(super) fn state(&self, name: &str, entered: i64, tries: bool) -> Value {
        if let Some(given) = self.given("State") {
            return given.clone();
        }
        if !tries {
            return json!({ "EnteredTime": text(entered), "Name": name });
        }
        let retries = self.context.live.retries.load(Ordering::Relaxed);
        json!({ "EnteredTime": text(entered), "Name": name, "RetryCount": retries })
    }

    /// The token of the task at hand.
    pub(super) fn token(&self) -> Arc<str> {
        self.context.live.token()
    }
}

/// The same of milliseconds since 1970.
fn text(milliseconds: i64) -> String {
    around::time(Timestamp::from_millisecond(milliseconds).unwrap_or_default())
}

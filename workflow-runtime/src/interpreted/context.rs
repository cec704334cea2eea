//! The context object `$states.context`, and the context of a step.

use crate::chance;
use crate::key::{Attempt, IdempotencyKey};
use crate::limits::Limits;
use crate::machine::{Identity, StepContext};
use crate::token::Secret;
use jiff::Timestamp;
use serde_json::{Value, json};
use std::sync::{Arc, OnceLock};

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
    /// `Execution.RedriveCount`.
    pub redrives: u32,
    /// `Execution.RedriveTime`, after a redrive.
    pub redriven: Option<Timestamp>,
    /// `StateMachine.Id`: its ARN.
    pub machine: Arc<str>,
    /// `StateMachine.Name`.
    pub machine_name: Arc<str>,
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
            redrives: identity.redrives,
            redriven: identity.redriven,
            machine: identity.machine.clone(),
            machine_name: identity.machine_name.clone(),
            given: None,
        }
    }
}

/// The context of the step or effect at hand, as far as expressions see it.
#[derive(Clone, Copy)]
pub(super) struct Moment {
    /// Milliseconds since 1970.
    pub(super) now: i64,
    pub(super) retries: u32,
    /// The source of the draws of the scope's expressions.
    pub(super) seed: u64,
    /// The limits of the size of data.
    pub(super) limits: Limits,
    key: IdempotencyKey,
    redrives: u32,
    around: u32,
    secret: Secret,
}

impl Moment {
    /// The token of the task at hand.
    pub(super) fn token(&self) -> Arc<str> {
        let Moment { redrives, around, retries, .. } = *self;
        self.secret.token(self.key, Attempt { redrives, around, retries })
    }
}

impl From<&StepContext> for Moment {
    fn from(context: &StepContext) -> Self {
        let StepContext { now, retries, around, seed, key, limits, secret, .. } = *context;
        let redrives = context.execution.redrives;
        Moment { now: now.as_millisecond(), retries, seed, limits, key, redrives, around, secret }
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

    /// The same for another execution of the same machine, with the same role.
    pub(super) fn derived(&self, identity: &Identity, input: Arc<Value>) -> Run {
        let Context { machine, machine_name, role, .. } = &self.context;
        let (machine, machine_name, role) = (machine.clone(), machine_name.clone(), role.clone());
        Run::new(Context { machine, machine_name, role, ..Context::from(identity) }, input)
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
            let mut execution = json!({
                "Id": &*self.context.execution,
                "Input": *self.input,
                "Name": &*self.context.name,
                "RoleArn": &*self.context.role,
                "StartTime": text(self.context.started.as_millisecond()),
                "RedriveCount": self.context.redrives,
            });
            if let Some(time) = self.context.redriven {
                execution["RedriveTime"] = json!(text(time.as_millisecond()));
            }
            execution
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
    pub(super) fn state(&self, name: &str, entered: i64, retries: Option<u32>) -> Value {
        if let Some(given) = self.given("State") {
            return given.clone();
        }
        match retries {
            None => json!({ "EnteredTime": text(entered), "Name": name }),
            Some(retries) => {
                json!({ "EnteredTime": text(entered), "Name": name, "RetryCount": retries })
            }
        }
    }
}

/// The same of milliseconds since 1970.
fn text(milliseconds: i64) -> String {
    chance::time(Timestamp::from_millisecond(milliseconds).unwrap_or_default())
}

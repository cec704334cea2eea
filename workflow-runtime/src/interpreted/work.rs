//! Makes the effect of a state from its fields.

use super::call::Call;
use super::distributed::distribute;
use super::items::items;
use super::joined::Joined;
use super::plan::{Body, Flow, Setting, TaskWork, Work};
use super::until::until;
use super::view::{View, fault};
use super::{Interpreted, Item};
use crate::failure::Failure;
use crate::machine::{self, Effect, ResourceCall};
use crate::payload::Payload;
use serde_json::Value;
use std::sync::Arc;
use workflow_asl::jsonata::{FieldError, Reason, Template};

/// The children of a Parallel or Map, not begun.
pub(super) enum Fork {
    /// The first state of each branch, and the input of all.
    Branches(Vec<usize>, Arc<Value>),
    /// The first state, and the items with their inputs.
    Items(usize, Vec<Entry>),
}

/// An item of a Map, with the input of its iteration.
pub(super) type Entry = (Arc<Item>, Arc<Value>);

/// A child at its beginning.
pub(super) struct Child {
    pub(super) start: usize,
    pub(super) input: Arc<Value>,
    pub(super) item: Option<Arc<Item>>,
}

impl Fork {
    fn count(&self) -> usize {
        match self {
            Fork::Branches(starts, _) => starts.len(),
            Fork::Items(_, items) => items.len(),
        }
    }

    pub(super) fn child(&self, index: usize) -> Result<Child, Failure> {
        let child = match self {
            Fork::Branches(starts, input) => starts.get(index).map(|start| Child {
                start: *start,
                input: input.clone(),
                item: None,
            }),
            Fork::Items(start, items) => items.get(index).map(|(item, input)| Child {
                start: *start,
                input: input.clone(),
                item: Some(item.clone()),
            }),
        };
        child.ok_or_else(|| {
            Failure::runtime(format!("there is no child {index} of {}", self.count()))
        })
    }
}

impl Interpreted {
    /// Returns what the state waits for.
    pub(super) fn wanted(&mut self) -> Result<Effect, Failure> {
        // Another attempt evaluates its fields anew.
        self.fork.take();
        self.joined = Joined::default();
        let visit = self.visit()?;
        let view = self.view(visit);
        match &view.node.plan.work {
            Work::Task(task) => call(&view, task),
            Work::Wait(wait) => Ok(Effect::Wait(until(&view, wait)?)),
            Work::Parallel => Ok(Effect::Fork { count: self.forked()?.count(), width: 0 }),
            Work::Map(map) => {
                if let Some(distribution) = &map.distribution {
                    return distribute(&view, map, distribution);
                }
                let width = map.concurrency.as_ref();
                let width = width.map_or(Ok(0), |width| whole(&view, width, 0))?;
                Ok(Effect::Fork { count: self.forked()?.count(), width: width as usize })
            }
            // Its turn: many states were passed before.
            _ => Ok(Effect::Wait(machine::Until::Seconds(0.0))),
        }
    }

    /// The children of the state, made when they are first asked for.
    pub(super) fn forked(&self) -> Result<&Fork, Failure> {
        if let Some(fork) = self.fork.get() {
            return Ok(fork);
        }
        let visit = self.visit()?;
        let view = self.view(visit);
        let starts = &view.node.starts;
        let fork = match &view.node.plan.work {
            Work::Parallel => {
                let starts = match &visit.order {
                    Some(order) => order.iter().map(|branch| starts[*branch]).collect(),
                    None => starts.clone(),
                };
                Fork::Branches(starts, arguments(&view)?)
            }
            Work::Map(map) => Fork::Items(starts[0], items(&view, map)?),
            _ => {
                return Err(Failure::runtime(format!(
                    "the state `{}` has no children",
                    view.node.name
                )));
            }
        };
        Ok(self.fork.get_or_init(|| fork))
    }
}

/// `Arguments`, or the input after `InputPath` and `Parameters`.
pub(super) fn arguments(view: &View<'_>) -> Result<Arc<Value>, Failure> {
    match &view.node.plan.flow {
        Flow::Jsonata(data) => match &data.arguments {
            None => Ok(view.visit.input.clone()),
            Some(arguments) => evaluate(view, arguments),
        },
        Flow::JsonPath(flow) => view.parameters(flow),
    }
}

fn call(view: &View<'_>, task: &TaskWork) -> Result<Effect, Failure> {
    // Literal limits are in the table of states.
    let limit = |setting: &Option<Setting<u32>>| match setting {
        Some(setting) if setting.literal().is_none() => whole(view, setting, 1).map(Some),
        _ => Ok(None),
    };
    match &task.call {
        Call::Task(_, payload) => {
            let input = match payload {
                Some(payload) => evaluate(view, payload)?,
                None => Arc::new(Value::Object(Default::default())),
            };
            let input = Payload::Json(input);
            let (timeout, heartbeat) = (limit(&task.timeout)?, limit(&task.heartbeat)?);
            Ok(Effect::Task { input, timeout, heartbeat })
        }
        Call::Resource(target, functions) => Ok(Effect::Call(Box::new(ResourceCall {
            target: target.clone(),
            arguments: functions.unplaced(target, arguments(view)?),
            role: role(view, task.credentials.as_ref())?,
            timeout: limit(&task.timeout)?,
            heartbeat: limit(&task.heartbeat)?,
            functions: functions.clone(),
        }))),
    }
}

/// `Credentials.RoleArn`.
fn role(view: &View<'_>, credentials: Option<&Body>) -> Result<Option<Arc<str>>, Failure> {
    let Some(credentials) = credentials else { return Ok(None) };
    let value = view.body(credentials, &*view.effective()?)?;
    match value["RoleArn"].as_str() {
        Some(role) => Ok(Some(role.into())),
        None => Err(view.runtime("The RoleArn of the Credentials field must be a string")),
    }
}

pub(super) fn evaluate(view: &View<'_>, template: &Template) -> Result<Arc<Value>, Failure> {
    template.evaluate(&view.scope(), &mut view.entropy()).map_err(|error| fault(&error))
}

/// An integer, as a limit is one.
pub(super) fn whole(view: &View<'_>, setting: &Setting<u32>, min: u32) -> Result<u32, Failure> {
    let range = f64::from(min)..=f64::from(u32::MAX);
    if let Setting::Jsonata(template) = setting {
        let number = view.typed(template, "number", Value::as_f64)?;
        if number.fract() == 0.0 && range.contains(&number) {
            return Ok(number as u32);
        }
        let field = template.location();
        let text =
            format!("The {field} field must be an integer of at least {min}, but was {number}");
        return Err(other(template, text));
    }
    // Recorded: a string with digits is an integer, too.
    let fits = |value: &Value| {
        let number =
            value.as_f64().or_else(|| f64::from(value.as_str()?.parse::<i32>().ok()?).into())?;
        (number.fract() == 0.0 && range.contains(&number)).then_some(number as u32)
    };
    view.setting(setting, "number", fits, |field, value, path| {
        let shown = text(value);
        format!(
            "The {field} field refers to value \"{shown}\" which is not a valid integer: {path}"
        )
    })
}

/// A value as AWS shows it: a string without quotes.
pub(super) fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

pub(super) fn other(template: &Template, message: String) -> Failure {
    let location = template.location().clone();
    fault(&FieldError { expression: None, location, reason: Reason::Other(message) })
}

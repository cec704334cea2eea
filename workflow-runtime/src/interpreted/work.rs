//! What a state waits for, made from its fields.

use super::view::{View, fault, json_path};
use super::{Interpreted, Item};
use crate::failure::Failure;
use crate::machine::{Effect, Until};
use crate::payload::Payload;
use serde_json::Value;
use std::sync::{Arc, OnceLock};
use workflow_asl::document::{self, Items as Given, Setting, StateKind};
use workflow_asl::jsonata::{FieldError, Reason, Template};

/// The children of a Parallel or Map, not begun.
pub(super) enum Fork {
    /// The first state of each branch, and the input of all.
    Branches(Vec<usize>, Arc<Value>),
    /// The first state, and the items with their inputs.
    Items(usize, Items),
}

/// The items of a Map, each with the input of its iteration.
type Items = Vec<(Arc<Item>, Arc<Value>)>;

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
    /// What the state waits for.
    pub(super) fn wanted(&mut self) -> Result<Effect, Failure> {
        // Another attempt evaluates its fields anew.
        self.fork.take();
        let visit = self.visit()?;
        let view = self.view(visit);
        match &view.node.kind {
            StateKind::Task(task) => self.task(&view, task, &visit.input),
            StateKind::Wait(wait) => Ok(Effect::Wait(until(&view, &wait.until)?)),
            StateKind::Parallel(_) => Ok(Effect::Fork { count: self.forked()?.count(), width: 0 }),
            StateKind::Map(map) => {
                let width =
                    map.concurrency.as_ref().map_or(Ok(0), |width| number(&view, width, 0))?;
                Ok(Effect::Fork { count: self.forked()?.count(), width: width as usize })
            }
            // Its turn: many states were passed before.
            _ => Ok(Effect::Wait(Until::Seconds(0.0))),
        }
    }

    fn task(
        &self,
        view: &View<'_>,
        task: &document::Task,
        input: &Arc<Value>,
    ) -> Result<Effect, Failure> {
        let call = view.node.call.as_ref();
        let input = match call.and_then(|call| call.payload.as_ref()) {
            Some(payload) => evaluate(view, payload)?,
            None if call.is_some_and(|call| call.wrapped) => {
                Arc::new(Value::Object(Default::default()))
            }
            None => input.clone(),
        };
        // Literal limits are in the table of states.
        let limit = |setting: &Option<Setting<u32>>| match setting {
            Some(setting) if setting.literal().is_none() => number(view, setting, 1).map(Some),
            _ => Ok(None),
        };
        Ok(Effect::Task {
            input: Payload::Json(input),
            timeout: limit(&task.timeout)?,
            heartbeat: limit(&task.heartbeat)?,
        })
    }

    /// The children of the state, made when they are first asked for.
    pub(super) fn forked(&self) -> Result<&Fork, Failure> {
        if let Some(fork) = self.fork.get() {
            return Ok(fork);
        }
        let visit = self.visit()?;
        let view = self.view(visit);
        let starts = &view.node.starts;
        let fork = match &view.node.kind {
            StateKind::Parallel(_) => {
                let input = view.node.data.jsonata().and_then(|data| data.arguments.as_ref());
                let input = input
                    .map_or(Ok(visit.input.clone()), |arguments| evaluate(&view, arguments))?;
                Fork::Branches(starts.clone(), input)
            }
            StateKind::Map(map) => Fork::Items(starts[0], items(&view, map, &visit.input)?),
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

fn evaluate(view: &View<'_>, template: &Template) -> Result<Arc<Value>, Failure> {
    template.evaluate(&view.scope(), &mut view.entropy()).map_err(|error| fault(&error))
}

fn number(view: &View<'_>, setting: &Setting<u32>, min: u32) -> Result<u32, Failure> {
    match setting {
        Setting::Literal(number) => Ok(*number),
        Setting::Expression(template) => whole(view, template, min),
        Setting::Path(_) => Err(json_path()),
    }
}

/// An integer, as a limit is one.
fn whole(view: &View<'_>, template: &Template, min: u32) -> Result<u32, Failure> {
    let number = view.typed(template, "number", Value::as_f64)?;
    if number.fract() == 0.0 && (f64::from(min)..=f64::from(u32::MAX)).contains(&number) {
        return Ok(number as u32);
    }
    let field = template.location();
    Err(other(
        field,
        format!("The {field} field must be an integer of at least {min}, but was {number}"),
    ))
}

fn until(view: &View<'_>, until: &document::Until) -> Result<Until, Failure> {
    match until {
        document::Until::Seconds(seconds) => {
            number(view, seconds, 0).map(|seconds| Until::Seconds(seconds.into()))
        }
        document::Until::Timestamp(setting) => {
            let text =
                view.setting(setting, "string", |value| value.as_str().map(str::to_owned))?;
            // Recorded. The parser is wider: it takes a space or `t` for the `T`.
            let time = text.parse().ok().filter(|_| text.as_bytes().get(10) == Some(&b'T'));
            time.map(Until::Timestamp).ok_or_else(|| {
                let problem = "The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string";
                other("Timestamp", format!("{problem}: {text}"))
            })
        }
    }
}

fn other(location: &str, message: String) -> Failure {
    let location = location.into();
    fault(&FieldError { expression: None, location, reason: Reason::Other(message) })
}

fn items(view: &View<'_>, map: &document::Map, input: &Arc<Value>) -> Result<Items, Failure> {
    let list = match &map.items {
        Some(Given::Path(_)) => return Err(json_path()),
        Some(Given::Jsonata(items)) => {
            let list = evaluate(view, items)?;
            if !list.is_array() {
                return Err(fault(&items.misfit("array", Arc::unwrap_or_clone(list))));
            }
            list
        }
        None => input.clone(),
    };
    let list = match Arc::unwrap_or_clone(list) {
        Value::Array(list) => list,
        // Recorded.
        other => {
            return Err(Failure::query(format!(
                "Map state input must be an array but was: {other}"
            )));
        }
    };
    let selector =
        map.selector.as_ref().map(|it| it.jsonata().ok_or_else(json_path)).transpose()?;
    let items = list.into_iter().enumerate().map(|(index, value)| {
        let value = Arc::new(value);
        let item = Arc::new(Item { index, value: value.clone(), context: OnceLock::new() });
        let input = selector.map_or(Ok(value), |selector| select(view, selector, &item))?;
        Ok((item, input))
    });
    items.collect()
}

fn select(view: &View<'_>, selector: &Template, item: &Arc<Item>) -> Result<Arc<Value>, Failure> {
    let mut entropy = view.entropy();
    (0..=item.index).for_each(|_| entropy.skip());
    selector.evaluate(&view.scope_of(Some(item)), &mut entropy).map_err(|error| fault(&error))
}

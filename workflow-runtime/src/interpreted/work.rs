//! What a state waits for, made from its fields.

use super::call::Call;
use super::distributed::distribute;
use super::plan::{Body, Flow, Items, MapWork, Setting, TaskWork, Until, Work};
use super::view::{View, fault};
use super::{Interpreted, Item};
use crate::failure::Failure;
use crate::machine::{self, Called, Effect};
use crate::payload::Payload;
use serde_json::Value;
use std::sync::{Arc, OnceLock};
use workflow_asl::jsonata::{FieldError, Reason, Template};
use workflow_asl::jsonpath;

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
    /// What the state waits for.
    pub(super) fn wanted(&mut self) -> Result<Effect, Failure> {
        // Another attempt evaluates its fields anew.
        self.fork.take();
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
            Work::Parallel => Fork::Branches(starts.clone(), arguments(&view)?),
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
        Call::Resource(target, functions) => Ok(Effect::Call(Box::new(Called {
            target: target.clone(),
            arguments: arguments(view)?,
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

fn evaluate(view: &View<'_>, template: &Template) -> Result<Arc<Value>, Failure> {
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

fn until(view: &View<'_>, until: &Until) -> Result<machine::Until, Failure> {
    match until {
        Until::Seconds(Setting::Path(field, path)) => {
            let fits = |value: &Value| {
                let number = value.as_f64()?;
                (number.fract() == 0.0 && number >= 0.0).then_some(number)
            };
            let missing = |path: &str| waits_for_nothing(field, path);
            let seconds = view.at_path(path, fits, missing, |value, path| {
                let shown = text(value);
                // Recorded.
                if value.as_i64().is_some() {
                    return format!("The {field} parameter cannot be negative: {path} == {shown}");
                }
                format!("The {field} parameter cannot be parsed as a long value: {path} == {shown}")
            })?;
            Ok(machine::Until::Seconds(seconds))
        }
        Until::Seconds(seconds) => {
            whole(view, seconds, 0).map(|seconds| machine::Until::Seconds(seconds.into()))
        }
        Until::Timestamp(Setting::Jsonata(template)) => {
            let text = view.typed(template, "string", |value| value.as_str().map(str::to_owned))?;
            timestamp(&text).ok_or_else(|| {
                let problem = "The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string";
                other(template, format!("{problem}: {text}"))
            })
        }
        Until::Timestamp(Setting::Path(field, path)) => {
            let fits = |value: &Value| timestamp(value.as_str()?);
            let missing = |path: &str| waits_for_nothing(field, path);
            view.at_path(path, fits, missing, |value, path| {
                let shown = text(value);
                format!("The {field} parameter does not reference a valid ISO-8601 extended offset date-time format string: {path} == {shown}")
            })
        }
        Until::Timestamp(Setting::Literal(text)) => timestamp(text).ok_or_else(|| {
            view.runtime(&format!("The Timestamp field is not a timestamp: {text}"))
        }),
    }
}

/// Recorded.
fn waits_for_nothing(field: &str, path: &str) -> Option<String> {
    Some(format!("The {field} parameter does not reference an input value: {path}"))
}

/// A timestamp. The parser is wider than the States Language: it takes a space or `t` for the `T`.
fn timestamp(text: &str) -> Option<machine::Until> {
    let time = jsonpath::Timestamp::parse(text)?;
    let (seconds, nanoseconds) = time.since_1970();
    let nanoseconds = i32::try_from(nanoseconds).ok()?;
    jiff::Timestamp::new(seconds, nanoseconds).ok().map(machine::Until::Timestamp)
}

pub(super) fn other(template: &Template, message: String) -> Failure {
    let location = template.location().clone();
    fault(&FieldError { expression: None, location, reason: Reason::Other(message) })
}

fn items(view: &View<'_>, map: &MapWork) -> Result<Vec<Entry>, Failure> {
    let list = listed(view, map, &*view.effective()?)?;
    entries(view, map, list)
}

/// The items of a list, each with the input of its iteration.
pub(super) fn entries(view: &View<'_>, map: &MapWork, list: Value) -> Result<Vec<Entry>, Failure> {
    let input = view.effective()?;
    let list = match list {
        Value::Array(list) => list,
        // Recorded, of objects too.
        other => {
            return Err(Failure::query(format!(
                "Map state input must be an array but was: {other}"
            )));
        }
    };
    let items = list.into_iter().enumerate().map(|(index, value)| {
        let value = Arc::new(value);
        let item = Arc::new(Item { index, value: value.clone(), context: OnceLock::new() });
        let input = map
            .selector
            .as_ref()
            .map_or(Ok(value), |selector| select(view, selector, &item, &input))?;
        Ok((item, input))
    });
    items.collect()
}

fn jsonata(view: &View<'_>) -> bool {
    matches!(view.node.plan.flow, Flow::Jsonata(_))
}

/// What a Map iterates over.
pub(super) fn listed(view: &View<'_>, map: &MapWork, input: &Value) -> Result<Value, Failure> {
    match &map.items {
        Some(Items::Jsonata(items)) => {
            let list = evaluate(view, items)?;
            if !list.is_array() {
                return Err(fault(&items.misfit("array", Arc::unwrap_or_clone(list))));
            }
            Ok(Arc::unwrap_or_clone(list))
        }
        Some(Items::Path(path)) => {
            let list = path.follow(&view.paths(input)).map_err(|failure| view.broken(&failure))?;
            array(list, path.path().text())
        }
        None if jsonata(view) => Ok(input.clone()),
        None => array(input, "$"),
    }
}

/// Recorded; without the state's name.
fn array(list: &Value, path: &str) -> Result<Value, Failure> {
    if list.is_array() {
        return Ok(list.clone());
    }
    // That of the context object, too, is said to begin with one `$`.
    let path = path.strip_prefix('$').filter(|rest| rest.starts_with('$')).unwrap_or(path);
    Err(Failure::runtime(format!("Reference path \"{path}\" must point to array.")))
}

fn select(
    view: &View<'_>,
    selector: &Body,
    item: &Arc<Item>,
    input: &Value,
) -> Result<Arc<Value>, Failure> {
    let mut entropy = view.entropy();
    (0..=item.index).for_each(|_| entropy.skip());
    match selector {
        Body::Jsonata(template) => {
            let selected = template.evaluate(&view.scope_of(Some(item)), &mut entropy);
            selected.map_err(|error| fault(&error))
        }
        Body::JsonPath(template) => {
            let context = view.context_of(Some(item));
            let scope = view.paths(input).context(&context);
            let selected = template.eval(&scope, &mut entropy);
            selected.map(Arc::new).map_err(|failure| view.broken(&failure))
        }
    }
}

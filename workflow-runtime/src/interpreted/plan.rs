//! A state made ready: its fields in its query language, parsed once.

use super::call::{Call, Tasks};
use super::distributed::Distribution;
use serde_json::Value;
use std::sync::Arc;
use workflow_asl::document::{
    self, Data, JsonPathData, JsonataData, Outcome, PathText, PayloadText, State, StateKind,
};
use workflow_asl::jsonata::Template;
use workflow_asl::jsonpath::{ChoiceRule, Expression, Path, PayloadTemplate, ReferencePath};

/// What a state does, and how data goes through it.
pub(super) struct Plan {
    pub(super) flow: Flow,
    pub(super) work: Work,
    /// What its catchers, or the rules of a Choice, hand over.
    pub(super) handovers: Vec<Handover>,
}

/// How data goes through a state.
pub(super) enum Flow {
    Jsonata(JsonataData),
    JsonPath(Box<PathFlow>),
}

/// How data goes through a state in JSONPath, in order.
pub(super) struct PathFlow {
    pub(super) input: Route,
    pub(super) parameters: Option<PayloadTemplate>,
    /// `Result` of a Pass.
    pub(super) literal: Option<Arc<Value>>,
    pub(super) selector: Option<PayloadTemplate>,
    pub(super) result: Place,
    pub(super) assign: Option<PayloadTemplate>,
    pub(super) output: Route,
}

/// `InputPath` and `OutputPath`.
pub(super) enum Route {
    /// `$`.
    Whole,
    /// `null`: `{}`.
    Nothing,
    At(Path),
}

/// `ResultPath`.
pub(super) enum Place {
    /// `$`.
    Whole,
    /// `null`: the result is dropped.
    Nothing,
    At(ReferencePath),
}

/// What a rule or a catcher hands over.
pub(super) enum Handover {
    Jsonata(Outcome),
    JsonPath { assign: Option<PayloadTemplate>, place: Place },
}

/// JSON made from data.
pub(super) enum Body {
    Jsonata(Template),
    JsonPath(PayloadTemplate),
}

/// A field that stands in the document, or comes from data.
pub(super) enum Setting<T> {
    Literal(T),
    Jsonata(Template),
    /// With the name of the field.
    Path(&'static str, Expression),
}

/// When a rule of a Choice applies.
pub(super) enum Condition {
    Jsonata(Template),
    JsonPath(ChoiceRule),
}

/// What a state does.
pub(super) enum Work {
    Task(Box<TaskWork>),
    Choice(Vec<Condition>),
    Pass,
    Wait(Until),
    Parallel,
    Map(Box<MapWork>),
    Succeed,
    Fail { error: Option<Setting<String>>, cause: Option<Setting<String>> },
}

pub(super) struct TaskWork {
    pub(super) call: Call,
    pub(super) credentials: Option<Body>,
    pub(super) timeout: Option<Setting<u32>>,
    pub(super) heartbeat: Option<Setting<u32>>,
}

/// How long a Wait waits.
pub(super) enum Until {
    Seconds(Setting<u32>),
    Timestamp(Setting<String>),
}

pub(super) struct MapWork {
    pub(super) items: Option<Items>,
    pub(super) selector: Option<Body>,
    pub(super) concurrency: Option<Setting<u32>>,
    pub(super) distribution: Option<Distribution>,
}

/// `Items` and `ItemsPath`.
pub(super) enum Items {
    Jsonata(Template),
    Path(ReferencePath),
}

/// What is wrong with a state, and what to do.
pub(super) type Wrong = String;

impl Plan {
    pub(super) fn new(state: &State, tasks: &Tasks) -> Result<Self, Wrong> {
        let flow = flow(state)?;
        let handed = match &state.kind {
            StateKind::Choice(choice) => {
                choice.rules.iter().map(|rule| handover(&rule.handover)).collect()
            }
            kind => kind.catchers().iter().map(|it| handover(&it.handover)).collect(),
        };
        let handovers: Result<_, Wrong> = handed;
        Ok(Plan { work: work(state, &flow, tasks)?, flow, handovers: handovers? })
    }

    /// In place of one that cannot be made.
    pub(super) fn nothing() -> Self {
        let flow = Flow::Jsonata(JsonataData::default());
        Plan { flow, work: Work::Succeed, handovers: vec![] }
    }
}

fn flow(state: &State) -> Result<Flow, Wrong> {
    let data = match &state.data {
        Data::Jsonata(data) => return Ok(Flow::Jsonata(data.clone())),
        Data::JsonPath(data) => data,
    };
    let JsonPathData { input, parameters, selector, result, assign, output } = data;
    let literal = match &state.kind {
        StateKind::Pass(pass) => pass.result.clone().map(Arc::new),
        _ => None,
    };
    Ok(Flow::JsonPath(Box::new(PathFlow {
        input: route(input.as_ref(), "InputPath")?,
        parameters: template(parameters.as_ref(), "Parameters")?,
        literal,
        selector: template(selector.as_ref(), "ResultSelector")?,
        result: place(result.as_ref())?,
        assign: template(assign.as_ref(), "Assign")?,
        output: route(output.as_ref(), "OutputPath")?,
    })))
}

fn route(path: Option<&PathText>, field: &str) -> Result<Route, Wrong> {
    Ok(match path {
        None => Route::Nothing,
        Some(PathText(text)) if text == "$" => Route::Whole,
        Some(PathText(text)) => Route::At(Path::parse(text).map_err(|error| wrong(field, &error))?),
    })
}

fn place(path: Option<&PathText>) -> Result<Place, Wrong> {
    Ok(match path {
        None => Place::Nothing,
        Some(PathText(text)) if text == "$" => Place::Whole,
        Some(PathText(text)) => {
            let path = ReferencePath::parse_result(text);
            Place::At(path.map_err(|error| wrong("ResultPath", &error))?)
        }
    })
}

fn template(payload: Option<&PayloadText>, field: &str) -> Result<Option<PayloadTemplate>, Wrong> {
    let parse = |payload: &PayloadText| {
        PayloadTemplate::parse(&payload.0).map_err(|problems| {
            let problems: Vec<_> = problems.iter().map(ToString::to_string).collect();
            format!("`{field}`: {}", problems.join("; "))
        })
    };
    payload.map(parse).transpose()
}

fn wrong(field: &str, error: &dyn std::fmt::Display) -> Wrong {
    format!("`{field}`: {error}")
}

fn handover(handover: &document::Handover) -> Result<Handover, Wrong> {
    Ok(match handover {
        document::Handover::Jsonata(outcome) => Handover::Jsonata(outcome.clone()),
        document::Handover::JsonPath { assign, result } => Handover::JsonPath {
            assign: template(assign.as_ref(), "Assign")?,
            place: place(result.as_ref())?,
        },
    })
}

pub(super) fn body(
    payload: Option<&document::Payload>,
    field: &str,
) -> Result<Option<Body>, Wrong> {
    Ok(match payload {
        None => None,
        Some(document::Payload::Jsonata(it)) => Some(Body::Jsonata(it.clone())),
        Some(document::Payload::JsonPath(it)) => template(Some(it), field)?.map(Body::JsonPath),
    })
}

pub(super) fn setting<T: Clone>(
    setting: Option<&document::Setting<T>>,
    field: &'static str,
) -> Result<Option<Setting<T>>, Wrong> {
    Ok(Some(match setting {
        None => return Ok(None),
        Some(document::Setting::Literal(value)) => Setting::Literal(value.clone()),
        Some(document::Setting::Expression(template)) => Setting::Jsonata(template.clone()),
        Some(document::Setting::Path(PathText(text))) => {
            let path = Expression::parse(text).map_err(|error| wrong(field, &error))?;
            Setting::Path(field, path)
        }
    }))
}

fn required<T: Clone>(it: &document::Setting<T>, field: &'static str) -> Result<Setting<T>, Wrong> {
    setting(Some(it), field)?.ok_or_else(|| format!("`{field}` is missing"))
}

fn work(state: &State, flow: &Flow, tasks: &Tasks) -> Result<Work, Wrong> {
    Ok(match &state.kind {
        StateKind::Task(task) => Work::Task(Box::new(TaskWork {
            call: tasks.resolve(&task.resource, flow)?,
            credentials: body(task.credentials.as_ref(), "Credentials")?,
            timeout: setting(task.timeout.as_ref(), "TimeoutSecondsPath")?,
            heartbeat: setting(task.heartbeat.as_ref(), "HeartbeatSecondsPath")?,
        })),
        StateKind::Choice(choice) => {
            Work::Choice(choice.rules.iter().map(condition).collect::<Result<_, _>>()?)
        }
        StateKind::Pass(_) => Work::Pass,
        StateKind::Wait(wait) => Work::Wait(match &wait.until {
            document::Until::Seconds(it) => Until::Seconds(required(it, "SecondsPath")?),
            document::Until::Timestamp(it) => Until::Timestamp(required(it, "TimestampPath")?),
        }),
        StateKind::Parallel(_) => Work::Parallel,
        StateKind::Map(map) => Work::Map(Box::new(self::map(map)?)),
        StateKind::Succeed => Work::Succeed,
        StateKind::Fail(fail) => Work::Fail {
            error: setting(fail.error.as_ref(), "ErrorPath")?,
            cause: setting(fail.cause.as_ref(), "CausePath")?,
        },
    })
}

fn condition(rule: &document::Rule) -> Result<Condition, Wrong> {
    Ok(match &rule.condition {
        document::Condition::Jsonata(template) => Condition::Jsonata(template.clone()),
        document::Condition::JsonPath(rule) => {
            let rule = ChoiceRule::parse(&rule.0).map_err(|problems| {
                let problems: Vec<_> = problems.iter().map(ToString::to_string).collect();
                format!("`Choices`: {}", problems.join("; "))
            });
            Condition::JsonPath(rule?)
        }
    })
}

fn map(map: &document::Map) -> Result<MapWork, Wrong> {
    let items = match &map.items {
        None => None,
        Some(document::Items::Jsonata(template)) => Some(Items::Jsonata(template.clone())),
        Some(document::Items::Path(PathText(text))) => {
            let path = ReferencePath::parse(text).map_err(|error| wrong("ItemsPath", &error));
            Some(Items::Path(path?))
        }
    };
    Ok(MapWork {
        items,
        selector: body(map.selector.as_ref(), "ItemSelector")?,
        concurrency: setting(map.concurrency.as_ref(), "MaxConcurrencyPath")?,
        distribution: Distribution::new(map)?,
    })
}

/// What a plan evaluates: visited once, to know what it reads.
pub(super) enum Seen<'a> {
    Jsonata(&'a Template),
    Path(&'a Path),
}

impl Plan {
    /// Visits every template and every path.
    pub(super) fn visit(&self, see: &mut dyn FnMut(Seen<'_>)) {
        match &self.flow {
            Flow::Jsonata(data) => {
                data.arguments.iter().for_each(|it| see(Seen::Jsonata(it)));
                outcome(&data.outcome, see);
            }
            Flow::JsonPath(flow) => {
                for route in [&flow.input, &flow.output] {
                    if let Route::At(path) = route {
                        see(Seen::Path(path));
                    }
                }
                let templates = [&flow.parameters, &flow.selector, &flow.assign];
                templates.into_iter().flatten().for_each(|it| paths(it, see));
            }
        }
        for handover in &self.handovers {
            match handover {
                Handover::Jsonata(it) => outcome(it, see),
                Handover::JsonPath { assign, .. } => assign.iter().for_each(|it| paths(it, see)),
            }
        }
        self.work.visit(see);
    }
}

fn outcome(outcome: &Outcome, see: &mut dyn FnMut(Seen<'_>)) {
    let assigned = outcome.assign.iter().map(|(_, template)| template);
    assigned.chain(&outcome.output).for_each(|it| see(Seen::Jsonata(it)));
}

fn paths(template: &PayloadTemplate, see: &mut dyn FnMut(Seen<'_>)) {
    template.paths(&mut |path| see(Seen::Path(path)));
}

impl Work {
    fn visit(&self, see: &mut dyn FnMut(Seen<'_>)) {
        match self {
            Work::Task(task) => {
                task.credentials.iter().for_each(|it| it.visit(see));
                [&task.timeout, &task.heartbeat].into_iter().flatten().for_each(|it| it.visit(see));
            }
            Work::Choice(rules) => rules.iter().for_each(|rule| match rule {
                Condition::Jsonata(template) => see(Seen::Jsonata(template)),
                Condition::JsonPath(rule) => rule.paths(&mut |path| see(Seen::Path(path))),
            }),
            Work::Wait(Until::Seconds(it)) => it.visit(see),
            Work::Wait(Until::Timestamp(it)) => it.visit(see),
            Work::Map(map) => {
                match &map.items {
                    Some(Items::Jsonata(template)) => see(Seen::Jsonata(template)),
                    Some(Items::Path(path)) => see(Seen::Path(path.path())),
                    None => {}
                }
                map.selector.iter().for_each(|it| it.visit(see));
                map.concurrency.iter().for_each(|it| it.visit(see));
                map.distribution.iter().for_each(|it| it.visit(see));
            }
            Work::Fail { error, cause } => {
                [error, cause].into_iter().flatten().for_each(|it| it.visit(see));
            }
            Work::Pass | Work::Parallel | Work::Succeed => {}
        }
    }
}

impl Body {
    pub(super) fn visit(&self, see: &mut dyn FnMut(Seen<'_>)) {
        match self {
            Body::Jsonata(template) => see(Seen::Jsonata(template)),
            Body::JsonPath(template) => paths(template, see),
        }
    }
}

impl<T> Setting<T> {
    pub(super) fn visit(&self, see: &mut dyn FnMut(Seen<'_>)) {
        match self {
            Setting::Literal(_) => {}
            Setting::Jsonata(template) => see(Seen::Jsonata(template)),
            Setting::Path(_, value) => value.paths(&mut |path| see(Seen::Path(path))),
        }
    }

    /// The value, if it stands in the document.
    pub(super) fn literal(&self) -> Option<&T> {
        match self {
            Setting::Literal(value) => Some(value),
            _ => None,
        }
    }
}

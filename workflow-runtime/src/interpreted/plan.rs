//! A state made ready: its fields in its query language, parsed once.

use super::call::{Call, Tasks};
use super::distributed::Distribution;
use serde_json::Value;
use std::sync::Arc;
use workflow_asl::document::{
    self, Assign, DataFlow, JsonPathData, JsonataData, State, StateKind, StateOutput,
};
use workflow_asl::jsonata::Template;
use workflow_asl::jsonpath::{ChoiceRule, Expression, Path, PayloadTemplate, ReferencePath};

/// The work of a state, and the way of data through it.
pub(super) struct Plan {
    pub(super) flow: Flow,
    pub(super) work: Work,
    /// The handovers of its catchers, or of the rules of a Choice.
    pub(super) handovers: Vec<Handover>,
}

/// The way of data through a state.
pub(super) enum Flow {
    Jsonata(JsonataData),
    JsonPath(Box<PathFlow>),
}

/// The way of data through a state in JSONPath, in order.
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

/// The data that a rule or a catcher hands over.
pub(super) enum Handover {
    Jsonata(StateOutput),
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

/// The condition of a Choice's rule.
pub(super) enum Condition {
    Jsonata(Template),
    JsonPath(ChoiceRule),
}

/// The work of a state.
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

/// The duration or the end of a Wait.
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

/// A mistake in a state, and its remedy.
pub(super) type Wrong = String;

impl Plan {
    pub(super) fn new(state: &State, tasks: &Tasks) -> Result<Self, Wrong> {
        let flow = flow(state);
        let handovers = match &state.kind {
            StateKind::Choice(choice) => {
                choice.rules.iter().map(|rule| handover(&rule.handover)).collect()
            }
            kind => kind.catchers().iter().map(|it| handover(&it.handover)).collect(),
        };
        Ok(Plan { work: work(state, &flow, tasks)?, flow, handovers })
    }

    /// In place of one that cannot be made.
    pub(super) fn nothing() -> Self {
        let flow = Flow::Jsonata(JsonataData::default());
        Plan { flow, work: Work::Succeed, handovers: vec![] }
    }
}

fn flow(state: &State) -> Flow {
    let data = match &state.data {
        DataFlow::Jsonata(data) => return Flow::Jsonata(data.clone()),
        DataFlow::JsonPath(data) => data,
    };
    let JsonPathData { input, parameters, selector, result, assign, output } = &**data;
    let literal = match &state.kind {
        StateKind::Pass(pass) => pass.result.clone().map(Arc::new),
        _ => None,
    };
    Flow::JsonPath(Box::new(PathFlow {
        input: route(input.as_ref()),
        parameters: parameters.clone(),
        literal,
        selector: selector.clone(),
        result: place(result.as_ref()),
        assign: values(assign.as_ref()),
        output: route(output.as_ref()),
    }))
}

fn route(path: Option<&Path>) -> Route {
    match path {
        None => Route::Nothing,
        Some(path) if &**path.text() == "$" => Route::Whole,
        Some(path) => Route::At(path.clone()),
    }
}

fn place(path: Option<&ReferencePath>) -> Place {
    match path {
        None => Place::Nothing,
        Some(path) if &**path.path().text() == "$" => Place::Whole,
        Some(path) => Place::At(path.clone()),
    }
}

fn values(assign: Option<&Assign>) -> Option<PayloadTemplate> {
    assign.map(|assign| assign.values.clone())
}

fn handover(handover: &document::Handover) -> Handover {
    match handover {
        document::Handover::Jsonata(outcome) => Handover::Jsonata(outcome.clone()),
        document::Handover::JsonPath { assign, result } => {
            Handover::JsonPath { assign: values(assign.as_ref()), place: place(result.as_ref()) }
        }
    }
}

pub(super) fn body(payload: Option<&document::DataTemplate>) -> Option<Body> {
    Some(match payload? {
        document::DataTemplate::Jsonata(it) => Body::Jsonata(it.clone()),
        document::DataTemplate::JsonPath(it) => Body::JsonPath(it.clone()),
    })
}

/// The parser of a setting: a reference path, or in a Fail also a call.
pub(super) trait Source {
    fn expression(&self) -> Expression;
}

impl Source for ReferencePath {
    fn expression(&self) -> Expression {
        Expression::Path(self.path().clone())
    }
}

impl Source for Expression {
    fn expression(&self) -> Expression {
        self.clone()
    }
}

pub(super) fn setting<T: Clone, P: Source>(
    setting: Option<&document::Setting<T, P>>,
    field: &'static str,
) -> Option<Setting<T>> {
    setting.map(|setting| required(setting, field))
}

fn required<T: Clone, P: Source>(
    setting: &document::Setting<T, P>,
    field: &'static str,
) -> Setting<T> {
    match setting {
        document::Setting::Literal(value) => Setting::Literal(value.clone()),
        document::Setting::Expression(template) => Setting::Jsonata(template.clone()),
        document::Setting::Path(path) => Setting::Path(field, path.expression()),
    }
}

fn work(state: &State, flow: &Flow, tasks: &Tasks) -> Result<Work, Wrong> {
    Ok(match &state.kind {
        StateKind::Task(task) => Work::Task(Box::new(TaskWork {
            call: tasks.resolve(&task.resource, flow)?,
            credentials: body(task.credentials.as_ref()),
            timeout: setting(task.timeout.as_ref(), "TimeoutSecondsPath"),
            heartbeat: setting(task.heartbeat.as_ref(), "HeartbeatSecondsPath"),
        })),
        StateKind::Choice(choice) => Work::Choice(choice.rules.iter().map(condition).collect()),
        StateKind::Pass(_) => Work::Pass,
        StateKind::Wait(wait) => Work::Wait(match &wait.until {
            document::WaitUntil::Seconds(it) => Until::Seconds(required(it, "SecondsPath")),
            document::WaitUntil::Timestamp(it) => Until::Timestamp(required(it, "TimestampPath")),
        }),
        StateKind::Parallel(_) => Work::Parallel,
        StateKind::Map(map) => Work::Map(Box::new(self::map(map)?)),
        StateKind::Succeed => Work::Succeed,
        StateKind::Fail(fail) => Work::Fail {
            error: setting(fail.error.as_ref(), "ErrorPath"),
            cause: setting(fail.cause.as_ref(), "CausePath"),
        },
    })
}

fn condition(rule: &document::Rule) -> Condition {
    match &rule.condition {
        document::Condition::Jsonata(template) => Condition::Jsonata(template.clone()),
        document::Condition::JsonPath(rule) => Condition::JsonPath(rule.clone()),
    }
}

fn map(map: &document::MapState) -> Result<MapWork, Wrong> {
    let items = map.items.as_ref().map(|items| match items {
        document::Items::Jsonata(template) => Items::Jsonata(template.clone()),
        document::Items::Path(path) => Items::Path(path.clone()),
    });
    Ok(MapWork {
        items,
        selector: body(map.selector.as_ref()),
        concurrency: setting(map.concurrency.as_ref(), "MaxConcurrencyPath"),
        distribution: Distribution::new(map)?,
    })
}

/// The parts that a plan evaluates: visited once, to know what it reads.
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

fn outcome(outcome: &StateOutput, see: &mut dyn FnMut(Seen<'_>)) {
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

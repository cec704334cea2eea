//! The view of the expressions of a visit: its snapshot.

use super::compiled::Node;
use super::plan::{Body, Flow, PathFlow, Route, Setting};
use super::reads::Reads;
use super::{Interpreted, Item, Visit};
use crate::chance;
use crate::failure::Failure;
use crate::machine::ENTERED_AT;
use serde_json::{Map, Value, json};
use std::borrow::Cow;
use std::cell::OnceCell;
use std::sync::Arc;
use workflow_asl::bounds::{Allowance, Spent};
use workflow_asl::jsonata::{Entropy, FieldError, Scope, States, Template};
use workflow_asl::jsonpath::{self, Reason};

/// The data of one visit: borrowed from the machine, and unchanged while expressions are evaluated.
pub(super) struct View<'a> {
    pub(super) node: &'a Node,
    pub(super) machine: &'a Interpreted,
    pub(super) visit: &'a Visit,
    /// `$states.context.State` and `.Task`, if they are read.
    state: Option<Value>,
    task: Option<Value>,
    /// `$$`, made when a path is first evaluated.
    context: OnceCell<Value>,
    /// The allowance of all expressions of this visit together.
    pub(super) allowance: Allowance,
}

impl Interpreted {
    pub(super) fn view<'a>(&'a self, visit: &'a Visit) -> View<'a> {
        let node = self.program.node(visit.state);
        let Reads { state, task, .. } = node.reads;
        let state = state.then(|| {
            self.run.state(&node.name, visit.entered, node.tries.then_some(self.moment.retries))
        });
        let given = task.then(|| self.run.given("Task").cloned()).flatten();
        let token = || json!({ "Token": &*self.moment.token() });
        let task = given.or_else(|| (task && node.token).then(token));
        let (context, allowance) = (OnceCell::new(), Allowance::default());
        View { node, machine: self, visit, state, task, context, allowance }
    }
}

impl<'a> View<'a> {
    /// The snapshot without result and error output.
    pub(super) fn scope(&'a self) -> Scope<'a> {
        self.scope_of(self.machine.item.as_deref())
    }

    /// The snapshot, for an item of the Map at hand.
    pub(super) fn scope_of(&'a self, item: Option<&'a Item>) -> Scope<'a> {
        let mut scope = Scope::new();
        scope.allow(&self.allowance);
        self.machine.variables.visit(&mut |name, value| scope.bind(name, value));
        scope.bind_states(States::Input, &self.visit.input);
        let Reads { execution, machine, map, .. } = self.node.reads;
        if execution {
            scope.bind_context("Execution", self.machine.run.execution());
        }
        if let Some(state) = &self.state {
            scope.bind_context("State", state);
        }
        if machine {
            scope.bind_context("StateMachine", self.machine.run.machine());
        }
        if let Some(task) = &self.task {
            scope.bind_context("Task", task);
        }
        // Made when it is first read: of 40,000 items it is as much to make as the rest.
        if map && let Some(item) = self.item_context(item) {
            scope.bind_context("Map", item);
        }
        scope
    }

    /// The snapshot of paths, with an input of theirs.
    pub(super) fn paths<'b>(&'b self, input: &'b Value) -> jsonpath::Scope<'b> {
        let context = self.context.get_or_init(|| self.context_of(self.machine.item.as_deref()));
        let scope = jsonpath::Scope::new(input).context(context).allow(&self.allowance);
        scope.variables(&*self.machine.variables)
    }

    /// The context object, as far as it is read.
    pub(super) fn context_of(&self, item: Option<&Item>) -> Value {
        let Reads { execution, machine, map, .. } = self.node.reads;
        let mut context = Map::new();
        let mut put = |name: &str, value: Option<&Value>| {
            if let Some(value) = value {
                context.insert(name.to_owned(), value.clone());
            }
        };
        put("Execution", execution.then(|| self.machine.run.execution()));
        put("StateMachine", machine.then(|| self.machine.run.machine()));
        put("State", self.state.as_ref());
        put("Task", self.task.as_ref());
        put("Map", map.then(|| self.item_context(item)).flatten());
        Value::Object(context)
    }

    /// `$states.context.Map`.
    fn item_context<'b>(&'b self, item: Option<&'b Item>) -> Option<&'b Value> {
        item.map(Item::context).or_else(|| self.machine.run.given("Map"))
    }

    /// Returns what the expressions of this visit draw from: the same at each attempt.
    pub(super) fn entropy(&self) -> Entropy {
        let machine = self.machine;
        chance::entering(machine.moment.now, machine.moment.seed, machine.visits)
    }

    /// Returns what its outcome draws from: numbers of its own.
    pub(super) fn leaving(&self) -> Entropy {
        let machine = self.machine;
        chance::leaving(machine.moment.now, machine.moment.seed, machine.visits)
    }

    /// The value of a template, and the type it must have.
    pub(super) fn typed<T>(
        &self,
        template: &Template,
        expected: &'static str,
        fits: impl FnOnce(&Value) -> Option<T>,
    ) -> Result<T, Failure> {
        let value =
            template.evaluate(&self.scope(), &mut self.entropy()).map_err(|error| fault(&error))?;
        fits(&value).ok_or_else(|| fault(&template.misfit(expected, (*value).clone())))
    }

    /// The value of a field, and the type it must have; `misfit` is what AWS says of a value at a path that has
    /// another: of its name, the value and the path.
    pub(super) fn setting<T: Clone>(
        &self,
        setting: &Setting<T>,
        expected: &'static str,
        fits: impl FnOnce(&Value) -> Option<T>,
        misfit: impl FnOnce(&str, &Value, &str) -> String,
    ) -> Result<T, Failure> {
        match setting {
            Setting::Literal(value) => Ok(value.clone()),
            Setting::Jsonata(template) => self.typed(template, expected, fits),
            Setting::Path(field, path) => {
                self.at_path(path, fits, |_| None, |value, path| misfit(field, value, path))
            }
        }
    }

    /// The value at a path of the effective input; see [`View::setting`]. `missing` is what AWS says of a path
    /// that leads to nothing, where that is not what it says everywhere.
    pub(super) fn at_path<T>(
        &self,
        expression: &jsonpath::Expression,
        fits: impl FnOnce(&Value) -> Option<T>,
        missing: impl FnOnce(&str) -> Option<String>,
        misfit: impl FnOnce(&Value, &str) -> String,
    ) -> Result<T, Failure> {
        let input = self.effective()?;
        let value = expression.eval(&self.paths(&input), &mut self.entropy());
        let value = value.map_err(|failure| {
            let cause = failure.is_missing().then(|| missing(&failure.expression)).flatten();
            cause.map_or_else(|| self.broken(&failure), |cause| self.runtime(&cause))
        })?;
        let text = match expression {
            jsonpath::Expression::Path(path) => path.text(),
            jsonpath::Expression::Intrinsic(call) => call.text(),
        };
        fits(&value).ok_or_else(|| self.runtime(&misfit(&value, text)))
    }

    /// JSON made from data: from `input` in JSONPath.
    pub(super) fn body(&self, body: &Body, input: &Value) -> Result<Arc<Value>, Failure> {
        match body {
            Body::Jsonata(template) => {
                template.evaluate(&self.scope(), &mut self.entropy()).map_err(|error| fault(&error))
            }
            Body::JsonPath(template) => {
                let value = template.eval(&self.paths(input), &mut self.entropy());
                value.map(Arc::new).map_err(|failure| self.broken(&failure))
            }
        }
    }

    /// The input after `InputPath`.
    pub(super) fn effective(&self) -> Result<Cow<'_, Value>, Failure> {
        match &self.node.plan.flow {
            Flow::Jsonata(_) => Ok(Cow::Borrowed(&*self.visit.input)),
            Flow::JsonPath(flow) => self.routed(&flow.input, &self.visit.input),
        }
    }

    /// A value after `InputPath` or `OutputPath`.
    fn routed<'b>(&'b self, route: &Route, value: &'b Value) -> Result<Cow<'b, Value>, Failure> {
        match route {
            Route::Whole => Ok(Cow::Borrowed(value)),
            Route::Nothing => Ok(Cow::Owned(json!({}))),
            Route::At(path) => {
                path.eval(&self.paths(value)).map_err(|failure| self.broken(&failure))
            }
        }
    }

    /// The same of a value that is shared: not copied if it is handed on as it is.
    pub(super) fn routed_whole(
        &self,
        route: &Route,
        value: Arc<Value>,
    ) -> Result<Arc<Value>, Failure> {
        match route {
            Route::Whole => Ok(value),
            Route::Nothing => Ok(Arc::new(json!({}))),
            Route::At(_) => Ok(Arc::new(self.routed(route, &value)?.into_owned())),
        }
    }

    /// The input after `InputPath` and `Parameters`: what a Task, Parallel or Pass works on.
    pub(super) fn parameters(&self, flow: &PathFlow) -> Result<Arc<Value>, Failure> {
        match &flow.parameters {
            None => self.routed_whole(&flow.input, self.visit.input.clone()),
            Some(template) => {
                let input = self.routed(&flow.input, &self.visit.input)?;
                let value = template.eval(&self.paths(&input), &mut self.entropy());
                value.map(Arc::new).map_err(|failure| self.broken(&failure))
            }
        }
    }

    /// The failure of a path or an intrinsic function.
    pub(super) fn broken(&self, failure: &jsonpath::Failure) -> Failure {
        let cause = match failure.reason {
            // Without the state (reported).
            Reason::Conflict(_) | Reason::ResultPath(_) => failure.cause.clone(),
            _ => self.located(&failure.cause),
        };
        Failure::new(failure.error(), cause)
    }

    /// Fails where the expressions of this visit have taken too much.
    pub(super) fn afford(&self, spent: Result<(), Spent>) -> Result<(), Failure> {
        spent.map_err(|spent| match self.node.plan.flow {
            Flow::Jsonata(_) => Failure::query(spent.to_string()),
            Flow::JsonPath(_) => self.runtime(&spent.to_string()),
        })
    }

    /// `States.Runtime` in this state.
    pub(super) fn runtime(&self, cause: &str) -> Failure {
        Failure::runtime(self.located(cause))
    }

    /// AWS says in which state that was, and in which event it was entered: the engine numbers the events.
    fn located(&self, cause: &str) -> String {
        let name = &self.node.name;
        format!("An error occurred while executing the state '{name}' {ENTERED_AT}. {cause}")
    }
}

impl Item {
    /// `$states.context.Map`; made when it is first asked for.
    pub(super) fn context(&self) -> &Value {
        self.context.get_or_init(|| {
            let mut item = json!({ "Index": self.index, "Value": *self.value });
            if let Some(key) = &self.key {
                item["Key"] = json!(&**key);
            }
            if let Some(source) = &self.source {
                item["Source"] = json!(source);
            }
            json!({ "Item": item })
        })
    }
}

/// The failure of a field. AWS puts before its cause in which state that was, and in which event it was entered:
/// the engine numbers the events, and does so too.
pub(super) fn fault(error: &FieldError) -> Failure {
    Failure::query(error.to_string())
}

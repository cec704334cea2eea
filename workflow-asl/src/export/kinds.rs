//! The fields of each kind of state.

use super::calls::Place;
use super::distributed::ITEM;
use super::error::{Error, broken};
use super::options::{Invocation, StateOptions};
use super::state::Writer;
use super::template::{expression, template, written};
use super::token::{TOKEN, with_token};
use crate::expr::{Code, listed};
use crate::program::{Expr, Kind};
use serde_json::{Map, Value, json};

/// The path of a Lambda task's own answer: `lambda:invoke` wraps it.
const PAYLOAD: &str = "$states.result.Payload";
const RESULT: &str = "$states.result";
const INPUT: &str = "$states.input";

/// An argument of a task, by its name.
type Argument = (&'static str, Expr);

impl Writer<'_, '_> {
    /// Writes what the kind needs.
    pub fn kind(&mut self) -> Result<(), Error> {
        match &self.state.kind {
            Kind::Task { arguments, next, catch } => {
                self.task(arguments)?;
                self.errors(catch)?;
                let result = result(self.options()?.way);
                self.next(*next, Some(result), Some(RESULT))
            }
            Kind::Choice { rules, default } => self.choice(rules, *default),
            Kind::Pass { next } => self.next(*next, None, Some(INPUT)),
            Kind::Wait { seconds, next } => {
                self.value("Seconds", seconds)?;
                self.next(*next, None, Some(INPUT))
            }
            Kind::WaitUntil { timestamp, next } => {
                self.value("Timestamp", timestamp)?;
                self.next(*next, None, Some(INPUT))
            }
            Kind::Parallel { branches, next, catch } => {
                self.parallel(branches)?;
                self.errors(catch)?;
                self.next(*next, Some(RESULT), Some(RESULT))
            }
            Kind::Map { items, item, start, max_concurrency, distributed, next, catch } => {
                match distributed.and_then(|map| Some((map, map.reader.as_ref()?))) {
                    Some((map, reader)) => {
                        self.reader(*item, reader, items, map.batch.is_some())?
                    }
                    None => {
                        let items = self.code("Items", items)?;
                        let items = listed(items).map_err(self.at("Items"))?;
                        self.set("Items", template(&items));
                        self.selected(*item);
                    }
                }
                if *max_concurrency > 0 {
                    self.set("MaxConcurrency", *max_concurrency);
                }
                let config = match distributed {
                    Some(distributed) => self.distributed(*item, distributed)?,
                    None => json!({ "Mode": "INLINE" }),
                };
                self.processor(config, *start)?;
                self.errors(catch)?;
                self.next(*next, Some(RESULT), Some(RESULT))
            }
            Kind::Succeed { output } => self.succeed(output),
            Kind::Fail { error, cause } => self.fail(error, cause),
        }
    }

    fn task(&mut self, arguments: &[Argument]) -> Result<(), Error> {
        let options = self.options()?.clone();
        let unnamed = || self.at("Arguments/FunctionName")(broken("a task has no name"));
        let function = options.task.clone().ok_or_else(unnamed)?;
        let payload = self.payload(arguments, options.way)?;
        let place = self.export.calls.places.get(&self.index);
        let payload = match place.filter(|_| options.context) {
            Some(place) => placed(payload, place),
            None => payload,
        };
        let own = self.export.base.program.name;
        let (resource, arguments) = call(&options, &function, own, payload);
        self.set("Resource", resource);
        self.set("Arguments", arguments);
        if let Some(seconds) = options.timeout {
            self.set("TimeoutSeconds", seconds);
        }
        if let Some(seconds) = options.heartbeat {
            self.set("HeartbeatSeconds", seconds);
        }
        Ok(())
    }

    /// One argument is the payload itself, several are the fields of an object. So is one of a resource that has a name
    /// there.
    fn payload(&self, arguments: &[Argument], way: Invocation) -> Result<Value, Error> {
        let resource = matches!(way, Invocation::Resource(_) | Invocation::Token(..));
        if let [(name, value)] = arguments
            && (!resource || name.is_empty())
        {
            return Ok(template(&self.code("Arguments/Payload", value)?));
        }
        let field = |(name, value): &Argument| {
            let code = self.code(&format!("Arguments/Payload/{name}"), value)?;
            Ok(((*name).to_owned(), template(&code)))
        };
        arguments.iter().map(field).collect::<Result<Map<_, _>, _>>().map(Value::Object)
    }

    /// Hands an item to its first state together with the indices of the items that it is in.
    fn selected(&mut self, item: usize) {
        if let Some((name, text)) = self.export.calls.handed.get(&self.index) {
            let item = self.export.base.program.variables[item].name;
            self.set("ItemSelector", json!({ item: ITEM, name: written(text) }));
        }
    }

    fn parallel(&mut self, branches: &[usize]) -> Result<(), Error> {
        let branches = branches.iter().map(|start| self.export.scope(*start));
        let branches = branches.collect::<Result<Vec<_>, _>>()?;
        if let Some((name, text)) = self.export.calls.handed.get(&self.index) {
            self.set("Arguments", json!({ name: written(text) }));
        }
        self.set("Branches", branches.into_iter().map(Value::Object).collect::<Vec<_>>());
        Ok(())
    }

    fn processor(&mut self, config: Value, start: usize) -> Result<(), Error> {
        let mut processor = Map::from_iter([("ProcessorConfig".to_owned(), config)]);
        processor.extend(self.export.scope(start)?);
        self.set("ItemProcessor", processor);
        Ok(())
    }

    /// The parts of a failure; those of one that is made here stand by themselves.
    fn fail(&mut self, error: &Expr, cause: &Expr) -> Result<(), Error> {
        if let Expr::Field(Expr::Call("__private::failing", ..), "cause") = cause
            && let Expr::Field(failure, _) = cause
            && let Some([(_, error), (_, cause)]) = self.code("Cause", failure)?.object()
        {
            self.set("Error", template(error));
            self.set("Cause", template(cause));
            return Ok(());
        }
        self.value("Error", error)?;
        self.value("Cause", cause)
    }

    fn succeed(&mut self, output: &Expr) -> Result<(), Error> {
        let code = self.code("Output", output)?;
        if code.text() != INPUT {
            self.set("Output", template(&code));
        }
        Ok(())
    }
}

/// Returns where the output of a task is.
fn result(way: Invocation) -> &'static str {
    match way {
        Invocation::Function | Invocation::Lambda(_) => PAYLOAD,
        Invocation::Callback
        | Invocation::Resource(_)
        | Invocation::Token(..)
        | Invocation::Continue => RESULT,
        Invocation::Workflow => "$states.result.Output",
    }
}

/// The payload of a function that is told where it is called: the input, and the place of the call.
fn placed(input: Value, place: &Place) -> Value {
    let context = |field: &str| written(&format!("$states.context.{field}"));
    let mut all = json!({
        "execution": context("Execution.Id"),
        "started": context("Execution.StartTime"),
        "state": context("State.Name"),
        "retries": context("State.RetryCount"),
    });
    if let Some(item) = &place.item {
        all["item"] = written(item);
    }
    // Before a first turn ends, its variable has no value.
    let mut turns = place.turns.iter().map(|name| written(&format!("$sum([${name}])")));
    match place.turns.len() {
        0 => {}
        1 => all["turn"] = turns.next().unwrap_or_default(),
        _ => all["turn"] = turns.collect(),
    }
    json!({ "input": input, "context": all })
}

/// `Resource` and `Arguments`.
fn call(options: &StateOptions, name: &str, own: &str, payload: Value) -> (&'static str, Value) {
    const INVOKE: &str = "arn:aws:states:::lambda:invoke";
    let StateOptions { way, context, .. } = *options;
    match way {
        Invocation::Function => (INVOKE, json!({ "FunctionName": name, "Payload": payload })),
        Invocation::Lambda(arn) => (INVOKE, json!({ "FunctionName": arn, "Payload": payload })),
        Invocation::Callback => {
            let token = written(TOKEN);
            let mut payload = if context { payload } else { json!({ "input": payload }) };
            payload["taskToken"] = token;
            let arguments = json!({ "FunctionName": name, "Payload": payload });
            ("arn:aws:states:::lambda:invoke.waitForTaskToken", arguments)
        }
        Invocation::Resource(arn) => (arn, payload),
        Invocation::Token(arn, at) => (arn, with_token(payload, at)),
        Invocation::Workflow => {
            let arguments = json!({ "StateMachineArn": beside(name), "Input": payload });
            ("arn:aws:states:::states:startExecution.sync:2", arguments)
        }
        Invocation::Continue => {
            // By whatever name this very state machine is deployed.
            let machine = if name == own { format!("{{% {MACHINE} %}}") } else { beside(name) };
            let arguments = json!({ "StateMachineArn": machine, "Input": payload });
            ("arn:aws:states:::states:startExecution", arguments)
        }
    }
}

const MACHINE: &str = "$states.context.StateMachine.Id";

/// The state machine of this name in the account and region that this one is in: documents hold neither.
fn beside(name: &str) -> String {
    format!("{{% $substringBefore({MACHINE}, ':stateMachine:') & ':stateMachine:{name}' %}}")
}

/// A condition: a literal, or an expression.
pub(super) fn condition(code: Option<&Code>) -> Value {
    match code {
        None => true.into(),
        Some(code) => code.literal().unwrap_or_else(|| expression(code)),
    }
}

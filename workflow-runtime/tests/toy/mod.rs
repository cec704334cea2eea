//! A small machine for tests: states in a list, data as JSON, each state's output the next one's input.
#![allow(clippy::unwrap_used, clippy::expect_used, dead_code, reason = "tests")]

use serde_json::{Value, json};
use std::any::Any;
use std::collections::BTreeMap;
use std::sync::Arc;
use workflow_runtime::machine::{
    At, Effect, Event, Kind, Machine, Names, Retrier, StateInfo, StepContext, StepTrace, Stop,
    Until,
};
use workflow_runtime::task::{BoxFuture, TaskContext};
use workflow_runtime::{Engine, Failure, Payload, Retry, TaskDefinition};

type Function = fn(&Value) -> Value;

/// What a state does. A number is the index of the state that follows; `END` ends the scope.
pub enum Node {
    Task {
        next: usize,
        catch: Vec<usize>,
    },
    Pass(Function, usize),
    Choice(fn(&Value) -> usize),
    Wait(Until, usize),
    Parallel {
        starts: Vec<usize>,
        next: usize,
        catch: Vec<usize>,
    },
    Map {
        start: usize,
        width: usize,
        next: usize,
        catch: Vec<usize>,
    },
    Fail(&'static str, &'static str),
    /// A fault while the input is made; or, after the effect, in the output.
    BadInput {
        catch: Vec<usize>,
    },
    BadOutput {
        next: usize,
        catch: Vec<usize>,
    },
}

pub const END: usize = usize::MAX;

/// Data that no machine can save.
pub const UNWRITABLE: &str = "no JSON form";

pub struct Program {
    pub states: Vec<StateInfo>,
    pub nodes: Vec<Node>,
}

impl Program {
    pub fn new(states: Vec<(StateInfo, Node)>) -> Arc<Self> {
        let (states, nodes) = states.into_iter().unzip();
        Arc::new(Program { states, nodes })
    }
}

pub fn nothing(_: &TaskContext, input: Payload) -> BoxFuture<Result<Payload, Failure>> {
    Box::pin(std::future::ready(Ok(input)))
}

pub const fn definition(
    name: &'static str,
    run: fn(&TaskContext, Payload) -> BoxFuture<Result<Payload, Failure>>,
) -> TaskDefinition {
    let needs = Vec::new;
    TaskDefinition {
        way: workflow_runtime::way::Way::Function,
        context: false,
        name,
        comment: "",
        arguments: &[],
        retry: &[],
        timeout: None,
        heartbeat: None,
        needs,
        run,
    }
}

/// A task state that calls the task of the same name.
pub fn task(name: &'static str) -> StateInfo {
    StateInfo { task: Some(definition(name, nothing)), ..StateInfo::new(name, Kind::Task, "") }
}
pub fn body(
    name: &'static str,
    run: fn(&TaskContext, Payload) -> BoxFuture<Result<Payload, Failure>>,
) -> StateInfo {
    StateInfo { task: Some(definition(name, run)), ..StateInfo::new(name, Kind::Task, "") }
}
pub fn state(name: &'static str, kind: Kind) -> StateInfo {
    StateInfo::new(name, kind, "")
}
pub fn retry(info: StateInfo, retriers: &[Retry]) -> StateInfo {
    let retry: Vec<_> = retriers.iter().copied().map(Retrier::Static).collect();
    StateInfo { retry: retry.into(), ..info }
}
pub fn catch(info: StateInfo, names: &[&'static [&'static str]]) -> StateInfo {
    let catch: Vec<_> = names.iter().copied().map(Names::Static).collect();
    StateInfo { catch: catch.into(), ..info }
}
pub fn next(next: usize) -> Node {
    Node::Task { next, catch: vec![] }
}

pub struct Toy {
    program: Arc<Program>,
    at: At,
    data: Value,
    start: usize,
    ended: BTreeMap<usize, Value>,
}

impl Toy {
    pub fn open(program: &Arc<Program>, input: Value) -> Box<dyn Machine> {
        Toy::at(program, 0, input)
    }
    fn at(program: &Arc<Program>, start: usize, data: Value) -> Box<dyn Machine> {
        Box::new(Toy {
            program: program.clone(),
            at: At::Gone,
            data,
            start,
            ended: BTreeMap::new(),
        })
    }
    pub fn revive(program: &Arc<Program>, record: Value) -> Box<dyn Machine> {
        let at = match record["at"].as_u64() {
            Some(state) => At::State(state as usize),
            None => At::Done,
        };
        let data = record["data"].clone();
        Box::new(Toy { program: program.clone(), at, data, start: 0, ended: BTreeMap::new() })
    }

    fn node(&self) -> &Node {
        match self.at {
            At::State(state) => &self.program.nodes[state],
            _ => panic!("no state"),
        }
    }

    /// Goes on until there is an effect.
    fn go(&mut self, mut to: usize, trace: &mut StepTrace) -> Result<(), Stop> {
        for _ in 0..100 {
            if to == END {
                self.at = At::Done;
                return Ok(());
            }
            trace.enter(to);
            match &self.program.nodes[to] {
                Node::Pass(function, next) => {
                    self.data = function(&self.data);
                    self.say(trace);
                    to = *next;
                }
                Node::Choice(choose) => to = choose(&self.data),
                Node::Fail(error, cause) => {
                    self.at = At::Gone;
                    return Err(Stop::Failed(Failure::new(*error, *cause)));
                }
                _ => {
                    self.at = At::State(to);
                    return Ok(());
                }
            }
        }
        // Very many states were passed: others have their turn. The last one was not left yet.
        let last = trace.entries.pop();
        trace.entered -= 1;
        drop(last);
        self.at = At::State(to);
        trace.enter(to);
        Ok(())
    }

    fn say(&self, trace: &mut StepTrace) {
        trace.output(|| self.data.to_string().into());
    }
}

impl Machine for Toy {
    fn states(&self) -> &[StateInfo] {
        &self.program.states
    }
    fn at(&self) -> At {
        self.at
    }
    fn effect(&mut self, _: &StepContext) -> Result<Effect, Failure> {
        self.ended.clear();
        Ok(match self.node() {
            Node::Task { .. } | Node::BadOutput { .. } => Effect::Task {
                input: Payload::Json(Arc::new(self.data.clone())),
                timeout: None,
                heartbeat: None,
            },
            Node::Wait(until, _) => Effect::Wait(until.clone()),
            Node::Parallel { starts, .. } => Effect::Fork { count: starts.len(), width: 0 },
            Node::Map { width, .. } => {
                Effect::Fork { count: self.data.as_array().unwrap().len(), width: *width }
            }
            Node::BadInput { .. } => return Err(Failure::query("no such thing")),
            _ => Effect::Wait(Until::Seconds(0.0)),
        })
    }
    fn child(&mut self, index: usize) -> Result<Box<dyn Machine>, Failure> {
        Ok(match self.node() {
            Node::Parallel { starts, .. } => {
                Toy::at(&self.program, starts[index], self.data.clone())
            }
            Node::Map { start, .. } => Toy::at(&self.program, *start, self.data[index].clone()),
            _ => panic!("no fork"),
        })
    }
    fn take_in(&mut self, index: usize, child: Box<dyn Machine>) {
        let child = child.into_any().downcast::<Toy>().unwrap();
        self.ended.insert(index, child.data);
    }
    fn step(&mut self, event: Event, _: &StepContext, trace: &mut StepTrace) -> Result<(), Stop> {
        if let Event::Start = event {
            self.say(trace);
            return self.go(self.start, trace);
        }
        let program = self.program.clone();
        let At::State(here) = self.at else { panic!("no state") };
        let to = match (event, &program.nodes[here]) {
            (Event::Done(_), Node::BadOutput { .. }) => {
                return Err(Stop::Fault(Failure::query("no such result")));
            }
            (Event::Done(value), Node::Task { next, .. }) => {
                self.data = (*value.json().unwrap()).clone();
                *next
            }
            (Event::Waited, Node::Wait(_, next)) => *next,
            (Event::Waited, Node::Choice(choose)) => choose(&self.data),
            (
                Event::Caught(catcher, failure),
                Node::Task { catch, .. }
                | Node::Parallel { catch, .. }
                | Node::Map { catch, .. }
                | Node::BadInput { catch }
                | Node::BadOutput { catch, .. },
            ) => {
                self.data = (*failure.output().json().unwrap()).clone();
                catch[catcher]
            }
            (Event::Children, Node::Parallel { next, .. } | Node::Map { next, .. }) => {
                self.data = std::mem::take(&mut self.ended).into_values().collect();
                *next
            }
            _ => panic!("an event that does not belong here"),
        };
        self.say(trace);
        self.go(to, trace)
    }
    fn reads_time(&self) -> bool {
        false
    }
    fn output(&self) -> Option<Payload> {
        (self.at == At::Done).then(|| Payload::Json(Arc::new(self.data.clone())))
    }
    fn into_output(self: Box<Self>) -> Payload {
        Payload::Json(Arc::new(self.data))
    }
    fn save(&self) -> Result<String, Failure> {
        if self.data == UNWRITABLE {
            return Err(Failure::runtime("it has no JSON form"));
        }
        let at = match self.at {
            At::State(state) => json!(state),
            _ => Value::Null,
        };
        Ok(json!({ "at": at, "data": self.data }).to_string())
    }
    fn revive(&self, _: usize, record: Value) -> Result<Box<dyn Machine>, Failure> {
        Ok(Toy::revive(&self.program, record))
    }
    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }
}

/// Runs a program: the result, and the history.
pub async fn play(
    engine: &Engine,
    program: &Arc<Program>,
    input: Value,
) -> (Result<Value, Failure>, Vec<Value>) {
    let text = input.to_string();
    let mut execution =
        engine.start(|_| Ok(Toy::open(program, input)), "toy", None, Some(text.into()));
    let result = (&mut execution).await;
    let result = result.map(|output| (*output.json().unwrap()).clone());
    let history = execution.history().iter().map(|event| event.json()).collect();
    (result, history)
}

/// A history as lines: `3 <- 2 TaskScheduled`.
pub fn lines(history: &[Value]) -> Vec<String> {
    let line = |event: &Value| {
        let name = event.as_object().unwrap().values().find_map(|details| details.get("name"));
        let name = name.and_then(Value::as_str).map(|name| format!(" {name}")).unwrap_or_default();
        let kind = event["type"].as_str().unwrap();
        format!("{} <- {} {kind}{name}", event["id"], event["previousEventId"])
    };
    history.iter().map(line).collect()
}

/// The types of a history, in order.
pub fn types(history: &[Value]) -> Vec<String> {
    history.iter().map(|event| event["type"].as_str().unwrap().to_owned()).collect()
}

/// When each event of a type happened, in seconds since the beginning.
pub fn times(history: &[Value], kind: &str) -> Vec<f64> {
    let begin = history[0]["timestamp"].as_f64().unwrap();
    let of = |event: &&Value| event["type"] == kind;
    let since = |event: &Value| {
        let passed = event["timestamp"].as_f64().unwrap() - begin;
        (passed * 1000.0).round() / 1000.0
    };
    history.iter().filter(of).map(since).collect()
}

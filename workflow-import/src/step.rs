//! One state: the work that it does, and the values it hands to those that follow.

mod map;

use crate::condition::Condition;
use crate::path::{Path, Step as At};
use crate::scope::{Machine, State};
use crate::stop::{ImportError, Stopped};
use crate::template::Frame;
use crate::value::{Node, Op, Source, Value};
pub(crate) use map::{Distributed, Mapped, Reader};
use serde_json::{Map, Value as Json};

/// The key of `$` in what states hand to each other; variables have their names.
pub(crate) const DATA: &str = "$";

/// A state that has been read.
#[derive(Debug)]
pub(crate) struct Read {
    /// Values that are drawn before its work.
    pub drawn: Vec<Value>,
    pub work: Work,
    pub edges: Vec<Edge>,
    /// Values that are made of a result, wherever they go.
    pub selected: Vec<Value>,
}

/// The work of a state.
#[derive(Debug)]
pub(crate) enum Work {
    Nothing,
    Task { resource: String, arguments: Value },
    Wait(Value),
    Until(Value),
    Fail { error: Value, cause: Value },
    Parallel { input: Value },
    Map(Box<Mapped>),
}

/// A way out of a state.
#[derive(Debug)]
pub(crate) struct Edge {
    pub kind: Kind,
    /// The state that it leads to; none at the end of the scope.
    pub to: Option<Node>,
    /// The values that it hands over.
    pub environment: Value,
}

/// The reason why an edge is taken.
#[derive(Debug)]
pub(crate) enum Kind {
    Next,
    Rule(Condition),
    Default,
    /// The error names of a catcher.
    Catch(Vec<String>),
}

/// Everything that a state is read with.
pub(crate) struct Reading<'a> {
    pub machine: &'a Machine<'a>,
    pub scope: usize,
    pub node: Node,
    pub state: &'a State<'a>,
    pub environment: &'a Value,
    pub drawn: Vec<Value>,
    pub selected: Vec<Value>,
}

/// Reads a state that is entered with these values.
pub(crate) fn read<'a>(
    machine: &'a Machine<'a>,
    scope: usize,
    node: Node,
    environment: &'a Value,
) -> Stopped<Read> {
    let state = &machine.states[node];
    let reading =
        Reading { machine, scope, node, state, environment, drawn: vec![], selected: vec![] };
    let read = if state.jsonata { reading.jsonata() } else { reading.json_path() };
    let read = read.and_then(|read| {
        in_time(state, node, &read)?;
        caught(&read)?;
        read.edges.iter().try_for_each(|edge| edge.environment.is_small())?;
        Ok(read)
    });
    read.map_err(|stop| stop.at(state.name, ""))
}

/// Stops where a value is drawn or parsed at another time, or where its failure would be another one's.
fn in_time(state: &State<'_>, node: Node, read: &Read) -> Stopped<()> {
    let works = !matches!(read.work, Work::Nothing);
    let takes = state.json.contains_key("Catch") || state.json.contains_key("Retry");
    for value in &read.drawn {
        if value.reads_from(Source::Failure(node)) {
            return Err(ImportError::new("a value made of a failure", "").at("", "Catch"));
        }
        let parses = value.has(&|op| matches!(op, Op::ParseJson));
        if takes && parses {
            return Err(ImportError::new("a text that is parsed where failures are caught", ""));
        }
        if !works && read.edges.len() > 1 && parses {
            return Err(ImportError::new("a text that is parsed on one way of a Choice", ""));
        }
    }
    Ok(())
}

/// Stops at a name that no catcher of all errors takes.
fn caught(read: &Read) -> Stopped<()> {
    let catches = |edge: &Edge| match &edge.kind {
        Kind::Catch(names) => names.iter().any(|name| name == "States.DataLimitExceeded"),
        _ => false,
    };
    match read.edges.iter().any(catches) {
        true => Err(ImportError::new(
            "an error that `States.ALL` does not take",
            "States.DataLimitExceeded",
        )
        .at("", "Catch")),
        false => Ok(()),
    }
}

/// The Map around a scope, and true if a distributed one is.
pub(crate) fn around(machine: &Machine<'_>, scope: usize) -> (Option<Node>, bool) {
    let (mut map, mut apart, mut at) = (None, false, machine.scopes[scope].of);
    while let Some(node) = at {
        let state = &machine.states[node];
        if state.json["Type"] == "Map" {
            map = map.or(Some(node));
            apart |= is_distributed(state.json);
        }
        let outer = machine.scopes.iter().find(|it| it.nodes.values().any(|inner| *inner == node));
        at = outer.and_then(|outer| outer.of);
    }
    (map, apart)
}

/// True for a Map whose items are executions.
pub(crate) fn is_distributed(json: &Map<String, Json>) -> bool {
    let processor = json.get("ItemProcessor").or_else(|| json.get("Iterator"));
    processor.is_some_and(|it| it["ProcessorConfig"]["Mode"] == "DISTRIBUTED")
}

impl<'a> Reading<'a> {
    pub fn field(&self, name: &str) -> Option<&'a Json> {
        self.state.json.get(name)
    }

    pub fn text(&self, name: &str) -> Option<&'a str> {
        self.field(name).and_then(Json::as_str)
    }

    /// `$`
    pub fn data(&self) -> Stopped<Value> {
        self.environment.get(&At::Name(DATA.to_owned())).or(Ok(Value::Absent))
    }

    pub fn frame(&mut self, input: Value) -> Frame<'_> {
        let (around, apart) = around(self.machine, self.scope);
        let own = (self.state.json["Type"] == "Map").then_some(self.node);
        Frame {
            input,
            variables: self.environment,
            node: self.node,
            name: self.state.name,
            map: own.or(around),
            apart,
            drawn: &mut self.drawn,
        }
    }

    /// The state of a name.
    pub fn target(&self, name: Option<&str>) -> Option<Node> {
        name.and_then(|name| self.machine.scopes[self.scope].nodes.get(name).copied())
    }

    pub fn next(&self) -> Option<Node> {
        self.target(self.text("Next"))
    }

    fn json_path(mut self) -> Stopped<Read> {
        let raw = self.data()?;
        let refused = ["Assign", "Credentials"].into_iter().find(|it| self.field(it).is_some());
        if let Some(field) = refused.filter(|it| *it == "Credentials") {
            return Err(
                ImportError::new("credentials of another role", "").at(self.state.name, field)
            );
        }
        let input = self.input(&raw)?;
        let work = self.work(&input)?;
        let edges = self.edges(&raw, &input)?;
        Ok(Read { drawn: self.drawn, work, edges, selected: self.selected })
    }

    /// `InputPath`
    fn input(&mut self, raw: &Value) -> Stopped<Value> {
        self.filtered("InputPath", raw.clone())
    }

    /// `InputPath` and `OutputPath`: a part of a value.
    fn filtered(&mut self, field: &'static str, value: Value) -> Stopped<Value> {
        match self.field(field) {
            None => Ok(value),
            Some(Json::Null) => Ok(Value::empty()),
            Some(path) => {
                let text = path.as_str().unwrap_or_default();
                self.frame(value).path(text).map_err(|stop| stop.at("", field))
            }
        }
    }

    /// A template, or the value where the state has none.
    fn made(&mut self, field: &'static str, from: &Value) -> Stopped<Value> {
        match self.field(field) {
            None => Ok(from.clone()),
            Some(json) => {
                self.frame(from.clone()).template(json).map_err(|stop| stop.at("", field))
            }
        }
    }

    /// A number that stands in the document, or the value of a path.
    fn setting(
        &mut self,
        field: &'static str,
        path: &'static str,
        from: &Value,
    ) -> Stopped<Option<Value>> {
        if let Some(json) = self.field(field) {
            return Ok(Some(Value::Literal(json.clone())));
        }
        let Some(text) = self.text(path) else { return Ok(None) };
        let value = self.frame(from.clone()).expression(text);
        value.map(Some).map_err(|stop| stop.at("", path))
    }

    fn work(&mut self, input: &Value) -> Stopped<Work> {
        Ok(match self.text("Type").unwrap_or_default() {
            "Task" => {
                let arguments = self.made("Parameters", input)?;
                Work::Task {
                    resource: self.text("Resource").unwrap_or_default().to_owned(),
                    arguments,
                }
            }
            "Wait" => match self.setting("Seconds", "SecondsPath", input)? {
                Some(seconds) => Work::Wait(seconds),
                None => {
                    let until = self.setting("Timestamp", "TimestampPath", input)?;
                    Work::Until(until.ok_or_else(|| ImportError::new("a wait for nothing", ""))?)
                }
            },
            "Fail" => {
                let text = |value: Option<Value>| value.unwrap_or(Value::Literal("".into()));
                let error = text(self.setting("Error", "ErrorPath", input)?);
                let cause = text(self.setting("Cause", "CausePath", input)?);
                Work::Fail { error, cause }
            }
            "Parallel" => Work::Parallel { input: self.made("Parameters", input)? },
            "Map" => Work::Map(Box::new(self.map(input)?)),
            _ => Work::Nothing,
        })
    }

    fn edges(&mut self, raw: &Value, input: &Value) -> Stopped<Vec<Edge>> {
        let kind = self.text("Type").unwrap_or_default();
        let mut edges = vec![];
        match kind {
            "Fail" => return Ok(edges),
            "Choice" => return self.rules(input),
            _ => {}
        }
        let result = match kind {
            "Pass" => match self.field("Result") {
                Some(json) => Value::literal(json),
                None => self.made("Parameters", input)?,
            },
            "Wait" | "Succeed" => input.clone(),
            _ => {
                let whole = Value::whole(Source::Result(self.node));
                let selected = self.made("ResultSelector", &whole)?;
                self.selected.push(selected.clone());
                selected
            }
        };
        let output = match kind {
            "Wait" | "Succeed" => result.clone(),
            _ => self.placed(self.field("ResultPath"), raw, result.clone())?,
        };
        let output = self.filtered("OutputPath", output)?;
        let environment = self.assigned(self.environment, self.field("Assign"), &result)?;
        let environment = data(&environment, output)?;
        edges.push(Edge { kind: Kind::Next, to: self.next(), environment });
        for catcher in self.field("Catch").and_then(Json::as_array).into_iter().flatten() {
            edges.push(self.catcher(catcher, raw).map_err(|stop| stop.at("", "Catch"))?);
        }
        Ok(edges)
    }

    /// `ResultPath`
    fn placed(&self, path: Option<&Json>, raw: &Value, result: Value) -> Stopped<Value> {
        match path {
            None => Ok(result),
            Some(Json::Null) => Ok(raw.clone()),
            Some(path) => Path::parse(path.as_str().unwrap_or_default())
                .and_then(|path| raw.with(&path.steps, result))
                .map_err(|stop| stop.at("", "ResultPath")),
        }
    }

    /// `Assign`
    fn assigned(
        &mut self,
        before: &Value,
        assign: Option<&'a Json>,
        from: &Value,
    ) -> Stopped<Value> {
        let Some(assign) = assign else { return Ok(before.clone()) };
        let values =
            self.frame(from.clone()).template(assign).map_err(|stop| stop.at("", "Assign"))?;
        let mut environment = before.clone();
        if let Value::Object(_, fields) = values {
            for (name, value) in fields {
                environment = environment.with(&[At::Name(name)], value)?;
            }
        }
        Ok(environment)
    }

    fn catcher(&mut self, catcher: &'a Json, raw: &Value) -> Stopped<Edge> {
        let failure = Value::whole(Source::Failure(self.node));
        let output = self.placed(catcher.get("ResultPath"), raw, failure.clone())?;
        let environment = self.assigned(self.environment, catcher.get("Assign"), &failure)?;
        let names = catcher["ErrorEquals"].as_array().into_iter().flatten();
        let names = names.filter_map(Json::as_str).map(str::to_owned).collect();
        let to = self.target(catcher["Next"].as_str());
        Ok(Edge { kind: Kind::Catch(names), to, environment: data(&environment, output)? })
    }

    fn rules(&mut self, input: &Value) -> Stopped<Vec<Edge>> {
        let mut edges = vec![];
        let output = self.filtered("OutputPath", input.clone())?;
        for rule in self.field("Choices").and_then(Json::as_array).into_iter().flatten() {
            let condition = Condition::read(rule, &mut self.frame(input.clone()));
            let condition = condition.map_err(|stop| stop.at("", "Choices"))?;
            let environment = self.assigned(self.environment, rule.get("Assign"), input)?;
            let environment = data(&environment, output.clone())?;
            let to = self.target(rule["Next"].as_str());
            edges.push(Edge { kind: Kind::Rule(condition), to, environment });
        }
        let to = self.target(self.text("Default"));
        let environment = self.assigned(self.environment, self.field("Assign"), input)?;
        edges.push(Edge { kind: Kind::Default, to, environment: data(&environment, output)? });
        Ok(edges)
    }
}

/// Stops at a parameter that is none of these.
fn only(parameters: &Json, known: &[&str]) -> Stopped<()> {
    let mut names = parameters.as_object().into_iter().flat_map(|fields| fields.keys());
    match names.find(|name| !known.contains(&name.trim_end_matches(".$"))) {
        Some(name) => {
            Err(ImportError::new("a parameter of objects that Rust workflows lack", name))
        }
        None => Ok(()),
    }
}

/// A whole number, which may be written as `5.0`.
pub(crate) fn whole(json: &Json) -> Option<u64> {
    let as_text = || json.as_f64().filter(|it| it.fract() == 0.0)?.to_string().parse().ok();
    json.as_u64().or_else(as_text)
}

/// The environment with another `$`.
pub(crate) fn data(environment: &Value, data: Value) -> Stopped<Value> {
    environment.with(&[At::Name(DATA.to_owned())], data)
}

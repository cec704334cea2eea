//! Calls as statements: tasks, Parallels and Maps.

use super::{Build, Scoped, placed};
use crate::code::{Call, Given, MapCall, Stmt, Task};
use crate::condition::{Condition, Domain};
use crate::path::Step;
use crate::step::{Edge, Kind, Mapped, Work, data};
use crate::stop::{ImportError, Stopped};
use crate::types::Shape;
use crate::value::{Node, Source, Value};
use serde_json::Value as Json;

impl<'a> Build<'a> {
    pub(super) fn work(
        &mut self,
        scoped: &Scoped,
        node: Node,
        work: Work,
        edges: Vec<Edge>,
        late: Vec<Stmt>,
        [out, inner]: [&mut Vec<Stmt>; 2],
    ) -> Stopped<()> {
        let environment = scoped.flow.entered[&node].clone();
        let call = match work {
            Work::Fail { error, cause } => {
                let (error, cause) = (self.text(error)?, self.text(cause)?);
                inner.push(Stmt::Fail(error, cause));
                return Ok(());
            }
            Work::Nothing => return self.edges(scoped, node, edges, inner),
            Work::Wait(seconds) => {
                let class = self.types.of(&seconds)?;
                self.types.is(class, Shape::Natural)?;
                out.push(Stmt::Sleep(node, Given::new(seconds, class)));
                return self.edges(scoped, node, edges, inner);
            }
            Work::Until(time) => {
                let time = self.text(time)?;
                self.types.compared(time.class, "2030-01-01T00:00:00Z".into());
                out.push(Stmt::Until(node, time));
                return self.edges(scoped, node, edges, inner);
            }
            Work::Task { resource, arguments } => self.task(node, resource, arguments)?,
            Work::Parallel { input } => self.parallel(node, &environment, &input)?,
            Work::Map(map) => self.map(node, &environment, *map)?,
        };
        if !edges.iter().any(|edge| matches!(edge.kind, Kind::Catch(_))) {
            out.push(Stmt::Call(node, call));
            out.extend(late);
            return self.edges(scoped, node, edges, inner);
        }
        let (mut good, mut bad) = (late, vec![]);
        let (next, caught): (Vec<_>, Vec<_>) =
            edges.into_iter().partition(|edge| matches!(edge.kind, Kind::Next));
        self.edges(scoped, node, next, &mut good)?;
        self.caught(scoped, node, caught.into_iter(), &mut bad)?;
        inner.push(Stmt::Match(node, call, good, bad));
        Ok(())
    }

    /// The catchers: each asks for its names, the failure goes on where none fits.
    pub(super) fn caught(
        &mut self,
        scoped: &Scoped,
        node: Node,
        mut edges: impl Iterator<Item = Edge>,
        out: &mut Vec<Stmt>,
    ) -> Stopped<()> {
        let Some(edge) = edges.next() else {
            out.push(Stmt::Raise(Source::Failure(node)));
            return Ok(());
        };
        let Kind::Catch(names) = &edge.kind else { return Ok(()) };
        if names.iter().any(|name| name == "States.ALL") {
            return self.edge(scoped, node, edge, out);
        }
        let condition = caught(node, names);
        let (mut then, mut other) = (vec![], vec![]);
        self.edge(scoped, node, edge, &mut then)?;
        self.caught(scoped, node, edges, &mut other)?;
        out.push(Stmt::If(condition, then, other));
        Ok(())
    }

    pub(super) fn task(
        &mut self,
        node: Node,
        resource: String,
        mut arguments: Value,
    ) -> Stopped<Call> {
        let token = match resource.ends_with(".waitForTaskToken") {
            true => Some(placed(&mut arguments).ok_or_else(|| {
                ImportError::new(
                    "a call that waits for a token, and none in an object of its arguments",
                    &resource,
                )
            })?),
            false => None,
        };
        let class = self.types.of(&arguments)?;
        let result = self.types.source(Source::Result(node));
        if let Some(other) = self.same_function(&resource) {
            let (arguments, answer) = (other.arguments, other.result);
            let same = self.types.same(class, arguments);
            same.and_then(|()| self.types.same(result, answer)).map_err(|stop| {
                let what = "a function that is called with values of different types";
                ImportError::new(what, format!("{resource}: {stop}"))
            })?;
        }
        self.tasks.push(Task { node, resource, arguments: class, result, token });
        Ok(Call::Task(Given::new(arguments, class)))
    }

    /// A call before this one of the same function, where it is one of the program's own.
    fn same_function(&self, resource: &str) -> Option<&Task> {
        let own = self.functions.iter().any(|it| it.resource == resource);
        self.tasks.iter().find(|it| own && it.resource == resource)
    }

    pub(super) fn parallel(
        &mut self,
        node: Node,
        environment: &Value,
        input: &Value,
    ) -> Stopped<Call> {
        let begin = data(environment, input.clone())?;
        let (mut bodies, mut outputs) = (vec![], vec![]);
        for scope in self.machine.states[node].scopes.clone() {
            let (body, output) = self.scope(scope, &begin)?;
            bodies.push(body);
            outputs.push(output);
        }
        let result = self.types.source(Source::Result(node));
        let shape = match outputs.len() {
            1 => return Err(ImportError::new("a Parallel of one branch", "")),
            2..=8 => Shape::Tuple(outputs),
            _ => return Err(ImportError::new("a Parallel of more than eight branches", "")),
        };
        self.types.is(result, shape)?;
        Ok(Call::Join(bodies))
    }

    pub(super) fn map(&mut self, node: Node, environment: &Value, map: Mapped) -> Stopped<Call> {
        let item = self.types.source(Source::Item(node));
        let items = self.types.of(&map.items)?;
        let reader = map.distributed.as_ref().and_then(|it| it.reader.as_ref());
        let batch = map.distributed.as_ref().and_then(|it| it.batch);
        let mut one = item;
        if batch.is_some() {
            one = self.types.items(item)?;
        }
        if reader.is_some_and(|it| it.function == "read_csv") {
            self.types.row(one)?;
        }
        if reader.is_none() {
            let list = self.types.fresh(Shape::List(one));
            self.types.same(items, list).map_err(|stop| stop.at("", "ItemsPath"))?;
        }
        self.places(map.distributed.as_ref())?;
        let begin = data(environment, map.input.clone())?;
        let scope = self.machine.states[node].scopes[0];
        let (body, output) = self.scope(scope, &begin)?;
        if reader.is_some_and(|it| it.function == "read_csv") {
            self.types.row(one)?;
            self.rows.push((node, one));
        }
        self.read.extend(reader.map(|_| (node, one)));
        let result = self.types.source(Source::Result(node));
        if map.distributed.as_ref().is_none_or(|it| it.writer.is_none()) {
            self.types.is(result, Shape::List(output))?;
        }
        let mut counted = false;
        crate::code::values(&body, &mut |value| {
            value.reads(&mut |source, _| counted |= source == Source::Index(node));
        });
        if counted && (reader.is_some() || batch.is_some()) {
            return Err(ImportError::new("the index of an item that is read or batched", ""));
        }
        Ok(Call::Map(Box::new(MapCall {
            items: Given::new(map.items, items),
            counted,
            item: one,
            body,
            concurrency: map.concurrency,
            distributed: map.distributed,
        })))
    }
}

/// True where a failure has one of these names.
pub(super) fn caught(node: Node, names: &[String]) -> Condition {
    let error = || Value::From(Source::Failure(node), vec![Step::Name("Error".to_owned())]);
    let is = |name: &str| {
        Condition::Compare(error(), "==", Value::Literal(Json::from(name)), Domain::Text)
    };
    let all: Vec<Condition> = names
        .iter()
        .flat_map(|name| match name.as_str() {
            "States.TaskFailed" => vec![Condition::Not(Box::new(is("States.Timeout")))],
            "States.Timeout" => vec![is("States.Timeout"), is("States.HeartbeatTimeout")],
            name => vec![is(name)],
        })
        .collect();
    match <[Condition; 1]>::try_from(all) {
        Ok([one]) => one,
        Err(all) => Condition::Or(all),
    }
}

//! Statements made of a graph of states: by who dominates whom, every graph without jumps into loops has a form.

mod calls;

use crate::code::{Given, OwnFunction, Stmt, Task};
use crate::condition::{Condition, Domain};
use crate::flow::Flow;
use crate::path::Step;
use crate::scope::Machine;
use crate::step::{DATA, Distributed, Edge, Kind, read};
use crate::stop::{ImportError, Stopped};
use crate::types::{Class, Shape, Types};
use crate::value::{Node, Op, Source, Value};
use serde_json::Value as Json;

/// The program that is being made.
pub(crate) struct Build<'a> {
    pub machine: &'a Machine<'a>,
    /// The functions that become tasks with a body.
    pub functions: &'a [OwnFunction],
    pub types: Types,
    pub tasks: Vec<Task>,
    /// The items that are rows of CSV files.
    pub rows: Vec<(Node, Class)>,
    /// The items that are read, of whatever form.
    pub read: Vec<(Node, Class)>,
}

/// A scope that is being made.
struct Scoped {
    scope: usize,
    flow: Flow,
    output: Class,
}

impl<'a> Build<'a> {
    /// The statements of a scope, and the class of what it ends with.
    pub fn scope(&mut self, scope: usize, begin: &Value) -> Stopped<(Vec<Stmt>, Class)> {
        let flow = Flow::of(self.machine, scope, begin)?;
        self.types.absent.extend(flow.absent.iter().copied());
        let start = self.machine.scopes[scope].start;
        let output = self.types.fresh(Shape::Unknown);
        let scoped = Scoped { scope, flow, output };
        let mut body = vec![];
        if scoped.flow.order.is_head(start) {
            self.begin(&scoped, start, begin, &mut body)?;
        }
        self.tree(&scoped, start, &mut body)?;
        Ok((body, output))
    }

    fn name(&self, node: Node) -> &'a str {
        self.machine.states[node].name
    }

    /// A state and all that only it leads to.
    fn tree(&mut self, scoped: &Scoped, node: Node, out: &mut Vec<Stmt>) -> Stopped<()> {
        let name = self.name(node);
        if scoped.flow.order.is_head(node) {
            let mut body = vec![];
            self.state(scoped, node, &mut body).map_err(|stop| stop.at(name, ""))?;
            out.push(Stmt::Loop(node, body));
            return Ok(());
        }
        self.state(scoped, node, out).map_err(|stop| stop.at(name, ""))
    }

    fn state(&mut self, scoped: &Scoped, node: Node, out: &mut Vec<Stmt>) -> Stopped<()> {
        let entered = &scoped.flow.entered[&node];
        let read = read(self.machine, scoped.scope, node, entered)?;
        let mut inner = vec![];
        let (early, late): (Vec<_>, Vec<_>) = read
            .drawn
            .into_iter()
            .enumerate()
            .partition(|(_, value)| !value.reads_from(Source::Result(node)));
        self.draw(node, early, out)?;
        for value in &read.selected {
            self.types.of(value)?;
        }
        for edge in &read.edges {
            self.types.object(&edge.environment.at(&[Step::Name(DATA.to_owned())])?)?;
        }
        let mut late_out = vec![];
        self.draw(node, late, &mut late_out)?;
        self.work(scoped, node, read.work, read.edges, late_out, [out, &mut inner])?;
        for merged in scoped.flow.order.merged(node) {
            let binds = self.joined(scoped, merged);
            let again = scoped.flow.order.is_head(merged);
            inner = vec![Stmt::Block { label: merged, binds, again, body: inner }];
            self.tree(scoped, merged, &mut inner)?;
        }
        out.extend(inner);
        Ok(())
    }

    /// Values that are drawn or computed once.
    fn draw(&mut self, node: Node, drawn: Vec<(usize, Value)>, out: &mut Vec<Stmt>) -> Stopped<()> {
        for (index, value) in drawn {
            let source = Source::Drawn(node, index);
            let (own, class) = (self.types.source(source), self.types.of(&value)?);
            self.types.same(own, class)?;
            out.push(Stmt::Draw(source, Given::new(value, own)));
        }
        Ok(())
    }

    fn joined(&self, scoped: &Scoped, node: Node) -> Vec<Source> {
        let count = scoped.flow.joined.get(&node).map_or(0, Vec::len);
        (0..count).map(|index| Source::Joined(node, index)).collect()
    }

    fn edges(
        &mut self,
        scoped: &Scoped,
        node: Node,
        edges: Vec<Edge>,
        out: &mut Vec<Stmt>,
    ) -> Stopped<()> {
        let mut edges = edges.into_iter();
        let Some(edge) = edges.next() else { return Ok(()) };
        let name = self.name(node);
        match &edge.kind {
            Kind::Rule(condition) => {
                let condition = condition.clone();
                self.typed(&condition).map_err(|stop| stop.at(name, "Choices"))?;
                let (mut then, mut other) = (vec![], vec![]);
                self.edge(scoped, node, edge, &mut then)?;
                self.edges(scoped, node, edges.collect(), &mut other)?;
                out.push(Stmt::If(condition, then, other));
                Ok(())
            }
            Kind::Default if edge.to.is_none() => {
                out.push(Stmt::Unmatched(node));
                Ok(())
            }
            _ => self.edge(scoped, node, edge, out),
        }
    }

    /// One way out of a state.
    fn edge(
        &mut self,
        scoped: &Scoped,
        node: Node,
        edge: Edge,
        out: &mut Vec<Stmt>,
    ) -> Stopped<()> {
        let order = &scoped.flow.order;
        let Some(to) = edge.to else {
            let value = edge.environment.at(&[Step::Name(DATA.to_owned())])?;
            let class = self.types.of(&value)?;
            self.types
                .same(scoped.output, class)
                .map_err(|stop| ended(stop).at(self.name(node), "End"))?;
            out.push(Stmt::Return(Given::new(value, scoped.output)));
            return Ok(());
        };
        if order.is_back(node, to) {
            let values = self.brought(scoped, to, &edge.environment)?;
            out.push(Stmt::Continue(to, values));
            return Ok(());
        }
        if order.forward(to) > 1 {
            let values = self.brought(scoped, to, &edge.environment)?;
            out.push(Stmt::Break(to, values.into_iter().map(|(_, given)| given).collect()));
            return Ok(());
        }
        if order.is_head(to) {
            self.begin(scoped, to, &edge.environment, out)?;
        }
        self.tree(scoped, to, out)
    }

    /// The values that a loop begins with.
    fn begin(
        &mut self,
        scoped: &Scoped,
        head: Node,
        environment: &Value,
        out: &mut Vec<Stmt>,
    ) -> Stopped<()> {
        let values = self.brought(scoped, head, environment)?;
        if !values.is_empty() {
            out.push(Stmt::Begin(values));
        }
        Ok(())
    }

    /// The values that an edge brings for those that differ.
    fn brought(
        &mut self,
        scoped: &Scoped,
        to: Node,
        environment: &Value,
    ) -> Stopped<Vec<(Source, Given)>> {
        let paths = scoped.flow.joined.get(&to).cloned().unwrap_or_default();
        let mut values = vec![];
        for (index, steps) in paths.iter().enumerate() {
            let source = Source::Joined(to, index);
            let optional = scoped.flow.absent.contains(&(to, index));
            let value = match environment.at(steps) {
                Ok(value) => value,
                Err(_) if optional => Value::Absent,
                Err(stop) => return Err(stop),
            };
            if optional && !is_known(environment, steps) {
                self.may_lack(&value)?;
            }
            let (own, class) = (self.types.source(source), self.types.of(&value)?);
            let name = self.name(to);
            self.types.same(own, class).map_err(|stop| differs(stop, steps).at(name, ""))?;
            values.push((source, Given { value, class: own, optional }));
        }
        Ok(values)
    }

    /// Says that a path leads to something that may be absent.
    fn may_lack(&mut self, value: &Value) -> Stopped<()> {
        if let Value::From(source, steps) = value
            && let Some((Step::Name(name), before)) = steps.split_last()
        {
            let class = self.types.source(*source);
            let class = self.types.at(class, before)?;
            self.types.optional(class, name)?;
        }
        Ok(())
    }

    fn text(&mut self, value: Value) -> Stopped<Given> {
        let class = self.types.of(&value)?;
        self.types.is(class, Shape::Text)?;
        Ok(Given::new(value, class))
    }

    /// Buckets and keys are texts.
    fn places(&mut self, distributed: Option<&Distributed>) -> Stopped<()> {
        let Some(options) = distributed else { return Ok(()) };
        let read = options.reader.iter().flat_map(|it| [&it.bucket, &it.key]);
        let written = options.writer.iter().flat_map(|(bucket, prefix)| [bucket, prefix]);
        for value in read.chain(written) {
            let class = self.types.of(value)?;
            self.types.is(class, Shape::Text)?;
        }
        Ok(())
    }

    /// Remembers values on both sides of what a class is compared with.
    fn compares(&mut self, class: Class, with: &Value) {
        let Value::Literal(json) = with else { return };
        self.types.compared(class, json.clone());
        if let Some(number) = json.as_i64() {
            self.types.compared(class, (number + 1).into());
            self.types.compared(class, number.saturating_sub(1).into());
        }
    }

    /// Numbers that are compared are of one type; a literal takes that of the other side.
    fn numbers(&mut self, one: Class, other: Class, values: [&Value; 2]) -> Stopped<()> {
        self.compares(one, values[1]);
        self.compares(other, values[0]);
        for (class, value) in [(one, values[0]), (other, values[1])] {
            match value {
                Value::Literal(Json::Number(number)) if number.is_f64() => {}
                Value::Literal(_) => continue,
                _ => self.types.is(class, Shape::Number)?,
            }
        }
        let is_float = |value: &Value| matches!(value, Value::Literal(Json::Number(number)) if number.is_f64());
        match values {
            [Value::Literal(_), _] if !is_float(values[0]) => Ok(()),
            [_, Value::Literal(_)] if !is_float(values[1]) => Ok(()),
            _ => self.types.same(one, other),
        }
    }

    /// Finds the types of what a condition reads.
    fn typed(&mut self, condition: &Condition) -> Stopped<()> {
        match condition {
            Condition::Compare(one_value, _, other_value, domain) => {
                let (one, other) = (self.types.of(one_value)?, self.types.of(other_value)?);
                if *domain == Domain::Number {
                    return self.numbers(one, other, [one_value, other_value]);
                }
                let shape = if *domain == Domain::Text { Shape::Text } else { Shape::Bool };
                for (class, other) in [(one, other_value), (other, one_value)] {
                    self.compares(class, other);
                }
                self.types.is(one, shape.clone())?;
                self.types.is(other, shape)
            }
            Condition::Matches(value, pattern) => {
                let class = self.types.of(value)?;
                self.types.compared(class, pattern.replace('*', "x").into());
                self.types.is(class, Shape::Text)
            }
            Condition::Holds(value) => {
                let class = self.types.of(value)?;
                self.types.is(class, Shape::Bool)
            }
            Condition::Present(Value::From(source, steps)) => {
                let class = self.types.source(*source);
                match steps.split_last() {
                    Some((Step::Name(name), before)) => {
                        let class = self.types.at(class, before)?;
                        if *self.types.shape(class) != Shape::Failure {
                            self.types.optional(class, name)?;
                        }
                        Ok(())
                    }
                    _ => self.types.at(class, steps).map(drop),
                }
            }
            Condition::Not(inner) => self.typed(inner),
            Condition::And(all) | Condition::Or(all) => {
                all.iter().try_for_each(|it| self.typed(it))
            }
            Condition::Present(_) | Condition::Always(_) => Ok(()),
        }
    }
}

/// Takes the token out of arguments, and returns its place there.
fn placed(arguments: &mut Value) -> Option<String> {
    let usual = |it: char| it.is_ascii_alphanumeric() || "_-".contains(it);
    let Value::Object(None, fields) = arguments else { return None };
    let is_token = |value: &Value| matches!(value, Value::Computed(Op::Token, _));
    if let Some(at) = fields.iter().position(|(_, value)| is_token(value)) {
        return Some(fields.remove(at).0).filter(|name| name.chars().all(usual));
    }
    fields.iter_mut().find_map(|(name, value)| {
        let inner = placed(value)?;
        name.chars().all(usual).then(|| format!("{name}.{inner}"))
    })
}

/// True if a path leads to something that states have made, and not into data from outside that may lack it.
fn is_known(environment: &Value, steps: &[Step]) -> bool {
    let Some((last, before)) = steps.split_last() else { return true };
    match (environment.at(before), last) {
        (Ok(Value::Object(_, fields)), Step::Name(name)) => fields.iter().any(|(it, _)| it == name),
        (Ok(Value::From(..)), _) => false,
        (found, _) => found.is_ok(),
    }
}

fn ended(stop: ImportError) -> ImportError {
    ImportError { construct: "ends with values of different types", ..stop }
}

fn differs(stop: ImportError, steps: &[Step]) -> ImportError {
    let at = crate::path::shown(&steps[steps.len().min(1)..]);
    ImportError {
        construct: "ways that bring values of different types",
        detail: format!("{at}: {}", stop.detail),
        ..stop
    }
}

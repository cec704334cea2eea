//! The machine that evaluates the nodes of an expression.

mod bounds;
mod call;
mod fields;
mod filter;
mod frame;
mod function;
mod group;
mod operators;
mod path;
mod sort;
mod transform;
mod tuples;

pub use bounds::Limits;
pub(super) use bounds::{Bounds, too_much};
pub(super) use function::{Function, Next, Tail};
pub(super) use sort::merge_sort;
pub(super) use tuples::Tuples;

use super::builtins;
use super::entropy::Entropy;
use super::fault::Fault;
use super::scope::Scope;
use super::syntax::{Extra, Item, Kind, Node, Program, Stage, Symbol, deeper};
use super::value::{Array, List, Value, Writer};
use frame::Frame;
use function::Closure;
use std::rc::{Rc, Weak};

pub(super) type Outcome<'a, T = Value<'a>> = Result<T, Fault>;

/// After so many levels of evaluation the stack is looked at.
const DEEPER: usize = 4;

/// One evaluation of one expression.
pub(super) struct Machine<'a> {
    program: &'a Program,
    scope: &'a Scope<'a>,
    /// The data of the evaluation: `$$`.
    root: Value<'a>,
    pub(super) entropy: Entropy,
    pub(super) bounds: Bounds,
    depth: usize,
    /// The number of built-in functions that call each other.
    calls: usize,
    /// The name of the function that failed.
    called: Option<&'a str>,
    /// Frames that closures hold, and that may hold closures: emptied at the end, as they would hold each other.
    held: Vec<Weak<Frame<'a>>>,
}

impl<'a> Machine<'a> {
    pub(super) fn new(
        program: &'a Program,
        scope: &'a Scope<'a>,
        root: Value<'a>,
        entropy: Entropy,
        limits: Limits,
    ) -> Self {
        let bounds = Bounds::new(limits);
        Machine {
            program,
            scope,
            root,
            entropy,
            bounds,
            depth: 0,
            calls: 0,
            called: None,
            held: vec![],
        }
    }

    /// The value of the expression.
    pub(super) fn run(&mut self) -> Outcome<'a> {
        let frame = Frame::new(None, vec![]);
        let input = self.root.clone();
        let program = self.program;
        self.evaluate(&program.node, &input, &frame).map_err(|fault| match self.called {
            Some(name) => fault.called(name),
            None => fault,
        })
    }

    /// The value of a node.
    fn evaluate(
        &mut self,
        node: &'a Node,
        input: &Value<'a>,
        frame: &Rc<Frame<'a>>,
    ) -> Outcome<'a> {
        self.enter(node)?;
        let value = if self.depth.is_multiple_of(DEEPER) {
            deeper(|| self.complete(node, input, frame))
        } else {
            self.complete(node, input, frame)
        };
        self.depth -= 1;
        value.map_err(|fault| fault.placed(node.at))
    }

    fn enter(&mut self, node: &Node) -> Result<(), Fault> {
        self.bounds.tick(1).map_err(|fault| fault.placed(node.at))?;
        if self.depth >= self.bounds.depth() {
            return Err(bounds::too_deep().placed(node.at));
        }
        self.depth += 1;
        Ok(())
    }

    fn complete(
        &mut self,
        node: &'a Node,
        input: &Value<'a>,
        frame: &Rc<Frame<'a>>,
    ) -> Outcome<'a> {
        let value = self.kind(node, input, frame)?;
        let value = match &node.extra {
            None => value,
            Some(extra) => self.extras(node, extra, value, frame)?,
        };
        Self::collapse(value, node.is(|extra| extra.keep))
    }

    /// Applies predicates and grouping of what is no path, which has its own.
    fn extras(
        &mut self,
        node: &'a Node,
        extra: &'a Extra,
        mut value: Value<'a>,
        frame: &Rc<Frame<'a>>,
    ) -> Outcome<'a> {
        if matches!(node.kind, Kind::Path(_)) || matches!(value, Value::Tail(_)) {
            return Ok(value);
        }
        for stage in &extra.stages {
            if let Stage::Filter(predicate) = stage {
                value = self.filter(predicate, &value, frame)?;
            }
        }
        match &extra.group {
            Some(group) => self.group(group, &value, frame),
            None => Ok(value),
        }
    }

    /// A sequence as the end of an evaluation leaves it; any other value as it is.
    fn collapse(value: Value<'a>, keep: bool) -> Outcome<'a> {
        let Value::Array(Array::Made(list)) = &value else {
            Bounds::nested(value.depth())?;
            return Ok(value);
        };
        Bounds::nested(value.depth())?;
        if !list.sequence {
            return Ok(value);
        }
        Ok(match list.items.len() {
            0 => Value::Undefined,
            _ if keep && !list.keep => {
                Value::Array(Array::Made(list.clone()).marked(|list| list.keep = true))
            }
            1 if !list.keep => list.items[0].clone(),
            _ => value,
        })
    }

    /// The value of a node as it is, without what follows it.
    fn kind(&mut self, node: &'a Node, input: &Value<'a>, frame: &Rc<Frame<'a>>) -> Outcome<'a> {
        Ok(match &node.kind {
            Kind::Null => Value::Null,
            Kind::Bool(flag) => Value::Bool(*flag),
            Kind::Number(number) => Value::Number(*number),
            Kind::Text(text) => Value::Text(super::value::Text::Viewed(text)),
            Kind::Regex(regex) => Value::Function(Function::Regex(regex)),
            Kind::Name(name) => return self.field(input, name),
            Kind::Context => match input {
                Value::Array(items) if items.is(|list| list.outer) => items.get(0),
                input => input.clone(),
            },
            Kind::Root => match &self.root {
                Value::Array(items) if items.is(|list| list.outer) => items.get(0),
                root => root.clone(),
            },
            Kind::Variable(name) => self.variable(*name, frame),
            Kind::Wildcard => self.wildcard(input)?,
            Kind::Descendant => self.descendants(input)?,
            Kind::Parent(slot) => {
                frame.find(self.program.labels[*slot]).unwrap_or(Value::Undefined)
            }
            Kind::Path(path) => return self.path(node, path, input, frame),
            Kind::Block(block) => {
                let inner =
                    if block.binds { Frame::new(Some(frame), vec![]) } else { frame.clone() };
                let mut value = Value::Undefined;
                for node in &block.nodes {
                    value = self.evaluate(node, input, &inner)?;
                }
                value
            }
            Kind::Binary(operator, sides) => {
                return self.binary(*operator, &sides.0, &sides.1, input, frame);
            }
            Kind::Condition(condition) => {
                let test = self.evaluate(&condition.test, input, frame)?;
                match (test.truth(), &condition.other) {
                    (Some(true), _) => return self.evaluate(&condition.then, input, frame),
                    (_, Some(other)) => return self.evaluate(other, input, frame),
                    _ => Value::Undefined,
                }
            }
            Kind::Call(call) => return self.call(node, call, None, input, frame),
            Kind::Apply(sides) => return self.apply_operator(&sides.0, &sides.1, input, frame),
            _ => return self.rarer(node, input, frame),
        })
    }

    fn rarer(&mut self, node: &'a Node, input: &Value<'a>, frame: &Rc<Frame<'a>>) -> Outcome<'a> {
        Ok(match &node.kind {
            Kind::Negate(inner) => match self.evaluate(inner, input, frame)? {
                Value::Undefined => Value::Undefined,
                value => match operators::numeric(&value) {
                    Ok(number) => number.map(|number| -number).into(),
                    Err(Some(fault)) => return Err(fault),
                    Err(None) => {
                        let shown = Writer::shown(&value, &self.bounds)?;
                        let text = format!("Cannot negate a non-numeric value: {shown}");
                        return Err(Fault::new("D1002", text));
                    }
                },
            },
            Kind::Array(items) => self.array(node, items, input, frame)?,
            Kind::Object(group) => self.group(group, input, frame)?,
            Kind::Bind(name, value) => {
                let value = self.evaluate(value, input, frame)?;
                frame.bind(*name, value.clone());
                Bounds::nested(frame.depth())?;
                value
            }
            Kind::Lambda(lambda) => {
                if !frame.held.replace(true) {
                    self.held.push(Rc::downgrade(frame));
                }
                let depth = frame.depth().max(input.depth()).saturating_add(1);
                let (frame, input) = (frame.clone(), input.clone());
                let closure = Closure { lambda, left: None, frame, input, depth };
                Value::Function(Function::Lambda(Rc::new(closure)))
            }
            Kind::Transform(transform) => {
                if !frame.held.replace(true) {
                    self.held.push(Rc::downgrade(frame));
                }
                self.transformer(transform, frame)
            }
            Kind::Partial(call) => self.partial(call, input, frame)?,
            Kind::Sort(terms) => {
                let items = input.items();
                self.sort(terms, items, frame)?
            }
            _ => Value::Undefined,
        })
    }

    fn array(
        &mut self,
        node: &'a Node,
        items: &'a [Item],
        input: &Value<'a>,
        frame: &Rc<Frame<'a>>,
    ) -> Outcome<'a> {
        let mut list = Vec::with_capacity(items.len());
        for item in items {
            match item {
                Item::Range(first, last) => self.range(first, last, &mut list, input, frame)?,
                Item::One(item) => match self.evaluate(item, input, frame)? {
                    Value::Undefined => {}
                    value if matches!(item.kind, Kind::Array(_)) => list.push(value),
                    Value::Array(items) => {
                        self.bounds.tick(items.len())?;
                        list.extend(items.iter());
                    }
                    Value::Tuples(tuples) => list.extend(tuples.values()),
                    value => list.push(value),
                },
            }
        }
        let mut list = List::array(list);
        list.cons = node.is(|extra| extra.cons);
        Ok(Value::Array(Array::Made(Rc::new(list))))
    }

    /// The value of a variable: of the expression, of the state, or a built-in function.
    fn variable(&self, name: Symbol, frame: &Rc<Frame<'a>>) -> Value<'a> {
        if let Some(value) = frame.find(name) {
            return value;
        }
        let name = &*self.program.names[name as usize];
        let value = self.scope.value(name);
        if value.is_undefined() {
            return builtins::named(name)
                .map_or(Value::Undefined, |builtin| Value::Function(Function::Builtin(builtin)));
        }
        value
    }

    /// The name of a variable.
    fn name(&self, name: Symbol) -> &'a str {
        let program = self.program;
        &program.names[name as usize]
    }
}

impl Drop for Machine<'_> {
    fn drop(&mut self) {
        let held = std::mem::take(&mut self.held);
        let frames: Vec<_> = held.iter().filter_map(Weak::upgrade).collect();
        // First everything is taken out, then it is dropped: no frame goes while it is in use.
        let contents: Vec<_> = frames.iter().map(|frame| frame.clear()).collect();
        drop(contents);
    }
}

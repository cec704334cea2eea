//! The Rust of a workflow, before its types are known and it is printed.

use crate::condition::Condition;
use crate::step::{Distributed, Reader};
use crate::types::Class;
use crate::value::{Node, Source, Value};

/// A value where one of a type is needed.
#[derive(Debug)]
pub(crate) struct Given {
    pub value: Value,
    pub class: Class,
    /// True if it may be absent: an `Option`.
    pub optional: bool,
}

/// A statement.
#[derive(Debug)]
pub(crate) enum Stmt {
    /// `let name = uuid();`
    Draw(Source, Given),
    /// `let mut name = value;`: the values that a loop begins with.
    Begin(Vec<(Source, Given)>),
    /// `let (a, b) = 'label: { .. };`
    Block {
        label: Node,
        binds: Vec<Source>,
        again: bool,
        body: Vec<Stmt>,
    },
    /// `'label: loop { .. }`
    Loop(Node, Vec<Stmt>),
    If(Condition, Vec<Stmt>, Vec<Stmt>),
    /// `let result = call.await?;`
    Call(Node, Call),
    /// `match call.await { Ok(result) => .., Err(failure) => .. }`
    Match(Node, Call, Vec<Stmt>, Vec<Stmt>),
    Sleep(Node, Given),
    Until(Node, Given),
    /// `break 'label (a, b);`
    Break(Node, Vec<Given>),
    /// `a = b; continue 'label;`
    Continue(Node, Vec<(Source, Given)>),
    /// `return Ok(value);`
    Return(Given),
    /// `return Err(Failure::new(error, cause));`
    Fail(Given, Given),
    /// `return Err(failure);`
    Raise(Source),
    /// The failure of a Choice without a rule that applies.
    Unmatched(Node),
}

/// Whatever is awaited.
#[derive(Debug)]
pub(crate) enum Call {
    Task(Given),
    Join(Vec<Vec<Stmt>>),
    Map(Box<MapCall>),
}

/// `map(items, async |item| { .. })`
#[derive(Debug)]
pub(crate) struct MapCall {
    pub items: Given,
    /// True if the index of the item is read.
    pub counted: bool,
    pub item: Class,
    pub body: Vec<Stmt>,
    pub concurrency: Option<u64>,
    pub distributed: Option<Distributed>,
}

/// A function that a definition calls, and that becomes a task with a body to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnFunction {
    /// The resource by which Tasks call it.
    pub resource: String,
    /// The name that the task is to have; another one where Rust or the module has that already.
    pub name: String,
    /// Lines about it.
    pub about: String,
}

/// A call of a task.
#[derive(Debug)]
pub(crate) struct Task {
    pub node: Node,
    pub resource: String,
    pub arguments: Class,
    pub result: Class,
    /// The place of the token in the arguments.
    pub token: Option<String>,
}

impl MapCall {
    /// The reader of a distributed Map.
    pub fn reader(&self) -> Option<&Reader> {
        self.distributed.as_ref().and_then(|it| it.reader.as_ref())
    }
}

impl Given {
    pub fn new(value: Value, class: Class) -> Self {
        Given { value, class, optional: false }
    }
}

/// Visits all values that statements read.
pub(crate) fn values(body: &[Stmt], visit: &mut dyn FnMut(&Value)) {
    for stmt in body {
        match stmt {
            Stmt::Draw(_, given) => visit(&given.value),
            Stmt::Raise(_) | Stmt::Unmatched(_) => {}
            Stmt::Begin(all) | Stmt::Continue(_, all) => {
                all.iter().for_each(|(_, given)| visit(&given.value))
            }
            Stmt::Block { body, .. } | Stmt::Loop(_, body) => values(body, visit),
            Stmt::If(condition, then, other) => {
                condition.values(visit);
                values(then, visit);
                values(other, visit);
            }
            Stmt::Call(_, call) => called(call, visit),
            Stmt::Match(_, call, good, bad) => {
                called(call, visit);
                values(good, visit);
                values(bad, visit);
            }
            Stmt::Sleep(_, given) | Stmt::Until(_, given) | Stmt::Return(given) => {
                visit(&given.value)
            }
            Stmt::Break(_, all) => all.iter().for_each(|given| visit(&given.value)),
            Stmt::Fail(error, cause) => {
                visit(&error.value);
                visit(&cause.value);
            }
        }
    }
}

fn called(call: &Call, visit: &mut dyn FnMut(&Value)) {
    match call {
        Call::Task(arguments) => visit(&arguments.value),
        Call::Join(branches) => branches.iter().for_each(|body| values(body, visit)),
        Call::Map(map) => {
            visit(&map.items.value);
            if let Some(reader) = map.reader() {
                visit(&reader.bucket);
                visit(&reader.key);
            }
            if let Some((bucket, prefix)) =
                map.distributed.as_ref().and_then(|it| it.writer.as_ref())
            {
                visit(bucket);
                visit(prefix);
            }
            values(&map.body, visit);
        }
    }
}

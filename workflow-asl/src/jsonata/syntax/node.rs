//! The nodes of an expression as they are evaluated.

use super::super::library::regex::Regex;
use super::{Operator, Signature};

/// The name of a variable: its place in the table of names.
pub(in crate::jsonata) type Symbol = u32;
/// An operator `%`: its place in the table of labels.
pub(in crate::jsonata) type Slot = usize;

/// An expression, ready to be evaluated.
#[derive(Debug)]
pub(in crate::jsonata) struct Program {
    pub(in crate::jsonata) node: Node,
    pub(in crate::jsonata) names: Vec<Box<str>>,
    /// Under which name each `%` finds its parent in a tuple.
    pub(in crate::jsonata) labels: Vec<Symbol>,
}

/// A node and the byte where it begins.
#[derive(Debug)]
pub(in crate::jsonata) struct Node {
    pub(in crate::jsonata) at: usize,
    pub(in crate::jsonata) kind: Kind,
    pub(in crate::jsonata) extra: Option<Box<Extra>>,
}

/// The parts that follow or mark a node; few have any.
#[derive(Debug, Default)]
pub(in crate::jsonata) struct Extra {
    pub(in crate::jsonata) stages: Vec<Stage>,
    pub(in crate::jsonata) group: Option<Group>,
    /// `[]`: a single value stays in an array.
    pub(in crate::jsonata) keep: bool,
    /// An array constructor that begins or ends a path: its array is not flattened.
    pub(in crate::jsonata) cons: bool,
    /// True if it makes tuples.
    pub(in crate::jsonata) tuple: bool,
    /// `@$name`
    pub(in crate::jsonata) focus: Option<Symbol>,
    /// `#$name`
    pub(in crate::jsonata) index: Option<Symbol>,
    /// The `%` whose value is the input of this step.
    pub(in crate::jsonata) ancestor: Option<Slot>,
    /// A step that was no path when it got predicates and a grouping: it has both before what follows.
    pub(in crate::jsonata) alone: bool,
    /// The `%` inside that are not resolved here.
    pub(super) seeking: Vec<Slot>,
}

#[derive(Debug)]
pub(in crate::jsonata) enum Stage {
    Filter(Node),
    Index(Symbol),
}

/// Pairs of a key and a value, and where they stand.
#[derive(Debug)]
pub(in crate::jsonata) struct Group {
    pub(in crate::jsonata) at: usize,
    pub(in crate::jsonata) pairs: Vec<(Node, Node)>,
}

#[derive(Debug)]
pub(in crate::jsonata) enum Kind {
    Null,
    Bool(bool),
    Number(f64),
    Text(Box<str>),
    Regex(Box<Regex>),
    /// A field; always a step.
    Name(Box<str>),
    /// `$`
    Context,
    /// `$$`
    Root,
    Variable(Symbol),
    Wildcard,
    Descendant,
    Parent(Slot),
    /// `?` among arguments.
    Hole,
    Path(Box<Path>),
    /// Terms and whether each is descending; always a step.
    Sort(Vec<(Node, bool)>),
    Negate(Box<Node>),
    Array(Vec<Item>),
    Object(Group),
    Block(Block),
    Binary(Operator, Box<(Node, Node)>),
    Bind(Symbol, Box<Node>),
    Condition(Box<Condition>),
    Call(Box<Call>),
    /// A call with holes.
    Partial(Box<Call>),
    Lambda(Box<Lambda>),
    Transform(Box<Transform>),
    Apply(Box<(Node, Node)>),
}

#[derive(Debug)]
pub(in crate::jsonata) struct Path {
    /// Not empty.
    pub(in crate::jsonata) steps: Vec<Node>,
    /// A single value stays in an array.
    pub(in crate::jsonata) keep: bool,
    /// True if some step makes tuples.
    pub(in crate::jsonata) tuples: bool,
}

impl Path {
    /// The last step: every path has one.
    pub(super) fn last(&mut self) -> &mut Node {
        let last = self.steps.len() - 1;
        &mut self.steps[last]
    }
}

#[derive(Debug)]
pub(in crate::jsonata) enum Item {
    One(Node),
    Range(Node, Node),
}

#[derive(Debug)]
pub(in crate::jsonata) struct Block {
    pub(in crate::jsonata) nodes: Vec<Node>,
    /// True if it binds variables.
    pub(in crate::jsonata) binds: bool,
}

#[derive(Debug)]
pub(in crate::jsonata) struct Condition {
    pub(in crate::jsonata) test: Node,
    pub(in crate::jsonata) then: Node,
    pub(in crate::jsonata) other: Option<Node>,
}

#[derive(Debug)]
pub(in crate::jsonata) struct Call {
    pub(in crate::jsonata) callee: Node,
    pub(in crate::jsonata) arguments: Vec<Node>,
    /// True if it ends the body of a lambda.
    pub(in crate::jsonata) tail: bool,
}

#[derive(Debug)]
pub(in crate::jsonata) struct Lambda {
    pub(in crate::jsonata) parameters: Vec<Symbol>,
    pub(in crate::jsonata) signature: Option<Signature>,
    pub(in crate::jsonata) body: Node,
}

#[derive(Debug)]
pub(in crate::jsonata) struct Transform {
    pub(in crate::jsonata) pattern: Node,
    pub(in crate::jsonata) update: Node,
    pub(in crate::jsonata) delete: Option<Node>,
}

impl Node {
    pub(super) fn new(at: usize, kind: Kind) -> Self {
        Node { at, kind, extra: None }
    }

    /// Its marks, to be changed.
    pub(super) fn marks(&mut self) -> &mut Extra {
        self.extra.get_or_insert_default()
    }

    /// True if something is so of its marks.
    pub(in crate::jsonata) fn is(&self, so: impl Fn(&Extra) -> bool) -> bool {
        self.extra.as_deref().is_some_and(so)
    }

    /// True if a step makes tuples.
    pub(in crate::jsonata) fn makes_tuples(&self) -> bool {
        self.is(|extra| extra.tuple)
    }

    /// The predicates and indices that follow it.
    pub(in crate::jsonata) fn stages(&self) -> &[Stage] {
        self.extra.as_deref().map_or(&[], |extra| &extra.stages)
    }
}

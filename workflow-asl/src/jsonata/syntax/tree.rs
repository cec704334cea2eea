//! The tree of an expression as it is written.

use super::signature::Signature;

/// A piece of an expression, and the byte where its first or its distinguishing token stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tree {
    pub(super) at: usize,
    pub(super) kind: Kind,
    /// Followed by `[]`.
    pub(super) keep: bool,
}

/// The operators of two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::jsonata) enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Equal,
    Unequal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    And,
    Or,
    Concat,
}

impl Operator {
    pub(in crate::jsonata) const ALL: [(&'static str, Operator, u8); 15] = [
        ("+", Operator::Add, 50),
        ("-", Operator::Subtract, 50),
        ("*", Operator::Multiply, 60),
        ("/", Operator::Divide, 60),
        ("%", Operator::Remainder, 60),
        ("=", Operator::Equal, 40),
        ("!=", Operator::Unequal, 40),
        ("<", Operator::Less, 40),
        ("<=", Operator::LessOrEqual, 40),
        (">", Operator::Greater, 40),
        (">=", Operator::GreaterOrEqual, 40),
        ("in", Operator::In, 40),
        ("and", Operator::And, 30),
        ("or", Operator::Or, 25),
        ("&", Operator::Concat, 50),
    ];

    /// The sign.
    pub(in crate::jsonata) fn sign(self) -> &'static str {
        Self::ALL.iter().find(|(_, operator, _)| *operator == self).map_or("", |(sign, ..)| sign)
    }
}

pub(super) type Pairs = Vec<(Tree, Tree)>;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    /// The place of a missing operand at the end of the expression.
    End,
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    Regex {
        pattern: String,
        flags: String,
    },
    Name(String),
    Variable(String),
    Wildcard,
    Descendant,
    Parent,
    /// `?` among arguments.
    Hole,
    Negate(Box<Tree>),
    Array(Vec<Item>),
    Object(Pairs),
    Block(Vec<Tree>),
    Binary(Operator, Box<Tree>, Box<Tree>),
    Path(Box<Tree>, Box<Tree>),
    Filter(Box<Tree>, Box<Tree>),
    Group(Box<Tree>, Pairs),
    Sort(Box<Tree>, Vec<(Tree, bool)>),
    /// `@$name`
    Focus(Box<Tree>, String),
    /// `#$name`
    Index(Box<Tree>, String),
    Bind(String, Box<Tree>),
    Condition(Box<Tree>, Box<Tree>, Option<Box<Tree>>),
    Call(Box<Tree>, Vec<Tree>),
    Lambda {
        parameters: Vec<String>,
        signature: Option<Signature>,
        body: Box<Tree>,
    },
    Transform {
        pattern: Box<Tree>,
        update: Box<Tree>,
        delete: Option<Box<Tree>>,
    },
    Apply(Box<Tree>, Box<Tree>),
}

/// An item of `[..]`.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Item {
    One(Tree),
    Range(Tree, Tree),
}

impl Tree {
    pub(super) fn new(at: usize, kind: Kind) -> Self {
        Tree { at, kind, keep: false }
    }
    pub(super) fn boxed(self) -> Box<Self> {
        Box::new(self)
    }
}

//! The tree of a regular expression.

use super::class::Class;

/// A part of a regular expression.
#[derive(Debug)]
pub enum Node {
    /// Matches everywhere.
    Empty,
    /// One character.
    Letter(char),
    /// One character of many.
    Class(Class),
    /// Any character but a line end.
    Any,
    /// One after the other.
    Sequence(Vec<Node>),
    /// The first that matches.
    Choice(Vec<Node>),
    /// A group that is remembered, with its number from 1.
    Group(usize, Box<Node>),
    /// The text that a group matched.
    Reference(usize),
    /// The text that a named group matched.
    Named(String),
    /// A place.
    Place(Place),
    /// A look at the text that comes next, or came before.
    Look { ahead: bool, negative: bool, body: Box<Node> },
    /// Again and again.
    Repeat { body: Box<Node>, least: u32, most: u32, greedy: bool, groups: std::ops::Range<usize> },
}

/// A place between characters.
#[derive(Clone, Copy, Debug)]
pub enum Place {
    /// `^`
    Start,
    /// `$`
    End,
    /// `\b`
    Border,
    /// `\B`
    Inside,
}

/// A whole regular expression.
#[derive(Debug)]
pub struct Tree {
    /// Its root.
    pub root: Node,
    /// The number of groups.
    pub groups: usize,
    /// The names of groups, with their numbers.
    pub names: Vec<(String, usize)>,
}

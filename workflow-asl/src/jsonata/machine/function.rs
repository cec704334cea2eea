//! Functions as values.

use super::super::builtins::Builtin;
use super::super::library::regex::{Regex, Subject};
use super::super::syntax::{Call, Lambda, Symbol, Transform};
use super::super::value::Value;
use super::frame::Frame;
use std::rc::Rc;

/// A function. Cheap to clone.
#[derive(Clone)]
pub(in crate::jsonata) enum Function<'a> {
    Lambda(Rc<Closure<'a>>),
    Builtin(&'static Builtin),
    /// A built-in function some of whose arguments are given.
    Partial(Rc<Partial<'a>>),
    /// One function, then another.
    Composed(Rc<Composed<'a>>),
    Regex(&'a Regex),
    /// Finds the next match of a regular expression.
    Next(Rc<Next<'a>>),
    Transform(Rc<Transformer<'a>>),
}

/// A lambda and what it sees.
pub(in crate::jsonata) struct Closure<'a> {
    pub(super) lambda: &'a Lambda,
    /// The parameters that a partial application left; `None`: all.
    pub(super) left: Option<Vec<Symbol>>,
    pub(super) frame: Rc<Frame<'a>>,
    pub(super) input: Value<'a>,
    pub(super) depth: u16,
}

impl Closure<'_> {
    pub(super) fn parameters(&self) -> &[Symbol] {
        self.left.as_ref().unwrap_or(&self.lambda.parameters)
    }
}

pub(in crate::jsonata) struct Partial<'a> {
    pub(super) builtin: &'static Builtin,
    /// The arguments; `None` is a hole.
    pub(super) arguments: Vec<Option<Value<'a>>>,
    pub(super) depth: u16,
}

pub(in crate::jsonata) struct Composed<'a> {
    pub(super) first: Function<'a>,
    pub(super) second: Function<'a>,
    pub(super) depth: u16,
}

pub(in crate::jsonata) struct Next<'a> {
    pub(in crate::jsonata) regex: &'a Regex,
    pub(in crate::jsonata) subject: Rc<Subject>,
    /// The position in code points, and in UTF-16 code units.
    pub(in crate::jsonata) from: (usize, usize),
}

pub(in crate::jsonata) struct Transformer<'a> {
    pub(super) transform: &'a Transform,
    pub(super) frame: Rc<Frame<'a>>,
}

/// A call that is not made yet: it ends a lambda, which ends before it begins.
pub(in crate::jsonata) struct Tail<'a> {
    pub(super) call: &'a Call,
    pub(super) at: usize,
    pub(super) input: Value<'a>,
    pub(super) frame: Rc<Frame<'a>>,
}

impl Function<'_> {
    /// Returns how many parameters it has.
    pub(in crate::jsonata) fn arity(&self) -> usize {
        match self {
            Function::Lambda(closure) => closure.parameters().len(),
            Function::Builtin(builtin) => builtin.arity,
            Function::Partial(partial) => {
                partial.arguments.iter().filter(|argument| argument.is_none()).count()
            }
            Function::Composed(_) | Function::Transform(_) => 1,
            Function::Regex(_) => 2,
            Function::Next(_) => 0,
        }
    }

    /// Returns how deeply it is nested in what it holds.
    pub(in crate::jsonata) fn depth(&self) -> u16 {
        match self {
            Function::Lambda(closure) => closure.depth,
            Function::Partial(partial) => partial.depth,
            Function::Composed(composed) => composed.depth,
            Function::Transform(transformer) => transformer.frame.depth().saturating_add(1),
            Function::Builtin(_) | Function::Regex(_) | Function::Next(_) => 0,
        }
    }

    /// True if it is the same function.
    pub(in crate::jsonata) fn is(&self, other: &Self) -> bool {
        self.address() == other.address()
    }

    /// An address that only this function has.
    pub(in crate::jsonata) fn address(&self) -> usize {
        match self {
            Function::Lambda(it) => Rc::as_ptr(it).addr(),
            Function::Builtin(it) => std::ptr::from_ref(*it).addr(),
            Function::Partial(it) => Rc::as_ptr(it).addr(),
            Function::Composed(it) => Rc::as_ptr(it).addr(),
            Function::Regex(it) => std::ptr::from_ref(*it).addr(),
            Function::Next(it) => Rc::as_ptr(it).addr(),
            Function::Transform(it) => Rc::as_ptr(it).addr(),
        }
    }
}

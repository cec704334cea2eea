//! Filters: `[?(@.price < 10 && @.isbn)]`.

mod apply;
mod literal;
mod parse;
mod pattern;

use super::token::{Token, printed, quoted};
pub(super) use parse::parse;
use pattern::Pattern;
use serde_json::Value;
use std::fmt;

/// A condition on an item.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::jsonpath) enum Filter {
    Or(Vec<Filter>),
    And(Vec<Filter>),
    Not(Box<Filter>),
    /// A path alone: it leads to something.
    Exists(Inner),
    Compare(Operand, Operator, Operand),
}

/// A path inside a filter.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::jsonpath) struct Inner {
    /// True if it begins with `@`, the item; else with `$`, the document.
    item: bool,
    tokens: Vec<Token>,
}

#[derive(Clone, Debug, PartialEq)]
pub(in crate::jsonpath) enum Operand {
    Path(Inner),
    Literal(Value),
    Pattern(Pattern),
}

/// The operators that compare, in Jayway's names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::jsonpath) enum Operator {
    Equal,
    NotEqual,
    SameEqual,
    SameNotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Matches,
    In,
    NotIn,
    SubsetOf,
    AnyOf,
    NoneOf,
    All,
    Contains,
    Size,
    Empty,
}

impl Operator {
    const ALL: [(Operator, &str); 18] = [
        (Operator::Equal, "=="),
        (Operator::NotEqual, "!="),
        (Operator::SameEqual, "==="),
        (Operator::SameNotEqual, "!=="),
        (Operator::Less, "<"),
        (Operator::LessOrEqual, "<="),
        (Operator::Greater, ">"),
        (Operator::GreaterOrEqual, ">="),
        (Operator::Matches, "=~"),
        (Operator::In, "in"),
        (Operator::NotIn, "nin"),
        (Operator::SubsetOf, "subsetof"),
        (Operator::AnyOf, "anyof"),
        (Operator::NoneOf, "noneof"),
        (Operator::All, "all"),
        (Operator::Contains, "contains"),
        (Operator::Size, "size"),
        (Operator::Empty, "empty"),
    ];

    fn named(name: &str) -> Option<Self> {
        let found = Self::ALL.iter().find(|(_, known)| known.eq_ignore_ascii_case(name));
        found.map(|(operator, _)| *operator)
    }
    fn name(self) -> &'static str {
        Self::ALL.iter().find(|(operator, _)| *operator == self).map_or("", |(_, name)| name)
    }
}

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = |f: &mut fmt::Formatter<'_>, filters: &[Filter], between: &str| {
            filters.iter().enumerate().try_for_each(|(index, filter)| {
                let between = if index == 0 { "" } else { between };
                match filter {
                    Filter::Or(_) | Filter::And(_) => write!(f, "{between}({filter})"),
                    filter => write!(f, "{between}{filter}"),
                }
            })
        };
        match self {
            Filter::Or(filters) => all(f, filters, " || "),
            Filter::And(filters) => all(f, filters, " && "),
            Filter::Not(filter) => write!(f, "!({filter})"),
            Filter::Exists(path) => write!(f, "{path}"),
            Filter::Compare(left, operator, right) => {
                write!(f, "{left} {} {right}", operator.name())
            }
        }
    }
}

impl fmt::Display for Inner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&printed(if self.item { '@' } else { '$' }, &self.tokens))
    }
}

impl fmt::Display for Operand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Operand::Path(path) => write!(f, "{path}"),
            Operand::Literal(Value::String(text)) => f.write_str(&quoted(text)),
            Operand::Literal(value) => write!(f, "{value}"),
            Operand::Pattern(pattern) => write!(f, "{pattern}"),
        }
    }
}

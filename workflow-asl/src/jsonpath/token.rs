//! The steps of a path.

use super::filter::Filter;
use super::function::Function;
use std::fmt;

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    /// `.name`, `['name']`, `['one','two']`.
    Names(Vec<String>),
    /// `[0]`, `[-1]`, `[0,1]`.
    Indexes(Vec<i32>),
    /// `[from:to]`; at least one is there.
    Slice(Option<i32>, Option<i32>),
    /// `.*`, `[*]`.
    Wildcard,
    /// `..`; a step that is not a function follows.
    Scan,
    /// `[?(…)]`.
    Filter(Box<Filter>),
    /// `.length()`, the last step.
    Function(Function),
}

impl Token {
    /// True if it leads to one node at most. Several names at the end give one object.
    pub fn is_definite(&self, last: bool) -> bool {
        match self {
            Token::Names(names) => names.len() == 1 || last,
            Token::Indexes(indexes) => indexes.len() == 1,
            Token::Function(_) => true,
            Token::Slice(..) | Token::Wildcard | Token::Scan | Token::Filter(_) => false,
        }
    }
}

impl fmt::Display for Token {
    /// As Jayway prints it; its texts of errors hold it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = |index: &Option<i32>| index.map_or(String::new(), |index| index.to_string());
        match self {
            Token::Names(names) => {
                let names: Vec<_> = names.iter().map(|name| quoted(name)).collect();
                write!(f, "[{}]", names.join(","))
            }
            Token::Indexes(indexes) => {
                let indexes: Vec<_> = indexes.iter().map(ToString::to_string).collect();
                write!(f, "[{}]", indexes.join(","))
            }
            Token::Slice(from, to) => write!(f, "[{}:{}]", number(from), number(to)),
            Token::Wildcard => f.write_str("[*]"),
            Token::Scan => f.write_str(".."),
            Token::Filter(filter) => write!(f, "[?({filter})]"),
            Token::Function(function) => write!(f, ".{}()", function.name()),
        }
    }
}

/// A name in single quotes.
pub(super) fn quoted(name: &str) -> String {
    format!("'{}'", name.replace('\\', "\\\\").replace('\'', "\\'"))
}

/// `$` and steps.
pub(super) fn printed(root: char, tokens: &[Token]) -> String {
    tokens.iter().fold(root.to_string(), |text, token| text + &token.to_string())
}

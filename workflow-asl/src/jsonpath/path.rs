//! Paths: a root, and steps.

use super::cursor::{Cursor, Parsed};
use super::error::{Failure, PathError, Reason};
use super::eval;
use super::parse::{End, steps};
use super::scope::Scope;
use super::token::{Token, printed};
use serde_json::Value;
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

/// Blanks, as JSON has them.
pub(super) const BLANKS: [char; 4] = [' ', '\t', '\n', '\r'];

/// A path, parsed once. Two paths that mean the same are equal, however they are written.
#[derive(Clone, Debug)]
pub struct Path {
    text: Arc<str>,
    root: Root,
    pub(super) tokens: Vec<Token>,
}

/// The root of a path.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Root {
    /// `$`: the input of the state.
    Input,
    /// `$$`: the context object.
    Context,
    /// `$name`: a variable.
    Variable(Arc<str>),
}

impl Root {
    fn parse(cursor: &mut Cursor<'_>) -> Parsed<Self> {
        if !cursor.eat('$') {
            return cursor.fail("A path begins with '$', '$$' or a variable such as '$name'");
        }
        if cursor.eat('$') {
            return Ok(Root::Context);
        }
        let begins = cursor.peek().is_some_and(|next| next.is_alphabetic() || next == '_');
        if !begins {
            return Ok(Root::Input);
        }
        let name = cursor.take_while(|next| next.is_alphanumeric() || next == '_');
        Ok(Root::Variable(name.into()))
    }
}

impl fmt::Display for Root {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Root::Input => f.write_str("$"),
            Root::Context => f.write_str("$$"),
            Root::Variable(name) => write!(f, "${name}"),
        }
    }
}

impl Path {
    /// A path.
    ///
    /// # Errors
    /// A text that is none.
    pub fn parse(text: &str) -> Result<Self, PathError> {
        // Blanks at both ends mean nothing (reported from AWS; Jayway trims, too).
        let mut cursor = Cursor::new(text.trim_matches(BLANKS));
        let root = Root::parse(&mut cursor)?;
        let tokens = steps(&mut cursor, End::Text, 0)?;
        Ok(Path { text: text.into(), root, tokens })
    }

    /// The text it was parsed from.
    #[must_use]
    pub fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// Returns the root: what the path reads.
    #[must_use]
    pub fn root(&self) -> &Root {
        &self.root
    }

    /// True if it leads to one node at most: then its value is bare, and it is an error if there is none. The
    /// value of any other path is an array.
    #[must_use]
    pub fn is_definite(&self) -> bool {
        eval::is_definite(&self.tokens)
    }

    /// The value, borrowed where it is a part of the scope.
    ///
    /// # Errors
    /// A definite path that leads to nothing; a variable that is not assigned; a limit.
    pub fn eval<'a>(&self, scope: &Scope<'a>) -> Result<Cow<'a, Value>, Failure> {
        if self.root == Root::Input && scope.input.is_null() {
            return Err(Failure::of_null(&self.text));
        }
        self.found(scope)
    }

    /// The same, also of a document that is `null`.
    pub(super) fn found<'a>(&self, scope: &Scope<'a>) -> Result<Cow<'a, Value>, Failure> {
        let document = self.document(scope).map_err(|reason| reason.of_path(&self.text))?;
        eval::value(&self.tokens, document).map_err(|reason| reason.of_path(&self.text))
    }

    /// True if it leads to an array, and then to an item that is not there.
    pub(super) fn is_beyond(&self, scope: &Scope<'_>) -> bool {
        let Some((Token::Indexes(indexes), before)) = self.tokens.split_last() else {
            return false;
        };
        let array = self.document(scope).and_then(|document| eval::value(before, document));
        indexes.len() == 1 && eval::is_definite(before) && array.is_ok_and(|found| found.is_array())
    }

    /// Returns what the root is.
    pub(super) fn document<'a>(&self, scope: &Scope<'a>) -> Result<&'a Value, Reason> {
        match &self.root {
            Root::Input => Ok(scope.input),
            Root::Context => Ok(scope.context),
            Root::Variable(name) => {
                scope.variable(name).ok_or_else(|| Reason::Variable(name.to_string()))
            }
        }
    }
}

impl PartialEq for Path {
    fn eq(&self, other: &Self) -> bool {
        self.root == other.root && self.tokens == other.tokens
    }
}

impl fmt::Display for Path {
    /// In the form `$['name'][0]`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.root, &printed('$', &self.tokens)[1..])
    }
}

//! Reference paths: those that lead to one node, and can be written to.

use super::error::{Failure, PathError, Reason};
use super::path::{Path, Root};
use super::scope::Scope;
use super::text;
use super::token::Token;
use serde_json::{Map, Value};
use std::fmt;

/// A path of names and indexes alone (specification, "Reference Paths").
#[derive(Clone, Debug, PartialEq)]
pub struct ReferencePath {
    path: Path,
}

impl ReferencePath {
    /// A reference path: to the input, the context object or a variable.
    ///
    /// # Errors
    /// A text that is none.
    pub fn parse(text: &str) -> Result<Self, PathError> {
        if !text.trim_start_matches(super::path::BLANKS).starts_with('$') {
            return Err(PathError::new(0, "Reference path didn't start with '$'"));
        }
        let path = Path::parse(text)?;
        let wrong = path.tokens.iter().find(|token| !is_reference(token));
        match wrong {
            None => Ok(ReferencePath { path }),
            Some(token) => Err(PathError::new(
                text.len(),
                format!(
                    "A reference path has names and indexes from 0 on only, but this one has '{token}'"
                ),
            )),
        }
    }

    /// A path for `ResultPath`: neither to the context object nor to a variable.
    ///
    /// # Errors
    /// A text that is none.
    pub fn parse_result(text: &str) -> Result<Self, PathError> {
        let path = Self::parse(text)?;
        match path.path.root() {
            Root::Input => Ok(path),
            root => Err(PathError::new(
                0,
                format!("ResultPath must begin with '$.' or '$[', not with '{root}': use Assign"),
            )),
        }
    }

    /// The path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The node it leads to.
    ///
    /// # Errors
    /// There is none.
    pub fn get<'a>(&self, scope: &Scope<'a>) -> Result<&'a Value, Failure> {
        match self.path.found(scope)? {
            std::borrow::Cow::Borrowed(value) => Ok(value),
            // Only names at the end, several of them, and functions make a value.
            std::borrow::Cow::Owned(_) => {
                Err(Reason::NotFound("No results".to_owned()).of_path(self.path.text()))
            }
        }
    }

    /// The same, with the error of `ItemsPath` (reported from AWS): `States.ReferencePathConflict`.
    ///
    /// # Errors
    /// There is no such node.
    pub fn follow<'a>(&self, scope: &Scope<'a>) -> Result<&'a Value, Failure> {
        let of_path = |reason: Reason| reason.of_path(self.path.text());
        let mut node = self.path.document(scope).map_err(of_path)?;
        for (place, token) in self.path.tokens.iter().enumerate() {
            let below = match token {
                Token::Names(names) => names.first().and_then(|name| node.get(name)),
                token => index(token).and_then(|index| node.get(index)),
            };
            node = below.ok_or_else(|| self.conflict(place, node, Reason::Conflict))?;
        }
        Ok(node)
    }

    /// The failure of the step at a place of the path. The words are those of AWS (both reported): of a document that has no
    /// parts the whole path is told.
    fn conflict(&self, place: usize, node: &Value, reason: fn(String) -> Reason) -> Failure {
        let step = match &self.path.tokens[place] {
            _ if place == 0 && !node.is_array() && !node.is_object() => {
                format!("ReferencePath {}", self.path.text())
            }
            Token::Names(names) => format!("step \"{}\"", names.concat()),
            token => format!("step \"{token}\""),
        };
        let cause = format!("Unable to apply {step} to input {}", text::json(node));
        Failure { reason: reason(cause.clone()), expression: self.path.text().clone(), cause }
    }

    /// The document with a value at this path, as `ResultPath` has it: objects are made where there is nothing,
    /// items of arrays are replaced (specification, "ResultPath").
    ///
    /// # Errors
    /// A step that what is there does not have: a name in what is no object, an index beyond an array.
    pub fn set(&self, mut root: Value, value: Value) -> Result<Value, Failure> {
        let mut node = &mut root;
        for (place, token) in self.path.tokens.iter().enumerate() {
            if !takes(node, token) {
                return Err(self.conflict(place, node, Reason::ResultPath));
            }
            node = below(node, token);
        }
        *node = value;
        Ok(root)
    }
}

fn is_reference(token: &Token) -> bool {
    match token {
        Token::Names(names) => names.len() == 1,
        token => index(token).is_some(),
    }
}

/// The index of a step that has one, not negative.
fn index(token: &Token) -> Option<usize> {
    match token {
        Token::Indexes(indexes) => match indexes.as_slice() {
            [index] => usize::try_from(*index).ok(),
            _ => None,
        },
        _ => None,
    }
}

/// Returns what a step leads to. An object gets the field if it has none; the index cannot panic: [`takes`] has seen
/// the item.
fn below<'v>(node: &'v mut Value, token: &Token) -> &'v mut Value {
    match (node, token) {
        (Value::Object(fields), Token::Names(names)) => {
            fields.entry(names.concat()).or_insert_with(|| Value::Object(Map::new()))
        }
        (node, token) => &mut node[index(token).unwrap_or(0)],
    }
}

/// True if a step can be taken from what is there.
fn takes(node: &Value, token: &Token) -> bool {
    match (node, token) {
        (Value::Object(_), Token::Names(_)) => true,
        (Value::Array(items), token) => index(token).is_some_and(|index| index < items.len()),
        _ => false,
    }
}

impl fmt::Display for ReferencePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path)
    }
}

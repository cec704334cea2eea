//! The requests of the API as data: the members of each operation, and their bounds (API model of AWS).
//!
//! - [`operation`] finds an operation by its name.
//! - [`check`](check::check) holds a request against it, and says what AWS would say.

mod check;
mod operations;
mod shapes;

pub(crate) use check::{Request, check, malformed};
pub(crate) use operations::operation;
#[cfg(test)]
pub(crate) use operations::{OPERATIONS, names};

/// An operation: its name, and the members of its request.
pub(crate) struct Operation {
    pub(crate) name: &'static str,
    pub(crate) members: &'static [Member],
}

impl Operation {
    /// True if its request may have a member of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.members.iter().any(|it| it.name == name)
    }
}

/// A member of a request, or of a shape in one.
pub(crate) struct Member {
    name: &'static str,
    required: bool,
    shape: Shape,
}

/// The shape of a value.
enum Shape {
    Text(Text),
    /// An integer of 32 bits, and its bounds.
    Integer(i64, i64),
    /// An integer of 64 bits, and its bounds.
    Long(i64, i64),
    /// A number from 0 up to a bound.
    Float(f64),
    Flag,
    /// A list: of what, and the least and most items.
    List(&'static Shape, usize, usize),
    /// A structure: its name in AWS's model, and its members.
    Structure(&'static str, &'static [Member]),
}

/// Holds a text against a pattern.
type Fits = fn(&str) -> bool;

/// The bounds of a string.
struct Text {
    least: usize,
    most: usize,
    /// The words that it may be; empty: any.
    words: &'static [&'static str],
    /// The regular expression it fits, as AWS writes it, and what holds a text against that.
    pattern: Option<(&'static str, Fits)>,
    /// True if messages do not repeat it.
    secret: bool,
}

/// Makes a member that may be left out.
const fn may(name: &'static str, shape: Shape) -> Member {
    Member { name, required: false, shape }
}

/// Makes a member that must be there.
const fn must(name: &'static str, shape: Shape) -> Member {
    Member { name, required: true, shape }
}

const fn text(least: usize, most: usize) -> Shape {
    Shape::Text(Text { least, most, words: &[], pattern: None, secret: false })
}

const fn secret(least: usize, most: usize) -> Shape {
    Shape::Text(Text { least, most, words: &[], pattern: None, secret: true })
}

const fn word(words: &'static [&'static str]) -> Shape {
    Shape::Text(Text { least: 0, most: usize::MAX, words, pattern: None, secret: false })
}

const fn fitting(least: usize, most: usize, pattern: &'static str, fits: Fits) -> Shape {
    let pattern = Some((pattern, fits));
    Shape::Text(Text { least, most, words: &[], pattern, secret: false })
}

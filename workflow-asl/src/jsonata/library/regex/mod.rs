//! Regular expressions as JavaScript has them (ECMA-262, without the flag `u`), within a number of steps and bytes.
//!
//! A matcher of our own: `regress` has the language but neither a limit of steps nor a way to stop it, and
//! `fancy-regex` has a limit but another language (classes, `$`, groups in loops, references to what has not
//! matched). This one backtracks over a list of branches, so that no pattern can exhaust the stack.
//!
//! It differs in one thing: a character is a code point, not a half of one, because a text cannot hold a half.

mod class;
mod escapes;
mod machine;
mod parser;
mod program;
mod syntax;

use crate::jsonata::fault::Fault;
use program::Program;
use std::sync::Arc;

/// The rest of what a call of a function that searches a text may take.
#[derive(Clone, Copy, Debug)]
pub struct Left {
    /// Steps of the search.
    pub steps: u64,
    /// Bytes for the branches that it remembers at one time.
    pub bytes: usize,
}

impl Default for Left {
    fn default() -> Self {
        Left { steps: 10_000_000, bytes: 64 << 20 }
    }
}

/// A compiled regular expression.
#[derive(Clone, Debug)]
pub struct Regex {
    program: Arc<Program>,
}

/// A text to be searched.
#[derive(Debug)]
pub struct Subject {
    letters: Vec<char>,
}

/// A place at which a regular expression matches. Positions count code points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Its beginning.
    pub start: usize,
    /// Its end.
    pub end: usize,
    /// The beginning and end of each group, if it took part.
    pub groups: Vec<Option<(usize, usize)>>,
}

impl Regex {
    /// Compiles a pattern with flags, of which `i` and `m` mean something.
    ///
    /// # Errors
    ///
    /// A fault without a code, in the words of node, for a pattern that is none.
    pub fn compile(pattern: &str, flags: &str) -> Result<Self, Fault> {
        let tree = parser::parse(pattern).map_err(|text| {
            // 2.0.6 searches with the flag `g`; node writes flags in alphabetical order.
            let flags: String =
                "gim".chars().filter(|flag| *flag == 'g' || flags.contains(*flag)).collect();
            Fault::new("", format!("Invalid regular expression: /{pattern}/{flags}: {text}"))
        })?;
        let program = Program::new(&tree, flags.contains('i'), flags.contains('m'));
        Ok(Regex { program: Arc::new(program) })
    }

    /// Finds the first match that does not begin before a position.
    ///
    /// # Errors
    ///
    /// A fault when the steps or the bytes that are left are used up.
    pub fn find_at(
        &self,
        subject: &Subject,
        start: usize,
        left: &mut Left,
    ) -> Result<Option<Match>, Fault> {
        machine::search(&self.program, &subject.letters, start, left)
    }
}

impl Subject {
    /// A text to be searched.
    pub fn new(text: &str) -> Self {
        Subject { letters: text.chars().collect() }
    }

    /// The length in code points.
    pub fn len(&self) -> usize {
        self.letters.len()
    }

    /// A part of the text.
    pub fn slice(&self, start: usize, end: usize) -> String {
        self.letters.get(start..end).unwrap_or_default().iter().collect()
    }

    /// A position in UTF-16 units, as JavaScript counts, given one that is not greater, in code points and in units.
    pub fn units(&self, from: (usize, usize), position: usize) -> usize {
        let letters = self.letters.get(from.0..position).unwrap_or_default();
        from.1 + letters.iter().map(|letter| letter.len_utf16()).sum::<usize>()
    }
}

#[cfg(test)]
mod tests;

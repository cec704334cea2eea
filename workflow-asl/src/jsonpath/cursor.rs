//! A place in a text that is being parsed.

use super::error::PathError;

/// The largest depth of paths, filters, functions and templates nested in each other.
pub(super) const DEPTH: usize = 32;

pub(super) struct Cursor<'t> {
    pub text: &'t str,
    pub at: usize,
}

pub(super) type Parsed<T> = Result<T, PathError>;

impl<'t> Cursor<'t> {
    pub fn new(text: &'t str) -> Self {
        Cursor { text, at: 0 }
    }
    pub fn rest(&self) -> &'t str {
        // `at` moves by whole characters only.
        self.text.get(self.at..).unwrap_or_default()
    }
    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }
    pub fn is_end(&self) -> bool {
        self.at >= self.text.len()
    }
    pub fn next(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += next.len_utf8();
        Some(next)
    }
    pub fn eat(&mut self, expected: char) -> bool {
        let found = self.peek() == Some(expected);
        if found {
            self.at += expected.len_utf8();
        }
        found
    }
    pub fn eat_text(&mut self, expected: &str) -> bool {
        let found = self.rest().starts_with(expected);
        if found {
            self.at += expected.len();
        }
        found
    }
    pub fn blanks(&mut self) {
        while self.peek().is_some_and(|next| matches!(next, ' ' | '\t' | '\n' | '\r')) {
            self.at += 1;
        }
    }
    pub fn take_while(&mut self, mut wanted: impl FnMut(char) -> bool) -> &'t str {
        let rest = self.rest();
        let end = rest.find(|next| !wanted(next)).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }
    pub fn fail<T>(&self, message: impl Into<String>) -> Parsed<T> {
        Err(PathError::new(self.at, message))
    }
    pub fn expect(&mut self, expected: char, where_: &str) -> Parsed<()> {
        if self.eat(expected) {
            return Ok(());
        }
        let found = self.peek().map_or_else(|| "the end".to_owned(), |found| format!("'{found}'"));
        self.fail(format!("Expected '{expected}' {where_}, found {found}"))
    }

    /// A text in quotes, after the opening one, with the escapes of Java. Any other escaped character is itself.
    pub fn quoted(&mut self, quote: char) -> Parsed<String> {
        self.until(quote, false)
    }

    /// The same of a name in brackets, in which a backslash before a double quote is kept (reported from AWS).
    pub fn quoted_name(&mut self, quote: char) -> Parsed<String> {
        self.until(quote, true)
    }

    fn until(&mut self, quote: char, keeps: bool) -> Parsed<String> {
        let mut text = String::new();
        loop {
            match self.next() {
                None => return self.fail(format!("Closing {quote} is missing")),
                Some(end) if end == quote => return Ok(text),
                Some('\\') if keeps && self.eat('"') => text.push_str("\\\""),
                Some('\\') => text.push(self.escaped()?),
                Some(plain) => text.push(plain),
            }
        }
    }

    fn escaped(&mut self) -> Parsed<char> {
        Ok(match self.next() {
            None => return self.fail("Nothing follows the last \\; write \\\\ for a backslash"),
            Some('n') => '\n',
            Some('t') => '\t',
            Some('r') => '\r',
            Some('f') => '\u{c}',
            Some('b') => '\u{8}',
            Some('u') => return self.unicode(),
            Some(other) => other,
        })
    }

    fn unicode(&mut self) -> Parsed<char> {
        let code = self.rest().get(..4).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let Some(character) = code.and_then(char::from_u32) else {
            return self.fail("\\u needs four hexadecimal digits of a character");
        };
        self.at += 4;
        Ok(character)
    }
}

//! A scanner of JSON text that knows where each value stands, and says what is wrong as AWS's reader does.

use super::fields::join;
use std::collections::{HashMap, HashSet};

/// The values and their places.
#[derive(Debug, Default)]
pub(super) struct Scanned {
    /// The offsets of the values, by JSON pointer: of a field, of its key.
    pub(super) places: HashMap<String, usize>,
    /// The pointers of keys that are in their object twice.
    pub(super) twice: Vec<String>,
}

/// The place and the reason that a text is not JSON.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Flaw {
    /// An offset in bytes, after what is wrong.
    pub(super) at: usize,
    /// In the words of AWS's reader, Jackson (one recorded).
    pub(super) message: String,
}

/// Deeper texts are left to others.
const DEPTH: usize = 128;
const VALUES: &str = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

/// Looks at a text.
pub(super) fn scan(text: &str) -> Result<Scanned, Flaw> {
    let mut scanner = Scanner { text, at: 0, found: Scanned::default() };
    scanner.value("", 0)?;
    scanner.blanks();
    match scanner.peek() {
        None => Ok(scanner.found),
        Some(_) => Err(scanner.unexpected("expected end of input")),
    }
}

struct Scanner<'t> {
    text: &'t str,
    at: usize,
    found: Scanned,
}

impl Scanner<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }
    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }
    fn blanks(&mut self) {
        let rest = self.rest();
        let blank = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r');
        self.at += rest.len() - rest.trim_start_matches(blank).len();
    }
    fn eat(&mut self, expected: char) -> bool {
        let there = self.peek() == Some(expected);
        self.at += if there { expected.len_utf8() } else { 0 };
        there
    }

    fn value(&mut self, pointer: &str, depth: usize) -> Result<(), Flaw> {
        self.blanks();
        self.found.places.entry(pointer.to_owned()).or_insert(self.at);
        match self.peek() {
            Some('{' | '[') if depth >= DEPTH => Err(self.flaw("The text is too deeply nested")),
            Some('{') => self.object(pointer, depth),
            Some('[') => self.array(pointer, depth),
            Some('"') => self.string().map(|_| ()),
            Some('-' | '0'..='9') => {
                let number = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
                self.skip(number);
                Ok(())
            }
            Some(_) => self.word(),
            None => Err(self.flaw("Unexpected end-of-input")),
        }
    }

    fn skip(&mut self, wanted: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches(wanted).len();
    }

    fn word(&mut self) -> Result<(), Flaw> {
        let start = self.at;
        self.skip(|c| c.is_alphanumeric() || c == '_' || c == '$');
        match &self.text[start..self.at] {
            "null" | "true" | "false" => Ok(()),
            "" => Err(self.unexpected(&format!("expected a valid value {VALUES}"))),
            word => {
                let message = format!("Unrecognized token '{word}': was expecting {VALUES}");
                Err(self.flaw(message))
            }
        }
    }

    fn object(&mut self, pointer: &str, depth: usize) -> Result<(), Flaw> {
        self.at += 1;
        self.blanks();
        if self.eat('}') {
            return Ok(());
        }
        let mut keys = HashSet::new();
        loop {
            self.blanks();
            let start = self.at;
            if self.peek() != Some('"') {
                return Err(self.unexpected("was expecting double-quote to start field name"));
            }
            let key = self.string()?;
            let pointer = join(pointer, &key);
            self.found.places.insert(pointer.clone(), start);
            if !keys.insert(key) {
                self.found.twice.push(pointer.clone());
            }
            self.blanks();
            if !self.eat(':') {
                return Err(
                    self.unexpected("was expecting a colon to separate field name and value")
                );
            }
            self.value(&pointer, depth + 1)?;
            self.blanks();
            if self.eat('}') {
                return Ok(());
            }
            if !self.eat(',') {
                return Err(self.unexpected("was expecting comma to separate Object entries"));
            }
        }
    }

    fn array(&mut self, pointer: &str, depth: usize) -> Result<(), Flaw> {
        self.at += 1;
        self.blanks();
        if self.eat(']') {
            return Ok(());
        }
        for index in 0.. {
            self.value(&format!("{pointer}/{index}"), depth + 1)?;
            self.blanks();
            if self.eat(']') {
                break;
            }
            if !self.eat(',') {
                return Err(self.unexpected("was expecting comma to separate Array entries"));
            }
        }
        Ok(())
    }

    /// A string, with its escapes read.
    fn string(&mut self) -> Result<String, Flaw> {
        let start = self.at;
        self.at += 1;
        loop {
            self.skip(|c| !matches!(c, '"' | '\\') && c >= ' ');
            match self.peek() {
                Some('"') => break self.at += 1,
                Some('\\') => {
                    self.at += 1;
                    self.at += self.peek().map_or(0, char::len_utf8);
                }
                Some(_) => {
                    return Err(self.unexpected(
                        "has to be escaped using backslash to be included in string value",
                    ));
                }
                None => {
                    return Err(self.flaw(
                        "Unexpected end-of-input: was expecting closing quote for a string value",
                    ));
                }
            }
        }
        let string = &self.text[start..self.at];
        serde_json::from_str(string).map_err(|_| self.flaw("Unrecognized character escape"))
    }

    fn flaw(&self, message: impl Into<String>) -> Flaw {
        Flaw { at: self.at, message: message.into() }
    }

    /// The next character is wrong.
    fn unexpected(&mut self, why: &str) -> Flaw {
        let Some(next) = self.peek() else {
            return self.flaw(format!("Unexpected end-of-input: {why}"));
        };
        self.at += next.len_utf8();
        self.flaw(format!("Unexpected character ('{next}' (code {})): {why}", u32::from(next)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flaw(text: &str) -> (String, usize) {
        let flaw = scan(text).err().map_or((String::new(), 0), |flaw| (flaw.message, flaw.at));
        (flaw.0.split(':').next().unwrap_or_default().to_owned(), flaw.1)
    }

    #[test]
    fn what_is_not_json_is_found_where_it_is() {
        for (text, message, at) in [
            ("not a definition", "Unrecognized token 'not'", 3),
            ("{a:1}", "Unexpected character ('a' (code 97))", 2),
            ("{\"a\":}", "Unexpected character ('}' (code 125))", 6),
            ("{\"a\" 1}", "Unexpected character ('1' (code 49))", 6),
            ("{\"a\":1 \"b\"}", "Unexpected character ('\"' (code 34))", 8),
            ("[1 2]", "Unexpected character ('2' (code 50))", 4),
            ("{\"a\":\"b", "Unexpected end-of-input", 7),
            ("{", "Unexpected end-of-input", 1),
            ("{} x", "Unexpected character ('x' (code 120))", 4),
        ] {
            assert_eq!(flaw(text), (message.to_owned(), at), "{text}");
        }
    }

    #[test]
    fn places_and_keys_that_are_twice() {
        let text = "{ \"a\": [1, {\"b/c\": 2}],\n \"a\": 3 }";
        let Ok(found) = scan(text) else { panic!("it is JSON") };
        assert_eq!(found.places["/a"], 25);
        assert_eq!(&text[found.places["/a/1/b~1c"]..][..5], "\"b/c\"");
        assert_eq!(found.twice, ["/a"]);
    }
}

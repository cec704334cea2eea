//! The elements of an array, or the fields of an object, in a JSON file, one after another.

use super::failed;
use super::feed::{Feed, Step};
use super::scan::Scan;
use crate::failure::Failure;
use crate::machine::distributed::Element;
use serde_json::Value;

/// An array or object, at the top or where a JSON pointer (RFC 6901) leads.
pub(super) struct Array {
    path: Vec<String>,
    /// The number of parts of the path that have been followed.
    level: usize,
    at: At,
    /// True if it is an object.
    keyed: bool,
    /// The key of the item at hand.
    name: Option<String>,
    scan: Scan,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum At {
    /// Before the value that the path has led to so far.
    Value,
    /// On the way, in an object: before a key, or the end of the object.
    Key,
    /// On the way, after a key: whether it is the one.
    Colon(bool),
    /// On the way, in an array: before the element of this number, or the end of the array.
    Element(usize),
    /// On the way: before a value that is not wanted.
    Skip(Option<usize>),
    /// On the way: after such a value.
    Skipped(Option<usize>),
    /// Before a key of the object, or its end if it has no field yet.
    Name(bool),
    /// After a key of the object.
    Named,
    /// Before an item, or the end of an array without any.
    First,
    /// Before an item.
    Item,
    /// After an item.
    After,
    /// After the array.
    Done,
}

impl Array {
    pub(super) fn new(pointer: Option<&str>) -> Self {
        let parts = pointer.unwrap_or_default().split('/').skip(1);
        let path = parts.map(|part| part.replace("~1", "/").replace("~0", "~")).collect();
        Array { path, level: 0, at: At::Value, keyed: false, name: None, scan: Scan::default() }
    }

    pub(super) fn step(&mut self, feed: &mut Feed) -> Result<Step<Element>, Failure> {
        while self.at != At::Done {
            let blank = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t');
            // Within a value, the scan sees to blanks.
            if self.scan.is_fresh() {
                let blanks = feed.rest().iter().take_while(|byte| blank(byte)).count();
                feed.pass(blanks);
            }
            let Some(byte) = feed.rest().first().copied() else {
                return self.starved(feed);
            };
            match self.at {
                At::First | At::Item if !(self.at == At::First && byte == b']') => {
                    match self.item(feed)? {
                        Some(item) => return Ok(Step::Item(self.element(item))),
                        None => return self.starved(feed),
                    }
                }
                At::Key if byte == b'"' => {
                    let Some(key) = self.key(feed)? else { return self.starved(feed) };
                    self.at = At::Colon(self.path.get(self.level) == Some(&key));
                }
                At::Name(_) if byte == b'"' => {
                    let Some(key) = self.key(feed)? else { return self.starved(feed) };
                    (self.name, self.at) = (Some(key), At::Named);
                }
                At::Skip(number) => {
                    if !self.skip(feed)? {
                        return self.starved(feed);
                    }
                    self.at = At::Skipped(number);
                }
                _ => {
                    if let Some(at) = self.sign(byte)? {
                        self.at = at;
                        feed.pass(1);
                    }
                }
            }
        }
        Ok(Step::End)
    }

    /// Parses what follows a sign between values; `None` where it belongs to what follows.
    fn sign(&mut self, byte: u8) -> Result<Option<At>, Failure> {
        let whole = self.level == self.path.len();
        let at = match (self.at, byte) {
            (At::Value, b'[') if whole => At::First,
            (At::Value, b'[') => At::Element(0),
            (At::Value, b'{') if !whole => At::Key,
            // Observed on AWS; a recording of an older day refuses it.
            (At::Value, b'{') => {
                self.keyed = true;
                At::Name(true)
            }
            (At::Name(true), b'}') => At::Done,
            (At::Named, b':') => At::Item,
            (At::After, b',') if self.keyed => At::Name(false),
            (At::After, b'}') if self.keyed => At::Done,
            // Recorded: neither another value, nor what is not there, can be iterated over.
            (At::Value, _) | (At::Key | At::Skipped(None), b'}') => return Err(no_array()),
            (At::Element(_) | At::Skipped(Some(_)), b']') => return Err(no_array()),
            (At::Colon(true), b':') => self.deeper(),
            (At::Colon(false), b':') => At::Skip(None),
            (At::Skipped(None), b',') => At::Key,
            (At::Skipped(Some(number)), b',') => At::Element(number + 1),
            (At::Element(number), _) => {
                let wanted = self.path.get(self.level);
                let hit = wanted.is_some_and(|wanted| *wanted == number.to_string());
                self.at = if hit { self.deeper() } else { At::Skip(Some(number)) };
                return Ok(None);
            }
            (At::After, b',') => At::Item,
            (At::First, b']') => At::Done,
            (At::After, b']') if !self.keyed => At::Done,
            (_, byte) => return Err(unexpected(byte)),
        };
        Ok(Some(at))
    }

    fn element(&mut self, value: Value) -> Element {
        match self.name.take() {
            None => Element::of(value),
            Some(key) => Element::field(key, value),
        }
    }

    fn deeper(&mut self) -> At {
        self.level += 1;
        At::Value
    }

    fn starved(&self, feed: &Feed) -> Result<Step<Element>, Failure> {
        if feed.ended {
            return Err(failed("Not JSON: the file ends before its array does"));
        }
        Ok(Step::More)
    }

    /// The next item, if all of it is there.
    fn item(&mut self, feed: &mut Feed) -> Result<Option<Value>, Failure> {
        let Some(length) = self.scan.end(feed) else { return Ok(None) };
        let item = serde_json::from_slice(&feed.rest()[..length]).map_err(not_json)?;
        feed.pass(length);
        self.at = At::After;
        Ok(Some(item))
    }

    fn key(&mut self, feed: &mut Feed) -> Result<Option<String>, Failure> {
        let Some(length) = self.scan.end(feed) else { return Ok(None) };
        let key = serde_json::from_slice(&feed.rest()[..length]).map_err(not_json)?;
        feed.pass(length);
        Ok(Some(key))
    }

    /// Passes a value, without keeping it: whether that was all of it.
    fn skip(&mut self, feed: &mut Feed) -> Result<bool, Failure> {
        let fresh = self.scan.is_fresh();
        let found = self.scan.end(feed);
        let passed = found.unwrap_or_else(|| self.scan.forget());
        if fresh && found == Some(0) {
            return Err(unexpected(feed.rest().first().copied().unwrap_or_default()));
        }
        feed.pass(passed);
        Ok(found.is_some())
    }
}

fn no_array() -> Failure {
    failed("Attempting to map over non-iterable node.")
}

fn not_json(error: serde_json::Error) -> Failure {
    failed(format!("Not JSON: {error}"))
}

fn unexpected(byte: u8) -> Failure {
    failed(format!("Not JSON: unexpected `{}`", char::from(byte).escape_default()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
    use super::super::feed::fed;
    use super::*;
    use serde_json::json;

    fn read(text: &str, piece: usize, pointer: Option<&str>) -> Result<Vec<Value>, String> {
        let mut array = Array::new(pointer);
        let items = fed(text, piece, |feed| array.step(feed)).map_err(|failure| failure.reported());
        items.map(|items| items.into_iter().map(Element::input).collect())
    }

    #[test]
    fn arrays_are_read_whatever_the_pieces() {
        let cases = [
            (" [ ] ", None, json!([])),
            (
                "[1, \"a]\\\"\", {\"x\": [true, \"}\"]} ,null,-1.5e3]",
                None,
                json!([1, "a]\"", { "x": [true, "}"] }, null, -1.5e3]),
            ),
            ("{\"a\":{\"b\":[1]},\"rows\":[1,2] , \"c\": 3}", Some("/rows"), json!([1, 2])),
            ("{\"a\":[7,{\"b/c\":[[1],[2]]}]}", Some("/a/1/b~1c"), json!([[1], [2]])),
            ("[[1],[2]]", Some("/1"), json!([2])),
            ("[\"ä\"]", Some(""), json!(["ä"])),
            (
                " {\"a\" : 1,\"b\":{\"c\":[2]} } ",
                None,
                json!([{ "Key": "a", "Value": 1 }, { "Key": "b", "Value": { "c": [2] } }]),
            ),
            ("{}", None, json!([])),
            ("[0,{\"x\":{\"k\":null}}]", Some("/1/x"), json!([{ "Key": "k", "Value": null }])),
        ];
        for (text, pointer, expected) in cases {
            for piece in [1, 2, 3, 5, 1000] {
                let items = read(text, piece, pointer).map(Value::Array);
                assert_eq!(items, Ok(expected.clone()), "{text} {piece}");
            }
        }
    }

    #[test]
    fn what_is_no_array_is_refused() {
        let non_iterable = "Attempting to map over non-iterable node.";
        let cases = [
            ("{\"a\":1", None, "Not JSON: the file ends before its array does"),
            ("{\"a\":1]", None, "Not JSON: unexpected `]`"),
            ("{\"a\":1,}", None, "Not JSON: unexpected `}`"),
            ("{\"a\",1}", None, "Not JSON: unexpected `,`"),
            ("[1}", None, "Not JSON: unexpected `}`"),
            ("1", None, non_iterable),
            ("{\"a\":1}", Some("/b"), non_iterable),
            ("{}", Some("/b"), non_iterable),
            ("[1]", Some("/1"), non_iterable),
            ("[]", Some("/0"), non_iterable),
            ("{\"a\":1}", Some("/a/b"), non_iterable),
            ("", None, "Not JSON: the file ends before its array does"),
            ("[1,2", None, "Not JSON: the file ends before its array does"),
            ("[1,]", None, "Not JSON: EOF while parsing a value at line 1 column 0"),
            ("[1 2]", None, "Not JSON: unexpected `2`"),
            ("{\"a\" 1}", Some("/b"), "Not JSON: unexpected `1`"),
            ("{\"a\":,\"b\":[]}", Some("/b"), "Not JSON: unexpected `,`"),
            ("[tru]", None, "Not JSON: EOF while parsing a value at line 1 column 3"),
        ];
        for (text, pointer, cause) in cases {
            for piece in [1, 3, 1000] {
                assert_eq!(read(text, piece, pointer), Err(cause.to_owned()), "{text} {piece}");
            }
        }
    }
}

//! Separated values.

use super::failed;
use super::feed::{Feed, Step};
use crate::failure::Failure;
use serde_json::{Map, Value};
use workflow_asl::document::{CsvHeaders, Delimiter};

/// The largest size of a row in bytes.
const LONGEST: usize = super::parts::LONGEST;

/// Rows as objects. Fields may be quoted, with quotes doubled inside (RFC 4180). A line ends with a line feed, a
/// carriage return or both (judgement); lines without a character are left out.
pub(super) struct Csv {
    rows: Rows,
    headers: Option<Vec<String>>,
}

impl Csv {
    pub(super) fn new(delimiter: Delimiter, headers: &CsvHeaders) -> Result<Self, Failure> {
        let headers = match headers {
            CsvHeaders::Given(names) => Some(unique(names.clone())?),
            CsvHeaders::FirstRow => None,
        };
        Ok(Csv { rows: Rows::new(sign(delimiter)), headers })
    }

    pub(super) fn step(&mut self, feed: &mut Feed) -> Result<Step<Value>, Failure> {
        loop {
            let row = match self.rows.step(feed)? {
                Step::Item(row) => row,
                Step::More => return Ok(Step::More),
                Step::End => return Ok(Step::End),
            };
            match &self.headers {
                Some(headers) => return Ok(Step::Item(item(headers, row))),
                None => self.headers = Some(unique(row)?),
            }
        }
    }
}

fn unique(headers: Vec<String>) -> Result<Vec<String>, Failure> {
    let twice = headers.iter().enumerate().any(|(at, name)| headers[..at].contains(name));
    if twice {
        // Recorded.
        return Err(failed("CSV headers cannot contain duplicates."));
    }
    Ok(headers)
}

/// A row as an object: fields that are missing are empty, those beyond the headers are dropped (recorded).
fn item(headers: &[String], row: Vec<String>) -> Value {
    let fields = row.into_iter().chain(std::iter::repeat(String::new()));
    let item: Map<_, _> = headers.iter().cloned().zip(fields.map(Value::String)).collect();
    Value::Object(item)
}

fn sign(delimiter: Delimiter) -> u8 {
    match delimiter {
        Delimiter::Comma => b',',
        Delimiter::Pipe => b'|',
        Delimiter::Semicolon => b';',
        Delimiter::Space => b' ',
        Delimiter::Tab => b'\t',
    }
}

/// The row at hand.
struct Rows {
    delimiter: u8,
    row: Vec<String>,
    field: Vec<u8>,
    bytes: usize,
    quotes: Quotes,
    /// True if a carriage return has ended a row, so that a line feed after it ends none.
    returned: bool,
    /// True after a backslash.
    escaped: bool,
    /// True if the line has a character.
    any: bool,
}

/// The position in a quoted field.
#[derive(Clone, Copy, PartialEq)]
enum Quotes {
    Outside,
    Inside,
    /// After a quote inside: the end, or the first of two.
    Maybe,
    /// After the end: a quote is a letter.
    Closed,
}

impl Rows {
    fn new(delimiter: u8) -> Self {
        let (row, field) = (vec![], vec![]);
        let quotes = Quotes::Outside;
        Rows {
            delimiter,
            row,
            field,
            bytes: 0,
            quotes,
            returned: false,
            escaped: false,
            any: false,
        }
    }

    fn step(&mut self, feed: &mut Feed) -> Result<Step<Vec<String>>, Failure> {
        let mut passed = 0;
        let mut ended = false;
        for byte in feed.rest() {
            passed += 1;
            ended = self.take(*byte)?;
            if ended {
                break;
            }
        }
        feed.pass(passed);
        self.bytes += passed;
        if self.bytes > LONGEST {
            return Err(failed("a row of the CSV file is longer than 16 MiB"));
        }
        if !ended && feed.ended && self.any {
            self.next_field()?;
            ended = true;
        }
        if ended {
            (self.any, self.bytes, self.quotes) = (false, 0, Quotes::Outside);
            return Ok(Step::Item(std::mem::take(&mut self.row)));
        }
        Ok(feed.more())
    }

    /// One more byte: whether a row has ended. (All that mean something are ASCII, which is no part of another
    /// character in UTF-8.)
    fn take(&mut self, byte: u8) -> Result<bool, Failure> {
        if std::mem::take(&mut self.returned) && byte == b'\n' {
            return Ok(false);
        }
        self.any |= !matches!(byte, b'\n' | b'\r');
        if std::mem::take(&mut self.escaped) && !matches!(byte, b'\n' | b'\r') {
            self.field.push(byte);
            return Ok(false);
        }
        match (self.quotes, byte) {
            // Escapes what would mean something, and vanishes before all else (Developer Guide, "How Step Functions
            // parses input CSV files").
            (Quotes::Maybe, b'\\') => {
                (self.escaped, self.quotes) = (true, Quotes::Closed);
            }
            (_, b'\\') => self.escaped = true,
            (Quotes::Inside, b'"') => self.quotes = Quotes::Maybe,
            (Quotes::Inside, _) => self.field.push(byte),
            (Quotes::Maybe, b'"') => {
                self.field.push(byte);
                self.quotes = Quotes::Inside;
            }
            (_, b'"') if self.field.is_empty() && self.quotes == Quotes::Outside => {
                self.quotes = Quotes::Inside;
            }
            (_, b'\n' | b'\r') => {
                self.returned = byte == b'\r';
                if self.any {
                    self.next_field()?;
                }
                return Ok(self.any);
            }
            (_, byte) if byte == self.delimiter => self.next_field()?,
            (_, byte) => self.field.push(byte),
        }
        Ok(false)
    }

    fn next_field(&mut self) -> Result<(), Failure> {
        let field = String::from_utf8(std::mem::take(&mut self.field));
        self.row.push(field.map_err(|_| failed("the object is not UTF-8 text"))?);
        self.quotes = Quotes::Outside;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
    use super::super::feed::fed;
    use super::*;
    use serde_json::json;

    #[test]
    fn rows_are_read_whatever_the_pieces() {
        let text = "a,b\r\n\"x, \"\"y\"\"\nz\",\n\n,,,\n   \nä,\"\"\r\nlast";
        let expected = vec![
            vec!["a", "b"],
            vec!["x, \"y\"\nz", ""],
            vec!["", "", "", ""],
            vec!["   "],
            vec!["ä", ""],
            vec!["last"],
        ];
        for piece in 1..text.len() {
            let mut rows = Rows::new(b',');
            assert_eq!(fed(text, piece, |feed| rows.step(feed)).unwrap(), expected, "{piece}");
        }
        let read = |text: &str| {
            let mut rows = Rows::new(b'\t');
            fed(text, 2, |feed| rows.step(feed)).unwrap()
        };
        assert_eq!(read("a\tb"), [["a", "b"]]);
        assert_eq!(read(r"C:\\x\q	y\	z	\"), [[r"C:\xq", "y\tz", ""]]);
        assert_eq!(read("\"a\"\\\"\"b\"\tc"), [["a\"\"b\"", "c"]]);
        assert_eq!(read("\"a\\\"b\"\tc\\\nd"), [vec!["a\"b", "c"], vec!["d"]]);
        assert_eq!(read("a\rb\t\"q\"r\n"), [vec!["a"], vec!["b", "qr"]]);
        assert_eq!(read("a\r\r\n\rb\r\n\"c\rd\"\r"), [["a"], ["b"], ["c\rd"]]);
        assert!(read("\n\n").is_empty());
    }

    #[test]
    fn rows_have_the_fields_of_the_headers() {
        let headers = ["a".to_owned(), "b".to_owned()];
        let row = |fields: &[&str]| fields.iter().map(|it| (*it).to_owned()).collect();
        assert_eq!(item(&headers, row(&["1"])), json!({ "a": "1", "b": "" }));
        assert_eq!(item(&headers, row(&["1", "2", "3"])), json!({ "a": "1", "b": "2" }));
    }

    #[test]
    fn headers_are_given_or_in_the_first_row() {
        let read = |headers: &CsvHeaders| {
            let mut csv = Csv::new(Delimiter::Semicolon, headers)?;
            fed("a;b\n1;2\n", 3, |feed| csv.step(feed))
        };
        assert_eq!(read(&CsvHeaders::FirstRow), Ok(vec![json!({ "a": "1", "b": "2" })]));
        let given = CsvHeaders::Given(vec!["x".to_owned()]);
        assert_eq!(read(&given), Ok(vec![json!({ "x": "a" }), json!({ "x": "1" })]));
        let twice = CsvHeaders::Given(vec!["x".to_owned(), "x".to_owned()]);
        assert_eq!(read(&twice).unwrap_err().reported(), "CSV headers cannot contain duplicates.");
    }
}

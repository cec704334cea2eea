//! One object as items.

use super::array::Array;
use super::csv::Csv;
use super::failed;
use super::feed::{Feed, Step};
use super::lines::Lines;
#[cfg(feature = "parquet")]
use super::parquet::Table;
use super::parts::{Location, Parts};
use crate::connector::Objects;
use crate::failure::Failure;
use crate::machine::distributed::{Element, ObjectForm};
use std::sync::Arc;

/// An object that is being read.
pub(super) enum File {
    Text(Box<Text>),
    #[cfg(feature = "parquet")]
    Table(Box<Table>),
}

/// One that is read from its beginning to its end.
pub(super) struct Text {
    parts: Parts,
    feed: Feed,
    /// True if a byte order mark has been looked for.
    begun: bool,
    parser: Parser,
}

enum Parser {
    Csv(Csv),
    Lines(Lines),
    Array(Array),
}

impl File {
    pub(super) fn open(
        objects: Arc<dyn Objects>,
        location: Location,
        form: &ObjectForm,
    ) -> Result<Self, Failure> {
        #[cfg(feature = "parquet")]
        if *form == ObjectForm::Parquet {
            return Ok(File::Table(Box::new(Table::new(objects, location))));
        }
        let parser = Parser::new(form)?;
        let parts = Parts::new(objects, location);
        Ok(File::Text(Box::new(Text { parts, feed: Feed::default(), begun: false, parser })))
    }

    /// The next item; `None` at the end.
    pub(super) async fn next(&mut self) -> Result<Option<Element>, Failure> {
        match self {
            File::Text(text) => text.next().await,
            #[cfg(feature = "parquet")]
            File::Table(table) => Ok(table.next().await?.map(Element::of)),
        }
    }
}

impl Text {
    async fn next(&mut self) -> Result<Option<Element>, Failure> {
        loop {
            self.begun = self.begun || self.feed.pass_mark();
            let step = if self.begun { self.parser.step(&mut self.feed)? } else { Step::More };
            match step {
                Step::Item(item) => return Ok(Some(item)),
                Step::End => return Ok(None),
                Step::More => match self.parts.next().await? {
                    Some(part) => self.feed.push(part)?,
                    None if self.feed.ended => return Err(failed("the object ends too early")),
                    None => self.feed.ended = true,
                },
            }
        }
    }
}

/// Reads a text that is at hand as an object of this form: so many items of it at most.
pub(crate) fn items_of(form: &ObjectForm, text: &str, most: u64) -> Result<Vec<Element>, Failure> {
    let mut parser = Parser::new(form)?;
    let mut feed = Feed::default();
    feed.push(text.as_bytes().to_vec())?;
    feed.ended = true;
    feed.pass_mark();
    let mut items = vec![];
    while (items.len() as u64) < most {
        match parser.step(&mut feed)? {
            Step::Item(item) => items.push(item),
            Step::End => break,
            Step::More => return Err(failed("the object ends too early")),
        }
    }
    Ok(items)
}

impl Parser {
    fn new(form: &ObjectForm) -> Result<Self, Failure> {
        match form {
            ObjectForm::Csv(delimiter, headers) => Csv::new(*delimiter, headers).map(Parser::Csv),
            ObjectForm::Lines => Ok(Parser::Lines(Lines::default())),
            ObjectForm::Json(pointer) => Ok(Parser::Array(Array::new(pointer.as_deref()))),
            #[cfg(feature = "parquet")]
            ObjectForm::Parquet => Err(failed("rows of Parquet are no text")),
        }
    }

    fn step(&mut self, feed: &mut Feed) -> Result<Step<Element>, Failure> {
        match self {
            Parser::Csv(csv) => csv.step(feed).map(|step| step.map(Element::of)),
            Parser::Lines(lines) => lines.step(feed).map(|step| step.map(Element::of)),
            Parser::Array(array) => array.step(feed),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use serde_json::{Value, json};
    use workflow_asl::document::{CsvHeaders, Delimiter};

    #[test]
    fn a_text_is_read_as_an_object() {
        let csv = ObjectForm::Csv(Delimiter::Comma, CsvHeaders::FirstRow);
        let row = |n: &str| json!({ "id": n });
        for (form, text, most, items) in [
            (csv.clone(), "\u{feff}id\n1\n2", u64::MAX, json!([row("1"), row("2")])),
            (csv.clone(), "id\n1\n2", 1, json!([row("1")])),
            (ObjectForm::Lines, "1\n[2]\n", u64::MAX, json!([1, [2]])),
            (ObjectForm::Json(Some("/a".into())), "{\"a\":[1]}", u64::MAX, json!([1])),
            (ObjectForm::Json(None), "[]", u64::MAX, json!([])),
        ] {
            let read = items_of(&form, text, most).unwrap();
            let read: Value = read.into_iter().map(Element::input).collect();
            assert_eq!(read, items, "{text}");
        }
        let refused = items_of(&csv, "id,id\n1,2", 9).unwrap_err();
        assert_eq!(refused.error(), "States.ItemReaderFailed");
    }
}

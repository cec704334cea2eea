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
        let parser = match form {
            ObjectForm::Csv(delimiter, headers) => Parser::Csv(Csv::new(*delimiter, headers)?),
            ObjectForm::Lines => Parser::Lines(Lines::default()),
            ObjectForm::Json(pointer) => Parser::Array(Array::new(pointer.as_deref())),
            #[cfg(feature = "parquet")]
            ObjectForm::Parquet => return Ok(File::Table(Box::new(Table::new(objects, location)))),
        };
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

impl Parser {
    fn step(&mut self, feed: &mut Feed) -> Result<Step<Element>, Failure> {
        match self {
            Parser::Csv(csv) => csv.step(feed).map(|step| step.map(Element::of)),
            Parser::Lines(lines) => lines.step(feed).map(|step| step.map(Element::of)),
            Parser::Array(array) => array.step(feed),
        }
    }
}

//! Events whose step failed: a redrive tells the machine the same again, so that what had succeeded does not run twice.

use crate::binary::{Reader, put};
use crate::engine::mark::Mark;
use crate::engine::scope::Text;
use crate::engine::service;
use crate::failure::Failure;
use crate::machine::Event;
use crate::payload::Payload;
use crate::texts::{put_literal, read_pieces};
use serde_json::Value;
use std::sync::Arc;

/// The event that a machine was told when its execution failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// A result, as JSON text or as JSON: it is read as text.
    Done(Text),
    Json(Arc<Value>),
    Waited,
    /// A catcher, and the name and cause of the error that it took.
    Caught(u32, Text, Text),
    Children,
}

/// A scope whose step failed, as it was before; or whose step did not come any more.
pub(crate) struct Undone {
    pub(crate) scope: u32,
    /// `None` if it had not begun.
    pub(crate) mark: Option<Mark>,
    /// True if its machine is as it was.
    pub(crate) whole: bool,
}

mod kind {
    pub(super) const DONE: u8 = 0;
    pub(super) const WAITED: u8 = 1;
    pub(super) const CAUGHT: u8 = 2;
    pub(super) const CHILDREN: u8 = 3;
}

impl Told {
    /// The event as it can be written; `known` is the text of a result. `None` if there is nothing to tell again.
    pub(crate) fn of(event: &Event, known: Option<Text>) -> Option<Self> {
        match event {
            Event::Start => None,
            Event::Done(Payload::Json(value)) => Some(Told::Json(value.clone())),
            Event::Done(payload) => known.or_else(|| payload.text().ok()).map(Told::Done),
            Event::Waited => Some(Told::Waited),
            Event::Caught(index, failure) => {
                let (error, cause) = (failure.error().into(), failure.reported().into());
                Some(Told::Caught(u32::try_from(*index).ok()?, error, cause))
            }
            Event::Children => Some(Told::Children),
        }
    }

    /// The result of the effect as the history has it on the way out of a state; `is_task` if that is a task of our own.
    pub(crate) fn result(&self, is_task: bool) -> Option<Text> {
        match self {
            Told::Done(text) if is_task => Some(service::result(text)),
            Told::Done(text) => Some(text.clone()),
            Told::Json(value) => Some(value.to_string().into()),
            Told::Caught(_, error, cause) => caught(error, cause).output().text().ok(),
            Told::Waited | Told::Children => None,
        }
    }

    /// The event; `None` for children, who are joined again.
    pub(crate) fn event(&self) -> Option<Event> {
        match self {
            Told::Done(text) => Some(Event::Done(Payload::Text(text.clone()))),
            Told::Json(value) => Some(Event::Done(Payload::Json(value.clone()))),
            Told::Waited => Some(Event::Waited),
            Told::Caught(index, error, cause) => {
                Some(Event::Caught(*index as usize, caught(error, cause)))
            }
            Told::Children => None,
        }
    }

    /// Writes its bytes.
    pub(crate) fn put(&self, to: &mut Vec<u8>) {
        match self {
            Told::Done(text) => {
                to.push(kind::DONE);
                put_literal(to, text);
            }
            Told::Json(value) => {
                to.push(kind::DONE);
                put_literal(to, &value.to_string());
            }
            Told::Waited => to.push(kind::WAITED),
            Told::Caught(index, error, cause) => {
                to.push(kind::CAUGHT);
                put(to, (*index).into());
                put_literal(to, error);
                put_literal(to, cause);
            }
            Told::Children => to.push(kind::CHILDREN),
        }
    }

    /// Reads it.
    pub(crate) fn read(from: &mut Reader<'_>) -> Result<Self, Failure> {
        match from.byte()? {
            kind::DONE => Ok(Told::Done(literal(from)?)),
            kind::WAITED => Ok(Told::Waited),
            kind::CAUGHT => Ok(Told::Caught(from.small()?, literal(from)?, literal(from)?)),
            kind::CHILDREN => Ok(Told::Children),
            _ => Err(from.unknown("an event is of no known kind")),
        }
    }
}

/// The failure that a catcher took.
fn caught(error: &Text, cause: &Text) -> Failure {
    Failure::new(error.to_string(), cause.to_string())
}

fn literal(from: &mut Reader<'_>) -> Result<Text, Failure> {
    let head = from.number()?;
    let none = &mut |_| Err(Failure::runtime("an event mentions a payload"));
    read_pieces(head, from, none)
}

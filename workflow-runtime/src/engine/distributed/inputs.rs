//! The inputs of the children, one after another: items after `ItemSelector` and `ItemBatcher`.

use super::read::Rows;
use crate::failure::Failure;
use crate::machine::distributed::{Batch, Batched, Element, ItemProcessor};
use std::sync::{Arc, LazyLock};

static GIVEN: LazyLock<Arc<str>> = LazyLock::new(|| "STATE_DATA".into());

/// The source of items.
pub(super) enum Items {
    /// They are there.
    Given(std::vec::IntoIter<Element>),
    /// They are read.
    Read(Box<Rows>),
}

impl Items {
    /// Returns how many there are, if that is known.
    pub(super) fn count(&self) -> Option<u64> {
        match self {
            Items::Given(items) => Some(items.len() as u64),
            Items::Read(_) => None,
        }
    }

    /// Returns where the item at hand comes from (Developer Guide, "Context object", `Map.Item.Source`).
    fn source(&self) -> Arc<str> {
        match self {
            Items::Given(_) => GIVEN.clone(),
            Items::Read(rows) => rows.source(),
        }
    }

    async fn next(&mut self) -> Result<Option<Element>, Failure> {
        match self {
            Items::Given(items) => Ok(items.next()),
            Items::Read(rows) => rows.next_element().await,
        }
    }
}

/// The inputs of the children.
pub(super) struct Inputs {
    items: Items,
    pub(super) processor: Box<dyn ItemProcessor>,
    batch: Option<Batch>,
}

impl Inputs {
    pub(super) fn new(
        items: Items,
        mut processor: Box<dyn ItemProcessor>,
    ) -> Result<Self, Failure> {
        let batch = processor.batch()?;
        Ok(Inputs { items, processor, batch })
    }

    /// The next; `None` after the last one.
    pub(super) async fn next(&mut self) -> Result<Option<Batched>, Failure> {
        loop {
            let Some(item) = self.items.next().await? else {
                return Ok(self.batch.as_mut().and_then(Batch::take));
            };
            let input = self.processor.input(item, self.items.source())?;
            match &mut self.batch {
                None => return Ok(Some((input, 1))),
                Some(batch) => {
                    if let Some(whole) = batch.add(input) {
                        return Ok(Some(whole));
                    }
                }
            }
        }
    }
}

//! The inputs of the children, one after another: items after `ItemSelector` and `ItemBatcher`.

use super::batch::{Batch, Input};
use super::read::Rows;
use crate::failure::Failure;
use crate::interpreted::items::{Element, Selection};
use crate::interpreted::plan::Work;
use crate::interpreted::{Interpreted, view::View};
use serde_json::Value;
use std::sync::{Arc, LazyLock};

static GIVEN: LazyLock<Arc<str>> = LazyLock::new(|| "STATE_DATA".into());

/// The source of items.
pub(crate) enum Items {
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

/// The selection of a child's input from an item and its source.
pub(crate) type Select = Box<dyn FnMut(Element, Arc<str>) -> Result<Arc<Value>, Failure> + Send>;

/// The inputs of the children.
pub(crate) struct Inputs {
    items: Items,
    select: Select,
    batch: Option<Batch>,
}

impl Inputs {
    pub(crate) fn new(items: Items, select: Select, batch: Option<Batch>) -> Self {
        Inputs { items, select, batch }
    }

    /// The next; `None` after the last one.
    pub(super) async fn next(&mut self) -> Result<Option<Input>, Failure> {
        loop {
            let Some(item) = self.items.next().await? else {
                return Ok(self.batch.as_mut().and_then(Batch::take));
            };
            let input = (self.select)(item, self.items.source())?;
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

impl Interpreted {
    /// The inputs of the children of the Map that this machine is in: items after `ItemSelector`.
    pub(super) fn inputs(self, items: Items) -> Result<Inputs, Failure> {
        let view = self.view(self.visit()?);
        let mut selection = Selection::new(&view)?;
        let batching = match &view.node.plan.work {
            Work::Map(map) => map.distribution.as_ref().and_then(|it| it.batching.as_ref()),
            _ => None,
        };
        let batch = batching.map(|it| it.evaluated(&view)).transpose()?;
        drop(view);
        let select: Select = Box::new(move |item, source| {
            let view: View<'_> = self.view(self.visit()?);
            let Work::Map(map) = &view.node.plan.work else { return Ok(Arc::new(item.input())) };
            let (_, input) = selection.next(&view, map, item, Some(source))?;
            Ok(input)
        });
        Ok(Inputs::new(items, select, batch))
    }
}

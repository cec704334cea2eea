//! What the children begin with, one after another: items after `ItemSelector` and `ItemBatcher`.

use super::batch::{Batch, Input};
use super::read::Rows;
use crate::failure::Failure;
use crate::interpreted::items::Selection;
use crate::interpreted::plan::Work;
use crate::interpreted::{Interpreted, view::View};
use serde_json::Value;
use std::sync::{Arc, LazyLock};

static GIVEN: LazyLock<Arc<str>> = LazyLock::new(|| "STATE_DATA".into());

/// Where items come from.
pub(super) enum Items {
    /// They are there.
    Given(std::vec::IntoIter<Value>),
    /// They are read.
    Read(Box<Rows>),
}

impl Items {
    /// How many there are, if that is known.
    pub(super) fn count(&self) -> Option<u64> {
        match self {
            Items::Given(items) => Some(items.len() as u64),
            Items::Read(_) => None,
        }
    }

    /// Where the item at hand comes from (Developer Guide, "Context object", `Map.Item.Source`).
    fn source(&self) -> Arc<str> {
        match self {
            Items::Given(_) => GIVEN.clone(),
            Items::Read(rows) => rows.source(),
        }
    }

    async fn next(&mut self) -> Result<Option<Value>, Failure> {
        match self {
            Items::Given(items) => Ok(items.next()),
            Items::Read(rows) => rows.next().await,
        }
    }
}

/// The inputs of the children.
pub(super) struct Inputs {
    machine: Interpreted,
    items: Items,
    selection: Selection,
    batch: Option<Batch>,
}

impl Inputs {
    pub(super) fn new(machine: Interpreted, items: Items) -> Result<Self, Failure> {
        let view = machine.view(machine.visit()?);
        let selection = Selection::new(&view)?;
        let batching = match &view.node.plan.work {
            Work::Map(map) => map.distribution.as_ref().and_then(|it| it.batching.as_ref()),
            _ => None,
        };
        let batch = batching.map(|it| it.evaluated(&view)).transpose()?;
        drop(view);
        Ok(Inputs { machine, items, selection, batch })
    }

    /// The next; `None` after the last one.
    pub(super) async fn next(&mut self) -> Result<Option<Input>, Failure> {
        loop {
            let Some(item) = self.items.next().await? else {
                return Ok(self.batch.as_mut().and_then(Batch::take));
            };
            let input = self.selected(item)?;
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

    fn selected(&mut self, item: Value) -> Result<Arc<Value>, Failure> {
        let view: View<'_> = self.machine.view(self.machine.visit()?);
        let Work::Map(map) = &view.node.plan.work else { return Ok(Arc::new(item)) };
        let (_, input) = self.selection.next(&view, map, item, Some(self.items.source()))?;
        Ok(input)
    }
}

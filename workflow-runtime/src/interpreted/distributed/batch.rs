//! `ItemBatcher`: items put together.

use super::{Seen, integer};
use crate::failure::Failure;
use crate::interpreted::plan::{Body, Setting, Wrong, body, setting};
use crate::interpreted::view::View;
use serde_json::{Map, Value};
use std::sync::Arc;
use workflow_asl::document::ItemBatcher;

pub(in crate::interpreted) struct Batching {
    max_items: Option<Setting<u32>>,
    max_bytes: Option<Setting<u32>>,
    input: Option<Body>,
}

/// The input of a child, and how many items are in it.
pub(super) type Input = (Arc<Value>, u64);

impl Batching {
    pub(super) fn new(batcher: &ItemBatcher) -> Result<Self, Wrong> {
        Ok(Batching {
            max_items: setting(batcher.max_items.as_ref(), "MaxItemsPerBatchPath"),
            max_bytes: setting(batcher.max_bytes.as_ref(), "MaxInputBytesPerBatchPath"),
            input: body(batcher.input.as_ref()),
        })
    }

    pub(super) fn visit(&self, see: &mut dyn FnMut(Seen<'_>)) {
        self.max_items.iter().for_each(|it| it.visit(see));
        self.max_bytes.iter().for_each(|it| it.visit(see));
        self.input.iter().for_each(|it| it.visit(see));
    }

    pub(super) fn evaluated(&self, view: &View<'_>) -> Result<Batch, Failure> {
        let limit = |setting: &Option<Setting<u32>>| -> Result<usize, Failure> {
            let limit = setting.as_ref().map_or(Ok(0), |setting| integer(view, setting))?;
            Ok(usize::try_from(limit).ok().filter(|limit| *limit > 0).unwrap_or(usize::MAX))
        };
        let (max_items, max_bytes) = (limit(&self.max_items)?, limit(&self.max_bytes)?);
        let effective = view.effective()?;
        let input = self.input.as_ref().map(|input| view.body(input, &effective)).transpose()?;
        Ok(Batch { max_items, max_bytes, input, items: vec![], bytes: 0 })
    }
}

/// The batch that is being filled.
pub(crate) struct Batch {
    max_items: usize,
    max_bytes: usize,
    input: Option<Arc<Value>>,
    items: Vec<Value>,
    bytes: usize,
}

impl Batch {
    /// Of so many items, each with this beside them.
    pub(crate) fn of(max_items: usize, input: Option<Arc<Value>>) -> Self {
        Batch { max_items, max_bytes: usize::MAX, input, items: vec![], bytes: 0 }
    }

    /// Adds an item: the batch before it, if there was no more room.
    pub(super) fn add(&mut self, item: Arc<Value>) -> Option<Input> {
        let size = if self.max_bytes == usize::MAX { 0 } else { item.to_string().len() };
        let full = self.items.len() >= self.max_items || self.bytes + size > self.max_bytes;
        let whole = full.then(|| self.take()).flatten();
        self.bytes += size;
        self.items.push(Arc::unwrap_or_clone(item));
        whole
    }

    /// Returns what is in it, if that is anything.
    pub(super) fn take(&mut self) -> Option<Input> {
        let items = std::mem::take(&mut self.items);
        self.bytes = 0;
        if items.is_empty() {
            return None;
        }
        let count = items.len() as u64;
        let mut batch = Map::new();
        if let Some(input) = &self.input {
            batch.insert("BatchInput".into(), (**input).clone());
        }
        batch.insert("Items".into(), Value::Array(items));
        Some((Arc::new(Value::Object(batch)), count))
    }
}

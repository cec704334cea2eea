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

    /// The items in batches, in order.
    pub(super) fn batches(
        &self,
        view: &View<'_>,
        items: Vec<Arc<Value>>,
    ) -> Result<Vec<Input>, Failure> {
        let limit = |setting: &Option<Setting<u32>>| -> Result<usize, Failure> {
            let limit = setting.as_ref().map_or(Ok(0), |setting| integer(view, setting))?;
            Ok(usize::try_from(limit).ok().filter(|limit| *limit > 0).unwrap_or(usize::MAX))
        };
        let (max_items, max_bytes) = (limit(&self.max_items)?, limit(&self.max_bytes)?);
        let effective = view.effective()?;
        let input = self.input.as_ref().map(|input| view.body(input, &effective)).transpose()?;
        let mut batches = vec![];
        let (mut batch, mut bytes) = (vec![], 0);
        for item in items {
            let size = if max_bytes == usize::MAX { 0 } else { item.to_string().len() };
            if !batch.is_empty() && (batch.len() >= max_items || bytes + size > max_bytes) {
                batches.push(whole(std::mem::take(&mut batch), input.as_ref()));
                bytes = 0;
            }
            bytes += size;
            batch.push(Arc::unwrap_or_clone(item));
        }
        if !batch.is_empty() {
            batches.push(whole(batch, input.as_ref()));
        }
        Ok(batches)
    }
}

fn whole(items: Vec<Value>, input: Option<&Arc<Value>>) -> Input {
    let count = items.len() as u64;
    let mut batch = Map::new();
    if let Some(input) = input {
        batch.insert("BatchInput".into(), (**input).clone());
    }
    batch.insert("Items".into(), Value::Array(items));
    (Arc::new(Value::Object(batch)), count)
}

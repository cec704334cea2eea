//! Items put together.

use serde_json::{Map, Value};
use std::sync::Arc;

/// The input of a child, and how many items are in it.
pub type Batched = (Arc<Value>, u64);

/// The batch that is being filled.
#[derive(Clone, Debug)]
pub struct Batch {
    max_items: usize,
    max_bytes: usize,
    input: Option<Arc<Value>>,
    items: Vec<Value>,
    bytes: usize,
}

impl Batch {
    /// Makes an empty batch with room for `max_items` items, and with `input` beside them.
    #[must_use]
    pub fn of(max_items: usize, input: Option<Arc<Value>>) -> Self {
        Batch::limited(max_items, usize::MAX, input)
    }

    /// Makes an empty batch with room for `max_bytes` bytes, too.
    #[must_use]
    pub fn limited(max_items: usize, max_bytes: usize, input: Option<Arc<Value>>) -> Self {
        Batch { max_items, max_bytes, input, items: vec![], bytes: 0 }
    }

    /// Adds an item, and returns the batch before it if there was no more room.
    pub fn add(&mut self, item: Arc<Value>) -> Option<Batched> {
        let size = if self.max_bytes == usize::MAX { 0 } else { item.to_string().len() };
        let full = self.items.len() >= self.max_items || self.bytes + size > self.max_bytes;
        let whole = full.then(|| self.take()).flatten();
        self.bytes += size;
        self.items.push(Arc::unwrap_or_clone(item));
        whole
    }

    /// Empties the batch, and returns what was in it, if that is anything.
    pub fn take(&mut self) -> Option<Batched> {
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

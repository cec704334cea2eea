//! Items of distributed Maps that failed: AWS tells of them in files and in a console, not in the cause of the Map.

use crate::engine::Engine;
use crate::lock::lock;
use serde_json::Value;
use std::sync::{Arc, Mutex};

/// The number of items that are kept.
const MOST: usize = 10;

/// An item of a distributed Map, or a batch of items, whose execution failed.
#[derive(Clone, Debug, PartialEq)]
pub struct FailedItem {
    /// The index of the item, or of the batch, from 0 on.
    pub index: usize,
    /// Its input.
    pub input: Arc<Value>,
    /// The state in which it failed, if that is known.
    pub state: Option<Arc<str>>,
    /// The error name.
    pub error: String,
    /// The cause.
    pub cause: String,
}

/// The first of an engine.
#[derive(Debug, Default)]
pub(crate) struct FailedItems(Mutex<Vec<FailedItem>>);

impl FailedItems {
    pub(crate) fn add(&self, item: FailedItem) {
        let mut items = lock(&self.0);
        if items.len() < MOST {
            items.push(item);
        }
    }
}

impl Engine {
    pub(crate) fn item_failed(&self, item: FailedItem) {
        self.0.failed_items.add(item);
    }

    /// Returns the first items of distributed Maps that failed in this engine, ten at most. They are the reason of a
    /// `States.ExceedToleratedFailureThreshold`.
    #[must_use]
    pub fn failed_items(&self) -> Vec<FailedItem> {
        lock(&self.0.failed_items.0).clone()
    }
}

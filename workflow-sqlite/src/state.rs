//! The part of a store that its threads share.

use crate::error::{Reach, Stop};
use crate::place::Place;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use workflow_runtime::store::{StoreError, StoreResult as Result};

/// The name, the health and the figures of a store.
#[derive(Debug, Default)]
pub struct State {
    /// The path of its file, for messages.
    pub name: String,
    pub place: Place,
    broken: OnceLock<StoreError>,
    pub calls: AtomicU64,
    pub transactions: AtomicU64,
    pub checkpoints: AtomicU64,
}

/// The figures of a store since it was opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Figures {
    /// The number of calls that were written: commits, claims, messages and removals.
    pub calls: u64,
    /// The number of transactions that they shared: each is one sync of the disk.
    pub transactions: u64,
    /// The number of times that the log was written back to the database.
    pub checkpoints: u64,
    /// The bytes of calls that wait for the writer, or are being written; 32 MiB at most.
    pub waiting: u64,
}

impl State {
    pub fn new(name: String, place: Place) -> Self {
        State { name, place, ..State::default() }
    }

    /// Refuses every call of a broken store.
    pub fn check(&self) -> Result<()> {
        self.broken.get().map_or(Ok(()), |error| Err(error.clone()))
    }

    /// Returns the error that a stop is, and breaks the store if it concerns the store.
    pub fn note(&self, stop: Stop) -> StoreError {
        let reach = stop.reach();
        let error = stop.into_error(&self.name);
        match reach {
            Reach::Store => self.broken.get_or_init(|| broken(error)).clone(),
            _ => error,
        }
    }

    pub fn figures(&self) -> Figures {
        let read = |figure: &AtomicU64| figure.load(Ordering::Relaxed);
        Figures {
            calls: read(&self.calls),
            transactions: read(&self.transactions),
            checkpoints: read(&self.checkpoints),
            waiting: 0,
        }
    }
}

fn broken(error: StoreError) -> StoreError {
    tracing::error!(%error, "the store cannot be used any more");
    error
}

//! Distributed Maps at the seam: the plan of a run is data; the machines of its children come from an
//! [`ItemProcessor`], which the machine makes.

mod batch;
mod element;
mod reader;
mod tolerated;
mod writer;

pub use batch::{Batch, Batched};
pub(crate) use element::no_array;
pub use element::{Element, elements};
pub use reader::{ItemSource, ObjectForm, ReadFrom, Reader};
pub use tolerated::{EXCEEDED, Tolerated, exceeded};
pub use writer::Writer;

use super::{Effect, Identity, Machine};
use crate::failure::Failure;
use serde_json::Value;
use std::sync::Arc;
use workflow_asl::document::MachineType;

/// A run of a distributed Map that has not begun.
#[derive(Clone, Debug)]
pub struct Distributed {
    /// The number of items that are known before it begins.
    pub length: u32,
    /// `Label`.
    pub label: Option<String>,
    /// The plan of the run; or why it cannot begin.
    pub plan: Result<MapPlan, Failure>,
}

/// The plan of a run of a distributed Map: its fields, evaluated, but for those of items.
#[derive(Clone, Debug)]
pub struct MapPlan {
    /// The name of the state.
    pub state: Arc<str>,
    /// The source of items.
    pub source: ItemSource,
    /// The place for results.
    pub write: Option<Writer>,
    /// The number of items that may fail.
    pub tolerated: Tolerated,
    /// The number of children that run at once; 0: as many as may be.
    pub width: usize,
    /// The type of the children's executions: EXPRESS ones end within five minutes, and any number of events is theirs.
    pub kind: MachineType,
}

impl Distributed {
    /// The effect of a run, of so many items that are known before it begins.
    #[must_use]
    pub fn effect(length: usize, label: Option<String>, plan: Result<MapPlan, Failure>) -> Effect {
        let length = u32::try_from(length).unwrap_or(u32::MAX);
        Effect::Distribute(Box::new(Distributed { length, label, plan }))
    }
}

/// Makes the children of a distributed Map from its items: a machine's own part of the run, pure as the machine is.
///
/// A driver asks it for the batch first, then for the input of each item in order, and for a machine for each
/// input or filled batch.
pub trait ItemProcessor: Send {
    /// The empty batch that items are put in; `None` where each item is a child of its own.
    ///
    /// # Errors
    /// If an expression of the Map cannot be evaluated.
    fn batch(&mut self) -> Result<Option<Batch>, Failure>;
    /// The input of the next item, which comes from `source`: `STATE_DATA`, or the object it was read from.
    ///
    /// # Errors
    /// If an expression of the Map cannot be evaluated.
    fn input(&mut self, item: Element, source: Arc<str>) -> Result<Arc<Value>, Failure>;
    /// The part of an input that tells which item it is of, whatever else items were given when they began.
    fn told_by<'v>(&self, input: &'v Value) -> &'v Value {
        input
    }
    /// The machine of a child, at its beginning. Its execution has a root scope of its own.
    ///
    /// # Errors
    /// If the input does not fit.
    fn open(
        &mut self,
        execution: &Identity,
        input: Arc<Value>,
    ) -> Result<Box<dyn Machine>, Failure>;
    /// The machine of a child from the record of its root scope, after a crash.
    ///
    /// # Errors
    /// If the record does not fit.
    fn revive(
        &mut self,
        execution: &Identity,
        input: Arc<Value>,
        record: Value,
    ) -> Result<Box<dyn Machine>, Failure>;
}

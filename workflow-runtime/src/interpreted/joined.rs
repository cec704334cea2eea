//! The results of the children of a state, as they come in.

use crate::failure::Failure;
use crate::limits::Limits;
use crate::payload::Payload;
use serde_json::Value;
use std::sync::Arc;
use workflow_asl::bounds;

/// The size that the results of all children may have together, as a multiple of that of a payload. What the state hands on
/// is held against the limit itself; a result that no expression makes smaller is beyond it long before. (Judgement: it
/// bounds the memory, for a value takes many times that of its text.)
const SHARE: usize = 8;

/// The results of children that have ended.
#[derive(Default)]
pub(super) struct Joined {
    /// By their places in the result.
    ended: Vec<Option<Payload>>,
    bytes: usize,
    /// They are too large together: none is kept.
    over: bool,
}

/// The reason why there is no joined result.
pub(super) enum Unjoined {
    Over,
    Failed(Failure),
}

impl Joined {
    /// Takes the result of a child at a place.
    pub(super) fn take(&mut self, place: usize, result: Payload, limits: Limits) {
        if self.over {
            return;
        }
        let room = (SHARE * limits.payload()).min(bounds::SIZE).saturating_sub(self.bytes);
        let size = match &result {
            Payload::Json(value) => bounds::size(&**value, room).unwrap_or(usize::MAX),
            Payload::Text(text) => text.len(),
            Payload::Live(_) => 0,
        };
        if size > room {
            *self = Joined { over: true, ..Joined::default() };
            return;
        }
        self.bytes += size;
        if self.ended.len() <= place {
            self.ended.resize_with(place + 1, || None);
        }
        self.ended[place] = Some(result);
    }

    /// The values, in their order.
    pub(super) fn values(self) -> Result<Vec<Value>, Unjoined> {
        let value = |end: Option<Payload>| {
            let end = end.ok_or_else(|| Failure::runtime("a child is lost"))?;
            // Nobody else has it any more: it is moved.
            match end {
                Payload::Json(value) => Ok(Arc::unwrap_or_clone(value)),
                other => Ok(Arc::unwrap_or_clone(other.json()?)),
            }
        };
        if self.over {
            return Err(Unjoined::Over);
        }
        self.ended.into_iter().map(value).collect::<Result<_, _>>().map_err(Unjoined::Failed)
    }
}

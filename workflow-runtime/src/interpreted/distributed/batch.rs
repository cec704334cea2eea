//! `ItemBatcher`: items put together.

use super::{Seen, integer};
use crate::failure::Failure;
use crate::interpreted::plan::{Body, Setting, Wrong, body, setting};
use crate::interpreted::view::View;
use crate::machine::distributed::Batch;
use workflow_asl::document::ItemBatcher;

pub(in crate::interpreted) struct Batching {
    max_items: Option<Setting<u32>>,
    max_bytes: Option<Setting<u32>>,
    input: Option<Body>,
}

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
        Ok(Batch::limited(max_items, max_bytes, input))
    }
}

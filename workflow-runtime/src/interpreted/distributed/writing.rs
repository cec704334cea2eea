//! `ResultWriter`: where results go.

use super::{arguments, body};
use crate::failure::Failure;
use crate::interpreted::plan::{Body, Wrong};
use crate::interpreted::view::View;
use crate::machine::distributed::Writer;
use workflow_asl::document::{ResultWriter, WriterConfig};

pub(in crate::interpreted) struct Writing {
    /// True if results are written; else they only get another form.
    writes: bool,
    pub(super) arguments: Option<Body>,
    config: WriterConfig,
}

impl Writing {
    pub(super) fn new(writer: &ResultWriter) -> Result<Self, Wrong> {
        Ok(Writing {
            writes: writer.resource.is_some(),
            arguments: body(writer.arguments.as_ref()),
            config: writer.config.unwrap_or_default(),
        })
    }

    pub(super) fn evaluated(&self, view: &View<'_>) -> Result<Writer, Failure> {
        let target =
            if self.writes { Some(arguments(view, self.arguments.as_ref())?) } else { None };
        Ok(Writer { target, config: self.config })
    }
}

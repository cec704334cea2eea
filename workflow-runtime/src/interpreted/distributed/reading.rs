//! `ItemReader`: where items come from.

use super::{Seen, arguments, body, integer};
use crate::failure::Failure;
use crate::interpreted::plan::{Body, Setting, Wrong, setting};
use crate::interpreted::view::View;
use crate::machine::distributed::{ReadFrom, Reader};
use workflow_asl::document::ItemReader;

pub(in crate::interpreted) struct Reading {
    source: ReadFrom,
    arguments: Option<Body>,
    max_items: Option<Setting<u32>>,
}

impl Reading {
    pub(super) fn new(reader: &ItemReader) -> Result<Self, Wrong> {
        Ok(Reading {
            source: ReadFrom::new(reader)?,
            arguments: body(reader.arguments.as_ref()),
            max_items: setting(reader.config.max_items.as_ref(), "MaxItemsPath"),
        })
    }

    pub(super) fn source(&self) -> &ReadFrom {
        &self.source
    }

    pub(super) fn visit(&self, see: &mut dyn FnMut(Seen<'_>)) {
        self.arguments.iter().for_each(|it| it.visit(see));
        self.max_items.iter().for_each(|it| it.visit(see));
    }

    pub(super) fn evaluated(&self, view: &View<'_>) -> Result<Reader, Failure> {
        Ok(Reader {
            source: self.source.clone(),
            arguments: arguments(view, self.arguments.as_ref())?,
            max_items: self.most(view)?,
        })
    }

    /// Returns `MaxItems`; 0: all.
    pub(super) fn most(&self, view: &View<'_>) -> Result<i64, Failure> {
        self.max_items.as_ref().map_or(Ok(0), |it| integer(view, it))
    }
}

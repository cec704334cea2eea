//! The log of a program that runs for long: warnings, errors and changes, as lines on standard error.

use crate::stop::tell;
use std::fmt::{Debug, Write as _};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

/// The changes that callers make, as the server tells them.
const AUDIT: &str = "workflow_server::audit";

/// Writes what is told as a warning or an error.
struct Lines {
    /// True if changes are written, too.
    audit: bool,
}

impl Subscriber for Lines {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        let is_told = *metadata.level() <= Level::WARN || self.audit && metadata.target() == AUDIT;
        is_told && metadata.is_event()
    }
    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }
    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}

    /// Writes an event as one line, whatever it says.
    fn event(&self, event: &Event<'_>) {
        let mut line = Line::default();
        event.record(&mut line);
        let Line { message, fields } = &mut line;
        [message, fields].into_iter().for_each(|text| *text = text.replace('\n', "\\n"));
        let level = match *event.metadata().level() {
            Level::ERROR => "error",
            Level::WARN => "warning",
            _ => return tell(&format!("audit: {}", line.fields.trim_start_matches("; "))),
        };
        tell(&format!("{level}: {}{}", line.message, line.fields));
    }
}

/// The text of an event.
#[derive(Default)]
struct Line {
    message: String,
    fields: String,
}

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        // Writing to a string cannot fail.
        let _ = match field.name() {
            "message" => write!(self.message, "{value:?}"),
            name => write!(self.fields, "; {name}: {value:?}"),
        };
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        let _ = write!(self.fields, "; {}: {value}", field.name());
    }
}

/// Writes warnings and errors to standard error from now on, and changes where they are asked for.
pub(crate) fn begin(audit: bool) {
    // Who has called this before has it already.
    let _ = tracing::subscriber::set_global_default(Lines { audit });
}

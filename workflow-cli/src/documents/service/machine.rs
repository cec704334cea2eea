//! A state machine of a file, with what the plugin has besides its definition.

use super::super::document::text_of;
use super::super::template::Found;
use super::Service;
use crate::stop::Stop;
use serde_json::Value;
use workflow_asl::document::Text;

/// A state machine of the file, or of one that it names.
pub(super) struct Machine {
    /// Its key in the file.
    pub(super) name: String,
    /// Its members, as they are written.
    pub(super) value: Value,
    /// Their place.
    pub(super) pointer: String,
    /// Its place, as it was found.
    pub(super) found: Found,
    /// The file that it stands in, where that is another one.
    other: Option<(String, Text)>,
}

impl Machine {
    /// The machine that was found in a file, whose value this is.
    pub(super) fn of(found: Found, file: &Value) -> Result<Self, Stop> {
        let pointer = found.pointer.strip_suffix("/definition").unwrap_or("").to_owned();
        let other = match &found.file {
            Some(path) => text_of(path).map(|(text, shown)| Some((shown, text)))?,
            None => None,
        };
        let whole = other.as_ref().map_or(file, |(_, text)| text.value());
        let value = match found.unread.is_some() {
            true => Value::Null,
            false => whole.pointer(&pointer).cloned().unwrap_or_default(),
        };
        Ok(Machine { name: found.name.clone(), value, pointer, found, other })
    }

    /// The file that it stands in.
    pub(super) fn place<'s>(&'s self, service: &'s Service) -> (&'s str, &'s Text) {
        self.other.as_ref().map_or(service.here(), |(file, text)| (file.as_str(), text))
    }
}

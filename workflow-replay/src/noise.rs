//! The values of a recording that say nothing: what an engine made up, or what a collection erased.

use crate::made_up::MadeUp;
use crate::pattern::{Bindings, only};
use serde::Deserialize;
use serde_json::Value;
use std::sync::Arc;

/// A word that stands for a value which a recording erased, under a key.
#[derive(Clone, Debug, Deserialize)]
pub struct Mask {
    /// Such as `$..MessageId`.
    pub path: String,
    /// The word.
    pub word: String,
}

/// The values of a recording that may differ.
#[derive(Clone, Debug)]
pub struct Noise(Kind);

#[derive(Clone, Debug)]
enum Kind {
    Raw,
    Erased(Arc<[Mask]>),
}

impl Default for Noise {
    fn default() -> Self {
        Noise::raw()
    }
}

impl Noise {
    /// A history as AWS gives it: times and UUIDs are another each time.
    #[must_use]
    pub fn raw() -> Self {
        Noise(Kind::Raw)
    }

    /// A recording whose made-up values were replaced by words and by tokens such as `<uuid:1>`.
    #[must_use]
    pub fn erased(masks: &[Mask]) -> Self {
        Noise(Kind::Erased(masks.into()))
    }

    /// True if values were replaced.
    pub(crate) fn is_erased(&self) -> bool {
        matches!(self.0, Kind::Erased(_))
    }

    /// True if the recording does not say what stood here.
    pub(crate) fn erases(&self, expected: &Value, path: &str) -> bool {
        let Kind::Erased(masks) = &self.0 else { return false };
        let key = path.rsplit('.').next().unwrap_or(path);
        match expected {
            Value::Object(fields) => only(fields, "$any"),
            Value::String(text) => {
                let masked =
                    |mask: &Mask| mask.word == *text && mask.path.rsplit('.').next() == Some(key);
                text == "datetime"
                    || (text == "timestamp" && key.to_lowercase().contains("timestamp"))
                    || masks.iter().any(masked)
            }
            _ => false,
        }
    }

    /// The beginning of a comparison.
    pub(crate) fn known(&self) -> Known {
        match self.0 {
            Kind::Raw => Known::Raw(MadeUp::default()),
            Kind::Erased(_) => Known::Erased(Bindings::default()),
        }
    }
}

/// The values that were found to stand for each other.
pub(crate) enum Known {
    Raw(MadeUp),
    Erased(Bindings),
}

impl Known {
    /// True if a text is what was recorded.
    pub(crate) fn matches(&mut self, expected: &str, actual: &str) -> bool {
        match self {
            Known::Raw(known) => known.matches(expected, actual),
            Known::Erased(known) => known.matches(expected, actual),
        }
    }
}

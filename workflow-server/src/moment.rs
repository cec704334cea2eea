//! Times as the API has them.

use jiff::Timestamp;
use serde_json::{Value, json};

/// A time as a number: seconds, with milliseconds.
pub(crate) fn seconds(time: Timestamp) -> Value {
    #[allow(clippy::cast_precision_loss, reason = "milliseconds of our time fit")]
    let seconds = time.as_millisecond() as f64 / 1000.0;
    json!(seconds)
}

//! An activity as it is kept.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// An activity.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Activity {
    pub(crate) name: String,
    pub(crate) created: Timestamp,
    pub(crate) tags: Vec<(String, String)>,
    pub(crate) encryption: serde_json::Value,
}

//! Places for the results of a distributed Map.

use serde_json::{Value, json};
use workflow_asl::document::WriterConfig;

/// A `ResultWriter` with its fields evaluated.
#[derive(Clone, Debug)]
pub struct Writer {
    /// `Arguments` or `Parameters`, if results are written; without them they only get another form.
    pub target: Option<Value>,
    /// `WriterConfig`.
    pub config: WriterConfig,
}

impl Writer {
    /// A writer to a bucket, under keys with this prefix.
    #[must_use]
    pub fn to(bucket: &str, prefix: &str) -> Self {
        let target = Some(json!({ "Bucket": bucket, "Prefix": prefix }));
        Writer { target, config: WriterConfig::default() }
    }
}

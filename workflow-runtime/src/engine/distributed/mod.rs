//! Runs of distributed Maps: reading, batches, the executions of the items, and their results.

mod children;
mod end;
mod gather;
mod inputs;
mod job;
mod outside;
mod read;
mod settings;
mod writer;

pub(crate) use job::run;
pub(crate) use read::{Rows, items_of, most};
use serde_json::Value;
pub use settings::MapRunSettings;
pub(crate) use settings::{MapRuns, SettingsOf};

/// The text that an argument of a reader or writer is; else what is wrong.
fn named<'a>(arguments: &'a Value, field: &str, of: &str) -> Result<&'a str, String> {
    let found = &arguments[field];
    let text = found.as_str().filter(|text| !text.is_empty());
    text.ok_or_else(|| format!("the {of} needs a `{field}` that is a text, not {found}"))
}

//! The documents beside the examples are what is exported.

use std::fmt::Display;
use std::path::Path;
use workflow::Definition;

/// The document of a workflow is the one in the folder of its example. With `WORKFLOW_EXAMPLES=write` it is
/// written there.
#[track_caller]
pub fn assert_exported(file: &str, definition: Result<Definition, impl Display>) {
    let definition = definition.unwrap_or_else(|error| panic!("{file}: {error}"));
    let exported = definition.to_json_pretty() + "\n";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    if std::env::var_os("WORKFLOW_EXAMPLES").is_some_and(|what| what == "write") {
        std::fs::write(&path, &exported).unwrap_or_else(|error| panic!("{file}: {error}"));
    }
    let known = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(known == exported, "{file} is another document: write it with WORKFLOW_EXAMPLES=write");
}

//! What the examples share: where they put what they make, and HTTP.
#![allow(dead_code, reason = "each example uses a part")]

#[cfg(test)]
pub mod exported;
pub mod http;

use std::fmt::Display;
use std::path::{Path, PathBuf};
use workflow::Definition;
use workflow::cli::{BoxError, shown};

/// The inputs that come with an example.
pub fn inputs(example: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(example).join("inputs")
}

/// How an example is called.
pub fn called(example: &str) -> String {
    format!("cargo run --example {example} --")
}

/// Where a file that an example makes is put: `target` if the program was started beside it, else the
/// directory for temporary files.
pub fn made(file: &str) -> PathBuf {
    let target = PathBuf::from("target");
    if target.is_dir() { target.join(file) } else { std::env::temp_dir().join(file) }
}

/// Writes the document of a workflow to a file: where it is.
pub fn document(
    example: &str,
    definition: Result<Definition, impl Display>,
) -> Result<PathBuf, BoxError> {
    let path = made(&format!("{example}.asl.json"));
    let text = definition.map_err(|error| error.to_string())?.to_json_pretty();
    std::fs::write(&path, text + "\n").map_err(|error| format!("{}: {error}", shown(&path)))?;
    Ok(path)
}

/// A number with its digits in groups of three.
pub fn thousands(number: impl Display) -> String {
    let digits = number.to_string();
    let groups = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy);
    groups.collect::<Vec<_>>().join(",")
}

//! The command line: `cargo run -- --help`.

mod order;
mod tasks;
#[cfg(test)]
mod tests;

use order::fulfil;
use std::process::ExitCode;

fn main() -> ExitCode {
    workflow::cli![fulfil]
}

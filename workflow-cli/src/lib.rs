//! The command line of a program with workflows: `run`, `export`, `graph`, `list`, `check`.
//!
//! One line of `main` gives it; see [`Cli`]. A command is a row of the table in `command.rs` and a function.
//! [`documents`] is the command `workflow`, for documents that were never Rust.

mod check;
mod cli;
mod command;
mod documents;
mod entry;
mod files;
mod nearest;
mod output;
mod pretty;
mod progress;
mod report;
mod run;
mod signals;
mod stop;
mod terminal;

pub use check::{Budget, Change, budgets, changes};
pub use cli::{BoxError, Cli, Ready};
pub use documents::documents;
pub use files::shown;
pub use terminal::{Terminal, Tone};

/// A command line without workflows: add them with [`Cli::workflow`], and end with [`Cli::main`].
pub fn cli() -> Cli {
    Cli::default()
}

//! Two command lines: that of a program with its own workflows, and `workflow` for documents in files.
//!
//! # A program with workflows
//!
//! One line of `main` gives the commands `run`, `test`, `export`, `check` and others: see [`Cli`].
//!
//! ```text
//! orders run fulfil --input order.json --virtual-time
//! orders export fulfil --out fulfil.asl.json
//! orders check fulfil --against fulfil.asl.json
//! ```
//!
//! [`Cli`] has the options of each command and the exit codes. A command is a file in `commands/` and a row of the
//! table there. [`changes`] and [`budgets`] are what `check` prints, for programs that want it as data.
//!
//! # Documents in files
//!
//! [`documents`] is the command `workflow`, for documents that were never Rust: `run` with mocks from a file, `test`,
//! `validate`, `test-state`, `graph`; and `serve`, which answers the API of Step Functions. It reads JSON and YAML, templates
//! of CloudFormation and SAM, and files of the Serverless Framework.
//!
//! ```text
//! workflow run order.asl.json --mocks-template > mocks.json
//! workflow run order.asl.json --input '{"card": "4242"}' --mocks mocks.json
//! workflow validate order.asl.yaml --warnings
//! ```
//!
//! # Features
//!
//! `yaml`, `object-store` and `serve` are on by default, for the command `workflow`. The crate `workflow` switches them off
//! for programs, which choose: `serve` serves their workflows, `worker` lets their tasks answer activities, `parquet` reads
//! the items of distributed Maps from Parquet files.

mod bar;
mod cases;
mod check;
mod cli;
mod command;
mod commands;
mod completions;
mod cost;
mod deployment;
mod documents;
mod drawing;
mod entry;
mod failures;
mod files;
mod interpret;
mod interrupted;
#[cfg(any(feature = "serve", feature = "worker"))]
mod log;
mod man;
mod moment;
mod output;
mod pretty;
mod program;
mod progress;
mod ready;
mod replay;
mod report;
mod run;
#[cfg(feature = "serve")]
mod serve;
#[cfg(feature = "aws")]
mod services;
mod signals;
mod starts;
mod stop;
mod stored;
mod terminal;

pub use check::{Budget, Change, budgets, changes};
pub use cli::Cli;
pub use documents::documents;
pub use files::shown;
pub use ready::{BoxError, Ready};
pub use terminal::{Terminal, Tone};

/// A command line without workflows: add them with [`Cli::workflow`], and end with [`Cli::main`].
pub fn cli() -> Cli {
    Cli::default()
}

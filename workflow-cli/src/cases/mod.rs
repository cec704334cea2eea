//! Test cases in a file: how they are read, run, compared and reported. The command `test` of both programs.

#[cfg(feature = "aws")]
pub(crate) mod account;
mod compare;
mod junit;
mod place;
mod read;
mod report;
mod run;

pub(crate) use read::Cases;
pub(crate) use run::Subject;

use crate::stop::Stop;
use serde_json::Value;
use std::path::PathBuf;

/// The options of the command `test`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The cases, in YAML or JSON
    #[arg(value_name = "CASES")]
    pub(crate) cases: PathBuf,
    /// Runs only cases whose name has this text
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    filter: Option<String>,
    /// Lists each state, with how many cases reached it
    #[arg(long)]
    coverage: bool,
    /// Writes a report in JUnit's form
    #[arg(long, value_name = "FILE")]
    junit: Option<PathBuf>,
    /// Prints the results as JSON
    #[arg(long)]
    json: bool,
}

/// A case.
struct Case {
    name: String,
    /// The line of the file in which it begins.
    line: usize,
    /// Its place in the file: a JSON pointer.
    pointer: String,
    input: Value,
    mocks: Option<Value>,
    end: Option<End>,
    path: Option<Vec<String>>,
}

/// The expected end of an execution.
enum End {
    Result(Value),
    /// A result, whatever it is.
    Success,
    Error {
        error: String,
        cause: Option<Value>,
    },
}

/// Runs the cases, and shows what came of them.
pub(crate) fn test(options: &Options, cases: &Cases, subject: &Subject<'_>) -> Result<(), Stop> {
    if let Some(file) = &options.junit {
        let read = ("the cases", options.cases.as_path());
        crate::files::writable("--junit", file, &[read])?;
    }
    let tested = run::all(cases, subject, options.filter.as_deref())?;
    report::show(options, cases, &tested)?;
    if let Some(file) = &options.junit {
        crate::files::write(file, &junit::report(cases, &tested))?;
    }
    if tested.failed() == 0 { Ok(()) } else { Err(Stop::Reported) }
}

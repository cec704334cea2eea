//! Why a program ends before its work is done.

use std::io::Write;
use std::process::ExitCode;

pub(crate) enum Stop {
    /// It was called or fed wrongly: nothing has run.
    Usage(String),
    /// It could not do what it was told.
    Failed(String),
    /// The report says why.
    Reported,
}

/// The end of a program: 0 if all went well, 1 if something failed, 2 if it was called wrongly.
pub(crate) fn end(result: Result<(), Stop>) -> ExitCode {
    let (line, code) = match result {
        Ok(()) => return ExitCode::SUCCESS,
        Err(Stop::Reported) => return ExitCode::FAILURE,
        Err(Stop::Usage(line)) => (line, ExitCode::from(2)),
        Err(Stop::Failed(line)) => (line, ExitCode::FAILURE),
    };
    let _ = writeln!(std::io::stderr(), "error: {line}");
    code
}

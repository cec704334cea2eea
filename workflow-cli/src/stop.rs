//! Why a program ends before its work is done.

use crate::output::{self, visible};
use crate::terminal::Terminal;
use std::fmt::Display;
use std::io::{IsTerminal, Write};
use std::process::ExitCode;

pub(crate) enum Stop {
    /// It was called or fed wrongly: nothing has run.
    Usage(String),
    /// It could not do what it was told.
    Failed(String),
    /// The report says why.
    Reported,
    /// A signal ended it: a line about that, and the exit code.
    Signal(String, u8),
}

/// The end of a program: 0 if all went well, 1 if something failed or could not be written, 2 if it was called
/// wrongly, 128 and the number of the signal that ended it.
pub(crate) fn end(result: Result<(), Stop>) -> ExitCode {
    let (line, code) = match result {
        Ok(()) => (None, 0),
        Err(Stop::Reported) => (None, 1),
        Err(Stop::Usage(line)) => (Some(line), 2),
        Err(Stop::Failed(line)) => (Some(line), 1),
        Err(Stop::Signal(line, code)) => (Some(line), code),
    };
    line.iter().for_each(|line| tell_error(line));
    let Some(why) = output::broken() else { return ExitCode::from(code) };
    tell_error(&format!("cannot write to standard output: {why}"));
    ExitCode::from(code.max(1))
}

/// The end of a program whose work went wrong.
pub(crate) fn failed(error: impl Display) -> Stop {
    Stop::Failed(error.to_string())
}

/// Writes to standard output.
pub(crate) fn say(text: &str) -> Result<(), Stop> {
    Terminal::stdout().print(&visible(text));
    Ok(())
}

/// Writes an error to standard error; its first word is red on a terminal (<https://no-color.org>).
fn tell_error(line: &str) {
    let colours = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let word = if colours { "\x1b[1;31merror:\x1b[0m" } else { "error:" };
    let _ = writeln!(std::io::stderr(), "{word} {}", visible(line));
}

/// Writes a line to standard error. Where that fails there is nobody to tell.
pub(crate) fn tell(line: &str) {
    let _ = writeln!(std::io::stderr(), "{}", visible(line));
}

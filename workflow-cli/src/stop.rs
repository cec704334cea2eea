//! The reason why a program ends before its work is done.

use crate::output::{self, visible};
use crate::terminal::{Terminal, WIDTH, width, wrap};
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

/// Refuses the beginning of several names: some of what it may be one of, and how many there are besides.
pub(crate) fn several(named: &str, arns: &[String], whole: bool) -> Stop {
    const SHOWN: usize = 5;
    let shown = arns.iter().take(SHOWN).map(|arn| format!("\n  {arn}")).collect::<String>();
    let more = match (arns.len().saturating_sub(SHOWN), whole) {
        (0, true) => String::new(),
        (more, true) => format!("\n  … and {more} more"),
        (more, false) => format!("\n  … and more than {more} more"),
    };
    Stop::Usage(format!("`{named}` may be one of several executions:{shown}{more}"))
}

/// Writes to standard output.
pub(crate) fn say(text: &str) -> Result<(), Stop> {
    Terminal::stdout().print(&visible(text));
    Ok(())
}

/// Writes an error to standard error; its first word is red on a terminal (<https://no-color.org>).
fn tell_error(line: &str) {
    let is_terminal = std::io::stderr().is_terminal();
    let colours = is_terminal && std::env::var_os("NO_COLOR").is_none();
    let word = if colours { "\x1b[1;31merror:\x1b[0m" } else { "error:" };
    let text = fitting(&format!("error: {}", visible(line)), is_terminal);
    let text = text.strip_prefix("error:").unwrap_or(&text);
    let _ = writeln!(std::io::stderr(), "{word}{text}");
}

/// A text for people: on a terminal lines that are too long are broken, and go on below their beginnings. A line
/// of a source stays as it is.
pub(crate) fn fitting(text: &str, is_terminal: bool) -> String {
    if !is_terminal {
        return text.to_owned();
    }
    let line = |line: &str| {
        let trimmed = line.trim_start();
        let is_source = trimmed
            .split_once(" |")
            .is_some_and(|(number, _)| number.bytes().all(|it| it.is_ascii_digit()));
        if width(line) <= WIDTH || is_source {
            return line.to_owned();
        }
        let margin = " ".repeat(line.len() - trimmed.len());
        let wrapped = wrap(trimmed, WIDTH - margin.len().min(WIDTH / 2));
        wrapped.iter().map(|it| format!("{margin}{it}")).collect::<Vec<_>>().join("\n")
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// Writes a line to standard error. Where that fails there is nobody to tell.
pub(crate) fn tell(line: &str) {
    let is_terminal = std::io::stderr().is_terminal();
    let _ = writeln!(std::io::stderr(), "{}", fitting(&visible(line), is_terminal));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_names_some_are_shown() {
        let told = |count: usize, whole| {
            let arns: Vec<_> = (0..count).map(|it| format!("arn:{it}")).collect();
            let Stop::Usage(text) = several("a", &arns, whole) else { return String::new() };
            text
        };
        let head = "`a` may be one of several executions:\n  arn:0\n  arn:1";
        assert_eq!(told(2, true), head);
        assert!(told(12, true).ends_with("\n  arn:4\n  … and 7 more"), "{}", told(12, true));
        assert!(told(12, false).ends_with("… and more than 7 more"));
    }

    #[test]
    fn long_lines_are_broken_on_a_terminal_alone() {
        let long = "word ".repeat(30);
        let text = format!("error: {long}\n  line 3: {long}\n     3 | {long}\nshort");
        assert_eq!(fitting(&text, false), text);
        let shown = fitting(&text, true);
        let (sources, words): (Vec<_>, Vec<_>) = shown.lines().partition(|it| it.contains(" | "));
        assert!(words.iter().all(|line| line.chars().count() <= WIDTH), "{shown}");
        assert_eq!(sources, [format!("     3 | {long}")]);
        assert!(shown.contains("\n  word"), "{shown}");
        assert_eq!(shown.split_whitespace().count(), text.split_whitespace().count());
    }
}

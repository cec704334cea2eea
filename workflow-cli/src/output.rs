//! Standard output: what is written there and cannot be is told in the end, and what would move a cursor is shown.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::sync::OnceLock;

/// The reason why standard output takes no more; nothing if its reader had enough (`| head`).
static BROKEN: OnceLock<Option<String>> = OnceLock::new();

/// Writes a text and a line break, until that fails: the work continues, and the program ends with 1, unless its reader had
/// enough.
pub(crate) fn line(text: &str) {
    if BROKEN.get().is_none()
        && let Err(error) = write(&format!("{text}\n"))
    {
        let enough = error.kind() == io::ErrorKind::BrokenPipe;
        let _ = BROKEN.set((!enough).then(|| error.to_string()));
    }
}

/// The reason why standard output took no more, if something could not be written.
pub(crate) fn broken() -> Option<&'static str> {
    BROKEN.get().and_then(Option::as_deref)
}

/// By the file itself: `Stdout` takes a closed file for a good one.
#[cfg(unix)]
fn write(text: &str) -> io::Result<()> {
    use std::os::fd::AsFd;
    std::fs::File::from(io::stdout().as_fd().try_clone_to_owned()?).write_all(text.as_bytes())
}

#[cfg(not(unix))]
fn write(text: &str) -> io::Result<()> {
    let mut out = io::stdout();
    out.write_all(text.as_bytes()).and_then(|()| out.flush())
}

/// A text in which nothing moves the cursor, changes colours or turns the direction of letters: such characters are
/// written as JSON escapes them. Line breaks and tabs stay.
#[must_use]
pub(crate) fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if acts(c) {
            // Writing to a string cannot fail.
            let _ = write!(shown, "\\u{:04x}", u32::from(c));
        } else {
            shown.push(c);
        }
    }
    shown
}

/// True if a terminal does something else than show it.
fn acts(c: char) -> bool {
    let turns = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    turns || (c.is_control() && !matches!(c, '\n' | '\t'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_is_shown() {
        for (text, expected) in [
            ("plain ä → ✓\n\tx", "plain ä → ✓\n\tx"),
            ("\x1b[2Jgone", "\\u001b[2Jgone"),
            ("a\rb\u{9b}31m\u{7f}", "a\\u000db\\u009b31m\\u007f"),
            ("\u{202e}cba", "\\u202ecba"),
        ] {
            assert_eq!(visible(text), expected);
        }
    }
}

//! Lines for a terminal of 80 columns; with colours if it is one.

use crate::output::{self, visible};
use std::io::IsTerminal;

/// The largest width of a line.
pub const WIDTH: usize = 80;

/// A space at which no line is broken.
pub const KEPT: char = '\u{a0}';

/// The terminal to which the report goes.
#[derive(Clone, Debug)]
pub struct Terminal {
    colours: bool,
    quiet: bool,
}

/// The kind of a text, which its colour shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "they say what they are")]
pub enum Tone {
    Plain,
    Title,
    Dim,
    Good,
    Bad,
    Again,
}

impl Terminal {
    /// Standard output. Colours only where somebody looks (<https://no-color.org>).
    #[must_use]
    pub fn stdout() -> Self {
        let colours = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        Terminal { colours, quiet: false }
    }

    /// One that shows nothing.
    pub(crate) fn quiet() -> Self {
        Terminal { colours: false, quiet: true }
    }

    /// True if it shows colours.
    pub(crate) fn colours(&self) -> bool {
        self.colours
    }

    /// A text in the colour of its tone; characters that would act on the terminal are shown instead.
    #[must_use]
    pub fn paint(&self, tone: Tone, text: &str) -> String {
        let text = visible(text);
        let code = match tone {
            Tone::Title => "1",
            Tone::Dim => "2",
            Tone::Good => "32",
            Tone::Bad => "31",
            Tone::Again => "33",
            Tone::Plain => return text,
        };
        if self.colours { format!("\x1b[{code}m{text}\x1b[0m") } else { text }
    }

    /// A line as it is. Who reads may have seen enough (`| head`): the work goes on.
    pub fn print(&self, line: &str) {
        if !self.quiet {
            output::line(line);
        }
    }

    /// A line, cut where the terminal ends.
    pub fn line(&self, tone: Tone, text: &str) {
        self.print(&self.paint(tone, &cut(text, WIDTH)));
    }

    /// A heading.
    pub fn title(&self, text: &str) {
        self.print(&format!("\n{}", self.paint(Tone::Title, text)));
    }

    /// Names and values below a heading.
    pub fn table(&self, title: &str, rows: &[(&str, String)]) {
        self.title(title);
        let width = rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
        for (name, value) in rows {
            let mut lines = wrap(value, WIDTH - width - 4).into_iter();
            let first = lines.next().unwrap_or_default();
            let name = self.paint(Tone::Dim, &format!("{name:width$}"));
            self.print(&format!("  {name}  {}", visible(&first)));
            let margin = width + 4;
            lines.for_each(|line| self.print(&format!("{:margin$}{}", "", visible(&line))));
        }
    }

    /// A text of any length below a margin.
    pub fn text(&self, tone: Tone, margin: usize, text: &str) {
        for line in wrap(text, WIDTH - margin) {
            self.print(&format!("{:margin$}{}", "", self.paint(tone, &line)));
        }
    }
}

/// The beginning of a text, of so many characters.
#[must_use]
pub fn cut(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }
    text.chars().take(width.saturating_sub(1)).chain(['…']).collect()
}

/// The words of a text in lines of so many characters; a line break of the text stays one.
#[must_use]
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    text.split('\n').flat_map(|line| wrapped(line, width)).collect()
}

fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let Some(line) = lines.last_mut() else { continue };
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= width {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines.iter().map(|line| line.replace(KEPT, " ")).collect()
}

//! Lines for a terminal of 80 columns; with colours if it is one.

use crate::output::{self, visible};
use std::io::IsTerminal;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

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

    /// Writes a line as it is. A reader that closes the pipe (`| head`) does not stop the work.
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
        let names = rows.iter().map(|(name, _)| width(name)).max().unwrap_or(0);
        for (name, value) in rows {
            let mut lines = wrap(value, WIDTH - names - 4).into_iter();
            let first = lines.next().unwrap_or_default();
            let name = self.paint(Tone::Dim, &pad(name, names));
            self.print(&format!("  {name}  {}", visible(&first)));
            let margin = names + 4;
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

/// The columns that a text takes: an ideogram takes two, and a mark above a letter none.
#[must_use]
pub(crate) fn width(text: &str) -> usize {
    text.width()
}

/// The columns of one character by itself; of one that makes another an emoji what that may grow by.
fn columns(c: char) -> usize {
    const EMOJI: char = '\u{fe0f}';
    if c == EMOJI { 1 } else { c.width().unwrap_or(1) }
}

/// A text with spaces behind it, up to so many columns.
#[must_use]
pub(crate) fn pad(text: &str, most: usize) -> String {
    format!("{text}{}", " ".repeat(most.saturating_sub(width(text))))
}

/// The beginning of a text, of so many columns.
#[must_use]
pub fn cut(text: &str, most: usize) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    let mut left = most.saturating_sub(1);
    let fits = |c: &char| {
        let taken = left.checked_sub(columns(*c));
        left = taken.unwrap_or(left);
        taken.is_some()
    };
    text.chars().take_while(fits).chain(['…']).collect()
}

/// A text in a column of so many: cut, or with spaces behind it.
#[must_use]
pub(crate) fn cell(text: &str, most: usize) -> String {
    pad(&cut(text, most), most)
}

/// The words of a text in lines of so many columns; a line break of the text stays one.
#[must_use]
pub fn wrap(text: &str, most: usize) -> Vec<String> {
    text.split('\n').flat_map(|line| wrapped(line, most)).collect()
}

fn wrapped(text: &str, most: usize) -> Vec<String> {
    let (mut lines, mut used) = (vec![String::new()], 0);
    for word in text.split(' ') {
        for (index, piece) in pieces(word).into_iter().enumerate() {
            let Some(line) = lines.last_mut() else { continue };
            let gap = usize::from(index == 0 && !line.is_empty());
            let taken = used + gap + width(piece);
            if line.is_empty() || taken <= most {
                line.extend(std::iter::repeat_n(' ', gap));
                line.push_str(piece);
                used = taken;
            } else {
                lines.push(piece.to_owned());
                used = width(piece);
            }
        }
    }
    lines.iter().map(|line| line.replace(KEPT, " ")).collect()
}

/// The pieces of a word: scripts of wide letters have no spaces, and a line may end at each letter.
fn pieces(word: &str) -> Vec<&str> {
    let (mut pieces, mut begin, mut wide) = (vec![], 0, false);
    for (at, c) in word.char_indices() {
        let columns = columns(c);
        if at > begin && columns > 0 && c != '\u{fe0f}' && (wide || columns > 1) {
            pieces.push(&word[begin..at]);
            begin = at;
        }
        if columns > 0 {
            wide = columns > 1;
        }
    }
    pieces.push(&word[begin..]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_as_wide_as_a_terminal_shows_them() {
        for (text, columns) in
            [("Charge", 6), ("注文", 4), ("ｶﾅ", 2), ("e\u{301}", 1), ("👍 ok", 5)]
        {
            assert_eq!(width(text), columns, "{text}");
            assert_eq!(width(&pad(text, 9)), 9, "{text}");
        }
        assert_eq!(pad("longer", 3), "longer");
    }

    #[test]
    fn what_is_cut_or_wrapped_fits() {
        let texts = [
            "Charge the card again",
            "カードの残高が不足しています。別の支払い方法をお試しください。",
            "支払い charge-card を確認してから order を送る",
            "👍👍👍👍👍👍👍👍👍👍👍👍👍",
            "⚠️ ⚠️ ⚠️ ⚠️⚠️⚠️⚠️⚠️",
            "e\u{301}e\u{301}e\u{301} 漢e\u{301}漢e\u{301}",
        ];
        for text in texts {
            for most in [11, 12, 13] {
                assert!(width(&cut(text, most)) <= most, "{text} {most}");
                let lines = wrap(text, most);
                assert!(lines.iter().all(|line| width(line) <= most), "{lines:?} {most}");
                let plain = |text: &str| text.replace(' ', "");
                assert_eq!(plain(&lines.concat()), plain(text));
            }
        }
        assert_eq!(cut("漢字漢字", 6), "漢字…");
        assert_eq!(wrap("漢字漢字", 5), ["漢字", "漢字"]);
        assert_eq!(wrap("a path/that/has/no/spaces", 6), ["a", "path/that/has/no/spaces"]);
    }
}

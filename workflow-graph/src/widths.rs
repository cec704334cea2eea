//! The widths of texts, and texts on lines of a given width.

use unicode_width::UnicodeWidthChar;

/// A way to measure texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Measure {
    /// Columns of a terminal.
    Columns,
    /// Pixels of a sans-serif font of this size.
    Pixels(i64),
}

/// The advance widths of ASCII from the space on, in thousandths of the font's size: those of a bold Helvetica, which
/// no letter of the regular one exceeds.
#[rustfmt::skip]
const ADVANCES: [u16; 95] = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
    611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
    278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];
/// A letter that is not in the table.
const OTHER: u16 = 720;
/// An ideogram, an emoji.
const WIDE: u16 = 1_050;
/// The part that is added, in percent: fonts differ.
const MARGIN: i64 = 5;

const ELLIPSIS: char = '…';

impl Measure {
    /// Returns the width of a text, rounded up.
    pub(crate) fn width(self, text: &str) -> i64 {
        let parts: i64 = text.chars().map(|char| self.parts(char)).sum();
        self.whole(parts)
    }

    /// The width of a character in the unit of sums.
    fn parts(self, char: char) -> i64 {
        let columns = char.width().unwrap_or(0);
        match self {
            Measure::Columns => i64::try_from(columns).unwrap_or(2), // 0, 1 or 2
            Measure::Pixels(_) => {
                let known =
                    u32::from(char).checked_sub(32).and_then(|at| ADVANCES.get(at as usize));
                i64::from(match (known, columns) {
                    (Some(width), _) => *width,
                    (None, 0) => 0,
                    (None, 1) => OTHER,
                    (None, _) => WIDE,
                })
            }
        }
    }

    fn whole(self, parts: i64) -> i64 {
        match self {
            Measure::Columns => parts,
            Measure::Pixels(size) => (parts * size * (100 + MARGIN) + 99_999) / 100_000,
        }
    }

    /// Breaks a text into at most `most` lines of at most this width, at spaces, else behind other marks, else
    /// anywhere. The last line ends in `…` if the text does not fit.
    pub(crate) fn lines(self, text: &str, width: i64, most: usize) -> Vec<String> {
        let text = shown(text);
        let mut rest = text.as_str();
        let mut lines = vec![];
        while !rest.is_empty() && lines.len() + 1 < most && self.width(rest) > width {
            let (line, after) = rest.split_at(self.cut(rest, width));
            lines.push(line.trim_end().to_owned());
            rest = after.trim_start();
        }
        if lines.is_empty() || !rest.is_empty() {
            lines.push(self.shortened(rest, width));
        }
        lines
    }

    /// Returns the end of the first line: at least one character.
    fn cut(self, text: &str, width: i64) -> usize {
        let mut parts = 0;
        let (mut space, mut mark, mut end) = (0, 0, 0);
        let mut before = ' ';
        for (at, char) in text.char_indices() {
            let joins = char.width() == Some(0);
            if at > 0 && !joins {
                if char == ' ' {
                    space = at;
                } else if breaks(before, char) {
                    mark = at;
                }
                end = at;
            }
            parts += self.parts(char);
            if self.whole(parts) > width && end > 0 {
                break;
            }
            before = char;
        }
        let full = self.width(&text[..end]);
        let roomy = |at: usize| at > 0 && self.width(&text[..at]) * 5 >= full * 2;
        [space, mark].into_iter().find(|at| roomy(*at)).unwrap_or(end.max(1).min(text.len()))
    }

    /// Returns a text, or as much of it as fits, and `…`.
    fn shortened(self, text: &str, width: i64) -> String {
        if self.width(text) <= width {
            return text.to_owned();
        }
        let mut parts = self.parts(ELLIPSIS);
        let mut short = String::new();
        for char in text.chars() {
            parts += self.parts(char);
            if self.whole(parts) > width {
                break;
            }
            short.push(char);
        }
        format!("{}{ELLIPSIS}", short.trim_end())
    }
}

/// True if a line may end between two characters: behind punctuation, and where a word begins `InNamesLikeThis`.
fn breaks(before: char, next: char) -> bool {
    let punctuation =
        matches!(before, '-' | '_' | '.' | ':' | '/' | ',' | '(' | '[' | '=' | '&' | '|');
    (punctuation && next.is_alphanumeric()) || (before.is_lowercase() && next.is_uppercase())
}

/// A text on one line, as it can be shown: characters that control are spaces, and spaces stand alone.
pub(crate) fn shown(text: &str) -> String {
    let clean = text.chars().map(|char| if hidden(char) { ' ' } else { char });
    clean.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// True for characters that control what stands around them, or that XML cannot have.
fn hidden(char: char) -> bool {
    let turns = matches!(char, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    turns || char.is_control() || matches!(char, '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_break_where_words_do() {
        let lines = |text: &str, width| Measure::Columns.lines(text, width, 2);
        assert_eq!(lines("Charge card", 20), ["Charge card"]);
        assert_eq!(lines("Charge the card", 12), ["Charge the", "card"]);
        assert_eq!(lines("RestoreTheBackupOfIt", 12), ["RestoreThe", "BackupOfIt"]);
        assert_eq!(lines("get_item_of_table", 10), ["get_item_", "of_table"]);
        assert_eq!(lines("abcdefghijklmnop", 6), ["abcdef", "ghijk…"]);
        assert_eq!(lines("", 6), [""]);
        assert_eq!(lines("a\n\u{202e}b", 6), ["a b"]);
        assert_eq!(lines("漢字漢字", 5), ["漢字", "漢字"]);
    }

    #[test]
    fn widths_are_those_of_the_font() {
        assert_eq!(Measure::Pixels(100).width("i"), 30);
        assert_eq!(Measure::Pixels(100).width("W"), 100);
        assert_eq!(Measure::Pixels(100).width("漢"), 111);
        assert_eq!(Measure::Columns.width("漢i"), 3);
    }

    proptest! {
        #[test]
        fn lines_keep_to_their_width(text in "\\PC{0,60}", width in 4_i64..30, most in 1_usize..4) {
            let lines = Measure::Columns.lines(&text, width, most);
            prop_assert!((1..=most).contains(&lines.len()));
            for line in &lines {
                prop_assert!(Measure::Columns.width(line) <= width, "{line:?}");
            }
            let joined: String = lines.concat().split_whitespace().collect();
            let whole: String = shown(&text).split_whitespace().collect();
            if !lines.iter().any(|line| line.ends_with(ELLIPSIS)) {
                prop_assert_eq!(joined, whole);
            }
        }
    }
}

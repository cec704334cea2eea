//! Sets of characters, and which characters are the same but for case.

use std::collections::HashMap;
use std::sync::OnceLock;

/// A set of characters, as ranges.
#[derive(Clone, Debug, Default)]
pub struct Class {
    ranges: Vec<(char, char)>,
    negative: bool,
}

const DIGIT: &[(char, char)] = &[('0', '9')];
const WORD: &[(char, char)] = &[('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')];
const SPACE: &[(char, char)] = &[
    ('\t', '\r'),
    (' ', ' '),
    ('\u{a0}', '\u{a0}'),
    ('\u{1680}', '\u{1680}'),
    ('\u{2000}', '\u{200a}'),
    ('\u{2028}', '\u{2029}'),
    ('\u{202f}', '\u{202f}'),
    ('\u{205f}', '\u{205f}'),
    ('\u{3000}', '\u{3000}'),
    ('\u{feff}', '\u{feff}'),
];

impl Class {
    /// The set of an escape such as `\d`.
    pub fn escape(letter: char) -> Option<Self> {
        let ranges = match letter.to_ascii_lowercase() {
            'd' => DIGIT,
            'w' => WORD,
            's' => SPACE,
            _ => return None,
        };
        let class = Class { ranges: ranges.to_vec(), negative: false };
        Some(if letter.is_ascii_uppercase() { class.inverse() } else { class })
    }

    /// The set of all characters that are not in this one, as ranges.
    fn inverse(&self) -> Self {
        let mut ranges = vec![];
        let mut next = Some('\0');
        for (first, last) in &self.ranges {
            if let (Some(start), Some(end)) = (next, before(*first))
                && start <= end
            {
                ranges.push((start, end));
            }
            next = after(*last);
        }
        ranges.extend(next.map(|start| (start, char::MAX)));
        Class { ranges, negative: false }
    }

    /// Adds the characters from one to another.
    pub fn add(&mut self, first: char, last: char) {
        self.ranges.push((first, last));
    }

    /// Adds another set.
    pub fn join(&mut self, other: &Class) {
        self.ranges.extend(&other.ranges);
    }

    /// Matches what is not in the set.
    pub fn negate(&mut self) {
        self.negative = true;
    }

    /// Brings the ranges in order.
    pub fn sort(&mut self) {
        self.ranges.sort_unstable();
        let mut joined: Vec<(char, char)> = vec![];
        for (first, last) in self.ranges.drain(..) {
            match joined.last_mut() {
                Some(range) if first <= range.1 || after(range.1) == Some(first) => {
                    range.1 = range.1.max(last)
                }
                _ => joined.push((first, last)),
            }
        }
        self.ranges = joined;
    }

    fn has(&self, letter: char) -> bool {
        let at = self.ranges.partition_point(|range| range.1 < letter);
        self.ranges.get(at).is_some_and(|range| range.0 <= letter)
    }

    /// True for a character of the set, whose ranges are in order.
    pub fn matches(&self, letter: char, any_case: bool) -> bool {
        let found = self.has(letter)
            || any_case && alike(canonical(letter)).iter().any(|letter| self.has(*letter));
        found != self.negative
    }
}

fn before(letter: char) -> Option<char> {
    ('\0'..letter).next_back()
}

fn after(letter: char) -> Option<char> {
    (letter..=char::MAX).nth(1)
}

/// True for a letter of a word, for `\b`.
pub fn is_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_'
}

/// True for the end of a line.
pub fn ends_line(letter: char) -> bool {
    matches!(letter, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

/// The character that stands for all that are the same but for case (ECMA-262, "Canonicalize").
pub fn canonical(letter: char) -> char {
    let mut upper = letter.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(upper), None) if letter <= '\u{ffff}' && (letter.is_ascii() || !upper.is_ascii()) => {
            upper
        }
        _ => letter,
    }
}

/// All characters of a canonical one, if there are others than itself.
fn alike(canon: char) -> &'static [char] {
    static ALIKE: OnceLock<HashMap<char, Vec<char>>> = OnceLock::new();
    let alike = ALIKE.get_or_init(|| {
        let mut alike: HashMap<char, Vec<char>> = HashMap::new();
        for letter in '\0'..='\u{ffff}' {
            if canonical(letter) != letter {
                alike.entry(canonical(letter)).or_default().push(letter);
            }
        }
        for (canon, letters) in &mut alike {
            letters.push(*canon);
        }
        alike
    });
    alike.get(&canon).map_or(&[], Vec::as_slice)
}

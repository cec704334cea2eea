//! One of the two parts of a picture.

use super::symbols::Symbols;
use crate::jsonata::fault::Fault;

/// One of the two parts of a picture: the layout of a number.
pub struct Picture {
    /// The text before the number.
    pub prefix: String,
    /// The text behind it.
    pub suffix: String,
    /// The factor of the number: 100 for percent.
    pub factor: f64,
    /// The number of digits that a mantissa has before the point.
    pub scale: usize,
    /// The digits before the point.
    pub integer: Digits,
    /// The digits behind it.
    pub fraction: Digits,
    /// The smallest number of digits of the exponent, if there is one.
    pub exponent: Option<usize>,
}

/// The digits on one side of the point.
pub struct Digits {
    /// The number of there that are at least.
    pub least: usize,
    /// The number of there that are at most; only of a fraction.
    pub most: usize,
    groups: Groups,
}

/// The places of separators, counted from the point.
enum Groups {
    /// Behind each so many digits.
    Each(usize),
    /// Behind these counts of digits.
    At(Vec<usize>),
}

/// A part of a picture, cut in pieces.
struct Pieces<'a> {
    whole: &'a str,
    mantissa: String,
    integer: String,
    fraction: String,
    exponent: Option<String>,
}

impl Picture {
    /// Reads a part of a picture.
    pub fn new(whole: &str, symbols: &Symbols) -> Result<Self, Fault> {
        let Some(start) = whole.find(|letter| symbols.is_active(letter)) else {
            return Err(passive());
        };
        let end = whole.rfind(|letter| symbols.is_active(letter)).unwrap_or(start);
        let end = end + whole[end..].chars().next().map_or(0, char::len_utf8);
        let pieces = Pieces::new(whole, start, end, symbols);
        pieces.check(symbols)?;
        let mut picture = Picture {
            prefix: whole[..start].to_owned(),
            suffix: whole[end..].to_owned(),
            factor: 1.0,
            scale: 0,
            integer: Digits::new(&pieces.integer, true, symbols),
            fraction: Digits::new(&pieces.fraction, false, symbols),
            exponent: pieces.exponent.map(|exponent| exponent.chars().count()),
        };
        if whole.contains(&symbols.percent) {
            picture.factor = 100.0;
        } else if whole.contains(&symbols.per_mille) {
            picture.factor = 1000.0;
        }
        picture.scale = picture.integer.least;
        picture.fill(pieces.integer.chars().any(|letter| symbols.is_optional(letter)));
        Ok(picture)
    }

    /// Makes room for one digit at least (XPath, "Analyzing the picture string").
    fn fill(&mut self, optional: bool) {
        if self.integer.least == 0 && self.fraction.most == 0 {
            if self.exponent.is_some() {
                (self.fraction.least, self.fraction.most) = (1, 1);
            } else {
                self.integer.least = 1;
            }
        }
        if self.exponent.is_some() && self.integer.least == 0 && optional {
            self.integer.least = 1;
        }
        if self.integer.least == 0 && self.fraction.least == 0 {
            self.fraction.least = 1;
        }
    }
}

impl<'a> Pieces<'a> {
    /// Cuts a part of a picture, whose active characters are the bytes from `start` to `end`.
    fn new(whole: &'a str, start: usize, end: usize, symbols: &Symbols) -> Self {
        let at =
            whole[start..].find(&symbols.exponent).map(|at| at + start).filter(|at| *at <= end);
        let active: Vec<char> = whole[start..end].chars().collect();
        let text =
            |letters: Option<&[char]>| letters.unwrap_or_default().iter().collect::<String>();
        let (mantissa, exponent) = match at {
            // 2.0.6 counts from the beginning of the part, so that a prefix makes the exponent invalid.
            Some(at) => {
                let at = whole[..at].chars().count();
                (text(active.get(..at.min(active.len()))), Some(text(active.get(at + 1..))))
            }
            None => (text(Some(&active)), None),
        };
        let (integer, fraction) = match mantissa.split_once(&symbols.decimal) {
            Some((integer, fraction)) => (integer.to_owned(), fraction.to_owned()),
            None => (mantissa.clone(), String::new()),
        };
        Pieces { whole, mantissa, integer, fraction, exponent }
    }

    /// Of several faults, the last one of this order is reported.
    fn check(&self, symbols: &Symbols) -> Result<(), Fault> {
        let digit = |letter: char| symbols.is_digit(letter);
        let optional = |letter: char| symbols.is_optional(letter);
        let twice = |symbol: &str| self.whole.find(symbol) != self.whole.rfind(symbol);
        let (percent, per_mille) =
            (self.whole.contains(&symbols.percent), self.whole.contains(&symbols.per_mille));
        // Only the outermost optional digits count.
        let behind =
            self.integer.find(optional).is_some_and(|at| self.integer[..at].contains(digit));
        let before =
            self.fraction.rfind(optional).is_some_and(|at| self.fraction[at..].contains(digit));
        let beside = self.whole.split_once(&*symbols.decimal).is_some_and(|(before, after)| {
            before.ends_with(&*symbols.grouping) || after.starts_with(&*symbols.grouping)
        });
        let exponent = self.exponent.as_deref();
        let faults = [
            (twice(&symbols.decimal), "D3081", TWO_POINTS),
            (twice(&symbols.percent), "D3082", TWO_PERCENT),
            (twice(&symbols.per_mille), "D3083", TWO_PER_MILLE),
            (percent && per_mille, "D3084", BOTH),
            (
                !self.mantissa.contains(|letter| digit(letter) || optional(letter)),
                "D3085",
                NO_DIGIT,
            ),
            (self.mantissa.contains(|letter| !symbols.is_active(letter)), "D3086", PASSIVE),
            (beside, "D3087", BESIDE_POINT),
            (
                self.integer == self.mantissa && self.integer.ends_with(&symbols.grouping),
                "D3088",
                AT_END,
            ),
            (self.whole.contains(&symbols.grouping.repeat(2)), "D3089", TWO_GROUPS),
            (behind, "D3090", OPTIONAL_BEHIND),
            (before, "D3091", OPTIONAL_BEFORE),
            (exponent.is_some() && (percent || per_mille), "D3092", PERCENT_EXPONENT),
            (
                exponent.is_some_and(|text| text.is_empty() || !text.chars().all(digit)),
                "D3093",
                EXPONENT,
            ),
        ];
        match faults.into_iter().rfind(|(found, ..)| *found) {
            Some((_, code, text)) => Err(Fault::new(code, text)),
            None => Ok(()),
        }
    }
}

impl Digits {
    /// Counts the digits of one side of the point; those before it are counted from their end.
    fn new(part: &str, leftward: bool, symbols: &Symbols) -> Self {
        let count = |text: &str| {
            text.chars()
                .filter(|letter| symbols.is_digit(*letter) || symbols.is_optional(*letter))
                .count()
        };
        let counts: Vec<usize> = part.split(&*symbols.grouping).map(count).collect();
        let sums = |sum: &mut usize, count: &usize| {
            *sum += count;
            Some(*sum)
        };
        let groups = if leftward {
            Groups::new(counts[1..].iter().rev().scan(0, sums).collect())
        } else {
            // Of a fraction, 2.0.6 sees the first separator only.
            Groups::At(counts.iter().scan(0, sums).take(counts.len().min(2) - 1).collect())
        };
        let least = part.chars().filter(|letter| symbols.is_digit(*letter)).count();
        Digits { least, most: count(part), groups }
    }

    /// The digits with separators between them.
    pub fn grouped(&self, digits: &str, leftward: bool, separator: &str) -> String {
        let length = digits.chars().count();
        let mut grouped = String::with_capacity(digits.len());
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && self.groups.end_at(if leftward { length - index } else { index }) {
                grouped.push_str(separator);
            }
            grouped.push(digit);
        }
        grouped
    }
}

impl Groups {
    /// Groups are regular if there is one at each multiple of a number, up to the last.
    fn new(at: Vec<usize>) -> Self {
        let each = at.iter().copied().fold(0, greatest_common_divisor);
        let regular = each > 0 && at.iter().zip(1..).all(|(at, index)| *at == each * index);
        if regular { Groups::Each(each) } else { Groups::At(at) }
    }

    fn end_at(&self, count: usize) -> bool {
        match self {
            Groups::Each(each) => count.is_multiple_of(*each),
            Groups::At(at) => at.binary_search(&count).is_ok(),
        }
    }
}

fn greatest_common_divisor(a: usize, b: usize) -> usize {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}

fn passive() -> Fault {
    Fault::new("D3086", PASSIVE)
}

const TWO_POINTS: &str =
    "The sub-picture must not contain more than one instance of the 'decimal-separator' character";
const TWO_PERCENT: &str =
    "The sub-picture must not contain more than one instance of the 'percent' character";
const TWO_PER_MILLE: &str =
    "The sub-picture must not contain more than one instance of the 'per-mille' character";
const BOTH: &str = "The sub-picture must not contain both a 'percent' and a 'per-mille' character";
const NO_DIGIT: &str = "The mantissa part of a sub-picture must contain at least one character that is either an 'optional digit character' or a member of the 'decimal digit family'";
const PASSIVE: &str = "The sub-picture must not contain a passive character that is preceded by an active character and that is followed by another active character";
const BESIDE_POINT: &str = "The sub-picture must not contain a 'grouping-separator' character that appears adjacent to a 'decimal-separator' character";
const AT_END: &str =
    "The sub-picture must not contain a 'grouping-separator' at the end of the integer part";
const TWO_GROUPS: &str =
    "The sub-picture must not contain two adjacent instances of the 'grouping-separator' character";
const OPTIONAL_BEHIND: &str = "The integer part of the sub-picture must not contain a member of the 'decimal digit family' that is followed by an instance of the 'optional digit character'";
const OPTIONAL_BEFORE: &str = "The fractional part of the sub-picture must not contain an instance of the 'optional digit character' that is followed by a member of the 'decimal digit family'";
const PERCENT_EXPONENT: &str = "A sub-picture that contains a 'percent' or 'per-mille' character must not contain a character treated as an 'exponent-separator'";
const EXPONENT: &str = "The exponent part of the sub-picture must comprise only of one or more characters that are members of the 'decimal digit family'";

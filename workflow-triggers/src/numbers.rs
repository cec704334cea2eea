//! One field of a cron expression: lists, ranges and steps of numbers.

use crate::shown::shown;

/// The meaning of a field.
pub(crate) struct Unit {
    /// The name of the field.
    pub(crate) name: &'static str,
    pub(crate) low: u16,
    pub(crate) high: u16,
    /// The names of its numbers, from `low` on.
    pub(crate) names: &'static [&'static str],
    /// True if the first number has a second one after the last: Sunday is 0 and 7.
    pub(crate) round: bool,
}

/// The numbers that a field allows, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Numbers(Vec<u16>);

impl Numbers {
    pub(crate) fn has(&self, number: u16) -> bool {
        self.0.binary_search(&number).is_ok()
    }

    /// The same numbers, each less by so much.
    pub(crate) fn less(self, by: u16) -> Self {
        Numbers(self.0.into_iter().map(|it| it.saturating_sub(by)).collect())
    }

    /// The numbers, in their order.
    pub(crate) fn all(&self) -> &[u16] {
        &self.0
    }

    pub(crate) fn first(&self) -> u16 {
        self.0.first().copied().unwrap_or_default()
    }

    /// The first number that is not less than this one.
    pub(crate) fn from(&self, number: u16) -> Option<u16> {
        self.0.get(self.0.partition_point(|it| *it < number)).copied()
    }
}

impl Unit {
    /// True if these are all that the field has.
    pub(crate) fn is_full(&self, numbers: &Numbers) -> bool {
        let count = usize::from(self.high - self.low) + usize::from(!self.round);
        numbers.0.len() == count
    }

    /// Reads a field: parts with commas between them.
    pub(crate) fn parse(&self, text: &str) -> Result<Numbers, String> {
        let mut numbers = vec![];
        for part in text.split(',') {
            let (from, to, step) = self.part(part)?;
            numbers.extend((from..=to).step_by(usize::from(step)));
        }
        if self.round {
            numbers.iter_mut().filter(|it| **it == self.high).for_each(|it| *it = self.low);
        }
        numbers.sort_unstable();
        numbers.dedup();
        Ok(Numbers(numbers))
    }

    /// Reads `*`, a number or a range, with a step behind it or not.
    fn part(&self, part: &str) -> Result<(u16, u16, u16), String> {
        let (range, step) = match part.split_once('/') {
            Some((range, step)) => (range, Some(self.step(part, step)?)),
            None => (part, None),
        };
        let last = if self.round { self.high - 1 } else { self.high };
        if range == "*" {
            return Ok((self.low, last, step.unwrap_or(1)));
        }
        if let Some((from, to)) = range.split_once('-') {
            let (from, to) = (self.number(from)?, self.range_end(to)?);
            if to < from {
                let name = self.name;
                let part = shown(range);
                return Err(format!(
                    "the range `{part}` of the {name} ends before it begins: write two ranges with a comma between them"
                ));
            }
            return Ok((from, to, step.unwrap_or(1)));
        }
        let from = self.number(range)?;
        Ok((from, if step.is_some() { last.max(from) } else { from }, step.unwrap_or(1)))
    }

    /// The end of a range, where Sunday is the last day by its name, too.
    fn range_end(&self, text: &str) -> Result<u16, String> {
        let number = self.number(text)?;
        let named = text.starts_with(|c: char| c.is_ascii_alphabetic());
        Ok(if self.round && named && number == self.low { self.high } else { number })
    }

    fn step(&self, part: &str, step: &str) -> Result<u16, String> {
        let most = self.high - self.low + 1;
        digits(step).filter(|step| (1..=most).contains(step)).ok_or_else(|| {
            let (part, name) = (shown(part), self.name);
            format!("the step of `{part}` in the {name} is a number from 1 to {most}")
        })
    }

    /// Reads a number, or the name of one.
    pub(crate) fn number(&self, text: &str) -> Result<u16, String> {
        let named = self.names.iter().zip(self.low..).find(|(it, _)| it.eq_ignore_ascii_case(text));
        let number = named.map(|(_, number)| number).or_else(|| digits(text));
        number.filter(|it| (self.low..=self.high).contains(it)).ok_or_else(|| {
            let Unit { name, low, high, names, .. } = self;
            let text = shown(text);
            let or = match (names.first(), names.last()) {
                (Some(first), Some(last)) => format!(", or {first} to {last}"),
                _ => String::new(),
            };
            format!("`{text}` is no {name}: numbers from {low} to {high}{or}, lists as `1,2`, ranges as `1-5`, steps as `*/2`")
        })
    }
}

/// A number of at most four digits, and nothing else.
pub(crate) fn digits(text: &str) -> Option<u16> {
    let plain = (1..=4).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_digit());
    text.parse().ok().filter(|_| plain)
}

//! Dollars, exactly: sums have no floating-point numbers.

use std::fmt;

/// The parts of the smallest unit of a price, a millionth of a millionth of a dollar: a price of gigabyte-seconds
/// times megabytes times milliseconds has no rest.
const PARTS: u128 = 1_024_000;
/// Units of a price in a dollar.
const DOLLAR: u128 = 1_000_000_000_000;
/// Digits behind the point of a price.
const DIGITS: usize = 12;

/// A sum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Money(u128);

/// A price of one thing, or of a gigabyte-second.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Price(u128);

impl Money {
    pub(crate) const NONE: Money = Money(0);

    /// Dollars as people write them: `25.25`.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        Price::parse(text).map(|price| price.of(1))
    }

    pub(crate) fn plus(self, other: Money) -> Money {
        Money(self.0.saturating_add(other.0))
    }

    pub(crate) fn minus(self, other: Money) -> Money {
        Money(self.0.saturating_sub(other.0))
    }

    pub(crate) fn times(self, count: u64) -> Money {
        Money(self.0.saturating_mul(u128::from(count)))
    }

    /// A part of it; the rest, below a millionth of a millionth, is left out.
    pub(crate) fn divided(self, by: u64) -> Money {
        Money(self.0 / u128::from(by.max(1)))
    }

    pub(crate) fn is_none(self) -> bool {
        self.0 == 0
    }

    /// All digits, as a decimal.
    pub(crate) fn exact(self) -> String {
        decimal(self.0 / PARTS)
    }
}

impl Price {
    /// A decimal with at most twelve digits behind the point.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let wrong = || {
            format!(
                "`{text}` is no amount of dollars: write it as 25.25, with at most {DIGITS} digits behind the point"
            )
        };
        let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
        let digits = |text: &str| text.bytes().all(|it| it.is_ascii_digit());
        let empty = whole.is_empty() && rest.is_empty();
        if empty || !digits(whole) || !digits(rest) || rest.len() > DIGITS || whole.len() > DIGITS {
            return Err(wrong());
        }
        let number = |text: &str| if text.is_empty() { Ok(0) } else { text.parse::<u128>() };
        let rest = number(&format!("{rest:0<DIGITS$}")).map_err(|_| wrong())?;
        Ok(Price(number(whole).map_err(|_| wrong())? * DOLLAR + rest))
    }

    /// The price of so many things.
    pub(crate) fn of(self, count: u64) -> Money {
        Money(self.0.saturating_mul(u128::from(count)).saturating_mul(PARTS))
    }

    /// The price of so many megabytes times milliseconds, if this is that of a gigabyte-second.
    pub(crate) fn of_memory(self, megabyte_milliseconds: u128) -> Money {
        Money(self.0.saturating_mul(megabyte_milliseconds))
    }
}

fn decimal(units: u128) -> String {
    let text = format!("{}.{:0DIGITS$}", units / DOLLAR, units % DOLLAR);
    let text = text.trim_end_matches('0');
    text.strip_suffix('.').unwrap_or(text).to_owned()
}

impl fmt::Display for Money {
    /// In cents, rounded to the nearest one; below a cent as many digits as it takes to show two.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cent = DOLLAR / 100 * PARTS;
        let cents = self.0 / cent + u128::from(self.0 % cent >= cent / 2);
        if cents == 0 && self.0 > 0 {
            let exact = self.exact();
            let zeros = exact[2.min(exact.len())..].bytes().take_while(|it| *it == b'0').count();
            return f.pad(exact.get(..4 + zeros).unwrap_or(&exact));
        }
        let dollars = super::grouped(u64::try_from(cents / 100).unwrap_or(u64::MAX));
        f.pad(&format!("{dollars}.{:02}", cents % 100))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn prices_are_read_exactly() {
        for text in ["0.000025", "25.25", "1", "0.0000166667", "0.000000000001", "600"] {
            assert_eq!(Price::parse(text).unwrap().of(1).exact(), text);
        }
        assert_eq!(Price::parse(".5").unwrap(), Price::parse("0.50").unwrap());
        for text in ["", ".", "1,5", "-1", "1e3", "0.0000000000001", "NaN", "9999999999999"] {
            assert!(Price::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn sums_have_no_rest() {
        let each = Price::parse("0.000025").unwrap();
        assert_eq!(each.of(1_010_000).to_string(), "25.25");
        let sum = (0..10).fold(Money::NONE, |sum, _| sum.plus(Money::parse("0.1").unwrap()));
        assert_eq!(sum, Money::parse("1").unwrap());
        // A gigabyte for a second.
        let second = Price::parse("0.0000166667").unwrap();
        assert_eq!(second.of_memory(1024 * 1000), second.of(1));
        assert_eq!(second.of_memory(128 * 1000).times(8), second.of(1));
    }

    #[test]
    fn they_are_shown_in_cents() {
        for (sum, shown) in [
            ("725.25", "725.25"),
            ("1234567.005", "1,234,567.01"),
            ("0.004999", "0.0049"),
            ("0.000025", "0.000025"),
            ("0.005", "0.01"),
            ("0", "0.00"),
        ] {
            assert_eq!(Money::parse(sum).unwrap().to_string(), shown);
        }
    }
}

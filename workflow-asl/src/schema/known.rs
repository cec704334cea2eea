//! Facts about an enum that its JSON does not show: its order, and the failures that it stands for.

use super::Lazy;
use std::marker::PhantomData;
use std::ops::Deref;

/// Facts about an enum besides its JSON.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known {
    /// True if its order is that in which its variants are declared, of which none has a content.
    pub ordered: bool,
    /// The form of the failures that it stands for (`derive(TaskError)`): the same variants by error name.
    pub failures: Option<Lazy>,
}

/// Asks a type for its order. Of a type that has none there is no answer, and that is no mistake: nothing may ask for it.
#[doc(hidden)]
pub struct OrderOf<T>(PartialOrderOf<T>);

/// Asks a type for its partial order, which `<` and `sort` go by.
#[doc(hidden)]
pub struct PartialOrderOf<T>(PhantomData<T>);

impl<T> OrderOf<T> {
    /// The question.
    #[expect(clippy::new_without_default, reason = "generated code alone makes one")]
    pub fn new() -> Self {
        OrderOf(PartialOrderOf(PhantomData))
    }
}

impl<T: Ord> OrderOf<T> {
    /// True if each value is less than those behind it, by its partial order and by its whole one: `max` goes by the latter.
    pub fn rises(&self, values: &[T]) -> bool {
        self.0.rises(values) && pairs(values).all(|(one, next)| one.cmp(next).is_lt())
    }
}

impl<T> Deref for OrderOf<T> {
    type Target = PartialOrderOf<T>;
    fn deref(&self) -> &PartialOrderOf<T> {
        &self.0
    }
}

impl<T: PartialOrd> PartialOrderOf<T> {
    /// True if each value is less than those behind it.
    pub fn rises(&self, values: &[T]) -> bool {
        pairs(values).all(|(one, next)| one < next)
    }
}

/// Each value with each behind it.
fn pairs<T>(values: &[T]) -> impl Iterator<Item = (&T, &T)> {
    let behind = |at: usize| values.iter().skip(at + 1);
    values.iter().enumerate().flat_map(move |(at, one)| behind(at).map(move |next| (one, next)))
}

impl<T> Deref for PartialOrderOf<T> {
    type Target = NoOrder;
    fn deref(&self) -> &NoOrder {
        &NoOrder
    }
}

/// The order of what has none.
#[doc(hidden)]
pub struct NoOrder;

impl NoOrder {
    /// Nothing is less than anything.
    pub fn rises<T>(&self, _: &[T]) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(PartialEq, PartialOrd)]
    enum Declared {
        Low,
        High,
    }

    /// Its order is another one than that of its variants.
    #[derive(PartialEq)]
    enum Own {
        Low,
        High,
    }

    impl PartialOrd for Own {
        fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
            let rank = |it: &Self| matches!(it, Own::Low);
            rank(self).partial_cmp(&rank(other))
        }
    }

    /// `<` goes by its variants, `max` does not.
    #[derive(PartialEq, Eq, PartialOrd)]
    enum Mixed {
        Low,
        High,
    }

    #[expect(clippy::derive_ord_xor_partial_ord, reason = "a mistake that is looked for")]
    impl Ord for Mixed {
        fn cmp(&self, other: &Self) -> std::cmp::Ordering {
            matches!(self, Self::Low).cmp(&matches!(other, Self::Low))
        }
    }

    /// Each is less than the next, and the first is not less than the last.
    #[derive(PartialEq, Clone, Copy)]
    enum Round {
        Stone = 0,
        Paper = 1,
        Scissors = 2,
    }

    impl PartialOrd for Round {
        fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
            match (*other as u8 + 3 - *self as u8) % 3 {
                0 => Some(std::cmp::Ordering::Equal),
                1 => Some(std::cmp::Ordering::Less),
                _ => Some(std::cmp::Ordering::Greater),
            }
        }
    }

    enum Unordered {
        Low,
        High,
    }

    #[test]
    fn the_order_of_variants_is_asked_for() {
        assert!(OrderOf::<Declared>::new().rises(&[Declared::Low, Declared::High]));
        assert!(OrderOf::<Declared>::new().rises(&[Declared::High]));
        assert!(!OrderOf::<Own>::new().rises(&[Own::Low, Own::High]));
        assert!(!OrderOf::<Mixed>::new().rises(&[Mixed::Low, Mixed::High]));
        let round = [Round::Stone, Round::Paper, Round::Scissors];
        assert!(!OrderOf::<Round>::new().rises(&round));
        assert!(!OrderOf::<Unordered>::new().rises(&[Unordered::Low, Unordered::High]));
    }
}

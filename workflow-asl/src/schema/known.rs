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
pub struct OrderOf<T>(PhantomData<T>);

impl<T> OrderOf<T> {
    /// The question.
    #[expect(clippy::new_without_default, reason = "generated code alone makes one")]
    pub fn new() -> Self {
        OrderOf(PhantomData)
    }
}

impl<T: PartialOrd> OrderOf<T> {
    /// True if each value is less than the next.
    pub fn rises(&self, values: &[T]) -> bool {
        values.windows(2).all(|pair| pair[0] < pair[1])
    }
}

impl<T> Deref for OrderOf<T> {
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

    enum Unordered {
        Low,
        High,
    }

    #[test]
    fn the_order_of_variants_is_asked_for() {
        assert!(OrderOf::<Declared>::new().rises(&[Declared::Low, Declared::High]));
        assert!(OrderOf::<Declared>::new().rises(&[Declared::High]));
        assert!(!OrderOf::<Own>::new().rises(&[Own::Low, Own::High]));
        assert!(!OrderOf::<Unordered>::new().rises(&[Unordered::Low, Unordered::High]));
    }
}

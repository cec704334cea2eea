//! Values of what is borrowed, which a workflow keeps while it waits.

/// A borrow of which a workflow can keep the value.
#[diagnostic::on_unimplemented(
    message = "the value of `{Self}` cannot be kept while the workflow waits",
    note = "keep the value itself: write `.cloned()` or `.clone()`; its type needs `#[derive(Clone)]`"
)]
pub trait Kept {
    /// The value.
    type Value;
    /// Returns a copy of the value.
    fn kept(self) -> Self::Value;
}

impl<T: Clone> Kept for &T {
    type Value = T;
    fn kept(self) -> T {
        self.clone()
    }
}

/// An entry of a map.
impl<K: Clone, V: Clone> Kept for (&K, &V) {
    type Value = (K, V);
    fn kept(self) -> (K, V) {
        (self.0.clone(), self.1.clone())
    }
}

impl<T: Kept> Kept for Option<T> {
    type Value = Option<T::Value>;
    fn kept(self) -> Option<T::Value> {
        self.map(Kept::kept)
    }
}

/// Returns a copy of the value of a borrow.
pub fn kept<T: Kept>(of: T) -> T::Value {
    of.kept()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn items_and_entries_are_copied() {
        let list = vec!["a".to_owned()];
        assert_eq!(kept(&list), list);
        assert_eq!(kept(list.first()), Some("a".to_owned()));
        let map = BTreeMap::from([("a".to_owned(), 1)]);
        assert_eq!(kept(map.iter().next()), Some(("a".to_owned(), 1)));
        assert_eq!(kept(map.iter().find(|(_, n)| **n > 1)), None);
    }
}

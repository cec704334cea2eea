//! Lists and maps whose items have changed, built anew.

use super::fault;
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::hash::Hash;

/// The types that are built of as many items as they had.
pub trait Gathers<T> {
    /// Builds one of its items.
    fn gather(items: Vec<T>) -> Self;
}

impl<T> Gathers<T> for Vec<T> {
    fn gather(items: Vec<T>) -> Self {
        items
    }
}
impl<T> Gathers<T> for VecDeque<T> {
    fn gather(items: Vec<T>) -> Self {
        items.into()
    }
}
impl<T, const N: usize> Gathers<T> for [T; N] {
    fn gather(items: Vec<T>) -> Self {
        items.try_into().unwrap_or_else(|_| fault("there are more or fewer items than before"))
    }
}
impl<K: Ord, T> Gathers<(K, T)> for BTreeMap<K, T> {
    fn gather(items: Vec<(K, T)>) -> Self {
        items.into_iter().collect()
    }
}
impl<K: Eq + Hash, T> Gathers<(K, T)> for HashMap<K, T> {
    fn gather(items: Vec<(K, T)>) -> Self {
        items.into_iter().collect()
    }
}

/// Builds a list or a map of the items that it had, which have changed.
pub fn gathered<C: Gathers<T>, T>(items: impl IntoIterator<Item = T>) -> C {
    C::gather(items.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_built_of_its_items() {
        assert_eq!(gathered::<[u8; 2], _>([1, 2].map(|n| n * 2)), [2, 4]);
        assert_eq!(gathered::<Vec<u8>, _>([1, 2]), [1, 2]);
        assert_eq!(gathered::<VecDeque<u8>, _>([1, 2]), [1, 2]);
        assert_eq!(gathered::<BTreeMap<u8, u8>, _>([(2, 1)]), BTreeMap::from([(2, 1)]));
        assert_eq!(gathered::<HashMap<u8, u8>, _>([(2, 1)]), HashMap::from([(2, 1)]));
    }
}

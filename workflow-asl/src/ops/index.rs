//! `list[i]`, `map[key]`, `unwrap` and `expect`.

use super::fault;
use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::hash::Hash;

/// The types of which `remove(&key)` takes something out.
#[diagnostic::on_unimplemented(
    message = "nothing is taken out of `{Self}` by such a key in a workflow",
    note = "of a map `let old = map.remove(&key);`, of a set `let had = set.remove(&item);`, of a `Vec` `list.remove(index)`, of a `VecDeque` `queue.pop_front()` and `queue.pop_back()`, or keep the others: `queue = queue.iter().enumerate().filter(|(at, _)| *at != index).map(|(_, item)| item.clone()).collect();`"
)]
pub trait Removes<Q> {
    /// An item, a value, or whether there was one.
    type Value;
    /// Returns what `remove` would.
    fn removed(&self, of: Q) -> Self::Value;
}

impl<T: Clone> Removes<usize> for Vec<T> {
    type Value = T;
    fn removed(&self, of: usize) -> T {
        index(self, of).clone()
    }
}
impl<K: Ord + Borrow<Q>, T: Clone, Q: Ord + ?Sized> Removes<&Q> for BTreeMap<K, T> {
    type Value = Option<T>;
    fn removed(&self, of: &Q) -> Option<T> {
        self.get(of).cloned()
    }
}
impl<K: Eq + Hash + Borrow<Q>, T: Clone, Q: Eq + Hash + ?Sized> Removes<&Q> for HashMap<K, T> {
    type Value = Option<T>;
    fn removed(&self, of: &Q) -> Option<T> {
        self.get(of).cloned()
    }
}
impl<T: Ord + Borrow<Q>, Q: Ord + ?Sized> Removes<&Q> for BTreeSet<T> {
    type Value = bool;
    fn removed(&self, of: &Q) -> bool {
        self.contains(of)
    }
}

/// A check at compile time of `all.remove(of)`; it gives back what it gets. `VecDeque::remove` takes nothing out where
/// there is nothing, and a list of JSON does not tell it from `Vec::remove`.
pub fn removes<M: Removes<Q>, Q>(_: &M, of: Q) -> Q {
    of
}

/// The value of `all.remove(of)`, which is then called.
pub fn removed<M: Removes<Q>, Q>(all: &M, of: Q) -> M::Value {
    all.removed(of)
}

/// The types that `base[index]` reads.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be indexed by `{I}` in a workflow",
    note = "index a list by `usize` and a `BTreeMap<String, _>` by `&str`; for a part of a list use `iter().skip(a).take(n)`"
)]
pub trait Indexed<I> {
    /// The type of the item.
    type Item: ?Sized;
    /// Returns what is there, if anything.
    fn at(&self, index: I) -> Option<&Self::Item>;
}

impl<T> Indexed<usize> for Vec<T> {
    type Item = T;
    fn at(&self, index: usize) -> Option<&T> {
        self.get(index)
    }
}
impl<T> Indexed<usize> for VecDeque<T> {
    type Item = T;
    fn at(&self, index: usize) -> Option<&T> {
        self.get(index)
    }
}
impl<T> Indexed<usize> for [T] {
    type Item = T;
    fn at(&self, index: usize) -> Option<&T> {
        self.get(index)
    }
}
impl<T, const N: usize> Indexed<usize> for [T; N] {
    type Item = T;
    fn at(&self, index: usize) -> Option<&T> {
        self.get(index)
    }
}
impl<K: Ord, T, Q: Ord + ?Sized> Indexed<&Q> for BTreeMap<K, T>
where
    K: Borrow<Q>,
{
    type Item = T;
    fn at(&self, index: &Q) -> Option<&T> {
        self.get(index)
    }
}
impl<K: Eq + Hash, T, Q: Eq + Hash + ?Sized> Indexed<&Q> for HashMap<K, T>
where
    K: Borrow<Q>,
{
    type Item = T;
    fn at(&self, index: &Q) -> Option<&T> {
        self.get(index)
    }
}
impl<B: Indexed<I> + ?Sized, I> Indexed<I> for &B {
    type Item = B::Item;
    fn at(&self, index: I) -> Option<&B::Item> {
        (**self).at(index)
    }
}
impl<B: Indexed<I> + ?Sized, I> Indexed<I> for Box<B> {
    type Item = B::Item;
    fn at(&self, index: I) -> Option<&B::Item> {
        (**self).at(index)
    }
}

/// `&base[index]`
pub fn index<B: Indexed<I> + ?Sized, I>(base: &B, index: I) -> &B::Item {
    base.at(index).unwrap_or_else(|| fault("there is nothing at that index"))
}

/// The types in which a value is changed: `list[index] = value`, and what `get_mut(at)` finds.
pub trait Put<I> {
    /// The type of the value.
    type Value;
    /// Returns the value that is there, if any.
    fn place(&mut self, at: I) -> Option<&mut Self::Value>;
}

impl<T> Put<usize> for Vec<T> {
    type Value = T;
    fn place(&mut self, at: usize) -> Option<&mut T> {
        self.get_mut(at)
    }
}
impl<T> Put<usize> for VecDeque<T> {
    type Value = T;
    fn place(&mut self, at: usize) -> Option<&mut T> {
        self.get_mut(at)
    }
}
impl<T, const N: usize> Put<usize> for [T; N] {
    type Value = T;
    fn place(&mut self, at: usize) -> Option<&mut T> {
        self.get_mut(at)
    }
}
impl<K: Ord + Borrow<Q>, T, Q: Ord + ?Sized> Put<&Q> for BTreeMap<K, T> {
    type Value = T;
    fn place(&mut self, at: &Q) -> Option<&mut T> {
        self.get_mut(at)
    }
}
impl<K: Eq + Hash + Borrow<Q>, T, Q: Eq + Hash + ?Sized> Put<&Q> for HashMap<K, T> {
    type Value = T;
    fn place(&mut self, at: &Q) -> Option<&mut T> {
        self.get_mut(at)
    }
}

/// Puts a value in the place of the one that is there.
pub fn put<P: Put<I>, I>(all: &mut P, at: I, value: P::Value) {
    match all.place(at) {
        Some(there) => *there = value,
        None => fault("there is nothing at that index"),
    }
}

/// `list[index] = value`
pub fn set<L: Put<usize>>(list: &mut L, index: usize, value: L::Value) {
    put(list, index, value);
}

/// `Option` and `Result`.
pub trait Unwrap {
    /// The type of the value inside.
    type Value;
    /// Returns what is inside, if it is the good one.
    fn value(self) -> Option<Self::Value>;
}
impl<T> Unwrap for Option<T> {
    type Value = T;
    fn value(self) -> Option<T> {
        self
    }
}
/// As a method call does: what stands behind a reference is copied.
impl<U: Unwrap + Copy> Unwrap for &U {
    type Value = U::Value;
    fn value(self) -> Option<U::Value> {
        (*self).value()
    }
}
impl<T, E> Unwrap for Result<T, E> {
    type Value = T;
    fn value(self) -> Option<T> {
        self.ok()
    }
}

/// `value.unwrap()`
pub fn unwrap<U: Unwrap>(value: U) -> U::Value {
    value.value().unwrap_or_else(|| fault("unwrap of a value that is not there"))
}

/// `value.expect(message)`
pub fn expect<U: Unwrap>(value: U, message: &str) -> U::Value {
    value.value().unwrap_or_else(|| fault(message))
}

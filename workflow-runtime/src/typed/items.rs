//! The items that a forking state holds of its children, and a `for` loop of its list.

use super::saved::{Kept, lost};
use super::state::{Place, State};
use crate::failure::Failure;
use crate::machine::{Effect, order};
use crate::payload::Payload;
use serde::de::{DeserializeOwned, Error};
use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use std::collections::VecDeque;
use std::sync::{Arc, OnceLock};
use workflow_asl::{Data, Json, Schema};

/// The items of a Map that have not been started.
#[derive(Debug, Serialize, Deserialize)]
pub struct Items<T>(Vec<Option<T>>);

impl<T> Items<T> {
    /// All items of a list.
    pub fn new(list: impl IntoIterator<Item = T>) -> Self {
        Items(list.into_iter().map(Some).collect())
    }
    /// Returns the number of items.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }
    /// True if there are no items.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    /// One of them, once.
    pub fn take(&mut self, index: usize) -> Option<T> {
        self.0.get_mut(index)?.take()
    }
}

/// The input of a child, where its Parallel or Map may be tried again.
#[diagnostic::on_unimplemented(
    message = "`.retry(..)` begins branches or items again, and `{Self}` is not `Clone`",
    label = "a `join!` or `map` with retriers in here begins its children with a `{Self}`",
    note = "write `#[derive(Clone)]` above `{Self}`, or retry the tasks inside instead"
)]
pub trait Again: Clone {}
#[diagnostic::do_not_recommend]
impl<T: Clone> Again for T {}

impl<T: Again> Items<T> {
    /// Returns one of them. It can be asked for more than once, because the state may be retried.
    #[must_use]
    pub fn again(&self, index: usize) -> Option<T> {
        self.0.get(index)?.clone()
    }
}

/// The starts of the branches of a Parallel.
pub struct Forked<S>(Vec<Option<S>>);

impl<S: State> Forked<S> {
    /// The branches, in order.
    pub fn new(starts: impl IntoIterator<Item = S>) -> Self {
        Forked(starts.into_iter().map(Some).collect())
    }
    /// Returns the number of items.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }
    /// True if there are no items.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    /// One of them, once.
    pub fn take(&mut self, index: usize) -> Option<S> {
        self.0.get_mut(index)?.take()
    }
    /// Returns one of them. It can be asked for more than once, because the state may be retried.
    pub fn again(&self, index: usize, copy: impl FnOnce(&S) -> Option<S>) -> Option<S> {
        copy(self.0.get(index)?.as_ref()?)
    }
    /// The effect of the state that holds them.
    ///
    /// # Errors
    /// None.
    pub fn fork(&self) -> Result<Effect, Failure> {
        Ok(Effect::Fork { count: self.len(), width: 0 })
    }
    /// The branches that have not been started, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = Option<&S>> {
        self.0.iter().map(Option::as_ref)
    }
    /// From their records; what they share with their parent is taken from there. They stay in the order of the children,
    /// wherever their branches are by now.
    ///
    /// # Errors
    /// If a record or a branch does not fit.
    pub fn load(kept: &mut Kept, parent: &S) -> Result<Self, Failure> {
        let Place::State(fork) = parent.place() else { return Err(super::lost("a Parallel")) };
        let moved = order(S::states(), fork, kept.branches())?;
        let records: Vec<Option<Value>> = kept.take("input")?;
        let load = |(index, record): (usize, Option<Value>)| {
            let branch = moved.as_ref().and_then(|order| order.get(index)).map_or(index, |it| *it);
            let load = |record| super::machine::load(record, Some((parent, branch)));
            Ok(record.map(load).transpose()?.map(|(start, _)| start))
        };
        records.into_iter().enumerate().map(load).collect::<Result<_, _>>().map(Forked)
    }
}

/// A list that a loop goes through; `Data` as the list itself.
///
/// In a record it is `{"each":[…],"from":0,"index":3}`: the items from the one `from` on, which stay the same, and how
/// many were taken.
#[derive(Clone, Debug)]
pub struct Each<T> {
    rest: VecDeque<T>,
    index: usize,
    /// The list as it was when it was first saved, and how many items were taken then.
    saved: OnceLock<(Arc<str>, usize)>,
}

impl<T> Each<T> {
    /// The list, from the beginning.
    pub fn new(list: impl IntoIterator<Item = T>) -> Self {
        Each { rest: list.into_iter().collect(), index: 0, saved: OnceLock::new() }
    }
    /// Returns the number of items taken so far.
    #[must_use]
    pub fn index(&self) -> usize {
        self.index
    }
    /// True if there is another item.
    #[must_use]
    pub fn has_next(&self) -> bool {
        !self.rest.is_empty()
    }
    /// The items that were not taken: at the beginning the whole list.
    #[must_use]
    pub fn rest(&self) -> &VecDeque<T> {
        &self.rest
    }
}

/// The list of a loop, as records keep it.
pub trait Cursor {
    /// Writes the list, and the place in it.
    ///
    /// # Errors
    /// If an item has no JSON form.
    fn write(&self, to: &mut Vec<u8>) -> Result<(), Failure>;
}

impl<T: Serialize> Cursor for Each<T> {
    fn write(&self, to: &mut Vec<u8>) -> Result<(), Failure> {
        let (list, from) = match self.saved.get() {
            Some(saved) => saved,
            None => {
                let mut list = vec![];
                Payload::append(&self.rest, &mut list)?;
                let list = String::from_utf8(list).map_err(|_| lost("a list as text"))?;
                self.saved.get_or_init(|| (list.into(), self.index))
            }
        };
        to.extend_from_slice(b"{\"each\":");
        to.extend_from_slice(list.as_bytes());
        to.extend_from_slice(format!(",\"from\":{from},\"index\":{}}}", self.index).as_bytes());
        Ok(())
    }
}

impl<T: Serialize> Serialize for Each<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut record = to.serialize_struct("Each", 3)?;
        record.serialize_field("each", &self.rest)?;
        record.serialize_field("from", &self.index)?;
        record.serialize_field("index", &self.index)?;
        record.end()
    }
}

impl<'de, T: Serialize + DeserializeOwned> Deserialize<'de> for Each<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(bound(deserialize = "T: DeserializeOwned"))]
        struct Record<T> {
            each: VecDeque<T>,
            from: usize,
            index: usize,
        }
        let Record { each: mut rest, from, index } = Record::<T>::deserialize(from)?;
        let list = serde_json::to_string(&rest).map_err(D::Error::custom)?;
        let taken = index.checked_sub(from).filter(|taken| *taken <= rest.len());
        rest.drain(
            ..taken.ok_or_else(|| D::Error::custom("more items are taken than there were"))?,
        );
        Ok(Each { rest, index, saved: OnceLock::from((list.into(), from)) })
    }
}

impl<T> Iterator for Each<T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        let item = self.rest.pop_front();
        self.index += usize::from(item.is_some());
        item
    }
}

impl<T: Json> Json for Each<T> {}
impl<T: Data> Data for Each<T> {
    fn schema() -> Schema {
        Schema::List(T::schema)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn written(each: &Each<u8>) -> String {
        let mut to = vec![];
        each.write(&mut to).unwrap();
        String::from_utf8(to).unwrap()
    }

    #[test]
    fn a_list_is_saved_with_a_cursor() {
        let mut each = Each::new([1, 2, 3, 4]);
        each.next();
        assert_eq!(written(&each), r#"{"each":[2,3,4],"from":1,"index":1}"#);
        each.next();
        let record = written(&each);
        assert_eq!(record, r#"{"each":[2,3,4],"from":1,"index":2}"#);
        let again: Each<u8> = serde_json::from_str(&record).unwrap();
        assert_eq!((written(&again), again.index()), (record, 2));
        assert_eq!(again.collect::<Vec<_>>(), [3, 4]);
    }

    #[test]
    fn a_cursor_stays_within_the_list() {
        let mut ended: Each<u8> =
            serde_json::from_str(r#"{"each":[1],"from":2,"index":3}"#).unwrap();
        assert_eq!(
            (ended.index(), ended.has_next(), ended.next(), ended.index()),
            (3, false, None, 3)
        );
        for record in [r#"{"each":[1],"from":0,"index":2}"#, r#"{"each":[1],"from":2,"index":1}"#] {
            let refused = serde_json::from_str::<Each<u8>>(record).unwrap_err().to_string();
            assert!(refused.starts_with("more items are taken than there were"), "{refused}");
        }
    }
}

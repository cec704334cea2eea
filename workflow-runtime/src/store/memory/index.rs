//! The places of executions: by ARN, by the time at which something happens to them, and by the one around them.

use super::execution::Execution;
use jiff::Timestamp;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

#[derive(Default)]
pub(super) struct Index {
    /// By their ARNs.
    places: HashMap<Arc<str>, u64>,
    /// Open ones that are due at a time.
    due: BTreeSet<(Timestamp, u64)>,
    /// Those that ended, by the time of that.
    ended: BTreeSet<(Timestamp, u64)>,
    /// Items of distributed Maps: the place of the execution around them, and their own.
    items: BTreeSet<(u64, u64)>,
}

/// The next time that an execution is looked at for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Moment {
    /// It is due then; [`Timestamp::MIN`] where it has a message.
    Due(Timestamp),
    /// It ended then.
    Ended(Timestamp),
    /// It runs, or is an item, which is never due by itself.
    None,
}

impl Index {
    pub(super) fn place(&self, execution: &str) -> Option<u64> {
        self.places.get(execution).copied()
    }

    /// Adds an execution before its first commit.
    pub(super) fn begin(&mut self, place: u64, execution: &Execution) {
        let begun = &execution.saved.begun;
        if let Some(around) = begun.around.as_deref().and_then(|around| self.place(around)) {
            self.items.insert((around, place));
        }
        self.places.insert(begun.id.clone(), place);
        self.change(place, Moment::None, execution.moment());
    }

    pub(super) fn change(&mut self, place: u64, before: Moment, after: Moment) {
        if before == after {
            return;
        }
        if let Some((set, time)) = self.moments(before) {
            set.remove(&(time, place));
        }
        if let Some((set, time)) = self.moments(after) {
            set.insert((time, place));
        }
    }

    /// The set that a moment stands in.
    fn moments(&mut self, moment: Moment) -> Option<(&mut BTreeSet<(Timestamp, u64)>, Timestamp)> {
        match moment {
            Moment::Due(time) => Some((&mut self.due, time)),
            Moment::Ended(time) => Some((&mut self.ended, time)),
            Moment::None => None,
        }
    }

    /// Removes an execution, and returns the places of its items.
    pub(super) fn remove(&mut self, place: u64, execution: &Execution) -> Vec<u64> {
        let begun = &execution.saved.begun;
        self.places.remove(&begun.id);
        self.change(place, execution.moment(), Moment::None);
        if let Some(around) = begun.around.as_deref().and_then(|around| self.place(around)) {
            self.items.remove(&(around, place));
        }
        let items = self.items.range((place, 0)..=(place, u64::MAX));
        let items: Vec<_> = items.map(|(_, item)| *item).collect();
        for item in &items {
            self.items.remove(&(place, *item));
        }
        items
    }

    /// The places of the earliest that are due, and the time of the one after them.
    pub(super) fn due(&self, now: Timestamp, most: usize) -> (Vec<u64>, Option<Timestamp>) {
        let due = self.due.iter().take(most).take_while(|(time, _)| *time <= now);
        let places: Vec<_> = due.map(|(_, place)| *place).collect();
        let next = self.due.iter().nth(places.len()).map(|(time, _)| *time);
        (places, next)
    }

    /// The places of all that are due at some time.
    pub(super) fn all_due(&self) -> impl Iterator<Item = u64> {
        self.due.iter().map(|(_, place)| *place)
    }

    /// The places of those that ended before a time, the earliest first.
    pub(super) fn ended_before(&self, time: Timestamp) -> impl Iterator<Item = u64> {
        self.ended.range(..(time, 0)).map(|(_, place)| *place)
    }
}

//! All executions in memory.
//!
//! Each is known by its place in the order of beginnings; `index` finds those that a call is about, so that no call looks at
//! more of them than it returns. Only a query with a filter goes through all that there are.

use super::execution::Execution;
use super::index::Index;
use crate::store::{
    Answer, Begun, Commit, Delivered, Due, Message, Named, Page, Put, Query, Result, Saved,
    StoreError,
};
use jiff::Timestamp;
use std::collections::{BTreeMap, HashMap};
use std::ops::Bound::{Excluded, Included, Unbounded};
use std::sync::Arc;

#[derive(Default)]
pub(super) struct Executions {
    /// By their places in the order of beginnings.
    known: BTreeMap<u64, Execution>,
    index: Index,
    /// The place of the execution that waits with a token.
    tokens: HashMap<Arc<str>, u64>,
    /// Values by their names.
    values: BTreeMap<Arc<str>, Arc<[u8]>>,
    /// The number of executions that began, and of messages that were written, so far.
    begun: u64,
    told: u64,
}

impl Executions {
    pub(super) fn get(&self, execution: &str) -> Option<&Execution> {
        self.known.get(&self.index.place(execution)?)
    }

    pub(super) fn claim(&mut self, execution: &str) -> Option<Saved> {
        let known = self.known.get_mut(&self.index.place(execution)?)?;
        if known.saved.end.is_none() {
            known.saved.epoch += 1;
        }
        Some(known.saved.clone())
    }

    pub(super) fn release(&mut self, execution: &str, epoch: u64) {
        let place = self.index.place(execution);
        let known = place.and_then(|place| self.known.get_mut(&place));
        if let Some(known) = known.filter(|it| it.saved.end.is_none() && it.saved.epoch == epoch) {
            known.saved.epoch -= 1;
        }
    }

    pub(super) fn commit(&mut self, mut commit: Commit) -> Result<()> {
        let begun = commit.begun.take().map(|it| self.begin(it, &commit)).transpose()?;
        let known = begun.as_ref().or_else(|| self.get(&commit.execution));
        known.ok_or_else(|| StoreError::unknown(&commit.execution))?.check(&commit)?;
        // From here on nothing is refused.
        if let Some(execution) = begun {
            self.begun += 1;
            self.index.begin(self.begun, &execution);
            self.known.insert(self.begun, execution);
        }
        if let Some(place) = self.index.place(&commit.execution) {
            self.change(place, |known, tokens| {
                known.count_tokens(&commit, place, tokens);
                known.apply(commit);
            });
        }
        Ok(())
    }

    fn begin(&self, begun: Begun, first: &Commit) -> Result<Execution> {
        if self.index.place(&begun.id).is_some() {
            return Err(StoreError::Exists(begun.id));
        }
        if let Some(around) = begun.around.as_ref().filter(|it| self.index.place(it).is_none()) {
            return Err(StoreError::without_around(&begun.id, around));
        }
        Ok(Execution::new(begun, first))
    }

    /// Changes an execution, and what finds it.
    fn change<T>(
        &mut self,
        place: u64,
        change: impl FnOnce(&mut Execution, &mut HashMap<Arc<str>, u64>) -> T,
    ) -> Option<T> {
        let known = self.known.get_mut(&place)?;
        let before = known.moment();
        let changed = change(known, &mut self.tokens);
        self.index.change(place, before, known.moment());
        Some(changed)
    }

    pub(super) fn deliver(&mut self, execution: &str, message: Message) -> Option<Delivered> {
        self.deliver_to(self.index.place(execution)?, message)
    }

    fn deliver_to(&mut self, place: u64, message: Message) -> Option<Delivered> {
        let known = self.known.get(&place).filter(|it| it.saved.end.is_none())?;
        let execution = known.saved.begun.id.clone();
        self.told += 1;
        let number = self.told;
        self.change(place, |known, _| known.saved.messages.push((number, message)))?;
        Some(Delivered { execution, number })
    }

    pub(super) fn answer(&mut self, token: &str, answer: Answer) -> Option<Delivered> {
        let (token, place) = self.tokens.remove_entry(token)?;
        self.known.get_mut(&place)?.tokens.remove(&token);
        self.deliver_to(place, Message::Answer(token, answer))
    }

    /// Returns the execution that waits with a token.
    pub(super) fn waiting(&self, token: &str) -> Option<Arc<str>> {
        let known = self.known.get(self.tokens.get(token)?)?;
        Some(known.saved.begun.id.clone())
    }

    pub(super) fn list(&self, query: &Query) -> Page {
        let limit = if query.limit == 0 { 100 } else { query.limit };
        let fits = |it: &(&u64, &Execution)| it.1.fits(query);
        let mut found: Vec<_> = if query.latest {
            let before = query.after.map_or(Unbounded, Excluded);
            let all = self.known.range((Unbounded, before)).rev();
            all.filter(fits).take(limit.saturating_add(1)).collect()
        } else {
            let after = query.after.map_or(Unbounded, Excluded);
            self.known
                .range((after, Unbounded))
                .filter(fits)
                .take(limit.saturating_add(1))
                .collect()
        };
        let more = found.len() > limit;
        found.truncate(limit);
        let next = found.last().map(|(place, _)| **place).filter(|_| more);
        Page { executions: found.into_iter().map(|(_, it)| it.describe()).collect(), next }
    }

    pub(super) fn due(&self, now: Timestamp, most: usize) -> Due {
        let (places, next) = self.index.due(now, most);
        let ids = places.iter().filter_map(|place| self.known.get(place));
        Due { executions: ids.map(|it| it.saved.begun.id.clone()).collect(), next }
    }

    pub(super) fn count_waiting(&self) -> u64 {
        let known = self.index.all_due().filter_map(|place| self.known.get(&place));
        known.filter(|it| it.saved.messages.is_empty()).count() as u64
    }

    pub(super) fn prune(&mut self, ended: Timestamp, most: usize) -> usize {
        let old = self.index.ended_before(ended);
        let goes = |it: &Execution| self.is_removable(it) && !self.is_awaited(it);
        let old = old.filter(|place| self.known.get(place).is_some_and(goes));
        let old: Vec<_> = old.take(most).collect();
        old.iter().for_each(|place| self.remove(*place));
        old.len()
    }

    pub(super) fn purge(&mut self, execution: &str) -> bool {
        let removable = self.get(execution).is_some_and(|it| self.is_removable(it));
        if let Some(place) = self.index.place(execution).filter(|_| removable) {
            self.remove(place);
        }
        removable
    }

    /// True for what has ended, unless it belongs to an execution that is there.
    fn is_removable(&self, it: &Execution) -> bool {
        let around = it.saved.begun.around.as_ref();
        it.saved.end.is_some() && around.is_none_or(|it| self.index.place(it).is_none())
    }

    /// True if an execution that is open waits for the end of this one, or did when it committed last.
    fn is_awaited(&self, it: &Execution) -> bool {
        let caller = it.caller.as_deref().and_then(|caller| self.get(caller));
        caller.is_some_and(|caller| caller.saved.end.is_none() && caller.time <= it.time)
    }

    /// Removes an execution with its items.
    fn remove(&mut self, place: u64) {
        let Some(mut execution) = self.known.remove(&place) else { return };
        execution.drop_tokens(place, &mut self.tokens);
        for item in self.index.remove(place, &execution) {
            self.remove(item);
        }
    }

    pub(super) fn put(&mut self, put: Put) -> Result<bool> {
        put.check()?;
        let fits = put.fits(self.values.get(&put.name).map(|it| &**it));
        match put.value {
            _ if !fits => {}
            Some(value) => drop(self.values.insert(put.name, value)),
            None => drop(self.values.remove(&put.name)),
        }
        Ok(fits)
    }

    pub(super) fn values(&self, prefix: &str, after: Option<&str>, most: usize) -> Vec<Named> {
        let from = after.map_or(Included(prefix), |after| match after < prefix {
            true => Included(prefix),
            false => Excluded(after),
        });
        let found = self.values.range::<str, _>((from, Unbounded));
        let found = found.take_while(|(name, _)| name.starts_with(prefix)).take(most);
        found.map(|(name, value)| Named { name: name.clone(), value: value.clone() }).collect()
    }
}

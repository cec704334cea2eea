//! One execution, as memory holds it.

use super::index::Moment;
use crate::store::{
    Begun, Chunk, Commit, Described, Kept, Message, Path, Query, Record, Result, Saved, Status,
    StoreError,
};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Bound::{Excluded, Unbounded};
use std::sync::Arc;

/// One execution.
pub(super) struct Execution {
    pub(super) saved: Saved,
    /// The tokens that it waits with.
    pub(super) tokens: BTreeSet<Arc<str>>,
    payloads: BTreeMap<u32, Arc<str>>,
    history: Vec<Chunk>,
    state: Option<Arc<str>>,
    /// The time of its last commit.
    pub(super) time: Timestamp,
    wake: Option<Timestamp>,
    round: u32,
    /// The execution that waits for it.
    pub(super) caller: Option<Arc<str>>,
}

impl Execution {
    /// An execution before its first commit.
    pub(super) fn new(begun: Begun, first: &Commit) -> Self {
        let &Commit { epoch, round, ref caller, .. } = first;
        let time = begun.started;
        let saved = Saved {
            begun,
            epoch,
            number: 0,
            events: 0,
            payloads: 0,
            scopes: BTreeMap::new(),
            messages: vec![],
            status: Status::Running,
            end: None,
            continued: None,
            redrives: 0,
            redriven: None,
        };
        Execution {
            saved,
            tokens: BTreeSet::new(),
            payloads: BTreeMap::new(),
            history: vec![],
            state: None,
            time,
            wake: None,
            round,
            caller: caller.clone(),
        }
    }

    /// Refuses a commit that does not follow the last one, or marks a scope that has no record.
    pub(super) fn check(&self, commit: &Commit) -> Result<()> {
        let Saved { epoch, number, ref scopes, .. } = self.saved;
        if commit.epoch != epoch || commit.number != number + 1 {
            return Err(StoreError::fenced(commit, epoch, number));
        }
        let below = |path: &Path, of: &Path| path.len() > of.len() && path.starts_with(of);
        let removed = |path: &Path| commit.removed.iter().any(|of| below(path, of));
        let unknown = |it: &&Record| {
            it.machine.is_none() && (!scopes.contains_key(&it.path) || removed(&it.path))
        };
        match commit.records.iter().find(unknown) {
            Some(it) => Err(StoreError::without_record(&commit.execution, &it.path)),
            None => self.check_times(commit),
        }
    }

    /// Refuses a commit that says that the time of an attempt is over which was answered before.
    fn check_times(&self, commit: &Commit) -> Result<()> {
        let answered = self.saved.messages.iter().find_map(|(number, it)| match it {
            Message::Answer(token, _) if !commit.taken.contains(number) => {
                commit.expired.iter().find(|expired| *expired == token)
            }
            _ => None,
        });
        answered.map_or(Ok(()), |token| Err(StoreError::Answered(token.clone())))
    }

    /// The time that [`Index`](super::index::Index) has it under.
    pub(super) fn moment(&self) -> Moment {
        let saved = &self.saved;
        match self.wake {
            // It is removed with the execution around it.
            _ if saved.begun.is_item() => Moment::None,
            _ if saved.end.is_some() => Moment::Ended(self.time),
            _ if !saved.messages.is_empty() => Moment::Due(Timestamp::MIN),
            Some(wake) => Moment::Due(wake),
            None => Moment::None,
        }
    }

    /// Takes over the tokens that a commit closes and opens, here and among those of all executions.
    pub(super) fn count_tokens(
        &mut self,
        commit: &Commit,
        place: u64,
        all: &mut HashMap<Arc<str>, u64>,
    ) {
        for token in &commit.closed {
            self.tokens.remove(token);
            all.remove(token);
        }
        for token in &commit.opened {
            self.tokens.insert(token.clone());
            all.insert(token.clone(), place);
        }
        if commit.end.is_some() {
            self.drop_tokens(place, all);
        }
    }

    /// Takes its tokens from those of all executions, but for those that another has opened since.
    pub(super) fn drop_tokens(&mut self, place: u64, all: &mut HashMap<Arc<str>, u64>) {
        for token in std::mem::take(&mut self.tokens) {
            if all.get(&token) == Some(&place) {
                all.remove(&token);
            }
        }
    }

    pub(super) fn apply(&mut self, commit: Commit) {
        let saved = &mut self.saved;
        (saved.number, saved.events) = (commit.number, commit.events);
        for path in &commit.removed {
            let below = saved.scopes.range((Excluded(path.clone()), Unbounded));
            let below = below.map(|(known, _)| known.clone());
            let below: Vec<_> = below.take_while(|known| known.starts_with(path)).collect();
            below.iter().for_each(|known| drop(saved.scopes.remove(known)));
        }
        for Record { path, machine, mark } in commit.records {
            let known = saved.scopes.remove(&path).map(|kept| kept.machine);
            // One of them is there: it was checked before anything was changed.
            let Some(machine) = machine.or(known) else { continue };
            saved.scopes.insert(path, Kept { machine, mark });
        }
        for payload in commit.payloads {
            saved.payloads = payload.number;
            self.payloads.insert(payload.number, payload.text);
        }
        let closed = |message: &Message| match message {
            Message::Answer(token, _) => commit.closed.contains(token),
            Message::Stop(_) => false,
        };
        saved.messages.retain(|(number, it)| !commit.taken.contains(number) && !closed(it));
        if let Some(end) = &commit.end {
            saved.messages.clear();
            if end.is_ok() {
                saved.scopes.clear();
            }
        }
        if commit.redriven {
            saved.redrives += 1;
            saved.redriven = Some(commit.time);
            self.round = commit.round;
        }
        (saved.status, saved.end, saved.continued) = (commit.status, commit.end, commit.continued);
        self.history.extend(commit.chunk);
        self.state = commit.state.or(self.state.take());
        (self.time, self.wake) = (commit.time, commit.wake);
    }

    pub(super) fn describe(&self) -> Described {
        let Saved { begun, number, events, status, end, continued, .. } = &self.saved;
        Described {
            redrives: self.saved.redrives,
            redriven: self.saved.redriven,
            round: self.round,
            begun: begun.clone(),
            status: *status,
            number: *number,
            events: *events,
            state: self.state.clone(),
            time: self.time,
            wake: self.wake,
            end: end.clone(),
            continued: continued.clone(),
        }
    }

    pub(super) fn fits(&self, query: &Query) -> bool {
        let Saved { begun, status, end, .. } = &self.saved;
        let error = || end.as_ref()?.as_ref().err().map(|failure| failure.error().to_owned());
        let is = |asked: &Option<Arc<str>>, found: Option<&str>| {
            asked.as_deref().is_none_or(|asked| found == Some(asked))
        };
        (query.items || !begun.is_item())
            && query.status.is_none_or(|asked| asked == *status)
            && is(&query.machine, Some(&begun.machine))
            && (!query.busy || (end.is_none() && self.wake.is_none()))
            && query.prefix.as_deref().is_none_or(|prefix| begun.name.starts_with(prefix))
            && query.since.is_none_or(|since| begun.started >= since)
            && query.until.is_none_or(|until| begun.started < until)
            && is(&query.state, self.state.as_deref())
            && is(&query.error, error().as_deref())
    }

    /// The chunks from the event `from` on that hold at least `events`.
    pub(super) fn history(&self, from: u32, events: u32) -> Vec<Chunk> {
        let until = from.saturating_add(events);
        let within = |chunk: &&Chunk| chunk.last >= from && chunk.first < until;
        self.history.iter().filter(within).cloned().collect()
    }

    pub(super) fn payloads(&self, numbers: &[u32]) -> Result<Vec<Arc<str>>> {
        let find = |number| self.payloads.get(number).cloned();
        let id = &self.saved.begun.id;
        let find = |number| find(number).ok_or_else(|| StoreError::without_payload(id, *number));
        numbers.iter().map(find).collect()
    }
}

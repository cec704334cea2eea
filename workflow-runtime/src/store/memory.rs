//! A store in memory.

use super::{
    Answer, Begun, Chunk, Commit, Delivered, Described, Due, Kept, Message, Named, Page, Path, Put,
    Query, Record, Result, Saved, Status, Store, StoreError,
};
use crate::chance;
use crate::task::BoxFuture;
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::ops::Bound::{Excluded, Included, Unbounded};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A store in memory: for tests, and as the model of what others do. Clones share their executions.
#[derive(Clone)]
pub struct MemoryStore(Arc<Shared>);

struct Shared {
    secret: [u8; 32],
    all: Mutex<Executions>,
}

#[derive(Default)]
struct Executions {
    /// By their ARNs.
    known: BTreeMap<Arc<str>, Execution>,
    /// The ARN of the execution that waits with a token.
    tokens: BTreeMap<Arc<str>, Arc<str>>,
    /// Values by their names.
    values: BTreeMap<Arc<str>, Arc<[u8]>>,
    /// The number of executions that began, and of messages that were written, so far.
    begun: u64,
    told: u64,
}

/// One execution.
struct Execution {
    /// Its place in the order of beginnings.
    order: u64,
    saved: Saved,
    payloads: BTreeMap<u32, Arc<str>>,
    history: Vec<Chunk>,
    state: Option<Arc<str>>,
    time: Timestamp,
    wake: Option<Timestamp>,
}

impl Default for MemoryStore {
    fn default() -> Self {
        MemoryStore(Arc::new(Shared { secret: chance::secret(None), all: Mutex::default() }))
    }
}

impl MemoryStore {
    fn lock(&self) -> MutexGuard<'_, Executions> {
        self.0.all.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns an execution as a claim would, without claiming it.
    #[must_use]
    pub fn get(&self, execution: &str) -> Option<Saved> {
        self.lock().known.get(execution).map(|it| it.saved.clone())
    }
}

impl Executions {
    fn commit(&mut self, mut commit: Commit) -> Result<()> {
        let begun = commit.begun.take().map(|begun| self.begin(begun)).transpose()?;
        let known = begun.as_ref().or_else(|| self.known.get(&commit.execution));
        known.ok_or_else(|| StoreError::unknown(&commit.execution))?.check(&commit)?;
        // From here on nothing is refused.
        for token in &commit.closed {
            self.tokens.remove(token);
        }
        let others = |_: &Arc<str>, execution: &mut Arc<str>| *execution != commit.execution;
        if begun.is_some() {
            self.tokens.retain(others);
        }
        let opened = commit.opened.iter();
        self.tokens.extend(opened.map(|token| (token.clone(), commit.execution.clone())));
        if commit.end.is_some() {
            self.tokens.retain(others);
        }
        if let Some(execution) = begun {
            self.known.insert(commit.execution.clone(), execution);
        }
        if let Some(known) = self.known.get_mut(&commit.execution) {
            known.apply(commit);
        }
        Ok(())
    }

    fn begin(&mut self, begun: Begun) -> Result<Execution> {
        if self.known.contains_key(&begun.id) {
            return Err(StoreError::Exists(begun.id));
        }
        if let Some(around) = begun.around.as_ref().filter(|it| !self.known.contains_key(*it)) {
            return Err(StoreError::without_around(&begun.id, around));
        }
        self.begun += 1;
        Ok(Execution::new(begun, self.begun))
    }

    fn deliver(&mut self, execution: &Arc<str>, message: Message) -> Option<Delivered> {
        let known = self.known.get_mut(execution)?;
        if known.saved.end.is_some() {
            return None;
        }
        self.told += 1;
        known.saved.messages.push((self.told, message));
        Some(Delivered { execution: execution.clone(), number: self.told })
    }

    fn answer(&mut self, token: &str, answer: Answer) -> Option<Delivered> {
        let (token, execution) = self.tokens.remove_entry(token)?;
        self.deliver(&execution, Message::Answer(token, answer))
    }

    fn list(&self, query: &Query) -> Page {
        let limit = if query.limit == 0 { 100 } else { query.limit };
        let after = |order: u64| match query.after {
            None => true,
            Some(last) if query.latest => order < last,
            Some(last) => order > last,
        };
        let mut found: Vec<_> = self.known.values().collect();
        found.retain(|it| after(it.order) && it.fits(query));
        found.sort_unstable_by_key(|it| it.order);
        if query.latest {
            found.reverse();
        }
        let more = found.len() > limit;
        found.truncate(limit);
        let next = found.last().map(|it| it.order).filter(|_| more);
        Page { executions: found.into_iter().map(Execution::describe).collect(), next }
    }

    fn due(&self, now: Timestamp, most: usize) -> Due {
        let open =
            self.known.values().filter(|it| it.saved.end.is_none() && !it.saved.begun.is_item());
        let mut all: Vec<_> = open
            .filter_map(|it| match (it.saved.messages.is_empty(), it.wake) {
                (false, _) => Some((Timestamp::MIN, it.order, &it.saved.begun.id)),
                (true, wake) => Some((wake?, it.order, &it.saved.begun.id)),
            })
            .collect();
        all.sort_unstable();
        let due = all.iter().take_while(|(time, ..)| *time <= now).count().min(most);
        let next = all.get(due).map(|(time, ..)| *time);
        Due { executions: all[..due].iter().map(|(.., id)| Arc::clone(id)).collect(), next }
    }

    fn prune(&mut self, ended: Timestamp, most: usize) -> usize {
        let old = |it: &&Execution| it.time < ended && self.is_removable(it);
        let mut old: Vec<_> = self.known.values().filter(old).collect();
        old.sort_unstable_by_key(|it| it.time);
        let old: Vec<_> = old.iter().take(most).map(|it| it.saved.begun.id.clone()).collect();
        old.iter().for_each(|id| self.remove(id));
        old.len()
    }

    fn purge(&mut self, execution: &str) -> bool {
        let removable = self.known.get(execution).is_some_and(|it| self.is_removable(it));
        if removable {
            self.remove(execution);
        }
        removable
    }

    /// True for what has ended, unless it belongs to an execution that is there.
    fn is_removable(&self, it: &Execution) -> bool {
        let around = it.saved.begun.around.as_ref();
        it.saved.end.is_some() && !around.is_some_and(|around| self.known.contains_key(around))
    }

    /// Removes an execution with its items.
    fn remove(&mut self, execution: &str) {
        self.known.remove(execution);
        let items =
            self.known.values().filter(|it| it.saved.begun.around.as_deref() == Some(execution));
        let items: Vec<_> = items.map(|it| it.saved.begun.id.clone()).collect();
        items.iter().for_each(|id| self.remove(id));
    }

    fn put(&mut self, put: Put) -> Result<bool> {
        put.check()?;
        let fits = put.fits(self.values.get(&put.name).map(|it| &**it));
        match put.value {
            _ if !fits => {}
            Some(value) => drop(self.values.insert(put.name, value)),
            None => drop(self.values.remove(&put.name)),
        }
        Ok(fits)
    }

    fn values(&self, prefix: &str, after: Option<&str>, most: usize) -> Vec<Named> {
        let from = after.map_or(Included(prefix), |after| match after < prefix {
            true => Included(prefix),
            false => Excluded(after),
        });
        let found = self.values.range::<str, _>((from, Unbounded));
        let found = found.take_while(|(name, _)| name.starts_with(prefix)).take(most);
        found.map(|(name, value)| Named { name: name.clone(), value: value.clone() }).collect()
    }
}

impl Execution {
    /// An execution before its first commit.
    fn new(begun: Begun, order: u64) -> Self {
        let time = begun.started;
        let saved = Saved {
            begun,
            epoch: 1,
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
            order,
            saved,
            payloads: BTreeMap::new(),
            history: vec![],
            state: None,
            time,
            wake: None,
        }
    }

    /// Refuses a commit that does not follow the last one, or marks a scope that has no record.
    fn check(&self, commit: &Commit) -> Result<()> {
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
            None => Ok(()),
        }
    }

    fn apply(&mut self, commit: Commit) {
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
        }
        (saved.status, saved.end, saved.continued) = (commit.status, commit.end, commit.continued);
        self.history.extend(commit.chunk);
        self.state = commit.state.or(self.state.take());
        (self.time, self.wake) = (commit.time, commit.wake);
    }

    fn describe(&self) -> Described {
        let Saved { begun, number, events, status, end, continued, .. } = &self.saved;
        Described {
            redrives: self.saved.redrives,
            redriven: self.saved.redriven,
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

    fn fits(&self, query: &Query) -> bool {
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
    fn history(&self, from: u32, events: u32) -> Vec<Chunk> {
        let until = from.saturating_add(events);
        let within = |chunk: &&Chunk| chunk.last >= from && chunk.first < until;
        self.history.iter().filter(within).cloned().collect()
    }

    fn payloads(&self, numbers: &[u32]) -> Result<Vec<Arc<str>>> {
        let find = |number| self.payloads.get(number).cloned();
        let id = &self.saved.begun.id;
        let find = |number| find(number).ok_or_else(|| StoreError::without_payload(id, *number));
        numbers.iter().map(find).collect()
    }
}

/// A future that is ready.
fn ready<T: Send + 'static>(result: Result<T>) -> BoxFuture<Result<T>> {
    Box::pin(std::future::ready(result))
}

impl Store for MemoryStore {
    fn commit(&self, commit: Commit) -> BoxFuture<Result<()>> {
        ready(self.lock().commit(commit))
    }

    fn claim(&self, execution: &str) -> BoxFuture<Result<Option<Saved>>> {
        let mut all = self.lock();
        ready(Ok(all.known.get_mut(execution).map(|it| {
            if it.saved.end.is_none() {
                it.saved.epoch += 1;
            }
            it.saved.clone()
        })))
    }

    fn release(&self, execution: &str, epoch: u64) -> BoxFuture<Result<()>> {
        if let Some(it) = self.lock().known.get_mut(execution)
            && it.saved.end.is_none()
            && it.saved.epoch == epoch
        {
            it.saved.epoch -= 1;
        }
        ready(Ok(()))
    }

    fn payloads(&self, execution: &str, numbers: &[u32]) -> BoxFuture<Result<Vec<Arc<str>>>> {
        let all = self.lock();
        let known = all.known.get(execution).ok_or_else(|| StoreError::unknown(execution));
        ready(known.and_then(|it| it.payloads(numbers)))
    }

    fn describe(&self, execution: &str) -> BoxFuture<Result<Option<Described>>> {
        ready(Ok(self.lock().known.get(execution).map(Execution::describe)))
    }

    fn list(&self, query: Query) -> BoxFuture<Result<Page>> {
        ready(Ok(self.lock().list(&query)))
    }

    fn history(&self, execution: &str, from: u32, events: u32) -> BoxFuture<Result<Vec<Chunk>>> {
        let all = self.lock();
        let known = all.known.get(execution);
        ready(Ok(known.map(|it| it.history(from, events)).unwrap_or_default()))
    }

    fn due(&self, now: Timestamp, most: usize) -> BoxFuture<Result<Due>> {
        ready(Ok(self.lock().due(now, most)))
    }

    fn answer(&self, token: &str, answer: Answer) -> BoxFuture<Result<Option<Delivered>>> {
        ready(Ok(self.lock().answer(token, answer)))
    }

    fn waiting(&self, token: &str) -> BoxFuture<Result<Option<Arc<str>>>> {
        ready(Ok(self.lock().tokens.get(token).cloned()))
    }

    fn tell(&self, execution: &str, message: Message) -> BoxFuture<Result<Option<Delivered>>> {
        ready(Ok(self.lock().deliver(&execution.into(), message)))
    }

    fn purge(&self, execution: &str) -> BoxFuture<Result<bool>> {
        ready(Ok(self.lock().purge(execution)))
    }

    fn prune(&self, ended: Timestamp, most: usize) -> BoxFuture<Result<usize>> {
        ready(Ok(self.lock().prune(ended, most)))
    }

    fn put(&self, put: Put) -> BoxFuture<Result<bool>> {
        ready(self.lock().put(put))
    }

    fn values(
        &self,
        prefix: &str,
        after: Option<&str>,
        most: usize,
    ) -> BoxFuture<Result<Vec<Named>>> {
        ready(Ok(self.lock().values(prefix, after, most)))
    }

    fn secret(&self) -> [u8; 32] {
        self.0.secret
    }
}

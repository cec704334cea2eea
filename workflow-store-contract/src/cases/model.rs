//! Random schedules, on a store and on the model.

use crate::hand::{arn, chunk, failure, record, stored, time};
use crate::random::Random;
use crate::run::{Place, Shared};
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::Arc;
use workflow_runtime::store::{
    Answer, Begun, Commit, MemoryStore, Message, Page, Put, Query, Record, Saved, Status, Store,
    StoreError, StoreResult as Result,
};

/// The schedules, and the calls of each.
const SCHEDULES: u64 = 12;
const CALLS: usize = 250;

const NAMES: [&str; 5] = ["a", "ab", "b", "item a", "item b"];
const TOKENS: [&str; 4] = ["t0", "t1", "t2", "t3"];
const PATHS: [&[(u32, u32)]; 6] =
    [&[], &[(0, 0)], &[(0, 1)], &[(0, 1), (2, 0)], &[(0, 1), (2, 0), (0, 0)], &[(1, u32::MAX)]];

pub async fn a_store_does_as_the_model_does(store: Shared) {
    let mut random = Random::new();
    // One after the other in the same store, so that what is left of one shows in the next.
    let mut pair = Pair::new(store);
    for _ in 0..SCHEDULES {
        for _ in 0..CALLS {
            pair.call(&mut random).await;
        }
        pair.compare(&random).await;
    }
}

pub async fn a_store_that_is_opened_often_does_as_the_model_does(open: Place) {
    let mut random = Random::new();
    let mut pair = Pair::new(open());
    for _ in 0..25 {
        for _ in 0..random.below(60) {
            pair.call(&mut random).await;
        }
        pair.store = Arc::new(MemoryStore::default());
        pair.store = open();
        pair.compare(&random).await;
    }
}

/// A store, and the model beside it.
struct Pair {
    store: Shared,
    model: MemoryStore,
    /// The views of two owners: the epoch and the number of each execution.
    owners: [BTreeMap<&'static str, (u64, u64)>; 2],
    /// The numbers of messages: the model's, and the store's.
    numbers: BTreeMap<u64, u64>,
}

/// Asserts that two results are the same; of errors, their kinds.
fn same<T: PartialEq + Debug>(found: &Result<T>, right: &Result<T>, about: &dyn std::fmt::Display) {
    let alike = match (found, right) {
        (Ok(found), Ok(right)) => found == right,
        (Err(StoreError::Exists(found)), Err(StoreError::Exists(right)))
        | (Err(StoreError::Answered(found)), Err(StoreError::Answered(right))) => found == right,
        (Err(StoreError::Fenced(_)), Err(StoreError::Fenced(_)))
        | (Err(StoreError::Fatal(_)), Err(StoreError::Fatal(_)))
        | (Err(StoreError::Refused(_)), Err(StoreError::Refused(_))) => true,
        _ => false,
    };
    assert!(alike, "{about}: the store returns {found:?}, the model {right:?}");
}

impl Pair {
    fn new(store: Shared) -> Self {
        let model = MemoryStore::default();
        Pair { store, model, owners: Default::default(), numbers: BTreeMap::new() }
    }

    /// Makes a random call of both.
    async fn call(&mut self, random: &mut Random) {
        let name = random.one(&NAMES);
        let id = arn(name);
        match random.below(18) {
            16 | 17 => self.put(random).await,
            0..2 => self.begin(random, name).await,
            2..9 => self.commit(random, name).await,
            9 => self.claim(random, name).await,
            10 | 11 => self.tell(random, &id).await,
            12 => self.answer(random).await,
            13 if random.one_in(3) => {
                let right = self.model.purge(&id).await;
                same(&self.store.purge(&id).await, &right, random);
            }
            14 if random.one_in(4) => {
                let (ended, most) =
                    (time(i32::try_from(random.below(60)).unwrap_or(0)), random.below(3));
                let right = self.model.prune(ended, most).await;
                same(&self.store.prune(ended, most).await, &right, random);
            }
            _ => self.ask(random, &id).await,
        }
    }

    async fn begin(&mut self, random: &mut Random, name: &'static str) {
        let begun = Begun {
            around: name.starts_with("item").then(|| arn(random.one(&NAMES))),
            machine: random.one(&["orders", "refunds"]).into(),
            started: time(i32::try_from(random.below(9)).unwrap_or(0)),
            seed: random.bits(),
            ..crate::hand::begun(name)
        };
        let epoch = 1 + (random.bits() >> 20);
        let mut commit = self.some_commit(random, name, (epoch, 0));
        commit.records.retain(|it| !it.path.is_empty());
        commit.records.insert(0, record(&[], Some("\"Start\""), &[0]));
        commit.begun = Some(begun);
        if self.write(random, commit).await {
            // The other owner may have an execution of this name that was removed.
            self.owners[0].insert(name, (epoch, 1));
            if random.one_in(2) {
                self.owners[1].insert(name, (epoch, 1));
            }
        }
    }

    async fn commit(&mut self, random: &mut Random, name: &'static str) {
        let owner = random.below(2);
        let Some(view) = self.owners[owner].get(name).copied() else { return };
        let mut commit = self.some_commit(random, name, view);
        if random.one_in(12) {
            commit.number = commit.number.wrapping_add(random.bits() % 3).wrapping_sub(1);
            commit.epoch = commit.epoch.wrapping_add(random.bits() % 3).wrapping_sub(1);
        }
        let number = commit.number;
        if self.write(random, commit).await {
            self.owners[owner].insert(name, (view.0, number));
        }
    }

    /// Writes a commit to both. True if they take it.
    async fn write(&mut self, random: &Random, commit: Commit) -> bool {
        let taken = commit.taken.iter().map(|it| self.numbers.get(it).copied().unwrap_or(*it));
        let own = Commit { taken: taken.collect(), ..commit.clone() };
        let right = self.model.commit(commit).await;
        same(&self.store.commit(own).await, &right, random);
        right.is_ok()
    }

    /// Returns a commit after this epoch and number, with anything in it.
    fn some_commit(&self, random: &mut Random, name: &str, view: (u64, u64)) -> Commit {
        let known = self.model.get(&arn(name));
        let open = known.as_ref().filter(|it| it.end.is_none());
        let mut commit = crate::hand::commit(&arn(name), view.0, view.1 + 1);
        commit.time = time(i32::try_from(random.below(60)).unwrap_or(0));
        commit.events = u32::try_from(view.1 * 3).unwrap_or(0);
        let mut payloads = open.map_or(0, |it| it.payloads);
        for _ in 0..random.below(3) {
            payloads += 1;
            commit.payloads.push(stored(payloads, &format!("{}", random.bits())));
        }
        if random.one_in(3) {
            commit.removed.push(random.one(&PATHS).to_vec());
        }
        let places: Vec<_> = PATHS.iter().filter(|_| random.one_in(3)).collect();
        commit.records = places.into_iter().map(|it| some_record(random, it)).collect();
        if random.one_in(2) {
            commit.chunk = Some(chunk(commit.events + 1, commit.events + 3));
        }
        commit.state = random.one_in(3).then(|| random.one(&["Pay", "Ship"]).into());
        commit.wake = random.one_in(2).then(|| time(i32::try_from(random.below(60)).unwrap_or(0)));
        let mut some = |list: &mut Vec<Arc<str>>| {
            if random.one_in(4) {
                list.push(random.one(&TOKENS).into());
            }
        };
        some(&mut commit.opened);
        some(&mut commit.closed);
        // One commit does not do both with one token.
        commit.closed.retain(|it| !commit.opened.contains(it));
        if random.one_in(2) {
            commit.expired.clone_from(&commit.closed);
        }
        let messages = open.map(|it| it.messages.clone()).unwrap_or_default();
        commit.taken = messages.iter().map(|(it, _)| *it).filter(|_| random.one_in(2)).collect();
        commit.round = u32::try_from(random.below(4)).unwrap_or(0);
        if random.one_in(9) && open.is_some() {
            end(random, &mut commit);
        }
        commit
    }

    async fn claim(&mut self, random: &mut Random, name: &'static str) {
        let (found, right) =
            (self.store.claim(&arn(name)).await, self.model.claim(&arn(name)).await);
        if let Ok(Some(saved)) = &right {
            self.owners[random.below(2)].insert(name, (saved.epoch, saved.number));
        }
        same(&found.map(plain), &right.map(plain), random);
    }

    async fn tell(&mut self, random: &mut Random, id: &str) {
        let message = Message::Stop(failure(random.one(&["A", "B"])));
        let right = self.model.tell(id, message.clone()).await;
        let found = self.store.tell(id, message).await;
        self.delivered(random, found, right);
    }

    async fn answer(&mut self, random: &mut Random) {
        let token = random.one(&TOKENS);
        let answer = match random.below(2) {
            0 => Answer::Done(format!("{}", random.bits()).into()),
            _ => Answer::Failed(failure("Declined")),
        };
        same(&self.store.waiting(token).await, &self.model.waiting(token).await, random);
        let right = self.model.answer(token, answer.clone()).await;
        let found = self.store.answer(token, answer).await;
        self.delivered(random, found, right);
    }

    /// Writes a value, removes it, or replaces it, with or without luck.
    async fn put(&self, random: &mut Random) {
        let some = |random: &mut Random| -> Option<Arc<[u8]>> {
            let length = random.below(4);
            (length > 0).then(|| vec![7; length - 1].into())
        };
        let mut put = Put::new(random.one(&NAMES), some(random));
        if random.one_in(2) {
            put = put.replacing(some(random));
        }
        let right = self.model.put(put.clone()).await;
        same(&self.store.put(put).await, &right, random);
    }

    fn delivered(
        &mut self,
        random: &Random,
        found: Result<Option<workflow_runtime::store::Delivered>>,
        right: Result<Option<workflow_runtime::store::Delivered>>,
    ) {
        if let (Ok(Some(found)), Ok(Some(right))) = (&found, &right) {
            self.numbers.insert(right.number, found.number);
        }
        same(
            &found.map(|it| it.map(|it| it.execution)),
            &right.map(|it| it.map(|it| it.execution)),
            random,
        );
    }

    /// Asks both the same.
    async fn ask(&self, random: &mut Random, id: &str) {
        let (store, model) = (&self.store, &self.model);
        let from = u32::try_from(random.below(9)).unwrap_or(0);
        same(&store.describe(id).await, &model.describe(id).await, random);
        same(&store.history(id, from, 4).await, &model.history(id, from, 4).await, random);
        let numbers = [from, from + 1];
        same(&store.payloads(id, &numbers).await, &model.payloads(id, &numbers).await, random);
        let (now, most) = (time(i32::try_from(random.below(60)).unwrap_or(0)), random.below(5));
        let (found, mut right) = (store.due(now, most).await, model.due(now, most).await);
        if let (Ok(found), Ok(right)) = (&found, &mut right)
            && right.next.is_some_and(|it| it <= now)
            && found.next.is_some_and(|it| it <= now)
        {
            // Any time in the past says that there are more.
            right.next = found.next;
        }
        same(&found, &right, random);
        let (prefix, after) = (random.one(&["", "a", "item"]), random.one(&NAMES));
        let after = random.one_in(2).then_some(after);
        let right = model.values(prefix, after, most).await;
        same(&store.values(prefix, after, most).await, &right, random);
        let query = some_query(random);
        same(&pages(store.as_ref(), query.clone()).await, &pages(model, query).await, random);
    }

    /// Compares all that can be seen.
    async fn compare(&mut self, random: &Random) {
        let mut other = Random::from(random.seed() ^ 1);
        for name in NAMES {
            let id = arn(name);
            self.ask(&mut other, &id).await;
            let history = self.model.history(&id, 0, u32::MAX).await;
            same(&self.store.history(&id, 0, u32::MAX).await, &history, random);
            let saved = self.model.get(&id);
            let numbers: Vec<_> = (1..=saved.map_or(0, |it| it.payloads)).collect();
            let right = self.model.payloads(&id, &numbers).await;
            same(&self.store.payloads(&id, &numbers).await, &right, random);
            self.claim(&mut other, name).await;
        }
        let values = self.model.values("", None, usize::MAX).await;
        same(&self.store.values("", None, usize::MAX).await, &values, random);
        let due = self.model.due(Timestamp::MAX, usize::MAX).await;
        same(&self.store.due(Timestamp::MAX, usize::MAX).await, &due, random);
    }
}

/// A record at a path: the workflow's own is always there, others may not be.
fn some_record(random: &mut Random, path: &[(u32, u32)]) -> Record {
    let machine = format!("{}", random.bits());
    let known = path.is_empty() || random.one_in(8);
    let mark = random.bits().to_le_bytes();
    record(path, (!known || random.one_in(2)).then_some(&machine), &mark[..random.below(8)])
}

fn end(random: &mut Random, commit: &mut Commit) {
    commit.status = Status::ALL[1 + random.below(4)];
    commit.end = Some(match commit.status {
        Status::Succeeded => Ok(format!("{}", random.bits()).into()),
        _ => Err(failure(random.one(&["A", "B"]))),
    });
    commit.continued = random.one_in(4).then(|| "arn:next".into());
}

fn some_query(random: &mut Random) -> Query {
    let mut query = Query { items: random.one_in(2), latest: random.one_in(2), ..Query::default() };
    query.limit = random.below(4);
    query.machine = random.one_in(4).then(|| random.one(&["orders", "refunds"]).into());
    query.status = random.one_in(4).then(|| random.one(&Status::ALL));
    query.prefix = random.one_in(4).then(|| random.one(&["a", "item", ""]).into());
    query.state = random.one_in(4).then(|| random.one(&["Pay", "Ship"]).into());
    query.error = random.one_in(6).then(|| random.one(&["A", "B"]).into());
    query.since = random.one_in(4).then(|| time(i32::try_from(random.below(9)).unwrap_or(0)));
    query.busy = random.one_in(4);
    query.until = random.one_in(4).then(|| time(i32::try_from(random.below(9)).unwrap_or(0)));
    query
}

/// All pages of a query, without their cursors, which are the store's own.
async fn pages(store: &dyn Store, mut query: Query) -> Result<Vec<Page>> {
    let mut pages = vec![];
    loop {
        let mut page = store.list(query.clone()).await?;
        query.after = page.next.take();
        pages.push(page);
        assert!(pages.len() < 1000, "the pages of {query:?} have no end");
        if query.after.is_none() {
            return Ok(pages);
        }
    }
}

/// An execution without the numbers of its messages, which are the store's own.
fn plain(saved: Option<Saved>) -> Option<Saved> {
    let mut saved = saved?;
    for (place, (number, _)) in (0..).zip(&mut saved.messages) {
        *number = place;
    }
    Some(saved)
}

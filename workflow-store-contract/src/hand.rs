//! A hand that writes commits of an execution, as an engine does.

use crate::run::Shared;
use jiff::Timestamp;
use std::sync::Arc;
use workflow_runtime::Failure;
use workflow_runtime::store::{
    Begun, Chunk, Commit, Described, Query, Record, Saved, Status, StoreError,
    StoreResult as Result, Stored,
};

/// A time, in seconds and as many nanoseconds.
pub fn time(seconds: i32) -> Timestamp {
    Timestamp::new(1_700_000_000 + i64::from(seconds), seconds.abs())
        .unwrap_or_else(|error| panic!("{error}"))
}

/// The ARN of an execution.
pub fn arn(name: &str) -> Arc<str> {
    format!("arn:aws:states:us-east-1:123456789012:execution:orders:{name}").into()
}

/// The start of an execution of the machine `orders`.
pub fn begun(name: &str) -> Begun {
    Begun {
        id: arn(name),
        name: name.into(),
        machine: "orders".into(),
        input: Some(format!("{{\"order\":\"{name}\"}}").into()),
        started: time(0),
        seed: 7,
        timeout: None,
        around: None,
    }
}

/// A record.
pub fn record(path: &[(u32, u32)], machine: Option<&str>, mark: &[u8]) -> Record {
    Record { path: path.to_vec(), machine: machine.map(Arc::from), mark: mark.into() }
}

/// A payload.
pub fn stored(number: u32, text: &str) -> Stored {
    Stored { number, text: text.into() }
}

/// A chunk.
pub fn chunk(first: u32, last: u32) -> Chunk {
    let bytes = format!("events {first} to {last}").into_bytes();
    Chunk { first, last, bytes: bytes.into() }
}

/// The failure of a name.
pub fn failure(name: &'static str) -> Failure {
    Failure::new(name, format!("the cause of {name}"))
}

/// A commit that changes nothing but its number.
pub fn commit(execution: &Arc<str>, epoch: u64, number: u64) -> Commit {
    let time = time(i32::try_from(number).unwrap_or(i32::MAX));
    Commit::new(execution.clone(), (epoch, number), time)
}

/// The first commit of an execution, with the record of its workflow.
pub fn first(begun: Begun) -> Commit {
    let records = vec![record(&[], Some("\"Start\""), &[1])];
    let execution = begun.id.clone();
    Commit { begun: Some(begun), records, ..commit(&execution, 1, 1) }
}

/// An engine's view of an execution that is its own.
#[derive(Clone)]
pub struct Hand {
    pub store: Shared,
    pub execution: Arc<str>,
    pub epoch: u64,
    pub number: u64,
}

impl Hand {
    /// Begins an execution of this name.
    pub async fn begin(store: &Shared, name: &str) -> Self {
        Hand::begin_as(store, begun(name)).await
    }

    pub async fn begin_as(store: &Shared, begun: Begun) -> Self {
        Hand::begin_at(store, begun, 1).await
    }

    /// Begins an execution at this epoch.
    pub async fn begin_at(store: &Shared, begun: Begun, epoch: u64) -> Self {
        let execution = begun.id.clone();
        let begun = store.commit(Commit { epoch, ..first(begun) }).await;
        assert_eq!(begun, Ok(()), "the first commit of {execution}");
        Hand { store: store.clone(), execution, epoch, number: 1 }
    }

    /// Begins an item of a distributed Map of this execution.
    pub async fn begin_item(&self, name: &str) -> Self {
        let around = Some(self.execution.clone());
        Hand::begin_as(&self.store, Begun { around, ..begun(name) }).await
    }

    /// Begins an execution whose end another one waits for.
    pub async fn begin_called(store: &Shared, name: &str, caller: Arc<str>) -> Self {
        let called = Commit { caller: Some(caller), ..first(begun(name)) };
        assert_eq!(store.commit(called).await, Ok(()), "the first commit of {name}");
        Hand { store: store.clone(), execution: arn(name), epoch: 1, number: 1 }
    }

    /// Returns a commit that follows the last one.
    pub fn next(&self) -> Commit {
        commit(&self.execution, self.epoch, self.number + 1)
    }

    /// Writes a commit made from [`Hand::next`].
    pub async fn write(&mut self, commit: Commit) {
        assert_eq!(self.store.commit(commit).await, Ok(()), "a commit of {}", self.execution);
        self.number += 1;
    }

    /// Writes a commit that changes nothing but the number.
    pub async fn step(&mut self) {
        self.write(self.next()).await;
    }

    /// Writes a commit with new tokens.
    pub async fn open(&mut self, tokens: &[&str]) {
        let opened = tokens.iter().map(|it| Arc::from(*it)).collect();
        self.write(Commit { opened, ..self.next() }).await;
    }

    /// Writes the end, at a time.
    pub async fn end(&mut self, at: i32) {
        let end = Some(Ok("\"done\"".into()));
        let commit = Commit { status: Status::Succeeded, end, time: time(at), ..self.next() };
        self.write(commit).await;
    }

    /// Writes an end with a failure, at a time.
    pub async fn fail(&mut self, status: Status, name: &'static str, at: i32) {
        let end = Some(Err(failure(name)));
        self.write(Commit { status, end, time: time(at), ..self.next() }).await;
    }

    /// Claims the execution, which must be there, and goes on with it.
    pub async fn claim(&mut self) -> Saved {
        let saved = claim(&self.store, &self.execution).await;
        assert_eq!(
            saved.number, self.number,
            "the number of the last commit of {}",
            self.execution
        );
        self.epoch = saved.epoch;
        saved
    }

    /// Reads all that can be seen of it without claiming it.
    pub async fn seen(&self) -> (Described, Vec<Chunk>) {
        let described = describe(&self.store, &self.execution).await;
        let history = self.store.history(&self.execution, 0, u32::MAX).await;
        (described, history.unwrap_or_else(|error| panic!("{error}")))
    }
}

/// Claims an execution, which must be there.
pub async fn claim(store: &Shared, execution: &str) -> Saved {
    let saved = store.claim(execution).await.unwrap_or_else(|error| panic!("{error}"));
    saved.unwrap_or_else(|| panic!("{execution} cannot be claimed"))
}

/// Describes an execution, which must be there.
pub async fn describe(store: &Shared, execution: &str) -> Described {
    let described = store.describe(execution).await.unwrap_or_else(|error| panic!("{error}"));
    described.unwrap_or_else(|| panic!("{execution} cannot be described"))
}

/// Lists all pages of a query, by their names.
pub async fn names(store: &Shared, query: Query) -> Vec<String> {
    let mut names = vec![];
    let mut query = query;
    loop {
        let page = store.list(query.clone()).await.unwrap_or_else(|error| panic!("{error}"));
        names.extend(page.executions.iter().map(|it| it.begun.name.to_string()));
        match page.next {
            Some(next) => query.after = Some(next),
            None => return names,
        }
        assert!(names.len() < 100_000, "the pages of {query:?} have no end");
    }
}

/// Asserts that a call was refused with this kind of error.
pub fn fenced(result: Result<()>) {
    assert!(matches!(result, Err(StoreError::Fenced(_))), "not fenced: {result:?}");
}

/// Asserts that a call ended with [`StoreError::Fatal`].
pub fn fatal<T: std::fmt::Debug>(result: Result<T>) {
    assert!(matches!(result, Err(StoreError::Fatal(_))), "not refused: {result:?}");
}

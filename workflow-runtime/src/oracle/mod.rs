//! The user's own `async fn`, run as it is: what a call, `sleep`, `join!` and `map` do when they are awaited.
//!
//! Awaited under [`run`], they ask a journal that belongs to the thread; somebody answers. Outside of it they
//! wait for ever: a workflow is run by an engine. For tests: the same outcomes must lead to the same result,
//! whether the function runs or the machine that was made from it.

mod around;
mod attempt;
mod continued;
mod distributed;
mod join;
mod map;
mod race;
mod read;

pub use around::{ThisExecution, Told, execution, now, random, uuid};
pub use attempt::attempt;
pub use continued::{ContinueAs, continue_as};
pub use distributed::DistributedMap;
pub use join::{
    BranchFuture, Join, block, branch, join1, join2, join3, join4, join5, join6, join7, join8,
};
pub use map::{Map, map};
pub use race::{Race, Raced, Racer, race2, race3, race4, race5, race6, race7, race8, racer};
pub use read::{
    BatchIter, Batches, Read, Rows, batches, list_objects, read_csv, read_json, read_jsonl,
};

use crate::call::Call;
use crate::failure::{Caught, Failure};
use crate::payload::Payload;
use crate::task::Task;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

/// From the workflow to a scope: the ordinal of each Parallel or Map, and the index of the branch or item.
pub type ScopePath = Vec<(u32, u32)>;

/// Something that the function waits for. Path and ordinal are those of the engine's calls.
#[derive(Debug)]
pub struct Wanted {
    /// The scope.
    pub path: ScopePath,
    /// The number of effects that the scope has begun before.
    pub ordinal: u32,
    /// The effect that it waits for.
    pub what: What,
}

/// The effect that the function waits for.
#[derive(Debug)]
pub enum What {
    /// A task, with its input.
    Task(&'static str, Payload),
    /// A sleep.
    Wait(Duration),
    /// A sleep until a point in time.
    Until(String),
}

#[derive(Default)]
struct Journal {
    path: ScopePath,
    ordinals: BTreeMap<ScopePath, u32>,
    wanted: Vec<Wanted>,
    answers: BTreeMap<(ScopePath, u32), Result<Payload, Failure>>,
    told: Told,
    /// The number of items that are in the batch that was made last; 0: none was.
    weight: u64,
    /// The reason why items could not be read.
    unread: Option<Failure>,
}

thread_local!(static JOURNAL: RefCell<Journal> = RefCell::default());

/// Runs the function. Whenever it has to wait, `answer` gets what it newly waits for, and returns the next outcome, by
/// path and ordinal; `None` ends the run without a result.
pub fn run<T>(
    function: impl Future<Output = T>,
    told: Told,
    mut answer: impl FnMut(Vec<Wanted>) -> Option<((ScopePath, u32), Result<Payload, Failure>)>,
) -> Option<T> {
    JOURNAL.set(Journal { told, ..Journal::default() });
    let mut function = pin!(function);
    loop {
        if let Poll::Ready(result) = function.as_mut().poll(&mut Context::from_waker(Waker::noop()))
        {
            return Some(result);
        }
        let wanted = JOURNAL.with_borrow_mut(|journal| std::mem::take(&mut journal.wanted));
        let (key, outcome) = answer(wanted)?;
        JOURNAL.with_borrow_mut(|journal| journal.answers.insert(key, outcome));
    }
}

/// The place of the next effect of the scope.
fn next() -> (ScopePath, u32) {
    JOURNAL.with_borrow_mut(|journal| {
        let path = journal.path.clone();
        let ordinal = journal.ordinals.entry(path.clone()).or_insert(0);
        *ordinal += 1;
        (path, *ordinal - 1)
    })
}

async fn ask(what: What) -> Result<Payload, Failure> {
    let key = next();
    let (path, ordinal) = key.clone();
    JOURNAL.with_borrow_mut(|journal| journal.wanted.push(Wanted { path, ordinal, what }));
    poll_fn(|_| {
        JOURNAL.with_borrow_mut(|journal| {
            journal.answers.remove(&key).map_or(Poll::Pending, Poll::Ready)
        })
    })
    .await
}

/// Polls a branch or an item as the scope that it is.
async fn scoped<T>(path: ScopePath, run: impl Future<Output = T>) -> T {
    let mut run = pin!(run);
    poll_fn(|cx| {
        let outer =
            JOURNAL.with_borrow_mut(|journal| std::mem::replace(&mut journal.path, path.clone()));
        let poll = run.as_mut().poll(cx);
        JOURNAL.with_borrow_mut(|journal| journal.path = outer);
        poll
    })
    .await
}

/// Waits for a whole number of seconds.
///
/// In a workflow: `sleep(Duration::from_secs(3600)).await`, a Wait state.
pub fn sleep(duration: Duration) -> Sleep {
    Sleep(duration)
}

/// A wait, not begun yet: `sleep(..)`.
#[must_use = "a wait does nothing until it is awaited"]
pub struct Sleep(Duration);

impl Sleep {
    /// The name of the state, instead of one made from the code.
    pub fn named(self, name: &'static str) -> Self {
        let _ = name;
        self
    }
}

impl IntoFuture for Sleep {
    type Output = ();
    type IntoFuture = Pin<Box<dyn Future<Output = ()>>>;
    fn into_future(self) -> Self::IntoFuture {
        // A wait has no outcome of its own.
        Box::pin(async move { drop(ask(What::Wait(self.0)).await) })
    }
}

/// Waits until a point in time, in RFC 3339: `2026-01-01T00:00:00Z`. A time in the past ends the wait at once.
///
/// In a workflow: `sleep_until(order.deadline).await`, a Wait state with a `Timestamp`. A text that is not a point in
/// time fails with `States.QueryEvaluationError`.
pub fn sleep_until(time: impl AsRef<str>) -> SleepUntil {
    SleepUntil(time.as_ref().to_owned())
}

/// A wait, not begun yet: `sleep_until(..)`.
#[must_use = "a wait does nothing until it is awaited"]
pub struct SleepUntil(String);

impl SleepUntil {
    /// The name of the state, instead of one made from the code.
    pub fn named(self, name: &'static str) -> Self {
        let _ = name;
        self
    }
}

impl IntoFuture for SleepUntil {
    type Output = ();
    type IntoFuture = Pin<Box<dyn Future<Output = ()>>>;
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            // What is no point in time fails the scope: the function cannot go on.
            if let Err(failure) = ask(What::Until(self.0)).await {
                bypass(failure).await
            }
        })
    }
}

impl<T: Task> IntoFuture for Call<T> {
    type Output = Result<T::Output, T::Error>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output>>>;
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            let outcome = ask(What::Task(T::DEFINITION.name, Payload::live(self.input))).await;
            let failure = match outcome.and_then(Payload::take) {
                Ok(output) => return Ok(output),
                Err(failure) => failure,
            };
            let name = failure.error().to_owned();
            match T::Error::caught(failure) {
                Ok(error) => Err(error),
                // What is outside the enum bypasses the match and fails the scope: the function cannot go on.
                Err(failure) if failure.error() == name => bypass(failure).await,
                Err(unread) => {
                    UNREAD.set(true);
                    bypass(unread).await
                }
            }
        })
    }
}

thread_local!(static BYPASSED: RefCell<Option<Failure>> = const { RefCell::new(None) });
// The cause was not that of the task's error: the machines, which look at the name alone, may go on.
thread_local!(static UNREAD: Cell<bool> = const { Cell::new(false) });

async fn bypass<T>(failure: Failure) -> T {
    BYPASSED.set(Some(failure));
    std::future::pending().await
}

/// The failure that bypassed the user's `match`, if one did.
#[must_use]
pub fn bypassed() -> Option<Failure> {
    UNREAD.set(false);
    BYPASSED.take()
}

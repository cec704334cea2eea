//! `map`

use super::{BranchFuture, ScopePath, next, scoped};
use crate::failure::Failure;
use crate::retry::Retry;
use std::collections::BTreeMap;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

/// The type of an item's result, and the borrow of its body.
type Each<'a, T> = (fn() -> T, &'a ());

/// The items of a list, handled at the same time. `'a` is what the items' body borrows: without it the boxed
/// future cannot be named (E0207).
#[must_use = "a map does nothing until it is awaited"]
pub struct Map<'a, I, F, T> {
    pub(super) items: I,
    pub(super) each: F,
    pub(super) width: usize,
    result: PhantomData<Each<'a, T>>,
}

/// Handles the items of a list at the same time, in a workflow: `map(lines, async |line| { .. }).await?` is a Map
/// state, and the list of the items' values, in order.
pub fn map<'a, I: IntoIterator, F: AsyncFn(I::Item) -> Result<T, Failure>, T>(
    items: I,
    each: F,
) -> Map<'a, I, F, T> {
    Map { items, each, width: 0, result: PhantomData }
}

impl<I, F, T> Map<'_, I, F, T> {
    /// Limits how many items run at the same time; 0 sets no limit.
    pub fn max_concurrency(self, width: usize) -> Self {
        Map { width, ..self }
    }
    /// Sets a retry policy for the whole: if it takes the failure of an item, all items begin again.
    pub fn retry(self, retry: Retry) -> Self {
        let _ = retry;
        self
    }
    /// Registers an undo of the items, which runs if something fails after them, as that of a call.
    pub fn undo<U>(self, undo: impl FnOnce(Vec<T>) -> U) -> Self {
        let _ = undo;
        self
    }
    /// Sets the name of the state, instead of one made from the code.
    pub fn named(self, name: &'static str) -> Self {
        let _ = name;
        self
    }
}

impl<'a, I: IntoIterator + 'a, F: AsyncFn(I::Item) -> Result<T, Failure> + 'a, T: 'a> IntoFuture
    for Map<'a, I, F, T>
{
    type Output = Result<Vec<T>, Failure>;
    type IntoFuture = BranchFuture<'a, Vec<T>>;
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            let (path, ordinal) = next();
            let mut waiting = self.items.into_iter().enumerate();
            let mut running: Vec<Item<'_, T>> = vec![];
            let mut ended = BTreeMap::new();
            poll_fn(|cx| {
                loop {
                    while self.width == 0 || running.len() < self.width {
                        let Some((index, item)) = waiting.next() else { break };
                        let run = scoped(below(&path, ordinal, index), (self.each)(item));
                        running.push((index, Box::pin(run)));
                    }
                    let before = running.len();
                    if let Some(failure) = advance(&mut running, &mut ended, cx) {
                        return Poll::Ready(Err(failure));
                    }
                    if running.is_empty() && before == 0 {
                        return Poll::Ready(Ok(()));
                    }
                    if running.len() == before {
                        return Poll::Pending;
                    }
                }
            })
            .await?;
            Ok(ended.into_values().collect())
        })
    }
}

type Item<'r, T> = (usize, Pin<Box<dyn Future<Output = Result<T, Failure>> + 'r>>);

pub(super) fn below(path: &ScopePath, ordinal: u32, index: usize) -> ScopePath {
    let mut path = path.clone();
    path.push((ordinal, u32::try_from(index).unwrap_or(u32::MAX)));
    path
}

fn advance<T>(
    running: &mut Vec<Item<'_, T>>,
    ended: &mut BTreeMap<usize, T>,
    cx: &mut Context<'_>,
) -> Option<Failure> {
    let mut failure = None;
    running.retain_mut(|(index, item)| {
        // What comes after a failure does not even begin.
        if failure.is_some() {
            return true;
        }
        match item.as_mut().poll(cx) {
            Poll::Ready(Ok(value)) => {
                ended.insert(*index, value);
                false
            }
            Poll::Ready(Err(error)) => {
                failure = Some(error);
                false
            }
            Poll::Pending => true,
        }
    });
    failure
}

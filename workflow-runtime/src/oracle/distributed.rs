//! `map(..).distributed()`

use super::map::{Map, below};
use super::{BranchFuture, JOURNAL, ScopePath, Wanted, What, next, scoped};
use crate::failure::Failure;
use crate::machine::distributed::{Tolerated, exceeded};
use crate::retry::Retry;
use crate::{Manifest, Written};
use std::collections::BTreeMap;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::{Pin, pin};
use std::task::{Context, Poll};
use std::time::Duration;
use workflow_asl::document::MachineType;

/// The items of a list, each handled by an execution of its own.
#[must_use = "a map does nothing until it is awaited"]
pub struct DistributedMap<'a, I, F, T, W = ()> {
    map: Map<'a, I, F, T>,
    tolerated: Tolerated,
    /// True if the items are EXPRESS executions.
    express: bool,
    /// The destination of results, if they are written.
    to: W,
}

/// A bucket, and the beginning of the keys in it.
#[derive(Clone, Debug)]
pub struct To(String, String);

impl<'a, I, F, T> Map<'a, I, F, T> {
    /// Makes it a distributed Map: each item is handled by an execution of its own, with its own history and limits, and
    /// thousands of them may run at the same time. The result is the list of the values of those that succeeded.
    pub fn distributed(self) -> DistributedMap<'a, I, F, T> {
        DistributedMap { map: self, tolerated: Tolerated::default(), express: false, to: () }
    }
}

impl<'a, I, F, T> DistributedMap<'a, I, F, T> {
    /// Writes the results, as they come, to files in a bucket, under keys with this beginning. The value of the whole is then
    /// the place of the manifest, which lists the files.
    pub fn write(
        self,
        bucket: impl Into<String>,
        prefix: impl Into<String>,
    ) -> DistributedMap<'a, I, F, T, To> {
        let DistributedMap { map, tolerated, express, to: () } = self;
        DistributedMap { map, tolerated, express, to: To(bucket.into(), prefix.into()) }
    }
}

impl<I, F, T, W> DistributedMap<'_, I, F, T, W> {
    /// Makes the items EXPRESS executions: they are billed by request and time instead of by state, and end with
    /// `States.Timeout` after five minutes. They cannot wait for callbacks, jobs, activities or other workflows, and have no
    /// distributed Maps. AWS does not limit the events of their histories.
    pub fn express(self) -> Self {
        DistributedMap { express: true, ..self }
    }
    /// Limits how many items run at the same time; 0 sets no limit.
    pub fn max_concurrency(self, width: usize) -> Self {
        DistributedMap { map: self.map.max_concurrency(width), ..self }
    }
    /// Sets how many items may fail. One more fails the whole with `States.ExceedToleratedFailureThreshold`.
    pub fn tolerated_failure_count(self, count: u32) -> Self {
        let tolerated = Tolerated { count: Some(count.into()), ..self.tolerated };
        DistributedMap { tolerated, ..self }
    }
    /// Sets how many percent of the items may fail, from 0.0 to 100.0.
    pub fn tolerated_failure_percentage(self, percentage: f64) -> Self {
        let tolerated = Tolerated { percentage: Some(percentage), ..self.tolerated };
        DistributedMap { tolerated, ..self }
    }
    /// Sets a retry policy for the whole: if it takes the failure, all items begin again.
    pub fn retry(self, retry: Retry) -> Self {
        DistributedMap { map: self.map.retry(retry), ..self }
    }
    /// Sets the name of the state, instead of one made from the code.
    pub fn named(self, name: &'static str) -> Self {
        DistributedMap { map: self.map.named(name), ..self }
    }
}

impl<'a, I, F, T> IntoFuture for DistributedMap<'a, I, F, T>
where
    I: IntoIterator + 'a,
    F: AsyncFn(I::Item) -> Result<T, Failure> + 'a,
    T: 'a,
{
    type Output = Result<Vec<T>, Failure>;
    type IntoFuture = BranchFuture<'a, Vec<T>>;
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            let DistributedMap { map, tolerated, express, to: () } = self;
            Ok(all(map, tolerated, express).await?.into_values().collect())
        })
    }
}

impl<'a, I, F, T> IntoFuture for DistributedMap<'a, I, F, T, To>
where
    I: IntoIterator + 'a,
    F: AsyncFn(I::Item) -> Result<T, Failure> + 'a,
    T: 'a,
{
    type Output = Result<Written, Failure>;
    type IntoFuture = BranchFuture<'a, Written>;
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            all(self.map, self.tolerated, self.express).await?;
            // No journal knows the name of the run.
            let To(bucket, prefix) = self.to;
            let key = format!("{prefix}/manifest.json");
            Ok(Written { map_run_arn: String::new(), manifest: Manifest { bucket, key } })
        })
    }
}

/// The values of the items that ended well.
async fn all<I: IntoIterator, F: AsyncFn(I::Item) -> Result<T, Failure>, T>(
    map: Map<'_, I, F, T>,
    tolerated: Tolerated,
    express: bool,
) -> Result<BTreeMap<usize, T>, Failure> {
    let (path, ordinal) = next();
    let Map { items, each, width, .. } = map;
    let mut waiting = items.into_iter().enumerate();
    let mut ended = Ended::new(tolerated, waiting.size_hint());
    let mut running: Vec<Running<'_, T>> = vec![];
    poll_fn(|cx| {
        loop {
            while width == 0 || running.len() < width {
                let Some((index, item)) = waiting.next() else {
                    ended.all = Some(ended.begun);
                    break;
                };
                let weight = weight();
                ended.begun += weight;
                let path = below(&path, ordinal, index);
                let end = express.then(|| end_of(&path));
                let run = limited(scoped(path, each(item)), end);
                running.push((index, weight, Box::pin(run)));
            }
            if let Some(failure) = unread() {
                return Poll::Ready(Err(failure));
            }
            let before = running.len();
            running.retain_mut(|child| !ended.has(child, cx));
            if ended.exceeded() {
                return Poll::Ready(Err(exceeded()));
            }
            if before == 0 {
                return Poll::Ready(Ok(()));
            }
            if running.len() == before {
                return Poll::Pending;
            }
        }
    })
    .await?;
    Ok(ended.values)
}

/// Asks for the end of an EXPRESS execution that begins now. No effect of its own has this ordinal.
fn end_of(path: &ScopePath) -> (ScopePath, u32) {
    let key = (path.clone(), u32::MAX);
    let after = MachineType::Express.most_seconds().unwrap_or(u32::MAX);
    let what = What::Wait(Duration::from_secs(after.into()));
    let wanted = Wanted { path: key.0.clone(), ordinal: key.1, what };
    JOURNAL.with_borrow_mut(|journal| journal.wanted.push(wanted));
    key
}

/// An execution that fails where its end comes before it has a result.
async fn limited<T>(
    run: impl Future<Output = Result<T, Failure>>,
    end: Option<(ScopePath, u32)>,
) -> Result<T, Failure> {
    let mut run = pin!(run);
    let is_over = |key| JOURNAL.with_borrow_mut(|journal| journal.answers.remove(key)).is_some();
    poll_fn(|cx| match run.as_mut().poll(cx) {
        Poll::Pending if end.as_ref().is_some_and(is_over) => {
            Poll::Ready(Err(Failure::new("States.Timeout", "")))
        }
        polled => polled,
    })
    .await
}

/// Returns how many items are in what was taken last.
fn weight() -> u64 {
    JOURNAL.with_borrow_mut(|journal| std::mem::take(&mut journal.weight)).max(1)
}

/// The reason why items could not be read.
fn unread() -> Option<Failure> {
    JOURNAL.with_borrow_mut(|journal| journal.unread.take())
}

/// The index, how many items there are in it, and what runs.
type Running<'r, T> = (usize, u64, Pin<Box<dyn Future<Output = Result<T, Failure>> + 'r>>);

/// The ends of the executions.
struct Ended<T> {
    values: BTreeMap<usize, T>,
    begun: u64,
    failed: u64,
    /// Their number, once that is known.
    all: Option<u64>,
    tolerated: Tolerated,
}

impl<T> Ended<T> {
    fn new(tolerated: Tolerated, (least, most): (usize, Option<usize>)) -> Self {
        let all = most.filter(|most| *most == least).map(|most| most as u64);
        Ended { values: BTreeMap::new(), begun: 0, failed: 0, all, tolerated }
    }

    fn exceeded(&self) -> bool {
        self.tolerated.is_exceeded(self.failed, self.all)
    }

    /// True if an execution has ended. What would end the whole function ends it alone: a failure outside of the
    /// enum of a task, and a panic where the machine has a fault.
    fn has(&mut self, (index, weight, run): &mut Running<'_, T>, cx: &mut Context<'_>) -> bool {
        // What comes after one failure too many does not even begin.
        if self.exceeded() {
            return false;
        }
        let polled = catch_unwind(AssertUnwindSafe(|| run.as_mut().poll(cx)));
        match polled {
            Ok(Poll::Ready(Ok(value))) => drop(self.values.insert(*index, value)),
            Ok(Poll::Pending) if super::bypassed().is_none() => return false,
            Ok(_) | Err(_) => self.failed += *weight,
        }
        true
    }
}

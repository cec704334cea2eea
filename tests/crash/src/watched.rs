//! The store as the process uses it: each call is a line of the journal, and may be where the process stands still.

use crate::flows::World;
use crate::hold::Point;
use crate::journal::{Line, Written};
use crate::mark::Mark;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use workflow_runtime::store::{Answer, Around, Commit, Delivered, Store, StoreError, StoreResult};
use workflow_runtime::task::BoxFuture;

/// A store whose calls are written down outside of it.
pub struct Watched {
    pub inner: Arc<dyn Store>,
    pub world: World,
    calls: AtomicU64,
}

impl Watched {
    pub fn new(inner: Arc<dyn Store>, world: World) -> Self {
        Watched { inner, world, calls: AtomicU64::default() }
    }
}

impl Around for Watched {
    fn inner(&self) -> &dyn Store {
        &*self.inner
    }

    fn commit(&self, commit: Commit) -> BoxFuture<StoreResult<()>> {
        let (world, inner) = (self.world.clone(), self.inner.clone());
        let call = self.calls.fetch_add(1, Ordering::Relaxed);
        Box::pin(async move {
            let (before, after) = points(&commit);
            let written = Written { call, ..written(&commit) };
            let marked = !written.marks.is_empty();
            world.journal.note(&Line::Commit(written));
            world.holds.at(before).await;
            if let Err(error) = inner.commit(commit).await {
                let why = error.to_string();
                world.journal.note(&match error {
                    StoreError::Exists(_) => Line::Existed(call),
                    _ => Line::Refused(call, why),
                });
                return Err(error);
            }
            world.holds.at(after).await;
            world.journal.note(&Line::Acknowledged(call));
            if marked {
                world.holds.at(Point::Acknowledged).await;
            }
            Ok(())
        })
    }

    fn answer(&self, token: &str, answer: Answer) -> BoxFuture<StoreResult<Option<Delivered>>> {
        let (world, inner, token) = (self.world.clone(), self.inner.clone(), token.to_owned());
        Box::pin(async move {
            world.holds.at(Point::BeforeAnswer).await;
            let delivered = inner.answer(&token, answer).await?;
            world.holds.at(Point::AfterAnswer).await;
            Ok(delivered)
        })
    }
}

/// The points before and after a commit.
fn points(commit: &Commit) -> (Point, Point) {
    let relays = commit.begun.as_ref().is_some_and(|it| &*it.machine == "relay");
    match commit {
        it if it.continued.is_some() || (relays && !commit.execution.contains(":x")) => {
            (Point::BeforeHandOver, Point::AfterHandOver)
        }
        it if it.number == 1 => (Point::BeforeStart, Point::AfterStart),
        it if it.end.is_some() => (Point::BeforeEnd, Point::AfterEnd),
        it if it.wake.is_some() => (Point::BeforeCommit, Point::Wait),
        _ => (Point::BeforeCommit, Point::AfterCommit),
    }
}

fn written(commit: &Commit) -> Written {
    let mut marks = vec![];
    if let Some(chunk) = &commit.chunk {
        Mark::find(&chunk.bytes, &mut marks);
    }
    commit.payloads.iter().for_each(|stored| Mark::find(stored.text.as_bytes(), &mut marks));
    marks.sort_unstable();
    marks.dedup();
    Written {
        call: 0,
        epoch: commit.epoch,
        id: commit.execution.to_string(),
        number: commit.number,
        begins: commit.begun.as_ref().map(|it| it.machine.to_string()),
        item: commit.begun.as_ref().is_some_and(|it| it.is_item()),
        ends: commit.end.is_some(),
        continued: commit.continued.as_ref().map(ToString::to_string),
        marks,
    }
}

//! The schedules that are seen to, and the next times of the others.

use crate::store::{Named, Result};
use jiff::Timestamp;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use tokio::task::{Id, JoinError, JoinSet};

/// The schedules whose runs are beginning. Each goes its own way: one that has much to make up for, or waits for room,
/// does not keep the others from being on time.
#[derive(Default)]
pub(super) struct Firing {
    pub(super) looked: Looked,
    names: HashMap<Id, Arc<str>>,
    all: JoinSet<Result<()>>,
}

impl Firing {
    /// The number of schedules.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// True if the schedule of this name is among them.
    pub(super) fn has(&self, name: &str) -> bool {
        self.names.values().any(|it| &**it == name)
    }

    /// Has the runs of a schedule begin.
    pub(super) fn add(
        &mut self,
        name: Arc<str>,
        fire: impl Future<Output = Result<()>> + Send + 'static,
    ) {
        let id = self.all.spawn(fire).id();
        self.names.insert(id, name);
    }

    /// Waits until one has ended, and takes the others that have. Returns the first error; `None` if there is none that goes
    /// on.
    pub(super) async fn next(&mut self) -> Option<Result<()>> {
        let mut ended = Some(self.all.join_next_with_id().await?);
        let mut fired = Ok(());
        while let Some(one) = ended {
            let id = one.as_ref().map_or_else(JoinError::id, |(id, _)| *id);
            self.names.remove(&id);
            match one {
                Ok((_, one)) => fired = fired.and(one),
                Err(error) => tracing::error!(%error, "the start of a run panicked"),
            }
            ended = self.all.try_join_next_with_id();
        }
        Some(fired)
    }
}

/// The next times of schedules that were looked at, so that each is read once for each change.
#[derive(Default)]
pub(super) struct Looked(HashMap<Arc<str>, Look>);

struct Look {
    bytes: Arc<[u8]>,
    at: Timestamp,
    next: Option<Timestamp>,
}

impl Looked {
    /// Takes note of the next time of a schedule.
    pub(super) fn note(&mut self, value: Named, at: Timestamp, next: Option<Timestamp>) {
        self.0.insert(value.name, Look { bytes: value.value, at, next });
    }

    /// The next time of a schedule, if that is after `now`, and neither the schedule has changed nor the clock was set back.
    pub(super) fn next(&self, value: &Named, now: Timestamp) -> Option<Option<Timestamp>> {
        let known = |look: &&Look| look.bytes == value.value && look.at <= now;
        let look = self.0.get(&value.name).filter(known)?;
        look.next.is_none_or(|next| next > now).then_some(look.next)
    }

    /// Forgets schedules that are not there any more.
    pub(super) fn keep(&mut self, values: &[Named]) {
        if self.0.len() > values.len() {
            let names: HashSet<_> = values.iter().map(|value| &value.name).collect();
            self.0.retain(|name, _| names.contains(name));
        }
    }
}

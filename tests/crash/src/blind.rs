//! Faults that are made on purpose: a check that does not see them is blind.

use crate::index::Index;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use workflow_runtime::store::{Around, Commit, Store, StoreResult};
use workflow_runtime::task::BoxFuture;

/// A fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blind {
    /// The store acknowledges a commit before it writes it.
    Early,
    /// The file forgets the last group that was written before the kill.
    Group,
    /// Each process has the effects of the tasks made under other keys.
    Keys,
}

impl Blind {
    pub const ALL: [(&str, Blind); 3] =
        [("early", Blind::Early), ("group", Blind::Group), ("keys", Blind::Keys)];

    pub fn named(name: &str) -> Option<Blind> {
        Self::ALL.iter().find(|(it, _)| *it == name).map(|(_, blind)| *blind)
    }

    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, it)| *it == self).map_or("", |(name, _)| *name)
    }
}

/// A store that acknowledges commits before it writes them.
pub struct Early {
    inner: Arc<dyn Store>,
    later: UnboundedSender<Commit>,
}

impl Early {
    /// The time between the acknowledgement and the write.
    const LATE: Duration = Duration::from_millis(3);

    pub fn new(inner: Arc<dyn Store>) -> Self {
        let (later, mut commits) = unbounded_channel();
        let store = inner.clone();
        tokio::spawn(async move {
            while let Some(first) = commits.recv().await {
                tokio::time::sleep(Self::LATE).await;
                let mut all = vec![store.commit(first)];
                while let Ok(next) = commits.try_recv() {
                    all.push(store.commit(next));
                }
                for commit in all {
                    // Nobody is told.
                    drop(commit.await);
                }
            }
        });
        Early { inner, later }
    }
}

impl Around for Early {
    fn inner(&self) -> &dyn Store {
        &*self.inner
    }

    fn commit(&self, commit: Commit) -> BoxFuture<StoreResult<()>> {
        // The process ends with whoever writes.
        let _ = self.later.send(commit);
        Box::pin(async { Ok(()) })
    }
}

/// Takes the second half of what is only in the log away.
pub fn forget(store: &Path) -> std::io::Result<()> {
    let Some(index) = Index::read(store) else { return Ok(()) };
    let log = store.with_extension("db-wal");
    let file = match std::fs::OpenOptions::new().write(true).open(log) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        file => file?,
    };
    let frames = index.written_back + index.frames.saturating_sub(index.written_back) / 2;
    file.set_len(index.bytes(frames))
}

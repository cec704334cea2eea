//! Executions that are forgotten: those that ended long ago, and those beyond so many.

use crate::engine::leaps::Leaps;
use crate::engine::{Core, Engine};
use crate::store::{Page, Query, Result, StoreError};
use jiff::{SignedDuration, Timestamp};
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::sync::{Arc, Weak};
use std::time::Duration;
use tokio::sync::Notify;

/// The shortest time after which the store is looked at again by itself.
const PAUSE: Duration = Duration::from_secs(5);
/// The share of [`Retention::most`] that may begin between two looks.
const SHARE: usize = 4;
/// The most executions that are read at once, each with its input and output.
const PAGE: usize = 100;

/// A rule for ended executions: how long and how many are kept.
///
/// ```
/// use std::time::Duration;
/// use workflow_runtime::Engine;
/// use workflow_runtime::engine::Retention;
/// use workflow_runtime::store::MemoryStore;
///
/// let month = Duration::from_secs(30 * 24 * 60 * 60);
/// let retention = Retention { age: month, most: Some(100_000) };
/// let engine = Engine::builder().store(MemoryStore::default()).retention(retention).build();
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retention {
    /// The time that an ended execution is kept. AWS keeps them for 90 days; [`Duration::MAX`] keeps them for ever.
    pub age: Duration,
    /// The number of executions that are kept, running ones and items of distributed Maps included: an ended execution
    /// is removed when this many have begun after it. For a moment there may be a quarter more.
    pub most: Option<usize>,
}

impl Default for Retention {
    fn default() -> Self {
        Retention { age: Duration::from_secs(90 * 24 * 60 * 60), most: None }
    }
}

impl Retention {
    /// Returns the time after which the store is looked at again, however few have begun. A look reads as many executions as
    /// are kept: so it has a millisecond for each.
    fn pause(self) -> Duration {
        let most = self.most.and_then(|most| u64::try_from(most).ok());
        PAUSE.max(Duration::from_millis(most.unwrap_or(0)))
    }

    /// Returns the number of executions that begin before the store is looked at again.
    fn share(self) -> Option<u64> {
        Some(u64::try_from(self.most? / SHARE).unwrap_or(u64::MAX).max(1))
    }
}

/// The rule of an engine, if it has one, and what it counts.
#[derive(Default)]
pub(crate) struct Retaining {
    rule: Option<Retention>,
    pub(crate) begun: Arc<Begun>,
    leaps: Leaps,
}

impl Retaining {
    pub(crate) fn new(rule: Option<Retention>) -> Self {
        Retaining { rule, ..Retaining::default() }
    }
}

/// The executions that began here, items of distributed Maps among them.
#[derive(Default)]
pub(crate) struct Begun {
    count: AtomicU64,
    /// The lowest count that somebody waits for.
    awaited: AtomicU64,
    told: Notify,
}

impl Begun {
    /// Counts one more.
    pub(crate) fn count(&self) {
        if self.count.fetch_add(1, SeqCst) + 1 >= self.awaited.load(SeqCst) {
            self.awaited.store(u64::MAX, SeqCst);
            // Each who waits for another count says so again.
            self.told.notify_waiters();
        }
    }

    /// Ends when so many more have begun.
    async fn more(&self, more: u64) {
        let target = self.count.load(SeqCst).saturating_add(more);
        loop {
            let mut told = std::pin::pin!(self.told.notified());
            told.as_mut().enable();
            self.awaited.fetch_min(target, SeqCst);
            if self.count.load(SeqCst) >= target {
                return;
            }
            told.await;
        }
    }

    /// Ends when it is time for another look.
    async fn due(&self, retention: Retention) {
        let longest = tokio::time::sleep(retention.pause());
        let Some(share) = retention.share() else { return longest.await };
        tokio::select! {
            () = longest => {}
            () = self.more(share) => {}
        }
    }
}

impl Engine {
    /// Removes ended executions that this rule does not keep, each with the items of its distributed Maps. Returns
    /// their number, items not counted. A clock that leaps forward by more than an hour is believed after a day; so is one
    /// that is as far ahead of what the store wrote last, when an engine begins. An engine with a rule of its own
    /// ([`EngineBuilder::retention`](crate::engine::EngineBuilder::retention)) does this by itself.
    ///
    /// # Errors
    /// As [`Engine::executions`].
    pub async fn retain(&self, retention: Retention) -> Result<usize> {
        let age = SignedDuration::try_from(retention.age).unwrap_or(SignedDuration::MAX);
        let old = self.believed().await?.checked_sub(age).unwrap_or(Timestamp::MIN);
        let beyond = match retention.most {
            Some(most) => self.started_of(most).await?,
            None => None,
        };
        self.prune(beyond.map_or(old, |beyond| beyond.max(old)), usize::MAX).await
    }

    /// The time by which executions are old. At the first look the store says when something was written last.
    async fn believed(&self) -> Result<Timestamp> {
        let (now, leaps) = (self.now(), &self.0.retaining.leaps);
        if self.0.clock.is_virtual() {
            return Ok(now);
        }
        let latest = match leaps.is_new() {
            true => self.executions(Query { latest: true, limit: 1, ..Query::default() }).await?,
            false => Page::default(),
        };
        Ok(leaps.believed(now, latest.executions.first().map(|it| it.time)))
    }

    /// Waits until [`Engine::retain`] is due again by this rule: after some seconds, or when many executions have begun
    /// in this engine. The future does not keep the engine alive.
    pub fn until_retention(&self, retention: Retention) -> impl Future<Output = ()> + Send + use<> {
        let begun = self.0.retaining.begun.clone();
        async move { begun.due(retention).await }
    }

    /// The first start of the latest executions, so many of them. Where a clock was wrong for a while, it need not be the start
    /// of the first of them.
    async fn started_of(&self, most: usize) -> Result<Option<Timestamp>> {
        let mut query = Query { latest: true, items: true, ..Query::default() };
        let (mut left, mut first) = (most, Timestamp::MAX);
        loop {
            query.limit = left.clamp(1, PAGE);
            let page = self.executions(query.clone()).await?;
            left = left.saturating_sub(page.executions.len());
            first = page.executions.iter().map(|it| it.begun.started).fold(first, Ord::min);
            match (left, page.next) {
                (_, None) => return Ok(None),
                (0, Some(_)) => return Ok(Some(first)),
                (_, next) => query.after = next,
            }
        }
    }

    /// Has executions removed by the rule of the engine, if it has one, until it is gone.
    pub(crate) fn attend_retention(&self) {
        let Retaining { rule, begun, .. } = &self.0.retaining;
        if let Some(rule) = *rule {
            tokio::spawn(attend(Arc::downgrade(&self.0), begun.clone(), rule));
        }
    }
}

async fn attend(core: Weak<Core>, begun: Arc<Begun>, retention: Retention) {
    while let Some(engine) = core.upgrade().map(Engine) {
        if engine.0.shutdown.is_closing() {
            return;
        }
        let retained = engine.retain(retention).await;
        // Who only sleeps does not keep it alive.
        drop(engine);
        match retained {
            Ok(_) => {}
            Err(StoreError::Fatal(why)) => {
                tracing::error!(why, "the store is lost: no execution is removed any more");
                return;
            }
            Err(error) => tracing::warn!(%error, "executions cannot be removed"),
        }
        begun.due(retention).await;
    }
}

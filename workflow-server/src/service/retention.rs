//! Executions that are forgotten: those that ended long ago, and those beyond so many.

use super::Service;
use crate::catalog::refused;
use crate::refusal::Refusal;
use jiff::{SignedDuration, Timestamp};
use std::time::Duration;
use workflow_runtime::store::Query;

/// The longest pause between two looks.
const PAUSE: Duration = Duration::from_secs(5);
/// The share of [`Retention::most`] that may begin between two looks.
const SHARE: usize = 4;

/// The executions that are kept after their ends.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Retention {
    /// The time for which they are; AWS has 90 days.
    pub age: Duration,
    /// The number of the latest that are, those that run among them. A quarter more may be there for a moment.
    pub most: Option<usize>,
}

impl Default for Retention {
    fn default() -> Self {
        Retention { age: Duration::from_secs(90 * 24 * 60 * 60), most: None }
    }
}

impl Service {
    /// Removes executions that need not be kept, again and again. It never ends.
    pub async fn retain(&self, retention: Retention) {
        loop {
            if let Err(refusal) = self.retain_once(retention).await {
                tracing::warn!(why = refusal.message, "executions cannot be removed");
            }
            self.pause(retention.most).await;
        }
    }

    async fn pause(&self, most: Option<usize>) {
        let longest = tokio::time::sleep(PAUSE);
        let Some(most) = most else { return longest.await };
        let more = u64::try_from(most / SHARE).unwrap_or(u64::MAX).max(1);
        tokio::select! {
            () = longest => {}
            () = self.0.store.begun(more) => {}
        }
    }

    /// Removes executions that need not be kept, and returns their number.
    ///
    /// # Errors
    /// The store cannot be read or written.
    pub async fn retain_once(&self, retention: Retention) -> Result<usize, Refusal> {
        let age = SignedDuration::try_from(retention.age).unwrap_or(SignedDuration::MAX);
        let old = self.now().checked_sub(age).unwrap_or(Timestamp::MIN);
        let beyond = match retention.most {
            Some(most) => self.started_of(most).await?,
            None => None,
        };
        self.prune(beyond.map_or(old, |beyond| beyond.max(old))).await
    }

    /// The start of the execution that so many others started after.
    async fn started_of(&self, most: usize) -> Result<Option<Timestamp>, Refusal> {
        let mut query = Query { latest: true, items: true, ..Query::default() };
        let mut left = most;
        loop {
            query.limit = left.clamp(1, 1_000);
            let page = self.0.engine.executions(query.clone()).await.map_err(refused)?;
            left = left.saturating_sub(page.executions.len());
            match (left, page.next) {
                (_, None) => return Ok(None),
                (0, Some(_)) => return Ok(page.executions.last().map(|it| it.begun.started)),
                (_, next) => query.after = next,
            }
        }
    }
}

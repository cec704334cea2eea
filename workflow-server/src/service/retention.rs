//! Retention: removes the executions that ended long ago, and the oldest beyond a number.

use super::{Inner, Service};
use crate::catalog::refused;
use crate::refusal::Refusal;
use std::sync::Weak;
use workflow_runtime::engine::Retention;

impl Service {
    /// Removes executions that need not be kept, again and again. It never ends.
    pub async fn retain(&self, retention: Retention) {
        loop {
            self.try_to_retain(retention).await.await;
        }
    }

    /// Removes executions that need not be kept. Returns the pause before the next time, which does not keep the service alive.
    async fn try_to_retain(&self, retention: Retention) -> impl Future<Output = ()> + Send + use<> {
        if let Err(refusal) = self.retain_once(retention).await {
            tracing::warn!(why = refusal.message, "executions cannot be removed");
        }
        self.0.engine.until_retention(retention)
    }

    /// Removes executions that need not be kept, with all that is known of them. Returns their number.
    ///
    /// # Errors
    /// The store cannot be read or written.
    pub async fn retain_once(&self, retention: Retention) -> Result<usize, Refusal> {
        let count = self.0.engine.retain(retention).await.map_err(refused)?;
        self.forget(count).await
    }
}

/// Removes executions by the rule of a service until it is gone.
pub(super) async fn attend(service: Weak<Inner>, retention: Retention) {
    while let Some(service) = service.upgrade().map(Service) {
        let pause = service.try_to_retain(retention).await;
        drop(service);
        pause.await;
    }
}

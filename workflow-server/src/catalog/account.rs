//! The account that ARNs name, where a caller has said it.

use super::{Catalog, damaged, parts};
use std::sync::Arc;
use workflow_runtime::store::{Query, StoreResult};

/// Its name in the store.
const ACCOUNT: &str = "server/account";

impl Catalog {
    /// True if no call has made anything, and nothing was ever started.
    pub(crate) async fn is_new(&self) -> StoreResult<bool> {
        let typed = |name: &Arc<str>| self.typed.contains_key(&**name);
        let made =
            self.read(|known| !known.activities.is_empty() || !known.machines.keys().all(typed));
        if made {
            return Ok(false);
        }
        let page = self.store.list(Query { limit: 1, items: true, ..Query::default() }).await?;
        Ok(page.executions.is_empty())
    }

    /// The account that ARNs name, if that is kept.
    pub(crate) async fn account(&self) -> StoreResult<Option<String>> {
        let found = parts::read(&*self.store, ACCOUNT).await?.pop();
        let text = |bytes| String::from_utf8(bytes).map_err(|_| damaged(ACCOUNT));
        found.map(|(_, bytes)| text(bytes)).transpose()
    }

    /// Keeps the account that ARNs name.
    #[cfg(feature = "http")]
    pub(crate) async fn keep_account(&self, account: &str) -> StoreResult<()> {
        parts::write(&*self.store, ACCOUNT, account.as_bytes()).await
    }
}

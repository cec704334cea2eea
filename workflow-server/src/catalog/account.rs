//! The account and the region that ARNs name, where a caller has said them.

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

    /// The account that ARNs name, and the region, if they are kept.
    pub(crate) async fn account(&self) -> StoreResult<Option<(String, Option<String>)>> {
        let Some((_, bytes)) = parts::read(&*self.store, ACCOUNT).await?.pop() else {
            return Ok(None);
        };
        let text = String::from_utf8(bytes).map_err(|_| damaged(ACCOUNT))?;
        Ok(Some(match text.split_once(' ') {
            Some((account, region)) => (account.to_owned(), Some(region.to_owned())),
            // Of an older version.
            None => (text, None),
        }))
    }

    /// Keeps the account and the region that ARNs name.
    #[cfg(feature = "http")]
    pub(crate) async fn keep_account(&self, account: &str, region: &str) -> StoreResult<()> {
        parts::write(&*self.store, ACCOUNT, format!("{account} {region}").as_bytes()).await
    }
}

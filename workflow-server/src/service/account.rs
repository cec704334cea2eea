//! The account in ARNs: the one that was set, or that of the first caller whose key has an account.

use super::Builder;
#[cfg(feature = "http")]
use super::Service;
use crate::catalog::Catalog;
#[cfg(feature = "http")]
use crate::{catalog::refused, refusal::Refusal};
use std::sync::OnceLock;
use workflow_runtime::engine::Place;
use workflow_runtime::store::StoreResult;

/// The place of ARNs, which may still have to be found.
pub(super) struct Account {
    place: Place,
    found: OnceLock<Place>,
    /// Two first calls decide one after the other.
    #[cfg(feature = "http")]
    gate: tokio::sync::Mutex<()>,
}

impl Account {
    /// Returns the place of a service with this catalog. Without `callers` it is the one that is given.
    pub(super) async fn new(place: Place, callers: bool, catalog: &Catalog) -> StoreResult<Self> {
        let kept = if callers { catalog.account().await? } else { None };
        let place = kept.as_deref().map_or_else(|| place.clone(), |account| of(&place, account));
        let decided = !callers || kept.is_some() || !catalog.is_new().await?;
        let found = if decided { OnceLock::from(place.clone()) } else { OnceLock::new() };
        Ok(Account {
            place,
            found,
            #[cfg(feature = "http")]
            gate: tokio::sync::Mutex::default(),
        })
    }

    /// The place, as far as it is known.
    pub(super) fn place(&self) -> &Place {
        self.found.get().unwrap_or(&self.place)
    }
}

impl Builder {
    /// Has ARNs name the account of the first caller whose key is the number of one, as users of LocalStack have them
    /// (`AWS_ACCESS_KEY_ID=000000000000`): of calls over HTTP. Without such a one, when the first call changes something, it
    /// stays that of [`Builder::place`]. It is kept in the store.
    pub fn account_of_callers(mut self) -> Self {
        self.callers = true;
        self
    }
}

#[cfg(feature = "http")]
impl Service {
    /// True once the account of ARNs is decided: no call is asked for it any more.
    pub(crate) fn is_settled(&self) -> bool {
        self.0.account.found.get().is_some()
    }

    /// Decides on the account of ARNs, unless that is decided: it is that of this key, if it is one.
    pub(crate) async fn settle(&self, key: &str, changes: bool) -> Result<(), Refusal> {
        let account = &self.0.account;
        let named = is_account(key);
        if !named && !changes {
            return Ok(());
        }
        let _alone = account.gate.lock().await;
        if self.is_settled() {
            return Ok(());
        }
        // What has begun meanwhile, by a schedule or from within the program, has the account that was given.
        let named = named && self.catalog().is_new().await.map_err(refused)?;
        let place = if named { of(&account.place, key) } else { account.place.clone() };
        self.catalog().keep_account(&place.account).await.map_err(refused)?;
        for engine in [&self.0.engine, &self.0.express] {
            engine.move_to(place.clone());
        }
        drop(account.found.set(place));
        Ok(())
    }
}

/// The place in another account, with the role of that name there.
fn of(place: &Place, account: &str) -> Place {
    let role = place.role.replacen(&*place.account, account, 1);
    Place { account: account.into(), role: role.into(), ..place.clone() }
}

/// True if the name of a key is the number of an account: no key of AWS is.
#[cfg(feature = "http")]
fn is_account(key: &str) -> bool {
    key.len() == 12 && key.bytes().all(|it| it.is_ascii_digit())
}

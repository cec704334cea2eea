//! The account and the region in ARNs: those that were set, or those of the first caller.

use super::Builder;
#[cfg(feature = "http")]
use super::Service;
use crate::catalog::Catalog;
#[cfg(feature = "http")]
use crate::{catalog::refused, refusal::Refusal};
use std::sync::OnceLock;
use workflow_runtime::engine::Place;
use workflow_runtime::store::StoreResult;

/// The parts of ARNs that the first caller decides on.
#[derive(Clone, Copy, Default)]
pub(super) struct Callers {
    account: bool,
    region: bool,
}

/// The place of ARNs, which may still have to be found.
pub(super) struct Account {
    place: Place,
    #[cfg(feature = "http")]
    callers: Callers,
    found: OnceLock<Place>,
    /// Two first calls decide one after the other.
    #[cfg(feature = "http")]
    gate: tokio::sync::Mutex<()>,
}

impl Account {
    /// Returns the place of a service with this catalog. Without `callers` it is the one that is given.
    pub(super) async fn new(
        place: Place,
        callers: Callers,
        catalog: &Catalog,
    ) -> StoreResult<Self> {
        let kept = if callers.account { catalog.account().await? } else { None };
        let place = match &kept {
            Some((account, region)) => {
                of(&place, account, region.as_deref().filter(|_| callers.region))
            }
            None => place,
        };
        let decided = !callers.account || kept.is_some() || !catalog.is_new().await?;
        let found = if decided { OnceLock::from(place.clone()) } else { OnceLock::new() };
        Ok(Account {
            place,
            #[cfg(feature = "http")]
            callers,
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
        self.callers.account = true;
        self
    }

    /// Has ARNs name the region that the first caller signs for, too, where [`Builder::account_of_callers`] is asked for.
    pub fn region_of_callers(mut self) -> Self {
        self.callers.region = true;
        self
    }
}

#[cfg(feature = "http")]
impl Service {
    /// True once the account of ARNs is decided: no call is asked for it any more.
    pub(crate) fn is_settled(&self) -> bool {
        self.0.account.found.get().is_some()
    }

    /// Decides on the account and the region of ARNs, unless that is decided: the account is that of this key, if it is one.
    pub(crate) async fn settle(
        &self,
        key: &str,
        region: &str,
        changes: bool,
    ) -> Result<(), Refusal> {
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
        let is_new = self.catalog().is_new().await.map_err(refused)?;
        let own = if named && is_new { key } else { &*account.place.account };
        let region = Some(region).filter(|it| account.callers.region && is_new && is_region(it));
        let place = of(&account.place, own, region);
        self.catalog().keep_account(&place.account, &place.region).await.map_err(refused)?;
        for engine in [&self.0.engine, &self.0.express] {
            engine.move_to(place.clone());
        }
        drop(account.found.set(place));
        Ok(())
    }
}

/// The place in another account, with the role of that name there, and in another region, if there is one.
fn of(place: &Place, account: &str, region: Option<&str>) -> Place {
    let role = place.role.replacen(&*place.account, account, 1).into();
    let region = region.map_or_else(|| place.region.clone(), Into::into);
    Place { account: account.into(), region, role }
}

/// True if a text has the form of the name of a region: `eu-west-1`.
#[cfg(feature = "http")]
fn is_region(text: &str) -> bool {
    let fits = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-';
    let number = text.rsplit('-').next().unwrap_or_default();
    text.len() <= 32
        && text.bytes().all(fits)
        && text.split('-').count() >= 3
        && number.bytes().all(|it| it.is_ascii_digit())
}

/// True if the name of a key is the number of an account: no key of AWS is.
#[cfg(feature = "http")]
fn is_account(key: &str) -> bool {
    key.len() == 12 && key.bytes().all(|it| it.is_ascii_digit())
}

//! The service: an engine for STANDARD executions, which are kept, one for EXPRESS executions, which are not, and the
//! catalog of machines.

mod account;
mod builder;
mod changes;
mod deleted;
#[cfg(feature = "console")]
mod express;
mod hosted;
mod lines;
mod logs;
mod nested;
mod retention;
mod starts;
mod synchronous;

pub use builder::Builder;
#[cfg(feature = "console")]
pub(crate) use changes::Change;
#[cfg(feature = "console")]
pub(crate) use express::Express;
#[cfg(feature = "console")]
use starts::Target;
pub(crate) use starts::{Begin, Started, Unstarted, input, json_problem};

use crate::arn;
use crate::calls::Mocked;
use crate::catalog::{Catalog, refused};
use crate::refusal::Refusal;
use jiff::Timestamp;
use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use workflow_runtime::Engine;
use workflow_runtime::connector::Activities;
use workflow_runtime::engine::Place;
use workflow_runtime::store::{Query, Status};

/// Answers the calls of the API. Cheap to clone.
#[derive(Clone)]
pub struct Service(pub(crate) Arc<Inner>);

pub(crate) struct Inner {
    /// With the store.
    pub(crate) engine: Engine,
    /// Without.
    pub(crate) express: Engine,
    #[cfg(feature = "console")]
    store: changes::Telling,
    #[cfg(feature = "console")]
    shown: express::Latest,
    pub(crate) catalog: Arc<Catalog>,
    pub(crate) activities: Activities,
    account: account::Account,
    pub(crate) mocked: Option<Mocked>,
    logs: logs::Logs,
    pub(crate) deleting: deleted::Deleting,
    /// The number of workers that wait for a task of each activity.
    pub(crate) pollers: Mutex<HashMap<String, usize>>,
    /// The time for which a worker's call is held.
    pub(crate) hold: Duration,
    random: RandomState,
    made: AtomicU64,
}

impl Service {
    /// Returns a builder, which sets a service up.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Returns the engine that runs STANDARD executions.
    #[must_use]
    pub fn engine(&self) -> &Engine {
        &self.0.engine
    }

    /// Ends the service in good order, as [`Engine::shutdown`] does: running executions are left to the store, and another
    /// server continues them.
    pub async fn shutdown(&self, patience: Duration) {
        tokio::join!(self.0.express.shutdown(patience), self.0.engine.shutdown(patience));
        self.0.logs.flush().await;
    }

    /// Counts the STANDARD executions that have not ended.
    ///
    /// # Errors
    /// The store cannot be read.
    pub async fn running(&self) -> Result<usize, Refusal> {
        let mut query = Query { status: Some(Status::Running), limit: 1_000, ..Query::default() };
        let mut count = 0;
        loop {
            let page = self.0.engine.executions(query.clone()).await;
            let page = page.map_err(refused)?;
            count += page.executions.len();
            match page.next {
                Some(next) => query.after = Some(next),
                None => return Ok(count),
            }
        }
    }

    /// Removes executions that ended before this time, with all their data. Returns their number.
    ///
    /// # Errors
    /// The store cannot be written.
    pub async fn prune(&self, ended: Timestamp) -> Result<usize, Refusal> {
        let count = self.0.engine.prune(ended, usize::MAX).await.map_err(refused)?;
        self.forget(count).await
    }

    /// Forgets what is known of executions that are gone, if so many are.
    async fn forget(&self, count: usize) -> Result<usize, Refusal> {
        if count > 0 {
            self.forget_runs().await?;
            self.free_deleted().await?;
        }
        Ok(count)
    }

    /// Forgets how executions were started that are gone: the oldest are looked at.
    async fn forget_runs(&self) -> Result<(), Refusal> {
        /// The number that is looked at, again and again as long as some of them are gone.
        const SLICE: usize = 1_000;
        loop {
            let oldest = self.catalog().oldest_runs(SLICE);
            let mut gone = vec![];
            for execution in &oldest {
                if self.is_gone(execution).await? {
                    gone.push(execution);
                }
            }
            if gone.is_empty() {
                return Ok(());
            }
            // None of them may just have been started.
            let _alone = self.catalog().alone().await;
            for execution in gone {
                if self.is_gone(execution).await? {
                    self.catalog().forget(execution).await.map_err(refused)?;
                }
            }
        }
    }

    async fn is_gone(&self, execution: &str) -> Result<bool, Refusal> {
        let known = self.0.engine.describe(execution).await;
        Ok(known.map_err(refused)?.is_none())
    }

    pub(crate) fn catalog(&self) -> &Catalog {
        &self.0.catalog
    }

    /// The changes from now on.
    #[cfg(feature = "console")]
    pub(crate) fn changes(&self) -> tokio::sync::broadcast::Receiver<Change> {
        self.0.store.listen()
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.0.engine.now()
    }

    /// The ARN of a resource of this server.
    pub(crate) fn arn(&self, resource: &str) -> String {
        let Place { region, account, .. } = self.0.account.place();
        format!("arn:aws:states:{region}:{account}:{resource}")
    }

    /// Returns the name of the machine of this ARN, and its version or alias. The machine of another account or region is
    /// another one: its name here is its ARN, which no machine has.
    pub(crate) fn qualified<'a>(
        &self,
        arn: &'a str,
    ) -> Result<(&'a str, Option<&'a str>), Refusal> {
        let (name, qualifier) = arn::qualified(arn)?;
        Ok((self.own(arn, name), qualifier))
    }

    /// Returns the name of the machine of this ARN, which names no version or alias.
    pub(crate) fn machine_name<'a>(&self, arn: &'a str) -> Result<&'a str, Refusal> {
        arn::machine(arn).map(|name| self.own(arn, name))
    }

    /// Returns the name of the activity of this ARN: that of another account or region is its ARN.
    pub(crate) fn activity_name<'a>(&self, arn: &'a str) -> Result<&'a str, Refusal> {
        arn::activity(arn).map(|name| self.own(arn, name))
    }

    /// The ARN that a machine has here which a definition starts: definitions run here as they are deployed elsewhere.
    pub(crate) fn here(&self, machine: &str) -> String {
        match arn::qualified(machine) {
            Ok((name, None)) => self.arn(&format!("stateMachine:{name}")),
            Ok((name, Some(qualifier))) => self.arn(&format!("stateMachine:{name}:{qualifier}")),
            Err(_) => machine.to_owned(),
        }
    }

    /// The name that something of this ARN has here.
    pub(crate) fn own<'a>(&self, arn: &'a str, name: &'a str) -> &'a str {
        if arn.starts_with(&self.arn("")) { name } else { arn }
    }

    /// A name of the form of a UUID (version 4).
    pub(crate) fn unique(&self) -> String {
        let number = self.0.made.fetch_add(1, Ordering::Relaxed);
        let (high, low) =
            (self.0.random.hash_one((number, 0)), self.0.random.hash_one((number, 1)));
        let high = (high & !0xf000) | 0x4000;
        let low = (low & !(0b11 << 62)) | (0b10 << 62);
        format!(
            "{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
            high >> 32,
            (high >> 16) & 0xffff,
            high & 0xffff,
            low >> 48,
            low & 0xffff_ffff_ffff
        )
    }

    /// A number below `most`.
    pub(crate) fn chance(&self, most: u64) -> u64 {
        let number = self.0.made.fetch_add(1, Ordering::Relaxed);
        self.0.random.hash_one((number, 2)) % most.max(1)
    }
}

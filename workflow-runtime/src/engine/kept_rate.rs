//! Rates that outlive their process: the store has the time up to which attempts have begun.
//!
//! What is kept counts attempts that begin, not those that wait for their turn: these come again after a crash. It is
//! written before an attempt begins, a little ahead where attempts are many, so that each second has one write at most.
//! Engines that share a store share its rates.

use crate::clock::{Clock, passed};
use crate::engine::map_run::uuid;
use crate::engine::rate::{Rate, Turn};
use crate::lock::lock;
use crate::store::{Put, Store, StoreError};
use jiff::{SignedDuration, Timestamp};
use std::sync::{Arc, Mutex, MutexGuard};

/// The beginning of the names of such values.
const PREFIX: &str = "rate/";
/// The longest name that is kept as it is.
const NAME: usize = 300;
/// The time by which what is written is ahead, where attempts come faster than that.
const AHEAD: SignedDuration = SignedDuration::from_secs(1);
/// Seconds until a store that cannot write is asked again.
const AGAIN: f64 = 1.0;

/// A rate, and what the store has of it.
pub(crate) struct KeptRate {
    /// The name of the value in the store.
    name: Arc<str>,
    rate: Mutex<Rate>,
    /// The value that is written; `None` before it is read.
    written: tokio::sync::Mutex<Option<Written>>,
}

/// The value in the store.
struct Written {
    bytes: Option<Arc<[u8]>>,
    /// The time that it says.
    time: Timestamp,
    /// True if it was written here: attempts up to that time may begin.
    own: bool,
}

impl KeptRate {
    /// The rate of what has this name among its kind.
    pub(crate) fn new(kind: &str, name: &str, rate: Rate) -> Self {
        let name = if name.len() > NAME { uuid(name) } else { name.to_owned() };
        let name = format!("{PREFIX}{kind}/{name}").into();
        KeptRate { name, rate: Mutex::new(rate), written: tokio::sync::Mutex::default() }
    }

    fn lock(&self) -> MutexGuard<'_, Rate> {
        lock(&self.rate)
    }

    /// The turn of an attempt that comes now.
    pub(crate) fn turn(&self, now: Timestamp) -> Turn {
        self.lock().turn(now)
    }

    /// Reads what processes before this one have let begin, once.
    async fn read(&self, store: &dyn Store, now: Timestamp) -> Result<(), StoreError> {
        let mut written = self.written.lock().await;
        if written.is_none() {
            *written = Some(self.found(store, now).await?);
        }
        Ok(())
    }

    /// Reads what is written, and counts it.
    async fn found(&self, store: &dyn Store, now: Timestamp) -> Result<Written, StoreError> {
        let found = store.values(&self.name, None, 1).await?.pop();
        let bytes = found.filter(|it| it.name == self.name).map(|it| it.value);
        let time = bytes.as_deref().and_then(time).unwrap_or(Timestamp::MIN);
        let time = self.lock().follow(time, now);
        Ok(Written { bytes, time, own: false })
    }

    /// Writes that an attempt begins at its turn, unless that is covered.
    async fn cover(
        &self,
        store: &dyn Store,
        due: Timestamp,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut written = self.written.lock().await;
        loop {
            let (known, least) = match &*written {
                Some(known) if known.own && known.time >= due => return Ok(()),
                Some(known) => (known.bytes.clone(), known.time),
                None => (None, due),
            };
            let ahead = if self.lock().is_fast(AHEAD) { AHEAD } else { SignedDuration::ZERO };
            let time = due.checked_add(ahead).unwrap_or(due).max(least);
            let bytes: Arc<[u8]> = time.to_string().into_bytes().into();
            let put = Put::new(self.name.clone(), Some(bytes.clone())).replacing(known);
            if store.put(put).await? {
                *written = Some(Written { bytes: Some(bytes), time, own: true });
                return Ok(());
            }
            // Another engine has: what it lets begin counts here, too.
            *written = Some(self.found(store, now).await?);
        }
    }
}

/// The time that a value holds.
fn time(bytes: &[u8]) -> Option<Timestamp> {
    std::str::from_utf8(bytes).ok()?.parse().ok()
}

/// Ends when an attempt under these rates may begin, and that is written.
pub(crate) async fn pass(rates: Vec<Arc<KeptRate>>, store: Arc<dyn Store>, clock: Arc<dyn Clock>) {
    for rate in &rates {
        while let Err(StoreError::Stalled(why)) = rate.read(&*store, clock.now()).await {
            pause(&*clock, &why).await;
        }
    }
    let now = clock.now();
    let turns: Vec<_> = rates.iter().map(|rate| rate.turn(now)).collect();
    if let Some(turn) = turns.iter().map(|turn| turn.time).max().filter(|turn| *turn > now) {
        clock.wait(turn).await;
    }
    for (rate, turn) in rates.iter().zip(turns) {
        while let Err(StoreError::Stalled(why)) = rate.cover(&*store, turn.due, clock.now()).await {
            pause(&*clock, &why).await;
        }
    }
}

/// Ends when a store that could not be used is to be asked again. One that is lost is not waited for: the attempt ends with
/// it.
async fn pause(clock: &dyn Clock, why: &str) {
    tracing::warn!(why, "the store cannot keep a rate");
    passed(clock, AGAIN).await;
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::clock::{VirtualClock, later};
    use crate::store::MemoryStore;
    use std::time::Duration;

    /// An engine's rate of so many attempts in ten seconds.
    fn rate(attempts: u32) -> Arc<KeptRate> {
        Arc::new(KeptRate::new("task", "t", Rate::new(attempts, Duration::from_secs(10))))
    }

    /// The seconds at which so many attempts begin, from the first on.
    async fn begin(
        rate: &Arc<KeptRate>,
        world: &(MemoryStore, VirtualClock),
        count: u32,
    ) -> Vec<i64> {
        let (store, clock) = world;
        let mut begun = vec![];
        for _ in 0..count {
            let passed = pass(vec![rate.clone()], Arc::new(store.clone()), Arc::new(clock.clone()));
            let moves = async {
                loop {
                    tokio::task::yield_now().await;
                    clock.jump(Some(Timestamp::MAX));
                }
            };
            tokio::select! {
                biased;
                () = passed => {}
                () = moves => {}
            }
            begun.push(clock.now().as_second() - VirtualClock::default().now().as_second());
        }
        begun
    }

    #[tokio::test]
    async fn the_next_process_goes_on_with_it() {
        let world = (MemoryStore::default(), VirtualClock::default());
        assert_eq!(begin(&rate(2), &world, 3).await, [0, 0, 5]);
        assert_eq!(begin(&rate(2), &world, 2).await, [10, 15]);
        // After a rest two begin at once.
        let rested = later(world.1.now(), 60.0);
        while world.1.now() < rested {
            let waits = world.1.wait(rested);
            world.1.jump(Some(rested));
            waits.await;
        }
        assert_eq!(begin(&rate(2), &world, 3).await, [75, 75, 80]);
    }

    #[tokio::test]
    async fn engines_of_a_store_share_it() {
        let world = (MemoryStore::default(), VirtualClock::default());
        let (one, other) = (rate(2), rate(2));
        assert_eq!(begin(&one, &world, 1).await, [0]);
        assert_eq!(begin(&other, &world, 1).await, [0]);
        assert_eq!(begin(&one, &world, 1).await, [0], "it does not know yet");
        assert_eq!(begin(&other, &world, 2).await, [5, 10]);
        assert_eq!(begin(&one, &world, 1).await, [10]);
    }

    #[tokio::test]
    async fn many_attempts_are_few_writes_and_a_clock_that_was_wrong_does_no_harm() {
        let world = (MemoryStore::default(), VirtualClock::default());
        let fast = rate(1_000);
        begin(&fast, &world, 50).await;
        let value = async || world.0.values(PREFIX, None, 9).await.unwrap().remove(0).value;
        let before = value().await;
        begin(&fast, &world, 50).await;
        assert_eq!(value().await, before, "it is covered");
        begin(&fast, &world, 50).await;
        assert_ne!(value().await, before);
        for wrong in ["2999-01-01T00:00:00Z", "never"] {
            let put = Put::new("rate/task/t", Some(wrong.as_bytes().into()));
            assert!(world.0.put(put).await.unwrap());
            let begun = begin(&rate(1), &world, 1).await;
            assert!(begun[0] <= 30, "{wrong}: {begun:?}");
        }
    }
}

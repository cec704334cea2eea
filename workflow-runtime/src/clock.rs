//! Clocks: the real one, and a virtual one that jumps to the next timer.

use crate::lock::lock;
use crate::task::BoxFuture;
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Context, Poll, Waker};
use std::time::{Duration, Instant};

/// The source of an engine's time.
pub trait Clock: Send + Sync + 'static {
    /// Returns the present time.
    fn now(&self) -> Timestamp;
    /// Waits until a point in time.
    fn wait(&self, until: Timestamp) -> BoxFuture<()>;
    /// True if time passes only by [`Clock::jump`].
    fn is_virtual(&self) -> bool {
        false
    }
    /// Says that nothing is left to do before this point in time (`None`: nothing at all). A virtual clock moves to it, or to
    /// an earlier point for which somebody else waits. Returns true if it moved.
    fn jump(&self, to: Option<Timestamp>) -> bool {
        let _ = to;
        false
    }
    /// True if everybody whom the last jump has woken has seen it. Before that, nobody may jump again.
    fn settled(&self) -> bool {
        true
    }
}

/// The time of the machine, and tokio's timers. If those are paused, as in a test with `start_paused`, it is their time.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealClock;

impl Clock for RealClock {
    fn now(&self) -> Timestamp {
        let now = Timestamp::now();
        let timers = tokio::time::Instant::now().into_std();
        let after = Instant::now();
        // Timers that nobody has paused were asked just before. Most calls end here: they are several in a transition. (In
        // the first microseconds of a pause, too.)
        match after.checked_duration_since(timers) {
            Some(behind) if behind < Duration::from_micros(5) => now,
            _ => of_timers(now),
        }
    }
    fn wait(&self, until: Timestamp) -> BoxFuture<()> {
        let clock = *self;
        Box::pin(async move {
            // Looked at again every hour: the machine's clock may be set while we sleep.
            while let Some(left) = left(clock.now(), until) {
                tokio::time::sleep(left.min(Duration::from_secs(3600))).await;
            }
        })
    }
}

/// The time of tokio's timers, which may be paused, where this is the machine's.
#[cold]
fn of_timers(now: Timestamp) -> Timestamp {
    let (before, timers) = (Instant::now(), tokio::time::Instant::now().into_std());
    let after = Instant::now();
    // Timers that nobody has paused are asked in between.
    let ahead = if timers > after {
        SignedDuration::try_from(timers - after)
    } else if timers < before {
        SignedDuration::try_from(before - timers).map(|behind| -behind)
    } else {
        return now;
    };
    ahead.ok().and_then(|ahead| now.checked_add(ahead).ok()).unwrap_or(now)
}

fn left(now: Timestamp, until: Timestamp) -> Option<Duration> {
    let left = Duration::try_from(until.duration_since(now)).ok()?;
    (!left.is_zero()).then_some(left)
}

/// A clock that stands still while there is something to do, and jumps to the next timer when there is not:
/// a year passes in microseconds. Give every engine one of its own.
///
/// A task's body that waits for the outside world gets a few turns of the runtime, then loses to the next
/// timer. One that wants to pass virtual time takes the clock as a resource and awaits [`VirtualClock::sleep`].
#[derive(Clone)]
pub struct VirtualClock(Arc<Mutex<Virtual>>);

struct Virtual {
    now: Timestamp,
    sleepers: BTreeMap<(Timestamp, u64), Waker>,
    /// Those that were woken, and have not been polled since.
    woken: BTreeSet<u64>,
    next: u64,
}

impl Default for VirtualClock {
    /// Begins at 2026-01-01T00:00:00Z.
    fn default() -> Self {
        VirtualClock::at(Timestamp::constant(1_767_225_600, 0))
    }
}

impl VirtualClock {
    /// Makes a clock that begins at a point in time.
    #[must_use]
    pub fn at(now: Timestamp) -> Self {
        let (sleepers, woken) = (BTreeMap::new(), BTreeSet::new());
        VirtualClock(Arc::new(Mutex::new(Virtual { now, sleepers, woken, next: 0 })))
    }

    /// Waits until so much virtual time has passed.
    pub fn sleep(&self, duration: Duration) -> impl Future<Output = ()> + Send + use<> {
        let until = later(self.now(), duration.as_secs_f64());
        Sleep { clock: self.clone(), until, id: None }
    }

    /// Asks one of those who wait to jump, if all of them may.
    fn nudge(&self) {
        let first = self.lock().sleepers.values().next().cloned();
        first.into_iter().for_each(Waker::wake);
    }

    fn lock(&self) -> MutexGuard<'_, Virtual> {
        lock(&self.0)
    }
}

impl Clock for VirtualClock {
    fn now(&self) -> Timestamp {
        self.lock().now
    }
    fn wait(&self, until: Timestamp) -> BoxFuture<()> {
        Box::pin(Sleep { clock: self.clone(), until, id: None })
    }
    fn is_virtual(&self) -> bool {
        true
    }
    fn jump(&self, to: Option<Timestamp>) -> bool {
        let mut clock = self.lock();
        let asleep = clock.sleepers.first_key_value().map(|(&(until, _), _)| until);
        let Some(target) = asleep.into_iter().chain(to).min() else { return false };
        clock.now = clock.now.max(target);
        let now = clock.now;
        let rest = clock.sleepers.split_off(&(now, u64::MAX));
        let woken = std::mem::replace(&mut clock.sleepers, rest);
        clock.woken.extend(woken.keys().map(|(_, id)| id));
        drop(clock);
        woken.into_values().for_each(Waker::wake);
        true
    }
    fn settled(&self) -> bool {
        self.lock().woken.is_empty()
    }
}

/// A virtual clock that stands still while real work is under way: waits take no time, bodies of tasks as long as
/// they take.
#[derive(Clone, Default)]
pub struct PatientClock {
    clock: VirtualClock,
    busy: Arc<AtomicUsize>,
}

impl PatientClock {
    /// The work, during which the clock stands still.
    pub fn during<F: Future>(&self, work: F) -> impl Future<Output = F::Output> + use<F> {
        self.busy.fetch_add(1, Ordering::SeqCst);
        let busy = Busy(self.clone());
        async move {
            let _busy = busy;
            work.await
        }
    }
}

impl Clock for PatientClock {
    fn now(&self) -> Timestamp {
        self.clock.now()
    }
    fn wait(&self, until: Timestamp) -> BoxFuture<()> {
        self.clock.wait(until)
    }
    fn is_virtual(&self) -> bool {
        true
    }
    fn jump(&self, to: Option<Timestamp>) -> bool {
        // Whoever waits is woken when the work is done: its own execution, and those that wait for a time.
        self.busy.load(Ordering::SeqCst) == 0 && self.clock.jump(to)
    }
    fn settled(&self) -> bool {
        self.clock.settled()
    }
}

/// Work under way, ended or dropped.
struct Busy(PatientClock);

impl Drop for Busy {
    fn drop(&mut self) {
        if self.0.busy.fetch_sub(1, Ordering::SeqCst) == 1 {
            self.0.clock.nudge();
        }
    }
}

struct Sleep {
    clock: VirtualClock,
    until: Timestamp,
    id: Option<u64>,
}

impl Future for Sleep {
    type Output = ();
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let (clock, until) = (self.clock.clone(), self.until);
        let mut clock = clock.lock();
        if clock.now >= until {
            if let Some(id) = self.id {
                clock.woken.remove(&id);
            }
            return Poll::Ready(());
        }
        let id = *self.id.get_or_insert_with(|| {
            clock.next += 1;
            clock.next
        });
        clock.sleepers.insert((until, id), cx.waker().clone());
        Poll::Pending
    }
}

impl Drop for Sleep {
    fn drop(&mut self) {
        if let Some(id) = self.id {
            let mut clock = self.clock.lock();
            clock.sleepers.remove(&(self.until, id));
            clock.woken.remove(&id);
        }
    }
}

/// Ends when so many seconds have passed: on a clock, or in truth, where that clock is not virtual and was set back
/// meanwhile.
pub(crate) async fn passed(clock: &dyn Clock, seconds: f64) {
    let waited = clock.wait(later(clock.now(), seconds));
    if clock.is_virtual() {
        return waited.await;
    }
    let longest = Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX);
    tokio::select! {
        () = waited => {}
        () = tokio::time::sleep(longest) => {}
    }
}

/// Adds seconds to a time; the end of time if that is too far.
pub(crate) fn later(from: Timestamp, seconds: f64) -> Timestamp {
    SignedDuration::try_from_secs_f64(seconds)
        .ok()
        .and_then(|duration| from.checked_add(duration).ok())
        .unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A clock that was set back by very much.
    struct Behind;

    impl Clock for Behind {
        fn now(&self) -> Timestamp {
            Timestamp::UNIX_EPOCH
        }
        fn wait(&self, _: Timestamp) -> BoxFuture<()> {
            Box::pin(std::future::pending())
        }
    }

    #[tokio::test(start_paused = true)]
    async fn time_passes_whatever_the_clock_shows() {
        let before = tokio::time::Instant::now();
        passed(&Behind, 30.0).await;
        passed(&RealClock, 30.0).await;
        assert_eq!(before.elapsed().as_secs(), 60);
        let clock = VirtualClock::default();
        let (begun, waited) = (clock.now(), passed(&clock, f64::from(86_400)));
        let ((), _) = tokio::join!(waited, async { clock.jump(None) });
        assert_eq!(clock.now(), later(begun, 86_400.0));
        assert_eq!(before.elapsed().as_secs(), 60, "virtual time takes none");
    }
}

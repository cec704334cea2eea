//! Limits on the tasks that run at the same time, and on how many begin: an attempt begins when it has a permit, and gives
//! it back when it ends.
//!
//! Those that wait are served in the order in which they came, whatever execution they are of; one whose task has no room
//! lets others pass.

use crate::engine::metrics;
use crate::engine::pool::What;
use crate::engine::rate::Rate;
use crate::engine::run::Run;
use crate::payload::Payload;
use crate::task::BoxFuture;
use jiff::Timestamp;
use std::collections::{HashMap, VecDeque};
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use tokio::sync::oneshot;

/// The limits that an engine is built with.
#[derive(Default)]
pub(crate) struct Room {
    /// Of all tasks.
    pub(crate) all: Option<usize>,
    /// Of tasks, by their names.
    pub(crate) tasks: HashMap<&'static str, usize>,
    /// Of attempts that begin, by the names of tasks.
    pub(crate) rates: HashMap<&'static str, Rate>,
}

/// The permits of an engine.
pub(crate) struct Permits {
    /// The gates of tasks, by their names. All others share the first one.
    gates: HashMap<&'static str, usize>,
    rates: HashMap<&'static str, Mutex<Rate>>,
    state: Mutex<State>,
}

struct State {
    free: usize,
    gates: Vec<Gate>,
    /// The number of those that have come to wait.
    came: u64,
}

/// The permits of one task.
#[derive(Default)]
struct Gate {
    free: usize,
    queue: VecDeque<(u64, oneshot::Sender<()>)>,
}

impl Room {
    /// The permits; `None` where nothing is limited.
    pub(crate) fn permits(self) -> Option<Arc<Permits>> {
        if self.all.is_none() && self.tasks.is_empty() && self.rates.is_empty() {
            return None;
        }
        let gate = |free: usize| Gate { free: free.max(1), ..Gate::default() };
        let mut all = vec![gate(usize::MAX)];
        let mut gates = HashMap::new();
        for (task, most) in self.tasks {
            gates.insert(task, all.len());
            all.push(gate(most));
        }
        let free = self.all.unwrap_or(usize::MAX).max(1);
        let state = Mutex::new(State { free, gates: all, came: 0 });
        let rates = self.rates.into_iter().map(|(task, rate)| (task, Mutex::new(rate))).collect();
        Some(Arc::new(Permits { gates, rates, state }))
    }
}

impl Permits {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn gate(&self, task: Option<&str>) -> usize {
        task.and_then(|task| self.gates.get(task).copied()).unwrap_or(0)
    }

    /// The turn of an attempt that comes now, where the rate of its task gives it a later one.
    fn turn(&self, task: Option<&str>, now: Timestamp) -> Option<Timestamp> {
        let rate = self.rates.get(task?)?;
        let turn = rate.lock().unwrap_or_else(PoisonError::into_inner).turn(now);
        (turn > now).then_some(turn)
    }

    /// Takes a permit for a task of this name, or a place among those that wait.
    fn take(self: &Arc<Self>, task: Option<&str>) -> Result<Permit, Wait> {
        let at = self.gate(task);
        let mut state = self.lock();
        // Where there is room nobody waits.
        if state.free > 0 && state.gates[at].free > 0 {
            state.free -= 1;
            state.gates[at].free -= 1;
            return Ok(Permit::new(self, at));
        }
        state.came += 1;
        let (number, (sender, granted)) = (state.came, oneshot::channel());
        state.gates[at].queue.push_back((number, sender));
        metrics::queued(true);
        Err(Wait { of: self.clone(), gate: at, number, granted, ended: false })
    }

    /// Ends when a permit for a task of this name is there to be taken.
    async fn wait(self: &Arc<Self>, task: Option<&str>) {
        match self.take(task) {
            // It is made again by the one who waits.
            Ok(permit) => permit.leave(),
            Err(wait) => wait.await,
        }
    }

    fn give_back(&self, gate: usize) {
        let mut state = self.lock();
        state.free += 1;
        state.gates[gate].free += 1;
        state.serve();
    }

    /// Gives up a place among those that wait.
    fn leave(&self, gate: usize, number: u64) {
        let queue = &mut self.lock().gates[gate].queue;
        if let Ok(at) = queue.binary_search_by_key(&number, |(number, _)| *number) {
            drop(queue.remove(at));
        }
    }
}

impl State {
    /// Serves those that wait, the first one first, as long as there is room.
    fn serve(&mut self) {
        while self.free > 0 {
            let open = self.gates.iter().enumerate().filter(|(_, gate)| gate.free > 0);
            let first = open.filter_map(|(at, gate)| Some((gate.queue.front()?.0, at))).min();
            let Some((_, at)) = first else { return };
            let gate = &mut self.gates[at];
            // One that is gone has taken itself out, or does so now.
            if gate.queue.pop_front().is_some_and(|(_, sender)| sender.send(()).is_ok()) {
                self.free -= 1;
                gate.free -= 1;
            }
        }
    }
}

/// The right to run one attempt of a task.
pub(crate) struct Permit {
    /// `None` once it is left to somebody else.
    of: Option<Arc<Permits>>,
    gate: usize,
}

impl Permit {
    fn new(of: &Arc<Permits>, gate: usize) -> Self {
        Permit { of: Some(of.clone()), gate }
    }

    /// Leaves the permit to whoever makes it again.
    fn leave(mut self) {
        self.of = None;
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        if let Some(of) = &self.of {
            of.give_back(self.gate);
        }
    }
}

/// A place among those that wait. When it ends, a permit is there to be taken.
struct Wait {
    of: Arc<Permits>,
    gate: usize,
    number: u64,
    granted: oneshot::Receiver<()>,
    ended: bool,
}

impl Future for Wait {
    type Output = ();
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let granted = Pin::new(&mut self.granted).poll(cx);
        self.ended |= granted.is_ready();
        granted.map(drop)
    }
}

impl Drop for Wait {
    fn drop(&mut self) {
        metrics::queued(false);
        if self.ended {
            return;
        }
        self.of.leave(self.gate, self.number);
        self.granted.close();
        if self.granted.try_recv().is_ok() {
            self.of.give_back(self.gate);
        }
    }
}

impl Run {
    /// True if the attempt of a scope may begin. If it may not, it begins when it has its permit.
    pub(crate) fn is_permitted(&mut self, id: u32) -> bool {
        let Some(permits) = self.core.permits.clone() else { return true };
        let owner = self.owner(id, What::Permit);
        let Some(scope) = self.scopes.get_mut(id) else { return false };
        if scope.waiting().permit.is_some() {
            return true;
        }
        let task = scope.info().and_then(|info| info.task).map(|task| task.name);
        let turn = permits.turn(task, self.core.clock.now());
        let wait: BoxFuture<_> = match turn {
            Some(turn) => {
                let (task, turn) = (task.map(str::to_owned), self.core.clock.wait(turn));
                Box::pin(async move {
                    turn.await;
                    permits.wait(task.as_deref()).await;
                    Ok(Payload::live(()))
                })
            }
            None => match permits.take(task) {
                Ok(permit) => {
                    scope.waiting().permit = Some(permit);
                    return true;
                }
                Err(wait) => Box::pin(async move {
                    wait.await;
                    Ok(Payload::live(()))
                }),
            },
        };
        match self.pool.start(owner, wait, tracing::Span::none()) {
            Ok(_) => {
                self.permit(id);
                true
            }
            Err(slot) => {
                if let Some(scope) = self.scopes.get_mut(id) {
                    scope.waiting().body = Some(slot);
                }
                false
            }
        }
    }

    /// Gives a scope the permit that is there for it.
    fn permit(&mut self, id: u32) {
        let Some(permits) = self.core.permits.clone() else { return };
        let task = self.scopes.get(id).and_then(|scope| scope.info()?.task).map(|task| task.name);
        let permit = Permit::new(&permits, permits.gate(task));
        // A scope that is gone gives it back at once.
        if let Some(scope) = self.scopes.get_mut(id) {
            scope.waiting().permit = Some(permit);
        }
    }

    /// A scope has its permit: its attempt begins.
    pub(crate) fn begin_permitted(&mut self, id: u32) {
        self.permit(id);
        if let Some(scope) = self.scopes.get_mut(id) {
            scope.waiting().body = None;
        }
        if let Some(event) = self.begin(id) {
            self.step_later(id, event);
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use std::task::Waker;

    fn permits(all: Option<usize>, tasks: &[(&'static str, usize)]) -> Arc<Permits> {
        Room { all, tasks: tasks.iter().copied().collect(), ..Room::default() }.permits().unwrap()
    }

    fn is_served(wait: &mut Wait) -> bool {
        Pin::new(wait).poll(&mut Context::from_waker(Waker::noop())).is_ready()
    }

    fn wait(permits: &Arc<Permits>, task: &str) -> Wait {
        permits.take(Some(task)).err().unwrap()
    }

    #[test]
    fn without_limits_there_are_no_permits() {
        assert!(Room::default().permits().is_none());
    }

    #[test]
    fn the_first_is_served_first() {
        let permits = permits(Some(1), &[]);
        let permit = permits.take(Some("a")).ok().unwrap();
        let (mut one, mut two) = (wait(&permits, "b"), wait(&permits, "a"));
        assert!(!is_served(&mut one) && !is_served(&mut two));
        drop(permit);
        assert!(is_served(&mut one) && !is_served(&mut two));
        permits.give_back(one.gate);
        assert!(is_served(&mut two));
        permits.give_back(two.gate);
        assert!(permits.take(None).is_ok());
    }

    #[test]
    fn a_task_without_room_lets_others_pass() {
        let permits = permits(Some(2), &[("a", 1)]);
        let first = permits.take(Some("a")).ok().unwrap();
        let mut second = wait(&permits, "a");
        let other = permits.take(Some("b")).ok().unwrap();
        let mut third = wait(&permits, "b");
        drop(other);
        assert!(is_served(&mut third) && !is_served(&mut second));
        drop(first);
        assert!(is_served(&mut second));
    }

    #[test]
    fn those_that_leave_give_their_places_back() {
        let permits = permits(None, &[("a", 1)]);
        let permit = permits.take(Some("a")).ok().unwrap();
        let (one, two) = (wait(&permits, "a"), wait(&permits, "a"));
        drop(one);
        drop(permit);
        // It was served, and leaves before it knows.
        drop(two);
        assert!(permits.take(Some("a")).is_ok());
        assert!(permits.lock().gates.iter().all(|gate| gate.queue.is_empty()));
    }
}

//! Limits on the tasks that run at the same time, and on how many begin: an attempt begins when it has a permit, and gives
//! it back when it ends.
//!
//! Those that wait are served by the priority of their execution, then in the order in which they came; one whose task or
//! resource has no room lets others pass.

mod permitted;
#[cfg(test)]
mod tests;

use crate::engine::Core;
use crate::engine::kept_rate::{self, KeptRate};
use crate::engine::metrics;
use crate::engine::rate::Rate;
use crate::lock::lock;
use crate::task::{BoxFuture, TaskDefinition};
use std::any::TypeId;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Context, Poll};
use tokio::sync::oneshot;

/// The limits that an engine is built with.
#[derive(Clone, Default)]
pub(crate) struct Room {
    /// Of all tasks; none begins with 0.
    pub(crate) all: Option<usize>,
    /// Of single tasks, by their names.
    pub(crate) tasks: HashMap<&'static str, usize>,
    /// Of all tasks that use a resource, by its type.
    pub(crate) resources: HashMap<TypeId, usize>,
    /// Of attempts that begin: of a task, of all that use a resource.
    pub(crate) task_rates: HashMap<&'static str, Rate>,
    pub(crate) resource_rates: HashMap<TypeId, (&'static str, Rate)>,
}

/// The permits of an engine. Each limit is a gate; an attempt passes all gates of its task at once.
pub(crate) struct Permits {
    /// The gates of tasks and resources, and their rates. The first gate is that of all tasks.
    gates: Limited<usize>,
    rates: Limited<Arc<KeptRate>>,
    state: Mutex<State>,
    /// The gates of each task that has come, by its name; none is that of calls without a task.
    known: Mutex<HashMap<Option<&'static str>, Gates>>,
    /// There is room for nothing, and calls that others answer wait, too.
    closed: bool,
}

/// Limits of one kind, by task and by resource.
struct Limited<T> {
    tasks: HashMap<&'static str, T>,
    resources: HashMap<TypeId, T>,
}

impl<T> Limited<T> {
    /// Those of a task.
    fn of(&self, task: Option<&TaskDefinition>) -> Vec<&T> {
        let Some(task) = task else { return vec![] };
        let mut all: Vec<_> = self.tasks.get(task.name).into_iter().collect();
        if !self.resources.is_empty() {
            all.extend((task.needs)().iter().filter_map(|need| self.resources.get(&need.id)));
        }
        all
    }
}

struct State {
    /// The number of attempts that each gate lets pass at the moment.
    free: Vec<usize>,
    /// Those that wait, by the gates that they have to pass.
    queues: BTreeMap<Gates, Queue>,
    /// The number of those that have come to wait.
    came: u64,
}

/// The numbers of the gates of a task.
type Gates = Arc<[usize]>;

/// Those that wait, the most urgent first, and then in the order in which they came.
type Queue = BTreeMap<Place, oneshot::Sender<()>>;

/// A place in a queue.
type Place = (Reverse<i32>, u64);

impl Room {
    /// Room for nothing.
    pub(crate) fn closed() -> Self {
        Room { all: Some(0), ..Room::default() }
    }

    /// The permits; `None` where nothing is limited.
    pub(crate) fn permits(self) -> Option<Arc<Permits>> {
        let Room { all, tasks, resources, task_rates, resource_rates } = self;
        let limits = tasks.len() + resources.len() + task_rates.len() + resource_rates.len();
        if all.is_none() && limits == 0 {
            return None;
        }
        let mut free = vec![all.unwrap_or(usize::MAX)];
        let mut gate = |most: usize| {
            free.push(most.max(1));
            free.len() - 1
        };
        let gates = Limited {
            tasks: tasks.into_iter().map(|(task, most)| (task, gate(most))).collect(),
            resources: resources.into_iter().map(|(id, most)| (id, gate(most))).collect(),
        };
        let rates = Limited {
            tasks: task_rates
                .into_iter()
                .map(|(task, rate)| (task, Arc::new(KeptRate::new("task", task, rate))))
                .collect(),
            resources: resource_rates
                .into_iter()
                .map(|(id, (name, rate))| (id, Arc::new(KeptRate::new("resource", name, rate))))
                .collect(),
        };
        let closed = all == Some(0);
        let state = Mutex::new(State { free, queues: BTreeMap::new(), came: 0 });
        Some(Arc::new(Permits { gates, rates, state, known: Mutex::default(), closed }))
    }
}

impl Permits {
    /// True if nothing may begin.
    pub(crate) fn is_closed(&self) -> bool {
        self.closed
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        lock(&self.state)
    }

    /// The gates that an attempt of a task has to pass.
    fn gates(&self, task: Option<&TaskDefinition>) -> Gates {
        let mut known = lock(&self.known);
        let found = known.entry(task.map(|task| task.name)).or_insert_with(|| {
            let mut own: Vec<_> = self.gates.of(task).into_iter().copied().chain([0]).collect();
            // A task may name a resource twice.
            own.sort_unstable();
            own.dedup();
            own.into()
        });
        found.clone()
    }

    /// The time until the turn of an attempt that comes now, where the rate of its task or of a resource gives it a later
    /// one, or is to be written.
    fn turn(&self, task: Option<&TaskDefinition>, core: &Arc<Core>) -> Option<BoxFuture<()>> {
        let rates: Vec<_> = self.rates.of(task).into_iter().cloned().collect();
        if let Some(store) = core.store.clone().filter(|_| !rates.is_empty()) {
            return Some(Box::pin(kept_rate::pass(rates, store, core.clock.clone())));
        }
        let now = core.clock.now();
        let turn = rates.iter().map(|rate| rate.turn(now).time).max()?;
        (turn > now).then(|| core.clock.wait(turn))
    }

    /// Takes a permit for these gates, or a place among those that wait.
    fn take(self: &Arc<Self>, gates: &Gates, priority: i32) -> Result<Permit, Wait> {
        let mut state = self.lock();
        // Where there is room nobody waits.
        if state.pass(gates) {
            return Ok(Permit::new(self, gates));
        }
        metrics::queued(true);
        state.came += 1;
        let (place, (sender, granted)) = ((Reverse(priority), state.came), oneshot::channel());
        state.queues.entry(gates.clone()).or_default().insert(place, sender);
        Err(Wait { of: self.clone(), gates: gates.clone(), place, granted, ended: false })
    }

    /// Ends when a permit for these gates is there to be taken.
    async fn wait(self: &Arc<Self>, gates: &Gates, priority: i32) {
        match self.take(gates, priority) {
            // It is made again by the one who waits.
            Ok(permit) => permit.leave(),
            Err(wait) => wait.await,
        }
    }

    fn give_back(&self, gates: &Gates) {
        let mut state = self.lock();
        gates.iter().for_each(|gate| state.free[*gate] += 1);
        state.serve();
    }

    /// Gives up a place among those that wait.
    fn leave(&self, gates: &Gates, place: Place) {
        let mut state = self.lock();
        if let Some(queue) = state.queues.get_mut(gates) {
            queue.remove(&place);
            if queue.is_empty() {
                state.queues.remove(gates);
            }
        }
    }
}

impl State {
    /// Passes these gates, if all of them are free.
    fn pass(&mut self, gates: &Gates) -> bool {
        let free = gates.iter().all(|gate| self.free[*gate] > 0);
        if free {
            gates.iter().for_each(|gate| self.free[*gate] -= 1);
        }
        free
    }

    /// Serves those that wait, the first one first, as long as there is room.
    fn serve(&mut self) {
        loop {
            let State { free, queues, .. } = self;
            let open = queues.iter().filter(|(gates, _)| gates.iter().all(|gate| free[*gate] > 0));
            let first =
                open.filter_map(|(gates, queue)| Some((*queue.first_key_value()?.0, gates)));
            let Some((_, gates)) = first.min() else { return };
            let gates = gates.clone();
            let Some(queue) = queues.get_mut(&gates) else { return };
            let served = queue.pop_first();
            if queue.is_empty() {
                queues.remove(&gates);
            }
            // One that is gone has taken itself out, or does so now.
            if served.is_some_and(|(_, sender)| sender.send(()).is_ok()) {
                self.pass(&gates);
            }
        }
    }
}

/// The right to run one attempt of a task.
pub(crate) struct Permit {
    /// `None` once it is left to somebody else.
    of: Option<Arc<Permits>>,
    gates: Gates,
}

impl Permit {
    fn new(of: &Arc<Permits>, gates: &Gates) -> Self {
        Permit { of: Some(of.clone()), gates: gates.clone() }
    }

    /// Leaves the permit to whoever makes it again.
    fn leave(mut self) {
        self.of = None;
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        if let Some(of) = &self.of {
            of.give_back(&self.gates);
        }
    }
}

/// A place among those that wait. When it ends, a permit is there to be taken.
struct Wait {
    of: Arc<Permits>,
    gates: Gates,
    place: Place,
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
        self.of.leave(&self.gates, self.place);
        self.granted.close();
        if self.granted.try_recv().is_ok() {
            self.of.give_back(&self.gates);
        }
    }
}

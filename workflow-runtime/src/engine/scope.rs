//! The scopes of an execution: the workflow itself, branches of Parallels, items of Maps; as a tree in a slab.

use crate::engine::map_run::FailedBy;
use crate::engine::pending::Pending;
use crate::engine::permits::Permit;
use crate::engine::pool::{Outcome, Owner, What};
use crate::key::Key;
use crate::machine::{At, Kind, Machine, StateInfo, StepContext};
use jiff::Timestamp;
use std::sync::Arc;

/// JSON text, shared.
pub(crate) type Text = Arc<str>;

/// One scope that runs.
pub(crate) struct Scope {
    pub(crate) machine: Box<dyn Machine>,
    /// The parent scope, and the index of this child.
    pub(crate) parent: Option<(u32, u32)>,
    pub(crate) key: Key,
    /// The seed from which its machine draws, with the number of states it has entered.
    pub(crate) seed: u64,
    pub(crate) visits: u32,
    /// Names this visit of a state, or this attempt: what was set up for an earlier one finds another number.
    pub(crate) visit: u64,
    /// The number of effects that it has begun before this one.
    pub(crate) ordinal: u32,
    /// The number of earlier attempts of this effect, and of the Parallels and Maps around as one number.
    pub(crate) attempt: u32,
    pub(crate) around: u32,
    pub(crate) times: Option<Box<Times>>,
    /// The number of times each retrier of the state was used.
    pub(crate) used: Vec<u32>,
    /// The text of the last result, and true once a record of the machine is in a commit: both with a store only.
    pub(crate) told: Option<Text>,
    pub(crate) written: bool,
    pub(crate) waiting: Option<Box<Waiting>>,
    pub(crate) fork: Option<Box<Fork>>,
    pub(crate) trace: Trace,
}

/// The time when the state was entered, its effect begun (both with a store only), and is to be begun again.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Times {
    pub(crate) entered: Option<Timestamp>,
    pub(crate) begun: Option<Timestamp>,
    pub(crate) retry: Option<Timestamp>,
    /// True if the call of the attempt was taken.
    pub(crate) submitted: bool,
    /// The number of the engine that wrote the attempt down ([`epoch::owner`](crate::engine::epoch::owner)).
    pub(crate) owner: u64,
}

/// The resources of an attempt of a task that was not ready at once. Apart from the scope, which is thus half as
/// large: children that are ready at once come and go by hundreds of thousands.
#[derive(Default)]
pub(crate) struct Waiting {
    /// The slot of the task's body in the pool.
    pub(crate) body: Option<u32>,
    /// Its next heartbeat.
    pub(crate) beat: Option<Beat>,
    /// The time when it takes too long, and when it has been silent for too long, by a clock that nobody moves.
    pub(crate) late: Option<Timestamp>,
    pub(crate) silent: Option<Timestamp>,
    /// The writing of an answer that came before an alarm.
    pub(crate) writing: Option<u32>,
    /// The future answer of a mock.
    pub(crate) answer: Option<Outcome>,
    /// The run of a distributed Map that is on its way: the item that made it fail comes there.
    pub(crate) map_run: Option<FailedBy>,
    /// The permit of the attempt, where tasks are limited.
    pub(crate) permit: Option<Permit>,
    /// The call of a resource, on its way.
    pub(crate) pending: Option<Box<Pending>>,
}

/// The heartbeat of a task that runs.
pub(crate) struct Beat {
    pub(crate) slot: Option<u32>,
    pub(crate) notify: Arc<tokio::sync::Notify>,
    pub(crate) seconds: u32,
    /// The time when the next one is due, once there was one.
    pub(crate) due: Option<Timestamp>,
}

/// The position of a scope in the history.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trace {
    /// The event that the next one follows from.
    pub(crate) last: u32,
    /// The event that entered the state, and the one that it followed from.
    pub(crate) entered: u32,
    pub(crate) before: u32,
    /// The data that flows from state to state; with a full history only.
    pub(crate) data: Option<Text>,
    /// The result of the state's effect, if it says no other output.
    pub(crate) result: Option<Text>,
}

/// The children of a Parallel or Map.
pub(crate) struct Fork {
    pub(crate) kind: Kind,
    pub(crate) width: usize,
    pub(crate) children: Vec<Child>,
    /// The outputs of the children, in order; with a full history only.
    pub(crate) outputs: Vec<Option<Text>>,
    /// The number of children started; then running, and ended.
    pub(crate) started: usize,
    pub(crate) running: usize,
    /// True if the start of more of them is in the queue.
    pub(crate) queued: bool,
    /// The event that began it: the first children, as many as may run at once, follow from it.
    pub(crate) begun: u32,
    /// The event that made room for the next child.
    pub(crate) room: u32,
}

impl Fork {
    /// A Parallel or Map of so many children, so many of them at once (0: all), before the first one starts. `begun` and
    /// `room` are the events that they follow from.
    pub(crate) fn new(
        kind: Kind,
        (count, width): (usize, usize),
        (begun, room): (u32, u32),
    ) -> Self {
        Fork {
            kind,
            width: if width == 0 { count } else { width },
            children: std::iter::repeat_with(|| Child::Waiting).take(count).collect(),
            outputs: Vec::new(),
            started: 0,
            running: 0,
            queued: false,
            begun,
            room,
        }
    }

    /// A child has ended, with an output if that is known.
    pub(crate) fn ended(&mut self, index: usize, output: Option<Text>) {
        self.children[index] = Child::Done;
        if output.is_some() {
            self.outputs.resize(self.children.len(), None);
            self.outputs[index] = output;
        }
    }
}

/// A child of a Parallel or Map.
pub(crate) enum Child {
    Waiting,
    Running(u32),
    Done,
}

impl Scope {
    /// Describes the scope in the context of its next step; the time is set apart.
    #[inline]
    pub(crate) fn tell(&self, context: &mut StepContext, execution: Key) {
        (context.retries, context.around) = (self.attempt, self.around);
        context.key = self.key.idempotency(execution, self.ordinal);
        (context.seed, context.visits) = (self.seed, self.visits);
    }

    pub(crate) fn new(machine: Box<dyn Machine>, parent: Option<(u32, u32)>, key: Key) -> Self {
        Scope {
            machine,
            parent,
            key,
            seed: 0,
            visits: 0,
            visit: 0,
            ordinal: 0,
            attempt: 0,
            around: 0,
            times: None,
            used: Vec::new(),
            told: None,
            written: false,
            waiting: None,
            fork: None,
            trace: Trace::default(),
        }
    }

    /// Returns the times of the scope's events.
    pub(crate) fn times(&self) -> Times {
        self.times.as_deref().copied().unwrap_or_default()
    }
    pub(crate) fn times_mut(&mut self) -> &mut Times {
        self.times.get_or_insert_default()
    }

    /// The attempt that waits.
    pub(crate) fn waiting(&mut self) -> &mut Waiting {
        self.waiting.get_or_insert_default()
    }

    /// Its heartbeat, if it has one.
    pub(crate) fn beat(&mut self) -> Option<&mut Beat> {
        self.waiting.as_mut()?.beat.as_mut()
    }

    /// The state that it waits in.
    pub(crate) fn state(&self) -> Option<usize> {
        match self.machine.at() {
            At::State(state) => Some(state),
            At::Done | At::Gone => None,
        }
    }

    /// Returns what is known of the state that it waits in.
    pub(crate) fn info(&self) -> Option<&StateInfo> {
        self.machine.states().get(self.state()?)
    }
}

/// A slab of scopes.
#[derive(Default)]
pub(crate) struct Scopes {
    items: Vec<Option<Scope>>,
    free: Vec<u32>,
}

impl Scopes {
    pub(crate) const ROOT: u32 = 0;

    pub(crate) fn add(&mut self, scope: Scope) -> u32 {
        if let Some(id) = self.free.pop() {
            self.items[id as usize] = Some(scope);
            return id;
        }
        self.items.push(Some(scope));
        #[allow(clippy::cast_possible_truncation, reason = "2^32 scopes do not fit into memory")]
        let id = (self.items.len() - 1) as u32;
        id
    }

    pub(crate) fn get(&self, id: u32) -> Option<&Scope> {
        self.items.get(id as usize)?.as_ref()
    }

    pub(crate) fn get_mut(&mut self, id: u32) -> Option<&mut Scope> {
        self.items.get_mut(id as usize)?.as_mut()
    }

    pub(crate) fn remove(&mut self, id: u32) -> Option<Scope> {
        let scope = self.items.get_mut(id as usize)?.take()?;
        self.free.push(id);
        Some(scope)
    }

    /// The numbers of all that there are.
    pub(crate) fn ids(&self) -> impl Iterator<Item = u32> {
        let ids = self.items.iter().enumerate().filter(|(_, scope)| scope.is_some());
        #[allow(clippy::cast_possible_truncation, reason = "2^32 scopes do not fit into memory")]
        ids.map(|(id, _)| id as u32)
    }

    /// Returns how many there are.
    pub(crate) fn len(&self) -> usize {
        self.items.len() - self.free.len()
    }

    /// True if a scope is still in the visit that somebody knew.
    pub(crate) fn alive(&self, id: u32, visit: u64) -> bool {
        self.get(id).is_some_and(|scope| scope.visit == visit)
    }

    /// Returns where a scope is, from the workflow on.
    pub(crate) fn path(&self, id: u32) -> Vec<(u32, u32)> {
        self.ancestors(id, |parent, index| (parent.ordinal, index))
    }

    /// The attempts of the Parallels and Maps that a scope is in, from the workflow on.
    pub(crate) fn forks(&self, id: u32) -> Vec<u32> {
        self.ancestors(id, |parent, _| parent.attempt + 1)
    }

    /// Something of each scope that a scope is in, and of the child that leads to it, from the workflow on.
    fn ancestors<T>(&self, mut id: u32, of: impl Fn(&Scope, u32) -> T) -> Vec<T> {
        let mut all = vec![];
        while let Some((parent, index)) = self.get(id).and_then(|scope| scope.parent) {
            // Who has a child is there.
            all.extend(self.get(parent).map(|scope| of(scope, index)));
            id = parent;
        }
        all.reverse();
        all
    }

    pub(crate) fn owner(&self, id: u32, what: What) -> Owner {
        let visit = self.get(id).map_or(0, |scope| scope.visit);
        Owner { scope: id, visit, what }
    }

    /// The kind of the state that a scope waits in.
    pub(crate) fn kind(&self, id: u32) -> Option<Kind> {
        Some(self.get(id)?.info()?.kind)
    }
}

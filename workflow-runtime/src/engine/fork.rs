//! Parallels and Maps: children are made when they are about to start, and joined in order.

use crate::engine::run::{Run, Todo, panicked};
use crate::engine::scope::{Child, Fork, Text};
use crate::failure::Failure;
use crate::history::{Details, EventType};
use crate::machine::{Event, Kind, Machine};
use workflow_asl::panics::caught;

impl Run {
    /// Begins a Parallel or Map.
    pub(crate) fn fork(&mut self, id: u32, count: usize, width: usize) {
        let Some(kind) = self.scopes.kind(id) else { return };
        let Some(scope) = self.scopes.get_mut(id) else { return };
        let Ok(length) = u32::try_from(count) else {
            return self.fail(id, Failure::runtime(format!("{count} children are too many")));
        };
        let details =
            || if kind == Kind::Map { Details::MapStateStarted { length } } else { Details::None };
        let started = self.log.push(EventType::StateStarted(kind), scope.trace.last, details);
        scope.trace.last = started;
        let fork = Fork::new(kind, (count, width), (started, started));
        scope.fork = Some(Box::new(Fork { queued: true, ..fork }));
        self.touch(id);
        self.later(id, Todo::Children);
    }

    /// Starts the next child, and queues the start of the one after it behind what that child does at once.
    pub(crate) fn start_child(&mut self, id: u32) {
        if self.put_off_children(id) {
            return;
        }
        let Some(scope) = self.scopes.get_mut(id) else { return };
        let (ordinal, key) = (scope.ordinal, scope.key);
        let input = scope.trace.data.clone();
        let Some(fork) = &mut scope.fork else { return };
        fork.queued = false;
        // After a redrive there are some that run, or have ended, behind one that has not begun.
        while matches!(fork.children.get(fork.started), Some(Child::Running(_) | Child::Done)) {
            fork.started += 1;
        }
        if fork.started == fork.children.len() {
            return self.join(id);
        }
        if fork.running >= fork.width {
            return;
        }
        let at = fork.started;
        let room = if at < fork.width { fork.begun } else { fork.room };
        fork.started += 1;
        fork.running += 1;
        #[allow(clippy::cast_possible_truncation, reason = "children are counted in u32")]
        let index = at as u32;
        let child = caught(|| scope.machine.child(at));
        let child = match child.unwrap_or_else(|text| Err(panicked(&text))) {
            Ok(child) => child,
            Err(failure) => return self.unborn(id, at, failure),
        };
        let mut child = self.scope(child, Some((id, index)), key.child(ordinal, index));
        child.trace.data = input;
        child.trace.last = self.iteration(id, index, EventType::MapIterationStarted, room);
        child.visit = self.step.visit();
        let child = self.scopes.add(child);
        if let Some(fork) = self.scopes.get_mut(id).and_then(|scope| scope.fork.as_mut()) {
            fork.children[at] = Child::Running(child);
            fork.queued = true;
        }
        self.later(id, Todo::Children);
        self.step(child, Event::Start);
    }

    /// A child could not be made: as if an expression of the state could not be evaluated.
    fn unborn(&mut self, id: u32, at: usize, failure: Failure) {
        if let Some(fork) = self.scopes.get_mut(id).and_then(|scope| scope.fork.as_mut()) {
            fork.running -= 1;
            fork.children[at] = Child::Waiting;
        }
        let last = self.scopes.get(id).map_or(0, |scope| scope.trace.last);
        self.cancel_children(id, None, last);
        self.fault(id, None, failure);
    }

    /// A child has come to its end; the next one may start.
    pub(crate) fn child_ended(&mut self, id: u32) {
        let path = if self.ledger.is_some() { self.scopes.path(id) } else { vec![] };
        let Some(child) = self.scopes.remove(id) else { return };
        let Some((parent, index)) = child.parent else { return };
        if !self.keep(path, &child) {
            return;
        }
        self.touch(parent);
        let last = child.trace.last;
        let succeeded = self.iteration(parent, index, EventType::MapIterationSucceeded, last);
        let Some(scope) = self.scopes.get_mut(parent) else { return };
        let Some(fork) = &mut scope.fork else { return };
        scope.trace.last = succeeded;
        fork.room = last;
        fork.running -= 1;
        fork.ended(index as usize, child.trace.data);
        scope.machine.take_in(index as usize, child.machine);
        let more = fork.started < fork.children.len();
        if !fork.queued && (more || fork.running == 0) {
            fork.queued = true;
            self.later(parent, Todo::Children);
        }
    }

    /// Goes on with the parent when no child is left to start or to end.
    fn join(&mut self, id: u32) {
        let full = self.log.is_full();
        let Some(scope) = self.scopes.get_mut(id) else { return };
        let Some(fork) = scope.fork.take_if(|fork| fork.running == 0) else { return };
        self.set_children_aside(id, (fork.begun, fork.room));
        let Some(scope) = self.scopes.get_mut(id) else { return };
        let kind = EventType::StateSucceeded(fork.kind);
        // Recorded: what comes next follows from the last child, not from this event.
        self.log.push(kind, scope.trace.last, || Details::None);
        scope.trace.result = full.then(|| joined(&*scope.machine, fork.outputs));
        self.step_later(id, Event::Children);
    }
}

/// The outputs of all children, in the order of the code.
fn joined(machine: &dyn Machine, outputs: Vec<Option<Text>>) -> Text {
    let mut ordered = vec![None; outputs.len()];
    for (index, output) in outputs.into_iter().enumerate() {
        if let Some(place) = ordered.get_mut(machine.branch(index)) {
            *place = output;
        }
    }
    array(&ordered.into_iter().flatten().collect::<Vec<_>>())
}

/// A JSON array of JSON texts.
fn array(items: &[Text]) -> Text {
    let mut text =
        String::with_capacity(2 + items.iter().map(|item| item.len() + 1).sum::<usize>());
    text.push('[');
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        text.push_str(item);
    }
    text.push(']');
    text.into()
}

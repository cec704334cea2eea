//! A run made again from the last commit of its execution: its scopes, and what each of them does next.

use crate::engine::Core;
use crate::engine::control::Control;
use crate::engine::ledger::{Ledger, Mark, Time};
use crate::engine::run::{Job, Run, Todo};
use crate::engine::scope::{Child, Fork, Text, Times};
use crate::engine::timers::Alarm;
use crate::failure::Failure;
use crate::key::Key;
use crate::machine::{At, Effect, Event, Identity, Kind, Machine};
use crate::store::{Path, Saved};
use serde_json::Value;
use std::sync::Arc;

/// A run without scopes, and the machine of its workflow.
pub(crate) fn restored(
    core: Arc<Core>,
    saved: &Saved,
    identity: Arc<Identity>,
    control: Arc<Control>,
    revive: impl FnOnce(&Identity, Value) -> Result<Box<dyn Machine>, Failure>,
) -> Result<(Run, Box<dyn Machine>), Failure> {
    let store = core.store.clone().ok_or_else(|| Failure::runtime("the engine has no store"))?;
    let (record, _) = saved.scopes.get(&vec![]).ok_or_else(|| lost(&vec![]))?;
    let machine = revive(&identity, json(record)?)?;
    let mut run = Run::new(core, identity, control, saved.begun.seed);
    run.ledger = Some(Ledger::new(store, None, saved.number));
    run.log.count = saved.events;
    run.limit(saved.begun.timeout);
    Ok((run, machine))
}

impl Run {
    pub(crate) fn with(mut self, saved: &Saved, machine: Box<dyn Machine>) -> Result<Run, Failure> {
        self.log.now = self.now();
        self.restore(saved, &vec![], machine, None, Key::ROOT)?;
        Ok(self)
    }

    /// Rebuilds a scope and all below it.
    fn restore(
        &mut self,
        saved: &Saved,
        path: &Path,
        machine: Box<dyn Machine>,
        parent: Option<(u32, u32)>,
        key: Key,
    ) -> Result<u32, Failure> {
        let mark = mark(saved, path)?;
        let mut scope = self.scope(machine, parent, key);
        scope.visits = mark.visits;
        scope.visit = self.visit();
        scope.ordinal = mark.ordinal;
        scope.attempt = mark.attempt;
        scope.used = mark.used;
        let retry_at = mark.retry_at.map(Time::read);
        *scope.times_mut() = Times {
            entered: mark.entered_at.map(Time::read),
            begun: mark.begun_at.map(Time::read),
            retry: retry_at,
        };
        (scope.trace.last, scope.trace.entered, scope.trace.before) = mark.trace;
        scope.trace.data = mark.data.map(Text::from);
        let visit = scope.visit;
        let begins = mark.visits == 0 && scope.machine.at() == At::Gone;
        let id = self.scopes.add(scope);
        let todo = match (mark.fork, retry_at) {
            _ if begins => Todo::Step(Event::Start),
            (Some(events), _) => {
                if !self.restore_children(saved, path, id, events)? {
                    return Ok(id);
                }
                Todo::Children
            }
            (None, Some(time)) => {
                self.alarm(id, time, Alarm::Retry);
                return Ok(id);
            }
            (None, None) => Todo::Begin,
        };
        self.jobs.push_back(Job { scope: id, visit, todo });
        Ok(id)
    }

    /// Rebuilds the children of a Parallel or Map: whether there is something to do for itself. Commits are made
    /// when all children are started that there is room for; so there is not, unless a store kept half of one.
    fn restore_children(
        &mut self,
        saved: &Saved,
        path: &Path,
        id: u32,
        (begun, room): (u32, u32),
    ) -> Result<bool, Failure> {
        let kind = self.kind(id).unwrap_or(Kind::Parallel);
        self.step_context.now = self.now();
        let Some(scope) = self.scopes.get_mut(id) else { return Ok(false) };
        scope.tell(&mut self.step_context, self.name_key);
        let effect = scope.machine.effect(&self.step_context)?;
        let Effect::Fork { count, width } = effect else { return Err(lost(path)) };
        let (ordinal, key) = (scope.ordinal, scope.key);
        let mut fork = Fork {
            kind,
            width: if width == 0 { count } else { width },
            children: std::iter::repeat_with(|| Child::Waiting).take(count).collect(),
            outputs: Vec::new(),
            started: 0,
            running: 0,
            queued: false,
            begun,
            room,
        };
        #[allow(clippy::cast_possible_truncation, reason = "children are counted in u32")]
        for index in 0..count as u32 {
            let mut below = path.clone();
            below.push((ordinal, index));
            let Some((record, _)) = saved.scopes.get(&below) else {
                continue;
            };
            let Some(scope) = self.scopes.get_mut(id) else { return Ok(false) };
            let child = scope.machine.revive(index as usize, json(record)?)?;
            fork.started = index as usize + 1;
            if child.at() == At::Done {
                fork.ended(index as usize, mark(saved, &below)?.data.map(Text::from));
                scope.machine.take_in(index as usize, child);
            } else {
                fork.running += 1;
                let key = key.child(ordinal, index);
                let child = self.restore(saved, &below, child, Some((id, index)), key)?;
                fork.children[index as usize] = Child::Running(child);
            }
        }
        let room = fork.started < count && fork.running < fork.width;
        fork.queued = room || fork.running == 0;
        let queued = fork.queued;
        if let Some(scope) = self.scopes.get_mut(id) {
            scope.fork = Some(Box::new(fork));
        }
        Ok(queued)
    }
}

fn mark(saved: &Saved, path: &Path) -> Result<Mark, Failure> {
    let (_, mark) = saved.scopes.get(path).ok_or_else(|| lost(path))?;
    serde_json::from_str(mark)
        .map_err(|error| Failure::runtime(format!("the mark of the scope {path:?}: {error}")))
}

fn json(record: &str) -> Result<Value, Failure> {
    serde_json::from_str(record)
        .map_err(|error| Failure::runtime(format!("a record is not JSON: {error}")))
}

fn lost(path: &Path) -> Failure {
    Failure::runtime(format!("the checkpoint lacks the scope {path:?}"))
}

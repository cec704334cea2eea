//! Effects that wait until what they begin with is on disk, and the scopes that have something new.

use crate::engine::epoch;
use crate::engine::run::{Run, Todo};
use crate::machine::{Event, Kind};

/// The most effects that one commit waits for: the children of a Map start in waves.
const WAVE: usize = 1_000;

impl Run {
    /// Something small is new of a scope: it goes with the next commit.
    pub(crate) fn touch(&mut self, id: u32) {
        let Some(ledger) = &mut self.ledger else { return };
        ledger.wake = None;
        ledger.touched.push((id, false));
    }

    /// Something is new that is to be written soon.
    pub(crate) fn touch_soon(&mut self, id: u32) {
        self.touch(id);
        if let Some(ledger) = &mut self.ledger {
            ledger.due = true;
        }
    }

    /// A scope has come to an effect. It is begun at once; with a store, as soon as that is written.
    pub(crate) fn hold(&mut self, id: u32) -> Option<Event> {
        let now = self.ledger.is_some().then(|| self.now());
        let (Some(ledger), Some(scope)) = (&mut self.ledger, self.scopes.get_mut(id)) else {
            return self.begin(id);
        };
        scope.times_mut().entered = now;
        ledger.wake = None;
        ledger.touched.push((id, true));
        // Only what reaches the world outside waits for the disk; a machine that takes its turn is not even written.
        let kind = scope.info().map(|info| info.kind);
        ledger.due |= matches!(kind, Some(Kind::Task | Kind::Wait | Kind::Parallel | Kind::Map));
        ledger.prepared.remove(&id);
        match kind {
            Some(Kind::Task) => {
                scope.times_mut().owner = epoch::owner(ledger.epoch);
                ledger.hold((id, scope.visit));
                return None;
            }
            // Its children take parts of what it keeps.
            Some(Kind::Parallel | Kind::Map) => match scope.machine.save() {
                Ok(record) => drop(ledger.prepared.insert(id, record)),
                Err(failure) => {
                    self.fail(id, failure);
                    return None;
                }
            },
            _ => {}
        }
        self.begin(id)
    }

    /// A scope begins a distributed Map: true if that happens later, once it is written.
    pub(crate) fn hold_distributed(&mut self, id: u32) -> bool {
        let begun = self.now();
        let (Some(ledger), Some(scope)) = (&mut self.ledger, self.scopes.get_mut(id)) else {
            return false;
        };
        scope.times_mut().begun = Some(begun);
        ledger.touched.push((id, false));
        ledger.hold((id, scope.visit));
        true
    }

    /// Writes the record of a scope again, where it does not say any more how items are made. True if its effect begins later,
    /// once that is written.
    pub(crate) fn renew(&mut self, id: u32) -> bool {
        let (Some(ledger), Some(scope)) = (&mut self.ledger, self.scopes.get_mut(id)) else {
            return false;
        };
        let renewed = scope.machine.renew();
        if renewed {
            ledger.touched.push((id, true));
            ledger.hold((id, scope.visit));
        }
        renewed
    }

    /// Begins another attempt of an effect, once the end of the last one is written: so no crash makes more of them than
    /// the retriers allow.
    pub(crate) fn begin_again(&mut self, id: u32) {
        let (Some(ledger), Some(scope)) = (&mut self.ledger, self.scopes.get_mut(id)) else {
            return self.later(id, Todo::Begin);
        };
        // The engine that wrote the end of the last attempt may be gone: this one is not counted with it.
        let owner = epoch::owner(ledger.epoch);
        if std::mem::replace(&mut scope.times_mut().owner, owner) != owner {
            ledger.touched.push((id, false));
        }
        if ledger.is_behind() {
            ledger.hold((id, scope.visit));
        } else {
            self.later(id, Todo::Begin);
        }
    }

    /// Writes down that an attempt begins which was there before a crash, where it may have waited for a permit until now: from
    /// here on it is counted. True if it begins later, once that is written.
    pub(crate) fn count_from_here(&mut self, id: u32) -> bool {
        let limited = self.core.permits.is_some();
        let (Some(ledger), Some(scope)) = (&mut self.ledger, self.scopes.get_mut(id)) else {
            return false;
        };
        let owner = epoch::owner(ledger.epoch);
        if !limited || std::mem::replace(&mut scope.times_mut().owner, owner) == owner {
            return false;
        }
        ledger.touched.push((id, false));
        ledger.hold((id, scope.visit));
        true
    }

    /// Puts off the start of more children until the next commit is written, if many effects wait for that: true if it
    /// did.
    pub(crate) fn put_off_children(&mut self, id: u32) -> bool {
        let (Some(ledger), Some(scope)) = (&mut self.ledger, self.scopes.get(id)) else {
            return false;
        };
        let crowded = ledger.next.len() >= WAVE;
        if crowded {
            ledger.parents.push((id, scope.visit));
        }
        crowded
    }
}

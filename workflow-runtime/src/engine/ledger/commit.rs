//! The next commit, made of what the ledger has collected.

use super::{Ledger, settled};
use crate::engine::mark::Mark;
use crate::engine::run::Run;
use crate::engine::scope::{Scope, Scopes, Text};
use crate::failure::Failure;
use crate::history::{self, HistoryEvent};
use crate::machine::At;
use crate::store::{Chunk, Commit, Record, Stored};
use crate::texts::{Payloads, marked, plain};
use std::collections::BTreeMap;

impl Run {
    /// The commit of an execution that has not done anything yet.
    pub(crate) fn first_commit(&mut self) -> Result<Commit, Failure> {
        if let Some(ledger) = &mut self.ledger {
            ledger.touched.push((Scopes::ROOT, true));
        }
        self.commit()
    }

    /// The commit with which an execution that failed runs again.
    pub(crate) fn redriving_commit(&mut self) -> Result<Commit, Failure> {
        if let Some(ledger) = &mut self.ledger {
            ledger.redrives = true;
        }
        self.commit()
    }

    pub(super) fn commit(&mut self) -> Result<Commit, Failure> {
        let end = match &self.conclusion.result {
            None => None,
            Some(Ok(output)) => Some(Ok(output.text()?)),
            Some(Err(failure)) => Some(Err(failure.clone())),
        };
        let Some(mut ledger) = self.ledger.take() else {
            return Err(Failure::runtime("an execution without a store commits"));
        };
        let commit = self.changes(&mut ledger, end);
        self.ledger = Some(ledger);
        commit
    }

    /// Makes the next commit.
    fn changes(
        &mut self,
        ledger: &mut Ledger,
        end: Option<Result<Text, Failure>>,
    ) -> Result<Commit, Failure> {
        // Records and marks mention what the events tell.
        let chunk = chunk(&self.log.events, &mut ledger.payloads);
        let records = match &end {
            None => match self.records(ledger) {
                Ok(records) => records,
                Err(failure) => {
                    // What it took out is lost: a redrive goes on from the commit before, with the children of that.
                    ledger.last = Some((vec![], 0));
                    return Err(failure);
                }
            },
            Some(Err(_)) => settled::records(ledger),
            // Nothing of its scopes is needed any more.
            Some(Ok(_)) => vec![],
        };
        if end.is_some() {
            (ledger.touched, ledger.ended) = (vec![], BTreeMap::new());
        }
        let continued =
            end.as_ref().is_some_and(Result::is_ok).then(|| self.conclusion.successor());
        ledger.number += 1;
        ledger.due = false;
        ledger.ending = end.is_some();
        ledger.held = std::mem::take(&mut ledger.next);
        ledger.dropped.append(&mut ledger.given_up);
        ledger.chunk = std::mem::take(&mut self.log.events);
        let place = (ledger.epoch, ledger.number);
        let redrives = std::mem::take(&mut ledger.redrives);
        let time = match self.origin.identity.redriven {
            Some(redriven) if redrives => redriven,
            // The clock may be behind that of the engine which ended or redrove it.
            Some(redriven) => redriven.max(self.now()),
            None => self.now(),
        };
        let begun = ledger.begun.take();
        Ok(Commit {
            caller: self.origin.caller.clone().filter(|_| begun.is_some()),
            begun,
            events: self.log.count,
            removed: std::mem::take(&mut ledger.removed),
            records,
            payloads: stored(ledger.payloads.take_new()),
            chunk,
            state: ledger.new_state(&self.scopes),
            wake: ledger.wake,
            opened: std::mem::take(&mut ledger.opened),
            closed: std::mem::take(&mut ledger.closed),
            expired: std::mem::take(&mut ledger.expired),
            taken: std::mem::take(&mut ledger.taken),
            status: self.conclusion.status,
            end,
            continued: continued.flatten(),
            redriven: redrives,
            round: self.origin.within.round,
            ..Commit::new(self.origin.identity.id.clone(), place, time)
        })
    }

    /// Takes note of the state that the workflow came to last, with the step that ends it: it may have waited in none.
    pub(crate) fn note_end(&mut self, from: Option<usize>) {
        let state = self.step.trace.last.or(from);
        let (Some(ledger), Some(scope)) = (&mut self.ledger, self.scopes.get(Scopes::ROOT)) else {
            return;
        };
        let other = state.filter(|_| state != ledger.state);
        let info = other.and_then(|state| scope.machine.states().get(state));
        ledger.ended_in = info.map(|info| info.name.as_ref().into());
    }

    /// Returns what is new of scopes.
    pub(super) fn records(&mut self, ledger: &mut Ledger) -> Result<Vec<Record>, Failure> {
        let mut touched = std::mem::take(&mut ledger.touched);
        let ended = std::mem::take(&mut ledger.ended).into_iter();
        let mut records: Vec<_> = ended.map(|(path, last)| last.record(path)).collect();
        // The machine of a scope is new if one of its touches says so, or nothing of it is written.
        touched.sort_unstable_by_key(|&(id, machine)| (id, !machine));
        touched.dedup_by_key(|&mut (id, _)| id);
        for (id, machine) in touched {
            let Some(scope) = self.scopes.get(id) else { continue };
            // A machine that lost its way is redriven from where it was last.
            if scope.machine.at() == At::Gone && scope.visits > 0 {
                continue;
            }
            let payloads = &mut ledger.payloads;
            let machine = match ledger.prepared.remove(&id) {
                Some(record) => Some(shortened(record, payloads)),
                None if machine || !scope.written => Some(saved(scope, payloads)?),
                None => None,
            };
            let mark = Mark::of(scope).bytes(payloads);
            records.push(Record { path: self.scopes.path(id), machine, mark });
            if let Some(scope) = self.scopes.get_mut(id) {
                scope.written = true;
            }
        }
        Ok(records)
    }
}

impl Ledger {
    /// Returns the name of the state that the workflow has come to, if it is another than the one that was written.
    fn new_state(&mut self, scopes: &Scopes) -> Option<Text> {
        let root = scopes.get(Scopes::ROOT);
        let Some((scope, state)) = root.and_then(|scope| Some((scope, scope.state()?))) else {
            return self.ended_in.take();
        };
        if self.state.replace(state) == Some(state) {
            return None;
        }
        Some(scope.info()?.name.as_ref().into())
    }
}

/// Encodes events.
fn chunk(events: &[HistoryEvent], payloads: &mut Payloads) -> Option<Chunk> {
    let (first, last) = (events.first()?.id, events.last()?.id);
    Some(Chunk { first, last, bytes: history::encode(events, payloads).into() })
}

fn stored(new: Vec<(u32, Text)>) -> Vec<Stored> {
    new.into_iter().map(|(number, text)| Stored { number, text }).collect()
}

/// Returns what a machine saves. Payloads that are written are mentioned.
pub(super) fn saved(scope: &Scope, payloads: &mut Payloads) -> Result<Text, Failure> {
    Ok(shortened(scope.machine.save()?, payloads))
}

/// A record in the form that is kept: it mentions the payloads that are written.
pub(super) fn shortened(record: String, payloads: &mut Payloads) -> Text {
    match payloads.known(&record) {
        Some(pieces) => marked(&pieces).into(),
        None => plain(&record).into(),
    }
}

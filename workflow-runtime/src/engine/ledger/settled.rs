//! The records with which an execution fails: what a redrive goes on from.

use super::Ledger;
use super::commit::{saved, shortened};
use crate::engine::mark::Mark;
use crate::engine::run::{Run, Todo, before};
use crate::engine::told::{Told, Undone};
use crate::store::Record;

impl Run {
    /// Keeps what an execution that fails is redriven from, before its scopes are cancelled.
    pub(crate) fn settle(&mut self) {
        let Some(mut ledger) = self.ledger.take() else { return };
        if ledger.last.is_none() {
            let mut undone: Vec<_> = self.undone.take().into_iter().collect();
            undone.extend(self.untold());
            let mut last: Vec<_> =
                undone.into_iter().filter_map(|it| self.unfinished(&mut ledger, it)).collect();
            ledger.last = Some(match self.records(&mut ledger) {
                Ok(records) => {
                    last.extend(records);
                    (last, ledger.removed.len())
                }
                // All of them, with the children of before, or none: some alone fit nothing.
                Err(_) => (vec![], 0),
            });
        }
        self.ledger = Some(ledger);
    }

    /// The scopes whose next step is in the queue: the history has what they are to be told.
    fn untold(&mut self) -> Vec<Undone> {
        let mut untold = vec![];
        for job in &self.jobs {
            let Todo::Step(event) = &job.todo else { continue };
            if self.scopes.alive(job.scope, job.visit)
                && let Some(scope) = self.scopes.get_mut(job.scope)
            {
                let mark = before(scope, event);
                untold.push(Undone { scope: job.scope, mark, whole: true });
            }
        }
        untold
    }

    /// The record of a scope whose step failed, or did not come any more: as it was before, with the event that it was told.
    fn unfinished(&self, ledger: &mut Ledger, undone: Undone) -> Option<Record> {
        let Undone { scope: id, mark, whole } = undone;
        let new = ledger.touched.contains(&(id, true));
        ledger.touched.retain(|(touched, _)| *touched != id);
        let (mut mark, scope) = (mark?, self.scopes.get(id)?);
        let path = self.scopes.path(id);
        if mark.told == Some(Told::Children)
            && let Some(aside) = ledger.aside.take_if(|aside| aside.of == path)
        {
            ledger.ended.extend(aside.records);
            ledger.removed.pop();
            mark.fork = Some(aside.fork);
        }
        let machine = match ledger.prepared.remove(&id) {
            Some(record) => Some(shortened(record, &mut ledger.payloads)),
            None if whole && (new || !scope.written) => {
                Some(saved(scope, &mut ledger.payloads).ok()?)
            }
            None => None,
        };
        let trace = (scope.trace.last, scope.trace.entered, scope.trace.before);
        let mark = Mark { trace, ..mark }.bytes(&mut ledger.payloads);
        (machine.is_some() || scope.written).then_some(Record { path, machine, mark })
    }
}

/// The records with which an execution fails. Without any it is redriven from the commit before.
pub(super) fn records(ledger: &mut Ledger) -> Vec<Record> {
    let (records, removed) = ledger.last.take().unwrap_or_default();
    ledger.removed.truncate(removed);
    records
}

//! The last records of children that have ended: kept until their parent joins them.

use super::commit::saved;
use super::{Aside, Last};
use crate::engine::mark::Mark;
use crate::engine::run::Run;
use crate::engine::scope::Scope;
use crate::history::EventType;
use crate::store::Path;
use std::ops::Bound::{Excluded, Unbounded};

impl Run {
    /// A child has ended: its last record is written once, and joined from there after a crash. False if it cannot be
    /// written, with which the execution ends.
    pub(crate) fn keep(&mut self, path: Path, scope: &Scope) -> bool {
        let Some(ledger) = &mut self.ledger else { return true };
        match saved(scope, &mut ledger.payloads) {
            Ok(machine) => {
                let mark = Mark::of(scope).bytes(&mut ledger.payloads);
                ledger.ended.insert(path, Last { machine, mark });
                ledger.due = true;
                true
            }
            Err(failure) => {
                self.finish(EventType::ExecutionFailed, failure);
                false
            }
        }
    }

    /// The children of a scope are gone.
    pub(crate) fn forget_children(&mut self, id: u32) {
        drop(self.take_children(id));
    }

    /// The children of a scope are joined. If the step that takes them in fails, a redrive joins them again.
    pub(crate) fn set_children_aside(&mut self, id: u32, fork: (u32, u32)) {
        let Some((of, records)) = self.take_children(id) else { return };
        if let Some(ledger) = &mut self.ledger {
            ledger.aside = Some(Aside { of, fork, records });
        }
    }

    /// Takes out the records of the children of a scope that are not written; those that are will be removed. Returns the
    /// path of the scope with them.
    fn take_children(&mut self, id: u32) -> Option<(Path, Vec<(Path, Last)>)> {
        self.ledger.as_ref()?;
        let of = self.scopes.path(id);
        let ledger = self.ledger.as_mut()?;
        let below = ledger.ended.range((Excluded(of.clone()), Unbounded));
        let below: Vec<_> =
            below.map(|(path, _)| path).take_while(|path| path.starts_with(&of)).cloned().collect();
        let records = below.into_iter().filter_map(|path| ledger.ended.remove_entry(&path));
        let records = records.collect();
        ledger.removed.push(of.clone());
        Some((of, records))
    }
}

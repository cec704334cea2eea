//! Finds the next use of a kept place.

use super::Native;
use crate::workflow::ex::Ex;
use crate::workflow::model::{Block, BlockId, End, StateId, Stmt};
use crate::workflow::uses::{Place, overlap};
use std::collections::{BTreeSet, VecDeque};

impl<'g> Native<'g> {
    /// The blocks after a state: its children's first.
    pub fn after(&self, state: StateId) -> Vec<BlockId> {
        let children = self.graph.children(state).into_iter();
        children.map(|child| self.graph.scopes[child].start).chain(self.graph.next(state)).collect()
    }

    /// The first use of a place from some blocks on. What was found is remembered for all blocks in a row that lead
    /// there: what passes by many states is asked for at each.
    pub fn next_use(&self, place: &Place, from: &[BlockId]) -> Option<&'g Ex> {
        let (mut passed, mut next) = (vec![], from.to_vec());
        let found = loop {
            let [block] = next[..] else { break self.nearest_use(place, &next) };
            if let Some(known) = self.next_uses.borrow().get(&(block, place.clone())) {
                break *known;
            }
            if !self.live.live_at(block, place) || passed.len() > self.graph.blocks.len() {
                break None;
            }
            passed.push(block);
            if let Some(found) = self.used_in(&self.graph.blocks[block], place) {
                break Some(found);
            }
            next = self.beyond(block);
        };
        let mut known = self.next_uses.borrow_mut();
        known.extend(passed.into_iter().map(|block| ((block, place.clone()), found)));
        found
    }

    fn nearest_use(&self, place: &Place, from: &[BlockId]) -> Option<&'g Ex> {
        let mut todo: VecDeque<BlockId> = from.iter().copied().collect();
        let mut seen = BTreeSet::new();
        while let Some(block) = todo.pop_front() {
            // Where it is dead, no use follows.
            if !self.live.live_at(block, place) || !seen.insert(block) {
                continue;
            }
            if let Some(found) = self.used_in(&self.graph.blocks[block], place) {
                return Some(found);
            }
            todo.extend(self.beyond(block));
        }
        None
    }

    fn beyond(&self, block: BlockId) -> Vec<BlockId> {
        match self.graph.blocks[block].end {
            End::Enter(state) => self.after(state),
            End::Goto(next) => vec![next],
            _ => vec![],
        }
    }

    fn used_in(&self, block: &'g Block, place: &Place) -> Option<&'g Ex> {
        let code = block.code.iter().chain(&block.late).flat_map(read);
        let entry = match &block.end {
            End::Enter(state) => self.document.entry(self.graph, *state),
            End::Return(value) => vec![value],
            _ => vec![],
        };
        code.chain(entry).find_map(|ex| used(ex, place))
    }
}

/// The expressions that a statement evaluates, in order.
fn read(stmt: &Stmt) -> Vec<&Ex> {
    match stmt {
        Stmt::Let { bound: true, .. } | Stmt::Take { .. } | Stmt::Late(..) => vec![],
        Stmt::Let { value, .. } | Stmt::Drop(value) => vec![value],
        Stmt::Assign { place, value, .. } => vec![value, place],
        Stmt::Mutate { place, args, .. } => args.iter().chain([place]).collect(),
    }
}

fn used<'e>(ex: &'e Ex, place: &Place) -> Option<&'e Ex> {
    match ex.place() {
        Some(found) => overlap(&found, place).then_some(ex),
        None => ex.parts().into_iter().find_map(|part| used(part, place)),
    }
}

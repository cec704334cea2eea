//! Chooses the values that the native machine clones.
//!
//! Rust lets a part of a variable be away for a while: `order.card = charge(order.card).await?`. A state cannot
//! keep a variable with a hole in it, and no macro knows the other fields. So what is given away is a clone,
//! where the whole is needed again.

use super::ex::Ex;
use super::liveness::{Liveness, Places, only_branches};
use super::model::{Block, End, Graph, ScopeId, Stmt};
use super::uses::{self, Place, Use, inside};
use std::collections::BTreeSet;

/// The expressions whose values are cloned, by identity: the graph no longer changes.
#[derive(Default)]
pub struct Copies(BTreeSet<*const Ex>);

impl Copies {
    pub fn new(graph: &Graph, live: &Liveness) -> Self {
        let mut this = Copies::default();
        graph.blocks.iter().for_each(|block| this.block(graph, live, block));
        this
    }

    pub fn contains(&self, ex: &Ex) -> bool {
        self.0.contains(&std::ptr::from_ref(ex))
    }

    /// From the end of a block to its beginning, with what is live after each use.
    fn block(&mut self, graph: &Graph, live: &Liveness, block: &Block) {
        let mut used = vec![];
        let mut after = live.after(graph, block);
        match &block.end {
            End::Enter(state) => uses::entry(graph, *state, &mut used),
            End::Return(value) => uses::expr(value, true, &mut used),
            End::Goto(_) | End::Raced | End::Open | End::Unreachable => {}
        }
        let mut back = vec![];
        self.take(graph, live, block.scope, &used, &after, &back);
        after.extend(used.drain(..).map(|used| used.place));
        for stmt in block.code.iter().chain(&block.late).rev() {
            let defined = uses::stmt(stmt, &mut used);
            after.retain(|(var, _)| !defined.contains(var));
            back.extend(given_back(stmt));
            // `order.lines.push(order.note)`: the whole is there when a part is written, and the value is gone by then.
            after.extend(defined.is_empty().then(|| written(stmt)).flatten());
            self.take(graph, live, block.scope, &used, &after, &back);
            after.extend(used.drain(..).map(|used| used.place));
        }
    }

    fn take(
        &mut self,
        graph: &Graph,
        live: &Liveness,
        scope: ScopeId,
        used: &[Use<'_>],
        after: &Places,
        back: &[Place],
    ) {
        for Use { place, at, .. } in used.iter().filter(|used| used.moved) {
            let needed = after.iter().any(|whole| whole != place && inside(place, whole));
            // Before the next state the user's own code puts the part back.
            let soon = back.iter().any(|back| inside(place, back));
            if (needed && !soon) || is_lent(graph, live, scope, place) {
                self.0.extend(at.map(std::ptr::from_ref));
            }
        }
    }
}

/// True if a branch uses by value what it only shares with others.
fn is_lent(graph: &Graph, live: &Liveness, scope: ScopeId, place: &Place) -> bool {
    let of = graph.vars[place.0].scope;
    of != scope && only_branches(graph, scope, of) && !live.is_own(scope, place)
}

/// The variable that a statement writes, or a part of it.
fn written(stmt: &Stmt) -> Option<Place> {
    match stmt {
        Stmt::Assign { place, .. } | Stmt::Mutate { place, .. } => {
            place.place().map(|(var, _)| (var, vec![]))
        }
        _ => None,
    }
}

/// The part that a statement writes anew.
fn given_back(stmt: &Stmt) -> Option<Place> {
    match stmt {
        Stmt::Assign { place, op: None, .. } => place.place(),
        _ => None,
    }
}

//! Computes what the native machine keeps: live places, what was moved before, and who shares what with whom.

use super::model::{Block, BlockId, End, Fork, ForkKind, Graph, Kind, ScopeId, StateId, VarId};
use super::uses::{self, Place, inside, overlap};
use std::collections::BTreeSet;

pub type Places = BTreeSet<Place>;

/// A place that a variant of the enum keeps.
#[derive(Clone, PartialEq)]
pub struct Keep {
    pub place: Place,
    /// Behind an `Arc`: the parent's, or shared with children.
    pub shared: bool,
}

pub struct Liveness {
    /// Live at the beginning of a block.
    live: Vec<Places>,
    /// Possibly moved at the beginning of a block.
    moved: Vec<Places>,
    /// Possibly moved once a state is entered.
    after: Vec<Places>,
    /// By scope: the outer places that are its own, moved into it.
    own: Vec<Places>,
    /// By scope: the outer places it shares.
    shared: Vec<Places>,
}

impl Liveness {
    pub fn new(graph: &Graph) -> Self {
        let blocks = graph.blocks.len();
        let mut this = Liveness {
            live: vec![Places::new(); blocks],
            moved: vec![Places::new(); blocks],
            after: vec![Places::new(); graph.states.len()],
            own: vec![Places::new(); graph.scopes.len()],
            shared: vec![Places::new(); graph.scopes.len()],
        };
        let order = graph.last_first();
        while order.iter().fold(false, |changed, block| this.backward(graph, *block) | changed) {}
        let taken = taken(graph);
        while order
            .iter()
            .rev()
            .fold(false, |changed, block| this.forward(graph, *block, &taken) | changed)
        {}
        // Parents come before their children.
        (1..graph.scopes.len()).for_each(|scope| this.divide(graph, scope, &taken));
        this
    }

    /// True if a variable may be read before anything in its scope has given it a value.
    pub fn read_unset(&self, graph: &Graph, var: VarId) -> bool {
        let start = graph.scopes[graph.vars[var].scope].start;
        self.live[start].iter().any(|(live, _)| *live == var)
    }

    fn backward(&mut self, graph: &Graph, block: BlockId) -> bool {
        let mut live = self.live_out(graph, block);
        let Block { code, late, .. } = &graph.blocks[block];
        for stmt in code.iter().chain(late).rev() {
            let mut used = vec![];
            let defined = uses::stmt(stmt, &mut used);
            live.retain(|(var, _)| !defined.contains(var));
            live.extend(used.into_iter().map(|used| used.place));
        }
        let changed = live != self.live[block];
        self.live[block] = live;
        changed
    }

    fn live_out(&self, graph: &Graph, block: BlockId) -> Places {
        let mut used = vec![];
        let mut live = self.after(graph, &graph.blocks[block]);
        match &graph.blocks[block].end {
            End::Enter(state) => uses::entry(graph, *state, &mut used),
            End::Return(value) => uses::expr(value, true, &mut used),
            End::Goto(_) | End::Raced | End::Open | End::Unreachable => {}
        }
        live.extend(used.into_iter().map(|used| used.place));
        live
    }

    /// Live after the last expression of a block.
    pub fn after(&self, graph: &Graph, block: &Block) -> Places {
        match &block.end {
            End::Goto(next) => self.live[*next].clone(),
            End::Enter(state) => self.beyond(graph, *state),
            End::Return(_) | End::Raced | End::Open | End::Unreachable => Places::new(),
        }
    }

    /// Live once a state is entered: what its children and what comes after it use.
    fn beyond(&self, graph: &Graph, state: StateId) -> Places {
        let mut live = Places::new();
        for next in graph.next(state) {
            live.extend(self.live[next].iter().cloned());
        }
        for child in graph.children(state) {
            live.extend(self.outer(graph, child));
        }
        live
    }

    /// The outer places that a branch or item uses.
    fn outer(&self, graph: &Graph, child: ScopeId) -> Places {
        let live = self.live[graph.scopes[child].start].iter();
        live.filter(|(var, _)| !graph.scopes[child].binds(*var)).cloned().collect()
    }

    fn forward(&mut self, graph: &Graph, block: BlockId, taken: &[Places]) -> bool {
        let mut moved = self.moved[block].clone();
        let body = &graph.blocks[block];
        for stmt in body.code.iter().chain(&body.late) {
            let mut used = vec![];
            let defined = uses::stmt(stmt, &mut used);
            moved.extend(used.into_iter().filter(|used| used.moved).map(|used| used.place));
            moved.retain(|(var, _)| !defined.contains(var));
        }
        let mut changed = false;
        if let End::Enter(state) = body.end {
            let mut used = vec![];
            uses::entry(graph, state, &mut used);
            moved.extend(used.into_iter().filter(|used| used.moved).map(|used| used.place));
            // A branch may take outer values; an item of a Map cannot, there are many of them.
            if !is_map(graph, state) {
                let branches = graph.children(state).into_iter();
                moved.extend(branches.flat_map(|branch| taken[branch].iter().cloned()));
            }
            changed |= grow(&mut self.after[state], &moved);
            for child in graph.children(state) {
                changed |= grow(&mut self.moved[graph.scopes[child].start], &moved);
            }
        }
        for next in graph.successors(block) {
            changed |= grow(&mut self.moved[next], &moved);
        }
        changed
    }

    /// Divides the outer places into those moved into a scope and those that it shares.
    fn divide(&mut self, graph: &Graph, scope: ScopeId, taken: &[Places]) {
        let Some((parent, state)) = graph.scopes[scope].parent else { return };
        let kept = self.places(graph, state);
        let own = if matches!(
            &graph.states[state].kind,
            Kind::Fork(Fork { kind: ForkKind::Parallel { .. }, .. })
        ) {
            self.moved_in(graph, (state, scope), &taken[scope], &kept)
        } else {
            Places::new()
        };
        let own: Places = own.into_iter().filter(|place| self.owns(graph, parent, place)).collect();
        let outer = self.outer(graph, scope);
        let shared = kept
            .into_iter()
            .filter(|place| outer.iter().any(|used| overlap(used, place)) && !own.contains(place));
        self.shared[scope] = shared.collect();
        self.own[scope] = own;
    }

    fn moved_in(
        &self,
        graph: &Graph,
        (state, scope): (StateId, ScopeId),
        taken: &Places,
        kept: &Places,
    ) -> Places {
        let later: Places =
            graph.next(state).iter().flat_map(|next| self.live[*next].iter().cloned()).collect();
        let siblings = graph.children(state).into_iter().filter(|child| *child != scope);
        let others: Places =
            siblings.flat_map(|child| self.outer(graph, child)).chain(later).collect();
        let mine = |place: &&Place| {
            taken.iter().any(|taken| overlap(taken, place))
                && !others.iter().any(|other| overlap(other, place))
        };
        kept.iter().filter(mine).cloned().collect()
    }

    /// True if a place belongs to a scope: it may give it away.
    fn owns(&self, graph: &Graph, scope: ScopeId, place: &Place) -> bool {
        graph.vars[place.0].scope == scope || self.is_own(scope, place)
    }

    /// True if an outer place was moved into a scope.
    pub fn is_own(&self, scope: ScopeId, place: &Place) -> bool {
        self.own[scope].iter().any(|own| inside(place, own))
    }

    /// Returns what is live beyond a state, as places to keep: what its scope shares is what the scopes around it
    /// made of it.
    fn places(&self, graph: &Graph, state: StateId) -> Places {
        let scope = graph.states[state].scope;
        let kept = self.represent(graph, scope, &self.beyond(graph, state), &self.after[state]);
        kept.into_iter().map(|keep| keep.place).collect()
    }

    /// Returns what the variant of a state keeps.
    pub fn at_state(&self, graph: &Graph, state: StateId) -> Vec<Keep> {
        let scope = graph.states[state].scope;
        let children = graph.children(state);
        let given = |place: &Place| children.iter().any(|child| self.own[*child].contains(place));
        let lent = |place: &Place| children.iter().any(|child| self.shared[*child].contains(place));
        let places = self.represent(graph, scope, &self.beyond(graph, state), &self.after[state]);
        let places = places.into_iter().filter(|keep| !given(&keep.place));
        places
            .map(|keep| Keep { shared: keep.shared || lent(&keep.place), place: keep.place })
            .collect()
    }

    /// Returns what the variant of a label keeps.
    pub fn at_block(&self, graph: &Graph, block: BlockId) -> Vec<Keep> {
        self.represent(graph, graph.blocks[block].scope, &self.live[block], &self.moved[block])
    }

    fn represent(&self, graph: &Graph, scope: ScopeId, live: &Places, moved: &Places) -> Vec<Keep> {
        let outer = |place: &&Place| self.shared[scope].iter().any(|shared| overlap(shared, place));
        let shared = self.shared[scope]
            .iter()
            .filter(|shared| live.iter().any(|live| overlap(live, shared)));
        let shared = shared.map(|place| Keep { place: place.clone(), shared: true });
        let own: Places = live.iter().filter(|place| !outer(place)).cloned().collect();
        let own = keep(&own, moved).into_iter().map(|place| Keep { place, shared: false });
        let _ = graph;
        shared.chain(own).collect()
    }

    /// True if a fork's variant shares this place only with its own children: it takes it back afterwards.
    pub fn lends(&self, graph: &Graph, state: StateId, place: &Place) -> bool {
        let scope = graph.states[state].scope;
        self.owns(graph, scope, place)
            && graph.children(state).iter().any(|child| self.shared[*child].contains(place))
    }

    pub fn live_at(&self, block: BlockId, place: &Place) -> bool {
        let (from, to) = ((place.0, vec![]), (place.0 + 1, vec![]));
        self.live[block].range(from..to).any(|live| overlap(live, place))
    }
}

/// By scope: the outer places that a branch uses by value, in its own code and in that of branches inside it.
fn taken(graph: &Graph) -> Vec<Places> {
    let mut taken = vec![Places::new(); graph.scopes.len()];
    for block in graph.blocks.iter().filter(|block| graph.scopes[block.scope].parent.is_some()) {
        let mut used = vec![];
        block.code.iter().chain(&block.late).for_each(|stmt| drop(uses::stmt(stmt, &mut used)));
        match &block.end {
            End::Enter(state) => uses::entry(graph, *state, &mut used),
            End::Return(value) => uses::expr(value, true, &mut used),
            _ => {}
        }
        for place in used.into_iter().filter(|used| used.moved).map(|used| used.place) {
            let mut scope = block.scope;
            while !graph.within(graph.vars[place.0].scope, scope) {
                taken[scope].insert(place.clone());
                match graph.scopes[scope].parent {
                    // What goes through a Map was not moved.
                    Some((outer, state)) if !is_map(graph, state) => scope = outer,
                    _ => break,
                }
            }
        }
    }
    taken
}

/// True if all forks between a scope and an outer one are Parallels.
pub fn only_branches(graph: &Graph, mut scope: ScopeId, outer: ScopeId) -> bool {
    while scope != outer {
        let Some((parent, state)) = graph.scopes[scope].parent else { return false };
        if graph.scopes[scope].item.is_some() || is_map(graph, state) {
            return false;
        }
        scope = parent;
    }
    true
}

fn is_map(graph: &Graph, state: StateId) -> bool {
    matches!(&graph.states[state].kind, Kind::Fork(Fork { kind: ForkKind::Map { .. }, .. }))
}

fn grow(set: &mut Places, by: &Places) -> bool {
    let before = set.len();
    set.extend(by.iter().cloned());
    set.len() != before
}

/// The whole variable until a part of it was used by value; from then on the parts that are live.
fn keep(live: &Places, moved: &Places) -> Places {
    let mut kept = Places::new();
    for place in live {
        let whole = (place.0, vec![]);
        if live.contains(&whole)
            || !moved.iter().any(|moved| moved.0 == place.0 && !moved.1.is_empty())
        {
            kept.insert(whole);
        } else if !live.iter().any(|other| other != place && inside(place, other)) {
            kept.insert(place.clone());
        }
    }
    kept
}

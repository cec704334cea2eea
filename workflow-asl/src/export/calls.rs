//! The place of a call among all calls of its execution, for functions that are told where they are called.
//!
//! The context object has no number of a visit, and within a Map only `ItemSelector` is sure to know the index of the
//! item. So a Map around such a call hands the indices of all Maps to its items, and a loop around it counts its turns
//! in a variable. Time has no part in it: a redrive and a retry of a Map come to the same places.

use super::Export;
use super::error::Error;
use super::walk::{Target, Walk};
use crate::expr::BUILT_IN;
use crate::program::Kind;
use std::collections::{BTreeMap, BTreeSet};

/// The index of an item, in `ItemSelector`.
const INDEX: &str = "$states.context.Map.Item.Index";

/// The parts of a document that tell the places of such calls.
#[derive(Default)]
pub(super) struct Calls {
    /// The places of the calls, by their states.
    pub places: BTreeMap<usize, Place>,
    /// The member that Maps and Parallels add to the input of their items and branches, and its text.
    pub handed: BTreeMap<usize, (String, String)>,
    /// The variables that edges assign besides, and their texts.
    assigned: BTreeMap<(usize, usize), Vec<(String, String)>>,
    /// The names that are given away.
    names: BTreeSet<String>,
}

/// The place of a call in its execution, besides its state.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Place {
    /// The text of the indices of the items that it is in.
    pub item: Option<String>,
    /// The variables that count the turns of the loops around it.
    pub turns: Vec<String>,
}

/// The source of the indices of the items that a scope is in.
#[derive(Clone)]
enum Indices {
    /// It is in none.
    None,
    /// This member of its input.
    Input(String),
    /// This variable, of a scope around.
    Variable(String),
}

/// The graph of a scope.
struct Graph {
    first: usize,
    /// The edges, in order.
    next: BTreeMap<usize, Vec<usize>>,
    /// The states that each leads to, by one edge or more.
    reached: BTreeMap<usize, BTreeSet<usize>>,
    /// The states that are, or have in them, such a call.
    calling: BTreeSet<usize>,
}

impl Calls {
    /// Returns what an edge assigns for the places of calls.
    pub fn assigned(&self, from: usize, to: usize) -> &[(String, String)] {
        self.assigned.get(&(from, to)).map_or(&[], Vec::as_slice)
    }

    fn assign(&mut self, (from, to): (usize, usize), name: &str, text: &str) {
        let assigned = self.assigned.entry((from, to)).or_default();
        let new = (name.to_owned(), text.to_owned());
        if !assigned.contains(&new) {
            assigned.push(new);
        }
    }
}

impl Export<'_> {
    /// Finds the places of all calls whose functions are told them.
    pub fn calls(&self) -> Result<Calls, Error> {
        let mut calls = Calls::default();
        if !self.states.iter().any(|options| options.context) {
            return Ok(calls);
        }
        self.calls_of(self.base.program.start, &Indices::None, &[], &mut calls)?;
        Ok(calls)
    }

    /// The calls of a scope and of the scopes in it.
    fn calls_of(
        &self,
        start: usize,
        indices: &Indices,
        turns: &[String],
        calls: &mut Calls,
    ) -> Result<(), Error> {
        let graph = self.graph(start)?;
        let turn = self.counted(&graph, calls);
        let (variable, indices) = kept(&graph, indices, calls);
        for state in graph.next.keys().copied() {
            let mut turns = turns.to_vec();
            turns.extend(turn.iter().filter(|_| graph.turns(state)).cloned());
            let own = (state == graph.first).then(|| indices.clone()).flatten();
            let item = own.or_else(|| variable.as_ref().map(|name| format!("${name}")));
            let place = Place { item, turns };
            let calling = graph.calling.contains(&state);
            let place = if calling { place } else { Place::default() };
            let outer = match (&variable, state == graph.first && indices.is_some()) {
                (Some(name), false) if calling => Indices::Variable(name.clone()),
                _ => Indices::None,
            };
            self.calls_in(state, place, outer, calls)?;
        }
        Ok(())
    }

    /// The calls of a state. `outer` is what its branches see without its help.
    fn calls_in(
        &self,
        state: usize,
        place: Place,
        outer: Indices,
        calls: &mut Calls,
    ) -> Result<(), Error> {
        let calling = self.is_calling(state)?;
        match &self.state(state).kind {
            Kind::Task { .. } if calling => {
                calls.places.insert(state, place);
                Ok(())
            }
            Kind::Parallel { branches, .. } => {
                let indices = match (place.item, outer) {
                    (Some(text), Indices::None) => Indices::Input(self.hand(state, text, calls)),
                    (_, outer) => outer,
                };
                let mut branches = branches.iter();
                branches.try_for_each(|it| self.calls_of(*it, &indices, &place.turns, calls))
            }
            Kind::Map { start, distributed: None, .. } if calling => {
                let outer = place.item.map(|outer| format!("{outer} & '.' & "));
                let text = outer.unwrap_or_default() + INDEX;
                let indices = Indices::Input(self.hand(state, text, calls));
                self.calls_of(*start, &indices, &place.turns, calls)
            }
            // An execution of its own has an id of its own.
            Kind::Map { start, .. } => self.calls_of(*start, &Indices::None, &[], calls),
            _ => Ok(()),
        }
    }

    /// Hands a text to the scopes in a state, as a member of their input.
    fn hand(&self, state: usize, text: String, calls: &mut Calls) -> String {
        let name = self.free("at", calls);
        calls.handed.insert(state, (name.clone(), text));
        name
    }

    /// Counts the turns of the loops with such calls. Every way that comes back to a call goes along an edge that is
    /// counted.
    fn counted(&self, graph: &Graph, calls: &mut Calls) -> Option<String> {
        let around = |from: &usize, to: &usize| {
            let leads = |a: &usize, b: &usize| a == b || graph.reached[a].contains(b);
            graph.calling.iter().any(|call| leads(to, call) && leads(call, from))
        };
        if graph.calling.is_empty() {
            return None;
        }
        let mut back = graph.back();
        back.retain(|(from, to)| around(from, to));
        if back.is_empty() {
            return None;
        }
        let name = self.free("turn", calls);
        // Before the first turn ends, the variable has no value.
        let text = format!("$sum([${name}, 1])");
        back.into_iter().for_each(|edge| calls.assign(edge, &name, &text));
        Some(name)
    }

    /// A name that no variable has.
    fn free(&self, wish: &str, calls: &mut Calls) -> String {
        let variables = self.base.program.variables;
        let is_taken = |name: &str| {
            BUILT_IN.contains(&name)
                || calls.names.contains(name)
                || variables.iter().any(|variable| variable.name == name)
        };
        let names = std::iter::once(wish.to_owned()).chain((2..).map(|n| format!("{wish}{n}")));
        let name = { names }.find(|name| !is_taken(name)).unwrap_or_default();
        calls.names.insert(name.clone());
        name
    }

    /// True for a call whose function is told its place, and for what has one in it, in the same execution.
    fn is_calling(&self, state: usize) -> Result<bool, Error> {
        let any = |branches: &[usize]| {
            let mut all = branches.iter().map(|start| Ok(!self.graph(*start)?.calling.is_empty()));
            all.try_fold(false, |any, one: Result<bool, Error>| Ok(any || one?))
        };
        match &self.state(state).kind {
            Kind::Task { .. } => Ok(self.states.get(state).is_some_and(|options| options.context)),
            Kind::Parallel { branches, .. } => any(branches),
            Kind::Map { start, distributed: None, .. } => any(&[*start]),
            _ => Ok(false),
        }
    }

    fn graph(&self, start: usize) -> Result<Graph, Error> {
        let first = Walk::new(self.base.program, start).and_then(|walk| walk.state());
        let first = first.map_err(Error::at("", "StartAt"))?;
        let (mut next, mut open) = (BTreeMap::new(), vec![first]);
        while let Some(state) = open.pop() {
            let walks = self.edges(state).map_err(Error::at(self.state(state).name, "Next"))?;
            let targets = walks.iter().filter_map(|walk| match walk.target {
                Target::State(to) => Some(to),
                Target::Return(_) => None,
            });
            let targets: Vec<usize> = targets.collect();
            open.extend(targets.iter().filter(|to| **to != state && !next.contains_key(*to)));
            next.insert(state, targets);
        }
        let calling = next.keys().map(|state| Ok((*state, self.is_calling(*state)?)));
        let calling = calling.collect::<Result<Vec<_>, Error>>()?;
        let calling = calling.into_iter().filter_map(|(state, calls)| calls.then_some(state));
        let (calling, reached) = (calling.collect(), BTreeMap::new());
        let mut graph = Graph { first, next, reached, calling };
        if !graph.calling.is_empty() {
            graph.reached = graph.next.keys().map(|state| (*state, graph.reach(*state))).collect();
        }
        Ok(graph)
    }
}

/// Keeps the indices in a variable for the states after the first one. Returns the variable, and where the first state
/// itself finds them, if they are in its input.
fn kept(graph: &Graph, indices: &Indices, calls: &mut Calls) -> (Option<String>, Option<String>) {
    let member = match indices {
        Indices::None => return (None, None),
        Indices::Variable(name) => return (Some(name.clone()), None),
        Indices::Input(member) => member,
    };
    let (first, name) = (graph.first, member);
    let mut text = format!("$states.input.{name}");
    // What leads back to it has an input of its own.
    if graph.turns(first) {
        text = format!("($exists(${name}) ? ${name} : {text})");
    }
    let targets = graph.next[&first].iter().copied(); // every state of the scope is in it
    for to in targets.filter(|to| graph.leads_to_calls(*to)) {
        calls.assign((first, to), name, &text);
    }
    (Some(name.clone()), Some(text))
}

impl Graph {
    /// True for a state that a way leads back to.
    fn turns(&self, state: usize) -> bool {
        self.reached.get(&state).is_some_and(|reached| reached.contains(&state))
    }

    /// True for a state that is such a call, or leads to one.
    fn leads_to_calls(&self, state: usize) -> bool {
        let reached = self.reached.get(&state);
        self.calling.contains(&state)
            || reached.is_some_and(|reached| !reached.is_disjoint(&self.calling))
    }

    fn reach(&self, from: usize) -> BTreeSet<usize> {
        let (mut reached, mut open) = (BTreeSet::new(), vec![from]);
        while let Some(state) = open.pop() {
            let next = self.next.get(&state).into_iter().flatten();
            open.extend(next.filter(|to| reached.insert(**to)));
        }
        reached
    }

    /// The edges that lead back, as a walk in depth finds them: the ends of turns.
    fn back(&self) -> Vec<(usize, usize)> {
        let (mut back, mut seen, mut way) = (vec![], BTreeSet::from([self.first]), vec![]);
        way.push((self.first, 0));
        while let Some((state, index)) = way.last_mut() {
            let (from, at) = (*state, *index);
            *index += 1;
            match self.next.get(&from).and_then(|next| next.get(at)) {
                None => {
                    way.pop();
                }
                Some(to) if way.iter().any(|(state, _)| state == to) => back.push((from, *to)),
                Some(to) if seen.insert(*to) => way.push((*to, 0)),
                Some(_) => {}
            }
        }
        back
    }
}

//! The longest way through a graph, as constants that rustc sums up.

use super::lists::{assigned, gives, most};
use crate::workflow::model::{BlockId, Choice, End, ForkKind, Form, Graph, Kind, StateId, VarId};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use std::collections::HashMap;

pub(super) struct Costs<'g> {
    graph: &'g Graph,
    pub(super) constants: Vec<TokenStream>,
    /// The constant of a state, within loops that are counted elsewhere.
    known: HashMap<(StateId, Vec<StateId>), Ident>,
    /// The parts that nothing bounds.
    pub(super) endless: Vec<String>,
    /// True if only events count: executions of distributed Maps have histories of their own.
    events_only: bool,
}

impl<'g> Costs<'g> {
    pub(super) fn new(graph: &'g Graph, events_only: bool) -> Self {
        Costs { graph, constants: vec![], known: HashMap::new(), endless: vec![], events_only }
    }

    /// Returns what the longest way from a block to the end of its scope costs. It ends at the heads of the loops
    /// around it.
    pub(super) fn block(&mut self, block: BlockId, heads: &[StateId]) -> TokenStream {
        match self.graph.target(block) {
            End::Enter(state) => self.state(*state, heads),
            _ => none(),
        }
    }

    fn state(&mut self, state: StateId, heads: &[StateId]) -> TokenStream {
        // A turn ends, or the loop is left: its head counts what comes then.
        if heads.contains(&state)
            || heads.last().is_some_and(|head| !self.leads(state, *head, heads))
        {
            return none();
        }
        let key = (state, heads.to_vec());
        if let Some(known) = self.known.get(&key) {
            return quote!(#known);
        }
        let own = self.own(state);
        let cost = if self.leads(state, state, heads) {
            self.turns(state, heads, &own)
        } else {
            let rest = self.most(&self.graph.next(state), heads);
            quote!(#own.plus(#rest))
        };
        let name = format_ident!("__COST_{}", self.constants.len(), span = Span::mixed_site());
        self.constants.push(quote! {
            const #name: ::workflow::__private::Cost = #cost;
        });
        self.known.insert(key, name.clone());
        quote!(#name)
    }

    /// Returns what one visit of a state costs, with all that is inside.
    fn own(&mut self, state: StateId) -> TokenStream {
        let inner = match &self.graph.states[state].kind {
            Kind::Fork(fork) => match &fork.kind {
                ForkKind::Parallel { branches } => {
                    let starts = branches.iter().map(|scope| self.graph.scopes[*scope].start);
                    let starts: Vec<_> = starts.collect();
                    let branches: Vec<_> =
                        starts.into_iter().map(|start| self.block(start, &[])).collect();
                    quote!(::workflow::__private::Cost::NONE #(.plus(#branches))*)
                }
                // EXPRESS executions are billed by request and time, not by transition.
                ForkKind::Map { distribution: Some(it), .. } if self.events_only || it.express => {
                    none()
                }
                ForkKind::Map { list, item, distribution, .. } => {
                    let each = self.block(self.graph.scopes[*item].start, &[]);
                    let count = self.counted(state, most(self.graph, list), "the Map");
                    match distribution {
                        Some(_) => quote!(#each.elsewhere().times(#count)),
                        None => quote!(::workflow::__private::Cost::ITEM.plus(#each).times(#count)),
                    }
                }
            },
            _ => none(),
        };
        quote!(::workflow::__private::Cost::visit(&__STATES[#state], #inner))
    }

    fn counted(&mut self, state: StateId, count: Option<u64>, what: &str) -> u64 {
        count.unwrap_or_else(|| {
            let name = &self.graph.states[state].name;
            let text = match what {
                "the Map" => format!("the Map `{name}` has as many items as its list"),
                _ => format!("the loop through `{name}` may go round any number of times"),
            };
            if !self.endless.contains(&text) {
                self.endless.push(text);
            }
            0
        })
    }

    /// A loop from its head on, and what comes after it.
    fn turns(&mut self, head: StateId, heads: &[StateId], own: &TokenStream) -> TokenStream {
        let (Some((var, most)), Kind::Choice(Choice { rules, default, .. })) =
            (self.bound(head), &self.graph.states[head].kind)
        else {
            self.counted(head, None, "the loop");
            return none();
        };
        let again = self.begins_again(head, &[rules[0].next, *default], var, heads);
        let count = self.counted(head, most.filter(|_| !again), "the loop");
        if !self.endless.is_empty() {
            return none();
        }
        let within = [heads, &[head]].concat();
        let body = self.block(rules[0].next, &within);
        let mut exits = vec![*default];
        for state in 0..self.graph.states.len() {
            if state != head && self.leads(head, state, heads) && self.leads(state, head, heads) {
                exits.extend(self.graph.next(state).into_iter().filter(|next| {
                    matches!(self.graph.target(*next), End::Enter(next) if *next != head && !self.leads(*next, head, heads))
                }));
            }
        }
        let rest = self.most(&exits, heads);
        let visits = count.saturating_add(1);
        quote!(#own.times(#visits).plus(#body.times(#count)).plus(#rest))
    }

    /// The variable that a loop gets where it begins, and the most turns that it can have.
    fn bound(&self, head: StateId) -> Option<(VarId, Option<u64>)> {
        let counter = self.graph.counters.iter().find(|(state, ..)| *state == head);
        match (counter, &self.graph.states[head].kind) {
            (Some((_, var, most)), _) => Some((*var, *most)),
            (None, Kind::Choice(Choice { form: Form::For { each }, .. })) => {
                let list = assigned(self.graph, *each);
                Some((*each, list.and_then(|list| most(self.graph, list))))
            }
            _ => None,
        }
    }

    /// True if a way leads from a loop to its own beginning, where it gets its list, so that another loop goes
    /// through it (`continue 'outer`). Loops that are counted may.
    fn begins_again(
        &self,
        head: StateId,
        from: &[BlockId],
        each: VarId,
        heads: &[StateId],
    ) -> bool {
        let counted = |state: &StateId| *state == head || heads.contains(state);
        let (mut seen, mut todo) = (vec![false; self.graph.blocks.len()], from.to_vec());
        while let Some(block) = todo.pop() {
            if std::mem::replace(&mut seen[block], true) {
                continue;
            }
            if gives(&self.graph.blocks[block], each) {
                return true;
            }
            if !matches!(&self.graph.blocks[block].end, End::Enter(state) if counted(state)) {
                todo.extend(self.graph.successors(block));
            }
        }
        false
    }

    fn most(&mut self, blocks: &[BlockId], heads: &[StateId]) -> TokenStream {
        let mut ways: Vec<TokenStream> = vec![];
        for block in blocks {
            let way = self.block(*block, heads);
            if !ways.iter().any(|known| known.to_string() == way.to_string()) {
                ways.push(way);
            }
        }
        quote!(::workflow::__private::Cost::NONE #(.most(#ways))*)
    }

    /// True if a way leads from a state to another, at least one step, without passing the heads of loops around.
    fn leads(&self, from: StateId, to: StateId, heads: &[StateId]) -> bool {
        let next = |state: StateId| {
            let blocks = self.graph.next(state).into_iter();
            blocks.filter_map(|block| match self.graph.target(block) {
                End::Enter(state) => Some(*state),
                _ => None,
            })
        };
        let (mut seen, mut todo) = (vec![false; self.graph.states.len()], vec![from]);
        while let Some(state) = todo.pop() {
            for next in next(state) {
                if next == to {
                    return true;
                }
                if !heads.contains(&next) && !std::mem::replace(&mut seen[next], true) {
                    todo.push(next);
                }
            }
        }
        false
    }
}

fn none() -> TokenStream {
    quote!(::workflow::__private::Cost::NONE)
}

//! The native machine: an enum of states, its `State`, and the closure that moves a state on.
//!
//! Emission cannot fail. Logic is in the library; this writes one line a state and method.

mod arms;
mod came;
mod composed;
mod distributed;
mod enter;
mod expr;
mod fields;
mod held;
mod known;
mod next_use;
mod operators;
mod outcome;
mod packs;
mod record;
mod state;
mod stmt;
mod table;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tells;
pub mod unending;
mod unpack;

use super::called;
use super::copies::Copies;
use super::document::Document;
use super::ex::Ex;
use super::labels::joined;
use super::liveness::Liveness;
use super::model::{
    BlockId, End, FailValue, Graph, Kind, Probe, ProbeId, ScopeId, StateId, VarId, VarKind,
};
use super::uses::Place;
use expr::Env;
use fields::Fields;
use packs::Packs;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use syn::spanned::Spanned;

pub use table::states;

/// A variant of the enum.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Variant {
    Label(BlockId),
    State(StateId),
    Done(ScopeId),
}

pub struct Native<'g> {
    graph: &'g Graph,
    live: Liveness,
    copies: Copies,
    document: &'g Document,
    fields: Fields,
    /// The parameters of the enum.
    params: Vec<Ident>,
    packs: Packs,
    /// Of each pack: the parameters of the enum that it mentions.
    pack_params: Vec<Vec<Ident>>,
    /// The number of ways to each block.
    ways: Vec<usize>,
    /// Of each block: the scope that it is the start of.
    starts: Vec<Option<ScopeId>>,
    /// Of each scope: whether it can end well.
    ends: Vec<bool>,
    /// Of each scope: the order of its last state, those inside included.
    last: Vec<usize>,
    /// The variants of the enum, in program order. Kept: each `State` method walks over them.
    variants: Vec<Variant>,
    /// The types of probes that nothing is inferred for.
    written: RefCell<BTreeMap<ProbeId, TokenStream>>,
    /// The probes that the machine is tied to.
    probed: RefCell<BTreeSet<ProbeId>>,
    /// The next use of a place from a block on, as far as it was asked for.
    next_uses: RefCell<HashMap<(BlockId, Place), Option<&'g Ex>>>,
    /// The variables that hold the values of all branches of a Parallel, and the names of these.
    joined: BTreeMap<VarId, String>,
    /// The number of arguments that were copied because they are read later.
    spared: Cell<usize>,
    output: &'g syn::Type,
}

/// A generated local name that no code of the user can see. Nor does it see the user's: a pattern means a constant
/// of this name, whatever the hygiene.
pub fn local(name: &str) -> Ident {
    Ident::new(&format!("__{name}"), Span::mixed_site())
}

pub fn probe_name(index: ProbeId) -> Ident {
    local(&format!("probe_{index}"))
}

impl<'g> Native<'g> {
    pub fn new(graph: &'g Graph, document: &'g Document, output: &'g syn::Type) -> Self {
        let live = Liveness::new(graph);
        let ways = ways(graph);
        let fields = Fields::new(graph, &live, &ways, output);
        let copies = Copies::new(graph, &live);
        let mut this = Native {
            graph,
            live,
            copies,
            document,
            fields,
            params: vec![],
            packs: Packs::default(),
            pack_params: vec![],
            ways,
            starts: starts(graph),
            ends: vec![],
            last: last(graph),
            variants: vec![],
            written: RefCell::default(),
            probed: RefCell::default(),
            next_uses: RefCell::default(),
            joined: joined(graph),
            spared: Cell::default(),
            output,
        };
        this.ends = this.ends();
        this.variants = this.in_order();
        this.params = this.params();
        this.packs = this.choose_packs();
        this.pack_params = this.params_of_packs();
        this
    }

    /// An expression that stands by itself, with the probes that it is tied to.
    pub fn alone(&self, value: &Ex) -> (TokenStream, TokenStream) {
        let value = self.expr(value, &Env::default());
        let probed = self.probed.borrow();
        let lets = probed.iter().map(|index| {
            let name = probe_name(*index);
            quote!(let #name = ::workflow::__private::typed::probe();)
        });
        (value, lets.collect())
    }

    /// The schemas of an expression that stands by itself, for each probe.
    pub fn schemas(&self, workflow: &Ident) -> Vec<TokenStream> {
        let probes = self.graph.probes.iter().enumerate();
        probes.map(|(index, probe)| self.schema(workflow, index, probe, None)).collect()
    }

    /// The methods that are called, as data.
    pub fn methods(&self) -> Vec<TokenStream> {
        let of = |probe: &ProbeId| match self.graph.probes[*probe] {
            Probe::Own(number) if self.probed.borrow().contains(probe) => {
                let name = probe_name(*probe);
                quote!(::workflow::__private::typed::twin::<#number, _, _>(#name))
            }
            _ => quote!(::workflow::__private::NOTHING),
        };
        self.graph.methods.iter().map(of).collect()
    }

    /// The enum, its implementation of `State`, and the function that makes machines.
    pub fn emit(&self, name: &Ident) -> TokenStream {
        let arms = self.arms();
        let function = self.function(name, &arms);
        let (table, schemas) = self.records();
        let definition = self.enumeration(name);
        let implementation = self.implementation(name, &schemas);
        let packs = self.pack_types();
        quote! { #packs #definition #table #implementation #function }
    }

    /// In program order, so that what is inferred is known where a method is called on it.
    fn in_order(&self) -> Vec<Variant> {
        let labels =
            (0..self.graph.blocks.len()).filter(|block| self.is_label(*block)).map(Variant::Label);
        let states =
            (0..self.graph.states.len()).filter(|state| self.waits(*state)).map(Variant::State);
        let mut variants: Vec<_> = labels.chain(states).collect();
        variants.sort_by_cached_key(|variant| self.order(*variant));
        variants.extend(
            (0..self.graph.scopes.len()).filter(|scope| self.ends[*scope]).map(Variant::Done),
        );
        variants
    }

    /// Returns where an arm stands in the code. What comes after a fork knows the values of its children, so it
    /// stands behind them.
    fn order(&self, variant: Variant) -> (usize, isize) {
        let depth = |scope| -2 * self.graph.depth(scope);
        match variant {
            Variant::Label(block) if self.graph.scopes[0].start == block => (0, isize::MIN),
            Variant::Label(block) => {
                (self.graph.blocks[block].order, depth(self.graph.blocks[block].scope))
            }
            Variant::State(state) => {
                let children = self.graph.children(state).into_iter();
                let last = children.map(|child| self.last[child]).max().unwrap_or_default();
                let order = last.max(self.graph.states[state].order);
                (order, depth(self.graph.states[state].scope) - 1)
            }
            Variant::Done(_) => (usize::MAX, 0),
        }
    }

    /// True if a state has an effect: the machine stops there.
    fn waits(&self, state: StateId) -> bool {
        use super::model::Kind::{Fork, Task, Wait};
        matches!(self.graph.states[state].kind, Task(_) | Wait { .. } | Fork(_))
    }

    fn is_label(&self, block: BlockId) -> bool {
        self.ways[block] > 1 || self.starts[block].is_some()
    }

    /// Returns which scopes can end well.
    fn ends(&self) -> Vec<bool> {
        let mut ends = vec![false; self.graph.scopes.len()];
        ends[0] = true;
        for block in &self.graph.blocks {
            let well = match block.end {
                End::Return(_) => true,
                End::Enter(state) => {
                    matches!(
                        self.graph.states[state].kind,
                        Kind::Succeed { .. } | Kind::Fail { failure: FailValue::Won { .. } }
                    )
                }
                _ => false,
            };
            ends[block.scope] |= well;
        }
        ends
    }

    fn ident(&self, variant: Variant) -> Ident {
        match variant {
            Variant::Label(block) if self.graph.scopes[0].start == block => format_ident!("Start"),
            Variant::Label(block) => format_ident!("Label{}", block),
            Variant::State(state) => {
                format_ident!("{}_{}", fields::ident_of(&self.graph.states[state].name), state)
            }
            Variant::Done(0) => format_ident!("Done"),
            Variant::Done(scope) => format_ident!("Done{}", scope),
        }
    }

    fn function(&self, workflow: &Ident, arms: &TokenStream) -> TokenStream {
        let probed = self.probed.borrow();
        let lets = probed.iter().map(|index| {
            let name = probe_name(*index);
            quote!(let #name = ::workflow::__private::typed::probe();)
        });
        let probes: Vec<_> = probed.iter().map(|index| probe_name(*index)).collect();
        let only = self.only_input();
        let schemas = self
            .graph
            .probes
            .iter()
            .enumerate()
            .map(|(index, probe)| self.schema(workflow, index, probe, only));
        let (schemas, methods) = (quote!(::std::vec![#(#schemas),*]), self.methods());
        let (answer, types) = match methods.is_empty() {
            true => (quote!(answer), schemas),
            false => (quote!(answer_with_methods), quote!((#schemas, ::std::vec![#(#methods),*]))),
        };
        let (state, cx, ask) = (local("state"), local("cx"), local("ask"));
        quote! {
            #[allow(clippy::all, clippy::pedantic, unused_variables, unused_mut, unused_assignments, unused_parens, unused_braces, unused_must_use, path_statements, unreachable_code, unreachable_patterns, non_shorthand_field_patterns)]
            fn __machine(#ask: ::workflow::__private::typed::Ask) -> ::core::result::Result<::workflow::__private::typed::Answer, ::workflow::__private::Failure> {
                #(#lets)*
                ::workflow::__private::typed::#answer(
                    #ask,
                    (#(#probes,)*),
                    // The value is assigned back to the variable that is matched: the parameters of the enum are
                    // then the same inference variables in patterns and constructors.
                    // It captures nothing: in a closure that moves, rustc would not suggest what it does in the user's
                    // function, and say twice what is moved.
                    |mut #state, #cx, (#(#probes,)*)| {
                        #state = match #state { #arms };
                        ::core::result::Result::Ok(#state)
                    },
                    move || #types,
                )
            }
        }
    }

    fn schema(
        &self,
        workflow: &Ident,
        index: usize,
        probe: &Probe,
        only: Option<usize>,
    ) -> TokenStream {
        match probe {
            Probe::Infer(_) if only == Some(index) => {
                quote!(::workflow::__private::typed::input_schema::<#workflow>())
            }
            Probe::Infer(span) if self.written.borrow().contains_key(&index) => {
                let ty = &self.written.borrow()[&index];
                quote_spanned!(*span=> ::workflow::__private::typed::Probe::schema({ ::workflow::__private::typed::probe::<#ty>() }))
            }
            Probe::Infer(span) if self.probed.borrow().contains(&index) => {
                let name = probe_name(index);
                // No method, and in a block, whose span is the user's: what is wrong with the type is said there.
                quote_spanned!(*span=> ::workflow::__private::typed::Probe::schema({ #name }))
            }
            Probe::Default(span) if self.probed.borrow().contains(&index) => {
                let name = probe_name(index);
                quote_spanned!(*span=> ::workflow::__private::typed::Probe::with_default({ #name }))
            }
            Probe::Infer(_) | Probe::Default(_) => quote!(::workflow::__private::Schema::Unit),
            Probe::ErrorOf(task) => {
                let task = called::any(task);
                quote!(::workflow::__private::error_schema::<#task>())
            }
            Probe::Error(path) => {
                quote_spanned!(path.span()=> ::workflow::__private::FormOf::<#path>::new().schema())
            }
            Probe::Failure => quote!(
                <::workflow::__private::Failure as ::workflow::__private::Caught>::error_schema()
            ),
            Probe::Own(_) => quote!(::workflow::__private::Schema::Unit),
            Probe::Index => quote!(<usize as ::workflow::__private::Data>::schema()),
        }
    }

    /// The probe of a single parameter: its type is the workflow's input, and is checked there.
    fn only_input(&self) -> Option<usize> {
        let mut parameters = self.graph.vars.iter().filter(|var| var.kind == VarKind::Parameter);
        match (parameters.next(), parameters.next()) {
            (Some(only), None) => Some(only.probe),
            _ => None,
        }
    }

    fn probe(&self, index: ProbeId) -> Ident {
        self.probed.borrow_mut().insert(index);
        probe_name(index)
    }
}

fn starts(graph: &Graph) -> Vec<Option<ScopeId>> {
    let mut starts = vec![None; graph.blocks.len()];
    graph.scopes.iter().enumerate().for_each(|(scope, of)| starts[of.start] = Some(scope));
    starts
}

fn last(graph: &Graph) -> Vec<usize> {
    let mut last = vec![0; graph.scopes.len()];
    for state in &graph.states {
        // The order of a state that was put in, to hold code, is even: that of a block, which may end where the
        // next scope's begins. A fork comes before its labels then, by its depth.
        last[state.scope] = last[state.scope].max(state.order.next_multiple_of(2));
    }
    // Parents come before their children.
    for scope in (1..graph.scopes.len()).rev() {
        if let Some((parent, _)) = graph.scopes[scope].parent {
            last[parent] = last[parent].max(last[scope]);
        }
    }
    last
}

/// Returns how many ways lead to each block, from the starts of the scopes.
fn ways(graph: &Graph) -> Vec<usize> {
    let mut ways = vec![0; graph.blocks.len()];
    let mut todo: Vec<BlockId> = vec![graph.scopes[0].start];
    ways[graph.scopes[0].start] = 1;
    while let Some(block) = todo.pop() {
        let mut next = graph.successors(block);
        if let End::Enter(state) = graph.blocks[block].end {
            next.extend(graph.children(state).into_iter().map(|child| graph.scopes[child].start));
        }
        for next in next {
            ways[next] += 1;
            if ways[next] == 1 {
                todo.push(next);
            }
        }
    }
    ways
}

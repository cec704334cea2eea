//! Names what the variants keep: fields, their names and types.

use super::known::{Known, parameter};
use crate::workflow::liveness::{Keep, Liveness};
use crate::workflow::model::{BlockId, Fork, ForkKind, Graph, Kind, ScopeId, StateId, VarId};
use crate::workflow::uses::Place;
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use std::collections::{BTreeMap, BTreeSet};

/// A field that keeps a place.
#[derive(Clone)]
pub struct Field {
    pub place: Place,
    pub ident: Ident,
    pub shared: bool,
}

pub struct Fields {
    states: Vec<Vec<Field>>,
    blocks: Vec<Vec<Field>>,
    /// The names of the places that are parts of variables: no two alike.
    parts: Parts,
    /// The types that cannot be named: parameters of the enum, inferred.
    params: BTreeMap<Place, Ident>,
    named: BTreeMap<Place, TokenStream>,
    written: BTreeMap<VarId, TokenStream>,
    /// The types of the values that branches and items end with.
    values: BTreeMap<ScopeId, Value>,
}

enum Value {
    Named(TokenStream),
    Param(Ident),
}

impl Fields {
    pub fn new(graph: &Graph, live: &Liveness, ways: &[usize], output: &syn::Type) -> Self {
        let mut known = Known::new(graph, ways, output);
        let mut fields = Fields {
            states: vec![],
            blocks: vec![],
            parts: Parts::default(),
            params: BTreeMap::new(),
            named: known.places(),
            written: known.written(),
            values: BTreeMap::new(),
        };
        fields.states = (0..graph.states.len())
            .map(|state| fields.keep(graph, live.at_state(graph, state)))
            .collect();
        fields.blocks =
            (0..graph.blocks.len()).map(|block| fields.at_block(graph, live, block)).collect();
        fields.values = (1..graph.scopes.len())
            .map(|scope| {
                let value = known.named_scope(scope).map(Value::Named);
                (scope, value.unwrap_or_else(|| Value::Param(parameter(scope))))
            })
            .collect();
        fields
    }

    fn at_block(&mut self, graph: &Graph, live: &Liveness, block: BlockId) -> Vec<Field> {
        let mut keeps = live.at_block(graph, block);
        // An item's start holds the item, and an execution's start its input, used or not.
        let scope = graph.scopes.iter().find(|scope| scope.start == block);
        let item = scope.into_iter().flat_map(|scope| scope.item.iter().chain(&scope.inputs));
        let item = item.copied();
        let parameters = (0..graph.vars.len()).filter(|var| {
            block == graph.scopes[0].start
                && graph.vars[*var].kind == crate::workflow::model::VarKind::Parameter
        });
        for var in item.chain(parameters) {
            keeps.retain(|keep| keep.place.0 != var);
            keeps.push(Keep { place: (var, vec![]), shared: false });
        }
        self.keep(graph, keeps)
    }

    fn keep(&mut self, graph: &Graph, keeps: Vec<Keep>) -> Vec<Field> {
        keeps
            .into_iter()
            .map(|Keep { place, shared }| {
                let ident = self.parts.ident(graph, &place);
                self.name(&place, &ident);
                Field { ident, place, shared }
            })
            .collect()
    }

    fn name(&mut self, place: &Place, ident: &Ident) {
        let known = self.named.contains_key(place);
        if !known && !self.params.contains_key(place) {
            // No type of the user's begins so.
            let name = ident_of(&ident.to_string());
            let param = format_ident!("__Kept{}{}", self.params.len(), name);
            self.params.insert(place.clone(), param);
        }
    }

    pub fn state(&self, state: StateId) -> &[Field] {
        &self.states[state]
    }

    pub fn block(&self, block: BlockId) -> &[Field] {
        &self.blocks[block]
    }

    /// The type of a place, without its `Arc`.
    pub fn bare_type(&self, place: &Place) -> TokenStream {
        match (self.named.get(place), self.params.get(place)) {
            (Some(ty), _) => ty.clone(),
            (_, Some(param)) => quote!(#param),
            _ => quote!(()),
        }
    }

    /// The type of a variable that is as it is written.
    pub fn written_type(&self, var: VarId) -> Option<&TokenStream> {
        self.written.get(&var)
    }

    pub fn ty(&self, field: &Field) -> TokenStream {
        let ty = self.bare_type(&field.place);
        if field.shared { quote!(::std::sync::Arc<#ty>) } else { ty }
    }

    /// The type of the value that a branch or item ends with.
    pub fn value(&self, scope: ScopeId) -> TokenStream {
        match self.values.get(&scope) {
            Some(Value::Named(ty)) => ty.clone(),
            Some(Value::Param(param)) => param.into_token_stream(),
            None => quote!(()),
        }
    }

    /// The parameter for the type of the value that a branch or item ends with.
    pub fn value_param(&self, scope: ScopeId) -> Option<&Ident> {
        match self.values.get(&scope) {
            Some(Value::Param(param)) => Some(param),
            _ => None,
        }
    }

    /// The parameters that variants of these fields mention, in order.
    pub fn params(&self) -> impl Iterator<Item = (&Place, &Ident)> {
        self.params.iter()
    }
}

/// Names of places that are parts of variables, unique in the machine: `order_card` for `order.card`.
#[derive(Default)]
struct Parts {
    names: BTreeMap<Place, String>,
    taken: BTreeSet<String>,
}

impl Parts {
    fn ident(&mut self, graph: &Graph, place: &Place) -> Ident {
        let var = &graph.vars[place.0].ident;
        if place.1.is_empty() {
            return var.clone();
        }
        if let Some(name) = self.names.get(place) {
            return Ident::new(name, var.span());
        }
        let name = self.free(graph, joined(graph, place));
        self.taken.insert(name.clone());
        self.names.insert(place.clone(), name.clone());
        Ident::new(&name, var.span())
    }

    /// `a.b_c` and `a_b.c` join to the same name: the second gets a `_`.
    fn free(&self, graph: &Graph, mut name: String) -> String {
        while self.taken.contains(&name) || graph.vars.iter().any(|var| var.ident == name) {
            name.push('_');
        }
        name
    }
}

/// The variable and the fields, joined by `_`: not unique.
fn joined(graph: &Graph, place: &Place) -> String {
    let var = crate::ident::text(&graph.vars[place.0].ident);
    std::iter::once(&*var).chain(place.1.iter().map(String::as_str)).collect::<Vec<_>>().join("_")
}

/// Letters and digits of a name, as an identifier in PascalCase.
pub fn ident_of(name: &str) -> String {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let ident: String = words.map(crate::ident::pascal).collect();
    if ident.starts_with(|c: char| c.is_ascii_alphabetic()) { ident } else { format!("S{ident}") }
}

/// Returns the items' scope and the width of the Map in this state.
pub fn map_of(graph: &Graph, state: StateId) -> Option<(ScopeId, u32)> {
    match &graph.states[state].kind {
        Kind::Fork(Fork { kind: ForkKind::Map { item, width, .. }, .. }) => Some((*item, *width)),
        _ => None,
    }
}

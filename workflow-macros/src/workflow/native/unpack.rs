//! Writes packs: their types, where they are opened, and where they are closed.

use super::expr::Env;
use super::fields::Field;
use super::packs::{Pack, PackId, Packs};
use super::{Native, Variant, local};
use crate::workflow::model::{BlockId, End, StateId, VarId, VarKind};
use crate::workflow::uses::{self, Place};
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{format_ident, quote};
use std::collections::{BTreeMap, BTreeSet};

impl Native<'_> {
    /// Chooses the packs. The start of a scope has none: others than this machine make it, and copy it.
    pub(super) fn choose_packs(&self) -> Packs {
        let packed = |variant: &&Variant| match **variant {
            Variant::Label(block) => self.starts[block].is_none(),
            Variant::State(_) => true,
            Variant::Done(_) => false,
        };
        let variants = self.variants.iter().filter(packed);
        let variants: Vec<_> =
            variants.map(|variant| (*variant, self.own_fields(*variant))).collect();
        Packs::new(&variants, &self.mentioned())
    }

    /// By variable: the number of blocks that mention it.
    fn mentioned(&self) -> BTreeMap<VarId, usize> {
        let mut counts = BTreeMap::new();
        for block in 0..self.graph.blocks.len() {
            let vars: BTreeSet<VarId> =
                self.touched(block).into_iter().map(|(var, _)| var).collect();
            vars.into_iter().for_each(|var| *counts.entry(var).or_default() += 1);
        }
        for (var, it) in self.graph.vars.iter().enumerate() {
            // Iterators change in every turn.
            if matches!(it.kind, VarKind::Each { .. } | VarKind::Shadow { .. }) {
                counts.insert(var, usize::MAX);
            }
        }
        counts
    }

    /// The places that the code of a block uses or defines.
    fn touched(&self, block: BlockId) -> Vec<Place> {
        let body = &self.graph.blocks[block];
        let mut used = vec![];
        let code = body.code.iter().chain(&body.late);
        let defined: Vec<VarId> = code.flat_map(|stmt| uses::stmt(stmt, &mut used)).collect();
        match &body.end {
            End::Enter(state) => uses::entry(self.graph, *state, &mut used),
            End::Return(value) => uses::expr(value, true, &mut used),
            End::Goto(_) | End::Raced | End::Open | End::Unreachable => {}
        }
        let used = used.into_iter().map(|used| used.place);
        used.chain(defined.into_iter().map(|var| (var, vec![]))).collect()
    }

    /// The fields of a variant that are in no pack of it.
    pub(super) fn loose(&self, variant: Variant) -> impl Iterator<Item = &Field> {
        let loose = self.packs.loose(variant);
        loose.unwrap_or_else(|| self.own_fields(variant)).iter()
    }

    /// Returns what is at hand in the arm of a variant.
    pub(super) fn at_hand(&self, variant: Variant) -> Env {
        let packs = self.packs.of(variant).to_vec();
        Env { fields: self.loose(variant).cloned().collect(), packs }
    }

    /// Opens the packs of which the code of a block touches a place.
    pub(super) fn unpack_for(&self, block: BlockId, env: &mut Env) -> TokenStream {
        if env.packs.is_empty() {
            return TokenStream::new();
        }
        let touched = self.touched(block);
        touched.iter().map(|place| self.unpack_place(place, env)).collect()
    }

    /// Opens the packs that a variant, or a child, needs open.
    pub(super) fn unpack_into(&self, variant: Variant, env: &mut Env) -> TokenStream {
        if env.packs.is_empty() {
            return TokenStream::new();
        }
        let loose = self.loose(variant).map(|field| self.unpack_place(&field.place, env));
        let mut opened: TokenStream = loose.collect();
        for pack in self.packs.of(variant) {
            opened.extend(self.unpack_pack(*pack, env));
        }
        opened
    }

    /// Opens the packs that hold what the children of a state share or take.
    pub(super) fn unpack_for_children(&self, state: StateId, env: &mut Env) -> TokenStream {
        let starts = self.graph.children(state).into_iter();
        let starts = starts.flat_map(|child| self.fields.block(self.graph.scopes[child].start));
        let shared = self.fields.state(state).iter().filter(|field| field.shared);
        shared.chain(starts).map(|field| self.unpack_place(&field.place, env)).collect()
    }

    /// Opens packs until a pack is at hand, or what is in it.
    fn unpack_pack(&self, pack: PackId, env: &mut Env) -> TokenStream {
        let mut opened = TokenStream::new();
        while !env.packs.contains(&pack) {
            let outer = env.packs.iter().position(|outer| self.packs.inside(pack, *outer));
            let Some(outer) = outer else {
                let of = self.packs.get(pack);
                let fields = of.fields.iter().map(|field| self.unpack_place(&field.place, env));
                opened.extend(fields.collect::<TokenStream>());
                let packs = of.packs.iter().map(|pack| self.unpack_pack(*pack, env));
                opened.extend(packs.collect::<TokenStream>());
                break;
            };
            opened.extend(self.unpack(outer, env));
        }
        opened
    }

    /// Opens packs until a place is in none.
    fn unpack_place(&self, place: &Place, env: &mut Env) -> TokenStream {
        let mut opened = TokenStream::new();
        let holds = |pack: &PackId| self.packs.get(*pack).touches(place);
        while let Some(outer) = env.packs.iter().position(holds) {
            opened.extend(self.unpack(outer, env));
        }
        opened
    }

    /// Opens the pack at an index of what is at hand.
    fn unpack(&self, at: usize, env: &mut Env) -> TokenStream {
        let pack = env.packs.swap_remove(at);
        let (name, ident, of) = (type_name(pack), field_name(pack), self.packs.get(pack));
        let fields = self.patterns(of.fields.iter());
        let packs = of.packs.iter().map(|pack| field_name(*pack));
        env.fields.extend(of.fields.iter().cloned());
        let opened = quote!(let #name { #fields #(#packs,)* } = #ident;);
        env.packs.extend(of.packs.iter().copied());
        opened
    }

    /// A pack as a field, from what is at hand.
    pub(super) fn given_pack(&self, id: PackId, env: &Env, next: &[BlockId]) -> TokenStream {
        let ident = field_name(id);
        if env.packs.contains(&id) {
            return quote!(#ident: #ident,);
        }
        let (name, pack) = (type_name(id), self.packs.get(id));
        let fields = pack.fields.iter().map(|field| self.given_field(field, env, next));
        let packs = pack.packs.iter().map(|pack| self.given_pack(*pack, env, next));
        quote!(#ident: #name { #(#fields)* #(#packs)* },)
    }

    /// The types of all packs, with what saves and loads them.
    pub(super) fn pack_types(&self) -> TokenStream {
        self.packs.iter().map(|(id, pack)| self.pack_type(id, pack)).collect()
    }

    /// Of each pack: the parameters of the enum that its types mention.
    pub(super) fn params_of_packs(&self) -> Vec<Vec<Ident>> {
        let params = &self.params;
        let mut all: Vec<Vec<Ident>> = vec![];
        for (_, pack) in self.packs.iter() {
            let mut names = BTreeSet::new();
            pack.fields.iter().for_each(|field| idents(self.fields.ty(field), &mut names));
            names.extend(pack.packs.iter().flat_map(|pack| &all[*pack]).map(Ident::to_string));
            let own = params.iter().filter(|param| names.contains(&param.to_string()));
            all.push(own.cloned().collect());
        }
        all
    }

    fn pack_type(&self, id: PackId, pack: &Pack) -> TokenStream {
        let (name, params) = (type_name(id), &self.pack_params[id]);
        let fields = self.declared(pack.fields.iter());
        let packs = self.declared_packs(&pack.packs);
        let (to, kept) = (local("to"), local("kept"));
        let inner: Vec<_> = pack.packs.iter().map(|pack| field_name(*pack)).collect();
        let types = pack.packs.iter().map(|pack| type_name(*pack));
        let idents: Vec<_> = pack.fields.iter().map(|field| &field.ident).collect();
        let names: Vec<_> = pack.fields.iter().map(|field| self.place_name(&field.place)).collect();
        quote! {
            #[allow(clippy::all, clippy::pedantic)]
            struct #name<#(#params),*> { #fields #packs }
            #[allow(clippy::all, clippy::pedantic, unused_variables, trivial_bounds)]
            impl<#(#params: ::workflow::__private::Durable),*> #name<#(#params),*> {
                fn save(&self, #to: &mut ::workflow::__private::typed::Saved) {
                    let Self { #(#idents,)* #(#inner,)* } = self;
                    #(#to.keep(#names, #idents);)*
                    #(#inner.save(#to);)*
                }
                fn load(#kept: &mut ::workflow::__private::typed::Kept) -> ::core::result::Result<Self, ::workflow::__private::Failure> {
                    ::core::result::Result::Ok(Self {
                        #(#idents: #kept.take(#names)?,)*
                        #(#inner: #types::load(#kept)?,)*
                    })
                }
            }
        }
    }

    /// Packs as fields of an enum or struct.
    pub(super) fn declared_packs(&self, packs: &[PackId]) -> TokenStream {
        let packs = packs.iter().map(|pack| {
            let (ident, name, params) =
                (field_name(*pack), type_name(*pack), &self.pack_params[*pack]);
            quote!(#ident: #name<#(#params),*>,)
        });
        packs.collect()
    }
}

pub(super) fn field_name(pack: PackId) -> Ident {
    local(&format!("pack_{pack}"))
}

pub(super) fn type_name(pack: PackId) -> Ident {
    format_ident!("__Pack{}", pack)
}

/// The identifiers in tokens.
fn idents(tokens: TokenStream, into: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => drop(into.insert(ident.to_string())),
            TokenTree::Group(group) => idents(group.stream(), into),
            _ => {}
        }
    }
}

//! Records of states: what each variant saves, and how it is loaded.

use super::fields::Field;
use super::unpack::{field_name, type_name};
use super::{Native, Variant, local};
use crate::workflow::model::{Fork, ForkKind, Kind, ScopeId, StateId};
use crate::workflow::uses::Place;
use proc_macro2::TokenStream;
use quote::quote;

impl Native<'_> {
    /// The variants that a checkpoint may name: states, the starts of children, and ends.
    pub(super) fn saved(&self) -> impl Iterator<Item = Variant> {
        self.variants.iter().copied().filter(|variant| match variant {
            Variant::Label(block) => self.starts[*block].is_some(),
            _ => true,
        })
    }

    /// Returns what a variant is called in a checkpoint, and what `load` calls it: the start and the end of a scope are
    /// those of the branch of the state that the parent is in.
    pub(super) fn saved_name(&self, variant: Variant) -> (String, String) {
        let (name, scope) = match variant {
            Variant::State(state) => {
                let name = self.graph.states[state].name.clone();
                return (name.clone(), name);
            }
            Variant::Label(block) => ("<start>", self.starts[block].unwrap_or_default()),
            Variant::Done(scope) => ("<end>", scope),
        };
        let Some((_, fork)) = self.graph.scopes[scope].parent else {
            return (name.to_owned(), name.to_owned());
        };
        if self.distributed(fork).is_some() {
            // An execution of its own, which no parent revives.
            let name = format!("{name} {}", self.graph.states[fork].name);
            return (name.clone(), name);
        }
        let (_, branch) = self.place_of(scope).unwrap_or_default();
        (name.to_owned(), format!("{name} {fork}.{branch}"))
    }

    /// The state that a scope belongs to, and the number of the branch.
    pub(super) fn place_of(&self, scope: ScopeId) -> Option<(StateId, usize)> {
        let (_, fork) = self.graph.scopes[scope].parent?;
        let branch = self.graph.children(fork).iter().position(|child| *child == scope);
        Some((fork, branch.unwrap_or_default()))
    }

    pub(super) fn own_fields(&self, variant: Variant) -> &[Field] {
        match variant {
            Variant::Label(block) => self.fields.block(block),
            Variant::State(state) => self.fields.state(state),
            Variant::Done(_) => &[],
        }
    }

    /// True if a field is the scope's own to save; what is shared from outside is the parent's.
    pub(super) fn saves(&self, variant: Variant, field: &Field) -> bool {
        match variant {
            Variant::State(state) => {
                !field.shared || self.live.lends(self.graph, state, &field.place)
            }
            _ => !field.shared,
        }
    }

    pub(super) fn save_fn(&self) -> TokenStream {
        let to = local("to");
        let arms = self.saved().map(|variant| {
            let (ident, (name, _)) = (self.ident(variant), self.saved_name(variant));
            let fields: Vec<_> =
                self.loose(variant).filter(|field| self.saves(variant, field)).collect();
            let packs: Vec<_> =
                self.packs.of(variant).iter().map(|pack| field_name(*pack)).collect();
            let idents = fields.iter().map(|field| &field.ident);
            let keeps = fields.iter().map(|field| {
                let (ident, name) = (&field.ident, self.place_name(&field.place));
                let value = if field.shared { quote!(&**#ident) } else { quote!(#ident) };
                if self.is_each(&field.place) {
                    quote!(.each(#name, #value))
                } else {
                    quote!(.keep(#name, #value))
                }
            });
            let (bind, first) = match variant {
                Variant::Label(_) => (None, None),
                Variant::Done(_) => (Some(quote!(__value,)), Some(quote!(.keep("value", __value)))),
                Variant::State(state) if self.is_parallel(state) => {
                    (Some(quote!(__input,)), Some(quote!(.starts("input", __input))))
                }
                Variant::State(_) => {
                    (Some(quote!(__input,)), Some(quote!(.keep("input", __input))))
                }
            };
            quote!(Self::#ident { #bind #(#idents,)* #(#packs,)* .. } => { #to.state(#name)#first #(#keeps)*; #(#packs.save(#to);)* })
        });
        quote! {
            fn save(&self, #to: &mut ::workflow::__private::typed::Saved) {
                match self { #(#arms)* _ => {} }
            }
        }
    }

    pub(super) fn is_parallel(&self, state: StateId) -> bool {
        matches!(
            &self.graph.states[state].kind,
            Kind::Fork(Fork { kind: ForkKind::Parallel { .. }, .. })
        )
    }

    /// `order.customer.card`; `found of Price, Tax` of what a Parallel came to.
    pub(super) fn place_name(&self, place: &Place) -> String {
        let mut name = crate::ident::text(&self.graph.vars[place.0].ident);
        if let Some(branches) = self.joined.get(&place.0) {
            name = format!("{name} of {branches}");
        }
        place.1.iter().for_each(|field| {
            name.push('.');
            name.push_str(field);
        });
        name
    }

    pub(super) fn load_fn(&self) -> TokenStream {
        let (kept, parent) = (local("kept"), local("parent"));
        let arms = self.saved().map(|variant| {
            let (ident, (_, name)) = (self.ident(variant), self.saved_name(variant));
            let fields = self.loose(variant).map(|field| {
                let (ident, value) = (&field.ident, self.loaded(variant, field));
                quote!(#ident: #value,)
            });
            let packs = self.packs.of(variant).iter().map(|pack| {
                let (ident, name) = (field_name(*pack), type_name(*pack));
                quote!(#ident: #name::load(#kept)?,)
            });
            let fields: TokenStream = fields.chain(packs).collect();
            match variant {
                Variant::State(state) if self.is_parallel(state) => quote! {
                    #name => {
                        let mut __this = Self::#ident { __input: ::workflow::__private::typed::Forked::new([]), #fields };
                        let __starts = ::workflow::__private::typed::Forked::load(#kept, &__this)?;
                        if let Self::#ident { __input, .. } = &mut __this { *__input = __starts; }
                        __this
                    }
                },
                Variant::State(_) => quote!(#name => Self::#ident { __input: #kept.take("input")?, #fields },),
                Variant::Done(_) => quote!(#name => Self::#ident { __value: #kept.take("value")? },),
                Variant::Label(_) => quote!(#name => Self::#ident { #fields },),
            }
        });
        quote! {
            fn load(__state: &str, #kept: &mut ::workflow::__private::typed::Kept, #parent: ::core::option::Option<&Self>) -> ::core::result::Result<Self, ::workflow::__private::Failure> {
                ::core::result::Result::Ok(match __state { #(#arms)* __other => return ::core::result::Result::Err(::workflow::__private::typed::lost(__other)) })
            }
        }
    }

    pub(super) fn loaded(&self, variant: Variant, field: &Field) -> TokenStream {
        let (kept, parent) = (local("kept"), local("parent"));
        let name = self.place_name(&field.place);
        if self.saves(variant, field) {
            let taken = quote!(#kept.take(#name)?);
            return if field.shared { quote!(::std::sync::Arc::new(#taken)) } else { taken };
        }
        let scope = match variant {
            Variant::Label(block) => self.graph.blocks[block].scope,
            Variant::State(state) => self.graph.states[state].scope,
            Variant::Done(scope) => scope,
        };
        let Some((_, fork)) = self.graph.scopes[scope].parent else {
            return quote!(#kept.take(#name)?);
        };
        let (ident, held) = (self.ident(Variant::State(fork)), &field.ident);
        quote! {
            match #parent {
                ::core::option::Option::Some(Self::#ident { #held, .. }) => ::core::clone::Clone::clone(#held),
                _ => return ::core::result::Result::Err(::workflow::__private::typed::outside(#name)),
            }
        }
    }
}

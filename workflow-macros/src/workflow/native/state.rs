//! The enum of states, and its implementation of `State`.

use super::fields::{Field, map_of};
use super::{Native, Variant, local};
use crate::workflow::called;
use crate::workflow::ex::Draw;
use crate::workflow::model::Until;
use crate::workflow::model::{Fork, ForkKind, Kind, ScopeId, StateId, VarKind};
use crate::workflow::once::drawn;
use crate::workflow::uses::Place;
use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use std::collections::BTreeSet;
use syn::spanned::Spanned;

impl Native<'_> {
    /// The parameters that the variants mention.
    pub(super) fn params(&self) -> Vec<Ident> {
        let values = self.scopes().filter_map(|scope| self.fields.value_param(scope)).cloned();
        let mentioned: BTreeSet<Place> =
            self.variants.iter().flat_map(|variant| self.mentions(*variant)).collect();
        self.fields
            .params()
            .filter(|(place, _)| mentioned.contains(place))
            .map(|(_, param)| param.clone())
            .chain(values)
            .collect()
    }

    /// The places whose types a variant mentions.
    fn mentions(&self, variant: Variant) -> Vec<Place> {
        let kept = self.own_fields(variant).iter().map(|field| field.place.clone());
        let map = match variant {
            Variant::State(state) => map_of(self.graph, state),
            _ => None,
        };
        let scope = map.map(|(scope, _)| &self.graph.scopes[scope]);
        let items = scope.into_iter().flat_map(|scope| scope.item.iter().chain(&scope.inputs));
        kept.chain(items.map(|item| (*item, vec![]))).collect()
    }

    fn scopes(&self) -> impl Iterator<Item = usize> {
        (1..self.graph.scopes.len()).filter(|scope| self.ends[*scope])
    }

    fn generics(&self) -> TokenStream {
        let params = &self.params;
        quote!(<#(#params),*>)
    }

    pub fn enumeration(&self, name: &Ident) -> TokenStream {
        let generics = self.generics();
        let variants = self.variants.iter().copied().map(|variant| self.variant(variant));
        let comment = format!("The states of `{name}`, those of its branches and items included.");
        quote! {
            #[doc = #comment]
            #[allow(clippy::all, clippy::pedantic)]
            enum __State #generics { #(#variants,)* }
        }
    }

    fn variant(&self, variant: Variant) -> TokenStream {
        let ident = self.ident(variant);
        match variant {
            Variant::Label(_) => {
                let fields = self.declared_fields(variant);
                quote!(#ident { #fields })
            }
            Variant::State(state) => {
                let (input, fields) = (self.input(state), self.declared_fields(variant));
                quote!(#ident { __input: #input, #fields })
            }
            Variant::Done(0) => {
                let output = self.output;
                quote!(#ident { __value: #output })
            }
            Variant::Done(scope) => {
                let value = self.fields.value(scope);
                quote!(#ident { __value: #value })
            }
        }
    }

    fn declared_fields(&self, variant: Variant) -> TokenStream {
        let packs = self.declared_packs(self.packs.of(variant));
        let loose = self.declared(self.loose(variant));
        quote!(#loose #packs)
    }

    pub(super) fn declared<'f>(&self, fields: impl Iterator<Item = &'f Field>) -> TokenStream {
        fields
            .map(|field| {
                let (ident, ty) = (&field.ident, self.fields.ty(field));
                quote!(#ident: #ty,)
            })
            .collect()
    }

    /// The type of what a state waits with.
    fn input(&self, state: StateId) -> TokenStream {
        match &self.graph.states[state].kind {
            Kind::Task(task) => {
                let path = called::any(&task.path);
                quote!(::workflow::__private::typed::Sent<<#path as ::workflow::__private::Task>::Input>)
            }
            Kind::Fork(Fork {
                kind: ForkKind::Map { item, distribution: Some(_), .. }, ..
            }) => {
                let types = self.distribution(*item);
                quote!(::workflow::__private::typed::Sent<#types>)
            }
            Kind::Fork(Fork { kind: ForkKind::Map { item, .. }, .. }) => {
                let item = self.graph.scopes[*item]
                    .item
                    .map(|item| self.fields.bare_type(&(item, vec![])));
                quote!(::workflow::__private::typed::Sent<::workflow::__private::typed::Items<#item>>)
            }
            Kind::Fork(_) => quote!(::workflow::__private::typed::Forked<Self>),
            Kind::Wait { until: Until::At(_), .. } => {
                quote!(::workflow::__private::typed::Sent<::workflow::__private::typed::Moment>)
            }
            _ => quote!(::workflow::__private::typed::Sent<::core::time::Duration>),
        }
    }

    pub fn implementation(&self, name: &Ident, schemas: &TokenStream) -> TokenStream {
        let (generics, params) = (self.generics(), &self.params);
        let copied = self.copied_places();
        let copied = copied.iter().map(|place| {
            let (span, ty) = (self.graph.vars[place.0].ident.span(), self.fields.bare_type(place));
            quote_spanned!(span=> #ty: ::workflow::__private::typed::Again)
        });
        let cursors = self.cursors();
        let (start, place, effect) = (self.start_fn(), self.place_fn(), self.effect_fn());
        let (child, value, save, load) =
            (self.child_fn(), self.value_fn(), self.save_fn(), self.load_fn());
        let (timed, executions) = (self.reads_time(), self.executions());
        let timeout = self.graph.timeout.map(|seconds| {
            quote!(const TIMEOUT: ::core::option::Option<u32> = ::core::option::Option::Some(#seconds);)
        });
        let _ = name;
        quote! {
            #[allow(clippy::all, clippy::pedantic, unused_variables, trivial_bounds)]
            impl<#(#params: ::workflow::__private::Durable),*> ::workflow::__private::typed::State for __State #generics
            where #(#copied,)* #(#cursors: ::workflow::__private::typed::Cursor,)*
            {
                #timed
                fn states() -> &'static [::workflow::__private::StateInfo] { &__STATES }
                #timeout
                #schemas
                #start #place #effect #child #value #save #load #executions
            }
        }
    }

    /// The types of the lists that loops go through.
    fn cursors(&self) -> impl Iterator<Item = TokenStream> {
        let fields = self.saved().flat_map(|variant| self.own_fields(variant));
        let places: BTreeSet<_> =
            fields.map(|field| &field.place).filter(|place| self.is_each(place)).collect();
        places.into_iter().map(|place| self.fields.bare_type(place))
    }

    pub(super) fn is_each(&self, (var, fields): &Place) -> bool {
        fields.is_empty() && matches!(self.graph.vars[*var].kind, VarKind::Each { .. })
    }

    /// Says that steps look at the time, where one does.
    fn reads_time(&self) -> Option<TokenStream> {
        let mut code =
            self.graph.blocks.iter().flat_map(|block| block.code.iter().chain(&block.late));
        let reads = code.any(|stmt| matches!(drawn(stmt), Some(Draw::Now)));
        reads.then(|| {
            quote!(
                const READS_TIME: bool = true;
            )
        })
    }

    fn start_fn(&self) -> TokenStream {
        let parameters: Vec<_> = self
            .graph
            .vars
            .iter()
            .filter(|var| var.kind == VarKind::Parameter)
            .map(|var| &var.ident)
            .collect();
        let input = local("input");
        let body = match parameters[..] {
            [] => quote!({ let _ = #input; Self::Start {} }),
            [only] => quote!(Self::Start { #only: #input.take()? }),
            [..] => quote!({
                let ::workflow::__private::Arguments { values: (#(#parameters,)*), .. } = #input.take::<__Input>()?;
                Self::Start { #(#parameters),* }
            }),
        };
        quote! {
            fn start(#input: ::workflow::__private::Payload) -> ::core::result::Result<Self, ::workflow::__private::Failure> {
                ::core::result::Result::Ok(#body)
            }
        }
    }

    fn place_fn(&self) -> TokenStream {
        let arms = self.variants.iter().copied().map(|variant| {
            let ident = self.ident(variant);
            let place = match variant {
                Variant::Label(_) => quote!(Label),
                Variant::State(state) => quote!(State(#state)),
                Variant::Done(_) => quote!(Done),
            };
            quote!(Self::#ident { .. } => ::workflow::__private::typed::Place::#place,)
        });
        quote! {
            fn place(&self) -> ::workflow::__private::typed::Place { match self { #(#arms)* } }
        }
    }

    fn effect_fn(&self) -> TokenStream {
        let waiting = self.waiting().filter(|state| self.distributed(*state).is_none());
        let arms = waiting.map(|state| {
            let ident = self.ident(Variant::State(state));
            let effect = match &self.graph.states[state].kind {
                Kind::Task(task) => {
                    // The name is this pattern's; the call is the user's, who may have the task from a macro.
                    let (input, path) = (quote!(__input), called::any(&task.path));
                    quote_spanned!(task.path.span()=> ::workflow::__private::typed::send::<#path>(#input))
                }
                Kind::Fork(Fork { kind: ForkKind::Map { width, .. }, .. }) => {
                    let width = *width as usize;
                    quote!(__input.fork(#width))
                }
                Kind::Fork(_) => quote!(__input.fork()),
                _ => quote!(__input.wait()),
            };
            quote!(Self::#ident { __input, .. } => #effect,)
        });
        quote! {
            fn effect(&self) -> ::core::result::Result<::workflow::__private::Effect, ::workflow::__private::Failure> {
                match self { #(#arms)* _ => ::core::result::Result::Err(::workflow::__private::typed::lost("an effect")) }
            }
        }
    }

    pub(super) fn waiting(&self) -> impl Iterator<Item = StateId> {
        (0..self.graph.states.len()).filter(|state| self.waits(*state))
    }

    fn child_fn(&self) -> TokenStream {
        let arms = self.waiting().filter_map(|state| {
            let ident = self.ident(Variant::State(state));
            match &self.graph.states[state].kind {
                Kind::Fork(Fork { kind: ForkKind::Map { distribution: Some(_), .. }, .. }) => None,
                Kind::Fork(Fork { kind: ForkKind::Map { item, .. }, .. }) => {
                    let (start, fields) = (self.graph.scopes[*item].start, self.fields.state(state));
                    let shared: Vec<_> = self.fields.block(start).iter().filter(|field| field.shared).map(|field| &field.ident).collect();
                    let (label, of) = (self.ident(Variant::Label(start)), self.graph.scopes[*item].item?);
                    let (item, _) = (&self.graph.vars[of].ident, fields);
                    let take = if self.retries(state) { quote!(again) } else { quote!(take) };
                    Some(quote!(Self::#ident { __input, #(#shared,)* .. } => __input.#take(__index).map(|__item| Self::#label { #item: __item, #(#shared: ::core::clone::Clone::clone(#shared)),* }),))
                }
                Kind::Fork(_) if self.retries(state) => {
                    let starts = self.graph.children(state).into_iter().map(|child| self.copied(child));
                    Some(quote!(Self::#ident { __input, .. } => __input.again(__index, |__start| match __start {
                        #(#starts)* _ => ::core::option::Option::None
                    }),))
                }
                Kind::Fork(_) => Some(quote!(Self::#ident { __input, .. } => __input.take(__index),)),
                _ => None,
            }
        });
        quote! {
            fn child(&mut self, __index: usize) -> ::core::option::Option<Self> {
                match self { #(#arms)* _ => ::core::option::Option::None }
            }
        }
    }

    /// True if the children of a state may start again: what they start with stays in the state.
    fn retries(&self, state: StateId) -> bool {
        matches!(&self.graph.states[state].kind, Kind::Fork(fork) if !fork.retry.is_empty())
            && self.distributed(state).is_none()
    }

    /// A branch's start, copied from the one that stays.
    fn copied(&self, child: ScopeId) -> TokenStream {
        let start = self.graph.scopes[child].start;
        let label = self.ident(Variant::Label(start));
        let fields: Vec<_> = self.fields.block(start).iter().map(|field| &field.ident).collect();
        quote! {
            Self::#label { #(#fields),* } => ::core::option::Option::Some(Self::#label {
                #(#fields: ::core::clone::Clone::clone(#fields)),*
            }),
        }
    }

    /// The places that are copied when children start: their types are `Clone`.
    fn copied_places(&self) -> Vec<Place> {
        let retried = self.waiting().filter(|state| self.retries(*state));
        let starts = retried.flat_map(|state| self.graph.children(state));
        let fields = starts.flat_map(|scope| self.fields.block(self.graph.scopes[scope].start));
        fields.filter(|field| !field.shared).map(|field| field.place.clone()).collect()
    }

    fn value_fn(&self) -> TokenStream {
        let done = self
            .variants
            .iter()
            .copied()
            .filter(|variant| matches!(variant, Variant::Done(_)))
            .map(|variant| {
                let ident = self.ident(variant);
                quote!(Self::#ident { __value } => ::core::option::Option::Some(__value),)
            });
        let executions = self.waiting().filter_map(|state| Some(self.distributed(state)?.0));
        let ends = executions
            .filter(|scope| self.ends[*scope])
            .map(|scope| self.ident(Variant::Done(scope)));
        quote! {
            fn value(&self) -> ::core::option::Option<&dyn ::workflow::__private::Live> {
                match self { #(#done)* _ => ::core::option::Option::None }
            }
            fn into_value(self) -> ::core::option::Option<::workflow::__private::Payload> {
                match self {
                    Self::Done { __value } => ::core::option::Option::Some(::workflow::__private::Payload::live(__value)),
                    #(Self::#ends { __value } => ::core::option::Option::Some(::workflow::__private::Payload::live(__value)),)*
                    _ => ::core::option::Option::None,
                }
            }
        }
    }
}

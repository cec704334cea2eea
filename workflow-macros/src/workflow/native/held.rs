//! The table of what records have: for each state and scope the names and types of its values.

use super::fields::map_of;
use super::{Native, Variant};
use crate::workflow::called;
use crate::workflow::model::{Fork, ForkKind, Kind, StateId, Until};
use proc_macro2::TokenStream;
use quote::quote;

/// The types of a table, each once. That they have schemas is said where they are used.
#[derive(Default)]
struct Types(Vec<(String, TokenStream)>);

impl Types {
    /// The number of the type that has this schema.
    fn number(&mut self, schema: TokenStream) -> usize {
        let text = schema.to_string();
        let known = self.0.iter().position(|(known, _)| *known == text);
        known.unwrap_or_else(|| {
            self.0.push((text, schema));
            self.0.len() - 1
        })
    }

    fn of(&mut self, ty: &TokenStream) -> usize {
        self.number(quote!(::workflow::__private::typed::Of::<#ty>::new().schema()))
    }
}

impl Native<'_> {
    /// `static __HELD: [Held; N]`, and the function of `State` that gives the types.
    pub fn records(&self) -> (TokenStream, TokenStream) {
        let mut types = Types::default();
        let saved: Vec<_> = self.saved().filter(|it| *it != Variant::Done(0)).collect();
        let rows: Vec<_> = saved.into_iter().map(|variant| self.row(variant, &mut types)).collect();
        let (count, schemas) = (rows.len(), types.0.iter().map(|(_, schema)| schema));
        let table = quote! {
            #[allow(clippy::all, clippy::pedantic)]
            static __HELD: [::workflow::__private::typed::Held; #count] = [#(#rows),*];
        };
        let function = quote! {
            fn schemas() -> ::std::vec::Vec<::workflow::__private::Lazy> {
                use ::workflow::__private::typed::Unknown as _;
                // The last one has no schema: it uses what is imported.
                ::std::vec![#(#schemas,)* ::workflow::__private::typed::Of::<Self>::new().schema()]
            }
        };
        (table, function)
    }

    fn row(&self, variant: Variant, types: &mut Types) -> TokenStream {
        let mut kept = vec![];
        let place = match variant {
            Variant::State(state) => {
                self.input_row(state, types, &mut kept);
                quote!(State(#state))
            }
            Variant::Label(block) => {
                let scope = self.place_of(self.starts[block].unwrap_or_default());
                match scope {
                    Some((state, branch)) => {
                        quote!(Start(::core::option::Option::Some((#state, #branch))))
                    }
                    None => quote!(Start(::core::option::Option::None)),
                }
            }
            Variant::Done(scope) => {
                let value = types.of(&self.fields.value(scope));
                kept.push(quote!(("value", #value, false)));
                let (state, branch) = self.place_of(scope).unwrap_or_default();
                quote!(End(#state, #branch))
            }
        };
        for field in self.own_fields(variant).iter().filter(|field| self.saves(variant, field)) {
            let (name, ty) = (self.place_name(&field.place), self.fields.bare_type(&field.place));
            let ty = types.of(&ty);
            kept.push(quote!((#name, #ty, false)));
        }
        quote! {
            ::workflow::__private::typed::Held {
                place: ::workflow::__private::typed::HeldAt::#place,
                kept: &[#(#kept),*],
            }
        }
    }

    /// The values that a state waits with.
    fn input_row(&self, state: StateId, types: &mut Types, kept: &mut Vec<TokenStream>) {
        let input = match &self.graph.states[state].kind {
            Kind::Task(task) => {
                let path = called::any(&task.path);
                types.of(&quote!(<#path as ::workflow::__private::Task>::Input))
            }
            Kind::Wait { until: Until::At(_), .. } => types.of(&quote!(::std::string::String)),
            Kind::Wait { .. } => types.number(quote!(::workflow::__private::typed::duration)),
            Kind::Fork(Fork { kind: ForkKind::Map { .. }, .. }) => {
                return self.items_row(state, types, kept);
            }
            _ => return,
        };
        kept.push(quote!(("input", #input, false)));
    }

    /// The items of a Map; of a distributed one with what it captures.
    fn items_row(&self, state: StateId, types: &mut Types, kept: &mut Vec<TokenStream>) {
        let Some((scope, _)) = map_of(self.graph, state) else { return };
        let scope = &self.graph.scopes[scope];
        for (index, var) in scope.item.iter().chain(&scope.inputs).enumerate() {
            let ty = types.of(&self.fields.bare_type(&(*var, vec![])));
            let name = match index {
                0 => "input".to_owned(),
                _ => format!("input.{}", self.name_of_input(*var)),
            };
            kept.push(quote!((#name, #ty, true)));
        }
    }
}

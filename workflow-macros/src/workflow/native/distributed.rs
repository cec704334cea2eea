//! Distributed Maps: what their states hold, and how the executions of their items begin.

use super::fields::map_of;
use super::{Native, Variant, local};
use crate::workflow::model::{
    Distribution, Fork, ForkKind, Kind, ScopeId, StateId, VarId, VarKind,
};
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

impl Native<'_> {
    /// The scope of the items of a distributed Map, and how they are handled.
    pub(super) fn distributed(&self, state: StateId) -> Option<(ScopeId, &Distribution)> {
        match &self.graph.states[state].kind {
            Kind::Fork(Fork { kind: ForkKind::Map { item, distribution, .. }, .. }) => {
                Some((*item, distribution.as_ref()?))
            }
            _ => None,
        }
    }

    /// The type of what the state holds: that of the item, and those of what is captured.
    pub(super) fn distribution(&self, item: ScopeId) -> TokenStream {
        let ty = |var: &VarId| self.fields.bare_type(&(*var, vec![]));
        let inputs = &self.graph.scopes[item].inputs;
        let item = inputs.first().map(ty);
        let captured =
            inputs.iter().skip(1).map(ty).fold(quote!(()), |all, ty| quote!((#all, #ty)));
        quote!(::workflow::__private::typed::Distribution<#item, #captured>)
    }

    /// The functions of `State` that only workflows with distributed Maps have.
    pub(super) fn executions(&self) -> Option<TokenStream> {
        let all = || self.waiting().filter_map(|state| Some((state, self.distributed(state)?)));
        all().next()?;
        let runs = all().map(|(state, (item, distribution))| {
            let (ident, options) = (self.ident(Variant::State(state)), self.options(state, item, distribution));
            quote!(Self::#ident { input, .. } => ::core::option::Option::Some(input.distributed(#state, &#options)),)
        });
        let starts = all().map(|(state, (item, _))| {
            let start = self.beginning(item);
            quote!(#state => #start,)
        });
        let input = local("input");
        Some(quote! {
            fn distributed(&self) -> ::core::option::Option<::core::result::Result<::workflow::__private::typed::Ready, ::workflow::__private::Failure>> {
                match self { #(#runs)* _ => ::core::option::Option::None }
            }
            fn execution(state: usize, mut #input: ::workflow::__private::typed::Inputs) -> ::core::result::Result<Self, ::workflow::__private::Failure> {
                ::core::result::Result::Ok(match state { #(#starts)* _ => return ::core::result::Result::Err(::workflow::__private::typed::lost("an item")) })
            }
        })
    }

    fn options(&self, state: StateId, item: ScopeId, distribution: &Distribution) -> TokenStream {
        let name = &self.graph.states[state].name;
        let width = map_of(self.graph, state).map_or(0, |(_, width)| width as usize);
        let inputs = &self.graph.scopes[item].inputs;
        let item =
            inputs.first().map(|item| self.graph.input_name(*item, None)).unwrap_or_default();
        let count = option(distribution.tolerated_count.map(|it| quote!(#it)));
        let percentage = option(distribution.tolerated_percentage.map(|it| quote!(#it)));
        quote!(::workflow::__private::typed::DistributionOptions {
            state: #name,
            item: #item,
            max_concurrency: #width,
            tolerated_failure_count: #count,
            tolerated_failure_percentage: #percentage,
        })
    }

    /// The start of the execution of an item, from its input.
    fn beginning(&self, item: ScopeId) -> TokenStream {
        let scope = &self.graph.scopes[item];
        let (label, input) = (self.ident(Variant::Label(scope.start)), local("input"));
        let fields = scope.inputs.iter().map(|var| {
            let (ident, name) = (&self.graph.vars[*var].ident, self.name_of_input(*var));
            match scope.inputs.len() {
                1 => quote!(#ident: #input.whole()?),
                _ => quote!(#ident: #input.part(#name)?),
            }
        });
        quote!(Self::#label { #(#fields),* })
    }

    fn name_of_input(&self, var: VarId) -> String {
        match self.graph.vars[var].kind {
            VarKind::Input { of } => self.graph.input_name(var, of),
            _ => String::new(),
        }
    }

    /// What the state holds, from a list and what is captured.
    pub(super) fn distribute(
        &self,
        span: proc_macro2::Span,
        list: &TokenStream,
        distribution: &Distribution,
        env: &super::expr::Env,
    ) -> TokenStream {
        let captures = distribution.captures.iter().map(|(var, value)| {
            let (name, value) = (self.name_of_input(*var), self.expr(value, env));
            quote!(.capture(#name, #value))
        });
        quote_spanned!(span=> ::workflow::__private::typed::Distribution::new(#list) #(#captures)*)
    }
}

fn option(value: Option<TokenStream>) -> TokenStream {
    match value {
        Some(value) => quote!(::core::option::Option::Some(#value)),
        None => quote!(::core::option::Option::None),
    }
}

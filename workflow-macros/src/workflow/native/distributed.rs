//! Distributed Maps: what their states hold, and how the executions of their items begin.

use super::fields::map_of;
use super::{Native, Variant, local};
use crate::workflow::ex::{Ex, ExKind};
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
            quote!(Self::#ident { __input, .. } => ::core::option::Option::Some(__input.distributed(#state, &#options)),)
        });
        let starts = all().map(|(state, (item, distribution))| {
            let start = self.beginning(item, distribution.batch.is_some());
            quote!(#state => #start,)
        });
        let input = local("input");
        Some(quote! {
            fn distributed(&self) -> ::core::option::Option<::core::result::Result<::workflow::__private::typed::Ready, ::workflow::__private::Failure>> {
                match self { #(#runs)* _ => ::core::option::Option::None }
            }
            fn execution(__state: usize, mut #input: ::workflow::__private::typed::Inputs) -> ::core::result::Result<Self, ::workflow::__private::Failure> {
                ::core::result::Result::Ok(match __state { #(#starts)* _ => return ::core::result::Result::Err(::workflow::__private::typed::lost("an item")) })
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
        let express = distribution.express;
        quote!(::workflow::__private::typed::DistributionOptions {
            state: #name,
            item: #item,
            max_concurrency: #width,
            tolerated_failure_count: #count,
            tolerated_failure_percentage: #percentage,
            express: #express,
        })
    }

    /// The start of the execution of an item, from its input.
    fn beginning(&self, item: ScopeId, batch: bool) -> TokenStream {
        let scope = &self.graph.scopes[item];
        let (label, input) = (self.ident(Variant::Label(scope.start)), local("input"));
        let fields = scope.inputs.iter().map(|var| {
            let ident = &self.graph.vars[*var].ident;
            match self.pointer(*var, batch, scope.inputs.len() == 1) {
                None => quote!(#ident: #input.whole()?),
                Some(pointer) => quote!(#ident: #input.part(#pointer)?),
            }
        });
        quote!(Self::#label { #(#fields),* })
    }

    /// Returns where a variable is in the input of the execution; `None`: it is all of it.
    fn pointer(&self, var: VarId, batch: bool, alone: bool) -> Option<String> {
        let name = self.name_of_input(var);
        let captured = matches!(self.graph.vars[var].kind, VarKind::Input { of: Some(_) });
        match (batch, captured) {
            (true, false) => Some("/Items".to_owned()),
            (true, true) => Some(format!("/BatchInput/{name}")),
            (false, _) => (!alone).then(|| format!("/{name}")),
        }
    }

    pub(super) fn name_of_input(&self, var: VarId) -> String {
        match self.graph.vars[var].kind {
            VarKind::Input { of } => self.graph.input_name(var, of),
            _ => String::new(),
        }
    }

    /// Returns what the state holds, from a list and what is captured.
    pub(super) fn distribute(
        &self,
        list: &Ex,
        distribution: &Distribution,
        env: &super::expr::Env,
    ) -> TokenStream {
        let (span, items) = (list.span, self.going_through(list, distribution, env));
        let captures = distribution.captures.iter().map(|(var, value)| {
            let (name, value) = (self.name_of_input(*var), self.expr(value, env));
            quote!(.capture(#name, #value))
        });
        let write = distribution.writer.as_ref().map(|(bucket, prefix)| {
            let (bucket, prefix) = (self.expr(bucket, env), self.expr(prefix, env));
            quote!(.write(#bucket, #prefix))
        });
        quote_spanned!(span=> #items #(#captures)* #write)
    }

    /// The items: of a list, or read; put together or not.
    fn going_through(
        &self,
        list: &Ex,
        distribution: &Distribution,
        env: &super::expr::Env,
    ) -> TokenStream {
        let items = match (&distribution.reader, &list.kind) {
            (Some(reader), ExKind::Tuple(of)) => {
                let (path, of) = (&reader.path, of.iter().map(|of| self.expr(of, env)));
                let most = reader.max_items.map(|most| quote!(.max_items(#most)));
                quote!(read(#path(#(#of),*) #most))
            }
            _ => {
                let list = self.expr(list, env);
                quote!(new(#list))
            }
        };
        let batch = distribution.batch.map(|size| {
            let size = size as usize;
            quote!(.batches(#size))
        });
        quote_spanned!(list.span=> ::workflow::__private::typed::Distribution::#items #batch)
    }
}

fn option(value: Option<TokenStream>) -> TokenStream {
    match value {
        Some(value) => quote!(::core::option::Option::Some(#value)),
        None => quote!(::core::option::Option::None),
    }
}

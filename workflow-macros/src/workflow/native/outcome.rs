//! Arms that take the outcome of a state: of a task, a fork or a race.

use super::arms::whole;
use super::expr::Env;
use super::fields::Field;
use super::{Native, Variant, local};
use crate::workflow::called;
use crate::workflow::model::{
    BlockId, Catch, CatchName, Distribution, Fork, ForkKind, Kind, Outcome, ScopeId, StateId, Task,
};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

impl Native<'_> {
    pub(super) fn state_arm(&self, state: StateId) -> TokenStream {
        let (variant, ident) = (Variant::State(state), self.ident(Variant::State(state)));
        let (pattern, env) = (self.pattern(variant), self.at_hand(variant));
        let body = match &self.graph.states[state].kind {
            Kind::Task(task) => self.after_task(task, env),
            Kind::Wait { next, .. } => {
                let (cx, next) = (local("cx"), self.go(*next, env));
                quote!(#cx.waited(); #next)
            }
            Kind::Fork(fork) => self.after_fork(state, fork, env),
            _ => TokenStream::new(),
        };
        quote! { __State::#ident { __input, #pattern } => { ::core::mem::drop(__input); #body } }
    }

    pub(super) fn after_task(&self, task: &Task, env: Env) -> TokenStream {
        let (cx, path, result) = (local("cx"), called::ty(&task.path), local("result"));
        if task.continues {
            // The engine ends the execution in this state.
            return quote!(return ::workflow::__private::typed::astray("what comes after it"););
        }
        let ok = self.go(task.outcome.ok, env.clone());
        if task.outcome.catch.is_empty() {
            return quote!(let #result = #cx.done::<#path>()?; #ok);
        }
        // The catchers before each: one for each name.
        let mut before = 0;
        let (mut rest, mut caught) = (vec![], vec![]);
        for catch in &task.outcome.catch {
            let (pat, code) = (&catch.pat, self.caught(catch, env.clone()));
            match catch.names[..] {
                [CatchName::Rest | CatchName::All] => {
                    let failure = local("failure");
                    rest.push(quote!(if let ::core::option::Option::Some(#failure) = #cx.rest(#before) { #code } else));
                }
                _ => caught.push(quote!(::core::result::Result::Err(#pat) => { #code })),
            }
            before += catch.names.len();
        }
        let (error, failure) = (local("error"), local("failure"));
        let keeps = task.outcome.catch.iter().any(|catch| catch.whole.is_some());
        let taken = keeps.then(|| quote!(let #failure = #cx.taken();));
        quote! {
            #(#rest)* {
                #taken
                match #cx.outcome::<#path>()? {
                    ::core::result::Result::Ok(#result) => { #ok }
                    #(#caught)*
                    ::core::result::Result::Err(#error) => return ::core::result::Result::Err(::workflow::__private::typed::failed::<#path>(#error)),
                }
            }
        }
    }

    /// A catcher's code. What is bound whole is the failure itself, as it came: nobody needs to name its type.
    pub(super) fn caught(&self, catch: &Catch, env: Env) -> TokenStream {
        let failure = local("failure");
        let whole = whole(catch).map(|var| {
            let ident = &self.graph.vars[var].ident;
            quote!(let #ident = #failure;)
        });
        let beside = catch.whole.map(|var| {
            let ident = &self.graph.vars[var].ident;
            quote! {
                let ::core::option::Option::Some(#ident) = #failure else {
                    return ::workflow::__private::typed::astray("a failure");
                };
            }
        });
        let code = self.go(catch.block, env);
        quote!(#whole #beside #code)
    }

    pub(super) fn after_fork(&self, state: StateId, fork: &Fork, env: Env) -> TokenStream {
        let Outcome { ok, catch } = &fork.outcome;
        let (cx, result) = (local("cx"), local("result"));
        if self.graph.is_race(state) {
            return self.after_race(state, fork, &env);
        }
        let failed = catch.first().map(|catch| {
            let (pat, failure) = (&catch.pat, local("failure"));
            let (back, env) = self.reclaim(state, catch.block, env.clone());
            let code = self.go(catch.block, env);
            quote!(if let ::core::option::Option::Some(#failure) = #cx.caught() { #back let #pat = #failure; #code } else)
        });
        let values = match &fork.kind {
            ForkKind::Parallel { branches } => self.branches(branches, *ok),
            ForkKind::Map { item, distribution, .. } => {
                self.items(*item, distribution.as_ref(), *ok)
            }
        };
        let (back, env) = self.reclaim(state, *ok, env);
        let ok = self.go(*ok, env);
        quote!(#failed { let #result = #values; #back #ok })
    }

    /// The catchers of a race: each is a branch that won, and the last one takes what failed.
    pub(super) fn after_race(&self, state: StateId, fork: &Fork, env: &Env) -> TokenStream {
        let (cx, failure) = (local("cx"), local("failure"));
        let mut before = 0;
        let caught = fork.outcome.catch.iter().map(|catch| {
            let pat = &catch.pat;
            let taken = before..before + catch.names.len();
            before = taken.end;
            let (back, env) = self.reclaim(state, catch.block, env.clone());
            let code = self.go(catch.block, env);
            let taken = quote!(::core::option::Option::None #(.or_else(|| #cx.rest(#taken)))*);
            // A winner's value is read where it is bound; a failure is bound whole.
            let whole = matches!(catch.names[..], [CatchName::Rest | CatchName::All]);
            let bound = if whole { quote!(let #pat = #failure;) } else { TokenStream::new() };
            quote!(if let ::core::option::Option::Some(#failure) = #taken { #back #bound #code } else)
        });
        let caught: TokenStream = caught.collect();
        quote!(#caught { return ::workflow::__private::typed::astray("a race"); })
    }

    /// A value, of the type that a scope ends with: so that what is decoded has it, too.
    pub(super) fn as_value_of(&self, scope: ScopeId, value: &TokenStream) -> TokenStream {
        let (done, v) = (self.ident(Variant::Done(scope)), local("won"));
        quote! {
            match #value {
                #v if false => return ::core::result::Result::Ok(__State::#done { __value: #v }),
                #v => #v,
            }
        }
    }

    pub(super) fn branches(&self, branches: &[ScopeId], ok: BlockId) -> TokenStream {
        let cx = local("cx");
        let names: Vec<_> =
            (0..branches.len()).map(|index| local(&format!("branch_{index}"))).collect();
        let done = branches.iter().zip(&names).map(|(scope, name)| {
            let ident = self.ident(Variant::Done(*scope));
            if self.ends[*scope] { quote!(__State::#ident { __value: #name }) } else { quote!(_) }
        });
        let unending = branches.iter().zip(&names).enumerate();
        let unending =
            unending.filter(|(_, (scope, _))| !self.ends[**scope]).map(|(index, (_, name))| {
                let unread = self.graph.is_unread(ok, Some(index)).then(|| quote!(: ()));
                quote!(let #name #unread = return ::workflow::__private::typed::astray("a branch");)
            });
        quote!({
            let [#(#done),*] = #cx.branches()? else { return ::workflow::__private::typed::astray("a branch"); };
            #(#unending)*
            (#(#names),*)
        })
    }

    pub(super) fn items(
        &self,
        item: ScopeId,
        distribution: Option<&Distribution>,
        ok: BlockId,
    ) -> TokenStream {
        let (cx, done) = (local("cx"), self.ident(Variant::Done(item)));
        if distribution.is_some_and(|distribution| distribution.writer.is_some()) {
            return quote!(#cx.written()?);
        }
        let items = format_ident!("{}", if distribution.is_some() { "gathered" } else { "items" });
        if !self.ends[item] {
            let unread = if self.graph.is_unread(ok, None) { quote!(()) } else { quote!(_) };
            return quote!(#cx.#items::<#unread>(|_| ::core::option::Option::None)?);
        }
        quote!(#cx.#items(|__item| match __item { __State::#done { __value } => ::core::option::Option::Some(__value), _ => ::core::option::Option::None })?)
    }

    /// Takes back what was shared with children.
    pub(super) fn reclaim(
        &self,
        state: StateId,
        next: BlockId,
        mut env: Env,
    ) -> (TokenStream, Env) {
        let mut tokens = TokenStream::new();
        let lent = |field: &Field| field.shared && self.live.lends(self.graph, state, &field.place);
        // What nobody reads again is gone: its name is free for another value.
        env.fields.retain(|field| !lent(field) || self.live.live_at(next, &field.place));
        for field in env.fields.iter_mut().filter(|field| lent(field)) {
            let ident = &field.ident;
            let mutable = self.graph.vars[field.place.0].mutable.then(|| quote!(mut));
            tokens.extend(
                quote!(let #mutable #ident = ::workflow::__private::typed::reclaim(#ident)?;),
            );
            field.shared = false;
        }
        (tokens, env)
    }
}

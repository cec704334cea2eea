//! Entries of states: the values that an edge hands over, and the effects that begin there.

use super::expr::Env;
use super::fields::Field;
use super::{Native, Variant, local};
use crate::workflow::called;
use crate::workflow::model::{
    BlockId, FailValue, Fork, ForkKind, Kind, ScopeId, StateId, Task, Until,
};
use crate::workflow::phases;
use crate::workflow::race;
use crate::workflow::uses::{inside, overlap};
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

impl Native<'_> {
    pub(super) fn enter(&self, block: BlockId, state: StateId, mut env: Env) -> TokenStream {
        let cx = local("cx");
        let enter = quote!(#cx.enter(#state););
        let scope = self.graph.states[state].scope;
        match &self.graph.states[state].kind {
            Kind::Task(task) => self.enter_task(block, state, task, env),
            Kind::Wait { until, .. } => {
                let input = self.sent(block, state, &mut env, |this, env| {
                    let value = this.expr(until.ex(), env);
                    match until {
                        Until::After(_) => value,
                        Until::At(_) => quote!(::workflow::__private::typed::Moment::new(#value)),
                    }
                });
                let variant = Variant::State(state);
                let (opened, kept) = self.given(variant, &mut env, &self.after(state));
                let ident = self.ident(variant);
                quote!(#enter #input #opened __State::#ident { __input, #kept })
            }
            Kind::Fork(fork) => self.enter_fork(block, state, fork, env),
            Kind::Pass { next } => {
                let next = self.go(*next, env);
                quote!(#enter #next)
            }
            Kind::Succeed { value } => {
                let late = self.late(block, &mut env);
                let done = self.done(scope, value, &env, true);
                quote!(#enter #late #done)
            }
            Kind::Fail { failure } => {
                let late = self.late(block, &mut env);
                let failure = self.failure(failure, &env);
                quote!(#enter #late return ::core::result::Result::Err(::workflow::__private::Stop::Failed(#failure)))
            }
            Kind::Choice(choice) => {
                let late = self.late(block, &mut env);
                let choice = self.choice(choice, env);
                quote!(#enter #late #choice)
            }
        }
    }

    pub(super) fn failure(&self, failure: &FailValue, env: &Env) -> TokenStream {
        match failure {
            FailValue::New(error, cause) => {
                let at = error.span;
                let (error, cause) = (self.expr(error, env), self.expr(cause, env));
                quote_spanned!(at=> ::workflow::__private::Failure::new(#error, #cause))
            }
            FailValue::Caught(value) => self.failure_of(value, &self.expr(value, env)),
            FailValue::Won { scope, position, value } => {
                let (span, error) = (value.span, race::error(*position));
                let value = self.as_value_of(*scope, &self.expr(value, env));
                quote_spanned!(span=> ::workflow::__private::typed::wins(#error, &#value))
            }
        }
    }

    /// Returns what the state waits with, evaluated in its phase. Where its catchers could take a fault, that is kept
    /// in its place; else it ends the scope.
    pub(super) fn sent(
        &self,
        block: BlockId,
        state: StateId,
        env: &mut Env,
        make: impl FnOnce(&Self, &Env) -> TokenStream,
    ) -> TokenStream {
        let mut inner = env.clone();
        let late = self.late(block, &mut inner);
        let value = make(self, &inner);
        if self.catches_faults(block, state) {
            return quote!(let __input = ::workflow::__private::typed::Sent::new(|| { #late #value }););
        }
        quote!(let __input = ::workflow::__private::typed::Sent::Value({ #late #value });)
    }

    pub(super) fn catches_faults(&self, block: BlockId, state: StateId) -> bool {
        phases::catches(self.graph, state)
            && phases::may_fault_entering(self.graph, self.document, block, state)
    }

    pub(super) fn enter_task(
        &self,
        block: BlockId,
        state: StateId,
        task: &Task,
        mut env: Env,
    ) -> TokenStream {
        let (cx, path) = (local("cx"), &task.path);
        let input = self.sent(block, state, &mut env, |this, env| {
            let args = task.args.iter().map(|arg| this.expr(arg, env));
            let (args, mut call, ty) = (quote!(#(#args),*), quote!(#path), called::any(path));
            task.paren.surround(&mut call, |inside| inside.extend(args));
            quote_spanned!(path.span()=> <#ty as ::workflow::__private::typed::Sends<_>>::input(#call))
        });
        let spared = self.spare(block, task, &mut env);
        let (opened, kept) = self.given(Variant::State(state), &mut env, &self.after(state));
        let ident = self.ident(Variant::State(state));
        quote!(#cx.enter(#state); #spared #input #opened __State::#ident { __input, #kept })
    }

    /// Copies what is given to a task and read later: either Rust copies it, too, or it is moved,
    /// which rustc says of the user's function, and need not say of this one.
    pub(super) fn spare(&self, block: BlockId, task: &Task, env: &mut Env) -> TokenStream {
        let body = &self.graph.blocks[block];
        let later = self.live.after(self.graph, body);
        let late = body.late.iter().flat_map(|stmt| crate::workflow::uses::stmt(stmt, &mut vec![]));
        let late: Vec<_> = late.collect();
        let mut spared = TokenStream::new();
        for arg in task.args.iter().filter(|arg| !self.copies.contains(arg)) {
            let Some(place) = arg.place().filter(|place| !late.contains(&place.0)) else {
                continue;
            };
            let held = |field: &Field| inside(&place, &field.place) && !field.shared;
            if !later.iter().any(|later| overlap(later, &place)) || !env.fields.iter().any(held) {
                continue;
            }
            let (value, ident) = (self.expr(arg, env), self.spared());
            spared.extend(quote!(let #ident = ::core::clone::Clone::clone(&#value);));
            // Of two that hold the same place, the last is at hand.
            env.fields.push(Field { place, ident, shared: false });
        }
        spared
    }

    /// A name that no other copy has, wherever it stands.
    pub(super) fn spared(&self) -> proc_macro2::Ident {
        let count = self.spared.replace(self.spared.get() + 1);
        local(&format!("spared_{count}"))
    }

    pub(super) fn enter_fork(
        &self,
        block: BlockId,
        state: StateId,
        fork: &Fork,
        mut env: Env,
    ) -> TokenStream {
        let (cx, ident) = (local("cx"), self.ident(Variant::State(state)));
        let input = match &fork.kind {
            ForkKind::Map { list, distribution, .. } => {
                self.sent(block, state, &mut env, |this, env| match distribution {
                    Some(distribution) => this.distribute(list, distribution, env),
                    None => {
                        let (span, list) = (list.span, this.expr(list, env));
                        quote_spanned!(span=> ::workflow::__private::typed::Items::new(#list))
                    }
                })
            }
            ForkKind::Parallel { .. } => self.late(block, &mut env),
        };
        let opened = self.unpack_for_children(state, &mut env);
        let share = self.share(state, &mut env);
        let starts = match &fork.kind {
            ForkKind::Map { .. } => TokenStream::new(),
            ForkKind::Parallel { branches } => {
                let starts = branches.iter().map(|branch| self.start(*branch, &env));
                quote!(let __input = ::workflow::__private::typed::Forked::new([#(#starts),*]);)
            }
        };
        let (rest, kept) = self.given(Variant::State(state), &mut env, &self.after(state));
        // Where the types of the items differ, it is said at the `map`.
        let at = proc_macro2::Span::call_site().located_at(self.graph.states[state].span);
        let of = proc_macro2::Ident::new("__input", at);
        quote!(#cx.enter(#state); #input #opened #share #starts #rest __State::#ident { __input: #of, #kept })
    }

    /// Shares with the children what they read of this scope, from here on.
    pub(super) fn share(&self, state: StateId, env: &mut Env) -> TokenStream {
        let mut tokens = TokenStream::new();
        for field in self.fields.state(state).iter().filter(|field| field.shared) {
            if env.fields.iter().any(|held| held.place == field.place && held.shared) {
                continue;
            }
            let (ident, value) =
                (&field.ident, self.held(&field.place, false, env, &self.after(state)));
            tokens.extend(quote!(let #ident = ::std::sync::Arc::new(#value);));
            env.fields.push(field.clone());
            env.fields.retain(|held| held.shared || held.place != field.place);
        }
        tokens
    }

    pub(super) fn start(&self, scope: ScopeId, env: &Env) -> TokenStream {
        let block = self.graph.scopes[scope].start;
        let ident = self.ident(Variant::Label(block));
        let fields = self.fields.block(block).iter();
        let fields = fields.map(|field| self.given_field(field, env, &[block]));
        quote!(__State::#ident { #(#fields)* })
    }
}

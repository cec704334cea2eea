//! The arms of the closure's `match`: one for each variant, straight code written out in it.

use super::expr::{Env, members, root_span};
use super::fields::Field;
use super::unpack::field_name;
use super::{Native, Variant, local};
use crate::workflow::called;
use crate::workflow::ex::{Ex, ExKind};
use crate::workflow::model::{
    BlockId, Catch, CatchName, Choice, Distribution, End, FailValue, Fork, ForkKind, Form, Kind,
    Outcome, Rule, ScopeId, StateId, Task, Test, Until,
};
use crate::workflow::phases;
use crate::workflow::race;
use crate::workflow::uses::{Place, inside, overlap};
use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;

impl Native<'_> {
    pub fn arms(&self) -> TokenStream {
        let arms: TokenStream = self
            .variants
            .iter()
            .map(|variant| match *variant {
                Variant::Label(block) => self.label_arm(block),
                Variant::State(state) => self.state_arm(state),
                Variant::Done(_) => TokenStream::new(),
            })
            .collect();
        let done = self
            .variants
            .iter()
            .copied()
            .filter(|variant| matches!(variant, Variant::Done(_)))
            .map(|variant| {
                let ident = self.ident(variant);
                quote!(__State::#ident { .. })
            });
        let done_name = local("done");
        quote! { #arms #done_name @ (#(#done)|*) => #done_name, }
    }

    fn label_arm(&self, block: BlockId) -> TokenStream {
        let (variant, fields) = (Variant::Label(block), self.fields.block(block));
        let ident = self.ident(variant);
        let pattern = self.pattern(variant);
        let probes: TokenStream = fields
            .iter()
            .filter(|field| self.is_input(block, field))
            .map(|field| self.probe_of(field.place.0))
            .collect();
        let code = self.block(block, self.at_hand(variant));
        let item = self.told_item(block);
        quote! { __State::#ident { #pattern } => { #item #probes #code } }
    }

    /// The engine does not know what the first state of an item gets.
    fn told_item(&self, block: BlockId) -> Option<TokenStream> {
        let scope = &self.graph.scopes[self.starts[block]?];
        let (cx, item) = (local("cx"), &self.graph.vars[scope.item?].ident);
        Some(quote!(#cx.output(&#item);))
    }

    /// A parameter or an item: bound by the start of its own scope.
    fn is_input(&self, block: BlockId, field: &Field) -> bool {
        let var = &self.graph.vars[field.place.0];
        use crate::workflow::model::VarKind::{Input, Item, Parameter};
        self.graph.scopes[var.scope].start == block
            && matches!(var.kind, Input { .. } | Item | Parameter)
    }

    /// The fields and packs of a variant, as a pattern.
    fn pattern(&self, variant: Variant) -> TokenStream {
        let fields = self.patterns(self.loose(variant));
        let packs = self.packs.of(variant).iter().map(|pack| field_name(*pack));
        quote!(#fields #(#packs,)*)
    }

    /// Fields as patterns, `mut` where the user's variable is.
    pub(super) fn patterns<'f>(&self, fields: impl Iterator<Item = &'f Field>) -> TokenStream {
        fields
            .map(|field| {
                let ident = &field.ident;
                let mutable =
                    (self.graph.vars[field.place.0].mutable && !field.shared).then(|| quote!(mut));
                quote!(#ident: #mutable #ident,)
            })
            .collect()
    }

    /// A block's code, up to the variant that it leads to.
    fn block(&self, block: BlockId, mut env: Env) -> TokenStream {
        let opened = self.unpack_for(block, &mut env);
        let code = self.code(block, &mut env);
        let end = self.end(block, env);
        quote!({ #opened #code #end })
    }

    fn end(&self, block: BlockId, mut env: Env) -> TokenStream {
        let scope = self.graph.blocks[block].scope;
        match &self.graph.blocks[block].end {
            End::Goto(next) => self.go(*next, env),
            End::Return(value) => {
                let late = self.late(block, &mut env);
                let done = self.done(scope, value, &env, !self.is_unchanged(block, value));
                quote!(#late #done)
            }
            End::Enter(state) => self.enter(block, *state, env),
            End::Raced | End::Open | End::Unreachable => {
                quote!(return ::workflow::__private::typed::astray("its way");)
            }
        }
    }

    /// A Parallel or Map whose own result ends the scope: the document needs no `Output`.
    fn is_unchanged(&self, block: BlockId, value: &Ex) -> bool {
        let fork = |state: &crate::workflow::model::State| matches!(&state.kind, Kind::Fork(fork) if fork.outcome.ok == block);
        matches!(value.kind, ExKind::Result(_)) && self.graph.states.iter().any(fork)
    }

    fn go(&self, next: BlockId, mut env: Env) -> TokenStream {
        if !self.is_label(next) {
            return self.block(next, env);
        }
        let ident = self.ident(Variant::Label(next));
        let (opened, fields) = self.given(Variant::Label(next), &mut env, &[next]);
        quote!(#opened __State::#ident { #fields })
    }

    /// The fields of a variant from what is at hand, after the packs that this opens.
    fn given(
        &self,
        variant: Variant,
        env: &mut Env,
        next: &[BlockId],
    ) -> (TokenStream, TokenStream) {
        let opened = self.unpack_into(variant, env);
        let fields = self.loose(variant).map(|field| self.given_field(field, env, next));
        let packs = self.packs.of(variant).iter().map(|pack| self.given_pack(*pack, env, next));
        (opened, fields.chain(packs).collect())
    }

    pub(super) fn given_field(&self, field: &Field, env: &Env, next: &[BlockId]) -> TokenStream {
        let (ident, value) = (&field.ident, self.held(&field.place, field.shared, env, next));
        quote!(#ident: #value,)
    }

    /// A place from what is at hand, shared or not. It has the spans of the user's next use of it: if it is gone,
    /// the mistake is there, and is said once.
    fn held(&self, place: &Place, shared: bool, env: &Env, next: &[BlockId]) -> TokenStream {
        if shared
            && let Some(field) =
                env.fields.iter().find(|field| field.place == *place && field.shared)
        {
            let ident = &field.ident;
            return quote!(::core::clone::Clone::clone(&#ident));
        }
        let used = self.next_use(place, next);
        let span = used.map_or(self.graph.vars[place.0].ident.span(), root_span);
        let mut spans =
            used.map(members).unwrap_or_default().into_iter().map(|member| member.span());
        let root = Ex::new(ExKind::Var(place.0), span);
        let member = |base: Ex, name: &String| {
            let span = spans.next().unwrap_or(span);
            let member = name.parse().map_or_else(
                |_| syn::Member::Named(crate::ident::named(name, span)),
                |index| syn::Member::Unnamed(syn::Index { index, span }),
            );
            Ex::new(ExKind::Field(Box::new(base), member), span)
        };
        self.expr(&place.1.iter().fold(root, member), env)
    }

    fn done(&self, scope: ScopeId, value: &Ex, env: &Env, tell: bool) -> TokenStream {
        let (ident, ok, cx, name) =
            (self.ident(Variant::Done(scope)), value.ok.as_deref(), local("cx"), local("value"));
        let value = self.expr(value, env);
        let tell = tell.then(|| quote!(#cx.output(&#name);));
        let Some((ok, paren)) = ok.filter(|_| scope == 0) else {
            return quote!(let #name = #value; #tell __State::#ident { __value: #name });
        };
        // As the user's function returns it, so that rustc says the same of both.
        let (output, mut returned) = (self.output, quote!(#ok));
        paren.surround(&mut returned, |inside| inside.extend(value));
        quote! {
            let #name: ::core::result::Result<#output, ::workflow::__private::Failure> = #returned;
            let ::core::result::Result::Ok(#name) = #name else { return ::workflow::__private::typed::astray("its value"); };
            #tell __State::#ident { __value: #name }
        }
    }

    fn enter(&self, block: BlockId, state: StateId, mut env: Env) -> TokenStream {
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

    fn failure(&self, failure: &FailValue, env: &Env) -> TokenStream {
        match failure {
            FailValue::New(error, cause) => {
                let at = error.span;
                let (error, cause) = (self.expr(error, env), self.expr(cause, env));
                quote_spanned!(at=> ::workflow::__private::Failure::new(#error, #cause))
            }
            FailValue::Caught(value) => {
                let value = self.expr(value, env);
                quote!(<::workflow::__private::Failure as ::core::convert::From<_>>::from(#value))
            }
            FailValue::Won { scope, position, value } => {
                let (span, error) = (value.span, race::error(*position));
                let value = self.as_value_of(*scope, &self.expr(value, env));
                quote_spanned!(span=> ::workflow::__private::typed::wins(#error, &#value))
            }
        }
    }

    /// Returns what the state waits with, evaluated in its phase. Where its catchers could take a fault, that is kept
    /// in its place; else it ends the scope.
    fn sent(
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

    fn catches_faults(&self, block: BlockId, state: StateId) -> bool {
        phases::catches(self.graph, state)
            && phases::may_fault_entering(self.graph, self.document, block, state)
    }

    fn enter_task(&self, block: BlockId, state: StateId, task: &Task, mut env: Env) -> TokenStream {
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
    fn spare(&self, block: BlockId, task: &Task, env: &mut Env) -> TokenStream {
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
    fn spared(&self) -> proc_macro2::Ident {
        let count = self.spared.replace(self.spared.get() + 1);
        local(&format!("spared_{count}"))
    }

    fn enter_fork(&self, block: BlockId, state: StateId, fork: &Fork, mut env: Env) -> TokenStream {
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
    fn share(&self, state: StateId, env: &mut Env) -> TokenStream {
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

    fn start(&self, scope: ScopeId, env: &Env) -> TokenStream {
        let block = self.graph.scopes[scope].start;
        let ident = self.ident(Variant::Label(block));
        let fields = self.fields.block(block).iter();
        let fields = fields.map(|field| self.given_field(field, env, &[block]));
        quote!(__State::#ident { #(#fields)* })
    }

    fn choice(&self, choice: &Choice, env: Env) -> TokenStream {
        let next = |(index, rule): (usize, &Rule)| {
            let (chose, next) = (chose(index), self.go(rule.next, env.clone()));
            quote!(#chose #next)
        };
        let rules = || choice.rules.iter().enumerate();
        let (chose, default) = (chose(choice.rules.len()), self.go(choice.default, env.clone()));
        let default = quote!(#chose #default);
        match &choice.form {
            Form::If => {
                let rules = rules().map(|rule| {
                    let (next, Test::When(condition)) = (next(rule), &rule.1.test) else {
                        return TokenStream::new();
                    };
                    let condition = self.expr(condition, &env);
                    quote!(if #condition { #next } else)
                });
                quote!(#(#rules)* { #default })
            }
            Form::Match { on, default: last } => {
                let rules = rules().map(|rule| {
                    let (next, Test::Fits(pat, guard)) = (next(rule), &rule.1.test) else {
                        return TokenStream::new();
                    };
                    let guard = guard.iter().map(|guard| self.expr(guard, &env));
                    quote!(#pat #(if #guard)* => { #next })
                });
                let on = self.expr(on, &env);
                // What is not covered is said of the user's function.
                quote!(match #on { #(#rules)* #last => { #default } _ => return ::workflow::__private::typed::astray("a match"), })
            }
            Form::For { each } => {
                let each = &self.graph.vars[*each].ident;
                let next = rules().map(next);
                quote!(if #each.has_next() { #(#next)* } else { #default })
            }
        }
    }

    fn state_arm(&self, state: StateId) -> TokenStream {
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

    fn after_task(&self, task: &Task, env: Env) -> TokenStream {
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
        let error = local("error");
        quote! {
            #(#rest)* {
                match #cx.outcome::<#path>()? {
                    ::core::result::Result::Ok(#result) => { #ok }
                    #(#caught)*
                    ::core::result::Result::Err(#error) => return ::core::result::Result::Err(::workflow::__private::typed::failed::<#path>(#error)),
                }
            }
        }
    }

    /// A catcher's code. What is bound whole is the failure itself, as it came: nobody needs to name its type.
    fn caught(&self, catch: &Catch, env: Env) -> TokenStream {
        let failure = local("failure");
        let whole = whole(catch).map(|var| {
            let ident = &self.graph.vars[var].ident;
            quote!(let #ident = #failure;)
        });
        let code = self.go(catch.block, env);
        quote!(#whole #code)
    }

    fn after_fork(&self, state: StateId, fork: &Fork, env: Env) -> TokenStream {
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
    fn after_race(&self, state: StateId, fork: &Fork, env: &Env) -> TokenStream {
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

    fn branches(&self, branches: &[ScopeId], ok: BlockId) -> TokenStream {
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

    fn items(
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
    fn reclaim(&self, state: StateId, next: BlockId, mut env: Env) -> (TokenStream, Env) {
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

/// Tells which rule applies; after the last one, that none does.
fn chose(rule: usize) -> TokenStream {
    let (cx, rule) = (local("cx"), u32::try_from(rule).unwrap_or(u32::MAX));
    quote!(#cx.chose(#rule);)
}

/// The variable that holds the failure whole: `Err(other)`.
fn whole(catch: &Catch) -> Option<usize> {
    match catch.names[..] {
        [CatchName::Rest | CatchName::All] => catch.binds.first().copied(),
        _ => None,
    }
}

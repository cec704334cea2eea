//! The arms of the closure's `match`: one for each variant, straight code written out in it.

use super::expr::{Env, members, root_span};
use super::fields::Field;
use super::unpack::field_name;
use super::{Native, Variant, local};
use crate::workflow::ex::{Ex, ExKind};
use crate::workflow::model::{
    BlockId, Catch, CatchName, Choice, End, Form, Kind, Rule, ScopeId, Test,
};
use crate::workflow::uses::Place;
use proc_macro2::TokenStream;
use quote::quote;
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
    pub(super) fn pattern(&self, variant: Variant) -> TokenStream {
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

    pub(super) fn go(&self, next: BlockId, mut env: Env) -> TokenStream {
        if !self.is_label(next) {
            return self.block(next, env);
        }
        let ident = self.ident(Variant::Label(next));
        let (opened, fields) = self.given(Variant::Label(next), &mut env, &[next]);
        quote!(#opened __State::#ident { #fields })
    }

    /// The fields of a variant from what is at hand, after the packs that this opens.
    pub(super) fn given(
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
    pub(super) fn held(
        &self,
        place: &Place,
        shared: bool,
        env: &Env,
        next: &[BlockId],
    ) -> TokenStream {
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

    pub(super) fn done(&self, scope: ScopeId, value: &Ex, env: &Env, tell: bool) -> TokenStream {
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

    pub(super) fn choice(&self, choice: &Choice, env: Env) -> TokenStream {
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
}

/// Tells which rule applies; after the last one, that none does.
pub(super) fn chose(rule: usize) -> TokenStream {
    let (cx, rule) = (local("cx"), u32::try_from(rule).unwrap_or(u32::MAX));
    quote!(#cx.chose(#rule);)
}

/// The variable that holds the failure whole: `Err(other)`.
pub(super) fn whole(catch: &Catch) -> Option<usize> {
    match catch.names[..] {
        [CatchName::Rest | CatchName::All] => catch.binds.first().copied(),
        _ => None,
    }
}

//! `join!`, `race!` and `map`: Parallel and Map.

use super::borrowed::{self, Items, owned};
use super::call::Parts;
use super::{Dest, Lower, at};
use crate::ident::pascal;
use crate::workflow::env::Binding;
use crate::workflow::labels::beginning;
use crate::workflow::model::{
    Catch, Distribution, Fork, ForkKind, Kind, Outcome, Scope, ScopeId, StateId, Stmt, VarId,
    VarKind,
};
use crate::workflow::resolve::var;
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Expr, Pat, Token};

impl Lower<'_> {
    pub(super) fn join(
        &mut self,
        mac: &syn::Macro,
        parts: &Parts<'_>,
        catch: Vec<Catch>,
    ) -> Option<StateId> {
        self.refuse_builders(parts, &["retry", "named"], "`join!`");
        let branches = self.written_branches(mac, "join!")?;
        let hints: Vec<_> = self
            .hint
            .take()
            .map(|hint| hint.split(',').map(str::to_owned).collect())
            .unwrap_or_default();
        let made = match hints.is_empty() {
            true => "Parallel".to_owned(),
            false => hints.iter().map(|hint| pascal(hint)).collect::<Vec<_>>().join("And"),
        };
        let name = self.name(parts, &made);
        let state = self.enter_as(name, at(&mac.path), Kind::Pass { next: 0 });
        let same = hints.len() == branches.len();
        let scopes = branches.iter().enumerate().map(|(index, branch)| {
            let hint = same.then(|| hints[index].clone());
            self.child_branch(state, branch, |this| {
                this.hint = hint;
                this.branch_body(branch, "join!");
            })
        });
        let branches = scopes.collect();
        Some(self.forked(state, ForkKind::Parallel { branches }, parts, catch))
    }

    /// The branches of `join!` and `race!`, as they are written.
    pub(super) fn written_branches(&mut self, mac: &syn::Macro, what: &str) -> Option<Vec<Expr>> {
        let parsed = mac.parse_body_with(Punctuated::<Expr, Token![,]>::parse_terminated);
        let mut branches: Vec<Expr> = match parsed {
            Ok(branches) => branches.into_iter().collect(),
            Err(error) => {
                self.errors.add(error);
                return None;
            }
        };
        for branch in &mut branches {
            super::outcome::branch_written_out(branch);
            crate::workflow::labelled::branch_written_out(branch);
            crate::workflow::aliases::branch_written_out(branch, self.errors);
        }
        if branches.len() < 2 || branches.len() > 8 {
            let other = match what {
                "join!" => "; for a list use `map(list, async |item| { .. })`",
                _ => "",
            };
            self.errors.at(
                &mac.path,
                format!("`{what}` has 2 to 8 branches"),
                format!("await a single call by itself{other}"),
            );
            if branches.is_empty() {
                self.errors.echo();
                return None;
            }
        }
        Some(branches)
    }

    /// Lowers a branch that a checkpoint knows by its beginning.
    pub(super) fn child_branch(
        &mut self,
        state: StateId,
        branch: &Expr,
        body: impl FnOnce(&mut Self),
    ) -> ScopeId {
        let scope = self.child(state, body);
        self.graph.scopes[scope].begins = Some(beginning(branch));
        scope
    }

    pub(super) fn branch_body(&mut self, branch: &Expr, what: &str) {
        match branch {
            Expr::Async(block) => {
                self.hint = None;
                self.block(&block.block, Dest::Return);
            }
            Expr::Await(call) => {
                self.errors.at(
                    call.await_token,
                    format!("`{what}` awaits its branches itself"),
                    "remove `.await`",
                );
                self.errors.echo();
            }
            Expr::Try(attempt) => {
                self.errors.at(
                    attempt.question_token,
                    format!("`{what}` itself gives a `Result`"),
                    format!("write `{what}(..).await?`"),
                );
                self.errors.echo();
            }
            call => self.into(&syn::parse_quote_spanned!(call.span()=> #call.await), Dest::Return),
        }
    }

    pub(super) fn map(
        &mut self,
        call: &syn::ExprCall,
        parts: &Parts<'_>,
        catch: Vec<Catch>,
    ) -> Option<StateId> {
        let distributed = self.map_builders(parts);
        let source = self.source(call.args.first(), distributed)?;
        let (Some(list), Some(Expr::Closure(each))) = (source.list, call.args.get(1)) else {
            const HELP: &str = "write `map(list, async |item| { .. })`";
            match call.args.get(1) {
                Some(other) => {
                    self.errors.at(other, "the second argument of `map` is a closure", HELP)
                }
                None => self.errors.at(&call.func, "`map` takes a list and a closure", HELP),
            }
            self.errors.echo();
            return None;
        };
        if !self.handles_items(each) {
            return None;
        }
        let kept = owned(list, false);
        let list = kept.as_ref().map_or(list, |kept| &kept.list);
        let hint = self.hint.take().filter(|hint| !hint.contains(','));
        let (list, writer) = self.through(list, source.reader.is_some(), parts)?;
        let made = pascal(&hint.unwrap_or_else(|| {
            format!("each_{}", super::hint(&each.inputs[0]).unwrap_or_else(|| "item".to_owned()))
        }));
        let name = self.name(parts, &made);
        let width = parts.builder("max_concurrency").map_or(0, |width| self.width(width));
        let state = self.enter_as(name, at(&call.func), Kind::Pass { next: 0 });
        let express = parts.builders.iter().any(|(name, _)| *name == "express");
        let around = self.env.express;
        self.env.express |= express;
        let item = self.child(state, |this| {
            if distributed {
                this.env.executions.push(this.scope);
            }
            this.item(&each.inputs[0], distributed, kept.as_ref().map(|kept| &kept.items));
            this.into(&each.body, Dest::Return);
            if distributed {
                this.env.executions.pop();
            }
        });
        self.env.express = around;
        let distribution = distributed.then(|| Distribution {
            reader: source.reader,
            batch: source.batch,
            writer,
            ..self.distribution(item, parts)
        });
        let kind = ForkKind::Map { list, item, width, distribution };
        Some(self.forked(state, kind, parts, catch))
    }

    /// True if this is `async |item| ..`.
    fn handles_items(&mut self, each: &syn::ExprClosure) -> bool {
        if each.inputs.len() != 1 {
            self.errors.at(
                each.or1_token,
                "the closure of `map` takes one item",
                "write `async |item| { .. }`, and take a tuple apart in it: `async |(a, b)| { .. }`",
            );
        } else if each.asyncness.is_none() {
            let item = each.inputs.to_token_stream();
            self.errors.at(
                each.or1_token,
                "the closure of `map` is not `async`",
                format!("write `async |{item}| {{ .. }}`"),
            );
        } else {
            return true;
        }
        self.errors.echo();
        false
    }

    fn width(&mut self, width: &Expr) -> u32 {
        if let Expr::Lit(syn::ExprLit { lit: syn::Lit::Int(number), .. }) = width
            && let Ok(number) = number.base10_parse()
        {
            return number;
        }
        self.errors.at(
            width,
            "the number of items that run at the same time must be a literal: it is part of the document",
            "write a number: `.max_concurrency(8)`",
        );
        0
    }

    /// The item, under the name that the closure gives it.
    fn item(&mut self, pat: &Pat, distributed: bool, items: Option<&Items>) {
        let (pat, ty) = crate::workflow::resolve::typed(pat);
        let kind = if distributed { VarKind::Input { of: None } } else { VarKind::Item };
        if let Pat::Ident(ident) = pat
            && ident.mutability.is_none()
        {
            let item = self.var(&ident.ident, kind, ty.cloned(), false);
            self.env.bind(&ident.ident, Binding::Var(item));
            let mut bound = Pat::Ident(ident.clone());
            match items.map_or(Some(vec![]), |items| items.fit(&mut bound)) {
                Some(lent) => {
                    self.graph.lent.extend(lent.into_iter().map(|(_, lent)| (item, lent)))
                }
                None => borrowed::refuse(pat, self.errors),
            }
            return self.given(item, distributed);
        }
        let item = self.temporary("item", pat.span());
        self.graph.vars[item].kind = kind;
        self.given(item, distributed);
        self.bind_let(pat, ty.cloned(), var(item, pat.span()));
        if let Some(items) = items {
            self.fit_item(items, pat);
        }
    }

    /// Fits the pattern of an item that is kept, and was bound just now.
    fn fit_item(&mut self, items: &Items, written: &Pat) {
        let code = self.here.map(|here| &mut self.graph.blocks[here].code);
        let Some(Stmt::Let { pat, binds, ty, .. }) = code.and_then(|code| code.last_mut()) else {
            return;
        };
        *ty = None;
        let (fit, binds) = (items.fit(pat), binds.clone());
        match fit {
            Some(lent) => self.lent(&binds, lent),
            None => borrowed::refuse(written, self.errors),
        }
    }

    /// The scope begins with the item.
    fn given(&mut self, item: VarId, distributed: bool) {
        let scope = &mut self.graph.scopes[self.scope];
        match distributed {
            true => scope.inputs.push(item),
            false => scope.item = Some(item),
        }
    }

    /// Lowers a branch or an item.
    fn child(&mut self, state: StateId, body: impl FnOnce(&mut Self)) -> ScopeId {
        let scope = self.graph.scopes.len();
        let start = self.graph.block(scope);
        self.graph.scopes.push(Scope::new(Some((self.scope, state)), start));
        let outside = (
            self.here.replace(start),
            std::mem::replace(&mut self.scope, scope),
            std::mem::take(&mut self.loops),
        );
        let failing = self.failing.take();
        self.env.push();
        body(self);
        self.env.pop();
        self.failing = failing;
        (self.here, self.scope, self.loops) = outside;
        scope
    }

    pub(super) fn forked(
        &mut self,
        state: StateId,
        kind: ForkKind,
        parts: &Parts<'_>,
        catch: Vec<Catch>,
    ) -> StateId {
        let ok = self.graph.block(self.scope);
        let outcome = Outcome { ok, catch: self.handled_here(catch, true) };
        self.graph.states[state].kind = Kind::Fork(Fork { kind, retry: parts.retry(), outcome });
        self.here = Some(ok);
        state
    }
}

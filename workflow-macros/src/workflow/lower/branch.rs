//! `if` and `match` with effects in them: Choice states.

use super::taken::popped;
use super::{Dest, Lower, at};
use crate::workflow::ex::{Ex, ExKind, tested};
use crate::workflow::model::{BlockId, Choice, End, Form, Kind, Rule, Stmt, Test};
use crate::workflow::titles;
use syn::spanned::Spanned;
use syn::{Expr, Pat};

impl Lower<'_> {
    pub(super) fn branch(&mut self, branch: &syn::ExprIf, dest: Dest) {
        if let Some((test, guard)) = tested(&branch.cond) {
            return self.if_let(branch, test, guard.as_ref(), dest);
        }
        let mut rules = vec![];
        let mut name = None;
        let mut next = Some(branch);
        let mut otherwise = None;
        // `else if` without effects in its condition is another rule of the same state.
        while let Some(branch) = next.take() {
            let Some(condition) = self.condition(&branch.cond) else { return };
            name.get_or_insert_with(|| titles::branch(&branch.cond));
            rules.push((condition, &branch.then_branch));
            match branch.else_branch.as_ref().map(|(_, otherwise)| &**otherwise) {
                Some(Expr::If(more)) if plain(&more.cond) => next = Some(more),
                other => otherwise = other,
            }
        }
        let name = name.unwrap_or_default();
        let outside = self.here;
        let default = self.graph.block(self.scope);
        let blocks: Vec<_> = rules.iter().map(|_| self.graph.block(self.scope)).collect();
        let conditions = rules.iter().map(|(condition, _)| condition.clone());
        let rules_of = conditions
            .zip(&blocks)
            .map(|(when, next)| Rule { test: Test::When(when), next: *next })
            .collect();
        self.here = outside;
        self.enter(
            &name,
            at(&branch.cond),
            Kind::Choice(Choice { rules: rules_of, default, form: Form::If }),
        );
        let mut join = Join::new(self);
        for ((_, then), block) in rules.iter().zip(blocks) {
            join.arm(self, block, |this| this.block(then, dest));
        }
        join.arm(self, default, |this| match otherwise {
            Some(otherwise) => this.into(otherwise, dest),
            None => this.nothing(branch, dest),
        });
        join.end(self);
    }

    /// There is no `else`.
    fn nothing(&mut self, branch: &syn::ExprIf, dest: Dest) {
        match dest {
            Dest::Return => {
                self.errors.at(
                    branch.if_token,
                    "an `if` without `else` cannot end a workflow",
                    "add `else { .. }`, or `Ok(..)` after it",
                );
                self.errors.echo();
            }
            dest => self.finish(Ex::new(ExKind::Unit, branch.span()), dest),
        }
    }

    fn condition(&mut self, condition: &Expr) -> Option<Ex> {
        self.value(condition)
    }

    fn if_let(
        &mut self,
        branch: &syn::ExprIf,
        test: &syn::ExprLet,
        guard: Option<&Expr>,
        dest: Dest,
    ) {
        let otherwise: Expr = match &branch.else_branch {
            Some((_, otherwise)) => (**otherwise).clone(),
            None => syn::parse_quote_spanned!(branch.if_token.span=> {}),
        };
        let (on, pat, then) = (&test.expr, &test.pat, &branch.then_branch);
        if let Expr::Await(call) = &**on
            && !Self::is_sleep(&call.base)
        {
            return self.if_let_outcome(pat, (call, guard), then, &otherwise, dest);
        }
        if let (Some(popped), None) = (popped(pat, on), guard) {
            let (read, call, stmts) = (&popped.read, &popped.call, &then.stmts);
            // The pattern is bound before the list is changed.
            let then = syn::parse_quote!({ #call; #(#stmts)* });
            let arms = [
                (&**pat, None, Body::Block(&then)),
                (&syn::parse_quote!(_), None, Body::Expr(&otherwise)),
            ];
            return self.data_match(read, &arms, dest, titles::fit(on, pat));
        }
        let arms = [
            (&**pat, guard, Body::Block(then)),
            (&syn::parse_quote!(_), None, Body::Expr(&otherwise)),
        ];
        self.data_match(on, &arms, dest, titles::also(titles::fit(on, pat), guard));
    }

    pub(super) fn choice(&mut self, choice: &syn::ExprMatch, dest: Dest) {
        if let Some((call, tried)) = super::race::awaited(&choice.expr) {
            return self.race_match(call, tried, &choice.arms, dest);
        }
        if let Expr::Await(call) = &*choice.expr
            && !Self::is_sleep(&call.base)
        {
            return self.outcome_match(call, &choice.arms, dest);
        }
        let arms: Vec<_> = choice
            .arms
            .iter()
            .map(|arm| {
                (&arm.pat, arm.guard.as_ref().map(|(_, guard)| &**guard), Body::Expr(&arm.body))
            })
            .collect();
        self.data_match(&choice.expr, &arms, dest, titles::which(&choice.expr));
    }

    /// `let pattern = value else { .. };`
    pub(super) fn let_else(&mut self, local: &syn::Local, on: &Expr, otherwise: &Expr) {
        let (pat, _) = crate::workflow::resolve::typed(&local.pat);
        if let Expr::Await(call) = on
            && !Self::is_sleep(&call.base)
        {
            return self.let_else_outcome(pat, call, otherwise);
        }
        let popped = popped(pat, on);
        let read = popped.as_ref().map_or(on, |popped| &popped.read);
        let name = titles::fit(on, pat);
        let Some(on) = self.value(read) else { return };
        let on = self.looked_at(on);
        self.value_let_else(on, pat, otherwise, name, local.span());
        if let Some(popped) = popped {
            self.mutate(&popped.call);
        }
    }

    pub(super) fn value_let_else(
        &mut self,
        on: Ex,
        pat: &Pat,
        otherwise: &Expr,
        name: String,
        span: proc_macro2::Span,
    ) {
        let (then, default) = (self.graph.block(self.scope), self.graph.block(self.scope));
        // The names of the pattern stay in scope after the statement.
        let hold = self.here;
        self.here = Some(default);
        self.into(otherwise, Dest::Drop);
        self.diverges(otherwise);
        let whole = super::typed::child(&on).and_then(|child| super::typed::whole(pat, child));
        let (pat, binds) = self.pattern(whole.as_ref().map_or(pat, |whole| &whole.pat), None);
        let fallback = syn::parse_quote!(_);
        let rules = vec![Rule { test: Test::Fits(pat.clone(), None), next: then }];
        self.here = hold;
        let form = Form::Match { on: on.clone(), default: fallback };
        self.enter(&name, span, Kind::Choice(Choice { rules, default, form }));
        self.here = Some(then);
        self.push(Stmt::Let { pat, binds, ty: None, value: on, bound: true });
        if let Some(whole) = whole {
            self.bind_whole(&whole);
        }
    }

    pub(super) fn diverges(&mut self, otherwise: &Expr) {
        if self.here.take().is_some() {
            self.errors.at(
                otherwise,
                "the `else` block must leave",
                "end it with `return`, `break` or `continue`",
            );
            self.errors.echo();
        }
    }

    /// A choice by patterns.
    pub(super) fn data_match(&mut self, on: &Expr, arms: &[Arm<'_>], dest: Dest, name: String) {
        let Some(value) = self.value(on) else { return };
        let value = self.looked_at(value);
        self.value_match(value, at(on), arms, dest, name);
    }

    pub(super) fn value_match(
        &mut self,
        value: Ex,
        span: proc_macro2::Span,
        arms: &[Arm<'_>],
        dest: Dest,
        name: String,
    ) {
        let outside = self.here;
        let mut rules = vec![];
        let mut default = None;
        let mut join = Join::new(self);
        // The state comes before what its arms enter.
        let blocks: Vec<BlockId> = arms.iter().map(|_| self.graph.block(self.scope)).collect();
        self.here = outside;
        let child = super::typed::child(&value);
        let placeholder = Choice {
            rules: vec![],
            default: blocks.last().copied().unwrap_or_default(),
            form: Form::If,
        };
        let state = self.enter(&name, span, Kind::Choice(placeholder));
        for (index, ((pat, guard, body), block)) in arms.iter().zip(blocks).enumerate() {
            self.env.push();
            let whole = child.and_then(|child| super::typed::whole(pat, child));
            let (pat, binds) = self.pattern(whole.as_ref().map_or(*pat, |whole| &whole.pat), None);
            let guard = guard.map(|guard| self.guard(guard));
            let last = index + 1 == arms.len();
            self.here = Some(block);
            if let Some(whole) = whole {
                self.bind_whole(&whole);
            }
            if !binds.is_empty() {
                self.push(Stmt::Let {
                    pat: pat.clone(),
                    binds,
                    ty: None,
                    value: value.clone(),
                    bound: true,
                });
            }
            join.arm(self, block, |this| this.body(*body, dest));
            self.env.pop();
            if last && guard.is_none() {
                default = Some((pat, block));
            } else {
                rules.push(Rule { test: Test::Fits(pat, guard), next: block });
            }
        }
        let Some((pat, block)) = default else {
            self.errors.span(
                span,
                "this match needs a last arm without a guard",
                "add an arm `_ => ..` at the end",
            );
            self.errors.echo();
            return;
        };
        let form = Form::Match { on: value, default: pat };
        self.graph.states[state].kind = Kind::Choice(Choice { rules, default: block, form });
        join.end(self);
    }

    pub(super) fn body(&mut self, body: Body<'_>, dest: Dest) {
        match body {
            Body::Block(body) => self.block(body, dest),
            Body::Expr(body) => self.into(body, dest),
            Body::At(block) => self.end(End::Goto(block)),
        }
    }

    pub(super) fn guard(&mut self, guard: &Expr) -> Ex {
        if super::value::effectful(guard) {
            self.errors.at(
                guard,
                "a guard cannot await",
                "match first, and use `if` inside the arm",
            );
            return Ex::new(ExKind::Unit, guard.span());
        }
        self.resolver().expr(guard)
    }
}

/// An arm: its pattern, its guard and its body.
pub type Arm<'e> = (&'e Pat, Option<&'e Expr>, Body<'e>);

/// The body of an arm.
#[derive(Clone, Copy)]
pub enum Body<'e> {
    Block(&'e syn::Block),
    Expr(&'e Expr),
    /// Shared with other arms, and lowered elsewhere.
    At(BlockId),
}

/// The block in which the arms of a choice meet again.
pub struct Join {
    block: BlockId,
    reached: bool,
}

impl Join {
    pub fn new(lower: &mut Lower<'_>) -> Self {
        Join { block: lower.graph.block(lower.scope), reached: false }
    }

    /// Lowers an arm that begins at `block`, and leads it here.
    pub fn arm(
        &mut self,
        lower: &mut Lower<'_>,
        block: BlockId,
        body: impl FnOnce(&mut Lower<'_>),
    ) {
        lower.here = Some(block);
        // What the whole is called would name the first arm's call alone.
        lower.hint = None;
        lower.env.push();
        body(lower);
        lower.env.pop();
        self.reached |= lower.here.is_some();
        lower.end(End::Goto(self.block));
    }

    pub fn end(self, lower: &mut Lower<'_>) {
        lower.here = self.reached.then_some(self.block);
        if !self.reached {
            lower.graph.blocks[self.block].end = End::Unreachable;
        }
    }
}

fn plain(condition: &Expr) -> bool {
    tested(condition).is_none() && !super::value::effectful(condition)
}

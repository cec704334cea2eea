//! Branches of which some ways end a turn: the others go on with what comes after.

use super::Resolver;
use super::ending::{Ending, flag, local, tuple_pat};
use super::leaves::{
    as_stmts, breaks, forks, forks_within, is_nothing, leaves_at_its_end, ways_on,
};
use crate::workflow::ex::{Ex, ExArm, ExKind};
use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{Expr, Stmt};

impl Resolver<'_> {
    /// `let pattern = value else { continue };`, and what comes after it.
    pub(super) fn or_leave(&mut self, local: &syn::Local, after: &[Stmt], ending: &Ending) -> Ex {
        let span = local.span();
        let Some((init, (_, otherwise))) =
            local.init.as_ref().and_then(|init| Some((init, init.diverge.as_ref()?)))
        else {
            return ending.value(span);
        };
        let (pat, ty) = super::typed(&local.pat);
        let on = Box::new(self.known(&init.expr, ty));
        self.env.push();
        let pat = self.local_pat(pat);
        let value = self.flow(after, ending, span);
        self.env.pop();
        let other = match &**otherwise {
            Expr::Block(block) if leaves_at_its_end(&block.block.stmts) => {
                self.flow(&block.block.stmts, ending, span)
            }
            other => {
                self.errors.at(
                    other,
                    "this branch must end the turn of the loop, and nothing more",
                    "end it with `continue` or `break`",
                );
                ending.value(span)
            }
        };
        let arms = [(pat, value), (syn::parse_quote!(_), other)];
        let arms = arms.into_iter().map(|(pat, value)| ExArm { pat, guard: None, value });
        Ex::new(ExKind::Match(on, arms.collect()), span)
    }

    /// An `if` or `match` of which some ways end the turn: the others go on with what comes after.
    pub(super) fn ways(&mut self, expr: &Expr, after: &[Stmt], ending: &Ending) -> Ex {
        if !after.is_empty() && (forks_within(expr) || ways_on(expr) > 1 && after.iter().any(forks))
        {
            return self.told_apart(expr, after, ending);
        }
        match expr {
            Expr::If(branch) => {
                let then = |this: &mut Self| this.way_on(&branch.then_branch.stmts, after, ending);
                let otherwise = |this: &mut Self| match &branch.else_branch {
                    Some((_, otherwise)) => {
                        this.scoped(|this| this.way_on(&as_stmts(otherwise), after, ending))
                    }
                    None => this.flow(after, ending, branch.span()),
                };
                Ex::new(self.either(branch, then, otherwise), branch.span())
            }
            Expr::Match(choice) => {
                let kind =
                    self.choice(choice, |this, body| this.way_on(&as_stmts(body), after, ending));
                Ex::new(kind, choice.span())
            }
            Expr::Block(block) if self.labelled(block) => ending.value(block.span()),
            Expr::Block(block) => {
                self.scoped(|this| this.way_on(&block.block.stmts, after, ending))
            }
            other => {
                self.idle(&Stmt::Expr(other.clone(), Some(Default::default())));
                ending.value(other.span())
            }
        }
    }

    /// The same, with what comes after written once: the ways end with a flag that tells if they end the turn.
    fn told_apart(&mut self, expr: &Expr, after: &[Stmt], ending: &Ending) -> Ex {
        let span = expr.span();
        let outs = self.outs(expr).into_iter().map(|(_, local)| local).collect();
        let over = Some(self.env.fresh("over", span));
        let done = ending.done.as_ref().filter(|_| breaks(expr));
        let done = done.map(|_| self.env.fresh("done", span));
        let label = ending.label.clone();
        let ways = Ending { outs, over, done, label };
        let value = self.ways(expr, &[], &ways);
        let stops = ways.done.as_ref().map_or_else(|| flag(false, span), |it| local(it, span));
        let over = ways.over.as_ref().map_or_else(|| flag(false, span), |it| local(it, span));
        let left = ending.with(true, stops, span);
        let rest = self.flow(after, ending, span);
        let choice = ExKind::If(Box::new(over), Box::new(left), Box::new(rest));
        let lets = vec![(tuple_pat(&ways.names()), None, value)];
        Ex::new(ExKind::Block(lets, Box::new(Ex::new(choice, span))), span)
    }

    /// `let pattern = match value { A(x) => x, B => continue };`, and what comes after it.
    pub(super) fn let_ways(&mut self, local: &syn::Local, after: &[Stmt], ending: &Ending) -> Ex {
        let span = local.span();
        let Some(init) = &local.init else { return ending.value(span) };
        if forks_within(&init.expr) || ways_on(&init.expr) > 1 && after.iter().any(forks) {
            self.errors.at(
                &local.pat,
                "the code after this value would be written once for each branch of the value",
                "end the turn first, in a statement of its own: `if .. { continue; }`",
            );
            return ending.value(span);
        }
        let kind = match &*init.expr {
            Expr::If(branch) => {
                let then = |this: &mut Self| {
                    this.bound_on(local, &Expr::Block(block(&branch.then_branch)), after, ending)
                };
                let otherwise = |this: &mut Self| match &branch.else_branch {
                    Some((_, value)) => {
                        this.scoped(|this| this.bound_on(local, value, after, ending))
                    }
                    None => ending.value(span),
                };
                self.either(branch, then, otherwise)
            }
            Expr::Match(choice) => {
                self.choice(choice, |this, body| this.bound_on(local, body, after, ending))
            }
            _ => return ending.value(span),
        };
        Ex::new(kind, span)
    }

    /// A way that leaves, or the value of one that goes on: its scope ends before the pattern's begins.
    fn bound_on(&mut self, local: &syn::Local, way: &Expr, after: &[Stmt], ending: &Ending) -> Ex {
        let (stmts, span) = (as_stmts(way), local.span());
        if leaves_at_its_end(&stmts) {
            return self.flow(&stmts, ending, span);
        }
        let value = self.valued(way);
        let way = self.env.take();
        let rest = self.scoped(|this| {
            let lets = this.bound_to(&local.pat, value);
            let rest = this.flow(after, ending, span);
            Ex::new(ExKind::Block(lets, Box::new(rest)), span)
        });
        self.env.put(way);
        rest
    }

    /// A value of a type that is written.
    fn known(&mut self, value: &Expr, ty: Option<&syn::Type>) -> Ex {
        match ty {
            Some(ty) => {
                let span = value.span();
                let whole = crate::ident::own("__whole", span);
                self.value(&syn::parse_quote_spanned!(span=> { let #whole: #ty = #value; #whole }))
            }
            None => self.value(value),
        }
    }

    fn scoped(&mut self, make: impl FnOnce(&mut Self) -> Ex) -> Ex {
        self.env.push();
        let made = make(self);
        self.env.pop();
        made
    }

    /// A way, and behind it what comes after, unless it ends the turn. The innermost scope is that of the way, with the
    /// names of its pattern: it ends before what comes after.
    fn way_on(&mut self, stmts: &[Stmt], after: &[Stmt], ending: &Ending) -> Ex {
        let span = stmts.first().map_or_else(Span::call_site, Spanned::span);
        if leaves_at_its_end(stmts) || after.is_empty() {
            return self.flow(stmts, ending, span);
        }
        let block: Expr = syn::parse_quote_spanned!(span=> { #(#stmts)* });
        let mut lets = vec![];
        if !stmts.iter().all(is_nothing) {
            self.statement(&Stmt::Expr(block, None), &mut lets);
        }
        let way = self.env.take();
        let rest = self.flow(after, ending, span);
        self.env.put(way);
        Ex::new(ExKind::Block(lets, Box::new(rest)), span)
    }

    /// Refuses a block with a label, which `break` may leave. False if it has none.
    pub(super) fn labelled(&mut self, block: &syn::ExprBlock) -> bool {
        if let Some(label) = &block.label {
            self.errors.at(
                &label.name,
                "a block within an expression cannot have a label",
                "remove the label, and write `if` around what is left out",
            );
        }
        block.label.is_some()
    }

    /// Refuses a `break` with a value, and what leaves a loop outside.
    pub(super) fn leave(&mut self, expr: &Expr, ending: &Ending) {
        let label = match expr {
            Expr::Break(it) => it.label.as_ref(),
            Expr::Continue(it) => it.label.as_ref(),
            _ => None,
        };
        if let Some(label) = label
            && Some(&label.ident) != ending.label.as_ref()
        {
            self.errors.at(
                label,
                "a loop that is one expression is left by its own `break` and `continue` alone",
                "keep what was found in a variable, `break`, and look at it behind the loop",
            );
        }
        if let Expr::Break(syn::ExprBreak { expr: Some(value), .. }) = expr {
            self.errors.at(value, "a `for` loop has no value", "assign it, and `break;`");
        }
    }
}

fn block(block: &syn::Block) -> syn::ExprBlock {
    syn::ExprBlock { attrs: vec![], label: None, block: block.clone() }
}

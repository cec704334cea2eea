//! A `for` loop in which nothing is awaited, as a `fold` over the names that it changes.

use super::Resolver;
use super::ending::{Ending, flag, local, one, tuple_pat};
use super::leaves::{
    as_stmts, breaks, forks, forks_within, is_nothing, leaves_at_its_end, stops, ways_on,
};
use crate::workflow::env::Binding;
use crate::workflow::ex::{Ex, ExArm, ExKind, ExMethod};
use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{Expr, ExprForLoop, Ident, Stmt};

impl Resolver<'_> {
    /// The loop over a list, as a `fold` that begins with the values of the names that it changes.
    pub fn fold(
        &mut self,
        turns: &ExprForLoop,
        list: Ex,
        names: &[Ident],
        mut given: Vec<Ex>,
    ) -> Ex {
        let span = turns.for_token.span;
        given.iter_mut().filter(|it| list.mentions(it)).for_each(Ex::cloned);
        self.env.push();
        let outs: Vec<_> = names.iter().map(|name| self.env.unique(name)).collect();
        for (name, unique) in names.iter().zip(&outs) {
            self.env.bind(name, Binding::Local(unique.clone()));
        }
        let done = stops(turns).then(|| self.env.fresh("done", span));
        if done.is_some() && computes_lazily(&list) {
            self.errors.at(
                &turns.expr,
                "`break` before a closure that can fail has seen all items",
                "collect the items into a `Vec` before the loop",
            );
        }
        given.extend(done.as_ref().map(|_| flag(false, span)));
        let label = turns.label.as_ref().map(|it| it.name.ident.clone());
        let ending = Ending { outs, over: None, done, label };
        self.env.push();
        let item = self.local_pat(&turns.pat);
        let mut body = self.flow(&turns.body.stmts, &ending, turns.body.span());
        self.env.pop();
        self.env.pop();
        if let Some(done) = &ending.done {
            let (done, as_it_is) = (local(done, span), ending.with(true, flag(true, span), span));
            body = Ex::new(ExKind::If(Box::new(done), Box::new(as_it_is), Box::new(body)), span);
        }
        let params = vec![tuple_pat(&ending.names()), item];
        let closure = Ex::new(ExKind::Closure { params, body: Box::new(body), moves: false }, span);
        let probe = Some(self.graph.probe(span));
        let fold = ExMethod {
            receiver: list,
            method: Ident::new("fold", span),
            turbofish: None,
            paren: Default::default(),
            args: vec![one(given, span), closure],
            probe,
        };
        let value = Ex::new(ExKind::Method(Box::new(fold)), span);
        match ending.done {
            None => value,
            Some(_) => {
                let (all, names) = (tuple_pat(&ending.names()), Ending::of(ending.outs));
                Ex::new(ExKind::Block(vec![(all, None, value)], Box::new(names.value(span))), span)
            }
        }
    }

    /// `let pattern = value else { continue };`, and what comes after it.
    pub(super) fn or_leave(&mut self, local: &syn::Local, after: &[Stmt], ending: &Ending) -> Ex {
        let span = local.span();
        let Some((init, (_, otherwise))) =
            local.init.as_ref().and_then(|init| Some((init, init.diverge.as_ref()?)))
        else {
            return ending.value(span);
        };
        let on = Box::new(self.value(&init.expr));
        self.env.push();
        let pat = self.local_pat(super::typed(&local.pat).0);
        let value = self.flow(after, ending, span);
        self.env.pop();
        let other = match &**otherwise {
            Expr::Block(block) if leaves_at_its_end(&block.block.stmts) => {
                self.flow(&block.block.stmts, ending, span)
            }
            other => {
                self.errors.at(
                    other,
                    "this way leaves more than the turn",
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

/// The iterator that a loop goes through.
pub fn iterated(turns: &ExprForLoop) -> Expr {
    let span = turns.expr.span();
    match &*turns.expr {
        Expr::Reference(list) if list.mutability.is_none() => {
            let list = &list.expr;
            syn::parse_quote_spanned!(span=> (#list).iter())
        }
        list => syn::parse_quote_spanned!(span=> (#list).into_iter()),
    }
}

/// True if a closure of an iterator may fail: Rust stops before the items behind a `break`, an expression sees them all.
fn computes_lazily(list: &Ex) -> bool {
    match &list.kind {
        ExKind::Paren(inner) => computes_lazily(inner),
        ExKind::Method(call) if call.method == "collect" => false,
        ExKind::Method(call) => {
            let fails = |arg: &Ex| matches!(arg.kind, ExKind::Closure { .. }) && arg.may_fault();
            call.args.iter().any(fails) || computes_lazily(&call.receiver)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proc_macro2::TokenStream;
    use quote::quote;

    /// The tokens of a function with a loop of so many branches that end turns, one behind another.
    fn tokens(branches: usize) -> usize {
        let branch = quote!(match n % 3 {
            0 => continue,
            1 => sum += n,
            _ => {}
        });
        let branches = std::iter::repeat_n(branch, branches);
        let function = quote!(fn f(list: &[u32]) -> u32 {
            let mut sum = 0;
            for n in list { #(#branches)* sum += 1; }
            sum
        });
        fn count(stream: TokenStream) -> usize {
            let inside = |token| match token {
                proc_macro2::TokenTree::Group(group) => count(group.stream()),
                _ => 0,
            };
            stream.into_iter().map(|token| 1 + inside(token)).sum()
        }
        count(crate::workflow::pure(TokenStream::new(), function))
    }

    #[test]
    fn what_stands_behind_branches_is_written_once() {
        let few = tokens(6) - tokens(5);
        assert_eq!(tokens(12) - tokens(11), few, "each branch adds as much as the one before it");
    }
}

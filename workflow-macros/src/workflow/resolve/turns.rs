//! A `for` loop in which nothing is awaited, as a `fold` over the names that it changes.

use super::Resolver;
use super::changes::{local, tuple_pat};
use crate::workflow::env::Binding;
use crate::workflow::ex::{Ex, ExArm, ExKind, ExMethod};
use crate::workflow::lower::is_empty;
use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::{Expr, ExprForLoop, Ident, Stmt};

/// The names that code ends with.
pub(super) struct Ending {
    outs: Vec<Ident>,
    /// The flag of a loop that `break` leaves: the turns behind it change nothing.
    done: Option<Ident>,
    /// The label of the loop.
    label: Option<Ident>,
}

impl Ending {
    pub(super) fn of(outs: Vec<Ident>) -> Self {
        Ending { outs, done: None, label: None }
    }

    /// The names as one value.
    pub(super) fn value(&self, stops: bool, span: Span) -> Ex {
        let stops = self.done.as_ref().map(|_| flag(stops, span));
        one(self.outs.iter().map(|name| local(name, span)).chain(stops).collect(), span)
    }

    fn names(&self) -> Vec<Ident> {
        self.outs.iter().chain(&self.done).cloned().collect()
    }
}

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
        let ending = Ending { outs, done, label };
        self.env.push();
        let item = self.local_pat(&turns.pat);
        let mut body = self.flow(&turns.body.stmts, &ending, turns.body.span());
        self.env.pop();
        self.env.pop();
        if let Some(done) = &ending.done {
            let (done, as_it_is) = (local(done, span), ending.value(true, span));
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
                Ex::new(
                    ExKind::Block(vec![(all, None, value)], Box::new(names.value(false, span))),
                    span,
                )
            }
        }
    }

    /// `let pattern = value else { continue };`, and what comes after it.
    pub(super) fn or_leave(&mut self, local: &syn::Local, after: &[Stmt], ending: &Ending) -> Ex {
        let span = local.span();
        let Some((init, (_, otherwise))) =
            local.init.as_ref().and_then(|init| Some((init, init.diverge.as_ref()?)))
        else {
            return ending.value(false, span);
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
                ending.value(false, span)
            }
        };
        let arms = [(pat, value), (syn::parse_quote!(_), other)];
        let arms = arms.into_iter().map(|(pat, value)| ExArm { pat, guard: None, value });
        Ex::new(ExKind::Match(on, arms.collect()), span)
    }

    /// An `if` or `match` of which some ways end the turn: the others go on with what comes after.
    pub(super) fn ways(&mut self, expr: &Expr, after: &[Stmt], ending: &Ending) -> Ex {
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
                ending.value(false, other.span())
            }
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
        if leaves(&block) {
            self.errors.span(
                span,
                "a turn that ends within two `if`s, with more behind the inner one",
                "ask for both in one: `if a && b { continue; }`",
            );
            return ending.value(false, span);
        }
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
    pub(super) fn left(&mut self, expr: &Expr, ending: &Ending) {
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

/// A value, or several as a tuple.
fn one(mut values: Vec<Ex>, span: Span) -> Ex {
    match values.len() {
        1 => values.remove(0),
        _ => Ex::new(ExKind::Tuple(values), span),
    }
}

fn flag(is: bool, span: Span) -> Ex {
    Ex::new(ExKind::Lit(syn::Lit::Bool(syn::LitBool::new(is, span))), span)
}

fn as_stmts(body: &Expr) -> Vec<Stmt> {
    match body {
        Expr::Block(block) => block.block.stmts.clone(),
        other => vec![Stmt::Expr(other.clone(), Some(Default::default()))],
    }
}

/// True for `;` and `()`.
pub(super) fn is_nothing(stmt: &Stmt) -> bool {
    is_empty(stmt) || matches!(stmt, Stmt::Expr(Expr::Tuple(unit), _) if unit.elems.is_empty())
}

/// True if the last statement leaves the turn.
fn leaves_at_its_end(stmts: &[Stmt]) -> bool {
    matches!(stmts.last(), Some(Stmt::Expr(Expr::Continue(_) | Expr::Break(_), _)))
}

/// True if an expression has a `continue` or `break` of the loop around it.
pub(super) fn leaves(expr: &Expr) -> bool {
    let mut find = Leaves::default();
    find.visit_expr(expr);
    find.turn
}

/// True if the loop is left by `break`.
fn stops(turns: &ExprForLoop) -> bool {
    let mut find = Leaves::default();
    find.visit_block(&turns.body);
    find.all
}

/// The ends of a loop's turns, and of the loop.
#[derive(Default)]
struct Leaves {
    turn: bool,
    all: bool,
}

impl<'e> Visit<'e> for Leaves {
    fn visit_expr(&mut self, expr: &'e Expr) {
        match expr {
            Expr::Continue(_) => self.turn = true,
            Expr::Break(_) => (self.turn, self.all) = (true, true),
            Expr::ForLoop(_) | Expr::While(_) | Expr::Loop(_) | Expr::Closure(_) => {}
            expr => syn::visit::visit_expr(self, expr),
        }
    }
}

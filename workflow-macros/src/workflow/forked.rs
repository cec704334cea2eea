//! Branches of a `#[pure]` function of which several ways go on, and others leave the function.
//!
//! They become a value that tells the two apart: `let x = match y { A => 1, B => 2, C => return Err(e) }; rest` is
//! `let got = match y { A => Ok(1), B => Ok(2), C => Err(e) }; match got { Ok(x) => rest, Err(error) => Err(error) }`.

use super::early::{Early, diverges, ends_early, is_err, tries};
use syn::visit::Visit;
use syn::visit_mut::VisitMut;
use syn::{Expr, Stmt};

/// The values of ways that leave.
#[derive(Clone, Copy)]
enum Leave {
    /// All are `Err(..)`.
    Failure,
    /// All are `None`.
    Nothing,
    /// Any values, of the function's type.
    Other,
}

impl Early {
    /// A branch, as a statement or as the value of a `let`, and what comes after it.
    pub(super) fn forked(
        &mut self,
        way: &Expr,
        local: Option<&syn::Local>,
        after: &[Stmt],
    ) -> Option<Expr> {
        if !is_branch(way) || !ends_early(way) {
            return None;
        }
        let leave = Leave::of(way, self.optional)?;
        let mut way = way.clone();
        if let Leave::Other = leave {
            Returned.visit_expr_mut(&mut way);
        }
        On { leave, valued: local.is_some() }.expr(&mut way);
        let value = self.end(&way);
        let span = syn::spanned::Spanned::span(&way);
        let (whole, got) = (self.names.fresh(span), self.names.fresh(span));
        let mut local = local.cloned();
        if let Some(init) = local.as_mut().and_then(|it| it.init.as_mut()) {
            *init.expr = syn::parse_quote!(#got);
        }
        let stmts: Vec<Stmt> =
            local.into_iter().map(Stmt::Local).chain(after.iter().cloned()).collect();
        let rest = self.rest(&stmts);
        let choice: Expr = match leave {
            Leave::Failure => {
                syn::parse_quote!(match #whole { Ok(#got) => { #rest } Err(error) => Err(error) })
            }
            Leave::Nothing => {
                syn::parse_quote!(match #whole { Some((#got, _)) => { #rest } None => None })
            }
            Leave::Other => {
                let back = self.names.fresh(span);
                syn::parse_quote!(match #whole { Ok(#got) => { #rest } Err(#back) => #back })
            }
        };
        Some(syn::parse_quote!({ let #whole = #value; #choice }))
    }
}

fn is_branch(way: &Expr) -> bool {
    match way {
        Expr::If(_) | Expr::Match(_) => true,
        Expr::Block(block) => block.label.is_none(),
        _ => false,
    }
}

impl Leave {
    fn of(way: &Expr, optional: bool) -> Option<Self> {
        let mut returns = Returns(vec![]);
        returns.visit_expr(way);
        let all =
            |is: fn(&Expr) -> bool| returns.0.iter().all(|value| value.as_ref().is_some_and(is));
        match optional {
            true if all(is_none) => Some(Leave::Nothing),
            false if all(is_err) => Some(Leave::Failure),
            _ => (!tries(way)).then_some(Leave::Other),
        }
    }
}

fn is_none(value: &Expr) -> bool {
    matches!(value, Expr::Path(path) if path.path.is_ident("None"))
}

/// The values of `return`.
struct Returns(Vec<Option<Expr>>);

impl<'e> Visit<'e> for Returns {
    fn visit_expr_closure(&mut self, _: &'e syn::ExprClosure) {}
    fn visit_expr_return(&mut self, back: &'e syn::ExprReturn) {
        self.0.push(back.expr.as_deref().cloned());
        syn::visit::visit_expr_return(self, back);
    }
    fn visit_item(&mut self, _: &'e syn::Item) {}
}

/// Marks what is returned.
struct Returned;

impl VisitMut for Returned {
    fn visit_expr_closure_mut(&mut self, _: &mut syn::ExprClosure) {}
    fn visit_expr_return_mut(&mut self, back: &mut syn::ExprReturn) {
        syn::visit_mut::visit_expr_return_mut(self, back);
        if let Some(value) = &mut back.expr {
            **value = syn::parse_quote!(Err(#value));
        }
    }
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

/// Marks the values of the ways that go on.
struct On {
    leave: Leave,
    valued: bool,
}

impl On {
    fn marked(&self, value: &Expr) -> Expr {
        match self.leave {
            Leave::Nothing => syn::parse_quote!(Some((#value, true))),
            _ => syn::parse_quote!(Ok(#value)),
        }
    }

    /// The value of a way that has none.
    fn nothing(&self) -> Expr {
        self.marked(&syn::parse_quote!(true))
    }

    fn expr(&self, way: &mut Expr) {
        if diverges(way) {
            return;
        }
        match way {
            Expr::If(branch) => {
                self.stmts(&mut branch.then_branch.stmts);
                match &mut branch.else_branch {
                    Some((_, otherwise)) => self.expr(otherwise),
                    none => {
                        let nothing = self.nothing();
                        *none = Some((Default::default(), syn::parse_quote!({ #nothing })));
                    }
                }
            }
            Expr::Match(choice) => choice.arms.iter_mut().for_each(|arm| self.expr(&mut arm.body)),
            Expr::Block(block) if block.label.is_none() => self.stmts(&mut block.block.stmts),
            value if self.valued => *value = self.marked(value),
            other => {
                let nothing = self.nothing();
                *other = syn::parse_quote!({ #other; #nothing });
            }
        }
    }

    fn stmts(&self, stmts: &mut Vec<Stmt>) {
        if let Some(Stmt::Expr(last, _)) = stmts.last()
            && diverges(last)
        {
            return;
        }
        match stmts.last_mut() {
            Some(Stmt::Expr(last, None)) if self.valued || is_branch(last) => self.expr(last),
            last => {
                if let Some(Stmt::Expr(_, semi @ None)) = last {
                    *semi = Some(Default::default());
                }
                stmts.push(Stmt::Expr(self.nothing(), None));
            }
        }
    }
}

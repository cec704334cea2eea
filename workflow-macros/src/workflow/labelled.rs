//! Loops without a call that leave a loop around them: `continue 'next`, `break 'all`.
//!
//! Such a loop is one expression. It notes in a variable that the other loop is left, and ends; that one is left behind it.

use crate::ident::own;
use proc_macro2::Span;
use syn::visit::Visit;
use syn::visit_mut::VisitMut;
use syn::{Block, Expr, ExprForLoop, Ident, Lifetime, Stmt, parse_quote_spanned};

/// Writes out the ways by which loops without a call leave those around them.
pub fn written_out(body: &mut Block) {
    Labelled::default().visit_block_mut(body);
}

/// The same of one branch of `join!`.
pub fn branch_written_out(branch: &mut Expr) {
    Labelled::default().visit_expr_mut(branch);
}

#[derive(Default)]
struct Labelled {
    /// The number of names that were made.
    count: usize,
}

impl VisitMut for Labelled {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        syn::visit_mut::visit_expr_mut(self, expr);
        if let Expr::ForLoop(turns) = expr
            && computes(&turns.body)
            && let Some(made) = self.left(turns)
        {
            *expr = made;
        }
    }
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

impl Labelled {
    /// A loop, and what is left behind it. `None` if that is nothing.
    fn left(&mut self, turns: &mut ExprForLoop) -> Option<Expr> {
        let own = turns.label.as_ref().map(|label| label.name.ident.clone());
        let mut noted = Noted { own, count: &mut self.count, ways: vec![] };
        noted.block(&mut turns.body);
        turns.label = None;
        let at = turns.for_token.span;
        let ways = noted.ways;
        let flags = ways.iter().map(|way| &way.flag);
        let leave = ways.iter().map(|way| -> Stmt {
            let (flag, leave) = (&way.flag, &way.leave);
            parse_quote_spanned!(at=> if #flag { #leave; })
        });
        (!ways.is_empty())
            .then(|| parse_quote_spanned!(at=> { #(let mut #flags = false;)* #turns #(#leave)* }))
    }
}

/// A way out of a loop around.
struct Way {
    /// `continue 'next`
    leave: Expr,
    flag: Ident,
}

/// Notes in place of leaving.
struct Noted<'a> {
    /// The label of the loop itself.
    own: Option<Ident>,
    count: &'a mut usize,
    ways: Vec<Way>,
}

impl Noted<'_> {
    fn block(&mut self, block: &mut Block) {
        let mut made = Vec::with_capacity(block.stmts.len());
        for mut stmt in block.stmts.drain(..) {
            match &mut stmt {
                Stmt::Expr(expr, _) if self.is_own(expr) => {
                    unlabelled(expr);
                    made.push(stmt);
                }
                Stmt::Expr(expr, _) if let Some((flag, at)) = self.noted(expr) => {
                    made.push(parse_quote_spanned!(at=> #flag = true;));
                    made.push(parse_quote_spanned!(at=> break;));
                }
                _ => {
                    self.visit_stmt_mut(&mut stmt);
                    made.push(stmt);
                }
            }
        }
        block.stmts = made;
    }

    /// True if the loop itself is left: loops within have been left before.
    fn is_own(&self, expr: &Expr) -> bool {
        way(expr).is_some_and(|(_, label)| self.own.as_ref() == Some(&label.ident))
    }

    /// The variable in which leaving is noted.
    fn noted(&mut self, expr: &Expr) -> Option<(Ident, Span)> {
        let (word, label) = way(expr)?;
        let at = label.ident.span();
        if let Some(known) = self.ways.iter().find(|known| way(&known.leave) == Some((word, label)))
        {
            return Some((known.flag.clone(), at));
        }
        *self.count += 1;
        let number = if *self.count == 1 { String::new() } else { format!("_{}", self.count) };
        let flag = own(&format!("__{word}_{}{number}", label.ident), at);
        self.ways.push(Way { leave: expr.clone(), flag: flag.clone() });
        Some((flag, at))
    }
}

impl VisitMut for Noted<'_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        self.block(block);
    }
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            // Loops within have noted theirs, and leave others themselves.
            Expr::Closure(_) | Expr::ForLoop(_) | Expr::While(_) | Expr::Loop(_) => {}
            expr if self.is_own(expr) => unlabelled(expr),
            expr => match self.noted(expr) {
                Some((flag, at)) => {
                    *expr = parse_quote_spanned!(at=> { #flag = true; break; });
                }
                None => syn::visit_mut::visit_expr_mut(self, expr),
            },
        }
    }
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

/// `continue` in place of `continue 'own`.
fn unlabelled(expr: &mut Expr) {
    match expr {
        Expr::Continue(next) => next.label = None,
        Expr::Break(leave) => leave.label = None,
        _ => {}
    }
}

/// `continue 'label` and `break 'label`
fn way(expr: &Expr) -> Option<(&'static str, &Lifetime)> {
    match expr {
        Expr::Continue(next) => Some(("continue", next.label.as_ref()?)),
        Expr::Break(leave) if leave.expr.is_none() => Some(("break", leave.label.as_ref()?)),
        _ => None,
    }
}

/// True if nothing is awaited in a block, and each loop in it is a `for`.
fn computes(block: &Block) -> bool {
    struct Waits(bool);
    impl<'e> Visit<'e> for Waits {
        fn visit_expr(&mut self, expr: &'e Expr) {
            self.0 |=
                matches!(expr, Expr::Await(_) | Expr::Async(_) | Expr::While(_) | Expr::Loop(_));
            syn::visit::visit_expr(self, expr);
        }
        fn visit_item(&mut self, _: &'e syn::Item) {}
    }
    let mut find = Waits(false);
    find.visit_block(block);
    !find.0
}

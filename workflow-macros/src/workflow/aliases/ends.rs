//! The ends of a loop over items that change: what leaves it early, and what goes through the rest of its turns.

use super::region::Leaving;
use syn::visit::Visit;
use syn::{Block, Expr, Ident, Stmt, parse_quote_spanned};

/// Notes in `done` that the loop is left, and goes through the rest of the turns, in place of `break`.
pub(super) fn noted(stmts: &mut Vec<Stmt>, done: &Ident) {
    let at = done.span();
    let back: [Stmt; 2] =
        [parse_quote_spanned!(at=> #done = true;), parse_quote_spanned!(at=> continue;)];
    Leaving { back: &back, returns: false, depth: 0, instead: true }.stmts(stmts);
}

/// True if `?` leaves a block.
pub(super) fn tries(body: &Block) -> bool {
    struct Tries(bool);
    impl<'e> Visit<'e> for Tries {
        fn visit_expr_try(&mut self, _: &'e syn::ExprTry) {
            self.0 = true;
        }
        fn visit_item(&mut self, _: &'e syn::Item) {}
    }
    let mut find = Tries(false);
    find.visit_block(body);
    find.0
}

/// The meaning of a `break` that names no label.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Breaks {
    /// It leaves the loop.
    Leave,
    /// The rest of the turns change nothing.
    Stay,
}

/// The first place that leaves a loop before its end; `within` an `async` block, `return` as well.
pub(super) fn left(body: &Block, within: bool, breaks: Breaks) -> Option<proc_macro2::Span> {
    struct Left {
        depth: usize,
        within: bool,
        breaks: bool,
        at: Option<proc_macro2::Span>,
    }
    impl Left {
        fn turns(&mut self, body: &Block) {
            self.depth += 1;
            self.visit_block(body);
            self.depth -= 1;
        }
    }
    impl<'e> Visit<'e> for Left {
        fn visit_expr(&mut self, expr: &'e Expr) {
            match expr {
                Expr::Break(leave) if self.depth == 0 && self.breaks || leave.label.is_some() => {
                    self.at.get_or_insert(leave.break_token.span);
                }
                Expr::Continue(next) if next.label.is_some() => {
                    self.at.get_or_insert(next.continue_token.span);
                }
                Expr::Return(back) if self.within => {
                    self.at.get_or_insert(back.return_token.span);
                }
                Expr::Closure(_) => {}
                Expr::ForLoop(turns) => self.turns(&turns.body),
                Expr::While(turns) => self.turns(&turns.body),
                Expr::Loop(turns) => self.turns(&turns.body),
                expr => syn::visit::visit_expr(self, expr),
            }
        }
        fn visit_item(&mut self, _: &'e syn::Item) {}
    }
    let mut find = Left { depth: 0, within, breaks: breaks == Breaks::Leave, at: None };
    find.visit_block(body);
    find.at
}

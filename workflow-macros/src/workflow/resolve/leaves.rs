//! The ends of a loop's turns, and of the loop: `continue` and `break`, as far as syntax tells.

use crate::workflow::lower::is_empty;
use syn::visit::Visit;
use syn::{Expr, ExprForLoop, Stmt};

/// The statements of a way.
pub(super) fn as_stmts(body: &Expr) -> Vec<Stmt> {
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
pub(super) fn leaves_at_its_end(stmts: &[Stmt]) -> bool {
    matches!(stmts.last(), Some(Stmt::Expr(Expr::Continue(_) | Expr::Break(_), _)))
}

/// The ways of an expression, each as statements.
fn ways(expr: &Expr) -> Vec<Vec<Stmt>> {
    match expr {
        Expr::If(branch) => {
            let otherwise = branch.else_branch.as_ref().map(|(_, it)| as_stmts(it));
            vec![branch.then_branch.stmts.clone(), otherwise.unwrap_or_default()]
        }
        Expr::Match(choice) => choice.arms.iter().map(|arm| as_stmts(&arm.body)).collect(),
        Expr::Block(block) => vec![block.block.stmts.clone()],
        _ => vec![],
    }
}

/// The number of ways that do not end the turn.
pub(super) fn ways_on(expr: &Expr) -> usize {
    ways(expr).iter().filter(|way| !leaves_at_its_end(way)).count()
}

/// True if a way that goes on may end the turn within.
pub(super) fn forks_within(expr: &Expr) -> bool {
    let within = |stmt: &Stmt| find(|it| it.visit_stmt(stmt)).turn;
    ways(expr).iter().any(|way| !leaves_at_its_end(way) && way.iter().any(within))
}

/// True if a statement has a branch of which some ways end a turn, and several do not.
pub(super) fn forks(stmt: &Stmt) -> bool {
    struct Forks(bool);
    impl<'e> Visit<'e> for Forks {
        fn visit_expr(&mut self, expr: &'e Expr) {
            self.0 |= leaves(expr) && (ways_on(expr) > 1 || forks_within(expr));
            syn::visit::visit_expr(self, expr);
        }
    }
    let mut find = Forks(false);
    find.visit_stmt(stmt);
    find.0
}

/// True if an expression has a `continue` or `break` of the loop around it.
pub(super) fn leaves(expr: &Expr) -> bool {
    find(|it| it.visit_expr(expr)).turn
}

/// True if the value of a variable leaves the turn in some of its ways.
pub(super) fn let_leaves(local: &syn::Local) -> bool {
    let init = local.init.as_ref().map(|init| &*init.expr);
    init.is_some_and(|init| matches!(init, Expr::If(_) | Expr::Match(_)) && leaves(init))
}

/// True if an expression has a `break` of the loop around it.
pub(super) fn breaks(expr: &Expr) -> bool {
    find(|it| it.visit_expr(expr)).all
}

/// True if the loop is left by `break`.
pub(super) fn stops(turns: &ExprForLoop) -> bool {
    find(|it| it.visit_block(&turns.body)).all
}

fn find(visit: impl FnOnce(&mut Leaves)) -> Leaves {
    let mut leaves = Leaves::default();
    visit(&mut leaves);
    leaves
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

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn ways_that_go_on_are_told_from_those_that_end_the_turn() {
        for (code, on, within, forked) in [
            ("if a { continue; }", 1, false, false),
            ("if a { continue; } else { x += 1; }", 1, false, false),
            ("if a { continue; } else if b { break; } else { x += 1; }", 1, true, true),
            ("match a { 0 => continue, 1 => x += 1, _ => {} }", 2, false, true),
            ("match a { 0 => continue, 1 => return, _ => break }", 1, false, false),
            ("match a { 0 => { if b { break; } x += 1; } _ => continue }", 1, true, true),
            ("if a { x += 1; }", 2, false, false),
            ("if a { for b in c { continue; } }", 2, false, false),
            ("for b in c { match b { 0 => continue, 1 => x += 1, _ => {} } }", 0, false, true),
        ] {
            let expr: Expr = syn::parse_str(code).unwrap();
            assert_eq!((ways_on(&expr), forks_within(&expr)), (on, within), "{code}");
            assert_eq!(forks(&Stmt::Expr(expr, None)), forked, "{code}");
        }
    }
}

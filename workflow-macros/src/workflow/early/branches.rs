//! Branches of which some end early and others go on: `match event { A => total += 1, B if x => return Err(..), .. } rest`.
//! What comes after them stands in each that goes on.

use super::{Early, diverges, leaves};
use quote::ToTokens;
use syn::{Block, Expr, ExprIf, ExprMatch, Stmt};

/// The most tokens that are written a second time in a function.
const MOST: usize = 400;

impl Early {
    /// `match on { .. } rest`; `None` if the rest is too long to be written in several arms.
    pub(super) fn arms(&mut self, choice: &ExprMatch, after: &[Stmt]) -> Option<Expr> {
        let on = choice.arms.iter().filter(|arm| !diverges(&arm.body)).count();
        self.copies(after, on)?;
        let (steps, value) = self.steps(&choice.expr);
        let mut choice = choice.clone();
        *choice.expr = value;
        for arm in &mut choice.arms {
            let value = if diverges(&arm.body) {
                self.end(&arm.body)
            } else {
                self.moving(after, |moving| moving.enter_arm(arm));
                self.going_on(&arm.body, after)
            };
            *arm.body = syn::parse_quote!({ #value });
            arm.comma = None;
        }
        Some(self.wrapped(steps, Expr::Match(choice)))
    }

    /// `if condition { .. } rest`, whose first branch does not always end early.
    pub(super) fn branches(&mut self, branch: &ExprIf, after: &[Stmt]) -> Option<Expr> {
        self.copies(after, 2)?;
        let mut cond = (*branch.cond).clone();
        let mut then = Expr::Block(super::block_of(branch.then_branch.clone()));
        self.moving(after, |moving| moving.enter_test(&mut cond, vec![&mut then]));
        let yes = self.going_on(&then, after);
        let no = match &branch.else_branch {
            Some((_, otherwise)) if diverges(otherwise) => self.end(otherwise),
            Some((_, otherwise)) => self.going_on(otherwise, after),
            None => self.rest(after),
        };
        let (steps, condition) = self.steps(&cond);
        Some(self.wrapped(steps, syn::parse_quote!(if #condition { #yes } else { #no })))
    }

    /// A branch, and what comes after it.
    fn going_on(&mut self, body: &Expr, after: &[Stmt]) -> Expr {
        let mut stmts = match body {
            Expr::Block(of) if of.label.is_none() => ended(&of.block),
            body => vec![Stmt::Expr(body.clone(), Some(Default::default()))],
        };
        if leaves(&stmts) {
            return self.rest(&stmts);
        }
        self.moving(after, |moving| moving.enter_block(&mut stmts));
        stmts.extend_from_slice(after);
        self.rest(&stmts)
    }

    /// Counts what is written so many times. `None` if that is too much.
    pub(super) fn copies(&mut self, after: &[Stmt], times: usize) -> Option<()> {
        let length = after.iter().map(|stmt| tokens(stmt.to_token_stream())).sum::<usize>();
        let copied = self.copied + length * times.saturating_sub(1);
        self.copied = copied;
        (copied <= MOST).then_some(())
    }
}

/// The statements of a block without a value.
fn ended(block: &Block) -> Vec<Stmt> {
    let mut stmts = block.stmts.clone();
    if let Some(Stmt::Expr(_, semi)) = stmts.last_mut() {
        semi.get_or_insert_default();
    }
    stmts
}

fn tokens(stream: proc_macro2::TokenStream) -> usize {
    let of = |token| match token {
        proc_macro2::TokenTree::Group(group) => 1 + tokens(group.stream()),
        _ => 1,
    };
    stream.into_iter().map(of).sum()
}

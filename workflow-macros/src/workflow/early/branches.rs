//! Branches of which some end early and others go on: `match event { A => total += 1, B if x => return Err(..), .. } rest`.
//! The rest behind them stands in each that goes on.

use super::{Early, diverges, leaves};
use quote::ToTokens;
use syn::{Block, Expr, ExprIf, ExprMatch, Stmt};

/// The most tokens that are written a second time in a function: beyond that, a value tells the ways apart.
const MOST: usize = 400;

impl Early {
    /// `match on { .. } rest`; `None` if the rest is too long to be written in several arms.
    pub(super) fn arms(&mut self, choice: &ExprMatch, after: &[Stmt]) -> Option<Expr> {
        let on = choice.arms.iter().filter(|arm| !diverges(&arm.body)).count();
        self.copies(after, on)?;
        Some(self.each_arm(choice, after, |this, body| this.going_on(body, after)))
    }

    /// A `match`, each arm of which ends the function, or goes on with what comes after.
    pub(super) fn each_arm(
        &mut self,
        choice: &ExprMatch,
        after: &[Stmt],
        mut go_on: impl FnMut(&mut Self, &Expr) -> Expr,
    ) -> Expr {
        let (steps, value) = self.steps(&choice.expr);
        let mut choice = choice.clone();
        *choice.expr = value;
        for arm in &mut choice.arms {
            let value = if diverges(&arm.body) {
                self.end(&arm.body)
            } else {
                self.moving(after, |moving| moving.enter_arm(arm));
                go_on(self, &arm.body)
            };
            *arm.body = syn::parse_quote!({ #value });
            arm.comma = None;
        }
        self.wrapped(steps, Expr::Match(choice))
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

    /// The same for the ways of a `let`, of which there may be several.
    pub(super) fn written(&mut self, after: &[Stmt], times: usize, several: bool) -> Option<()> {
        if times > 1 && !several { None } else { self.copies(after, times) }
    }

    /// Counts what is written so many times. `None` if that is too much.
    fn copies(&mut self, after: &[Stmt], times: usize) -> Option<()> {
        let length = after.iter().map(|stmt| tokens(stmt.to_token_stream())).sum::<usize>();
        let copied = self.copied + length * times.saturating_sub(1);
        self.copied = copied;
        (copied <= MOST).then_some(())
    }
}

/// True if the type of each way's value is known without the others: the value of a `let` that stands in several ways.
pub(super) fn says_its_type(local: &syn::Local, value: &Expr) -> bool {
    let says = |stmts: &[Stmt]| match stmts.last() {
        Some(Stmt::Expr(last, None)) => says_its_type(local, last),
        _ => true,
    };
    match value {
        _ if matches!(local.pat, syn::Pat::Type(_)) || diverges(value) => true,
        Expr::Block(block) => says(&block.block.stmts),
        Expr::If(branch) => {
            let otherwise = branch.else_branch.as_ref();
            says(&branch.then_branch.stmts)
                && otherwise.is_none_or(|(_, otherwise)| says_its_type(local, otherwise))
        }
        Expr::Match(choice) => choice.arms.iter().all(|arm| says_its_type(local, &arm.body)),
        Expr::Paren(paren) => says_its_type(local, &paren.expr),
        Expr::Try(attempt) => says_its_type(local, &attempt.expr),
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) if path.path.is_ident("Some") => {
                call.args.iter().all(|value| says_its_type(local, value))
            }
            Expr::Path(path) => path.path.get_ident().is_some(),
            _ => false,
        },
        Expr::Lit(_) | Expr::Struct(_) | Expr::Binary(_) | Expr::Unary(_) | Expr::Field(_) => true,
        Expr::Path(path) => path.path.get_ident().is_some_and(|name| name != "None"),
        Expr::Macro(call) => call.mac.path.is_ident("format"),
        Expr::MethodCall(call) => call.turbofish.is_some() || call.method == "to_string",
        _ => false,
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

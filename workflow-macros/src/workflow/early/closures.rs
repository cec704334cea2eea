//! Early ends of a closure: `list.iter().filter_map(|text| { let (key, _) = text.split_once('=')?; Some(key.len()) })`.

use super::{Early, Names, ends_early};
use quote::ToTokens;
use syn::visit_mut::VisitMut;
use syn::{Expr, ExprClosure, ReturnType, Stmt};

/// The body of a closure without early ends, as far as they can be written out. `None` if it has none, or does not say
/// whether it ends with an `Option` or a `Result`.
pub fn written_out(closure: &ExprClosure) -> Option<Expr> {
    let mut body = (*closure.body).clone();
    super::super::spread::Spread.visit_expr_mut(&mut body);
    if !ends_early(&body) {
        return None;
    }
    let optional = match &closure.output {
        ReturnType::Type(_, ty) => super::is(ty, "Option"),
        ReturnType::Default => of_tail(&body)?,
    };
    let mut early = Early::new(Names::of(closure.to_token_stream()), optional);
    Some(early.end(&body))
}

/// True if the value that an expression ends with is an `Option`, false if it is a `Result`; `None` if it does not say.
fn of_tail(expr: &Expr) -> Option<bool> {
    match expr {
        Expr::Paren(paren) => of_tail(&paren.expr),
        Expr::Block(block) => of_end(&block.block.stmts),
        Expr::Return(back) => of_tail(back.expr.as_ref()?),
        Expr::If(branch) => {
            let (_, otherwise) = branch.else_branch.as_ref()?;
            of_end(&branch.then_branch.stmts).or_else(|| of_tail(otherwise))
        }
        Expr::Match(choice) => choice.arms.iter().find_map(|arm| of_tail(&arm.body)),
        Expr::Path(path) => path.path.is_ident("None").then_some(true),
        Expr::Call(call) => {
            let Expr::Path(path) = &*call.func else { return None };
            match &*path.path.segments.last()?.ident.to_string() {
                "Some" => Some(true),
                "Ok" | "Err" => Some(false),
                _ => None,
            }
        }
        Expr::MethodCall(call) => match &*call.method.to_string() {
            "ok_or" | "ok_or_else" | "map_err" => Some(false),
            "cloned" | "copied" | "find" | "first" | "get" | "last" | "ok" | "position"
            | "then" | "then_some" => Some(true),
            name => name.starts_with("checked_").then_some(true),
        },
        _ => None,
    }
}

fn of_end(stmts: &[Stmt]) -> Option<bool> {
    match stmts.last()? {
        Stmt::Expr(expr, _) => of_tail(expr),
        _ => None,
    }
}

//! Pauses as numbers of one unit: `Duration::from_mins(n)`, and choices between such.

use super::call::is_duration;
use crate::workflow::resolve::{is_constant, last};
use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{Expr, ExprPath, parse_quote_spanned};

/// A pause that is bound to a variable: the number, and the function that makes a `Duration` of it.
pub(super) fn counted(pause: &Expr) -> Option<(ExprPath, Expr)> {
    if let Expr::Call(call) = pause {
        return Some((function(pause)?.clone(), call.args[0].clone()));
    }
    chosen(pause)
}

/// `match urgency { Urgency::High => Duration::from_mins(10), _ => Duration::from_hours(1) }`, as a choice of numbers.
pub(super) fn chosen(pause: &Expr) -> Option<(ExprPath, Expr)> {
    if !matches!(pause, Expr::If(_) | Expr::Match(_)) {
        return None;
    }
    let mut number = pause.clone();
    let mut ends = vec![];
    find(&mut number, &mut ends)?;
    let first = ends.first()?;
    let alike = |end: &&mut Expr| function(end).is_some_and(|it| Some(it) == function(first));
    let path = function(first).filter(|_| ends.iter().all(alike)).cloned();
    let seconds = || parse_quote_spanned!(Span::call_site()=> ::core::time::Duration::from_secs);
    for end in ends {
        *end = match &path {
            Some(_) => argument(end)?.clone(),
            None => in_seconds(end)?,
        };
    }
    Some((path.unwrap_or_else(seconds), number))
}

/// Copies what a pause may be.
pub(super) fn ends(pause: &Expr) -> Vec<Expr> {
    let (mut pause, mut ends) = (pause.clone(), vec![]);
    find(&mut pause, &mut ends)
        .map_or(vec![], |()| ends.into_iter().map(|end| end.clone()).collect())
}

/// Finds what a choice comes to; `None` if that is not always a `Duration` that is known here.
fn find<'e>(pause: &'e mut Expr, ends: &mut Vec<&'e mut Expr>) -> Option<()> {
    if function(pause).is_some() || constant(pause) {
        ends.push(pause);
        return Some(());
    }
    match pause {
        Expr::If(branch) => {
            last_of(&mut branch.then_branch, ends)?;
            find(&mut branch.else_branch.as_mut()?.1, ends)
        }
        Expr::Match(choice) => choice.arms.iter_mut().try_for_each(|arm| find(&mut arm.body, ends)),
        Expr::Block(block) if block.label.is_none() => last_of(&mut block.block, ends),
        Expr::Return(_) | Expr::Break(_) | Expr::Continue(_) => Some(()),
        _ => None,
    }
}

fn last_of<'e>(block: &'e mut syn::Block, ends: &mut Vec<&'e mut Expr>) -> Option<()> {
    match block.stmts.last_mut()? {
        syn::Stmt::Expr(end @ (Expr::Return(_) | Expr::Break(_) | Expr::Continue(_)), _)
        | syn::Stmt::Expr(end, None) => find(end, ends),
        _ => None,
    }
}

fn function(pause: &Expr) -> Option<&ExprPath> {
    let Expr::Call(call) = pause else { return None };
    let Expr::Path(path) = &*call.func else { return None };
    let of = path.path.segments.iter().rev().nth(1)?;
    (is_duration(pause) && of.ident != "Self").then_some(path)
}

fn constant(pause: &Expr) -> bool {
    matches!(pause, Expr::Path(path) if is_constant(&last(&path.path)))
}

fn argument(pause: &Expr) -> Option<&Expr> {
    let Expr::Call(call) = pause else { return None };
    call.args.first()
}

/// A pause in seconds, where its number stands in the code: a product of others might be beyond 2^53.
fn in_seconds(pause: &Expr) -> Option<Expr> {
    let span = pause.span();
    if constant(pause) {
        return Some(
            parse_quote_spanned!(span=> const { ::workflow::__private::ops::seconds(#pause) }),
        );
    }
    let unit = match last(&function(pause)?.path).as_str() {
        "from_mins" => 60,
        "from_hours" => 3600,
        _ => return argument(pause).cloned(),
    };
    let Expr::Lit(syn::ExprLit { lit: syn::Lit::Int(number), .. }) = argument(pause)? else {
        return None;
    };
    let seconds = number.base10_parse::<u64>().ok()?.checked_mul(unit)?;
    let seconds = syn::LitInt::new(&seconds.to_string(), number.span());
    Some(parse_quote_spanned!(span=> #seconds))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use quote::ToTokens;

    /// Choices between pauses, and the unit and number that each is; none where it is no choice of numbers of one unit.
    const CHOSEN: &[(&str, Option<(&str, &str)>)] = &[
        (
            "if c { Duration::from_mins(n) } else { Duration::from_mins(2) }",
            Some(("Duration::from_mins", "if c { n } else { 2 }")),
        ),
        (
            "if c { Duration::from_mins(2) } else if d { Duration::from_hours(3) } else { Duration::from_secs(n) }",
            Some((
                "::core::time::Duration::from_secs",
                "if c { 120 } else if d { 10800 } else { n }",
            )),
        ),
        (
            "match c { 1 => Duration::from_secs(n), _ => { f(); Duration::from_secs(m) } }",
            Some(("Duration::from_secs", "match c { 1 => n, _ => { f(); m } }")),
        ),
        (
            "match c { 1 => Duration::from_secs(5), 2 => return x, 3 => { return y; } _ => PAUSE }",
            Some((
                "::core::time::Duration::from_secs",
                "match c { 1 => 5, 2 => return x, 3 => { return y; } _ => const { ::workflow::__private::ops::seconds(PAUSE) } }",
            )),
        ),
        (
            "if c { std::time::Duration::from_secs(1) } else { Duration::from_secs(2) }",
            Some(("::core::time::Duration::from_secs", "if c { 1 } else { 2 }")),
        ),
        // A number of another unit that is not written here.
        ("if c { Duration::from_mins(n) } else { Duration::from_secs(2) }", None),
        ("if c { Duration::from_hours(1_000_000_000_000_000_000) } else { PAUSE }", None),
        // Not always a pause that is known.
        ("if c { Duration::from_mins(1) }", None),
        ("if c { Duration::from_mins(1) } else { pause }", None),
        ("if c { Duration::from_mins(1) } else { Duration::from_mins(1); }", None),
        ("if c { Duration::from_mins(1) } else {}", None),
        ("if c { Duration::from_millis(1) } else { PAUSE }", None),
        ("if c { Self::from_mins(1) } else { PAUSE }", None),
        ("if c { from_mins(1) } else { PAUSE }", None),
        ("if c { 'a: { Duration::from_mins(1) } } else { PAUSE }", None),
        ("if c { return x; } else { break }", None),
        ("Duration::from_mins(1)", None),
        ("PAUSE", None),
    ];

    #[test]
    fn choices_between_pauses_are_numbers_of_one_unit() {
        for (code, expected) in CHOSEN {
            let tokens = |code: &str| code.parse::<proc_macro2::TokenStream>().unwrap().to_string();
            let text = |code: &dyn ToTokens| code.to_token_stream().to_string();
            let found = chosen(&syn::parse_str(code).unwrap());
            let found = found.map(|(path, number)| (text(&path), text(&number)));
            let expected = expected.map(|(path, number)| (tokens(path), tokens(number)));
            assert_eq!(found, expected, "{code}");
        }
        let counted = |code: &str| counted(&syn::parse_str(code).unwrap()).is_some();
        assert!(counted("Duration::from_mins(n)") && !counted("from_mins(n)") && !counted("PAUSE"));
    }
}

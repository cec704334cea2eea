//! `for turn in 0..n`: a loop that counts, without a list of its numbers.

use super::{Dest, Lower};
use crate::workflow::ex::{Ex, ExKind};
use crate::workflow::model::{BlockId, Choice, Form, Kind, Rule, Stmt, Test, VarId};
use crate::workflow::resolve::var;
use crate::workflow::source::source;
use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{Expr, Ident};

/// The largest end of a range that has a next number whatever its type is.
const SMALL: u64 = 126;

/// A range that a loop goes through.
pub(super) struct Counted {
    from: Expr,
    /// The first number that is not in it.
    to: Expr,
    /// From its end to its beginning.
    back: bool,
}

impl Counted {
    /// Returns the range, if an expression is one, or one the other way round. The end of `a..=b` may be the last number
    /// of its type: unless it is seen to be small, there is a list.
    pub(super) fn of(expr: &Expr) -> Option<Self> {
        match expr {
            Expr::Paren(paren) => Self::of(&paren.expr),
            Expr::MethodCall(call) if call.method == "rev" && call.args.is_empty() => {
                let range = Self::of(&call.receiver)?;
                Some(Counted { back: !range.back, ..range })
            }
            Expr::Range(range) => {
                let (from, to) = (range.start.as_deref()?, range.end.as_deref()?);
                let is_letter = |end: &Expr| {
                    matches!(end, Expr::Lit(syn::ExprLit { lit: syn::Lit::Char(_), .. }))
                };
                if is_letter(from) || is_letter(to) {
                    return None;
                }
                let to = match range.limits {
                    syn::RangeLimits::HalfOpen(_) => to.clone(),
                    syn::RangeLimits::Closed(_) => after(to)?,
                };
                Some(Counted { from: from.clone(), to, back: false })
            }
            _ => None,
        }
    }

    /// The number of turns, if both ends are written out.
    fn turns(&self) -> Option<u64> {
        Some(number(&self.to)?.0.saturating_sub(number(&self.from)?.0))
    }
}

fn number(expr: &Expr) -> Option<(u64, &syn::LitInt)> {
    match expr {
        Expr::Lit(syn::ExprLit { lit: syn::Lit::Int(number), .. }) => {
            Some((number.base10_parse().ok()?, number))
        }
        Expr::Paren(paren) => number(&paren.expr),
        _ => None,
    }
}

/// The number after a small one.
fn after(last: &Expr) -> Option<Expr> {
    let (value, number) = number(last)?;
    let next = (value <= SMALL).then(|| format!("{}{}", value + 1, number.suffix()))?;
    let next = syn::LitInt::new(&next, number.span());
    Some(syn::parse_quote!(#next))
}

impl Lower<'_> {
    pub(super) fn counted_loop(
        &mut self,
        turns: &syn::ExprForLoop,
        range: &Counted,
        head: BlockId,
        after: BlockId,
    ) {
        let name = super::hint(&turns.pat).unwrap_or_else(|| "turn".to_owned()).replace(',', "_");
        let span = turns.expr.span();
        let Some(ends) = self.values([&range.from, &range.to]) else { return };
        let Ok([from, to]) = <[Ex; 2]>::try_from(ends) else { return };
        let next = self.temporary(&format!("{name}_next"), span);
        self.graph.vars[next].mutable = true;
        let (start, limit) = if range.back { (to, from) } else { (from, to) };
        self.set(next, start);
        let limit = self.limit(limit, &name);
        let label = format!("For {} in {}", source(&turns.pat), source(&turns.expr));
        self.open(head, after, turns.label.as_ref(), Dest::Drop);
        let body = self.graph.block(self.scope);
        let goes_on = match range.back {
            true => syn::parse_quote!(>),
            false => syn::parse_quote!(<),
        };
        let (left, right) = (Box::new(var(next, span)), Box::new(limit));
        let condition = Ex::new(ExKind::Binary(goes_on, left, right, crate::workflow::NONE), span);
        let rules = vec![Rule { test: Test::When(condition), next: body }];
        let choice = Choice { rules, default: after, form: Form::If };
        let state = self.enter(&label, turns.pat.span(), Kind::Choice(choice));
        self.graph.counters.push((state, next, range.turns()));
        self.here = Some(body);
        self.env.push();
        if range.back {
            self.step(next, "previous", span);
        }
        self.bind_let(&turns.pat, None, var(next, span));
        if !range.back {
            self.step(next, "next", span);
        }
        self.block(&turns.body, Dest::Drop);
        self.env.pop();
    }

    /// The end that the loop stops at, as it was where the loop began.
    fn limit(&mut self, limit: Ex, name: &str) -> Ex {
        let fixed = match &limit.kind {
            ExKind::Lit(_) => true,
            ExKind::Var(var) => !self.graph.vars[*var].mutable,
            _ => false,
        };
        if fixed {
            return limit;
        }
        let (span, end) = (limit.span, self.temporary(&format!("{name}_end"), limit.span));
        self.set(end, limit);
        var(end, span)
    }

    /// One number on, within the range.
    fn step(&mut self, next: VarId, function: &str, span: Span) {
        let function = Ident::new(function, Span::call_site().located_at(span));
        let path = syn::parse_quote_spanned!(span=> ::workflow::__private::ops::#function);
        let probe = crate::workflow::NONE;
        let value = Ex::new(ExKind::Call { path, args: vec![var(next, span)], probe }, span);
        self.graph.vars[next].writes += 1;
        self.push(Stmt::Assign { place: var(next, span), op: None, value });
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use quote::ToTokens;

    fn shown(text: &str) -> Option<String> {
        let range = Counted::of(&syn::parse_str(text).unwrap())?;
        let ends = [&range.from, &range.to].map(|end| end.to_token_stream().to_string());
        Some(format!("{} {} {}", ends.join(" "), range.back, range.turns().unwrap_or(0)))
    }

    #[test]
    fn ranges_are_counted_and_others_are_lists() {
        for (text, expected) in [
            ("0..3", Some("0 3 false 3")),
            ("(0..n)", Some("0 n false 0")),
            ("1..=5u8", Some("1 6u8 false 5")),
            ("(a..b).rev()", Some("a b true 0")),
            ("0..=127", None),
            ("0..=n", None),
            ("'a'..'c'", None),
            ("list", None),
            ("(0..9).step_by(2)", None),
        ] {
            assert_eq!(shown(text).as_deref(), expected, "{text}");
        }
    }
}

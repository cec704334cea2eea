//! `for turn in 0..n`: a loop that counts, without a list of its numbers.

use super::{Dest, Lower};
use crate::workflow::ex::{Ex, ExKind};
use crate::workflow::model::{BlockId, Choice, Form, Kind, Rule, Stmt, Test, VarId};
use crate::workflow::resolve::var;
use crate::workflow::titles;
use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{Expr, Ident};

/// The largest end of a range that has a next number whatever its type is.
const SMALL: u64 = 126;
/// The largest step that is counted: the number behind the end of a range is exact in JSON.
const FARTHEST: u32 = 1_000_000_000;

/// A range that a loop goes through.
pub(super) struct Counted {
    from: Expr,
    to: Expr,
    /// The end is one of its numbers.
    closed: bool,
    /// From its end to its beginning.
    back: bool,
    /// The distance from one number to the next.
    by: u32,
}

impl Counted {
    /// Returns the range, if an expression is one, or one the other way round, or every so many numbers of one.
    pub(super) fn of(expr: &Expr) -> Option<Self> {
        match expr {
            Expr::Paren(paren) => Self::of(&paren.expr),
            Expr::MethodCall(call) if call.method == "rev" && call.args.is_empty() => {
                let range = Self::of(&call.receiver).filter(|range| range.by == 1)?;
                Some(Counted { back: !range.back, ..range })
            }
            Expr::MethodCall(call) if call.method == "step_by" && call.args.len() == 1 => {
                let by = number(call.args.first()?)?.0;
                let by = u32::try_from(by).ok().filter(|by| (1..=FARTHEST).contains(by))?;
                let range =
                    Self::of(&call.receiver).filter(|range| range.by == 1 && !range.back)?;
                Some(Counted { by, ..range })
            }
            Expr::Range(range) => {
                let (from, to) = (range.start.as_deref()?, range.end.as_deref()?);
                let is_letter = |end: &Expr| {
                    matches!(end, Expr::Lit(syn::ExprLit { lit: syn::Lit::Char(_), .. }))
                };
                if is_letter(from) || is_letter(to) {
                    return None;
                }
                let closed = matches!(range.limits, syn::RangeLimits::Closed(_));
                let next = closed.then(|| after(to)).flatten();
                let (to, closed) = match next {
                    Some(next) => (next, false),
                    None => (to.clone(), closed),
                };
                Some(Counted { from: from.clone(), to, closed, back: false, by: 1 })
            }
            _ => None,
        }
    }

    /// The number of turns, if both ends are written out.
    fn turns(&self) -> Option<u64> {
        let (from, to) = (number(&self.from)?.0, number(&self.to)?.0);
        let length = to.saturating_add(u64::from(self.closed)).saturating_sub(from);
        Some(length.div_ceil(u64::from(self.by)))
    }

    /// True if the number after the last one may be none of its type.
    fn may_pass_the_last(&self) -> bool {
        self.closed || self.by > 1
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
        let counter = Counter { next, guarded: range.may_pass_the_last(), span };
        // The beginning is evaluated before the end, whichever the loop starts at.
        let limit = if range.back {
            let limit = self.limit(from, &name);
            self.set(next, counter.begun(to));
            limit
        } else {
            self.set(next, counter.begun(from));
            self.limit(to, &name)
        };
        let label = titles::each(&turns.pat, &turns.expr);
        self.open(head, after, turns.label.as_ref(), Dest::Drop);
        let body = self.graph.block(self.scope);
        let condition = counter.goes_on(limit, range);
        let rules = vec![Rule { test: Test::When(condition), next: body }];
        let choice = Choice { rules, default: after, form: Form::If };
        let state = self.enter(&label, turns.pat.span(), Kind::Choice(choice));
        self.graph.counters.push((state, next, range.turns()));
        self.here = Some(body);
        self.env.push();
        let steps_first = range.back && !counter.guarded;
        if steps_first {
            self.step(&counter, range);
        }
        self.bind_let(&turns.pat, None, counter.now());
        if !steps_first {
            self.step(&counter, range);
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
        self.graph.limits.push(end);
        self.set(end, limit);
        var(end, span)
    }

    /// One step on, within the range.
    fn step(&mut self, counter: &Counter, range: &Counted) {
        let Counter { next, span, .. } = *counter;
        let value = counter.stepped(range);
        self.graph.vars[next].writes += 1;
        self.push(Stmt::Assign { place: var(next, span), op: None, value });
    }
}

/// The variable that counts.
struct Counter {
    next: VarId,
    /// It holds the number natively as one that may be behind the last of its type: the document's numbers have no end
    /// there.
    guarded: bool,
    span: Span,
}

impl Counter {
    fn next(&self) -> Ex {
        var(self.next, self.span)
    }

    fn call(&self, function: &str, args: Vec<Ex>) -> Ex {
        let span = self.span;
        let function = Ident::new(function, Span::call_site().located_at(span));
        let path = syn::parse_quote_spanned!(span=> ::workflow::__private::ops::#function);
        Ex::new(ExKind::Call { path, args, probe: None }, span)
    }

    fn seen(&self, of: Ex) -> Ex {
        Ex::new(ExKind::Ref(Box::new(of)), self.span)
    }

    /// Returns what it begins with.
    fn begun(&self, from: Ex) -> Ex {
        if self.guarded { self.call("count", vec![from]) } else { from }
    }

    /// The number of this turn.
    fn now(&self) -> Ex {
        if self.guarded { self.call("counted", vec![self.seen(self.next())]) } else { self.next() }
    }

    /// The condition of another turn.
    fn goes_on(&self, limit: Ex, range: &Counted) -> Ex {
        if self.guarded {
            let function = match (range.back, range.closed) {
                (true, _) => "from_on",
                (false, true) => "up_to",
                (false, false) => "below",
            };
            return self.call(function, vec![self.seen(self.next()), self.seen(limit)]);
        }
        let goes_on = match range.back {
            true => syn::parse_quote!(>),
            false => syn::parse_quote!(<),
        };
        let (left, right) = (Box::new(self.next()), Box::new(limit));
        Ex::new(ExKind::Binary(goes_on, left, right, None), self.span)
    }

    /// The counter of the next turn.
    fn stepped(&self, range: &Counted) -> Ex {
        match (self.guarded, range.back) {
            (false, false) => self.call("next", vec![self.next()]),
            (false, true) => self.call("previous", vec![self.next()]),
            (true, false) => {
                let by = proc_macro2::Literal::u32_suffixed(range.by);
                let by = syn::Lit::Int(by.into());
                let by = Ex::new(ExKind::Lit(by), self.span);
                self.call("further", vec![self.seen(self.next()), by])
            }
            (true, true) => self.call("nearer", vec![self.seen(self.next())]),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use quote::ToTokens;

    /// Its ends (`=` if the last one is in it), its direction and step, and its turns if they are known.
    fn shown(text: &str) -> Option<String> {
        let range = Counted::of(&syn::parse_str(text).unwrap())?;
        let [from, to] = [&range.from, &range.to].map(|end| end.to_token_stream().to_string());
        let (closed, back) =
            (if range.closed { "=" } else { "" }, if range.back { "back " } else { "" });
        let turns = range.turns().map_or("?".to_owned(), |turns| turns.to_string());
        Some(format!("{from}..{closed}{to} {back}by {}: {turns}", range.by))
    }

    #[test]
    fn ranges_are_counted_and_others_are_lists() {
        for (text, expected) in [
            ("0..3", "0..3 by 1: 3"),
            ("3..3", "3..3 by 1: 0"),
            ("(0..n)", "0..n by 1: ?"),
            ("n..3", "n..3 by 1: ?"),
            ("1..=5u8", "1..6u8 by 1: 5"),
            ("(a..b).rev()", "a..b back by 1: ?"),
            ("(0..3).rev().rev()", "0..3 by 1: 3"),
            ("0..=127", "0..=127 by 1: 128"),
            ("0..=126", "0..127 by 1: 127"),
            ("0..=n", "0..=n by 1: ?"),
            ("(0..=n).rev()", "0..=n back by 1: ?"),
            ("(0..9).step_by(2)", "0..9 by 2: 5"),
            ("(1..=9).step_by(4)", "1..10 by 4: 3"),
            ("(0..=127).step_by(2)", "0..=127 by 2: 64"),
            ("(0..9).step_by(1)", "0..9 by 1: 9"),
            ("(0..9).step_by(1_000_000_000)", "0..9 by 1000000000: 1"),
        ] {
            assert_eq!(shown(text).as_deref(), Some(expected), "{text}");
        }
        for text in [
            "(0..9).step_by(1_000_000_001)",
            "(0..9).step_by(0)",
            "(0..9).step_by(n)",
            "(0..9).step_by(2, 3)",
            "(0..9).step_by(2).step_by(3)",
            "(0..9).step_by(2).rev()",
            "(0..9).rev().step_by(2)",
            "(0..9).rev(1)",
            "(0..9).skip(2)",
            "(0..9).len()",
            "list.step_by(2)",
            "0..",
            "..9",
            "'a'..'c'",
            "'a'..c",
            "a..'c'",
            "list",
        ] {
            assert_eq!(shown(text), None, "{text}");
        }
    }
}

//! Some parts of a tuple that an expression puts together, without what only the other parts need.

use super::code::Code;
use super::demand::{Fold, Kept, Parts, fold, kept, unchanged};
use super::env::Env;
use super::reduce::by_turns;
use super::summed::Body;
use super::ty::{Shape, Ty};
use super::walk::{Walk, field, is_inlined};
use super::{Refused, compose, iterator, pattern};
use crate::program::{Expr, Pattern, Types};

/// Returns the number of parts, if an expression can be divided: where it puts a tuple together on several ways, or
/// turn by turn.
#[must_use]
pub fn divisible(expr: &Expr) -> Option<usize> {
    super::demand::width(expr).filter(|_| !matches!(expr, Expr::Tuple(_)))
}

/// Translates some parts of a tuple: one by itself, several as a tuple. Whatever can fail is evaluated for one of the
/// parts at least.
///
/// # Errors
/// [`Refused`] names the part that JSONata cannot say exactly, and what to write instead.
pub fn divided(
    expr: &Expr,
    wanted: impl IntoIterator<Item = usize>,
    env: &Env,
    types: &Types,
) -> Result<Code, Refused> {
    Walk { env: env.clone(), types }.parts(expr, &wanted.into_iter().collect())
}

/// Binds the patterns of parts to their value: one by itself, several as a tuple.
///
/// # Errors
/// A pattern that JSONata cannot take apart.
pub fn bind_parts(
    value: &Code,
    patterns: &[&Pattern],
    env: &mut Env,
    types: &Types,
) -> Result<(), Refused> {
    if let [only] = patterns {
        return pattern::bind(value, only, env, types);
    }
    patterns.iter().enumerate().try_for_each(|(at, pattern)| {
        pattern::bind(&field(value.clone(), &at.to_string())?, pattern, env, types)
    })
}

impl Walk<'_> {
    pub(super) fn parts(&self, expr: &Expr, wanted: &Parts) -> Result<Code, Refused> {
        if let Some(names) = unchanged(expr, wanted) {
            let codes = names.iter().map(|name| self.name(&Expr::Local(name)));
            return Ok(together(codes.collect::<Result<_, _>>()?));
        }
        match expr {
            Expr::Tuple(items) => {
                let codes = wanted.iter().map(|part| self.expr(&items[*part]));
                Ok(together(codes.collect::<Result<_, _>>()?))
            }
            Expr::Block(lets, tail) => {
                let lets = kept(lets, tail, wanted);
                let end = |inside: &Self| inside.parts(tail, wanted);
                self.behind(&lets, (tail, Some(wanted)), &end)
            }
            Expr::If(condition, then, otherwise) => {
                self.choice(condition, self.parts(then, wanted)?, self.parts(otherwise, wanted)?)
            }
            Expr::Match(on, arms) => self.arms(self.expr(on)?, arms, Some(wanted)),
            _ => match fold(expr) {
                Some(fold) => self.parts_of_fold(&fold, wanted),
                None => some_of(self.expr(expr)?, wanted),
            },
        }
    }

    /// The end of a block behind `let`s, of which some parts may be wanted.
    pub(super) fn behind(
        &self,
        lets: &[Kept<'_>],
        (tail, wanted): (&Expr, Option<&Parts>),
        end: &dyn Fn(&Self) -> Result<Code, Refused>,
    ) -> Result<Code, Refused> {
        let Some((Kept { pattern, value, parts }, rest)) = lets.split_first() else {
            return end(self);
        };
        let body = |inside: &Self| inside.behind(rest, (tail, wanted), end);
        match (pattern, parts) {
            (Pattern::Tuple(all), Some(parts)) => {
                let patterns: Vec<&Pattern> = parts.iter().map(|part| &all[*part]).collect();
                self.bound(&patterns, self.parts(value, parts)?, false, body)
            }
            _ => {
                let tails: Vec<&Expr> = match (tail, wanted) {
                    (Expr::Tuple(items), Some(wanted)) => {
                        wanted.iter().map(|part| &items[*part]).collect()
                    }
                    _ => vec![tail],
                };
                let value = self.expr(value)?;
                let rest = rest.iter().map(|one| (one.pattern, one.value));
                let inlined = is_inlined(pattern, &value, rest, &tails);
                self.bound(&[pattern], value, inlined, body)
            }
        }
    }

    fn parts_of_fold(&self, fold: &Fold, wanted: &Parts) -> Result<Code, Refused> {
        let all = fold.closure(wanted);
        let (on, item) = iterator::gone_through(self.expr(fold.list)?, fold.name)?;
        let init = all.iter().map(|part| Ok(self.expr(&fold.init[*part])?.present()));
        let init = init.collect::<Result<Vec<_>, Refused>>()?;
        let known = self.probe(fold.probe).map(|ty| ty.shape());
        let init = match known {
            Some(Shape::Tuple(of)) if of.len() == fold.init.len() => {
                let typed =
                    all.iter().zip(init).map(|(part, init)| init.with_ty(of[*part].clone()));
                together(typed.collect())
            }
            _ => together(init),
        };
        let patterns: Vec<&Pattern> = all.iter().map(|part| &fold.names[*part]).collect();
        let summed = match (&patterns[..], fold.name) {
            ([Pattern::Local(name, None)], "fold") => {
                let body = Body { expr: fold.body, wanted: Some(&all), name };
                self.summed((&on, &item), fold.item, &init, &body)?
            }
            _ => None,
        };
        if let Some(sum) = summed {
            return Ok(sum);
        }
        let value = by_turns(self, (&on, &item), fold.item, (&patterns, &init), |inside| {
            inside.parts(fold.body, &all)
        })?;
        let at: Parts = all
            .iter()
            .enumerate()
            .filter(|(_, part)| wanted.contains(part))
            .map(|(at, _)| at)
            .collect();
        if at.len() == all.len() { Ok(value) } else { some_of(value, &at) }
    }
}

/// All `let`s of a block.
pub(super) fn whole(lets: &[(Pattern, Expr)]) -> Vec<Kept<'_>> {
    lets.iter().map(|(pattern, value)| Kept { pattern, value, parts: None }).collect()
}

/// One value by itself, several as a tuple.
fn together(mut codes: Vec<Code>) -> Code {
    match (codes.pop(), codes.is_empty()) {
        (Some(only), true) => only,
        (last, _) => {
            codes.extend(last);
            let ty = Ty::Tuple(codes.iter().map(|code| code.ty.clone()).collect());
            Code::list(&codes, ty)
        }
    }
}

/// Some parts of a tuple.
fn some_of(whole: Code, wanted: &Parts) -> Result<Code, Refused> {
    if let Some(only) = wanted.first().filter(|_| wanted.len() == 1) {
        return part(&whole, *only);
    }
    compose::many("v", whole, |whole| {
        let parts = wanted.iter().map(|at| part(&whole, *at));
        Ok(together(parts.collect::<Result<_, _>>()?))
    })
}

/// A part of a tuple, which is read once.
fn part(whole: &Code, at: usize) -> Result<Code, Refused> {
    let known = match whole.ty.shape() {
        Shape::Tuple(of) => of.get(at).cloned(),
        _ => None,
    };
    match known {
        Some(ty) => Ok(whole.nth(at as i64, ty)),
        None => field(whole.clone(), &at.to_string()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::program::{Binary, Literal};
    use crate::schema::{Data, Schema};

    const fn local(name: &'static str) -> Expr {
        Expr::Local(name)
    }
    const fn named(name: &'static str) -> Pattern {
        Pattern::Local(name, None)
    }
    const ALL: Expr = local("all");
    const COUNT: Expr = local("count");
    const LEFT: Expr = local("left");
    const X: Expr = local("x");
    const ONE: Expr = Expr::Literal(Literal::Integer(1));
    const ZERO: Expr = Expr::Literal(Literal::Integer(0));

    fn add(left: &'static Expr, right: &'static Expr) -> Expr {
        Expr::Binary(Binary::Add, left, right, None)
    }
    fn leaked(expr: Expr) -> &'static Expr {
        Box::leak(Box::new(expr))
    }

    /// `for x in xs { <lets> }`, of `all`, `count` and `left`; the text of some of them.
    fn text(lets: Vec<(Pattern, Expr)>, wanted: &[usize]) -> String {
        let names = Pattern::Tuple(Vec::leak(vec![named("all"), named("count"), named("left")]));
        let tail = leaked(Expr::Tuple(&[ALL, COUNT, LEFT]));
        let body = leaked(Expr::Block(Vec::leak(lets), tail));
        let closure = Expr::Closure(Vec::leak(vec![names, named("x")]), body);
        let arguments = Vec::leak(vec![Expr::Tuple(&[ZERO, ONE, ZERO]), closure]);
        let turns = Expr::Method(&Expr::Var(0), "fold", arguments, Some(0));
        let mut env = Env::default();
        env.set(0, Code::new("$xs", Vec::<u8>::schema()));
        let of = || vec![f64::schema, i64::schema, u32::schema];
        let types = Types { probes: vec![Schema::Tuple(of())], ..Types::default() };
        divided(&turns, wanted.iter().copied(), &env, &types).unwrap().text().to_owned()
    }

    #[test]
    fn a_part_has_what_its_new_value_reads() {
        let lets = || {
            vec![
                (named("left"), add(&LEFT, &X)),
                (named("count"), add(&LEFT, &ONE)),
                (named("all"), X),
            ]
        };
        assert_eq!(text(lets(), &[0]), "$reduce($xs, function($all, $x) { $x }, 0)");
        let left = text(lets(), &[2]);
        assert!(left.starts_with("($r := $sum($xs); $r <= "), "{left}");
        let count = text(lets(), &[1]);
        assert!(count.ends_with("}, [1, 0])[0]"), "{count}");
        assert!(!count.contains("all"), "{count}");
    }

    #[test]
    fn what_is_only_added_is_a_sum() {
        let added = |more: Expr| text(vec![(named("left"), add(&LEFT, leaked(more)))], &[2]);
        assert_eq!(added(ONE), "$count($xs)");
        let twice = added(Expr::Binary(
            Binary::Multiply,
            &X,
            leaked(Expr::Literal(Literal::Integer(2))),
            None,
        ));
        assert!(
            twice.starts_with("($r2 := $sum([$map($xs, function($x) { ($r := $x * 2;"),
            "{twice}"
        );
        let of_itself = added(add(&LEFT, &X));
        assert!(of_itself.starts_with("$reduce($xs, function($left, $x) {"), "{of_itself}");
    }
}

//! A loop that only adds to one name: the sum of what it adds.

use super::code::Code;
use super::compose::{choose, function};
use super::demand::{Kept, Parts, kept, reads, unchanged};
use super::reduce::{bind_parameters, parameters, wishes};
use super::sliced::whole;
use super::ty::{Shape, Ty};
use super::walk::{Walk, common};
use super::{Refused, arithmetic, iterator, list};
use crate::program::{Binary, Expr, Literal, Pattern};
use serde_json::Value;

/// The body of a loop over one name, of which only some parts may be wanted.
pub(super) struct Body<'e> {
    pub(super) expr: &'e Expr,
    pub(super) wanted: Option<&'e Parts>,
    pub(super) name: &'static str,
}

impl Walk<'_> {
    /// The sum, if a loop that begins with zero adds what is never negative: then all partial sums are in range if the
    /// last one is. None if it is another loop.
    pub(super) fn summed(
        &self,
        (on, item): (&Code, &Ty),
        of: &Pattern,
        init: &Code,
        body: &Body<'_>,
    ) -> Result<Option<Code>, Refused> {
        let ty = init.ty.clone();
        let zero = init.literal().is_some_and(|init| init.as_f64() == Some(0.0));
        if !zero || !adds(body.expr, body.wanted, body.name) {
            return Ok(None);
        }
        let (on, of) = parameters((on, item), of);
        let item = of.first().map_or(item, |(_, item)| item);
        let of_item = |counted: bool| {
            function(&wishes(&of), |names| {
                let mut inside = self.clone();
                bind_parameters(&of, names, &mut inside)?;
                inside.added(body, counted)
            })
        };
        let counted = counts(body.expr, body.wanted, body.name);
        let (text, added) = of_item(counted)?;
        let never_negative = added.known_interval().is_some_and(|(low, _)| low >= 0);
        let sum = match ty.shape() {
            Shape::Integer(..) if counted => match added.literal() {
                Some(Value::Bool(true)) => list::count(on),
                _ => list::count(&iterator::filtered(on, item, &text, &added, item)),
            }
            .with_ty(ty.clone()),
            Shape::Integer(0, _) => self.sum_of((on, item), &text, &added, &ty),
            Shape::Integer(..) if never_negative => self.sum_of((on, item), &text, &added, &ty),
            _ => return Ok(None),
        };
        let Shape::Integer(min, max) = ty.shape() else { return Ok(None) };
        // No list has more items.
        let most = if sum.interval.is_some() { i32::MAX.into() } else { i128::MAX };
        arithmetic::guard(Code { interval: None, ..sum }, (0, most), (min, max), false).map(Some)
    }

    fn sum_of(&self, (on, item): (&Code, &Ty), text: &str, added: &Code, ty: &Ty) -> Code {
        let itself = text == format!("function({0}) {{ {0} }}", added.text());
        let list = match itself {
            true => on.clone(),
            false => iterator::every(on, item, text, added),
        };
        Code::call(format!("$sum({})", list.text()), ty.clone()).failing_as(&[&list])
    }

    /// The value that is added to a name; of what is counted, the condition that one is.
    fn added(&self, body: &Body<'_>, counted: bool) -> Result<Code, Refused> {
        let Body { expr, wanted, name } = *body;
        let of = |expr, wanted| Body { expr, wanted, name };
        if is_same(expr, wanted, name) {
            return Ok(if counted { Code::bool(false) } else { list::integer(0) });
        }
        match expr {
            Expr::Binary(Binary::Add, ..) if counted => Ok(Code::bool(true)),
            Expr::Binary(Binary::Add, _, more, _) => self.expr(more),
            Expr::Tuple(items) => self.added(&of(part(items, wanted), None), counted),
            Expr::If(condition, then, otherwise) => {
                let condition = self.expr(condition)?;
                let then = self.added(&of(then, wanted), counted)?;
                let otherwise = self.added(&of(otherwise, wanted), counted)?;
                Ok(choose(&condition, &then, &otherwise, common(&then, &otherwise)))
            }
            Expr::Block(lets, tail) => {
                let lets = of_block(lets, tail, wanted);
                let (lets, end, wanted) = last(&lets, tail, wanted, name);
                self.behind(lets, (end, wanted), &|inside| inside.added(&of(end, wanted), counted))
            }
            other => self.expr(other),
        }
    }
}

/// The only part that is wanted.
fn part<'e>(items: &'e [Expr], wanted: Option<&Parts>) -> &'e Expr {
    let first = wanted.and_then(|wanted| wanted.first()).copied().unwrap_or_default();
    &items[first]
}

/// True if a value is what a name was.
fn is_same(expr: &Expr, wanted: Option<&Parts>, name: &str) -> bool {
    matches!(expr, Expr::Local(other) if *other == name)
        || wanted.and_then(|wanted| unchanged(expr, wanted)).is_some_and(|names| names == [name])
}

fn of_block<'e>(lets: &'e [(Pattern, Expr)], tail: &Expr, wanted: Option<&Parts>) -> Vec<Kept<'e>> {
    match wanted {
        Some(wanted) => kept(lets, tail, wanted),
        None => whole(lets),
    }
}

/// The `let`s of a block, and what it adds: the last one of them may be the sum.
fn last<'k, 'e: 'k, 'w>(
    lets: &'k [Kept<'e>],
    tail: &'e Expr,
    wanted: Option<&'w Parts>,
    name: &str,
) -> (&'k [Kept<'e>], &'e Expr, Option<&'w Parts>) {
    let end = match tail {
        Expr::Tuple(items) => part(items, wanted),
        tail => tail,
    };
    match (lets.split_last(), end) {
        (Some((one, before)), Expr::Local(of))
            if *of == name && matches!(one.pattern, Pattern::Local(it, None) if *it == name) =>
        {
            (before, one.value, None)
        }
        _ => (lets, tail, wanted),
    }
}

/// True if an expression adds to a name, or leaves it, and does not look at it.
fn adds(expr: &Expr, wanted: Option<&Parts>, name: &str) -> bool {
    if is_same(expr, wanted, name) {
        return true;
    }
    match expr {
        Expr::Binary(Binary::Add, Expr::Local(of), more, _) => *of == name && !reads(more, name),
        Expr::Tuple(items) => wanted.is_some() && adds(part(items, wanted), None, name),
        Expr::If(condition, then, otherwise) => {
            let ways = [then, otherwise].into_iter();
            !reads(condition, name) && ways.into_iter().all(|way| adds(way, wanted, name))
        }
        Expr::Block(lets, tail) => {
            let lets = of_block(lets, tail, wanted);
            let (lets, end, wanted) = last(&lets, tail, wanted, name);
            let none = |one: &Kept<'_>| !reads(one.value, name) && !one.binds(name);
            lets.iter().all(none) && adds(end, wanted, name)
        }
        _ => false,
    }
}

/// True if an expression that adds to a name adds one wherever it adds something.
fn counts(expr: &Expr, wanted: Option<&Parts>, name: &str) -> bool {
    if is_same(expr, wanted, name) {
        return true;
    }
    match expr {
        Expr::Binary(_, _, more, _) => matches!(more, Expr::Literal(Literal::Integer(1))),
        Expr::Tuple(items) => wanted.is_some() && counts(part(items, wanted), None, name),
        Expr::If(_, then, otherwise) => {
            [then, otherwise].into_iter().all(|way| counts(way, wanted, name))
        }
        Expr::Block(lets, tail) => {
            let lets = of_block(lets, tail, wanted);
            let (_, end, wanted) = last(&lets, tail, wanted, name);
            counts(end, wanted, name)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::expr::{Env, expression};
    use crate::program::Types;
    use crate::schema::Data;

    const LEFT: Expr = Expr::Local("left");
    const X: Expr = Expr::Local("x");
    const Y: Expr = Expr::Local("y");
    const NUMBER: Expr = Expr::Var(1);
    const ZERO: Expr = Expr::Literal(Literal::Integer(0));
    const ONE: Expr = Expr::Literal(Literal::Integer(1));
    const NAME: Pattern = Pattern::Local("left", None);
    const OTHER: Pattern = Pattern::Local("y", None);

    const fn add(left: &'static Expr, right: &'static Expr) -> Expr {
        Expr::Binary(Binary::Add, left, right, None)
    }
    const fn above_one(of: &'static Expr) -> Expr {
        Expr::Binary(Binary::Greater, of, &ONE, None)
    }
    const ADDED: Expr = add(&LEFT, &X);

    /// `let mut left = init; for x in xs { left = body; }`: a list of `u8`, another number of `i64`.
    fn text(init: Expr, body: &'static Expr, probe: usize) -> String {
        let closure = Expr::Closure(&[NAME, Pattern::Local("x", None)], body);
        let arguments = Vec::leak(vec![init, closure]);
        const ITEMS: Expr = Expr::Method(&Expr::Var(0), "iter", &[], None);
        let turns = Expr::Method(&ITEMS, "fold", arguments, Some(probe));
        let mut env = Env::default();
        env.set(0, Code::new("$xs", Vec::<u8>::schema()));
        env.set(1, Code::new("$n", i64::schema()));
        let probes = vec![i64::schema(), u32::schema(), f64::schema()];
        let types = Types { probes, ..Types::default() };
        expression(&turns, &env, &types).unwrap().text().to_owned()
    }

    /// The next values of a name that is only added to.
    const SUMS: &[Expr] = &[
        ADDED,
        Expr::If(&above_one(&X), &ADDED, &LEFT),
        Expr::If(&above_one(&X), &LEFT, &ADDED),
        Expr::If(&above_one(&NUMBER), &ADDED, &add(&LEFT, &ONE)),
        Expr::Block(&[(OTHER, X)], &add(&LEFT, &Y)),
        Expr::Block(&[(OTHER, X), (NAME, add(&LEFT, &Y))], &LEFT),
    ];

    /// Those of a name with which more is done.
    const OTHERS: &[Expr] = &[
        X,
        add(&X, &LEFT),
        add(&X, &X),
        add(&LEFT, &LEFT),
        Expr::Binary(Binary::Multiply, &LEFT, &X, None),
        Expr::If(&above_one(&LEFT), &ADDED, &LEFT),
        Expr::If(&above_one(&X), &ADDED, &X),
        Expr::If(&above_one(&X), &X, &ADDED),
        Expr::Block(&[(OTHER, LEFT)], &ADDED),
        Expr::Block(&[(OTHER, LEFT), (OTHER, X)], &add(&LEFT, &Y)),
        Expr::Block(&[(NAME, X)], &ADDED),
        Expr::Block(&[(NAME, X), (OTHER, X)], &add(&LEFT, &Y)),
        Expr::Block(&[(NAME, X), (NAME, ADDED)], &LEFT),
        Expr::Block(&[(NAME, ADDED), (OTHER, X)], &LEFT),
    ];

    #[test]
    fn a_loop_that_only_adds_to_a_name_is_a_sum() {
        for probe in [0, 1] {
            for body in SUMS {
                let found = text(ZERO, body, probe);
                assert!(found.contains("$sum(") && !found.contains("$reduce"), "{body:?}: {found}");
            }
            for body in OTHERS {
                let found = text(ZERO, body, probe);
                assert!(!found.contains("$sum("), "{body:?}: {found}");
            }
            let others = SUMS.iter().map(|body| text(ONE, body, probe));
            assert!(others.into_iter().all(|text| !text.contains("$sum(")));
            let counted = text(ZERO, const { &add(&LEFT, &ONE) }, probe);
            assert_eq!(counted, "$count($xs)");
        }
    }

    const MORE: Expr = add(&LEFT, &ONE);
    const ABOVE: Expr = Expr::If(&above_one(&X), &MORE, &LEFT);

    /// The next values of a name to which one is added, and the text.
    const COUNTS: &[(Expr, &str)] = &[
        (ABOVE, "$count($xs[$ > 1])"),
        (Expr::If(&above_one(&X), &LEFT, &MORE), "$count($xs[$ <= 1])"),
        (Expr::If(&above_one(&NUMBER), &ABOVE, &LEFT), "$count($xs[$n > 1 and $ > 1])"),
        (Expr::Block(&[(OTHER, X)], &ABOVE), "$count($xs[$ > 1])"),
        (Expr::If(&above_one(&X), &add(&LEFT, &X), &MORE), "($r := $sum("),
        (Expr::If(&above_one(&X), &add(&LEFT, &ZERO), &LEFT), "$sum("),
    ];

    #[test]
    fn ones_are_counted() {
        for (body, expected) in COUNTS {
            for probe in [0, 1] {
                let found = text(ZERO, body, probe);
                assert!(found.contains(expected), "{body:?}: {found}");
            }
            assert!(!text(ONE, body, 0).contains("$count("), "{body:?}");
        }
    }

    /// Partial sums of what may be negative may be out of range where the last one is not.
    #[test]
    fn what_may_be_negative_is_no_sum() {
        const NEGATIVE: Expr = Expr::Literal(Literal::Integer(-1));
        for body in [const { &add(&LEFT, &NUMBER) }, const { &add(&LEFT, &NEGATIVE) }] {
            assert!(text(ZERO, body, 0).contains("$reduce("), "{body:?}");
        }
        let float = Expr::Literal(Literal::Float(0.0));
        assert!(text(float, &ADDED, 2).contains("$reduce("));
    }
}

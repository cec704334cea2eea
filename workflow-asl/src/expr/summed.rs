//! A loop that only adds to one name: the sum of what it adds.

use super::code::Code;
use super::compose::{choose, function};
use super::demand::{Kept, Parts, kept, reads, unchanged};
use super::reduce::{parameters, wishes};
use super::sliced::whole;
use super::ty::{Shape, Ty};
use super::walk::{Walk, common};
use super::{Refused, arithmetic, iterator, list, pattern};
use crate::program::{Binary, Expr, Pattern};

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
        let (text, added) = function(&wishes(&of), |names| {
            let mut inside = self.clone();
            for ((of, _), name) in of.iter().zip(names) {
                pattern::bind(name, of, &mut inside.env, self.types)?;
            }
            inside.added(body.expr, body.wanted, body.name)
        })?;
        let never_negative = added.known_interval().is_some_and(|(low, _)| low >= 0);
        let sum = match (ty.shape(), added.literal().and_then(|added| added.as_i64())) {
            (Shape::Integer(..), Some(1)) => list::count(on).with_ty(ty.clone()),
            (Shape::Integer(0, _), _) => self.sum_of(on, &text, &added, &ty),
            (Shape::Integer(..), _) if never_negative => self.sum_of(on, &text, &added, &ty),
            _ => return Ok(None),
        };
        let Shape::Integer(min, max) = ty.shape() else { return Ok(None) };
        // No list has more items.
        let most = if sum.interval.is_some() { i32::MAX.into() } else { i128::MAX };
        arithmetic::guard(Code { interval: None, ..sum }, (0, most), (min, max), false).map(Some)
    }

    fn sum_of(&self, on: &Code, text: &str, added: &Code, ty: &Ty) -> Code {
        let itself = text == format!("function({0}) {{ {0} }}", added.text());
        let list = match itself {
            true => on.clone(),
            false => iterator::list_call("map", on, text, &added.ty, added),
        };
        Code::call(format!("$sum({})", list.text()), ty.clone()).failing_as(&[&list])
    }

    /// The value that is added to a name.
    fn added(&self, expr: &Expr, wanted: Option<&Parts>, name: &str) -> Result<Code, Refused> {
        if is_same(expr, wanted, name) {
            return Ok(list::integer(0));
        }
        match expr {
            Expr::Binary(Binary::Add, _, more, _) => self.expr(more),
            Expr::Tuple(items) => self.added(part(items, wanted), None, name),
            Expr::If(condition, then, otherwise) => {
                let condition = self.expr(condition)?;
                let then = self.added(then, wanted, name)?;
                let otherwise = self.added(otherwise, wanted, name)?;
                Ok(choose(&condition, &then, &otherwise, common(&then, &otherwise)))
            }
            Expr::Block(lets, tail) => {
                let lets = of_block(lets, tail, wanted);
                let (lets, end, wanted) = last(&lets, tail, wanted, name);
                self.behind(lets, (end, wanted), &|inside| inside.added(end, wanted, name))
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

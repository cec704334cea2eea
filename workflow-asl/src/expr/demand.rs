//! The names that some parts of a tuple need: what a loop does for its other names can be left out.
//!
//! A loop that changes several names is a fold over their tuple. A part of it needs the names that its new value reads,
//! and those that these need in turn. Nothing is left out of all parts: what can fail is evaluated for one of them.

use super::parts::parts;
use crate::program::{Arm, Expr, Pattern};
use std::collections::BTreeSet;

/// The parts of a tuple, by their indices.
pub(super) type Parts = BTreeSet<usize>;

#[cfg(test)]
#[allow(clippy::panic, reason = "tests")]
mod tests;

type Names = BTreeSet<&'static str>;

/// The names that are read for the wanted parts, and those that are read for all.
#[derive(Default)]
pub(super) struct Needed {
    here: Names,
    ever: Names,
}

/// A fold over a tuple.
pub(super) struct Fold {
    pub(super) list: &'static Expr,
    /// The method.
    pub(super) name: &'static str,
    pub(super) init: &'static [Expr],
    pub(super) names: &'static [Pattern],
    pub(super) item: &'static Pattern,
    pub(super) body: &'static Expr,
    pub(super) probe: Option<usize>,
}

/// Returns the number of parts, if an expression puts a tuple together.
pub(super) fn width(expr: &Expr) -> Option<usize> {
    match expr {
        Expr::Tuple(items) if !items.is_empty() => Some(items.len()),
        Expr::Block(_, tail) => width(tail),
        Expr::If(_, then, otherwise) => width(then).filter(|of| width(otherwise) == Some(*of)),
        Expr::Match(_, arms) => {
            let of = width(&arms.first()?.value)?;
            arms.iter().all(|arm| width(&arm.value) == Some(of)).then_some(of)
        }
        _ => fold(expr).map(|fold| fold.init.len()),
    }
}

/// A fold whose names are a tuple.
pub(super) fn fold(expr: &Expr) -> Option<Fold> {
    let Expr::Method(list, name @ ("fold" | "__fold"), [init, closure], probe) = expr else {
        return None;
    };
    let (Expr::Tuple(init), Expr::Closure([Pattern::Tuple(names), item], body)) = (init, closure)
    else {
        return None;
    };
    let whole = init.len() == names.len() && width(body) == Some(init.len());
    whole.then_some(Fold { list, name, init, names, item, body, probe: *probe })
}

impl Fold {
    /// The wanted parts, and all that their new values read.
    pub(super) fn closure(&self, wanted: &Parts) -> Parts {
        let mut wanted = wanted.clone();
        loop {
            let needed = needed(self.body, Some(&wanted)).here;
            let read = |part: &Pattern| !bound(part).is_disjoint(&needed);
            let more = self.names.iter().enumerate().filter(|(_, part)| read(part));
            let before = wanted.len();
            wanted.extend(more.map(|(part, _)| part));
            if wanted.len() == before {
                return wanted;
            }
        }
    }
}

impl Needed {
    fn both(names: Names) -> Needed {
        Needed { here: names.clone(), ever: names }
    }

    fn name(name: &'static str) -> Needed {
        Needed::both(BTreeSet::from([name]))
    }

    fn add(&mut self, other: Needed) {
        self.here.extend(other.here);
        self.ever.extend(other.ever);
    }

    fn without(mut self, names: &Names) -> Needed {
        self.here.retain(|name| !names.contains(name));
        self.ever.retain(|name| !names.contains(name));
        self
    }

    /// The parts of a tuple that are read here, where others are read only elsewhere.
    pub(super) fn parts(&self, pattern: &Pattern, value: &Expr) -> Option<Parts> {
        let Pattern::Tuple(parts) = pattern else { return None };
        let wanted = parts.iter().enumerate().filter(|(_, part)| !self.elsewhere(part));
        let wanted: Parts = wanted.map(|(part, _)| part).collect();
        let some = !wanted.is_empty() && wanted.len() < parts.len();
        (some && width(value) == Some(parts.len())).then_some(wanted)
    }

    /// True if what a pattern binds is read, but not here. What nobody reads is evaluated with everything.
    pub(super) fn elsewhere(&self, pattern: &Pattern) -> bool {
        let bound = bound(pattern);
        bound.is_disjoint(&self.here) && !bound.is_disjoint(&self.ever)
    }
}

/// The names that the wanted parts are, where nothing changes them, but others.
pub(super) fn unchanged(expr: &Expr, wanted: &Parts) -> Option<Vec<&'static str>> {
    let all = width(expr)?;
    let names: Vec<_> = wanted.iter().map(|part| as_before(expr, *part)).collect::<Option<_>>()?;
    (0..all).any(|part| as_before(expr, part).is_none()).then_some(names)
}

fn as_before(expr: &Expr, part: usize) -> Option<&'static str> {
    match expr {
        Expr::Tuple(items) => match items.get(part)? {
            Expr::Local(name) => Some(name),
            _ => None,
        },
        Expr::Block(lets, tail) => as_before(tail, part)
            .filter(|name| !lets.iter().any(|(pattern, _)| bound(pattern).contains(name))),
        Expr::If(_, then, otherwise) => {
            as_before(then, part).filter(|name| as_before(otherwise, part) == Some(*name))
        }
        Expr::Match(_, arms) => {
            let name = as_before(&arms.first()?.value, part)?;
            let same = |arm: &Arm| {
                !bound(&arm.pattern).contains(name) && as_before(&arm.value, part) == Some(name)
            };
            arms.iter().all(same).then_some(name)
        }
        _ => None,
    }
}

/// The names that are read for the wanted parts of a tuple, or for a value.
fn needed(expr: &Expr, wanted: Option<&Parts>) -> Needed {
    let all = needed_of(expr, wanted);
    match wanted.and_then(|wanted| unchanged(expr, wanted)) {
        Some(names) => Needed { here: names.into_iter().collect(), ..all },
        None => all,
    }
}

fn needed_of(expr: &Expr, wanted: Option<&Parts>) -> Needed {
    match (expr, wanted) {
        (Expr::Local(name), _) => Needed::name(name),
        (Expr::Tuple(items), Some(wanted)) => some_of(items, wanted),
        (Expr::Block(lets, tail), _) => {
            let tail = needed(tail, wanted);
            lets.iter().rev().fold(tail, |behind, one| before(one, behind))
        }
        (Expr::If(condition, then, otherwise), Some(_)) => {
            let mut all = needed(condition, None);
            [then, otherwise].into_iter().for_each(|way| all.add(needed(way, wanted)));
            all
        }
        (Expr::Match(on, arms), _) => {
            let mut all = needed(on, None);
            for arm in *arms {
                let mut own = needed(&arm.value, wanted);
                arm.guard.iter().for_each(|guard| own.add(needed(guard, None)));
                all.add(own.without(&bound(&arm.pattern)));
            }
            all
        }
        (Expr::Closure(parameters, body), _) => {
            needed(body, None).without(&parameters.iter().flat_map(bound).collect())
        }
        (_, Some(wanted)) if let Some(fold) = fold(expr) => of_fold(&fold, wanted),
        _ => {
            let mut all = match expr {
                Expr::Changed(name, ..) => Needed::name(name),
                _ => Needed::default(),
            };
            parts(expr, &mut |part, _| all.add(needed(part, None)));
            all
        }
    }
}

fn some_of(items: &[Expr], wanted: &Parts) -> Needed {
    let mut all = Needed::default();
    for (part, item) in items.iter().enumerate() {
        let read = needed(item, None).ever;
        let here = if wanted.contains(&part) { read.clone() } else { Names::new() };
        all.add(Needed { here, ever: read });
    }
    all
}

fn of_fold(fold: &Fold, wanted: &Parts) -> Needed {
    let wanted = fold.closure(wanted);
    let own: Names = fold.names.iter().chain([fold.item]).flat_map(bound).collect();
    let mut all = needed(fold.body, Some(&wanted)).without(&own);
    all.add(needed(fold.list, None));
    all.add(some_of(fold.init, &wanted));
    all
}

/// A `let` of a block that is needed.
pub(super) struct Kept<'e> {
    pub(super) pattern: &'e Pattern,
    pub(super) value: &'e Expr,
    /// The parts of a tuple that are, where not all of them are.
    pub(super) parts: Option<Parts>,
}

/// The `let`s of a block that the wanted parts need, or that nothing reads.
pub(super) fn kept<'e>(lets: &'e [(Pattern, Expr)], tail: &Expr, wanted: &Parts) -> Vec<Kept<'e>> {
    let mut behind = needed(tail, Some(wanted));
    let mut kept = vec![];
    for one in lets.iter().rev() {
        let (pattern, value) = one;
        if !behind.elsewhere(pattern) {
            kept.push(Kept { pattern, value, parts: behind.parts(pattern, value) });
        }
        behind = before(one, behind);
    }
    kept.reverse();
    kept
}

/// The names that are read before a `let`, of those that are read behind it.
fn before((pattern, value): &(Pattern, Expr), behind: Needed) -> Needed {
    let mut own = needed(value, behind.parts(pattern, value).as_ref());
    if behind.elsewhere(pattern) {
        own.here.clear();
    }
    let mut all = behind.without(&bound(pattern));
    all.add(own);
    all
}

impl Kept<'_> {
    /// True if it binds a name.
    pub(super) fn binds(&self, name: &str) -> bool {
        bound(self.pattern).contains(name)
    }
}

/// True if an expression reads a name.
pub(super) fn reads(expr: &Expr, name: &str) -> bool {
    needed(expr, None).ever.contains(name)
}

/// True if a name is read once, and surely so where that matters: by `let`s, until one binds it again, or by what
/// comes behind them.
pub(super) fn once<'e>(
    name: &str,
    lets: impl Iterator<Item = (&'e Pattern, &'e Expr)>,
    tails: &[&Expr],
    surely: bool,
) -> bool {
    let mut times = 0;
    behind(name, lets, tails, false, &mut |often, lazily| {
        times += if surely && lazily { 2 } else { often };
    });
    times == 1
}

fn behind<'e>(
    name: &str,
    lets: impl Iterator<Item = (&'e Pattern, &'e Expr)>,
    tails: &[&Expr],
    lazily: bool,
    found: &mut dyn FnMut(usize, bool),
) {
    for (pattern, value) in lets {
        read(name, value, lazily, found);
        if bound(pattern).contains(name) {
            return;
        }
    }
    tails.iter().for_each(|tail| read(name, tail, lazily, found));
}

fn read(name: &str, expr: &Expr, lazily: bool, found: &mut dyn FnMut(usize, bool)) {
    match expr {
        Expr::Local(other) if *other == name => found(1, lazily),
        // A change reads what it changes as often as it likes.
        Expr::Changed(other, ..) if *other == name => found(2, lazily),
        Expr::Block(lets, tail) => {
            let lets = lets.iter().map(|(pattern, value)| (pattern, value));
            return behind(name, lets, &[tail], lazily, found);
        }
        // A closure runs many times.
        Expr::Closure(_, body) => {
            return read(name, body, true, &mut |times, lazily| found(2 * times, lazily));
        }
        _ => {}
    }
    parts(expr, &mut |part, perhaps| read(name, part, lazily || perhaps, found));
}

/// The names that a pattern binds.
fn bound(pattern: &Pattern) -> Names {
    let several = |patterns: &[Pattern]| patterns.iter().flat_map(bound).collect();
    match pattern {
        Pattern::Local(name, inner) => {
            inner.iter().flat_map(|inner| bound(inner)).chain([*name]).collect()
        }
        Pattern::Bind(_, Some(inner)) => bound(inner),
        Pattern::Or(patterns) => patterns.first().map(bound).unwrap_or_default(),
        Pattern::Tuple(patterns) | Pattern::TupleStruct(_, patterns) => several(patterns),
        Pattern::List(before, rest, behind) => {
            before.iter().chain(*rest).chain(*behind).flat_map(bound).collect()
        }
        Pattern::Struct(_, fields) => fields.iter().flat_map(|(_, field)| bound(field)).collect(),
        Pattern::Any | Pattern::Bind(_, None) | Pattern::Literal(_) => Names::new(),
        Pattern::Range(..) | Pattern::Path(_) => Names::new(),
    }
}

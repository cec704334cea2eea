//! Lists that a pattern takes apart: `[first, .., last]`, `[head, rest @ ..]`.

use super::code::Code;
use super::compose::{and, compare};
use super::list::where_index;
use super::ty::{Shape, Ty};
use super::walk::field;
use super::{Refused, refuse};
use crate::program::Pattern;
use serde_json::json;

/// The condition that a list has so many items, or at least so many; none if every list has. The length of an array is
/// known to rustc.
pub(super) fn length(value: &Code, count: usize, or_more: bool) -> Option<Code> {
    if let Shape::Tuple(_) = value.ty.shape() {
        return None;
    }
    let op = match (count, or_more) {
        (0, true) => return None,
        (_, true) => ">=",
        (_, false) => "=",
    };
    Some(compare(&counted(value), op, &number(count)))
}

fn counted(value: &Code) -> Code {
    Code::call(format!("$count({})", value.text()), Ty::USIZE).failing_as(&[value])
}

fn number(of: usize) -> Code {
    Code::constant(json!(of), Ty::USIZE)
}

/// The items that a pattern looks at: from the front, the rest, and from the back.
pub(super) fn parts<'p>(
    value: &Code,
    before: &'p [Pattern],
    rest: Option<&'p Pattern>,
    behind: &'p [Pattern],
) -> Result<Vec<(Code, &'p Pattern)>, Refused> {
    let item = match value.ty.shape() {
        Shape::List(item) => item,
        Shape::Tuple(of) => return of_array(value, &of, before, rest, behind),
        _ => {
            return refuse(
                format!("a pattern of a list for {}", value.ty.describe()),
                "look at `list.as_slice()` of a `Vec`",
            );
        }
    };
    let nth = |index: i64| value.nth(index, item.clone());
    let mut all = vec![];
    all.extend((0..).zip(before).map(|(index, pattern)| (nth(index), pattern)));
    if let Some(pattern) = rest.filter(|rest| !matches!(rest, Pattern::Any)) {
        all.push((middle(value, &item, before.len(), behind.len())?, pattern));
    }
    let last = (1..=behind.len() as i64).rev().map(|index| -index);
    all.extend(last.zip(behind).map(|(index, pattern)| (nth(index), pattern)));
    Ok(all)
}

/// The items of an array: `[T; N]` is a tuple of one type.
fn of_array<'p>(
    value: &Code,
    of: &[Ty],
    before: &'p [Pattern],
    rest: Option<&'p Pattern>,
    behind: &'p [Pattern],
) -> Result<Vec<(Code, &'p Pattern)>, Refused> {
    let nth = |index: usize| field(value.clone(), &index.to_string());
    let end = of.len().saturating_sub(behind.len());
    let mut all = vec![];
    for (index, pattern) in before.iter().enumerate() {
        all.push((nth(index)?, pattern));
    }
    if let Some(pattern) = rest.filter(|rest| !matches!(rest, Pattern::Any)) {
        let items = (before.len()..end).map(nth).collect::<Result<Vec<_>, _>>()?;
        let of = items.iter().map(|item| item.ty.clone()).collect();
        all.push((Code::list(&items, Ty::Tuple(of)), pattern));
    }
    for (index, pattern) in behind.iter().enumerate() {
        all.push((nth(end + index)?, pattern));
    }
    Ok(all)
}

/// The items between so many from the front and so many from the back.
fn middle(value: &Code, item: &Ty, before: usize, behind: usize) -> Result<Code, Refused> {
    let end = Code::call(format!("$count({}) - {behind}", value.text()), Ty::USIZE);
    let rest = where_index(value, item, |index| {
        let from = (before > 0).then(|| compare(index, ">=", &number(before)));
        let to = (behind > 0).then(|| compare(index, "<", &end));
        Ok(match (from, to) {
            (Some(from), Some(to)) => and(from, to),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => Code::bool(true),
        })
    })?;
    Ok(rest.with_ty(Ty::list(item.clone())))
}

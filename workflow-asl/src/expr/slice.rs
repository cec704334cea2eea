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

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::schema::Data;

    const ONE: &[Pattern] = &[Pattern::Any];
    const TWO: &[Pattern] = &[Pattern::Bind(0, None), Pattern::Any];
    const REST: Pattern = Pattern::Bind(1, None);

    fn texts<T: Data>(
        before: &[Pattern],
        rest: Option<&Pattern>,
        behind: &[Pattern],
    ) -> Vec<String> {
        let value = Code::new("$x", T::schema());
        let all = parts(&value, before, rest, behind).unwrap();
        all.into_iter().map(|(code, _)| code.text().to_owned()).collect()
    }

    #[test]
    fn items_are_counted_from_their_end() {
        type Items = Vec<u8>;
        assert_eq!(texts::<Items>(TWO, None, &[]), ["$x[0]", "$x[1]"]);
        assert_eq!(texts::<Items>(&[], Some(&Pattern::Any), TWO), ["$x[-2]", "$x[-1]"]);
        assert_eq!(texts::<Items>(TWO, Some(&Pattern::Any), ONE), ["$x[0]", "$x[1]", "$x[-1]"]);
        let all = texts::<Items>(ONE, Some(&REST), TWO);
        assert_eq!((&*all[0], &*all[2], &*all[3], all.len()), ("$x[0]", "$x[-2]", "$x[-1]", 4));
    }

    #[test]
    fn the_rest_is_between_both_ends() {
        type Items = Vec<u8>;
        for (before, behind, conditions) in [
            (&[][..], &[][..], [false, false]),
            (ONE, &[], [true, false]),
            (&[], ONE, [false, true]),
            (TWO, ONE, [true, true]),
        ] {
            let all = texts::<Items>(before, Some(&REST), behind);
            let rest = &all[before.len()];
            let found = [format!(">= {}", before.len()), format!("- {}", behind.len())];
            assert_eq!(found.map(|it| rest.contains(&it)), conditions, "{rest}");
        }
    }

    #[test]
    fn items_of_arrays_have_places() {
        type Items = [u8; 4];
        assert_eq!(texts::<Items>(TWO, Some(&REST), ONE).len(), 4);
        assert_eq!(texts::<Items>(TWO, Some(&REST), ONE)[2], "[$x[2]]");
        assert_eq!(texts::<Items>(ONE, Some(&Pattern::Any), TWO), ["$x[0]", "$x[2]", "$x[3]"]);
    }

    #[test]
    fn lengths_are_asked_where_they_may_be_others() {
        let asked = |count, or_more| {
            let asked = length(&Code::new("$x", Vec::<u8>::schema()), count, or_more);
            asked.map(|code| code.text().to_owned())
        };
        assert_eq!(asked(0, true), None);
        assert_eq!(asked(0, false).unwrap(), "$count($x) = 0");
        assert_eq!(asked(2, true).unwrap(), "$count($x) >= 2");
        assert_eq!(asked(2, false).unwrap(), "$count($x) = 2");
        assert!(length(&Code::new("$x", <[u8; 2]>::schema()), 2, false).is_none());
    }
}

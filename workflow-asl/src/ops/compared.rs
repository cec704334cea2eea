//! `==` and `<` of values that hold integers of 64 bits.

use super::fault;
use crate::numbers::{Number, first};
use crate::schema::MAX_SAFE_INTEGER;
use serde::Serialize;
use std::cell::RefCell;
use std::cmp::Ordering;

/// Raises a fault where both sides are or hold integers beyond ±(2^53 − 1): JSONata may take one for the other.
pub fn compared<A: Serialize + ?Sized, B: Serialize + ?Sized>(left: &A, right: &B) {
    if let Some(Number::Integer(left)) = first(left, beyond)
        && let Some(Number::Integer(right)) = first(right, beyond)
    {
        fault(format!("{left} and {right} are integers beyond 2^53"));
    }
}

/// The value, or a fault where it is or holds an integer beyond ±(2^53 − 1): a comparison or a conversion has made it.
pub fn exact<T: Serialize>(value: T) -> T {
    if let Some(Number::Integer(integer)) = first(&value, beyond) {
        fault(format!("{integer} is an integer beyond 2^53"));
    }
    value
}

/// `value.try_into()`. A range of 64 bits is not told from what is beyond 2^53: that is a fault.
///
/// # Errors
/// As the conversion itself.
pub fn try_into<A: TryInto<B> + Serialize, B>(value: A) -> Result<B, A::Error> {
    let value = if size_of::<B>() < size_of::<u64>() { value } else { exact(value) };
    value.try_into()
}

/// Raises a fault where several items are or hold integers beyond ±(2^53 − 1): they would be compared.
pub fn distinct<T: Serialize>(items: &[T]) {
    let mut wide = items.iter().filter_map(|item| first(item, beyond));
    if let (Some(Number::Integer(one)), Some(Number::Integer(other))) = (wide.next(), wide.next()) {
        fault(format!("{one} and {other} are integers beyond 2^53"));
    }
}

/// Raises a fault where an item and the one before it are or hold integers beyond ±(2^53 − 1).
pub fn neighbours<T: Serialize>(items: &[T]) {
    for pair in items.windows(2) {
        compared(&pair[0], &pair[1]);
    }
}

/// `list.sort_by_key(key)`
pub fn sort_by_key<T, K: Ord + Serialize>(items: &mut [T], mut key: impl FnMut(&T) -> K) {
    let keys: Vec<K> = items.iter().map(&mut key).collect();
    distinct(&keys);
    items.sort_by_key(key);
}

/// `list.dedup_by_key(key)`
pub fn dedup_by_key<T, K: PartialEq + Serialize>(items: &mut Vec<T>, mut key: impl FnMut(&T) -> K) {
    if items.len() < 2 {
        return;
    }
    let keys: Vec<K> = items.iter().map(&mut key).collect();
    neighbours(&keys);
    let mut same = std::iter::once(false).chain(keys.windows(2).map(|pair| pair[0] == pair[1]));
    items.retain(|_| !same.next().unwrap_or_default());
}

thread_local! {
    /// The sides that an order compares, while it is asked of each item and itself.
    static SIDES: RefCell<Option<Sides>> = const { RefCell::new(None) };
}

/// The integers beyond ±(2^53 − 1) that an order compares.
#[derive(Default)]
struct Sides {
    /// The number of comparisons that were made of this item.
    at: usize,
    /// By the number of the comparison.
    beyond: Vec<Option<i128>>,
}

/// Puts what was counted before back.
struct Counted(Option<Sides>);

impl Counted {
    fn begin() -> Self {
        Counted(SIDES.replace(Some(Sides::default())))
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        SIDES.set(self.0.take());
    }
}

/// Looks at both sides of `left.cmp(right)`, as [`compared`] does. While a list is sorted, [`sort_by`] has done that.
pub fn sides<A: Serialize + ?Sized, B: Serialize + ?Sized>(left: &A, right: &B) {
    let Some(before) = SIDES.with_borrow_mut(|sides| {
        let sides = sides.as_mut()?;
        let at = sides.at;
        sides.at += 1;
        if sides.beyond.len() <= at {
            sides.beyond.push(None);
        }
        let Some(Number::Integer(one)) = first(left, beyond) else { return Some(None) };
        Some(sides.beyond[at].replace(one).map(|other| (other, one)))
    }) else {
        return compared(left, right);
    };
    if let Some((one, other)) = before {
        fault(format!("{one} and {other} are integers beyond 2^53"));
    }
}

/// `list.sort_by(order)`: a fault where several items have integers beyond ±(2^53 − 1) on a side of the order.
pub fn sort_by<T>(items: &mut [T], mut order: impl FnMut(&T, &T) -> Ordering) {
    let counted = Counted::begin();
    for item in &*items {
        SIDES.with_borrow_mut(|sides| sides.iter_mut().for_each(|sides| sides.at = 0));
        order(item, item);
    }
    drop(counted);
    items.sort_by(order);
}

/// `items.min_by_key(key)`: the first of equal ones.
pub fn min_by_key<I: IntoIterator, K: Ord + Serialize>(
    items: I,
    key: impl FnMut(&I::Item) -> K,
) -> Option<I::Item> {
    best_by_key(items, key, |new, best| new < best)
}

/// `items.max_by_key(key)`: the last of equal ones.
pub fn max_by_key<I: IntoIterator, K: Ord + Serialize>(
    items: I,
    key: impl FnMut(&I::Item) -> K,
) -> Option<I::Item> {
    best_by_key(items, key, |new, best| new >= best)
}

fn best_by_key<I: IntoIterator, K: Ord + Serialize>(
    items: I,
    mut key: impl FnMut(&I::Item) -> K,
    better: fn(&K, &K) -> bool,
) -> Option<I::Item> {
    let keyed = items.into_iter().map(|item| (key(&item), item));
    let best = keyed.reduce(|best, new| {
        compared(&new.0, &best.0);
        if better(&new.0, &best.0) { new } else { best }
    });
    best.map(|(_, item)| item)
}

/// Tells an integer that a double may not hold.
fn beyond(number: Number) -> bool {
    let most = MAX_SAFE_INTEGER.unsigned_abs().into();
    matches!(number, Number::Integer(integer) if integer.unsigned_abs() > most)
}

#[cfg(test)]
mod tests {
    use super::super::catch;
    use super::*;

    #[test]
    fn several_integers_beyond_doubles_are_not_sorted() {
        let big = (1_u64 << 53) + 1;
        for (items, fine) in
            [(vec![], true), (vec![3, big, 1], true), (vec![big, 1, big + 1], false)]
        {
            assert_eq!(catch(|| distinct(&items)).is_ok(), fine, "{items:?}");
            let mut pairs: Vec<(u8, u64)> = items.iter().map(|item| (1, *item)).collect();
            let sorted = catch(|| sort_by_key(&mut pairs, |pair| pair.1));
            assert_eq!(sorted.is_ok(), fine, "{items:?}");
            assert!(!fine || pairs.is_sorted(), "{pairs:?}");
        }
        assert!(catch(|| neighbours(&[big, 1, big])).is_ok());
        assert!(catch(|| neighbours(&[1, big, big])).is_err());
        assert_eq!(catch(|| exact(Some(&5_u64))), Ok(Some(&5)));
        assert!(catch(|| exact(Some(&big))).is_err());
    }

    #[test]
    fn the_sides_of_an_order_are_not_several_integers_beyond_doubles() {
        let big = (1_u64 << 53) + 1;
        for (items, fine) in [
            (vec![(1, big), (2, 5), (1, 3)], true),
            (vec![(1, big), (2, 5), (1, big)], false),
            (vec![(big, 1), (2, big)], true),
            (vec![(big, 1), (big + 1, 2)], false),
        ] {
            let mut sorted = items.clone();
            let order = |a: &(u64, u64), b: &(u64, u64)| {
                sides(&a.0, &b.0);
                let first = a.0.cmp(&b.0);
                first.then_with(|| {
                    sides(&a.1, &b.1);
                    b.1.cmp(&a.1)
                })
            };
            let done = catch(|| sort_by(&mut sorted, order));
            assert_eq!(done.is_ok(), fine, "{items:?}");
            assert!(SIDES.take().is_none());
        }
        assert!(catch(|| sides(&big, &big)).is_err());
        assert!(catch(|| sides(&big, &1)).is_ok());
    }

    #[test]
    fn the_best_is_the_first_or_the_last_of_equal_ones() {
        let items = [(1_u64, 'a'), (2, 'b'), (1, 'c'), (2, 'd')];
        assert_eq!(min_by_key(items.iter(), |item| item.0), Some(&(1, 'a')));
        assert_eq!(max_by_key(items, |item| item.0), Some((2, 'd')));
        assert_eq!(max_by_key(Vec::<u64>::new(), |item| *item), None);
        let big = (1_u64 << 53) + 1;
        assert_eq!(catch(|| max_by_key([big], |item| *item)), Ok(Some(big)));
        assert_eq!(catch(|| max_by_key([1, big, 2], |item| *item)), Ok(Some(big)));
        assert!(catch(|| min_by_key([big, big + 1], |item| *item)).is_err());
    }

    #[test]
    fn two_integers_beyond_doubles_are_not_compared() {
        let big = (1_u64 << 53) + 1;
        let message = "9007199254740993 and 9007199254740993 are integers beyond 2^53";
        assert_eq!(catch(|| compared(&big, &big)).map_err(|it| it.message), Err(message.into()));
        assert!(catch(|| compared(&Some(big), &Some(&big))).is_err());
        assert!(catch(|| compared(&Some(big), &Some(5))).is_ok());
        assert!(catch(|| compared(&i64::MIN, &i64::MAX)).is_err());
        assert!(catch(|| compared(&big, &5_u64)).is_ok());
        assert!(catch(|| compared(&None::<u64>, &Some(big))).is_ok());
        assert!(catch(|| compared(&(big, 1.5), &(1_u64, 1e300))).is_ok());
        assert!(catch(|| compared("a", &String::new())).is_ok());
        assert!(catch(|| compared(&[1, big], &[big, 1])).is_err());
    }
}

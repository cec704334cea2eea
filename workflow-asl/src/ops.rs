//! The native half of expressions: what generated code calls where plain Rust would mean something else
//! than JSONata, or fail in another way.
//!
//! A failing operator raises a [`Fault`]; [`catch`] at the end of a phase takes it. Generated code keeps
//! the inference of plain Rust by a branch that never runs, and `match` keeps temporaries alive:
//!
//! ```
//! use workflow_asl::ops;
//! let (total, units) = (40, &2_i64);
//! let sum = match (total, units) {
//!     (l, r) => if false { l + r } else { ops::add(l, r) },
//! };
//! assert_eq!(sum, 42);
//! ```

mod arithmetic;
pub mod carried;
mod cast;
pub mod cause;
mod check;
pub mod child;
mod compared;
mod gathered;
mod index;
mod kept;
mod methods;
mod number;
pub mod present;
mod step;
mod texts;

pub use arithmetic::{
    Addition, Arithmetic, Negation, add, divide, multiply, negate, remainder, subtract,
};
pub use cast::{Cast, cast, seconds};
pub use check::{
    Digits, Filled, Ordered, Padded, Shown, Signed, digits, filled, ordered, padded, shown, signed,
    to_string,
};
pub use compared::{
    compared, dedup_by_key, distinct, exact, max_by_key, min_by_key, neighbours, sides, sort_by,
    sort_by_key, try_into,
};
pub use gathered::{Gathers, gathered};
pub use index::{Indexed, Put, Removes, Unwrap, expect, index, put, removed, removes, set, unwrap};
pub use kept::{Kept, kept};
pub use methods::{
    Parsed, Total, abs, abs_diff, ceil, checked_add, checked_div, checked_mul, checked_rem,
    checked_sub, clamp, div_ceil, div_euclid, floor, fract, is_multiple_of, parse, pow, powi,
    product, recip, rem_euclid, round, round_ties_even, saturating_sub, sqrt, sum, trunc,
    unsigned_abs,
};
pub use number::{Float, Integer, Number, Value};
pub use step::{
    Counter, Step, below, count, counted, from_on, further, nearer, next, previous, up_to,
};
pub(crate) use texts::text;
pub use texts::{ParseJson, ToJson, parse_json, to_json};

use crate::panics::{self, unwound};
use std::fmt;
use std::panic::resume_unwind;

/// An expression that cannot be evaluated: `States.QueryEvaluationError`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The message of the fault.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}
impl std::error::Error for Fault {}

/// Raises a fault. It does not call the panic hook: nothing is printed.
pub fn fault(message: impl Into<String>) -> ! {
    resume_unwind(Box::new(Fault { message: message.into() }))
}

/// Runs the expressions of a phase.
///
/// ```
/// use workflow_asl::ops;
/// assert_eq!(ops::catch(|| ops::add(1_u8, 2)).unwrap(), 3);
/// assert_eq!(ops::catch(|| ops::add(255_u8, 1)).unwrap_err().message, "255 + 1 is out of the range of u8");
/// ```
///
/// # Errors
/// The fault that was raised. The panic of a method of the standard library counts as one.
pub fn catch<T>(phase: impl FnOnce() -> T) -> Result<T, Fault> {
    unwound(phase).map_err(|panic| match panic.downcast::<Fault>() {
        Ok(fault) => *fault,
        Err(panic) => Fault { message: panics::message(&*panic) },
    })
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::eq_op,
        clippy::overly_complex_bool_expr,
        reason = "tests"
    )]
    use super::*;
    use std::collections::BTreeMap;

    /// As generated code writes an operator.
    macro_rules! op {
        ($function:ident: $left:tt $op:tt $right:expr) => {
            match ($left, $right) {
                (l, r) => {
                    if false { l $op r } else { super::$function(l, r) }
                }
            }
        };
    }

    #[derive(Clone, Copy)]
    struct Line {
        units: u32,
        price: f64,
    }

    #[test]
    fn integers_are_inferred_as_by_std() {
        let mut total = 0;
        total = op!(add: total + 1);
        let line = Line { units: 4, price: 0.5 };
        total = op!(add: total + line.units);
        let (x, double, half) = (&7_i64, 2, 2_i64);
        assert_eq!((total, op!(multiply: x * double), op!(divide: (*x) / half)), (5_u32, 14, 3));
        assert_eq!(op!(subtract: (op!(multiply: 2 * 3)) - 10), -4);
        assert_eq!(op!(multiply: (f64::from(line.units)) * line.price), 2.0);
        let literal = op!(add: 1.5 + 2.0);
        assert_eq!(literal, 3.5);
        let index = op!(subtract: (vec![1, 2, 3].len()) - 1);
        assert_eq!(super::index(&vec![1, 2, 3], index), &3);
    }

    #[test]
    fn closures_are_inferred_as_by_std() {
        let lines = [Line { units: 4, price: 0.5 }, Line { units: 6, price: 2.0 }];
        let units: Vec<u32> = lines.iter().map(|line| op!(multiply: (line.units) * 2)).collect();
        assert_eq!(units, [8, 12]);
        let sum = lines.iter().fold(0.0, |sum, line| op!(add: sum + line.price));
        assert_eq!(sum, 2.5);
        assert_eq!(super::sum::<u32, _>(lines.iter().map(|line| line.units)), 10);
        let inferred: u32 = super::sum(units.iter());
        assert_eq!(inferred, 20);
        assert_eq!(
            super::sum::<i64, _>([1, 2].iter().filter(|x| op!(remainder: (**x) % 2) == 1)),
            1
        );
    }

    #[test]
    fn text_is_added() {
        let (name, count) = ("a".to_owned(), 3);
        let text = op!(add: (op!(add: name + "b")) + &format!("{count}"));
        assert_eq!(text, "ab3");
        let owned = "c".to_owned();
        assert_eq!(op!(add: text + &owned), "ab3c");
    }

    #[test]
    fn places_are_read_and_cast() {
        let map = BTreeMap::from([("a".to_owned(), vec![1.5])]);
        assert_eq!(*index(index(&map, "a"), 0), 1.5);
        assert_eq!(*index(&&map, &"a".to_owned()), [1.5]);
        assert_eq!((cast::<_, u8>(-1_i64), cast::<_, i32>(2.9), cast::<_, f64>(3)), (255, 2, 3.0));
        assert_eq!((cast::<_, u8>(300.5), cast::<_, i64>(true)), (255, 1));
        assert_eq!((abs(&-3_i64), round(2.5), clamp(9, 1, 5)), (3, 3.0, 5));
        assert_eq!((unwrap(Some(1)), unwrap(parse::<i64, _>("12"))), (1, 12));
        assert_eq!(negate(2.5), -2.5);
        assert!(add(0.0, negate(0.0)).is_sign_positive() && ceil(-0.5).is_sign_positive());
    }

    fn message<T>(phase: impl Fn() -> T) -> String {
        catch(phase).map(drop).unwrap_err().message
    }

    #[test]
    fn what_cannot_be_is_a_fault() {
        let max = crate::schema::MAX_SAFE_INTEGER;
        let faults = [
            (message(|| add(max, 1)), "9007199254740991 + 1 is out of the range of i64"),
            (message(|| subtract(0_u32, 1)), "0 - 1 is out of the range of u32"),
            (message(|| divide(i32::MIN, -1)), "-2147483648 / -1 is out of the range of i32"),
            (message(|| remainder(1, 0)), "1 % 0: division by zero"),
            (message(|| divide(1.0, 0.0)), "1 / 0: division by zero"),
            (message(|| multiply(1e300, &1e300).to_bits()), "out of the range of f64"),
            (message(|| sqrt(-1.0)), "sqrt(-1) is out of the range of f64"),
            (message(|| pow(10_i64, 16)), "10.pow(16) is out of the range of i64"),
            (message(|| cast::<i64, u64>(-1)), "-1 as u64 is out of the range of u64"),
            (message(|| negate(i32::MIN)), "--2147483648 is out of the range of i32"),
            (
                message(|| parse::<i64, _>("9007199254740993")),
                "does not hold the number 9007199254740993",
            ),
            (message(|| parse::<f64, _>("inf")), "does not hold the number inf"),
            (message(|| index(&[1], 1)), "nothing at that index"),
            (message(|| unwrap(None::<()>)), "a value that is not there"),
            (message(|| expect(None::<()>, "no card")), "no card"),
            (message(|| clamp(1, 3, 2)), "clamp(3, 2)"),
            (message(|| sum::<i64, _>([max, 1, -1].iter())), "9007199254740991 + 1 is out"),
        ];
        for (message, expected) in faults {
            assert!(message.contains(expected), "{message} is not {expected}");
        }
        assert_eq!(
            (checked_add(max, 1), checked_mul(&200_u8, 2), checked_div(1, 0)),
            (None, None, None)
        );
        assert_eq!(catch(|| 1), Ok(1));
    }
}

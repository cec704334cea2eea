//! The methods of numbers and iterators whose faults or zeros differ from plain Rust.

use super::fault;
use super::number::{Float, Integer, Number, Value, operand, within};
use std::str::FromStr;

/// `value.abs()`
pub fn abs<A: Value>(value: A) -> A::Own {
    let value = value.own();
    within(value.magnitude(), format_args!("{value}.abs()"))
}

/// `value.clamp(low, high)`
pub fn clamp<A: Value>(value: A, low: A::Own, high: A::Own) -> A::Own {
    let value = value.own();
    if [value, low, high].into_iter().filter(|one| one.held().is_none()).count() > 1 {
        fault(format!("clamp({low}, {high}) of {value}: integers beyond 2^53"));
    }
    match () {
        () if low > high => {
            fault(format!("clamp({low}, {high}): the bounds are the wrong way round"))
        }
        () if value < low => low,
        () if value > high => high,
        () => value,
    }
}

/// `value.pow(exponent)`
pub fn pow<A: Value<Own: Integer>>(value: A, exponent: u32) -> A::Own {
    let value = operand(value.own());
    within(value.power(exponent), format_args!("{value}.pow({exponent})"))
}

/// `value.div_ceil(by)`
pub fn div_ceil<A: Value<Own: Integer>>(value: A, by: A::Own) -> A::Own {
    let (value, by) = (operand(value.own()), operand(by));
    within(value.over_up(by), format_args!("{value}.div_ceil({by})"))
}

/// `value.div_euclid(by)`
pub fn div_euclid<A: Value<Own: Integer>>(value: A, by: A::Own) -> A::Own {
    let (value, by) = (operand(value.own()), operand(by));
    within(value.quotient(by), format_args!("{value}.div_euclid({by})"))
}

/// `value.rem_euclid(by)`
pub fn rem_euclid<A: Value<Own: Integer>>(value: A, by: A::Own) -> A::Own {
    let (value, by) = (operand(value.own()), operand(by));
    within(value.modulus(by), format_args!("{value}.rem_euclid({by})"))
}

/// `value.abs_diff(to)`
pub fn abs_diff<A: Value<Own: Integer>>(value: A, to: A::Own) -> <A::Own as Integer>::Unsigned {
    let (value, to) = (operand(value.own()), operand(to));
    within(Some(value.distance(to)), format_args!("{value}.abs_diff({to})"))
}

macro_rules! checked {
    ($($(#[$doc:meta])* $name:ident = $method:ident;)*) => { $(
        $(#[$doc])*
        pub fn $name<A: Value<Own: Integer>>(value: A, other: A::Own) -> Option<A::Own> {
            operand(value.own()).$method(operand(other)).and_then(Number::held)
        }
    )* };
}
checked! {
    /// `value.checked_add(other)`; `None` also beyond ±(2^53 − 1), where JSON integers end.
    checked_add = plus;
    /// `value.checked_sub(other)`; `None` also beyond ±(2^53 − 1), where JSON integers end.
    checked_sub = minus;
    /// `value.checked_mul(other)`; `None` also beyond ±(2^53 − 1), where JSON integers end.
    checked_mul = times;
    /// `value.checked_div(other)`
    checked_div = over;
    /// `value.checked_rem(other)`
    checked_rem = rest;
}

/// `value.saturating_sub(other)`; 64 bits with a sign end beyond what JSON holds.
pub fn saturating_sub<A: Value<Own: Integer>>(value: A, other: A::Own) -> A::Own {
    operand(value.own()).less(operand(other))
}

/// `value.is_multiple_of(other)`
pub fn is_multiple_of<A: Value<Own: Integer>>(value: A, other: A::Own) -> bool {
    let (value, other) = (operand(value.own()), operand(other));
    value.rest(other).map_or(value == A::Own::ZERO, |rest| rest == A::Own::ZERO)
}

/// `value.unsigned_abs()`
pub fn unsigned_abs<A: Value<Own: Integer>>(value: A) -> <A::Own as Integer>::Unsigned {
    operand(value.own()).distance(A::Own::ZERO)
}

macro_rules! of_doubles {
    ($($(#[$doc:meta])* $name:ident = $method:expr;)*) => { $(
        $(#[$doc])*
        pub fn $name<A: Value<Own: Float>>(value: A) -> A::Own {
            let value = value.own();
            let result: f64 = $method(value.double());
            within(Some(A::Own::from_double(result)), format_args!("{}({value})", stringify!($name)))
        }
    )* };
}
of_doubles! {
    /// `value.sqrt()`; of a negative number a fault.
    sqrt = f64::sqrt;
    /// `value.recip()`; of zero a fault.
    recip = f64::recip;
    /// `value.floor()`
    floor = f64::floor;
    /// `value.ceil()`
    ceil = f64::ceil;
    /// `value.round()`
    round = f64::round;
    /// `value.round_ties_even()`
    round_ties_even = f64::round_ties_even;
    /// `value.trunc()`
    trunc = f64::trunc;
    /// `value.fract()`
    fract = f64::fract;
}

/// `value.powi(exponent)`: a product of `exponent` factors.
pub fn powi<A: Value<Own: Float>>(value: A, exponent: i32) -> A::Own {
    let value = value.own();
    let result = (0..exponent).fold(1.0, |product, _| product * value.double());
    let result = (exponent >= 0).then(|| A::Own::from_double(result));
    within(result, format_args!("{value}.powi({exponent})"))
}

/// The types that `sum` and `product` make of items.
#[diagnostic::on_unimplemented(
    message = "a sum or product of `{I}` as `{Self}` is not the same in JSONata",
    note = "sum integers of at most 64 bits, or `f64`; of `Option`s and `Result`s collect the values first: `let all = list.collect::<Option<Vec<u64>>>();`, `all.map(|all| all.iter().sum::<u64>())`"
)]
pub trait Total<I>: Sized {
    /// The sum, checked after every item.
    fn sum(items: impl Iterator<Item = I>) -> Self;
    /// The product, checked after every item.
    fn product(items: impl Iterator<Item = I>) -> Self;
}

/// `items.sum::<S>()`
pub fn sum<S: Total<I::Item>, I: Iterator>(items: I) -> S {
    S::sum(items)
}

/// `items.product::<S>()`
pub fn product<S: Total<I::Item>, I: Iterator>(items: I) -> S {
    S::product(items)
}

macro_rules! totals {
    ($($type:ty, $zero:literal, $one:literal;)*) => { $(
        impl Total<$type> for $type {
            fn sum(items: impl Iterator<Item = $type>) -> $type {
                items.fold($zero, super::add)
            }
            fn product(items: impl Iterator<Item = $type>) -> $type {
                items.fold($one, super::multiply)
            }
        }
        impl<'a> Total<&'a $type> for $type {
            fn sum(items: impl Iterator<Item = &'a $type>) -> $type {
                items.fold($zero, super::add)
            }
            fn product(items: impl Iterator<Item = &'a $type>) -> $type {
                items.fold($one, super::multiply)
            }
        }
    )* };
}
totals! {
    u8, 0, 1; u16, 0, 1; u32, 0, 1; u64, 0, 1; usize, 0, 1;
    i8, 0, 1; i16, 0, 1; i32, 0, 1; i64, 0, 1; isize, 0, 1;
    f64, 0.0, 1.0;
}

/// The types that `parse` reads.
#[diagnostic::on_unimplemented(
    message = "`parse` to `{Self}` is not the same in JSONata",
    note = "parse integers of at most 64 bits, `f64`, `bool` or `char`"
)]
pub trait Parsed: FromStr {
    /// The value, if JSON holds it.
    fn held(self) -> Option<Self>;
}

/// `text.parse::<T>()`; a number that JSON does not hold is a fault.
///
/// # Errors
/// The error of the standard library.
pub fn parse<T: Parsed, S: AsRef<str> + ?Sized>(text: &S) -> Result<T, T::Err> {
    let text = text.as_ref();
    let value = text.parse::<T>()?;
    Ok(value.held().unwrap_or_else(|| fault(format!("JSON does not hold the number {text}"))))
}

macro_rules! parsed {
    ($held:expr; $($type:ty)*) => { $(impl Parsed for $type {
        fn held(self) -> Option<Self> {
            let held: fn(Self) -> Option<Self> = $held;
            held(self)
        }
    })* };
}
parsed!(Number::held; u8 u16 u32 u64 usize i8 i16 i32 i64 isize f64);
parsed!(Some; bool char);

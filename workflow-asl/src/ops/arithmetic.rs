//! `+ - * / %` and unary `-`.

use super::number::{Integer, operand, within};

/// The types that `+` adds: numbers, and a text to a `String`.
#[diagnostic::on_unimplemented(
    message = "`{Self} + {B}` is not the same in JSONata",
    note = "`+` adds integers of at most 64 bits, `f64`, and `&str` to `String`"
)]
pub trait Addition<B> {
    /// The type of the sum.
    type Output;
    /// The sum.
    fn plus(self, other: B) -> Self::Output;
}

/// The types that `- * / %` compute with: numbers.
#[diagnostic::on_unimplemented(
    message = "JSONata cannot compute with `{Self}` and `{B}`",
    note = "use integers of at most 64 bits, or `f64` (JSON numbers are doubles, not `f32`)"
)]
pub trait Arithmetic<B>: Addition<B> {
    /// `self - other`
    fn minus(self, other: B) -> Self::Output;
    /// `self * other`
    fn times(self, other: B) -> Self::Output;
    /// `self / other`
    fn over(self, other: B) -> Self::Output;
    /// `self % other`
    fn rest(self, other: B) -> Self::Output;
}

/// The types that unary `-` negates: signed numbers.
#[diagnostic::on_unimplemented(message = "`-` of `{Self}` is not the same in JSONata")]
pub trait Negation {
    /// The same type.
    type Output;
    /// `-self`
    fn negated(self) -> Self::Output;
}

/// `a + b`
pub fn add<A: Addition<B, Output = O>, B, O>(a: A, b: B) -> O {
    a.plus(b)
}
/// `a - b`
pub fn subtract<A: Arithmetic<B, Output = O>, B, O>(a: A, b: B) -> O {
    a.minus(b)
}
/// `a * b`
pub fn multiply<A: Arithmetic<B, Output = O>, B, O>(a: A, b: B) -> O {
    a.times(b)
}
/// `a / b`
pub fn divide<A: Arithmetic<B, Output = O>, B, O>(a: A, b: B) -> O {
    a.over(b)
}
/// `a % b`
pub fn remainder<A: Arithmetic<B, Output = O>, B, O>(a: A, b: B) -> O {
    a.rest(b)
}
/// `-a`
pub fn negate<A: Negation<Output = O>, O>(a: A) -> O {
    a.negated()
}

/// The operators of a number type on values and references, from functions on values.
macro_rules! on_values_and_references {
    ($type:ty: $($left:ty, $right:ty;)*) => { $(
        impl Addition<$right> for $left {
            type Output = $type;
            fn plus(self, other: $right) -> $type {
                Plain::plus(self.to_owned(), other.to_owned())
            }
        }
        impl Arithmetic<$right> for $left {
            fn minus(self, other: $right) -> $type {
                Plain::minus(self.to_owned(), other.to_owned())
            }
            fn times(self, other: $right) -> $type {
                Plain::times(self.to_owned(), other.to_owned())
            }
            fn over(self, other: $right) -> $type {
                Plain::over(self.to_owned(), other.to_owned())
            }
            fn rest(self, other: $right) -> $type {
                Plain::rest(self.to_owned(), other.to_owned())
            }
        }
    )* };
}
macro_rules! arithmetic {
    ($($type:ty)*) => { $(
        on_values_and_references!($type: $type, $type; $type, &$type; &$type, $type; &$type, &$type;);
    )* };
}
arithmetic!(u8 u16 u32 u64 usize i8 i16 i32 i64 isize f64);

/// The operators on two values of the same type.
trait Plain {
    fn plus(self, other: Self) -> Self;
    fn minus(self, other: Self) -> Self;
    fn times(self, other: Self) -> Self;
    fn over(self, other: Self) -> Self;
    fn rest(self, other: Self) -> Self;
}
macro_rules! plain_integers {
    ($operand:expr; $($type:ty)*) => { $(impl Plain for $type {
        fn plus(self, other: Self) -> Self {
            let (a, b) = ($operand(self), $operand(other));
            within(a.checked_add(b), format_args!("{a} + {b}"))
        }
        fn minus(self, other: Self) -> Self {
            let (a, b) = (operand(self), operand(other));
            within(a.checked_sub(b), format_args!("{a} - {b}"))
        }
        fn times(self, other: Self) -> Self {
            let (a, b) = ($operand(self), $operand(other));
            within(a.checked_mul(b), format_args!("{a} * {b}"))
        }
        fn over(self, other: Self) -> Self {
            let (a, b) = (operand(self), other);
            nonzero(b == Self::ZERO, format_args!("{a} / {b}"));
            within(a.checked_div(b), format_args!("{a} / {b}"))
        }
        fn rest(self, other: Self) -> Self {
            let (a, b) = (operand(self), other);
            nonzero(b == Self::ZERO, format_args!("{a} % {b}"));
            within(a.checked_rem(b), format_args!("{a} % {b}"))
        }
    })* };
}
plain_integers!(operand; i8 i16 i32 i64 isize);
// A sum or product of what is never negative tells of its operands.
plain_integers!(std::convert::identity; u8 u16 u32 u64 usize);

impl Plain for f64 {
    fn plus(self, other: Self) -> Self {
        within(Some(self + other), format_args!("{self} + {other}"))
    }
    fn minus(self, other: Self) -> Self {
        within(Some(self - other), format_args!("{self} - {other}"))
    }
    fn times(self, other: Self) -> Self {
        within(Some(self * other), format_args!("{self} * {other}"))
    }
    fn over(self, other: Self) -> Self {
        nonzero(other == 0.0, format_args!("{self} / {other}"));
        within(Some(self / other), format_args!("{self} / {other}"))
    }
    fn rest(self, other: Self) -> Self {
        nonzero(other == 0.0, format_args!("{self} % {other}"));
        within(Some(self % other), format_args!("{self} % {other}"))
    }
}

fn nonzero(zero: bool, what: std::fmt::Arguments<'_>) {
    if zero {
        super::fault(format!("{what}: division by zero"));
    }
}

macro_rules! negations {
    ($($type:ty)*) => { $(
        impl Negation for $type {
            type Output = $type;
            fn negated(self) -> $type {
                within(Opposite::opposite(self), format_args!("-{self}"))
            }
        }
        impl Negation for &$type {
            type Output = $type;
            fn negated(self) -> $type {
                (*self).negated()
            }
        }
    )* };
}
negations!(i8 i16 i32 i64 isize f64);

trait Opposite: Sized {
    fn opposite(self) -> Option<Self>;
}
macro_rules! opposites {
    ($($type:ty)*) => { $(impl Opposite for $type {
        fn opposite(self) -> Option<Self> {
            self.checked_neg()
        }
    })* };
}
opposites!(i8 i16 i32 i64 isize);
impl Opposite for f64 {
    fn opposite(self) -> Option<Self> {
        Some(-self)
    }
}

impl Addition<&str> for String {
    type Output = String;
    fn plus(self, other: &str) -> String {
        self + other
    }
}
impl Addition<&String> for String {
    type Output = String;
    fn plus(self, other: &String) -> String {
        self + other
    }
}

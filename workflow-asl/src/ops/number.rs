//! Numbers: what of them JSON holds.

use super::fault;
use crate::schema::MAX_SAFE_INTEGER;
use std::fmt::Display;

/// A number of the user's: a [`Number`], or a reference to one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a number that JSONata computes with",
    note = "JSON numbers are doubles: use `f64` instead of `f32`, and integers of at most 64 bits"
)]
pub trait Value: Copy {
    /// The number itself.
    type Own: Number;
    /// The number itself.
    fn own(self) -> Self::Own;
}

impl<T: Value> Value for &T {
    type Own = T::Own;
    fn own(self) -> T::Own {
        (*self).own()
    }
}

/// An integer of at most 64 bits, or `f64`.
pub trait Number: Value<Own = Self> + Display + PartialOrd + Copy {
    /// The name of the type.
    const NAME: &'static str;
    /// The number, if JSON holds it exactly: integers within ±(2^53 − 1), finite doubles, no -0.0.
    fn held(self) -> Option<Self>;
    /// `|self|`
    fn magnitude(self) -> Option<Self>;
}

/// The number, or a fault that says where it came from.
pub(super) fn within<N: Number>(value: Option<N>, what: impl Display) -> N {
    match value.and_then(N::held) {
        Some(value) => value,
        None => fault(format!("{what} is out of the range of {}", N::NAME)),
    }
}

/// An operand, or a fault where it is an integer that expressions do not compute with.
pub(super) fn operand<N: Number>(value: N) -> N {
    value.held().unwrap_or_else(|| fault(format!("{value} is an integer beyond 2^53")))
}

/// An integer.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an integer that JSON holds",
    note = "use an integer of at most 64 bits"
)]
pub trait Integer: Number {
    /// The type that `abs_diff` gives.
    type Unsigned: Integer;
    /// Zero.
    const ZERO: Self;
    /// `checked_pow`
    fn power(self, exponent: u32) -> Option<Self>;
    /// `checked_div_euclid`
    fn quotient(self, by: Self) -> Option<Self>;
    /// `checked_rem_euclid`
    fn modulus(self, by: Self) -> Option<Self>;
    /// `abs_diff`
    fn distance(self, to: Self) -> Self::Unsigned;
    /// `saturating_sub`
    fn less(self, other: Self) -> Self;
    /// `checked_add`
    fn plus(self, other: Self) -> Option<Self>;
    /// `checked_sub`
    fn minus(self, other: Self) -> Option<Self>;
    /// `checked_mul`
    fn times(self, other: Self) -> Option<Self>;
    /// `checked_div`
    fn over(self, other: Self) -> Option<Self>;
    /// `checked_rem`
    fn rest(self, other: Self) -> Option<Self>;
    /// `checked_div`, to the next larger integer
    fn over_up(self, other: Self) -> Option<Self>;
}

/// `f64`. (An `f32` of JSON is read as another double than Rust's: `0.1_f32 as f64` is not `0.1`.)
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not `f64`",
    note = "JSON numbers are doubles: use `f64`"
)]
pub trait Float: Number {
    /// The double.
    fn double(self) -> f64;
    /// Back from a double.
    fn from_double(double: f64) -> Self;
}

macro_rules! integers {
    ($($type:ident, $unsigned:ident, |$v:ident| $magnitude:expr;)*) => { $(
        impl Value for $type {
            type Own = $type;
            fn own(self) -> $type {
                self
            }
        }
        impl Number for $type {
            const NAME: &'static str = stringify!($type);
            fn held(self) -> Option<Self> {
                let wide = i128::from(MAX_SAFE_INTEGER);
                (-wide..=wide).contains(&(self as i128)).then_some(self)
            }
            fn magnitude(self) -> Option<Self> {
                let $v = self;
                $magnitude
            }
        }
        impl Integer for $type {
            type Unsigned = $unsigned;
            const ZERO: Self = 0;
            fn power(self, exponent: u32) -> Option<Self> {
                self.checked_pow(exponent)
            }
            fn quotient(self, by: Self) -> Option<Self> {
                self.checked_div_euclid(by)
            }
            fn modulus(self, by: Self) -> Option<Self> {
                self.checked_rem_euclid(by)
            }
            fn distance(self, to: Self) -> $unsigned {
                self.abs_diff(to)
            }
            fn less(self, other: Self) -> Self {
                self.saturating_sub(other)
            }
            fn plus(self, other: Self) -> Option<Self> {
                self.checked_add(other)
            }
            fn minus(self, other: Self) -> Option<Self> {
                self.checked_sub(other)
            }
            fn times(self, other: Self) -> Option<Self> {
                self.checked_mul(other)
            }
            fn over(self, other: Self) -> Option<Self> {
                self.checked_div(other)
            }
            fn rest(self, other: Self) -> Option<Self> {
                self.checked_rem(other)
            }
            fn over_up(self, other: Self) -> Option<Self> {
                let (whole, rest) = (self.checked_div(other)?, self.checked_rem(other)?);
                let above = rest != 0 && (rest > 0) == (other > 0);
                whole.checked_add($type::from(above))
            }
        }
    )* };
}
integers! {
    i8, u8, |v| v.checked_abs(); i16, u16, |v| v.checked_abs(); i32, u32, |v| v.checked_abs();
    i64, u64, |v| v.checked_abs(); isize, usize, |v| v.checked_abs();
    u8, u8, |v| Some(v); u16, u16, |v| Some(v); u32, u32, |v| Some(v);
    u64, u64, |v| Some(v); usize, usize, |v| Some(v);
}

impl Value for f64 {
    type Own = f64;
    fn own(self) -> f64 {
        self
    }
}
impl Number for f64 {
    const NAME: &'static str = "f64";
    fn held(self) -> Option<Self> {
        self.is_finite().then_some(self + 0.0)
    }
    fn magnitude(self) -> Option<Self> {
        Some(self.abs())
    }
}
impl Float for f64 {
    fn double(self) -> f64 {
        self
    }
    fn from_double(double: f64) -> f64 {
        double
    }
}

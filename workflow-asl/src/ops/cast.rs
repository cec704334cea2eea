//! `value as Type`.

use super::number::{operand, within};
use std::convert::identity;

/// The conversions of `as`, with Rust's own meaning. A result that JSON does not hold is a fault.
#[diagnostic::on_unimplemented(
    message = "`{Self} as {B}` is not the same in JSONata",
    note = "cast integers, `bool` to integers, and `f64` from and to integers; JSONata knows neither `f32` nor the numbers of characters"
)]
pub trait Cast<B> {
    /// `self as B`
    fn cast(self) -> B;
}

/// `value as B`
pub fn cast<A: Cast<B>, B>(value: A) -> B {
    value.cast()
}

macro_rules! casts {
    ($check:expr; $($from:ident)* => $to:tt) => { $(casts!(@each $check; $from => $to);)* };
    (@each $check:expr; $from:ident => [$($to:ident)*]) => { $(
        impl Cast<$to> for $from {
            #[allow(clippy::cast_lossless, clippy::unnecessary_cast, reason = "one body for all types")]
            fn cast(self) -> $to {
                within(Some($check(self) as $to), format_args!("{self} as {}", stringify!($to)))
            }
        }
    )* };
}
casts!(operand; u8 u16 u32 u64 usize i8 i16 i32 i64 isize => [u8 u16 u32 u64 usize i8 i16 i32 i64 isize]);
// The nearest double is what JSONata reads, too.
casts!(identity; u8 u16 u32 u64 usize i8 i16 i32 i64 isize => [f64]);
casts!(identity; bool => [u8 u16 u32 u64 usize i8 i16 i32 i64 isize]);
casts!(identity; f64 => [u8 u16 u32 u64 usize i8 i16 i32 i64 isize f64]);

/// Returns the whole seconds of a constant.
///
/// # Panics
/// A part of a second, or more than the States Language waits: in a constant rustc says so.
#[must_use]
pub const fn seconds(pause: std::time::Duration) -> u64 {
    assert!(pause.subsec_nanos() == 0, "a workflow waits whole seconds");
    assert!(pause.as_secs() <= 99_999_999, "a workflow waits 99999999 seconds at most");
    pause.as_secs()
}

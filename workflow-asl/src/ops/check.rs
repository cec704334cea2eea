//! The checks that only the compiler makes: that an operator means the same in JSONata.

use super::number::operand;
use std::fmt::Display;

/// The types that `<`, `<=`, `>`, `>=`, `min`, `max` and `sort` order in JSONata as in Rust.
#[diagnostic::on_unimplemented(
    message = "`<` of `{Self}` is not the same in JSONata",
    label = "numbers, characters, strings, `bool`s, enums without fields, and tuples and options of these are ordered",
    note = "compare a field, or a tuple of fields: `(a.price, &a.name) < (b.price, &b.name)`; of an enum with fields a number for each variant"
)]
pub trait Ordered {}

/// The types that a format string and `to_string` write in JSONata as in Rust.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not written the same in JSONata",
    label = "only strings, characters, integers and `bool` are",
    note = "numbers with a fraction are printed differently: send the number itself, or a rounded one: `(x * 100.0).round() as i64`"
)]
pub trait Shown: Display {
    /// Raises a fault where it is an integer that JSONata does not write in full.
    fn check(&self) {}
}

/// The types that `{:x}`, `{:b}` and `{:o}` write in JSONata as in Rust.
#[diagnostic::on_unimplemented(
    message = "the digits of `{Self}` are not written the same in JSONata",
    label = "only unsigned integers have `{{:x}}`, `{{:b}}` and `{{:o}}`",
    note = "write `{{}}`, or make it unsigned: `number.unsigned_abs()`"
)]
pub trait Digits: Display + Shown {}

/// The types that `{:05}` writes in JSONata as in Rust.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not filled with zeros in JSONata as in Rust",
    label = "only integers have `{{:05}}`",
    note = "write `{{}}`; of a number with a fraction an integer: `(x * 100.0).round() as i64`"
)]
pub trait Padded: Display + Shown {}

/// The types that `{:+}` writes in JSONata as in Rust.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not written with its sign in JSONata as in Rust",
    label = "only integers have `{{:+}}`",
    note = "of a number with a fraction an integer: `(x * 100.0).round() as i64`"
)]
pub trait Signed: Display + Shown {}

/// The types that `{:>8}` writes in JSONata as in Rust.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not filled to a width in JSONata as in Rust",
    label = "only strings, characters, integers and `bool` have `{{:>8}}`",
    note = "of a number with a fraction, fill a rounded one: `(x * 100.0).round() as i64`"
)]
pub trait Filled: Display + Shown {}

/// A check at compile time, and of integers; it gives back what it gets.
pub fn digits<A: Digits + ?Sized>(value: &A) -> &A {
    value.check();
    value
}

/// A check at compile time, and of integers; it gives back what it gets.
pub fn padded<A: Padded + ?Sized>(value: &A) -> &A {
    value.check();
    value
}

/// A check at compile time, and of integers; it gives back what it gets.
pub fn signed<A: Signed + ?Sized>(value: &A) -> &A {
    value.check();
    value
}

/// A check at compile time, and of integers; it gives back what it gets.
pub fn filled<A: Filled + ?Sized>(value: &A) -> &A {
    value.check();
    value
}

/// A check at compile time; it does nothing.
pub fn ordered<A: Ordered + ?Sized>(_: &A) {}

/// A check at compile time, and of integers; it gives back what it gets.
pub fn shown<A: Shown + ?Sized>(value: &A) -> &A {
    value.check();
    value
}

/// `value.to_string()`
pub fn to_string<A: Shown + ?Sized>(value: &A) -> String {
    value.check();
    value.to_string()
}

macro_rules! markers {
    ($trait:ident: $($type:ty)*) => { $(impl $trait for $type {})* };
}
markers!(Ordered: u8 u16 u32 u64 usize i8 i16 i32 i64 isize f32 f64 bool char str String);
markers!(Shown: u8 u16 u32 i8 i16 i32 char str String bool);
markers!(Digits: u8 u16 u32 u64 usize);
markers!(Filled: u8 u16 u32 u64 usize i8 i16 i32 i64 isize char str String bool);
markers!(Signed: u8 u16 u32 u64 usize i8 i16 i32 i64 isize);
markers!(Padded: u8 u16 u32 u64 usize i8 i16 i32 i64 isize);

macro_rules! tuples {
    ($($($part:ident)+,)+) => { $(impl<$($part: Ordered),+> Ordered for ($($part,)+) {})+ };
}
tuples!(A B, A B C, A B C D, A B C D E, A B C D E F, A B C D E F G, A B C D E F G H,);

macro_rules! wide {
    ($($type:ty)*) => { $(impl Shown for $type {
        fn check(&self) {
            operand(*self);
        }
    })* };
}
wide!(u64 usize i64 isize);

impl<T: Digits + ?Sized> Digits for &T {}
impl<T: Padded + ?Sized> Padded for &T {}
impl<T: Signed + ?Sized> Signed for &T {}
impl<T: Filled + ?Sized> Filled for &T {}
impl<T: Ordered + ?Sized> Ordered for &T {}
impl<T: Ordered> Ordered for Option<T> {}
impl<T: Shown + ?Sized> Shown for &T {
    fn check(&self) {
        (**self).check();
    }
}
impl Shown for std::char::ToUppercase {}
impl Shown for std::char::ToLowercase {}
impl<T: Ordered + ?Sized> Ordered for Box<T> {}
impl<T: Filled + ?Sized> Filled for Box<T> {}
impl<T: Shown + ?Sized> Shown for Box<T> {
    fn check(&self) {
        (**self).check();
    }
}

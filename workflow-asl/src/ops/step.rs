//! The counter of a loop over a range: its steps stay within the range.

use super::{compared, fault};
use crate::json::Json;
use crate::schema::{Data, Schema};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Number;
use std::marker::PhantomData;

/// A number that a range counts.
#[diagnostic::on_unimplemented(
    message = "a loop counts integers, and `{Self}` is none",
    label = "this range counts no integers",
    note = "write what it goes through as a list: `for letter in vec!['a', 'b', 'c'] {{ .. }}`"
)]
pub trait Step: Copy {
    /// The number after it.
    #[doc(hidden)]
    fn after(self) -> Self;
    /// The number before it.
    #[doc(hidden)]
    fn before(self) -> Self;
    /// The number in a type that holds those behind the last one, too.
    #[doc(hidden)]
    fn wide(self) -> i128;
    /// The number in its own type, if it has it.
    #[doc(hidden)]
    fn narrow(of: i128) -> Option<Self>;
}
macro_rules! steps {
    ($($type:ty)*) => { $(impl Step for $type {
        fn after(self) -> Self {
            self.wrapping_add(1)
        }
        fn before(self) -> Self {
            self.wrapping_sub(1)
        }
        fn wide(self) -> i128 {
            // No type here has more than 64 bits.
            i128::try_from(self).unwrap_or_default()
        }
        fn narrow(of: i128) -> Option<Self> {
            <$type>::try_from(of).ok()
        }
    })* };
}
steps!(u8 u16 u32 u64 usize i8 i16 i32 i64 isize);

/// The next number.
pub fn next<T: Step>(of: T) -> T {
    of.after()
}
/// The number before.
pub fn previous<T: Step>(of: T) -> T {
    of.before()
}

/// The counter of a range whose last number may be the last of its type: behind that it is a number all the same, as in
/// a document, whose integers have no such end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counter<T>(i128, PhantomData<T>);

impl<T> Serialize for Counter<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match i64::try_from(self.0) {
            Ok(number) => to.serialize_i64(number),
            Err(_) => to.serialize_u64(u64::try_from(self.0).unwrap_or(u64::MAX)),
        }
    }
}
impl<'de, T> Deserialize<'de> for Counter<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let number = Number::deserialize(from)?;
        let number = number.as_i64().map(i128::from).or(number.as_u64().map(i128::from));
        let number = number.ok_or_else(|| D::Error::custom("a counter is an integer"))?;
        Ok(Counter(number, PhantomData))
    }
}
impl<T: Data> Data for Counter<T> {
    fn schema() -> Schema {
        T::schema()
    }
}
impl<T: Json> Json for Counter<T> {}

/// The counter at a number.
pub fn count<T: Step>(from: T) -> Counter<T> {
    Counter(from.wide(), PhantomData)
}
/// The number that it is at.
pub fn counted<T: Step>(counter: &Counter<T>) -> T {
    T::narrow(counter.0).unwrap_or_else(|| fault("a counter is behind its range"))
}
/// The counter so many numbers on.
pub fn further<T: Step>(counter: &Counter<T>, by: u32) -> Counter<T> {
    Counter(counter.0 + i128::from(by), PhantomData)
}
/// The counter one number back.
pub fn nearer<T: Step>(counter: &Counter<T>) -> Counter<T> {
    Counter(counter.0 - 1, PhantomData)
}

macro_rules! bounds {
    ($($(#[$doc:meta])* $name:ident $op:tt)*) => { $(
        $(#[$doc])*
        pub fn $name<T: Step + Serialize>(counter: &Counter<T>, end: &T) -> bool {
            compared(counter, end);
            counter.0 $op end.wide()
        }
    )* };
}
bounds! {
    /// True up to the end, which is a number of the range.
    up_to <=
    /// True below the end.
    below <
    /// True from the end on, for a range that is counted back.
    from_on >=
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_number_of_a_type_is_counted_once() {
        let mut counter = count(250_u8);
        let mut seen = vec![];
        while up_to(&counter, &255) {
            seen.push(counted(&counter));
            counter = further(&counter, 2);
        }
        assert_eq!(seen, [250, 252, 254]);
        let mut counter = count(2_u8);
        let mut seen = vec![];
        while from_on(&counter, &0) {
            seen.push(counted(&counter));
            counter = nearer(&counter);
        }
        assert_eq!(seen, [2, 1, 0]);
        assert!(!below(&further(&count(i8::MAX), 200), &i8::MAX));
        let behind = further(&count(u64::MAX), 1);
        assert_eq!(serde_json::to_string(&behind).ok().as_deref(), Some("18446744073709551615"));
        let saved = serde_json::from_str::<Counter<u8>>("256").ok();
        assert_eq!(saved, Some(further(&count(255), 1)));
    }
}

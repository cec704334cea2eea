//! `==` and `<` of integers of 64 bits.

use super::fault;
use crate::schema::MAX_SAFE_INTEGER;
use serde::Serialize;
use serde::ser::{Error, Impossible, Serializer};

/// Raises a fault where both sides are integers beyond ±(2^53 − 1): JSONata may take one for the other.
pub fn compared<A: Serialize + ?Sized, B: Serialize + ?Sized>(left: &A, right: &B) {
    if let (Some(left), Some(right)) = (beyond(left), beyond(right)) {
        fault(format!("{left} and {right} are integers beyond 2^53"));
    }
}

/// The integer, if it is one that a double may not hold.
fn beyond<T: Serialize + ?Sized>(value: &T) -> Option<i128> {
    let integer = value.serialize(Integer).ok()?;
    (integer.unsigned_abs() > MAX_SAFE_INTEGER.unsigned_abs().into()).then_some(integer)
}

/// Takes integers, and nothing else.
struct Integer;

/// It is no integer.
#[derive(Debug)]
struct Other;

impl std::fmt::Display for Other {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("no integer")
    }
}
impl std::error::Error for Other {}
impl Error for Other {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        Other
    }
}

macro_rules! refused {
    ($($name:ident($($type:ty),*) -> $ok:ty;)*) => { $(
        fn $name(self, $(_: $type),*) -> Result<$ok, Other> {
            Err(Other)
        }
    )* };
}

type No = Impossible<i128, Other>;

impl Serializer for Integer {
    type Ok = i128;
    type Error = Other;
    type SerializeSeq = No;
    type SerializeTuple = No;
    type SerializeTupleStruct = No;
    type SerializeTupleVariant = No;
    type SerializeMap = No;
    type SerializeStruct = No;
    type SerializeStructVariant = No;

    fn serialize_i64(self, value: i64) -> Result<i128, Other> {
        Ok(value.into())
    }
    fn serialize_u64(self, value: u64) -> Result<i128, Other> {
        Ok(value.into())
    }
    // Nobody looks into what is compared as a whole.
    fn serialize_some<T: Serialize + ?Sized>(self, _: &T) -> Result<i128, Other> {
        Err(Other)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<i128, Other> {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<i128, Other> {
        Err(Other)
    }
    fn collect_str<T: std::fmt::Display + ?Sized>(self, _: &T) -> Result<i128, Other> {
        Err(Other)
    }
    refused! {
        serialize_bool(bool) -> i128;
        serialize_i8(i8) -> i128;
        serialize_i16(i16) -> i128;
        serialize_i32(i32) -> i128;
        serialize_u8(u8) -> i128;
        serialize_u16(u16) -> i128;
        serialize_u32(u32) -> i128;
        serialize_f32(f32) -> i128;
        serialize_f64(f64) -> i128;
        serialize_char(char) -> i128;
        serialize_str(&str) -> i128;
        serialize_bytes(&[u8]) -> i128;
        serialize_none() -> i128;
        serialize_unit() -> i128;
        serialize_unit_struct(&'static str) -> i128;
        serialize_unit_variant(&'static str, u32, &'static str) -> i128;
        serialize_seq(Option<usize>) -> No;
        serialize_tuple(usize) -> No;
        serialize_tuple_struct(&'static str, usize) -> No;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> No;
        serialize_map(Option<usize>) -> No;
        serialize_struct(&'static str, usize) -> No;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> No;
    }
}

#[cfg(test)]
mod tests {
    use super::super::catch;
    use super::*;

    #[test]
    fn two_integers_beyond_doubles_are_not_compared() {
        let big = (1_u64 << 53) + 1;
        let message = "9007199254740993 and 9007199254740993 are integers beyond 2^53";
        assert_eq!(catch(|| compared(&big, &big)).map_err(|it| it.message), Err(message.into()));
        assert!(catch(|| compared(&Some(big), &Some(&big))).is_ok());
        assert!(catch(|| compared(&i64::MIN, &i64::MAX)).is_err());
        assert!(catch(|| compared(&big, &5_u64)).is_ok());
        assert!(catch(|| compared(&None::<u64>, &Some(big))).is_ok());
        assert!(catch(|| compared("a", &String::new())).is_ok());
        assert!(catch(|| compared(&[big], &[big])).is_ok());
    }
}

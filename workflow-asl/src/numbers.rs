//! The numbers of a value, as its `Serialize` writes them.

use crate::bounds::DEPTH;
use serde::Serialize;
use serde::ser::{
    Error, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};
use std::fmt::{self, Display};

/// A number whose type holds more of them than JSON's readers do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    /// Of a type of 64 bits or more.
    Integer(i128),
    /// Of either type.
    Float(f64),
}

/// The first number in a value that is wanted, in the order in which the value is written; keys of maps are not
/// looked at. Deeper than data may be nested it does not look: that is refused besides.
///
/// ```
/// use workflow_asl::numbers::{Number, first};
/// let negative = |number| matches!(number, Number::Integer(..0));
/// assert_eq!(first(&("a", Some([1_i64, -2])), negative), Some(Number::Integer(-2)));
/// ```
pub fn first<T: Serialize + ?Sized>(value: &T, wanted: fn(Number) -> bool) -> Option<Number> {
    match value.serialize(Search { wanted, left: LEVELS }) {
        Err(Found(number)) => number,
        Ok(()) => None,
    }
}

/// The levels that are looked at: an `Option` and a newtype are levels here, and none of JSON.
const LEVELS: usize = 4 * DEPTH;

/// Looks at a value.
#[derive(Clone, Copy)]
struct Search {
    wanted: fn(Number) -> bool,
    /// The levels that may still follow.
    left: usize,
}

impl Search {
    fn deeper(self) -> Result<Self, Found> {
        self.left.checked_sub(1).map(|left| Search { left, ..self }).ok_or(Found(None))
    }

    fn number(self, number: Number) -> Done {
        if (self.wanted)(number) { Err(Found(Some(number))) } else { Ok(()) }
    }
}

/// The number, or another reason not to go on.
#[derive(Debug)]
struct Found(Option<Number>);

impl Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number is found")
    }
}
impl std::error::Error for Found {}
impl Error for Found {
    fn custom<T: Display>(_: T) -> Self {
        Found(None)
    }
}

type Done = Result<(), Found>;

macro_rules! fine {
    ($($name:ident($($type:ty),*);)*) => { $(
        fn $name(self, $(_: $type),*) -> Done {
            Ok(())
        }
    )* };
}
macro_rules! parts {
    ($($name:ident($($type:ty),*);)*) => { $(
        fn $name(self, $(_: $type),*) -> Result<Self, Found> {
            self.deeper()
        }
    )* };
}

impl Serializer for Search {
    type Ok = ();
    type Error = Found;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    fn serialize_f64(self, value: f64) -> Done {
        self.number(Number::Float(value))
    }
    fn serialize_f32(self, value: f32) -> Done {
        self.number(Number::Float(value.into()))
    }
    fn serialize_i64(self, value: i64) -> Done {
        self.number(Number::Integer(value.into()))
    }
    fn serialize_u64(self, value: u64) -> Done {
        self.number(Number::Integer(value.into()))
    }
    fn serialize_i128(self, value: i128) -> Done {
        self.number(Number::Integer(value))
    }
    fn serialize_u128(self, value: u128) -> Done {
        self.number(Number::Integer(value.try_into().unwrap_or(i128::MAX)))
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Done {
        value.serialize(self.deeper()?)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Done {
        value.serialize(self.deeper()?)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        value: &T,
    ) -> Done {
        value.serialize(self.deeper()?)
    }
    fn collect_str<T: Display + ?Sized>(self, _: &T) -> Done {
        Ok(())
    }
    fine! {
        serialize_bool(bool);
        serialize_i8(i8);
        serialize_i16(i16);
        serialize_i32(i32);
        serialize_u8(u8);
        serialize_u16(u16);
        serialize_u32(u32);
        serialize_char(char);
        serialize_str(&str);
        serialize_bytes(&[u8]);
        serialize_none();
        serialize_unit();
        serialize_unit_struct(&'static str);
        serialize_unit_variant(&'static str, u32, &'static str);
    }
    parts! {
        serialize_seq(Option<usize>);
        serialize_tuple(usize);
        serialize_tuple_struct(&'static str, usize);
        serialize_tuple_variant(&'static str, u32, &'static str, usize);
        serialize_map(Option<usize>);
        serialize_struct(&'static str, usize);
        serialize_struct_variant(&'static str, u32, &'static str, usize);
    }
}

macro_rules! walks {
    ($($part:ident: $name:ident($($key:ty)?);)*) => { $(impl $part for Search {
        type Ok = ();
        type Error = Found;
        fn $name<T: Serialize + ?Sized>(&mut self, $(_: $key,)? value: &T) -> Done {
            value.serialize(*self)
        }
        fn end(self) -> Done {
            Ok(())
        }
    })* };
}
walks! {
    SerializeSeq: serialize_element();
    SerializeTuple: serialize_element();
    SerializeTupleStruct: serialize_field();
    SerializeTupleVariant: serialize_field();
    SerializeStruct: serialize_field(&'static str);
    SerializeStructVariant: serialize_field(&'static str);
}

impl SerializeMap for Search {
    type Ok = ();
    type Error = Found;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, _: &T) -> Done {
        Ok(())
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        value.serialize(*self)
    }
    fn end(self) -> Done {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn the_first_that_is_wanted_is_found() {
        let all = |_| true;
        assert_eq!(first(&(1_u8, "2", u64::MAX), all), Some(Number::Integer(u64::MAX.into())));
        assert_eq!(first(&BTreeMap::from([(7_u64, [0.5_f32])]), all), Some(Number::Float(0.5)));
        assert_eq!(first(&(None::<i64>, 'a', [true], ()), all), None);
    }
}

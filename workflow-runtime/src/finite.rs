//! Numbers that JSON does not hold.

use serde::Serialize;
use serde::ser::{
    Error, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};
use std::fmt::{self, Display};
use workflow_asl::bounds::DEPTH;

/// The first number in a value that is infinite or none. (serde_json writes it as `null`.) Deeper than data may be
/// nested it does not look: that is refused besides.
pub(crate) fn infinite<T: Serialize + ?Sized>(value: &T) -> Option<f64> {
    match value.serialize(Finite { left: LEVELS }) {
        Err(Found(number)) => number,
        Ok(()) => None,
    }
}

/// The levels that are looked at: an `Option` and a newtype are levels here, and none of JSON.
const LEVELS: usize = 4 * DEPTH;

/// Looks at a value.
#[derive(Clone, Copy)]
struct Finite {
    /// The levels that may still follow.
    left: usize,
}

impl Finite {
    fn deeper(self) -> Result<Self, Found> {
        self.left.checked_sub(1).map(|left| Finite { left }).ok_or(Found(None))
    }
}

/// The number, or another reason not to go on.
#[derive(Debug)]
struct Found(Option<f64>);

impl Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no finite number")
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

impl Serializer for Finite {
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
        if value.is_finite() { Ok(()) } else { Err(Found(Some(value))) }
    }
    fn serialize_f32(self, value: f32) -> Done {
        self.serialize_f64(value.into())
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
        serialize_i64(i64);
        serialize_i128(i128);
        serialize_u8(u8);
        serialize_u16(u16);
        serialize_u32(u32);
        serialize_u64(u64);
        serialize_u128(u128);
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
    ($($part:ident: $name:ident($($key:ty)?);)*) => { $(impl $part for Finite {
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

impl SerializeMap for Finite {
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
    #![allow(clippy::float_cmp, reason = "tests")]
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn the_first_number_without_json_is_found() {
        assert_eq!(infinite(&(1.5, "a", Some(f64::NEG_INFINITY))), Some(f64::NEG_INFINITY));
        assert!(infinite(&BTreeMap::from([("a", vec![1.0, f64::NAN])])).is_some_and(f64::is_nan));
        assert_eq!(infinite(&[Some(f32::INFINITY), None]), Some(f64::INFINITY));
        assert_eq!(infinite(&(1.5, ["a"], None::<f64>, serde_json::json!({ "a": [1e300] }))), None);
    }
}

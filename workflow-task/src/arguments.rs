//! The payload of several arguments: an object keyed by their names. That of an action is one of a single argument, too.

use crate::payload::Durable;
use serde::de::{self, Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeStruct, Serializer};
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;
use workflow_asl::schema::{Field, Schema};
use workflow_asl::{Data, Json};

/// The argument at an index of a task or workflow: its type and its name in the payload.
///
/// One implementation for each argument, so that a type that cannot be sent is reported once, and there.
pub trait Argument<const INDEX: usize>: 'static {
    /// Its type.
    type Value: Durable + Clone;
    /// Its name.
    const NAME: &'static str;
}

#[diagnostic::do_not_recommend]
impl<T: workflow_asl::called::Plain, const INDEX: usize> Argument<INDEX> for T {
    type Value = ();
    const NAME: &'static str = "";
}

/// The name of an argument. A call with too many is told of in the user's function.
#[must_use]
pub const fn argument(names: &'static [&'static str], index: usize) -> &'static str {
    if index < names.len() { names[index] } else { "" }
}

/// The arguments of `T`, read as a tuple: `input.0`. In JSON they are an object; none are `{}`.
pub struct Arguments<T, V> {
    /// The values, in order, to take them out.
    pub values: V,
    of: PhantomData<fn() -> T>,
}

impl<T, V> Arguments<T, V> {
    /// These values.
    pub fn new(values: V) -> Self {
        Arguments { values, of: PhantomData }
    }
}

/// `("visa".to_owned(), 12.5).into()`, where several arguments are expected.
impl<T, V> From<V> for Arguments<T, V> {
    fn from(values: V) -> Self {
        Arguments::new(values)
    }
}

/// The only argument of an action, as mocks have it.
impl<T, V> From<V> for Arguments<T, (V,)> {
    fn from(value: V) -> Self {
        Arguments::new((value,))
    }
}

impl<T, V> Deref for Arguments<T, V> {
    type Target = V;
    fn deref(&self) -> &V {
        &self.values
    }
}

impl<T, V: fmt::Debug> fmt::Debug for Arguments<T, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.values.fmt(f)
    }
}

impl<T, V: PartialEq> PartialEq for Arguments<T, V> {
    fn eq(&self, other: &Self) -> bool {
        self.values == other.values
    }
}

/// Reads a key, as the index of the argument of that name.
struct Key<const N: usize>([&'static str; N]);

impl<'de, const N: usize> DeserializeSeed<'de> for Key<N> {
    type Value = Option<usize>;
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Option<usize>, D::Error> {
        from.deserialize_identifier(self)
    }
}
impl<const N: usize> Visitor<'_> for Key<N> {
    type Value = Option<usize>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of an argument")
    }
    fn visit_str<E: de::Error>(self, name: &str) -> Result<Option<usize>, E> {
        Ok(self.0.iter().position(|known| *known == name))
    }
}

/// Reads the value of an argument, once.
fn read<'de, V: Deserialize<'de>, M: MapAccess<'de>>(
    place: &mut Option<V>,
    name: &'static str,
    map: &mut M,
) -> Result<(), M::Error> {
    if place.is_some() {
        return Err(de::Error::duplicate_field(name));
    }
    let wrong = |error| de::Error::custom(format_args!("argument `{name}`: {error}"));
    *place = Some(map.next_value().map_err(wrong)?);
    Ok(())
}

/// The value of an argument; one that is absent is `None` where its type has that.
fn found<'de, V: Deserialize<'de>, E: de::Error>(
    place: Option<V>,
    name: &'static str,
) -> Result<V, E> {
    place.map_or_else(|| V::deserialize(Absent(name, PhantomData)), Ok)
}

/// The value of an absent key: `None`, or an error.
struct Absent<E>(&'static str, PhantomData<E>);

impl<'de, E: de::Error> Deserializer<'de> for Absent<E> {
    type Error = E;
    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, E> {
        Err(E::custom(format_args!("argument `{}` is missing", self.0)))
    }
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_none()
    }
    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// The type of an argument, as its task says it: known to be durable, whatever rustc has reported of it.
type Value<T, const INDEX: usize> = <T as Argument<INDEX>>::Value;

macro_rules! arguments {
    ($($count:literal [$($index:tt)*])*) => { $(
        impl<T: $(Argument<$index> +)* 'static> Clone for Arguments<T, ($(Value<T, $index>,)*)> {
            fn clone(&self) -> Self {
                Arguments::new(($(self.values.$index.clone(),)*))
            }
        }

        impl<T: $(Argument<$index> +)* 'static> Json for Arguments<T, ($(Value<T, $index>,)*)> {}

        impl<T: $(Argument<$index> +)* 'static> Data for Arguments<T, ($(Value<T, $index>,)*)> {
            fn schema() -> Schema {
                let fields = vec![$(Field::new(
                    <T as Argument<$index>>::NAME,
                    <T as Argument<$index>>::NAME,
                    <Value<T, $index> as Data>::schema,
                ),)*];
                Schema::Struct { name: "Arguments", fields }
            }
        }

        impl<T: $(Argument<$index> +)* 'static> Serialize for Arguments<T, ($(Value<T, $index>,)*)> {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                #[allow(unused_mut, reason = "there may be no arguments")]
                let mut object = to.serialize_struct("Arguments", $count)?;
                $(object.serialize_field(<T as Argument<$index>>::NAME, &self.values.$index)?;)*
                object.end()
            }
        }

        impl<'de, T: $(Argument<$index> +)* 'static> Deserialize<'de>
            for Arguments<T, ($(Value<T, $index>,)*)>
        {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                from.deserialize_map(Reader::<T, ($(Value<T, $index>,)*)>(PhantomData))
            }
        }

        impl<'de, T: $(Argument<$index> +)* 'static> Visitor<'de>
            for Reader<T, ($(Value<T, $index>,)*)>
        {
            type Value = Arguments<T, ($(Value<T, $index>,)*)>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object with the arguments")
            }
            #[allow(unused_mut, unused_variables, clippy::unused_unit, reason = "there may be no arguments")]
            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
                let mut places = ($(None::<Value<T, $index>>,)*);
                let names = || Key::<$count>([$(<T as Argument<$index>>::NAME),*]);
                while let Some(key) = map.next_key_seed(names())? {
                    match key {
                        $(Some($index) => {
                            read(&mut places.$index, <T as Argument<$index>>::NAME, &mut map)?;
                        })*
                        _ => {
                            map.next_value::<IgnoredAny>()?;
                        }
                    }
                }
                Ok(Arguments::new(($(found(places.$index, <T as Argument<$index>>::NAME)?,)*)))
            }
        }
    )* };
}

/// Reads an object of arguments.
struct Reader<T, V>(PhantomData<fn() -> (T, V)>);

arguments! {
    0 []
    1 [0]
    2 [0 1]
    3 [0 1 2]
    4 [0 1 2 3]
    5 [0 1 2 3 4]
    6 [0 1 2 3 4 5]
    7 [0 1 2 3 4 5 6]
    8 [0 1 2 3 4 5 6 7]
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use serde_json::{from_str, json, to_value};

    #[derive(Debug)]
    struct Charge;
    impl Argument<0> for Charge {
        type Value = String;
        const NAME: &'static str = "card";
    }
    impl Argument<1> for Charge {
        type Value = Option<f64>;
        const NAME: &'static str = "amount";
    }
    type Input = Arguments<Charge, (String, Option<f64>)>;

    #[test]
    fn an_object_keyed_by_names() {
        let input = Input::new(("visa".to_owned(), Some(2.5)));
        assert_eq!(to_value(&input).unwrap(), json!({ "card": "visa", "amount": 2.5 }));
        let read: Input = from_str(r#"{"amount": 2.5, "more": [1], "card": "visa"}"#).unwrap();
        assert_eq!(read, input);
        assert_eq!(to_value(Arguments::<Charge, ()>::new(())).unwrap(), json!({}));
        assert!(from_str::<Arguments<Charge, ()>>(r#"{"any": 1}"#).is_ok());
    }

    #[test]
    fn absent_is_none_or_an_error_that_names_the_argument() {
        let read: Input = from_str(r#"{"card": "visa"}"#).unwrap();
        assert_eq!(read.values, ("visa".to_owned(), None));
        for (text, expected) in [
            ("{}", "argument `card` is missing"),
            (r#"{"card": 1}"#, "argument `card`: invalid type: integer `1`, expected a string"),
            (r#"{"card": "a", "card": "b"}"#, "duplicate field `card`"),
            ("[]", "expected an object with the arguments"),
        ] {
            let error = from_str::<Input>(text).unwrap_err().to_string();
            assert!(error.contains(expected), "{text}: {error}");
        }
    }
}

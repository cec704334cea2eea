//! The JSON form of a Rust type, as far as an expression needs to know it.
//!
//! A schema is made at run time, when a document is exported: it chooses the JSONata of an operator
//! and turns the names of Rust fields into the names that serde writes.

mod known;

pub use known::{Known, NoOrder, OrderOf};

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

/// The largest integer that JSON numbers (doubles) hold together with all smaller ones: 2^53 − 1.
pub const MAX_SAFE_INTEGER: i64 = (1 << 53) - 1;

/// A type whose JSON form is known. Derive it: `#[derive(Data)]` reads serde's own attributes.
#[diagnostic::on_unimplemented(
    message = "the JSON form of `{Self}` is not known to workflows",
    label = "this type needs `#[derive(Data)]`",
    note = "write `#[derive(Serialize, Deserialize, Data)]` above the type; for a type that no expression looks into, `#[data(opaque)]` lets any serde type pass"
)]
pub trait Data {
    /// The form of this type's JSON.
    fn schema() -> Schema;
}

/// A type whose JSON is never `null`, so that an `Option` of it can be told from it. `derive(Data)` says so.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`.ok()` of a call that returns `{Self}`: its `Some` and `None` are both `null` in JSON",
    label = "a value that is `null` could not be told from a failure",
    note = "`match` on the call: `match my_task(..).await {{ Ok(value) => .., Err(_) => .. }}`; or write `.unwrap_or_default()` for the value, `.is_ok()` for the outcome"
)]
pub trait Present {}

/// A type that can be the key of a map, or an item of a set: a text, a `char`, an integer of up to 32 bits, or a newtype of one.
/// `derive(Data)` says so of newtypes.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the key of a map, or an item of a set, in a workflow",
    label = "JSON has no such key, or no exact order of them",
    note = "keys are `String`, `char`, integers of up to 32 bits, and newtypes of these with `#[derive(Data)]`; for others write a `Vec`, of a map one of pairs"
)]
pub trait Key: Data {}

/// A schema that is made when it is asked for: types may be recursive.
pub type Lazy = fn() -> Schema;

/// The shape of a type's JSON.
#[derive(Clone, Debug)]
pub enum Schema {
    /// `()`: `null`.
    Unit,
    /// `bool`.
    Bool,
    /// An integer, with the range of its type (that of `u64` cut to `i64`'s). What an expression computes with is cut to
    /// ±(2^53 − 1).
    Integer {
        /// The smallest value.
        min: i64,
        /// The largest value.
        max: i64,
    },
    /// `f64` and `f32`: a finite number.
    Float,
    /// `char`: a string of one character.
    Char,
    /// `String` and `&str`.
    String,
    /// `Option<T>`: `null` or the value.
    Option(Lazy),
    /// `Vec<T>`: an array.
    List(Lazy),
    /// `BTreeSet<T>`: an array. Its items are sorted, each once, wherever they are read.
    Set(Lazy),
    /// A tuple: an array of fixed length.
    Tuple(Vec<Lazy>),
    /// A map, of its keys and its values: an object. The keys are texts or integers, which JSON writes as texts.
    Map(Lazy, Lazy),
    /// A `HashMap`, of its keys and its values: an object, whose entries have no order.
    Unordered(Lazy, Lazy),
    /// A struct with named fields: an object.
    Struct {
        /// The Rust name of the type.
        name: &'static str,
        /// The fields, in order.
        fields: Vec<Field>,
    },
    /// A struct with one unnamed field, or a transparent one: the field's own form. `.0` is itself.
    Newtype {
        /// The Rust name of the type.
        name: &'static str,
        /// The Rust name of its only field: `0`, or a name where it is `#[serde(transparent)]`.
        field: &'static str,
        /// The form of that field.
        inner: Lazy,
    },
    /// An enum.
    Enum {
        /// The Rust name of the type.
        name: &'static str,
        /// The way in which serde tells the variants apart.
        tagging: Tagging,
        /// The variants, in order.
        variants: Vec<Variant>,
        /// Facts about it besides its JSON.
        known: Known,
    },
    /// Any JSON that no expression looks into.
    Opaque(&'static str),
    /// `serde_json::Value`: any JSON, and `null` too.
    Any,
    /// A type of another crate: a string that no expression looks into.
    Text(&'static ForeignText),
}

/// A type that serde writes as a text which no expression looks into.
#[derive(Debug)]
pub struct ForeignText {
    /// The Rust name of the type.
    pub name: &'static str,
    /// The name of the type that the text refers to, with its path: `Report` of `Large<Report>`.
    pub of: Option<fn() -> &'static str>,
    /// The most bytes of the text, which is ASCII without escapes; none where there is no such number.
    pub longest: Option<u16>,
    /// The reason why `==` of two values is not `==` of their texts.
    pub unequal: Option<&'static str>,
    /// True if `to_string` writes the text of the JSON.
    pub shown: bool,
    /// Texts as serde writes them.
    pub examples: &'static [&'static str],
}

impl ForeignText {
    /// Its name, with that of the type that it refers to: `Large<Vec<Report>>`. Paths are left out.
    #[must_use]
    pub fn full_name(&self) -> String {
        let Some(of) = self.of else { return self.name.to_owned() };
        let mut of = of();
        let mut plain = String::new();
        while let Some((before, behind)) = of.split_once("::") {
            plain.push_str(before);
            let path = plain.trim_end_matches(|c: char| c.is_alphanumeric() || c == '_').len();
            plain.truncate(path);
            of = behind;
        }
        format!("{}<{plain}{of}>", self.name)
    }
}

impl PartialEq for ForeignText {
    fn eq(&self, other: &Self) -> bool {
        let parts = |it: &Self| (it.name, it.of.map(|of| of()), it.longest, it.unequal, it.shown);
        parts(self) == parts(other)
    }
}

impl Eq for ForeignText {}

/// The name of a type that stands with its default; no type of Rust has it.
const DEFAULTED: &str = "Default::default()";
/// The name of `Result`; no type of Rust has it.
pub(crate) const RESULT: &str = "core::result::Result";
/// The opaque type of a value of which rustc says nothing.
pub(crate) const UNKNOWN: &str = "?";

/// A named field.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name in Rust.
    pub rust: &'static str,
    /// Its name in JSON.
    pub json: &'static str,
    /// Its form.
    pub schema: Lazy,
    /// `skip_serializing_if`: the values of which the key is absent.
    pub skips: Skips,
    /// `default`: the value that serde reads where the key is absent.
    pub default: Option<fn() -> Value>,
}

impl Field {
    /// A field that is always written, and has no default.
    #[must_use]
    pub const fn new(rust: &'static str, json: &'static str, schema: Lazy) -> Self {
        Field { rust, json, schema, skips: Skips::Nothing, default: None }
    }

    /// The value that serde reads where the key is absent; nothing where that is a mistake.
    #[must_use]
    pub fn absent(&self) -> Option<Value> {
        match self.default {
            Some(default) => Some(default()),
            None => matches!((self.schema)().bare(), Schema::Option(_)).then_some(Value::Null),
        }
    }
}

/// The values of a field that serde does not write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Skips {
    /// It writes all.
    Nothing,
    /// `None`, by `Option::is_none`.
    None,
    /// An empty list, set, map or text, by `Vec::is_empty` and the like. It is the default as well.
    Empty,
}

/// The way in which serde tells the variants of an enum apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tagging {
    /// `{"Variant": content}`, or `"Variant"` for a unit variant.
    External,
    /// `{"tag": "Variant", ..content}`.
    Internal {
        /// The key of the tag.
        tag: &'static str,
    },
    /// `{"tag": "Variant", "content": content}`.
    Adjacent {
        /// The key of the tag.
        tag: &'static str,
        /// The key of the content.
        content: &'static str,
    },
}

/// A variant of an enum.
#[derive(Clone, Debug)]
pub struct Variant {
    /// Its name in Rust.
    pub rust: &'static str,
    /// Its name in JSON.
    pub json: &'static str,
    /// Its content.
    pub content: Content,
}

/// The content of a variant.
#[derive(Clone, Debug)]
pub enum Content {
    /// Nothing.
    Unit,
    /// One unnamed field: its own form.
    Newtype(Lazy),
    /// Several unnamed fields: an array.
    Tuple(Vec<Lazy>),
    /// Named fields: an object.
    Struct(Vec<Field>),
}

impl Schema {
    /// The form behind newtypes.
    #[must_use]
    pub fn bare(self) -> Schema {
        match self {
            Schema::Newtype { inner, .. } => inner().bare(),
            other => other,
        }
    }

    /// The answer of the first part of a type, itself included, that has one. Types may be recursive: nothing
    /// is looked into twice.
    pub(crate) fn first_part<T>(&self, ask: &dyn Fn(&Schema) -> Option<T>) -> Option<T> {
        self.first_part_but(ask, &mut BTreeSet::new())
    }

    fn first_part_but<T>(
        &self,
        ask: &dyn Fn(&Schema) -> Option<T>,
        seen: &mut BTreeSet<usize>,
    ) -> Option<T> {
        if let Some(found) = ask(self) {
            return Some(found);
        }
        let mut inner = |of: &Lazy| {
            if seen.insert(*of as usize) { of().first_part_but(ask, seen) } else { None }
        };
        match self {
            Schema::Option(of) | Schema::List(of) | Schema::Set(of) => inner(of),
            Schema::Map(_, of) | Schema::Unordered(_, of) => inner(of),
            Schema::Newtype { inner: of, .. } => inner(of),
            Schema::Tuple(of) => of.iter().find_map(inner),
            Schema::Struct { fields, .. } => fields.iter().find_map(|it| inner(&it.schema)),
            Schema::Enum { variants, .. } => variants.iter().find_map(|it| match &it.content {
                Content::Unit => None,
                Content::Newtype(of) => inner(of),
                Content::Tuple(of) => of.iter().find_map(&mut inner),
                Content::Struct(fields) => fields.iter().find_map(|it| inner(&it.schema)),
            }),
            _ => None,
        }
    }

    /// A type together with the value of its `Default`: what a probe learns where a default is made.
    #[must_use]
    pub fn with_default(schema: Lazy, default: fn() -> Value) -> Schema {
        let field = Field { default: Some(default), ..Field::new("0", "0", schema) };
        Schema::Struct { name: DEFAULTED, fields: vec![field] }
    }

    /// The parts of [`Schema::with_default`].
    pub(crate) fn defaulted(&self) -> Option<(Lazy, fn() -> Value)> {
        match self {
            Schema::Struct { name: DEFAULTED, fields } => {
                fields.first().and_then(|field| Some((field.schema, field.default?)))
            }
            _ => None,
        }
    }

    /// True if the JSON is an array: such a value is spliced into a list unless it is written `[v]`.
    #[must_use]
    pub fn is_array(&self) -> bool {
        match self {
            Schema::List(_) | Schema::Set(_) | Schema::Tuple(_) => true,
            Schema::Newtype { inner, .. } | Schema::Option(inner) => inner().is_array(),
            Schema::Enum { tagging: Tagging::External, .. } => false,
            _ => false,
        }
    }
}

macro_rules! present {
    ($($type:ty)*) => { $(impl Present for $type {})* };
}
present!(bool f32 f64 char String str);
impl<T: Present + ?Sized> Present for &T {}
impl<T: Present + ?Sized> Present for Box<T> {}
impl<T, E> Present for Result<T, E> {}
impl<T> Present for Vec<T> {}
impl<T> Present for VecDeque<T> {}
impl<T> Present for [T] {}
impl<T, const N: usize> Present for [T; N] {}
impl<T> Present for BTreeSet<T> {}
impl<K, T> Present for BTreeMap<K, T> {}
impl<K, T> Present for HashMap<K, T> {}

macro_rules! integers {
    ($($type:ty)*) => { $(impl Present for $type {} impl Data for $type {
        fn schema() -> Schema {
            let (min, max) = (<$type>::MIN as i128, <$type>::MAX as i128);
            Schema::Integer { min: min.max(i64::MIN.into()) as i64, max: max.min(i64::MAX.into()) as i64 }
        }
    })* };
}
integers!(u8 u16 u32 u64 usize i8 i16 i32 i64 isize);

macro_rules! scalars {
    ($($type:ty = $schema:ident)*) => { $(impl Data for $type {
        fn schema() -> Schema {
            Schema::$schema
        }
    })* };
}
scalars!(() = Unit  bool = Bool  f32 = Float  f64 = Float  char = Char  String = String  str = String);

impl<T: Data + ?Sized> Data for &T {
    fn schema() -> Schema {
        T::schema()
    }
}
impl<T: Data + ?Sized> Data for Box<T> {
    fn schema() -> Schema {
        T::schema()
    }
}
impl<T: Data> Data for Option<T> {
    fn schema() -> Schema {
        Schema::Option(T::schema)
    }
}
impl<T: Data, E: Data> Data for Result<T, E> {
    fn schema() -> Schema {
        let variant =
            |name, of: Lazy| Variant { rust: name, json: name, content: Content::Newtype(of) };
        Schema::Enum {
            name: RESULT,
            tagging: Tagging::External,
            variants: vec![variant("Ok", T::schema), variant("Err", E::schema)],
            known: Known::default(),
        }
    }
}
impl<T: Data> Data for Vec<T> {
    fn schema() -> Schema {
        Schema::List(T::schema)
    }
}
impl<T: Data> Data for VecDeque<T> {
    fn schema() -> Schema {
        Schema::List(T::schema)
    }
}
impl<T: Data> Data for [T] {
    fn schema() -> Schema {
        Schema::List(T::schema)
    }
}
impl<T: Data, const N: usize> Data for [T; N] {
    fn schema() -> Schema {
        Schema::Tuple(vec![T::schema; N])
    }
}
impl<T: Key> Data for BTreeSet<T> {
    fn schema() -> Schema {
        Schema::Set(T::schema)
    }
}
impl<K: Key, T: Data> Data for BTreeMap<K, T> {
    fn schema() -> Schema {
        Schema::Map(K::schema, T::schema)
    }
}
impl<K: Key, T: Data> Data for HashMap<K, T> {
    fn schema() -> Schema {
        Schema::Unordered(K::schema, T::schema)
    }
}

macro_rules! keys {
    ($($type:ty)*) => { $(impl Key for $type {})* };
}
keys!(String char u8 u16 u32 i8 i16 i32);
// Within an expression, `BTreeSet<&String>`: nothing is kept or sent in this form.
#[diagnostic::do_not_recommend]
impl<T: Key> Key for &T {}

macro_rules! tuples {
    ($(($($name:ident)*))*) => { $(impl<$($name: Data),*> Data for ($($name,)*) {
        fn schema() -> Schema {
            Schema::Tuple(vec![$($name::schema),*])
        }
    })* };
}
// Of a tuple of one rustc would tell those who have none to make one.
macro_rules! present_tuples {
    ($(($($name:ident)*))*) => { $(impl<$($name),*> Present for ($($name,)*) {})* };
}
present_tuples!((A B) (A B C) (A B C D) (A B C D E) (A B C D E F) (A B C D E F G) (A B C D E F G H));
tuples!((A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) (A B C D E F G) (A B C D E F G H));

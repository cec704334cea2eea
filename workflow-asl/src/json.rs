//! Types that can be kept: serde writes and reads them in the form of their schema.

use crate::schema::{Data, Key};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::hash::Hash;

/// A type that a workflow can keep: its JSON form is known, and serde writes and reads it.
///
/// `#[derive(Data)]` implements it. It is not implemented for all types that have the three traits, so that a
/// type without any of them gets one message, not three; beside a [`Data`] by hand, write
/// `impl Json for MyType {}`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be kept by a workflow or sent to a task",
    label = "this type needs `#[derive(Serialize, Deserialize, Data)]`",
    note = "write `#[derive(Serialize, Deserialize, Data)]` above the type, and take owned types (`String`, `Vec<T>`, `BTreeMap<String, T>`); a type of another crate can be a field under `#[data(opaque)]`"
)]
pub trait Json: Data + Serialize + DeserializeOwned {}

macro_rules! json {
    ($($type:ty)*) => { $(impl Json for $type {})* };
}
json!(() bool char f32 f64 i8 i16 i32 i64 isize String u8 u16 u32 u64 usize);

impl<T: Json> Json for Box<T> {}
impl<T: Json> Json for Option<T> {}
impl<T: Json, E: Json> Json for Result<T, E> {}
impl<T: Json> Json for Vec<T> {}
impl<T: Json> Json for VecDeque<T> {}
impl<T: Key + Json + Ord> Json for BTreeSet<T> {}
impl<K: Key + Json + Ord, T: Json> Json for BTreeMap<K, T> {}
impl<K: Key + Json + Eq + Hash, T: Json> Json for HashMap<K, T> {}
impl<T: Json, const N: usize> Json for [T; N] where [T; N]: Serialize + DeserializeOwned {}

macro_rules! tuples {
    ($(($($name:ident)*))*) => { $(impl<$($name: Json),*> Json for ($($name,)*) {})* };
}
tuples!((A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) (A B C D E F G) (A B C D E F G H));

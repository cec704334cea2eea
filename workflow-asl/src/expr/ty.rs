//! Types of expressions: schemas, and what has none.

use crate::schema::{
    Content, Field, ForeignText, MAX_SAFE_INTEGER, RESULT, Schema, Tagging, Variant,
};

/// The type of an expression.
#[derive(Clone, Debug)]
pub(super) enum Ty {
    /// As rustc knows it.
    Of(Schema),
    /// `Option<T>` of a derived type.
    Option(Box<Ty>),
    /// `Vec<T>` of a derived type.
    List(Box<Ty>),
    /// A tuple of derived types.
    Tuple(Vec<Ty>),
    /// An iterator; its text is a list.
    Iter(Box<Ty>),
    /// `a..b`, and whether the end is included; its text is a list.
    Range(Box<Ty>, bool),
    /// `text.chars()`; its text is the string itself.
    Chars,
    /// `Result`: `{"Ok": value}` or `{"Err": error}`.
    Result(Box<Ty>, Box<Ty>),
    /// `Ordering`: see [`super::order`].
    Ordering,
    /// `Reverse(key)`; its text is that of the key.
    Reverse(Box<Ty>),
    /// A task's error, matched by name; its text is the error output.
    Caught(Schema),
    /// A failure that is looked at as an error of this form; its text is the failure.
    Decoded(Schema),
    /// Unknown.
    Unknown,
}

/// A type with newtypes taken away, one level open.
pub(super) enum Shape {
    Unit,
    Bool,
    Integer(i64, i64),
    Float,
    Char,
    String,
    Option(Ty),
    List(Ty),
    /// A `BTreeSet`.
    Set(Ty),
    Tuple(Vec<Ty>),
    /// Of keys and values.
    Map(Ty, Ty),
    /// The same without an order.
    Unordered(Ty, Ty),
    Struct(&'static str, Vec<Field>),
    Enum(&'static str, Tagging, Vec<Variant>),
    Opaque,
    Any,
    Text(&'static ForeignText),
    Iter(Ty),
    Range(bool),
    Chars,
    Result(Ty, Ty),
    Ordering,
    Reverse(Ty),
    Caught(Schema),
    Decoded(Schema),
    Unknown,
}

impl Ty {
    pub(super) const BOOL: Ty = Ty::Of(Schema::Bool);
    pub(super) const FLOAT: Ty = Ty::Of(Schema::Float);
    pub(super) const STRING: Ty = Ty::Of(Schema::String);
    pub(super) const CHAR: Ty = Ty::Of(Schema::Char);
    pub(super) const I64: Ty =
        Ty::Of(Schema::Integer { min: -MAX_SAFE_INTEGER, max: MAX_SAFE_INTEGER });
    pub(super) const U32: Ty = Ty::Of(Schema::Integer { min: 0, max: u32::MAX as i64 });
    pub(super) const USIZE: Ty = Ty::Of(Schema::Integer { min: 0, max: MAX_SAFE_INTEGER });

    pub(super) fn option(of: Ty) -> Ty {
        Ty::Option(Box::new(of))
    }
    pub(super) fn list(of: Ty) -> Ty {
        Ty::List(Box::new(of))
    }
    pub(super) fn iter(of: Ty) -> Ty {
        Ty::Iter(Box::new(of))
    }
    pub(super) fn result(ok: Ty, error: Ty) -> Ty {
        Ty::Result(Box::new(ok), Box::new(error))
    }

    pub(super) fn shape(&self) -> Shape {
        match self.clone() {
            Ty::Of(schema) => Shape::of(schema.bare()),
            Ty::Option(of) => Shape::Option(*of),
            Ty::List(of) => Shape::List(*of),
            Ty::Tuple(of) => Shape::Tuple(of),
            Ty::Iter(of) => Shape::Iter(*of),
            Ty::Range(_, inclusive) => Shape::Range(inclusive),
            Ty::Chars => Shape::Chars,
            Ty::Result(ok, error) => Shape::Result(*ok, *error),
            Ty::Ordering => Shape::Ordering,
            Ty::Reverse(of) => Shape::Reverse(*of),
            Ty::Caught(schema) => Shape::Caught(schema),
            Ty::Decoded(schema) => Shape::Decoded(schema),
            Ty::Unknown => Shape::Unknown,
        }
    }

    /// Returns whether a value is an array in JSON: surely, surely not (or `null` instead), or nobody knows.
    pub(super) fn array(&self) -> Array {
        match self.shape() {
            Shape::List(_) | Shape::Set(_) | Shape::Tuple(_) => Array::Yes,
            Shape::Iter(_) | Shape::Range(_) => Array::Yes,
            Shape::Option(of) => match of.array() {
                Array::Yes => Array::OrNull,
                other => other,
            },
            Shape::Opaque | Shape::Any | Shape::Unknown => Array::Perhaps,
            _ => Array::No,
        }
    }

    /// Tells an integer of 64 bits, which may be beyond what expressions compute with.
    pub(super) fn is_wide(&self) -> bool {
        match self.clone() {
            Ty::Of(schema) => {
                matches!(schema.bare(), Schema::Integer { max, .. } if max > MAX_SAFE_INTEGER)
            }
            Ty::Reverse(of) => of.is_wide(),
            _ => false,
        }
    }

    /// Tells a type of which a part, or itself, is of a kind.
    pub(super) fn holds(&self, kind: &dyn Fn(&Schema) -> bool) -> bool {
        match self {
            Ty::Of(schema) => schema.first_part(&|it| kind(it).then_some(())).is_some(),
            Ty::Option(of) | Ty::List(of) | Ty::Iter(of) | Ty::Reverse(of) => of.holds(kind),
            Ty::Tuple(of) => of.iter().any(|of| of.holds(kind)),
            Ty::Result(ok, error) => ok.holds(kind) || error.holds(kind),
            _ => false,
        }
    }

    /// True if a value may be `null`, so that an `Option` of it is not JSON.
    pub(super) fn nullable(&self) -> bool {
        matches!(self.shape(), Shape::Option(_) | Shape::Unit | Shape::Any)
    }

    /// For messages.
    pub(super) fn describe(&self) -> String {
        match self.shape() {
            Shape::Unit => "`()`".into(),
            Shape::Bool => "a `bool`".into(),
            Shape::Integer(..) => "an integer".into(),
            Shape::Float => "a float".into(),
            Shape::Char => "a `char`".into(),
            Shape::String => "a string".into(),
            Shape::Option(of) => format!("an `Option` of {}", of.describe()),
            Shape::List(of) => format!("a list of {}", of.describe()),
            Shape::Set(of) => format!("a set of {}", of.describe()),
            Shape::Tuple(_) => "a tuple".into(),
            Shape::Map(..) => "a map".into(),
            Shape::Unordered(..) => "a `HashMap`".into(),
            Shape::Struct(name, _) | Shape::Enum(name, ..) => format!("`{name}`"),
            Shape::Opaque => "an opaque value".into(),
            Shape::Any => "any JSON".into(),
            Shape::Text(text) => format!("a `{}`", text.name),
            Shape::Iter(of) => format!("an iterator of {}", of.describe()),
            Shape::Range(_) => "a range".into(),
            Shape::Chars => "characters".into(),
            Shape::Result(..) => "a `Result`".into(),
            Shape::Ordering => "an `Ordering`".into(),
            Shape::Reverse(_) => "a `Reverse`".into(),
            Shape::Caught(_) => "a task's error".into(),
            Shape::Decoded(_) => "a decoded failure".into(),
            Shape::Unknown => "a value of unknown type".into(),
        }
    }
}

impl Shape {
    fn of(schema: Schema) -> Shape {
        match schema {
            Schema::Unit => Shape::Unit,
            Schema::Bool => Shape::Bool,
            Schema::Integer { min, max } => {
                Shape::Integer(min.max(-MAX_SAFE_INTEGER), max.min(MAX_SAFE_INTEGER))
            }
            Schema::Float => Shape::Float,
            Schema::Char => Shape::Char,
            Schema::String => Shape::String,
            Schema::Option(of) => Shape::Option(Ty::Of(of())),
            Schema::List(of) => Shape::List(Ty::Of(of())),
            Schema::Set(of) => Shape::Set(Ty::Of(of())),
            Schema::Tuple(of) => Shape::Tuple(of.iter().map(|of| Ty::Of(of())).collect()),
            Schema::Map(key, of) => Shape::Map(Ty::Of(key()), Ty::Of(of())),
            Schema::Unordered(key, of) => Shape::Unordered(Ty::Of(key()), Ty::Of(of())),
            Schema::Struct { name, fields } => Shape::Struct(name, fields),
            Schema::Enum { name: RESULT, variants, .. } => {
                let mut of = variants.iter().flat_map(|variant| contents(&variant.content));
                let mut next = || of.next().unwrap_or(Ty::Unknown);
                Shape::Result(next(), next())
            }
            Schema::Enum { name, tagging, variants, .. } => Shape::Enum(name, tagging, variants),
            Schema::Newtype { inner, .. } => Shape::of(inner().bare()),
            Schema::Opaque(_) => Shape::Opaque,
            Schema::Any => Shape::Any,
            Schema::Text(text) => Shape::Text(text),
        }
    }
}

/// The answer to whether the JSON of a type is an array.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Array {
    No,
    Yes,
    OrNull,
    Perhaps,
}

/// The types of what a variant carries.
pub(super) fn contents(content: &Content) -> Vec<Ty> {
    match content {
        Content::Unit => vec![],
        Content::Newtype(of) => vec![Ty::Of(of())],
        Content::Tuple(of) => of.iter().map(|of| Ty::Of(of())).collect(),
        Content::Struct(fields) => fields.iter().map(|field| Ty::Of((field.schema)())).collect(),
    }
}

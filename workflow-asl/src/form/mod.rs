//! The form of a type's JSON as plain data: what a [`Schema`] says, to be kept and compared with that of another build.

mod fits;

pub use fits::{Fit, fits};

use crate::schema::{Content, Field, Lazy, Schema, Skips, Tagging, Variant};
use serde::{Deserialize, Serialize};

/// The levels of a form that are written down. What is deeper counts as any JSON.
const DEEPEST: usize = 64;

/// The most parts of a form that are written down.
const MOST: usize = 4096;

/// The form of a type's JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DataForm {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool,
    /// An integer from the first to the last.
    Integer(i64, i64),
    /// A number.
    Float,
    /// A string of one character.
    Char,
    /// A string.
    String,
    /// A string in the format of a type of another crate: its name, `Large<Report>` with that of the type it refers to.
    Text(String),
    /// The value, or `null`.
    Option(Box<DataForm>),
    /// An array.
    List(Box<DataForm>),
    /// An array of fixed length.
    Tuple(Vec<DataForm>),
    /// An object with any keys.
    Map(Box<DataForm>),
    /// An object with these fields.
    Struct(String, Vec<FieldForm>),
    /// One of several variants.
    Enum(String, Tags, Vec<VariantForm>),
    /// The struct or enum of this name around it.
    Around(String),
    /// Something of this type, of which no more is known.
    Opaque(String),
    /// Any JSON.
    Any,
}

/// A named field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldForm {
    /// Its key.
    pub name: String,
    /// Its form.
    pub form: DataForm,
    /// True if it may be absent where it is read.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub defaults: bool,
    /// True if it may be absent where it is written.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub skipped: bool,
}

/// A variant of an enum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VariantForm {
    /// Its name.
    pub name: String,
    /// Its content; `None`: it is its name alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<DataForm>,
}

/// The way in which variants are told apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tags {
    /// A key around the content.
    External,
    /// A key beside the fields.
    Internal(String),
    /// A key beside that of the content.
    Adjacent(String, String),
}

impl DataForm {
    /// The form that a schema describes.
    #[must_use]
    pub fn of(schema: &Schema) -> DataForm {
        Writer { around: vec![], left: MOST }.form(schema)
    }

    /// The name that is shown of it.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            DataForm::Null => "()".to_owned(),
            DataForm::Bool => "bool".to_owned(),
            DataForm::Integer(min, max) => format!("an integer from {min} to {max}"),
            DataForm::Float => "f64".to_owned(),
            DataForm::Char => "char".to_owned(),
            DataForm::String => "String".to_owned(),
            DataForm::Option(of) => format!("Option<{}>", of.name()),
            DataForm::List(of) => format!("Vec<{}>", of.name()),
            DataForm::Map(of) => format!("a map of {}", of.name()),
            DataForm::Tuple(of) => {
                let names: Vec<_> = of.iter().map(DataForm::name).collect();
                format!("({})", names.join(", "))
            }
            DataForm::Struct(name, _)
            | DataForm::Enum(name, ..)
            | DataForm::Around(name)
            | DataForm::Text(name)
            | DataForm::Opaque(name) => name.clone(),
            DataForm::Any => "any JSON".to_owned(),
        }
    }
}

/// Writes a form down. Types may be recursive: one that is around itself is named.
struct Writer {
    around: Vec<(&'static str, Vec<&'static str>)>,
    left: usize,
}

impl Writer {
    fn lazy(&mut self, schema: &Lazy) -> Box<DataForm> {
        Box::new(self.form(&schema()))
    }

    fn form(&mut self, schema: &Schema) -> DataForm {
        if self.left == 0 || self.around.len() > DEEPEST {
            return DataForm::Any;
        }
        self.left -= 1;
        match schema {
            Schema::Unit => DataForm::Null,
            Schema::Bool => DataForm::Bool,
            Schema::Integer { min, max } => DataForm::Integer(*min, *max),
            Schema::Float => DataForm::Float,
            Schema::Char => DataForm::Char,
            Schema::String => DataForm::String,
            Schema::Option(of) => DataForm::Option(self.lazy(of)),
            Schema::List(of) | Schema::Set(of) => DataForm::List(self.lazy(of)),
            Schema::Tuple(of) => DataForm::Tuple(of.iter().map(|of| *self.lazy(of)).collect()),
            Schema::Map(_, of) | Schema::Unordered(_, of) => DataForm::Map(self.lazy(of)),
            Schema::Newtype { inner, .. } => *self.lazy(inner),
            Schema::Struct { name, fields } => {
                let keys = fields.iter().map(|field| field.json).collect();
                self.named(name, keys, |this| {
                    DataForm::Struct((*name).to_owned(), this.fields(fields))
                })
            }
            Schema::Enum { name, tagging, variants, .. } => {
                let keys = variants.iter().map(|variant| variant.json).collect();
                self.named(name, keys, |this| {
                    let variants = variants.iter().map(|variant| this.variant(variant)).collect();
                    DataForm::Enum((*name).to_owned(), tags(*tagging), variants)
                })
            }
            Schema::Opaque(name) => DataForm::Opaque((*name).to_owned()),
            Schema::Any => DataForm::Any,
            Schema::Text(text) => DataForm::Text(text.full_name()),
        }
    }

    fn named(
        &mut self,
        name: &'static str,
        keys: Vec<&'static str>,
        form: impl FnOnce(&mut Self) -> DataForm,
    ) -> DataForm {
        let this = (name, keys);
        if self.around.contains(&this) {
            return DataForm::Around(name.to_owned());
        }
        self.around.push(this);
        let form = form(self);
        self.around.pop();
        form
    }

    fn fields(&mut self, fields: &[Field]) -> Vec<FieldForm> {
        let form = |field: &Field| FieldForm {
            name: field.json.to_owned(),
            form: *self.lazy(&field.schema),
            defaults: field.default.is_some()
                || matches!((field.schema)().bare(), Schema::Option(_)),
            skipped: field.skips == Skips::None,
        };
        fields.iter().map(form).collect()
    }

    fn variant(&mut self, variant: &Variant) -> VariantForm {
        let content = match &variant.content {
            Content::Unit => None,
            Content::Newtype(of) => Some(*self.lazy(of)),
            Content::Tuple(of) => {
                Some(DataForm::Tuple(of.iter().map(|of| *self.lazy(of)).collect()))
            }
            Content::Struct(fields) => {
                Some(DataForm::Struct(variant.json.to_owned(), self.fields(fields)))
            }
        };
        VariantForm { name: variant.json.to_owned(), content }
    }
}

fn tags(tagging: Tagging) -> Tags {
    match tagging {
        Tagging::External => Tags::External,
        Tagging::Internal { tag } => Tags::Internal(tag.to_owned()),
        Tagging::Adjacent { tag, content } => Tags::Adjacent(tag.to_owned(), content.to_owned()),
    }
}

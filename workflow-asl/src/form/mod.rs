//! The form of a type's JSON as plain data: what a [`Schema`] says, to be kept and compared with that of another build.

mod fits;

pub use fits::{Fit, fits};

use crate::schema::{Content, Field, Lazy, Schema, Tagging, Variant};
use serde::{Deserialize, Serialize};

/// The levels of a form that are written down. What is deeper counts as any JSON.
const DEEPEST: usize = 64;

/// The most parts of a form that are written down.
const MOST: usize = 4096;

/// The form of a type's JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Form {
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
    /// A string in the format of a type of another crate.
    Text(String),
    /// The value, or `null`.
    Option(Box<Form>),
    /// An array.
    List(Box<Form>),
    /// An array of fixed length.
    Tuple(Vec<Form>),
    /// An object with any keys.
    Map(Box<Form>),
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
    pub form: Form,
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
    pub content: Option<Form>,
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

impl Form {
    /// The form that a schema describes.
    #[must_use]
    pub fn of(schema: &Schema) -> Form {
        Writer { around: vec![], left: MOST }.form(schema)
    }

    /// The name that is shown of it.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Form::Null => "()".to_owned(),
            Form::Bool => "bool".to_owned(),
            Form::Integer(min, max) => format!("an integer from {min} to {max}"),
            Form::Float => "f64".to_owned(),
            Form::Char => "char".to_owned(),
            Form::String => "String".to_owned(),
            Form::Option(of) => format!("Option<{}>", of.name()),
            Form::List(of) => format!("Vec<{}>", of.name()),
            Form::Map(of) => format!("a map of {}", of.name()),
            Form::Tuple(of) => {
                let names: Vec<_> = of.iter().map(Form::name).collect();
                format!("({})", names.join(", "))
            }
            Form::Struct(name, _)
            | Form::Enum(name, ..)
            | Form::Around(name)
            | Form::Text(name)
            | Form::Opaque(name) => name.clone(),
            Form::Any => "any JSON".to_owned(),
        }
    }
}

/// Writes a form down. Types may be recursive: one that is around itself is named.
struct Writer {
    around: Vec<(&'static str, Vec<&'static str>)>,
    left: usize,
}

impl Writer {
    fn lazy(&mut self, schema: &Lazy) -> Box<Form> {
        Box::new(self.form(&schema()))
    }

    fn form(&mut self, schema: &Schema) -> Form {
        if self.left == 0 || self.around.len() > DEEPEST {
            return Form::Any;
        }
        self.left -= 1;
        match schema {
            Schema::Unit => Form::Null,
            Schema::Bool => Form::Bool,
            Schema::Integer { min, max } => Form::Integer(*min, *max),
            Schema::Float => Form::Float,
            Schema::Char => Form::Char,
            Schema::String => Form::String,
            Schema::Option(of) => Form::Option(self.lazy(of)),
            Schema::List(of) => Form::List(self.lazy(of)),
            Schema::Tuple(of) => Form::Tuple(of.iter().map(|of| *self.lazy(of)).collect()),
            Schema::Map(_, of) => Form::Map(self.lazy(of)),
            Schema::Newtype { inner, .. } => *self.lazy(inner),
            Schema::Struct { name, fields } => {
                let keys = fields.iter().map(|field| field.json).collect();
                self.named(name, keys, |this| Form::Struct((*name).to_owned(), this.fields(fields)))
            }
            Schema::Enum { name, tagging, variants } => {
                let keys = variants.iter().map(|variant| variant.json).collect();
                self.named(name, keys, |this| {
                    let variants = variants.iter().map(|variant| this.variant(variant)).collect();
                    Form::Enum((*name).to_owned(), tags(*tagging), variants)
                })
            }
            Schema::Opaque(name) => Form::Opaque((*name).to_owned()),
            Schema::Any => Form::Any,
            Schema::Text(text) => Form::Text(text.name.to_owned()),
        }
    }

    fn named(
        &mut self,
        name: &'static str,
        keys: Vec<&'static str>,
        form: impl FnOnce(&mut Self) -> Form,
    ) -> Form {
        let this = (name, keys);
        if self.around.contains(&this) {
            return Form::Around(name.to_owned());
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
            skipped: field.absent_if_none,
        };
        fields.iter().map(form).collect()
    }

    fn variant(&mut self, variant: &Variant) -> VariantForm {
        let content = match &variant.content {
            Content::Unit => None,
            Content::Newtype(of) => Some(*self.lazy(of)),
            Content::Tuple(of) => Some(Form::Tuple(of.iter().map(|of| *self.lazy(of)).collect())),
            Content::Struct(fields) => {
                Some(Form::Struct(variant.json.to_owned(), self.fields(fields)))
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

//! The names that are in scope, their types, and how they are read.

/// A type of changed variables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ty {
    Num,
    Byte,
    Size,
    Flag,
    Char,
    Text,
    Maybe,
    Perhaps,
    Nums,
    Texts,
    Bytes,
    Grid,
    Table,
    Groups,
    Bag,
    Held,
    Boxes,
    Kind,
    Pair,
    /// `&[i64]` of at least one item.
    Window,
}

use Ty::*;

/// The types of variables that are changed.
pub const CHANGED: &[Ty] = &[
    Num, Byte, Flag, Text, Maybe, Perhaps, Nums, Texts, Bytes, Grid, Table, Groups, Bag, Held,
    Boxes, Kind, Pair,
];

/// The parameters of a workflow.
pub const PARAMETERS: &[(&str, Ty)] = &[
    ("n", Num),
    ("of", Num),
    ("small", Byte),
    ("flag", Flag),
    ("word", Text),
    ("many", Maybe),
    ("perhaps", Perhaps),
    ("nums", Nums),
    ("names", Texts),
    ("bytes", Bytes),
    ("grid", Grid),
    ("sizes", Table),
    ("groups", Groups),
    ("bag", Bag),
    ("held", Held),
    ("parcels", Boxes),
    ("what", Kind),
];

impl Ty {
    /// In Rust.
    pub fn rust(self) -> &'static str {
        match self {
            Num => "i64",
            Byte => "u8",
            Size => "usize",
            Flag => "bool",
            Char => "char",
            Text => "String",
            Maybe => "Option<i64>",
            Perhaps => "Option<String>",
            Nums => "Vec<i64>",
            Texts => "Vec<String>",
            Bytes => "Vec<u8>",
            Grid => "Vec<Vec<i64>>",
            Table => "BTreeMap<String, i64>",
            Groups => "BTreeMap<String, Vec<i64>>",
            Bag => "BTreeSet<String>",
            Held => "Parcel",
            Boxes => "Vec<Parcel>",
            Kind => "Kind",
            Pair => "(i64, String)",
            Window => "&[i64]",
        }
    }

    /// As a parameter that is borrowed.
    pub fn borrowed(self) -> Option<&'static str> {
        Some(match self {
            Text => "&str",
            Nums => "&[i64]",
            Texts => "&[String]",
            Bytes => "&[u8]",
            Grid => "&[Vec<i64>]",
            Table => "&BTreeMap<String, i64>",
            Bag => "&BTreeSet<String>",
            Held => "&Parcel",
            Boxes => "&[Parcel]",
            Kind => "&Kind",
            _ => return None,
        })
    }

    pub fn copies(self) -> bool {
        matches!(self, Num | Byte | Size | Flag | Char | Maybe)
    }

    /// The type of the items, of a list.
    pub fn item(self) -> Option<Ty> {
        Some(match self {
            Nums => Num,
            Texts => Text,
            Bytes => Byte,
            Grid => Nums,
            Boxes => Held,
            _ => return None,
        })
    }

    /// The letter of its variables.
    pub fn letter(self) -> &'static str {
        match self {
            Num => "n",
            Byte => "byte",
            Size => "at",
            Flag => "flag",
            Char => "c",
            Text => "word",
            Maybe => "many",
            Perhaps => "perhaps",
            Nums => "nums",
            Texts => "names",
            Bytes => "bytes",
            Grid => "grid",
            Table => "sizes",
            Groups => "groups",
            Bag => "bag",
            Held => "held",
            Boxes => "boxes",
            Kind => "what",
            Pair => "two",
            Window => "window",
        }
    }
}

/// The way in which a name holds its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    Value,
    Reference,
    /// `&str`, `&[T]`
    Slice,
}

/// A name.
#[derive(Clone, Debug)]
pub struct Name {
    pub text: String,
    pub ty: Ty,
    pub by: By,
    pub mutable: bool,
    /// Its length does not grow in loops.
    pub tame: bool,
    /// The name that it borrows: nothing changes that meanwhile.
    pub lent_by: Option<String>,
}

impl Name {
    pub fn of(text: impl Into<String>, ty: Ty, by: By) -> Self {
        Name { text: text.into(), ty, by, mutable: false, tame: true, lent_by: None }
    }

    /// The name, if it is a reference into what is written here.
    pub fn lent(self, place: &str) -> Self {
        let root = place.trim_start_matches('&').split(['.', ' ']).next().map(str::to_owned);
        Name { lent_by: root.filter(|_| self.by == By::Reference), ..self }
    }

    /// A small number that tells whether the value is another one.
    pub fn digest(&self) -> String {
        let text = &self.text;
        match self.ty {
            Num => format!("{text} % 9"),
            Byte => format!("i64::from({text})"),
            Flag => format!("if {text} {{ 1 }} else {{ 0 }}"),
            Maybe => format!("{text}.unwrap_or(5) % 9"),
            Perhaps => format!("{text}.clone().unwrap_or_default().len() as i64"),
            Held => format!("{text}.size % 9"),
            Pair => format!("{text}.0 % 9"),
            Kind => format!("if matches!({text}, Kind::Sized(_)) {{ 1 }} else {{ 0 }}"),
            Char | Size | Window => "0".into(),
            _ => format!("{text}.len() as i64"),
        }
    }

    /// The value, as one's own.
    pub fn read(&self) -> String {
        let text = &self.text;
        match (self.by, self.ty.copies()) {
            (By::Value, true) => text.clone(),
            (By::Reference | By::Slice, true) => format!("*{text}"),
            (By::Slice, _) if self.ty == Text => format!("{text}.to_string()"),
            (By::Slice, _) => format!("{text}.to_vec()"),
            (_, false) => format!("{text}.clone()"),
        }
    }
}

/// The fields of a struct or tuple.
pub fn fields(ty: Ty) -> &'static [(&'static str, Ty)] {
    match ty {
        Held => &[
            ("name", Text),
            ("size", Num),
            ("note", Perhaps),
            ("lines", Texts),
            ("kind", Kind),
            ("label.text", Text),
            ("label.code", Num),
            ("count", Maybe),
            ("spot.x", Num),
        ],
        Pair => &[("0", Num), ("1", Text)],
        _ => &[],
    }
}

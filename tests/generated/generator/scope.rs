//! What is in scope: variables, with what may be done to them.

use std::collections::BTreeSet;

/// A type of generated workflows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ty {
    Number,
    Flag,
    Word,
    Maybe,
    List,
    Kind,
    Parcel,
    Table,
    /// `Option<i64>`: an option that is copied.
    Count,
    /// A struct that is copied, of a module of its own.
    Spot,
    /// A tuple.
    Pair,
    /// A list of structs.
    Boxes,
    /// An enum with an internal tag, and fields that JSON may leave out.
    Event,
}

use Ty::*;

pub const TYPES: &[Ty] =
    &[Number, Flag, Word, Maybe, List, Kind, Parcel, Table, Count, Spot, Pair, Boxes, Event];

impl Ty {
    /// In Rust.
    pub fn rust(self) -> &'static str {
        match self {
            Number => "i64",
            Flag => "bool",
            Word => "String",
            Maybe => "Option<String>",
            List => "Vec<String>",
            Kind => "Kind",
            Parcel => "Parcel",
            Table => "BTreeMap<String, i64>",
            Count => "Option<i64>",
            Spot => "my_types::Spot",
            Pair => "(i64, String)",
            Boxes => "Vec<Parcel>",
            Event => "Event",
        }
    }
    pub fn copies(self) -> bool {
        matches!(self, Number | Flag | Count | Spot)
    }
    /// The letter of its variables.
    pub fn letter(self) -> &'static str {
        match self {
            Number => "n",
            Flag => "flag",
            Word => "word",
            Maybe => "perhaps",
            List => "lines",
            Kind => "what",
            Parcel => "held",
            Table => "sizes",
            Count => "many",
            Spot => "here",
            Pair => "two",
            Boxes => "held_all",
            Event => "news",
        }
    }
}

/// The fields of `Parcel`, with those of its `Label`.
pub const FIELDS: &[(&str, Ty)] = &[
    ("name", Word),
    ("size", Number),
    ("note", Maybe),
    ("lines", List),
    ("kind", Kind),
    ("label.text", Word),
    ("label.code", Number),
    ("count", Count),
    ("spot", Spot),
    ("spot.x", Number),
];

/// The fields of a variable of the type.
pub fn fields(ty: Ty) -> &'static [(&'static str, Ty)] {
    match ty {
        Parcel => FIELDS,
        Spot => &[("x", Number), ("y", Number)],
        Pair => &[("0", Number), ("1", Word)],
        _ => &[],
    }
}

/// A variable.
#[derive(Clone, Debug)]
pub struct Var {
    pub name: String,
    pub ty: Ty,
    pub mutable: bool,
    /// How many forks and loops it stands in.
    pub fork: usize,
    pub loops: usize,
    /// Whether its text is of bounded length: it is not made from other texts.
    pub tame: bool,
    /// The fields that were moved; the empty name for all of it.
    pub gone: BTreeSet<&'static str>,
}

impl Var {
    /// Whether all of it is there.
    pub fn whole(&self) -> bool {
        self.gone.is_empty()
    }
    /// Whether a field of it is there.
    pub fn has(&self, field: &str) -> bool {
        !self.gone.contains("") && !self.gone.contains(field)
    }
}

/// A loop around, in the same fork.
#[derive(Clone, Debug)]
pub struct Around {
    pub label: Option<String>,
    /// The type of its value, where it has one.
    pub value: Option<Ty>,
}

/// What can be seen from where the generator writes.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    pub vars: Vec<Var>,
    pub around: Vec<Around>,
    pub fork: usize,
    pub loops: usize,
    /// What the function or fork around returns.
    pub result: Vec<Ty>,
}

impl Scope {
    /// The variables that are not hidden by others of their name.
    pub fn visible(&self) -> impl Iterator<Item = (usize, &Var)> {
        self.vars
            .iter()
            .enumerate()
            .filter(|(at, var)| !self.vars[at + 1..].iter().any(|later| later.name == var.name))
    }
    /// Whether a variable may be moved from here.
    pub fn movable(&self, var: &Var) -> bool {
        var.fork == self.fork && var.loops == self.loops
    }
    /// The variables that may be assigned from here.
    pub fn assignable(&self) -> Vec<usize> {
        self.visible()
            .filter(|(_, var)| var.mutable && var.fork == self.fork && var.whole())
            .map(|(at, _)| at)
            .collect()
    }
}

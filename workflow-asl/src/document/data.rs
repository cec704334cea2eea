//! The model of how data goes through a state, in either query language. No logic.

use crate::jsonata::Template;
use crate::jsonpath::{Path, PayloadTemplate, ReferencePath};

/// The query languages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum QueryLanguage {
    /// Paths, payload templates and intrinsic functions.
    #[default]
    JsonPath,
    /// Expressions `{% … %}`.
    Jsonata,
}

/// The way of data through a state.
#[derive(Clone, Debug, PartialEq)]
pub enum DataFlow {
    /// A state in JSONata.
    Jsonata(JsonataData),
    /// A state in JSONPath.
    JsonPath(Box<JsonPathData>),
}

/// The data of a state in JSONata.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct JsonataData {
    /// `Arguments` of a Task or Parallel.
    pub arguments: Option<Template>,
    /// `Assign` and `Output`.
    pub outcome: StateOutput,
}

/// `Assign` and `Output` (JSONata): both are evaluated from one snapshot.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StateOutput {
    /// The variables, in order.
    pub assign: Vec<(String, Template)>,
    /// The output.
    pub output: Option<Template>,
}

/// The data of a state in JSONPath, in the order in which it is applied.
#[derive(Clone, Debug, PartialEq)]
pub struct JsonPathData {
    /// `InputPath`, `$` if absent; `None` for `null`: the input is `{}`.
    pub input: Option<Path>,
    /// `Parameters` of a Task, Pass or Parallel; those of a Map are its selector.
    pub parameters: Option<PayloadTemplate>,
    /// `ResultSelector` of a Task, Parallel or Map.
    pub selector: Option<PayloadTemplate>,
    /// `ResultPath`, `$` if absent; `None` for `null`: the result is dropped.
    pub result: Option<ReferencePath>,
    /// `Assign`.
    pub assign: Option<Assign>,
    /// `OutputPath`, `$` if absent; `None` for `null`: the output is `{}`.
    pub output: Option<Path>,
}

/// `Assign` (JSONPath).
#[derive(Clone, Debug, PartialEq)]
pub struct Assign {
    /// The variables, in order.
    pub names: Vec<String>,
    /// An object with a field for each.
    pub values: PayloadTemplate,
}

/// The data that a rule or a catcher hands over to the next state, in the language of its state.
#[derive(Clone, Debug, PartialEq)]
pub enum Handover {
    /// `Assign` and `Output`.
    Jsonata(StateOutput),
    /// `Assign`, and of a catcher `ResultPath`.
    JsonPath {
        /// The variables.
        assign: Option<Assign>,
        /// The place of the error output, `$` if absent; `None` for `null`: it is dropped.
        result: Option<ReferencePath>,
    },
}

/// A field that stands in the document, or comes from data.
#[derive(Clone, Debug, PartialEq)]
pub enum Setting<T, P = ReferencePath> {
    /// As it stands.
    Literal(T),
    /// A field whose name ends in `Path` (JSONPath).
    Path(P),
    /// An expression (JSONata).
    Expression(Template),
}

/// JSON made from data, in the language of its state.
#[derive(Clone, Debug, PartialEq)]
pub enum DataTemplate {
    /// With expressions.
    Jsonata(Template),
    /// With keys that end in `.$`.
    JsonPath(PayloadTemplate),
}

/// The items of a Map.
#[derive(Clone, Debug, PartialEq)]
pub enum Items {
    /// `Items`: an array or object, or an expression.
    Jsonata(Template),
    /// `ItemsPath`.
    Path(ReferencePath),
}

impl QueryLanguage {
    /// As documents write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            QueryLanguage::JsonPath => "JSONPath",
            QueryLanguage::Jsonata => "JSONata",
        }
    }

    pub(super) const fn other(self) -> Self {
        match self {
            QueryLanguage::JsonPath => QueryLanguage::Jsonata,
            QueryLanguage::Jsonata => QueryLanguage::JsonPath,
        }
    }
}

impl DataFlow {
    /// The language of the state.
    #[must_use]
    pub const fn language(&self) -> QueryLanguage {
        match self {
            DataFlow::Jsonata(_) => QueryLanguage::Jsonata,
            DataFlow::JsonPath(_) => QueryLanguage::JsonPath,
        }
    }

    /// The data of a state in JSONata.
    #[must_use]
    pub const fn jsonata(&self) -> Option<&JsonataData> {
        match self {
            DataFlow::Jsonata(data) => Some(data),
            DataFlow::JsonPath(_) => None,
        }
    }

    /// The data of a state in JSONPath.
    #[must_use]
    pub fn json_path(&self) -> Option<&JsonPathData> {
        match self {
            DataFlow::Jsonata(_) => None,
            DataFlow::JsonPath(data) => Some(data),
        }
    }
}

impl Handover {
    /// `Assign` and `Output`.
    #[must_use]
    pub const fn jsonata(&self) -> Option<&StateOutput> {
        match self {
            Handover::Jsonata(outcome) => Some(outcome),
            Handover::JsonPath { .. } => None,
        }
    }
}

impl<T, P> Setting<T, P> {
    /// The value, if it stands in the document.
    #[must_use]
    pub const fn literal(&self) -> Option<&T> {
        match self {
            Setting::Literal(value) => Some(value),
            _ => None,
        }
    }
    /// The expression, if it is one.
    #[must_use]
    pub const fn expression(&self) -> Option<&Template> {
        match self {
            Setting::Expression(template) => Some(template),
            _ => None,
        }
    }
}

impl DataTemplate {
    /// The template in JSONata.
    #[must_use]
    pub const fn jsonata(&self) -> Option<&Template> {
        match self {
            DataTemplate::Jsonata(template) => Some(template),
            DataTemplate::JsonPath(_) => None,
        }
    }
}

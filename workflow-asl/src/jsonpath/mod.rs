//! The JSONPath query language of the States Language, as AWS Step Functions speaks it.
//!
//! AWS evaluates paths with Jayway's JsonPath, whose rules differ from those of RFC 9535: filters compare
//! loosely, `['a','b']` gives one object, a definite path gives a bare value and any other a list. What is
//! allowed, and where this differs from Jayway, stands in `docs/jsonpath.md`.
//!
//! Everything is parsed once and evaluated many times; an evaluation borrows what it can from its [`Scope`].
//! All input is bounded, that of the parsers and that of the evaluation: hostile text is an error.
//!
//! ```
//! # use workflow_asl::jsonata::Entropy;
//! # use workflow_asl::jsonpath::{Path, PayloadTemplate, Scope};
//! # use serde_json::json;
//! let input = json!({ "order": { "id": 7, "lines": [{ "sku": "a" }, { "sku": "b" }] } });
//! let scope = Scope::new(&input);
//! assert_eq!(*Path::parse("$.order.lines[*].sku")?.eval(&scope)?, json!(["a", "b"]));
//!
//! let template = json!({ "text.$": "States.Format('Order {}', $.order.id)" });
//! let template = PayloadTemplate::parse(&template).unwrap();
//! assert_eq!(template.eval(&scope, &mut Entropy::default())?, json!({ "text": "Order 7" }));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod budget;
mod choice;
mod cursor;
mod error;
mod eval;
mod filter;
mod function;
mod intrinsic;
mod parse;
mod path;
mod problem;
mod reference;
mod scope;
mod size;
mod template;
mod text;
mod timestamp;
mod token;

pub use choice::{ChoiceRule, OPERATORS};
pub use error::{Failure, PathError, Reason};
pub use intrinsic::{FUNCTIONS, Intrinsic};
pub use path::{Path, Root};
pub use problem::TemplateProblem;
pub use reference::ReferencePath;
pub use scope::{Scope, Variables};
pub use template::{Expression, PayloadTemplate};
pub use timestamp::Timestamp;

#[cfg(test)]
mod tests;

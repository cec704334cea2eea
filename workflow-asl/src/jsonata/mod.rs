//! JSONata as AWS Step Functions speaks it: version 2.0.6 with some functions more, some less.
//!
//! A text is parsed to a tree (`syntax`), checked against the rules of AWS (`check`), and evaluated by a machine
//! whose time, memory and depth are bounded (`machine`). Data of a state is viewed, never copied, until it goes out.
//!
//! ```
//! # use workflow_asl::jsonata::{Entropy, Expression, Scope};
//! # use serde_json::json;
//! let expression = Expression::parse("$order.total * 2")?;
//! let order = json!({ "total": 21 });
//! let mut scope = Scope::new();
//! scope.bind("order", &order);
//! assert_eq!(expression.evaluate(&scope, &mut Entropy::default())?, Some(json!(42)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod builtins;
mod check;
mod entropy;
mod error;
mod expression;
mod fault;
pub(crate) mod hash;
mod library;
mod machine;
mod mentions;
mod number;
mod scope;
mod syntax;
mod template;
mod value;

pub use entropy::Entropy;
pub use error::{EvaluationError, FieldError, Reason, SyntaxError};
pub use expression::Expression;
pub use machine::Limits;
pub use mentions::{FUNCTIONS, Mentions};
pub use scope::{Scope, States};
pub use template::{FieldPlace, Template};

#[cfg(test)]
mod answers;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod suite;
#[cfg(test)]
mod tests;

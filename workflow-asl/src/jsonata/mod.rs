//! JSONata as AWS Step Functions speaks it: version 2.0.6 with some functions more, some less.
//!
//! A wrapper around the crate `jsonata-core`, which follows JSONata 2.2 and has no idea of States Language
//! rules. What differs is refused when an expression is parsed, or replaced; nothing of that crate shows.
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

mod check;
mod convert;
mod entropy;
mod error;
mod expression;
mod fault;
mod functions;
pub(crate) mod hash;
mod library;
mod mentions;
mod path;
mod replace;
mod scope;
mod template;
mod text;
mod tuples;

pub use entropy::Entropy;
pub use error::{EvaluationError, FieldError, Reason, SyntaxError};
pub use expression::{Expression, Limits};
pub use mentions::{FUNCTIONS, Mentions};
pub use scope::{Scope, States};
pub use template::{Place, Template};

#[cfg(test)]
mod hostile;
#[cfg(test)]
mod suite;
#[cfg(test)]
mod tests;

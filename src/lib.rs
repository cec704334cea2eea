//! Write a workflow as one ordinary Rust `async fn`.

pub use workflow_asl::{Data, Definition, Json, Schema};
/// The derive: serde's own attributes say the form, and what has no single form is refused.
///
/// `rename`, `rename_all`, `tag`, `content`, `transparent`, `default`, `alias` and
/// `skip_serializing_if = "Option::is_none"` are followed. `#[data(opaque)]` lets any JSON pass where no expression
/// of a workflow looks inside: above a type, or above a field, as for a type of another crate.
///
/// ```
/// use workflow::prelude::*;
///
/// #[derive(Clone, Debug, Serialize, Deserialize, Data)]
/// #[serde(rename_all = "camelCase")]
/// struct Order {
///     order_id: String,
///     #[serde(skip_serializing_if = "Option::is_none")]
///     gift_note: Option<String>,
///     #[data(opaque)]
///     address: std::net::IpAddr,
/// }
/// ```
pub use workflow_macros::Data;
/// The derive: each variant of the enum is an error name, its fields travel as JSON in the cause.
///
/// `#[error_name("..")]` gives a variant a reserved or foreign name. One variant may be `#[other]` and hold a
/// [`Failure`]: it takes everything that is none of the others. What is outside an enum without one is not caught
/// by a `match` of the workflow, and ends it.
///
/// ```
/// use workflow::prelude::*;
///
/// #[derive(Debug, Serialize, Deserialize, TaskError)]
/// enum ChargeError {
///     Declined { reason: String },
///     #[error_name("Lambda.TooManyRequestsException")]
///     Busy,
///     #[other]
///     Other(Failure),
/// }
///
/// let failure = Failure::from(ChargeError::Declined { reason: "stolen".to_owned() });
/// assert_eq!(failure.error(), "Declined");
/// ```
pub use workflow_macros::TaskError;
/// Makes of a function one that workflows may call inside their expressions, in any module, without listing it.
///
/// It stays an ordinary function, of any number of arguments, by value or by reference; it may call others of its
/// kind. In the document its expression is written out where it is called, so it cannot call itself. Overflow and the
/// like are then failures of the state, as they are in the workflow itself.
///
/// ```
/// use workflow::prelude::*;
///
/// #[derive(Clone, Debug, Serialize, Deserialize, Data)]
/// struct Line { price: f64, count: u32 }
///
/// #[pure]
/// fn total(lines: &[Line]) -> f64 {
///     lines.iter().map(|line| line.price * f64::from(line.count)).sum()
/// }
///
/// #[workflow]
/// async fn quote(lines: Vec<Line>) -> Result<f64, Failure> {
///     let total = total(&lines);
///     if total > 100.0 { Ok(total * 0.9) } else { Ok(total) }
/// }
/// ```
pub use workflow_macros::pure;
/// Makes a task of a function: an effect that a workflow calls, retries, times out and catches.
///
/// Calling the function makes a [`Call`], to be awaited in a workflow. The body becomes `charge::run`, to be called
/// with its resources, as in a test. [`Res`] and [`TaskContext`] are injected; the other arguments are the payload:
/// one is the payload itself, several are an object keyed by their names.
///
/// Options: `timeout = "30s"` and `heartbeat = "5s"` (`s`, `m`, `h`, `d`, or a number of seconds), `retry = GENTLY`
/// or `retry = [FIRST, SECOND]`. Transient errors of Lambda are retried as AWS recommends, after these, unless
/// `aws_retry = false`.
///
/// ```
/// use workflow::prelude::*;
///
/// struct Bank { limit: f64 }
///
/// const GENTLY: Retry = Retry::on(&["Throttled"]).interval(2).max_attempts(5).jitter();
///
/// /// Charges the customer's card.
/// #[task(timeout = "30s", retry = GENTLY)]
/// fn charge(bank: Res<Bank>, card: String, amount: f64) -> Result<String, Failure> {
///     if amount > bank.limit {
///         return Err(Failure::new("OverLimit", format!("{card} is good for {}", bank.limit)));
///     }
///     Ok(format!("{amount} from {card}"))
/// }
///
/// let bank = Res::new(Bank { limit: 10.0 });
/// assert!(charge::run(bank, "visa".to_owned(), 20.0).is_err());
/// ```
///
/// A task without a body names what is called: a Lambda function that is there already, an activity, or an action of
/// a service (whose arguments are then keyed in PascalCase). A mock or a connector of the engine answers it; without
/// one, nothing runs. A `callback` task hands out `context.token`, and returns before its value is there: somebody
/// answers with [`Engine::complete`], [`Engine::fail`] and [`Engine::heartbeat`], and the timeout covers both.
///
/// ```
/// use workflow::prelude::*;
///
/// #[task(resource = "arn:aws:states:::sqs:sendMessage")]
/// async fn send(queue_url: String, message_body: String) -> Result<(), Failure>;
///
/// /// Asks a person.
/// #[task(callback, timeout = "7d")]
/// async fn approve(context: TaskContext, order: String) -> Result<Pending<bool>, Failure> {
///     println!("approve {order}? answer with {:?}", context.token);
///     Ok(Pending::new())
/// }
/// ```
pub use workflow_macros::task;
pub use workflow_macros::{steps, workflow};
pub use workflow_runtime::oracle::{
    continue_as, execution, map, now, random, sleep, sleep_until, uuid,
};
pub use workflow_runtime::{
    Call, Caught, Durable, Failure, Payload, Res, Resources, Retry, Task, TaskContext,
    TaskDefinition, TaskError, task::Heartbeat, task::Pending,
};
pub use workflow_runtime::{Engine, Execution, Workflow, join};
pub use workflow_runtime::{
    clock, connector, engine, history, interpreted, machine, mocks, price, test_state,
};

/// The command line of a program with workflows: [`cli()`], or in one line [`cli!`].
pub mod cli {
    pub use workflow_cli::{
        BoxError, Budget, Change, Cli, Ready, Terminal, Tone, budgets, changes, shown,
    };
}
pub mod guide;
pub mod testing;
pub use workflow_cli::cli;

/// The command line of a program whose workflows need no resources, in one line of `main`:
///
/// ```no_run
/// use workflow::prelude::*;
///
/// #[task]
/// async fn greet(name: String) -> Result<String, Failure> {
///     Ok(format!("Hello {name}"))
/// }
///
/// /// Greets somebody.
/// #[workflow]
/// async fn welcome(name: String) -> Result<String, Failure> {
///     greet(name).await
/// }
///
/// fn main() -> std::process::ExitCode {
///     workflow::cli![welcome]
/// }
/// ```
///
/// With resources: [`cli::Cli`].
#[macro_export]
macro_rules! cli {
    ($($workflow:path),+ $(,)?) => {
        $crate::cli()$(.workflow::<$workflow>())+.main()
    };
}

/// What a file with tasks and workflows needs: `use workflow::prelude::*;`.
pub mod prelude {
    #[doc(no_inline)]
    pub use crate::{
        Data, Engine, Failure, Pending, Res, Retry, TaskContext, TaskError, continue_as, execution,
        join, map, now, pure, random, sleep, sleep_until, steps, task, uuid, workflow,
    };
    /// serde's traits and derives. The derives name the crate `serde`, which must be a dependency of yours.
    #[doc(no_inline)]
    pub use serde::{Deserialize, Serialize};
    #[doc(no_inline)]
    pub use std::time::Duration;
}

/// What the code that macros write needs. No part of the interface: it changes without notice.
#[doc(hidden)]
pub mod __private {
    pub use serde::Serialize;
    pub use serde::de::DeserializeOwned;
    pub use serde_json::Value;
    pub use workflow_asl::program::Pure;
    pub use workflow_asl::schema::{Content, Field, Schema, Tagging, Variant};
    pub use workflow_asl::{Data, Definition, Json, ops, program};
    pub use workflow_macros::with_steps;
    pub use workflow_runtime::arguments::{Argument, Arguments};
    pub use workflow_runtime::body::{no_body, not_a_task, run_callback, run_task};
    pub use workflow_runtime::export::{ExportError, constant, export};
    pub use workflow_runtime::failure::{Caught, Failure, TaskError};
    pub use workflow_runtime::fields::fields;
    pub use workflow_runtime::inject::{Inject, needs};
    pub use workflow_runtime::machine::{Effect, Kind, Machine, Names, Retrier, StateInfo, Stop};
    pub use workflow_runtime::payload::{Durable, Live, Payload};
    pub use workflow_runtime::retriers::{TRANSIENT, only_retriers, retriers, retriers_of};
    pub use workflow_runtime::task::{Call, Task, TaskDefinition};
    pub use workflow_runtime::typed;
    pub use workflow_runtime::way::{Nested, Way, awaited, continued};
    pub use workflow_runtime::workflow::Workflow;
}

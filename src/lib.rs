//! Write a workflow as one ordinary Rust `async fn`.
//!
//! [`#[workflow]`](macro@workflow) makes two things from it: a typed state machine that an [`Engine`] runs in your process,
//! and a document in the Amazon States Language that does exactly the same on AWS Step Functions. Five more macros go with
//! it: [`#[task]`](macro@task) is for the functions that do the work, [`#[pure]`](macro@pure) for functions that compute,
//! [`#[steps]`](macro@steps) for parts that workflows share, [`derive(Data)`](macro@Data) for types that travel between
//! tasks, and [`derive(TaskError)`](macro@TaskError) for errors.
//!
//! ```
//! use workflow::prelude::*;
//!
//! /// Greets somebody.
//! #[task(timeout = "5s")]
//! async fn greet(name: String) -> Result<String, Failure> {
//!     Ok(format!("Hello {name}"))
//! }
//!
//! /// Greets everybody.
//! #[workflow]
//! async fn welcome(names: Vec<String>) -> Result<Vec<String>, Failure> {
//!     map(names, async |name| greet(name).await).max_concurrency(4).await
//! }
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # tokio::runtime::Builder::new_current_thread().enable_time().build()?.block_on(async {
//! let engine = Engine::builder().build();
//! let greetings = engine.run::<welcome>(vec!["Ada".to_owned(), "Alan".to_owned()]).await?;
//! assert_eq!(greetings, ["Hello Ada", "Hello Alan"]);
//!
//! let document = welcome::definition()?.to_json_pretty();
//! assert!(document.contains("\"MaxConcurrency\": 4"));
//! # Ok(())
//! # })
//! # }
//! ```
//!
//! # Where to go from here
//!
//! - [`testing`] runs a workflow in virtual time, with mocks that the compiler checks, and compares it with its document.
//! - The [`guide`] explains everything, from the [first workflow](guide::first_workflow) to
//!   [what cannot be written](guide::cannot), and lists the [operators and methods](guide::operators).
//! - The [`prelude`] is what a file with workflows imports; [`Engine`] runs them, [`cli!`] gives them a command line.
//! - [`Failure`], [`TaskError`](macro@TaskError) and [`Retry`] say how tasks fail and are tried again.
//! - With a store, executions survive their process: [`guide::durable`].

pub use workflow_asl::{Data, Definition, Json, Schema};
/// Derives [`Data`](trait@Data): the type's JSON form, as serde's attributes define it. A type without a single form is
/// refused.
///
/// serde's `rename`, `rename_all`, `tag`, `content`, `transparent`, `default` and `skip_serializing_if =
/// "Option::is_none"` are understood. `#[data(opaque)]`, above a type or a field, accepts any serde type, such as one
/// of another crate; expressions of a workflow can then pass it on, but not look inside.
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
/// Derives [`TaskError`](trait@TaskError) for an enum of errors: each variant is an error name, and its fields travel
/// as JSON in the cause.
///
/// `#[error_name("..")]` gives a variant another error name, such as one of AWS. One variant may be `#[other]` and hold
/// a [`Failure`]: it takes every error that has no variant of its own, and `?` in the body of a task converts a failure
/// into it. Without such a variant, an error of another name is not caught by a `match` of the workflow, and ends the
/// workflow.
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
/// Makes a function callable in the expressions of workflows, in any module.
///
/// It stays an ordinary function, with any number of arguments, by value or by reference, and may call other `#[pure]`
/// functions. In the document its expression is written out at each call, so it cannot call itself. Overflow and
/// similar faults are failures of the state, as in the workflow itself.
///
/// Above an `impl` block it does so for all functions in it: `order.total()`, `Order::cheapest(&a, &b)`. Methods take
/// `&self`, or `self` where the type is `Clone`, and have none of the names that workflows know.
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
/// Makes a part that several workflows share: its states are copied into each workflow that calls it, and their names
/// begin with the part's name.
///
/// Write it like a workflow, list it in `#[workflow(steps(..))]`, and call it with `.await?`, or with a `match` on
/// `refund(order).await` whose error is a [`Failure`]. For an execution of its own, with its own history, call another
/// workflow instead.
///
/// ```
/// use workflow::prelude::*;
///
/// #[task]
/// async fn pay_back(order: String) -> Result<(), Failure> {
///     Ok(drop(order))
/// }
///
/// #[steps]
/// async fn refund(order: String) -> Result<bool, Failure> {
///     match pay_back(order).await {
///         Ok(()) => Ok(true),
///         Err(_) => Ok(false),
///     }
/// }
///
/// #[workflow(steps(refund))]
/// async fn cancel(order: String) -> Result<bool, Failure> {
///     let refunded = refund(order).await?;
///     Ok(refunded)
/// }
///
/// assert!(cancel::definition().unwrap().to_json_pretty().contains("PayBack"));
/// ```
pub use workflow_macros::steps;
/// Makes a task of a function: an effect that a workflow calls, retries, times out and catches.
///
/// Calling the function makes a [`Call`], which a workflow awaits. The body becomes the function `charge::run`, which a
/// test can call with its resources. Arguments of type [`Res`] and [`TaskContext`] are injected. The other arguments
/// are the payload: a single one is the payload itself, several are an object keyed by their names.
///
/// Options: `timeout = "30s"` and `heartbeat = "5s"` (`s`, `m`, `h`, `d`, or a number of seconds); `retry = GENTLY`,
/// `retry = [FIRST, SECOND]`, or any part of `retry(on = ["Throttled"], max_attempts = 5, interval = "2s", backoff_rate
/// = 1.5, max_delay = "60s", jitter)`. After these retriers, transient errors of Lambda are retried as AWS recommends,
/// unless `aws_retry = false`.
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
/// A task without a body names the resource that it calls: an existing Lambda function, an activity, or an action of a
/// service (whose arguments are then keyed in PascalCase). A mock or a connector of the engine answers it; without one,
/// the call fails.
///
/// A `callback` task hands out `context.token` and returns before its value is known. Somebody else answers later with
/// [`Engine::complete`] or [`Engine::fail`], and may call [`Engine::heartbeat`] meanwhile. The timeout covers the body
/// and the answer.
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
/// Makes a workflow of an `async fn`: a typed state machine, and the States Language document that does the same.
///
/// The function takes owned values that implement [`Data`]. It returns a `Result` whose error is a [`Failure`] or an
/// enum with [`derive(TaskError)`](macro@TaskError). Its name becomes a type that implements [`Workflow`], for
/// [`Engine::run`] and [`cli!`]. `name::definition()` returns the document, and `name(input).await?` in another workflow
/// starts an execution of its own.
///
/// # What may be written
///
/// - Calls of tasks, awaited where they are called: `charge(card).await?`, or `match charge(card).await { Ok(..) =>
///   .., Err(ChargeError::Declined { .. }) => .., Err(other) => .. }`. On a call: `.retry(GENTLY)`,
///   `.timeout(Duration)`, `.heartbeat(Duration)` and `.named("State name")`.
/// - [`join!`], [`map`], [`sleep`], [`sleep_until`], [`continue_as`]; [`execution`], [`uuid`], [`random`], [`now`].
/// - `let`, mutable variables, `if`, `match`, `if let`, `let .. else`, `for`, `while`, `loop`, `break`, `continue`,
///   `return`. A `while` or `loop` awaits something in each turn; a `for` that awaits nothing is one expression.
/// - Expressions that mean the same in JSONata: fields, literals, constructors, checked arithmetic, comparison,
///   `format!`, `vec!`, `matches!`, and the methods in the guide's list of [operators](guide::operators).
///
/// ```
/// use workflow::prelude::*;
///
/// #[derive(Clone, Debug, Serialize, Deserialize, Data)]
/// struct Order {
///     id: String,
///     prices: Vec<f64>,
/// }
///
/// #[derive(Debug, Serialize, Deserialize, TaskError)]
/// enum ChargeError {
///     Declined { reason: String },
///     #[other]
///     Other(Failure),
/// }
///
/// #[task]
/// async fn charge(id: String, amount: f64) -> Result<String, ChargeError> {
///     if amount > 100.0 {
///         return Err(ChargeError::Declined { reason: "the limit is 100".to_owned() });
///     }
///     Ok(format!("receipt of {id}"))
/// }
///
/// #[workflow]
/// async fn sell(order: Order) -> Result<String, Failure> {
///     let total: f64 = order.prices.iter().sum();
///     if total == 0.0 {
///         return Ok("for free".to_owned());
///     }
///     match charge(order.id, total).await {
///         Ok(receipt) => Ok(receipt),
///         Err(ChargeError::Declined { reason }) => Err(Failure::new("NotPaid", reason)),
///         Err(other) => Err(other.into()),
///     }
/// }
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # tokio::runtime::Builder::new_current_thread().enable_time().build()?.block_on(async {
/// let engine = Engine::builder().build();
/// let order = |price| Order { id: "7".to_owned(), prices: vec![price] };
/// assert_eq!(engine.run::<sell>(order(20.0)).await?, "receipt of 7");
/// assert_eq!(engine.run::<sell>(order(200.0)).await.unwrap_err().error(), "NotPaid");
/// # Ok(())
/// # })
/// # }
/// ```
///
/// # Errors
///
/// Everything else is a compile error at the token, with what to write instead. The macro sees syntax alone; what
/// depends on types is refused by rustc (`f64` in `format!`), or by `definition()`, which names the state.
///
/// ```compile_fail
/// # use workflow::prelude::*;
/// #[workflow]
/// async fn send(lines: Vec<String>) -> Result<String, Failure> {
///     let address = std::fs::read_to_string("address"); // error: call it in a `#[task]`
///     Ok(format!("{} lines", lines.len()))
/// }
/// ```
///
/// # Options
///
/// `#[workflow(steps(refund))]` lists the [`steps`] that it calls. `max_events = 100`, `max_transitions`, `max_dollars`
/// and `max_payload` are [budgets](guide::export#budgets): the most that an execution may take. `timeout = "1h"` is the
/// deadline of an execution, which then fails with `States.Timeout`. `triggers(schedule("0 8 * * *"), request("POST",
/// "/orders"))` lists what starts it: a deployment makes these triggers on AWS, and
/// [`Engine::schedule_triggers`](Engine::schedule_triggers) the schedules here ([`guide::schedules`]).
///
/// `crate = my_library::workflow` is the path at which generated code finds this crate, if it is not `::workflow`.
/// [`task`], [`steps`] and [`pure`] take it too, and the derives take `#[data(crate = my_library::workflow)]`.
///
/// `WORKFLOW_DEBUG=sell cargo check` prints the code that is generated for the function `sell`.
pub use workflow_macros::workflow;
/// Runs 2 to 8 branches at the same time, as a Parallel state, and returns a tuple of their results.
///
/// A branch is a call, a [`map`], another `join!`, or an `async` block that ends with `Ok(..)`, each without `.await`.
/// `.retry(..)` and `.named("..")` may follow the `join!`.
///
/// # Errors
///
/// If a branch fails, the whole fails with the same failure, and the other branches are stopped.
///
/// ```
/// # use workflow::prelude::*;
/// # #[task] async fn stock(order: String) -> Result<u32, Failure> { Ok(order.len() as u32) }
/// # #[task] async fn price(order: String) -> Result<f64, Failure> { Ok(order.len() as f64) }
/// # #[task] async fn tax(price: f64) -> Result<f64, Failure> { Ok(price * 0.2) }
/// #[workflow]
/// async fn quote(order: String) -> Result<f64, Failure> {
///     let (left, tax) = join!(stock(order.clone()), async {
///         let price = price(order.clone()).await?;
///         tax(price).await
///     })
///     .await?;
///     if left == 0 {
///         return Err(Failure::new("SoldOut", format!("{order} is sold out")));
///     }
///     Ok(tax)
/// }
/// ```
pub use workflow_runtime::join;
#[cfg(feature = "object-store")]
pub use workflow_runtime::object_store;
pub use workflow_runtime::oracle::Raced;
/// Puts the items of a distributed [`map`] together into batches, each of which is one item: fewer executions.
///
/// ```
/// # use workflow::prelude::*;
/// # #[task] async fn index(pages: Vec<String>) -> Result<usize, Failure> { Ok(pages.len()) }
/// #[workflow]
/// async fn index_all(pages: Vec<String>) -> Result<Vec<usize>, Failure> {
///     map(batches(pages, 100), async |pages| index(pages).await).distributed().await
/// }
/// ```
pub use workflow_runtime::oracle::batches;
/// Ends the execution, and continues the work in a new one, with an empty history.
///
/// ```
/// # use workflow::prelude::*;
/// # #[task] async fn look(id: String) -> Result<bool, Failure> { Ok(id.len() > 3) }
/// #[workflow]
/// async fn watch(id: String, asked: u32) -> Result<u32, Failure> {
///     for turn in 0..500 {
///         if look(id.clone()).await? {
///             return Ok(asked + turn);
///         }
///         sleep(Duration::from_secs(60)).await;
///     }
///     continue_as(watch(id, asked + 500)).await
/// }
/// ```
pub use workflow_runtime::oracle::continue_as;
/// Returns the facts of the workflow's own execution: `id()`, `name()`, `start_time()` and `state_machine()`.
///
/// ```
/// # use workflow::prelude::*;
/// # #[task] async fn report(text: String) -> Result<(), Failure> { Ok(drop(text)) }
/// #[workflow]
/// async fn check(site: String) -> Result<(), Failure> {
///     report(format!("{site} is checked by {}", execution().name())).await
/// }
/// ```
pub use workflow_runtime::oracle::execution;
/// Handles the items of a list at the same time, as a Map state, and returns the list of the results, in order.
///
/// The list is taken by value, and the closure is `async`, with one argument. The closure may read captured variables
/// but not assign them; its result is its return value. `.max_concurrency(n)` (a number: it is part of the document),
/// `.retry(..)` and `.named("..")` may follow; `.distributed()` gives each item an execution of its own
/// ([`guide::distributed`]).
///
/// # Errors
///
/// If an item fails, the whole fails with the same failure, and the other items are stopped.
///
/// ```
/// # use workflow::prelude::*;
/// # #[task] async fn pick(line: String) -> Result<String, Failure> { Ok(line) }
/// # #[task] async fn pack(part: String, order: String) -> Result<String, Failure> { Ok(part + &order) }
/// #[workflow]
/// async fn prepare(order: String, lines: Vec<String>) -> Result<Vec<String>, Failure> {
///     let parcels = map(lines, async |line| {
///         let part = pick(line).await?;
///         pack(part, order.clone()).await
///     })
///     .max_concurrency(8)
///     .await?;
///     Ok(parcels)
/// }
/// ```
pub use workflow_runtime::oracle::map;
/// Reads the items of a distributed [`map`] from the rows of a CSV file ([`guide::distributed`]).
///
/// ```
/// # use workflow::prelude::*;
/// # #[task] async fn bill(article: String) -> Result<(), Failure> { Ok(drop(article)) }
/// #[derive(Clone, Debug, Serialize, Deserialize, Data)]
/// struct Sale {
///     article: String,
/// }
///
/// #[workflow]
/// async fn bill_all(file: String) -> Result<Vec<()>, Failure> {
///     map(read_csv::<Sale>("sales", file), async |sale| bill(sale.article).await).distributed().await
/// }
/// ```
pub use workflow_runtime::oracle::read_csv;
/// Waits for a time, as a Wait state. Write the time as `Duration::from_secs(..)`, `from_mins(..)` or `from_hours(..)`:
/// whole seconds.
///
/// It cannot fail: write `.await` without `?`. In tests and with `--virtual-time` it takes no time.
///
/// ```
/// # use workflow::prelude::*;
/// # #[task] async fn remind(name: String) -> Result<(), Failure> { Ok(drop(name)) }
/// #[workflow]
/// async fn reminded(name: String, days: u64) -> Result<(), Failure> {
///     sleep(Duration::from_secs(days * 86_400)).await;
///     remind(name).await
/// }
/// ```
pub use workflow_runtime::oracle::sleep;
/// Waits until a point in time, as a Wait state with a `Timestamp`. The time is text in RFC 3339; if it is in the past,
/// there is no wait.
///
/// # Errors
///
/// A text that is not a point in time ends the workflow with `States.QueryEvaluationError`. Write `.await` without `?`.
///
/// ```
/// # use workflow::prelude::*;
/// # #[task] async fn remind(name: String) -> Result<(), Failure> { Ok(drop(name)) }
/// #[workflow]
/// async fn reminded(name: String, deadline: String) -> Result<(), Failure> {
///     sleep_until(deadline).await;
///     remind(name).await
/// }
/// ```
pub use workflow_runtime::oracle::sleep_until;
/// Draws a UUID. A retry and a resumed execution see the same one. [`random`] and [`now`] are evaluated once in the same
/// way.
///
/// ```
/// # use workflow::prelude::*;
/// # #[task] async fn charge(id: String, amount: f64) -> Result<(), Failure> { Ok(drop((id, amount))) }
/// #[workflow]
/// async fn pay(amount: f64) -> Result<String, Failure> {
///     let id = uuid();
///     charge(id.clone(), amount).await?;
///     Ok(format!("payment {id}"))
/// }
/// ```
pub use workflow_runtime::oracle::uuid;
pub use workflow_runtime::oracle::{list_objects, read_json, read_jsonl};
pub use workflow_runtime::oracle::{now, random};
/// Runs 2 to 8 branches at the same time until the first of them ends, and returns its value. The other branches are
/// cancelled. In the document it is a Parallel state, whose catchers take the value of the first branch.
///
/// A branch is a call, a [`sleep`], a [`map`], a [`join!`], or an `async` block that ends with `Ok(..)`. Match on the
/// awaited outcome, with an arm for each branch by its position: [`Raced`].
///
/// In the document, a branch ends in a Fail state with the error `Race.First`, `Race.Second` and so on, and its value
/// as the cause. So the JSON of a value has at most 32,768 characters, and no number of more than 15 digits.
///
/// # Errors
///
/// The failure of a branch, if it fails before another branch ends.
///
/// ```
/// # use workflow::prelude::*;
/// # #[task] async fn approve(order: String) -> Result<bool, Failure> { Ok(order.len() > 3) }
/// #[workflow]
/// async fn decide(order: String) -> Result<String, Failure> {
///     match race!(approve(order), sleep(Duration::from_hours(24))).await? {
///         Raced::First(yes) => Ok(if yes { "approved" } else { "declined" }.to_owned()),
///         Raced::Second(()) => Ok("nobody answered".to_owned()),
///     }
/// }
/// ```
pub use workflow_runtime::race;

/// Marks the point of no return: undos that the scope registered before it are not run any more.
///
/// It is a statement of the body that registers the undos: of a workflow, or of a block that may fail. It makes no
/// state. Undos that are registered after it are run as usual. See the guide, "Undoing what has been done".
///
/// ```
/// # use workflow::prelude::*;
/// # #[task] async fn reserve(order: String) -> Result<String, Failure> { Ok(order) }
/// # #[task] async fn release(order: String) -> Result<(), Failure> { drop(order); Ok(()) }
/// # #[task] async fn charge(order: String) -> Result<(), Failure> { drop(order); Ok(()) }
/// # #[task] async fn tell(order: String) -> Result<(), Failure> { drop(order); Ok(()) }
/// #[workflow]
/// async fn buy(order: String) -> Result<(), Failure> {
///     let reserved = reserve(order.clone()).undo(|reserved| release(reserved)).await?;
///     charge(reserved).await?;
///     commit!();
///     // A failure here releases nothing.
///     tell(order).await
/// }
/// ```
#[macro_export]
macro_rules! commit {
    () => {
        ()
    };
}
pub use workflow_runtime::{Blocked, Engine, Execution, Manifest, Reason, Workflow, Written};
pub use workflow_runtime::{
    Call, Caught, Durable, Failure, Large, LargeStore, Payload, Res, Resources, Retry, Task,
    TaskContext, TaskDefinition, TaskError, task::Heartbeat, task::Pending,
};
pub use workflow_runtime::{StartOn, Trigger};
pub use workflow_runtime::{
    clock, connector, description, engine, history, interpreted, machine, mocks, price, schedule,
    simulate, store, test_state,
};
#[cfg(feature = "sqlite")]
pub use workflow_sqlite::Sqlite;

#[cfg(feature = "aws")]
extern crate self as workflow;
#[cfg(feature = "aws")]
pub mod aws;

/// The command line of a program with workflows: [`cli()`], or in one line [`cli!`]. It needs the feature `cli`, which
/// is on by default.
#[cfg(feature = "cli")]
pub mod cli {
    pub use workflow_cli::{
        BoxError, Budget, Change, Cli, Ready, Terminal, Tone, budgets, changes, shown,
    };
}
pub mod guide;
#[cfg(feature = "lambda")]
pub mod lambda;
pub mod large;
pub mod testing;
#[cfg(feature = "lambda")]
pub use lambda::lambda;
#[cfg(feature = "cli")]
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
/// With resources: [`cli::Cli`]. With the feature `serve` there is also the command `serve`, which answers the API of Step
/// Functions for the workflows; with the feature `worker` their tasks answer activities (`docs/server.md`).
#[cfg(feature = "cli")]
#[macro_export]
macro_rules! cli {
    ($($workflow:path),+ $(,)?) => {
        // Rust reads this label first where an item is expected, and names it.
        'stands_inside_fn_main: {
            $crate::cli()$(.workflow::<$workflow>())+.main()
        }
    };
}

/// The tasks of workflows as AWS Lambda functions, in one line of the `main` of a program `bootstrap`:
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
///     workflow::lambda![welcome]
/// }
/// ```
///
/// One program serves all tasks; the configuration of each function says which task it runs. With resources:
/// [`lambda::Lambda`]. It needs the feature `lambda`, which is off by default.
#[cfg(feature = "lambda")]
#[macro_export]
macro_rules! lambda {
    ($($workflow:path),+ $(,)?) => {
        // Rust reads this label first where an item is expected, and names it.
        'stands_inside_fn_main: {
            $crate::lambda()$(.workflow::<$workflow>())+.main()
        }
    };
}

/// The `Result` of a task or a workflow: `workflow::Result<u32>`.
pub type Result<T, E = Failure> = core::result::Result<T, E>;

/// The names that a file with tasks and workflows needs: `use workflow::prelude::*;`.
///
/// The macros and derives, what a workflow calls, [`Engine`], what tasks take and return, serde's traits and derives,
/// and [`Duration`](std::time::Duration). Not in it: [`testing`], [`cli!`], and what embeds an engine ([`clock`](mod@clock), [`history`]).
pub mod prelude {
    #[doc(no_inline)]
    pub use crate::{
        Data, Engine, Failure, Large, LargeStore, Pending, Raced, Res, Retry, TaskContext,
        TaskError, Written, batches, commit, continue_as, execution, join, list_objects, map, now,
        pure, race, random, read_csv, read_json, read_jsonl, sleep, sleep_until, steps, task, uuid,
        workflow,
    };
    /// serde's traits and derives. The derives name the crate `serde`, which must be a dependency of yours.
    #[doc(no_inline)]
    pub use serde::{Deserialize, Serialize};
    #[doc(no_inline)]
    pub use std::time::Duration;
    /// `value.to_json()` and `text.parse_json()`.
    #[doc(no_inline)]
    pub use workflow_asl::ops::{ParseJson as _, ToJson as _};
}

/// The items that generated code refers to. No part of the interface: it changes without notice.
#[doc(hidden)]
pub mod __private {
    pub use serde::Serialize;
    pub use serde::de::DeserializeOwned;
    pub use serde_json::Value;
    pub use workflow_asl::called::{Called, Marked, Named, Plain};
    pub use workflow_asl::own::{Associated, Bound, NOTHING, Receiver};
    pub use workflow_asl::program::Pure;
    pub use workflow_asl::schema::Lazy;
    pub use workflow_asl::schema::{
        Content, Field, Key, Known, OrderOf, Present, Schema, Skips, Tagging, Variant,
    };
    pub use workflow_asl::{Data, Definition, Json, ops, program};
    pub use workflow_macros::with_steps;
    pub use workflow_runtime::Written;
    pub use workflow_runtime::arguments::{Argument, Arguments, argument};
    pub use workflow_runtime::body::{no_body, not_a_task, run_callback, run_task};
    pub use workflow_runtime::budget::{Budget, Cost, payloads};
    pub use workflow_runtime::call::Call;
    pub use workflow_runtime::description::Description;
    pub use workflow_runtime::export::{ExportError, constant, export, timed};
    pub use workflow_runtime::failure::{
        Caught, Failure, FormOf, HandsOn, TaskError, decoded, failing, handed_on,
    };
    pub use workflow_runtime::fields::fields;
    pub use workflow_runtime::inject::{Inject, needs};
    pub use workflow_runtime::machine::{Effect, Kind, Machine, Names, Retrier, StateInfo, Stop};
    pub use workflow_runtime::oracle::attempt;
    pub use workflow_runtime::payload::{Durable, Live, Payload};
    pub use workflow_runtime::retriers::{TRANSIENT, only_retriers, retriers, retriers_of};
    pub use workflow_runtime::retry::Retry;
    pub use workflow_runtime::task::{Task, TaskDefinition, before_others, error_schema, rest};
    pub use workflow_runtime::typed;
    pub use workflow_runtime::way::{Nested, Parts, Way, awaited, continued, express};
    pub use workflow_runtime::workflow::{Returned, Workflow};
    pub use workflow_runtime::{StartOn, Trigger};
}

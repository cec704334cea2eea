//! Tests of your own workflows: virtual time, mocks that the compiler checks, what was called and in which order,
//! whether the exported document does the same, what the tests have reached, faults and crashes.
//!
//! The examples below are of this workflow:
//!
//! ```
//! use workflow::prelude::*;
//! use workflow::testing::Test;
//!
//! #[derive(Debug, Serialize, Deserialize, TaskError)]
//! enum ChargeError {
//!     Declined { reason: String },
//!     Throttled,
//! }
//!
//! const GENTLY: Retry = Retry::on(&["Throttled"]).max_attempts(2);
//!
//! #[task]
//! async fn price(lines: Vec<String>) -> Result<f64, Failure> {
//!     unimplemented!("asks the shop's database for {lines:?}")
//! }
//!
//! #[task(timeout = "30s", retry = GENTLY)]
//! async fn charge(card: String, amount: f64) -> Result<String, ChargeError> {
//!     unimplemented!("asks the bank for {amount} from {card}")
//! }
//!
//! #[workflow]
//! async fn fulfil(card: String, lines: Vec<String>) -> Result<String, Failure> {
//!     let total = price(lines).await?;
//!     sleep(Duration::from_secs(365 * 24 * 60 * 60)).await;
//!     match charge(card, total).await {
//!         Ok(receipt) => Ok(receipt),
//!         Err(ChargeError::Declined { reason }) => Err(Failure::new("Declined", reason)),
//!         Err(other) => Err(other.into()),
//!     }
//! }
//!
//! // Several arguments are a tuple; a single one is itself.
//! let order = || ("visa".to_owned(), vec!["tea".to_owned()]).into();
//!
//! // What each task answers. A value or an error of another type does not compile.
//! let test = Test::of::<fulfil>()
//!     .mock::<price>(|call| call.returns(12.5))
//!     .mock::<charge>(|call| call.fails(ChargeError::Throttled).then().returns("receipt 1".to_owned()));
//!
//! let run = test.run(order());
//! run.assert_output(&"receipt 1".to_owned());
//! run.assert_path(["Total", "Sleep", "Receipt"]);
//! run.calls::<charge>().assert_inputs([("visa".to_owned(), 12.5)]);
//! run.calls::<charge>().assert_attempts(2);
//! assert!(run.elapsed() > Duration::from_secs(365 * 24 * 60 * 60)); // passed in a moment
//!
//! use workflow::testing::{Coverage, EventType, event};
//! run.assert_events([
//!     event(EventType::TaskFailed).state("Receipt").attempt(1).error("Throttled"),
//!     event(EventType::TaskSucceeded).state("Receipt").attempt(2),
//! ]);
//!
//! let declined = ChargeError::Declined { reason: "stolen".to_owned() };
//! test.clone().mock::<charge>(|call| call.fails(declined)).run(order()).assert_fails("Declined");
//!
//! // The exported document does the same; so does the workflow when it crashes after every commit.
//! test.assert_same([order()]);
//! test.clone().crash_everywhere().run(order());
//!
//! // Whatever fails, it ends, and nothing is charged twice.
//! for seed in 0..20 {
//!     let run = test.clone().faults(seed).run(order());
//!     assert!(run.calls::<charge>().count() <= 1);
//! }
//!
//! // What is still untested is named, with its line.
//! let coverage = Coverage::of::<fulfil>();
//! test.clone().covering(&coverage).run(order());
//! assert!(coverage.ratio() < 1.0);
//! assert!(coverage.to_string().contains("catcher 1 of `Receipt` (Declined)"));
//! ```

#[doc(inline)]
pub use workflow_runtime::testing::*;

//! The workflow that most tests are about, its tasks, and what an assertion says that fails.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use workflow::prelude::*;
use workflow::testing::Test;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Order {
    pub id: String,
    pub card: String,
    pub lines: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize, TaskError)]
pub enum ChargeError {
    Declined {
        reason: String,
    },
    Throttled,
    #[other]
    Other(Failure),
}

pub const GENTLY: Retry = Retry::on(&["Throttled"]).interval(1).backoff_rate(2.0).max_attempts(5);

pub struct Bank(pub Arc<AtomicUsize>);

#[task]
pub async fn price(lines: Vec<String>) -> Result<f64, Failure> {
    Ok(lines.len() as f64)
}
#[task]
pub async fn approve(_id: String, _total: f64) -> Result<(), Failure> {
    Ok(())
}
#[task(timeout = "30s", retry = GENTLY)]
pub async fn charge(bank: Res<Bank>, card: String, amount: f64) -> Result<String, ChargeError> {
    let number = bank.0.fetch_add(1, Ordering::SeqCst);
    tokio::time::sleep(Duration::from_millis(2)).await;
    Ok(format!("{number}: {amount} from {card}"))
}
#[task]
pub async fn pick(line: String) -> Result<String, Failure> {
    Ok(line)
}
#[task]
pub async fn pack(picked: String) -> Result<String, Failure> {
    Ok(picked)
}

#[workflow]
pub async fn fulfil(order: Order) -> Result<Vec<String>, Failure> {
    let total = price(order.lines.clone()).await?;
    if total > 500.0 {
        approve(order.id.clone(), total).await?;
    }
    match charge(order.card, total).await {
        Ok(_) => {}
        Err(ChargeError::Declined { reason }) => return Err(Failure::new("Declined", reason)),
        Err(other) => return Err(other.into()),
    }
    map(order.lines, async |line| {
        let picked = pick(line).await?;
        pack(picked).await
    })
    .max_concurrency(8)
    .await
}

/// Waits long, calls several arguments, and gives the number of turns.
#[workflow]
pub async fn yearly(name: String, years: u32) -> Result<u32, Failure> {
    let mut year = 0;
    while year < years {
        sleep(Duration::from_secs(365 * 24 * 60 * 60)).await;
        approve(name.clone(), 1.0).await?;
        year += 1;
    }
    Ok(year)
}

/// Another task, which `fulfil` does not call.
#[task]
pub async fn stranger() -> Result<(), Failure> {
    Ok(())
}

pub fn order() -> Order {
    let lines = vec!["tea".to_owned(), "cup".to_owned()];
    Order { id: "o1".to_owned(), card: "visa".to_owned(), lines }
}

pub fn test() -> Test<fulfil> {
    Test::of::<fulfil>()
        .mock::<price>(|call| call.returns(600.0))
        .mock::<approve>(|call| call.returns(()))
        .mock::<charge>(|call| call.returns("receipt".to_owned()))
        .mock::<pick>(|call| call.answers(|line| Ok(format!("one {line}"))))
        .mock::<pack>(|call| call.answers(|picked| Ok(format!("parcel of {picked}"))))
}

pub fn declined() -> ChargeError {
    ChargeError::Declined { reason: "stolen".to_owned() }
}

/// The message of an assertion that fails, without colours.
#[track_caller]
pub fn message<T>(fails: impl FnOnce() -> T) -> String {
    let panic = catch_unwind(AssertUnwindSafe(fails)).err().expect("it should have failed");
    let text = panic.downcast_ref::<String>().cloned();
    let text = text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
    let mut plain = text.unwrap();
    for code in ["\x1b[31m", "\x1b[32m", "\x1b[0m"] {
        plain = plain.replace(code, "");
    }
    plain
}

#[track_caller]
pub fn says<T>(fails: impl FnOnce() -> T, expected: &str) {
    let message = message(fails);
    assert_eq!(message.trim_end(), expected, "\n{message}");
}

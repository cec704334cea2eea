//! The tasks, each with the patience that its service deserves. An attempt may have had its effect and only lost
//! its answer: what must happen once goes under the idempotency key, which is the same for all attempts.

use super::common::http::{Client, Reply};
use super::ledger::Ledger;
use serde_json::json;
use workflow::prelude::*;

/// For what can be done without: a second chance, no more.
const ONCE_MORE: Retry = Retry::on(&["Unavailable", "States.Timeout"]).max_attempts(1);

/// For a service that turns clients away: they come back later and later, and not all at once.
const SPREAD_OUT: Retry =
    Retry::on(&["Throttled"]).interval(1).backoff_rate(2.0).max_attempts(8).max_delay(10).jitter();

/// For a service that is down for a moment: again after 1, 2 and 4 seconds.
const PATIENTLY: Retry =
    Retry::on(&["Unavailable", "States.Timeout"]).interval(1).backoff_rate(2.0).max_attempts(3);

/// For what has to happen, as money was taken for it: for ten minutes.
const STUBBORNLY: Retry = Retry::on(&["Unavailable", "States.Timeout"])
    .interval(1)
    .max_attempts(25)
    .max_delay(30)
    .jitter();

/// Why a card was not charged.
#[derive(Debug, Serialize, Deserialize, TaskError)]
pub enum ChargeError {
    Declined {
        reason: String,
    },
    #[other]
    Other(Failure),
}

/// How likely it is, of 100, that the card is not used by its owner.
#[task(timeout = "1s", retry = ONCE_MORE)]
pub async fn assess(services: Res<Client>, card: String, cents: u64) -> Result<u64, Failure> {
    let body = json!({ "card": card, "cents": cents });
    services.post("/risks", "", &body).await?.number("risk")
}

/// Charges a card, once however often it is tried.
#[task(timeout = "5s", retry = [SPREAD_OUT, PATIENTLY])]
pub async fn charge(
    services: Res<Client>,
    context: TaskContext,
    payment: String,
    card: String,
    cents: u64,
) -> Result<String, ChargeError> {
    let key = context.idempotency_key.to_string();
    let body = json!({ "payment": payment, "card": card, "cents": cents });
    match services.post("/charges", &key, &body).await? {
        Reply { status: 402, body } => {
            let reason = body["reason"].as_str().unwrap_or("for no reason").to_owned();
            Err(ChargeError::Declined { reason })
        }
        reply => Ok(reply.text("id")?),
    }
}

/// Writes a charge into the ledger, once however often it is tried: the number of the entry.
#[task(timeout = "5s", retry = STUBBORNLY)]
pub fn book(
    ledger: Res<Ledger>,
    context: TaskContext,
    charge: String,
    payment: String,
    merchant: String,
    cents: u64,
) -> Result<u64, Failure> {
    ledger.book(&context.idempotency_key.to_string(), &charge, &payment, &merchant, cents)
}

/// Gives the money of a charge back.
#[task(timeout = "5s", retry = [SPREAD_OUT, STUBBORNLY])]
pub async fn give_back(
    services: Res<Client>,
    context: TaskContext,
    charge: String,
) -> Result<(), Failure> {
    let key = context.idempotency_key.to_string();
    services.post(&format!("/refunds/{charge}"), &key, &json!({})).await.map(drop)
}

/// Writes to the customer: the number of the receipt.
#[task(timeout = "2s", retry = ONCE_MORE)]
pub async fn send_receipt(
    services: Res<Client>,
    context: TaskContext,
    email: String,
    payment: String,
    cents: u64,
) -> Result<String, Failure> {
    let key = context.idempotency_key.to_string();
    let body = json!({ "email": email, "payment": payment, "cents": cents });
    services.post("/receipts", &key, &body).await?.text("id")
}

//! The tasks. One of them is answered by a person.

use super::desk::Desk;
use super::workflow::{Decision, Expense};
use workflow::prelude::*;

/// Why there is no decision.
#[derive(Debug, Serialize, Deserialize, TaskError)]
pub enum AskError {
    #[error_name("States.Timeout")]
    NoAnswer,
    #[other]
    Other(Failure),
}

/// Puts an expense on a person's desk. The answer comes from there, with the token, or never: a day is enough.
#[task(callback, timeout = "1d")]
pub async fn ask(
    desk: Res<Desk>,
    context: TaskContext,
    expense: Expense,
    reminders: u32,
) -> Result<Pending<Decision>, AskError> {
    desk.put(expense, &context.token.unwrap_or_default(), reminders)?;
    Ok(Pending::new())
}

/// Pays an expense back, once: the number of the payment.
#[task(timeout = "10s")]
pub fn pay_back(
    desk: Res<Desk>,
    context: TaskContext,
    expense: Expense,
) -> Result<String, Failure> {
    desk.pay(&context.idempotency_key.to_string(), &expense)
}

/// Writes to somebody.
#[task(timeout = "10s")]
pub fn tell(desk: Res<Desk>, whom: String, text: String) -> Result<(), Failure> {
    desk.tell(&whom, &text)
}

//! The workflow, and the data that it works on. The tasks that it calls are in `tasks.rs`.

use super::tasks::*;
use workflow::prelude::*;

/// The input of the workflow: an expense, and who may approve it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Expense {
    pub id: String,
    pub cents: u64,
    pub reason: String,
    pub employee: String,
    pub approver: String,
}

/// The answer of a person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "camelCase")]
pub enum Decision {
    Yes,
    No { why: String },
}

/// The result of the workflow.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(tag = "outcome", rename_all = "camelCase")]
pub enum Outcome {
    PaidBack { payment: String, reminders: u32 },
    Rejected { why: String },
}

/// So often a person is asked: each time there is a day to answer.
const TIMES: u32 = 3;

/// In cents: what nobody has to be asked about.
const SMALL: u64 = 2_000;

/// Asks a person, reminds, and pays an expense back if the answer is yes.
#[workflow]
pub async fn approve(expense: Expense) -> Result<Outcome, Failure> {
    if expense.cents <= SMALL {
        let payment = pay_back(expense).await?;
        return Ok(Outcome::PaidBack { payment, reminders: 0 });
    }

    let mut reminders = 0;
    while reminders < TIMES {
        match ask(expense.clone(), reminders).await {
            Ok(decision) => {
                return match decision {
                    Decision::Yes => {
                        let payment = pay_back(expense).await?;
                        Ok(Outcome::PaidBack { payment, reminders })
                    }
                    Decision::No { why } => {
                        tell(expense.employee, format!("{}: no, {why}", expense.reason)).await?;
                        Ok(Outcome::Rejected { why })
                    }
                };
            }
            Err(AskError::NoAnswer) => reminders += 1,
            Err(other) => return Err(other.into()),
        }
    }

    let cause = format!("{} did not answer for {TIMES} days", expense.approver);
    tell(expense.employee, format!("{}: {cause}", expense.reason)).await?;
    Err(Failure::new("NobodyAnswered", cause))
}

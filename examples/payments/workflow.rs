//! The workflow, and the data that it works on. The tasks that it calls are in `tasks.rs`.

use super::tasks::*;
use workflow::prelude::*;

/// The input of the workflow.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Payment {
    pub id: String,
    pub card: String,
    pub cents: u64,
    pub merchant: String,
    pub email: String,
}

/// The result of the workflow.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(tag = "outcome", rename_all = "camelCase")]
pub enum Outcome {
    /// The money is taken, and in the ledger.
    Accepted { charge: String, entry: u64, receipt: Option<String> },
    /// The card's bank says no.
    Declined { reason: String },
    /// We say no.
    Suspicious { risk: u64 },
}

/// Of 100: from here on we do not take the money.
const TOO_RISKY: u64 = 80;

/// In cents: the largest payment that is accepted while nobody can tell the risk.
const SMALL: u64 = 5_000;

/// Takes a payment: it is in the ledger once, or the card is not charged.
#[workflow]
pub async fn pay(payment: Payment) -> Result<Outcome, Failure> {
    let risk = match assess(payment.card.clone(), payment.cents).await {
        Ok(risk) => risk,
        Err(_) => {
            if payment.cents <= SMALL {
                0
            } else {
                TOO_RISKY
            }
        }
    };
    if risk >= TOO_RISKY {
        return Ok(Outcome::Suspicious { risk });
    }

    let charge = match charge(payment.id.clone(), payment.card, payment.cents).await {
        Ok(charge) => charge,
        Err(ChargeError::Declined { reason }) => return Ok(Outcome::Declined { reason }),
        Err(other) => return Err(other.into()),
    };

    let entry =
        match book(charge.clone(), payment.id.clone(), payment.merchant, payment.cents).await {
            Ok(entry) => entry,
            Err(failure) => {
                give_back(charge).await?;
                return Err(failure);
            }
        };

    // The money is there: a receipt that cannot be sent is no reason to fail.
    let receipt = match send_receipt(payment.email, payment.id, payment.cents).await {
        Ok(receipt) => Some(receipt),
        Err(_) => None,
    };
    Ok(Outcome::Accepted { charge, entry, receipt })
}

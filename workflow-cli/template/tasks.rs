//! The tasks: what the workflow calls, with its errors.

use workflow::prelude::*;

/// The errors of `charge`: a workflow matches on them, and a retry names them.
#[derive(Debug, Serialize, Deserialize, TaskError)]
pub enum ChargeError {
    Declined {
        reason: String,
    },
    Busy,
    #[other]
    Other(Failure),
}

const GENTLY: Retry = Retry::on(&["Busy"])
    .interval(1)
    .backoff_rate(2.0)
    .max_attempts(4);

/// Charges a card. Returns the receipt.
#[task(timeout = "30s", retry = GENTLY)]
pub async fn charge(card: String, amount: f64) -> Result<String, ChargeError> {
    // Call your bank here.
    if card.is_empty() {
        return Err(ChargeError::Declined {
            reason: "there is no card".to_owned(),
        });
    }
    Ok(format!("receipt of {amount} from {card}"))
}

/// Tells the customer.
#[task(timeout = "10s")]
pub async fn tell(order: String, receipt: String) -> Result<(), Failure> {
    // Send a mail here.
    eprintln!("order {order} is paid: {receipt}");
    Ok(())
}

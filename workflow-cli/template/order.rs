//! The workflow: what happens, in order.

use crate::tasks::{ChargeError, charge, tell};
use workflow::prelude::*;

/// An order: the input of the workflow.
#[derive(Clone, Debug, Serialize, Deserialize, Data)]
pub struct Order {
    pub id: String,
    pub card: String,
    pub amount: f64,
}

/// Charges an order, and tells the customer.
#[workflow]
pub async fn fulfil(order: Order) -> Result<String, Failure> {
    let receipt = match charge(order.card, order.amount).await {
        Ok(receipt) => receipt,
        Err(ChargeError::Declined { reason }) => return Err(Failure::new("NotPaid", reason)),
        Err(other) => return Err(other.into()),
    };
    tell(order.id, receipt.clone()).await?;
    Ok(receipt)
}

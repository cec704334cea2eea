//! The workflow, and the data that it works on. The tasks that it calls are in `tasks.rs`.

use super::date::Date;
use super::tasks::*;
use workflow::prelude::*;

/// The input of the workflow.
#[derive(Clone, Debug, Serialize, Deserialize, Data)]
pub struct Order {
    pub id: String,
    pub placed: Date,
    pub customer: Customer,
    pub lines: Vec<Line>,
    pub shipping: Shipping,
}

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
pub struct Customer {
    pub email: String,
    pub card: Card,
    pub trusted: bool,
}

/// The number of a card.
#[derive(Clone, Debug, Serialize, Deserialize, Data)]
pub struct Card(pub String);

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
pub struct Line {
    pub sku: String,
    pub units: u32,
}

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
#[serde(tag = "by", rename_all = "camelCase")]
pub enum Shipping {
    Post,
    Courier { day: Date },
    Pickup { shop: String },
}

/// The result of the workflow.
#[derive(Clone, Debug, Serialize, Deserialize, Data)]
pub struct Receipt {
    pub order: String,
    /// In cents.
    pub paid: u64,
    pub parcels: Vec<Parcel>,
    pub invoice: String,
    pub arrives: Date,
}

/// In cents: above this, the orders of customers whom we do not know yet are looked at.
const REVIEWED_ABOVE: u64 = 50_000;

/// Ships an order once it is paid for.
#[workflow]
pub async fn fulfil(order: Order) -> Result<Receipt, Failure> {
    let total = price(order.lines.clone()).await?;
    if total > REVIEWED_ABOVE && !order.customer.trusted {
        review(order.id.clone(), order.lines.clone(), total).await?;
    }

    let payment = match charge(order.id.clone(), order.customer.card.clone(), total).await {
        Ok(payment) => payment,
        Err(ChargeError::Declined { reason }) => {
            let message = format!("Order {}: your bank declined the card, {reason}.", order.id);
            tell_customer(order.customer.email, message).await?;
            return Err(Failure::new("Declined", reason));
        }
        Err(other) => return Err(other.into()),
    };

    // Parcels and invoice at the same time. If one of them fails, the customer gets the money back.
    let (parcels, invoice) = match join!(
        map(order.lines, async |line| {
            let picked = pick(order.id.clone(), line).await?;
            pack(order.id.clone(), picked).await
        })
        .max_concurrency(2),
        invoice(order.id.clone(), payment.id.clone(), total),
    )
    .await
    {
        Ok(made) => made,
        Err(failure) => {
            refund(payment.id).await?;
            put_back(order.id).await?;
            return Err(failure);
        }
    };

    let tracking = match order.shipping {
        Shipping::Post => hand_to_post(order.id.clone()).await?,
        Shipping::Courier { day } => book_courier(order.id.clone(), day).await?,
        Shipping::Pickup { shop } => hold_for_pickup(order.id.clone(), shop).await?,
    };
    // A carrier knows a parcel a moment after it was handed over.
    sleep(Duration::from_secs(1)).await;
    let arrives = arrival(tracking, order.placed).await?;

    Ok(Receipt { order: order.id, paid: total, parcels, invoice, arrives })
}

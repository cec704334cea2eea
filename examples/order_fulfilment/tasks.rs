//! The tasks: what has an effect in the world. Each is called again if it is retried, with the same
//! idempotency key, and must then have its effect once.

use super::common::http::{Client, Reply};
use super::date::Date;
use super::shop::Shop;
use super::workflow::{Card, Line};
use serde_json::json;
use workflow::prelude::*;

/// For services that are down for a moment: three more attempts, after 1, 2 and 4 seconds.
const WHEN_UNAVAILABLE: Retry =
    Retry::on(&["Unavailable"]).interval(1).backoff_rate(2.0).max_attempts(3);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Payment {
    pub id: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Picked {
    pub sku: String,
    pub units: u32,
    pub shelf: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Parcel {
    pub id: String,
    pub sku: String,
}

/// Why a card was not charged.
#[derive(Debug, Serialize, Deserialize, TaskError)]
pub enum ChargeError {
    Declined {
        reason: String,
    },
    #[other]
    Other(Failure),
}

/// Why a line was not picked.
#[derive(Debug, Serialize, Deserialize, TaskError)]
pub enum PickError {
    OutOfStock {
        sku: String,
        wanted: u32,
        left: u32,
    },
    #[other]
    Other(Failure),
}

/// Prices the lines of an order, in cents, by the supplier's price list.
#[task(timeout = "10s", retry = WHEN_UNAVAILABLE)]
pub async fn price(client: Res<Client>, lines: Vec<Line>) -> Result<u64, Failure> {
    let mut total = 0;
    for line in lines {
        let reply = client.get(&format!("/prices/{}", line.sku)).await?;
        total += u64::from(line.units) * reply.number("cents")?;
    }
    Ok(total)
}

/// Checks a large order of a new customer for anything odd.
#[task]
pub fn review(
    shop: Res<Shop>,
    context: TaskContext,
    order: String,
    lines: Vec<Line>,
    total: u64,
) -> Result<(), Failure> {
    if let Some(line) = lines.iter().find(|line| line.units > 100) {
        let cause = format!("{} units of {} at once: somebody should ask", line.units, line.sku);
        return Err(Failure::new("Suspicious", cause));
    }
    shop.note(&context.idempotency_key.to_string(), &order, &format!("{total} cents, looked at"))
}

/// Charges the customer's card, once however often it is tried.
#[task(timeout = "10s", retry = WHEN_UNAVAILABLE)]
pub async fn charge(
    client: Res<Client>,
    shop: Res<Shop>,
    context: TaskContext,
    order: String,
    card: Card,
    cents: u64,
) -> Result<Payment, ChargeError> {
    let key = context.idempotency_key.to_string();
    let body = json!({ "card": card.0, "cents": cents });
    let reply = match client.post("/payments", &key, &body).await? {
        Reply { status: 402, body } => {
            let reason = body["reason"].as_str().unwrap_or("for no reason").to_owned();
            return Err(ChargeError::Declined { reason });
        }
        reply => reply,
    };
    let id = reply.text("id")?;
    shop.paid(&key, &id, &order, cents)?;
    Ok(Payment { id })
}

/// Writes to the customer.
#[task]
pub fn tell_customer(
    shop: Res<Shop>,
    context: TaskContext,
    email: String,
    message: String,
) -> Result<(), Failure> {
    shop.send(&context.idempotency_key.to_string(), &email, &message)
}

/// Takes the units of a line out of the stock.
#[task(timeout = "10s")]
pub async fn pick(
    shop: Res<Shop>,
    context: TaskContext,
    order: String,
    line: Line,
) -> Result<Picked, PickError> {
    let key = context.idempotency_key.to_string();
    let (sku, wanted) = (line.sku, line.units);
    // Somebody walks to the shelf.
    tokio::time::sleep(Duration::from_millis(60)).await;
    match shop.take(&key, &order, &sku, wanted)? {
        Ok(shelf) => Ok(Picked { sku, units: wanted, shelf }),
        Err(left) => Err(PickError::OutOfStock { sku, wanted, left }),
    }
}

/// Packs what was picked.
#[task]
pub fn pack(
    shop: Res<Shop>,
    context: TaskContext,
    order: String,
    picked: Picked,
) -> Result<Parcel, Failure> {
    let id = shop.parcel(&context.idempotency_key.to_string(), &order, &picked.sku)?;
    Ok(Parcel { id, sku: picked.sku })
}

/// Writes the invoice of a payment.
#[task]
pub fn invoice(
    shop: Res<Shop>,
    context: TaskContext,
    order: String,
    payment: String,
    cents: u64,
) -> Result<String, Failure> {
    let number = format!("INV-{order}");
    let text = format!("{number}: {cents} cents, paid by {payment}");
    shop.note(&context.idempotency_key.to_string(), &order, &text)?;
    Ok(number)
}

/// Gives the money of a payment back.
#[task(timeout = "10s", retry = WHEN_UNAVAILABLE)]
pub async fn refund(
    client: Res<Client>,
    shop: Res<Shop>,
    context: TaskContext,
    payment: String,
) -> Result<(), Failure> {
    let key = context.idempotency_key.to_string();
    client.post(&format!("/refunds/{payment}"), &key, &json!({})).await?;
    shop.refunded(&payment)
}

/// Puts everything that was picked for an order back on its shelf.
#[task]
pub fn put_back(shop: Res<Shop>, order: String) -> Result<(), Failure> {
    shop.put_back(&order)
}

/// Hands the parcels of an order to the post.
#[task]
pub fn hand_to_post(shop: Res<Shop>, order: String) -> Result<String, Failure> {
    shop.ship(&order, "post")
}

/// Books a courier for the parcels of an order.
#[task]
pub fn book_courier(shop: Res<Shop>, order: String, day: Date) -> Result<String, Failure> {
    shop.ship(&order, &format!("courier-{}", String::from(day)))
}

/// Keeps the parcels of an order in a shop.
#[task]
pub fn hold_for_pickup(shop: Res<Shop>, order: String, at: String) -> Result<String, Failure> {
    shop.ship(&order, &format!("pickup-{at}"))
}

/// Asks the carrier when a shipment arrives.
#[task(timeout = "10s", retry = WHEN_UNAVAILABLE)]
pub async fn arrival(client: Res<Client>, tracking: String, placed: Date) -> Result<Date, Failure> {
    let days = client.get(&format!("/carriers/{tracking}")).await?.number("days")?;
    let days = i64::try_from(days).unwrap_or(i64::MAX);
    let arrives = placed.0.checked_add(jiff::Span::new().days(days.min(365)));
    arrives.map(Date).map_err(|error| Failure::new("BadDate", error.to_string()))
}

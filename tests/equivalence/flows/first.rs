//! The workflow of the design, and a loop.

use crate::prove;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Card(pub String);
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Customer {
    pub card: Card,
    pub trusted: bool,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Line {
    pub sku: String,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Order {
    pub id: String,
    pub customer: Customer,
    pub lines: Vec<Line>,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Quote {
    pub total: f64,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Payment {
    pub id: String,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Parcel(pub String);
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Invoice(pub String);
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Receipt {
    pub id: String,
    pub parcels: Vec<Parcel>,
    pub invoice: Invoice,
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
const GENTLY: Retry = Retry::on(&["Throttled"]).interval(1).max_attempts(2);

#[task]
pub async fn price(order: Order) -> Result<Quote, Failure> {
    Ok(Quote { total: 300.0 * order.lines.len() as f64 })
}
#[task]
pub async fn approve(_id: String, _total: f64) -> Result<(), Failure> {
    Ok(())
}
#[task(retry = GENTLY)]
pub async fn charge(card: Card, _amount: f64) -> Result<Payment, ChargeError> {
    if card.0 == "bad" {
        return Err(ChargeError::Declined { reason: "no money".into() });
    }
    Ok(Payment { id: format!("p-{}", card.0) })
}
#[task]
pub async fn tell_customer(_id: String, _reason: String) -> Result<(), Failure> {
    Ok(())
}
#[task]
pub async fn pick(line: Line) -> Result<String, Failure> {
    Ok(line.sku)
}
#[task]
pub async fn pack(picked: String, order: String) -> Result<Parcel, Failure> {
    Ok(Parcel(format!("{picked} for {order}")))
}
#[task]
pub async fn invoice(payment: String) -> Result<Invoice, Failure> {
    Ok(Invoice(payment))
}

/// Ships an order once it is paid for.
#[workflow]
pub async fn fulfil(order: Order) -> Result<Receipt, Failure> {
    let quote = price(order.clone()).await?;
    if quote.total > 500.0 && !order.customer.trusted {
        approve(order.id.clone(), quote.total).await?;
    }
    let payment = match charge(order.customer.card, quote.total).await {
        Ok(payment) => payment,
        Err(ChargeError::Declined { reason }) => {
            tell_customer(order.id, reason).await?;
            return Err(Failure::new("Declined", "the bank declined the card"));
        }
        Err(other) => return Err(other.into()),
    };
    let (parcels, invoice) = join!(
        map(order.lines, async |line| {
            let picked = pick(line).await?;
            Ok(pack(picked, order.id.clone()).await?)
        })
        .max_concurrency(8),
        invoice(payment.id.clone()),
    )
    .await?;
    sleep(Duration::from_secs(1)).await;
    Ok(Receipt { id: order.id, parcels, invoice })
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Plan {
    pub site: String,
    pub days: u32,
    pub patience: u32,
    pub goal: u32,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Delivery {
    pub units: u32,
    pub note: String,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Report {
    pub total: u32,
    pub notes: Vec<String>,
    pub receipt: Option<String>,
}
#[task]
pub async fn deliver(site: String, day: u32) -> Result<Delivery, Failure> {
    Ok(Delivery { units: day, note: format!("{site} {day}") })
}
#[task]
pub async fn close(total: u32) -> Result<String, Failure> {
    Ok(format!("{total}"))
}

#[workflow]
pub async fn refill(plan: Plan) -> Result<Report, Failure> {
    let mut total = 0;
    let mut notes = Vec::new();
    let mut day = 0;
    'days: while day < plan.days {
        day += 1;
        let mut tries = 0;
        loop {
            let delivery = deliver(plan.site.clone(), day).await?;
            if delivery.units == 0 {
                tries += 1;
                if tries > plan.patience {
                    break 'days;
                }
                sleep(Duration::from_secs(60)).await;
                continue;
            }
            total += delivery.units;
            notes.push(delivery.note);
            if total >= plan.goal {
                let receipt = close(total).await?;
                return Ok(Report { total, notes, receipt: Some(receipt) });
            }
            break;
        }
    }
    Ok(Report { total, notes, receipt: None })
}

#[test]
fn fulfil_agrees() {
    prove!(fulfil(order): price, approve, charge, tell_customer, pick, pack, invoice; seeds = 400)
        .run();
}

#[test]
fn refill_agrees() {
    prove!(refill(plan): deliver, close; seeds = 400, wild = 0, failing = 3).run();
}

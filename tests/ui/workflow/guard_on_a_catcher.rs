use workflow::prelude::*;

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
struct Order {
    id: String,
    total: f64,
    lines: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize, TaskError)]
enum ChargeError {
    Declined { reason: String, advice: String },
    Refused { reason: String, advice: String },
    Throttled,
}

#[task]
async fn charge(id: String, total: f64) -> Result<String, ChargeError> {
    drop(total);
    Ok(id)
}

#[task]
async fn ship(line: String) -> Result<String, Failure> {
    Ok(line)
}

#[workflow]
async fn fulfil(order: Order) -> Result<String, Failure> {
    match charge(order.id, order.total).await {
        Ok(payment) => Ok(payment),
        Err(ChargeError::Declined { reason, .. }) if ship(reason.clone()).await?.is_empty() => Ok(reason),
        Err(other) => Err(other.into()),
    }
}

#[workflow]
async fn crossed(order: Order) -> Result<String, Failure> {
    match charge(order.id, order.total).await {
        Ok(payment) => Ok(payment),
        Err(
            ChargeError::Declined { reason: a, advice: b }
            | ChargeError::Refused { reason: b, advice: a },
        ) if a == b => Ok(a),
        Err(ChargeError::Declined { reason: a, .. } | ChargeError::Refused { reason: a, .. }) => {
            Ok(a)
        }
        Err(other) => Err(other.into()),
    }
}

fn main() {}

//! Tasks of every kind, and workflows that call them.

use std::sync::atomic::{AtomicU32, Ordering};
use workflow::Resources;
use workflow::lambda::BoxError;
use workflow::prelude::*;

/// A resource: the number of its making, and of the calls that it has seen.
pub struct Till {
    pub float: f64,
    pub calls: AtomicU32,
}

/// Makes the resources, as the variables of the process say.
///
/// # Errors
/// A `FLOAT` that is no number.
pub async fn resources() -> Result<Resources, BoxError> {
    let mut resources = Resources::default();
    if let Ok(float) = std::env::var("FLOAT") {
        let float = float.parse().map_err(|error| format!("FLOAT={float}: {error}"))?;
        resources.insert(Till { float, calls: AtomicU32::new(0) });
    }
    Ok(resources)
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Order {
    pub id: String,
    pub cents: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TaskError)]
pub enum PayError {
    Declined {
        reason: String,
        left: i64,
    },
    Limits(i64, Vec<String>),
    #[error_name("Bank.Closed")]
    Closed,
    #[other]
    Other(Failure),
}

/// Fails as its order says.
#[task(timeout = "20s")]
pub async fn pay(order: Order) -> Result<String, PayError> {
    match &*order.id {
        "declined" => Err(PayError::Declined { reason: "é \"no\" \\ \n".into(), left: -5 }),
        "limits" => Err(PayError::Limits(7, vec!["a".into(), String::new()])),
        "closed" => Err(PayError::Closed),
        "other" => Err(PayError::Other(Failure::new("Odd", "an odd one"))),
        "panic" => panic!("the {} till is open", order.cents),
        id => Ok(format!("receipt of {id}: {}", order.cents)),
    }
}

/// Waits, without an end if so asked.
#[task]
pub async fn wait(millis: u64) -> Result<u64, Failure> {
    tokio::time::sleep(Duration::from_millis(millis)).await;
    Ok(millis)
}

/// Returns so many bytes.
#[task]
pub fn fill(bytes: usize) -> Result<String, Failure> {
    Ok("x".repeat(bytes))
}

/// Returns numbers that JSON or AWS does not keep.
#[task]
pub fn odd(kind: String) -> Result<(f64, u64), Failure> {
    match &*kind {
        "infinite" => Ok((f64::INFINITY, 0)),
        "long" => Ok((0.5, u64::MAX)),
        "end" => std::process::exit(7),
        _ => Ok((0.5, 1)),
    }
}

/// Counts its calls in a resource.
#[task]
pub async fn open(till: Res<Till>, name: String) -> Result<String, Failure> {
    let calls = till.calls.fetch_add(1, Ordering::Relaxed) + 1;
    Ok(format!("{name}: call {calls}, float {}", till.float))
}

/// Fails once, and tells where it was called.
#[task(retry = AGAIN)]
pub async fn place(context: TaskContext, of: String) -> Result<Vec<String>, Failure> {
    if context.attempt == 1 {
        return Err(Failure::new("Again", context.idempotency_key.to_string()));
    }
    let TaskContext { execution, state, attempt, idempotency_key, .. } = context;
    Ok(vec![
        of,
        execution.to_string(),
        state.to_string(),
        attempt.to_string(),
        idempotency_key.to_string(),
    ])
}
const AGAIN: Retry = Retry::on(&["Again"]).interval(1).max_attempts(2);

/// Fails with a cause, plainly.
#[task]
pub fn spoil(cause: String) -> Result<u64, Failure> {
    Err(Failure::new("Spoilt", cause))
}

/// Tells the causes of failures: plain ones, of the rest of an enum, and of a fork.
#[workflow]
pub async fn spoilt(cause: String) -> Result<Vec<String>, Failure> {
    let mut told = vec![];
    if let Err(failure) = spoil(cause.clone()).await {
        told.push(failure.cause());
        told.push(failure.error().to_string());
    }
    let order = Order { id: cause.clone(), cents: 1, note: None };
    match pay(order).await {
        Ok(receipt) => told.push(receipt),
        Err(PayError::Declined { .. } | PayError::Limits(..) | PayError::Closed) => {
            told.push("typed".to_string());
        }
        Err(PayError::Other(failure)) => told.push(failure.cause()),
    }
    match join!(spoil(cause.clone()), spoil(cause.clone())).await {
        Ok((one, other)) => told.push(format!("{one} {other}")),
        Err(failure) => told.push(format!("{}: {}", failure.error(), failure.cause())),
    }
    Ok(told)
}

/// Returns the key of its call.
#[task]
pub fn key(context: TaskContext, of: u64) -> Result<String, Failure> {
    let _ = of;
    Ok(context.idempotency_key.to_string())
}

/// Calls with the same input: in items of items, in loops, in branches, and once more.
#[workflow]
pub async fn keys(rows: Vec<Vec<u64>>) -> Result<(Vec<Vec<Vec<String>>>, Vec<String>), Failure> {
    let mut all = vec![];
    let nested = map(rows.clone(), async |row| {
        map(row, async |of| {
            let first = key(of).await?;
            let second = key(of).await?;
            Ok(vec![first, second])
        })
        .await
    })
    .await?;
    for row in rows {
        for of in row {
            let (one, other) = join!(key(of), key(of)).await?;
            all.push(one);
            all.push(other);
        }
    }
    let last = key(7).await?;
    all.push(last);
    Ok((nested, all))
}

/// Writes its token into a file.
#[task(callback, timeout = "1m")]
pub async fn ask(context: TaskContext, desk: String) -> Result<Pending<bool>, Failure> {
    let token = context.token.as_deref().unwrap_or_default();
    std::fs::write(&desk, token).map_err(|error| Failure::new("NoDesk", error.to_string()))?;
    Ok(Pending::new())
}

/// The same, with more than the token.
#[task(callback, timeout = "1m")]
pub async fn ask_again(context: TaskContext, desk: String) -> Result<Pending<String>, Failure> {
    let told = format!("{}\n{}", context.token.as_deref().unwrap_or_default(), context.state);
    std::fs::write(&desk, told).map_err(|error| Failure::new("NoDesk", error.to_string()))?;
    Ok(Pending::new())
}

/// Pays, and tells each error apart.
#[workflow]
pub async fn till(order: Order) -> Result<String, Failure> {
    match pay(order).await {
        Ok(receipt) => Ok(receipt),
        Err(PayError::Declined { reason, left }) => Ok(format!("declined: {reason}{left}")),
        Err(PayError::Limits(cents, names)) => Ok(format!("limits: {cents} {}", names.len())),
        Err(PayError::Closed) => Ok("closed".to_owned()),
        Err(other) => Err(other.into()),
    }
}

/// Calls what needs a resource and a place.
#[workflow]
pub async fn tour(names: Vec<String>) -> Result<Vec<String>, Failure> {
    let opened = map(names, async |name| open(name).await).max_concurrency(1).await?;
    let placed = place(opened.join(", ")).await?;
    Ok(placed)
}

/// Asks two people.
#[workflow]
pub async fn asked(desk: String) -> Result<String, Failure> {
    let sure = ask(desk.clone()).await?;
    let why = ask_again(desk).await?;
    if sure { Ok(why) } else { Err(Failure::new("Unsure", why)) }
}

/// Calls the rest, one within another workflow.
#[workflow]
pub async fn rest(kind: String, bytes: usize, millis: u64) -> Result<u64, Failure> {
    let filled = fill(bytes).await?;
    let waited = wait(millis).await?;
    let numbers = odd(kind).await?;
    let receipt = till(Order { id: filled, cents: 0, note: None }).await?;
    Ok(numbers.1 + waited + receipt.len() as u64)
}

//! Pure functions of which some branches end early and others go on.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub enum Move {
    Paid {
        amount: u64,
    },
    Drawn {
        amount: u64,
        #[serde(default)]
        fee: u64,
    },
    Renamed(String),
    Closed,
}
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Data)]
pub struct Ledger {
    balance: u64,
    #[serde(default)]
    closed: bool,
    names: Vec<String>,
    fees: Option<u64>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data, TaskError)]
pub enum Refusal {
    Overdrawn { by: u64 },
    Closed,
    Name(String),
}

/// Arms that go on, that fail, and that return what was.
#[pure]
fn booked(ledger: Ledger, step: &Move, most: usize) -> Result<Ledger, Refusal> {
    let mut next = ledger.clone();
    if ledger.closed && *step != Move::Closed {
        return Err(Refusal::Closed);
    }
    match step {
        Move::Paid { amount } => next.balance += amount / 4,
        Move::Drawn { amount, fee } => {
            let cost = amount / 4 + fee / 4;
            if cost > ledger.balance {
                return Err(Refusal::Overdrawn { by: cost - ledger.balance });
            }
            next.balance -= cost;
            next.fees = Some(fee / 4 + next.fees.unwrap_or(0) / 2);
        }
        Move::Renamed(name) if name.is_empty() => return Ok(ledger),
        Move::Renamed(name) => {
            let cost = name.chars().count();
            let number: u32 = name.parse().map_err(|_| Refusal::Name(name.clone()))?;
            next.names.push(format!("{cost}{number}"));
        }
        Move::Closed if next.balance > 100 => return Err(Refusal::Overdrawn { by: 0 }),
        Move::Closed => next.closed = true,
    }
    if next.names.len() > most {
        let Some(name) = next.names.first() else { return Err(Refusal::Closed) };
        if name.len() > 3 {
            return Err(Refusal::Name(name.clone()));
        }
        next.names.remove(0);
    }
    let cost = next.balance / 2;
    next.names.push(format!("{cost}"));
    Ok(next)
}

/// The same of options, in an `if` and in the value of a `let`.
#[pure]
fn graded(points: &[u8], bonus: Option<u8>) -> Option<(u8, String)> {
    let mut sum = 0u8;
    for p in points {
        sum = sum.checked_add(*p)?;
    }
    if let Some(extra) = bonus {
        if extra > 200 {
            return None;
        }
        sum = sum.checked_add(extra / 2)?;
    } else if points.len() > 3 {
        sum /= 2;
    }
    let half = if sum > 90 {
        let half = sum / 2;
        if half > 100 {
            return Some((half, "much".to_owned()));
        }
        half
    } else {
        sum
    };
    let word = match half {
        0 => return None,
        1..=50 => "low",
        n if n % 2 == 0 => "even",
        _ => "odd",
    };
    Some((half, word.to_string()))
}

/// A `?` in one arm of a `let`, and a `return` in an `if` within an `if`.
#[pure]
fn in_an_arm(n: u8, found: Option<u8>) -> Option<u8> {
    let more = match n {
        0 => found?,
        1 => 7,
        _ => return nested(n).checked_sub(3),
    };
    Some(more / 2 + 1)
}

#[pure]
fn nested(n: u8) -> u8 {
    if n > 3 {
        if n > 6 {
            return 7;
        }
    }
    n
}

/// More behind each branch than is written a second time.
#[pure]
fn with_much_behind_each(a: u8, b: u8, c: u8) -> u32 {
    let mut sum = 0;
    match a {
        0 => sum += 1,
        1 if b > 2 => return 7,
        _ => sum += 3,
    }
    match b {
        0 => sum += 1,
        1 if c > 2 => return 8,
        _ => sum += 3,
    }
    match c {
        0 => sum += 1,
        1 if a > 2 => return 9,
        _ => sum += 3,
    }
    if a > b {
        if b > c {
            return sum;
        }
        sum += 1;
    }
    sum += u32::from(a / 2 + b / 3 + c / 8);
    sum += u32::from(a.max(b)) + u32::from(b.min(c)) + u32::from(c.max(a));
    sum
}

/// Each step changes the account, or is refused.
#[workflow]
pub async fn moves(
    steps: Vec<Move>,
    most: u8,
    points: Vec<u8>,
    bonus: Option<u8>,
) -> Result<(Ledger, Vec<String>, String), Failure> {
    let mut ledger = Ledger { balance: 60, ..Ledger::default() };
    let mut refused = vec![];
    for step in &steps {
        match booked(ledger.clone(), step, most as usize % 3) {
            Ok(next) => ledger = next,
            Err(Refusal::Overdrawn { by }) => refused.push(format!("by {by}")),
            Err(Refusal::Name(name)) => {
                let said = text(name).await?;
                refused.push(said);
            }
            Err(Refusal::Closed) => break,
        }
    }
    let said = match graded(&points, bonus) {
        Some((n, word)) => format!("{word} {n}"),
        None => "none".into(),
    };
    ping().await?;
    let more = in_an_arm(most % 9, bonus);
    let n = with_much_behind_each(
        most % 5,
        bonus.unwrap_or(0) % 4,
        points.first().map_or(0, |p| p % 4),
    );
    Ok((ledger, refused, format!("{said} {n} {}", more.unwrap_or(nested(most)))))
}

#[test]
fn some_branches_go_on() {
    let words = &["", "a", "12", "70000", "x y", "3"];
    prove!(moves(steps, most, points, bonus): text, ping; items = 5, words = words, seeds = 400)
        .run();
}

//! What the help of each mistake in `workflow/` says to write instead.

#![allow(unused)]
use workflow::prelude::*;

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
struct Order {
    id: String,
    total: f64,
    lines: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize, TaskError)]
enum ChargeError {
    Declined { reason: String },
    Throttled,
}

#[task]
async fn charge(id: String, total: f64) -> Result<String, ChargeError> {
    Ok(id)
}

#[task]
async fn ship(line: String) -> Result<String, Failure> {
    Ok(line)
}

#[task]
async fn shout(text: String) -> Result<String, Failure> {
    Ok(text.to_uppercase())
}

mod not_async_and_owned {
    use super::*;
    #[workflow]
    async fn fulfil(order: Order) -> Result<String, Failure> {
        Ok(order.id)
    }
}

mod a_task_and_awaited {
    use super::*;
    #[workflow]
    async fn fulfil(order: Order) -> Result<String, Failure> {
        let loud = shout(order.id).await?;
        Ok(loud)
    }
}

mod match_on_a_result {
    use super::*;
    #[workflow]
    async fn fulfil(order: Order) -> Result<String, Failure> {
        match ship(order.id).await {
            Ok(shipped) => Ok(shipped),
            Err(error) => Err(error),
        }
    }
}

mod let_else {
    use super::*;
    #[workflow]
    async fn fulfil(order: Order) -> Result<String, Failure> {
        let Some(first) = order.lines.first().cloned() else {
            return Err(Failure::new("Empty", "no lines"));
        };
        Ok(ship(first).await?)
    }
}

mod iterators {
    use super::*;
    #[workflow]
    async fn fulfil(order: Order) -> Result<usize, Failure> {
        let count = order.lines.iter().filter(|line| line.is_empty()).count();
        ship(order.id).await?;
        Ok(count)
    }
}

mod returned_values {
    use super::*;
    #[workflow]
    async fn fulfil(order: Order) -> Result<u32, Failure> {
        let mut count = 0;
        let ones = map(order.lines, async |line| {
            ship(line).await?;
            Ok(1_u32)
        })
        .await?;
        count += ones.iter().sum::<u32>();
        Ok(count)
    }
}

mod named_variants {
    use super::*;
    #[workflow]
    async fn fulfil(order: Order) -> Result<String, Failure> {
        match charge(order.id, order.total).await {
            Ok(payment) => Ok(payment),
            Err(ChargeError::Declined { reason }) => {
                if reason.is_empty() {
                    return Ok(reason);
                }
                Err(Failure::new("Declined", reason))
            }
            Err(other) => Err(other.into()),
        }
    }
}

mod literal_pauses {
    use super::*;
    #[workflow]
    async fn fulfil(order: Order) -> Result<String, Failure> {
        sleep(Duration::from_secs(5)).await;
        sleep(Duration::from_mins(2)).await;
        sleep(Duration::from_hours(1)).await;
        Ok(ship(order.id).await?)
    }
}

mod builders {
    use super::*;
    #[workflow]
    async fn fulfil(order: Order) -> Result<String, Failure> {
        map(order.lines, async |line| Ok(ship(line).await?)).max_concurrency(8).await?;
        let a = ship(order.id.clone()).named("Ship once").await?;
        let b = ship(order.id).named("Ship twice").await?;
        Ok(format!("{a}{b}"))
    }
}

mod joins {
    use super::*;
    #[workflow]
    async fn fulfil(order: Order) -> Result<(String, String), Failure> {
        join!(ship(order.id.clone()), async { Ok(ship(order.id.clone()).await?) }).await
    }
}

mod whole_characters {
    use super::*;
    #[workflow]
    async fn fulfil(order: Order) -> Result<String, Failure> {
        let short = order.id.chars().skip(0).take(3).collect::<String>();
        Ok(ship(short).await?)
    }
}

mod initialised_at_once {
    use super::*;
    const LIMIT: f64 = 5.0;
    #[workflow]
    async fn fulfil(order: Order) -> Result<String, Failure> {
        let shipped = if order.total > LIMIT { ship(order.id).await? } else { String::new() };
        Ok(shipped)
    }
}

mod marked_functions {
    use super::*;
    #[pure]
    fn label(order: &Order) -> String {
        format!("{}!", order.id)
    }
    #[workflow]
    async fn fulfil(order: Order) -> Result<String, Failure> {
        let label = label(&order);
        ship(label).await
    }
}

mod alternatives {
    use super::*;
    #[task]
    async fn find(id: String) -> Result<Option<String>, ChargeError> {
        Ok(Some(id))
    }
    #[workflow]
    async fn fulfil(order: Order) -> Result<String, Failure> {
        match find(order.id).await {
            Ok(Some(_)) | Ok(None) => Ok(String::new()),
            Err(ChargeError::Declined { .. }) | Err(ChargeError::Throttled) => Ok(String::new()),
        }
    }
    #[workflow]
    async fn value(order: Order) -> Result<String, Failure> {
        match find(order.id).await? {
            Some(id) => ship(id).await,
            None => Ok(String::new()),
        }
    }
}

mod errors_inside_steps {
    use super::*;
    #[steps]
    pub(crate) async fn once(id: String) -> Result<String, Failure> {
        match ship(id).await {
            Ok(shipped) => Ok(shipped),
            Err(_) => Ok(String::new()),
        }
    }
    #[workflow(steps(once))]
    async fn fulfil(order: Order) -> Result<String, Failure> {
        let shipped = once(order.id).await?;
        Ok(shipped)
    }
}

mod attributes_and_idioms {
    use super::*;
    const ON: bool = cfg!(unix);
    const GENTLY: Retry = Retry::on(&["States.ALL"]);
    #[workflow]
    async fn condition(order: Order) -> Result<String, Failure> {
        if ON {
            shout(order.id.clone()).await?;
        }
        ship(order.id).retry(GENTLY).await
    }
    #[task(retry = GENTLY)]
    async fn retried(line: String) -> Result<String, Failure> {
        Ok(line)
    }
    #[cfg(unix)]
    #[workflow]
    async fn somewhere(n: u64, list: Vec<f64>) -> Result<u64, Failure> {
        let least = list.iter().fold(f64::MAX, |a, b| a.min(*b));
        if n == 9_007_199_254_740_991 || least < 0.0 {
            return Err(Failure::new("Largest", "it is"));
        }
        Ok(n)
    }
    #[workflow]
    async fn lists(mut list: Vec<u32>, one: Option<u32>, text: String) -> Result<u32, Failure> {
        let last = list.last().cloned();
        list.pop();
        let first = list[0].clone();
        list.remove(0);
        let Some(one) = one else { return Err(Failure::new("None", "there is none")) };
        let Ok(number) = text.parse::<u32>() else { return Err(Failure::new("Text", text)) };
        let small = if number < 256 { number as u8 } else { 255 };
        ship(format!("{first}{one}{number}{small}{}", list.len())).await?;
        Ok(last.unwrap_or(0))
    }
    #[workflow]
    async fn all_at_once(order: Order) -> Result<Vec<String>, Failure> {
        let all = map(order.lines, async |line| ship(line).await).await?;
        Ok(all)
    }
}

fn main() {}

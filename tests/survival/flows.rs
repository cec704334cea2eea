//! Twenty workflows of all kinds of states, nested in one another.

use crate::world::{ask, risky, work};
use workflow::prelude::*;

/// A chain of tasks.
#[workflow]
pub async fn line(n: u64) -> Result<u64, Failure> {
    let one = work(n).await?;
    let two = work(one).await?;
    let three = work(two).await?;
    Ok(three)
}

/// A loop with a wait in each turn.
#[workflow]
pub async fn turns(n: u64) -> Result<u64, Failure> {
    let mut sum = n;
    for turn in 0..4_u64 {
        let more = work(turn).await?;
        sleep(Duration::from_secs(60)).await;
        sum += more;
    }
    Ok(sum)
}

/// Branches of different lengths.
#[workflow]
pub async fn branches(n: u64) -> Result<u64, Failure> {
    let (one, two, three) = join!(
        work(n),
        async {
            let first = work(n + 1).await?;
            let second = work(first).await?;
            Ok(second)
        },
        async {
            sleep(Duration::from_secs(5)).await;
            Ok(n)
        },
    )
    .await?;
    Ok(one + two + three)
}

/// Items, two at a time.
#[workflow]
pub async fn items(n: u64) -> Result<u64, Failure> {
    let all = map(vec![n, n + 1, n + 2, n + 3, n + 4], async |it| {
        let one = work(it).await?;
        let two = work(one).await?;
        Ok(two)
    })
    .max_concurrency(2)
    .await?;
    Ok(all.len() as u64)
}

/// Items with branches of their own.
#[workflow]
pub async fn nested(n: u64) -> Result<u64, Failure> {
    let all = map(vec![n, n + 7], async |it| {
        let (one, two) = join!(work(it), work(it + 1)).await?;
        let three = work(one + two).await?;
        Ok(three)
    })
    .await?;
    let last = work(all.len() as u64).await?;
    Ok(last)
}

/// Failures that are taken.
#[workflow]
pub async fn caught(n: u64) -> Result<u64, Failure> {
    let first = match risky(n).await {
        Ok(value) => value,
        Err(_) => work(n + 50).await?,
    };
    let second = match risky(n + 1).await {
        Ok(value) => value,
        Err(_) => 3,
    };
    let third = work(first + second).await?;
    Ok(third)
}

/// Things that are taken back where the last step fails.
#[workflow]
pub async fn undone(n: u64) -> Result<u64, Failure> {
    let one = work(n).undo(|one| work(one + 1_000)).await?;
    let two = work(one).undo(|two| work(two + 2_000)).await?;
    let three = risky(two).await?;
    Ok(three)
}

/// Somebody's answer against time.
#[workflow]
pub async fn raced(n: u64) -> Result<u64, Failure> {
    let first = match race!(work(n), sleep(Duration::from_secs(86_400))).await? {
        Raced::First(done) => done,
        Raced::Second(()) => 0,
    };
    let second = work(first).await?;
    Ok(second)
}

/// An answer from outside.
#[workflow]
pub async fn asked(n: u64) -> Result<u64, Failure> {
    let before = work(n).await?;
    let answer = ask(before).await?;
    let after = work(answer).await?;
    Ok(after)
}

/// Answers for all items.
#[workflow]
pub async fn asked_by_items(n: u64) -> Result<u64, Failure> {
    let all = map(vec![n, n + 1, n + 2], async |it| {
        let answer = ask(it).await?;
        let done = work(answer).await?;
        Ok(done)
    })
    .await?;
    Ok(all.len() as u64)
}

/// Nested executions, one after the other.
#[workflow]
pub async fn parent(n: u64) -> Result<u64, Failure> {
    let one = line(n).await?;
    let two = line(one).await?;
    Ok(two)
}

/// Nested executions side by side, of which one asks.
#[workflow]
pub async fn family(n: u64) -> Result<u64, Failure> {
    let (one, two) = join!(asked(n), branches(n)).await?;
    let last = work(one + two).await?;
    Ok(last)
}

/// Executions of items.
#[workflow]
pub async fn crowd(n: u64) -> Result<u64, Failure> {
    let all = map(vec![n, n + 1, n + 2, n + 3], async |it| {
        let one = work(it).await?;
        let two = work(one).await?;
        Ok(two)
    })
    .max_concurrency(2)
    .distributed()
    .await?;
    let last = work(all.len() as u64).await?;
    Ok(last)
}

/// Executions of items that have nested executions.
#[workflow]
pub async fn crowd_of_parents(n: u64) -> Result<u64, Failure> {
    let all = map(vec![n, n + 1], async |it| {
        let done = line(it).await?;
        Ok(done)
    })
    .distributed()
    .await?;
    Ok(all.len() as u64)
}

/// Goes on as another execution, until it has counted down.
#[workflow]
pub async fn relay(n: u64) -> Result<u64, Failure> {
    let done = work(n).await?;
    if n == 0 {
        return Ok(done);
    }
    continue_as(relay(n - 1)).await
}

/// A chain behind branches.
#[workflow]
pub async fn relay_of_branches(n: u64) -> Result<u64, Failure> {
    let (one, two) = join!(work(n), work(n + 1)).await?;
    if n < 2 {
        return Ok(one + two);
    }
    continue_as(relay_of_branches(n / 2)).await
}

/// Retries of all, with pauses that grow.
#[workflow]
pub async fn patient(n: u64) -> Result<u64, Failure> {
    let (one, two) = join!(work(n), async {
        let done = risky(n).await?;
        Ok(done)
    },)
    .retry(Retry::on(&["Refused"]).interval(3).backoff_rate(2.0).max_attempts(2))
    .await?;
    Ok(one + two)
}

/// A block that may fail, in a loop.
#[workflow]
pub async fn blocks(n: u64) -> Result<u64, Failure> {
    let mut sum = 0;
    for turn in 0..3_u64 {
        let done = async {
            let one = work(n + turn).await?;
            let two = risky(one).await?;
            Ok(two)
        }
        .await
        .unwrap_or(1);
        sum += done;
    }
    let last = work(sum).await?;
    Ok(last)
}

/// Waits, asks and nests in branches that meet in a loop.
#[workflow]
pub async fn everything(n: u64) -> Result<u64, Failure> {
    let mut sum = 0;
    for turn in 0..2_u64 {
        let (answer, done, all) = join!(
            ask(n + turn),
            async {
                sleep(Duration::from_secs(10)).await;
                let done = line(n + turn).await?;
                Ok(done)
            },
            map(vec![turn, turn + 5], async |it| {
                let done = work(it).await?;
                Ok(done)
            }),
        )
        .await?;
        sum += answer + done + all.len() as u64;
    }
    Ok(sum)
}

/// A race between an answer and a nested execution, in items.
#[workflow]
pub async fn races_of_items(n: u64) -> Result<u64, Failure> {
    let all = map(vec![n, n + 1], async |it| {
        let first = match race!(
            async {
                let done = line(it).await?;
                Ok(done)
            },
            sleep(Duration::from_secs(864_000))
        )
        .await?
        {
            Raced::First(done) => done,
            Raced::Second(()) => 0,
        };
        let second = work(first).await?;
        Ok(second)
    })
    .await?;
    Ok(all.len() as u64)
}

//! The workflows that run, and their tasks: each effect is a line of the journal, which stands for the world outside.

use crate::hold::{Holds, Point};
use crate::journal::{Journal, Line};
use crate::mark::Mark;
use std::sync::Arc;
use tokio::sync::mpsc::UnboundedSender;
use workflow::prelude::*;

/// The world outside.
#[derive(Clone)]
pub struct World {
    pub journal: Journal,
    pub holds: Arc<Holds>,
    /// Those who answer.
    pub tokens: UnboundedSender<(u64, String)>,
    /// Something that is put behind idempotency keys: nothing, unless the check is to fail.
    pub salt: String,
}

/// The characters of a large result.
pub const LARGE: usize = 2_000;

impl World {
    /// Takes effect, once a call.
    async fn act(&self, context: &TaskContext, call: u64, after: &str) -> String {
        let mark = Mark(call, context.attempt);
        let mut led = vec![];
        Mark::find(after.as_bytes(), &mut led);
        let point = Point::effect(&context.execution);
        self.holds.at(Point::BeforeEffect).await;
        let key = format!("{}{}", context.idempotency_key, self.salt);
        self.journal.sync(&Line::Effect { mark, key, after: led }).await;
        self.holds.at(point).await;
        mark.to_string()
    }

    async fn hand_out(&self, context: &TaskContext, call: u64, after: &str) -> Option<String> {
        self.act(context, call, after).await;
        let token = context.token.as_deref()?.to_owned();
        self.journal.note(&Line::Token { call, token: token.clone() });
        Some(token)
    }
}

#[task]
pub async fn step(
    world: Res<World>,
    context: TaskContext,
    call: u64,
    after: String,
) -> Result<String, Failure> {
    Ok(world.act(&context, call, &after).await)
}

#[task]
pub async fn large(
    world: Res<World>,
    context: TaskContext,
    call: u64,
    after: String,
) -> Result<String, Failure> {
    let mark = world.act(&context, call, &after).await;
    Ok(mark + &"x".repeat(LARGE))
}

const THRICE: Retry = Retry::on(&["Broken"]).interval(1).max_attempts(2);

#[task(retry = THRICE)]
pub async fn third(
    world: Res<World>,
    context: TaskContext,
    call: u64,
    after: String,
) -> Result<String, Failure> {
    let mark = world.act(&context, call, &after).await;
    if context.attempt < 3 { Err(Failure::new("Broken", mark)) } else { Ok(mark) }
}

#[task]
pub async fn broken(
    world: Res<World>,
    context: TaskContext,
    call: u64,
    after: String,
) -> Result<String, Failure> {
    Err(Failure::new("Broken", world.act(&context, call, &after).await))
}

#[task(callback)]
pub async fn ask(
    world: Res<World>,
    context: TaskContext,
    call: u64,
    after: String,
) -> Result<Pending<String>, Failure> {
    if let Some(token) = world.hand_out(&context, call, &after).await {
        // Nobody may answer any more where the process ends.
        let _ = world.tokens.send((call, token));
    }
    Ok(Pending::new())
}

#[task(callback)]
pub async fn never(
    world: Res<World>,
    context: TaskContext,
    call: u64,
    after: String,
) -> Result<Pending<String>, Failure> {
    world.hand_out(&context, call, &after).await;
    Ok(Pending::new())
}

/// Tasks in sequence, one of them with a large result.
#[workflow]
pub async fn chain(n: u64) -> Result<String, Failure> {
    let mut all = "".to_owned();
    for turn in 1..6 {
        let next = step(n * 100 + turn, all.clone()).await?;
        all = format!("{all}{next}");
    }
    let big = large(n * 100 + 6, all.clone()).await?;
    let last = step(n * 100 + 7, big).await?;
    Ok(format!("{all}{last}"))
}

/// A wait, short enough to stay in memory, and one that is long enough to leave it.
#[workflow]
pub async fn patient(n: u64, seconds: u64) -> Result<String, Failure> {
    let first = step(n * 100 + 1, "".to_owned()).await?;
    sleep(Duration::from_secs(seconds)).await;
    let last = step(n * 100 + 2, first.clone()).await?;
    Ok(format!("{first}{last}"))
}

/// Retries.
#[workflow]
pub async fn tries(n: u64) -> Result<String, Failure> {
    let first = third(n * 100 + 1, "".to_owned()).await?;
    let last = step(n * 100 + 2, first.clone()).await?;
    Ok(format!("{first}{last}"))
}

/// Branches.
#[workflow]
pub async fn wide(n: u64) -> Result<String, Failure> {
    let first = step(n * 100 + 1, "".to_owned()).await?;
    let (one, two, three) = join!(
        async {
            let a = step(n * 100 + 2, first.clone()).await?;
            let b = step(n * 100 + 3, a.clone()).await?;
            Ok(format!("{a}{b}"))
        },
        third(n * 100 + 4, first.clone()),
        async {
            sleep(Duration::from_secs(1)).await;
            let c = step(n * 100 + 5, first.clone()).await?;
            Ok(c)
        },
    )
    .await?;
    let all = format!("{one}{two}{three}");
    let last = step(n * 100 + 6, all.clone()).await?;
    Ok(format!("{all}{last}"))
}

/// A Map of two tasks an item.
#[workflow]
pub async fn every(n: u64, items: Vec<u64>) -> Result<Vec<String>, Failure> {
    let all = map(items, async |item| {
        let a = step(n * 100 + item, "".to_owned()).await?;
        let b = step(n * 100 + item + 1, a.clone()).await?;
        Ok(format!("{a}{b}"))
    })
    .max_concurrency(3)
    .await?;
    Ok(all)
}

/// A distributed Map.
#[workflow]
pub async fn spread(n: u64, items: Vec<u64>) -> Result<Vec<String>, Failure> {
    let all = map(items, async |item| {
        let a = step(n * 100 + item, "".to_owned()).await?;
        let b = step(n * 100 + item + 1, a.clone()).await?;
        Ok(format!("{a}{b}"))
    })
    .max_concurrency(2)
    .distributed()
    .await?;
    Ok(all)
}

#[workflow]
pub async fn inner(n: u64, after: String) -> Result<String, Failure> {
    let first = step(n * 100 + 20, after).await?;
    let last = third(n * 100 + 21, first.clone()).await?;
    Ok(format!("{first}{last}"))
}

/// A nested execution.
#[workflow]
pub async fn outer(n: u64) -> Result<String, Failure> {
    let first = step(n * 100 + 1, "".to_owned()).await?;
    let child = inner(n, first.clone()).await?;
    let last = step(n * 100 + 2, child.clone()).await?;
    Ok(format!("{first}{child}{last}"))
}

/// A callback between two tasks.
#[workflow]
pub async fn asking(n: u64) -> Result<String, Failure> {
    let first = step(n * 100 + 1, "".to_owned()).await?;
    let answer = ask(n * 100 + 2, first.clone()).await?;
    let last = step(n * 100 + 3, answer.clone()).await?;
    Ok(format!("{first}{answer}{last}"))
}

/// A chain of executions.
#[workflow]
pub async fn relay(n: u64, left: u64, all: String) -> Result<String, Failure> {
    let next = step(n * 100 + left, all.clone()).await?;
    let all = format!("{all}{next}");
    if left == 0 {
        return Ok(all);
    }
    continue_as(relay(n, left - 1, all)).await
}

/// A failure that is caught.
#[workflow]
pub async fn mended(n: u64) -> Result<String, Failure> {
    let first = step(n * 100 + 1, "".to_owned()).await?;
    let result = match broken(n * 100 + 2, first.clone()).await {
        Ok(done) => done,
        Err(_) => step(n * 100 + 3, first).await?,
    };
    Ok(result)
}

/// A failure that ends it.
#[workflow]
pub async fn failing(n: u64) -> Result<String, Failure> {
    let first = step(n * 100 + 1, "".to_owned()).await?;
    let never = broken(n * 100 + 2, first).await?;
    Ok(never)
}

/// An execution that only a stop ends.
#[workflow]
pub async fn endless(n: u64) -> Result<String, Failure> {
    let first = step(n * 100 + 1, "".to_owned()).await?;
    let answer = never(n * 100 + 2, first).await?;
    Ok(answer)
}

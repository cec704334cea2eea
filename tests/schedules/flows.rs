//! The workflow of the schedules, with all that an engine does between commits.

use crate::ground::{Seen, View};
use std::time::Duration;
use workflow::prelude::*;

#[task]
pub async fn step(view: Res<View>, context: TaskContext, number: u64) -> Result<u64, Failure> {
    view.called(&context.execution, number).await;
    Ok(number)
}

pub const THRICE: Retry = Retry::on(&["States.ALL"]).max_attempts(3);

#[task(retry = THRICE)]
pub async fn flaky(view: Res<View>, context: TaskContext, number: u64) -> Result<u64, Failure> {
    view.called(&context.execution, number).await;
    if context.attempt == 1 {
        return Err(Failure::new("Broken", "once"));
    }
    Ok(number)
}

#[task(callback)]
pub async fn ask(
    view: Res<View>,
    context: TaskContext,
    number: u64,
) -> Result<Pending<u64>, Failure> {
    view.called(&context.execution, number).await;
    let token = context.token.as_deref().unwrap().to_owned();
    view.0.tokens.lock().unwrap().push((token, number));
    Ok(Pending::new())
}

/// Fails for good, now and then.
#[task]
pub async fn shaky(view: Res<View>, context: TaskContext, number: u64) -> Result<u64, Failure> {
    view.called(&context.execution, number).await;
    if view.shakes() {
        view.0.see(Seen::Shaken(view.1));
        return Err(Failure::new(SHAKEN, "for good"));
    }
    Ok(number)
}

#[workflow]
pub async fn inner(number: u64) -> Result<u64, Failure> {
    let one = step(number + 1).await?;
    let two = flaky(number + 2).await?;
    Ok(one + two)
}

#[workflow]
pub async fn outer(number: u64) -> Result<u64, Failure> {
    let first = step(number + 100).await?;
    let (left, right) = join!(step(number + 200), flaky(number + 300)).await?;
    sleep(Duration::from_secs(60)).await;
    let answer = ask(number + 400).await?;
    let child = inner(number + 500).await?;
    let (items, shaken) = join!(
        map(vec![number + 700, number + 800], async |it| {
            let done = flaky(it).await?;
            let sure = shaky(it + 50).await?;
            Ok(done + sure)
        })
        .distributed(),
        shaky(number + 900),
    )
    .await?;
    let last = step(number + 600).await?;
    let sum = first + left + right + answer + child + last + items[0] + items[1] + shaken;
    continue_as(link(Link { sum, number: number + 1_000 })).await
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Link {
    pub sum: u64,
    pub number: u64,
}

/// One of the executions that go on in place of the first.
#[workflow]
pub async fn link(at: Link) -> Result<u64, Failure> {
    let done = flaky(at.number).await?;
    let sum = at.sum + done;
    if at.number >= 11_200 {
        return Ok(sum);
    }
    continue_as(link(Link { sum, number: at.number + 100 })).await
}

/// The error of a task that fails for good.
pub const SHAKEN: &str = "Shaken";

pub const NUMBER: u64 = 10_000;
pub const CALLS: [u64; 15] =
    [100, 200, 300, 400, 501, 502, 600, 700, 750, 800, 850, 900, 1_000, 1_100, 1_200];
pub const ID: &str = "arn:aws:states:us-east-1:123456789012:execution:outer:one";

pub fn result() -> u64 {
    CALLS.iter().map(|call| NUMBER + call).sum()
}

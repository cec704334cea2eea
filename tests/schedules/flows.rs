//! The workflow of the schedules, with all that an engine does between commits.

use crate::ground::View;
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
    let items = map(vec![number + 700, number + 800], async |it| {
        let done = flaky(it).await?;
        Ok(done)
    })
    .distributed()
    .await?;
    let last = step(number + 600).await?;
    Ok(first + left + right + answer + child + last + items[0] + items[1])
}

pub const NUMBER: u64 = 10_000;
pub const CALLS: [u64; 9] = [100, 200, 300, 400, 501, 502, 600, 700, 800];
pub const ID: &str = "arn:aws:states:us-east-1:123456789012:execution:outer:one";

pub fn result() -> u64 {
    CALLS.iter().map(|call| NUMBER + call).sum()
}

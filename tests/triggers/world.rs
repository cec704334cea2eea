//! The workflows that schedules start here, and what tests look at.

use crate::until::until;
use std::sync::{Arc, Mutex};
use workflow::prelude::*;
use workflow_runtime::clock::Clock;
use workflow_runtime::engine::EngineBuilder;
use workflow_runtime::schedule::Schedule;
use workflow_runtime::store::{Query, Status, Store};

pub const HOUR: i64 = 3_600;
pub const TIME: &str = "\"<aws.scheduler.scheduled-time>\"";

/// The times that tasks were called with.
#[derive(Clone, Default)]
pub struct World(pub Arc<Mutex<Vec<String>>>);

impl World {
    pub fn seen(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }
}

#[task]
pub async fn count(world: Res<World>, time: String) -> Result<String, Failure> {
    world.0.lock().unwrap().push(time.clone());
    Ok(time)
}

#[task]
pub async fn hang(time: String) -> Result<String, Failure> {
    std::future::pending::<()>().await;
    Ok(time)
}

/// Counts sales.
#[workflow]
pub async fn report(time: String) -> Result<String, Failure> {
    let time = count(time).await?;
    Ok(time)
}

#[workflow]
pub async fn endless(time: String) -> Result<String, Failure> {
    let time = count(time).await?;
    let time = hang(time).await?;
    Ok(time)
}

/// Goes on as another execution, which waits.
#[workflow]
pub async fn relay(time: String) -> Result<String, Failure> {
    if time == "on" {
        let time = hang(time).await?;
        return Ok(time);
    }
    let time = count(time).await?;
    let next = if time == "on twice" { "on" } else { "on twice" };
    continue_as(relay(next.to_owned())).await
}

#[workflow]
pub async fn plain() -> Result<u32, Failure> {
    sleep(Duration::from_secs(1)).await;
    Ok(7)
}

pub fn builder(world: &World, store: impl Store, clock: impl Clock) -> EngineBuilder {
    let builder = Engine::builder().resource(world.clone()).store(store).clock(clock);
    builder.workflow::<report>().workflow::<endless>().workflow::<plain>().workflow::<relay>()
}

pub fn cron(text: &str) -> Schedule {
    Schedule::cron(text, "UTC").unwrap()
}

pub fn hourly() -> Schedule {
    cron("0 * * * *")
}

/// Lets everything happen that is about to.
pub async fn settle() {
    for _ in 0..20 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

pub async fn names(engine: &Engine) -> Vec<String> {
    let page = engine.executions(Query { limit: 1_000, ..Query::default() }).await.unwrap();
    page.executions.iter().map(|it| it.begun.name.to_string()).collect()
}

/// Waits until so many executions have ended, and returns the times that their tasks were called with.
pub async fn ended(engine: &Engine, world: &World, count: usize) -> Vec<String> {
    until("ended", async || {
        let query = Query { status: Some(Status::Succeeded), limit: 1_000, ..Query::default() };
        engine.executions(query).await.unwrap().executions.len() >= count
    })
    .await;
    settle().await;
    world.seen()
}

/// The clock stands at 2027-01-15T08:00:00Z, a Friday.
pub fn hour(hour: u32) -> String {
    format!("2027-01-15T{hour:02}:00:00Z")
}

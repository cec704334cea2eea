//! Tasks of activities over restarts, and heartbeats of tasks that nobody waits for in memory.

#![allow(clippy::unwrap_used, reason = "tests")]

#[path = "support/clock.rs"]
mod clock;
#[path = "support/until.rs"]
mod until;

use self::clock::HandClock;
use self::until::until;
use serde_json::json;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::runtime::Runtime;
use workflow::interpreted::{Compiled, Context, Interpreted};
use workflow::prelude::*;
use workflow_runtime::Engine;
use workflow_runtime::connector::Activities;
use workflow_runtime::history::EventType;
use workflow_runtime::store::{MemoryStore, Status, Store};

const ARN: &str = "arn:aws:states:us-east-1:123456789012:activity:approve";

/// The tokens that were handed out.
#[derive(Clone, Default)]
struct Desk(Arc<Mutex<Vec<String>>>);

#[task(callback)]
async fn ask(desk: Res<Desk>, context: TaskContext) -> Result<Pending<u32>, Failure> {
    desk.0.lock().unwrap().push(context.token.as_deref().unwrap().to_owned());
    Ok(Pending::new())
}

#[workflow]
async fn watched() -> Result<u32, Failure> {
    let answer = ask().heartbeat(Duration::from_secs(3_600)).await?;
    Ok(answer)
}

/// A store with what works on it, in one process after the other.
#[derive(Clone, Default)]
struct World {
    store: MemoryStore,
    clock: HandClock,
    desk: Desk,
}

/// An engine of the process at hand, with its activities.
struct Process {
    world: World,
    engine: Engine,
    activities: Activities,
}

impl World {
    /// Works in a process of its own, which is gone then.
    fn process<F: Future>(&self, work: impl FnOnce(Process) -> F) -> F::Output {
        let runtime: Runtime =
            tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let activities = Activities::default().with(ARN);
            let engine = Engine::builder()
                .store(self.store.clone())
                .clock(self.clock.clone())
                .resource(self.desk.clone())
                .connector(activities.clone())
                .workflow::<watched>()
                .document("approval", approval())
                .build();
            work(Process { world: self.clone(), engine, activities }).await
        })
    }

    async fn until(&self, id: &str, status: Status) {
        until(&format!("{status:?}"), async || {
            self.store.describe(id).await.unwrap().is_some_and(|it| it.status == status)
        })
        .await;
    }
}

/// A worker has ten seconds, and gives a sign of life every five.
fn approval() -> Arc<Compiled> {
    let document = json!({
        "StartAt": "Approve",
        "States": { "Approve": {
            "Type": "Task", "Resource": ARN, "TimeoutSeconds": 10, "HeartbeatSeconds": 5, "End": true
        } }
    });
    let document = workflow::Definition::from_json(&document.to_string()).unwrap();
    Arc::new(Compiled::connected(document).unwrap())
}

impl Process {
    /// Starts an approval. Returns its ARN.
    async fn start(&self) -> String {
        let open = |identity: &_| {
            let input = Arc::new(json!(7));
            Ok(Interpreted::start(approval(), input, Context::from(identity)) as Box<_>)
        };
        let execution = self.engine.start(open, "approval", Some("one"), Some("7".into()));
        execution.started().await.unwrap();
        execution.id().to_owned()
    }

    /// The token of the task that a worker takes, if there is one.
    async fn take(&self) -> Option<Arc<str>> {
        let task = self.activities.task(ARN, Some("me"));
        let task = tokio::time::timeout(Duration::from_millis(100), task).await.ok()?;
        Some(task.unwrap().token)
    }

    /// Waits until the store knows that a worker has the task.
    async fn taken(&self, id: &str) {
        until("taken", async || self.kinds(id).await.contains(&EventType::ActivityStarted)).await;
    }

    async fn kinds(&self, id: &str) -> Vec<EventType> {
        let events = self.engine.events(id, 1, 100).await.unwrap();
        events.iter().map(|event| event.kind).collect()
    }

    /// Lets time pass, and others see it.
    async fn pass(&self, seconds: i64) {
        self.world.clock.forward(seconds);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[test]
fn the_queue_takes_no_time_of_a_task() {
    let world = World::default();
    let (id, before) = world.process(async |it| {
        let id = it.start().await;
        it.pass(86_400).await;
        let events = it.kinds(&id).await;
        assert!(events.contains(&EventType::ActivityScheduled), "{events:?}");
        (id, events)
    });
    // Nor does the time without a process.
    world.clock.forward(86_400);
    world.process(async |it| {
        let _ = it.engine.recover().await.unwrap();
        it.pass(86_400).await;
        assert_eq!(it.kinds(&id).await, before, "it is in the queue");
        it.take().await.unwrap();
        it.taken(&id).await;
        it.pass(4).await;
        world.until(&id, Status::Running).await;
        it.pass(2).await;
        world.until(&id, Status::Failed).await;
        assert!(it.kinds(&id).await.contains(&EventType::ActivityTimedOut));
    });
}

#[test]
fn a_task_that_was_taken_is_not_handed_out_again() {
    let world = World::default();
    let (id, token) = world.process(async |it| {
        let id = it.start().await;
        let token = it.take().await.unwrap();
        it.taken(&id).await;
        (id, token)
    });
    world.process(async |it| {
        // Who has it may tell of it before anybody has taken up its execution.
        it.engine.heartbeat(&token).await.unwrap();
        let _ = it.engine.recover().await.unwrap();
        assert_eq!(it.take().await, None);
        it.pass(4).await;
        it.engine.heartbeat(&token).await.unwrap();
        it.pass(4).await;
        it.engine.complete(&token, json!("yes")).await.unwrap();
        world.until(&id, Status::Succeeded).await;
        assert!(it.engine.heartbeat(&token).await.is_err(), "it has ended");
        assert!(it.engine.heartbeat("none").await.is_err());
    });
}

#[test]
fn the_time_of_a_task_counts_from_when_it_was_taken() {
    let world = World::default();
    let (id, token) = world.process(async |it| {
        let id = it.start().await;
        it.pass(100).await;
        let token = it.take().await.unwrap();
        it.taken(&id).await;
        (id, token)
    });
    world.clock.forward(8);
    world.process(async |it| {
        let _ = it.engine.recover().await.unwrap();
        it.engine.heartbeat(&token).await.unwrap();
        world.until(&id, Status::Running).await;
        it.pass(3).await;
        world.until(&id, Status::Failed).await;
        let late = it.engine.complete(&token, json!("yes")).await;
        assert!(late.is_err(), "it came too late");
    });
}

#[test]
fn a_task_that_nobody_took_is_in_the_queue_again() {
    let world = World::default();
    let id = world.process(async |it| it.start().await);
    world.process(async |it| {
        let _ = it.engine.recover().await.unwrap();
        let token = it.take().await.unwrap();
        assert_eq!(it.take().await, None, "once");
        it.engine.complete(&token, json!("yes")).await.unwrap();
        world.until(&id, Status::Succeeded).await;
        let started = it.kinds(&id).await;
        assert_eq!(started.iter().filter(|it| **it == EventType::ActivityScheduled).count(), 1);
    });
}

/// A task with heartbeats whose execution nobody waits for: they count.
#[test]
fn heartbeats_are_heard_though_nobody_waits_for_the_execution() {
    let world = World::default();
    let (id, token) = world.process(async |it| {
        let _ = it.engine.recover().await.unwrap();
        let id = it.engine.start_json::<watched>("{}").id().to_owned();
        until("asked", async || !world.desk.0.lock().unwrap().is_empty()).await;
        let token = world.desk.0.lock().unwrap()[0].clone();
        for _ in 0..4 {
            it.pass(2_400).await;
            it.engine.heartbeat(&token).await.unwrap();
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        world.until(&id, Status::Running).await;
        (id, token)
    });
    // Its time begins anew with the next process.
    world.clock.forward(7_200);
    world.process(async |it| {
        it.engine.heartbeat(&token).await.unwrap();
        let _ = it.engine.recover().await.unwrap();
        it.pass(2_400).await;
        it.engine.heartbeat(&token).await.unwrap();
        tokio::time::sleep(Duration::from_millis(20)).await;
        it.pass(2_400).await;
        world.until(&id, Status::Running).await;
        // Nobody is heard of for too long.
        it.pass(3_700).await;
        world.until(&id, Status::Failed).await;
        let end = world.store.describe(&id).await.unwrap().unwrap().end.unwrap().unwrap_err();
        assert_eq!(end.error(), "States.Timeout");
        let late: Result<(), _> = it.engine.complete(&token, 1_u32).await;
        assert!(late.is_err());
    });
}

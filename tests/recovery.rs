//! Executions that go on by themselves: after a crash, and after a long wait outside of memory.

#![allow(clippy::unwrap_used, reason = "tests")]

#[path = "support/clock.rs"]
mod clock;

use self::clock::HandClock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use workflow::prelude::*;
use workflow_runtime::engine::EngineBuilder;
use workflow_runtime::store::{Described, MemoryStore, Query, Status, Store};
use workflow_runtime::{Engine, Timestamp};

/// The world outside: the tokens it was given, and what was done in it.
#[derive(Clone, Default)]
struct World {
    tokens: Arc<Mutex<Vec<String>>>,
    done: Arc<AtomicU64>,
}

#[task(callback)]
async fn ask(world: Res<World>, context: TaskContext) -> Result<Pending<u32>, Failure> {
    world.tokens.lock().unwrap().push(context.token.as_deref().unwrap().to_owned());
    Ok(Pending::new())
}

#[task]
async fn act(world: Res<World>, by: u32) -> Result<u32, Failure> {
    world.done.fetch_add(1, Ordering::SeqCst);
    Ok(by * 2)
}

#[task]
async fn hang(by: u32) -> Result<u32, Failure> {
    std::future::pending::<()>().await;
    Ok(by)
}

#[workflow]
async fn approved() -> Result<u32, Failure> {
    let by = ask().await?;
    let done = act(by).await?;
    Ok(done)
}

#[workflow]
async fn later(days: u32) -> Result<u32, Failure> {
    sleep(Duration::from_secs(86_400)).await;
    let done = act(days).await?;
    Ok(done)
}

#[workflow]
async fn stuck(by: u32) -> Result<u32, Failure> {
    let by = hang(by).await?;
    Ok(by)
}

#[workflow]
async fn outer(by: u32) -> Result<u32, Failure> {
    let done = later(by).await?;
    Ok(done + 1)
}

fn builder(world: &World, store: &MemoryStore) -> EngineBuilder {
    Engine::builder().resource(world.clone()).store(store.clone())
}

fn all(world: &World, store: &MemoryStore) -> EngineBuilder {
    builder(world, store).workflow::<approved>().workflow::<stuck>().workflow::<outer>()
}

/// Waits until the store says so of an execution.
async fn until(store: &MemoryStore, id: &str, is: impl Fn(&Described) -> bool) -> Described {
    for _ in 0..5_000 {
        if let Some(known) = store.describe(id).await.unwrap()
            && is(&known)
        {
            return known;
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    panic!("{id}: {:?}", store.describe(id).await.unwrap());
}

#[tokio::test]
async fn a_wait_for_an_answer_takes_no_memory() {
    let (world, store) = (World::default(), MemoryStore::default());
    let engine = all(&world, &store).build();
    let recovered = engine.recover().await.unwrap();
    assert!(recovered.running.is_empty() && recovered.left.is_empty());
    let execution = engine.start_json::<approved>("{}");
    let id = execution.id().to_owned();
    // A handle keeps it in memory.
    until(&store, &id, |it| it.number >= 3).await;
    tokio::time::sleep(Duration::from_millis(20)).await;
    assert_eq!(store.describe(&id).await.unwrap().unwrap().wake, None);
    drop(execution);
    until(&store, &id, |it| it.wake.is_some()).await;
    let page = engine.executions(Query::default()).await.unwrap();
    assert_eq!(page.executions.len(), 1);
    let token = world.tokens.lock().unwrap()[0].clone();
    engine.complete(&token, 3).await.unwrap();
    let known = until(&store, &id, |it| it.status == Status::Succeeded).await;
    assert_eq!(known.end.unwrap().unwrap(), "6".into());

    // Without one it leaves, and comes back for the answer.
    let id = engine.start_json::<approved>("{}").id().to_owned();
    let known = until(&store, &id, |it| it.wake.is_some()).await;
    assert_eq!((known.wake, known.state.as_deref()), (Some(Timestamp::MAX), Some("By")));
    let token = world.tokens.lock().unwrap()[1].clone();
    engine.complete(&token, 4).await.unwrap();
    let known = until(&store, &id, |it| it.status == Status::Succeeded).await;
    assert_eq!(known.end.unwrap().unwrap(), "8".into());
    assert_eq!(world.done.load(Ordering::SeqCst), 2);
    let events = engine.events(&id, 1, 1_000).await.unwrap();
    assert_eq!(events.len(), known.events as usize);
    assert!(events.iter().zip(1..).all(|(event, number)| event.id == number));
}

#[tokio::test]
async fn a_wait_for_a_time_takes_no_memory() {
    let (world, store, clock) = (World::default(), MemoryStore::default(), HandClock::default());
    let engine = all(&world, &store).clock(clock.clone()).build();
    let _ = engine.recover().await.unwrap();
    let id = engine.start_json::<later>("5").id().to_owned();
    let known = until(&store, &id, |it| it.wake.is_some()).await;
    assert_eq!(known.wake, Some(Timestamp::from_second(1_800_086_400).unwrap()));
    clock.forward(86_399);
    tokio::time::sleep(Duration::from_millis(20)).await;
    assert_eq!(world.done.load(Ordering::SeqCst), 0);
    clock.forward(1);
    let known = until(&store, &id, |it| it.status == Status::Succeeded).await;
    assert_eq!(known.end.unwrap().unwrap(), "10".into());

    // A handle that comes later finds the execution again.
    let id = engine.start_json::<later>("7").id().to_owned();
    until(&store, &id, |it| it.wake.is_some()).await;
    let execution = engine.resume_workflow::<later>(&id).await;
    clock.forward(86_400);
    assert_eq!(execution.await.unwrap(), 14);
}

#[tokio::test]
async fn all_that_was_interrupted_goes_on() {
    let (world, store) = (World::default(), MemoryStore::default());
    let mut ids = vec![];
    {
        let engine = all(&world, &store).build();
        for execution in [
            engine.start_json_as::<stuck>("1", Some("a")),
            engine.start_json_as::<outer>("2", Some("b")),
            engine.start_json_as::<later>("3", Some("c")),
        ] {
            until(&store, execution.id(), |it| it.number >= 1).await;
            ids.push(execution.id().to_owned());
        }
    }
    // Another engine that knows less.
    let engine = builder(&world, &store).workflow::<outer>().build();
    let recovered = engine.recover().await.unwrap();
    let running: Vec<_> = recovered.running.iter().map(|it| it.id().to_owned()).collect();
    assert!(running.contains(&ids[1]) && running.contains(&ids[2]), "{running:?}");
    let left: Vec<_> = recovered.left.iter().map(|(begun, _)| begun.id.to_string()).collect();
    assert_eq!(left, [ids[0].clone()]);
    let why = recovered.left[0].1.cause();
    assert!(why.starts_with("the engine does not know the workflow `stuck`"), "{why}");

    // What cannot go on can be stopped: by whoever takes it up.
    assert!(engine.stop(&ids[0], "Given.Up", "nobody knows it").await.unwrap());
    assert!(!engine.stop("arn:nothing", "", "").await.unwrap());
    let engine = all(&world, &store).build();
    let mut recovered = engine.recover().await.unwrap();
    let stuck = recovered.running.iter_mut().find(|it| it.id() == ids[0]).unwrap();
    assert_eq!(stuck.await.unwrap_err().error(), "Given.Up");
    assert_eq!(store.get(&ids[0]).unwrap().status, Status::Aborted);
}

mod older {
    use super::hang;
    use workflow::prelude::*;

    #[workflow]
    pub async fn changing(by: u32) -> Result<u32, Failure> {
        let before = hang(by).await?;
        Ok(before)
    }
}

mod newer {
    use super::act;
    use workflow::prelude::*;

    #[workflow]
    pub async fn changing(by: u32) -> Result<u32, Failure> {
        let after = act(by).await?;
        Ok(after)
    }
}

/// A checkpoint that does not fit changed code is left as it is, and told; others go on.
#[tokio::test]
async fn what_is_blocked_is_left() {
    let (world, store) = (World::default(), MemoryStore::default());
    let (blocked, other) = {
        let engine = builder(&world, &store).build();
        let blocked = engine.start_json_as::<older::changing>("1", Some("a"));
        let other = engine.start_json_as::<later>("3", Some("b"));
        for execution in [&blocked, &other] {
            until(&store, execution.id(), |it| it.number >= 1).await;
        }
        (blocked.id().to_owned(), other.id().to_owned())
    };
    let engine = builder(&world, &store).workflow::<newer::changing>().workflow::<later>().build();
    let recovered = engine.recover().await.unwrap();
    let running: Vec<_> = recovered.running.iter().map(|it| it.id()).collect();
    assert_eq!(running, [&*other]);
    let [(begun, failure)] = &recovered.left[..] else { panic!("one is left") };
    assert_eq!(*begun.id, *blocked);
    let reasons = &failure.as_blocked().unwrap().reasons;
    assert_eq!(&*reasons[0].state, "Before");
    assert_eq!(store.get(&blocked).unwrap().status, Status::Running);
    assert_eq!(world.done.load(Ordering::SeqCst), 0);
    // The code that it began with still takes it up.
    let engine = builder(&world, &store).workflow::<older::changing>().build();
    let recovered = engine.recover().await.unwrap();
    assert!(recovered.running.iter().any(|it| it.id() == blocked));
}

/// All that are due at once awake one slice after the other, beside some that cannot go on.
#[tokio::test]
async fn many_that_are_due_at_once_awake() {
    const MANY: u64 = 300;
    let (world, store, clock) = (World::default(), MemoryStore::default(), HandClock::default());
    {
        let engine = builder(&world, &store).build();
        for _ in 0..60 {
            let blocked = engine.start_json::<older::changing>("1");
            until(&store, blocked.id(), |it| it.number >= 1).await;
        }
    }
    let engine = builder(&world, &store)
        .clock(clock.clone())
        .workflow::<newer::changing>()
        .workflow::<later>()
        .build();
    assert_eq!(engine.recover().await.unwrap().left.len(), 60);
    let ids: Vec<_> = (0..MANY).map(|_| engine.start_json::<later>("5").id().to_owned()).collect();
    for id in &ids {
        until(&store, id, |it| it.wake.is_some()).await;
    }
    clock.forward(86_400);
    for id in &ids {
        until(&store, id, |it| it.status == Status::Succeeded).await;
    }
    assert_eq!(world.done.load(Ordering::SeqCst), MANY);
}

/// An execution that cannot go on can be stopped: nothing of its checkpoint is needed for that.
#[tokio::test]
async fn what_is_blocked_can_be_stopped() {
    let (world, store) = (World::default(), MemoryStore::default());
    let blocked = {
        let engine = builder(&world, &store).build();
        let blocked = engine.start_json_as::<older::changing>("1", Some("a"));
        until(&store, blocked.id(), |it| it.number >= 1).await;
        blocked.id().to_owned()
    };
    let engine = builder(&world, &store).workflow::<newer::changing>().build();
    assert_eq!(engine.recover().await.unwrap().left.len(), 1);
    assert!(engine.stop(&blocked, "Enough", "it cannot go on").await.unwrap());
    let known = until(&store, &blocked, |it| it.end.is_some()).await;
    assert_eq!(known.status, Status::Aborted);
    assert_eq!(known.end.unwrap().unwrap_err(), Failure::new("Enough", "it cannot go on"));
    let events = engine.events(&blocked, 1, 100).await.unwrap();
    assert_eq!(events.last().unwrap().kind.name(), "ExecutionAborted");
    assert_eq!(events.len(), known.events as usize);
    assert!(!engine.stop(&blocked, "", "").await.unwrap());
}

/// A thread that a task blocks until it is let go.
#[derive(Clone, Default)]
struct Block(Arc<(Mutex<bool>, std::sync::Condvar)>);

#[task]
async fn block(block: Res<Block>, world: Res<World>, by: u32) -> Result<u32, Failure> {
    if world.done.fetch_add(1, Ordering::SeqCst) == 0 {
        let free = block.0.0.lock().unwrap();
        drop(block.0.1.wait_while(free, |free| !*free).unwrap());
    }
    Ok(by + 1)
}

#[workflow]
async fn blocking(by: u32) -> Result<u32, Failure> {
    let one = block(by).await?;
    let two = act(one).await?;
    Ok(two)
}

/// An engine that hangs and does not end keeps nothing for itself: who recovers takes its executions over, and whatever it
/// still does when it goes on is refused.
#[test]
fn a_hanging_engine_is_taken_over() {
    let (world, store, hold) = (World::default(), MemoryStore::default(), Block::default());
    let engine = {
        let (world, store, hold) = (world.clone(), store.clone(), hold.clone());
        move || builder(&world, &store).resource(hold.clone()).workflow::<blocking>().build()
    };
    let runtime = || tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let hanging = engine.clone();
    let first = std::thread::spawn(move || {
        runtime().block_on(async { hanging().start_json_as::<blocking>("1", Some("one")).await })
    });
    while world.done.load(Ordering::SeqCst) == 0 {
        std::thread::sleep(Duration::from_millis(1));
    }
    let output = runtime().block_on(async {
        let mut recovered = engine().recover().await.unwrap();
        assert!(recovered.left.is_empty());
        recovered.running.remove(0).await.unwrap().text().unwrap()
    });
    assert_eq!(&*output, "4");
    assert_eq!(world.done.load(Ordering::SeqCst), 3, "the task that hung, again, and the next one");
    *hold.0.0.lock().unwrap() = true;
    hold.0.1.notify_all();
    let told = first.join().unwrap().unwrap_err();
    assert!(told.is_interruption() && told.cause().contains("another engine has taken"), "{told}");
    assert_eq!(world.done.load(Ordering::SeqCst), 3, "it begins nothing any more");
}

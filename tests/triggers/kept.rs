//! Schedules are kept, changed, refused and told of.

use crate::clock::HandClock;
use crate::until::until;
use crate::world::*;
use std::sync::Arc;
use workflow::prelude::*;
use workflow_runtime::interpreted::Compiled;
use workflow_runtime::schedule::{Missed, Schedule};
use workflow_runtime::store::MemoryStore;

#[tokio::test]
async fn schedules_are_paused_changed_and_removed() {
    let (world, store, clock) = (World::default(), MemoryStore::default(), HandClock::default());
    let engine = builder(&world, store, clock.clone()).build();
    let declare = |text: &'static str, input: &'static str| {
        engine.schedule::<report>("s", cron(text)).input_json(input).into_future()
    };
    declare("0 * * * *", TIME).await.unwrap();
    assert!(engine.pause_schedule("s").await.unwrap());
    let known = engine.schedules().await.unwrap().remove(0);
    assert!(known.paused && known.next.is_none());
    clock.forward(2 * HOUR);
    declare("0 * * * *", TIME).await.unwrap();
    settle().await;
    assert!(engine.resume_schedule("s").await.unwrap());
    settle().await;
    assert!(world.seen().is_empty(), "what came while it was paused is left out");
    clock.forward(HOUR);
    assert_eq!(ended(&engine, &world, 1).await, [hour(11)]);

    // Another input: the times go on. Other times: they begin now.
    declare("0 * * * *", "\"other\"").await.unwrap();
    clock.forward(HOUR);
    assert_eq!(ended(&engine, &world, 2).await[1], "other");
    declare("30 * * * *", TIME).await.unwrap();
    settle().await;
    let next = engine.schedules().await.unwrap()[0].next.unwrap();
    assert_eq!(next.to_string(), "2027-01-15T12:30:00Z");
    assert!(engine.unschedule("s").await.unwrap());
    assert!(!engine.unschedule("s").await.unwrap());
    assert!(!engine.pause_schedule("s").await.unwrap());
    clock.forward(HOUR);
    settle().await;
    assert_eq!(world.seen().len(), 2);
    assert!(engine.schedules().await.unwrap().is_empty());
}

#[tokio::test]
async fn what_could_not_run_is_refused_when_it_is_scheduled() {
    let (world, clock) = (World::default(), HandClock::default());
    let engine = builder(&world, MemoryStore::default(), clock.clone()).build();
    let long = format!("\"{}\"", "x".repeat(16 << 10));
    let past = Schedule::at(hour(7).parse().unwrap()).unwrap();
    let name = "x".repeat(64);
    let bare = Engine::builder().workflow::<report>().store(MemoryStore::default()).build();
    let without_store = Engine::builder().resource(world.clone()).workflow::<report>().build();
    let said = [
        engine.schedule::<report>("s", hourly()).await,
        engine.schedule::<report>("s", hourly()).input_json("\"a").await,
        engine.schedule::<report>("s", hourly()).input_json(&long).await,
        engine.schedule::<report>("s", past).input_json(TIME).await,
        engine.schedule::<report>("a/b", hourly()).input_json(TIME).await,
        engine.schedule::<report>(&name, hourly()).input_json(TIME).await,
        engine.schedule::<report>("", hourly()).input_json(TIME).await,
        engine.schedule_document("s", "unknown", hourly()).await,
        bare.schedule::<report>("s", hourly()).input_json(TIME).await,
        without_store.schedule::<report>("s", hourly()).input_json(TIME).await,
    ]
    .map(|result| result.unwrap_err().cause());
    let texts = [
        "the input: invalid type: map, expected a string",
        "the input: EOF while parsing a string",
        "the input of the schedule `s` has 16386 bytes: the most are 16384",
        "the schedule `at(2027-01-15T07:00:00) UTC` never comes after 2027-01-15T08:00:00Z",
        "`a/b` is no name of a schedule: it has 1 to 63 letters, digits, `-`, `_` and `.`",
        "`xxx",
        "`` is no name of a schedule",
        "the engine does not know the workflow `unknown`",
        "",
        "the engine has no store: `Engine::builder().store(..)`",
    ];
    for (said, text) in said.iter().zip(texts) {
        assert!(said.starts_with(text), "{said}\n not {text}");
    }
    assert!(engine.schedules().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_store_takes_so_many_schedules() {
    let (world, clock) = (World::default(), HandClock::default());
    let engine = builder(&world, MemoryStore::default(), clock.clone()).build();
    for number in 0..1_000 {
        let name = format!("s{number}");
        engine.schedule::<report>(&name, hourly()).input_json(TIME).await.unwrap();
    }
    let refused = engine.schedule::<report>("one", hourly()).input_json(TIME).await;
    assert_eq!(refused.unwrap_err().cause(), "the store has 1000 schedules, and takes no more");
    // One that is there can still be changed, and all of them begin at their time.
    engine.schedule::<report>("s7", hourly()).input_json(TIME).await.unwrap();
    clock.forward(HOUR);
    assert_eq!(ended(&engine, &world, 1_000).await.len(), 1_000);
}

#[tokio::test]
async fn a_run_that_cannot_begin_is_told_and_does_not_stop_the_others() {
    let (world, store, clock) = (World::default(), MemoryStore::default(), HandClock::default());
    let engine = builder(&world, store.clone(), clock.clone()).build();
    engine.schedule::<report>("a", hourly()).input_json(TIME).await.unwrap();
    engine.schedule::<plain>("b", hourly()).await.unwrap();
    drop(engine);
    // The next program has forgotten the resource, and knows nothing of a third one.
    let engine = Engine::builder().store(store.clone()).clock(clock.clone());
    let engine = engine.workflow::<report>().workflow::<plain>().build();
    let _ = engine.recover().await.unwrap();
    clock.forward(HOUR);
    until("told", async || engine.schedules().await.unwrap()[0].refused.is_some()).await;
    let known = engine.schedules().await.unwrap();
    let refused = known[0].refused.clone().unwrap();
    assert!(refused.contains("World"), "{refused}");
    assert_eq!(known[0].next.unwrap().to_string(), hour(10));
    until("begun", async || names(&engine).await == ["b-20270115T090000Z"]).await;
    // What no engine here knows waits for one that does.
    let knows_nothing = Engine::builder().store(store).clock(clock.clone()).build();
    drop(engine);
    let _ = knows_nothing.recover().await.unwrap();
    clock.forward(HOUR);
    settle().await;
    let known = knows_nothing.schedules().await.unwrap();
    assert_eq!(known[1].last.unwrap().to_string(), hour(9));
}

#[tokio::test]
async fn a_shutdown_starts_nothing_more() {
    let (world, store, clock) = (World::default(), MemoryStore::default(), HandClock::default());
    let engine = builder(&world, store, clock.clone()).build();
    engine.schedule::<report>("hourly", hourly()).input_json(TIME).await.unwrap();
    let _ = engine.shutdown(Duration::ZERO).await;
    clock.forward(HOUR);
    settle().await;
    assert!(names(&engine).await.is_empty());
    assert_eq!(engine.schedules().await.unwrap()[0].last, None);
}

#[tokio::test]
async fn a_document_is_started_by_its_name() {
    let (world, store, clock) = (World::default(), MemoryStore::default(), HandClock::default());
    let document = Arc::new(
        Compiled::new(report::definition().unwrap(), &<report as workflow::Workflow>::tasks())
            .unwrap(),
    );
    let engine = builder(&world, store, clock.clone()).document("doc", document).build();
    let schedule =
        Schedule::parse("rate(1 hour)", "UTC").unwrap().starting(hour(9).parse().unwrap());
    engine.schedule_document("d", "doc", schedule).input_json(TIME).await.unwrap();
    settle().await;
    assert!(world.seen().is_empty());
    clock.forward(HOUR);
    assert_eq!(ended(&engine, &world, 1).await, [hour(9)]);
}

#[tokio::test]
async fn schedules_outlive_the_process_in_a_file() {
    let folder = std::env::temp_dir().join(format!("workflow-triggers-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("s.db");
    let (world, clock) = (World::default(), HandClock::default());
    for round in 1..=3_u32 {
        let store = workflow_sqlite::Sqlite::open(&path).unwrap();
        let engine = builder(&world, store, clock.clone()).build();
        let scheduling = engine.schedule::<report>("hourly", hourly()).input_json(TIME);
        scheduling.missed(Missed::All(10)).await.unwrap();
        let _ = engine.recover().await.unwrap();
        let seen = ended(&engine, &world, 2 * round as usize - 2).await;
        assert_eq!(seen.len(), 2 * round as usize - 2);
        drop(engine);
        settle().await;
        clock.forward(2 * HOUR);
    }
    assert_eq!(world.seen(), (9..13).map(hour).collect::<Vec<_>>());
    std::fs::remove_dir_all(folder).unwrap();
}

//! Runs begin at their times.

use crate::clock::HandClock;
use crate::world::*;
use workflow::prelude::*;
use workflow_runtime::Timestamp;
use workflow_runtime::clock::{Clock, VirtualClock};
use workflow_runtime::schedule::{Missed, Overlap, Schedule};
use workflow_runtime::store::MemoryStore;

#[tokio::test]
async fn runs_begin_at_their_times() {
    let (world, store, clock) = (World::default(), MemoryStore::default(), HandClock::default());
    let engine = builder(&world, store, clock.clone()).build();
    engine.schedule::<report>("hourly", hourly()).input_json(TIME).await.unwrap();
    let next = || async { engine.schedules().await.unwrap()[0].next.unwrap().to_string() };
    assert_eq!(next().await, hour(9));
    clock.forward(HOUR - 1);
    settle().await;
    assert!(names(&engine).await.is_empty());
    clock.forward(1);
    assert_eq!(ended(&engine, &world, 1).await, [hour(9)]);
    clock.forward(HOUR);
    assert_eq!(ended(&engine, &world, 2).await, [hour(9), hour(10)]);
    assert_eq!(names(&engine).await, ["hourly-20270115T090000Z", "hourly-20270115T100000Z"]);
    let known = engine.schedules().await.unwrap().remove(0);
    assert_eq!((&*known.name, &*known.workflow), ("hourly", "report"));
    assert_eq!(known.schedule.to_string(), "0 * * * * UTC");
    assert_eq!((known.missed, known.overlap), (Missed::Once, Overlap::Allow));
    assert_eq!(known.last.unwrap().to_string(), hour(10));
    assert_eq!((next().await, known.refused, known.paused), (hour(11), None, false));
}

#[tokio::test]
async fn a_rate_begins_at_once_and_a_time_comes_once() {
    let (world, store, clock) = (World::default(), MemoryStore::default(), HandClock::default());
    let engine = builder(&world, store, clock.clone()).build();
    let often = || Schedule::every(Duration::from_secs(90 * 60)).unwrap();
    let noon = || Schedule::at(hour(12).parse().unwrap()).unwrap();
    engine.schedule::<report>("often", often()).input("a".to_owned()).await.unwrap();
    engine.schedule::<report>("noon", noon()).input("b".to_owned()).await.unwrap();
    for ended_by_now in 1..=4 {
        ended(&engine, &world, ended_by_now).await;
        // The program begins again, and says the same.
        engine.schedule::<report>("often", often()).input("a".to_owned()).await.unwrap();
        clock.forward(90 * 60);
    }
    ended(&engine, &world, 6).await;
    engine.schedule::<report>("noon", noon()).input("b".to_owned()).await.unwrap();
    let mut all = names(&engine).await;
    all.sort();
    let times = ["080000", "093000", "110000", "123000", "140000"];
    let mut expected: Vec<_> = times.map(|time| format!("often-20270115T{time}Z")).to_vec();
    expected.insert(0, "noon-20270115T120000Z".to_owned());
    assert_eq!(all, expected);
    let known = engine.schedules().await.unwrap();
    assert_eq!((&*known[0].name, known[0].next), ("noon", None));
}

#[tokio::test]
async fn an_engine_that_is_held_begins_no_run() {
    let (world, store, clock) = (World::default(), MemoryStore::default(), HandClock::default());
    let held = builder(&world, store, clock.clone()).held().build();
    assert!(held.recover().await.unwrap().left.is_empty());
    let often = Schedule::every(Duration::from_secs(90 * 60)).unwrap();
    held.schedule::<report>("often", often).input("a".to_owned()).await.unwrap();
    settle().await;
    clock.forward(3 * HOUR);
    settle().await;
    assert!(names(&held).await.is_empty());
    assert!(held.schedules().await.unwrap()[0].next.is_some());
}

#[tokio::test]
async fn the_clocks_of_a_zone_go_forward_under_virtual_time() {
    let (world, store) = (World::default(), MemoryStore::default());
    let clock = VirtualClock::at("2026-03-27T12:00:00Z".parse().unwrap());
    let engine = builder(&world, store, clock.clone()).build();
    let nightly = Schedule::cron("30 2 * * *", "Europe/Zurich").unwrap();
    engine.schedule::<report>("nightly", nightly).input_json(TIME).await.unwrap();
    // An execution that waits moves the clock.
    let waiting = engine.start_json::<plain>("{}");
    waiting.await.unwrap();
    let end: Timestamp = "2026-03-31T12:00:00Z".parse().unwrap();
    while clock.now() < end {
        settle().await;
        clock.jump(Some(end));
    }
    settle().await;
    let times = ["2026-03-28T01:30:00Z", "2026-03-30T00:30:00Z", "2026-03-31T00:30:00Z"];
    assert_eq!(world.seen(), times);
}

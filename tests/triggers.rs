//! Schedules in an engine: runs on time, once each, over restarts, crashes, two engines and clocks that jump.

#![allow(clippy::unwrap_used, reason = "tests")]

#[path = "support/clock.rs"]
mod clock;
#[path = "support/until.rs"]
mod until;

use self::clock::HandClock;
use self::until::until;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::Notify;
use workflow::prelude::*;
use workflow_runtime::clock::{Clock, VirtualClock};
use workflow_runtime::engine::{EngineBuilder, Omission};
use workflow_runtime::interpreted::Compiled;
use workflow_runtime::schedule::{Missed, Overlap, Schedule};
use workflow_runtime::store::{
    Around, Commit, Described, MemoryStore, Put, Query, Status, Store, StoreError, StoreResult,
};
use workflow_runtime::task::BoxFuture;
use workflow_runtime::{Engine, Timestamp};

const HOUR: i64 = 3_600;
const TIME: &str = "\"<aws.scheduler.scheduled-time>\"";

/// The times that tasks were called with.
#[derive(Clone, Default)]
struct World(Arc<Mutex<Vec<String>>>);

impl World {
    fn seen(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }
}

#[task]
async fn count(world: Res<World>, time: String) -> Result<String, Failure> {
    world.0.lock().unwrap().push(time.clone());
    Ok(time)
}

#[task]
async fn hang(time: String) -> Result<String, Failure> {
    std::future::pending::<()>().await;
    Ok(time)
}

/// Counts sales.
#[workflow]
async fn report(time: String) -> Result<String, Failure> {
    let time = count(time).await?;
    Ok(time)
}

#[workflow]
async fn endless(time: String) -> Result<String, Failure> {
    let time = count(time).await?;
    let time = hang(time).await?;
    Ok(time)
}

/// Goes on as another execution, which waits.
#[workflow]
async fn relay(time: String) -> Result<String, Failure> {
    if time == "on" {
        let time = hang(time).await?;
        return Ok(time);
    }
    let time = count(time).await?;
    let next = if time == "on twice" { "on" } else { "on twice" };
    continue_as(relay(next.to_owned())).await
}

#[workflow]
async fn plain() -> Result<u32, Failure> {
    sleep(Duration::from_secs(1)).await;
    Ok(7)
}

fn builder(world: &World, store: impl Store, clock: impl Clock) -> EngineBuilder {
    let builder = Engine::builder().resource(world.clone()).store(store).clock(clock);
    builder.workflow::<report>().workflow::<endless>().workflow::<plain>().workflow::<relay>()
}

fn cron(text: &str) -> Schedule {
    Schedule::cron(text, "UTC").unwrap()
}

fn hourly() -> Schedule {
    cron("0 * * * *")
}

/// Lets everything happen that is about to.
async fn settle() {
    for _ in 0..20 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

async fn names(engine: &Engine) -> Vec<String> {
    let page = engine.executions(Query { limit: 1_000, ..Query::default() }).await.unwrap();
    page.executions.iter().map(|it| it.begun.name.to_string()).collect()
}

/// Waits until so many executions have ended, and returns the times that their tasks were called with.
async fn ended(engine: &Engine, world: &World, count: usize) -> Vec<String> {
    until("ended", async || {
        let query = Query { status: Some(Status::Succeeded), limit: 1_000, ..Query::default() };
        engine.executions(query).await.unwrap().executions.len() >= count
    })
    .await;
    settle().await;
    world.seen()
}

/// The clock stands at 2027-01-15T08:00:00Z, a Friday.
fn hour(hour: u32) -> String {
    format!("2027-01-15T{hour:02}:00:00Z")
}

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

#[tokio::test]
async fn what_was_missed_is_made_up_for_as_the_policy_says() {
    let rows: [(Missed, i64, &[u32]); 8] = [
        (Missed::Skip, 5 * HOUR + 600, &[]),
        (Missed::Skip, 5 * HOUR + 59, &[13]),
        (Missed::Once, 5 * HOUR + 600, &[13]),
        (Missed::Once, HOUR / 2, &[]),
        (Missed::All(3), 5 * HOUR + 600, &[11, 12, 13]),
        (Missed::All(3), 2 * HOUR + 600, &[9, 10]),
        (Missed::All(u32::MAX), 5 * HOUR, &[9, 10, 11, 12, 13]),
        (Missed::All(0), 5 * HOUR + 600, &[13]),
    ];
    for (missed, away, hours) in rows {
        let (world, store, clock) =
            (World::default(), MemoryStore::default(), HandClock::default());
        let engine = builder(&world, store.clone(), clock.clone()).build();
        engine
            .schedule::<report>("hourly", hourly())
            .input_json(TIME)
            .missed(missed)
            .await
            .unwrap();
        settle().await;
        drop(engine);
        clock.forward(away);
        let engine = builder(&world, store, clock.clone()).build();
        settle().await;
        assert!(world.seen().is_empty(), "nobody was there");
        let _ = engine.recover().await.unwrap();
        let times: Vec<_> = hours.iter().copied().map(hour).collect();
        assert_eq!(ended(&engine, &world, hours.len()).await, times, "{missed:?} after {away} s");
        // What is left out is told.
        let left_out = || async { engine.schedules().await.unwrap().remove(0).left_out };
        until("told", async || {
            left_out().await.map_or(0, |it| it.runs) == (away / HOUR) as u64 - hours.len() as u64
        })
        .await;
        if let Some(it) = left_out().await {
            let last = hours.first().map_or(13, |first| first - 1);
            assert_eq!((it.last.to_string(), it.why), (hour(last), Omission::Missed));
        }
        // Then it goes on as ever.
        clock.forward(HOUR - away % HOUR);
        ended(&engine, &world, hours.len() + 1).await;
        assert_eq!(world.seen().len(), hours.len() + 1, "{missed:?} after {away} s");
    }
}

#[tokio::test]
async fn a_year_of_missed_minutes_is_made_up_for_at_once() {
    let (world, store, clock) = (World::default(), MemoryStore::default(), HandClock::default());
    let engine = builder(&world, store.clone(), clock.clone()).build();
    let minutely = cron("* * * * *");
    engine.schedule::<report>("minutely", minutely).input_json(TIME).await.unwrap();
    let secondly = Schedule::every(Duration::from_secs(1)).unwrap();
    let secondly = engine.schedule::<report>("secondly", secondly).input_json(TIME);
    secondly.missed(Missed::All(20)).await.unwrap();
    ended(&engine, &world, 1).await;
    drop(engine);
    clock.forward(366 * 24 * HOUR);
    let engine = builder(&world, store, clock.clone()).build();
    let began = std::time::Instant::now();
    let _ = engine.recover().await.unwrap();
    assert_eq!(ended(&engine, &world, 62).await.len(), 62);
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
}

/// A run that is less than a minute late begins, also where several come in a minute.
#[tokio::test]
async fn no_run_of_a_short_period_is_left_out_for_being_a_little_late() {
    for missed in [Missed::Skip, Missed::Once, Missed::All(2)] {
        let (world, store, clock) =
            (World::default(), MemoryStore::default(), HandClock::default());
        let engine = builder(&world, store, clock.clone()).build();
        let often = Schedule::every(Duration::from_secs(10)).unwrap();
        engine.schedule::<report>("often", often).input_json(TIME).missed(missed).await.unwrap();
        assert_eq!(ended(&engine, &world, 1).await.len(), 1);
        clock.forward(45);
        assert_eq!(ended(&engine, &world, 5).await.len(), 5, "{missed:?}");
        // After an hour and five seconds: those of the last minute.
        clock.forward(HOUR);
        assert_eq!(ended(&engine, &world, 11).await.len(), 11, "{missed:?}");
    }
}

/// A store whose writes fail as its switch says.
#[derive(Clone, Default)]
struct Faulty {
    store: MemoryStore,
    fault: Arc<AtomicU32>,
}

/// The commit of the start is not written.
const NO_START: u32 = 1;
/// The start is written, the state of the schedule is not.
const NO_STATE: u32 = 2;
/// The state is written, but nobody learns of it.
const NO_ANSWER: u32 = 3;
/// The start is written, but nobody learns of it.
const NO_START_KNOWN: u32 = 4;

fn stalled() -> StoreError {
    StoreError::Stalled("the disk is full".to_owned())
}

impl Around for Faulty {
    fn inner(&self) -> &dyn Store {
        &self.store
    }
    fn commit(&self, commit: Commit) -> BoxFuture<StoreResult<()>> {
        match self.fault.load(Ordering::SeqCst) {
            NO_START => Box::pin(std::future::ready(Err(stalled()))),
            NO_START_KNOWN => {
                let written = self.store.commit(commit);
                Box::pin(async move {
                    written.await?;
                    Err(stalled())
                })
            }
            _ => self.store.commit(commit),
        }
    }
    fn put(&self, put: Put) -> BoxFuture<StoreResult<bool>> {
        match self.fault.load(Ordering::SeqCst) {
            NO_STATE => Box::pin(std::future::ready(Err(stalled()))),
            NO_ANSWER => {
                let written = self.store.put(put);
                Box::pin(async move {
                    written.await?;
                    Err(stalled())
                })
            }
            _ => self.store.put(put),
        }
    }
}

#[tokio::test]
async fn a_crash_anywhere_in_a_start_starts_it_once() {
    for fault in [NO_START, NO_STATE, NO_ANSWER, NO_START_KNOWN] {
        for same_engine in [true, false] {
            for missed in [Missed::Once, Missed::All(9)] {
                let (world, store) = (World::default(), Faulty::default());
                let clock = HandClock::default();
                let engine = builder(&world, store.clone(), clock.clone()).build();
                let scheduling = engine.schedule::<report>("hourly", hourly());
                scheduling.input_json(TIME).missed(missed).await.unwrap();
                let _ = engine.recover().await.unwrap();
                store.fault.store(fault, Ordering::SeqCst);
                clock.forward(HOUR + 1);
                settle().await;
                let engine = if same_engine {
                    store.fault.store(0, Ordering::SeqCst);
                    engine
                } else {
                    drop(engine);
                    settle().await;
                    store.fault.store(0, Ordering::SeqCst);
                    builder(&world, store.clone(), clock.clone()).build()
                };
                if !same_engine {
                    let _ = engine.recover().await.unwrap();
                }
                clock.forward(120);
                let seen = ended(&engine, &world, 1).await;
                assert_eq!(seen, [hour(9)], "fault {fault}, same engine: {same_engine}");
                assert_eq!(names(&engine).await, ["hourly-20270115T090000Z"]);
                until("seen to", async || {
                    let known = engine.schedules().await.unwrap().remove(0);
                    known.last.is_some() && known.next.unwrap().to_string() == hour(10)
                })
                .await;
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_engines_start_each_run_once() {
    let (world, store, clock) = (World::default(), MemoryStore::default(), HandClock::default());
    let engines: Vec<_> =
        (0..2).map(|_| builder(&world, store.clone(), clock.clone()).build()).collect();
    for engine in &engines {
        let _ = engine.recover().await.unwrap();
        for name in ["a", "b", "c"] {
            let scheduling = engine.schedule::<report>(name, hourly()).input_json(TIME);
            scheduling.missed(Missed::All(100)).await.unwrap();
        }
    }
    for round in 1..=20 {
        clock.forward(HOUR);
        ended(&engines[0], &world, 3 * round).await;
    }
    let mut all = names(&engines[0]).await;
    assert_eq!((all.len(), world.seen().len()), (60, 60));
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 60);
}

#[tokio::test(start_paused = true)]
async fn a_clock_that_jumps_neither_repeats_a_run_nor_stops_the_schedule() {
    let (world, store, clock) = (World::default(), MemoryStore::default(), HandClock::default());
    let engine = builder(&world, store, clock.clone()).build();
    engine.schedule::<report>("hourly", hourly()).input_json(TIME).await.unwrap();
    let _ = engine.recover().await.unwrap();
    clock.forward(HOUR);
    ended(&engine, &world, 1).await;
    // Back before the run, and there again.
    for _ in 0..3 {
        clock.forward(-HOUR / 2);
        settle().await;
        clock.forward(HOUR / 2);
        settle().await;
    }
    assert_eq!(world.seen(), [hour(9)]);
    // Eleven years ahead by mistake: one run stands for all. Then the right time again.
    let years = 11 * 365 * 24 * HOUR;
    clock.forward(years);
    ended(&engine, &world, 2).await;
    clock.forward(-years);
    // An engine that sleeps does not see a clock that goes back: it looks again by and by.
    tokio::time::sleep(Duration::from_secs(31)).await;
    clock.forward(HOUR);
    ended(&engine, &world, 3).await;
    assert_eq!(world.seen()[2], hour(10));
}

#[tokio::test]
async fn a_run_may_be_left_out_while_an_earlier_one_runs() {
    let (world, store, clock) = (World::default(), MemoryStore::default(), HandClock::default());
    let engine = builder(&world, store.clone(), clock.clone()).build();
    let skipping = engine.schedule::<endless>("a", hourly()).input_json(TIME);
    skipping.overlap(Overlap::Skip).await.unwrap();
    // The names of its runs begin like those of the other.
    engine.schedule::<endless>("a-b", hourly()).input_json(TIME).await.unwrap();
    for _ in 0..3 {
        clock.forward(HOUR);
        settle().await;
    }
    let told = engine.schedules().await.unwrap().remove(0).left_out.unwrap();
    assert_eq!((told.runs, told.last.to_string(), told.why), (2, hour(11), Omission::Overlap));
    let mut all = names(&engine).await;
    all.sort();
    let hours = ["09", "10", "11"].map(|hour| format!("a-b-20270115T{hour}0000Z"));
    assert_eq!(all[0], "a-20270115T090000Z");
    assert_eq!(all[1..], hours);
    let id = engine.executions(Query { prefix: Some("a-2".into()), ..Query::default() });
    let id = id.await.unwrap().executions[0].begun.id.clone();
    assert!(engine.stop(&id, "Enough", "").await.unwrap());
    clock.forward(HOUR);
    settle().await;
    assert!(names(&engine).await.contains(&"a-20270115T120000Z".to_owned()));
}

/// The execution that a run has gone on as (`continue_as`) is still that run.
#[tokio::test]
async fn a_run_that_goes_on_as_another_execution_is_still_there() {
    let (world, store, clock) = (World::default(), MemoryStore::default(), HandClock::default());
    let engine = builder(&world, store, clock.clone()).build();
    let skipping = engine.schedule::<relay>("a", hourly()).input_json(TIME);
    skipping.overlap(Overlap::Skip).await.unwrap();
    for _ in 0..3 {
        clock.forward(HOUR);
        settle().await;
    }
    let all = names(&engine).await;
    assert_eq!(all.iter().filter(|name| name.starts_with("a-")).count(), 1, "{all:?}");
    assert_eq!(all.len(), 3, "the run, and two that it has gone on as");
    // Also where the schedule has other times by now.
    let skipping = engine.schedule::<relay>("a", cron("30 * * * *")).input_json(TIME);
    skipping.overlap(Overlap::Skip).await.unwrap();
    clock.forward(HOUR);
    settle().await;
    assert_eq!(names(&engine).await.len(), 3);
    let running = Query { status: Some(Status::Running), ..Query::default() };
    let id = engine.executions(running).await.unwrap().executions[0].begun.id.clone();
    assert!(engine.stop(&id, "Enough", "").await.unwrap());
    settle().await;
    clock.forward(HOUR);
    settle().await;
    assert!(names(&engine).await.contains(&"a-20270115T123000Z".to_owned()));
}

/// A schedule whose runs cannot be written for the moment holds up no other.
#[tokio::test]
async fn a_slow_schedule_does_not_delay_others() {
    let (world, clock) = (World::default(), HandClock::default());
    let engine = builder(&world, Slow(MemoryStore::default()), clock.clone()).build();
    for name in ["a", "slow", "z"] {
        engine.schedule::<report>(name, hourly()).input_json(TIME).await.unwrap();
    }
    for hour in 1..=3 {
        clock.forward(HOUR);
        assert_eq!(ended(&engine, &world, 2 * hour).await.len(), 2 * hour);
    }
}

/// A store that is asked whether a run is there, and takes its time: it says so, and answers when it is told to.
#[derive(Clone, Default)]
struct Asked {
    inner: MemoryStore,
    asked: Arc<Notify>,
    answers: Arc<Notify>,
}

impl Around for Asked {
    fn inner(&self) -> &dyn Store {
        &self.inner
    }
    fn describe(&self, execution: &str) -> BoxFuture<StoreResult<Option<Described>>> {
        let (known, asked) = (self.inner.describe(execution), self.asked.clone());
        let answers = self.answers.clone();
        Box::pin(async move {
            asked.notify_one();
            answers.notified().await;
            known.await
        })
    }
}

/// When a schedule is paused or removed, no run of it begins any more: one that is just beginning has begun by then.
#[tokio::test]
async fn no_run_begins_after_a_pause() {
    for removed in [false, true] {
        let (world, store, clock) = (World::default(), Asked::default(), HandClock::default());
        let engine = builder(&world, store.clone(), clock.clone()).build();
        engine.schedule::<endless>("a", hourly()).input_json(TIME).await.unwrap();
        clock.forward(HOUR);
        store.asked.notified().await;
        let other = engine.clone();
        let paused = tokio::spawn(async move {
            let paused = match removed {
                true => other.unschedule("a").await,
                false => other.pause_schedule("a").await,
            };
            assert!(paused.unwrap());
            names(&other).await
        });
        settle().await;
        store.answers.notify_one();
        let by_then = paused.await.unwrap();
        settle().await;
        assert_eq!(names(&engine).await, by_then, "removed: {removed}");
        clock.forward(3 * HOUR);
        settle().await;
        assert_eq!(names(&engine).await.len(), 1, "removed: {removed}");
    }
}

/// A store that never writes what has to do with `slow`.
struct Slow(MemoryStore);

impl Around for Slow {
    fn inner(&self) -> &dyn Store {
        &self.0
    }
    fn commit(&self, commit: Commit) -> BoxFuture<StoreResult<()>> {
        match commit.execution.contains("slow") {
            true => Box::pin(std::future::pending()),
            false => self.0.commit(commit),
        }
    }
}

/// Runs begin when there is room for them.
#[tokio::test]
async fn runs_wait_for_room() {
    let (world, store, clock) = (World::default(), MemoryStore::default(), HandClock::default());
    let engine = builder(&world, store, clock.clone()).executions(1).build();
    let hanging = engine.start_json::<endless>("\"x\"");
    hanging.started().await.unwrap();
    for name in ["a", "b"] {
        engine.schedule::<report>(name, hourly()).input_json(TIME).await.unwrap();
    }
    clock.forward(HOUR);
    settle().await;
    assert_eq!(names(&engine).await.len(), 1);
    assert!(engine.stop(hanging.id(), "Enough", "").await.unwrap());
    assert_eq!(ended(&engine, &world, 2).await.len(), 3);
}

/// A run that waits for room does not begin where its schedule is removed meanwhile.
#[tokio::test]
async fn what_is_removed_while_it_waits_does_not_begin() {
    let (world, store, clock) = (World::default(), MemoryStore::default(), HandClock::default());
    let engine = builder(&world, store, clock.clone()).executions(1).build();
    let hanging = engine.start_json::<endless>("\"x\"");
    hanging.started().await.unwrap();
    engine.schedule::<report>("a", hourly()).input_json(TIME).await.unwrap();
    clock.forward(HOUR);
    settle().await;
    assert!(engine.unschedule("a").await.unwrap());
    assert!(engine.stop(hanging.id(), "Enough", "").await.unwrap());
    settle().await;
    assert_eq!(names(&engine).await.len(), 1);
}

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

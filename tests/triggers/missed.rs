//! Runs that were missed are made up for.

use crate::clock::HandClock;
use crate::until::until;
use crate::world::*;
use workflow::prelude::*;
use workflow_runtime::engine::Omission;
use workflow_runtime::schedule::{Missed, Schedule};
use workflow_runtime::store::MemoryStore;

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

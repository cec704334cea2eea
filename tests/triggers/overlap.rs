//! Runs of a schedule whose earlier one still runs.

use crate::clock::HandClock;
use crate::world::*;
use workflow_runtime::engine::Omission;
use workflow_runtime::schedule::Overlap;
use workflow_runtime::store::{MemoryStore, Query, Status};

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

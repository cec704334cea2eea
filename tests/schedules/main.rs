//! Seeded schedules of engines on one store: one engine goes on with an execution that another one has claimed, while
//! commits fail, are late or lose their acknowledgement, answers come early, late and twice, and somebody stops the
//! execution and redrives it. It has branches, retries, a wait, an answer from outside, a nested execution and executions of
//! items.
//!
//! `SCHEDULES=10000 cargo test --test schedules` runs more of them, `SEED=7 cargo test --test schedules` only one.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

mod flows;
mod ground;
mod judge;

use flows::{ID, NUMBER, outer, result};
use ground::{Ground, Seen, View};
use judge::{KINDS, judge, kinds};
use std::sync::Arc;
use workflow::prelude::*;
use workflow_runtime::Execution;

/// The engines after which nobody is lost or stops anything any more, so that it ends.
const RESTLESS: usize = 8;

/// Runs one schedule; returns what was seen.
async fn schedule(seed: u64) -> Vec<Seen> {
    let ground = Ground::new(seed);
    // In every third schedule somebody stops it, again and again.
    let stops = ground.below(3) == 0;
    let mut engines = vec![];
    for number in 0..60 {
        let engine = View(ground.clone(), number).engine();
        engines.push(engine.clone());
        // Under its name it begins, or goes on; the engines before go on, too.
        let run = engine.start_json_as::<outer>(&NUMBER.to_string(), Some("one"));
        let restless = number < RESTLESS;
        let patience = if restless { ground.below(150) } else { 20_000 };
        if turns(&ground, &engines, run, patience, stops && restless).await {
            return judge(&ground).await;
        }
    }
    panic!("it does not end: {:?}", ground.seen);
}

/// Follows an execution for so many turns. True if it has succeeded.
async fn turns(
    ground: &Ground,
    engines: &[Engine],
    mut run: Execution<Arc<str>>,
    patience: u64,
    stops: bool,
) -> bool {
    for _ in 0..patience {
        let ended = tokio::select! {
            biased;
            ended = &mut run => Some(ended),
            () = tokio::task::yield_now() => None,
        };
        match ended {
            None => {}
            Some(Ok(output)) => {
                assert_eq!(&*output, result().to_string(), "{:?}", ground.seen);
                return true;
            }
            Some(Err(failure)) if failure.error() == STOPPED => {
                redrive(ground, engines).await;
                return false;
            }
            Some(Err(failure)) => {
                assert!(failure.is_interruption(), "{failure}: {:?}", ground.seen);
                return false;
            }
        }
        answer(ground, engines).await;
        if stops && ground.below(60) == 0 {
            let by = any(ground, engines);
            let taken = engines[by].stop(ID, STOPPED, "by somebody").await;
            ground.see(Seen::Stopped(by, taken == Ok(true)));
        }
    }
    false
}

/// The error with which it is stopped.
const STOPPED: &str = "Enough";

/// The place of one of the engines.
fn any(ground: &Ground, engines: &[Engine]) -> usize {
    usize::try_from(ground.below(engines.len() as u64)).unwrap()
}

/// Has any of the engines redrive what was stopped. Where its commit fails, the next engine finds it as it is.
async fn redrive(ground: &Ground, engines: &[Engine]) {
    let by = any(ground, engines);
    match engines[by].redrive(ID).await {
        Ok(_) => ground.see(Seen::Redriven(by)),
        Err(failure) => {
            let runs = failure.error() == "ExecutionNotRedrivable";
            assert!(runs || failure.is_interruption(), "{failure}: {:?}", ground.seen);
        }
    }
}

/// Answers now and then, by any of the engines, and one answer as often as it likes.
async fn answer(ground: &Ground, engines: &[Engine]) {
    if ground.below(5) > 0 {
        return;
    }
    let tokens = ground.tokens.lock().unwrap().clone();
    if let Some((token, number)) = tokens.last() {
        let by = any(ground, engines);
        // It may be too early, too late, or the second one.
        let taken = engines[by].complete(token, *number).await.is_ok();
        ground.see(Seen::Answered(by, taken));
    }
}

/// The number that a variable of the environment has.
fn variable(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|value| value.parse().unwrap())
}

/// Runs the schedule of a seed on a runtime of its own.
fn run(seed: u64) -> Vec<Seen> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(schedule(seed))
}

/// A seed that failed fails again: that is what it is for.
#[test]
fn a_seed_is_the_same_schedule_each_time() {
    for seed in 0..8 {
        let (one, other) = (run(seed), run(seed));
        assert!(one == other, "seed {seed}: {one:?}\n\n{other:?}");
    }
}

#[test]
fn engines_that_share_a_store_do_no_harm() {
    let seeds = match variable("SEED") {
        Some(seed) => seed..seed + 1,
        None => 0..variable("SCHEDULES").unwrap_or(300),
    };
    let (mut failed, mut met, count) = (vec![], [0_u64; 8], seeds.end - seeds.start);
    for seed in seeds {
        match std::panic::catch_unwind(|| run(seed)) {
            Ok(seen) => met.iter_mut().zip(kinds(&seen)).for_each(|(all, one)| *all += one),
            Err(_) => failed.push(seed),
        }
    }
    let again = failed.iter().map(|seed| format!("SEED={seed} cargo test --test schedules"));
    assert!(failed.is_empty(), "{}", again.collect::<Vec<_>>().join("\n"));
    println!("{count} schedules: {KINDS:?} {met:?}");
    assert!(count < 100 || met.iter().all(|met| *met > 0), "{KINDS:?} {met:?}");
}

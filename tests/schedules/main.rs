//! Seeded schedules of engines on one store: one engine goes on with an execution that another one has claimed, while
//! commits fail, are late or lose their acknowledgement, answers come early, late and twice, tasks fail for good, and
//! somebody stops executions and redrives them: the whole, nested ones, items, and those that go on in place of another. It
//! has branches, retries, a wait, an answer from outside, a nested execution, executions of items, and a chain of others.
//!
//! `SCHEDULES=10000 cargo test --test schedules` runs more of them, `SEED=7 cargo test --test schedules` only one.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

mod flows;
mod ground;
mod hands;
mod judge;

use flows::{NUMBER, outer, result};
use ground::{Ground, RESTLESS, Seen, View};
use hands::Hands;
use judge::{KINDS, judge, kinds};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;
use workflow_runtime::Execution;

/// Runs one schedule; returns what was seen.
async fn schedule(seed: u64) -> Vec<Seen> {
    let ground = Ground::new(seed);
    let mut engines = vec![];
    for number in 0..60 {
        let engine = View(ground.clone(), number).engine();
        engines.push(engine.clone());
        // Under its name it begins, or goes on; the engines before go on, too.
        let run = engine.start_json_as::<outer>(&NUMBER.to_string(), Some("one"));
        let restless = number < RESTLESS;
        let patience = if restless { ground.below(150) } else { 20_000 };
        let hands = Hands { ground: &ground, engines: &engines, restless };
        if turns(&hands, run, patience).await {
            return judge(&ground).await;
        }
    }
    panic!("it does not end: {:?}", ground.seen);
}

/// Follows an execution for so many turns. True if it has succeeded.
async fn turns(hands: &Hands<'_>, mut run: Execution<Arc<str>>, patience: u64) -> bool {
    for _ in 0..patience {
        let ended = tokio::select! {
            biased;
            ended = &mut run => Some(ended),
            () = tokio::task::yield_now() => None,
        };
        match ended {
            None => {}
            Some(Ok(output)) => {
                assert_eq!(&*output, result().to_string(), "{:?}", hands.ground.seen);
                return true;
            }
            Some(Err(failure)) => {
                if !failure.is_interruption() {
                    hands.redrive(&failure).await;
                }
                return false;
            }
        }
        hands.answer().await;
        hands.stop().await;
    }
    false
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

/// The kinds of what was met in each of these schedules; `None` of those that failed. As many run at once as may.
fn run_all(seeds: Range<u64>) -> BTreeMap<u64, Option<[u64; KINDS.len()]>> {
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let work = |first| {
        let part = seeds.clone().skip(first).step_by(workers);
        let met = |seed| std::panic::catch_unwind(|| kinds(&run(seed))).ok();
        part.map(|seed| (seed, met(seed))).collect::<Vec<_>>()
    };
    std::thread::scope(|scope| {
        let work = &work;
        let parts: Vec<_> = (0..workers).map(|first| scope.spawn(move || work(first))).collect();
        parts.into_iter().flat_map(|part| part.join().unwrap()).collect()
    })
}

#[test]
fn engines_that_share_a_store_do_no_harm() {
    let all = run_all(match variable("SEED") {
        Some(seed) => seed..seed + 1,
        None => 0..variable("SCHEDULES").unwrap_or(300),
    });
    let failed = all.iter().filter(|(_, met)| met.is_none());
    let again: Vec<_> =
        failed.map(|(seed, _)| format!("SEED={seed} cargo test --test schedules")).collect();
    assert!(again.is_empty(), "{}", again.join("\n"));
    let count = |at: usize| all.values().flatten().map(|met| met[at]).sum::<u64>();
    let met: Vec<_> = KINDS.iter().enumerate().map(|(at, (kind, _))| (kind, count(at))).collect();
    println!("{} schedules: {met:?}", all.len());
    assert!(all.len() < 300 || met.iter().all(|(_, met)| *met > 0), "{met:?}");
}

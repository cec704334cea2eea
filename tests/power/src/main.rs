//! Loses the power many times: `cargo run --release -p workflow-power -- 10000`.

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::time::Instant;
use workflow_power::run::run;

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let mut number = |or: u64| words.next().and_then(|it| it.parse().ok()).unwrap_or(or);
    let (losses, first) = (number(10_000), number(1));
    let full = lose("FULL", losses, first);
    let normal = lose("NORMAL", losses.min(1000), first);
    if full > 0 {
        println!("something that was acknowledged is gone, or something is damaged");
    }
    if normal == 0 {
        println!("the run is blind: without syncs nothing is lost");
    }
    if full == 0 && normal > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Loses the power so many times, prints what came of it, and returns the number of losses that lost something.
fn lose(synchronous: &'static str, losses: u64, first: u64) -> u64 {
    let begin = Instant::now();
    let (mut acknowledged, mut lost, mut damaged) = (0, 0, 0);
    let mut last = BTreeMap::<_, u64>::new();
    for seed in first..first + losses {
        let outcome = run(seed, synchronous);
        acknowledged += outcome.acknowledged;
        *last.entry(outcome.last).or_default() += 1;
        for (count, why) in [(&mut lost, outcome.lost), (&mut damaged, outcome.damaged)] {
            let Some(why) = why else { continue };
            *count += 1;
            if synchronous == "FULL" {
                println!("seed {seed}: {why}");
            }
        }
    }
    println!(
        "synchronous={synchronous}: {losses} losses of power over {acknowledged} commits in {:?}: {lost} lost one, \
         {damaged} damaged; the disk had last done: {last:?}",
        begin.elapsed()
    );
    lost + damaged
}

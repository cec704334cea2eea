//! Loses the power many times: `cargo run --release -p workflow-power -- 10000`.

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::time::Instant;
use workflow_power::run::{Care, run};

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let mut number = |or: u64| words.next().and_then(|it| it.parse().ok()).unwrap_or(or);
    let (losses, first) = (number(10_000), number(1));
    let full = lose(Care::alone("FULL"), losses, first) + lose(Care::beside("FULL"), losses, first);
    let normal = lose(Care::alone("NORMAL"), losses.min(1000), first);
    if full > 0 {
        println!("something that was acknowledged is gone, or something is damaged");
    }
    if normal == 0 {
        println!("the run is blind: without syncs nothing is lost");
    }
    if full == 0 && normal > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Loses the power so many times, prints what came of it, and returns the number of losses that lost something.
fn lose(care: Care, losses: u64, first: u64) -> u64 {
    let begin = Instant::now();
    let (mut acknowledged, mut lost, mut damaged, mut beside) = (0, 0, 0, 0);
    let mut last = BTreeMap::<_, u64>::new();
    for seed in first..first + losses {
        let outcome = run(seed, care);
        acknowledged += outcome.acknowledged;
        beside += outcome.synced_beside;
        *last.entry(outcome.last).or_default() += 1;
        for (count, why) in [(&mut lost, outcome.lost), (&mut damaged, outcome.damaged)] {
            let Some(why) = why else { continue };
            *count += 1;
            if care.synchronous == "FULL" {
                println!("seed {seed}: {why}");
            }
        }
    }
    println!(
        "synchronous={}: {losses} losses of power over {acknowledged} commits and {beside} syncs beside the writer in {:?}: \
         {lost} lost one, {damaged} damaged; the disk had last done: {last:?}",
        care.synchronous,
        begin.elapsed()
    );
    lost + damaged
}

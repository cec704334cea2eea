//! One table: all cases in turn, again and again, and the shortest time of each.

use std::time::{Duration, Instant};

/// One way to run one workflow.
pub struct Case {
    pub flow: &'static str,
    pub way: &'static str,
    /// States that the machine enters: the same number for ways without a machine.
    pub transitions: u64,
    pub run: Box<dyn Fn()>,
}

const ROUNDS: u32 = 60;
/// A round of a case: short enough to find moments without other work, long enough to be warm.
const ROUND: Duration = Duration::from_micros(300);

/// The time of one run, the mean of as many as are in a round.
fn time(case: &Case) -> Duration {
    let begin = Instant::now();
    let mut runs = 0;
    while begin.elapsed() < ROUND {
        (case.run)();
        runs += 1;
    }
    begin.elapsed() / runs
}

/// Prints the table as Markdown. `FIGURES=map` measures what has that in its name only, as `map of 1,000/off`.
pub fn print(cases: &[Case], wanted: &str) {
    let all = ["", "1"].contains(&wanted);
    let wants = |case: &&Case| all || format!("{}/{}", case.flow, case.way).contains(wanted);
    let cases: Vec<_> = cases.iter().filter(wants).collect();
    let mut best = vec![Duration::MAX; cases.len()];
    for _ in 0..ROUNDS {
        for (case, best) in cases.iter().zip(&mut best) {
            *best = time(case).min(*best);
        }
    }
    println!("| Workflow | Way | Transitions | Whole run | Per transition |");
    println!("|---|---|--:|--:|--:|");
    for (Case { flow, way, transitions, .. }, best) in cases.into_iter().zip(best) {
        #[allow(clippy::cast_precision_loss, reason = "far below 2^52")]
        let each = best.as_secs_f64() * 1e9 / *transitions as f64;
        let whole = best.as_secs_f64() * 1e6;
        println!("| {flow} | {way} | {transitions} | {whole:.1} µs | {each:.0} ns |");
    }
}

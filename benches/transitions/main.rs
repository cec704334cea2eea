//! What a transition costs: `cargo bench`.
//!
//! Criterion follows every case over time. `FIGURES=1 cargo bench --bench transitions` prints one table instead: all
//! cases in turn, many rounds, the shortest time of each. On a machine with other work to do it is the one to read.
#![allow(
    clippy::unwrap_used,
    clippy::needless_question_mark,
    missing_docs,
    reason = "a measurement"
)]

mod cases;
#[path = "../common/figures.rs"]
mod figures;
mod flows;
mod plain;

use cases::cases;
use criterion::{Criterion, Throughput};
use figures::Case;

fn criterion(cases: &[Case]) {
    let mut criterion = Criterion::default().sample_size(20).configure_from_args();
    for case in cases {
        let mut group = criterion.benchmark_group(case.flow);
        group.throughput(Throughput::Elements(case.transitions));
        group.bench_function(case.way, |bencher| bencher.iter(|| (case.run)()));
        group.finish();
    }
    criterion.final_summary();
}

fn main() {
    let cases = cases();
    match std::env::var("FIGURES") {
        Ok(wanted) => figures::print(&cases, &wanted),
        Err(_) => criterion(&cases),
    }
}

//! The cost of the commits of an execution: `cargo bench --bench commits`.
//!
//! A hundred executions at once, ten tasks each, with a store that writes nothing: CPU time a step, and bytes a commit.
#![allow(clippy::unwrap_used, missing_docs, reason = "a measurement")]

#[allow(dead_code, reason = "other benches use the rest")]
#[path = "../transitions/flows.rs"]
mod flows;

use flows::{Order, sequence, sequence_300};
use std::future::ready;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use workflow::machine::History;
use workflow::store::{Around, Commit, MemoryStore, Store, StoreError};
use workflow::{Engine, Workflow};
use workflow_runtime::task::BoxFuture;

const AT_ONCE: usize = 100;
const STEPS: usize = 10;
const ROUNDS: usize = 40;

/// Counts commits, payloads and other bytes, and keeps nothing.
#[derive(Default)]
struct Counts {
    commits: AtomicUsize,
    payloads: AtomicUsize,
    around: AtomicUsize,
}

#[derive(Clone, Default)]
struct Nothing(Arc<Counts>, Arc<MemoryStore>);

impl Around for Nothing {
    fn inner(&self) -> &dyn Store {
        &*self.1
    }
    fn commit(&self, commit: Commit) -> BoxFuture<Result<(), StoreError>> {
        let payloads: usize = commit.payloads.iter().map(|it| it.text.len()).sum();
        let record = |record: &workflow::store::Record| {
            2 * record.path.len()
                + record.machine.as_ref().map_or(0, |it| it.len())
                + record.mark.len()
        };
        let around: usize = commit.records.iter().map(record).sum();
        let chunk = commit.chunk.as_ref().map_or(0, |chunk| chunk.bytes.len());
        let Counts { commits, .. } = &*self.0;
        commits.fetch_add(1, Ordering::Relaxed);
        self.0.payloads.fetch_add(payloads, Ordering::Relaxed);
        self.0.around.fetch_add(around + chunk, Ordering::Relaxed);
        Box::pin(ready(Ok(())))
    }
}

/// The time that this process has had on a core; where the system does not say, what a clock shows.
fn cpu(begin: Instant) -> Duration {
    let spent = std::fs::read_to_string("/proc/self/schedstat").ok();
    let spent = spent.and_then(|text| text.split(' ').next()?.parse().ok());
    spent.map_or_else(|| begin.elapsed(), Duration::from_nanos)
}

fn measure<W: Workflow>(what: &str, history: History, stored: bool, input: impl Fn() -> W::Input) {
    let (runtime, store) = (
        tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap(),
        Nothing::default(),
    );
    let engine = Engine::builder().history(history);
    let engine = if stored { engine.store(store.clone()) } else { engine }.build();
    let (begin, mut best) = (Instant::now(), Duration::MAX);
    for _ in 0..ROUNDS {
        let inputs: Vec<_> = (0..AT_ONCE).map(|_| input()).collect();
        let before = cpu(begin);
        runtime.block_on(async {
            let all: Vec<_> =
                inputs.into_iter().map(|input| engine.start_workflow::<W>(input)).collect();
            for execution in all {
                execution.await.unwrap();
            }
        });
        best = best.min(cpu(begin) - before);
    }
    let count = |it: &AtomicUsize| {
        it.load(Ordering::Relaxed) / store.0.commits.load(Ordering::Relaxed).max(1)
    };
    #[allow(clippy::cast_precision_loss, reason = "far below 2^52")]
    let each = best.as_secs_f64() * 1e6 / (AT_ONCE * STEPS) as f64;
    let (payloads, around) = (count(&store.0.payloads), count(&store.0.around));
    let stored = if stored { "a store" } else { "none" };
    println!("| {what} | {history:?} | {stored} | {each:.2} µs | {payloads} B + {around} B |");
}

fn main() {
    println!("| Payload | History | Store | CPU a step | New payloads + the rest, a commit |");
    println!("|---|---|---|--:|--:|");
    for stored in [false, true] {
        for history in [History::Off, History::Full] {
            measure::<sequence>("integer", history, stored, || 1);
            measure::<sequence_300>("273 B", history, stored, Order::new);
        }
    }
}

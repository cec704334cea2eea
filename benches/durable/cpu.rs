//! CPU time a step, without syncs: the least of some rounds.

use crate::bare::Bare;
use crate::drive;
use crate::flows::{Order, sequence, sequence_300};
use crate::folder::Folder;
use crate::meter::Cpu;
use crate::recorder::Recorder;
use crate::rows::{Row, Rows};
use crate::settings::Settings;
use std::future::ready;
use std::sync::Arc;
use workflow::machine::History;
use workflow::store::{Around, Commit, MemoryStore, Store, StoreError};
use workflow::{Engine, Workflow};
use workflow_runtime::task::BoxFuture;
use workflow_sqlite::Sqlite;

const ROUNDS: usize = 5;
const EXECUTIONS: usize = 2000;
const AT_ONCE: usize = 100;
const STEPS: u64 = 10;

/// Keeps nothing.
#[derive(Clone, Default)]
struct Nothing(Arc<MemoryStore>);

impl Around for Nothing {
    fn inner(&self) -> &dyn Store {
        &*self.0
    }
    fn commit(&self, _: Commit) -> BoxFuture<Result<(), StoreError>> {
        Box::pin(ready(Ok(())))
    }
}

pub fn run(_: &Settings, rows: &mut Rows) {
    for history in [History::Off, History::Full] {
        measure::<sequence>(rows, "integer", history, || 1);
        measure::<sequence_300>(rows, "273 B", history, Order::new);
    }
}

fn measure<W: Workflow>(
    rows: &mut Rows,
    payload: &'static str,
    history: History,
    input: impl Fn() -> W::Input + Clone + Send + 'static,
) where
    W::Input: Send,
    W::Output: Send,
{
    let steps = EXECUTIONS as u64 * STEPS;
    let runtime = drive::runtime();
    let (mut none, mut nothing, mut file) = (f64::MAX, f64::MAX, f64::MAX);
    let (mut writer, mut bare) = (f64::MAX, f64::MAX);
    let one = |engine: &Engine| {
        let before = Cpu::now();
        drive::run::<W>(&runtime, engine, (EXECUTIONS, AT_ONCE), input.clone());
        before
    };
    let engine = || Engine::builder().history(history);
    // Those that are compared take turns.
    for _ in 0..ROUNDS {
        none = none.min(Cpu::since(one(&engine().build()), steps, 1).0);
        let store = engine().store(Nothing::default()).build();
        nothing = nothing.min(Cpu::since(one(&store), steps, 1).0);
        let folder = Folder::new();
        let store = folder.store(Sqlite::options().synchronous("OFF"));
        let before = one(&engine().store(store.clone()).build());
        let figures = store.figures();
        let spent = Cpu::since(before, steps, figures.calls);
        (file, writer) = (file.min(spent.0), writer.min(spent.1));
        // The same again, for its commits.
        let recorder = Recorder::new(store);
        one(&engine().store(recorder.clone()).build());
        bare = bare.min(baseline(&folder, &recorder.take(), figures.transactions));
    }
    let history = format!("{history:?}").to_lowercase();
    let whole = payload == "273 B" && history == "full";
    let row = Row::new("cpu").with("payload", payload).with("history", history);
    let row = row.with("without_a_store_us_a_step", none).with("engine_us_a_step", nothing);
    let row = match whole {
        true => row.aim("all_us_a_step", file, "10"),
        false => row.with("all_us_a_step", file),
    };
    rows.add(row.aim("writer_us_a_commit", writer, "2.5").with("baseline_us_a_commit", bare));
}

/// Microseconds that bare SQLite takes for a commit, without syncs.
fn baseline(folder: &Folder, commits: &[Commit], transactions: u64) -> f64 {
    let bare = Bare::open(&folder.file("bare.db"), "OFF").unwrap();
    let before = Cpu::now();
    bare.write(commits, transactions).unwrap();
    Cpu::since(before, commits.len() as u64, 1).0
}

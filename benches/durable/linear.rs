//! Bytes that are written for Maps, loops and Parallels, by how large they are.

use crate::drive;
use crate::flows::{items, repeated};
use crate::recorder::bytes;
use crate::rows::{Row, Rows};
use crate::settings::Settings;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use workflow::interpreted::{Compiled, Context, Interpreted};
use workflow::machine::{History, Limits};
use workflow::store::{Around, Commit, MemoryStore, Store, StoreError};
use workflow::{Definition, Engine, Workflow};
use workflow_runtime::task::BoxFuture;

const COUNTS: [u32; 4] = [100, 200, 400, 800];

/// A store that counts what is written to it.
#[derive(Clone, Default)]
struct Counted(MemoryStore, Arc<AtomicUsize>);

impl Around for Counted {
    fn inner(&self) -> &dyn Store {
        &self.0
    }
    fn commit(&self, commit: Commit) -> BoxFuture<Result<(), StoreError>> {
        let (payloads, rest) = bytes(&commit);
        self.1.fetch_add(payloads + rest, Ordering::Relaxed);
        self.0.commit(commit)
    }
}

pub fn run(_: &Settings, rows: &mut Rows) {
    let list = |count| (0..count).map(|n| 1_000_000 + n).collect::<Vec<u32>>();
    row(rows, "Map", COUNTS.map(|count| of::<items>(list(count))));
    row(rows, "loop", COUNTS.map(|count| of::<repeated>(list(count))));
    row(rows, "Parallel", COUNTS.map(parallel));
}

/// A row with the bytes of a child or turn at each size, and how much more the largest has than the smallest.
#[expect(clippy::cast_precision_loss, reason = "figures")]
fn row(rows: &mut Rows, what: &'static str, totals: [usize; 4]) {
    let each = |at: usize| totals[at] as f64 / f64::from(COUNTS[at]);
    rows.add(
        Row::new("bytes")
            .with("of", what)
            .with("bytes_each_at_100", each(0))
            .with("bytes_each_at_200", each(1))
            .with("bytes_each_at_400", each(2))
            .with("bytes_each_at_800", each(3))
            .aim("800_to_100", each(3) / each(0), "linear: about 1"),
    );
}

/// The bytes of an execution with a full history.
fn of<W: Workflow>(input: W::Input) -> usize {
    let store = Counted::default();
    let engine = engine(&store);
    drive::runtime().block_on(async { engine.run::<W>(input).await }).unwrap();
    store.1.load(Ordering::Relaxed)
}

/// The same of a document with so many branches that wait: no program has that many.
fn parallel(count: u32) -> usize {
    let branch = |n| {
        let name = format!("Wait {n}");
        let until = "2020-01-01T00:00:00Z";
        json!({ "StartAt": name, "States": { name: { "Type": "Wait", "Timestamp": until, "End": true } } })
    };
    let branches: Vec<Value> = (0..count).map(branch).collect();
    let states = json!({ "All": { "Type": "Parallel", "Branches": branches, "End": true } });
    let document = json!({ "QueryLanguage": "JSONata", "StartAt": "All", "States": states });
    let definition = Definition::from_json(&document.to_string());
    let definition = definition.unwrap_or_else(|why| panic!("{why:?}"));
    let program = Compiled::connected(definition).unwrap_or_else(|why| panic!("{why:?}"));
    let (store, input) = (Counted::default(), json!({ "note": "n".repeat(300) }));
    let text = input.to_string();
    let open = move |identity: &_| {
        Ok(Interpreted::start(Arc::new(program), Arc::new(input), Context::from(identity)))
    };
    let engine = engine(&store);
    let ended = async { engine.start(open, "branches", None, Some(text.into())).await };
    drive::runtime().block_on(ended).unwrap();
    store.1.load(Ordering::Relaxed)
}

fn engine(store: &Counted) -> Engine {
    Engine::builder().history(History::Full).limits(Limits::Off).store(store.clone()).build()
}

//! What a transition of a document costs: `FIGURES=1 cargo bench --bench interpreter`.
//!
//! The machines are those by which emulators of Step Functions were measured: a chain of ten Pass states that count,
//! a loop of a Pass and a Choice, a Map of one Pass an item; in both query languages.
#![allow(clippy::unwrap_used, missing_docs, reason = "a measurement")]

mod documents;
#[path = "../common/figures.rs"]
mod figures;

use criterion::{Criterion, Throughput};
use figures::Case;
use serde_json::Value;
use std::hint::black_box;
use std::rc::Rc;
use std::sync::Arc;
use tokio::runtime::{Builder, Runtime};
use workflow::engine::Limits;
use workflow::machine::{History, Machine};
use workflow::{Definition, Engine, Failure};
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};

fn case(runtime: &Rc<Runtime>, document: documents::Document, history: History) -> Case {
    let documents::Document { flow, way, transitions, definition, input, output } = document;
    let engine = Engine::builder().history(history).limits(Limits::Off).build();
    let compiled = Definition::from_value(definition).unwrap();
    let compiled = Arc::new(Compiled::new(compiled, &[]).unwrap());
    let (runtime, input) = (runtime.clone(), Arc::new(input));
    let run = move || {
        let open = |identity: &_| -> Result<Box<dyn Machine>, Failure> {
            Ok(Interpreted::start(compiled.clone(), input.clone(), Context::from(identity)))
        };
        runtime.block_on(engine.drive(open, "measured", None)).unwrap()
    };
    let came: Value = run().take().unwrap();
    assert!(output(&came), "{flow}, {way}: {came}");
    Case { flow, way, transitions, run: Box::new(move || drop(black_box(run()))) }
}

fn main() {
    let runtime = Rc::new(Builder::new_current_thread().enable_all().build().unwrap());
    let cases: Vec<Case> =
        documents::all().into_iter().map(|it| case(&runtime, it, History::Off)).collect();
    match std::env::var("FIGURES") {
        Ok(wanted) => figures::print(&cases, &wanted),
        Err(_) => criterion(&cases),
    }
}

fn criterion(cases: &[Case]) {
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    for case in cases {
        let mut group = criterion.benchmark_group(case.flow);
        group.throughput(Throughput::Elements(case.transitions));
        group.bench_function(case.way, |bencher| bencher.iter(|| (case.run)()));
        group.finish();
    }
    criterion.final_summary();
}

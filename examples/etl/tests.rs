//! How the workflow is tested: with mocks in virtual time, and with real files while connections break and processes
//! crash.
#![allow(clippy::unwrap_used, reason = "tests")]

use super::common::exported::assert_exported;
use super::orders;
use super::rows::{Row, staged};
use super::tasks::*;
use super::warehouse::Warehouse;
use super::workflow::{Batch, Cleaned, Report, Source, load_orders};
use std::path::PathBuf;
use workflow::prelude::*;
use workflow::testing::{Coverage, Test};
use workflow::{Payload, Workflow};
use workflow_runtime::simulate::{CrashingStore, crashing};
use workflow_runtime::store::MemoryStore;

fn source() -> Source {
    Source { file: "orders.csv".to_owned() }
}

fn batch(number: u32) -> Batch {
    Batch { file: "orders.csv".to_owned(), number, start: 0, end: 9 }
}

fn report(read: u64, loaded: u64, rejected: u64) -> Report {
    Report { read, loaded, rejected, reasons: vec![] }
}

/// Three batches of ten rows, of each of which some are bad.
fn three(rejected: u64) -> Test<load_orders> {
    Test::of::<load_orders>()
        .mock::<split>(|call| call.returns((0..3).map(batch).collect()))
        .mock::<clean>(move |call| {
            call.answers(move |batch| Ok(Cleaned { number: batch.number, read: 10, rejected }))
        })
        .mock::<load>(|call| call.returns(()))
        .mock::<summarise>(|call| call.answers(|read| Ok(report(read, read - 3, 3))))
}

#[test]
fn where_too_much_is_bad_nothing_is_loaded() {
    three(1).run(source()).assert_output(&report(30, 27, 3));
    let run = three(2).run(source());
    run.assert_fails("TooDirty");
    run.calls::<load>().assert_count(0);
}

#[test]
fn the_document_does_the_same() {
    assert_exported("etl/load_orders.asl.json", load_orders::definition());
    let coverage = Coverage::of::<load_orders>();
    let broken_off = Failure::new("Disconnected", "once");
    let tests = [
        three(1),
        three(2),
        three(1).mock::<load>(|call| call.fails(broken_off).then().returns(())),
        three(1).mock::<summarise>(|call| call.returns(report(30, 26, 3))),
    ];
    for test in tests {
        test.covering(&coverage).crash_everywhere().assert_same([source()]);
    }
    for seed in 0..40 {
        three(1).covering(&coverage).faults(seed).check_same().run(source());
    }
    coverage.assert_all();
}

/// A folder with a file of orders.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> (Self, Warehouse) {
        let folder = std::env::temp_dir().join(format!("etl-{name}-{}", std::process::id()));
        let warehouse = Warehouse::open(&folder).unwrap();
        orders::write(&folder.join("orders.csv"), ROWS, 4).unwrap();
        (Folder(folder), warehouse)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).unwrap();
    }
}

const ROWS: u64 = 20_000;

/// Every row is loaded or rejected, and each that can be known to be bad is.
fn assert_complete(warehouse: &Warehouse, report: &Report) {
    assert_eq!((report.read, report.loaded + report.rejected), (ROWS, ROWS));
    assert_eq!(&warehouse.summary(ROWS).unwrap(), report);
    assert!((600..1_000).contains(&report.rejected), "{report:?}");
    assert_eq!(report.reasons.len(), 8, "{report:?}");
}

#[test]
fn rows_are_loaded_or_rejected() {
    let (_folder, warehouse) = Folder::new("real");
    let run = Test::of::<load_orders>().resource(warehouse.clone()).check_same().run(source());
    assert_complete(&warehouse, &run.output());
    assert!(run.calls::<load>().attempts() > run.calls::<load>().count(), "some loads break off");
    let missing = Source { file: "nothing.csv".to_owned() };
    let test = Test::of::<load_orders>().resource(warehouse);
    test.run(missing).assert_fails("NoSuchFile");
}

/// The process dies after commits of its state, and what it was doing is done again.
#[tokio::test]
async fn after_a_crash_in_the_middle_no_row_is_missing_or_there_twice() {
    for every in [1, 4] {
        let (_folder, warehouse) = Folder::new(&format!("crash-{every}"));
        let store = CrashingStore::new(MemoryStore::default(), every);
        let engine = Engine::builder().virtual_time().store(store).resource(warehouse.clone());
        let input = serde_json::to_string(&source()).unwrap();
        let open = |_: &_| load_orders::machine(Payload::live(source()));
        let revive = |_: &_, saved| load_orders::revive(saved);
        let ended =
            crashing(&engine.build(), open, revive, "load_orders", Some(input.into())).await;
        let report = ended.result.and_then(|output| output.json()).unwrap();
        assert!(ended.crashes > 0, "{} crashes", ended.crashes);
        assert_complete(&warehouse, &serde_json::from_value((*report).clone()).unwrap());
    }
}

#[test]
fn batches_are_whole_lines() {
    let (folder, warehouse) = Folder::new("split");
    let batches = warehouse.split("orders.csv").unwrap();
    assert!(batches.len() > 3, "{batches:?}");
    let text: String = batches.iter().map(|batch| warehouse.read(batch).unwrap()).collect();
    let file = std::fs::read_to_string(folder.0.join("orders.csv")).unwrap();
    assert_eq!(file.split_once('\n').unwrap().1, text);
    for batch in &batches {
        assert!(warehouse.read(batch).unwrap().ends_with('\n'));
    }
    std::fs::write(folder.0.join("empty.csv"), "").unwrap();
    assert_eq!(warehouse.split("empty.csv").unwrap(), []);
}

#[test]
fn rows_are_read_as_people_write_them() {
    let row = |date: &str, customer: &str, country: &str, cents| Row {
        id: 7,
        date: date.to_owned(),
        customer: customer.to_owned(),
        country: country.to_owned(),
        cents,
    };
    let cases = [
        ("7,2026-11-23,Ada,de,12.5,EUR", Ok(row("2026-11-23", "Ada", "DE", 1_250))),
        ("7, 3.1.2026 ,\"B, C\",US,\"12,50\",USD", Ok(row("2026-01-03", "B, C", "US", 1_075))),
        ("7,2026-02-30,Ada,DE,1,EUR", Err("no such day")),
        ("7,2026-11-23,Ada,DE,1.234,EUR", Err("the amount is no sum of money")),
        ("7,2026-11-23,Ada,DE,-1,EUR", Err("the amount is no sum of money")),
        ("7,2026-11-23,Ada,DE,99999999999999999999,EUR", Err("the amount is no sum of money")),
        ("7,2026-11-23, ,DE,1,EUR", Err("no customer")),
        ("x,2026-11-23,Ada,DE,1,EUR", Err("the id is no number")),
        ("7,2026-11-23,Ada,D1,1,EUR", Err("the country has not two letters")),
        ("7,2026-11-23,Ada,DE,1,XXX", Err("unknown currency")),
        ("", Err("not six fields")),
    ];
    for (line, expected) in cases {
        let read = Row::read(line);
        assert_eq!(read, expected, "{line}");
        if let Ok(row) = read {
            assert_eq!(staged(&row.line()), Some(row));
        }
    }
}

//! Tests of errors: SQLite stops at any of its steps, once, and every call is whole or not at all, and may be repeated.

#![allow(clippy::unwrap_used, reason = "tests")]

use crate::open::over;
use crate::{Options, Sqlite};
use jiff::Timestamp;
use rusqlite::Connection;
use rusqlite::trace::{TraceEvent, TraceEventCodes};
use rusqlite::types::Value;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use workflow_runtime::Failure;
use workflow_runtime::store::{
    Answer, Begun, Chunk, Commit, Message, Put, Query, Record, Status, Store, StoreError, Stored,
};

/// The steps from one that fails to the next.
const STEP: usize = 23;

/// A call, with what it gave as text.
type Call = fn(&Sqlite) -> Result<String, StoreError>;

fn wait<T: std::fmt::Debug>(
    call: impl Future<Output = Result<T, StoreError>>,
) -> Result<String, StoreError> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(call).map(|it| format!("{it:?}"))
}

fn time(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

/// A commit with something in every table.
fn commit(name: &str, epoch: u64, number: u32) -> Commit {
    let record = |path: &[(u32, u32)]| Record {
        path: path.to_vec(),
        machine: Some(format!("\"{number}\"").into()),
        mark: [7; 3].into(),
    };
    let begun = |around: Option<&str>| Begun {
        id: name.into(),
        name: name.into(),
        machine: "m".into(),
        input: Some("1".into()),
        started: time(1),
        seed: 1,
        timeout: None,
        around: around.map(Arc::from),
    };
    Commit {
        begun: (number == 1).then(|| begun((name == "item").then_some("a"))),
        events: number,
        records: vec![record(&[]), record(&[(1, 2)]), record(&[(1, 3)])],
        payloads: vec![Stored { number, text: "a payload".into() }],
        chunk: Some(Chunk { first: number, last: number, bytes: [8; 5].into() }),
        state: Some("Pay".into()),
        opened: vec![format!("{name}{number}").into()],
        ..Commit::new(name.into(), (epoch, number.into()), time(number.into()))
    }
}

/// The commit with which an execution ends.
fn end(name: &str, epoch: u64, number: u32, well: bool) -> Commit {
    let (status, end) = match well {
        true => (Status::Succeeded, Ok("2".into())),
        false => (Status::Failed, Err(Failure::new("Broken", "for good"))),
    };
    Commit { status, end: Some(end), ..commit(name, epoch, number) }
}

fn begin(store: &Sqlite) -> Result<String, StoreError> {
    wait(store.commit(commit("a", 1, 1)))
}

fn take(store: &Sqlite) -> Result<String, StoreError> {
    let taken = Commit {
        removed: vec![vec![(1, 2)]],
        records: vec![],
        closed: vec!["a1".into()],
        taken: vec![1],
        wake: Some(time(50)),
        ..commit("a", 2, 2)
    };
    wait(store.commit(taken))
}

fn redrive(store: &Sqlite) -> Result<String, StoreError> {
    wait(store.commit(Commit { redriven: true, ..commit("a", 2, 4) }))
}

fn replace(store: &Sqlite) -> Result<String, StoreError> {
    let put = Put::new("rate", Some([2].into()));
    wait(store.put(Put { replaces: Some(Some([1].into())), ..put }))
}

/// The calls, one after the other, with those that read what is there by then.
const CALLS: [(&str, Call); 29] = [
    ("begin", begin),
    ("begin an item", |it| wait(it.commit(commit("item", 5, 1)))),
    ("begin again", |it| {
        Ok(format!("{:?}", begin(it).err().filter(|it| !is_stalled(it)).ok_or_else(stalled)?))
    }),
    ("waiting", |it| wait(it.waiting("a1"))),
    ("answer", |it| wait(it.answer("a1", Answer::Done("7".into())))),
    ("due", |it| wait(it.due(time(9), 9))),
    ("claim", |it| wait(it.claim("a"))),
    ("release", |it| wait(it.release("a", 2))),
    ("claim again", |it| wait(it.claim("a"))),
    ("take", take),
    ("count", |it| wait(it.count_waiting())),
    ("load", |it| wait(it.load("a"))),
    ("payloads", |it| wait(it.payloads("a", &[2, 1]))),
    ("history", |it| wait(it.history("a", 1, 9))),
    ("tell", |it| wait(it.tell("a", Message::Stop(Failure::new("Enough", ""))))),
    ("end an item", |it| wait(it.commit(end("item", 5, 2, true)))),
    ("fail", |it| wait(it.commit(end("a", 2, 3, false)))),
    ("list", |it| wait(it.list(Query { status: Some(Status::Failed), ..Query::default() }))),
    ("redrive", redrive),
    ("describe", |it| wait(it.describe("a"))),
    ("succeed", |it| wait(it.commit(end("a", 2, 5, true)))),
    ("put", |it| wait(it.put(Put::new("rate", Some([1].into()))))),
    ("replace", replace),
    ("values", |it| wait(it.values("", None, 9))),
    ("forget", |it| wait(it.put(Put::new("rate", None)))),
    ("begin another", |it| wait(it.commit(commit("b", 1, 1)))),
    ("end another", |it| wait(it.commit(end("b", 1, 2, true)))),
    ("purge", |it| wait(it.purge("b"))),
    ("prune", |it| wait(it.prune(Timestamp::MAX, 9))),
];

fn stalled() -> StoreError {
    StoreError::Stalled(String::new())
}

fn is_stalled(error: &StoreError) -> bool {
    matches!(error, StoreError::Stalled(_))
}

/// All that is in the tables.
fn dump(store: &Sqlite) -> String {
    const TABLES: [&str; 11] = [
        "execution",
        "input",
        "progress",
        "scope",
        "payload",
        "chunk",
        "wait",
        "inbox",
        "named",
        "block",
        "meta",
    ];
    wait(store.ask(|on| {
        let mut all = String::new();
        for table in TABLES {
            let mut rows = on.prepare(&format!("SELECT * FROM {table}"))?;
            let columns = rows.column_count();
            let row = |row: &rusqlite::Row<'_>| {
                (0..columns).map(|it| row.get(it)).collect::<Result<Vec<Value>, _>>()
            };
            let rows: Vec<_> = rows.query_map([], row)?.collect::<Result<_, _>>()?;
            if table != "meta" {
                all += &format!("{table}: {rows:?}\n");
            }
        }
        Ok(all)
    }))
    .unwrap()
}

thread_local! {
    /// True if the statement that runs is the end of a transaction: SQLite asks whether to stop when that is done, too.
    static ENDS: Cell<bool> = const { Cell::new(false) };
    /// The statements that ran on this thread.
    static RAN: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

fn note(event: TraceEvent<'_>) {
    if let TraceEvent::Stmt(_, text) = event {
        ENDS.set(text == "COMMIT");
        RAN.with_borrow_mut(|ran| ran.insert(text.to_owned()));
    }
}

/// A store, and the number of steps until SQLite stops once.
fn store() -> (Sqlite, Arc<AtomicI64>) {
    let (connection, left) = (Connection::open_in_memory().unwrap(), Arc::new(AtomicI64::new(-1)));
    let counted = left.clone();
    let stops = move || !ENDS.get() && counted.fetch_sub(1, Ordering::SeqCst) == 0;
    connection.progress_handler(1, Some(stops)).unwrap();
    connection.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(note));
    (over(&Options::default(), connection).unwrap(), left)
}

/// The calls without an error: what each gave, and what was in the tables then; and the number of steps.
fn sound() -> (Vec<(String, String)>, i64) {
    let (store, steps) = store();
    let (mut known, mut all) = (vec![(String::new(), dump(&store))], 0);
    for (_, call) in CALLS {
        steps.store(i64::MAX, Ordering::SeqCst);
        let output = call(&store).unwrap();
        all += i64::MAX - steps.load(Ordering::SeqCst);
        known.push((output, dump(&store)));
    }
    (known, all)
}

#[test]
fn every_call_is_whole_or_not_at_all() {
    let (known, all) = sound();
    let mut stopped = 0;
    for stop in (0..all).step_by(STEP) {
        let (store, left) = store();
        left.store(stop, Ordering::SeqCst);
        for (place, (name, call)) in CALLS.into_iter().enumerate() {
            let (before, (right, after)) = (&known[place].1, &known[place + 1]);
            let output = call(&store);
            if left.load(Ordering::SeqCst) >= 0 {
                assert_eq!(output.as_ref(), Ok(right), "{name}");
                continue;
            }
            let (found, told) = (dump(&store), format!("{name}, stopped at {stop} of {all}"));
            if let Err(error) = output {
                assert!(is_stalled(&error), "{told}: {error:?}");
                assert_eq!(found, *before, "{told}");
                stopped += 1;
            } else {
                assert_eq!((output.as_ref(), &found), (Ok(right), after), "{told}");
                continue;
            }
            assert_eq!((call(&store).as_ref(), &dump(&store)), (Ok(right), after), "{told}: again");
        }
    }
    let all = usize::try_from(all).unwrap();
    assert!(stopped > all / STEP / 2, "{stopped} calls of {all} steps were stopped");
}

/// The statements of a store that ran since the last call of this.
fn ran(store: &Sqlite) -> BTreeSet<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(store.ask(|_| Ok(RAN.take()))).unwrap()
}

/// The statements that go through an index or a table, by a part of them, and why they may.
const SCANS: [(&str, &str); 3] = [
    ("SELECT arn FROM inbox", "it ends with the page"),
    ("SELECT arn, id FROM execution INDEXED BY execution_ended", "for items of older files alone"),
    ("AND execution IN (SELECT execution FROM inbox)", "it counts messages, for a figure"),
];

#[test]
fn no_statement_goes_through_a_table() {
    let (store, _) = store();
    ran(&store);
    for (_, call) in CALLS {
        call(&store).unwrap();
    }
    let on = Connection::open_in_memory().unwrap();
    crate::schema::migrate(&on, &[7; 32]).unwrap();
    let ran = ran(&store);
    assert!(ran.len() > 50, "{ran:#?}");
    for text in ran {
        let mut plan = on.prepare(&format!("EXPLAIN QUERY PLAN {text}")).unwrap();
        let nothing = (0..plan.parameter_count()).map(|_| 0);
        let lines = plan.query_map(rusqlite::params_from_iter(nothing), |row| row.get(3)).unwrap();
        let lines: Vec<String> = lines.map(Result::unwrap).collect();
        let whole = lines.iter().any(|it| it.starts_with("SCAN") || it.contains("TEMP B-TREE"));
        let named = SCANS.iter().any(|(part, _)| text.contains(part));
        assert_eq!(whole, named, "{text}: {lines:#?}");
    }
}

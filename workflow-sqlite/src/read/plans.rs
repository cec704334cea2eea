//! Tests of how lists are found: by an index, whatever is asked for.

#![allow(clippy::unwrap_used, reason = "tests")]

use super::{due, history, list};
use crate::encode::Time;
use crate::schema::migrate;
use jiff::Timestamp;
use rusqlite::Connection;
use rusqlite::trace::{TraceEvent, TraceEventCodes};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use workflow_runtime::store::{Query, Status};

/// The number of executions: many times what is looked through before an index is asked.
const ALL: i64 = 60_000;

/// Those that are rare in each way: far from both ends, and one of a hundred runs.
const RARE: &str = "n BETWEEN 30000 AND 30400";

/// Makes the executions, all in one statement each table.
fn filled() -> Connection {
    let on = Connection::open_in_memory().unwrap();
    migrate(&on, &[7; 32]).unwrap();
    let number =
        "WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ?1)";
    let execution = format!(
        "{number} INSERT INTO execution
             (id, arn, name, machine, started, seed, item, status, ended, output, error)
         SELECT n, n, iif({RARE}, 'rare ', 'all ') || n, iif({RARE}, 'rare', 'all'), ?2, 0, 0,
             iif({RARE}, iif(n % 4 = 0, 0, 2), 1), iif({RARE} AND n % 4 = 0, NULL, ?2),
             iif({RARE}, NULL, '1'), iif({RARE} AND n % 4 > 0, 'Rare', NULL) FROM number"
    );
    let progress = format!(
        "{number} INSERT INTO progress
             (execution, epoch, number, events, payloads, time, wake, live, state)
         SELECT n, 1, 1, 1, 0, ?2, iif(n % 8 = 0, ?2, NULL), {RARE} AND n % 4 = 0,
             iif({RARE}, 'Rare', 'All') FROM number"
    );
    for text in [execution, progress] {
        on.execute(&text, (ALL, Time::from(Timestamp::UNIX_EPOCH))).unwrap();
    }
    // Those of a block began at once, a second for each after those of the block before.
    let began = "UPDATE execution SET started = ?1 WHERE id >= ?2 AND id < ?2 + 512";
    for first in (0..=ALL).step_by(512) {
        on.execute(began, (time(first), first)).unwrap();
        on.execute("INSERT INTO block VALUES (?1 >> 9, ?2, ?2)", (first, time(first))).unwrap();
    }
    on
}

fn time(second: i64) -> Time {
    Timestamp::from_second(second).unwrap().into()
}

/// All combinations of what can be asked for.
fn queries() -> Vec<Query> {
    let mut all = vec![Query { limit: 50, ..Query::default() }];
    let mut each = |change: &dyn Fn(&mut Query)| {
        let changed = all.clone().into_iter().map(|mut query| {
            change(&mut query);
            query
        });
        let changed: Vec<_> = changed.collect();
        all.extend(changed);
    };
    let text = |it: &str| Some(Arc::from(it));
    each(&|it| it.latest = true);
    each(&|it| it.busy = true);
    each(&|it| it.prefix = text("rare"));
    each(&|it| it.state = text("Rare"));
    each(&|it| it.error = text("Rare"));
    each(&|it| {
        it.since = Timestamp::from_second(20_000).ok();
        it.until = Timestamp::from_second(50_000).ok();
    });
    each(&|it| it.after = Some(40_000));
    each(&|it| it.machine = text("rare"));
    each(&|it| it.status = Some(Status::Failed));
    let mut others = all.clone();
    for (machine, status) in [("all", Status::Aborted), ("none", Status::Running)] {
        others
            .iter_mut()
            .filter(|it| it.machine.is_some())
            .for_each(|it| it.machine = text(machine));
        others.iter_mut().filter(|it| it.status.is_some()).for_each(|it| it.status = Some(status));
        all.extend(others.clone());
    }
    all
}

thread_local! {
    /// The statements that lists ran.
    static RAN: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

fn note(event: TraceEvent<'_>) {
    if let TraceEvent::Stmt(_, text) = event {
        RAN.with_borrow_mut(|ran| ran.insert(text.to_owned()));
    }
}

/// The lines of the plan of a statement.
fn plan(on: &Connection, text: &str) -> Vec<String> {
    let mut plan = on.prepare(&format!("EXPLAIN QUERY PLAN {text}")).unwrap();
    let nothing = (0..plan.parameter_count()).map(|_| 0);
    let lines = plan.query_map(rusqlite::params_from_iter(nothing), |row| row.get(3)).unwrap();
    lines.collect::<rusqlite::Result<_>>().unwrap()
}

#[test]
fn no_list_goes_through_the_table() {
    let on = filled();
    on.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(note));
    let steps = counted(&on);
    let mut most = (0, Query::default());
    for query in queries() {
        let before = steps.load(Ordering::Relaxed);
        list(&on, &query).unwrap();
        let took = steps.load(Ordering::Relaxed) - before;
        if took > most.0 {
            most = (took, query);
        }
    }
    // Those of a look at each row are three times as many.
    let bound = u64::try_from(2 * ALL).unwrap();
    assert!(most.0 < bound, "{} steps for {:?}", most.0, most.1);
    on.trace_v2(TraceEventCodes::empty(), None);
    let ran = RAN.take();
    assert!(ran.len() > 50, "{ran:#?}");
    for text in ran {
        let lines = plan(&on, &text);
        // The times of blocks are read all: there is one for 512 executions.
        let scan = |line: &&String| {
            let whole = ["SCAN execution", "SCAN progress", "SCAN input", "SCAN outer"];
            whole.iter().any(|it| line.starts_with(it)) && !line.contains("INDEX")
        };
        assert_eq!(lines.iter().find(scan), None, "{text}: {lines:#?}");
    }
}

#[test]
fn pages_of_those_that_are_busy_cost_as_much_as_they_hold() {
    let on = filled();
    on.execute("UPDATE progress SET live = 1, wake = NULL", []).unwrap();
    let plan = |latest| {
        let query = Query { busy: true, latest, limit: 50, ..Query::default() };
        on.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(note));
        assert_eq!(list(&on, &query).unwrap().executions.len(), 50);
        on.trace_v2(TraceEventCodes::empty(), None);
        RAN.take().into_iter().flat_map(|text| plan(&on, &text)).collect::<Vec<_>>().join("; ")
    };
    for latest in [false, true] {
        let plan = plan(latest);
        assert!(plan.contains("INDEX progress_busy"), "{plan}");
        assert!(!plan.contains("TEMP B-TREE") && !plan.contains("LIST"), "{plan}");
    }
}

/// Lists of the items of a Map, and of those that failed, however many others there are.
#[test]
fn pages_of_items_cost_as_much_as_they_hold() {
    let on = filled();
    let items =
        "UPDATE execution SET item = 1, around = 1, machine = 'map ' || (id / 100) WHERE id > 1";
    on.execute(items, []).unwrap();
    let machine = Some(Arc::from("map 302"));
    let failed = Some(Status::Failed);
    let steps = counted(&on);
    for (machine, status, found) in [
        (machine.clone(), None, 50),
        (machine.clone(), failed, 50),
        (machine, Some(Status::Running), 25),
        (None, failed, 50),
        (None, Some(Status::Aborted), 0),
    ] {
        for latest in [false, true] {
            let (machine, items) = (machine.clone(), true);
            let query = Query { machine, status, items, latest, limit: 50, ..Query::default() };
            let before = steps.load(Ordering::Relaxed);
            assert_eq!(list(&on, &query).unwrap().executions.len(), found, "{query:?}");
            let took = steps.load(Ordering::Relaxed) - before;
            // A look at the next ones comes first, 2,000 of them.
            assert!(took < 90_000, "{took} steps for {query:?}");
        }
    }
}

/// Lists of the items that are busy, however many have ended.
#[test]
fn pages_of_busy_items_cost_as_much_as_they_hold() {
    let on = filled();
    let items = "UPDATE execution SET item = 1, around = 1, machine = 'map ' || (id / 100) WHERE id > 30096";
    on.execute(items, []).unwrap();
    on.execute("UPDATE progress SET live = 0 WHERE execution > 30096", []).unwrap();
    let running = Some(Status::Running);
    let steps = counted(&on);
    for (machine, status, all) in [
        (None, None, 50),
        (None, running, 50),
        (None, Some(Status::Failed), 0),
        (Some("map 302"), running, 12),
        (Some("map 302"), None, 12),
        (Some("rare"), None, 12),
    ] {
        let query = |latest, after| {
            let (machine, busy, items) = (machine.map(Arc::from), true, true);
            Query { machine, status, busy, items, latest, after, limit: 20, ..Query::default() }
        };
        for latest in [false, true] {
            let (mut after, mut found) = (None, vec![]);
            loop {
                let before = steps.load(Ordering::Relaxed);
                let page = list(&on, &query(latest, after)).unwrap();
                let took = steps.load(Ordering::Relaxed) - before;
                assert!(took < 5_000, "{took} steps for {:?}", query(latest, after));
                found.extend(page.executions.iter().map(|it| it.begun.id.parse::<i64>().unwrap()));
                after = page.next;
                if after.is_none() {
                    break;
                }
            }
            assert_eq!(found.len(), all, "{machine:?} {status:?}: {found:?}");
            assert!(found.iter().all(|id| id % 8 == 4), "{found:?}");
            assert!(found.is_sorted_by(|one, next| if latest { one > next } else { one < next }));
        }
    }
}

/// A page of a history, however long that is.
#[test]
fn pages_of_histories_cost_as_much_as_they_hold() {
    let on = filled();
    let chunks = "WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ?1)
        INSERT INTO chunk (execution, first, last, bytes) SELECT 1, 2 * n - 1, 2 * n, x'00' FROM number";
    on.execute(chunks, [ALL]).unwrap();
    let steps = counted(&on);
    for from in [0, 1, 50_000, 119_990] {
        let before = steps.load(Ordering::Relaxed);
        let found = history(&on, "1", from, 100).unwrap();
        assert!(found.len() <= 51 && !found.is_empty(), "{}", found.len());
        assert!(found.iter().all(|it| it.last >= from && it.first < from + 100));
        let took = steps.load(Ordering::Relaxed) - before;
        assert!(took < 3_000, "{took} steps from {from}");
    }
}

/// Those that have a message, however many of them there are.
#[test]
fn what_is_due_costs_as_much_as_is_asked_for() {
    let on = filled();
    let told = "INSERT INTO inbox (execution, kind, text)
        SELECT id, 0, '1' FROM execution UNION ALL SELECT id, 0, '2' FROM execution";
    on.execute(told, []).unwrap();
    let steps = counted(&on);
    let found = due(&on, Timestamp::UNIX_EPOCH, 50).unwrap();
    assert_eq!((found.executions.len(), found.next), (50, Some(Timestamp::MIN)));
    assert!(found.executions.iter().zip(1..).all(|(id, number)| **id == format!("{number}")));
    let took = steps.load(Ordering::Relaxed);
    assert!(took < 3_000, "{took} steps");
}

/// Counts the steps of SQLite's from now on.
fn counted(on: &Connection) -> Arc<AtomicU64> {
    let steps = Arc::new(AtomicU64::new(0));
    let counted = steps.clone();
    let count = move || {
        counted.fetch_add(100, Ordering::Relaxed);
        false
    };
    on.progress_handler(100, Some(count)).unwrap();
    steps
}

//! A store of many executions: half of them wait, half have ended.

use crate::commits::{LAST, SHAPES};
use jiff::Timestamp;
use std::path::Path;
use std::time::Instant;
use workflow_runtime::store::{Query, Status, Store};
use workflow_sqlite::Sqlite;

/// Makes the store and asks it.
pub fn run(folder: &Path, count: usize) {
    let path = folder.join("million.db");
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).build();
    let runtime = runtime.unwrap_or_else(|error| panic!("{error}"));
    let begin = Instant::now();
    let store =
        Sqlite::options().synchronous("OFF").open(&path).unwrap_or_else(|error| panic!("{error}"));
    runtime.block_on(fill(&store, count));
    drop(store);
    let bytes = std::fs::metadata(&path).map_or(0, |it| it.len());
    println!("{count} executions written in {:?}, {} MiB", begin.elapsed(), bytes >> 20);
    let begin = Instant::now();
    let store = Sqlite::open(&path).unwrap_or_else(|error| panic!("{error}"));
    println!("opened in {:?}", begin.elapsed());
    runtime.block_on(ask(&store, count));
}

fn name(number: usize) -> String {
    format!("{:04x}-{number}", number.wrapping_mul(40_503) % 65_536)
}

fn time(second: usize) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + i64::try_from(second).unwrap_or(0)).unwrap_or_default()
}

async fn fill(store: &Sqlite, count: usize) {
    let shape = &SHAPES[0];
    for slice in (0..count).collect::<Vec<_>>().chunks(1000) {
        let mut calls = vec![];
        for &number in slice {
            let mut commit = shape.commit(&name(number), 1);
            if let Some(begun) = &mut commit.begun {
                begun.started = time(number);
                begun.machine = format!("machine {}", number % 10).into();
            }
            let waits = number % 2 == 0;
            let busy = number % 10_000 == 0;
            commit.wake = (waits && !busy).then(|| time(number * 7919 % count));
            commit.state = Some(format!("State {}", number % 7).into());
            calls.push(store.commit(commit));
            if !waits {
                let failed = number % 1000 == 1;
                let mut end = shape.commit(&name(number), LAST);
                (end.number, end.time) = (2, time(number + 60));
                if failed {
                    end.status = Status::Failed;
                    end.end = Some(Err(workflow_runtime::Failure::new("Declined", "by the bank")));
                }
                calls.push(store.commit(end));
            }
        }
        for call in calls {
            call.await.unwrap_or_else(|error| panic!("{error}"));
        }
    }
}

/// Asks for a page, and says how long it took: the second time.
async fn page(store: &Sqlite, what: &str, query: Query) {
    for round in 0..2 {
        let begin = Instant::now();
        let page = store.list(query.clone()).await.unwrap_or_else(|error| panic!("{error}"));
        if round == 1 {
            println!("{:>4} listed in {:?}: {what}", page.executions.len(), begin.elapsed());
        }
    }
}

async fn ask(store: &Sqlite, count: usize) {
    let begin = Instant::now();
    let due = store.due(time(0), 1).await.unwrap_or_default();
    println!("first due in {:?}: {:?}", begin.elapsed(), due.next);
    let begin = Instant::now();
    let due = store.due(time(count / 50), 10_000).await.unwrap_or_default();
    println!("{} due listed in {:?}", due.executions.len(), begin.elapsed());
    let begin = Instant::now();
    let calls: Vec<_> = due.executions.iter().map(|it| store.claim(it)).collect();
    for call in calls {
        call.await.unwrap_or_else(|error| panic!("{error}"));
    }
    println!("they are claimed in {:?}", begin.elapsed());
    for latest in [false, true] {
        let any = || Query { latest, ..Query::default() };
        let machine = || Some("machine 3".into());
        println!("{}", if latest { "the latest first" } else { "the oldest first" });
        page(store, "all", any()).await;
        page(store, "of a machine", Query { machine: machine(), ..any() }).await;
        for status in Status::ALL {
            page(store, status.name(), Query { status: Some(status), ..any() }).await;
            let query = Query { status: Some(status), machine: machine(), ..any() };
            page(store, &format!("{} of a machine", status.name()), query).await;
        }
        page(store, "a prefix of few", Query { prefix: Some("00ab".into()), ..any() }).await;
        page(store, "a prefix of none", Query { prefix: Some("x".into()), ..any() }).await;
        page(store, "a prefix of many", Query { prefix: Some("0".into()), ..any() }).await;
        page(store, "since the middle", Query { since: Some(time(count / 2)), ..any() }).await;
        page(store, "until the middle", Query { until: Some(time(count / 2)), ..any() }).await;
        let hour =
            Query { since: Some(time(count / 2)), until: Some(time(count / 2 + 60)), ..any() };
        page(store, "of a minute", hour).await;
        page(store, "with an error", Query { error: Some("Declined".into()), ..any() }).await;
        page(store, "with an error of none", Query { error: Some("No".into()), ..any() }).await;
        page(store, "busy", Query { busy: true, ..any() }).await;
        page(store, "in a state", Query { state: Some("State 3".into()), ..any() }).await;
        page(store, "in a state of none", Query { state: Some("No".into()), ..any() }).await;
    }
}

//! Executions that have ended, in a store: pages of lists, and of histories.

use crate::drive;
use crate::folder::Folder;
use crate::meter::{median, micros};
use crate::rows::{Row, Rows};
use crate::settings::Settings;
use jiff::Timestamp;
use std::sync::Arc;
use std::time::{Duration, Instant};
use workflow::Failure;
use workflow::store::{Begun, Chunk, Commit, Query, Record, Status, Store};
use workflow_sqlite::Sqlite;

pub fn run(settings: &Settings, rows: &mut Rows) {
    let count = if settings.full { 1_000_000 } else { 50_000 };
    let (folder, runtime) = (Folder::new(), drive::runtime());
    let begin = Instant::now();
    let store = folder.store(Sqlite::options().synchronous("OFF"));
    runtime.block_on(fill(&store, count));
    drop(store);
    let filled = begin.elapsed();
    let begin = Instant::now();
    let store = folder.store(Sqlite::options());
    let opened = begin.elapsed().as_secs_f64();
    let (lists, histories) = runtime.block_on(async {
        let mut lists = vec![];
        for (what, query) in queries(count) {
            lists.push((time(&store, query).await, what));
        }
        (lists, median(histories(&store, count).await))
    });
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    for (time, what) in &lists {
        rows.note(&format!("{:9.3} ms: {what}", ms(*time)));
    }
    let (worst, what) = lists.iter().max().cloned().unwrap_or_default();
    rows.add(
        Row::new("finished")
            .with("executions", count)
            .with("filled_us_each", micros(filled, count as u64))
            .aim("open_s", opened, "below 1")
            .aim("slowest_list_ms", ms(worst), "below 10")
            .with("slowest_list", what)
            .with("median_list_ms", ms(median(lists.iter().map(|it| it.0).collect())))
            .aim("history_ms", ms(histories), "below 10"),
    );
}

fn name(number: usize) -> String {
    format!("{:04x}-{number}", number.wrapping_mul(40_503) % 65_536)
}

fn arn(number: usize) -> Arc<str> {
    format!("arn:aws:states:us-east-1:123456789012:execution:chain10:{}", name(number)).into()
}

fn at(second: usize) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + i64::try_from(second).unwrap()).unwrap()
}

/// The commits of an execution: one in a thousand fails, one in ten thousand runs.
fn commits(number: usize) -> Vec<Commit> {
    let begun = Begun {
        id: arn(number),
        name: name(number).into(),
        machine: format!("machine {}", number % 10).into(),
        input: Some("1".into()),
        started: at(number),
        seed: 7,
        timeout: None,
        around: None,
    };
    let chunk = |first| {
        Some(Chunk { first, last: first + 4, bytes: vec![7; 60].into_boxed_slice().into() })
    };
    let machine = r#"{"state":"Step","kept":{"n":1},"does":"bump"}"#;
    let record = Record { path: vec![], machine: Some(machine.into()), mark: [1; 30].into() };
    let first = Commit {
        begun: Some(begun),
        records: vec![record],
        events: 5,
        chunk: chunk(1),
        state: Some(format!("State {}", number % 7).into()),
        ..Commit::new(arn(number), (1, 1), at(number))
    };
    if number % 10_000 == 7 {
        return vec![first];
    }
    let failed = number % 1000 == 1;
    let failure = || Failure::new("Declined", "by the bank");
    let last = Commit {
        events: 10,
        chunk: chunk(6),
        status: if failed { Status::Failed } else { Status::Succeeded },
        end: Some(if failed { Err(failure()) } else { Ok("10".into()) }),
        ..Commit::new(arn(number), (1, 2), at(number + 60))
    };
    vec![first, last]
}

async fn fill(store: &Sqlite, count: usize) {
    for first in (0..count).step_by(1000) {
        let commits = (first..(first + 1000).min(count)).flat_map(commits);
        let calls: Vec<_> = commits.map(|it| store.commit(it)).collect();
        for call in calls {
            call.await.unwrap();
        }
    }
}

/// Questions with each filter, alone and together, in both orders.
fn queries(count: usize) -> Vec<(String, Query)> {
    let any = Query::default;
    let some = |text: &str| Some(Arc::<str>::from(text));
    let (machine, middle) = (some("machine 3"), at(count / 2));
    let failed = Some(Status::Failed);
    let mut all = vec![
        ("all", any()),
        ("after the middle", Query { after: Some(count as u64 / 2), ..any() }),
        ("of a machine", Query { machine: machine.clone(), ..any() }),
        ("of no machine", Query { machine: some("none"), ..any() }),
        ("a prefix of few", Query { prefix: some("00ab"), ..any() }),
        ("a prefix of none", Query { prefix: some("x"), ..any() }),
        ("a prefix of many", Query { prefix: some("0"), ..any() }),
        ("since the middle", Query { since: Some(middle), ..any() }),
        ("until the middle", Query { until: Some(middle), ..any() }),
        ("since the end", Query { since: Some(at(2 * count)), ..any() }),
        ("a minute", Query { since: Some(middle), until: Some(at(count / 2 + 60)), ..any() }),
        ("failed since the middle", Query { since: Some(middle), status: failed, ..any() }),
        (
            "failed of a machine, of a tenth",
            Query {
                since: Some(at(count / 10 * 5)),
                until: Some(at(count / 10 * 6)),
                status: failed,
                machine: some("machine 1"),
                ..any()
            },
        ),
        ("with an error", Query { error: some("Declined"), ..any() }),
        ("with an error of none", Query { error: some("No"), ..any() }),
        ("busy", Query { busy: true, ..any() }),
        ("in a state", Query { state: some("State 3"), ..any() }),
        ("in a state of none", Query { state: some("No"), ..any() }),
        ("failed in a state of none", Query { state: some("No"), status: failed, ..any() }),
        (
            "of a machine in a state of none",
            Query { state: some("No"), machine: machine.clone(), ..any() },
        ),
    ];
    for status in Status::ALL {
        all.push((status.name(), Query { status: Some(status), ..any() }));
    }
    let orders = all.into_iter().flat_map(|(what, query)| {
        let latest = Query { latest: true, ..query.clone() };
        [
            (format!("{what}, the oldest first"), query),
            (format!("{what}, the latest first"), latest),
        ]
    });
    orders.collect()
}

/// The median time of a page.
async fn time(store: &Sqlite, query: Query) -> Duration {
    let mut times = vec![];
    for _ in 0..3 {
        let begin = Instant::now();
        store.list(query.clone()).await.unwrap();
        times.push(begin.elapsed());
    }
    median(times)
}

async fn histories(store: &Sqlite, count: usize) -> Vec<Duration> {
    let mut times = vec![];
    for number in (0..count).step_by(count / 100) {
        let begin = Instant::now();
        assert!(!store.history(&arn(number), 1, 100).await.unwrap().is_empty());
        times.push(begin.elapsed());
    }
    times
}

//! Executions that wait in the store, and many of them due at once.

use crate::drive;
use crate::flows::{AWAKE, BEGUN, fresh, patient};
use crate::folder::Folder;
use crate::idle;
use crate::meter::{Cpu, median, micros, resident};
use crate::rows::{Row, Rows};
use crate::settings::Settings;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};
use workflow::Engine;
use workflow::store::{Query, Store};
use workflow_sqlite::Sqlite;

/// Executions that are due at once.
const DUE: usize = 10_000;
/// The time from the last of them until they are due.
const UNTIL: SignedDuration = SignedDuration::from_secs(15);
/// Executions that begin at once while the store is filled.
const SLICE: usize = 1000;

pub fn run(settings: &Settings, rows: &mut Rows) {
    let count = if settings.full { 1_000_000 } else { 50_000 };
    let folder = Folder::new();
    let empty = idle::measure(&folder);
    let begin = Instant::now();
    let due = fill(&folder, count);
    let filled = begin.elapsed();
    let path = folder.file("bench.db");
    let known: Value = serde_json::from_str(&idle::part_of(&[
        "waiting",
        path.to_str().unwrap(),
        &due.to_string(),
    ]))
    .unwrap();
    let figure = |name: &str| known[name].as_f64().unwrap_or(f64::NAN);
    #[expect(clippy::cast_precision_loss, reason = "figures")]
    let each = |bytes: f64| bytes / count as f64;
    #[expect(clippy::cast_precision_loss, reason = "figures")]
    let memory = each(figure("resident") - empty as f64);
    #[expect(clippy::cast_precision_loss, reason = "figures")]
    let file = each(folder.bytes() as f64);
    rows.add(
        Row::new("waiting")
            .with("executions", count)
            .with("filled_us_each", micros(filled, count as u64))
            .with("file_bytes_each", file)
            .aim("memory_bytes_each", memory, "at most 64")
            .aim("open_and_recover_s", figure("opened"), "below 1")
            .with("due_at_once", DUE)
            .aim("awake_s", figure("awake"), "below 2")
            .with("cpu_us_each", figure("cpu"))
            .aim("new_start_at_most_ms", figure("worst"), "below 50")
            .with("new_start_median_ms", figure("middle")),
    );
}

/// Has an engine begin them all: when those are due that are due at once.
fn fill(folder: &Folder, count: usize) -> Timestamp {
    let store = folder.store(Sqlite::options().synchronous("OFF"));
    let engine = Engine::builder().workflow::<patient>().store(store.clone()).build();
    drive::runtime().block_on(async {
        drop(engine.recover().await.unwrap());
        let far = Timestamp::now() + SignedDuration::from_hours(24 * 365);
        let mut left = count - DUE;
        while left > 0 {
            let slice = left.min(SLICE);
            begin(&engine, &store, slice, far).await;
            left -= slice;
        }
        let due = Timestamp::now() + UNTIL;
        for _ in 0..DUE / SLICE {
            begin(&engine, &store, SLICE, due).await;
        }
        due
    })
}

/// Begins some, and waits until they are in the store alone.
async fn begin(engine: &Engine, store: &Sqlite, count: usize, until: Timestamp) {
    let before = store.figures().calls;
    for _ in 0..count {
        drop(engine.start_workflow::<patient>(until.to_string()));
    }
    loop {
        tokio::time::sleep(Duration::from_millis(1)).await;
        let busy = Query { busy: true, limit: 1, ..Query::default() };
        let begun = store.figures().calls >= before + count as u64;
        if begun && store.list(busy).await.unwrap().executions.is_empty() {
            return;
        }
    }
}

/// The process that goes on with them.
pub fn part(path: &Path, due: &str) {
    let due: Timestamp = due.parse().unwrap();
    let begin = Instant::now();
    let store = Sqlite::open(path).unwrap_or_else(|error| panic!("{error}"));
    let engine = Engine::builder().workflow::<patient>().store(store).build();
    let runtime = drive::runtime();
    let figures = runtime.block_on(async {
        drop(engine.recover().await.unwrap());
        let opened = begin.elapsed().as_secs_f64();
        tokio::time::sleep(Duration::from_millis(500)).await;
        let resident = resident();
        let left = due.duration_since(Timestamp::now());
        assert!(left.is_positive(), "they were due before the store was opened");
        tokio::time::sleep(left.unsigned_abs()).await;
        let cpu = Cpu::now();
        let (awake, starts) = wake(&engine).await;
        let cpu = Cpu::since(cpu, DUE as u64, 1).0;
        let ms = |time: Duration| time.as_secs_f64() * 1e3;
        let worst = starts.iter().max().copied().unwrap_or_default();
        json!({
            "opened": opened, "resident": resident, "awake": awake.as_secs_f64(), "cpu": cpu,
            "worst": ms(worst), "middle": ms(median(starts)),
        })
    });
    println!("{figures}");
}

/// Waits until all are awake, and starts new ones meanwhile: how long that took, and how long until the task of each new
/// one began.
async fn wake(engine: &Engine) -> (Duration, Vec<Duration>) {
    let begin = Instant::now();
    let mut starts = vec![];
    while AWAKE.load(Ordering::Relaxed) < DUE {
        starts.push(Instant::now());
        drop(engine.start_workflow::<fresh>(starts.len() - 1));
        tokio::time::sleep(Duration::from_millis(5)).await;
        assert!(begin.elapsed() < Duration::from_mins(2), "they do not wake up");
    }
    let awake = begin.elapsed();
    while BEGUN.lock().unwrap().len() < starts.len() {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    let begun = BEGUN.lock().unwrap();
    let time = |(number, time): &(usize, Instant)| *time - starts[*number];
    (awake, begun.iter().map(time).collect())
}

//! Ten tasks in sequence.

use crate::bare::Bare;
use crate::drive;
use crate::flows::{Order, counted, sequence, sequence_300};
use crate::folder::Folder;
use crate::meter::{self, Cpu, median, rate};
use crate::recorder::{Recorder, bytes};
use crate::rows::{Row, Rows};
use crate::settings::Settings;
use std::time::Duration;
use workflow::store::Commit;
use workflow::{Engine, Workflow};
use workflow_sqlite::Sqlite;

const STEPS: u64 = 10;
/// Rounds of the engine and of the baseline, in turn.
const ROUNDS: usize = 5;
const EXECUTIONS: usize = 1000;

/// A hundred at once, beside bare SQLite.
pub fn run(settings: &Settings, rows: &mut Rows) {
    let page = settings.page;
    for at_once in [10, 100, 1000] {
        beside::<sequence>((rows, page), "integer", at_once, || 1);
    }
    beside::<sequence_300>((rows, page), "273 B", 100, Order::new);
}

#[derive(Default)]
struct Sums {
    engine: Duration,
    bare: Duration,
    syncs: Vec<Duration>,
    commits: u64,
    transactions: u64,
    cpu: (f64, f64),
    bare_cpu: f64,
    payload: usize,
    rest: Vec<usize>,
}

fn beside<W: Workflow>(
    (rows, page): (&mut Rows, Option<u32>),
    payload: &'static str,
    at_once: usize,
    input: impl Fn() -> W::Input + Clone + Send + 'static,
) where
    W::Input: Send,
    W::Output: Send,
{
    let (runtime, mut sums) = (drive::runtime(), Sums::default());
    for _ in 0..ROUNDS {
        let folder = Folder::new();
        sums.syncs.push(Duration::from_secs_f64(meter::sync(folder.path()) / 1e3));
        let options = Sqlite::options();
        let store = folder.store(match page {
            Some(page) => options.page_size(page),
            None => options,
        });
        let recorder = Recorder::new(store.clone());
        let engine = Engine::builder().store(recorder.clone()).build();
        let before = Cpu::now();
        let count = EXECUTIONS.max(4 * at_once);
        let (_, time) = drive::run::<W>(&runtime, &engine, (count, at_once), input.clone());
        let (steps, commits) = (count as u64 * STEPS, recorder.take());
        let cpu = Cpu::since(before, steps, commits.len() as u64);
        let transactions = store.figures().transactions;
        drop((engine, recorder, store));
        sums.engine += time;
        sums.cpu = (sums.cpu.0 + cpu.0, sums.cpu.1 + cpu.1);
        sums.transactions += transactions;
        sums.commits += commits.len() as u64;
        baseline(&folder, &commits, transactions, &mut sums);
    }
    let count = (EXECUTIONS.max(4 * at_once) * ROUNDS) as u64;
    rows.add(row(payload, at_once, count * STEPS, sums));
}

fn baseline(folder: &Folder, commits: &[Commit], transactions: u64, sums: &mut Sums) {
    let bare = Bare::open(&folder.file("bare.db"), "FULL").unwrap();
    let before = Cpu::now();
    sums.bare += bare.write(commits, transactions).unwrap();
    sums.bare_cpu += Cpu::since(before, commits.len() as u64, 1).0;
    for commit in commits.iter().filter(|it| it.begun.is_none() && it.end.is_none()) {
        let (payload, rest) = bytes(commit);
        sums.payload = sums.payload.max(payload);
        sums.rest.push(rest);
    }
}

#[expect(clippy::cast_precision_loss, reason = "figures")]
fn row(payload: &'static str, at_once: usize, steps: u64, sums: Sums) -> Row {
    let (engine, bare) = (rate(steps, sums.engine), rate(steps, sums.bare));
    let rounds = ROUNDS as f64;
    let mean = sums.rest.iter().sum::<usize>() / sums.rest.len().max(1);
    Row::new("chain10")
        .with("at_once", at_once)
        .with("payload", payload)
        .with("steps_per_s", engine)
        .with("baseline_steps_per_s", bare)
        .aim("of_baseline_percent", 100.0 * engine / bare, "at least 60")
        .with("fdatasync_ms", median(sums.syncs).as_secs_f64() * 1e3)
        .with("commits_a_sync", sums.commits as f64 / sums.transactions as f64)
        .aim("cpu_us_a_step", sums.cpu.0 / rounds, "10, syncs included")
        .with("writer_cpu_us_a_commit", sums.cpu.1 / rounds)
        .with("baseline_cpu_us_a_commit", sums.bare_cpu / rounds)
        .with("payload_bytes_a_commit", sums.payload)
        .aim("other_bytes_a_commit", mean, "150")
        .with("other_bytes_at_most", sums.rest.iter().copied().max().unwrap_or(0))
        .with("load", meter::load())
}

/// A loop of a thousand tasks, one execution at a time.
pub fn turns(_: &Settings, rows: &mut Rows) {
    let (runtime, folder) = (drive::runtime(), Folder::new());
    let store = folder.store(Sqlite::options());
    let engine = Engine::builder().store(store.clone()).build();
    drive::run::<counted>(&runtime, &engine, (1, 1), || 1_000);
    let before = store.figures().transactions;
    let (times, _) = drive::run::<counted>(&runtime, &engine, (5, 1), || 1_000);
    let syncs = store.figures().transactions - before;
    rows.add(
        Row::new("turns")
            .with("tasks", 1_000)
            .with("median_ms", median(times).as_secs_f64() * 1e3)
            .with("syncs", syncs / 5)
            .with("fdatasync_ms", meter::sync(folder.path())),
    );
}

/// One at a time.
pub fn single(_: &Settings, rows: &mut Rows) {
    let (runtime, folder) = (drive::runtime(), Folder::new());
    let store = folder.store(Sqlite::options());
    let engine = Engine::builder().store(store.clone()).build();
    drive::run::<sequence>(&runtime, &engine, (20, 1), || 1);
    let sync = meter::sync(folder.path());
    let before = store.figures().transactions;
    let count = 300;
    let (times, _) = drive::run::<sequence>(&runtime, &engine, (count, 1), || 1);
    let transactions = store.figures().transactions - before;
    let least = times.iter().min().copied().unwrap_or_default();
    let middle = median(times);
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    #[expect(clippy::cast_precision_loss, reason = "figures")]
    let syncs = transactions as f64 / count as f64;
    rows.add(
        Row::new("single")
            .aim("median_ms", ms(middle), "a fifth of Restate's, see `--vs restate`")
            .with("least_ms", ms(least))
            .aim("syncs", syncs, "one a task, one for the end")
            .with("fdatasync_ms", sync)
            .with("of_syncs_percent", 100.0 * syncs * sync / ms(middle)),
    );
}

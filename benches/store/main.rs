//! The store in a file beside bare SQLite, which writes the same bytes in groups of the same size.
//!
//! `cargo bench -p workflow-sqlite` prints a table: commits a second with every one synced, and the CPU time of each without
//! syncs. `-- pages` compares sizes of pages, `-- cpu` is for a profiler, `-- million` asks a store of a million executions; a number after it is another
//! count.

mod bare;
mod commits;
mod million;

use bare::Bare;
use commits::{SHAPES, Shape};
use std::path::Path;
use std::time::{Duration, Instant};
use workflow_runtime::store::Store;
use workflow_sqlite::Sqlite;

const GROUPS: [usize; 4] = [1, 10, 100, 1000];
const ROUND: Duration = Duration::from_millis(1200);

fn main() {
    let words: Vec<_> = std::env::args().skip(1).filter(|it| !it.starts_with("--")).collect();
    let folder = std::env::temp_dir().join(format!("workflow-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{error}"));
    match words.first().map(String::as_str) {
        Some("million") => {
            let count = words.get(1).and_then(|it| it.parse().ok()).unwrap_or(1_000_000);
            million::run(&folder, count);
        }
        Some("pages") => pages(&folder),
        // For a profiler.
        Some("cpu") => {
            let group = words.get(1).and_then(|it| it.parse().ok()).unwrap_or(1000);
            let figures = of_store(&folder, &SHAPES[0], group, "OFF", 8 << 10);
            println!(
                "{:.1} µs a commit, {:.1} µs of them in the writer",
                figures.cpu, figures.writer
            );
        }
        _ => table(&folder),
    }
    drop(std::fs::remove_dir_all(&folder));
}

fn table(folder: &Path) {
    println!(
        "| commits | in a group | synced, store | synced, bare | ratio | group of the store | CPU, store | its writer | CPU, bare | fdatasync |"
    );
    println!("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    for shape in SHAPES {
        for group in GROUPS {
            let sync = sync(folder);
            let store = of_store(folder, shape, group, "FULL", 8 << 10);
            let bare = of_bare(folder, shape, group, "FULL");
            let without = of_store(folder, shape, group, "OFF", 8 << 10);
            let (store_cpu, writer) = (without.cpu, without.writer);
            let bare_cpu = of_bare(folder, shape, group, "OFF").cpu;
            println!(
                "| {} | {group} | {:.0}/s | {:.0}/s | {:.2} | {:.0} | {store_cpu:.1} µs | {writer:.1} µs | {bare_cpu:.1} µs | {:.2} ms |",
                shape.name,
                store.rate,
                bare.rate,
                store.rate / bare.rate,
                store.group,
                sync.as_secs_f64() * 1e3,
            );
        }
    }
}

fn pages(folder: &Path) {
    println!("| commits | in a group | page | synced | CPU | bytes on disk a commit |");
    println!("|---|--:|--:|--:|--:|--:|");
    for shape in SHAPES {
        for group in GROUPS {
            for page in [4 << 10, 8 << 10, 16 << 10, 32 << 10] {
                let synced = of_store(folder, shape, group, "FULL", page);
                let cpu = of_store(folder, shape, group, "OFF", page).cpu;
                let (rate, bytes) = (synced.rate, synced.bytes);
                println!(
                    "| {} | {group} | {page} | {rate:.0}/s | {cpu:.1} µs | {bytes:.0} |",
                    shape.name
                );
            }
        }
    }
}

/// The figures of one way.
struct Figures {
    /// Commits a second.
    rate: f64,
    /// Microseconds of CPU a commit, of the whole process.
    cpu: f64,
    /// The same, of the thread that writes.
    writer: f64,
    /// Commits in a transaction.
    group: f64,
    /// Bytes of the files at the end, a commit.
    bytes: f64,
}

#[expect(clippy::cast_precision_loss, reason = "figures")]
fn figures(commits: u64, transactions: u64, begin: Instant, cpu: Duration, files: u64) -> Figures {
    let commits = commits as f64;
    Figures {
        rate: commits / begin.elapsed().as_secs_f64(),
        cpu: (cpu_time().saturating_sub(cpu)).as_secs_f64() * 1e6 / commits,
        writer: writer_time().as_secs_f64() * 1e6 / commits,
        group: commits / transactions as f64,
        bytes: files as f64 / commits,
    }
}

/// Chains of ten steps by so many executions at once, again and again.
fn of_store(
    folder: &Path,
    shape: &Shape,
    group: usize,
    synchronous: &'static str,
    page: u32,
) -> Figures {
    let path = empty(folder);
    let options = Sqlite::options().synchronous(synchronous).page_size(page);
    let store = options.open(&path).unwrap_or_else(|error| panic!("{error}"));
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let runtime = runtime.unwrap_or_else(|error| panic!("{error}"));
    let (begin, cpu) = (Instant::now(), cpu_time());
    let mut commits = 0;
    for round in 0.. {
        for step in 1..=11 {
            let name = |it: usize| format!("{:032x}", (round * group + it + 1) * 0x9E37_79B9);
            let all: Vec<_> = (0..group).map(|it| shape.commit(&name(it), step)).collect();
            let calls: Vec<_> = all.into_iter().map(|it| store.commit(it)).collect();
            runtime.block_on(async {
                for call in calls {
                    call.await.unwrap_or_else(|error| panic!("{error}"));
                }
            });
            commits += group as u64;
        }
        if begin.elapsed() > ROUND {
            break;
        }
    }
    let transactions = store.figures().transactions;
    figures(commits, transactions, begin, cpu, size(folder))
}

fn of_bare(folder: &Path, shape: &Shape, group: usize, synchronous: &str) -> Figures {
    let path = empty(folder);
    let mut bare = Bare::open(&path, synchronous).unwrap_or_else(|error| panic!("{error}"));
    let (begin, cpu) = (Instant::now(), cpu_time());
    let mut commits = 0;
    for round in 0.. {
        for step in 1..=11 {
            let written = bare.write(shape, round * group, group, step);
            written.unwrap_or_else(|error| panic!("{error}"));
            commits += group as u64;
        }
        if begin.elapsed() > ROUND {
            break;
        }
    }
    figures(commits, commits / group as u64, begin, cpu, size(folder))
}

/// A path in the folder, without files of before.
fn empty(folder: &Path) -> std::path::PathBuf {
    for file in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        drop(std::fs::remove_file(file.path()));
    }
    folder.join("bench.db")
}

fn size(folder: &Path) -> u64 {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    files
        .filter(|it| !it.path().ends_with("bench.db-shm"))
        .map(|it| it.metadata().map_or(0, |it| it.len()))
        .sum()
}

/// The median time of a sync of four kilobytes, now.
fn sync(folder: &Path) -> Duration {
    use std::io::{Seek, SeekFrom, Write};
    let path = folder.join("sync");
    let mut file = std::fs::File::create(path).unwrap_or_else(|error| panic!("{error}"));
    let mut once = || -> std::io::Result<Duration> {
        let begin = Instant::now();
        file.seek(SeekFrom::Start(0))?;
        file.write_all(&[1; 4096])?;
        file.sync_data()?;
        Ok(begin.elapsed())
    };
    let mut times: Vec<_> = (0..51).map(|_| once().unwrap_or_default()).collect();
    times.sort();
    times[25]
}

/// The CPU time of this process, in hundredths of a second; none where the system does not say.
fn cpu_time() -> Duration {
    let text = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = text.rsplit(')').next().unwrap_or_default().split_whitespace();
    let ticks: u64 = fields.skip(11).take(2).filter_map(|it| it.parse::<u64>().ok()).sum();
    Duration::from_millis(ticks * 10)
}

/// The CPU time of the thread that writes, since it began.
fn writer_time() -> Duration {
    let threads = std::fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    let read =
        |thread: &Path, file: &str| std::fs::read_to_string(thread.join(file)).unwrap_or_default();
    let writer =
        threads.map(|it| it.path()).find(|it| read(it, "comm").starts_with("workflow-writer"));
    let figures = writer.map(|it| read(&it, "schedstat")).unwrap_or_default();
    let first = figures.split_whitespace().next().and_then(|it| it.parse().ok());
    Duration::from_nanos(first.unwrap_or(0))
}

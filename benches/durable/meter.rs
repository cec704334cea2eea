//! Clocks of the cores and of the disk, and the memory of this process.

use std::fs::{File, read_dir, read_to_string};
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use std::time::{Duration, Instant};

/// The CPU time of the threads that live, of the whole process and of the writers of stores.
#[derive(Clone, Copy, Default)]
pub struct Cpu {
    pub all: Duration,
    pub writer: Duration,
}

impl Cpu {
    /// Reads the clocks of the threads: nanoseconds, where the system counts them.
    pub fn now() -> Self {
        let mut cpu = Cpu::default();
        for thread in read_dir("/proc/self/task").into_iter().flatten().flatten() {
            let read = |file: &str| read_to_string(thread.path().join(file)).unwrap_or_default();
            let spent = read("schedstat");
            let spent = spent.split(' ').next().and_then(|it| it.parse().ok()).unwrap_or(0);
            let spent = Duration::from_nanos(spent);
            cpu.all += spent;
            if read("comm").starts_with("workflow-writer") {
                cpu.writer += spent;
            }
        }
        cpu
    }

    /// The time since then, in microseconds each of so many.
    pub fn since(before: Cpu, all: u64, commits: u64) -> (f64, f64) {
        let now = Cpu::now();
        let each =
            |now: Duration, before: Duration, count| micros(now.saturating_sub(before), count);
        (each(now.all, before.all, all), each(now.writer, before.writer, commits))
    }
}

/// Microseconds, each of so many.
#[expect(clippy::cast_precision_loss, reason = "figures")]
pub fn micros(time: Duration, count: u64) -> f64 {
    time.as_secs_f64() * 1e6 / count.max(1) as f64
}

/// So many in a second.
#[expect(clippy::cast_precision_loss, reason = "figures")]
pub fn rate(count: u64, time: Duration) -> f64 {
    count as f64 / time.as_secs_f64()
}

/// The median time of an fdatasync of four kilobytes that are appended, now, in milliseconds.
pub fn sync(folder: &Path) -> f64 {
    let mut file = File::create(folder.join("sync")).unwrap();
    let mut once = || {
        file.seek(SeekFrom::End(0)).unwrap();
        file.write_all(&[1; 4096]).unwrap();
        let begin = Instant::now();
        file.sync_data().unwrap();
        begin.elapsed()
    };
    median((0..51).map(|_| once()).collect()).as_secs_f64() * 1e3
}

/// The median.
pub fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// The memory that this process has, in bytes.
pub fn resident() -> u64 {
    let status = read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let size = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    size.unwrap_or(0) << 10
}

/// The load of this machine in the last minute, as the system counts it.
pub fn load() -> f64 {
    let text = read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().and_then(|it| it.parse().ok()).unwrap_or(0.0)
}

//! A soak: kills, full disks, orderly ends and starts for minutes, while what has ended is pruned. Memory and the file must
//! level off.

use crate::killer::Killer;
use crate::random::Random;
use serde::Serialize;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use workflow::Engine;
use workflow_runtime::store::{
    Answer, Around, Commit, Delivered, Message, Saved, Store, StoreError, StoreResult,
};
use workflow_runtime::task::BoxFuture;

/// The words of the error of a full disk.
pub const FULL: &str = "the disk is full";

/// The time for which what has ended is kept.
const KEPT: Duration = Duration::from_secs(5);
/// The executions that are open at the same time.
pub const OPEN: usize = 60;
/// The time between two samples.
const SAMPLE: Duration = Duration::from_secs(30);
/// The growth from the middle third to the last one that is still level, in per cent, and so many KiB.
const LEVEL: (u64, u64) = (15, 4 << 10);

/// A store whose disk is full now and then.
pub struct Full {
    pub inner: Arc<dyn Store>,
    pub full: Arc<AtomicBool>,
}

impl Full {
    /// Refuses a call while the disk is full.
    fn call<T: Send + 'static>(
        &self,
        call: impl FnOnce(&dyn Store) -> BoxFuture<StoreResult<T>>,
    ) -> BoxFuture<StoreResult<T>> {
        if self.full.load(Ordering::SeqCst) {
            return Box::pin(async { Err(StoreError::Stalled(FULL.to_owned())) });
        }
        call(&*self.inner)
    }
}

impl Around for Full {
    fn inner(&self) -> &dyn Store {
        &*self.inner
    }
    fn commit(&self, commit: Commit) -> BoxFuture<StoreResult<()>> {
        self.call(|store| store.commit(commit))
    }
    fn claim(&self, execution: &str) -> BoxFuture<StoreResult<Option<Saved>>> {
        self.call(|store| store.claim(execution))
    }
    fn load(&self, execution: &str) -> BoxFuture<StoreResult<Option<Saved>>> {
        self.call(|store| store.load(execution))
    }
    fn answer(&self, token: &str, answer: Answer) -> BoxFuture<StoreResult<Option<Delivered>>> {
        self.call(|store| store.answer(token, answer))
    }
    fn tell(&self, id: &str, message: Message) -> BoxFuture<StoreResult<Option<Delivered>>> {
        self.call(|store| store.tell(id, message))
    }
}

/// The side of the process: it fills the disk, and prunes.
pub struct Soak {
    begin: Instant,
    seconds: u64,
}

impl Soak {
    pub fn new(seconds: u64, full: &Arc<AtomicBool>) -> Self {
        let full = full.clone();
        tokio::spawn(async move {
            loop {
                tokio::time::sleep(Duration::from_secs(6)).await;
                full.store(true, Ordering::SeqCst);
                tokio::time::sleep(Duration::from_millis(700)).await;
                full.store(false, Ordering::SeqCst);
            }
        });
        Soak { begin: Instant::now(), seconds }
    }

    pub fn is_over(&self) -> bool {
        self.begin.elapsed() > Duration::from_secs(self.seconds)
    }

    /// Forgets what ended a while ago.
    pub async fn prune(&self, engine: &Engine) {
        let before = engine.now() - KEPT;
        // What is not pruned now is pruned the next time.
        let _ = engine.prune(before, 200).await;
    }
}

/// A sample: the second at which it was taken, the memory of the process and the size of the files, in KiB.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Sample {
    pub second: u64,
    pub memory: u64,
    pub file: u64,
    pub log: u64,
}

/// The report of a soak.
#[derive(Debug, Default, Serialize)]
pub struct Soaked {
    pub samples: Vec<Sample>,
    pub kills: u64,
    pub ends: u64,
    pub stalled: u64,
    pub started: u64,
}

/// Soaks for so many seconds.
pub fn soak(killer: &mut Killer<'_>, seconds: u64) -> Result<Soaked, String> {
    killer.known.soak = true;
    let (begin, mut soaked) = (Instant::now(), Soaked::default());
    let mut random = Random::new(killer.settings.seed, 77);
    let mut next = SAMPLE.min(Duration::from_secs(seconds / 20 + 1));
    let step = next;
    let mut round = 0;
    while begin.elapsed().as_secs() < seconds {
        // Every third process ends in good order.
        let kills = round % 3 != 2;
        let life = 5 + random.below(2 * step.as_secs().max(2));
        killer.known.begin(round);
        let soak = Some(if kills { u64::MAX } else { life });
        let (mut process, _lines) = killer.spawn(round, OPEN, None, soak)?;
        let born = Instant::now();
        let text = |error: std::io::Error| error.to_string();
        while process.try_wait().map_err(text)?.is_none() {
            if kills && born.elapsed().as_secs() >= life {
                process.kill().map_err(text)?;
            }
            if begin.elapsed() >= next && born.elapsed().as_secs() >= 2 {
                soaked.samples.push(sample(begin, process.id(), &killer.folder.store()));
                next += step;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        soaked.kills += u64::from(kills);
        soaked.ends += u64::from(!kills);
        killer.kills += u64::from(kills);
        killer.read()?;
        killer.known.times.clear();
        round += 1;
    }
    killer.known.begin(round);
    killer.last(Some(u64::MAX))?;
    (soaked.stalled, soaked.started) = (killer.known.stalled, killer.known.started.len() as u64);
    let growing =
        [("memory", soaked.grows(|it| it.memory)), ("file", soaked.grows(|it| it.file + it.log))];
    for (name, grown) in growing {
        if let Some((middle, last)) = grown {
            killer.known.wrong(format!("the {name} still grows: {middle} KiB, then {last} KiB"));
        }
    }
    Ok(soaked)
}

impl Soaked {
    /// The largest values of the middle third and of the last one, if it has not levelled off.
    fn grows(&self, of: fn(&Sample) -> u64) -> Option<(u64, u64)> {
        let third = self.samples.len() / 3;
        let most = |samples: &[Sample]| samples.iter().map(of).max().unwrap_or(0);
        let middle = most(self.samples.get(third..2 * third)?);
        let last = most(self.samples.get(2 * third..)?);
        let (per_cent, more) = LEVEL;
        (last > middle + middle * per_cent / 100 + more).then_some((middle, last))
    }

    pub fn print(&self) {
        println!("second  memory KiB  file KiB  log KiB");
        for Sample { second, memory, file, log } in &self.samples {
            println!("{second:>6}  {memory:>10}  {file:>8}  {log:>7}");
        }
        let Soaked { kills, ends, stalled, started, .. } = self;
        println!(
            "{started} executions, {kills} kills, {ends} orderly ends, {stalled} commits refused by a full disk"
        );
    }
}

fn sample(begin: Instant, process: u32, store: &Path) -> Sample {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let memory = line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0);
    let size = |path: &Path| path.metadata().map_or(0, |it| it.len() >> 10);
    let (file, log) = (size(store), size(&store.with_extension("db-wal")));
    Sample { second: begin.elapsed().as_secs(), memory, file, log }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growth_is_seen() {
        let samples = |of: fn(u64) -> u64| Soaked {
            samples: (0..30)
                .map(|second| Sample { second, memory: of(second), file: 0, log: 0 })
                .collect(),
            ..Soaked::default()
        };
        assert!(samples(|it| 10_000 + it * 1_000).grows(|it| it.memory).is_some());
        assert!(samples(|it| 10_000 + it.min(9) * 1_000).grows(|it| it.memory).is_none());
    }
}

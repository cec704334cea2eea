//! The driver: mutates, runs, measures.

use crate::mutate::{self, Material};
use crate::random::Random;
use crate::targets::Target;
use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

/// The most inputs that are kept in memory.
const KEPT: usize = 20_000;

/// When a run ends; the first that is reached.
#[derive(Clone, Copy, Debug)]
pub struct Until {
    /// Inputs.
    pub count: u64,
    /// Time.
    pub time: Duration,
}

/// What a run has seen.
#[derive(Debug, Default)]
pub struct Summary {
    /// Inputs that were run.
    pub runs: u64,
    /// Kinds of answers.
    pub kinds: usize,
    /// The input that took longest, and its time.
    pub slowest: (Duration, Vec<u8>),
    /// The input that broke a law, and how.
    pub broken: Option<(Vec<u8>, String)>,
}

/// Runs the corpus as it is, and then what is made of it. The same seed and count run the same inputs.
/// `before` gets each input before it runs: what aborts the process is found there.
pub fn drive(
    target: &Target,
    corpus: Vec<Vec<u8>>,
    seed: u64,
    until: Until,
    mut before: impl FnMut(&[u8]),
) -> Summary {
    let begin = Instant::now();
    let mut run = Run { target, kinds: HashSet::new(), summary: Summary::default(), kept: corpus };
    let mut random = Random::new(seed);
    for index in 0..run.kept.len() {
        let input = run.kept[index].clone();
        before(&input);
        run.input(&input);
    }
    let seeds = run.kept.len();
    while run.summary.broken.is_none()
        && run.summary.runs < until.count
        && begin.elapsed() < until.time
    {
        let input = run.next(seeds, &mut random);
        before(&input);
        if run.input(&input) && run.kept.len() < KEPT {
            run.kept.push(input);
        }
    }
    run.summary.kinds = run.kinds.len();
    run.summary
}

struct Run<'t> {
    target: &'t Target,
    kinds: HashSet<u64>,
    summary: Summary,
    kept: Vec<Vec<u8>>,
}

impl Run<'_> {
    /// One of the seeds in a third of the cases, else one that was new.
    fn next(&self, seeds: usize, random: &mut Random) -> Vec<u8> {
        let from = if random.one_in(3) { seeds } else { self.kept.len() };
        let one = self.kept.get(random.below(from)).map_or(&[][..], Vec::as_slice);
        let other = random.pick(&self.kept).map_or(&[][..], Vec::as_slice);
        let material = Material { words: self.target.words, other, json: self.target.json };
        mutate::mutated(one, &material, random)
    }

    /// Whether the answer is of a new kind.
    fn input(&mut self, input: &[u8]) -> bool {
        self.summary.runs += 1;
        let (result, time) = timed(self.target, input);
        if time > self.summary.slowest.0 {
            self.summary.slowest = (time, input.to_vec());
        }
        match result {
            Ok(kind) if time <= self.target.allowed(input.len()) => self.kinds.insert(kind),
            Ok(kind) => self.slow(input, time, kind),
            Err(why) => {
                self.summary.broken = Some((input.to_vec(), why));
                false
            }
        }
    }

    /// Too slow once may be the machine: three times is not, least of all by the time that the thread has run.
    fn slow(&mut self, input: &[u8], time: Duration, kind: u64) -> bool {
        let again = (0..2).map(|_| worked(self.target, input)).min().unwrap_or(time);
        let allowed = self.target.allowed(input.len());
        if again > allowed {
            let why = format!("it took {again:?} three times, and may take {allowed:?}");
            self.summary.broken = Some((input.to_vec(), why));
        }
        self.kinds.insert(kind)
    }
}

/// How long an input is worked on: other programs of the machine do not count, where it tells.
fn worked(target: &Target, input: &[u8]) -> Duration {
    let before = on_processor();
    let (_, time) = timed(target, input);
    let worked = before.zip(on_processor()).map(|(before, after)| after.saturating_sub(before));
    worked.filter(|worked| !worked.is_zero()).unwrap_or(time)
}

/// How long this thread has run on a processor, where Linux tells (proc(5), `schedstat`).
fn on_processor() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

fn timed(target: &Target, input: &[u8]) -> (Result<u64, String>, Duration) {
    let begin = Instant::now();
    let result = catch_unwind(AssertUnwindSafe(|| (target.run)(input)));
    let why = |panic: Box<dyn std::any::Any + Send>| {
        let text = panic.downcast_ref::<String>().cloned();
        text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()))
            .unwrap_or_else(|| "a panic without a text".to_owned())
    };
    (result.map_err(why), begin.elapsed())
}

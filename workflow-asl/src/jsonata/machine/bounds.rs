//! The limits of an evaluation: time, memory, and what it writes out.

use super::super::fault::Fault;
use super::super::syntax::TOO_DEEP;
use super::super::value::live;
use crate::bounds::MEMORY;
use std::cell::Cell;
use std::time::{Duration, Instant};

/// The limits of an evaluation. Beyond, it throws an error.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Milliseconds.
    pub time: u64,
    /// Nested evaluations. AWS has 100 (measured).
    pub depth: usize,
    /// Bytes that the values of the expression may hold at one time.
    pub memory: usize,
    /// Bytes that it may write out: as its result, as texts of values.
    pub output: usize,
    /// Bytes of memory that its result may take, about: a value that it shares counts each time.
    pub built: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { time: 2_000, depth: 100, memory: 64 << 20, output: 64 << 20, built: MEMORY }
    }
}

/// Bytes that one range or text may take on AWS (measured: a range takes 12 for each number, and 376 besides).
const AWS_MEMORY: usize = 10 << 20;
const AWS_RANGE: f64 = 873_782.0;

const TOO_MUCH: &str =
    "Expression evaluation memory limit exceeded: Check for excessive memory usage";
const TOO_LONG: &str = "Expression evaluation timeout: Check for infinite loop";

/// The largest depth of nested values.
const NESTED: u16 = 500;
/// The number of steps between two readings of the clock: once for so many steps.
const STEPS: u64 = 2048;

/// The remaining allowance of an evaluation.
pub(in crate::jsonata) struct Bounds {
    limits: Limits,
    deadline: Cell<Option<Instant>>,
    steps: Cell<u64>,
    next: Cell<u64>,
    written: Cell<usize>,
    built: Cell<usize>,
    before: usize,
}

impl Bounds {
    pub(in crate::jsonata) fn new(limits: Limits) -> Self {
        Bounds {
            limits,
            deadline: Cell::new(None),
            steps: Cell::new(0),
            next: Cell::new(STEPS / 8),
            written: Cell::new(0),
            built: Cell::new(0),
            before: live(),
        }
    }

    /// The steps of work that are done.
    pub(in crate::jsonata) fn steps(&self) -> u64 {
        self.steps.get()
    }

    /// The time when the clock was first looked at.
    pub(in crate::jsonata) fn began(&self) -> Option<Instant> {
        self.deadline.get()?.checked_sub(Duration::from_millis(self.limits.time))
    }

    /// The depth of nested evaluations.
    pub(in crate::jsonata) fn depth(&self) -> usize {
        self.limits.depth
    }

    /// Counts steps of work.
    pub(in crate::jsonata) fn tick(&self, steps: usize) -> Result<(), Fault> {
        let done = self.steps.get() + steps as u64;
        self.steps.set(done);
        if done < self.next.get() { Ok(()) } else { self.check(done) }
    }

    #[cold]
    fn check(&self, done: u64) -> Result<(), Fault> {
        self.next.set(done + STEPS);
        let now = Instant::now();
        match self.deadline.get() {
            // The clock is first read when there is something to measure: most expressions never come here.
            None => self.deadline.set(now.checked_add(Duration::from_millis(self.limits.time))),
            Some(deadline) if now > deadline => return Err(Fault::new("", TOO_LONG)),
            Some(_) => {}
        }
        self.hold(0)
    }

    /// Makes sure that so many bytes more may be held.
    pub(in crate::jsonata) fn hold(&self, bytes: usize) -> Result<(), Fault> {
        let held = live().saturating_sub(self.before).saturating_add(bytes);
        if held > self.limits.memory { Err(too_much()) } else { Ok(()) }
    }

    /// The bytes that may still be held.
    pub(in crate::jsonata) fn room(&self) -> usize {
        self.limits.memory.saturating_sub(live().saturating_sub(self.before))
    }

    /// Makes sure that a text of so many bytes may be made of texts that have as many others.
    pub(in crate::jsonata) fn text(&self, length: usize, others: usize) -> Result<(), Fault> {
        self.tick(length / 64)?;
        if length.saturating_add(others) > AWS_MEMORY { Err(too_much()) } else { self.hold(length) }
    }

    /// Makes sure that a range of so many numbers may be made.
    pub(in crate::jsonata) fn range(&self, count: f64) -> Result<(), Fault> {
        if self.limits.memory < usize::MAX && count > AWS_RANGE {
            return Err(too_much());
        }
        self.tick(count as usize / 16)?;
        self.hold(count as usize * 24)
    }

    /// Counts bytes that are written out.
    pub(in crate::jsonata) fn write(&self, bytes: usize) -> Result<(), Fault> {
        let written = self.written.get() + bytes;
        self.written.set(written);
        if written > self.limits.output {
            return Err(too_much());
        }
        self.tick(1 + bytes / 64)
    }

    /// Counts bytes of memory of the result.
    pub(in crate::jsonata) fn build(&self, bytes: usize) -> Result<(), Fault> {
        let built = self.built.get().saturating_add(bytes);
        self.built.set(built);
        if built > self.limits.built { Err(too_much()) } else { Ok(()) }
    }

    /// Makes sure that a value is not nested too deeply.
    pub(in crate::jsonata) fn nested(depth: u16) -> Result<(), Fault> {
        if depth > NESTED { Err(too_deep()) } else { Ok(()) }
    }
}

pub(in crate::jsonata) fn too_much() -> Fault {
    Fault::new("", TOO_MUCH)
}

pub(in crate::jsonata) fn too_deep() -> Fault {
    Fault::new("", TOO_DEEP)
}

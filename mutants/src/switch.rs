//! The switch between a line and its mutant.
#![allow(dead_code, missing_docs, clippy::all, reason = "each crate of the copy uses a part")]

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

static ACTIVE: AtomicUsize = AtomicUsize::new(usize::MAX);
/// The switches that were asked since the last `take_reached`, where somebody wants to know.
static REACHED: Mutex<Option<BTreeSet<usize>>> = Mutex::new(None);

pub fn active(number: usize) -> bool {
    let mut now = ACTIVE.load(Ordering::Relaxed);
    if now == usize::MAX {
        let word = std::env::var("WORKFLOW_MUTANT").unwrap_or_default();
        now = word.parse().unwrap_or(0);
        ACTIVE.store(now, Ordering::Relaxed);
    }
    if let Ok(mut reached) = REACHED.lock()
        && let Some(reached) = reached.as_mut()
    {
        reached.insert(number);
    }
    now == number
}

pub fn set(number: usize) {
    ACTIVE.store(number, Ordering::Relaxed);
}

/// The switches that were asked since the last call; from now on they are remembered.
pub fn take_reached() -> BTreeSet<usize> {
    let taken = REACHED.lock().ok().and_then(|mut reached| reached.replace(BTreeSet::new()));
    taken.unwrap_or_default()
}

/// Counts an arm: its number goes into the file that `WORKFLOW_REACHED` names, once a process.
pub fn count(number: usize) {
    static COUNTED: Mutex<BTreeSet<usize>> = Mutex::new(BTreeSet::new());
    let new = COUNTED.lock().is_ok_and(|mut counted| counted.insert(number));
    if let Some(path) = std::env::var_os("WORKFLOW_REACHED")
        && new
    {
        let file = std::fs::OpenOptions::new().append(true).open(path);
        let _ = file.and_then(|mut file| std::io::Write::write_all(&mut file, format!("{number}\n").as_bytes()));
    }
}

pub enum Order<I: Iterator> {
    Kept(I),
    Reversed(std::iter::Rev<I>),
}

impl<I: DoubleEndedIterator> Iterator for Order<I> {
    type Item = I::Item;
    fn next(&mut self) -> Option<I::Item> {
        match self {
            Order::Kept(of) => of.next(),
            Order::Reversed(of) => of.next(),
        }
    }
}

impl<I: DoubleEndedIterator> DoubleEndedIterator for Order<I> {
    fn next_back(&mut self) -> Option<I::Item> {
        match self {
            Order::Kept(of) => of.next_back(),
            Order::Reversed(of) => of.next_back(),
        }
    }
}

pub trait Reversed: DoubleEndedIterator + Sized {
    fn reversed(self, number: usize) -> Order<Self> {
        if active(number) { Order::Kept(self) } else { Order::Reversed(self.rev()) }
    }
}

impl<I: DoubleEndedIterator> Reversed for I {}

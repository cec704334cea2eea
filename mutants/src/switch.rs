//! The switch between a line and its mutant.
#![allow(dead_code, missing_docs, clippy::all, reason = "each crate of the copy uses a part")]

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs::File;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// The most switches in a copy.
const MANY: usize = 1 << 14;

static ACTIVE: AtomicUsize = AtomicUsize::new(usize::MAX);
/// The switches that were asked since the last `take_reached`.
static REACHED: [AtomicBool; MANY] = [const { AtomicBool::new(false) }; MANY];

pub fn active(number: usize) -> bool {
    let mut now = ACTIVE.load(Ordering::Relaxed);
    if now == usize::MAX {
        let word = std::env::var("WORKFLOW_MUTANT").unwrap_or_default();
        now = word.parse().unwrap_or(0);
        ACTIVE.store(now, Ordering::Relaxed);
    }
    count(number);
    now == number
}

pub fn set(number: usize) {
    ACTIVE.store(number, Ordering::Relaxed);
}

/// The switches that were asked since the last call.
pub fn take_reached() -> BTreeSet<usize> {
    (0..MANY).filter(|number| REACHED[*number].swap(false, Ordering::Relaxed)).collect()
}

/// Counts a switch or an arm: its number goes into the file that `WORKFLOW_REACHED` names, once a thread, with the
/// thread's name. That is the name of a test.
pub fn count(number: usize) {
    let seen = &REACHED[number % MANY];
    if !seen.load(Ordering::Relaxed) {
        seen.store(true, Ordering::Relaxed);
    }
    if let Some(file) = list() {
        let new = TOLD.try_with(|told| told.borrow_mut().insert(number)).unwrap_or(true);
        if new {
            let name = std::thread::current().name().unwrap_or_default().to_owned();
            let line = format!("{number}\t{name}\n");
            let _ = std::io::Write::write_all(&mut &*file, line.as_bytes());
        }
    }
}

std::thread_local! {
    static TOLD: RefCell<BTreeSet<usize>> = const { RefCell::new(BTreeSet::new()) };
}

/// The file of what is reached, if one is named.
fn list() -> Option<&'static File> {
    static LIST: OnceLock<Option<File>> = OnceLock::new();
    let open = || {
        let path = std::env::var_os("WORKFLOW_REACHED")?;
        std::fs::OpenOptions::new().append(true).open(path).ok()
    };
    LIST.get_or_init(open).as_ref()
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

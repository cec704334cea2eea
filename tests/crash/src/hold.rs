//! Points at which the process stands still, so that the kill comes exactly there.

use std::sync::atomic::{AtomicU64, Ordering};

/// A point in what the process does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    BeforeStart,
    AfterStart,
    BeforeCommit,
    AfterCommit,
    Acknowledged,
    BeforeEffect,
    Effect,
    ChildEffect,
    ItemEffect,
    Wait,
    BeforeAnswer,
    AfterAnswer,
    Answered,
    BeforeHandOver,
    AfterHandOver,
    Stopped,
    BeforeEnd,
    AfterEnd,
}

impl Point {
    pub const ALL: [Point; 18] = [
        Point::BeforeStart,
        Point::AfterStart,
        Point::BeforeCommit,
        Point::AfterCommit,
        Point::Acknowledged,
        Point::BeforeEffect,
        Point::Effect,
        Point::ChildEffect,
        Point::ItemEffect,
        Point::Wait,
        Point::BeforeAnswer,
        Point::AfterAnswer,
        Point::Answered,
        Point::BeforeHandOver,
        Point::AfterHandOver,
        Point::Stopped,
        Point::BeforeEnd,
        Point::AfterEnd,
    ];

    pub fn name(self) -> String {
        format!("{self:?}")
    }

    pub fn named(name: &str) -> Option<Point> {
        Self::ALL.into_iter().find(|point| point.name() == name)
    }

    /// The point after an effect of an execution.
    pub fn effect(execution: &str) -> Point {
        match execution {
            id if id.contains(":inner:") => Point::ChildEffect,
            id if id.contains(":spread/") => Point::ItemEffect,
            _ => Point::Effect,
        }
    }
}

/// The point at which this process stands still, and the number of times that it passes it before.
#[derive(Default)]
pub struct Holds(Option<(Point, AtomicU64)>);

impl Holds {
    pub fn new(point: Point, passes: u64) -> Self {
        Holds(Some((point, AtomicU64::new(passes))))
    }

    /// Stands still here for ever if this is the place, and says so to whoever is to kill the process.
    pub async fn at(&self, point: Point) {
        let Some((held, left)) = &self.0 else { return };
        if *held != point {
            return;
        }
        let passed = left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| {
            Some(if left == u64::MAX { left } else { left.wrapping_sub(1) })
        });
        if passed == Ok(0) {
            println!("held");
            std::future::pending::<()>().await;
        }
    }
}

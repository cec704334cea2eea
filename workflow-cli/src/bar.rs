//! Progress of long work: a bar on standard error, where somebody looks.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::time::{Duration, Instant};

/// Work that is done sooner shows nothing.
const SHORT: Duration = Duration::from_millis(400);
/// The times a second at which it is drawn.
const RATE: u8 = 8;

/// The progress of work whose parts are counted. It is gone when this is dropped.
pub(crate) struct Bar {
    bar: ProgressBar,
    began: Instant,
}

impl Bar {
    /// Begins work of so many parts, which are called `what`.
    pub(crate) fn new(what: &'static str, parts: usize) -> Self {
        let bar = ProgressBar::hidden().with_message(what);
        bar.set_length(parts as u64);
        // A template that is none would leave the style as it is.
        if let Ok(style) =
            ProgressStyle::with_template("  {bar:30} {pos} of {len} {msg}, {eta} left")
        {
            bar.set_style(style);
        }
        Bar { bar, began: Instant::now() }
    }

    /// One part is done.
    pub(crate) fn step(&self) {
        if self.bar.is_hidden() && self.began.elapsed() > SHORT {
            // Where standard error is no terminal it stays hidden.
            self.bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(RATE));
        }
        self.bar.inc(1);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_counted() {
        let bar = Bar::new("cases", 3);
        bar.step();
        bar.step();
        assert_eq!((bar.bar.position(), bar.bar.length()), (2, Some(3)));
        assert!(bar.bar.is_hidden(), "short work shows nothing");
    }
}

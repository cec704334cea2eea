//! A file of lines that nobody waits for.

use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};

/// The lines that wait to be written. What comes beyond them is lost: a slow disk holds no execution up.
const WAITING: usize = 16_384;

/// Writes lines in a thread of its own. Cheap to clone.
#[derive(Clone)]
pub(super) struct Lines {
    lines: SyncSender<Told>,
    lost: Arc<AtomicU64>,
}

enum Told {
    Line(String),
    /// Says that all lines before it are written.
    Written(SyncSender<()>),
}

impl Lines {
    pub(super) fn new(to: impl Write + Send + 'static) -> Self {
        let (lines, told) = sync_channel(WAITING);
        std::thread::spawn(move || write(&told, to));
        Lines { lines, lost: Arc::default() }
    }

    /// Has a line written.
    pub(super) fn add(&self, mut line: String) {
        line.push('\n');
        if matches!(self.lines.try_send(Told::Line(line)), Err(TrySendError::Full(_))) {
            let lost = self.lost.fetch_add(1, Ordering::Relaxed) + 1;
            if lost.is_power_of_two() {
                tracing::warn!(lost, "the log of executions is too slow: lines are lost");
            }
        }
    }

    /// Waits until all lines are written that were added.
    pub(super) fn flush(&self) {
        let (written, done) = sync_channel(1);
        if self.lines.send(Told::Written(written)).is_ok() {
            // Without a thread there is nothing to wait for.
            let _ = done.recv();
        }
    }
}

fn write(told: &Receiver<Told>, mut to: impl Write) {
    let mut failed = false;
    // One that fails ends nothing: there may be room for the next. It is told once, until one is written.
    let mut note = |written: std::io::Result<()>| match written {
        Ok(()) => failed = false,
        Err(error) if !failed => {
            tracing::error!(%error, "the log of executions cannot be written");
            failed = true;
        }
        Err(_) => {}
    };
    while let Ok(first) = told.recv() {
        for it in std::iter::once(first).chain(told.try_iter()) {
            match it {
                Told::Line(line) => note(to.write_all(line.as_bytes())),
                Told::Written(done) => {
                    note(to.flush());
                    // Who asked may have gone away.
                    let _ = done.send(());
                }
            }
        }
        note(to.flush());
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use std::sync::Mutex;

    #[derive(Clone, Default)]
    struct Sink(Arc<Mutex<Vec<u8>>>);

    impl Write for Sink {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            if bytes.starts_with(b"bad") {
                return Err(std::io::Error::other("no"));
            }
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn lines_are_written_in_order_and_one_that_fails_ends_nothing() {
        let sink = Sink::default();
        let lines = Lines::new(sink.clone());
        for line in ["a", "b"] {
            lines.add(line.to_owned());
        }
        lines.flush();
        lines.add("bad".to_owned());
        lines.flush();
        lines.add("c".to_owned());
        lines.flush();
        assert_eq!(&**sink.0.lock().unwrap(), b"a\nb\nc\n");
    }
}

//! Tokens on their way: an answer to one is being written, or the end of the time of its attempt is, never both.

use crate::lock::lock;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};
use tokio::sync::oneshot;

/// The tokens of a store that are on their way, in all engines of this process that have it.
#[derive(Clone, Default)]
pub(super) struct Doors(Arc<Mutex<HashMap<Arc<str>, Door>>>);

/// The writing about a token that is under way.
#[derive(Default)]
struct Door {
    /// The number of answers, and of ends of attempts.
    answers: u32,
    ends: u32,
    /// Those who wait until no answer is being written.
    waiting: Vec<oneshot::Sender<()>>,
}

/// Something that is being written about a token. Dropping it says that this is over.
pub(super) struct Passing {
    doors: Doors,
    token: Arc<str>,
    answers: bool,
}

impl Doors {
    fn lock(&self) -> MutexGuard<'_, HashMap<Arc<str>, Door>> {
        lock(&self.0)
    }

    fn passing(&self, token: &Arc<str>, answers: bool) -> Passing {
        Passing { doors: self.clone(), token: token.clone(), answers }
    }

    /// Begins to write an answer. `None` if the end of the attempt is being written.
    pub(super) fn answer(&self, token: &Arc<str>) -> Option<Passing> {
        let mut all = self.lock();
        if all.get(token).is_some_and(|door| door.ends > 0) {
            return None;
        }
        all.entry(token.clone()).or_default().answers += 1;
        Some(self.passing(token, true))
    }

    /// Begins to write the end of an attempt. While an answer is being written this says when that is over.
    pub(super) fn end(&self, token: &Arc<str>) -> Result<Passing, oneshot::Receiver<()>> {
        let mut all = self.lock();
        let door = all.entry(token.clone()).or_default();
        if door.answers > 0 {
            let (sender, over) = oneshot::channel();
            door.waiting.push(sender);
            return Err(over);
        }
        door.ends += 1;
        Ok(self.passing(token, false))
    }
}

impl Drop for Passing {
    fn drop(&mut self) {
        let mut all = self.doors.lock();
        let Some(door) = all.get_mut(&self.token) else { return };
        let count = if self.answers { &mut door.answers } else { &mut door.ends };
        *count = count.saturating_sub(1);
        let waiting =
            if door.answers == 0 { std::mem::take(&mut door.waiting) } else { Vec::new() };
        if (door.answers, door.ends) == (0, 0) {
            all.remove(&self.token);
        }
        drop(all);
        // One that has gone waits for nothing.
        waiting.into_iter().for_each(|it| {
            let _ = it.send(());
        });
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn an_answer_and_an_end_are_never_written_together() {
        let (doors, token) = (Doors::default(), Arc::from("token"));
        let (one, other) = (doors.answer(&token).unwrap(), doors.answer(&token).unwrap());
        let mut over = doors.end(&token).err().unwrap();
        drop(one);
        assert!(over.try_recv().is_err(), "the other answer is being written");
        drop(other);
        assert!(over.try_recv().is_ok());
        let end = doors.end(&token).ok().unwrap();
        assert!(doors.answer(&token).is_none());
        assert!(doors.answer(&"another".into()).is_some());
        drop(end);
        assert!(doors.answer(&token).is_some());
        assert!(doors.lock().is_empty(), "nothing is kept of what is over");
    }
}

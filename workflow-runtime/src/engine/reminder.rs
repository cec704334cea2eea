//! Messages that nobody has told an execution in memory: another process has written them.

use crate::connector::Callbacks;
use crate::engine::restore::read;
use crate::lock::lock;
use crate::store::{Delivered, Message, Result, Saved, Store};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::time::Instant;

/// The time after which a message was not told: its execution takes it at once, with its next commit.
const UNHEARD: Duration = Duration::from_secs(5);

/// The executions in memory that have messages in the store, and since when.
#[derive(Default)]
pub(crate) struct Reminder(Mutex<HashMap<Arc<str>, Instant>>);

impl Reminder {
    /// Takes note of the executions in memory that have messages by now. Returns those that have had some for long.
    fn unheard(&self, here: Vec<Arc<str>>) -> Vec<Arc<str>> {
        let now = Instant::now();
        let mut known = lock(&self.0);
        let since = |id: Arc<str>| {
            let since = known.get(&id).copied().unwrap_or(now);
            (id, since)
        };
        let all: HashMap<_, _> = here.into_iter().map(since).collect();
        let long = all.iter().filter(|(_, since)| now.duration_since(**since) >= UNHEARD);
        let long = long.map(|(id, _)| id.clone()).collect();
        *known = all;
        long
    }

    /// Tells executions in memory the messages that they have had for long. Returns in how many seconds to look again, if
    /// there are any others.
    pub(crate) async fn remind(
        &self,
        here: Vec<Arc<str>>,
        store: &dyn Store,
        callbacks: &Callbacks,
    ) -> Result<Option<f64>> {
        let some = !here.is_empty();
        for id in self.unheard(here) {
            if let Some(saved) = store.load(&id).await? {
                tell(&saved, callbacks);
            }
        }
        Ok(some.then_some(UNHEARD.as_secs_f64()))
    }
}

/// Tells an execution in memory its messages: those that it knows already count once.
fn tell(saved: &Saved, callbacks: &Callbacks) {
    let id = &saved.begun.id;
    for (number, message) in &saved.messages {
        match message {
            Message::Answer(token, answer) => {
                let delivered = Delivered { execution: id.clone(), number: *number };
                // It may have left meanwhile: then it is due.
                let _ = callbacks.deliver(&delivered, token, read(answer));
            }
            Message::Stop(why) => drop(callbacks.stop_here(id, why)),
        }
    }
}

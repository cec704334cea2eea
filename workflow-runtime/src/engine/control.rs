//! The state shared by an execution and the holders of its handle.

use crate::connector::Stoppable;
use crate::engine::pool::Wakes;
use crate::failure::Failure;
use crate::history::{Details, HistoryEvent};
use crate::lock::lock;
use crate::store::Status;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use tokio::sync::{Notify, broadcast};

/// The number of events by which a slow watcher may be behind before it misses some.
const BEHIND: usize = 1024;

#[derive(Default)]
pub(crate) struct Control {
    pub(crate) wakes: Arc<Wakes>,
    /// True if somebody can ask for the history.
    held: bool,
    /// True if somebody can, but nobody has the handle yet: what is written of it stays in the store until then.
    woken: bool,
    stop: Arc<Stop>,
    /// True once another engine has ended the execution.
    lost: AtomicBool,
    shared: Mutex<Shared>,
    /// Has the events read that are in the store alone.
    reader: Mutex<Option<Reader>>,
}

/// Begins to read what a store alone has of the history.
type Reader = Box<dyn FnOnce(Arc<Control>) + Send>;

/// The request for the end, if there is one, and its reason: of one execution, or of those that go on in its place.
#[derive(Default)]
struct Stop {
    asked: AtomicBool,
    why: Mutex<Option<Failure>>,
}

#[derive(Default)]
struct Shared {
    /// Shared with those who asked for it: that of a large Map is tens of megabytes.
    history: Arc<Vec<HistoryEvent>>,
    /// The number of events before these that are in the store alone.
    past: u32,
    /// Rings when they are there.
    whole: Arc<Notify>,
    watchers: Option<broadcast::Sender<HistoryEvent>>,
    status: Status,
    /// The state that was entered last, where no history is kept.
    last: Option<Arc<str>>,
}

impl Stop {
    fn lock(&self) -> MutexGuard<'_, Option<Failure>> {
        lock(&self.why)
    }
}

impl Stoppable for Control {
    fn stop(&self, why: Failure) {
        Control::stop(self, why);
    }
}

impl Control {
    pub(crate) fn new(held: bool) -> Self {
        Control { held, ..Control::default() }
    }

    /// Makes the control of an execution that goes on by itself.
    pub(crate) fn woken() -> Self {
        Control { held: true, woken: true, ..Control::default() }
    }

    /// Returns the control of the execution which goes on in place of this one: stopped with the same handle.
    pub(crate) fn next(&self) -> Self {
        let (wakes, stop) = (self.wakes.clone(), self.stop.clone());
        Control { wakes, stop, ..Control::default() }
    }

    fn lock(&self) -> MutexGuard<'_, Shared> {
        lock(&self.shared)
    }

    /// The events before a crash.
    pub(crate) fn resume(&self, history: Vec<HistoryEvent>) {
        self.lock().history = Arc::new(history);
    }

    /// Leaves so many events to the store, until somebody asks for them. False if somebody may by now.
    pub(crate) fn leave_past(&self, events: u32) -> bool {
        if self.woken {
            self.lock().past = events;
        }
        self.woken
    }

    /// The number of events that are in the store alone.
    pub(crate) fn past(&self) -> u32 {
        self.lock().past
    }

    /// Has the events that are in the store alone read by this, once somebody asks for them.
    pub(crate) fn read_by(&self, reader: impl FnOnce(Arc<Control>) + Send + 'static) {
        let mut own = lock(&self.reader);
        *own = Some(Box::new(reader));
    }

    /// Reads what of the history is in the store alone, since it is asked for.
    fn ask(self: &Arc<Self>) {
        if self.past() > 0 {
            let reader = lock(&self.reader).take();
            if let Some(reader) = reader {
                reader(self.clone());
            }
        }
    }

    /// Puts the events that were in the store alone before those that have happened since.
    pub(crate) fn fill(&self, mut past: Vec<HistoryEvent>) {
        let mut shared = self.lock();
        if std::mem::take(&mut shared.past) > 0 {
            past.extend(shared.history.iter().cloned());
            shared.history = Arc::new(past);
        }
        shared.whole.notify_waiters();
    }

    /// Waits until no event is in the store alone.
    async fn whole(&self) {
        let whole = self.lock().whole.clone();
        loop {
            let rings = whole.notified();
            if self.past() == 0 {
                return;
            }
            rings.await;
        }
    }

    /// Asks the execution to end.
    pub(crate) fn stop(&self, why: Failure) {
        self.stop.lock().get_or_insert(why);
        self.stop.asked.store(true, Ordering::Release);
        self.wakes.wake();
    }

    /// True if somebody asked for the end.
    pub(crate) fn is_stopped(&self) -> bool {
        self.stop.asked.load(Ordering::Acquire)
    }

    /// Has the execution leave memory as the store has it.
    pub(crate) fn lose(&self) {
        self.lost.store(true, Ordering::Release);
        self.wakes.wake();
    }

    /// True if it is to leave memory as the store has it.
    pub(crate) fn is_lost(&self) -> bool {
        self.lost.load(Ordering::Acquire)
    }

    /// The reason why it is to end. It stays: a start that finds its execution in the store makes it anew from there, and
    /// that one ends for the same reason.
    pub(crate) fn stopped(&self) -> Option<Failure> {
        self.is_stopped().then(|| self.stop.lock().clone()).flatten()
    }

    /// Takes new events: for the history, and for those who watch.
    pub(crate) fn publish(&self, events: &mut Vec<HistoryEvent>) {
        if !self.held {
            let entered = |event: &HistoryEvent| match &event.details {
                Details::StateEntered { name, .. } => Some(name.clone()),
                _ => None,
            };
            if let Some(last) = events.iter().rev().find_map(entered) {
                self.lock().last = Some(last);
            }
            return events.clear();
        }
        let mut shared = self.lock();
        if let Some(watchers) = &shared.watchers {
            // Nobody may be watching any more.
            events.iter().for_each(|event| drop(watchers.send(event.clone())));
        }
        Arc::make_mut(&mut shared.history).append(events);
    }

    /// The state that was entered last, of an execution without a history.
    pub(crate) fn last(&self) -> Option<Arc<str>> {
        self.lock().last.clone()
    }

    pub(crate) fn history(self: &Arc<Self>) -> Arc<Vec<HistoryEvent>> {
        self.ask();
        self.lock().history.clone()
    }

    /// All events from the first one on.
    pub(crate) fn watch(self: &Arc<Self>) -> Progress {
        self.ask();
        let mut shared = self.lock();
        let until = shared.past as usize + shared.history.len();
        let past = (shared.past == 0).then(|| Vec::clone(&shared.history).into_iter());
        let past = past.ok_or_else(|| (self.clone(), until));
        let live = (shared.status == Status::Running).then(|| {
            let sender = shared.watchers.get_or_insert_with(|| broadcast::channel(BEHIND).0);
            sender.subscribe()
        });
        Progress { past, live }
    }

    /// True if somebody can ask for the history.
    pub(crate) fn is_held(&self) -> bool {
        self.held
    }

    /// True if nobody has had the handle when it began to go on.
    pub(crate) fn is_woken(&self) -> bool {
        self.woken
    }

    /// True if somebody watches its events.
    pub(crate) fn is_watched(&self) -> bool {
        let shared = self.lock();
        shared.watchers.as_ref().is_some_and(|watchers| watchers.receiver_count() > 0)
    }

    pub(crate) fn status(&self) -> Status {
        self.lock().status
    }

    pub(crate) fn ended(&self, status: Status) {
        let mut shared = self.lock();
        shared.status = status;
        shared.watchers = None;
    }
}

/// The events of an execution as they happen, from the first one on.
pub struct Progress {
    /// The events up to now; or whoever has them before long, and how many there are.
    past: Result<std::vec::IntoIter<HistoryEvent>, (Arc<Control>, usize)>,
    live: Option<broadcast::Receiver<HistoryEvent>>,
}

impl Progress {
    /// Returns the next event; `None` after the last one. A reader that falls behind by more than 1,024 events misses
    /// the oldest; the event numbers show the gap.
    pub async fn next(&mut self) -> Option<HistoryEvent> {
        if let Err((control, until)) = &self.past {
            control.whole().await;
            let history = control.history();
            let past = history.get(..*until).unwrap_or(&history).to_vec();
            self.past = Ok(past.into_iter());
        }
        if let Some(event) = self.past.as_mut().ok().and_then(Iterator::next) {
            return Some(event);
        }
        loop {
            match self.live.as_mut()?.recv().await {
                Ok(event) => return Some(event),
                Err(broadcast::error::RecvError::Lagged(_)) => {}
                Err(broadcast::error::RecvError::Closed) => return None,
            }
        }
    }
}

//! Tokens: somebody outside answers a task that waits.

mod desk;
mod error;

use crate::connector::doors::{Doors, Passing};
use crate::connector::unfinished::Unfinished;
use crate::failure::Failure;
use crate::finite::infinite;
use crate::lock::lock;
use crate::payload::Payload;
use crate::store::{self, Delivered, Store};
use crate::task::BoxFuture;
use crate::token::Secret;
use desk::{Answer, Answers, Desk, Waiting, Written};
pub use error::AnswerError;
use serde::Serialize;
use std::sync::{Arc, Mutex, MutexGuard, Weak};
use tokio::sync::{Notify, oneshot};

/// The tasks of an engine that wait for somebody to answer with their token. Cheap to clone.
///
/// Each engine has its own, [`Engine::callbacks`](crate::Engine::callbacks). If other parts of the program need it before the
/// engine is built, make one and give it to the engine:
/// [`EngineBuilder::callbacks`](crate::engine::EngineBuilder::callbacks). It belongs to one engine.
#[derive(Clone, Default)]
pub struct Callbacks(Arc<Mutex<Desk>>);

/// The desks of the engines of this process that have a store: a task may wait at another one than that which is told the
/// answer. Nobody holds the desk of another store, be it for a moment.
static DESKS: Mutex<Vec<Neighbour>> = Mutex::new(Vec::new());

struct Neighbour {
    /// The secret of the engine's store, by which stores are told apart.
    store: [u8; 32],
    desk: Weak<Mutex<Desk>>,
    doors: Doors,
}

/// The end of an attempt that takes no answer any more, or that has to wait for one.
pub(crate) enum Closing {
    /// Answers wait until this is dropped.
    Closed(Closed),
    /// An answer is being written: this ends with that.
    Answered(oneshot::Receiver<()>),
}

/// A token that takes no answer. Who waits with it hears nothing.
pub(crate) struct Closed {
    _waiting: Option<Waiting>,
    _passing: Option<Passing>,
}

/// An execution that can be asked to end.
pub(crate) trait Stoppable: Send + Sync {
    /// Asks it to end, for this reason.
    fn stop(&self, why: Failure);
}

impl Callbacks {
    fn lock(&self) -> MutexGuard<'_, Desk> {
        lock(&self.0)
    }

    /// Completes the task waiting on `token` with a result. With a store the answer is written when this returns `Ok`; the
    /// execution of the task need not be in memory.
    ///
    /// # Errors
    /// [`AnswerError`].
    pub async fn succeed(&self, token: &str, output: impl Serialize) -> Result<(), AnswerError> {
        let json = Payload::live_json(&output);
        let json = json.map_err(|failure| AnswerError::NoJson(failure.reported()))?;
        if let Some(number) = infinite(&output) {
            return Err(AnswerError::NoJson(format!("it has the number {number}")));
        }
        self.answer(token, Ok(Arc::new(json))).await
    }

    /// Fails the task waiting on `token` with a [`Failure`] or an error of the task. Otherwise like [`Callbacks::succeed`].
    ///
    /// # Errors
    /// [`AnswerError`].
    pub async fn fail(&self, token: &str, failure: impl Into<Failure>) -> Result<(), AnswerError> {
        let failure = failure.into();
        self.answer(token, Err(Failure::new(failure.error().to_owned(), failure.reported()))).await
    }

    /// Records a heartbeat for the task waiting on `token`: its heartbeat timeout starts again. With a store, the execution
    /// of the task need not be in memory; the timeout then starts when an engine loads it.
    ///
    /// # Errors
    /// [`AnswerError::Unknown`], [`AnswerError::Closed`], [`AnswerError::Store`].
    pub async fn beat(&self, token: &str) -> Result<(), AnswerError> {
        let mut felt = self.feel(token);
        if !felt {
            self.check(token)?;
        }
        // One that has lost the execution may still wait: all are told.
        for other in self.others() {
            felt |= other.feel(token);
        }
        if felt {
            return Ok(());
        }
        let store = self.lock().written.as_ref().map(|it| it.store.clone());
        let closed = || AnswerError::Closed(token.to_owned());
        let store = store.ok_or_else(closed)?;
        // Who is silent for too long is in memory: nobody misses a heartbeat before that.
        store.waiting(token).await.map_err(AnswerError::Store)?.map(drop).ok_or_else(closed)
    }

    /// Hands a heartbeat to who waits in memory. False if nobody does here.
    fn feel(&self, token: &str) -> bool {
        let desk = self.lock();
        let Some(waiting) = desk.waiting.get(token) else { return false };
        waiting.beat.iter().for_each(|beat| beat.notify_one());
        true
    }

    /// The callbacks of the other engines of this process that have the same store.
    fn others(&self) -> Vec<Callbacks> {
        let Some(own) = self.lock().written.as_ref().map(|it| it.store.secret()) else {
            return vec![];
        };
        let desks = lock(&DESKS);
        let other = |it: &&Neighbour| it.store == own && !std::ptr::eq(it.desk.as_ptr(), &*self.0);
        desks.iter().filter(other).filter_map(|it| it.desk.upgrade()).map(Callbacks).collect()
    }

    async fn answer(&self, token: &str, answer: Answer) -> Result<(), AnswerError> {
        let written = self.lock().written.clone();
        let Some(written) = written else {
            return self.hand(token, answer);
        };
        self.check(token)?;
        let (own, token) = (self.clone(), Arc::from(token));
        // Who is told may lose patience, but what is written reaches its execution.
        Unfinished::new(async move { own.write(&written, &token, answer).await }).await
    }

    /// Writes an answer, and hands it to who waits for it.
    async fn write(
        &self,
        Written { store, doors, .. }: &Written,
        token: &Arc<str>,
        answer: Answer,
    ) -> Result<(), AnswerError> {
        let closed = || AnswerError::Closed(token.to_string());
        // Until it is told, no deadline counts.
        let _passing = doors.answer(token).ok_or_else(closed)?;
        let written = match &answer {
            Ok(output) => store::Answer::Done(output.to_string().into()),
            Err(failure) => store::Answer::Failed(failure.clone()),
        };
        let delivered = store.answer(token, written).await.map_err(AnswerError::Store)?;
        let delivered = delivered.ok_or_else(closed)?;
        self.tell(|desk| desk.deliver(&delivered, token, answer.clone()));
        Ok(())
    }

    /// Tells all engines of a message that is written: those that have lost the execution do nothing with it. Where none has
    /// it, one of them takes it up.
    fn tell(&self, tell: impl Fn(&Callbacks) -> bool) {
        let all: Vec<_> = std::iter::once(self.clone()).chain(self.others()).collect();
        if all.iter().filter(|desk| tell(desk)).count() == 0 {
            all.iter().for_each(Callbacks::rouse);
        }
    }

    /// True if an execution runs in another engine of this process.
    pub(crate) fn is_heard_elsewhere(&self, execution: &str) -> bool {
        self.others().iter().any(|other| other.lock().answers.contains_key(execution))
    }

    fn rouse(&self) {
        if let Some(written) = &self.lock().written {
            written.rouse.notify_one();
        }
    }

    /// Asks an execution to end, where it is in memory: the request is written.
    pub(crate) fn stop(&self, execution: &str, why: &Failure) {
        self.tell(|desk| desk.stop_here(execution, why));
    }

    /// The same in this engine. False if it does not run here.
    pub(crate) fn stop_here(&self, execution: &str, why: &Failure) -> bool {
        let of = self.lock().answers.get(execution).map(|it| it.of.clone());
        of.inspect(|of| of.stop(why.clone())).is_some()
    }

    /// Refuses what no engine made with this secret, before the store is asked for it.
    fn check(&self, token: &str) -> Result<(), AnswerError> {
        let secret = self.lock().secret;
        if secret.made(token) { Ok(()) } else { Err(AnswerError::Unknown(token.to_owned())) }
    }

    /// The error of an answer with a token that no task waits for.
    fn refused(&self, token: &str) -> AnswerError {
        self.check(token).err().unwrap_or_else(|| AnswerError::Closed(token.to_owned()))
    }

    /// Hands an answer to who waits for it in memory.
    fn hand(&self, token: &str, answer: Answer) -> Result<(), AnswerError> {
        // Sent within the lock: who closes the token finds the answer, or nobody does.
        let mut desk = self.lock();
        let sent = desk.waiting.remove(token).map(|waiting| waiting.answer.send(answer));
        drop(desk);
        sent.and_then(Result::ok).ok_or_else(|| self.refused(token))
    }

    /// Closes the token of an attempt whose time is over. An answer that is being written was in time.
    pub(crate) fn close(&self, token: &Arc<str>) -> Closing {
        let doors = self.lock().written.as_ref().map(|it| it.doors.clone());
        match doors.map(|doors| doors.end(token)).transpose() {
            Ok(_passing) => {
                let _waiting = self.lock().waiting.remove(token);
                Closing::Closed(Closed { _waiting, _passing })
            }
            Err(over) => Closing::Answered(over),
        }
    }

    /// Hands out an answer that is written, or keeps it for an execution that runs and does not wait for it yet. False if
    /// the execution does not run here.
    pub(crate) fn deliver(&self, delivered: &Delivered, token: &str, answer: Answer) -> bool {
        self.lock().deliver(delivered, token, answer)
    }

    /// Writes answers to this store from now on.
    pub(crate) fn attach(
        &self,
        store: Option<Arc<dyn Store>>,
        secret: Secret,
        rouse: &Arc<Notify>,
    ) {
        let mut desks = lock(&DESKS);
        desks.retain(|it| it.desk.strong_count() > 0 && !std::ptr::eq(it.desk.as_ptr(), &*self.0));
        let doors = store.as_ref().map_or_else(Doors::default, |store| {
            let store = store.secret();
            let known = desks.iter().find(|it| it.store == store).map(|it| it.doors.clone());
            let doors = known.unwrap_or_default();
            desks.push(Neighbour { store, desk: Arc::downgrade(&self.0), doors: doors.clone() });
            doors
        });
        drop(desks);
        let mut desk = self.lock();
        desk.secret = secret;
        desk.written = store.map(|store| Written { store, rouse: rouse.clone(), doors });
    }

    /// Keeps the answers to an execution, and asks it to end, until it is forgotten.
    pub(crate) fn expect(&self, execution: &Arc<str>, of: Arc<dyn Stoppable>) {
        let mut desk = self.lock();
        if desk.written.is_some() {
            let known = desk.answers.remove(execution);
            let (early, heard) = known.map(|it| (it.early, it.heard)).unwrap_or_default();
            desk.answers.insert(execution.clone(), Answers { of, early, heard });
        }
    }

    /// Forgets the answers to an execution that has ended, or left memory.
    pub(crate) fn forget(&self, execution: &str) {
        self.lock().answers.remove(execution);
    }

    /// Takes the number of the message that answered a token of an execution, if one did.
    pub(crate) fn heard(&self, execution: &str, token: &str) -> Option<u64> {
        self.lock().answers.get_mut(execution)?.heard.remove(token)
    }

    /// A future of the answer; dropping it ends the wait.
    pub(crate) fn wait(
        &self,
        execution: &str,
        token: &Arc<str>,
        beat: Option<Arc<Notify>>,
    ) -> BoxFuture<Answer> {
        let (answer, answered) = oneshot::channel();
        let mut desk = self.lock();
        if let Some(early) = desk.take_early(execution, token) {
            return Box::pin(std::future::ready(early.answer));
        }
        desk.waited += 1;
        let number = desk.waited;
        desk.waiting.insert(token.clone(), Waiting { number, answer, beat });
        drop(desk);
        let guard = Guard { callbacks: self.clone(), token: token.clone(), number };
        Box::pin(async move {
            let answer = answered.await;
            drop(guard);
            answer.unwrap_or_else(|_| {
                Err(Failure::runtime("another attempt took over the token of this one"))
            })
        })
    }
}

/// Forgets who waits with a token, unless somebody else has begun to.
struct Guard {
    callbacks: Callbacks,
    token: Arc<str>,
    number: u64,
}

impl Drop for Guard {
    fn drop(&mut self) {
        let mut desk = self.callbacks.lock();
        if desk.waiting.get(&self.token).is_some_and(|it| it.number == self.number) {
            desk.waiting.remove(&self.token);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Deaf;

    impl Stoppable for Deaf {
        fn stop(&self, _: Failure) {}
    }

    /// An execution that waits in memory, and is left to the store by now, is taken up from there with its answer.
    #[test]
    fn an_answer_to_what_leaves_memory_has_the_store_asked() {
        let callbacks = Callbacks::default();
        let store: Arc<dyn Store> = Arc::new(crate::store::MemoryStore::default());
        callbacks.attach(Some(store), Secret::default(), &Arc::default());
        let (execution, token): (Arc<str>, Arc<str>) = ("one".into(), "token".into());
        let answered = |number| {
            let delivered = Delivered { execution: execution.clone(), number };
            callbacks.deliver(&delivered, &token, Ok(Arc::default()))
        };
        callbacks.expect(&execution, Arc::new(Deaf));
        let _waits = callbacks.wait(&execution, &token, None);
        assert!(answered(1), "it runs");
        let _waits = callbacks.wait(&execution, &token, None);
        callbacks.forget(&execution);
        assert!(!answered(2), "it has left, and its wait is not dropped yet");
    }
}

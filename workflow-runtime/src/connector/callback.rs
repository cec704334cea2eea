//! Tokens: somebody outside answers a task that waits.

use crate::failure::Failure;
use crate::task::BoxFuture;
use serde_json::Value;
use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::{Notify, oneshot};

/// The tasks of an engine that wait for somebody to answer with their token. Cheap to clone.
#[derive(Clone, Default)]
pub struct Callbacks(Arc<Mutex<HashMap<Arc<str>, Waiting>>>);

struct Waiting {
    answer: oneshot::Sender<Result<Arc<Value>, Failure>>,
    beat: Option<Arc<Notify>>,
}

/// A token that nobody waits for: the task has ended, or there never was one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenError(pub String);

impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no task waits for the token `{}`: it has ended, or the token is wrong", self.0)
    }
}
impl std::error::Error for TokenError {}

impl Callbacks {
    fn lock(&self) -> MutexGuard<'_, HashMap<Arc<str>, Waiting>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The task of this token succeeded.
    ///
    /// # Errors
    /// Nobody waits for it.
    pub fn succeed(&self, token: &str, output: Value) -> Result<(), TokenError> {
        self.answer(token, Ok(Arc::new(output)))
    }

    /// The task of this token failed.
    ///
    /// # Errors
    /// Nobody waits for it.
    pub fn fail(
        &self,
        token: &str,
        error: impl Into<String>,
        cause: impl Into<String>,
    ) -> Result<(), TokenError> {
        self.answer(token, Err(Failure::new(error.into(), cause)))
    }

    /// The task of this token is alive.
    ///
    /// # Errors
    /// Nobody waits for it.
    pub fn beat(&self, token: &str) -> Result<(), TokenError> {
        let waiting = self.lock();
        let waiting = waiting.get(token).ok_or_else(|| TokenError(token.to_owned()))?;
        waiting.beat.iter().for_each(|beat| beat.notify_one());
        Ok(())
    }

    fn answer(&self, token: &str, answer: Result<Arc<Value>, Failure>) -> Result<(), TokenError> {
        let waiting = self.lock().remove(token).ok_or_else(|| TokenError(token.to_owned()))?;
        waiting.answer.send(answer).map_err(|_| TokenError(token.to_owned()))
    }

    /// A future of the answer; who drops it waits no more.
    pub(crate) fn wait(
        &self,
        token: &Arc<str>,
        beat: Option<Arc<Notify>>,
    ) -> BoxFuture<Result<Arc<Value>, Failure>> {
        let (answer, answered) = oneshot::channel();
        self.lock().insert(token.clone(), Waiting { answer, beat });
        let guard = Guard(self.clone(), token.clone());
        Box::pin(async move {
            let answer = answered.await;
            drop(guard);
            answer.unwrap_or_else(|_| {
                Err(Failure::runtime("another attempt took over the token of this one"))
            })
        })
    }
}

/// Forgets a token.
struct Guard(Callbacks, Arc<str>);

impl Drop for Guard {
    fn drop(&mut self) {
        self.0.lock().remove(&self.1);
    }
}

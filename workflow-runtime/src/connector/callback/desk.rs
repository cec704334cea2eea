//! The tasks of one engine that wait, and the answers that came before anybody waited.

use super::Stoppable;
use crate::connector::doors::Doors;
use crate::failure::Failure;
use crate::store::{Delivered, Store};
use crate::token::Secret;
use serde_json::Value;
use std::collections::HashMap;
use std::sync::Arc;
use tokio::sync::{Notify, oneshot};

/// The tasks that wait for an answer, and the answers.
#[derive(Default)]
pub(super) struct Desk {
    pub(super) waiting: HashMap<Arc<str>, Waiting>,
    /// The secret of the engine's tokens.
    pub(super) secret: Secret,
    /// The engine's store, if it has one.
    pub(super) written: Option<Written>,
    /// The answers to each execution that runs.
    pub(super) answers: HashMap<Arc<str>, Answers>,
    /// The number of those who have waited so far.
    pub(super) waited: u64,
}

/// The place where answers are written.
#[derive(Clone)]
pub(super) struct Written {
    pub(super) store: Arc<dyn Store>,
    /// Told of answers to executions that are not in memory.
    pub(super) rouse: Arc<Notify>,
    pub(super) doors: Doors,
}

pub(super) struct Waiting {
    /// Tells it from another attempt that waits with the same token, after the execution was taken up again.
    pub(super) number: u64,
    pub(super) answer: oneshot::Sender<Answer>,
    pub(super) beat: Option<Arc<Notify>>,
}

/// The messages that came to an execution.
pub(super) struct Answers {
    /// The execution itself.
    pub(super) of: Arc<dyn Stoppable>,
    /// Those that nobody has waited for yet.
    pub(super) early: Vec<Early>,
    /// The numbers of messages that were handed out, by their tokens.
    pub(super) heard: HashMap<Arc<str>, u64>,
}

/// An answer that nobody has waited for yet.
pub(super) struct Early {
    pub(super) token: Arc<str>,
    pub(super) answer: Answer,
    pub(super) number: u64,
}

/// The result of a task that was answered with its token.
pub(super) type Answer = Result<Arc<Value>, Failure>;

impl Desk {
    /// Takes the answer to a token that came before anybody waited for it.
    pub(super) fn take_early(&mut self, execution: &str, token: &Arc<str>) -> Option<Early> {
        let answers = self.answers.get_mut(execution)?;
        let index = answers.early.iter().position(|it| it.token == *token)?;
        let early = answers.early.swap_remove(index);
        answers.heard.insert(token.clone(), early.number);
        Some(early)
    }

    /// Hands out an answer that is written, or keeps it for an execution that runs and does not wait for it yet. False if
    /// the execution does not run here.
    pub(super) fn deliver(&mut self, delivered: &Delivered, token: &str, answer: Answer) -> bool {
        let number = delivered.number;
        let waiting = self.waiting.remove(token);
        let answers = self.answers.get_mut(&delivered.execution);
        match (waiting, answers) {
            (Some(waiting), answers) => {
                // Where there are none, it is about to leave memory: it has written that it only waits.
                let runs = answers.is_some();
                if let Some(answers) = answers {
                    answers.heard.insert(token.into(), number);
                }
                // One that has given up since will not take the message.
                drop(waiting.answer.send(answer));
                runs
            }
            (None, Some(answers)) => {
                let heard = answers.heard.values().any(|it| *it == number);
                if !heard && answers.early.iter().all(|it| it.number != number) {
                    answers.early.push(Early { token: token.into(), answer, number });
                }
                true
            }
            (None, None) => false,
        }
    }
}

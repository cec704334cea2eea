//! The threads that read, each on a connection of its own.

use crate::state::State;
use crate::writer::{Question, answer};
use rusqlite::Connection;
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex, PoisonError};

/// Answers questions until nobody sends any more.
pub fn run(
    connection: &Connection,
    questions: &Arc<Mutex<Receiver<Question>>>,
    state: &Arc<State>,
) {
    let next = || questions.lock().unwrap_or_else(PoisonError::into_inner).recv().ok();
    while let Some(question) = next() {
        answer(question, connection, state);
    }
}

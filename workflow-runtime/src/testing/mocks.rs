//! Mocks that several tests share.

use super::mock::{Answers, Mock, MockOf};
use crate::task::Task;
use std::collections::BTreeMap;

/// Mocks of tasks, for tests of several workflows: [`Test::mocks`](super::Test::mocks) takes those whose tasks its workflow
/// calls.
#[derive(Clone, Default)]
pub struct Mocks(pub(super) BTreeMap<&'static str, MockOf>);

impl Mocks {
    /// No mocks.
    #[must_use]
    pub fn new() -> Self {
        Mocks::default()
    }

    /// Mocks a task. A second mock of the task takes the place of the first.
    #[must_use]
    pub fn mock<T: Task>(mut self, says: impl FnOnce(Mock<T>) -> Answers<T>) -> Self {
        self.0.insert(T::DEFINITION.name, says(Mock::new()).untyped());
        self
    }
}

//! Mocks that several tests share.

use super::mock::{Answers, Mock, MockOf};
use crate::task::Task;
use std::collections::BTreeMap;

/// A set of mocks that tests of several workflows share: [`Test::mocks`](super::Test::mocks) uses those whose tasks its
/// workflow calls.
#[derive(Clone, Default)]
pub struct Mocks(pub(super) BTreeMap<&'static str, MockOf>);

impl Mocks {
    /// Makes an empty set.
    #[must_use]
    pub fn new() -> Self {
        Mocks::default()
    }

    /// Adds a mock of a task. A second mock of the same task replaces the first.
    #[must_use]
    pub fn mock<T: Task>(mut self, says: impl FnOnce(Mock<T>) -> Answers<T>) -> Self {
        self.0.insert(T::DEFINITION.name, says(Mock::new()).untyped());
        self
    }
}

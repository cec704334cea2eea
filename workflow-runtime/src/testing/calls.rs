//! The calls of a task in a run.

use super::diff;
use crate::engine::TaskCall;
use crate::store::Path;
use crate::task::Task;
use serde_json::Value;
use std::marker::PhantomData;
use std::sync::Arc;

/// One attempt of a call.
#[derive(Clone, Debug, PartialEq)]
pub struct Called {
    /// The task.
    pub task: &'static str,
    /// The state.
    pub state: Arc<str>,
    /// The scope.
    pub path: Path,
    /// The number of effects that the scope had begun before.
    pub ordinal: u32,
    /// 1 for the first attempt.
    pub attempt: u32,
    /// The arguments, as JSON.
    pub input: Arc<Value>,
}

impl Called {
    pub(super) fn new(call: &TaskCall, input: &Arc<Value>) -> Self {
        Called {
            task: call.name,
            state: call.state.clone(),
            path: call.path.clone(),
            ordinal: call.ordinal,
            attempt: call.attempt,
            input: input.clone(),
        }
    }
}

/// The calls of one task in a run, in the order in which they were made. A retry is an attempt of the same call.
#[must_use]
pub struct Calls<'r, T: Task> {
    pub(super) run: &'r str,
    pub(super) attempts: Vec<&'r Called>,
    pub(super) of: PhantomData<fn() -> T>,
}

impl<T: Task> Calls<'_, T> {
    /// Returns the number of calls.
    #[must_use]
    pub fn count(&self) -> usize {
        self.first().count()
    }

    /// Returns the number of attempts of all calls together.
    #[must_use]
    pub fn attempts(&self) -> usize {
        self.attempts.len()
    }

    /// Returns the arguments of each call: a single one as it is, several as a tuple.
    ///
    /// # Panics
    /// If they do not fit the task's input: only for a type whose `Deserialize` does not accept what its `Serialize`
    /// writes.
    #[must_use]
    #[track_caller]
    pub fn inputs(&self) -> Vec<T::Values> {
        let typed = |called: &Called| match serde_json::from_value(Value::clone(&called.input)) {
            Ok(input) => T::values(input),
            Err(error) => panic!("the input of `{}`: {error}: {}", called.task, called.input),
        };
        self.first().map(typed).collect()
    }

    /// Asserts the number of calls.
    ///
    /// # Panics
    /// If it is another number.
    #[track_caller]
    pub fn assert_count(&self, expected: usize) {
        assert!(
            self.count() == expected,
            "`{}` was called {}, not {}:{}\n{}",
            T::DEFINITION.name,
            times(self.count()),
            times(expected),
            self.listed(),
            self.run
        );
    }

    /// Asserts the number of attempts of all calls together.
    ///
    /// # Panics
    /// If it is another number.
    #[track_caller]
    pub fn assert_attempts(&self, expected: usize) {
        assert!(
            self.attempts() == expected,
            "`{}` was tried {}, not {}:{}\n{}",
            T::DEFINITION.name,
            times(self.attempts()),
            times(expected),
            self.listed(),
            self.run
        );
    }

    /// Asserts that the calls had these arguments, in this order: a single one as it is, several as a tuple.
    ///
    /// # Panics
    /// If they had others.
    #[track_caller]
    pub fn assert_inputs(&self, expected: impl IntoIterator<Item = T::Values>) {
        let expected: Vec<String> = expected
            .into_iter()
            .map(|values| -> T::Input { values.into() })
            .map(|input| serde_json::to_value(input).unwrap_or_default().to_string())
            .collect();
        let seen: Vec<String> = self.first().map(|called| called.input.to_string()).collect();
        if let Some(diff) = diff::lines(&expected, &seen) {
            panic!("`{}` had other arguments:\n{diff}\n{}", T::DEFINITION.name, self.run);
        }
    }

    fn first(&self) -> impl Iterator<Item = &Called> {
        self.attempts.iter().copied().filter(|called| called.attempt == 1)
    }

    fn listed(&self) -> String {
        const MOST: usize = 20;
        let line = |called: &&Called| {
            let again = match called.attempt {
                1 => String::new(),
                attempt => format!(", attempt {attempt}"),
            };
            format!("\n  in `{}`{again}, with {}", called.state, called.input)
        };
        let mut lines: String = self.attempts.iter().take(MOST).map(line).collect();
        if self.attempts.len() > MOST {
            lines += &format!("\n  and {} more", self.attempts.len() - MOST);
        }
        lines
    }
}

fn times(count: usize) -> String {
    match count {
        0 => "never".to_owned(),
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        count => format!("{count} times"),
    }
}

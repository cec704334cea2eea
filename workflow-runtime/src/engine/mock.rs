//! Answers in place of the bodies of tasks: for tests and simulations.

use crate::body::guarded;
use crate::clock::later;
use crate::engine::Within;
use crate::engine::call::Attempt;
use crate::engine::pool::Outcome;
use crate::engine::run::Run;
use crate::engine::timers::Alarm;
use crate::failure::Failure;
use crate::key::{Draw, draw};
use crate::machine::Event;
use crate::payload::{Durable, Payload};
use crate::task::BoxFuture;
use std::sync::Arc;
use std::time::Duration;

/// The function that answers the calls of tasks.
pub(crate) type Mock = Arc<dyn Fn(TaskCall) -> Answer + Send + Sync>;

/// A call of a task, as a mock sees it. `path`, `forks`, `ordinal` and `attempt` together name it in its execution,
/// however branches and items interleave.
#[derive(Debug)]
pub struct TaskCall {
    /// The name of the task.
    pub name: &'static str,
    /// The name of the state.
    pub state: Arc<str>,
    /// From the workflow to the scope: the ordinal of each Parallel or Map, and the index of the branch or item; of
    /// an execution of a distributed Map from the workflow around it.
    pub path: Vec<(u32, u32)>,
    /// The number of steps of the path that lead through distributed Maps, into the execution that makes the call.
    pub outside: usize,
    /// Of each Parallel or Map on the path its attempt: 1 unless it was retried.
    pub forks: Vec<u32>,
    /// The number of effects (tasks, waits, Parallels, Maps) that the scope has begun before.
    pub ordinal: u32,
    /// 1 for the first attempt, then 2, 3, …
    pub attempt: u32,
    /// The task's input.
    pub input: Payload,
}

/// The answer of a mock.
pub struct Answer {
    pub(crate) what: AnswerKind,
    pub(crate) delay: Option<Duration>,
}

/// The wrapper of a task's body, applied before it runs.
type Around = Box<dyn FnOnce(BoxFuture<Outcome>) -> BoxFuture<Outcome> + Send>;

pub(crate) enum AnswerKind {
    Now(Outcome),
    Own(Payload, Around),
    Later(BoxFuture<Outcome>),
    Never,
}

impl Answer {
    /// Answers with a value. With a virtual clock it comes after a delay of less than a second, drawn from the engine's seed.
    pub fn ok<T: Durable>(value: T) -> Self {
        Answer::outcome(Ok(Payload::live(value)))
    }

    /// Answers with a failure.
    pub fn fail(failure: impl Into<Failure>) -> Self {
        Answer::outcome(Err(failure.into()))
    }

    /// Answers with a value or a failure.
    pub fn outcome(outcome: Result<Payload, Failure>) -> Self {
        Answer { what: AnswerKind::Now(outcome), delay: None }
    }

    /// Answers with the result of a future.
    pub fn future(
        outcome: impl Future<Output = Result<Payload, Failure>> + Send + 'static,
    ) -> Self {
        Answer { what: AnswerKind::Later(Box::pin(outcome)), delay: Some(Duration::ZERO) }
    }

    /// Answers with the result of the task's own body. `around` gets the future of the body, and returns the one to wait for.
    pub fn own(
        input: Payload,
        around: impl FnOnce(BoxFuture<Outcome>) -> BoxFuture<Outcome> + Send + 'static,
    ) -> Self {
        let what = AnswerKind::Own(input, Box::new(around));
        Answer { what, delay: Some(Duration::ZERO) }
    }

    /// Never answers: the task times out or is cancelled.
    #[must_use]
    pub fn never() -> Self {
        Answer { what: AnswerKind::Never, delay: None }
    }

    /// Sets the delay of the answer, on the engine's clock; zero means at once. A future begins without a delay.
    #[must_use]
    pub fn after(self, delay: Duration) -> Self {
        Answer { delay: Some(delay), ..self }
    }
}

impl Run {
    pub(crate) fn ask_mock(&mut self, id: u32, attempt: &Attempt, input: Payload) -> Option<Event> {
        let mock = self.core.mock.clone()?;
        let call = self.task_call(id, attempt, input)?;
        let answer = match guarded(|| mock(call)) {
            Ok(answer) => answer,
            Err(failure) => Answer::fail(failure).after(Duration::ZERO),
        };
        self.mocked(id, attempt, answer)
    }

    fn task_call(&self, id: u32, attempt: &Attempt, input: Payload) -> Option<TaskCall> {
        let scope = self.scopes.get(id)?;
        let Within { path, forks, .. } = self.whole_path(id);
        Some(TaskCall {
            name: attempt.task,
            state: self.context.state.clone(),
            path,
            outside: self.origin.within.path.len(),
            forks,
            ordinal: scope.ordinal,
            attempt: scope.attempt + 1,
            input,
        })
    }

    fn mocked(&mut self, id: u32, attempt: &Attempt, answer: Answer) -> Option<Event> {
        let scope = self.scopes.get_mut(id)?;
        let drawn = || {
            let drawn =
                draw(scope.key, self.origin.seed, scope.ordinal, scope.attempt, Draw::Delay);
            Duration::from_millis(1 + drawn % 999)
        };
        let delay = match answer.delay {
            Some(delay) => delay,
            None if self.core.clock.is_virtual() => drawn(),
            None => Duration::ZERO,
        };
        match answer.what {
            AnswerKind::Now(outcome) if delay.is_zero() => return self.outcome(id, outcome),
            AnswerKind::Now(outcome) => scope.waiting().answer = Some(outcome),
            AnswerKind::Later(body) => {
                return self.run_body(id, attempt, body, self.span(attempt));
            }
            AnswerKind::Own(input, around) => return self.own(id, attempt, input, around),
            AnswerKind::Never => {
                self.limit_time(id, attempt.timeout, attempt.heartbeat);
                return None;
            }
        }
        let time = later(self.began(id), delay.as_secs_f64());
        self.alarm(id, time, Alarm::Answer);
        self.limit_time(id, attempt.timeout, attempt.heartbeat);
        None
    }
}

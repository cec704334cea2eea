//! Mocks: the answers to the calls of a task in a test: steps in order, typed as the task is.

use crate::failure::{Caught, Failure};
use crate::large::{Large, LargeMemory};
use crate::task::Task;
use crate::way::Way;
use serde::Serialize;
use serde_json::{Value, json};
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;
use workflow_asl::{Data, Schema};

/// A mock of a task, before its next answer is given. See [`Test::mock`](crate::testing::Test::mock).
#[must_use = "say what it answers: `.returns(..)`, `.fails(..)`, `.hangs()`"]
pub struct Mock<T: Task> {
    steps: Vec<Step>,
    optional: bool,
    when: Option<When>,
    large: LargeMemory,
    of: PhantomData<fn() -> T>,
}

/// A mock of a task with at least one answer. `.then()` adds another step.
#[must_use = "hand it back to `Test::mock`"]
pub struct Answers<T: Task> {
    steps: Vec<Step>,
    optional: bool,
    large: LargeMemory,
    of: PhantomData<fn() -> T>,
}

type When = Arc<dyn Fn(&Value) -> bool + Send + Sync>;
type Computed = Arc<dyn Fn(Value) -> Result<Arc<Value>, Failure> + Send + Sync>;

/// The answer to some attempts.
#[derive(Clone)]
pub(super) struct Step {
    when: Option<When>,
    pub(super) what: What,
    /// The number of attempts that it answers.
    times: Option<u32>,
    pub(super) after: Option<Duration>,
}

#[derive(Clone)]
pub(super) enum What {
    Outcome(Result<Arc<Value>, Failure>),
    Computed(Computed),
    Random,
    Hangs,
}

/// A mock without the types of its task.
#[derive(Clone)]
pub(super) struct MockOf {
    pub(super) steps: Vec<Step>,
    /// It may be left without a call.
    pub(super) optional: bool,
    /// The large values that it hands out.
    pub(super) large: LargeMemory,
    pub(super) forms: Forms,
}

/// The forms of a task's answers and failures.
#[derive(Clone, Copy)]
pub(super) struct Forms {
    pub(super) output: fn() -> Schema,
    pub(super) error: fn() -> Schema,
}

impl Forms {
    pub(super) fn of<T: Task>() -> Self {
        Forms { output: <T::Output as Data>::schema, error: T::Error::error_schema }
    }
}

impl<T: Task> Mock<T> {
    pub(super) fn new() -> Self {
        let large = LargeMemory::default();
        Mock { steps: vec![], optional: false, when: None, large, of: PhantomData }
    }

    /// Limits this step to calls whose arguments fit, and lets it answer all of those unless `.times(n)` follows. The
    /// closure gets a single argument as it is, several as a tuple: `.with(|(card, _)| card == "visa")`.
    pub fn with(self, fits: impl Fn(&T::Values) -> bool + Send + Sync + 'static) -> Self {
        let when = move |input: &Value| {
            serde_json::from_value(input.clone()).is_ok_and(|input| fits(&T::values(input)))
        };
        Mock { when: Some(Arc::new(when)), ..self }
    }

    /// Lets the task succeed with this output.
    pub fn returns(self, output: T::Output) -> Answers<T> {
        self.step(What::Outcome(encoded(&output)))
    }

    /// Lets the task fail with an error of its own type.
    pub fn fails(self, error: T::Error) -> Answers<T> {
        self.step(What::Outcome(Err(told::<T>(error.fail()))))
    }

    /// Lets the task fail with an error that is not of its own type, such as `Lambda.ServiceException`.
    ///
    /// For a mocked workflow, this is the failure of its execution: the caller gets `States.TaskFailed` with a
    /// description, as on AWS, and reads the failure with [`Failure::child`] or [`Failure::decode`]. A name that begins
    /// with `States.` is a failure of the call itself.
    pub fn fails_with(self, failure: Failure) -> Answers<T> {
        self.step(What::Outcome(Err(told::<T>(failure))))
    }

    /// Lets the task return what the closure returns. The closure gets a single argument as it is, several as a tuple:
    /// `.answers(|(card, amount)| ..)`.
    pub fn answers(
        self,
        answer: impl Fn(T::Values) -> Result<T::Output, T::Error> + Send + Sync + 'static,
    ) -> Answers<T> {
        let computed = move |input: Value| {
            let input = serde_json::from_value(input).map_err(|error| {
                Failure::runtime(format!("the input of `{}`: {error}", T::DEFINITION.name))
            })?;
            answer(T::values(input))
                .map_err(|error| told::<T>(error.fail()))
                .and_then(|output| encoded(&output))
        };
        self.step(What::Computed(Arc::new(computed)))
    }

    /// Lets the task return a random value of its type, drawn from the test's seed, another for each call.
    pub fn returns_anything(self) -> Answers<T> {
        self.step(What::Random)
    }

    /// Lets the task never answer: it times out, is cancelled, or the test fails.
    pub fn hangs(self) -> Answers<T> {
        self.step(What::Hangs)
    }

    fn step(mut self, what: What) -> Answers<T> {
        self.steps.push(Step { when: self.when, what, times: None, after: None });
        let Mock { steps, optional, large, .. } = self;
        Answers { steps, optional, large, of: PhantomData }
    }
}

impl<V: Serialize, T: Task<Output = Large<V>>> Mock<T> {
    /// Lets the task succeed with the reference to a large value. The value is put into the test's own store, where tasks
    /// that run their bodies read it. For a value inside a larger output, put it into a [`LargeMemory`] that the test gets
    /// as a resource.
    pub fn returns_large(self, value: &V) -> Answers<T> {
        let outcome = self.large.insert(value).and_then(|large| encoded(&large));
        self.step(What::Outcome(outcome))
    }
}

impl<T: Task> Answers<T> {
    /// Sets how many attempts the step answers. Without this, the last step answers all further attempts, and every
    /// other step one.
    pub fn times(mut self, attempts: u32) -> Self {
        self.last(|step| step.times = Some(attempts));
        self
    }

    /// Sets how long the answer takes. Without this it takes less than a second, drawn from the test's seed, so that
    /// branches and items end in different orders with different seeds.
    pub fn after(mut self, duration: Duration) -> Self {
        self.last(|step| step.after = Some(duration));
        self
    }

    /// Allows that the mock is never called: [`Run::assert_mocks_used`](super::Run::assert_mocks_used) ignores it.
    pub fn optional(self) -> Self {
        Answers { optional: true, ..self }
    }

    /// Begins the next step of the mock.
    pub fn then(mut self) -> Mock<T> {
        self.last(|step| {
            if step.when.is_none() {
                step.times.get_or_insert(1);
            }
        });
        let Answers { steps, optional, large, .. } = self;
        Mock { steps, optional, when: None, large, of: PhantomData }
    }

    fn last(&mut self, change: impl FnOnce(&mut Step)) {
        // There is one: only a step makes `Answers`.
        if let Some(step) = self.steps.last_mut() {
            change(step);
        }
    }

    pub(super) fn untyped(self) -> MockOf {
        let Answers { steps, optional, large, .. } = self;
        MockOf { steps, optional, large, forms: Forms::of::<T>() }
    }
}

impl MockOf {
    /// The first step that is left for a call, by how often each was used.
    pub(super) fn next(&self, input: &Value, used: &[u32]) -> Option<usize> {
        let left = |(index, step): &(usize, &Step)| {
            let used = used.get(*index).copied().unwrap_or(0);
            step.times.is_none_or(|times| used < times)
                && step.when.as_ref().is_none_or(|when| when(input))
        };
        self.steps.iter().enumerate().find(left).map(|(index, _)| index)
    }

    /// Returns how many attempts all steps together answer; `None`: any number.
    pub(super) fn most(&self) -> Option<u32> {
        self.steps.iter().map(|step| step.times).sum()
    }
}

/// The failure that the caller of a task gets: of an execution its description, in AWS's order.
fn told<T: Task>(failure: Failure) -> Failure {
    let definition = T::DEFINITION;
    if !matches!(definition.way, Way::Workflow(_)) || failure.error().starts_with("States.") {
        return failure;
    }
    let arn =
        |kind: &str, name: &str| format!("arn:aws:states:us-east-1:123456789012:{kind}:{name}");
    let execution = arn("execution", &format!("{}:mocked", definition.name));
    let description = json!({
        "Cause": failure.reported(),
        "Error": failure.error(),
        "ExecutionArn": execution,
        "Input": "{}",
        "InputDetails": { "Included": true },
        "Name": "mocked",
        "StateMachineArn": arn("stateMachine", definition.name),
        "Status": "FAILED",
    });
    Failure::new("States.TaskFailed", description.to_string())
}

fn encoded<T: Serialize>(value: &T) -> Result<Arc<Value>, Failure> {
    serde_json::to_value(value)
        .map(Arc::new)
        .map_err(|error| Failure::runtime(format!("a mock's value has no JSON form: {error}")))
}

//! A test of a workflow: what answers its tasks, what time and chance are, and what is checked beside.

mod run;

use super::coverage::Coverage;
use super::ends::Ends;
use super::mock::{Answers, Forms, Mock, MockOf};
use super::mocks::Mocks;
use super::ran::Run;
use super::reached::{has_body, reached};
use super::script::Says;
use crate::connector::MemoryObjects;
use crate::engine::Limits;
use crate::large::LargeMemory;
use crate::resource::Resources;
use crate::task::Task;
use crate::way::Ways;
use crate::workflow::Workflow;
use run::PATIENCE;
use std::marker::PhantomData;
use std::time::Duration;

/// A test of a workflow: its mocks, its resources, and further checks. It can be run many times; each run begins from the
/// start.
///
/// ```
/// # use workflow_runtime::testing::Test;
/// # use workflow_runtime::{Task, Workflow};
/// # fn example<pay: Workflow<Values = u32, Output = String>, charge: Task<Output = String>>() {
/// let test = Test::of::<pay>().mock::<charge>(|call| call.returns("receipt".to_owned()));
/// test.run(7).assert_output(&"receipt".to_owned());
/// test.assert_same([7, 8]); // the exported document does the same
/// # }
/// ```
///
/// Time is virtual: a `sleep` of a year takes a moment, and time stands still while the body of a task runs.
///
/// A task with a mock is answered by the mock. A task without one runs its own body, if the test registers the
/// resources that it needs, or says `.runs::<task>()`. A call of any other task fails the test.
///
/// Large values are kept in memory: tasks that run their bodies get a [`LargeStore`](crate::LargeStore) without registering one.
///
/// A test can be run in any `#[test]` function, async or not.
#[must_use = "a test does nothing until `.run(input)`"]
pub struct Test<W = ()> {
    says: Says,
    resources: Resources,
    objects: Option<MemoryObjects>,
    large: LargeMemory,
    limits: Limits,
    real: Option<Duration>,
    all_bodies: bool,
    same: bool,
    crash: bool,
    coverage: Option<Coverage>,
    of: PhantomData<fn() -> W>,
}

impl<W> Clone for Test<W> {
    fn clone(&self) -> Self {
        let Test { says, resources, objects, large, coverage, .. } = self;
        Test {
            says: says.clone(),
            resources: resources.clone(),
            objects: objects.clone(),
            large: large.clone(),
            coverage: coverage.clone(),
            of: PhantomData,
            ..*self
        }
    }
}

impl Test {
    /// Makes a test of the workflow `W`.
    pub fn of<W: Workflow>() -> Test<W> {
        Test {
            says: Says::default(),
            resources: Resources::default(),
            objects: None,
            large: LargeMemory::default(),
            limits: Limits::default(),
            real: None,
            all_bodies: false,
            same: false,
            crash: false,
            coverage: None,
            of: PhantomData,
        }
    }
}

impl<W: Workflow> Test<W> {
    /// Mocks a task: the mock's answers replace the task's body. A second mock of the same task replaces the first.
    ///
    /// # Panics
    /// If the workflow does not call the task.
    #[track_caller]
    pub fn mock<T: Task>(mut self, says: impl FnOnce(Mock<T>) -> Answers<T>) -> Self {
        let name = Self::known::<T>();
        self.says.mocks.insert(name, says(Mock::new()).untyped());
        self.says.forms.insert(name, Forms::of::<T>());
        self
    }

    /// Adds mocks that several tests share. Mocks of tasks that the workflow does not call are ignored. A mock of the
    /// test's own replaces a shared one of the same task, in whichever order they are added.
    pub fn mocks(mut self, shared: &Mocks) -> Self {
        let tasks = reached(W::tasks(), |_| true);
        for (name, mock) in &shared.0 {
            if tasks.iter().any(|task| task.name == *name) && !self.says.mocks.contains_key(name) {
                self.says.forms.insert(name, mock.forms);
                self.says.mocks.insert(name, MockOf { optional: true, ..mock.clone() });
            }
        }
        self
    }

    /// Lets a task run its own body. A workflow that is called runs as an execution of its own, whose tasks this test
    /// answers as well.
    ///
    /// # Panics
    /// If no call of the task is in the workflow or in a workflow that it calls, or if the task has no body.
    #[track_caller]
    pub fn runs<T: Task>(mut self) -> Self {
        let name = Self::known::<T>();
        assert!(
            has_body(&T::DEFINITION),
            "the task `{name}` has no body: {} answers it; write `.mock::<{name}>(|call| call.returns(..))`",
            T::DEFINITION.way.resource().unwrap_or_default()
        );
        self.says.bodies.insert(name);
        self.says.forms.insert(name, Forms::of::<T>());
        self
    }

    /// Lets every task without a mock run its own body, and every called or continued workflow run its states. A task
    /// without a body, which names an ARN, must be mocked.
    pub fn runs_all(self) -> Self {
        Test { all_bodies: true, ..self }
    }

    /// Registers a resource. A task without a mock runs its own body if all resources that it needs are registered.
    pub fn resource<R: Send + Sync + 'static>(mut self, resource: R) -> Self {
        self.resources.insert(resource);
        self
    }

    /// Sets the objects that distributed Maps read and write.
    pub fn objects(self, objects: MemoryObjects) -> Self {
        Test { objects: Some(objects), ..self }
    }

    /// Sets the seed of delays, jitter, and the order of events at the same time; 0 by default. Runs with the same seed
    /// are the same.
    pub fn seed(mut self, seed: u64) -> Self {
        self.says.seed = seed;
        self
    }

    /// Uses real time: waits take as long as they say, and bodies as long as they take.
    pub fn real_time(self) -> Self {
        Test { real: Some(PATIENCE), ..self }
    }

    /// Sets which limits to enforce. Defaults to AWS's.
    pub fn limits(self, limits: Limits) -> Self {
        Test { limits, ..self }
    }

    /// Makes attempts fail at random, from a seed: with errors of their tasks, errors of Lambda, unknown errors, and
    /// timeouts where the task has one. Loop over seeds, and assert what must hold in any case.
    pub fn faults(mut self, seed: u64) -> Self {
        self.says.faults = Some(seed);
        self
    }

    /// Repeats each run with the exported document, and requires the same result and the same history, compared after
    /// decoding. The document gets its input in a form that other programs may write: optional keys are absent or
    /// `null`, keys have another order, and there is an unknown key.
    pub fn check_same(self) -> Self {
        Test { same: true, ..self }
    }

    /// Repeats each run twice: with a crash right after every commit, and with a crash right before every commit. A
    /// crash loses everything but the store. The result and the history must be the same, and no call whose outcome was
    /// committed may be made again. (A crash before a commit loses answers, so parallel branches or items may then take
    /// another course: for such workflows the results are compared only if nothing failed.)
    ///
    /// A body whose answer was lost runs again with the same idempotency key, as after a real crash. Its side effects
    /// have happened already; it must return the same answer.
    pub fn crash_everywhere(self) -> Self {
        Test { crash: true, ..self }
    }

    /// Adds the states and edges that the runs reach to `coverage`.
    ///
    /// # Panics
    /// If `coverage` is that of another workflow.
    #[track_caller]
    pub fn covering(self, coverage: &Coverage) -> Self {
        coverage.check::<W>();
        Test { coverage: Some(coverage.clone()), ..self }
    }

    /// Asserts that the exported document does the same as the workflow, for each input. Prints and returns how many
    /// runs succeeded: runs that fail in both ways alike prove little. The input of several parameters is a tuple.
    ///
    /// # Panics
    /// If the two differ; if there is no input, or every run ended in `States.Runtime`; and as [`Test::run`].
    #[track_caller]
    pub fn assert_same(&self, inputs: impl IntoIterator<Item = W::Values>) -> Ends {
        let test = self.clone().check_same();
        let mut ends = Ends::default();
        for input in inputs {
            match test.attempt(&input.into()) {
                Ok(run) => ends.add(&run.ran().result),
                Err(why) => panic!("{}: {why}\nbefore this run, {ends}", W::NAME),
            }
        }
        if let Some(why) = ends.prove_nothing() {
            panic!("{}: machine and document are not shown to do the same: {why}", W::NAME);
        }
        println!("{}: machine and document did the same: {ends}", W::NAME);
        ends
    }

    /// Runs the workflow to its end. The input of several parameters is a tuple: `.run(("visa".to_owned(), 12.5))`.
    ///
    /// # Panics
    /// If a task is called that has no answer left, if the execution waits for something that never comes, or if
    /// [`Test::check_same`] or [`Test::crash_everywhere`] finds a difference.
    #[track_caller]
    pub fn run(&self, input: W::Values) -> Run<W> {
        match self.attempt(&input.into()) {
            Ok(run) => run,
            Err(why) => panic!("{}: {why}", W::NAME),
        }
    }

    /// The name of a task that the workflow calls.
    #[track_caller]
    fn known<T: Task>() -> &'static str {
        let (name, tasks) = (T::DEFINITION.name, reached(W::tasks(), |_| true));
        if !tasks.iter().any(|task| task.name == name) {
            let names: Vec<String> = tasks.iter().map(|task| format!("`{}`", task.name)).collect();
            panic!("`{}` does not call the task `{name}`; it calls {}", W::NAME, names.join(", "));
        }
        name
    }
}

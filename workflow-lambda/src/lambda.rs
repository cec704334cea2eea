//! The functions of a program, as they are set up in `main`.

use crate::attempt::{self, Failed};
use crate::choice::Choice;
use crate::event::Event;
use crate::init::Refusal;
use lambda_runtime::{LambdaEvent, service_fn};
use serde_json::value::RawValue;
use std::error::Error;
use std::pin::Pin;
use std::process::ExitCode;
use workflow_task::{Resources, TaskDefinition};

/// Any error, with a text for people.
pub type BoxError = Box<dyn Error + Send + Sync>;

type Local<T> = Pin<Box<dyn Future<Output = T>>>;
/// The making of resources.
type Make = Box<dyn FnOnce() -> Local<Result<Resources, BoxError>>>;

/// The tasks of a program, to be served as Lambda functions.
#[derive(Default)]
#[must_use = "end with `.main()`"]
pub struct Lambda {
    tasks: Vec<TaskDefinition>,
    make: Option<Make>,
}

impl Lambda {
    /// Adds tasks. One whose name is there already is left out.
    pub fn tasks(mut self, tasks: impl IntoIterator<Item = TaskDefinition>) -> Self {
        for task in tasks {
            if self.tasks.iter().all(|known| known.name != task.name) {
                self.tasks.push(task);
            }
        }
        self
    }

    /// Makes the resources of the tasks: once, when a function starts.
    pub fn resources<F>(mut self, make: F) -> Self
    where
        F: AsyncFnOnce() -> Result<Resources, BoxError> + 'static,
    {
        self.make = Some(Box::new(|| Box::pin(async move { make().await })));
        self
    }

    /// Answers invocations as long as the process lives. Call it in a `main` that is not async: it has a runtime of its
    /// own.
    #[must_use = "return it from `main`"]
    pub fn main(self) -> ExitCode {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
        let served = match runtime {
            Ok(runtime) => runtime.block_on(self.serve()),
            Err(error) => Err(Refusal::Runtime(error.into())),
        };
        match served {
            Ok(()) => ExitCode::SUCCESS,
            Err(refusal) => {
                // Lambda writes it to the log of the function.
                eprintln!("error: {refusal}");
                ExitCode::FAILURE
            }
        }
    }

    async fn serve(self) -> Result<(), Refusal> {
        if let Some(outside) = Refusal::outside() {
            return Err(outside);
        }
        let (task, resources) = match self.begin().await {
            Ok(begun) => begun,
            Err(refusal) => {
                refusal.report().await;
                return Err(refusal);
            }
        };
        let serve = async |invocation| answer(&task, &resources, invocation).await;
        lambda_runtime::run(service_fn(serve)).await.map_err(Refusal::Runtime)
    }

    /// Chooses the task, and makes what it needs.
    async fn begin(self) -> Result<(TaskDefinition, Resources), Refusal> {
        let task = Choice::from_env().task(&self.tasks).map_err(Refusal::NoTask)?;
        let resources = match self.make {
            Some(make) => make().await.map_err(Refusal::Resources)?,
            None => Resources::default(),
        };
        match (task.needs)().into_iter().find(|need| !resources.has(need.id)) {
            Some(need) => Err(Refusal::Missing { task: task.name, resource: need.name }),
            None => Ok((task, resources)),
        }
    }
}

/// Answers one invocation.
async fn answer(
    task: &TaskDefinition,
    resources: &Resources,
    invocation: LambdaEvent<Box<RawValue>>,
) -> Result<Box<RawValue>, Failed> {
    let LambdaEvent { payload, context, .. } = invocation;
    let deadline = context.deadline();
    let outcome = match Event::read(task, &payload, resources.clone()) {
        Ok(event) => attempt::run(task, event, deadline).await,
        Err(failure) => Err(failure),
    };
    outcome.map_err(|failure| {
        // For the log of the function: the error, without data.
        eprintln!("task={} request={} error={}", task.name, context.request_id, failure.error());
        Failed(failure)
    })
}

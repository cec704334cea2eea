//! The functions of a program, as they are set up in `main`.

use crate::attempt::Failed;
use crate::choice::TaskChoice;
use crate::command;
use crate::function::{Function, log};
use crate::init::{BoxError, Refusal};
use crate::large;
use lambda_runtime::{LambdaEvent, service_fn};
use serde_json::value::RawValue;
use std::pin::Pin;
use std::process::ExitCode;
use workflow_task::{Resources, TaskDefinition};

type Local<T> = Pin<Box<dyn Future<Output = T>>>;
/// The making of resources.
type Make = Box<dyn FnOnce() -> Local<Result<Resources, BoxError>>>;

/// The tasks of a program, to be served as Lambda functions.
#[derive(Default)]
#[must_use = "end with `.main()`"]
pub struct LambdaProgram {
    tasks: Vec<TaskDefinition>,
    make: Option<Make>,
}

impl LambdaProgram {
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

    /// Answers invocations as long as the process lives. Outside of Lambda it calls one task once: that of the word on the
    /// command line, with its payload on standard input.
    ///
    /// Call it in a `main` that is not async: it has a runtime of its own.
    #[must_use = "return it from `main`"]
    pub fn main(self) -> ExitCode {
        let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
            Ok(runtime) => runtime,
            Err(error) => return refused(&Refusal::Runtime(error.into())),
        };
        if std::env::var_os("AWS_LAMBDA_RUNTIME_API").is_none() {
            let words = std::env::args_os().skip(1);
            let words: Vec<_> = words.map(|word| word.to_string_lossy().into_owned()).collect();
            return runtime
                .block_on(command::call(async |choice| self.begin(choice).await, &words));
        }
        match runtime.block_on(self.serve()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(refusal) => refused(&refusal),
        }
    }

    async fn serve(self) -> Result<(), Refusal> {
        if let Some(incomplete) = Refusal::incomplete() {
            return Err(incomplete);
        }
        let function = match self.begin(&TaskChoice::from_env()).await {
            Ok(function) => function,
            Err(refusal) => {
                refusal.report().await;
                return Err(refusal);
            }
        };
        let serve = async |invocation| answer(&function, invocation).await;
        lambda_runtime::run(service_fn(serve)).await.map_err(Refusal::Runtime)
    }

    /// Chooses the task, and makes what it needs.
    pub(crate) async fn begin(self, choice: &TaskChoice) -> Result<Function, Refusal> {
        let task = choice.task(&self.tasks).map_err(Refusal::NoTask)?;
        let mut resources = match self.make {
            Some(make) => make().await.map_err(Refusal::Resources)?,
            None => Resources::default(),
        };
        large::add(&task, &mut resources).map_err(Refusal::Resources)?;
        match (task.needs)().into_iter().find(|need| !resources.has(need.id)) {
            Some(need) => Err(Refusal::Missing { task: task.name, resource: need.name }),
            None => Ok(Function { task, resources }),
        }
    }
}

fn refused(refusal: &Refusal) -> ExitCode {
    log(format_args!("error: {refusal}"));
    ExitCode::FAILURE
}

/// Answers one invocation.
async fn answer(
    function: &Function,
    invocation: LambdaEvent<Box<RawValue>>,
) -> Result<Box<RawValue>, Failed> {
    let LambdaEvent { payload, context, .. } = invocation;
    function.call(&payload, context.deadline()).await.map_err(|failure| {
        let (task, request, error) = (function.task.name, &context.request_id, failure.error());
        // Without data.
        log(format_args!("task={task} request={request} error={error}"));
        Failed(failure)
    })
}

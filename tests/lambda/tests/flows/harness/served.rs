//! The process of a function: this program, which serves a task whose body does what the script says.

use super::functions::file;
use super::script::{Attempt, Path, Script};
use std::path::PathBuf;
use std::process::Command;
use std::sync::{Arc, OnceLock};
use workflow::{Failure, Payload, Workflow};
use workflow_lambda_tests::{Api, Function};
use workflow_runtime::task::{BoxFuture, TaskContext, TaskDefinition};
use workflow_runtime::way::served;

const FLOW: &str = "TEST_FLOW";
const PLACE: &str = "TEST_PLACE";

/// The workflow whose function this process is, if it is one.
pub fn flow() -> Option<String> {
    std::env::var(FLOW).ok()
}

/// The file with the attempt at hand.
pub fn place(flow: &str) -> PathBuf {
    file(flow, std::process::id())
}

/// Starts the process of a function.
pub fn start(flow: &str, name: &str) -> Function {
    let mut command = Command::new(std::env::current_exe().unwrap());
    // The thread of a test has its name.
    let test = std::thread::current().name().unwrap().to_owned();
    command.args([&test, "--exact", "--nocapture"]).env(FLOW, flow).env(PLACE, place(flow));
    command.stderr(std::process::Stdio::null());
    Function::start_as(command, name, Api::listen())
}

struct Served {
    script: Arc<Script>,
    task: String,
    place: PathBuf,
}

static SERVED: OnceLock<Served> = OnceLock::new();

/// Serves the tasks of a workflow: the real loop, with bodies that the script answers.
pub fn serve<W: Workflow>(script: &Arc<Script>) {
    let (task, place) =
        (std::env::var("AWS_LAMBDA_FUNCTION_NAME").unwrap(), std::env::var_os(PLACE).unwrap());
    let is_set = SERVED.set(Served { script: script.clone(), task, place: place.into() });
    assert!(is_set.is_ok(), "one workflow is served");
    let tasks = served(W::tasks());
    let scripted = |task| TaskDefinition { run: body, needs: Vec::new, ..task };
    let _ = workflow_lambda::LambdaProgram::default().tasks(tasks.into_iter().map(scripted)).main();
    std::process::exit(1);
}

/// A body that does what the script says of the attempt at hand.
fn body(_: &TaskContext, input: Payload) -> BoxFuture<Result<Payload, Failure>> {
    let outcome = outcome(&input);
    Box::pin(async { outcome })
}

fn outcome(input: &Payload) -> Result<Payload, Failure> {
    let Served { script, task, place } = SERVED.get().unwrap();
    let text = std::fs::read_to_string(place).unwrap();
    let (seed, path, ordinal, attempt): (u64, Path, u32, u32) =
        serde_json::from_str(&text).unwrap();
    // The type of the task's input must take it.
    let sent = script.sent(task, &*input.json()?);
    assert!(!sent.as_str().is_some_and(|sent| sent.starts_with("Some(Err")), "{sent}");
    script.answer(&Attempt { task, path: &path, ordinal, attempt }, seed).outcome
}

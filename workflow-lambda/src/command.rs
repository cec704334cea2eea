//! The program outside of Lambda: a command that calls a task once, with its payload on standard input.

use crate::attempt::Failed;
use crate::choice::TaskChoice;
use crate::function::{Function, log};
use crate::init::Refusal;
use lambda_runtime::Diagnostic;
use serde_json::value::RawValue;
use std::io::{Read, Write};
use std::process::ExitCode;
use std::time::{Duration, SystemTime};
use workflow_task::Failure;

/// The most bytes of a payload (documented of Lambda).
const PAYLOAD: u64 = 6 << 20;

/// The longest time of a call (documented of Lambda).
const TIME: Duration = Duration::from_mins(15);

/// Calls the task that the words name, or else the variables: the result is written to standard output; an error, as
/// Lambda's `{"errorType", "errorMessage"}`, too, with the exit code 1. Words that name none get the code 2.
pub(crate) async fn call(
    begin: impl AsyncFnOnce(&TaskChoice) -> Result<Function, Refusal>,
    words: &[String],
) -> ExitCode {
    let choice = match words {
        [task] => TaskChoice { task: Some(task.clone()), ..TaskChoice::default() },
        [] => TaskChoice::from_env(),
        _ => TaskChoice { task: Some(words.join(" ")), ..TaskChoice::default() },
    };
    let function = match begin(&choice).await {
        Ok(function) => function,
        Err(Refusal::NoTask(no_task)) => {
            log(format_args!(
                "error: {no_task}\nOutside of Lambda: `bootstrap TASK < payload.json` calls a task once"
            ));
            return ExitCode::from(2);
        }
        Err(refusal) => return failed(&refusal.diagnostic()),
    };
    match attempt(&function).await {
        Ok(result) => written(result.get(), ExitCode::SUCCESS),
        Err(failure) => failed(&Failed(failure).into()),
    }
}

/// Calls a task with the payload on standard input; nothing there is `{}`, as Step Functions sends it.
async fn attempt(function: &Function) -> Result<Box<RawValue>, Failure> {
    let mut payload = String::new();
    let read = std::io::stdin().lock().take(PAYLOAD + 1).read_to_string(&mut payload);
    read.map_err(|error| Failure::runtime(format!("the payload cannot be read: {error}")))?;
    if payload.len() as u64 > PAYLOAD {
        return Err(Failure::runtime(format!("the payload has more than {PAYLOAD} bytes")));
    }
    let text = if payload.trim().is_empty() { "{}".to_owned() } else { payload };
    let payload = RawValue::from_string(text)
        .map_err(|error| Failure::runtime(format!("the payload is not JSON: {error}")))?;
    function.call(&payload, SystemTime::now() + TIME).await
}

fn failed(diagnostic: &Diagnostic) -> ExitCode {
    // Two texts have a JSON form.
    let told = serde_json::to_string(diagnostic).unwrap_or_default();
    written(&told, ExitCode::FAILURE)
}

/// Writes a line to standard output. What cannot be written ends the program with 1.
fn written(line: &str, code: ExitCode) -> ExitCode {
    let mut out = std::io::stdout().lock();
    match writeln!(out, "{line}").and_then(|()| out.flush()) {
        Ok(()) => code,
        Err(_) => ExitCode::FAILURE,
    }
}

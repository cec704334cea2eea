//! What the examples share: the command line, and the report of a run in the terminal.

mod arguments;
mod progress;
mod report;
mod terminal;
mod trace;

pub use arguments::{About, Arguments, shown};
pub use terminal::Terminal;

use std::fmt::Display;
use std::path::PathBuf;
use std::process::ExitCode;
use trace::Trace;
use workflow::{Definition, Engine, Workflow};

/// Why an example ends before its work is done.
pub enum Stop {
    /// It was told what to do, and has nothing else to do.
    Help(String),
    /// It was called or fed wrongly: nothing has run.
    Usage(String),
    /// It could not be set up.
    Setup(String),
    /// The workflow failed, and the report says why.
    Failed,
}

/// The end of an example: 0 if all went well, 1 if something failed, 2 if it was called wrongly.
pub fn end(result: Result<(), Stop>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop::Help(text)) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Err(Stop::Usage(line)) => {
            eprintln!("error: {line}");
            ExitCode::from(2)
        }
        Err(Stop::Setup(line)) => {
            eprintln!("error: {line}");
            ExitCode::FAILURE
        }
        Err(Stop::Failed) => ExitCode::FAILURE,
    }
}

/// Where a file that an example makes is put: `target` if the program was started beside it, else the
/// directory for temporary files.
pub fn made(file: &str) -> PathBuf {
    let target = PathBuf::from("target");
    if target.is_dir() { target.join(file) } else { std::env::temp_dir().join(file) }
}

/// Writes the document of a workflow to a file: where it is.
pub fn document(name: &str, definition: Result<Definition, impl Display>) -> Result<PathBuf, Stop> {
    let path = made(&format!("{name}.asl.json"));
    let stop = |error: &dyn Display| Stop::Setup(format!("{}: {error}", shown(&path)));
    let text = definition.map_err(|error| stop(&error))?.to_json_pretty();
    std::fs::write(&path, text + "\n").map_err(|error| stop(&error))?;
    Ok(path)
}

/// Runs a workflow on the input, shows what it does while it does it, and what came of it: the result within.
pub async fn run<W: Workflow>(
    engine: &Engine,
    arguments: &Arguments,
    terminal: &Terminal,
) -> Result<Result<(), Stop>, Stop> {
    let execution = engine.start_json::<W>(&arguments.text);
    let mut events = execution.progress();
    let mut trace = Trace::default();
    while let Some(event) = events.next().await {
        if trace.is_empty() {
            terminal.title(&format!("{}, with {}", W::NAME, arguments.name));
        }
        if let Some(step) = trace.add(&event) {
            progress::show(terminal, &trace, &step);
        }
    }
    let result = execution.await;
    if let Err(failure) = &result
        && failure.error() == "InvalidExecutionInput"
    {
        return Err(Stop::Usage(format!("{}: {}", arguments.name, failure.cause())));
    }
    report::show(terminal, &trace, W::states(), &result);
    Ok(result.map(drop).map_err(|_| Stop::Failed))
}

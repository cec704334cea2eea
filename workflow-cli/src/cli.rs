//! The command line as it is set up in `main`.

use crate::command::{self, About, Host};
use crate::commands::COMMANDS;
use crate::entry::Entry;
use crate::files::{inputs, shown};
use crate::program::Program;
use crate::ready::{BoxError, Ready, Setup, with_resources};
use crate::stop::{Stop, end};
use std::path::PathBuf;
use std::process::ExitCode;
use std::rc::Rc;
use workflow_runtime::engine::EngineBuilder;
use workflow_runtime::{Resources, Workflow};

/// The command line of a program with workflows.
///
/// ```no_run
/// # use workflow_cli::cli;
/// # fn main() -> std::process::ExitCode {
/// cli().about("Fulfils orders.").main() // with `.workflow::<fulfil>()` for each workflow
/// # }
/// ```
///
/// | command | |
/// |---|---|
/// | `run NAME --input FILE` | runs a workflow; `-` is standard input; `--name`, `--history FILE`, `--virtual-time`, `--quiet` |
/// | `test CASES [NAME]` | runs cases in a file on a workflow's document; `--filter`, `--coverage`, `--junit FILE` |
/// | `verify CASES [NAME] --aws --role ARN` | runs cases on an account of AWS and compares (feature `aws-calls`); `--machine ARN`, `--function NAME=ARN`, `--report FILE`, `--endpoint URL` |
/// | `worker --endpoint URL --activity NAME` | works on tasks of activities (feature `worker`); `--heartbeat`, `--concurrency` and others |
/// | `serve --port N` | answers the API of Step Functions (feature `serve`); `--store FILE`, `--express NAME` and others |
/// | `start NAME --input FILE` | writes a new execution to the store |
/// | `resume [EXECUTION]` | continues interrupted executions |
/// | `executions` | lists the executions in the store; `--status`, `--workflow`, `--state`, `--error`, `--prefix`, `--since`, `--until`, `--limit`, `--after`, `--json` |
/// | `history EXECUTION` | shows its events; `--json` in the form of AWS |
/// | `stop EXECUTION` | ends it; `--error`, `--cause` |
/// | `redrive EXECUTION` | runs it again from where it failed |
/// | `schedule NAME TIMES` | makes a schedule in the store; `--workflow`, `--zone`, `--input`, `--pause`, `--resume`, `--remove` and others |
/// | `schedules` | lists the schedules in the store |
/// | `export NAME --out FILE` | writes its document; with `--description` what running executions depend on; with `--format` what deploys it |
/// | `graph NAME` | draws its document; `--format svg\|mermaid\|dot\|text`, `--ascii`, `-o FILE` |
/// | `replay NAME --recorded FILE` | runs an execution that AWS recorded again; `--from STATE`, `--to-test FILE`, `--mocks FILE`, `--json` |
/// | `cost NAME` | estimates the transitions of an execution and the costs of a month; `--executions N`, `--host DOLLARS` and others |
/// | `list` | lists the workflows |
/// | `check NAME --against FILE` | checks the limits of AWS, and which running executions can continue, compared with an older document or description |
/// | `completions SHELL` | prints completions for bash, elvish, fish, powershell or zsh |
/// | `man` | prints the manual page; with `--out FOLDER` one for each command |
///
/// Commands that have a result print it as JSON with `--json`.
///
/// Exit codes: 0 all went well; 1 something failed or could not be written; 2 the program was called or fed wrongly, and
/// nothing has run; 130 SIGINT ended it; 143 SIGTERM ended it.
#[derive(Default)]
#[must_use = "end with `.main()`"]
pub struct Cli {
    program: Program,
}

impl Cli {
    /// Adds a workflow, which can then be run, exported, drawn and checked.
    pub fn workflow<W: Workflow>(mut self) -> Self {
        self.program.workflows.push(Entry::of::<W>());
        self
    }

    /// Sets the sentence in the help that says what the program does.
    pub fn about(mut self, about: impl Into<String>) -> Self {
        self.program.about = about.into();
        self
    }

    /// Sets the program's name in its help. Defaults to the name of its file.
    pub fn called(mut self, called: impl Into<String>) -> Self {
        self.program.called = Some(called.into());
        self
    }

    /// Sets the version of the program, for `--version`: `.version(env!("CARGO_PKG_VERSION"))`.
    pub fn version(mut self, version: impl Into<String>) -> Self {
        self.program.version = Some(version.into());
        self
    }

    /// Sets a folder of inputs, which help lists. If the program is called without a command, the first workflow runs on
    /// the file `default.json` in it.
    pub fn inputs(mut self, folder: impl Into<PathBuf>) -> Self {
        self.program.inputs = Some(folder.into());
        self
    }

    /// Sets the function that makes the resources of the tasks, wherever they run; `workflow::lambda` takes the same function.
    /// A worker needs only this, and does not set up the engine.
    pub fn resources<F>(mut self, make: F) -> Self
    where
        F: AsyncFn() -> Result<Resources, BoxError> + 'static,
    {
        let make = Rc::new(make);
        self.program.resources = Some(Rc::new(move || {
            let make = make.clone();
            Box::pin(async move { make().await })
        }));
        self
    }

    /// Sets the function that sets up the engine: resources for the tasks, a store, limits. It is called when something runs:
    /// `.engine(async |engine| Ok(engine.resource(Bank::connect().await?).into()))`.
    pub fn engine<F>(mut self, setup: F) -> Self
    where
        F: AsyncFnOnce(EngineBuilder) -> Result<Ready, BoxError> + 'static,
    {
        let setup: Setup = Box::new(|engine| Box::pin(async move { setup(engine).await }));
        self.program.setup = Some(setup);
        self
    }

    /// Runs the command of the command line, and returns its exit code. Call it in a `main` that is not async: it has its own
    /// tokio runtime.
    #[must_use = "return it from `main`"]
    pub fn main(self) -> ExitCode {
        end(command::words(std::env::args_os()).and_then(|words| self.answer(words)))
    }

    fn answer(mut self, mut words: Vec<String>) -> Result<(), Stop> {
        if let Some(make) = self.program.resources.clone() {
            self.program.setup = Some(with_resources(make, self.program.setup.take()));
        }
        let asks = |word: &str| matches!(word, "--help" | "-h" | "--version" | "-V");
        let run = match words.first() {
            None => self.program.default_input().is_some(),
            // Options alone are those of `run`.
            Some(word) => word.starts_with('-') && !words.iter().any(|word| asks(word)),
        };
        if run {
            words.insert(0, "run".to_owned());
        }
        command::answer(COMMANDS, self.program, words)
    }
}

impl Host for Program {
    fn line(&self) -> clap::Command {
        let own = self.version.as_ref().map(|it| format!("{it} ")).unwrap_or_default();
        let mut more = vec![format!("Workflows: {}", self.names().join(", "))];
        if let Some(folder) = &self.inputs {
            let files = inputs(folder);
            let files = files.iter().map(|file| format!("\n  {}", shown(file)));
            more.push(format!("Inputs that come with it:{}", files.collect::<String>()));
        }
        let about = About {
            called: self.called.clone().unwrap_or_else(command::program),
            about: self.about.clone(),
            usage: self.default_input().map(|_| "[COMMAND] [--input FILE]"),
            version: format!("{own}(workflow {})", env!("CARGO_PKG_VERSION")),
            workflows: self.names(),
            more,
        };
        command::line(about, COMMANDS)
    }
}

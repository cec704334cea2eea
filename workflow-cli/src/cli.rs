//! The command line as it is set up in `main`.

use crate::command::{self, Asked, COMMANDS, RUN, STORED};
use crate::entry::Entry;
use crate::files::{inputs, shown};
pub(crate) use crate::stop::say;
use crate::stop::{Stop, end};
use crate::terminal::Terminal;
use crate::{check, files, nearest, run, schedules, stored};
use std::error::Error;
use std::path::PathBuf;
use std::pin::Pin;
use std::process::ExitCode;
use workflow_asl::{Definition, graph};
use workflow_runtime::engine::EngineBuilder;
use workflow_runtime::{Engine, Workflow};

/// Any error, with a text for people.
pub type BoxError = Box<dyn Error + Send + Sync>;

type Local<T> = Pin<Box<dyn Future<Output = T>>>;
type Setup = Box<dyn FnOnce(EngineBuilder) -> Local<Result<Ready, BoxError>>>;
pub(crate) type After = Box<dyn FnOnce(&Terminal) -> Result<(), BoxError>>;

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
/// | `start NAME --input FILE` | writes a new execution to the store |
/// | `resume [EXECUTION]` | goes on with what was interrupted |
/// | `executions` | lists the executions in the store; `--status`, `--workflow`, `--state`, `--error`, `--prefix`, `--limit`, `--after`, `--json` |
/// | `history EXECUTION` | its events; `--json` as AWS has them |
/// | `stop EXECUTION` | ends it; `--error`, `--cause` |
/// | `export NAME --out FILE` | its document; with `--description` what running executions depend on |
/// | `graph NAME` | its document as a Mermaid flowchart |
/// | `list` | the workflows |
/// | `check NAME --against FILE` | limits of AWS, and which executions that run can go on, against an older document or description |
///
/// Exit codes: 0 all went well, 1 something failed or could not be written, 2 the program was called or fed wrongly, and
/// nothing has run; 130 and 143 where SIGINT or SIGTERM ended it.
#[derive(Default)]
#[must_use = "end with `.main()`"]
pub struct Cli {
    about: String,
    called: Option<String>,
    version: Option<String>,
    workflows: Vec<Entry>,
    inputs: Option<PathBuf>,
    setup: Option<Setup>,
}

/// An engine to be built, and what is shown after a run.
#[must_use]
pub struct Ready {
    pub(crate) engine: EngineBuilder,
    pub(crate) after: Option<After>,
}

impl From<EngineBuilder> for Ready {
    fn from(engine: EngineBuilder) -> Self {
        Ready { engine, after: None }
    }
}

impl Ready {
    /// Shows more when the workflow has ended, well or not.
    pub fn after(self, show: impl FnOnce(&Terminal) -> Result<(), BoxError> + 'static) -> Self {
        Ready { after: Some(Box::new(show)), ..self }
    }
}

impl Cli {
    /// A workflow that can be run, exported, drawn and checked.
    pub fn workflow<W: Workflow>(mut self) -> Self {
        self.workflows.push(Entry::of::<W>());
        self
    }

    /// Sets the sentence in the help that says what the program does.
    pub fn about(self, about: impl Into<String>) -> Self {
        Cli { about: about.into(), ..self }
    }

    /// Sets the program's name in its help. Defaults to the name of its file.
    pub fn called(self, called: impl Into<String>) -> Self {
        Cli { called: Some(called.into()), ..self }
    }

    /// The version of the program, for `--version`: `.version(env!("CARGO_PKG_VERSION"))`.
    pub fn version(self, version: impl Into<String>) -> Self {
        Cli { version: Some(version.into()), ..self }
    }

    /// A folder of inputs, which help lists. Its `default.json` is run by the first workflow where the program is
    /// called without a command.
    pub fn inputs(self, folder: impl Into<PathBuf>) -> Self {
        Cli { inputs: Some(folder.into()), ..self }
    }

    /// Resources for the tasks, and whatever else the engine is to have. Called when something is run:
    /// `.engine(async |engine| Ok(engine.resource(Bank::connect().await?).into()))`.
    pub fn engine<F>(self, setup: F) -> Self
    where
        F: AsyncFnOnce(EngineBuilder) -> Result<Ready, BoxError> + 'static,
    {
        let setup: Setup = Box::new(|engine| Box::pin(async move { setup(engine).await }));
        Cli { setup: Some(setup), ..self }
    }

    /// Does what the words of the command line say. Call it in a `main` that is not async: it has a runtime of its
    /// own.
    #[must_use = "return it from `main`"]
    pub fn main(self) -> ExitCode {
        end(command::words(std::env::args_os()).and_then(|words| self.answer(&words)))
    }

    fn answer(mut self, words: &[String]) -> Result<(), Stop> {
        let called = self.program();
        if command::asks(words, &["--help", "-h"])
            || words.first().is_some_and(|word| word == "help")
        {
            return say(&self.help());
        }
        if command::asks(words, &["--version", "-V"]) {
            let version = self.version.map(|it| format!(" {it}")).unwrap_or_default();
            return say(&format!("{called}{version} (workflow {})", env!("CARGO_PKG_VERSION")));
        }
        let (command, words) = match words.first() {
            None if self.default().is_none() => return say(&self.help()),
            Some(word) if !word.starts_with('-') => (command::named(COMMANDS, word)?, &words[1..]),
            _ => (&RUN, words),
        };
        let asked = Asked::read(command, words, &called)?;
        match command.name {
            "run" => self.run(&asked),
            "export" => self.export(&asked),
            "graph" => say(graph::mermaid(self.document(&asked)?.as_value()).trim_end()),
            "list" => self.list(),
            name if STORED.contains(&name) => self.stored(&asked),
            _ => self.check(&asked),
        }
    }

    fn program(&self) -> String {
        self.called.clone().unwrap_or_else(command::program)
    }

    /// The input that is run where none is named.
    fn default(&self) -> Option<PathBuf> {
        let file = self.inputs.as_ref()?.join("default.json");
        file.is_file().then_some(file)
    }

    fn help(&self) -> String {
        let names: Vec<&str> = self.workflows.iter().map(|entry| entry.name).collect();
        let mut parts = vec![];
        if !self.about.is_empty() {
            parts.push(self.about.clone());
        }
        let words = if self.default().is_some() { "[COMMAND] [--input FILE]" } else { "COMMAND" };
        parts.push(format!("Usage: {} {words}", self.program()));
        parts.push(command::help(COMMANDS));
        parts.push(format!("Workflows: {}", names.join(", ")));
        if let Some(folder) = &self.inputs {
            let files = inputs(folder)
                .iter()
                .map(|file| format!("\n  {}", shown(file)))
                .collect::<String>();
            parts.push(format!("Inputs that come with it:{files}"));
        }
        parts.join("\n\n")
    }

    /// The workflow that is meant: the one that is named, or the only one, or for a default input the first.
    fn entry(&self, asked: &Asked) -> Result<&Entry, Stop> {
        let names = || self.workflows.iter().map(|entry| entry.name);
        let list = || names().collect::<Vec<_>>().join(", ");
        let Some(name) = asked.workflow() else {
            let command = asked.command.name;
            let first = self.workflows.first();
            return match self.workflows.len() {
                1 => first,
                _ if command == "run" && self.default().is_some() => first,
                _ => None,
            }
            .ok_or_else(|| {
                Stop::Usage(format!("`{command}` needs the name of a workflow: {}", list()))
            });
        };
        self.workflows.iter().find(|entry| entry.name == name).ok_or_else(|| {
            let hint = nearest::hint(name, names());
            Stop::Usage(format!("there is no workflow `{name}`{hint} (workflows: {})", list()))
        })
    }

    fn document(&self, asked: &Asked) -> Result<Definition, Stop> {
        let entry = self.entry(asked)?;
        (entry.definition)().map_err(|error| Stop::Failed(format!("{}: {error}", entry.name)))
    }

    fn run(&mut self, asked: &Asked) -> Result<(), Stop> {
        let setup = self.setup.take();
        let entry = self.entry(asked)?;
        let options = run::Options::read(asked, entry, self.default())?;
        let engine = options.engine(self.builder());
        run::to_end(run::runtime()?, async {
            run::run(entry, options, ready(setup, engine).await?).await
        })
    }

    /// A command about the executions in the store.
    fn stored(&mut self, asked: &Asked) -> Result<(), Stop> {
        let (setup, called) = (self.setup.take(), self.program());
        run::to_end(run::runtime()?, async {
            let engine = ready(setup, self.builder()).await?.engine.build();
            if !engine.has_store() {
                let text = "the program keeps no executions: give its engine a store, \
                    `.engine(async |engine| Ok(engine.store(Sqlite::open(\"orders.db\")?).into()))`";
                return Err(Stop::Usage(text.to_owned()));
            }
            match asked.command.name {
                "start" => stored::start(&engine, self.entry(asked)?, asked).await,
                "resume" => stored::resume(&engine, asked).await,
                "executions" => stored::list(&engine, asked).await,
                "history" => stored::show_history(&engine, asked, &called).await,
                "schedules" => schedules::list(&engine, asked).await,
                "redrive" => stored::redrive(&engine, asked, &called).await,
                _ => stored::stop(&engine, asked, &called).await,
            }
        })
    }

    /// An engine that knows the workflows.
    fn builder(&self) -> EngineBuilder {
        self.workflows.iter().fold(Engine::builder(), |engine, entry| (entry.register)(engine))
    }

    fn export(&self, asked: &Asked) -> Result<(), Stop> {
        let text = match asked.option("--description") {
            Some(_) => description(self.entry(asked)?)?,
            None => self.document(asked)?.to_json_pretty(),
        };
        match asked.option("--out") {
            Some(file) => files::write(file.as_ref(), &text),
            None => say(&text),
        }
    }

    fn list(&self) -> Result<(), Stop> {
        let width = self.workflows.iter().map(|entry| entry.name.len()).max().unwrap_or(0);
        for entry in &self.workflows {
            let definition = (entry.definition)().ok();
            let comment = definition.as_ref().and_then(Definition::comment).unwrap_or_default();
            let states = (entry.states)().len();
            let line = format!("{:width$}  {states:3} states  {comment}", entry.name);
            say(&crate::terminal::cut(line.trim_end(), crate::terminal::WIDTH))?;
        }
        Ok(())
    }

    fn check(&self, asked: &Asked) -> Result<(), Stop> {
        let older =
            asked.option("--against").map(|file| check::older(file.as_ref())).transpose()?;
        let all = asked.workflow().is_none() && older.is_none();
        let entries: Vec<&Entry> =
            if all { self.workflows.iter().collect() } else { vec![self.entry(asked)?] };
        let terminal = Terminal::stdout();
        let mut good = true;
        for entry in entries {
            good &= check::show(&terminal, entry, older.as_ref());
        }
        if good { Ok(()) } else { Err(Stop::Reported) }
    }
}

/// Sets an engine up as the program says.
async fn ready(setup: Option<Setup>, engine: EngineBuilder) -> Result<Ready, Stop> {
    let ready = match setup {
        Some(setup) => setup(engine).await,
        None => Ok(engine.into()),
    };
    ready.map_err(|error| Stop::Failed(error.to_string()))
}

/// The description of a workflow, as JSON.
fn description(entry: &Entry) -> Result<String, Stop> {
    serde_json::to_string_pretty(&(entry.description)())
        .map_err(|error| Stop::Failed(format!("{}: {error}", entry.name)))
}

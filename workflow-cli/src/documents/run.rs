//! `run`: a document on an input and mocks.

use super::Documents;
use super::answers;
use super::document::Document;
use super::given::{Given, Type, input, notes, slips};
use super::help;
use super::substitutions::Substitutions;
use crate::command::{Command, Group, number};
use crate::files::{self, Input};
use crate::run::{Shown, runtime, to_end};
use crate::stop::{Stop, say};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::runtime::Runtime;
use workflow_asl::Definition;
use workflow_asl::document::MachineType;
#[cfg(feature = "object-store")]
use workflow_runtime::connector::ObjectStores;
use workflow_runtime::engine::{EngineBuilder, Identity, Start};
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};
use workflow_runtime::machine::Machine;
use workflow_runtime::mocks::{Mocks, needed};
use workflow_runtime::{Engine, Execution, Failure};

/// The forms of an input.
pub(super) const INPUT: &str = "FILE|-|JSON";
/// The longest time of an EXPRESS execution in seconds (Developer Guide, "Quotas").
const EXPRESS: u32 = 300;

/// Runs a document, and shows what it does
#[derive(clap::Args)]
pub(super) struct Run {
    #[command(flatten)]
    given: Given,
    /// The input; else it is {}
    #[arg(long, value_name = INPUT)]
    input: Option<String>,
    /// What tasks answer
    #[arg(long, value_name = "FILE[#CASE]")]
    mocks: Option<String>,
    /// Where Maps read and write: FOLDER/BUCKET/KEY
    #[arg(long, value_name = "FOLDER")]
    objects: Option<String>,
    /// Prints a file of mocks to begin with
    #[arg(long)]
    mocks_template: bool,
    /// Waits take their time; else time is virtual
    #[arg(long)]
    real_time: bool,
    /// Where to write the history, as AWS has it
    #[arg(long, value_name = "FILE")]
    history: Option<PathBuf>,
    /// What randomness is drawn from
    #[arg(long, value_name = "N", default_value = "0", value_parser = number::<u64>)]
    seed: u64,
    /// `standard`, or `express`
    #[arg(long = "type", value_name = "TYPE", ignore_case = true, default_value = "standard")]
    #[arg(hide_possible_values = true)]
    kind: Type,
    /// Shows nothing but the result, as JSON
    #[arg(long)]
    quiet: bool,
}

impl Command<Documents> for Run {
    const NAME: &'static str = "run";
    const GROUP: Group = Group::Run;
    const EXAMPLES: &'static [(&'static str, &'static str)] = &[
        ("run order.asl.json --mocks-template > mocks.json", "the names that need answers"),
        ("run order.asl.json --input order.json --mocks mocks.json", "each step as it happens"),
        (
            "run order.asl.json --mocks 'MockConfigFile.json#Happy'",
            "a case of Step Functions Local",
        ),
        ("run template.yaml#Orders --substitute Table=orders --quiet", "the result, nothing else"),
    ];

    fn run(self, _: Documents) -> Result<(), Stop> {
        let (document, substitutions) = self.given.read()?;
        if !self.quiet {
            notes(&document);
            slips(&document);
        }
        self.follow(&document, &substitutions)
    }
}

impl Run {
    fn follow(&self, document: &Document, substitutions: &Substitutions) -> Result<(), Stop> {
        self.writable(document, substitutions)?;
        let machine_type = self.kind.into();
        let definition = document.definition(machine_type)?;
        let needed = needed(&definition);
        if self.mocks_template {
            return say(&answers::begin(&needed));
        }
        let mocks = answers::read(self.mocks.as_deref(), document)?;
        match &mocks {
            Some(mocks) => answers::check(mocks, &needed, document)?,
            None if needed.is_empty() => {}
            None => return Err(answers::none(&needed, document)),
        }
        let input = input(self.input.as_deref(), "--input")?;
        let engine = self.engine(mocks)?;
        let compiled = compiled(definition, document)?;
        let shown = Shown {
            title: format!("{}, with {}", document.name, input.name),
            input: &input.name,
            states: compiled.states(),
            history: self.history.as_deref(),
            quiet: self.quiet,
            after: None,
            engine: &engine,
            help: &|failure| help::lines(document, failure, machine_type),
        };
        to_end(self.runtime()?, async {
            let text: Arc<str> = input.text.trim().into();
            // What the engine refuses is not read before: JSON takes many times the room of its text.
            let value = if engine.accepts(&text) { json(&input)? } else { Value::Null };
            let start = || start(&engine, &compiled, document, (value, text), machine_type);
            shown.follow(start, |output| output.text()).await
        })
    }

    /// Refuses a history where one of the files is that are read.
    fn writable(&self, document: &Document, given: &Substitutions) -> Result<(), Stop> {
        let Some(file) = &self.history else { return Ok(()) };
        let of = |option: &'_ Option<String>| {
            option.as_deref().map(|it| PathBuf::from(it.split('#').next().unwrap_or(it)))
        };
        let (input, mocks) = (of(&self.input), of(&self.mocks));
        let mut read: Vec<(&str, &Path)> =
            document.read.iter().map(|it| ("the definition", it.as_path())).collect();
        read.extend(input.iter().map(|it| ("the input", it.as_path())));
        read.extend(mocks.iter().map(|it| ("the mocks", it.as_path())));
        read.extend(given.file.iter().map(|it| ("the substitutions", it.as_path())));
        files::writable("--history", file, &read)
    }

    /// Executions under one virtual clock take turns on one thread: the same every time.
    fn runtime(&self) -> Result<Runtime, Stop> {
        if self.real_time {
            return runtime();
        }
        single()
    }

    fn engine(&self, mocks: Option<Mocks>) -> Result<Engine, Stop> {
        let mut engine = Engine::builder().seed(self.seed);
        if !self.real_time {
            engine = engine.virtual_time();
        }
        if let Some(folder) = &self.objects {
            engine = with_objects(engine, folder)?;
        }
        if let Some(mocks) = mocks {
            engine = engine.connector(mocks);
        }
        Ok(engine.build())
    }
}

/// A document that can be run.
pub(super) fn compiled(definition: Definition, document: &Document) -> Result<Arc<Compiled>, Stop> {
    let compiled = Compiled::connected(definition).map_err(|problems| {
        let lines = problems.iter().map(|problem| format!("\n  {problem}")).collect::<String>();
        Stop::Usage(format!("{} cannot be run here:{lines}", document.file))
    })?;
    Ok(Arc::new(compiled))
}

fn json(input: &Input) -> Result<Value, Stop> {
    serde_json::from_str(&input.text)
        .map_err(|error| Stop::Usage(format!("{} is not JSON: {error}", input.name)))
}

pub(super) fn start(
    engine: &Engine,
    compiled: &Arc<Compiled>,
    document: &Document,
    (value, text): (Value, Arc<str>),
    machine_type: MachineType,
) -> Execution {
    let (program, value) = (compiled.clone(), Arc::new(value));
    let open = move |identity: &Identity| -> Result<Box<dyn Machine>, Failure> {
        Ok(Interpreted::start(program, value, Context::from(identity)))
    };
    let timeout = compiled.definition().timeout();
    let timeout = match machine_type {
        MachineType::Standard => timeout,
        MachineType::Express => Some(timeout.map_or(EXPRESS, |own| own.min(EXPRESS))),
    };
    let start = Start { machine: &document.name, input: Some(text), timeout, ..Start::default() };
    engine.start_with(open, start)
}

/// A runtime of one thread.
pub(super) fn single() -> Result<Runtime, Stop> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(|error| Stop::Failed(format!("no runtime: {error}")))
}

#[cfg(feature = "object-store")]
fn with_objects(engine: EngineBuilder, folder: &str) -> Result<EngineBuilder, Stop> {
    let objects = ObjectStores::folder(folder)
        .map_err(|failure| Stop::Usage(format!("--objects: {}", failure.cause())))?;
    Ok(engine.objects(objects))
}

#[cfg(not(feature = "object-store"))]
fn with_objects(_: EngineBuilder, _: &str) -> Result<EngineBuilder, Stop> {
    Err(Stop::Usage("--objects: this program was built without the feature `object-store`".into()))
}

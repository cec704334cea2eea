//! `run`: a document on an input and mocks.

use super::Documents;
use super::answers;
use super::document::Document;
use super::given::{Given, Type, input, notes, slips};
use super::help;
use super::substitutions::Substitutions;
use crate::command::{Command, Group, number};
use crate::files::{self, Input};
use crate::interpret::{compiled, single, start};
use crate::run::{Form, Shown, runtime, to_end};
use crate::stop::{Stop, say};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::runtime::Runtime;
use workflow_asl::bounds::unread;
use workflow_runtime::Engine;
#[cfg(feature = "object-store")]
use workflow_runtime::connector::ObjectStores;
use workflow_runtime::engine::EngineBuilder;
use workflow_runtime::mocks::{Mocks, needed};

/// The forms of an input.
pub(super) const INPUT: &str = "FILE|-|JSON";

/// Runs a document, and shows what it does
#[derive(clap::Args)]
pub(super) struct Run {
    #[command(flatten)]
    given: Given,
    /// The input; {} by default
    #[arg(long, value_name = INPUT)]
    input: Option<String>,
    /// The answers of tasks
    #[arg(long, value_name = "FILE[#CASE]")]
    mocks: Option<String>,
    /// The folder with the objects of distributed Maps: FOLDER/BUCKET/KEY
    #[arg(long, value_name = "FOLDER")]
    objects: Option<String>,
    /// Calls services of AWS for real, at this address; waits then take their time, too
    #[arg(long, value_name = "URL")]
    endpoint: Option<String>,
    /// Prints a file of mocks, to begin with
    #[arg(long)]
    mocks_template: bool,
    /// Uses real time: waits take as long as they say
    #[arg(long)]
    real_time: bool,
    /// The file for the history, in the form of AWS
    #[arg(long, value_name = "FILE")]
    history: Option<PathBuf>,
    /// The seed of all random choices
    #[arg(long, value_name = "N", default_value = "0", value_parser = number::<u64>)]
    seed: u64,
    /// `standard`, or `express`
    #[arg(long = "type", value_name = "TYPE", ignore_case = true, default_value = "standard")]
    #[arg(hide_possible_values = true)]
    kind: Type,
    /// Shows only the result, as JSON
    #[arg(long)]
    quiet: bool,
    /// Shows only the end, as JSON: status, output or error, path
    #[arg(long, conflicts_with = "quiet")]
    json: bool,
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
        (
            "run order.asl.json --endpoint http://localhost:5000",
            "services by moto or LocalStack, at its address",
        ),
        ("run template.yaml#Orders --substitute Table=orders --quiet", "the result, nothing else"),
    ];

    fn run(self, _: Documents) -> Result<(), Stop> {
        let (document, substitutions) = self.given.read()?;
        if !self.quiet && !self.json {
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
            None if needed.is_empty() || self.endpoint.is_some() => {}
            None => return Err(answers::none(&needed, document)),
        }
        let input = input(self.input.as_deref(), "--input")?;
        let engine = self.engine(mocks)?;
        let compiled = compiled(definition, &document.file)?;
        let shown = Shown {
            title: format!("{}, with {}", document.name, input.name),
            input: &input.name,
            states: compiled.states(),
            history: self.history.as_deref(),
            form: Form::of(self.quiet, self.json),
            after: None,
            engine: &engine,
            help: &|failure| help::lines(document, failure, machine_type),
        };
        to_end(self.runtime()?, async {
            let text: Arc<str> = input.text.trim().into();
            // What the engine refuses is not read before: JSON takes many times the room of its text.
            let value = if engine.accepts(&text) { json(&input)? } else { Value::Null };
            let start = || start(&engine, &compiled, &document.name, (value, text), machine_type);
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
        if self.is_real() {
            return runtime();
        }
        single()
    }

    fn engine(&self, mocks: Option<Mocks>) -> Result<Engine, Stop> {
        let mut engine = Engine::builder().seed(self.seed);
        if !self.is_real() {
            engine = engine.virtual_time();
        }
        if let Some(folder) = &self.objects {
            engine = with_objects(engine, folder)?;
        }
        engine = match (mocks, &self.endpoint) {
            (mocks, Some(address)) => with_services(engine, mocks, address)?,
            (Some(mocks), None) => engine.connector(mocks),
            (None, None) => engine,
        };
        Ok(engine.build())
    }

    /// Services answer in real time.
    fn is_real(&self) -> bool {
        self.real_time || self.endpoint.is_some()
    }
}

fn json(input: &Input) -> Result<Value, Stop> {
    serde_json::from_str(&input.text)
        .map_err(|error| Stop::Usage(format!("{} {}", input.name, unread(&error))))
}

#[cfg(feature = "aws")]
fn with_services(
    engine: EngineBuilder,
    mocks: Option<Mocks>,
    address: &str,
) -> Result<EngineBuilder, Stop> {
    let services = crate::services::at(address)?;
    Ok(match mocks {
        Some(mocks) => engine.connector(crate::services::Mocked { mocks, services }),
        None => engine.connector(services),
    })
}

#[cfg(not(feature = "aws"))]
fn with_services(_: EngineBuilder, _: Option<Mocks>, _: &str) -> Result<EngineBuilder, Stop> {
    Err(Stop::Usage("--endpoint: this program was built without the feature `aws`".into()))
}

#[cfg(feature = "object-store")]
fn with_objects(engine: EngineBuilder, folder: &str) -> Result<EngineBuilder, Stop> {
    let objects = ObjectStores::folder(folder)
        .map_err(|failure| Stop::Usage(format!("--objects: {}", failure.reported())))?;
    Ok(engine.objects(objects))
}

#[cfg(not(feature = "object-store"))]
fn with_objects(_: EngineBuilder, _: &str) -> Result<EngineBuilder, Stop> {
    Err(Stop::Usage("--objects: this program was built without the feature `object-store`".into()))
}

//! `run`: a document on an input and mocks.

use super::answers;
use super::document::Document;
use super::help;
use super::substitutions::Substitutions;
use crate::cli::say;
use crate::command::Asked;
use crate::files::{self, Input};
use crate::run::{Shown, runtime, to_end};
use crate::stop::Stop;
use serde_json::Value;
use std::path::Path;
use std::sync::Arc;
use tokio::runtime::Runtime;
use workflow_asl::document::MachineType;
#[cfg(feature = "object-store")]
use workflow_runtime::connector::ObjectStores;
use workflow_runtime::engine::{EngineBuilder, Identity, Start};
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};
use workflow_runtime::machine::Machine;
use workflow_runtime::mocks::{Mocks, needed};
use workflow_runtime::{Engine, Execution, Failure};

/// The longest time of an EXPRESS execution in seconds (Developer Guide, "Quotas").
const EXPRESS: u32 = 300;

pub(super) fn run(
    asked: &Asked,
    document: &Document,
    substitutions: &Substitutions,
) -> Result<(), Stop> {
    history(asked, document, substitutions)?;
    let machine_type = machine_type(asked)?;
    let definition = document.definition(machine_type)?;
    let needed = needed(&definition);
    if asked.option("--mocks-template").is_some() {
        return say(&answers::begin(&needed));
    }
    let mocks = answers::read(asked, document)?;
    match &mocks {
        Some(mocks) => answers::check(mocks, &needed, document)?,
        None if needed.is_empty() => {}
        None => return Err(answers::none(&needed, document)),
    }
    let input = input(asked, "--input")?;
    let engine = engine(asked, mocks)?;
    let compiled = Compiled::connected(definition).map_err(|problems| {
        let lines = problems.iter().map(|problem| format!("\n  {problem}")).collect::<String>();
        Stop::Usage(format!("{} cannot be run here:{lines}", document.file))
    })?;
    let compiled = Arc::new(compiled);
    let shown = Shown {
        title: format!("{}, with {}", document.name, input.name),
        input: &input.name,
        states: compiled.states(),
        history: asked.option("--history").map(Path::new),
        quiet: asked.option("--quiet").is_some(),
        after: None,
        engine: &engine,
        help: &|failure| help::lines(document, failure, machine_type),
    };
    to_end(runtime_of(asked)?, async {
        let text: Arc<str> = input.text.trim().into();
        // What the engine refuses is not read before: JSON takes many times the room of its text.
        let value = if engine.accepts(&text) { json(&input)? } else { Value::Null };
        let start = || start(&engine, &compiled, document, (value, text), machine_type);
        shown.follow(start, |output| output.text()).await
    })
}

fn json(input: &Input) -> Result<Value, Stop> {
    serde_json::from_str(&input.text)
        .map_err(|error| Stop::Usage(format!("{} is not JSON: {error}", input.name)))
}

/// Refuses a history where one of the files is that are read.
fn history(asked: &Asked, document: &Document, given: &Substitutions) -> Result<(), Stop> {
    let Some(file) = asked.option("--history") else { return Ok(()) };
    let of = |option| asked.option(option).map(|it| it.split('#').next().unwrap_or(it));
    let mut read: Vec<(&str, &Path)> =
        document.read.iter().map(|it| ("the definition", it.as_path())).collect();
    read.extend(of("--input").map(|it| ("the input", Path::new(it))));
    read.extend(of("--mocks").map(|it| ("the mocks", Path::new(it))));
    read.extend(given.file.iter().map(|it| ("the substitutions", it.as_path())));
    files::writable("--history", Path::new(file), &read)
}

fn start(
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

/// Executions under one virtual clock take turns on one thread: the same every time.
fn runtime_of(asked: &Asked) -> Result<Runtime, Stop> {
    if asked.option("--real-time").is_some() {
        return runtime();
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(|error| Stop::Failed(format!("no runtime: {error}")))
}

fn engine(asked: &Asked, mocks: Option<Mocks>) -> Result<Engine, Stop> {
    let mut engine = Engine::builder().seed(number(asked, "--seed")?.unwrap_or(0));
    if asked.option("--real-time").is_none() {
        engine = engine.virtual_time();
    }
    if let Some(folder) = asked.option("--objects") {
        engine = with_objects(engine, folder)?;
    }
    if let Some(mocks) = mocks {
        engine = engine.connector(mocks);
    }
    Ok(engine.build())
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

/// An option that is JSON: of a file, of standard input, or itself.
pub(super) fn input(asked: &Asked, option: &str) -> Result<Input, Stop> {
    let Some(given) = asked.option(option) else {
        return Ok(Input { name: "no input".to_owned(), text: "{}".to_owned() });
    };
    let given = given.strip_prefix('\u{feff}').unwrap_or(given);
    let is_json = given.trim_start().starts_with(['{', '[', '"'])
        || (serde_json::from_str::<Value>(given).is_ok() && !Path::new(given).exists());
    if !is_json {
        return Input::read(Path::new(given));
    }
    Input::check(format!("`{option}`"), given.to_owned())
}

/// An option that is a number.
pub(super) fn number<T: std::str::FromStr>(asked: &Asked, option: &str) -> Result<Option<T>, Stop> {
    let Some(text) = asked.option(option) else { return Ok(None) };
    let wrong = |_| Stop::Usage(format!("{option} needs a whole number from 0 on, not `{text}`"));
    text.parse().map(Some).map_err(wrong)
}

/// `--type`.
pub(super) fn machine_type(asked: &Asked) -> Result<MachineType, Stop> {
    match asked.option("--type").map(str::to_lowercase).as_deref() {
        None | Some("standard") => Ok(MachineType::Standard),
        Some("express") => Ok(MachineType::Express),
        Some(other) => {
            Err(Stop::Usage(format!("--type is `standard` or `express`, not `{other}`")))
        }
    }
}

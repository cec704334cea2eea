//! A program with workflows, as its commands see it.

use crate::entry::Entry;
use crate::ready::{Make, Setup, ready};
use crate::run::{runtime, to_end};
use crate::stop::Stop;
use std::path::PathBuf;
use std::time::Duration;
use workflow_asl::Definition;
use workflow_asl::nearest;
use workflow_runtime::Engine;
use workflow_runtime::engine::EngineBuilder;

/// The workflows of a program, and the set-up of its engine.
#[derive(Default)]
pub(crate) struct Program {
    pub(crate) about: String,
    pub(crate) called: Option<String>,
    pub(crate) version: Option<String>,
    pub(crate) workflows: Vec<Entry>,
    pub(crate) inputs: Option<PathBuf>,
    pub(crate) setup: Option<Setup>,
    /// The making of resources, where they are made by themselves.
    pub(crate) resources: Option<Make>,
}

impl Program {
    /// The input that is run where none is named.
    pub(crate) fn default_input(&self) -> Option<PathBuf> {
        let file = self.inputs.as_ref()?.join("default.json");
        file.is_file().then_some(file)
    }

    /// The workflow that is meant: the one that is named, or the only one.
    pub(crate) fn entry(&self, named: Option<&str>, command: &str) -> Result<&Entry, Stop> {
        match (named, &self.workflows[..]) {
            (None, [only]) => Ok(only),
            (None, _) => {
                let list = self.names().join(", ");
                Err(Stop::Usage(format!("`{command}` needs the name of a workflow: {list}")))
            }
            (Some(name), all) => all.iter().find(|entry| entry.name == name).ok_or_else(|| {
                let hint = nearest::hint(name, self.names().into_iter());
                let list = self.names().join(", ");
                Stop::Usage(format!("there is no workflow `{name}`{hint} (workflows: {list})"))
            }),
        }
    }

    /// The names of the workflows.
    pub(crate) fn names(&self) -> Vec<&'static str> {
        self.workflows.iter().map(|entry| entry.name).collect()
    }

    /// An engine that knows the workflows.
    pub(crate) fn builder(&self) -> EngineBuilder {
        self.workflows.iter().fold(Engine::builder(), |engine, entry| (entry.register)(engine))
    }

    /// Has the engine that the program keeps executions with do some work.
    pub(crate) fn stored(
        self,
        work: impl AsyncFnOnce(&Engine, &Program) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        self.with_store((|engine| engine, PATIENCE), work)
    }

    /// The same with an engine that begins no task.
    pub(crate) fn held(
        self,
        work: impl AsyncFnOnce(&Engine, &Program) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        self.with_store((EngineBuilder::held, Duration::ZERO), work)
    }

    fn with_store(
        mut self,
        (engine, patience): (impl FnOnce(EngineBuilder) -> EngineBuilder, Duration),
        work: impl AsyncFnOnce(&Engine, &Program) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        let setup = self.setup.take();
        to_end(runtime()?, async {
            let engine = engine(ready(setup, self.builder()).await?.engine).build();
            if !engine.has_store() {
                let text = "the program keeps no executions: give its engine a store, \
                    `.engine(async |engine| Ok(engine.store(Sqlite::open(\"orders.db\")?).into()))`";
                return Err(Stop::Usage(text.to_owned()));
            }
            let done = work(&engine, &self).await;
            leave(&engine, patience, &done).await;
            done
        })
    }
}

/// The time that tasks have which still run.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

/// Ends an engine: tasks that run may end, but not after a signal, and what has not ended is left to the store.
pub(crate) async fn leave(engine: &Engine, patience: Duration, done: &Result<(), Stop>) {
    if engine.has_store() && !matches!(done, Err(Stop::Signal(..))) {
        engine.shutdown(patience).await;
    }
}

/// The document of a workflow.
pub(crate) fn document(entry: &Entry) -> Result<Definition, Stop> {
    (entry.definition)().map_err(|error| Stop::Failed(format!("{}: {error}", entry.name)))
}

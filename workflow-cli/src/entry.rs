//! A workflow without its types: what commands need to know of it.

use std::sync::Arc;
use workflow_asl::{Data, Definition, Schema};
use workflow_runtime::TaskDefinition;
use workflow_runtime::engine::EngineBuilder;
use workflow_runtime::export::ExportError;
use workflow_runtime::machine::StateInfo;
#[cfg(feature = "serve")]
use workflow_runtime::task::BoxFuture;
use workflow_runtime::way::Way;
use workflow_runtime::{Description, Engine, Execution, Failure, LargeStore, Trigger, Workflow};
#[cfg(feature = "serve")]
use workflow_server::Builder;

pub(crate) struct Entry {
    pub(crate) name: &'static str,
    pub(crate) start: fn(&Engine, &str, Option<&str>) -> Execution<Arc<str>>,
    pub(crate) check: fn(&Engine, &str) -> Result<(), Failure>,
    pub(crate) states: fn() -> &'static [StateInfo],
    pub(crate) definition: fn() -> Result<Definition, ExportError>,
    pub(crate) description: fn() -> Description,
    pub(crate) input: fn() -> Schema,
    pub(crate) register: fn(EngineBuilder) -> EngineBuilder,
    /// The triggers that stand at it.
    pub(crate) triggers: &'static [Trigger],
    /// Makes the schedules among them.
    #[cfg(feature = "serve")]
    pub(crate) schedule: fn(Engine) -> BoxFuture<Result<Vec<String>, Failure>>,
    pub(crate) tasks: fn() -> Vec<TaskDefinition>,
    /// Adds it to a server; with `true` as an EXPRESS machine.
    #[cfg(feature = "serve")]
    pub(crate) host: fn(bool) -> fn(Builder) -> Builder,
}

impl Entry {
    pub(crate) fn of<W: Workflow>() -> Self {
        Entry {
            name: W::NAME,
            start: |engine, input, name| engine.start_json_as::<W>(input, name),
            check: |engine, input| engine.check_input::<W>(input),
            states: W::states,
            definition: W::definition,
            description: W::description,
            input: <W::Input as Data>::schema,
            register: EngineBuilder::workflow::<W>,
            triggers: W::TRIGGERS,
            #[cfg(feature = "serve")]
            schedule: |engine| Box::pin(async move { engine.schedule_triggers::<W>().await }),
            tasks: W::tasks,
            #[cfg(feature = "serve")]
            host: |express| match express {
                true => Builder::express_workflow::<W>,
                false => Builder::workflow::<W>,
            },
        }
    }

    /// The names of its tasks that read or write large values, and are functions on AWS.
    pub(crate) fn large(&self) -> Vec<&'static str> {
        let tasks = (self.tasks)().into_iter();
        let tasks = tasks.filter(|it| matches!(it.way, Way::Function | Way::Callback));
        tasks.filter(LargeStore::is_needed_by).map(|it| it.name).collect()
    }

    /// True if it is started without arguments.
    pub(crate) fn needs_nothing(&self) -> bool {
        matches!((self.input)(), Schema::Struct { fields, .. } if fields.is_empty())
    }
}

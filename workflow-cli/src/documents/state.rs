//! `test-state`: one state, with all that its data was on the way.

use super::Documents;
use super::answers;
use super::document::Document;
use super::given::{Given, input, notes, slips};
use super::run::INPUT;
use crate::command::{Command, Group, number};
use crate::files::text;
use crate::run::runtime;
use crate::stop::{Stop, say};
use serde_json::{Map, Value};
use std::path::Path;
use workflow_asl::Definition;
use workflow_asl::bounds::unread;
use workflow_asl::document::{MachineType, Scope, State, StateKind};
use workflow_asl::nearest;
use workflow_runtime::Engine;
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::mocks::{Needed, needed};
use workflow_runtime::test_state::{
    self, Configuration, FieldValidation, Inspection, Mock, Status, test_state,
};

/// A role has no meaning here, but a test of a Task is refused without one.
const ROLE: &str = "arn:aws:iam::123456789012:role/test";

/// Tests one state, as AWS's TestState does
#[derive(clap::Args)]
pub(super) struct TestState {
    #[command(flatten)]
    given: Given,
    /// The name of the state
    #[arg(value_name = "STATE")]
    state: String,
    /// The input of the state; {} by default
    #[arg(long, value_name = INPUT)]
    input: Option<String>,
    /// The variables: an object
    #[arg(long, value_name = INPUT)]
    variables: Option<String>,
    /// A file of answers: the first one for the state is used
    #[arg(long, value_name = "FILE[#CASE]")]
    mocks: Option<String>,
    /// The result of what it calls, or of its children, in place of `--mocks`
    #[arg(long, value_name = INPUT, conflicts_with = "mocks")]
    result: Option<String>,
    /// The error of what it calls, or of its children
    #[arg(long, value_name = "NAME", conflicts_with_all = ["mocks", "result"])]
    error: Option<String>,
    /// The cause of that error
    #[arg(long, value_name = "TEXT", requires = "error", allow_hyphen_values = true)]
    cause: Option<String>,
    /// The check of a result against its service: `strict`, `present` fields only, or `none`
    #[arg(long, value_name = "MODE", default_value = "strict", hide_possible_values = true)]
    validation: Mode,
    /// The level of detail: `info`, `debug` or `trace`
    #[arg(long, value_name = "LEVEL", default_value = "debug", hide_possible_values = true)]
    inspection: Level,
    /// The context object, or a part of it: an object
    #[arg(long, value_name = INPUT)]
    context: Option<String>,
    /// The number of times it was retried before
    #[arg(long, value_name = "N", default_value = "0", value_parser = number::<u32>)]
    retries: u32,
    /// For a Map: the number of items that failed
    #[arg(long, value_name = "N", value_parser = number::<u64>)]
    failed_items: Option<u64>,
    /// For a Map or Parallel: the inner state that failed
    #[arg(long, value_name = "STATE")]
    caused_by: Option<String>,
    /// For a Map with an ItemReader: the data that it reads, as in its source (CSV, JSON Lines, JSON)
    #[arg(long, value_name = INPUT)]
    reader_data: Option<String>,
    /// As all commands have it: the answer is JSON anyway
    #[arg(long = "json", hide = true)]
    _json: bool,
}

/// The strictness with which a mocked result is checked.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Mode {
    Strict,
    Present,
    None,
}

/// The level of detail.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Level {
    Info,
    Debug,
    Trace,
}

impl Command<Documents> for TestState {
    const NAME: &'static str = "test-state";
    const GROUP: Group = Group::Run;
    const EXAMPLES: &'static [(&'static str, &'static str)] = &[
        (
            "test-state order.asl.json Charge --input order.json --mocks mocks.json",
            "its data at each step: input, arguments, result, output, next state",
        ),
        (
            "test-state order.asl.json Charge --error Declined --retries 1",
            "how its retriers and catchers handle an error",
        ),
    ];

    fn run(self, _: Documents) -> Result<(), Stop> {
        let (document, _) = self.given.read()?;
        notes(&document);
        slips(&document);
        self.test(&document)
    }
}

impl TestState {
    fn test(&self, document: &Document) -> Result<(), Stop> {
        let name = &self.state;
        let definition = document.definition(MachineType::Standard)?;
        let mut states = vec![];
        all(definition.scope(), &mut states);
        let state = states.iter().find(|state| state.name == *name).ok_or_else(|| {
            let hint = nearest::hint(name, states.iter().map(|state| state.name.as_str()));
            Stop::Usage(format!("{} has no state `{name}`{hint}", document.file))
        })?;
        let request = test_state::TestState {
            mock: self.mock(state, &definition, document)?,
            definition: definition.to_value(),
            state: Some(name.clone()),
            input: json(&input(self.input.as_deref(), "--input")?.text)?,
            role: Some(ROLE.to_owned()),
            inspection: match self.inspection {
                Level::Info => Inspection::Info,
                Level::Debug => Inspection::Debug,
                Level::Trace => Inspection::Trace,
            },
            variables: variables(self.variables.as_deref())?,
            context: given(self.context.as_deref(), "--context")?,
            configuration: Configuration {
                retries: self.retries,
                failed_iterations: self.failed_items,
                caused_by: self.caused_by.clone(),
                reader_data: source(self.reader_data.as_deref())?,
            },
            ..test_state::TestState::default()
        };
        let engine = Engine::builder().clock(VirtualClock::default()).seed(0).build();
        let tested = runtime()?.block_on(test_state(&engine, request));
        let tested = tested.map_err(|refused| Stop::Usage(refused.to_string()))?;
        say(&format!("{:#}", tested.json()))?;
        if tested.status == Status::Failed { Err(Stop::Reported) } else { Ok(()) }
    }
}

impl TestState {
    /// The mock: of the options, or the first answer for the state in a file.
    fn mock(
        &self,
        state: &State,
        definition: &Definition,
        document: &Document,
    ) -> Result<Option<Mock>, Stop> {
        let outcome = match (&self.error, given(self.result.as_deref(), "--result")?) {
            (Some(error), _) => Err((error.clone(), self.cause.clone().unwrap_or_default())),
            (None, Some(result)) => Ok(result),
            (None, None) => {
                let found = mock(self.mocks.as_deref(), state, definition, document)?;
                return Ok(found.map(|it| Mock { validation: self.mode(), ..it }));
            }
        };
        Ok(Some(Mock { outcome, validation: self.mode() }))
    }

    fn mode(&self) -> FieldValidation {
        match self.validation {
            Mode::Strict => FieldValidation::Strict,
            Mode::Present => FieldValidation::Present,
            Mode::None => FieldValidation::None,
        }
    }
}

fn all<'s>(scope: &'s Scope, states: &mut Vec<&'s State>) {
    for state in &scope.states {
        states.push(state);
        state.kind.scopes().iter().for_each(|scope| all(scope, states));
    }
}

/// The first answer for the state, where it needs one.
fn mock(
    mocks: Option<&str>,
    state: &State,
    definition: &Definition,
    document: &Document,
) -> Result<Option<Mock>, Stop> {
    if !matches!(state.kind, StateKind::Task(_) | StateKind::Map(_) | StateKind::Parallel(_)) {
        return Ok(None);
    }
    let called = needed(definition).into_iter().find(|it| it.state == state.name);
    let called = called.unwrap_or_else(|| Needed {
        state: state.name.clone(),
        resource: String::new(),
        function: None,
    });
    let mock = answers::read(mocks, document)?.and_then(|mocks| mocks.first(&called));
    mock.map(Some).ok_or_else(|| {
        let begin = answers::begin(std::slice::from_ref(&called));
        let (name, kind) = (&state.name, state.kind.name());
        Stop::Usage(format!(
            "`{name}` is a {kind}: a test needs its result: `--result JSON`, `--error NAME`, or a file given with `--mocks`:\n{begin}"
        ))
    })
}

fn variables(given: Option<&str>) -> Result<Map<String, Value>, Stop> {
    match json(&input(given, "--variables")?.text)? {
        Value::Object(variables) => Ok(variables),
        other => Err(Stop::Usage(format!("--variables needs an object, not `{other}`"))),
    }
}

/// An option that is JSON, if it is given.
fn given(text: Option<&str>, option: &str) -> Result<Option<Value>, Stop> {
    text.map(|text| json(&input(Some(text), option)?.text)).transpose()
}

/// The data of an object, as it is in its source: of a file, which may hold rows or lines, of standard input, or JSON.
fn source(given: Option<&str>) -> Result<Option<Value>, Stop> {
    let Some(given) = given else { return Ok(None) };
    let file = Path::new(given);
    let is_file = given == "-" || file.exists();
    let text = if is_file { text(file)?.1 } else { input(Some(given), "--reader-data")?.text };
    Ok(Some(Value::String(text)))
}

fn json(text: &str) -> Result<Value, Stop> {
    serde_json::from_str(text).map_err(|error| Stop::Usage(format!("this {}", unread(&error))))
}

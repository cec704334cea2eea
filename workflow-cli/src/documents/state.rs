//! `test-state`: one state, with all that its data was on the way.

use super::answers;
use super::document::Document;
use super::run::{input, number};
use crate::cli::say;
use crate::command::Asked;
use crate::nearest;
use crate::run::runtime;
use crate::stop::Stop;
use serde_json::{Map, Value};
use workflow_asl::Definition;
use workflow_asl::document::{MachineType, Scope, State, StateKind};
use workflow_runtime::Engine;
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::mocks::{Needed, needed};
use workflow_runtime::test_state::{
    Configuration, Inspection, Mock, Status, TestState, test_state,
};

/// A role has no meaning here, but a test of a Task is refused without one.
const ROLE: &str = "arn:aws:iam::123456789012:role/test";

pub(super) fn test(asked: &Asked, name: &str, document: &Document) -> Result<(), Stop> {
    let definition = document.definition(MachineType::Standard)?;
    let mut states = vec![];
    all(definition.scope(), &mut states);
    let state = states.iter().find(|state| state.name == name).ok_or_else(|| {
        let hint = nearest::hint(name, states.iter().map(|state| state.name.as_str()));
        Stop::Usage(format!("{} has no state `{name}`{hint}", document.file))
    })?;
    let request = TestState {
        mock: mock(asked, state, &definition, document)?,
        definition: definition.to_value(),
        state: Some(name.to_owned()),
        input: json(&input(asked, "--input")?.text)?,
        role: Some(ROLE.to_owned()),
        inspection: Inspection::Debug,
        variables: variables(asked)?,
        configuration: Configuration {
            retries: number(asked, "--retries")?.unwrap_or(0),
            ..Configuration::default()
        },
        ..TestState::default()
    };
    let engine = Engine::builder().clock(VirtualClock::default()).seed(0).build();
    let tested = runtime()?.block_on(test_state(&engine, request));
    let tested = tested.map_err(|refused| Stop::Usage(refused.to_string()))?;
    say(&format!("{:#}", tested.json()))?;
    if tested.status == Status::Failed { Err(Stop::Reported) } else { Ok(()) }
}

fn all<'s>(scope: &'s Scope, states: &mut Vec<&'s State>) {
    for state in &scope.states {
        states.push(state);
        state.kind.scopes().iter().for_each(|scope| all(scope, states));
    }
}

/// The first answer for the state, where it needs one.
fn mock(
    asked: &Asked,
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
    let mock = answers::read(asked, document)?.and_then(|mocks| mocks.first(&called));
    mock.map(Some).ok_or_else(|| {
        let begin = answers::begin(std::slice::from_ref(&called));
        let (name, kind) = (&state.name, state.kind.name());
        Stop::Usage(format!(
            "`{name}` is a {kind}: a test needs what it comes to, in a file given with `--mocks`:\n{begin}"
        ))
    })
}

fn variables(asked: &Asked) -> Result<Map<String, Value>, Stop> {
    match json(&input(asked, "--variables")?.text)? {
        Value::Object(variables) => Ok(variables),
        other => Err(Stop::Usage(format!("--variables needs an object, not `{other}`"))),
    }
}

fn json(text: &str) -> Result<Value, Stop> {
    serde_json::from_str(text).map_err(|error| Stop::Usage(format!("this is not JSON: {error}")))
}

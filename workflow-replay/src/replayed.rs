//! A replay: the recording, the run, and what is different.

use crate::compare::{HistoryDifference, Order, compare_history};
use crate::noise::Noise;
use crate::recording::Recording;
use crate::run::{Entry, ReplayRun, Setup, bounded, run};
use crate::script::{Asked, Script};
use crate::step::RecordedStep;
use crate::token;
use crate::unsupported::unsupported;
use serde_json::{Value, json};
use std::sync::Arc;
use workflow_runtime::connector::MemoryObjects;
use workflow_runtime::mocks::Mocks;

/// A run of a definition with the answers of a recording.
#[derive(Debug)]
pub struct Replayed {
    /// The run.
    pub ran: ReplayRun,
    /// The differences from the recording; none are looked for where it began at another state.
    pub differences: Vec<HistoryDifference>,
    /// The calls that were not recorded: the run stands there.
    pub asked: Vec<Asked>,
    /// The answers that no call asked for.
    pub left: Vec<RecordedStep>,
    /// The answers in the order in which the run took them.
    pub taken: Vec<RecordedStep>,
    /// The recorded answers from before the state that it began at.
    pub before: Vec<RecordedStep>,
}

/// The choices of a replay.
#[derive(Clone, Default)]
pub struct ReplayOptions {
    /// The state to begin at, with its recorded input; else the first one.
    pub from: Option<String>,
    /// The answers of tasks that the recording knows nothing of.
    pub mocks: Option<Mocks>,
}

/// Runs a definition again with the answers of a recording.
///
/// # Errors
/// The definition or the recording cannot be replayed, with the reason.
pub fn replay(
    recording: &Recording,
    definition: &Value,
    options: &ReplayOptions,
) -> Result<Replayed, String> {
    unsupported(recording, definition)?;
    let from = options.from.as_deref().map(|state| entry(recording, state)).transpose()?;
    let (mut steps, mut before) = (recording.steps(), vec![]);
    if let Some((_, after)) = &from {
        (steps, before) = steps.into_iter().partition(|step| step.event > *after);
    }
    let script = Script::new(steps, Noise::raw()).halting(options.mocks.clone(), gone(recording));
    let arn = recording.arn.clone().or_else(|| recording.arn_of_map_runs());
    let machine = recording.machine_name().or_else(|| arn.as_deref()?.split(':').nth(6));
    let setup = Setup {
        definition: definition.clone(),
        input: recording.input.clone(),
        script: script.clone(),
        objects: MemoryObjects::default(),
        machine: machine.map(str::to_owned),
        arn,
        role: recording.role.clone(),
        started: recording.started(),
        from: from.map(|(entry, _)| entry),
    };
    let whole = setup.from.is_none();
    let ran = bounded(move || run(setup))?;
    let differences = if whole { differences(recording, &ran, &script) } else { vec![] };
    Ok(Replayed {
        ran,
        differences,
        asked: script.asked(),
        left: script.left(),
        taken: script.taken(),
        before,
    })
}

/// The activity that an execution failed for, as it did not exist (recorded).
fn gone(recording: &Recording) -> Vec<String> {
    let cause =
        recording.events.last().and_then(|event| crate::event::told(event)["cause"].as_str());
    let named = cause.and_then(|cause| cause.rsplit_once("The activity "));
    let arn = named.and_then(|(_, rest)| rest.strip_suffix(" does not exist."));
    arn.map(str::to_owned).into_iter().collect()
}

/// The last entering of a state at the outermost level, and the number of its event.
fn entry(recording: &Recording, state: &str) -> Result<(Entry, u32), String> {
    let visits = &recording.trace.visits;
    let Some(visit) = visits.iter().rposition(|visit| *visit.state == *state) else {
        return Err(format!("the recording never entered the state `{state}`"));
    };
    if let Some(around) = visits[visit].parent.and_then(|parent| visits.get(parent)) {
        return Err(format!(
            "the state `{state}` is inside `{0}`: a run can begin only at a state of the outermost level, such as `{0}`",
            around.state
        ));
    }
    let event = recording.entered(visit).ok_or("its first event is missing")?;
    let input = crate::event::told(event)["input"].clone();
    let id = event["id"].as_u64().and_then(|id| u32::try_from(id).ok()).unwrap_or_default();
    Ok((Entry { state: state.to_owned(), input, variables: recording.variables(visit) }, id))
}

/// Every difference between the history of a run and the recorded one, by the rules of recordings.
fn differences(recording: &Recording, ran: &ReplayRun, script: &Script) -> Vec<HistoryDifference> {
    let tokens = script.tokens();
    let outcome = ran.outcome(None);
    let mut events: Vec<Value> =
        outcome.events.iter().map(|event| token::replaced(event, &tokens)).collect();
    let mut recorded = &recording.events[..];
    if !recording.is_whole() {
        // It was stopped, or is not over: the recording is a beginning of the run.
        let ended = recording.status == "ABORTED";
        recorded = &recorded[..recorded.len() - usize::from(ended)];
        events.truncate(recorded.len());
    }
    let order = if recording.is_concurrent() { Order::Partial } else { Order::Total };
    let mut found = compare_history(order, recorded, &events, &Noise::raw());
    if recording.is_whole() && recording.status != outcome.status {
        found.push(HistoryDifference {
            path: "$.status".to_owned(),
            expected: Some(json!(recording.status)),
            actual: Some(json!(ran.status.name())),
        });
    }
    found
}

impl Recording {
    /// True if branches or items may have run at the same time: the order of their events is open.
    #[must_use]
    pub fn is_concurrent(&self) -> bool {
        use workflow_runtime::machine::Kind;
        self.trace.visits.iter().any(|visit| matches!(visit.kind, Kind::Parallel | Kind::Map))
    }
}

impl Replayed {
    /// True if the run did what was recorded.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.differences.is_empty() && self.asked.is_empty()
    }

    /// All answers of an execution from its beginning, in the order in which they were asked for.
    #[must_use]
    pub fn answers(&self) -> Vec<RecordedStep> {
        [&self.before[..], &self.taken].concat()
    }

    /// The output, if it came to one.
    #[must_use]
    pub fn output(&self) -> Option<Arc<Value>> {
        self.ran.result.as_ref()?.as_ref().ok()?.json().ok()
    }
}

//! The kinds of events as numbers. Their order is part of the form: new ones come last.

use crate::history::EventType;
use crate::machine::Kind;

const KINDS: [Kind; 8] = [
    Kind::Task,
    Kind::Choice,
    Kind::Pass,
    Kind::Wait,
    Kind::Parallel,
    Kind::Map,
    Kind::Succeed,
    Kind::Fail,
];

const OF_STATES: [fn(Kind) -> EventType; 6] = [
    EventType::StateEntered,
    EventType::StateExited,
    EventType::StateAborted,
    EventType::StateStarted,
    EventType::StateSucceeded,
    EventType::StateFailed,
];

const OTHERS: [EventType; 32] = [
    EventType::ExecutionStarted,
    EventType::ExecutionSucceeded,
    EventType::ExecutionFailed,
    EventType::ExecutionAborted,
    EventType::ExecutionTimedOut,
    EventType::TaskScheduled,
    EventType::TaskStarted,
    EventType::TaskSubmitted,
    EventType::TaskSubmitFailed,
    EventType::TaskSucceeded,
    EventType::TaskFailed,
    EventType::TaskTimedOut,
    EventType::LambdaFunctionScheduled,
    EventType::LambdaFunctionStarted,
    EventType::LambdaFunctionSucceeded,
    EventType::LambdaFunctionFailed,
    EventType::LambdaFunctionTimedOut,
    EventType::ActivityScheduled,
    EventType::ActivityStarted,
    EventType::ActivitySucceeded,
    EventType::ActivityFailed,
    EventType::ActivityTimedOut,
    EventType::MapIterationStarted,
    EventType::MapIterationSucceeded,
    EventType::MapIterationFailed,
    EventType::MapIterationAborted,
    EventType::MapRunStarted,
    EventType::MapRunSucceeded,
    EventType::MapRunFailed,
    EventType::EvaluationFailed,
    EventType::ExecutionRedriven,
    EventType::MapRunRedriven,
];

/// The number of the first kind that is not of a state.
const FIRST: usize = KINDS.len() * OF_STATES.len();

/// The number of a kind, below 128.
pub(super) fn number(kind: EventType) -> u8 {
    let (group, of) = match kind {
        EventType::StateEntered(of) => (0, of),
        EventType::StateExited(of) => (1, of),
        EventType::StateAborted(of) => (2, of),
        EventType::StateStarted(of) => (3, of),
        EventType::StateSucceeded(of) => (4, of),
        EventType::StateFailed(of) => (5, of),
        other => return place(FIRST, OTHERS.iter().position(|kind| *kind == other)),
    };
    place(group * KINDS.len(), KINDS.iter().position(|kind| *kind == of))
}

/// All kinds are in the tables: a test says so.
#[allow(clippy::cast_possible_truncation, reason = "there are fewer than 128")]
fn place(first: usize, position: Option<usize>) -> u8 {
    position.map_or(127, |position| first + position) as u8
}

/// The kind of a number.
pub(super) fn kind(number: u8) -> Option<EventType> {
    let number = usize::from(number);
    if number >= FIRST {
        return OTHERS.get(number - FIRST).copied();
    }
    let of = OF_STATES.get(number / KINDS.len())?;
    Some(of(KINDS[number % KINDS.len()]))
}

/// All kinds, in the order of their numbers.
pub(in crate::history) fn all() -> impl Iterator<Item = EventType> {
    (0..127).map_while(kind)
}

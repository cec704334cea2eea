//! Writes the history of an execution, or only counts its events.

use crate::engine::scope::{Text, Trace};
use crate::failure::Failure;
use crate::history::{Details, EventType, HistoryEvent};
use crate::limits::{self, Limits};
use crate::machine::{History, Kind, StateInfo, StateTrace, StepTrace};
use jiff::Timestamp;
use std::sync::Arc;

/// The history as it is written. Events are counted even if nothing is kept: their number is limited, and
/// causes quote it.
pub(crate) struct Log {
    pub(crate) mode: History,
    pub(crate) limits: Limits,
    /// True for an EXPRESS execution, which may have more events.
    pub(crate) express: bool,
    pub(crate) count: u32,
    /// The events since they were last fetched.
    pub(crate) events: Vec<HistoryEvent>,
    /// True if there is room for the last event only.
    pub(crate) full: bool,
    pub(crate) now: Timestamp,
    /// The time of the last redrive: no event comes before, also where this clock is behind that of another engine.
    pub(crate) since: Timestamp,
    /// Names of states as they are shared, made when first needed.
    names: Vec<Option<Text>>,
}

/// The end of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ended {
    /// In a state with an effect.
    Waiting,
    /// At the end of the scope.
    Done,
    /// In a Fail state, or in a state with a fault.
    Failed,
}

impl Log {
    pub(crate) fn new(mode: History, limits: Limits) -> Self {
        Log {
            mode,
            limits,
            express: false,
            count: 0,
            events: Vec::new(),
            full: false,
            now: Timestamp::UNIX_EPOCH,
            since: Timestamp::UNIX_EPOCH,
            names: Vec::new(),
        }
    }

    pub(crate) fn is_full(&self) -> bool {
        self.mode == History::Full
    }

    /// The name of a state, if events are more than counted.
    #[inline]
    pub(crate) fn name_of<'s>(
        &mut self,
        state: impl FnOnce() -> Option<(&'s [StateInfo], usize)>,
    ) -> Option<Text> {
        if self.mode == History::Off {
            return None;
        }
        let (states, state) = state()?;
        Some(self.name(states, state))
    }

    /// Adds an event, unless the history is full: its number.
    #[inline]
    pub(crate) fn push(
        &mut self,
        kind: EventType,
        previous: u32,
        details: impl FnOnce() -> Details,
    ) -> u32 {
        if self.full || !self.room(1) {
            self.full = true;
            return self.count;
        }
        self.add(kind, previous, details)
    }

    /// Adds the last event, for which there is always room.
    #[inline]
    pub(crate) fn add(
        &mut self,
        kind: EventType,
        previous: u32,
        details: impl FnOnce() -> Details,
    ) -> u32 {
        self.count += 1;
        if self.mode != History::Off {
            let details = details();
            let time = self.now.max(self.since);
            let event = HistoryEvent { id: self.count, previous, time, kind, details };
            self.events.push(event);
        }
        self.count
    }

    /// Takes the last event back, if it is one of these and was not fetched.
    pub(crate) fn withdraw(&mut self, which: impl Fn(&HistoryEvent) -> bool) {
        if self.events.pop_if(|event| which(event)).is_some() {
            self.count -= 1;
        }
    }

    /// The number of events that the execution may have.
    #[inline]
    pub(crate) fn most(&self) -> u32 {
        if self.express { limits::EXPRESS_EVENTS } else { limits::EVENTS }
    }

    #[inline]
    fn room(&self, events: u32) -> bool {
        self.limits != Limits::Aws || self.count + events < self.most()
    }

    /// The name of a state, shared.
    pub(crate) fn name(&mut self, states: &[StateInfo], state: usize) -> Text {
        if self.names.len() < states.len() {
            self.names.resize(states.len(), None);
        }
        let Some(info) = states.get(state) else { return "".into() };
        let name = || Arc::from(&*info.name);
        self.names.get_mut(state).map_or_else(name, |known| known.get_or_insert_with(name).clone())
    }

    /// The name of a state, in the place of another one; mostly it is there already.
    pub(crate) fn name_into(&mut self, name: &mut Text, states: &[StateInfo], state: usize) {
        let known = self.names.get(state).and_then(|known| known.as_ref());
        if !known.is_some_and(|known| Arc::ptr_eq(known, name)) {
            *name = self.name(states, state);
        }
    }

    /// Writes down what a machine passed within a step. With a full history, what flows is followed, and must
    /// not grow too large.
    pub(crate) fn passed(
        &mut self,
        trace: &mut Trace,
        states: &[StateInfo],
        steps: &mut StepTrace,
        ended: Ended,
        output: impl FnOnce() -> Option<Text>,
    ) -> Result<(), Failure> {
        if self.mode == History::Off {
            self.tally(trace, steps, ended);
            return Ok(());
        }
        let mut output = Some(output);
        let last = steps.entries.len().saturating_sub(1);
        let stays = ended != Ended::Done;
        for (index, mut entry) in steps.entries.drain(..).enumerate() {
            let Some(state) = entry.state else {
                trace.data = entry.output.take().or(trace.data.take());
                continue;
            };
            if index > 0 {
                self.enter(trace, states, state);
            }
            if index == last && stays && (index > 0 || ended == Ended::Failed) {
                continue;
            }
            if self.is_full() && index == last && ended == Ended::Done && entry.output.is_none() {
                entry.output = output.take().and_then(|output| output());
            }
            self.exit(trace, states, state, entry)?;
        }
        Ok(())
    }

    /// Counts the events of a step.
    fn tally(&mut self, trace: &mut Trace, steps: &StepTrace, ended: Ended) {
        // The first state of the trace is left if there was one, the last one is not unless the scope is done.
        let left = u32::from(trace.entered != 0);
        let stays = u32::from(ended != Ended::Done && (left + steps.entered > 0));
        let events = (left + 2 * steps.entered).saturating_sub(stays);
        if self.room(events) {
            self.count += events;
        } else {
            self.full = true;
        }
        (trace.last, trace.entered) = (self.count, self.count);
    }

    fn enter(&mut self, trace: &mut Trace, states: &[StateInfo], state: usize) {
        let name = self.name(states, state);
        let input = trace.data.clone();
        trace.before = trace.last;
        let kind = EventType::StateEntered(kind(states, state));
        trace.last = self.push(kind, trace.last, || Details::StateEntered { name, input });
        trace.entered = trace.last;
    }

    fn exit(
        &mut self,
        trace: &mut Trace,
        states: &[StateInfo],
        state: usize,
        entry: StateTrace,
    ) -> Result<(), Failure> {
        let name = self.name(states, state);
        let output = entry.output.as_ref().or(trace.result.as_ref()).or(trace.data.as_ref());
        let fits = output.is_none_or(|text| self.limits.allow(text));
        let assigned: usize = entry.assigned.iter().map(|(_, text)| text.len()).sum();
        if !fits || assigned > self.limits.payload() {
            return Err(limits::too_large(&name));
        }
        trace.data = output.cloned();
        trace.result = None;
        let (output, assigned) = (trace.data.clone(), entry.assigned);
        let kind = EventType::StateExited(kind(states, state));
        let details = || Details::StateExited { name, output, assigned };
        trace.last = self.push(kind, trace.last, details);
        Ok(())
    }

    /// An expression of a state could not be evaluated.
    pub(crate) fn evaluation_failed(
        &mut self,
        trace: &mut Trace,
        states: &[StateInfo],
        state: usize,
        failure: &Failure,
    ) {
        let name = self.name(states, state);
        // Recorded: it follows from what the state's Entered follows from, but for a Wait from its Entered.
        let wait = kind(states, state) == Kind::Wait;
        let previous = if wait { trace.entered } else { trace.before };
        trace.last = self.push(EventType::EvaluationFailed, previous, || {
            let cause = failure.reported();
            Details::EvaluationFailed {
                state: name,
                location: location(&cause),
                error: failure.error().into(),
                cause: cause.into(),
            }
        });
    }
}

/// The field that AWS names in a cause.
fn location(cause: &str) -> Option<Text> {
    if let Some((_, rest)) = cause.split_once(" specified for the field '") {
        return rest.split_once('\'').map(|(field, _)| field.into());
    }
    let (before, _) = cause.split_once(" field cannot be parsed as")?;
    before.rsplit(' ').next().map(Into::into)
}

fn kind(states: &[StateInfo], state: usize) -> Kind {
    states.get(state).map_or(Kind::Pass, |info| info.kind)
}

/// A failure as the details of an event. What is empty was not said.
pub(crate) fn failed(error: &str, cause: String) -> Details {
    let some = |text: &str| (!text.is_empty()).then(|| Text::from(text));
    Details::Failed { error: some(error), cause: some(&cause), item: None }
}

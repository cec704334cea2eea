//! The answers of a recording: what each scheduled task came to.

use crate::event;
use crate::recording::Recording;
use crate::step::RecordedStep;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::time::Duration;
use workflow_runtime::history::{EventType, HistoryEvent};

impl Recording {
    /// Returns what each scheduled task came to, in the order of scheduling.
    #[must_use]
    pub fn steps(&self) -> Vec<RecordedStep> {
        let mut reader = Reader { recording: self, steps: vec![], attempts: HashMap::new() };
        for (read, event) in self.read.iter().zip(&self.events) {
            reader.take(read, event);
        }
        reader.steps
    }

    /// The visit that an event belongs to. A failed evaluation follows from what was before its state, and names it.
    pub(crate) fn visit(&self, id: u32) -> Option<usize> {
        let at = usize::try_from(id).ok()?.checked_sub(1)?;
        let (read, event) = (self.read.get(at)?, self.events.get(at)?);
        if read.kind != EventType::EvaluationFailed {
            return self.trace.visit_at(id);
        }
        let state = event::told(event)["state"].as_str()?;
        let before =
            self.read.iter().take(at).filter(|it| matches!(it.kind, EventType::StateEntered(_)));
        let visits = before.filter_map(|it| self.trace.visit_at(it.id));
        visits.rev().find(|visit| *self.trace.visits[*visit].state == *state)
    }

    /// The ordinal of a visit among those of its state.
    pub(crate) fn entry(&self, visit: usize) -> u32 {
        let same =
            |it: &&workflow_runtime::history::Visit| it.state == self.trace.visits[visit].state;
        let before = self.trace.visits[..visit].iter().filter(same).count();
        u32::try_from(before).unwrap_or(u32::MAX)
    }

    /// The event with which a visit began.
    pub(crate) fn entered(&self, visit: usize) -> Option<&Value> {
        let is = |it: &&HistoryEvent| {
            matches!(it.kind, EventType::StateEntered(_))
                && self.trace.visit_at(it.id) == Some(visit)
        };
        let read = self.read.iter().find(is)?;
        self.events.get(usize::try_from(read.id).ok()?.checked_sub(1)?)
    }
}

struct Reader<'r> {
    recording: &'r Recording,
    steps: Vec<RecordedStep>,
    /// The last step of each visit.
    attempts: HashMap<usize, usize>,
}

impl Reader<'_> {
    fn take(&mut self, read: &HistoryEvent, event: &Value) {
        let told = event::told(event);
        match read.kind {
            EventType::TaskScheduled
            | EventType::LambdaFunctionScheduled
            | EventType::ActivityScheduled => self.scheduled(read, told),
            EventType::ActivityStarted => {
                let worker = told.get("workerName").cloned();
                self.change(read, |step| step.worker = worker);
            }
            EventType::TaskSubmitted => {
                let output = told["output"].clone();
                self.change(read, |step| step.submitted = Some(output));
            }
            EventType::TaskSucceeded
            | EventType::LambdaFunctionSucceeded
            | EventType::ActivitySucceeded => self.came(read, json!({ "ok": told["output"] })),
            EventType::TaskFailed
            | EventType::TaskSubmitFailed
            | EventType::LambdaFunctionFailed
            | EventType::ActivityFailed => {
                let err = json!({ "error": told["error"], "cause": told["cause"] });
                self.came(read, json!({ "err": err }));
            }
            EventType::TaskTimedOut
            | EventType::LambdaFunctionTimedOut
            | EventType::ActivityTimedOut => {
                let err = json!({ "error": told["error"], "cause": told["cause"] });
                self.came(read, json!({ "timeout": err }));
            }
            _ => {}
        }
    }

    fn scheduled(&mut self, read: &HistoryEvent, told: &Value) {
        let own = self.recording.visit(read.id);
        let visit = self.recording.visit(read.previous).or(own);
        let Some(visit) = visit else { return };
        let Some(state) = self.recording.trace.visits.get(visit) else { return };
        let before = self.attempts.get(&visit).and_then(|at| self.steps.get(*at));
        let attempt = before.map_or(0, |step| step.attempt + 1);
        let request = told.get("parameters").or_else(|| told.get("input"));
        self.attempts.insert(visit, self.steps.len());
        self.steps.push(RecordedStep {
            state: state.state.to_string(),
            resource: told["resource"].as_str().unwrap_or_default().to_owned(),
            service: told["resourceType"].as_str().unwrap_or_default().to_owned(),
            entry: self.recording.entry(visit),
            attempt,
            request: request.cloned().unwrap_or_default(),
            outcome: json!({ "pending": true }),
            after: limit(told),
            event: read.id,
            ..RecordedStep::default()
        });
    }

    /// The step that an event follows from.
    fn change(&mut self, read: &HistoryEvent, change: impl FnOnce(&mut RecordedStep)) {
        let visit = self.recording.visit(read.previous);
        let at = visit.and_then(|visit| self.attempts.get(&visit)).copied();
        if let Some(step) = at.and_then(|at| self.steps.get_mut(at)) {
            change(step);
        }
    }

    fn came(&mut self, read: &HistoryEvent, outcome: Value) {
        let events = &self.recording.read;
        self.change(read, |step| {
            let scheduled =
                usize::try_from(step.event).ok().and_then(|id| events.get(id.checked_sub(1)?));
            let taken = scheduled.map(|it| read.time.duration_since(it.time));
            let taken = taken.and_then(|taken| Duration::try_from(taken).ok()).unwrap_or_default();
            step.after = taken.min(step.after);
            step.outcome = outcome;
        });
    }
}

/// The longest time in which an answer comes that was recorded: the limits of the state count from its beginning, and
/// heartbeats are in no history.
fn limit(told: &Value) -> Duration {
    const LESS: Duration = Duration::from_millis(1);
    let seconds =
        ["timeoutInSeconds", "heartbeatInSeconds"].iter().filter_map(|it| told[it].as_u64());
    let limit = seconds.min().map(Duration::from_secs);
    limit.map_or(Duration::MAX, |limit| limit.saturating_sub(LESS))
}

//! Events to bytes.

use super::{NUMBER, PREVIOUS, TIME, USUAL, VERSION, WINDOW, details, kinds};
use crate::binary::{put, put_signed, put_time};
use crate::history::{Details, HistoryEvent, ItemFailed};
use crate::target::{Pattern, Shape, Target};
use crate::texts::{OTHER, Payloads, put_pieces};
use jiff::Timestamp;
use std::sync::Arc;

/// Encodes events. Their long texts become payloads.
pub(crate) fn encode(events: &[HistoryEvent], payloads: &mut Payloads) -> Vec<u8> {
    let mut to = Vec::with_capacity(32 + 16 * events.len());
    to.push(version(events));
    put(&mut to, events.len() as u64);
    let mut encoder = Encoder { to, payloads, texts: Vec::new(), target: None };
    let mut before = (0, Timestamp::UNIX_EPOCH);
    for event in events {
        encoder.event(event, before);
        before = (event.id, event.time);
    }
    encoder.to
}

/// The oldest version that has all these events: programs of before read what they know, and say of the rest that it is
/// newer.
fn version(events: &[HistoryEvent]) -> u8 {
    let item = |of: &Details| matches!(of, Details::Failed { item: Some(_), .. });
    if events.iter().any(|event| item(&event.details)) { VERSION } else { 1 }
}

struct Encoder<'e> {
    to: Vec<u8>,
    payloads: &'e mut Payloads,
    /// The texts so far.
    texts: Vec<&'e str>,
    /// The target of the last call.
    target: Option<&'e Target>,
}

impl<'e> Encoder<'e> {
    fn event(&mut self, event: &'e HistoryEvent, (id, time): (u32, Timestamp)) {
        let bit = |is: bool, bit| if is { bit } else { 0 };
        let unusual = bit(event.id != id.wrapping_add(1), NUMBER)
            | bit(event.previous != event.id.wrapping_sub(1), PREVIOUS)
            | bit(event.time != time, TIME);
        let kind = kinds::number(event.kind);
        self.to.push(kind | bit(unusual == 0, USUAL));
        if unusual != 0 {
            self.to.push(unusual);
        }
        if unusual & NUMBER != 0 {
            put_signed(&mut self.to, i64::from(event.id) - i64::from(id));
        }
        if unusual & PREVIOUS != 0 {
            put_signed(&mut self.to, i64::from(event.previous) - i64::from(event.id));
        }
        if unusual & TIME != 0 {
            put_time(&mut self.to, event.time, time);
        }
        self.details(&event.details);
    }

    /// Begins details, of which these parts are there.
    fn begin<const N: usize>(&mut self, kind: u8, parts: [bool; N]) {
        let bits = parts.into_iter().enumerate().filter(|(_, is)| *is);
        self.to.push(bits.fold(kind, |byte, (bit, _)| byte | 1 << (4 + bit)));
    }

    fn details(&mut self, of: &'e Details) {
        match of {
            Details::None => self.begin(details::NONE, []),
            Details::TaskStarted => self.begin(details::TASK_STARTED, []),
            Details::ExecutionStarted { input, role } => {
                self.begin(details::EXECUTION_STARTED, [input.is_some()]);
                self.texts([input.as_ref(), Some(role)]);
            }
            Details::ExecutionSucceeded { output } => {
                self.begin(details::EXECUTION_SUCCEEDED, [output.is_some()]);
                self.texts([output.as_ref()]);
            }
            Details::TaskSucceeded { output } => {
                self.begin(details::TASK_SUCCEEDED, [output.is_some()]);
                self.texts([output.as_ref()]);
            }
            Details::StateEntered { name, input } => {
                self.begin(details::STATE_ENTERED, [input.is_some()]);
                self.texts([Some(name), input.as_ref()]);
            }
            Details::StateExited { name, output, assigned } => {
                self.begin(details::STATE_EXITED, [output.is_some(), !assigned.is_empty()]);
                self.texts([Some(name), output.as_ref()]);
                if !assigned.is_empty() {
                    put(&mut self.to, assigned.len() as u64);
                }
                for (name, value) in assigned {
                    self.text(name);
                    self.text(value);
                }
            }
            Details::Failed { error, cause, item } => {
                let state = item.as_ref().is_some_and(|item| item.state.is_some());
                let parts = [error.is_some(), cause.is_some(), item.is_some(), state];
                self.begin(details::FAILED, parts);
                self.texts([error.as_ref(), cause.as_ref()]);
                if let Some(ItemFailed { index, name, state, error, cause }) = item.as_deref() {
                    put(&mut self.to, (*index).into());
                    self.texts([state.as_ref(), Some(name), Some(error), Some(cause)]);
                }
            }
            Details::MapStateStarted { length } => {
                self.begin(details::MAP_STATE_STARTED, []);
                put(&mut self.to, (*length).into());
            }
            // As the start of a Map, with a part that it has not.
            Details::Redriven { count, run } => {
                self.begin(details::MAP_STATE_STARTED, [true, run.is_some()]);
                put(&mut self.to, (*count).into());
                self.texts([run.as_ref()]);
            }
            Details::MapRunStarted { arn } => {
                self.begin(details::MAP_RUN_STARTED, []);
                self.text(arn);
            }
            Details::MapIteration { name, index } => {
                self.begin(details::MAP_ITERATION, []);
                self.text(name);
                put(&mut self.to, (*index).into());
            }
            Details::EvaluationFailed { state, location, error, cause } => {
                let bit = if location.is_some() { details::LOCATION } else { 0 };
                self.to.push(details::EVALUATION_FAILED | bit);
                self.texts([Some(state), location.as_ref(), Some(error), Some(cause)]);
            }
            calls => self.call(calls),
        }
    }

    /// The details of calls.
    fn call(&mut self, of: &'e Details) {
        match of {
            Details::TaskScheduled { function, parameters, region, timeout, heartbeat } => {
                let parts = [parameters.is_some(), timeout.is_some(), heartbeat.is_some()];
                self.begin(details::TASK_SCHEDULED, parts);
                self.text(function);
                self.texts([parameters.as_ref(), Some(region)]);
                self.limits([timeout, heartbeat]);
            }
            Details::Scheduled { target, input, region, timeout, heartbeat, role } => {
                let limits = (timeout.is_some(), heartbeat.is_some());
                self.begin(
                    details::SCHEDULED,
                    [input.is_some(), limits.0, limits.1, role.is_some()],
                );
                self.target(target);
                self.texts([input.as_ref(), Some(region)]);
                self.limits([timeout, heartbeat]);
                self.texts([role.as_ref()]);
            }
            Details::Started { target, worker } => {
                self.begin(details::STARTED, [worker.is_some()]);
                self.target(target);
                self.texts([worker.as_ref()]);
            }
            Details::Returned { target, output } => {
                self.begin(details::RETURNED, [output.is_some()]);
                self.target(target);
                self.texts([output.as_ref()]);
            }
            Details::CallFailed { target, error, cause } => {
                self.begin(details::CALL_FAILED, [error.is_some(), cause.is_some()]);
                self.target(target);
                self.texts([error.as_ref(), cause.as_ref()]);
            }
            _ => {}
        }
    }

    fn limits(&mut self, limits: [&Option<u32>; 2]) {
        for limit in limits.into_iter().flatten() {
            put(&mut self.to, (*limit).into());
        }
    }

    fn texts<const N: usize>(&mut self, texts: [Option<&'e Arc<str>>; N]) {
        for text in texts.into_iter().flatten() {
            self.text(text);
        }
    }

    /// The text, or how many others were told since.
    fn text(&mut self, text: &'e str) {
        let same = |known: &&str| {
            known.len() == text.len() && (std::ptr::eq(*known, text) || *known == text)
        };
        if let Some(ago) = self.texts.iter().rev().take(WINDOW).position(same) {
            return put(&mut self.to, (ago as u64) << 2 | OTHER);
        }
        put_pieces(&mut self.to, &self.payloads.divide(text));
        self.texts.push(text);
    }

    /// 0 for the same as before; else its kind, and what it has of texts.
    fn target(&mut self, target: &'e Target) {
        if self.target.is_some_and(|known| std::ptr::eq(known, target) || known == target) {
            return self.to.push(0);
        }
        self.target = Some(target);
        self.to.push(match &target.shape {
            Shape::Function => 1,
            Shape::Activity => 2,
            Shape::Service { pattern, .. } => match pattern {
                Pattern::RequestResponse => 3,
                Pattern::Sync => 4,
                Pattern::Sync2 => 5,
                Pattern::WaitForTaskToken => 6,
            },
        });
        self.text(&target.resource);
        if let Shape::Service { service, action, .. } = &target.shape {
            self.texts([Some(service), Some(action)]);
        }
    }
}

//! The end of a child.

use crate::failure::Failure;
use crate::history::ItemFailed;
use crate::store::{Described, Status};
use jiff::Timestamp;
use serde_json::{Map, Value, json};
use std::sync::Arc;
use workflow_asl::document::ResultForm;

/// The end of a child.
pub(super) struct End {
    pub(super) child: Child,
    pub(super) stopped: Timestamp,
    pub(super) status: Status,
    pub(super) result: Result<Arc<Value>, Failure>,
    /// True if a former run of the Map had it stopped, and that came to its end in this one.
    pub(super) by_former: bool,
}

/// The identity of a child.
#[derive(Clone)]
pub(super) struct Child {
    pub(super) arn: Arc<str>,
    pub(super) name: Arc<str>,
    /// The ARN of its state machine.
    pub(super) machine: Arc<str>,
    pub(super) input: Arc<Value>,
    /// The number of items that are in its input.
    pub(super) items: u64,
    pub(super) started: Timestamp,
    /// The time when it ended, if that was before a crash.
    pub(super) ended: Option<Timestamp>,
    /// The state that it has come to, where that is known.
    pub(super) state: Option<Arc<str>>,
    /// The number of its redrives.
    pub(super) redrives: u32,
}

impl End {
    /// Returns what a history tells of it, if it failed.
    pub(super) fn failed(&self, index: usize) -> Option<Arc<ItemFailed>> {
        let failure = self.result.as_ref().err()?;
        Some(Arc::new(ItemFailed {
            index: u32::try_from(index).unwrap_or(u32::MAX),
            name: self.child.name.clone(),
            state: self.child.state.clone(),
            error: failure.error().into(),
            cause: failure.reported().into(),
        }))
    }

    /// Returns what `Transformation` keeps of it. What failed is always described.
    pub(super) fn formed(self, form: ResultForm) -> Vec<Value> {
        match (form, &self.result) {
            (ResultForm::None, _) | (_, Err(_)) => vec![self.described()],
            (ResultForm::Compact, Ok(output)) => vec![(**output).clone()],
            (ResultForm::Flatten, Ok(output)) => match &**output {
                Value::Array(items) => items.clone(),
                other => vec![other.clone()],
            },
        }
    }

    /// The execution with what is known of it (Developer Guide, "ResultWriter").
    fn described(&self) -> Value {
        let (status, redrive) = match self.status {
            Status::Succeeded | Status::Running => ("SUCCEEDED", "NOT_REDRIVABLE"),
            Status::Failed => ("FAILED", "REDRIVABLE_BY_MAP_RUN"),
            Status::TimedOut => ("TIMED_OUT", "REDRIVABLE_BY_MAP_RUN"),
            Status::Aborted => ("ABORTED", "REDRIVABLE_BY_MAP_RUN"),
        };
        let mut all = self.child.described();
        match &self.result {
            Ok(output) => {
                all.insert("Output".into(), output.to_string().into());
                all.insert("OutputDetails".into(), json!({ "Included": true }));
            }
            Err(failure) => {
                all.insert("Error".into(), failure.error().into());
                all.insert("Cause".into(), failure.reported().into());
            }
        }
        let time = |time: Timestamp| format!("{time:.3}");
        all.insert("RedriveCount".into(), self.child.redrives.into());
        all.insert("RedriveStatus".into(), redrive.into());
        all.insert("StartDate".into(), time(self.child.started).into());
        all.insert("Status".into(), status.into());
        all.insert("StopDate".into(), time(self.stopped).into());
        all.sort_keys();
        Value::Object(all)
    }
}

impl Child {
    /// Takes over what the store knows of it; `again` if it is redriven.
    pub(super) fn found(&mut self, known: &Described, again: bool) {
        self.started = known.begun.started;
        self.redrives = known.redrives + u32::from(again);
        self.ended = known.end.as_ref().filter(|_| !again).map(|_| known.time);
        self.state.clone_from(&known.state);
    }

    fn described(&self) -> Map<String, Value> {
        let fields = [
            ("ExecutionArn", json!(self.arn)),
            ("Input", json!(self.input.to_string())),
            ("InputDetails", json!({ "Included": true })),
            ("Name", json!(self.name)),
            ("StateMachineArn", json!(self.machine)),
        ];
        fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }

    /// A child that was not begun, as a list of those has it.
    pub(super) fn pending(&self) -> Value {
        let mut all = self.described();
        all.insert("Status".into(), "PENDING".into());
        Value::Object(all)
    }
}

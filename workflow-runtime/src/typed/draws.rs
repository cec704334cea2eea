//! Time, chance and identity, as generated code asks for them: all from the context of the step.

use crate::chance;
use crate::machine::{Identity, StepContext, StepTrace};
use jiff::Timestamp;
use serde_json::Value;
use workflow_asl::jsonata::Entropy;

/// The execution that a workflow runs in.
pub struct Known<'a>(pub(super) &'a Identity);

impl Known<'_> {
    /// Its id (ARN).
    #[must_use]
    pub fn id(&self) -> String {
        self.0.id.to_string()
    }
    /// Its name.
    #[must_use]
    pub fn name(&self) -> String {
        self.0.name.to_string()
    }
    /// The time when it started.
    #[must_use]
    pub fn start_time(&self) -> String {
        chance::time(self.0.started)
    }
    /// The ARN of its state machine.
    #[must_use]
    pub fn state_machine(&self) -> String {
        self.0.machine.to_string()
    }
}

/// Draws a value. It belongs to the visit of the state that is left, and is noted in the trace.
pub struct Draws<'a> {
    pub(super) context: &'a StepContext,
    pub(super) trace: &'a mut StepTrace,
    pub(super) entropy: &'a mut Option<(u32, Entropy)>,
}

impl Draws<'_> {
    /// The time of this step: all that it evaluates sees the same.
    pub fn now(self) -> String {
        let now = self.context.now.as_millisecond();
        self.seen(chance::time(Timestamp::from_millisecond(now).unwrap_or_default()))
    }
    /// A number from 0 to less than 1.
    pub fn random(mut self) -> f64 {
        let number = self.entropy().random();
        self.seen(number)
    }
    /// A UUID, version 4.
    pub fn uuid(mut self) -> String {
        let uuid = self.entropy().uuid();
        self.seen(uuid)
    }
    /// A value that nothing reads: the document does not draw it.
    pub fn unread<T: Default + Clone + Into<Value>>(self) -> T {
        self.seen(T::default())
    }

    fn seen<T: Clone + Into<Value>>(self, value: T) -> T {
        self.trace.drawn.push(value.clone().into());
        value
    }

    fn entropy(&mut self) -> &mut Entropy {
        let visit = self.context.visits + self.trace.entered;
        if self.entropy.as_ref().is_some_and(|(of, _)| *of != visit) {
            *self.entropy = None;
        }
        let seed = self.context.seed;
        &mut self.entropy.get_or_insert_with(|| (visit, chance::leaving(0, seed, visit))).1
    }
}

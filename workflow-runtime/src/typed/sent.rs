//! The input of an effect: a value, or the fault of the expression that should have made it.

use super::items::{Again, Items};
use crate::call::Call;
use crate::failure::{Caught, Failure};
use crate::machine::{Effect, Stop, Until};
use crate::payload::Payload;
use crate::task::Task;
use serde::{Deserialize, Serialize};
use std::time::Duration;
use workflow_asl::called::Marked;
use workflow_asl::ops;

/// The arguments that a state sends. A fault is kept as well: the state's retriers and catchers may take it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Sent<T> {
    /// The value.
    Value(T),
    /// The reason why there is none.
    Fault(Failure),
}

/// The arguments that a call sends. The stand-in for a plain function takes whatever that returns: it is told of
/// elsewhere.
pub trait Sends<C>: Task {
    /// The input in a call.
    fn input(call: C) -> Self::Input;
}

impl<T: Task + Marked> Sends<Call<T>> for T {
    fn input(call: Call<T>) -> T::Input {
        call.input
    }
}

impl<T> Sent<T> {
    /// Evaluates in the phase of the state that sends it.
    pub fn new(make: impl FnOnce() -> T) -> Self {
        match ops::catch(make) {
            Ok(value) => Sent::Value(value),
            Err(fault) => Sent::Fault(Failure::query(fault.to_string())),
        }
    }

    pub(super) fn value(&self) -> Result<&T, Failure> {
        match self {
            Sent::Value(value) => Ok(value),
            Sent::Fault(failure) => Err(failure.clone()),
        }
    }
}

/// The effect of a task with this input. That it can be sent was said of the task.
///
/// # Errors
/// The fault.
pub fn send<T: Task>(input: &Sent<T::Input>) -> Result<Effect, Failure> {
    let input = Payload::live(input.value()?.clone());
    Ok(Effect::Task { input, timeout: None, heartbeat: None })
}

/// Makes the end of a scope of a task's error that no arm takes.
pub fn failed<T: Task>(error: T::Error) -> Stop {
    Stop::Failed(error.fail())
}

impl Sent<Duration> {
    /// The effect of a wait of this length.
    ///
    /// # Errors
    /// The fault, or a part of a second: the States Language waits for whole seconds.
    pub fn wait(&self) -> Result<Effect, Failure> {
        let duration = self.value()?;
        if duration.subsec_nanos() != 0 {
            return Err(Failure::query(format!(
                "a wait is a whole number of seconds, but was {duration:?}"
            )));
        }
        if duration.as_secs() > u32::MAX.into() {
            // The document says the same of it.
            return Err(Failure::query(format!(
                "a wait of {} seconds is too long",
                duration.as_secs()
            )));
        }
        Ok(Effect::Wait(Until::Seconds(duration.as_secs_f64())))
    }
}

/// A point in time, as text: RFC 3339.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Moment(String);

impl Moment {
    /// From its text, which is read when the wait begins.
    pub fn new(time: impl AsRef<str>) -> Self {
        Moment(time.as_ref().to_owned())
    }
}

impl Sent<Moment> {
    /// The effect of a wait until this point in time.
    ///
    /// # Errors
    /// The fault, or a text that is no point in time.
    pub fn wait(&self) -> Result<Effect, Failure> {
        let Moment(text) = self.value()?;
        let until = crate::interpreted::timestamp(text);
        let wrong = || Failure::query(format!("{}: {text}", crate::interpreted::NO_TIMESTAMP));
        until.map(Effect::Wait).ok_or_else(wrong)
    }
}

impl<T> Sent<Items<T>> {
    /// The effect of a Map of these items, so many at a time.
    ///
    /// # Errors
    /// The fault.
    pub fn fork(&self, width: usize) -> Result<Effect, Failure> {
        Ok(Effect::Fork { count: self.value()?.len(), width })
    }

    /// One of the items, once.
    pub fn take(&mut self, index: usize) -> Option<T> {
        match self {
            Sent::Value(items) => items.take(index),
            Sent::Fault(_) => None,
        }
    }
}

impl<T: Again> Sent<Items<T>> {
    /// Returns one of the items. It can be asked for more than once, because the state may be retried.
    #[must_use]
    pub fn again(&self, index: usize) -> Option<T> {
        match self {
            Sent::Value(items) => items.again(index),
            Sent::Fault(_) => None,
        }
    }
}

/// A limit in whole seconds.
#[must_use]
pub const fn seconds(limit: Duration) -> u32 {
    assert!(limit.subsec_nanos() == 0, "a limit is a whole number of seconds");
    assert!(
        limit.as_secs() >= 1 && limit.as_secs() <= 99_999_999,
        "a limit is 1 to 99999999 seconds"
    );
    limit.as_secs() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_is_whole_seconds_or_a_point_in_time() {
        for (wait, expected) in [
            (Duration::from_secs(90), Ok(Until::Seconds(90.0))),
            (Duration::ZERO, Ok(Until::Seconds(0.0))),
            (Duration::from_millis(1500), Err("a wait is a whole number of seconds")),
            (Duration::from_secs(u32::MAX.into()), Ok(Until::Seconds(f64::from(u32::MAX)))),
            (Duration::from_secs(1 << 32), Err("a wait of 4294967296 seconds is too long")),
        ] {
            told(Sent::Value(wait).wait(), expected);
        }
        let point = "2026-01-02T03:04:05Z";
        let time = point.parse().map(Until::Timestamp).map_err(|_| "");
        told(Sent::Value(Moment::new(point)).wait(), time);
        told(Sent::Value(Moment::new("soon")).wait(), Err("soon"));
    }

    #[test]
    fn a_fault_is_the_failure_of_its_state() {
        let fault = || Sent::<Duration>::new(|| ops::fault("out of range"));
        told(fault().wait(), Err("out of range"));
        assert!(Sent::<Items<u8>>::Fault(Failure::new("A", "b")).again(0).is_none());
    }

    fn told(found: Result<Effect, Failure>, expected: Result<Until, &str>) {
        match (found, expected) {
            (Ok(Effect::Wait(found)), Ok(expected)) => assert_eq!(found, expected),
            (Err(failure), Err(part)) => assert!(failure.reported().contains(part), "{failure}"),
            (found, expected) => panic!("{expected:?}, not {:?}", found.err()),
        }
    }
}

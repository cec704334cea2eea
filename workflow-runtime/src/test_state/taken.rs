//! Failures, and what their state makes of them.

use super::request::Status;
use crate::failure::Failure;
use crate::interpreted::{Handed, Probe};
use crate::machine::{Retrier, StateInfo};
use serde_json::{Map, Value, json};

/// The end of a failure's way.
pub(super) struct Taken {
    pub(super) status: Status,
    /// The failure, as it is where it ends.
    pub(super) failure: Failure,
    /// The indexes of its retrier and its catcher.
    pub(super) details: Map<String, Value>,
    /// The data that a catcher hands on.
    pub(super) handed: Option<Handed>,
}

/// Hands a failure to a state. `retries` are those of its retrier: none are left for another state's.
pub(super) fn taken_by(probe: &Probe, failure: Failure, retries: &mut u32) -> Taken {
    let mut taken = Taken { status: Status::Failed, failure, details: Map::new(), handed: None };
    let Ok(info) = probe.info() else { return taken };
    if let Some(index) = info.retrier_of(&taken.failure) {
        taken.details.insert("retryIndex".into(), json!(index));
        if let Some(pause) = pause(info, index, std::mem::take(retries)) {
            taken.details.insert("retryBackoffIntervalSeconds".into(), pause);
            taken.status = Status::Retriable;
            return taken;
        }
    }
    if let Some(index) = info.catcher_of(&taken.failure) {
        taken.details.insert("catchIndex".into(), json!(index));
        taken.handed = probe.caught(index, &taken.failure).ok();
        if taken.handed.is_some() {
            taken.status = Status::CaughtError;
        }
    }
    taken
}

/// Seconds before the next retry, if there is one.
fn pause(info: &StateInfo, index: usize, retries: u32) -> Option<Value> {
    let retry = info.retry.get(index).map(Retrier::retry)?;
    if retries >= retry.max_attempts {
        return None;
    }
    let pause = f64::from(retry.interval) * retry.backoff_rate.powf(f64::from(retries));
    let pause = retry.max_delay.map_or(pause, |most| pause.min(f64::from(most)));
    // AWS says whole seconds.
    Some(json!(pause as u64))
}

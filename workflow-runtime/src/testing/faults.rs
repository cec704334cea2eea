//! Failures at random: what a task can fail with, and what can happen to any.

use super::random::{self, Random, Taste};
use crate::failure::Failure;
use crate::machine::StateInfo;
use serde_json::json;
use workflow_asl::Schema;

/// The percentage of attempts that fail.
const FAILING: u64 = 25;

/// The fault of an attempt.
pub(super) enum Fault {
    Fails(Failure),
    Hangs,
}

/// The fault of an attempt, if it has one: drawn from where the attempt is in its execution.
pub(super) fn draw(
    mut random: Random,
    state: Option<&StateInfo>,
    errors: Option<Schema>,
) -> Option<Fault> {
    if !random.percent(FAILING) {
        return None;
    }
    let limited = state.is_some_and(|state| state.timeout.or(state.heartbeat).is_some());
    if limited && random.percent(25) {
        return Some(Fault::Hangs);
    }
    let typed = errors.and_then(|errors| typed(&errors, &mut random));
    let typed = typed.filter(|_| random.percent(60));
    Some(Fault::Fails(typed.unwrap_or_else(|| strange(&mut random))))
}

/// An error of the task's own.
fn typed(errors: &Schema, random: &mut Random) -> Option<Failure> {
    let Schema::Enum { variants, .. } = errors else { return None };
    // `#[other]` stands for all names that are none of the enum's.
    let own: Vec<_> = variants.iter().filter(|variant| variant.json != "States.ALL").collect();
    if own.is_empty() {
        return None;
    }
    let variant = random.pick(&own);
    let fields = random::content(&variant.content, random, Taste::default());
    let message = fields.map_or_else(String::new, |fields| fields.to_string());
    let cause = json!({ "errorType": variant.json, "errorMessage": message }).to_string();
    Some(Failure::new(variant.json, cause))
}

/// An error that is none of the task's own.
fn strange(random: &mut Random) -> Failure {
    let (error, cause) = random.pick(&[
        ("Lambda.ServiceException", "Service exception"),
        ("Lambda.TooManyRequestsException", "Rate exceeded"),
        ("Injected", "a failure that was injected by the test"),
    ]);
    Failure::new(error, cause)
}

//! Failures: retriers, catchers, and what they cancel.

use crate::clock::later;
use crate::engine::run::Run;
use crate::engine::scope::{Child, Scope};
use crate::engine::timers::Alarm;
use crate::engine::watch::HEARTBEAT;
use crate::failure::Failure;
use crate::history::{Details, EventType};
use crate::key::{Draw, draw, unit};
use crate::machine::{ENTERED_AT, Event, Kind, StateInfo};
use crate::retry::Retry;

impl Run {
    /// An expression of a state could not be evaluated. Its retriers and catchers may take that, if the machine
    /// is still there.
    pub(crate) fn fault(&mut self, id: u32, state: Option<usize>, failure: Failure) {
        let Some(scope) = self.scopes.get_mut(id) else { return };
        let here = scope.state();
        let Some(state) = state.or(here) else { return self.fail(id, failure) };
        let Scope { machine, trace, .. } = scope;
        let (name, kind) =
            machine.states().get(state).map_or(("", None), |info| (&*info.name, Some(info.kind)));
        let failure = located(failure, name, trace.entered);
        if failure.error() == "States.QueryEvaluationError" {
            self.log.evaluation_failed(trace, machine.states(), state, &failure);
        }
        // Nothing takes `States.Runtime` here. A machine that is nowhere has not left that state either: both kinds of
        // machines say the same.
        let taken = here == Some(state) && failure.error() != "States.Runtime";
        if taken { self.failed(id, failure) } else { self.fail_in(id, kind, failure) }
    }

    /// `States.Runtime` in the state that a scope is in.
    pub(crate) fn fault_of_runtime(&mut self, id: u32, text: &str) {
        let Some(scope) = self.scopes.get(id) else { return };
        let name = scope.info().map_or("", |info| &*info.name);
        let prefix = format!("An error occurred while executing the state '{name}' {ENTERED_AT}. ");
        self.fault(id, None, Failure::runtime(prefix + text));
    }

    /// The effect of a state failed: it is tried again, or caught, or the scope fails.
    pub(crate) fn failed(&mut self, id: u32, failure: Failure) {
        self.quiet(id);
        if self.retry(id, &failure) {
            return;
        }
        let catcher = self.scopes.get(id).and_then(|scope| catcher(scope.info()?, failure));
        match catcher {
            Some(Ok((index, failure))) => self.caught(id, index, failure),
            Some(Err(failure)) => self.fail(id, failure),
            None => {}
        }
    }

    /// Sets up another attempt if a retrier takes the failure.
    fn retry(&mut self, id: u32, failure: &Failure) -> bool {
        let visit = self.step.visit();
        let Some(scope) = self.scopes.get_mut(id) else { return false };
        let Some(info) = scope.info() else { return false };
        let Some(index) = retrier(info, &scope.used, failure) else { return false };
        let (retry, all) = (*info.retry[index].retry(), info.retry.len());
        scope.used.resize(all, 0);
        scope.used[index] += 1;
        let drawn = draw(scope.key, self.origin.seed, scope.ordinal, scope.attempt, Draw::Jitter);
        let pause = pause(&retry, scope.used[index], unit(drawn));
        scope.attempt += 1;
        scope.visit = visit;
        scope.fork = None;
        tracing::debug!(error = failure.error(), attempt = scope.attempt, pause, "tried again");
        if let Some(times) = &mut scope.times {
            (times.begun, times.submitted) = (None, false);
        }
        let again = (pause > 0.0).then(|| later(self.core.clock.now(), pause));
        if again.is_some() {
            scope.times_mut().retry = again;
        }
        self.counts.retry();
        self.touch_soon(id);
        if let Some(time) = again {
            self.alarm(id, time, Alarm::Retry);
        } else {
            self.begin_again(id);
        }
        true
    }

    /// True if neither this scope nor one around it retries or catches a failure of its effect.
    fn escapes(&self, id: u32, failure: &Failure) -> bool {
        let mut at = Some(id);
        while let Some(scope) = at.and_then(|id| self.scopes.get(id)) {
            let taken = |info: &StateInfo| {
                retrier(info, &scope.used, failure).is_some() || info.catcher_of(failure).is_some()
            };
            if scope.info().is_some_and(taken) {
                return false;
            }
            at = scope.parent.map(|(parent, _)| parent);
        }
        true
    }

    fn caught(&mut self, id: u32, catcher: usize, failure: Failure) {
        self.state_failed(id, self.scopes.kind(id));
        let full = self.log.is_full();
        let Some(scope) = self.scopes.get_mut(id) else { return };
        scope.fork = None;
        scope.trace.result = if full { failure.output().text().ok() } else { None };
        tracing::debug!(error = failure.error(), "caught");
        self.step_later(id, Event::Caught(catcher, failure));
    }

    /// A Parallel or Map has failed for good.
    fn state_failed(&mut self, id: u32, kind: Option<Kind>) {
        let Some(kind @ (Kind::Parallel | Kind::Map)) = kind else { return };
        let Some(scope) = self.scopes.get_mut(id) else { return };
        let last = scope.trace.last;
        scope.trace.last = self.log.push(EventType::StateFailed(kind), last, || Details::None);
    }

    /// A scope fails in the state that it is in.
    pub(crate) fn fail(&mut self, id: u32, failure: Failure) {
        self.fail_in(id, self.scopes.kind(id), failure);
    }

    /// A scope fails, and with it the execution or the state of its parent. `open` is the kind of the state that
    /// it has not left.
    pub(crate) fn fail_in(&mut self, id: u32, open: Option<Kind>, failure: Failure) {
        self.quiet(id);
        // Measured: `States.Runtime` ends the execution, and no event says that what is around it failed.
        let silent = failure.error() == "States.Runtime";
        let open = open.filter(|_| !silent);
        self.state_failed(id, open);
        let failure = named(failure);
        let Some(scope) = self.scopes.get(id) else { return };
        let last = scope.trace.last;
        let Some((parent, index)) = scope.parent else {
            return self.finish(EventType::ExecutionFailed, failure);
        };
        if self.ledger.is_some() && self.escapes(parent, &failure) {
            self.settle();
        }
        if !silent {
            self.iteration(parent, index, EventType::MapIterationFailed, last);
        }
        // Recorded for Tasks: a Parallel or Map has said that it failed, others say nothing.
        if let Some(kind @ (Kind::Task | Kind::Wait)) = open {
            self.log.push(EventType::StateAborted(kind), last, || Details::None);
        }
        self.scopes.remove(id);
        self.cancel_children(parent, Some(index), last);
        if let Some(parent) = self.scopes.get_mut(parent) {
            parent.trace.last = last;
        }
        self.failed(parent, failure);
    }

    /// Ends all children of a scope that run: their futures, their own children, their part in the history.
    pub(crate) fn cancel_children(&mut self, id: u32, failed: Option<u32>, cause: u32) {
        let Some(fork) = self.scopes.get_mut(id).and_then(|scope| scope.fork.take()) else {
            return;
        };
        self.forget_children(id);
        for (index, child) in fork.children.into_iter().enumerate() {
            let Child::Running(child) = child else { continue };
            #[allow(clippy::cast_possible_truncation, reason = "children are counted in u32")]
            let index = index as u32;
            if failed != Some(index) {
                self.iteration(id, index, EventType::MapIterationAborted, cause);
                self.cancel(child, cause);
            }
        }
    }

    fn cancel(&mut self, id: u32, cause: u32) {
        self.give_up_token(id);
        self.quiet(id);
        self.cancel_children(id, None, cause);
        let Some(kind) = self.scopes.kind(id) else {
            self.scopes.remove(id);
            return;
        };
        if matches!(kind, Kind::Task | Kind::Wait | Kind::Parallel | Kind::Map) {
            self.log.push(EventType::StateAborted(kind), cause, || Details::None);
        }
        self.scopes.remove(id);
    }

    /// An event of an item, if the scope is in a Map.
    pub(crate) fn iteration(&mut self, id: u32, index: u32, kind: EventType, last: u32) -> u32 {
        let Some(scope) = self.scopes.get(id) else { return last };
        let forked = scope.fork.as_ref().map(|fork| fork.kind);
        if forked.or_else(|| Some(scope.info()?.kind)) != Some(Kind::Map) {
            return last;
        }
        let (log, machine) = (&mut self.log, &scope.machine);
        let Some(name) = log.name_of(|| Some((machine.states(), scope.state()?))) else {
            return log.push(kind, last, || Details::None);
        };
        log.push(kind, last, || Details::MapIteration { name, index })
    }
}

/// The retrier that takes a failure, after they were used so often. Each counts for itself; an exhausted one does not hand
/// over to a later one.
fn retrier(info: &StateInfo, used: &[u32], failure: &Failure) -> Option<usize> {
    if info.guarded && failure.error() == "States.QueryEvaluationError" {
        return None;
    }
    let index = info.retrier_of(failure)?;
    let used = used.get(index).copied().unwrap_or(0);
    (used < info.retry[index].retry().max_attempts).then_some(index)
}

/// Seconds before the n-th retry of a retrier: full jitter is drawn after the cap.
fn pause(retry: &Retry, n: u32, unit: f64) -> f64 {
    let exponent = i32::try_from(n.saturating_sub(1)).unwrap_or(i32::MAX);
    let pause = f64::from(retry.interval) * retry.backoff_rate.powi(exponent);
    let pause = retry.max_delay.map_or(pause, |most| pause.min(f64::from(most)));
    if retry.jitter { pause * unit } else { pause }
}

/// The first catcher that takes a failure, and the failure as that catcher knows it; or the failure back.
fn catcher(info: &StateInfo, failure: Failure) -> Option<Result<(usize, Failure), Failure>> {
    let Some(index) = info.catcher_of(&failure) else {
        return Some(Err(failure));
    };
    let by_name = || info.catch[index].iter().any(|name| name == HEARTBEAT);
    let failure = if failure.error() == HEARTBEAT && by_name() { failure } else { named(failure) };
    Some(Ok((index, failure)))
}

/// A missed heartbeat is a timeout for all who did not ask for it by its own name.
fn named(failure: Failure) -> Failure {
    if failure.error() == HEARTBEAT {
        Failure::new("States.Timeout", failure.reported())
    } else {
        failure
    }
}

/// Puts the number of the event that entered the state into a cause.
pub(crate) fn located(failure: Failure, state: &str, entered: u32) -> Failure {
    let cause = failure.reported();
    let here = format!("(entered at the event id #{entered})");
    let cause = if cause.contains(ENTERED_AT) {
        cause.replace(ENTERED_AT, &here)
    } else if failure.error() == "States.QueryEvaluationError"
        && !cause.contains("(entered at the event id #")
    {
        format!("An error occurred while executing the state '{state}' {here}. {cause}")
    } else {
        return failure;
    };
    Failure::new(failure.error().to_owned(), cause)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_up_to_the_cap() {
        let retry = Retry::on(&["A"]).interval(3).backoff_rate(1.5).max_delay(6);
        let pauses: Vec<f64> = (1..=4).map(|n| pause(&retry, n, 0.25)).collect();
        assert_eq!(pauses, [3.0, 4.5, 6.0, 6.0]);
        // Jitter comes after the cap.
        assert_eq!(pause(&retry.jitter(), 4, 0.25), 1.5);
        assert_eq!(pause(&Retry::on(&["A"]), 5000, 0.0), f64::INFINITY);
    }
}

//! Compares two descriptions of a workflow: which executions of the older one go on with the newer one.

use super::{
    Branch, Description, EnclosingScope, ITEMS, KeptVariable, SAME_ITEMS, StateDescription,
};
use crate::blocked::Reason;
use crate::machine::{Kind, StateInfo, order, renumbered};
use serde::Serialize;
use std::fmt;
use workflow_asl::form::{DataForm, Fit, fits};

/// The outcome for the executions that are in a state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// They go on.
    Continues,
    /// Some go on, others are blocked, by the values that they have.
    Depends(Vec<Reason>),
    /// They are blocked.
    Blocked(Vec<Reason>),
}

/// The outcome for a state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// The name of the state; empty for executions that are in none yet.
    pub state: String,
    /// The outcome for the executions that are in it.
    pub verdict: Reading,
}

/// The outcome for each state of the older workflow in which executions can be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Compatibility {
    /// The states, those that executions begin with first.
    pub states: Vec<Standing>,
}

impl Compatibility {
    /// True if all executions continue.
    #[must_use]
    pub fn continues(&self) -> bool {
        self.states.iter().all(|it| it.verdict == Reading::Continues)
    }

    /// Returns the outcome for a state.
    #[must_use]
    pub fn of(&self, state: &str) -> Option<&Reading> {
        self.states.iter().find(|it| it.state == state).map(|it| &it.verdict)
    }
}

impl fmt::Display for Standing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.state {
            "" => f.write_str("before the first state: ")?,
            state => write!(f, "`{state}`: ")?,
        }
        let (what, reasons) = match &self.verdict {
            Reading::Continues => return f.write_str("continues"),
            Reading::Depends(reasons) => ("depends on the execution", reasons),
            Reading::Blocked(reasons) => ("blocked", reasons),
        };
        f.write_str(what)?;
        for (index, reason) in reasons.iter().enumerate() {
            write!(f, "{} {reason}", if index == 0 { ":" } else { ";" })?;
        }
        Ok(())
    }
}

/// Compares an older workflow with a newer one: for each state of the older one, can executions in it continue? A resume
/// checks the same things: the state, its work and place, its branches, and each variable that is read.
///
/// It knows types and no values. If a type accepts only some values of the older one, the verdict is [`Reading::Depends`].
/// It does not know `#[serde(deny_unknown_fields)]`, and a type that is read by functions of its own counts as opaque.
#[must_use]
pub fn compatible(old: &Description, new: &Description) -> Compatibility {
    let mut start = Parts::new("");
    start.kept(&old.start, &new.start);
    let start = Standing { state: String::new(), verdict: start.verdict() };
    let (infos, mut verdicts) = (new.infos(), Vec::<Parts<'_>>::new());
    for state in &old.states {
        let around = state.within.as_ref().and_then(|within| verdicts.get(within.state));
        let mut parts = Parts::new(&state.name);
        // Who is in here is in the state around it as well.
        if let Some(around) = around {
            parts.never.extend(around.never.iter().cloned());
            parts.maybe.extend(around.maybe.iter().cloned());
        }
        parts.state(old, state, new, &infos);
        verdicts.push(parts);
    }
    let states = old.states.iter().zip(verdicts).filter(|(state, _)| state.is_kept());
    let states = states
        .map(|(state, parts)| Standing { state: state.name.clone(), verdict: parts.verdict() });
    Compatibility { states: std::iter::once(start).chain(states).collect() }
}

/// The parts of a state that do not fit, or not always.
struct Parts<'d> {
    state: &'d str,
    never: Vec<Reason>,
    maybe: Vec<Reason>,
}

impl<'d> Parts<'d> {
    fn new(state: &'d str) -> Self {
        Parts { state, never: vec![], maybe: vec![] }
    }

    fn verdict(self) -> Reading {
        match (self.never.is_empty(), self.maybe.is_empty()) {
            (true, true) => Reading::Continues,
            (true, false) => Reading::Depends(self.maybe),
            (false, _) => Reading::Blocked(self.never),
        }
    }

    fn reason(&self, field: &str, found: impl Into<String>, expected: impl Into<String>) -> Reason {
        Reason::new(self.state, field, found, expected)
    }

    fn state(
        &mut self,
        old: &Description,
        state: &StateDescription,
        new: &Description,
        infos: &[StateInfo],
    ) {
        let Some(index) = new.states.iter().position(|now| now.name == state.name) else {
            let found = "an execution that is in it";
            self.never.push(self.reason("", found, "a state of this name"));
            return;
        };
        let now = &new.states[index];
        if state.kind != now.kind || state.does != now.does {
            self.never.push(self.reason("does", &state.does, &now.does));
            return;
        }
        if let Err(failure) = renumbered(infos, index, state.code) {
            self.never.extend(failure.as_blocked().into_iter().flat_map(|it| it.reasons.clone()));
            return;
        }
        let (place, expected) =
            (place(old, state.within.as_ref()), place(new, now.within.as_ref()));
        if place.0 != expected.0 || !same_branch(old, state, now, infos) {
            self.never.push(self.reason("within", place.1, expected.1));
            return;
        }
        if state.items != 0 && now.items != 0 && state.items != now.items {
            self.never.push(self.reason(ITEMS, "others, in a run that is under way", SAME_ITEMS));
            return;
        }
        self.kept(&state.kept, &now.kept);
        self.branches(state, (index, now), infos);
    }

    fn branches(
        &mut self,
        state: &StateDescription,
        (index, now): (usize, &StateDescription),
        infos: &[StateInfo],
    ) {
        let moved = match moved(state, index, infos) {
            Ok(moved) => moved,
            Err(reasons) => return self.never.extend(reasons),
        };
        for (at, branch) in state.branches.iter().enumerate() {
            let Some(now) = now.branches.get(moved.get(at).copied().unwrap_or(at)) else {
                continue;
            };
            self.branch(branch, now);
        }
    }

    /// Only some executions have a branch that has not begun, or has ended.
    fn branch(&mut self, old: &Branch, new: &Branch) {
        let mut start = Parts::new(self.state);
        start.kept(&old.start, &new.start);
        self.maybe.extend(start.never.into_iter().chain(start.maybe));
        if let (Some(one), Some(other)) = (&old.end, &new.end) {
            match fits(one, other) {
                Fit::Always => {}
                Fit::Sometimes(why) | Fit::Never(why) => {
                    self.maybe.push(self.reason("value", why, other.name()));
                }
            }
        }
    }

    fn kept(&mut self, old: &[KeptVariable], new: &[KeptVariable]) {
        for now in new.iter().filter(|now| !now.unread) {
            match old.iter().find(|was| was.name == now.name) {
                None => self.lacks(now),
                Some(was) => {
                    if was.sometimes {
                        let reason = self.reason(&now.name, "nothing, in some", "a value");
                        self.maybe.push(reason);
                    }
                    self.fits(&now.name, was.form.as_ref(), now.form.as_ref());
                }
            }
        }
    }

    fn lacks(&mut self, now: &KeptVariable) {
        let expected = now
            .form
            .as_ref()
            .map_or("a value".to_owned(), |form| format!("a value of `{}`", form.name()));
        let reason = self.reason(&now.name, "nothing", expected);
        if now.each { self.maybe.push(reason) } else { self.never.push(reason) }
    }

    fn fits(&mut self, name: &str, old: Option<&DataForm>, new: Option<&DataForm>) {
        let (Some(one), Some(other)) = (old, new) else { return };
        match fits(one, other) {
            Fit::Always => {}
            Fit::Sometimes(why) => self.maybe.push(self.reason(name, why, other.name())),
            Fit::Never(why) => self.never.push(self.reason(name, why, other.name())),
        }
    }
}

/// The name of the state around a state, and how that is told.
fn place<'d>(of: &'d Description, within: Option<&EnclosingScope>) -> (Option<&'d str>, String) {
    let around = within.and_then(|within| of.states.get(within.state)).map(|it| &*it.name);
    let told = around
        .map_or("in no other state".to_owned(), |name| format!("in a branch or item of `{name}`"));
    (around, told)
}

/// True if a state is in the branch that it was in, wherever that is by now.
fn same_branch(
    old: &Description,
    state: &StateDescription,
    now: &StateDescription,
    infos: &[StateInfo],
) -> bool {
    let (Some(was), Some(is)) = (&state.within, &now.within) else { return true };
    let Some(fork) = old.states.get(was.state) else { return true };
    match moved(fork, is.state, infos) {
        Ok(moved) => moved.get(was.branch).copied().unwrap_or(was.branch) == is.branch,
        // The state around it says so.
        Err(_) => true,
    }
}

/// The numbers that the branches of a state have by now; empty where they are in their places.
fn moved(
    old: &StateDescription,
    index: usize,
    infos: &[StateInfo],
) -> Result<Vec<usize>, Vec<Reason>> {
    if old.kind != Kind::Parallel {
        return Ok(vec![]);
    }
    let labels: Vec<_> = old.branches.iter().map(|branch| branch.label.clone()).collect();
    match order(infos, index, &labels) {
        Ok(order) => Ok(order.map(|order| order.to_vec()).unwrap_or_default()),
        Err(failure) => Err(failure.as_blocked().map(|it| it.reasons.clone()).unwrap_or_default()),
    }
}

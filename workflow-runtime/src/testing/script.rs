//! The script that answers the calls of a run: mocks, the bodies of tasks, faults; and what was answered, so that the
//! same run can be made again by another machine, or after crashes.

use super::calls::Called;
use super::faults::{self, Fault};
use super::mock::{Forms, MockOf, What};
use super::random::{self, Random, Taste};
use super::spelling::{Defaults, respelt};
use crate::engine::{Answer, TaskCall};
use crate::failure::Failure;
use crate::lock::lock;
use crate::machine::StateInfo;
use crate::payload::Payload;
use crate::store::Path;
use crate::testing::differences::decoded;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

/// An attempt: the path of its scope, the attempts of the forks on it, the ordinal of the effect, its number.
pub(super) type Key = (Path, Vec<u32>, u32, u32);

/// The key of an attempt.
pub(super) fn key(call: &TaskCall) -> Key {
    (call.path.clone(), call.forks.clone(), call.ordinal, call.attempt)
}

/// The statements of a test about tasks.
#[derive(Clone, Default)]
pub(super) struct Says {
    pub(super) mocks: BTreeMap<&'static str, MockOf>,
    /// Tasks that run their own bodies, and workflows that run as children.
    pub(super) bodies: BTreeSet<&'static str>,
    /// The tasks among them that are workflows.
    pub(super) children: BTreeSet<&'static str>,
    pub(super) forms: BTreeMap<&'static str, Forms>,
    pub(super) faults: Option<u64>,
    pub(super) defaults: Defaults,
    pub(super) seed: u64,
}

/// The result of an attempt.
#[derive(Clone)]
pub(super) struct Given {
    /// `None`: it never answers.
    outcome: Option<Result<Arc<Value>, Failure>>,
    after: Option<Duration>,
    /// The task's own body has answered.
    body: bool,
}

pub(super) type Answered = BTreeMap<Key, Given>;

#[derive(Default)]
struct State {
    used: BTreeMap<&'static str, Vec<u32>>,
    given: Answered,
    calls: Vec<Called>,
    /// Those of executions of distributed Maps: no history has them.
    apart: BTreeMap<Key, (&'static str, Value)>,
    complaints: Vec<String>,
    bodies: bool,
    /// The attempts of this run.
    made: BTreeSet<Key>,
    /// The bodies that have not answered the same again.
    others: Vec<String>,
}

/// The script of one run.
pub(super) struct Script {
    says: Says,
    states: &'static [StateInfo],
    state: Mutex<State>,
    life: AtomicU64,
    /// An attempt that is made again is one whose outcome a crash has lost.
    loses: bool,
}

impl Script {
    pub(super) fn new(says: Says, states: &'static [StateInfo], given: Answered) -> Arc<Self> {
        Arc::new(Script::made(says, states, given, false))
    }

    /// For a run whose crashes lose what was answered: bodies run again, and must answer the same.
    pub(super) fn losing(says: Says, states: &'static [StateInfo], given: Answered) -> Arc<Self> {
        Arc::new(Script::made(says, states, given, true))
    }

    fn made(says: Says, states: &'static [StateInfo], given: Answered, loses: bool) -> Self {
        let state = Mutex::new(State { given, ..State::default() });
        Script { says, states, state, life: AtomicU64::new(0), loses }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        lock(&self.state)
    }

    /// Returns how many calls there were: a sign of life.
    pub(super) fn life(&self) -> u64 {
        self.life.load(Ordering::Relaxed)
    }

    /// The defaults of fields that may as well be absent.
    pub(super) fn defaults(&self) -> Defaults {
        self.says.defaults.clone()
    }

    /// True if the body of a task may run.
    pub(super) fn has_bodies(&self) -> bool {
        !self.says.bodies.is_empty()
    }

    /// True if answers are made to fail at random.
    pub(super) fn has_faults(&self) -> bool {
        self.says.faults.is_some()
    }

    /// Checks that the executions of distributed Maps made the same calls.
    ///
    /// # Errors
    /// The first difference.
    pub(super) fn same_apart(&self, other: &Script) -> Result<(), String> {
        let (ours, theirs) = (self.lock().apart.clone(), other.lock().apart.clone());
        let differs = ours.keys().chain(theirs.keys()).find(|key| ours.get(key) != theirs.get(key));
        let shown = |call: Option<&(&str, Value)>| {
            call.map_or("nothing".to_owned(), |(task, input)| format!("`{task}` with {input}"))
        };
        differs.map_or(Ok(()), |key| {
            Err(format!(
                "in a distributed Map, at {:?}, the machine calls {}, the document {}",
                key.0,
                shown(ours.get(key)),
                shown(theirs.get(key))
            ))
        })
    }

    /// True if the body of a task has run.
    pub(super) fn ran_bodies(&self) -> bool {
        self.lock().bodies
    }

    pub(super) fn calls(&self) -> Vec<Called> {
        self.lock().calls.clone()
    }

    /// Returns what is wrong with the test, in the order in which it was noticed.
    pub(super) fn complaints(&self) -> Vec<String> {
        self.lock().complaints.clone()
    }

    /// The first body that has not answered the same again.
    pub(super) fn other(&self) -> Option<String> {
        self.lock().others.first().cloned()
    }

    pub(super) fn answered(&self) -> Answered {
        self.lock().given.clone()
    }

    pub(super) fn mocks(&self) -> impl Iterator<Item = (&'static str, &MockOf)> {
        self.says.mocks.iter().map(|(task, mock)| (*task, mock))
    }

    /// Returns how many attempts each step of each mock has answered.
    pub(super) fn used(&self) -> BTreeMap<&'static str, Vec<u32>> {
        self.lock().used.clone()
    }

    pub(super) fn answer(self: &Arc<Self>, call: TaskCall) -> Answer {
        self.life.fetch_add(1, Ordering::Relaxed);
        let key = key(&call);
        let input = match call.input.json() {
            Ok(input) => input,
            Err(failure) => return Answer::fail(failure),
        };
        let mut state = self.lock();
        state.calls.push(Called::new(&call, &input));
        if call.outside > 0 {
            let made = (call.name, decoded(Value::clone(&input), &self.says.defaults));
            state.apart.insert(key.clone(), made);
        }
        let first = state.made.insert(key.clone());
        if let Some(given) = state.given.get(&key).cloned() {
            return match given {
                given if first || !self.loses => given.answer(),
                // It has taken its time already.
                given if !given.body => Given { after: Some(Duration::ZERO), ..given }.answer(),
                given => {
                    drop(state);
                    self.body_again(given, call)
                }
            };
        }
        match self.decide(&mut state, &call, &key, &input) {
            Some(given) => {
                state.given.insert(key, given.clone());
                given.answer()
            }
            None => {
                drop(state);
                self.body(key, call)
            }
        }
    }

    /// Returns what becomes of a new attempt; `None`: what its body comes to.
    fn decide(
        &self,
        state: &mut State,
        call: &TaskCall,
        key: &Key,
        input: &Arc<Value>,
    ) -> Option<Given> {
        if let Some(fault) = self.fault(call, key) {
            return Some(fault);
        }
        let Some(mock) = self.says.mocks.get(call.name) else {
            if self.says.bodies.contains(call.name) {
                state.bodies = true;
                // Should it never end, it does not end when the run is made again either.
                state.given.insert(key.clone(), Given { outcome: None, after: None, body: false });
                return None;
            }
            return Some(complain(state, unmocked(call, input)));
        };
        let used = state.used.entry(call.name).or_default();
        used.resize(mock.steps.len(), 0);
        let Some(index) = mock.next(input, used) else {
            return Some(complain(state, exhausted(call, input, mock)));
        };
        used[index] += 1;
        let step = &mock.steps[index];
        let outcome = match &step.what {
            What::Outcome(outcome) => Some(outcome.clone()),
            What::Computed(answer) => Some(answer(Value::clone(input))),
            What::Random => {
                let mut random = self.random(key, 1);
                let schema = (mock.forms.output)();
                let value = random::value(&schema, &mut random, Taste::default());
                Some(Ok(Arc::new(respelt(value, &schema, &mut random, 25))))
            }
            What::Hangs => None,
        };
        Some(Given { outcome, after: step.after, body: false })
    }

    fn fault(&self, call: &TaskCall, key: &Key) -> Option<Given> {
        let seed = self.says.faults?;
        let state = self.states.iter().find(|state| *state.name == *call.state);
        let errors = self.says.forms.get(call.name).map(|forms| (forms.error)());
        let outcome = match faults::draw(self.random(key, 2 ^ seed.rotate_left(8)), state, errors)?
        {
            Fault::Fails(failure) => Some(Err(failure)),
            Fault::Hangs => None,
        };
        Some(Given { outcome, after: None, body: false })
    }

    /// Numbers that depend on where an attempt is, and on nothing else.
    fn random(&self, (path, forks, ordinal, attempt): &Key, what: u64) -> Random {
        let mut place = vec![what, u64::from(*ordinal), u64::from(*attempt)];
        place.extend(path.iter().map(|(a, b)| u64::from(*a) << 32 | u64::from(*b)));
        place.extend(forks.iter().copied().map(u64::from));
        Random::new(self.says.seed, &place)
    }

    /// Runs the task's own body, and remembers what it came to.
    fn body(self: &Arc<Self>, key: Key, call: TaskCall) -> Answer {
        let script = self.clone();
        // An execution that has ended is not run again after a crash.
        let again = !self.says.children.contains(call.name);
        Answer::own(call.input, move |body| {
            Box::pin(async move {
                let outcome = body.await.and_then(|output| output.json());
                let given = Given {
                    outcome: Some(outcome.clone()),
                    after: Some(Duration::ZERO),
                    body: again,
                };
                script.lock().given.insert(key, given);
                script.life.fetch_add(1, Ordering::Relaxed);
                outcome.map(Payload::Json)
            })
        })
    }
}

impl Script {
    /// Runs a body whose answer a crash has lost once more.
    fn body_again(self: &Arc<Self>, before: Given, call: TaskCall) -> Answer {
        let script = self.clone();
        let which = format!("`{}` in state `{}`", call.name, call.state);
        Answer::own(call.input, move |body| {
            Box::pin(async move {
                let outcome = body.await.and_then(|output| output.json());
                script.life.fetch_add(1, Ordering::Relaxed);
                let before = before.outcome.unwrap_or_else(|| outcome.clone());
                if outcome != before {
                    script.lock().others.push(other(&which, &before, &outcome));
                }
                before.map(Payload::Json)
            })
        })
    }
}

fn other(
    which: &str,
    before: &Result<Arc<Value>, Failure>,
    again: &Result<Arc<Value>, Failure>,
) -> String {
    let text = |outcome: &Result<Arc<Value>, Failure>| match outcome {
        Ok(value) => value.to_string(),
        Err(failure) => failure.to_string(),
    };
    let (before, again) = (text(before), text(again));
    format!(
        "the body of {which} answered {before}; a crash lost that, and when it ran again for the same call it \
         answered {again}: what it has done must be found again by the call's idempotency key"
    )
}

impl Given {
    fn answer(self) -> Answer {
        let answer = match self.outcome {
            Some(outcome) => Answer::outcome(outcome.map(Payload::Json)),
            None => return Answer::never(),
        };
        match self.after {
            Some(after) => answer.after(after),
            None => answer,
        }
    }
}

/// The test fails when the run is over; until then the call fails as nothing else does.
fn complain(state: &mut State, complaint: String) -> Given {
    if !state.complaints.contains(&complaint) {
        state.complaints.push(complaint.clone());
    }
    Given { outcome: Some(Err(Failure::runtime(complaint))), after: None, body: false }
}

fn unmocked(call: &TaskCall, input: &Value) -> String {
    let TaskCall { name, state, .. } = call;
    format!(
        "the task `{name}` was called in state `{state}` with {input}, and the test does not say what it answers: \
         write `.mock::<{name}>(|call| call.returns(..))`, or let its body run with `.runs::<{name}>()`"
    )
}

fn exhausted(call: &TaskCall, input: &Value, mock: &MockOf) -> String {
    let TaskCall { name, state, attempt, .. } = call;
    let why = match mock.most() {
        Some(most) => format!("its mock answers {most} attempts, and all of them have been made"),
        None => "no step of its mock that is left takes these arguments".to_owned(),
    };
    format!(
        "the task `{name}` was called in state `{state}` (attempt {attempt}) with {input}: {why}"
    )
}

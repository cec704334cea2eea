//! The proof: the generated machine, the interpreted document and the user's own function do the same.

use super::differences::{BEYOND, THROUGH_TYPE, UNREAD};
use super::journal::{self, End, Seen};
use super::run::{self, Ran};
use super::script::Script;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use std::pin::Pin;
use std::sync::Arc;
use workflow::testing::differences::decoded;
use workflow::testing::spelling::Defaults;
use workflow::testing::{Places, results, same};
use workflow::{Failure, Payload, Workflow};
use workflow_asl::{Data, Definition};
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};

/// The user's own function.
pub type Kept<W> = fn(
    <W as Workflow>::Input,
) -> Pin<Box<dyn Future<Output = Result<<W as Workflow>::Output, Failure>>>>;

/// A workflow, and what happens to it.
pub struct Proof<W: Workflow> {
    pub definition: Result<Definition, String>,
    pub kept: Kept<W>,
    pub script: Arc<Script>,
    pub seeds: u64,
}

/// How many runs did what.
#[derive(Debug, Default)]
pub struct Counts {
    pub runs: u64,
    pub succeeded: u64,
    pub failed: u64,
    /// Ended with States.QueryEvaluationError.
    pub faults: u64,
    /// The function panicked, as the machine had a fault.
    pub panicked: u64,
    /// The function went on beyond the numbers of JSON.
    pub beyond: u64,
    pub calls: usize,
    pub events: usize,
}

const FAULT: &str = "States.QueryEvaluationError";

impl<W: Workflow> Proof<W> {
    /// Runs all seeds, and prints what they came to.
    pub fn run(&self) {
        let mut counts = Counts::default();
        let document = self.document();
        if let Err(why) = &document {
            panic!("{} has no document: {why}", W::NAME);
        }
        if let Ok(definition) = &self.definition {
            let size = super::size::check(W::NAME, definition);
            size.and_then(|()| super::names::check(definition))
                .unwrap_or_else(|why| panic!("{}: {why}", W::NAME));
        }
        for seed in 0..20 * self.seeds {
            // A workflow that mostly fails goes on until one run has ended well.
            if seed >= self.seeds && counts.succeeded > 0 {
                break;
            }
            if let Err(difference) = self.agree(document.as_ref().ok(), seed, &mut counts) {
                let document = self.definition.as_ref().map(|it| it.to_json_pretty());
                let document = document.unwrap_or_default();
                panic!(
                    "{}, seed {seed}: {document}\n{}, seed {seed}: {difference}",
                    W::NAME,
                    W::NAME
                );
            }
        }
        println!("{}: {counts:?}", W::NAME);
        assert!(
            counts.succeeded > 0 && counts.runs > counts.panicked + counts.beyond,
            "{counts:?}"
        );
    }

    /// The document as others read it: from its text.
    pub fn document(&self) -> Result<Arc<Compiled>, String> {
        compiled::<W>(&self.definition.as_ref().map_err(Clone::clone)?.to_json_pretty())
    }

    /// The input of a run, as it is written: not as this library would write it.
    pub fn text(&self, seed: u64) -> String {
        self.script.input(&W::Input::schema(), seed).to_string()
    }

    pub fn input(&self, seed: u64) -> W::Input {
        serde_json::from_str(&self.text(seed)).unwrap()
    }

    /// One run of all three.
    pub fn agree(
        &self,
        document: Option<&Arc<Compiled>>,
        seed: u64,
        counts: &mut Counts,
    ) -> Result<(), String> {
        let native = self.native(seed)?;
        if let Some(document) = document {
            alike(&native, &self.interpreted(document, seed)?, &self.script.defaults::<W>())?;
        }
        counts.runs += 1;
        counts.calls += native.calls.len();
        counts.events += native.history.len();
        match &native.result {
            Ok(_) => counts.succeeded += 1,
            Err(failure) => {
                counts.failed += 1;
                counts.faults += u64::from(failure.error() == FAULT);
            }
        }
        self.told(&native, seed, counts)
    }

    /// The generated machine.
    pub fn native(&self, seed: u64) -> Result<Ran, String> {
        let text = self.text(seed);
        let input = match seed % 4 {
            0 => Payload::live(self.input(seed)),
            _ => Payload::Text(text.as_str().into()),
        };
        let open = |_: &_| W::machine(input);
        run::machine(open, W::NAME, W::states(), &text, &self.script, seed)
            .ok_or_else(|| "the generated machine hangs".into())
    }

    /// The interpreted document.
    pub fn interpreted(&self, document: &Arc<Compiled>, seed: u64) -> Result<Ran, String> {
        let text = self.text(seed);
        let input = Arc::new(serde_json::from_str(&text).unwrap());
        let open =
            |identity: &_| Ok(Interpreted::start(document.clone(), input, Context::from(identity)));
        let ran = run::machine(open, W::NAME, document.states(), &text, &self.script, seed);
        let mut ran = ran.ok_or("the interpreted document hangs")?;
        if let Ok(output) = &mut ran.ran.result {
            *output = read::<W::Output>(output)?;
        }
        Ok(ran)
    }

    /// The user's own function, against the generated machine.
    fn told(&self, native: &Ran, seed: u64, counts: &mut Counts) -> Result<(), String> {
        let Ran { calls, identity, draws, .. } = native;
        let seen = Seen { calls, states: W::states(), identity, draws };
        let told = journal::tell((self.kept)(self.input(seed)), seen, &self.script, seed);
        let fault = native.result.as_ref().err().filter(|failure| failure.error() == FAULT);
        match (told.end, fault) {
            (End::Panicked(_), Some(_)) => counts.panicked += 1,
            (End::Panicked(panic), None) => {
                return Err(format!(
                    "the function panics ({panic}), the machine comes to {:?}",
                    native.result
                ));
            }
            (End::Result(Err(failure)), Some(_)) if failure.error() == FAULT => {}
            (end, Some(fault)) => {
                let cause = fault.reported();
                if !BEYOND.iter().any(|(text, _)| cause.contains(text)) {
                    return Err(format!(
                        "the machine has a fault ({cause}), the function: {}",
                        shown(end)
                    ));
                }
                counts.beyond += 1;
                return Ok(());
            }
            (End::Astray(astray), None) => return Err(astray),
            (End::Result(Err(failure)), None)
                if failure.error() == FAULT && failure.reported().contains(UNREAD.0) =>
            {
                counts.beyond += 1;
                return Ok(());
            }
            (End::Result(result), None) => {
                let result = result.map(|output| serde_json::to_value(output).unwrap());
                if !self.through_type(&native.result, &result) {
                    let (ours, theirs) =
                        (("the machine", &native.result), ("the function", &result));
                    results(ours, theirs, &Defaults::default())?;
                }
            }
        }
        asked(native, &told.asked)
    }

    /// Whether the function's failure is that of the machine, gone through the error type of a task.
    fn through_type(
        &self,
        machine: &Result<Value, Failure>,
        told: &Result<Value, Failure>,
    ) -> bool {
        let (Err(machine), Err(told)) = (machine, told) else { return false };
        THROUGH_TYPE.0
            && self.script.replies.iter().any(|reply| (reply.typed)(machine.clone()) == *told)
    }
}

/// A value as its type writes it.
pub fn read<T: Serialize + DeserializeOwned>(value: &Value) -> Result<Value, String> {
    let read: T = serde_json::from_value(value.clone())
        .map_err(|error| format!("{value} does not fit its type: {error}"))?;
    serde_json::to_value(read).map_err(|error| error.to_string())
}

/// Two machines: the same result, the same history, and the same calls. Those of the executions of distributed Maps
/// are in no history.
pub fn alike(native: &Ran, interpreted: &Ran, defaults: &Defaults) -> Result<(), String> {
    // No call in a Map or a loop of these workflows is told its place.
    same(native, interpreted, defaults, &Places::default())?;
    let calls = |ran: &Ran| -> Vec<_> {
        let calls = ran.calls.iter().flat_map(|(key, all)| all.iter().map(move |one| (key, one)));
        let shown = |(key, called): (&_, &run::Called)| {
            let run::Called { task, state, input, attempt } = called.clone();
            (format!("{key:?}"), task, state, decoded(input, &Defaults::default()), attempt)
        };
        calls.map(shown).collect()
    };
    let (ours, theirs) = (calls(native), calls(interpreted));
    let differ = ours.iter().zip(&theirs).find(|(one, other)| one != other);
    match differ {
        Some(differ) => Err(format!("calls differ: {differ:?}")),
        None if ours.len() != theirs.len() => {
            Err(format!("{} calls, and {}", ours.len(), theirs.len()))
        }
        None => Ok(()),
    }
}

/// A document made ready.
pub fn compiled<W: Workflow>(text: &str) -> Result<Arc<Compiled>, String> {
    let definition = Definition::from_json(text).map_err(|problems| format!("{problems:?}"))?;
    Compiled::new(definition, &W::tasks()).map(Arc::new).map_err(|states| format!("{states:?}"))
}

fn shown<T: serde::Serialize>(end: End<T>) -> String {
    match end {
        End::Result(Ok(output)) => serde_json::to_string(&output).unwrap_or_default(),
        End::Result(Err(failure)) => failure.to_string(),
        End::Panicked(panic) => format!("panics: {panic}"),
        End::Astray(astray) => astray,
    }
}

/// The same calls, with the same inputs, at each attempt.
fn asked(
    native: &Ran,
    asked: &std::collections::BTreeMap<(super::script::Path, u32), (String, Value)>,
) -> Result<(), String> {
    for (key, attempts) in &native.calls {
        let Some((task, input)) = asked.get(key) else {
            // The last attempt of a fork may end before it makes a call that an earlier one made.
            if tried_again(native, key) {
                continue;
            }
            return Err(format!(
                "the machine calls {:?} at {key:?}, the function does not",
                attempts[0]
            ));
        };
        let none = Defaults::default();
        let input = decoded(input.clone(), &none);
        let equal = |called: &run::Called| {
            called.task == *task && decoded(called.input.clone(), &none) == input
        };
        let attempts = &attempts[journal::last_round(attempts)..];
        if let Some(called) = attempts.iter().find(|called| !equal(called)) {
            return Err(format!(
                "at {key:?} the machine calls {called:?}, the function {task}({input})"
            ));
        }
    }
    Ok(())
}

/// Whether a fork around a call was tried again: some call inside it began anew.
fn tried_again(native: &Ran, (path, _): &(super::script::Path, u32)) -> bool {
    native.calls.iter().any(|((other, _), attempts)| {
        let shared =
            path.first().is_some_and(|fork| other.first().is_some_and(|it| it.0 == fork.0));
        shared && journal::last_round(attempts) > 0
    })
}

//! The proof: both runs come to the same.

use super::functions::Scripted;
use super::script::{Attempt, Path, Script};
use super::served;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use workflow::testing::{Patience, drive, results};
use workflow::{Engine, Failure, Payload, Workflow};
use workflow_asl::{Data, Definition};
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::engine::{Answer, EngineBuilder, Identity, TaskCall};
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};
use workflow_runtime::machine::{Machine, StateInfo};

/// Longer than any timeout.
pub const LONG: Duration = Duration::from_secs(1_000_000);

/// Runs of each workflow, and the percent of calls that fail at least.
const SEEDS: u64 = 40;

/// The user's own function: the equivalence tests run it.
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

type Ended = Result<Value, Failure>;

impl<W: Workflow> Proof<W> {
    /// Runs all seeds. In the process of a function: serves.
    pub fn run(&self) {
        if let Some(name) = served::flow() {
            return if name == W::NAME {
                served::serve::<W>(&self.script)
            };
        }
        let definition = self.definition.as_ref().unwrap().to_json_pretty();
        let definition = Definition::from_json(&definition).unwrap();
        let document = Arc::new(Compiled::connected(definition).unwrap());
        let (mut failed, mut called) = (0, 0);
        for seed in 0..self.seeds.min(SEEDS) {
            let (here, (there, calls)) = (self.here(seed), self.there(&document, seed));
            let (ours, theirs) = (("here", &bare(&here)), ("there", &bare(&there)));
            if let Err(differ) = results(ours, theirs, &self.script.defaults::<W>()) {
                panic!(
                    "{}, seed {seed}: {}\n{differ}",
                    W::NAME,
                    document.definition().to_json_pretty()
                );
            }
            failed += u64::from(here.is_err());
            called += calls;
        }
        let _ = std::fs::remove_file(served::place(W::NAME));
        println!(
            "{}: {failed} of {} failed, {called} calls of processes",
            W::NAME,
            self.seeds.min(SEEDS)
        );
        assert!(called > 0, "no process was called");
    }

    /// The same: crashes are not for this test.
    pub fn survives(&self, _: u64) {
        self.run();
    }

    fn text(&self, seed: u64) -> String {
        self.script.input(&W::Input::schema(), seed).to_string()
    }

    /// The generated machine, in the engine.
    fn here(&self, seed: u64) -> Ended {
        let (script, text) = (self.script.clone(), self.text(seed));
        let limited = limited(W::states());
        let calls: Mutex<BTreeMap<(Path, u32), u32>> = Mutex::default();
        let mock = move |call: TaskCall| {
            let TaskCall { name, state, path, ordinal, .. } = call;
            let attempt = next(&calls, &path, ordinal);
            let of = Attempt { task: name, path: &path, ordinal, attempt };
            let becomes = script.answer(&of, seed);
            let after = becomes.after.or((!limited[&*state]).then_some(LONG));
            // A Lambda function tells its failure so.
            let outcome = becomes.outcome.map_err(|failure| told(&failure));
            match after {
                Some(after) => Answer::outcome(outcome).after(after),
                None => Answer::never(),
            }
        };
        let open = |_: &_| W::machine(Payload::Text(text.as_str().into()));
        self.drive(Engine::builder().mock(mock), open, &text, seed)
    }

    /// The document, with functions that are processes; and the number of their calls.
    fn there(&self, document: &Arc<Compiled>, seed: u64) -> (Ended, usize) {
        let text = self.text(seed);
        let input = Arc::new(serde_json::from_str(&text).unwrap());
        let open = |identity: &_| {
            Ok(Interpreted::start(document.clone(), input, Context::from(identity)) as Box<_>)
        };
        let functions = Scripted::new::<W>(self.script.clone(), seed, limited(document.states()));
        let ended = self.drive(Engine::builder().connector(functions.clone()), open, &text, seed);
        (
            ended.and_then(|output| read::<W::Output>(&output).map_err(Failure::runtime)),
            functions.calls(),
        )
    }

    fn drive(
        &self,
        engine: EngineBuilder,
        open: impl FnOnce(&Identity) -> Result<Box<dyn Machine>, Failure>,
        text: &str,
        seed: u64,
    ) -> Ended {
        let objects = self.script.objects.clone();
        let engine = engine.clock(VirtualClock::default()).seed(seed).objects(objects).build();
        let patience = Patience { life: || 0, real: None };
        drive(&engine, open, W::NAME, text, patience).expect("it hangs").result
    }
}

/// True for states whose attempts have a limit.
fn limited(states: &[StateInfo]) -> BTreeMap<String, bool> {
    let limit = |state: &StateInfo| state.timeout.or(state.heartbeat).is_some();
    states.iter().map(|state| (state.name.to_string(), limit(state))).collect()
}

/// The number of an attempt of a call.
pub fn next(calls: &Mutex<BTreeMap<(Path, u32), u32>>, path: &[(u32, u32)], ordinal: u32) -> u32 {
    let mut calls = calls.lock().unwrap();
    let count = calls.entry((path.to_vec(), ordinal)).or_default();
    *count += 1;
    *count - 1
}

/// A failure as Step Functions hears of it from a Lambda function.
fn told(failure: &Failure) -> Failure {
    let body = json!({ "errorType": failure.error(), "errorMessage": failure.cause() });
    Failure::new(failure.error().to_owned(), body.to_string())
}

/// An end, without what a failure of the States Language says of states and events.
fn bare(ended: &Ended) -> Ended {
    ended.clone().map_err(|failure| match failure.error().starts_with("States.") {
        true => Failure::new(failure.error().to_owned(), ""),
        false => failure,
    })
}

/// A value as its type writes it.
pub fn read<T: Serialize + DeserializeOwned>(value: &Value) -> Result<Value, String> {
    let read: T = serde_json::from_value(value.clone())
        .map_err(|error| format!("{value} does not fit its type: {error}"))?;
    serde_json::to_value(read).map_err(|error| error.to_string())
}

//! The seam between machines and those who drive them, proved by a second driver: typed and interpreted machines come
//! to the same results, draw the same values and save the same records as under the engine.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]
#![allow(
    clippy::needless_question_mark,
    clippy::unused_async,
    reason = "how workflows are written"
)]

mod flows;
mod host;
#[path = "../support/words.rs"]
mod words;

use host::{Host, Path, Scope};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use workflow::testing::{Patience, drive};
use workflow::{Engine, Failure, Payload, Workflow};
use workflow_asl::Definition;
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::connector::{Reply, connector};
use workflow_runtime::engine::{Answer, DrawLog, Identity, Limits, TaskCall};
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};
use workflow_runtime::machine::{Machine, StepContext};
use workflow_runtime::store::{Around, Commit, MemoryStore, Store, StoreError};
use workflow_runtime::task::BoxFuture;

type Opened = Result<Box<dyn Machine>, Failure>;

/// A kind of machine: how it begins, and how it goes on from a record.
struct Kind<'a> {
    open: &'a dyn Fn(&Identity, Value) -> Opened,
    revive: &'a dyn Fn(&Identity, Value, Value) -> Opened,
}

/// The outcome of a machine under a driver.
#[derive(Debug, PartialEq)]
struct Seen {
    result: Result<Value, (String, String)>,
    drawn: Vec<(Path, Value)>,
}

/// A store that remembers each record it was given, of executions that are no items.
#[derive(Clone, Default)]
struct Recorder(MemoryStore, Arc<Mutex<Vec<(Path, String)>>>, Arc<Mutex<BTreeMap<u32, Arc<str>>>>);

impl Recorder {
    /// A record with its words, which are one character each, and with the payloads that it mentions: their numbers are
    /// between two characters that JSON has not.
    fn whole(&self, record: &str) -> String {
        let payloads = self.2.lock().unwrap();
        let record = &*words::spelt_out(record);
        let parts = record.split('\u{1}').enumerate();
        let whole = parts.map(|(index, part)| match index % 2 {
            0 => part,
            _ => &*payloads[&part.parse().expect("a number")],
        });
        whole.collect()
    }
}

impl Around for Recorder {
    fn inner(&self) -> &dyn Store {
        &self.0
    }

    fn commit(&self, commit: Commit) -> BoxFuture<Result<(), StoreError>> {
        if !commit.execution.contains('/') {
            let of = |record: &workflow_runtime::store::Record| {
                Some((record.path.clone(), self.whole(record.machine.as_ref()?)))
            };
            let new = commit.payloads.iter().map(|it| (it.number, it.text.clone()));
            self.2.lock().unwrap().extend(new);
            self.1.lock().unwrap().extend(commit.records.iter().filter_map(of));
        }
        self.0.commit(commit)
    }
}

/// The id of the event that entered a state is known to the engine alone.
fn shown(failure: &Failure) -> (String, String) {
    let cause = failure.cause();
    let cause = cause.rsplit_once(") ").map_or(&*cause, |(_, cause)| cause);
    (failure.error().to_owned(), cause.to_owned())
}

/// Values of one scope come in order; scopes run in any.
fn by_scope(mut drawn: Vec<(Path, Value)>) -> Vec<(Path, Value)> {
    drawn.sort_by(|(a, _), (b, _)| a.cmp(b));
    drawn
}

fn by_engine(kind: &Kind<'_>, input: &Value) -> (Seen, Identity, Vec<(Path, String)>) {
    let (draws, store) = (DrawLog::default(), Recorder::default());
    let engine = Engine::builder()
        .clock(VirtualClock::default())
        .seed(7)
        .limits(Limits::Aws)
        .store(store.clone())
        .draws(draws.clone())
        .connector(connector(
            |_| true,
            |request| {
                let attempt = request.context.attempt;
                let outcome = flows::answer(&request.target.resource, &request.arguments, attempt);
                Box::pin(async move { outcome.map(|value| Reply::Done(Arc::new(value))) })
            },
        ))
        .mock(|call: TaskCall| {
            let input = call.input.json().unwrap();
            let outcome = flows::answer(call.name, &input, call.attempt);
            let outcome = outcome.map(|value| Payload::Json(Arc::new(value)));
            Answer::outcome(outcome).after(std::time::Duration::ZERO)
        })
        .build();
    let mut identity = None;
    let open = |known: &Identity| {
        identity = Some(known.clone());
        (kind.open)(known, input.clone())
    };
    let patience = Patience { life: || 0, real: None };
    let ran = drive(&engine, open, "flow", &input.to_string(), patience).expect("an end");
    let result = ran.result.map_err(|failure| shown(&failure));
    let saved = std::mem::take(&mut *store.1.lock().unwrap());
    (Seen { result, drawn: by_scope(draws.drawn()) }, identity.unwrap(), saved)
}

fn by_host(
    kind: &Kind<'_>,
    input: &Value,
    identity: &Identity,
    crash: bool,
) -> (Seen, Vec<(Path, String)>) {
    let mut host = Host { answers: flows::answer, crash, saved: vec![], drawn: vec![] };
    let revive = |record| (kind.revive)(identity, input.clone(), record);
    let context = StepContext::root(Arc::new(identity.clone()), Limits::Aws);
    let mut scope = Scope { context, path: vec![], ordinal: 0, revive: Some(&revive) };
    let ended = (kind.open)(identity, input.clone()).and_then(|it| host.run(it, &mut scope));
    let output = ended.and_then(|machine| Ok(Value::clone(&*machine.into_output().json()?)));
    let result = output.map_err(|failure| shown(&failure));
    // What items of distributed Maps draw is theirs.
    (Seen { result, drawn: by_scope(host.drawn) }, host.saved)
}

/// Both drivers, and the second one with a crash before each effect.
fn prove(kind: &Kind<'_>, input: &Value) -> Seen {
    let (engine, identity, records) = by_engine(kind, input);
    for crash in [false, true] {
        let (host, saved) = by_host(kind, input, &identity, crash);
        assert_eq!(host.result, engine.result, "{input} {crash}");
        for record in &records {
            assert!(saved.contains(record), "{input} {crash}: only the engine saved {record:?}");
        }
        // Interpreted machines do not tell what they draw: what is saved and sent shows it. Where an execution
        // fails, the engine cancels the other branches; this driver has run them to their ends.
        let mut drawn = host.drawn;
        drawn.retain(|value| engine.result.is_ok() || engine.drawn.contains(value));
        assert_eq!(drawn, engine.drawn, "{input} {crash}");
    }
    engine
}

/// The same for a document.
fn prove_document(program: &Arc<Compiled>, input: &Value) -> Seen {
    let open = |identity: &Identity, input: Value| -> Opened {
        Ok(Interpreted::start(program.clone(), Arc::new(input), Context::from(identity)))
    };
    let revive = |identity: &Identity, input: Value, record: Value| -> Opened {
        Interpreted::resume(program.clone(), Arc::new(input), Context::from(identity), record)
    };
    prove(&Kind { open: &open, revive: &revive }, input)
}

fn inputs() -> Vec<Value> {
    let of = |parcels: &[&str]| json!(parcels);
    vec![
        of(&[]),
        of(&["book"]),
        of(&["busy bee", "", "map"]),
        of(&["split pea", "book", "torn leaf", "busy", "x"]),
        of(&["jam", "torn", "torn again"]),
    ]
}

/// The typed machine and its interpreted document.
fn both<W: Workflow>() {
    let definition = Definition::from_json(&W::definition().unwrap().to_json_pretty()).unwrap();
    let program = Arc::new(Compiled::new(definition, &W::tasks()).unwrap());
    let typed = Kind {
        open: &|_, input| W::machine(Payload::Json(Arc::new(input))),
        revive: &|_, _, record| W::revive(record),
    };
    for input in inputs() {
        let typed = prove(&typed, &input);
        let interpreted = prove_document(&program, &input);
        assert_eq!(typed.result, interpreted.result);
    }
}

#[test]
fn calls_are_retried_and_caught() {
    both::<flows::calls>();
}

#[test]
fn waits_and_chance() {
    both::<flows::chance>();
}

#[test]
fn branches_and_items() {
    both::<flows::forks>();
}

#[test]
fn items_of_their_own() {
    both::<flows::spread>();
    both::<flows::batched>();
}

#[test]
fn a_document_that_calls_resources() {
    let definition = Definition::from_json(&flows::document().to_string()).unwrap();
    let program = Arc::new(Compiled::connected(definition).unwrap());
    for input in inputs() {
        prove_document(&program, &json!({ "parcels": input }));
    }
}

//! Cuts executions off after each of their commits, and goes on with another version.

use crate::world::World;
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::Arc;
use workflow::description::{Compatibility, Description, Reading, compatible};
use workflow::interpreted::{Compiled, Context, Interpreted};
use workflow::store::{Around, Commit, Kept, Query, Saved, Status, Store, StoreError};
use workflow::{Engine, Failure, Payload, Workflow};
use workflow_runtime::task::BoxFuture;

/// A pair of versions, an input, and what is predicted.
pub struct Row {
    pub name: &'static str,
    pub before: Version,
    pub after: Version,
    pub input: &'static str,
    /// The output of an execution that began with the older version and goes on with the newer one.
    pub output: &'static str,
    pub kind: Kind,
    /// For each state of the older version: `+` goes on, `?` depends, `-` is blocked, then the field that is why.
    pub predicted: &'static [(&'static str, &'static str)],
}

/// The kind of a row.
pub struct Kind {
    /// True if documents behave as they are predicted to, too: they have no types.
    pub documents: bool,
    /// True if these values let the execution go on, where that depends on them.
    pub fits: Option<bool>,
}

/// A version of a workflow, without its types.
#[derive(Clone, Copy)]
pub struct Version {
    start: fn(&Engine, &str, &str) -> Ended,
    resume: fn(Engine, String) -> Ended,
    description: fn() -> Description,
    document: fn() -> Arc<Compiled>,
}

type Ended = BoxFuture<Result<Value, Failure>>;

impl Version {
    pub const fn of<W: Workflow>() -> Self {
        Version {
            start: |engine, name, input| {
                let execution = engine.start_json_as::<W>(input, Some(name));
                Box::pin(async { Ok(serde_json::from_str(&execution.await?).unwrap()) })
            },
            resume: |engine, id| {
                Box::pin(async move {
                    let output = engine.resume_workflow::<W>(&id).await.await?;
                    Ok(serde_json::to_value(output).unwrap())
                })
            },
            description: W::description,
            document: || Arc::new(Compiled::new(W::definition().unwrap(), &W::tasks()).unwrap()),
        }
    }
}

/// A kind of machine: how it begins and goes on.
trait Machines {
    fn start(&self, engine: &Engine, version: Version, name: &str, input: &str) -> Ended;
    fn resume(&self, engine: &Engine, version: Version, id: &str, input: &str) -> Ended;
    fn describe(&self, version: Version) -> Description;
    /// A letter that stands for the kind in the names of executions.
    fn letter(&self) -> char;
    /// True if a start under the name of an execution goes on with it.
    fn begins_again(&self) -> bool {
        false
    }
}

struct Typed;
struct Documents;

impl Machines for Typed {
    fn start(&self, engine: &Engine, version: Version, name: &str, input: &str) -> Ended {
        (version.start)(engine, name, input)
    }
    fn resume(&self, engine: &Engine, version: Version, id: &str, _: &str) -> Ended {
        (version.resume)(engine.clone(), id.to_owned())
    }
    fn describe(&self, version: Version) -> Description {
        (version.description)()
    }
    fn letter(&self) -> char {
        't'
    }
    fn begins_again(&self) -> bool {
        true
    }
}

impl Machines for Documents {
    fn start(&self, engine: &Engine, version: Version, name: &str, input: &str) -> Ended {
        let (program, text) = ((version.document)(), Arc::<str>::from(input));
        let value: Arc<Value> = Arc::new(serde_json::from_str(input).unwrap());
        let open = |identity: &workflow::machine::Identity| {
            Ok(Interpreted::start(program, value, Context::from(identity)))
        };
        let execution = engine.start(open, "flow", Some(name), Some(text));
        Box::pin(async { output(execution.await?) })
    }
    fn resume(&self, engine: &Engine, version: Version, id: &str, input: &str) -> Ended {
        let (program, id, engine) = ((version.document)(), id.to_owned(), engine.clone());
        let value: Arc<Value> = Arc::new(serde_json::from_str(input).unwrap());
        Box::pin(async move {
            let revive = |identity: &workflow::machine::Identity, record| {
                Interpreted::resume(program, value, Context::from(identity), record)
            };
            output(engine.resume(&id, revive).await.await?)
        })
    }
    fn describe(&self, version: Version) -> Description {
        (version.document)().description("flow")
    }
    fn letter(&self) -> char {
        'd'
    }
}

fn output(payload: Payload) -> Result<Value, Failure> {
    Ok(Value::clone(&*payload.json()?))
}

/// A store that takes so many commits and no more.
struct Cut(Arc<dyn Store>, u64);

impl Around for Cut {
    fn inner(&self) -> &dyn Store {
        &*self.0
    }

    fn commit(&self, commit: Commit) -> BoxFuture<Result<(), StoreError>> {
        if commit.number > self.1 {
            return Box::pin(async { Err(StoreError::Stalled("cut off".to_owned())) });
        }
        self.0.commit(commit)
    }
}

/// Holds what is predicted against the row, and what happens in the store against what is predicted.
pub fn prove(row: &Row, store: &Arc<dyn Store>) {
    let verdicts = compatible(&Typed.describe(row.before), &Typed.describe(row.after));
    let told: Vec<_> = verdicts.states.iter().map(|it| (&*it.state, told(&it.verdict))).collect();
    let told: Vec<_> = told.iter().map(|(state, told)| (*state, &**told)).collect();
    assert_eq!(told, row.predicted, "{verdicts:#?}");
    every_cut(row, &Typed, store);
    if row.kind.documents {
        every_cut(row, &Documents, store);
    }
}

fn told(verdict: &Reading) -> String {
    let (mark, reasons) = match verdict {
        Reading::Continues => return "+".to_owned(),
        Reading::Depends(reasons) => ('?', reasons),
        Reading::Blocked(reasons) => ('-', reasons),
    };
    // Whose branches a variable is of has a digest in it.
    let field = reasons[0].field.split(" of ").next().unwrap_or_default();
    format!("{mark} {field}").trim_end().to_owned()
}

fn every_cut(row: &Row, machines: &dyn Machines, store: &Arc<dyn Store>) {
    let (old, new) = (machines.describe(row.before), machines.describe(row.after));
    let kept = serde_json::to_string(&old).unwrap();
    assert_eq!(serde_json::from_str::<Description>(&kept).unwrap(), old);
    assert_eq!(old.fingerprint() == new.fingerprint(), old == new);
    let verdicts = compatible(&old, &new);
    let unchanged = compatible(&old, &old);
    assert!(unchanged.continues(), "{unchanged:?}");
    for commits in 1..200 {
        if one_cut(row, machines, &verdicts, store, commits) {
            assert!(commits > 1, "the execution has hardly begun");
            return;
        }
    }
    panic!("the execution has no end");
}

/// True if the execution has ended before the cut.
fn one_cut(
    row: &Row,
    machines: &dyn Machines,
    verdicts: &Compatibility,
    store: &Arc<dyn Store>,
    commits: u64,
) -> bool {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let _entered = runtime.enter();
    let name = format!("{}-{}-{commits}", row.name, machines.letter());
    let engine = |world: &World, commits| {
        let store = Cut(store.clone(), commits);
        Engine::builder().resource(world.clone()).store(store).virtual_time().build()
    };
    let first = engine(&World::default(), commits);
    let ended = runtime.block_on(machines.start(&first, row.before, &name, row.input));
    let Err(failure) = ended else { return true };
    assert!(failure.is_interruption() && failure.as_blocked().is_none(), "{failure}");
    let id = &*format!("arn:aws:states:us-east-1:123456789012:execution:flow:{name}");
    // Nobody drives it now: to claim it is to read it.
    let claim = |id: &str| runtime.block_on(store.claim(id)).unwrap();
    let saved = claim(id).unwrap_or_else(|| panic!("no {id}"));
    // Items of distributed Maps are executions of their own, and go on like others.
    let items = Query { status: Some(Status::Running), items: true, ..Query::default() };
    let items = runtime.block_on(store.list(items)).unwrap().executions.into_iter();
    let items = items.filter(|it| it.begun.is_item()).filter_map(|it| claim(&it.begun.id));
    let states: BTreeSet<_> =
        items.map(|item| standing(&item)).fold(standing(&saved), |all, more| &all | &more);
    let world = World::default();
    let resumed = machines.resume(&engine(&world, u64::MAX), row.after, id, row.input);
    let resumed = runtime.block_on(resumed);
    let place = || format!("after {commits} commits, in {states:?}");
    match (outcome(&states, verdicts).or(row.kind.fits), resumed) {
        (Some(true) | None, Ok(output)) => {
            let expected: Value = serde_json::from_str(row.output).unwrap();
            assert_eq!(output, expected, "{}: {:?}", place(), world.called());
        }
        (Some(false) | None, Err(failure)) => {
            let blocked = failure.as_blocked().unwrap_or_else(|| panic!("{failure}: {}", place()));
            // An item that does not fit says so under its own name.
            let own = &*blocked.execution == id || blocked.execution.contains(":flow/");
            assert!(!blocked.reasons.is_empty() && own, "{blocked}");
            assert_eq!(world.called(), Vec::<String>::new(), "{}: {blocked}", place());
            if machines.begins_again() {
                let again = (row.after.start)(&engine(&world, u64::MAX), &name, row.input);
                let again = runtime.block_on(again).unwrap_err();
                // An input that the newer version does not take is refused before.
                let refused = again.error() == "InvalidExecutionInput";
                assert!(again.as_blocked().is_some() || refused, "started again: {again}");
                assert_eq!(world.called(), Vec::<String>::new());
            }
            untouched(&saved, &claim(id).unwrap());
            let again = machines.resume(&engine(&world, u64::MAX), row.before, id, row.input);
            let again = runtime.block_on(again);
            again.unwrap_or_else(|failure| panic!("lost: {failure}: {}", place()));
        }
        (predicted, resumed) => panic!("predicted {predicted:?}, got {resumed:?}: {}", place()),
    }
    false
}

/// The states that the scopes of an execution are in; an empty name before the first one.
fn standing(saved: &Saved) -> BTreeSet<String> {
    let state = |(path, kept): (&Vec<(u32, u32)>, &Kept)| {
        // The record may mention payloads, which is not JSON; its state comes first.
        let record = crate::words::spelt_out(&kept.machine);
        let name = record.strip_prefix("{\"state\":\"").and_then(|it| it.split('"').next());
        let name = name.unwrap_or("<start>").to_owned();
        match (&*name, path.is_empty()) {
            ("<start>", true) => Some(String::new()),
            (name, _) if name.starts_with("<start>") || name.starts_with("<end>") => None,
            _ => Some(name),
        }
    };
    saved.scopes.iter().filter_map(state).collect()
}

/// Returns what is predicted of an execution: whether it goes on, if that does not depend on its values.
fn outcome(states: &BTreeSet<String>, verdicts: &Compatibility) -> Option<bool> {
    let verdict = |state: &String| {
        verdicts.of(state).unwrap_or_else(|| panic!("nothing is predicted of {state}"))
    };
    let all: Vec<_> = states.iter().map(verdict).collect();
    if all.iter().any(|verdict| matches!(verdict, Reading::Blocked(_))) {
        return Some(false);
    }
    all.iter().all(|verdict| **verdict == Reading::Continues).then_some(true)
}

/// Nothing of an execution was written, and it is still running.
fn untouched(before: &Saved, after: &Saved) {
    assert_eq!(after.status, Status::Running);
    assert_eq!((after.number, &after.scopes), (before.number, &before.scopes));
    assert_eq!((after.events, after.end.is_none()), (before.events, true));
}

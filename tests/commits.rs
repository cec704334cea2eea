//! The bytes of commits at a full history: what is new, and little around it.
#![allow(clippy::unwrap_used, reason = "tests")]

use serde_json::{Value, json};
use std::sync::{Arc, Mutex};
use workflow::Engine;
use workflow::clock::VirtualClock;
use workflow::interpreted::{Compiled, Context, Interpreted};
use workflow::machine::History;
use workflow::prelude::*;
use workflow::store::{Around, Commit, MemoryStore, Store, StoreError};

/// The bytes of commits, in order: new payloads, and the rest.
#[derive(Default)]
struct Bytes {
    inner: MemoryStore,
    commits: Mutex<Vec<(usize, usize)>>,
}

impl Around for Bytes {
    fn inner(&self) -> &dyn Store {
        &self.inner
    }
    fn commit(&self, commit: Commit) -> workflow_runtime::task::BoxFuture<Result<(), StoreError>> {
        let payloads = commit.payloads.iter().map(|payload| payload.text.len()).sum();
        self.commits.lock().unwrap().push((payloads, around(&commit)));
        self.inner.commit(commit)
    }
}

/// The bytes of a commit without new payloads and the start of the execution: what a store has to write.
fn around(commit: &Commit) -> usize {
    let record = |record: &workflow::store::Record| {
        2 * record.path.len() + record.machine.as_ref().map_or(0, |it| it.len()) + record.mark.len()
    };
    let state = commit.state.as_ref().map_or(0, |name| name.len());
    let chunk = commit.chunk.as_ref().map_or(0, |chunk| chunk.bytes.len());
    commit.records.iter().map(record).sum::<usize>() + state + chunk
}

/// An engine, and the bytes of the commits that it will make.
fn engine(history: History) -> (Engine, Arc<Bytes>) {
    let bytes = Arc::new(Bytes::default());
    let store = Shared(bytes.clone());
    (Engine::builder().clock(VirtualClock::default()).history(history).store(store).build(), bytes)
}

/// Runs a workflow: the bytes of its commits.
async fn commits<W: workflow::Workflow>(history: History, input: W::Input) -> Vec<(usize, usize)> {
    let (engine, bytes) = engine(history);
    engine.run::<W>(input).await.unwrap();
    let commits = bytes.commits.lock().unwrap();
    commits.clone()
}

/// A store that others look at, too.
struct Shared(Arc<Bytes>);
impl Around for Shared {
    fn inner(&self) -> &dyn Store {
        &*self.0
    }
}

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
struct Parcel {
    count: u32,
    note: String,
}

#[task]
async fn pack(parcel: Parcel) -> Result<Parcel, Failure> {
    Ok(Parcel { count: parcel.count + 1, ..parcel })
}
#[task]
async fn add(n: u32) -> Result<u32, Failure> {
    Ok(n + 1)
}

#[workflow]
async fn chain(parcel: Parcel) -> Result<Parcel, Failure> {
    let parcel = pack(parcel).await?;
    let parcel = pack(parcel).await?;
    let parcel = pack(parcel).await?;
    let parcel = pack(parcel).await?;
    let parcel = pack(parcel).await?;
    let parcel = pack(parcel).await?;
    let parcel = pack(parcel).await?;
    let parcel = pack(parcel).await?;
    let parcel = pack(parcel).await?;
    let parcel = pack(parcel).await?;
    Ok(parcel)
}

#[workflow]
async fn each(list: Vec<u32>) -> Result<Vec<u32>, Failure> {
    let list = map(list, async |n| Ok(add(n).await?)).max_concurrency(1).await?;
    Ok(list)
}
#[workflow]
async fn all(list: Vec<u32>) -> Result<Vec<u32>, Failure> {
    let list = map(list, async |n| Ok(add(n).await?)).await?;
    Ok(list)
}
#[workflow]
async fn turns(list: Vec<u32>) -> Result<u32, Failure> {
    let mut sum = 0;
    for n in list {
        let more = add(n).await?;
        sum += more;
    }
    Ok(sum)
}

#[tokio::test]
async fn a_commit_is_its_new_payload_and_little_more() {
    let note = "n".repeat(252);
    let parcel = Parcel { count: 0, note };
    let size = serde_json::to_string(&parcel).unwrap().len();
    assert_eq!(size, 273);
    let commits = commits::<chain>(History::Full, parcel).await;
    assert!(commits.iter().all(|(payloads, _)| *payloads <= 275), "{commits:?}");
    assert!(commits.iter().all(|(_, around)| *around <= 150), "{commits:?}");
}

fn list(count: u32) -> Vec<u32> {
    (0..count).map(|n| 1_000_000 + n).collect()
}

/// Checks that twice as much work writes about twice as much.
fn linear(what: &str, totals: &[usize]) {
    for pair in totals.windows(2) {
        assert!(pair[1] * 10 <= pair[0] * 21, "{what}: {totals:?}");
    }
}

fn sum(commits: &[(usize, usize)]) -> usize {
    commits.iter().map(|(payloads, around)| payloads + around).sum()
}

async fn total<W: workflow::Workflow>(history: History, input: W::Input) -> usize {
    sum(&commits::<W>(history, input).await)
}

const COUNTS: [u32; 4] = [100, 200, 400, 800];

#[tokio::test]
async fn a_map_one_by_one_is_linear() {
    let mut totals = vec![];
    for count in COUNTS {
        totals.push(total::<each>(History::Full, list(count)).await);
    }
    linear("one by one", &totals);
}

#[tokio::test]
async fn a_map_all_at_once_is_linear() {
    let mut totals = vec![];
    for count in COUNTS {
        totals.push(total::<all>(History::Full, list(count)).await);
    }
    linear("all at once", &totals);
}

#[tokio::test]
async fn a_loop_is_linear() {
    for history in [History::Full, History::Off] {
        let mut totals = vec![];
        for count in COUNTS {
            totals.push(total::<turns>(history, list(count)).await);
        }
        linear(&format!("a loop, {history:?}"), &totals);
    }
}

/// A document of so many branches that wait.
fn branches(count: u32) -> Arc<Compiled> {
    let branch = |n| {
        let name = format!("Wait {n}");
        json!({ "StartAt": name, "States": { name: { "Type": "Wait", "Seconds": 1 + n % 7, "End": true } } })
    };
    let branches: Vec<Value> = (0..count).map(branch).collect();
    let states = json!({ "All": { "Type": "Parallel", "Branches": branches, "End": true } });
    let document = json!({ "QueryLanguage": "JSONata", "StartAt": "All", "States": states });
    let definition = workflow::Definition::from_json(&document.to_string()).unwrap();
    Arc::new(Compiled::connected(definition).unwrap())
}

#[tokio::test]
async fn a_parallel_is_linear() {
    let mut totals = vec![];
    for count in COUNTS {
        let (engine, bytes) = engine(History::Full);
        let (program, input) = (branches(count), json!({ "note": "n".repeat(300) }));
        let text = input.to_string();
        let open = move |identity: &_| {
            Ok(Interpreted::start(program, Arc::new(input), Context::from(identity)))
        };
        engine.start(open, "branches", None, Some(text.into())).await.unwrap();
        totals.push(sum(&bytes.commits.lock().unwrap()));
    }
    linear("a Parallel", &totals);
}

//! Distributed Maps whose definition changes while they are under way: items keep what they began with, or the execution is
//! blocked, as `compatible` says.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use workflow_asl::Definition;
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::connector::{MemoryObjects, Reply, Target, connector};
use workflow_runtime::description::{Reading, compatible};
use workflow_runtime::engine::{Engine, Identity};
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};
use workflow_runtime::store::{Around, Commit, MemoryStore, Store, StoreError};
use workflow_runtime::task::BoxFuture;

const ID: &str = "arn:aws:states:us-east-1:123456789012:execution:m:x";

/// A store that takes so many commits and no more.
struct Cut(MemoryStore, Arc<AtomicU64>);

impl Around for Cut {
    fn inner(&self) -> &dyn Store {
        &self.0
    }

    fn commit(&self, commit: Commit) -> BoxFuture<Result<(), StoreError>> {
        let left =
            self.1.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
        if left.is_err() {
            return Box::pin(async { Err(StoreError::Stalled("cut off".to_owned())) });
        }
        self.0.commit(commit)
    }
}

/// The inputs of the calls so far.
type Calls = Arc<Mutex<Vec<Value>>>;

fn engine(store: &MemoryStore, commits: u64, calls: &Calls) -> Engine {
    let objects = MemoryObjects::default();
    objects.insert("data", "rows.jsonl", "\"a\"\n\"b\"\n\"c\"\n\"d\"");
    objects.insert("data", "more.jsonl", "\"z\"\n\"a\"\n\"b\"\n\"c\"\n\"d\"");
    let calls = calls.clone();
    let call = |target: &Target| target.resource.contains("sqs");
    let answer = connector(call, move |request| {
        let given = request.arguments["MessageBody"].clone();
        calls.lock().unwrap().push(given.clone());
        Box::pin(async { Ok(Reply::Done(Arc::new(given))) })
    });
    let store = Cut(store.clone(), Arc::new(AtomicU64::new(commits)));
    Engine::builder()
        .clock(VirtualClock::default())
        .objects(objects)
        .connector(answer)
        .store(store)
        .build()
}

/// A distributed Map that reads, with these fields changed.
fn map(more: &Value) -> Arc<Compiled> {
    let send = json!({ "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
        "Arguments": { "QueueUrl": "q", "MessageBody": "{% $states.input %}" }, "End": true });
    let mut map = json!({
        "Type": "Map", "Label": "L", "MaxConcurrency": 2, "End": true,
        "ItemReader": {
            "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputType": "JSONL" },
            "Arguments": { "Bucket": "data", "Key": "rows.jsonl" } },
        "ItemSelector": { "row": "{% $states.context.Map.Item.Value %}", "version": 1 },
        "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
            "StartAt": "Send", "States": { "Send": send } },
    });
    map.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let wait = json!({ "Type": "Wait", "Seconds": 1, "Next": "M" });
    let definition =
        json!({ "QueryLanguage": "JSONata", "StartAt": "W", "States": { "W": wait, "M": map } });
    Arc::new(Compiled::connected(Definition::from_value(definition).unwrap()).unwrap())
}

/// The outcome of an execution that was cut off after so many commits: of the first version, where it ended before that, and
/// of the one that went on with it.
struct Outcome {
    ended: bool,
    /// True if the Map was under way.
    began: bool,
    result: Result<Value, workflow_runtime::Failure>,
    calls: Vec<Value>,
}

async fn cut(commits: u64, before: &Arc<Compiled>, after: &[&Arc<Compiled>]) -> Outcome {
    let (store, calls) = (MemoryStore::default(), Calls::default());
    let program = before.clone();
    let input = Arc::new(json!({}));
    let open = |identity: &Identity| {
        Ok(Interpreted::start(program, input.clone(), Context::from(identity)))
    };
    let first = engine(&store, commits, &Calls::default());
    let ended = first.start(open, "m", Some("x"), Some("{}".into())).await.is_ok();
    let began =
        store.describe(ID).await.unwrap().is_some_and(|it| it.state.as_deref() == Some("M"));
    let mut result = Ok(Value::Null);
    for (index, program) in after.iter().enumerate() {
        // All but the last are cut off, too.
        let commits = if index + 1 < after.len() { 3 } else { u64::MAX };
        let program = (*program).clone();
        let engine = engine(&store, commits, &calls);
        let revive = |identity: &Identity, record| {
            Interpreted::resume(program, Arc::new(json!({})), Context::from(identity), record)
        };
        let resumed = engine.resume(ID, revive).await.await;
        result = resumed.and_then(|output| Ok((*output.json()?).clone()));
    }
    let calls = calls.lock().unwrap().clone();
    Outcome { ended, began, result, calls }
}

fn verdict(before: &Compiled, after: &Compiled) -> Reading {
    compatible(&before.description("m"), &after.description("m")).of("M").unwrap().clone()
}

#[tokio::test]
async fn items_keep_what_they_began_with() {
    let version = |version: u32| {
        let row = "{% $states.context.Map.Item.Value %}";
        map(&json!({ "ItemSelector": { "row": row, "version": version } }))
    };
    let (before, after, last) = (version(1), version(2), version(3));
    assert_eq!(verdict(&before, &after), Reading::Continues);
    let mut mixed = 0;
    for commits in 1..100 {
        for after in [&[&after][..], &[&after, &last], &[&after, &before]] {
            let Outcome { ended, result, .. } = cut(commits, &before, after).await;
            let result = result.unwrap_or_else(|failure| panic!("{commits}: {failure}"));
            let items = result.as_array().unwrap();
            let rows: Vec<_> = items.iter().map(|it| &it["row"]).collect();
            assert_eq!(rows, ["a", "b", "c", "d"], "{commits}");
            let of: BTreeMap<_, _> = items.iter().map(|it| (it["version"].as_u64(), ())).collect();
            mixed += u32::from(of.len() > 1);
            if ended {
                assert!(mixed > 10, "{mixed}");
                return;
            }
        }
    }
    panic!("the execution has no end");
}

#[tokio::test]
async fn other_items_block_the_execution() {
    let before = map(&json!({}));
    let reader = json!({ "Resource": "arn:aws:states:::s3:getObject",
        "ReaderConfig": { "InputType": "JSONL" },
        "Arguments": { "Bucket": "data", "Key": "more.jsonl" } });
    for changed in
        [json!({ "ItemReader": reader }), json!({ "ItemBatcher": { "MaxItemsPerBatch": 2 } })]
    {
        let after = map(&changed);
        assert!(matches!(verdict(&before, &after), Reading::Blocked(_)), "{changed}");
        let mut blocked = 0;
        for commits in 1..100 {
            let Outcome { ended, began, result, calls } = cut(commits, &before, &[&after]).await;
            if ended {
                break;
            }
            let why = result.as_ref().err().and_then(|failure| failure.as_blocked());
            assert_eq!(why.is_some(), began, "{changed} after {commits}: {result:?}");
            if let Some(why) = why {
                blocked += 1;
                assert!(why.to_string().contains("`items` of `M`"), "{why}");
                assert_eq!(calls, Vec::<Value>::new());
                // Nothing is lost: the code before goes on.
                let Outcome { result, .. } = cut(commits, &before, &[&after, &before]).await;
                assert_eq!(result.unwrap().as_array().unwrap().len(), 4);
            }
        }
        assert!(blocked > 5, "{changed}: {blocked}");
    }
}

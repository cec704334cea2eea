//! Calls of services at a moto server: by the typed machine, and by the interpreter of its document, with one connector.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod server;

use serde_json::{Value, json};
use server::{Moto, start};
use std::sync::Arc;
use workflow::large::LargeBucket;
use workflow::{Engine, Failure, Large, LargeStore, Payload, Workflow};
use workflow_aws_tests as flows;
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};

type Outcome = Result<Value, (String, String)>;

/// The outcome of a workflow as a machine, and as its document.
async fn both<W: Workflow>(moto: &Moto, input: Value) -> [Outcome; 2] {
    let document = Arc::new(Compiled::new(W::definition().unwrap(), &W::tasks()).unwrap());
    let mut ends = vec![];
    for native in [true, false] {
        let engine = Engine::builder().connector(moto.connector()).build();
        let (document, input) = (document.clone(), Arc::new(input.clone()));
        let text = Arc::<str>::from(input.to_string());
        let open = move |identity: &_| match native {
            true => W::machine(Payload::Json(input)),
            false => Ok(Interpreted::start(document, input, Context::from(identity))),
        };
        let ended = engine.start(open, W::NAME, None, Some(text)).await;
        let told = |failure: Failure| (failure.error().to_owned(), failure.cause().to_string());
        ends.push(ended.and_then(|it| it.json()).map(|it| Value::clone(&it)).map_err(told));
    }
    ends.try_into().unwrap()
}

fn text(outcome: &Outcome) -> &str {
    outcome.as_ref().unwrap().as_str().unwrap()
}

#[tokio::test]
async fn messages_arrive() {
    let Some(moto) = start("messages_arrive") else { return };
    let queue = moto.made("queue");
    let sent = both::<flows::enqueue>(moto, json!({ "queue": queue, "order": "o-1" })).await;
    assert!(sent.iter().all(|it| text(it).len() == 36), "{sent:?}");
    assert_eq!(moto.messages(&queue).await, ["o-1", "o-1"]);
    let nowhere = format!("{}/123456789012/none", moto.made("endpoint"));
    let failed = both::<flows::enqueue>(moto, json!({ "queue": nowhere, "order": "o-1" })).await;
    let expected = Err(("NoQueue".to_owned(), "make it first".to_owned()));
    assert_eq!(failed, [expected.clone(), expected]);
}

#[tokio::test]
async fn whoever_has_subscribed_is_told() {
    let Some(moto) = start("whoever_has_subscribed_is_told") else { return };
    let input = json!({ "topic": moto.made("topic"), "text": "a & b", "subject": "new" });
    let told = both::<flows::tell>(moto, input).await;
    assert!(told.iter().all(|it| text(it).len() == 36), "{told:?}");
    let heard = moto.messages(&moto.made("told")).await;
    assert_eq!(heard.len(), 2);
    let heard: Value = serde_json::from_str(&heard[0]).unwrap();
    assert_eq!((&heard["Message"], &heard["Subject"]), (&json!("a & b"), &json!("new")));
    let nowhere = "arn:aws:sns:us-east-1:123456789012:none";
    let none = both::<flows::tell>(moto, json!({ "topic": nowhere, "text": "a" })).await;
    assert_eq!(none, [Ok(json!("no topic")), Ok(json!("no topic"))]);
}

#[tokio::test]
async fn large_values_are_kept_in_a_bucket() {
    let Some(moto) = start("large_values_are_kept_in_a_bucket") else { return };
    let keep = |bucket| LargeStore::new(LargeBucket::new(moto.services(), bucket, "large"));
    let engine = Engine::builder().resource(keep("shop")).build();
    let (book, lines) = engine.run::<flows::bind>(1_500).await.unwrap();
    assert_eq!(lines, 1_500);
    let other = Engine::builder().resource(keep("shop")).build();
    assert_eq!(other.run::<flows::bind>(1_500).await.unwrap().0, book);
    assert_eq!(keep("none").get(&book).await.unwrap_err().error(), "Large.Refused");
    let missing: Large<u8> = format!("sha256:{}:1", "0".repeat(64)).parse().unwrap();
    let missing = keep("shop").get(&missing).await.unwrap_err();
    assert_eq!(missing.error(), "Large.Missing");
}

#[tokio::test]
async fn items_are_written_changed_found_and_removed() {
    let Some(moto) = start("items_are_written_changed_found_and_removed") else { return };
    let input = json!({ "table": "orders", "id": "o-1", "total": 7 });
    let kept = both::<flows::keep>(moto, input.clone()).await;
    assert_eq!(kept, [Ok(json!(["12", 1, true])), Ok(json!(["12", 1, true]))]);
    let item = json!({ "TableName": "orders", "Item": { "id": { "S": "o-1" } } });
    moto.services().call("dynamodb", "putItem", &item).await.unwrap();
    let twice = both::<flows::keep>(moto, input).await;
    let expected = Err(("Twice".to_owned(), "o-1 is there already".to_owned()));
    assert_eq!(twice, [expected.clone(), expected]);
    let nowhere = json!({ "table": "none", "id": "o-1", "total": 7 });
    for failed in both::<flows::keep>(moto, nowhere).await {
        assert_eq!(failed.unwrap_err().0, "DynamoDB.ResourceNotFoundException");
    }
}

#[tokio::test]
async fn events_are_sent() {
    let Some(moto) = start("events_are_sent") else { return };
    let sent = both::<flows::announce>(moto, json!("{\"id\": 7}")).await;
    assert_eq!(sent, [Ok(json!(1)), Ok(json!(1))]);
    let heard = moto.messages(&moto.made("events")).await;
    let heard: Value = serde_json::from_str(&heard[0]).unwrap();
    assert_eq!((&heard["detail"]["id"], &heard["detail-type"]), (&json!(7), &json!("Order paid")));
}

#[tokio::test]
async fn objects_are_written_read_and_listed() {
    let Some(moto) = start("objects_are_written_read_and_listed") else { return };
    let input = json!({ "bucket": "shop", "key": "a/b c.txt", "text": "Grüße" });
    let read = both::<flows::file>(moto, input).await;
    assert_eq!(read, [Ok(json!(["Grüße", 1])), Ok(json!(["Grüße", 1]))]);
    let nowhere = json!({ "bucket": "none", "key": "a", "text": "" });
    for failed in both::<flows::file>(moto, nowhere).await {
        assert_eq!(failed.unwrap_err().0, "S3.NoSuchBucketException");
    }
}

#[tokio::test]
async fn executions_are_started_and_waited_for() {
    let Some(moto) = start("executions_are_started_and_waited_for") else { return };
    let machine = moto.made("machine");
    let begun = both::<flows::begin>(moto, json!(machine)).await;
    assert!(begun.iter().all(|it| text(it).contains(":execution:twice:")), "{begun:?}");
    let done = both::<flows::nested>(moto, json!({ "machine": machine, "n": 21 })).await;
    assert_eq!(done, [Ok(json!(42)), Ok(json!(42))]);
    let failing = json!({ "machine": moto.made("fails"), "n": 21 });
    for failed in both::<flows::nested>(moto, failing).await {
        let (error, cause) = failed.unwrap_err();
        assert_eq!(error, "States.TaskFailed");
        assert!(cause.contains("\"Error\":\"Broken\""), "{cause}");
    }
}

#[tokio::test]
async fn jobs_are_run_to_their_ends() {
    let Some(moto) = start("jobs_are_run_to_their_ends") else { return };
    let job = both::<flows::batched>(moto, json!({ "queue": "jobs", "definition": "pack" })).await;
    assert_eq!(job, [Ok(json!([false, "SUCCEEDED"])), Ok(json!([false, "SUCCEEDED"]))]);
    let input = json!({ "cluster": "all", "definition": "pack", "subnet": moto.made("subnet"), "group": moto.made("group") });
    let ended = Ok(json!([1, "STOPPED"]));
    assert_eq!(both::<flows::contained>(moto, input).await, [ended.clone(), ended]);
    let tidied = both::<flows::tidied>(moto, json!("tidy")).await;
    assert_eq!(tidied, [Ok(json!("SUCCEEDED")), Ok(json!("SUCCEEDED"))]);
    for failed in both::<flows::tidied>(moto, json!("none")).await {
        assert_eq!(failed.unwrap_err().0, "Glue.EntityNotFoundException");
    }
    for asked in both::<flows::asked>(moto, json!("select 1")).await {
        assert_eq!(asked.unwrap()[0], "SUCCEEDED");
    }
}

#[tokio::test]
async fn who_reads_the_token_answers() {
    let Some(moto) = start("who_reads_the_token_answers") else { return };
    let queue = moto.made("questions");
    let engine = Engine::builder().connector(moto.connector()).build();
    let asked = engine.run::<flows::approve>((queue.clone(), "o-1".to_owned()).into());
    let answered = async {
        let message = loop {
            if let Some(message) = moto.messages(&queue).await.pop() {
                break serde_json::from_str::<Value>(&message).unwrap();
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        };
        assert_eq!(message["order"], "o-1");
        engine.complete(message["Token"].as_str().unwrap(), true).await.unwrap();
    };
    let (asked, ()) = tokio::join!(asked, answered);
    assert!(asked.unwrap());
}

//! The account that ARNs name: that of the first key which is one. And the region that it signs for.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]
#![cfg(feature = "http")]

mod common;

use common::{Running, exchange, request};
use serde_json::{Value, json};
use std::time::Duration;
use tokio::sync::oneshot;
use workflow_server::http::{Options, Server};
use workflow_server::{Builder, Service};
use workflow_sqlite::Sqlite;

const OWN: &str = "123456789012";
const OTHER: &str = "000000000042";

struct Called(Running);

async fn serve(builder: Builder) -> Called {
    let service = builder.account_of_callers().open().await.unwrap();
    let mut options = Options::default();
    options.address.set_port(0);
    let server = Server::bind(service.clone(), options).await.unwrap();
    let address = server.address();
    let (stop, stopped) = oneshot::channel::<()>();
    let ended = tokio::spawn(server.run(async { drop(stopped.await) }));
    Called(Running { address, stop, ended, service })
}

impl Called {
    /// Calls an operation with this key, or without any.
    async fn call(&self, key: &str, operation: &str, params: Value) -> Value {
        let (status, body) = self.asked(key, operation, params).await;
        assert_eq!(status, 200, "{body}");
        serde_json::from_str(&body).unwrap()
    }

    /// Calls with this key, which may name a region: `KEY@REGION`.
    async fn asked(&self, key: &str, operation: &str, params: Value) -> (u16, String) {
        let (name, region) = key.split_once('@').unwrap_or((key, "us-east-1"));
        let signed = format!(
            "\r\nAuthorization: AWS4-HMAC-SHA256 Credential={name}/20260101/{region}/states/aws4_request, \
            SignedHeaders=host, Signature=00\r\n\r\n"
        );
        let text = request(operation, &params.to_string());
        let text = if key.is_empty() { text } else { text.replacen("\r\n\r\n", &signed, 1) };
        let (status, _, body) = exchange(self.0.address, &text).await;
        (status, body)
    }

    /// Runs a machine that tells of its execution: its output.
    async fn ran(&self, key: &str) -> String {
        let pass = json!({ "Type": "Pass", "Parameters": { "id.$": "$$.Execution.Id", "role.$": "$$.Execution.RoleArn" }, "End": true });
        let definition = json!({ "StartAt": "S", "States": { "S": pass } }).to_string();
        let made = json!({ "name": "m", "definition": definition, "roleArn": "arn:aws:iam::123456789012:role/r" });
        let made = self.call(key, "CreateStateMachine", made).await;
        let start = json!({ "stateMachineArn": made["stateMachineArn"] });
        let started = self.call(key, "StartExecution", start).await;
        let asked = json!({ "executionArn": started["executionArn"] });
        for _ in 0..500 {
            let told = self.call(key, "DescribeExecution", asked.clone()).await;
            if told["status"] == "SUCCEEDED" {
                return told.to_string();
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("it does not end")
    }

    async fn activity(&self, key: &str, name: &str) -> String {
        let made = self.call(key, "CreateActivity", json!({ "name": name })).await;
        made["activityArn"].as_str().unwrap().to_owned()
    }
}

#[tokio::test]
async fn a_key_of_twelve_digits_is_the_account_within_and_without() {
    let running = serve(Service::builder()).await;
    // Reading decides on nothing.
    running.call("test", "ListStateMachines", json!({})).await;
    let told = running.ran(OTHER).await;
    assert!(told.contains(&format!("arn:aws:states:us-east-1:{OTHER}:stateMachine:m")), "{told}");
    let execution = format!("arn:aws:states:us-east-1:{OTHER}:execution:m:");
    assert_eq!(told.matches(&execution).count(), 2, "{told}");
    // The first one counts, and what it made is found by all.
    let activity = running.activity("111111111111", "a").await;
    assert_eq!(activity, format!("arn:aws:states:us-east-1:{OTHER}:activity:a"));
    let asked = json!({ "activityArn": activity });
    assert_eq!(running.call("", "DescribeActivity", asked).await["name"], "a");
}

#[tokio::test]
async fn the_region_is_that_of_the_first_call_that_decides() {
    let builder = || Service::builder().region_of_callers();
    let running = serve(builder()).await;
    let told = running.ran("000000000042@eu-west-1").await;
    let execution = format!("arn:aws:states:eu-west-1:{OTHER}:execution:m:");
    assert_eq!(told.matches(&execution).count(), 2, "{told}");
    let later = running.activity("000000000042@ap-south-1", "a").await;
    assert_eq!(later, format!("arn:aws:states:eu-west-1:{OTHER}:activity:a"));
    // A key that is no account has a region, too; and what is no region stays out.
    for (key, region) in [
        ("test@sa-east-1", "sa-east-1"),
        ("test@us-gov-west-1", "us-gov-west-1"),
        ("test@nowhere", "us-east-1"),
        ("test@eu-west-x", "us-east-1"),
        ("", "us-east-1"),
    ] {
        let running = serve(builder()).await;
        let arn = running.activity(key, "a").await;
        assert_eq!(arn, format!("arn:aws:states:{region}:{OWN}:activity:a"), "{key}");
    }
    // Without being asked for it stays as it was set.
    let running = serve(Service::builder()).await;
    assert!(running.activity("test@eu-west-1", "a").await.contains(":us-east-1:"));
}

#[tokio::test]
async fn other_keys_change_no_account() {
    for key in ["", "test", "AKIDEXAMPLE1", "12345678901", "1234567890123"] {
        let running = serve(Service::builder()).await;
        assert!(running.activity(key, "a").await.contains(OWN), "{key}");
        // By then it is decided.
        assert!(running.activity(OTHER, "b").await.contains(OWN), "{key}");
    }
}

#[tokio::test]
async fn what_is_refused_or_no_operation_decides_on_nothing() {
    let running = serve(Service::builder()).await;
    let told = running.asked("000000000001", "MakeActivity", json!({ "name": "a" })).await;
    assert_eq!(told.0, 400, "{}", told.1);
    assert!(running.activity(OTHER, "a").await.contains(OTHER));
}

#[tokio::test]
async fn two_first_calls_decide_on_one_account() {
    let running = serve(Service::builder()).await;
    let keys = ["000000000001", "000000000002"];
    let made = tokio::join!(running.activity(keys[0], "a"), running.activity(keys[1], "b"));
    let account = |arn: &str| arn.split(':').nth(4).unwrap().to_owned();
    assert_eq!(account(&made.0), account(&made.1));
    assert!(keys.contains(&&*account(&made.0)));
}

#[tokio::test]
async fn a_store_keeps_its_account() {
    let folder = std::env::temp_dir().join(format!("workflow-account-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("a.db");
    for (key, name) in [("000000000042@eu-west-1", "a"), ("", "b"), ("111111111111", "c")] {
        let store = Sqlite::open(&file).unwrap();
        let running = serve(Service::builder().region_of_callers().store(store)).await;
        let arn = running.activity(key, name).await;
        assert_eq!(arn, format!("arn:aws:states:eu-west-1:{OTHER}:activity:{name}"));
        let Running { stop, ended, service, .. } = running.0;
        stop.send(()).unwrap();
        ended.await.unwrap();
        service.shutdown(Duration::from_secs(5)).await;
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

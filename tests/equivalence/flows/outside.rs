//! Tasks that are no Rust functions: actions of services, functions that are there already, activities, people who
//! answer, and other workflows.

use super::tasks::*;
use crate::prove;
use serde_json::Value;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "PascalCase")]
pub struct Message {
    queue_url: String,
    message_body: Vec<String>,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "PascalCase")]
pub struct Sent {
    message_id: String,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TaskError)]
pub enum SendError {
    #[error_name("Sqs.QueueDoesNotExistException")]
    NoQueue,
    Busy,
    #[other]
    Other(Failure),
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub enum Decision {
    Yes { by: String },
    No,
}

/// Sends a message.
#[task(resource = "arn:aws:states:::sqs:sendMessage", retry = PATIENT)]
pub async fn send(message: Message) -> Result<Sent, SendError>;
#[task(resource = "arn:aws:states:::sns:publish", timeout = 20)]
pub async fn publish(topic_arn: String, message: String) -> Result<Sent, Failure>;
#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:legacy-price")]
pub async fn legacy(of: String, by: i64) -> Result<i64, Trouble>;
#[task(resource = "arn:aws:states:us-east-1:123456789012:activity:pack", heartbeat = "5s")]
pub async fn pack(of: String) -> Result<Vec<String>, Failure>;

/// Asks a person.
#[task(callback, timeout = "1h", heartbeat = "10m", retry = PATIENT)]
pub async fn approve(
    context: TaskContext,
    of: String,
    sum: i64,
) -> Result<Pending<Decision>, Trouble> {
    drop((context, of, sum));
    Ok(Pending::new())
}
#[task(callback)]
pub async fn confirmed(context: TaskContext, of: String) -> Result<(), Failure> {
    drop((context, of));
    Ok(())
}

/// Each way to call something else, in one line.
#[workflow]
pub async fn services(of: String) -> Result<(String, Vec<String>, i64), Failure> {
    let message = Message { queue_url: "https://queue".to_owned(), message_body: vec![of.clone()] };
    let id = match send(message).await {
        Ok(sent) => sent.message_id,
        Err(SendError::NoQueue) => publish("arn:topic".to_owned(), of.clone()).await?.message_id,
        Err(other) => return Err(other.into()),
    };
    let price = match legacy(of.clone(), 2).retry(ANY).await {
        Ok(price) => price,
        Err(Trouble::Bad { code, .. }) => i64::from(code),
        Err(Trouble::Closed(why)) => number(why.len() as i64).await?,
        Err(_) => 0,
    };
    let packed = pack(id.clone()).await?;
    Ok((id, packed, price))
}

/// In items and branches.
#[workflow]
pub async fn everybody(names: Vec<String>) -> Result<(Vec<i64>, Sent), Failure> {
    join!(
        map(names.clone(), async |name| {
            pack(name.clone()).await?;
            Ok(legacy(name, 1).await?)
        })
        .max_concurrency(2),
        publish("arn:topic".to_owned(), format!("{} names", names.len())),
    )
    .await
}

/// A person answers, or does not.
#[workflow]
pub async fn approval(of: String, sum: i64) -> Result<String, Failure> {
    let by = match approve(of.clone(), sum).await {
        Ok(Decision::Yes { by }) => by,
        Ok(Decision::No) => return Err(Failure::new("Refused", of)),
        Err(Trouble::Bad { why, .. }) => why,
        Err(other) => return Err(other.into()),
    };
    confirmed(by.clone()).timeout(Duration::from_secs(60)).await?;
    Ok(by)
}

/// One that others call.
#[workflow]
pub async fn inner(name: String, size: i64) -> Result<Vec<String>, Failure> {
    let found = two(name, size).await?;
    Ok(vec![found])
}
/// Calls another, and itself.
#[workflow]
pub async fn outer(names: Vec<String>) -> Result<Vec<String>, Failure> {
    if names.is_empty() {
        return Ok(vec![]);
    }
    let first = inner(names[0].clone(), names.len() as i64).await?;
    let rest = match outer(names.into_iter().skip(1).collect()).retry(ANY).await {
        Ok(rest) => rest,
        Err(lost) => vec![lost.error().to_owned()],
    };
    Ok(first.into_iter().chain(rest).collect())
}

#[test]
fn services_agree() {
    prove!(services(of): send, publish, legacy, number, pack; failing = 15).run();
    prove!(everybody(names): publish, legacy, pack;).run();
}
#[test]
fn callbacks_agree() {
    let proof = prove!(approval(of, sum): approve, confirmed;);
    proof.run();
    proof.survives(10);
}
#[test]
fn nested_workflows_agree() {
    prove!(inner(name, size): two;).run();
    prove!(outer(names): inner, outer; items = 3).run();
}

/// The first state that calls a resource.
fn calling(document: Result<workflow::Definition, impl std::fmt::Debug>, resource: &str) -> Value {
    let document: Value = serde_json::from_str(&document.unwrap().to_json_pretty()).unwrap();
    let states = document["States"].as_object().unwrap();
    let found = states.values().find(|state| state["Resource"] == format!("arn:aws:{resource}"));
    found.unwrap_or_else(|| panic!("{document:#}")).clone()
}

#[test]
fn documents_call_what_they_name() {
    let send = calling(services::definition(), "states:::sqs:sendMessage");
    assert_eq!(send["Arguments"]["QueueUrl"], "https://queue");
    assert_eq!(send["Retry"].as_array().map(Vec::len), Some(1), "none of Lambda");
    let publish = calling(services::definition(), "states:::sns:publish");
    assert_eq!(publish["Arguments"]["TopicArn"], "arn:topic");
    let price = calling(services::definition(), "states:::lambda:invoke");
    let function = "arn:aws:lambda:us-east-1:123456789012:function:legacy-price";
    assert_eq!(price["Arguments"]["FunctionName"], function);
    assert_eq!(price["Arguments"]["Payload"]["by"], 2);
    let approve = calling(approval::definition(), "states:::lambda:invoke.waitForTaskToken");
    let token = "{% $states.context.Task.Token %}";
    assert_eq!(approve["Arguments"]["Payload"]["taskToken"], token);
    assert_eq!(approve["HeartbeatSeconds"], 600);
    let child = calling(outer::definition(), "states:::states:startExecution.sync:2");
    let machine = child["Arguments"]["StateMachineArn"].as_str().unwrap();
    assert!(machine.contains("':stateMachine:inner'"), "{machine}");
}

//! A person approves or rejects, within an hour.

use super::{Opaque, TRANSIENT};
use crate::answers::Script;
use crate::compare::Rewritten;
use serde_json::{Value, json};
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
struct Request {
    item: String,
    #[serde(rename = "approvalStatus", skip_serializing_if = "Option::is_none")]
    approval_status: Option<Approval>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
struct Approval {
    #[serde(skip_serializing_if = "Option::is_none")]
    result: Option<bool>,
}

/// Mails the approver a link for each answer. The body runs as the Lambda function of this name.
#[task(callback, timeout = "1h", aws_retry = false)]
async fn approval_email(
    context: TaskContext,
    execution: String,
    input: Request,
) -> Result<Pending<Approval>, Failure> {
    drop((context, execution, input));
    Ok(Pending::new())
}
#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:process", retry = TRANSIENT, aws_retry = false)]
async fn process(input: Request, result: String) -> Result<Opaque, Failure>;

#[workflow]
async fn approve(mut request: Request) -> Result<Opaque, Failure> {
    let approval = approval_email(execution().id(), request.clone()).await?;
    request.approval_status = Some(approval.clone());
    match approval.result {
        Some(true) => process(request, "approved".to_owned()).await,
        Some(false) => process(request, "rejected".to_owned()).await,
        None => process(request, "failure".to_owned()).await,
    }
}

/// What the processing function returned is compared; the original ends with its envelope.
pub fn rewritten() -> Rewritten {
    let item = || json!({ "item": "a chair" });
    let answered = |answer: Value| {
        Script::default().on("approval_email", answer).on("process", json!({ "status": "done" }))
    };
    let slow = Script::default().on("approval_email", json!({ "result": true })).at_first_fails(
        "process",
        "Lambda.AWSLambdaException",
        3,
        json!("done"),
    );
    Rewritten::new::<approve>(
        "human-in-the-loop/statemachine/statemachine.asl.json",
        crate::compare::all,
    )
    .name("SendApprovalEmailFunction", "approval_email")
    .name("ProcessingLambda", "process")
    .succeeds("approved", item(), answered(json!({ "result": true })))
    .succeeds("rejected", item(), answered(json!({ "result": false })))
    .succeeds("neither", item(), answered(json!({})))
    .succeeds("processed at the fourth attempt", item(), slow)
    .fails(
        "nobody answers",
        "States.Timeout",
        item(),
        Script::default().never("approval_email"),
    )
}

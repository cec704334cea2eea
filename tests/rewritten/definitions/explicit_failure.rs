//! A branch that fails does not end the other: its error is a value, and is looked at after both.

use super::Opaque;
use crate::answers::Script;
use crate::compare::Rewritten;
use serde_json::json;
use workflow::prelude::*;

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:slow-success", aws_retry = false)]
async fn slow_success(input: Opaque) -> Result<Opaque, Failure>;
#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:quick-fail", aws_retry = false)]
async fn quick_fail(input: Opaque) -> Result<Opaque, Failure>;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
enum Came {
    To(Opaque),
    Failed(Failure),
}

#[workflow]
async fn both(input: Opaque) -> Result<(Opaque, Opaque), Failure> {
    let (first, second) = join!(slow_success(input.clone()), async {
        match quick_fail(input).await {
            Ok(output) => Ok(Came::To(output)),
            Err(failure) => Ok(Came::Failed(failure)),
        }
    })
    .await?;
    match second {
        Came::To(output) => Ok((first, output)),
        Came::Failed(failure) => Err(failure),
    }
}

/// All of the output is compared: what the branches came to.
pub fn rewritten() -> Rewritten {
    let calm = || {
        Script::default().on("slow-success", json!({ "slept": 3 })).on("quick-fail", json!("fine"))
    };
    let broken = Script::default().fails("quick-fail", "Broken", "as announced").and(calm());
    let lost = Script::default().fails("slow-success", "Lost", "not announced").and(calm());
    Rewritten::new::<both>(
        "explicit-failure-with-parallel-states/statemachine/statemachine.asl.json",
        crate::compare::all,
    )
    .name("getSuccessFunctionArn", "arn:aws:lambda:us-east-1:123456789012:function:slow-success")
    .name("getQuickFailFunctionArn", "arn:aws:lambda:us-east-1:123456789012:function:quick-fail")
    .succeeds("both succeed", json!({ "n": 1 }), calm())
    .fails("the quick one fails", "Broken", json!({ "n": 2 }), broken)
    .fails("the slow one fails", "Lost", json!({ "n": 3 }), lost)
}

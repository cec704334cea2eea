//! `errors`, imported from the Amazon States Language by `workflow import`.
//!
//! The types are what the definition reads; other fields of an input or an answer pass through the exported
//! document, and are dropped by the typed machine.

#![allow(missing_docs, clippy::clone_on_copy, clippy::format_in_format_args, clippy::needless_return, reason = "written by a program")]
#![allow(clippy::needless_update, clippy::redundant_clone, clippy::single_match, clippy::unnecessary_to_owned, reason = "written by a program")]

use workflow::prelude::*;

/// Any JSON, kept and passed on as it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[data(opaque)]
#[serde(transparent)]
pub struct Json(pub serde_json::Value);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Input {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub receipt: Option<Json>,
    pub id: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct UndoArguments {
    pub why: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct TellArguments {
    #[serde(rename = "TopicArn")]
    pub topic_arn: String,
    #[serde(rename = "Message")]
    pub message: String,
}

const RETRY: Retry = Retry::on(&["Lambda.ServiceException"])
    .interval(2)
    .max_attempts(2)
    .backoff_rate(2.0)
    .max_delay(9);

#[task(
    resource = "arn:aws:lambda:us-east-1:123456789012:function:charge",
    retry = [RETRY],
    aws_retry = false
)]
pub async fn charge(arguments: Input) -> Result<Json, Failure>;

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:ship", aws_retry = false)]
pub async fn ship(arguments: Input) -> Result<Json, Failure>;

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:undo", aws_retry = false)]
pub async fn undo(arguments: UndoArguments) -> Result<Json, Failure>;

#[task(resource = "arn:aws:states:::sns:publish", aws_retry = false)]
pub async fn tell(arguments: TellArguments) -> Result<Json, Failure>;

#[workflow]
pub async fn errors(input: Input) -> Result<Json, Failure> {
    let (tell_data, tell_data_2) = match charge(input.clone()).named("Charge").await {
        Ok(charge_result) => {
            match ship(Input { receipt: Some(charge_result.clone()), ..input.clone() })
                .named("Ship")
                .await {
                Ok(ship_result) => {
                    return Ok(ship_result.clone());
                }
                Err(failure_2) => {
                    if failure_2.error() == "Lost" {
                        (failure_2.reported(), failure_2.error().to_owned())
                    } else {
                        return Err(failure_2);
                    }
                }
            }
        }
        Err(failure) => {
            if failure.error() == "Declined" || failure.error() == "Expired" {
                (failure.reported(), failure.error().to_owned())
            } else if failure.error() != "States.Timeout" {
                let undo_result = undo(UndoArguments { why: failure.reported() })
                    .named("Undo")
                    .await?;
                return Ok(undo_result.clone());
            } else {
                return Err(Failure::new("", "broken"));
            }
        }
    };
    tell(
        TellArguments {
            topic_arn: "t".to_owned(),
            message: format!("{}: {} ({})", input.id, tell_data_2, tell_data),
        },
    ).named("Tell").await?;
    Err(Failure::new("Refused", "see the message"))
}

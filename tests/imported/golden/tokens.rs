//! `tokens`, imported from the Amazon States Language by `workflow import`.
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
    pub order: Json,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct AskArguments {
    #[serde(rename = "QueueUrl")]
    pub queue_url: String,
    #[serde(rename = "MessageBody")]
    pub message_body: Input,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct AskResult {
    pub well: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct TellArguments {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "Payload")]
    pub payload: AskResult,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct TellResult {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<Json>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

#[task(
    resource = "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
    token = "MessageBody.token",
    timeout = 600,
    aws_retry = false
)]
pub async fn ask(arguments: AskArguments) -> Result<Pending<AskResult>, Failure>;

#[task(
    resource = "arn:aws:states:::lambda:invoke.waitForTaskToken",
    token = "Payload.token",
    aws_retry = false
)]
pub async fn tell(arguments: TellArguments) -> Result<Pending<TellResult>, Failure>;

#[workflow]
pub async fn tokens(input: Input) -> Result<TellResult, Failure> {
    match ask(
        AskArguments {
            queue_url: "q".to_owned(),
            message_body: Input { order: input.order.clone() },
        },
    ).named("Ask").await {
        Ok(ask_result) => {
            if ask_result.well {
                let tell_result = tell(
                    TellArguments {
                        function_name: "tell".to_owned(),
                        payload: AskResult { well: ask_result.well },
                    },
                ).named("Tell").await?;
                Ok(tell_result.clone())
            } else {
                Err(Failure::new("No", "not well"))
            }
        }
        Err(failure) => {
            if failure.error() == "States.Timeout" || failure.error() == "States.HeartbeatTimeout" {
                Ok(TellResult {
                    order: Some(input.order.clone()),
                    why: Some(failure.error().to_owned()),
                })
            } else {
                Err(failure)
            }
        }
    }
}

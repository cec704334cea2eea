//! `texts`, imported from the Amazon States Language by `workflow import`.
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
    pub body: Json,
    pub prefix: String,
    pub parts: Vec<Json>,
    pub n: i64,
    pub line: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct SendArguments {
    #[serde(rename = "QueueUrl")]
    pub queue_url: String,
    #[serde(rename = "MessageBody")]
    pub message_body: String,
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "Count")]
    pub count: u64,
    #[serde(rename = "Next")]
    pub next: i64,
    #[serde(rename = "First")]
    pub first: Json,
    #[serde(rename = "All")]
    pub all: Vec<String>,
    #[serde(rename = "Words")]
    pub words: Vec<String>,
    #[serde(rename = "At")]
    pub at: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct SendResult {
    #[serde(rename = "Body")]
    pub body: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct UseArguments {
    pub id: Json,
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct SendDrawn {
    pub id: Json,
}

#[task(resource = "arn:aws:states:::sqs:sendMessage", aws_retry = false)]
pub async fn send(arguments: SendArguments) -> Result<SendResult, Failure>;

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:use", aws_retry = false)]
pub async fn use_2(arguments: UseArguments) -> Result<Json, Failure>;

#[workflow]
pub async fn texts(input: Input) -> Result<Json, Failure> {
    let name_drawn = uuid();
    let send_result = send(
        SendArguments {
            queue_url: "q".to_owned(),
            message_body: input.body.to_json(),
            name: format!("{}-{}", input.prefix, name_drawn),
            count: input.parts.len() as u64,
            next: input.n + 1,
            first: input.parts[0].clone(),
            all: vec![input.prefix.clone(), "x".to_owned()],
            words: input.line
                .split(",")
                .filter(|part| !part.is_empty())
                .map(|part| part.to_owned())
                .collect::<Vec<_>>(),
            at: execution().name(),
        },
    ).named("Send").await?;
    let send_drawn: SendDrawn = send_result.body.parse_json();
    let use_result = use_2(
        UseArguments {
            id: send_drawn.id.clone(),
            name: format!("{}-{}", input.prefix, name_drawn),
        },
    ).named("Use").await?;
    Ok(use_result.clone())
}

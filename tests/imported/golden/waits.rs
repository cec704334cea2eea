//! `waits`, imported from the Amazon States Language by `workflow import`.
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
pub struct By {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub one: Option<Json>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Counted {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<By>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Input {
    pub seconds: u64,
    pub at: String,
    pub mode: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counted: Option<Counted>,
    pub error: String,
}

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:count", aws_retry = false)]
pub async fn count(arguments: Input) -> Result<Json, Failure>;

#[workflow]
pub async fn waits(input: Input) -> Result<Input, Failure> {
    sleep(Duration::from_secs(input.seconds)).named("Long").await;
    sleep_until(input.at.clone()).named("Until").await;
    if input.mode.as_str() == "a" {
        sleep_until("2031-01-01T00:00:00Z".to_owned()).named("Then").await;
        let count_result = count(input.clone()).named("Count").await?;
        Ok(Input {
            counted: Some(Counted {
                by: Some(By {
                    one: Some(count_result.clone()),
                    ..input.counted.clone().and_then(|it| it.by.clone()).unwrap_or(By {
                        one: None,
                    })
                }),
                ..input.counted.clone().unwrap_or(Counted { by: None })
            }),
            ..input.clone()
        })
    } else if input.mode.as_str() == "b" {
        Err(Failure::new(input.error.clone(), format!("mode {}", input.mode)))
    } else {
        Err(Failure::new(
            "States.Runtime",
            "Failed to transition out of the state 'Which'. The state does not point to a next state.",
        ))
    }
}

//! `gathered`, imported from the Amazon States Language by `workflow import`.
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
pub struct Results {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<Json>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second: Option<Json>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Errors {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<Failure>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second: Option<Failure>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Input {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub results: Option<Results>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub errors: Option<Errors>,
}

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:first", aws_retry = false)]
pub async fn first(arguments: Input) -> Result<Json, Failure>;

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:second", aws_retry = false)]
pub async fn second(arguments: Input) -> Result<Json, Failure>;

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:report", aws_retry = false)]
pub async fn report(arguments: Input) -> Result<Json, Failure>;

#[workflow]
pub async fn gathered(input: Input) -> Result<Input, Failure> {
    let (second_data, second_data_2) = match first(input.clone()).named("First").await {
        Ok(first_result) => {
            (
                Some(Results {
                    first: Some(first_result.clone()),
                    ..input.results.clone().unwrap_or(Results { first: None, second: None })
                }),
                input.errors.clone(),
            )
        }
        Err(failure) => {
            (
                input.results.clone(),
                Some(Errors {
                    first: Some(failure.clone()),
                    ..input.errors.clone().unwrap_or(Errors { first: None, second: None })
                }),
            )
        }
    };
    let (report_data, report_data_2) = match second(
        Input { results: second_data.clone(), errors: second_data_2.clone(), ..input.clone() },
    ).named("Second").await {
        Ok(second_result) => {
            (
                Some(Results {
                    second: Some(second_result.clone()),
                    ..second_data.clone().unwrap_or(Results { first: None, second: None })
                }),
                second_data_2.clone(),
            )
        }
        Err(failure_2) => {
            (
                second_data.clone(),
                Some(Errors {
                    second: Some(failure_2.clone()),
                    ..second_data_2.clone().unwrap_or(Errors { first: None, second: None })
                }),
            )
        }
    };
    report(Input { results: report_data.clone(), errors: report_data_2.clone(), ..input.clone() })
        .named("Report")
        .await?;
    Ok(Input { results: report_data.clone(), errors: report_data_2.clone(), ..input.clone() })
}

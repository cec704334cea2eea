//! `many`, imported from the Amazon States Language by `workflow import`.
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
    pub rows: Vec<Json>,
    pub table: Json,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct LoadArguments {
    pub row: Json,
    pub table: Json,
}

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:load", aws_retry = false)]
pub async fn load(arguments: LoadArguments) -> Result<Json, Failure>;

#[workflow]
pub async fn many(input: Input) -> Result<Vec<Json>, Failure> {
    let each_result = map(
        input.rows.clone(),
        async |each_item| {
            let load_result = load(
                LoadArguments { row: each_item.clone(), table: input.table.clone() },
            ).named("Load").await?;
            Ok(load_result.clone())
        },
    ).distributed().max_concurrency(10).tolerated_failure_percentage(50.0).named("Each").await?;
    Ok(each_result.clone())
}

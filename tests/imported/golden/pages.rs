//! `pages`, imported from the Amazon States Language by `workflow import`.
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
pub struct PageArguments {
    #[serde(rename = "TableName")]
    pub table_name: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct PageResult {
    #[serde(rename = "Items", skip_serializing_if = "Option::is_none")]
    pub items: Option<Vec<Json>>,
    #[serde(rename = "LastEvaluatedKey", skip_serializing_if = "Option::is_none")]
    pub last_evaluated_key: Option<Json>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct NextPageArguments {
    #[serde(rename = "TableName")]
    pub table_name: String,
    #[serde(rename = "ExclusiveStartKey")]
    pub exclusive_start_key: Json,
}

#[task(resource = "arn:aws:states:::aws-sdk:dynamodb:scan", aws_retry = false)]
pub async fn page(arguments: PageArguments) -> Result<PageResult, Failure>;

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:row", aws_retry = false)]
pub async fn row(arguments: Json) -> Result<Json, Failure>;

#[task(resource = "arn:aws:states:::aws-sdk:dynamodb:scan", aws_retry = false)]
pub async fn next_page(arguments: NextPageArguments) -> Result<PageResult, Failure>;

#[workflow]
pub async fn pages(_input: Json) -> Result<PageResult, Failure> {
    let page_result = page(PageArguments { table_name: "t".to_owned() }).named("Page").await?;
    let mut rows_data = page_result.clone();
    loop {
        map(
            rows_data.items.clone().unwrap(),
            async |rows_item| {
                let row_result = row(rows_item.clone()).named("Row").await?;
                Ok(row_result.clone())
            },
        ).named("Rows").await?;
        if rows_data.last_evaluated_key.is_some() {
            let next_page_result = next_page(
                NextPageArguments {
                    table_name: "t".to_owned(),
                    exclusive_start_key: rows_data.last_evaluated_key.clone().unwrap(),
                },
            ).named("Next page").await?;
            rows_data = next_page_result.clone();
        } else {
            return Ok(rows_data.clone());
        }
    }
}

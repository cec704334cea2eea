//! A table is read page by page; a Map hands each page's rows to a function, and writes what it makes of them.

use super::{Opaque, TRANSIENT, Unread};
use crate::answers::Script;
use crate::compare::Rewritten;
use serde_json::{Value, json};
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "PascalCase")]
struct Page {
    items: Vec<Opaque>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_evaluated_key: Option<Opaque>,
}

#[task(resource = "arn:aws:states:::aws-sdk:dynamodb:scan")]
async fn scan(table_name: String, limit: u32) -> Result<Page, Failure>;
#[task(resource = "arn:aws:states:::aws-sdk:dynamodb:scan")]
async fn scan_on(
    table_name: String,
    limit: u32,
    exclusive_start_key: Opaque,
) -> Result<Page, Failure>;
#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:transfer", retry = TRANSIENT, aws_retry = false)]
async fn change(row: Opaque) -> Result<Opaque, Failure>;
#[task(resource = "arn:aws:states:::dynamodb:putItem")]
async fn put(table_name: String, item: Opaque) -> Result<Unread, Failure>;

#[workflow]
async fn transfer() -> Result<(), Failure> {
    let mut page = scan("old".to_owned(), 50).await?;
    loop {
        map(page.items, async |row| {
            let changed = change(row).await?;
            put("new".to_owned(), changed).await?;
            Ok(())
        })
        .await?;
        match page.last_evaluated_key {
            Some(key) => page = scan_on("old".to_owned(), 3, key).await?,
            None => return Ok(()),
        }
    }
}

/// Nothing of the output is compared: the original ends with the last page that it has read.
pub fn rewritten() -> Rewritten {
    let row = |id: u32| json!({ "id": { "N": id.to_string() } });
    let page = |ids: &[u32]| ids.iter().map(|id| row(*id)).collect::<Value>();
    let pages = || {
        Script::default().turns(
            "aws-sdk:dynamodb:scan",
            &[
                json!({ "Items": page(&[1, 2]), "Count": 2, "LastEvaluatedKey": row(2) }),
                json!({ "Items": page(&[3]), "Count": 1, "LastEvaluatedKey": row(3) }),
                json!({ "Items": [], "Count": 0 }),
            ],
        )
    };
    let changed = |script: Script| {
        ["1", "2", "3"].into_iter().fold(script, |script, id| {
            script.with("transfer", id, json!({ "id": { "S": format!("row {id}") } }))
        })
    };
    let put = |script: Script| {
        script.on("dynamodb:putItem", json!({ "SdkHttpMetadata": { "HttpStatusCode": 200 } }))
    };
    let one = || {
        Script::default().on("aws-sdk:dynamodb:scan", json!({ "Items": page(&[7]), "Count": 1 }))
    };
    let slow = one().at_first_fails(
        "transfer",
        "Lambda.SdkClientException",
        2,
        json!({ "id": { "S": "seven" } }),
    );
    let full = one().on("transfer", json!({})).fails(
        "dynamodb:putItem",
        "DynamoDB.ValidationException",
        "no key",
    );
    Rewritten::new::<transfer>(
        "dynamodb-transfer/statemachine/statemachine.asl.json",
        crate::compare::nothing,
    )
    .name("SourceTableName", "old")
    .name("TransferFunctionArn", "transfer")
    .name("TargetTableName", "new")
    .succeeds("three pages", json!({}), put(changed(pages())))
    .succeeds("a row is tried three times", json!({}), put(slow))
    .fails("a row is refused", "DynamoDB.ValidationException", json!({}), full)
}

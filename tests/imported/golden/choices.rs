//! `choices`, imported from the Amazon States Language by `workflow import`.
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
pub struct Seen {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sure: Option<bool>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Input {
    pub id: Json,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<Json>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seen: Option<Seen>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stored: Option<Json>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct BigArguments {
    pub id: Json,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct ManyArguments {
    pub count: f64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Text {
    #[serde(rename = "S")]
    pub s: Json,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Text2 {
    #[serde(rename = "S")]
    pub s: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Item {
    pub id: Text,
    pub all: Text2,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct StoreArguments {
    #[serde(rename = "TableName")]
    pub table_name: String,
    #[serde(rename = "Item")]
    pub item: Item,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct LastResult {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Json>,
}

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:look", aws_retry = false)]
pub async fn look(arguments: Input) -> Result<Seen, Failure>;

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:big", aws_retry = false)]
pub async fn big(arguments: BigArguments) -> Result<String, Failure>;

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:many", aws_retry = false)]
pub async fn many(arguments: ManyArguments) -> Result<String, Failure>;

#[task(resource = "arn:aws:states:::dynamodb:putItem", aws_retry = false)]
pub async fn store(arguments: StoreArguments) -> Result<Json, Failure>;

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:last", aws_retry = false)]
pub async fn last(arguments: Input) -> Result<LastResult, Failure>;

#[workflow]
pub async fn choices(input: Input) -> Result<LastResult, Failure> {
    let look_result = look(input.clone()).named("Look").await?;
    let store_data = if look_result.kind.clone().unwrap().as_str() == "big" {
        let big_result = big(BigArguments { id: input.id.clone() }).named("Big").await?;
        big_result.clone()
    } else if look_result.count.clone().unwrap() >= 5.0 && !look_result.kind.clone().unwrap().starts_with("odd-") {
        let many_result = many(ManyArguments { count: look_result.count.clone().unwrap() })
            .named("Many")
            .await?;
        many_result.clone()
    } else if input.hint.is_some() || look_result.sure.clone().unwrap() {
        "sure".to_owned()
    } else {
        return Err(Failure::new("TooSmall", "nothing to do"));
    };
    let store_result = store(
        StoreArguments {
            table_name: "orders".to_owned(),
            item: Item { id: Text { s: input.id.clone() }, all: Text2 { s: store_data.to_json() } },
        },
    ).named("Store").await?;
    if look_result.kind.clone().unwrap().as_str() == "big" {
        let last_result = last(
            Input {
                seen: Some(look_result.clone()),
                done: Some(store_data.clone()),
                stored: Some(store_result.clone()),
                ..input.clone()
            },
        ).named("Last").await?;
        Ok(last_result.clone())
    } else {
        Ok(LastResult { id: Some(input.id.clone()) })
    }
}

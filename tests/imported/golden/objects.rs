//! `objects`, imported from the Amazon States Language by `workflow import`.
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
    pub folder: String,
    pub list: String,
    pub name: Json,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct ResizeArguments {
    pub key: Json,
    pub to: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Text {
    #[serde(rename = "S")]
    pub s: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Number {
    #[serde(rename = "N")]
    pub n: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Item {
    pub title: Text,
    pub views: Number,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct NoteArguments {
    #[serde(rename = "TableName")]
    pub table_name: String,
    #[serde(rename = "Item")]
    pub item: Item,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct TellArguments {
    pub name: Json,
    pub machine: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct SmallPicturesItem {
    #[serde(rename = "Key")]
    pub key: Json,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub small: Option<Json>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct RowsItem {
    pub title: String,
    pub views: String,
}

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:resize", aws_retry = false)]
pub async fn resize(arguments: ResizeArguments) -> Result<Json, Failure>;

#[task(resource = "arn:aws:states:::dynamodb:putItem", aws_retry = false)]
pub async fn note(arguments: NoteArguments) -> Result<Json, Failure>;

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:tell", aws_retry = false)]
pub async fn tell(arguments: TellArguments) -> Result<Json, Failure>;

/// Makes small pictures of all in a folder, and tells who asked
#[workflow]
pub async fn objects(input: Input) -> Result<Json, Failure> {
    map(
        list_objects::<SmallPicturesItem>("pictures".to_owned(), input.folder.clone()).max_items(3),
        async |small_pictures_item| {
            let resize_result = resize(
                ResizeArguments { key: small_pictures_item.key.clone(), to: "small".to_owned() },
            ).named("Resize").await?;
            Ok(SmallPicturesItem {
                small: Some(resize_result.clone()),
                ..small_pictures_item.clone()
            })
        },
    )
        .distributed()
        .express()
        .max_concurrency(100)
        .tolerated_failure_percentage(50.0)
        .named("Small pictures")
        .await?;
    match map(
        read_csv::<RowsItem>("pictures".to_owned(), input.list.clone()),
        async |rows_item| {
            let note_result = note(
                NoteArguments {
                    table_name: "pictures".to_owned(),
                    item: Item {
                        title: Text { s: rows_item.title.clone() },
                        views: Number { n: rows_item.views.clone() },
                    },
                },
            ).named("Note").await?;
            Ok(note_result.clone())
        },
    ).distributed().express().named("Rows").await {
        Ok(_) => {}
        Err(_) => {}
    }
    match tell(TellArguments { name: input.name.clone(), machine: execution().state_machine() })
        .named("Tell")
        .await {
        Ok(tell_result) => {
            Ok(tell_result.clone())
        }
        Err(_) => {
            Err(Failure::new("Nobody", "nobody was there"))
        }
    }
}

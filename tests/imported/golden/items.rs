//! `items`, imported from the Amazon States Language by `workflow import`.
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
pub struct Line {
    pub count: f64,
    pub article: Json,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Input {
    pub lines: Vec<Line>,
    pub id: Json,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct PickArguments {
    pub line: Line,
    pub index: u64,
    pub order: Json,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct PickResult {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skipped: Option<Json>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct ShipArguments {
    pub picked: Vec<PickResult>,
    pub id: Json,
}

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:pick", aws_retry = false)]
pub async fn pick(arguments: PickArguments) -> Result<PickResult, Failure>;

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:ship", aws_retry = false)]
pub async fn ship(arguments: ShipArguments) -> Result<Json, Failure>;

#[workflow]
pub async fn items(input: Input) -> Result<Json, Failure> {
    match map(
        input.lines.clone().into_iter().enumerate().collect::<Vec<_>>(),
        async |(each_index, each_item)| {
            if each_item.count > 0.0 {
                let pick_result = pick(
                    PickArguments {
                        line: each_item.clone(),
                        index: (each_index as u64),
                        order: input.id.clone(),
                    },
                ).named("Pick").await?;
                Ok(pick_result.clone())
            } else {
                Ok(PickResult { skipped: Some(each_item.article.clone()) })
            }
        },
    ).max_concurrency(2).named("Each").await {
        Ok(each_result) => {
            let ship_result = ship(
                ShipArguments { picked: each_result.clone(), id: input.id.clone() },
            ).named("Ship").await?;
            Ok(ship_result.clone())
        }
        Err(_) => {
            Err(Failure::new("Gone", "something is not there"))
        }
    }
}

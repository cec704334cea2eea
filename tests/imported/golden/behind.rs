//! `behind`, imported from the Amazon States Language by `workflow import`.
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
    pub a: bool,
    pub b: bool,
    pub c: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Row {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Json>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Group {
    pub rows: Vec<Json>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct LookResult {
    pub rows: Vec<Row>,
    pub groups: Vec<Group>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct NameArguments {
    pub name: Json,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct GroupArguments {
    pub row: Json,
}

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:look", aws_retry = false)]
pub async fn look(arguments: Input) -> Result<LookResult, Failure>;

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:name", aws_retry = false)]
pub async fn name(arguments: NameArguments) -> Result<Json, Failure>;

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:group", aws_retry = false)]
pub async fn group(arguments: GroupArguments) -> Result<Json, Failure>;

#[workflow]
pub async fn behind(input: Input) -> Result<Json, Failure> {
    let look_result = look(input.clone()).named("Look").await?;
    if !look_result.rows.is_empty() && look_result.rows[0].name.is_some() {
        let name_result = name(NameArguments { name: look_result.rows[0].name.clone().unwrap() })
            .named("Name")
            .await?;
        Ok(name_result.clone())
    } else if look_result.groups.len() > 1 && !look_result.groups[1].rows.is_empty() {
        let group_result = group(GroupArguments { row: look_result.groups[1].rows[0].clone() })
            .named("Group")
            .await?;
        Ok(group_result.clone())
    } else if !((input.a || input.b) && input.c) {
        Err(Failure::new("Nobody", "no name"))
    } else {
        Err(Failure::new("All", "a or b, and c"))
    }
}

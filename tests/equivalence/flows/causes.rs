//! Errors that hold structs, and what may be absent: their text is a cause.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Order {
    pub id: String,
    pub n: u32,
    pub note: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub more: Option<u32>,
    #[serde(default)]
    pub tags: Vec<Tag>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Tag {
    pub name: String,
    pub weight: Option<i32>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(tag = "kind")]
pub enum Kind {
    Plain,
    Marked { tag: Tag },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TaskError)]
pub enum Told {
    Bad { order: Order, n: u32 },
    Whole(Order),
    Note { note: Option<String> },
    Perhaps(Option<String>),
    Pair(Tag, Option<u32>),
    All(Vec<Tag>),
    Of { kind: Kind, of: Option<Tag> },
}

/// The text of an error that is caught.
#[workflow]
pub async fn causes_told(order: Order, kind: Kind, n: u32) -> Result<String, Failure> {
    let turn = n % 7;
    match async {
        note(order.id.clone()).await?;
        if turn == 0 {
            return Err(Told::Bad { order: order.clone(), n }.into());
        }
        if turn == 1 {
            return Err(Told::Whole(order.clone()).into());
        }
        if turn == 2 {
            return Err(Told::Note { note: order.note.clone() }.into());
        }
        if turn == 3 {
            return Err(Told::Perhaps(order.note.clone()).into());
        }
        if turn == 4 {
            let tag = Tag { name: order.id.clone(), weight: None };
            return Err(Told::Pair(tag, order.more).into());
        }
        if turn == 5 {
            return Err(Told::All(order.tags.clone()).into());
        }
        Err(Told::Of { kind: kind.clone(), of: order.tags.first().cloned() }.into())
    }
    .await
    {
        Ok(()) => Ok("fine".to_owned()),
        Err(failure) => Ok(failure.cause()),
    }
}

/// The text of an error that the workflow ends with.
#[workflow]
pub async fn causes_ended(order: Order) -> Result<u32, Told> {
    if order.n > 3 {
        return Err(Told::Bad { n: order.n, order });
    }
    if let Some(note) = &order.note {
        return Err(Told::Note { note: Some(note.clone()) });
    }
    if order.n > 1 {
        return Err(Told::Whole(order));
    }
    Ok(order.n)
}

#[test]
fn told_is_proven() {
    prove!(causes_told(order, kind, n): note; seeds = 600).run();
}
#[test]
fn ended_is_proven() {
    prove!(causes_ended(order): ; seeds = 300).run();
}

//! `None` and `Some` through every position.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "camelCase")]
pub struct Ask {
    pub first_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub nick_name: Option<String>,
    #[serde(rename = "howMany")]
    pub many: Option<u32>,
    pub inner: Option<Box2>,
    pub list: Option<Vec<u32>>,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Box2 {
    #[serde(rename = "the-value")]
    pub value: Option<i32>,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Answer {
    pub name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub note: Option<String>,
    pub many: Option<u32>,
    pub value: Option<i32>,
}

#[task]
pub async fn ask(of: Ask) -> Result<Option<Ask>, Failure> {
    Ok(Some(of))
}
#[task]
pub async fn answer(name: Option<String>, many: Option<u32>) -> Result<Answer, Failure> {
    Ok(Answer { name, note: None, many, value: None })
}

/// Options of the input, as arguments, in conditions, in the output.
#[workflow]
pub async fn passed(of: Ask) -> Result<Answer, Failure> {
    let got = answer(of.nick_name.clone(), of.many).await?;
    let name = of.first_name.clone().or(of.nick_name.clone());
    if of.nick_name.is_some() && of.many.is_none() {
        note(of.nick_name.clone().unwrap_or_default()).await?;
    }
    let value = of.inner.as_ref().and_then(|inner| inner.value);
    let size = of.list.as_ref().map_or(0, |list| list.len() as u32);
    Ok(Answer {
        name,
        note: got.note.or(of.nick_name),
        many: got.many.map(|many| many % 100 + size),
        value: if value == Some(1) { None } else { value },
    })
}

/// `if let`, `let … else`, `while let`, `match` on options of options' fields.
#[workflow]
pub async fn opened(of: Ask) -> Result<String, Failure> {
    let Some(name) = of.first_name.clone() else {
        return Ok("nobody".to_string());
    };
    let mut out = name;
    if let Some(Box2 { value: Some(value) }) = &of.inner {
        let found = number(i64::from(*value)).await?;
        out = format!("{out}{found}");
    } else if let Some(list) = of.list.clone() {
        for n in list {
            note(format!("{n}")).await?;
        }
    }
    let mut next = ask(of.clone()).await?;
    let mut turns = 0;
    while let Some(more) = next {
        turns += 1;
        out = match (&more.first_name, more.many) {
            (Some(name), Some(many)) if many > 3 => format!("{out} {name}{many}"),
            (Some(name), None) => format!("{out} {name}"),
            (None, Some(0)) => out,
            (None, _) | (_, Some(_)) => format!("{out}."),
        };
        if turns == 3 {
            break;
        }
        next = ask(more).await?;
    }
    Ok(out)
}

/// An option that is set in a loop and asked later.
#[workflow]
pub async fn remembered(names: Vec<String>) -> Result<(Option<String>, Option<u32>), Failure> {
    let mut best: Option<String> = None;
    let mut most = None;
    for name in names {
        let found = maybe(name.clone()).await?;
        match (found, most) {
            (Some(word), None) => {
                best = Some(word);
                most = Some(1);
            }
            (Some(word), Some(n)) if word > name => {
                best = Some(word.clone());
                most = Some(n + 1);
                note(word).await?;
            }
            (None, Some(5)) => break,
            _ => {}
        }
    }
    let shown = best.as_deref().unwrap_or("none").to_string();
    note(shown).await?;
    Ok((best.filter(|word| !word.is_empty()), most))
}

#[test]
fn passed_agrees() {
    prove!(passed(of): answer, note; failing = 2).run();
}
#[test]
fn opened_agrees() {
    prove!(opened(of): number, note, ask; failing = 2).run();
}
#[test]
fn remembered_agrees() {
    prove!(remembered(names): maybe, note; failing = 2, items = 6).run();
}

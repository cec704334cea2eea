//! Names that are keywords: in documents they stand without `r#`.

use super::tasks::*;
use crate::prove;
use std::collections::BTreeMap;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Parcel {
    pub r#type: String,
    pub r#match: Inner,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Inner {
    pub r#in: u32,
    pub r#plain: Option<String>,
}

pub mod r#mod {
    use workflow::prelude::*;
    #[task]
    pub async fn r#yield(r#fn: String, r#as: u32) -> Result<u32, Failure> {
        Ok(r#fn.len() as u32 + r#as)
    }
    #[pure]
    pub fn r#box(r#dyn: u32) -> u32 {
        r#dyn % 1000 + 1
    }
}
use r#mod::r#yield;

/// A parameter, a variable, a field, a pattern, a closure, a loop, a task and a function.
#[workflow]
pub async fn r#move(r#type: Parcel, r#loop: u32) -> Result<(u32, String), Failure> {
    let r#where = r#yield(r#type.r#type.clone(), r#loop).await?;
    let Inner { r#in, r#plain } = r#type.r#match.clone();
    let mut r#ref = r#mod::r#box(r#in);
    for r#impl in [1_u32, 2] {
        r#ref = r#mod::r#yield(format!("{ref} {impl}"), r#impl).await? % 100;
    }
    let r#where = r#where % 7 + [r#ref].iter().map(|r#use| r#use + 1).sum::<u32>();
    if let Some(plain) = r#plain {
        note(format!("{plain} {where}")).await?;
    }
    let r#type = Parcel { r#type: text(r#type.r#type).await?, ..r#type };
    Ok((r#where + r#type.r#match.r#in % 10, r#type.r#type))
}

#[test]
fn raw_agrees() {
    prove!(r#move(r#type, r#loop): r#yield, note, text; ).run();
}

#[test]
fn documents_name_things_without_a_prefix() {
    let document = format!("{:?}", r#move::definition().unwrap());
    assert!(document.contains("match") && !document.contains("r#"), "{document}");
}

/// The pairs of a map, in the order of its keys; a list of pairs looks the same.
#[workflow]
pub async fn pairs(of: BTreeMap<String, u32>, more: Vec<(String, u32)>) -> Result<u32, Failure> {
    let mut sum = 0;
    for (key, value) in of {
        sum = (sum + value % 100 + count(key).await? % 100) % 1000;
    }
    for (key, value) in more.clone() {
        sum = (sum * 3 + value % 10 + count(key).await? % 100) % 1000;
    }
    for (key, value) in more {
        sum = (sum * 7 + value % 10 + count(key).await? % 100) % 1000;
    }
    Ok(sum)
}
#[test]
fn pairs_agrees() {
    prove!(pairs(of, more): count; ).run();
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Data)]
pub struct Tally {
    pub of: String,
    pub seen: Vec<u32>,
    pub best: Option<u32>,
}

/// `T::default()`, functions by their name, a `Reverse`, and an `Option` behind a reference.
#[workflow]
pub async fn idioms(list: Vec<u32>, maybe_all: Vec<Option<u32>>) -> Result<Tally, Failure> {
    let mut tally = Tally::default();
    tally.of = text(list.iter().map(ToString::to_string).collect::<Vec<_>>().join("-")).await?;
    let mut down = list.clone();
    down.sort_by_key(|x| std::cmp::Reverse(*x));
    let wide: Vec<u64> = down.iter().copied().map(u64::from).collect();
    let texts: Vec<String> = maybe_all.iter().flatten().map(u32::to_string).collect();
    let there: Vec<u32> = maybe_all.iter().filter(|x| x.is_some()).map(|x| x.unwrap()).collect();
    note(format!("{} {}", texts.join(" "), wide.len())).await?;
    tally.best = Some(there.first().copied().unwrap_or_else(Default::default));
    tally.seen = down;
    Ok(tally)
}
#[test]
fn idioms_agrees() {
    prove!(idioms(list, maybe_all): text, note; ).run();
}

/// The default of an `Option` that a call would have answered.
#[workflow]
pub async fn defaulted(of: String) -> Result<String, Failure> {
    let name = maybe(of.clone()).await.unwrap_or_default();
    let size = count(of).await.unwrap_or_default();
    Ok(format!("{} {size}", name.unwrap_or_else(String::new)))
}
#[test]
fn defaulted_agrees() {
    prove!(defaulted(of): maybe, count; failing = 3).run();
}

/// Attributes that change nothing, and a lone `;`.
#[workflow]
#[allow(redundant_semicolons, reason = "written by macros")]
pub async fn annotated(of: String) -> Result<u32, Failure> {
    #![allow(unused_variables)]
    #[allow(unused_mut)]
    let size = count(of).await?;
    #[rustfmt::skip]
    let more = match size % 3 {
        #[allow(clippy::all)]
        0 => 1,
        _ => /* the rest */ 2,
    };
    Ok(more)
}
#[test]
fn annotated_agrees() {
    prove!(annotated(of): count; ).run();
}

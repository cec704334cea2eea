//! What generated workflows are about: their types, and the tasks they call. The bodies never run, the script of the
//! harness answers.

use std::collections::BTreeMap;
use workflow::prelude::*;

/// Strings that the conditions of generated workflows ask for.
pub const WORDS: &[&str] = &["", "a", "b", "c", "north"];

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub enum Kind {
    Empty,
    Sized(i64),
    Named { name: String, size: i64 },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Label {
    pub text: String,
    pub code: i64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Parcel {
    pub name: String,
    pub size: i64,
    pub note: Option<String>,
    pub lines: Vec<String>,
    pub kind: Kind,
    pub label: Label,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TaskError)]
pub enum Trouble {
    Busy,
    Bad {
        code: i64,
        why: String,
    },
    #[error_name("Bank.Closed")]
    Closed(String),
    #[other]
    Other(Failure),
}

/// An error without a variant for all others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TaskError)]
pub enum Small {
    Empty,
    Full(i64, String),
    #[error_name("States.Timeout")]
    Late,
}

pub const PATIENT: Retry = Retry::on(&["Busy"]).interval(2).backoff_rate(1.5).max_attempts(2);
pub const ANY: Retry = Retry::on(&["States.TaskFailed"]).max_attempts(3).max_delay(3);

#[task]
pub async fn number(of: i64) -> Result<i64, Failure> {
    Ok(of)
}
#[task]
pub async fn text(of: String) -> Result<String, Failure> {
    Ok(of)
}
#[task]
pub async fn check(of: String) -> Result<bool, Failure> {
    Ok(of.is_empty())
}
#[task]
pub async fn note(of: String) -> Result<(), Failure> {
    let _ = of;
    Ok(())
}
#[task]
pub async fn maybe(of: String) -> Result<Option<String>, Failure> {
    Ok(Some(of))
}
#[task]
pub async fn list(of: String) -> Result<Vec<String>, Failure> {
    Ok(vec![of])
}
#[task]
pub async fn kind(of: i64) -> Result<Kind, Failure> {
    Ok(Kind::Sized(of))
}
#[task]
pub async fn parcel(of: Parcel) -> Result<Parcel, Failure> {
    Ok(of)
}
#[task]
pub async fn table(of: String) -> Result<BTreeMap<String, i64>, Failure> {
    Ok(BTreeMap::from([(of, 1)]))
}
#[task(retry = PATIENT)]
pub async fn risky(of: String) -> Result<i64, Trouble> {
    let _ = of;
    Ok(0)
}
#[task(timeout = "5s", retry = ANY)]
pub async fn slow(of: i64) -> Result<String, Small> {
    let _ = of;
    Ok(String::new())
}

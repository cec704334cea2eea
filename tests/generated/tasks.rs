//! What generated workflows are about: their types, and the tasks they call. The bodies never run, the script of the
//! harness answers.

use std::collections::BTreeMap;
pub use std::collections::{BTreeSet, HashMap};
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
    #[serde(default)]
    pub count: Option<i64>,
    pub spot: my_types::Spot,
}

/// A module whose name has an underscore, and types that are copied.
pub mod my_types {
    use workflow::prelude::*;

    #[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, Data)]
    pub struct Spot {
        #[serde(default)]
        pub x: i64,
        pub y: i64,
    }

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
    pub struct Loss {
        pub at: Spot,
    }
}

/// Tagged inside, with fields that JSON may leave out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(tag = "event", rename_all = "camelCase")]
pub enum Event {
    Nothing,
    Sent {
        to: String,
        #[serde(default)]
        times: i64,
        #[serde(skip_serializing_if = "Option::is_none")]
        why: Option<String>,
    },
    Lost(my_types::Loss),
}

/// Integers of all widths.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Ints {
    pub a: u8,
    pub b: u16,
    pub c: u32,
    pub d: u64,
    pub e: i8,
    pub f: i16,
    pub g: i32,
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

pub const LIMIT: i64 = 3;

#[pure]
pub fn least(a: i64, b: i64) -> i64 {
    if a < b { a } else { b }
}
#[pure]
pub fn greeting(name: &str) -> String {
    format!("Dear {name}")
}

/// Shared by workflows, with a way out of its own.
#[steps]
pub async fn doubled(name: String, n: i64) -> Result<i64, Failure> {
    let found = text(name).await?;
    if found.is_empty() {
        return Ok(0);
    }
    let size = number(n % 50).await?;
    Ok(size % 50 * 2)
}

#[task]
pub async fn ping() -> Result<(), Failure> {
    Ok(())
}
#[task]
pub async fn measure(of: f64) -> Result<f64, Failure> {
    Ok(of)
}
#[task]
pub async fn widths(of: Ints) -> Result<Ints, Failure> {
    Ok(of)
}
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
#[task]
pub async fn pair(left: i64, right: i64) -> Result<i64, Failure> {
    Ok(left - right)
}
#[task]
pub async fn both(left: i64, right: String) -> Result<(i64, String), Failure> {
    Ok((left, right))
}
#[task]
pub async fn count(of: Option<i64>) -> Result<Option<i64>, Failure> {
    Ok(of)
}
#[task]
pub async fn spot(of: my_types::Spot) -> Result<my_types::Spot, Failure> {
    Ok(of)
}
#[task]
pub async fn between(
    left: my_types::Spot,
    right: my_types::Spot,
) -> Result<my_types::Spot, Failure> {
    Ok(my_types::Spot { x: left.x, y: right.y })
}
#[task]
pub async fn boxes(of: Vec<Parcel>, many: i64) -> Result<Vec<Parcel>, Failure> {
    let _ = many;
    Ok(of)
}
#[task]
pub async fn event(of: Event) -> Result<Event, Failure> {
    Ok(of)
}
#[task]
pub async fn pack(
    name: String,
    size: i64,
    flag: bool,
    count: Option<i64>,
) -> Result<Parcel, Failure> {
    let _ = flag;
    let (kind, label) = (Kind::Empty, Label { text: String::new(), code: 0 });
    let spot = my_types::Spot { x: 0, y: 0 };
    Ok(Parcel { name, size, note: None, lines: vec![], kind, label, count, spot })
}
#[task(retry = PATIENT)]
pub async fn risky(of: String) -> Result<i64, Trouble> {
    let _ = of;
    Ok(0)
}
/// One that others call: its failures are decoded.
#[workflow]
pub async fn asked(of: String) -> Result<i64, Trouble> {
    let found = risky(of).await?;
    Ok(found)
}
#[task(timeout = "5s", retry = ANY)]
pub async fn slow(of: i64) -> Result<String, Small> {
    let _ = of;
    Ok(String::new())
}

/// The size of a parcel, or why it has none.
#[pure]
pub fn sized(of: &Parcel) -> Result<i64, Failure> {
    if of.lines.is_empty() {
        return Err(Failure::new("NoLines", of.name.clone()));
    }
    let count = of.count.ok_or_else(|| Failure::new("NoCount", of.label.text.clone()))?;
    let Kind::Sized(size) = of.kind else { return Ok(count % 9) };
    Ok(size.checked_add(count).ok_or(Failure::new("TooMuch", "count"))? % 9)
}

#[pure]
pub fn second(names: &[String]) -> Option<String> {
    let first = names.first()?;
    if first.is_empty() {
        return None;
    }
    Some(format!("{first}{}", names.get(1)?))
}

pub const PAUSE: Duration = Duration::from_mins(2);

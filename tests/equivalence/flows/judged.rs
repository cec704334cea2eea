//! `#[pure]` functions that fail with an enum which is an error of the workflow's own.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Line {
    name: String,
    #[serde(default)]
    count: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data, TaskError)]
#[serde(rename_all = "snake_case")]
pub enum LineError {
    Nameless,
    #[error_name("Line.TooMany")]
    TooMany {
        #[serde(rename = "theLine")]
        line: Line,
        most: i32,
        share: f64,
    },
    Odd(u64),
    Pair(String, Option<Line>),
    Text(String),
    Perhaps(Option<String>),
}

#[derive(Clone, Debug, Serialize, Deserialize, Data, TaskError)]
pub enum WideError {
    Empty,
    #[other]
    Other(Failure),
}

#[pure]
fn check_line(line: &Line, most: u8, share: f64, odd: u64) -> Result<u8, LineError> {
    if line.name.is_empty() {
        return Err(LineError::Nameless);
    }
    if line.count > most {
        return Err(LineError::TooMany { line: line.clone(), most: i32::from(most), share });
    }
    match line.count {
        1 => Err(LineError::Odd(odd)),
        2 => Err(LineError::Pair(line.name.clone(), line.note.clone().map(|_| line.clone()))),
        3 => Err(LineError::Text(line.name.clone())),
        4 => Err(LineError::Perhaps(line.note.clone())),
        count => Ok(count),
    }
}

#[pure]
fn total(lines: &[Line], most: u8) -> Result<u32, LineError> {
    let mut total = 0;
    for line in lines {
        total += u32::from(check_line(line, most, 0.5, 7)?);
    }
    Ok(total)
}

#[pure]
fn looked(lines: &[Line]) -> Result<String, WideError> {
    match lines.first() {
        None => Err(WideError::Empty),
        Some(line) if line.count > 9 => {
            Err(WideError::Other(Failure::new(line.name.clone(), "too many")))
        }
        Some(line) => Ok(line.name.clone()),
    }
}

/// In a workflow that fails with the enum itself.
#[workflow]
pub async fn judged(lines: Vec<Line>, most: u8, share: f64, odd: u64) -> Result<u32, LineError> {
    let mut sum = 0;
    for line in &lines {
        sum += u32::from(check_line(line, most, share, odd)?);
        let _ = note(line.name.clone()).await;
    }
    let found = total(&lines, most)?;
    Ok(sum + found)
}

/// In one that fails with a `Failure`, looked at, and handed on.
#[workflow]
pub async fn judged_by_hand(lines: Vec<Line>, most: u8) -> Result<u32, Failure> {
    match total(&lines, most) {
        Ok(0) => {}
        Ok(found) => return Ok(found),
        Err(LineError::Nameless) => note("nameless".to_owned()).await?,
        Err(LineError::TooMany { line, most, .. }) if most > 3 => note(line.name).await?,
        Err(LineError::Text(text)) => return Err(Failure::new("Text", text)),
        Err(other) => return Err(other.into()),
    }
    ping().await?;
    let name = match looked(&lines) {
        Ok(name) => name,
        Err(why) => return Err(why.into()),
    };
    note(name).await?;
    Ok(1)
}

/// A failure that a variant holds stays what it is.
#[workflow]
pub async fn judged_widely(lines: Vec<Line>) -> Result<String, WideError> {
    ping().await?;
    let name = looked(&lines)?;
    note(name.clone()).await?;
    Ok(name)
}

#[test]
fn errors_that_functions_return_are_failures() {
    prove!(judged(lines, most, share, odd): note; items = 3, words = &["", "a", "b\"c"], seeds = 400)
        .run();
    prove!(judged_by_hand(lines, most): note, ping; items = 2, words = &["", "a"], seeds = 400)
        .run();
    prove!(judged_widely(lines): note, ping; items = 2, words = &["", "a"], seeds = 200).run();
}

#[pure]
fn summed(texts: &[String], table: &[u8]) -> Result<(u32, Vec<u8>), LineError> {
    let (mut sum, mut found, mut last) = (0, vec![0_u8, 0], 1);
    sum += read_number(texts.first(), 1)?;
    read_number(texts.get(1), 2)?;
    found.push(u8::try_from(read_number(texts.get(2), 3)?).map_err(|_| LineError::Odd(3))?);
    last = read_number(texts.last(), last)? + last;
    for text in texts {
        let at = usize::from(text.is_empty());
        found[at] += table.get(at).copied().ok_or(LineError::Nameless)?.min(9);
        read_number(Some(text), last)?;
    }
    Ok((sum + last, found))
}

#[pure]
fn read_number(text: Option<&String>, none: u32) -> Result<u32, LineError> {
    match text {
        None => Ok(none),
        Some(text) => text.parse::<u8>().map(u32::from).map_err(|_| LineError::Text(text.clone())),
    }
}

/// `?` in statements of a function: what is behind it is not evaluated.
#[workflow]
pub async fn judged_sums(texts: Vec<String>, table: Vec<u8>) -> Result<Vec<u8>, LineError> {
    let (sum, mut found) = summed(&texts, &table)?;
    let _ = count(format!("{sum}")).await;
    found.push(7);
    Ok(found)
}

#[test]
fn functions_fail_in_statements() {
    prove!(judged_sums(texts, table): count; items = 4, words = &["1", "7", "40", "a", "255"], seeds = 400).run();
}

//! Items that are taken out of lists and put into them, pauses in constants and variables, `try_into`.

use super::tasks::*;
use crate::prove;
use std::collections::BTreeMap;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Row {
    pub cells: Vec<Option<i64>>,
    #[serde(default)]
    pub name: Option<String>,
}

/// A list of work: what is found is added.
#[workflow]
pub async fn worked_off(start: Vec<String>) -> Result<(u32, Vec<String>), Failure> {
    let (mut todo, mut seen) = (start, vec![]);
    let mut turns = 0;
    while let Some(next) = todo.pop() {
        turns += 1;
        if turns > 5 || seen.contains(&next) {
            continue;
        }
        let more = maybe(next.clone()).await?;
        seen.push(next);
        if let Some(more) = more {
            todo.push(more);
        }
    }
    Ok((turns, seen))
}

/// Taken from the end, by an index, by a key; as a value, in conditions, in arguments.
#[workflow]
pub async fn taken(
    words: Vec<String>,
    rows: Vec<Row>,
    sizes: BTreeMap<String, i64>,
    n: u32,
) -> Result<(Vec<String>, BTreeMap<String, i64>, usize), Failure> {
    let (mut words, mut rows, mut sizes) = (words, rows, sizes);
    if let Some(last) = words.pop() {
        note(last).await?;
    } else {
        note("empty".to_owned()).await?;
    }
    let Some(row) = rows.pop() else { return Ok((words, sizes, 0)) };
    let size = sizes.remove(&row.name.clone().unwrap_or_default());
    note(format!("{} {}", words.pop().unwrap_or_default(), size.unwrap_or(7))).await?;
    match words.pop() {
        Some(word) if word.is_empty() => note("none".to_owned()).await?,
        Some(word) => note(word).await?,
        None => {}
    }
    if words.len() > 1 {
        let first = words.remove(0);
        let words_left = words.remove((n % 3) as usize);
        note(format!("{first} {words_left}")).await?;
    }
    let last = words.pop().ok_or(Failure::new("Nothing", "is left"))?;
    note(last).await?;
    Ok((words, sizes, rows.len()))
}

/// Items that are assigned.
#[workflow]
pub async fn put(rows: Vec<Row>, list: Vec<i64>, n: u32) -> Result<(Vec<Row>, Vec<i64>), Failure> {
    let (mut rows, mut list) = (rows, list);
    if list.len() > 2 {
        list[0] = i64::from(n % 100);
        list[1] += 3;
        list[2] = list[1] % 5 - list[0];
    }
    let told = number(n.into()).await?;
    if let Some(mut row) = rows.first().cloned() {
        row.cells[0] = None;
        row.cells[n as usize % 4] = Some(told % 10);
        rows[0] = row;
    }
    note("put".to_owned()).await?;
    list[n as usize % 5] *= 2;
    Ok((rows, list))
}

const PAUSE: Duration = Duration::from_mins(2);

/// Pauses in constants and variables; integers of other types.
#[workflow]
pub async fn paused(n: u32, wide: u64) -> Result<u8, Failure> {
    sleep(PAUSE).await;
    let low = n % 7;
    let longer = Duration::from_hours(u64::from(low));
    number(wide.try_into().map_err(|_| Failure::new("Wide", "for an i64"))?).await?;
    sleep(longer).await;
    let small: u16 = wide.try_into().unwrap_or(9);
    number(small.into()).await?;
    let byte: u8 = n.try_into().map_err(|_| Failure::new("Wide", "for a byte"))?;
    Ok(byte)
}

#[test]
fn worked_off_agrees() {
    prove!(worked_off(start): maybe; failing = 6, words = &["a", "b", "c"], seeds = 200).run();
}
#[test]
fn taken_agrees() {
    prove!(taken(words, rows, sizes, n): note; failing = 20, words = &["", "a", "b"], seeds = 400)
        .run();
}
#[test]
fn put_agrees() {
    prove!(put(rows, list, n): number, note; failing = 20, seeds = 400).run();
}
#[test]
fn paused_agrees() {
    prove!(paused(n, wide): number; failing = 20, seeds = 400).run();
}

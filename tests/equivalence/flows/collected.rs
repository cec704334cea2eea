//! Options and results that are collected into one.

use super::tasks::*;
use crate::prove;
use std::collections::{BTreeMap, BTreeSet};
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data, TaskError)]
pub enum PartError {
    Bad(String),
    Long { part: String, most: u32 },
}

#[pure]
fn part(text: &String) -> Result<u8, PartError> {
    if text.len() > 2 {
        return Err(PartError::Long { part: text.clone(), most: 2 });
    }
    text.parse::<u8>().map_err(|_| PartError::Bad(text.clone()))
}

#[pure]
fn pieces(text: &String) -> Result<Vec<String>, PartError> {
    if text.is_empty() {
        return Err(PartError::Bad(String::new()));
    }
    Ok(text.split(',').map(|it| it.to_owned()).collect())
}

#[pure]
fn parts(texts: &[String]) -> Result<Vec<u8>, PartError> {
    texts.iter().map(|text| part(text)).collect()
}

#[pure]
fn lists(texts: &[String]) -> Result<Vec<Vec<String>>, PartError> {
    let lists = texts.iter().map(|text| pieces(text)).collect::<Result<Vec<_>, PartError>>()?;
    Ok(lists.into_iter().rev().collect())
}

#[pure]
fn known(texts: &[Option<String>]) -> Option<BTreeSet<String>> {
    texts.iter().cloned().collect()
}

/// In functions and in the workflow; lists in lists; nothing to collect.
#[workflow]
pub async fn collected_results(
    texts: Vec<String>,
    more: Vec<Option<String>>,
    lines: Vec<String>,
) -> Result<(Vec<u8>, Vec<Vec<String>>, BTreeMap<String, u8>), PartError> {
    let numbers = parts(&texts)?;
    let _ = note("numbers".to_owned()).await;
    let found = lists(&lines)?;
    let table: Result<BTreeMap<String, u8>, PartError> =
        texts.iter().map(|text| part(text).map(|number| (format!("{text}!"), number))).collect();
    let table = table?;
    let again = lines.iter().map(|text| pieces(text)).collect::<Result<Vec<_>, PartError>>()?;
    let _ = count(format!("{}", again.len())).await;
    match known(&more) {
        Some(all) if all.len() > 1 => Ok((vec![], vec![all.into_iter().collect()], table)),
        Some(_) => Ok((numbers, found, table)),
        None => Ok((numbers, again, table)),
    }
}

#[test]
fn results_are_collected_into_one() {
    prove!(collected_results(texts, more, lines): note, count; items = 3, words = &["1", "12", "a", "300", "", "a,b"], seeds = 500).run();
}

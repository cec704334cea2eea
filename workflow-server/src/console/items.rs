//! The items of a Map Run: their executions, and why some of them failed.

use super::executions::{CAUSE, one, short, status};
use super::{Asked, Console};
use crate::refusal::Answer;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use workflow_runtime::store::{Described, Status};

/// The most items that are listed.
const MOST: usize = 500;
/// The most groups that are told.
const GROUPS: usize = 50;

/// The error, the state and the status of items that failed alike.
type Key<'a> = (&'a str, Option<&'a str>, &'static str);

/// Items that failed alike: how many, and the first of them.
struct Group<'a> {
    count: u64,
    example: &'a Described,
}

impl Console {
    /// The items of a Map Run, in their order: the first ones of a status, and the failures of all by error and state.
    pub(super) async fn items(&self, asked: &Asked<'_>) -> Answer {
        let arn = asked.needed("run")?;
        let key = format!("{arn} {}", asked.query);
        self.0.items.get(&key, self.make_items(&arn, status(asked)?)).await
    }

    async fn make_items(&self, run: &str, status: Option<Status>) -> Answer {
        let service = self.service();
        let children = service.children(&service.map_run(run).await?).await?;
        let fitting = || children.iter().filter(|it| status.is_none_or(|own| own == it.status));
        let items: Vec<_> = fitting().take(MOST).map(|it| one(service, it)).collect();
        let mut groups: Vec<_> = groups(&children).into_iter().collect();
        groups.sort_by_key(|(_, it)| std::cmp::Reverse(it.count));
        let failures: Vec<_> = groups.iter().take(GROUPS).map(|(key, it)| told(*key, it)).collect();
        Ok(json!({
            "executions": items,
            "left": fitting().count().saturating_sub(MOST),
            "failures": failures,
            "kindsLeft": groups.len().saturating_sub(GROUPS),
        }))
    }
}

fn told((error, state, status): Key<'_>, of: &Group<'_>) -> Value {
    let Described { begun, end, .. } = of.example;
    let cause = match end {
        Some(Err(failure)) => short(&failure.reported(), CAUSE),
        _ => String::new(),
    };
    let example = json!({ "executionArn": *begun.id, "name": *begun.name, "cause": cause });
    json!({
        "error": error, "state": state, "status": status, "count": of.count, "example": example,
    })
}

fn groups(items: &[Described]) -> BTreeMap<Key<'_>, Group<'_>> {
    let mut groups = BTreeMap::new();
    for example in items {
        let Some(Err(failure)) = &example.end else { continue };
        let key = (failure.error(), example.state.as_deref(), example.status.name());
        groups.entry(key).or_insert(Group { count: 0, example }).count += 1;
    }
    groups
}

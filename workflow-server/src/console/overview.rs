//! The machines, with the latest executions of each counted.

use super::Console;
use crate::catalog::refused;
use crate::moment::seconds;
use crate::refusal::{Answer, Refusal};
use jiff::Timestamp;
use serde_json::{Map, Value, json};
use std::collections::HashMap;
use std::sync::Arc;
use workflow_runtime::store::{Query, Status};

/// The latest executions that are counted; and those that are read at once, for each has its output.
const COUNTED: usize = 5_000;
const SLICE: usize = 250;
/// The latest executions of a machine that are told one by one.
const LATEST: usize = 24;

/// The executions of one machine that were counted.
#[derive(Default)]
struct Counted {
    by: HashMap<Status, u64>,
    latest: Vec<Value>,
    last: Option<Value>,
}

impl Counted {
    fn add(&mut self, id: &str, name: &str, status: Status, started: Timestamp) {
        *self.by.entry(status).or_default() += 1;
        if self.last.is_none() {
            self.last = Some(seconds(started));
        }
        if self.latest.len() < LATEST {
            let told = json!({ "executionArn": id, "name": name, "status": status.name() });
            self.latest.push(told);
        }
    }

    fn counts(&self) -> Value {
        let count = |it: &Status| self.by.get(it).map(|n| (it.name().to_owned(), json!(n)));
        Value::Object(Status::ALL.iter().filter_map(count).collect())
    }
}

impl Console {
    /// All machines.
    pub(super) async fn overview(&self) -> Answer {
        self.0.overview.get("", self.make_overview()).await
    }

    async fn make_overview(&self) -> Answer {
        let (counted, number, whole) = self.counted().await?;
        let none = Counted::default();
        let service = self.service();
        let one = |it: Arc<crate::catalog::Machine>| {
            let own = counted.get(it.name.as_str()).unwrap_or(&none);
            let mut told = Map::new();
            let mut put = |name: &str, value: Value| drop(told.insert(name.to_owned(), value));
            put("name", json!(it.name));
            put("stateMachineArn", json!(service.arn(&format!("stateMachine:{}", it.name))));
            put("type", json!(if it.express { "EXPRESS" } else { "STANDARD" }));
            put("created", seconds(it.created));
            put("updated", it.current().map_or(Value::Null, |it| seconds(it.since)));
            put("versions", json!(it.versions.len()));
            put("aliases", json!(it.aliases.len()));
            put("counts", own.counts());
            put("latest", json!(own.latest));
            put("last", own.last.clone().unwrap_or_default());
            Value::Object(told)
        };
        let machines: Vec<_> = service.catalog().machines().into_iter().map(one).collect();
        let activities = service.catalog().activities().len();
        Ok(
            json!({ "machines": machines, "activities": activities, "counted": number, "whole": whole }),
        )
    }

    /// The latest executions by their machines, their number, and true if these are all.
    async fn counted(&self) -> Result<(HashMap<Arc<str>, Counted>, usize, bool), Refusal> {
        let mut query = Query { latest: true, limit: SLICE, ..Query::default() };
        let (mut counted, mut number) = (HashMap::<Arc<str>, Counted>::new(), 0);
        // Those that are in memory alone come besides.
        for it in self.service().latest_express(None) {
            let (own, seen) = (counted.entry(it.machine.clone()).or_default(), &it.observer);
            own.add(seen.id(), &it.name, seen.status(), seen.began());
        }
        loop {
            let page = self.service().engine().executions(query.clone()).await.map_err(refused)?;
            number += page.executions.len();
            for known in &page.executions {
                let begun = &known.begun;
                let own = counted.entry(begun.machine.clone()).or_default();
                own.add(&begun.id, &begun.name, known.status, begun.started);
            }
            match page.next {
                None => return Ok((counted, number, true)),
                Some(_) if number >= COUNTED => return Ok((counted, number, false)),
                next => query.after = next,
            }
        }
    }
}

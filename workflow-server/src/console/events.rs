//! Events of a history by their numbers: a page reads on where it has stopped, and the data of one event alone.

use super::{Asked, Console, wrong};
use crate::catalog::refused;
use crate::operations::told;
use crate::refusal::{Answer, Refusal};
use serde_json::{Value, json};
use std::sync::Arc;
use workflow_runtime::history::HistoryEvent;
use workflow_runtime::store::Status;

/// The most events of an answer, and those that are read at once.
const MOST: u32 = 2_000;
const SLICE: u32 = 100;
/// The most events that are asked for one by one.
const SINGLE: usize = 40;
/// An answer of so many bytes gets no more events.
const SIZE: usize = 4 << 20;

/// The history that events are read from: of the store, or of an EXPRESS execution.
struct Source<'a> {
    arn: &'a str,
    history: Option<Arc<Vec<HistoryEvent>>>,
    last: u32,
    status: Status,
}

impl Console {
    /// Events from the number `from` on without their data, or those of the numbers `ids` with it.
    pub(super) async fn events(&self, asked: &Asked<'_>) -> Answer {
        let arn = asked.needed("execution")?;
        let source = self.source(&arn).await?;
        let events = match asked.text("ids") {
            Some(ids) => self.single(&source, &ids).await?,
            None => {
                let from = asked.number("from")?.unwrap_or(1).max(1);
                self.range(&source, from).await?
            }
        };
        Ok(json!({ "events": events, "last": source.last, "status": source.status.name() }))
    }

    async fn source<'a>(&self, arn: &'a str) -> Result<Source<'a>, Refusal> {
        if let Some(express) = self.express(arn)? {
            // Its end is in the history before its status tells it.
            let status = express.observer.status();
            let history = express.observer.history();
            let last = history.last().map_or(0, |it| it.id);
            return Ok(Source { arn, history: Some(history), last, status });
        }
        crate::arn::execution(arn)?;
        let known = self.service().engine().describe(arn).await.map_err(refused)?;
        let known = known.ok_or_else(|| Refusal::execution(arn))?;
        Ok(Source { arn, history: None, last: known.events, status: known.status })
    }

    /// At most this many events, from a number on.
    async fn read(
        &self,
        of: &Source<'_>,
        from: u32,
        most: u32,
    ) -> Result<Vec<HistoryEvent>, Refusal> {
        match &of.history {
            Some(history) => {
                let events = history.iter().skip_while(|it| it.id < from);
                Ok(events.take(most as usize).cloned().collect())
            }
            None => self.service().engine().events(of.arn, from, most).await.map_err(refused),
        }
    }

    async fn range(&self, of: &Source<'_>, from: u32) -> Result<Vec<Value>, Refusal> {
        let (mut told_of, mut size) = (vec![], 0);
        let end = of.last.min(from.saturating_add(MOST - 1));
        let mut at = from;
        while at <= end && size < SIZE {
            let most = SLICE.min(end + 1 - at);
            let events = self.read(of, at, most).await?;
            let Some(latest) = events.last().map(|it| it.id) else { break };
            for event in &events {
                let value = told(event, false);
                size += value.to_string().len();
                told_of.push(value);
            }
            at = latest + 1;
        }
        Ok(told_of)
    }

    async fn single(&self, of: &Source<'_>, ids: &str) -> Result<Vec<Value>, Refusal> {
        let (mut told_of, mut size) = (vec![], 0);
        for id in ids.split(',').take(SINGLE) {
            let id: u32 = id.parse().map_err(|_| wrong("ids", "a list of numbers"))?;
            let events = self.read(of, id, 1).await?;
            for event in &events {
                let value = told(event, true);
                size += value.to_string().len();
                told_of.push(value);
            }
            if size >= SIZE {
                break;
            }
        }
        Ok(told_of)
    }
}

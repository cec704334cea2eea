//! Events of a history by their numbers: a page reads on where it has stopped, and the data of one event alone.

use super::{Asked, Console, wrong};
use crate::catalog::refused;
use crate::operations::told;
use crate::refusal::{Answer, Refusal};
use serde_json::{Value, json};

/// The most events of an answer, and those that are read at once.
const MOST: u32 = 2_000;
const SLICE: u32 = 100;
/// The most events that are asked for one by one.
const SINGLE: usize = 40;
/// An answer of so many bytes gets no more events.
const SIZE: usize = 4 << 20;

impl Console {
    /// Events from the number `from` on without their data, or those of the numbers `ids` with it.
    pub(super) async fn events(&self, asked: &Asked<'_>) -> Answer {
        let arn = asked.needed("execution")?;
        crate::arn::execution(&arn)?;
        let known = self.service().engine().describe(&arn).await.map_err(refused)?;
        let known = known.ok_or_else(|| Refusal::execution(&arn))?;
        let events = match asked.text("ids") {
            Some(ids) => self.single(&arn, &ids).await?,
            None => {
                let from = asked.number("from")?.unwrap_or(1).max(1);
                self.range(&arn, from, known.events).await?
            }
        };
        Ok(json!({ "events": events, "last": known.events, "status": known.status.name() }))
    }

    async fn range(&self, arn: &str, from: u32, last: u32) -> Result<Vec<Value>, Refusal> {
        let (mut told_of, mut size) = (vec![], 0);
        let end = last.min(from.saturating_add(MOST - 1));
        let mut at = from;
        while at <= end && size < SIZE {
            let most = SLICE.min(end + 1 - at);
            let events = self.service().engine().events(arn, at, most).await.map_err(refused)?;
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

    async fn single(&self, arn: &str, ids: &str) -> Result<Vec<Value>, Refusal> {
        let (mut told_of, mut size) = (vec![], 0);
        for id in ids.split(',').take(SINGLE) {
            let id: u32 = id.parse().map_err(|_| wrong("ids", "a list of numbers"))?;
            let events = self.service().engine().events(arn, id, 1).await.map_err(refused)?;
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

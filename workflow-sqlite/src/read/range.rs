//! The part of the executions that a query is about.

use super::list::{Filter, direction};
use crate::encode::{Time, bits};
use rusqlite::{Connection, OptionalExtension, Row};
use workflow_runtime::store::Query;

/// The executions that are looked through in their order, before an index is asked.
const NEXT: i64 = 2000;

/// The numbers between which the executions of a query are: from the first one up to before the second.
#[derive(Clone, Copy)]
pub struct Range {
    bounds: Option<(i64, i64)>,
}

impl Range {
    /// The blocks that have executions of the times of a query. `None` if there are none.
    pub fn new(on: &Connection, query: &Query) -> rusqlite::Result<Option<Self>> {
        if query.since.is_none() && query.until.is_none() {
            return Ok(Some(Range { bounds: None }));
        }
        let text = "SELECT min(id) << 9, (max(id) + 1) << 9 FROM block
            WHERE (?1 IS NULL OR latest >= ?1) AND (?2 IS NULL OR earliest < ?2)";
        let times = (query.since.map(Time::from), query.until.map(Time::from));
        let both = |row: &Row<'_>| Ok(row.get::<_, Option<i64>>(0)?.zip(row.get(1)?));
        let bounds = on.prepare_cached(text)?.query_row(times, both)?;
        Ok(bounds.map(|bounds| Range { bounds: Some(bounds) }))
    }

    /// The condition of a query, with the numbers.
    pub fn filter(self, query: &Query) -> Filter {
        let mut filter = Filter::new(query);
        filter.and("execution.id >= ?", self.bounds.map(|(from, _)| from.into()));
        filter.and("execution.id < ?", self.bounds.map(|(_, until)| until.into()));
        filter
    }

    /// The number after the next executions in their order; `None` if those are all.
    pub fn window(self, on: &Connection, query: &Query) -> rusqlite::Result<Option<i64>> {
        let (compare, order) = direction(query);
        let text = format!(
            "SELECT id FROM execution
             WHERE (?1 IS NULL OR id {compare} ?1) AND id >= ?2 AND id < ?3
             ORDER BY id {order} LIMIT 1 OFFSET {NEXT}"
        );
        let (from, until) = self.bounds.unwrap_or((0, i64::MAX));
        // Where pages have come to, the search begins.
        let after = query.after.map(bits);
        let (from, until) = match after {
            Some(after) if query.latest => (from, until.min(after)),
            Some(after) => (from.max(after), until),
            None => (from, until),
        };
        on.prepare_cached(&text)?.query_row((after, from, until), |row| row.get(0)).optional()
    }
}

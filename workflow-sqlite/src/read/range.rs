//! The part of the executions that a query is about.

use super::list::{Filter, order};
use crate::encode::{Time, bits};
use rusqlite::{Connection, OptionalExtension, Row};
use workflow_runtime::store::Query;

/// The executions that are looked through in their order, before an index is asked.
const NEXT: i64 = 2000;

/// The numbers between which the executions of a page are: from the first one up to before the second.
///
/// They are one pair: of two conditions that bound a number from the same side, SQLite searches by one, and reads all rows
/// for the other.
#[derive(Clone, Copy)]
pub struct Range {
    from: i64,
    until: i64,
}

impl Range {
    /// The executions of a page, whatever their times.
    pub fn of_page(query: &Query) -> Self {
        let all = Range { from: i64::MIN, until: i64::MAX };
        match query.after.map(bits) {
            None => all,
            Some(after) if query.latest => Range { until: after, ..all },
            Some(after) => Range { from: after.saturating_add(1), ..all },
        }
    }

    /// The blocks that have executions of the times of a query. `None` if there are none.
    pub fn new(on: &Connection, query: &Query) -> rusqlite::Result<Option<Self>> {
        let page = Range::of_page(query);
        if query.since.is_none() && query.until.is_none() {
            return Ok(Some(page));
        }
        let text = "SELECT min(id) << 9, (max(id) + 1) << 9 FROM block
            WHERE (?1 IS NULL OR latest >= ?1) AND (?2 IS NULL OR earliest < ?2)";
        let times = (query.since.map(Time::from), query.until.map(Time::from));
        let both = |row: &Row<'_>| Ok(row.get::<_, Option<i64>>(0)?.zip(row.get(1)?));
        let bounds: Option<(i64, i64)> = on.prepare_cached(text)?.query_row(times, both)?;
        Ok(bounds
            .map(|(from, until)| Range { from: from.max(page.from), until: until.min(page.until) }))
    }

    /// The condition of a query, with the numbers.
    pub fn filter(self, query: &Query) -> Filter {
        self.filter_by(query, "execution.id")
    }

    /// The same, where the numbers are those of another column.
    pub fn filter_by(self, query: &Query, number: &str) -> Filter {
        let mut filter = Filter::new(query);
        filter.and(&format!("{number} >= ?"), Some(self.from.into()));
        filter.and(&format!("{number} < ?"), Some(self.until.into()));
        filter
    }

    /// The next executions in their order; `None` if those are all.
    pub fn window(self, on: &Connection, query: &Query) -> rusqlite::Result<Option<Self>> {
        let order = order(query);
        let text = format!(
            "SELECT id FROM execution WHERE id >= ?1 AND id < ?2 ORDER BY id {order} LIMIT 1 OFFSET {NEXT}"
        );
        let beyond = on.prepare_cached(&text)?.query_row((self.from, self.until), |row| row.get(0));
        let beyond: Option<i64> = beyond.optional()?;
        Ok(beyond.map(|beyond| match query.latest {
            true => Range { from: beyond.saturating_add(1), ..self },
            false => Range { until: beyond, ..self },
        }))
    }
}

//! Pages of executions.

use super::described::{COLUMNS, read};
use crate::encode::{Time, bits, read_bits, status};
use crate::error::Stop;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use workflow_runtime::store::{Page, Query};

/// The size of a page where the query does not say it.
const LIMIT: usize = 100;

/// Lists a page of executions.
pub fn list(on: &Connection, query: &Query) -> Result<Page, Stop> {
    let limit = if query.limit == 0 { LIMIT } else { query.limit };
    let filter = Filter::new(query);
    let order = if query.latest { "DESC" } else { "ASC" };
    let text = format!(
        "SELECT {COLUMNS} WHERE {} ORDER BY execution.id {order} LIMIT {}",
        filter.text,
        limit.saturating_add(1).min(1 << 32)
    );
    let mut found = on.prepare_cached(&text)?;
    let found = found.query_map(params_from_iter(filter.values), |row| {
        Ok((read_bits(row.get("id")?), read(row)?))
    })?;
    let mut found: Vec<_> = found.collect::<rusqlite::Result<_>>()?;
    let more = found.len() > limit;
    found.truncate(limit);
    let next = found.last().map(|(id, _)| *id).filter(|_| more);
    Ok(Page { executions: found.into_iter().map(|(_, it)| it).collect(), next })
}

/// A condition, with the values of its parameters.
struct Filter {
    text: String,
    values: Vec<Value>,
}

impl Filter {
    fn new(query: &Query) -> Self {
        let mut filter = Filter { text: "1".to_owned(), values: vec![] };
        let text = |it: &std::sync::Arc<str>| Value::from(it.to_string());
        let time = |it: &jiff::Timestamp| Value::from(Time::from(*it));
        if !query.items {
            filter.text += " AND item = 0";
        }
        if query.busy {
            // The first condition finds them by an index, the second leaves out what has ended.
            filter.text += match query.items {
                false => " AND live = 1 AND wake IS NULL",
                true => " AND status = 0 AND wake IS NULL",
            };
        }
        filter.and("machine = ?", query.machine.as_ref().map(text));
        filter.and("status = ?", query.status.map(|it| status(it).into()));
        filter.and("name >= ?", query.prefix.as_ref().map(text));
        filter.and("name < ?", query.prefix.as_deref().and_then(after).map(Value::from));
        filter.and("started >= ?", query.since.as_ref().map(time));
        filter.and("started < ?", query.until.as_ref().map(time));
        filter.and("state = ?", query.state.as_ref().map(text));
        filter.and("error = ?", query.error.as_ref().map(text));
        let beyond = if query.latest { "execution.id < ?" } else { "execution.id > ?" };
        filter.and(beyond, query.after.map(|it| bits(it).into()));
        filter
    }

    fn and(&mut self, condition: &str, value: Option<Value>) {
        let Some(value) = value else { return };
        self.values.push(value);
        self.text += " AND ";
        self.text += condition;
    }
}

/// The first text after all that begin with a prefix, in the order of code points; `None` if none comes after them.
fn after(prefix: &str) -> Option<String> {
    let mut next: Vec<char> = prefix.chars().collect();
    while let Some(last) = next.pop() {
        // The range of characters leaves out surrogates.
        if let Some(more) = (last..=char::MAX).nth(1) {
            next.push(more);
            return Some(next.into_iter().collect());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_are_ranges() {
        assert_eq!(after("ab"), Some("ac".to_owned()));
        assert_eq!(after("a\u{D7FF}"), Some("a\u{E000}".to_owned()));
        assert_eq!(after("a\u{10FFFF}"), Some("b".to_owned()));
        assert_eq!(after("\u{10FFFF}"), None);
        assert_eq!(after(""), None);
    }
}

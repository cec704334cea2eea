//! Pages of executions.

use super::described::{COLUMNS, INPUT, PROGRESS, read};
use super::index::few;
use super::range::Range;
use crate::encode::{Time, read_bits, status};
use crate::error::Stop;
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params_from_iter};
use workflow_runtime::store::{Described, Page, Query, Status};

/// The size of a page where the query does not say it.
const LIMIT: usize = 100;

/// The most machines whose executions are put together.
const MACHINES: usize = 100;

/// Lists a page of executions.
///
/// Where many fit, a look at the next ones fills the page. Where few do, an index has them: of an error, a name or a state
/// all those that fit, which are sorted; that of machines gives each machine's executions of each status in their order.
/// Times are no index, but say between which numbers the executions are.
pub fn list(on: &Connection, query: &Query) -> Result<Page, Stop> {
    let limit = if query.limit == 0 { LIMIT } else { query.limit };
    let mut found = find(on, query, limit.saturating_add(1))?;
    let more = found.len() > limit;
    found.truncate(limit);
    let next = found.last().map(|(id, _)| read_bits(*id)).filter(|_| more);
    Ok(Page { executions: found.into_iter().map(|(_, it)| it).collect(), next })
}

type Found = Vec<(i64, Described)>;

/// Finds at most so many executions.
fn find(on: &Connection, query: &Query, most: usize) -> rusqlite::Result<Found> {
    if query.busy {
        return busy(on, query, most);
    }
    let Some(range) = Range::new(on, query)? else { return Ok(vec![]) };
    let Some(window) = range.window(on, query)? else {
        return select(on, range.filter(query), query, "execution NOT INDEXED", most);
    };
    let found = select(on, window.filter(query), query, "execution NOT INDEXED", most)?;
    if found.len() >= most {
        return Ok(found);
    }
    if let Some(index) = few(on, query)? {
        let mut filter = range.filter(query);
        filter.and(index.among, index.of.map(Value::from));
        return select(on, filter, query, index.from, most);
    }
    match of_machines(on, query, range, most)? {
        Some(ids) => ids.into_iter().map(|id| one(on, id)).collect(),
        None => select(on, range.filter(query), query, "execution", most),
    }
}

/// The order of the executions of a query.
pub(super) fn order(query: &Query) -> &'static str {
    if query.latest { "DESC" } else { "ASC" }
}

pub(super) fn sql_limit(most: usize) -> i64 {
    i64::try_from(most).unwrap_or(i64::MAX)
}

/// Those that are busy, from their index, in its order. It has no items: those that run have another.
fn busy(on: &Connection, query: &Query, most: usize) -> rusqlite::Result<Found> {
    if query.items {
        let outer = busy(on, &Query { items: false, ..query.clone() }, most)?;
        return with_busy_items(on, query, outer, most);
    }
    let Filter { text, mut values } = Range::of_page(query).filter_by(query, "progress.execution");
    values.push(sql_limit(most).into());
    let order = order(query);
    let text = format!(
        "SELECT {COLUMNS} FROM progress INDEXED BY progress_busy
         CROSS JOIN execution ON execution.id = progress.execution {INPUT}
         WHERE {text} ORDER BY progress.execution {order} LIMIT ?"
    );
    let mut rows = on.prepare_cached(&text)?;
    rows.query_map(params_from_iter(values), with_number)?.collect()
}

/// Puts the items that are busy among executions that are.
fn with_busy_items(
    on: &Connection,
    query: &Query,
    mut found: Found,
    most: usize,
) -> rusqlite::Result<Found> {
    if query.status.is_some_and(|status| status != Status::Running) {
        return Ok(found);
    }
    let (machine, status) = (query.machine.as_ref().map(ToString::to_string), Status::Running);
    let (name, of) = match &machine {
        Some(_) => ("execution_item", "item = 1"),
        None => ("execution_amiss", AMISS),
    };
    let items = Ordered { name, of, machine, status };
    for id in numbers(on, query, (Range::of_page(query), &items), most)? {
        found.push(one(on, id)?);
    }
    found.sort_unstable_by_key(|(id, _)| *id);
    if query.latest {
        found.reverse();
    }
    found.truncate(most);
    Ok(found)
}

/// Reads the executions of a filter, in the order of a query.
fn select(
    on: &Connection,
    mut filter: Filter,
    query: &Query,
    from: &str,
    most: usize,
) -> rusqlite::Result<Found> {
    filter.values.push(sql_limit(most).into());
    let order = order(query);
    let text = format!(
        "SELECT {COLUMNS} FROM {from} {PROGRESS} {INPUT} WHERE {} ORDER BY execution.id {order} LIMIT ?",
        filter.text
    );
    let mut rows = on.prepare_cached(&text)?;
    rows.query_map(params_from_iter(filter.values), with_number)?.collect()
}

fn with_number(row: &Row<'_>) -> rusqlite::Result<(i64, Described)> {
    Ok((row.get(18)?, read(row)?))
}

fn one(on: &Connection, id: i64) -> rusqlite::Result<(i64, Described)> {
    let text =
        format!("SELECT {COLUMNS} FROM execution {PROGRESS} {INPUT} WHERE execution.id = ?1");
    on.prepare_cached(&text)?.query_row([id], with_number)
}

/// An index of executions in the order of their numbers, for a status: those of a machine, or of all machines.
struct Ordered {
    name: &'static str,
    /// The rows that it has.
    of: &'static str,
    machine: Option<String>,
    status: Status,
}

/// The rows of the index of items that have not succeeded.
const AMISS: &str = "item = 1 AND status <> 1";

/// The numbers of the executions that fit, from the indexes of machines and statuses: for each pair of them in order.
/// `None` where these have not all, or there are many machines.
fn of_machines(
    on: &Connection,
    query: &Query,
    range: Range,
    most: usize,
) -> rusqlite::Result<Option<Vec<i64>>> {
    let Some(indexes) = indexes(on, query)? else { return Ok(None) };
    let mut ids = vec![];
    for index in indexes {
        ids.extend(numbers(on, query, (range, &index), most)?);
    }
    ids.sort_unstable();
    if query.latest {
        ids.reverse();
    }
    ids.truncate(most);
    Ok(Some(ids))
}

/// The indexes that together have all executions of a query.
fn indexes(on: &Connection, query: &Query) -> rusqlite::Result<Option<Vec<Ordered>>> {
    let machines = match &query.machine {
        Some(machine) => vec![machine.to_string()],
        None => machines(on)?,
    };
    if machines.len() > MACHINES {
        return Ok(None);
    }
    let statuses = Status::ALL.into_iter().filter(|it| query.status.is_none_or(|of| of == *it));
    let each = |name, of| {
        let pairs = machines.iter().flat_map(|it| statuses.clone().map(move |status| (it, status)));
        let index = move |(machine, status): (&String, _)| Ordered {
            name,
            of,
            machine: Some(machine.clone()),
            status,
        };
        pairs.map(index).collect::<Vec<_>>()
    };
    let mut all = each("execution_machine", "item = 0");
    if query.items && query.machine.is_some() {
        all.extend(each("execution_item", "item = 1"));
    } else if query.items {
        // Maps have too many machines: there is an index of what has not succeeded, whatever its machine.
        let status = query.status.filter(|it| *it != Status::Succeeded);
        let Some(status) = status else { return Ok(None) };
        all.push(Ordered { name: "execution_amiss", of: AMISS, machine: None, status });
    }
    Ok(Some(all))
}

/// The numbers of the first executions that fit in an index.
fn numbers(
    on: &Connection,
    query: &Query,
    (range, index): (Range, &Ordered),
    most: usize,
) -> rusqlite::Result<Vec<i64>> {
    let machine = index.machine.as_deref().map(Into::into);
    let pair = Query { machine, status: Some(index.status), ..query.clone() };
    let mut filter = range.filter(&pair);
    filter.values.push(sql_limit(most).into());
    let state = if query.state.is_some() || query.busy { PROGRESS } else { "" };
    let text = format!(
        "SELECT execution.id FROM execution INDEXED BY {} {state}
         WHERE {} AND {} ORDER BY execution.id {} LIMIT ?",
        index.name,
        filter.text,
        index.of,
        order(query)
    );
    let mut rows = on.prepare_cached(&text)?;
    rows.query_map(params_from_iter(filter.values), |row| row.get(0))?.collect()
}

/// The machines that have executions, each found after the one before; one more than [`MACHINES`] at most.
fn machines(on: &Connection) -> rusqlite::Result<Vec<String>> {
    let text = "SELECT min(machine) FROM execution INDEXED BY execution_machine WHERE item = 0 AND machine > ?1";
    let mut next = on.prepare_cached(text)?;
    let first = "SELECT min(machine) FROM execution INDEXED BY execution_machine WHERE item = 0";
    let mut found: Option<String> = on.prepare_cached(first)?.query_row([], |row| row.get(0))?;
    let mut machines = vec![];
    while let Some(machine) = found {
        found = next.query_row([&machine], |row| row.get(0))?;
        machines.push(machine);
        if machines.len() > MACHINES {
            break;
        }
    }
    Ok(machines)
}

/// A condition, with the values of its parameters.
pub(super) struct Filter {
    text: String,
    values: Vec<Value>,
}

impl Filter {
    pub(super) fn new(query: &Query) -> Self {
        let mut filter = Filter { text: "1".to_owned(), values: vec![] };
        let text = |it: &std::sync::Arc<str>| Value::from(it.to_string());
        let time = |it: &jiff::Timestamp| Value::from(Time::from(*it));
        if !query.items {
            filter.text += " AND item = 0";
        }
        if query.busy {
            // The first is the condition of an index, which has no items; the second leaves out what has ended.
            filter.text += match query.items {
                false => " AND live = 1 AND wake IS NULL",
                true => " AND ended IS NULL AND wake IS NULL",
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
        filter
    }

    pub(super) fn and(&mut self, condition: &str, value: Option<Value>) {
        let Some(value) = value else { return };
        self.values.push(value);
        self.text += " AND ";
        self.text += condition;
    }
}

/// The first text after all that begin with a prefix, in the order of code points; `None` if none comes after them.
pub(super) fn after(prefix: &str) -> Option<String> {
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

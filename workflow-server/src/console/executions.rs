//! Executions over all machines.

use super::{Asked, Console, wrong};
use crate::catalog::refused;
use crate::refusal::{Answer, Refusal};
use crate::service::Service;
use serde_json::{Value, json};
use workflow_runtime::store::{Described, Query, Status};

/// The most executions of a page.
const MOST: usize = 200;
/// The most characters of a cause in a list.
pub(super) const CAUSE: usize = 300;

impl Console {
    /// A page of executions, the latest first.
    pub(super) async fn executions(&self, asked: &Asked<'_>) -> Answer {
        let (status, machine) = (status(asked)?, asked.shared("machine"));
        let limit = asked.number("most")?.unwrap_or(50).clamp(1, MOST);
        let known = machine.as_deref().and_then(|it| self.service().catalog().machine(it));
        if known.is_some_and(|it| it.express) {
            return self.express_executions(asked, status, limit);
        }
        let query = Query {
            machine,
            status,
            prefix: asked.shared("prefix"),
            since: asked.time("since")?,
            until: asked.time("until")?,
            state: asked.shared("state"),
            error: asked.shared("error"),
            latest: true,
            limit,
            after: asked.number("after")?,
            ..Query::default()
        };
        let service = self.service();
        let page = service.engine().executions(query).await.map_err(refused)?;
        let told = |it: &Described| one(service, it);
        let all: Vec<_> = page.executions.iter().map(told).collect();
        Ok(
            json!({ "executions": all, "next": page.next, "now": crate::moment::seconds(service.now()) }),
        )
    }
}

pub(super) fn status(asked: &Asked<'_>) -> Result<Option<Status>, Refusal> {
    let Some(name) = asked.text("status") else { return Ok(None) };
    let found = Status::ALL.into_iter().find(|it| it.name() == name);
    found.map(Some).ok_or_else(|| wrong("status", "a status of an execution"))
}

/// An execution, as lists of the console tell of it.
pub(super) fn one(service: &Service, known: &Described) -> Value {
    let mut told = service.summary(known);
    let mut put = |name: &str, value: Value| drop(told.insert(name.to_owned(), value));
    put("machine", json!(*known.begun.machine));
    put("events", json!(known.events));
    known.state.iter().for_each(|it| put("state", json!(**it)));
    if let Some(Err(failure)) = &known.end {
        put("error", json!(failure.error()));
        put("cause", json!(short(&failure.reported(), CAUSE)));
    }
    Value::Object(told)
}

/// The beginning of a text.
pub(super) fn short(text: &str, most: usize) -> String {
    let mut letters = text.chars();
    let mut start: String = letters.by_ref().take(most).collect();
    if letters.next().is_some() {
        start.push('…');
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_off_between_characters() {
        assert_eq!(short("äöü", 3), "äöü");
        assert_eq!(short("äöü", 2), "äö…");
        assert_eq!(short("", 0), "");
    }
}

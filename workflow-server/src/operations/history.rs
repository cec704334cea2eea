//! The history of an execution.

use crate::catalog::refused;
use crate::model::Request;
use crate::refusal::Answer;
use crate::service::Service;
use serde_json::{Map, Value, json};
use workflow_runtime::history::HistoryEvent;

/// The members of an event that are data, and the members that tell of them.
const DATA: [(&str, Option<&str>); 4] = [
    ("input", Some("inputDetails")),
    ("output", Some("outputDetails")),
    ("assignedVariables", Some("assignedVariablesDetails")),
    ("parameters", None),
];

impl Service {
    pub(super) async fn history(&self, request: &Request) -> Answer {
        let known = self.known_execution(request).await?;
        let (id, last) = (&known.begun.id, u64::from(known.events));
        let backwards = request.flag("reverseOrder") == Some(true);
        let list = format!("history {id} {backwards}");
        let begin = if backwards { last } else { 1 };
        let begin = self.cursor(request, &list)?.unwrap_or(begin);
        let most = request.most() as u64;
        // Numbers of events: from the first to the last of the page, both included.
        let (from, to) = if backwards {
            ((begin + 1).saturating_sub(most).max(1), begin)
        } else {
            (begin, begin.saturating_add(most - 1))
        };
        let count = (to + 1).saturating_sub(from);
        let (first, count) = (short(from), short(count));
        let mut events = self.0.engine.events(id, first, count).await.map_err(refused)?;
        if backwards {
            events.reverse();
        }
        let next = match backwards {
            true => (from > 1).then(|| from - 1),
            false => (to < last).then(|| to + 1),
        };
        let data = request.flag("includeExecutionData") != Some(false);
        let items = events.iter().map(|event| told(event, data)).collect();
        Ok(self.page("events", items, &list, next))
    }
}

fn short(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// An event, as the API has it.
pub(super) fn told(event: &HistoryEvent, data: bool) -> Value {
    let mut json = event.json();
    let details = json.as_object_mut().and_then(|fields| {
        fields.iter_mut().find(|(name, _)| name.ends_with("EventDetails")).map(|(_, it)| it)
    });
    if let Some(details) = details.and_then(Value::as_object_mut) {
        tell_of_data(details, data);
    }
    json
}

/// Says that data is whole, or leaves it out.
fn tell_of_data(details: &mut Map<String, Value>, data: bool) {
    for (name, about) in DATA {
        if !details.contains_key(name) {
            continue;
        }
        if !data {
            details.remove(name);
        } else if let Some(about) = about {
            details.insert(about.to_owned(), json!({ "truncated": false }));
        }
    }
}

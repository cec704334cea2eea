//! The history of an execution.

use crate::catalog::refused;
use crate::model::Request;
use crate::refusal::Answer;
use crate::service::Service;
use serde_json::{Map, Value, json};
use workflow_runtime::history::HistoryEvent;

/// A page of so many bytes is not made any longer (judgement: AWS's pages have a size, too, which nobody has recorded).
const PAGE: usize = 4 << 20;
/// The events that are read at once.
const SLICE: usize = 100;

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
        let mut at = self.after_number(request, &list)?.unwrap_or(begin);
        let data = request.flag("includeExecutionData") != Some(false);
        let (most, mut items, mut size) = (request.most(), vec![], 0);
        // Payloads are large: few events are in memory at once.
        while items.len() < most && size < PAGE && (1..=last).contains(&at) {
            let count = (most - items.len()).min(SLICE) as u64;
            let (from, to) = if backwards {
                ((at + 1).saturating_sub(count).max(1), at)
            } else {
                (at, (at + count - 1).min(last))
            };
            let events = self.0.engine.events(id, short(from), short(to + 1 - from)).await;
            let mut events = events.map_err(refused)?;
            if backwards {
                events.reverse();
            }
            for event in &events {
                if size >= PAGE {
                    break;
                }
                let mut item = told(event, data);
                if let Some(started) = item.get_mut("executionStartedEventDetails") {
                    started
                        .as_object_mut()
                        .into_iter()
                        .for_each(|it| it.extend(self.started_as(&known.begun)));
                }
                size += item.to_string().len();
                items.push(item);
                at = if backwards { at - 1 } else { at + 1 };
            }
            if events.is_empty() {
                break;
            }
        }
        let next = Some(at).filter(|at| (1..=last).contains(at));
        Ok(self.numbered_page("events", items, &list, next))
    }
}

fn short(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// An event, as the API has it.
pub(crate) fn told(event: &HistoryEvent, data: bool) -> Value {
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

//! The tasks: they read trackers, keep their answers, and write the page.

use super::common::http::Client;
use super::known::Memory;
use super::page;
use super::workflow::{Item, Section};
use serde_json::Value;
use workflow::prelude::*;

/// For a tracker that is down for a moment: again after 1 and 2 seconds.
const A_MOMENT: Retry = Retry::on(&["Unavailable"]).interval(1).backoff_rate(2.0).max_attempts(2);

/// Who is slow once may be quicker the next time. A page must not wait for long.
const ONCE_MORE: Retry = Retry::on(&["States.Timeout"]).interval(1).max_attempts(1);

/// The answer of a tracker, with its time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Known {
    pub since: String,
    pub items: Vec<Item>,
}

/// The open tasks in one tracker.
#[task(timeout = "1s", retry = [A_MOMENT, ONCE_MORE])]
pub async fn fetch(trackers: Res<Client>, tracker: String) -> Result<Vec<Item>, Failure> {
    let reply = trackers.get(&format!("/{tracker}")).await?;
    let list = reply.body.as_array().map(Vec::as_slice).unwrap_or_default();
    list.iter().map(|entry| item(&tracker, entry)).collect()
}

/// Each tracker has words of its own for the same.
fn item(tracker: &str, entry: &Value) -> Result<Item, Failure> {
    let word = |words: &[&str]| {
        let found = words.iter().find_map(|word| entry[word].as_str());
        found.map(str::to_owned).ok_or_else(|| {
            Failure::new(
                "BadAnswer",
                format!("{tracker}: {entry} has none of {}", words.join(", ")),
            )
        })
    };
    let (due, title) =
        (word(&["due", "due_on", "deadline"])?, word(&["title", "summary", "subject"])?);
    Ok(Item { due, title, tracker: tracker.to_owned() })
}

/// Keeps what a tracker said, for when it does not answer.
#[task]
pub fn remember(
    memory: Res<Memory>,
    tracker: String,
    at: String,
    items: Vec<Item>,
) -> Result<(), Failure> {
    memory.write(&tracker, &Known { since: at, items })
}

/// Returns the last answer of a tracker.
#[task]
pub fn recall(memory: Res<Memory>, tracker: String) -> Result<Option<Known>, Failure> {
    memory.read(&tracker)
}

/// Writes the page, and returns its place.
#[task]
pub fn write_page(
    memory: Res<Memory>,
    team: String,
    at: String,
    sections: Vec<Section>,
    items: Vec<Item>,
) -> Result<String, Failure> {
    memory.publish(&page::html(&team, &at, &sections, &items))
}

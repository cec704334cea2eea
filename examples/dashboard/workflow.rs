//! The workflow, and the data that it works on. The tasks that it calls are in `tasks.rs`.

use super::tasks::*;
use workflow::prelude::*;

/// The input of the workflow.
#[derive(Clone, Debug, Serialize, Deserialize, Data)]
pub struct Team {
    pub name: String,
    pub trackers: Vec<String>,
}

/// Something to do, whatever its tracker calls it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Item {
    pub due: String,
    pub title: String,
    pub tracker: String,
}

/// The present or former content of a tracker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Section {
    pub tracker: String,
    pub state: State,
    pub items: Vec<Item>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "camelCase")]
pub enum State {
    Fresh,
    /// The tracker did not answer: this is its last answer.
    Stale {
        since: String,
        why: String,
    },
    /// The tracker did not answer, and never has.
    Unavailable {
        why: String,
    },
}

/// The result of the workflow.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Page {
    pub file: String,
    pub items: usize,
    pub not_fresh: Vec<String>,
}

/// Asks all trackers of a team at the same time, and writes one page of what is to be done.
#[workflow]
pub async fn refresh(team: Team) -> Result<Page, Failure> {
    let sections = map(team.trackers, async |tracker| {
        let section = match fetch(tracker.clone()).await {
            Ok(items) => {
                remember(tracker.clone(), now(), items.clone()).await?;
                Section { tracker, state: State::Fresh, items }
            }
            Err(failure) => {
                let why = failure.error().to_owned();
                match recall(tracker.clone()).await? {
                    Some(Known { since, items }) => {
                        Section { tracker, state: State::Stale { since, why }, items }
                    }
                    None => Section { tracker, state: State::Unavailable { why }, items: vec![] },
                }
            }
        };
        Ok(section)
    })
    .max_concurrency(8)
    .await?;

    let mut items: Vec<Item> = sections.iter().flat_map(|section| section.items.clone()).collect();
    items.sort_by_key(|item| item.due.clone());
    let not_fresh: Vec<String> = sections
        .iter()
        .filter(|section| section.state != State::Fresh)
        .map(|section| section.tracker.clone())
        .collect();
    if items.is_empty() && !not_fresh.is_empty() {
        let cause = format!("nothing is known of {}", not_fresh.join(", "));
        return Err(Failure::new("NothingKnown", cause));
    }

    let file = write_page(team.name, execution().start_time(), sections, items.clone()).await?;
    Ok(Page { file, items: items.len(), not_fresh })
}

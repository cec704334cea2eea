//! The console: pages for people, and what these read besides the API.
//!
//! All of it is read-only: what changes something is a call of the API. Each list has an end, and each answer that is
//! made of many executions is kept for a moment, however many ask for it.

mod asked;
mod changes;
mod events;
mod executions;
mod express;
mod failures;
mod graph;
mod items;
mod overview;
mod pages;
mod program;
mod recent;
mod reply;

pub(crate) use asked::Asked;
pub(crate) use reply::{Content, Reply};

use crate::access::Caller;
use crate::refusal::Refusal;
use crate::service::Service;
use serde_json::{Value, json};
use std::sync::Arc;
use tokio::sync::{Semaphore, watch};

/// The most pages that are told of changes at once.
const WATCHING: usize = 64;

/// The most graphs that are drawn at once.
const DRAWING: usize = 2;

/// The console of a service. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Console(Arc<Inner>);

struct Inner {
    service: Service,
    /// A permit for each page that is told of changes.
    room: Arc<Semaphore>,
    /// A permit for each graph that is drawn.
    drawing: Arc<Semaphore>,
    overview: recent::Recent,
    failures: recent::Recent,
    items: recent::Recent,
    /// True when the server ends.
    stop: watch::Receiver<bool>,
}

impl Console {
    /// Makes the console of a service; `stop` turns true when the server ends.
    pub(crate) fn new(service: Service, stop: watch::Receiver<bool>) -> Self {
        Console(Arc::new(Inner {
            service,
            room: Arc::new(Semaphore::new(WATCHING)),
            drawing: Arc::new(Semaphore::new(DRAWING)),
            overview: recent::Recent::default(),
            failures: recent::Recent::default(),
            items: recent::Recent::default(),
            stop,
        }))
    }

    fn service(&self) -> &Service {
        &self.0.service
    }

    /// Answers a request; `None` if it is not one of the console's.
    pub(crate) async fn answer(&self, asked: &Asked<'_>) -> Option<Reply> {
        if let Some(page) = pages::find(asked.path) {
            return Some(page.reply(asked.known));
        }
        let data = match asked.path.strip_prefix("/console/")? {
            "overview" => self.overview().await,
            "executions" => self.executions(asked).await,
            "failures" => self.failures(asked).await,
            "items" => self.items(asked).await,
            "me" => Ok(me(asked.caller)),
            "program" => self.program(asked),
            "events" => self.events(asked).await,
            "execution" => self.execution(asked),
            "definition" => self.definition(asked),
            "graph" => {
                return Some(self.graph(asked).await.unwrap_or_else(|it| Reply::refused(&it)));
            }
            "css/drawing.css" => return Some(graph::rules()),
            "changes" => return Some(self.changes(asked).unwrap_or_else(|it| Reply::refused(&it))),
            _ => return None,
        };
        Some(data.map_or_else(|it| Reply::refused(&it), |it| Reply::json(&it)))
    }
}

/// The caller, as its pages show it; without a key where everybody may do everything.
fn me(caller: Option<&Caller>) -> Value {
    caller.map_or_else(|| json!({}), |it| json!({ "key": *it.key, "role": it.role }))
}

/// The answer to a parameter that is not as it must be.
fn wrong(name: &str, expected: &str) -> Refusal {
    Refusal::validation(format!("`{name}` is {expected}"))
}

//! The log of executions: the events that `loggingConfiguration` chooses, as AWS sends them to CloudWatch Logs.
//!
//! Those of STANDARD executions are read from the store when they are written; of EXPRESS executions, as they happen.

use super::lines::Lines;
use super::{Inner, Service};
use crate::arn;
use crate::catalog::{Catalog, Revision};
use serde_json::{Value, json};
use std::sync::{Arc, Weak};
use tokio::sync::{mpsc, oneshot};
use workflow_runtime::Execution;
use workflow_runtime::history::{HistoryEvent, LogLevel, Logging};
use workflow_runtime::store::{Around, Commit, Store, StoreResult};
use workflow_runtime::task::BoxFuture;

/// The commits whose events wait to be read. What comes beyond them is not logged: a log holds no execution up.
const WAITING: usize = 16_384;

/// A commit with events.
enum Note {
    Events {
        execution: Arc<str>,
        first: u32,
        last: u32,
    },
    /// Says that all before it is logged.
    Logged(oneshot::Sender<()>),
}

/// The log of a service.
#[derive(Clone)]
pub(super) struct Logs {
    notes: mpsc::Sender<Note>,
    file: Option<Lines>,
}

/// The source of the log of STANDARD executions.
pub(super) struct Notes(mpsc::Receiver<Note>);

/// The store of the catalog, as the engine takes it: commits of executions that are logged are noted.
pub(super) struct Logged {
    pub(super) store: Arc<dyn Store>,
    pub(super) catalog: Arc<Catalog>,
    pub(super) logs: Logs,
}

impl Around for Logged {
    fn inner(&self) -> &dyn Store {
        &*self.store
    }

    fn commit(&self, commit: Commit) -> BoxFuture<StoreResult<()>> {
        let note = self.note(&commit);
        let written = self.store.commit(commit);
        let Some(note) = note else { return written };
        let logs = self.logs.clone();
        Box::pin(async move {
            written.await?;
            logs.note(note);
            Ok(())
        })
    }
}

impl Logged {
    fn note(&self, commit: &Commit) -> Option<Note> {
        let chunk = commit.chunk.as_ref().filter(|_| self.catalog.logs())?;
        let name = commit.execution.split(':').nth(6)?;
        let machine = self.catalog.record(arn::unlabelled(name))?;
        let execution = commit.execution.clone();
        machine.is_logged().then_some(Note::Events {
            execution,
            first: chunk.first,
            last: chunk.last,
        })
    }
}

impl Logs {
    pub(super) fn new(file: Option<Lines>) -> (Self, Notes) {
        let (notes, read) = mpsc::channel(WAITING);
        (Logs { notes, file }, Notes(read))
    }

    fn note(&self, note: Note) {
        if let Err(mpsc::error::TrySendError::Full(_)) = self.notes.try_send(note) {
            tracing::warn!("the log of executions is too slow: events are not logged");
        }
    }

    /// Waits until all that has been written to the store is logged.
    pub(super) async fn flush(&self) {
        let (logged, done) = oneshot::channel();
        if self.notes.send(Note::Logged(logged)).await.is_ok() {
            // Who reads the notes may have gone away.
            let _ = done.await;
        }
        if let Some(file) = self.file.clone() {
            // A thread that panics has written what it could.
            let _ = tokio::task::spawn_blocking(move || file.flush()).await;
        }
    }

    /// Logs an EXPRESS execution, as it runs.
    pub(super) fn follow(&self, execution: &Execution, revision: &Revision) {
        let logging = logging(revision);
        if logging.level == LogLevel::Off {
            return;
        }
        let (logs, mut progress, arn) =
            (self.clone(), execution.progress(), execution.id().to_owned());
        tokio::spawn(async move {
            while let Some(event) = progress.next().await {
                logs.log(logging, &arn, 0, &event);
            }
        });
    }

    fn log(&self, logging: Logging, execution: &str, redrives: u32, event: &HistoryEvent) {
        let Some(line) = line(logging, execution, redrives, event) else { return };
        let line = line.to_string();
        tracing::info!(target: "workflow_server::executions", "{line}");
        if let Some(file) = &self.file {
            file.add(line);
        }
    }
}

impl Notes {
    /// Logs what is noted, as long as the service is there.
    pub(super) async fn log(mut self, service: Weak<Inner>) {
        while let Some(note) = self.0.recv().await {
            let Some(service) = service.upgrade().map(Service) else { return };
            match note {
                Note::Events { execution, first, last } => {
                    service.log_events(&execution, first, last).await;
                }
                // Who asked may have gone away.
                Note::Logged(logged) => drop(logged.send(())),
            }
        }
    }
}

impl Service {
    async fn log_events(&self, execution: &str, first: u32, last: u32) {
        let Ok(Some(known)) = self.0.engine.describe(execution).await else { return };
        let begun = &known.begun;
        let found = self.catalog().of_execution(begun);
        let logging = found.map(|(_, revision)| logging(&revision)).unwrap_or_default();
        if logging.level == LogLevel::Off {
            return;
        }
        match self.0.engine.events(execution, first, last + 1 - first).await {
            Ok(events) => events
                .iter()
                .for_each(|event| self.0.logs.log(logging, execution, known.redrives, event)),
            Err(error) => tracing::warn!(execution, %error, "events cannot be logged"),
        }
    }
}

/// The configuration of a revision.
fn logging(revision: &Revision) -> Logging {
    let given = &revision.logging;
    let level = match given["level"].as_str() {
        Some("ALL") => LogLevel::All,
        Some("ERROR") => LogLevel::Error,
        Some("FATAL") => LogLevel::Fatal,
        _ => LogLevel::Off,
    };
    Logging { level, include_execution_data: given["includeExecutionData"] == true }
}

/// A line of the log: the record of an event in the form that it has in CloudWatch Logs (documented: numbers are text).
fn line(logging: Logging, execution: &str, redrives: u32, event: &HistoryEvent) -> Option<Value> {
    let record = logging.record(event)?;
    let text = |name: &str| json!(record[name].to_string());
    Some(json!({
        "id": text("id"),
        "type": record["type"],
        "details": record["details"],
        "previous_event_id": text("previousEventId"),
        "event_timestamp": text("timestamp"),
        "execution_arn": execution,
        "redrive_count": redrives.to_string(),
    }))
}

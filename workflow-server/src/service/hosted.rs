//! The workflows of this program as state machines of the service.

use super::Service;
use crate::catalog::{Document, Machine, Revision};
use crate::refusal::Refusal;
use crate::typed::{OpenError, Typed};
use std::collections::BTreeMap;
use std::sync::Arc;
use workflow_runtime::TaskDefinition;
use workflow_runtime::way::Way;

impl Service {
    /// Makes the workflows of this program machines, or new revisions of those that are there.
    pub(super) async fn host(&self, all: &[Typed]) -> Result<(), OpenError> {
        for typed in all {
            self.check_parts(typed, all)?;
            let document = document(typed)?;
            if let Some(machine) = self.catalog().record(typed.name) {
                // Else each build of the program would leave one.
                self.drop_revisions(&machine).await.map_err(|it| refused(typed, it))?;
            }
            self.host_one(typed, document).await.map_err(|it| refused(typed, it))?;
        }
        Ok(())
    }

    /// Checks that the program has all that the workflow needs to run.
    fn check_parts(&self, typed: &Typed, all: &[Typed]) -> Result<(), OpenError> {
        let tasks = (typed.tasks)();
        if let Some(need) = self.0.engine.lacks(&tasks).first() {
            let why = format!("has a task that needs the resource `{}`: register it", need.name);
            return Err(OpenError::workflow(typed.name, why));
        }
        let called =
            |task: &&TaskDefinition| matches!(task.way, Way::Workflow(_) | Way::Continue(_));
        let named = |name: &str| all.iter().any(|it| it.name == name);
        match tasks.iter().filter(called).find(|task| !named(task.name)) {
            Some(task) => {
                let why = format!(
                    "starts `{}`, which the program does not list: list it, too",
                    task.name
                );
                Err(OpenError::workflow(typed.name, why))
            }
            None => Ok(()),
        }
    }

    async fn host_one(&self, typed: &Typed, document: Document) -> Result<(), Refusal> {
        let (now, id, role) = (self.now(), self.unique(), self.0.account.place().role.to_string());
        let change = |old: Option<&Machine>, since| {
            let there = old.filter(|it| !it.deleted);
            let current = there.and_then(Machine::current);
            if current.is_some_and(|it| !it.typed) {
                let text = "is a state machine of the store already, made by a call: delete that, or rename the workflow";
                return Err(Refusal::validation(text));
            }
            let text = there.zip(current).and_then(|(it, current)| it.document(current));
            if there.is_some_and(|it| it.express != typed.express) {
                let kind = if typed.express { "STANDARD" } else { "EXPRESS" };
                let text = format!(
                    "is a machine of the type {kind} in this store: the type of a machine cannot change"
                );
                return Err(Refusal::validation(text));
            }
            if text.is_some_and(|it| it.text() == document.text()) {
                return Ok((None, ()));
            }
            let mut new = old.cloned().unwrap_or_else(|| empty(typed.name));
            if there.is_none() {
                new = Machine { deleted: false, created: now, express: typed.express, ..new };
            }
            let number = new.revisions.last().map_or(0, |it| it.number) + 1;
            let since = new.over.map_or(since, |over| over.max(since));
            let id = there.map(|_| id);
            new.documents.insert(number, Arc::new(document));
            let made = Revision { id, since, document: number, typed: true, ..Revision::new(role) };
            new.revisions.push(Revision { number, ..made });
            Ok((Some(new), ()))
        };
        self.catalog().change(typed.name, now, change).await
    }

    /// Refuses a change of a machine that is a workflow of this program.
    pub(crate) fn unless_typed(&self, machine: &Machine, what: &str) -> Result<(), Refusal> {
        match self.catalog().typed(machine) {
            Some(typed) => Err(Refusal::validation(format!(
                "The state machine '{}' is a workflow of the program that serves, and cannot be {what} by a call: change the program, and start it again",
                typed.name
            ))),
            None => Ok(()),
        }
    }
}

/// A machine that has no revision yet.
fn empty(name: &str) -> Machine {
    Machine {
        name: name.to_owned(),
        express: false,
        created: jiff::Timestamp::MIN,
        deleted: true,
        over: None,
        tags: vec![],
        revisions: vec![],
        versions: vec![],
        published: 0,
        aliases: vec![],
        documents: BTreeMap::new(),
    }
}

/// The document of a workflow; of one that is to be EXPRESS, if AWS takes it as that.
fn document(typed: &Typed) -> Result<Document, OpenError> {
    let definition = (typed.definition)();
    let definition = definition
        .map_err(|error| OpenError::workflow(typed.name, format!("has no document: {error}")))?;
    let text = definition.to_json_pretty();
    if typed.express {
        let checked = Document::checked(&text, true);
        return checked.map_err(|it| {
            OpenError::workflow(typed.name, format!("cannot be an EXPRESS machine: {}", it.message))
        });
    }
    Ok(Document::new(text))
}

fn refused(typed: &Typed, refusal: Refusal) -> OpenError {
    OpenError::workflow(typed.name, refusal.message)
}

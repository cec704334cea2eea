//! Executions that go on from their last commit.

use crate::engine::Engine;
use crate::engine::control::Control;
use crate::engine::directory::Live;
use crate::engine::ending::Ticket;
use crate::engine::execution::{Ends, Execution};
use crate::failure::Failure;
use crate::machine::{Identity, Machine, StateInfo};
use crate::payload::Payload;
use crate::store::{Begun, Query, Status, StoreError};
use crate::way::{Nested, Parts, Way};
use crate::workflow::Workflow;
use serde_json::Value;
use std::sync::Arc;

/// Makes the machine of a workflow from what it saved.
pub(crate) type Revive =
    Box<dyn FnOnce(&Identity, Value) -> Result<Box<dyn Machine>, Failure> + Send>;

/// The states of a workflow: they name the workflows that may continue in its place.
type States = fn() -> &'static [StateInfo];

/// The way to continue an execution that turns out to have begun before.
pub(crate) struct Again {
    pub(crate) revive: Revive,
    /// Of one whose result is that of the executions that continue in its place.
    pub(crate) chain: Option<States>,
}

impl Again {
    /// The way of a workflow.
    pub(crate) fn of<W: Workflow>() -> Self {
        Again { revive: Box::new(|_, record| W::revive(record)), chain: Some(W::states) }
    }
}

impl Engine {
    /// Continues an execution in the store, by its ARN. `revive` makes the machine of the workflow from its checkpoint. If
    /// the execution runs in this engine already, the result is another handle of it; if it has ended, the handle gives its
    /// result again.
    pub async fn resume(
        &self,
        id: &str,
        revive: impl FnOnce(&Identity, Value) -> Result<Box<dyn Machine>, Failure>,
    ) -> Execution {
        self.resume_as(id, revive, None, Ok).await
    }

    /// Continues an execution of the workflow `W` in the store, by its ARN, or the execution that continues in its place
    /// (`continue_as`).
    pub async fn resume_workflow<W: Workflow>(&self, id: &str) -> Execution<W::Output> {
        self.resume_as(id, |_, record| W::revive(record), Some(W::states), Payload::take).await
    }

    /// Lists the executions in the store that have begun and not ended: those to resume after a crash. Items of distributed
    /// Maps are not listed, because the execution around them begins them again.
    ///
    /// # Errors
    /// The store cannot be read.
    pub async fn unfinished(&self) -> Result<Vec<Begun>, StoreError> {
        let Some(store) = &self.0.store else { return Ok(vec![]) };
        let mut query = Query { status: Some(Status::Running), limit: 1_000, ..Query::default() };
        let mut open = vec![];
        loop {
            let page = store.list(query.clone()).await?;
            open.extend(page.executions.into_iter().map(|it| it.begun));
            if page.next.is_none() {
                return Ok(open);
            }
            query.after = page.next;
        }
    }

    async fn resume_as<O>(
        &self,
        id: &str,
        revive: impl FnOnce(&Identity, Value) -> Result<Box<dyn Machine>, Failure>,
        chain: Option<States>,
        decode: fn(Payload) -> Result<O, Failure>,
    ) -> Execution<O> {
        if let Some((live, ticket)) = self.0.directory.find(id) {
            return self.joined(&live, ticket, decode).await;
        }
        let known = match self.described(id).await {
            Ok(known) => known,
            Err(failure) => return self.refused(id, failure, decode),
        };
        let continued = known.continued.clone().zip(chain);
        if let Some((next, states)) = continued {
            return self.resume_next(&next, states, decode).await;
        }
        self.go_on(known, revive, decode)
            .await
            .unwrap_or_else(|failure| self.refused(id, failure, decode))
    }

    /// Goes on with an execution that continues in place of one with these states.
    pub(crate) async fn resume_next<O>(
        &self,
        id: &str,
        states: States,
        decode: fn(Payload) -> Result<O, Failure>,
    ) -> Execution<O> {
        match continuing(id, states) {
            Ok(nested) => self.resume_nested(id, nested, decode).await,
            Err(failure) => self.refused(id, failure, decode),
        }
    }

    /// Goes on with an execution of a workflow that another one names, or with the last of those that continue in its place.
    pub(crate) async fn resume_nested<O>(
        &self,
        id: &str,
        nested: Nested,
        decode: fn(Payload) -> Result<O, Failure>,
    ) -> Execution<O> {
        let (mut id, mut nested) = (Arc::<str>::from(id), nested);
        loop {
            if let Some((live, ticket)) = self.0.directory.find(&id) {
                return self.joined(&live, ticket, decode).await;
            }
            let known = match self.described(&id).await {
                Ok(known) => known,
                Err(failure) => return self.refused(&id, failure, decode),
            };
            let Some(next) = known.continued.clone() else {
                let revive = move |_: &Identity, record| (Parts::of(nested).revive)(record);
                let execution = self.go_on(known, revive, decode).await;
                return execution.unwrap_or_else(|failure| self.refused(&id, failure, decode));
            };
            match continuing(&next, Parts::of(nested).states) {
                Ok(found) => (id, nested) = (next, found),
                Err(failure) => return self.refused(&next, failure, decode),
            }
        }
    }

    /// Another handle of an execution that runs.
    async fn joined<O>(
        &self,
        live: &Live,
        ticket: Ticket,
        decode: fn(Payload) -> Result<O, Failure>,
    ) -> Execution<O> {
        match self.remember(live).await {
            Ok(()) => Execution::joined(live, ticket, decode),
            Err(failure) => self.refused(&live.identity.id, failure, decode),
        }
    }

    fn refused<O>(
        &self,
        id: &str,
        failure: Failure,
        decode: fn(Payload) -> Result<O, Failure>,
    ) -> Execution<O> {
        let control = Arc::new(Control::new(true));
        let interrupted = failure.is_interruption();
        control.ended(if interrupted { Status::Running } else { Status::Failed });
        let identity = Arc::new(self.identify("", Some(id), None));
        Execution::new(identity, control, Ends::Refused(Some(failure)), decode)
    }
}

/// The workflow of an execution that continues in place of one with these states.
fn continuing(id: &str, states: States) -> Result<Nested, Failure> {
    let mut nested = states().iter().filter_map(|state| match state.task?.way {
        Way::Continue(nested) => Some((state.task?.name, nested)),
        _ => None,
    });
    // The name of the state machine comes before that of the execution.
    let machine = id.rsplit(':').nth(1).unwrap_or_default();
    nested.find(|(name, _)| *name == machine).map(|(_, nested)| nested).ok_or_else(|| {
        let why = format!("`{id}` continues, and no state says how: the workflow has changed");
        Failure::runtime(why)
    })
}

/// True if two inputs are known, and the same JSON.
pub(crate) fn same_input(one: Option<&Arc<str>>, other: Option<&Arc<str>>) -> bool {
    let json = |text: &str| serde_json::from_str::<Value>(text).ok();
    match (one, other) {
        (Some(one), Some(other)) => one == other || json(one).is_some() && json(one) == json(other),
        _ => false,
    }
}

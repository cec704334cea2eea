//! Attempts of an execution: each begins when it has its permit.

use super::Permit;
use crate::engine::pool::What;
use crate::engine::run::Run;
use crate::payload::Payload;
use crate::task::BoxFuture;

impl Run {
    /// True if the attempt of a scope may begin. If it may not, it begins when it has its permit.
    pub(crate) fn is_permitted(&mut self, id: u32) -> bool {
        let Some(permits) = self.core.permits.clone() else { return true };
        let owner = self.scopes.owner(id, What::Permit);
        let priority = self.core.priority.as_ref().map_or(0, |of| of(&self.origin.identity));
        let Some(scope) = self.scopes.get_mut(id) else { return false };
        if scope.waiting().permit.is_some() {
            return true;
        }
        let task = scope.info().and_then(|info| info.task);
        let (gates, turn) = (permits.gates(task.as_ref()), permits.turn(task.as_ref(), &self.core));
        let wait: BoxFuture<_> = match turn {
            Some(turn) => Box::pin(async move {
                turn.await;
                permits.wait(&gates, priority).await;
                Ok(Payload::live(()))
            }),
            None => match permits.take(&gates, priority) {
                Ok(permit) => {
                    scope.waiting().permit = Some(permit);
                    return true;
                }
                Err(wait) => Box::pin(async move {
                    wait.await;
                    Ok(Payload::live(()))
                }),
            },
        };
        match self.waits.pool.start(owner, wait, tracing::Span::none()) {
            Ok(_) => {
                self.permit(id);
                true
            }
            Err(slot) => {
                if let Some(scope) = self.scopes.get_mut(id) {
                    scope.waiting().body = Some(slot);
                }
                false
            }
        }
    }

    /// Gives a scope the permit that is there for it.
    fn permit(&mut self, id: u32) {
        let Some(permits) = self.core.permits.clone() else { return };
        let task = self.scopes.get(id).and_then(|scope| scope.info()?.task);
        let permit = Permit::new(&permits, &permits.gates(task.as_ref()));
        // A scope that is gone gives it back at once.
        if let Some(scope) = self.scopes.get_mut(id) {
            scope.waiting().permit = Some(permit);
        }
    }

    /// A scope has its permit: its attempt begins.
    pub(crate) fn begin_permitted(&mut self, id: u32) {
        self.permit(id);
        if let Some(scope) = self.scopes.get_mut(id) {
            scope.waiting().body = None;
        }
        if let Some(event) = self.begin(id) {
            self.step_later(id, event);
        }
    }
}

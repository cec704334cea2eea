//! Tokens of attempts, with which others answer a call: made, opened, and closed.

use crate::connector::Target;
use crate::engine::run::Run;
use crate::engine::scope::Text;
use crate::key::Attempt;

impl Run {
    /// The token of the attempt at hand: the same after a crash.
    pub(crate) fn token(&self, id: u32) -> Option<Text> {
        let scope = self.scopes.get(id)?;
        let key = scope.key.idempotency(self.origin.name_key, scope.ordinal);
        let (around, retries) = (scope.around, scope.attempt);
        let attempt = Attempt { redrives: self.origin.identity.redrives, around, retries };
        Some(self.core.secret.token(key, attempt))
    }

    /// Makes an attempt answerable before its call is made: once that is written, the call begins. False if nothing has
    /// to be written.
    pub(crate) fn open_token(&mut self, id: u32) -> bool {
        let token = self.token(id);
        let (Some(ledger), Some(token)) = (&mut self.ledger, token) else { return false };
        let Some(scope) = self.scopes.get(id) else { return false };
        ledger.open(token, (id, scope.visit));
        true
    }

    /// True if a scope waits for nothing but an answer with its token.
    pub(crate) fn waits_for_token(&self, id: u32) -> bool {
        let Some(scope) = self.scopes.get(id) else { return false };
        let pending = scope.waiting.as_ref().and_then(|waiting| waiting.pending.as_deref());
        scope.times().submitted
            && pending.is_some_and(|it| it.begun && it.mocked.is_none() && it.target.waits())
    }

    /// Closes the token of an attempt that has ended; `late` if its time is over.
    pub(crate) fn close_token(&mut self, id: u32, target: &Target, late: bool) {
        if !target.waits() || self.ledger.is_none() {
            return;
        }
        let Some(token) = self.token(id) else { return };
        let message = self.core.callbacks.heard(&self.origin.identity.id, &token);
        match &mut self.ledger {
            Some(ledger) if late && message.is_none() => ledger.expire(token),
            Some(ledger) => ledger.close(token, message),
            None => {}
        }
    }

    /// Closes the token of an attempt that is given up.
    pub(crate) fn give_up_token(&mut self, id: u32) {
        if let Some(target) = self.pending(id).map(|pending| pending.target.clone()) {
            self.close_token(id, &target, false);
        }
    }
}

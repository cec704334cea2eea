//! The log of changes, and of attempts to make them, with the caller.

use crate::access::{Caller, Role};
use crate::refusal::Refusal;
use jiff::Timestamp;
use std::sync::Arc;

/// The refusal of an operation that a caller may not call.
pub(super) fn refusal(caller: &Caller, operation: &str) -> Option<Refusal> {
    let Caller { key, role } = caller;
    let message =
        format!("User: {key} is not authorized to perform: states:{operation}: it may read");
    (!role.may_call(operation)).then(|| Refusal::new("AccessDeniedException", message))
}

/// A line of the log: a change or an attempt, and its caller. It is written when it is dropped.
pub(super) struct Audit<'a> {
    pub(super) key: Option<Arc<str>>,
    operation: &'a str,
    now: Timestamp,
    /// The status of the answer, if there was one.
    pub(super) status: Option<u16>,
}

impl<'a> Audit<'a> {
    pub(super) fn new(caller: Option<&Caller>, operation: &'a str, now: Timestamp) -> Self {
        Audit { key: caller.map(|caller| caller.key.clone()), operation, now, status: None }
    }
}

impl Drop for Audit<'_> {
    fn drop(&mut self) {
        let Audit { key, operation, now, status } = self;
        if !Role::is_change(operation) {
            return;
        }
        // It may be anything that somebody has sent.
        let operation: String = operation.chars().take(40).flat_map(char::escape_default).collect();
        // 0: the caller has gone away; the change may be made.
        let (key, status) = (key.as_deref().unwrap_or("-"), status.unwrap_or(0));
        tracing::info!(target: "workflow_server::audit", time = %format_args!("{now:.3}"), key, operation, status);
    }
}

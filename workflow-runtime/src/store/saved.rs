//! An execution as a store gives it back.

use super::commit::{Begun, Path, Status};
use super::message::Message;
use crate::failure::Failure;
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::sync::Arc;

/// An execution at its last commit, without its history.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// The start of the execution.
    pub begun: Begun,
    /// The epoch of the claim: all commits of the claimant carry it.
    pub epoch: u64,
    /// The number of the last commit.
    pub number: u64,
    /// The number of events so far, whether they are kept or not.
    pub events: u32,
    /// The number of the last payload; 0 if there is none.
    pub payloads: u32,
    /// Its scopes.
    pub scopes: BTreeMap<Path, Kept>,
    /// Messages that the execution has not used yet, with their numbers, the oldest first.
    pub messages: Vec<(u64, Message)>,
    /// Its status.
    pub status: Status,
    /// Its result, if it has ended.
    pub end: Option<Result<Arc<str>, Failure>>,
    /// The ARN of the execution that continues in its place.
    pub continued: Option<Arc<str>>,
    /// The number of its redrives.
    pub redrives: u32,
    /// The time of the last redrive.
    pub redriven: Option<Timestamp>,
}

/// One scope of an execution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The checkpoint of the scope's machine.
    pub machine: Arc<str>,
    /// The position of the engine in the scope.
    pub mark: Arc<[u8]>,
}

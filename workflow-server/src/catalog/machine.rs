//! A state machine as it is kept.

use super::document::Document;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A state machine. One that was deleted stays for the sake of its executions.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Machine {
    pub(crate) name: String,
    pub(crate) express: bool,
    pub(crate) created: Timestamp,
    pub(crate) deleted: bool,
    /// A machine of this name was deleted: executions of revisions from before this time are stopped.
    #[serde(default)]
    pub(crate) over: Option<Timestamp>,
    /// In the order in which they were given.
    pub(crate) tags: Vec<(String, String)>,
    /// The current one is the last.
    pub(crate) revisions: Vec<Revision>,
    /// The oldest first.
    pub(crate) versions: Vec<Version>,
    /// The number of the last version that was published.
    pub(crate) published: u64,
    /// The revision that `CreateStateMachine` made is the version's, too.
    pub(crate) aliases: Vec<Alias>,
    /// The definitions of the revisions, by their numbers.
    #[serde(skip)]
    pub(crate) documents: BTreeMap<u64, Arc<Document>>,
}

/// The settings that an update changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Revision {
    /// Its number, from 1.
    pub(crate) number: u64,
    /// Its name; the first of a machine has none.
    pub(crate) id: Option<String>,
    /// Executions that start from then on are of this revision.
    pub(crate) since: Timestamp,
    pub(crate) role: String,
    pub(crate) logging: Value,
    pub(crate) tracing: Value,
    pub(crate) encryption: Value,
    /// The number of its definition.
    pub(crate) document: u64,
    /// True if it is a workflow of the program that serves.
    #[serde(default)]
    pub(crate) typed: bool,
}

impl Revision {
    /// One with the settings that a machine has without others.
    pub(crate) fn new(role: String) -> Self {
        Revision {
            number: 0,
            id: None,
            since: Timestamp::MIN,
            role,
            logging: json!({ "level": "OFF", "includeExecutionData": false }),
            tracing: json!({ "enabled": false }),
            encryption: json!({ "type": "AWS_OWNED_KEY" }),
            document: 0,
            typed: false,
        }
    }
}

/// A published version.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Version {
    pub(crate) number: u64,
    pub(crate) description: Option<String>,
    pub(crate) created: Timestamp,
    /// The number of its revision.
    pub(crate) revision: u64,
}

/// A name for one or two versions.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Alias {
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    /// The numbers of versions, with their weights.
    pub(crate) routing: Vec<(u64, u64)>,
    pub(crate) created: Timestamp,
    pub(crate) updated: Timestamp,
}

impl Alias {
    /// The version that a number from 0 to 99 leads to, by the weights.
    pub(crate) fn version(&self, draw: u64) -> Option<u64> {
        let mut left = draw;
        for (version, weight) in &self.routing {
            if left < *weight {
                return Some(*version);
            }
            left -= weight;
        }
        None
    }
}

impl Machine {
    /// The current revision: a machine has one.
    pub(crate) fn current(&self) -> Option<&Revision> {
        self.revisions.last()
    }

    pub(crate) fn revision(&self, number: u64) -> Option<&Revision> {
        self.revisions.iter().find(|it| it.number == number)
    }

    /// The revision of executions that started at this time.
    pub(crate) fn revision_at(&self, started: Timestamp) -> Option<&Revision> {
        let known = self.revisions.iter().rev().find(|it| it.since <= started);
        known.or(self.revisions.first())
    }

    /// True if a revision of it has a log.
    pub(crate) fn is_logged(&self) -> bool {
        self.revisions.iter().any(|it| it.logging["level"] != "OFF")
    }

    /// True if executions of this revision are of a machine of this name that was deleted.
    pub(crate) fn is_over(&self, revision: &Revision) -> bool {
        self.deleted || self.over.is_some_and(|over| revision.since < over)
    }

    pub(crate) fn version(&self, number: u64) -> Option<&Version> {
        self.versions.iter().find(|it| it.number == number)
    }

    pub(crate) fn alias(&self, name: &str) -> Option<&Alias> {
        self.aliases.iter().find(|it| it.name == name)
    }

    pub(crate) fn document(&self, revision: &Revision) -> Option<&Arc<Document>> {
        self.documents.get(&revision.document)
    }
}

//! Versions of machines.

use super::nothing;
use crate::catalog::{Machine, Version};
use crate::model::Request;
use crate::moment::seconds;
use crate::refusal::{Answer, Refusal};
use crate::service::Service;
use jiff::Timestamp;
use serde_json::json;

/// The most versions of a machine (API reference).
const MOST: usize = 1_000;
/// The name of the first revision (API reference).
const INITIAL: &str = "INITIAL";

/// Checks that a version is described only where one is published (recorded).
pub(super) fn described(request: &Request) -> Result<(), Refusal> {
    if request.has("versionDescription") && request.flag("publish") != Some(true) {
        let message = "Version description can only be set when publish is true";
        return Err(Refusal::validation(message));
    }
    Ok(())
}

/// Publishes the current revision, and returns the number of the version: that which it has already, if it is the last
/// one (recorded).
pub(super) fn publish(
    machine: &mut Machine,
    description: Option<&str>,
    now: Timestamp,
) -> Result<u64, Refusal> {
    let current = machine.current().map(|it| it.number);
    if let Some(last) = machine.versions.last()
        && Some(last.revision) == current
    {
        return Ok(last.number);
    }
    if machine.versions.len() >= MOST {
        let message = format!("A state machine can have {MOST} versions");
        return Err(Refusal::new("ServiceQuotaExceededException", message));
    }
    Ok(machine.add_version(description.map(str::to_owned), now))
}

impl Machine {
    /// Adds a version of the current revision, and returns its number.
    pub(super) fn add_version(&mut self, description: Option<String>, now: Timestamp) -> u64 {
        let revision = self.current().map_or(0, |it| it.number);
        self.published += 1;
        let number = self.published;
        self.versions.push(Version { number, description, created: now, revision });
        number
    }
}

impl Service {
    pub(super) async fn publish_version(&self, request: &Request) -> Answer {
        let arn = request.needed("stateMachineArn");
        let (name, now) = (self.machine_name(arn)?, self.now());
        let change = |old: Option<&Machine>, _| {
            let missing = || self.unless_deleting(name, arn, Refusal::machine(arn));
            let old = old.filter(|it| !it.deleted).ok_or_else(missing)?;
            let current = old.current().and_then(|it| it.id.as_deref()).unwrap_or(INITIAL);
            if let Some(given) = request.text("revisionId").filter(|given| *given != current) {
                // Recorded.
                return Err(Refusal::new(
                    "ConflictException",
                    format!(
                        "Failed to publish the State Machine version for revision {given}. The current State Machine revision is {current}."
                    ),
                ));
            }
            let mut new = old.clone();
            let number = publish(&mut new, request.text("description"), now)?;
            let created = new.version(number).map_or(now, |it| it.created);
            let told = json!({
                "creationDate": seconds(created),
                "stateMachineVersionArn": format!("{arn}:{number}"),
            });
            Ok((Some(new), told))
        };
        self.catalog().change(name, now, change).await
    }

    /// One that is not there is deleted, too.
    pub(super) async fn delete_version(&self, request: &Request) -> Answer {
        let (name, qualifier) = self.qualified(request.needed("stateMachineVersionArn"))?;
        let number = qualifier.and_then(|it| it.parse::<u64>().ok());
        let number = number.ok_or_else(|| Refusal::out_of_context("stateMachine"))?;
        let change = |old: Option<&Machine>, _| {
            let Some(mut new) = old.filter(|it| !it.deleted).cloned() else {
                return Ok((None, nothing()));
            };
            let routes = |it: &&crate::catalog::Alias| it.routing.iter().any(|it| it.0 == number);
            let named: Vec<_> = new.aliases.iter().filter(routes).map(|it| &*it.name).collect();
            if !named.is_empty() {
                // Recorded.
                return Err(Refusal::new(
                    "ConflictException",
                    format!(
                        "Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: [{}]",
                        named.join(", ")
                    ),
                ));
            }
            new.versions.retain(|it| it.number != number);
            Ok((Some(new), nothing()))
        };
        self.catalog().change(name, self.now(), change).await
    }

    /// The latest first (recorded); none of a machine that is not there, for the API has no exception for that.
    pub(super) fn list_versions(&self, request: &Request) -> Answer {
        let arn = request.needed("stateMachineArn");
        let name = self.machine_name(arn)?;
        let list = format!("versions {name}");
        let below = self.after_number(request, &list)?.unwrap_or(u64::MAX);
        let machine = self.catalog().machine(name);
        let versions = machine.as_ref().map(|it| &*it.versions).unwrap_or_default();
        let most = request.most();
        let mut found = versions.iter().rev().filter(|it| it.number < below);
        let one = |version: &Version| {
            json!({
                "stateMachineVersionArn": format!("{arn}:{}", version.number),
                "creationDate": seconds(version.created),
            })
        };
        let page: Vec<_> = found.by_ref().take(most).collect();
        let last = page.last().map(|it| it.number);
        let items = page.into_iter().map(one).collect();
        let next = found.next().and(last);
        Ok(self.numbered_page("stateMachineVersions", items, &list, next))
    }
}

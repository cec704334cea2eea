//! State machines.

use super::settings;
use super::{nothing, tags, versions};
use crate::catalog::{Document, Machine, Revision, after};
use crate::model::Request;
use crate::moment::seconds;
use crate::page;
use crate::refusal::{Answer, Refusal};
use crate::service::Service;
use crate::{arn, name};
use jiff::Timestamp;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use workflow_runtime::store::Query;

/// The list of machines, in pages.
const LIST: &str = "machines";
/// The most machines (API reference: 100,000, which may be raised).
const MOST: usize = 100_000;
/// Revisions that nothing refers to are looked for beyond so many.
const REVISIONS: usize = 50;
/// The revisions that are looked at with each update.
const LOOKED_AT: usize = 100;

/// A machine as a request describes it.
struct Made {
    express: bool,
    document: Arc<Document>,
    revision: Revision,
    tags: Vec<(String, String)>,
    publish: bool,
    description: Option<String>,
}

impl Service {
    pub(super) async fn create_machine(&self, request: &Request) -> Answer {
        let name = name::checked(request.needed("name"))?;
        let own = self.arn(&format!("stateMachine:{name}"));
        let made = self.made(request, &own)?;
        if self.catalog().machine(name).is_none() && self.catalog().machines().len() >= MOST {
            let message = format!("State Machine Limit Exceeded: there are {MOST}");
            return Err(Refusal::new("StateMachineLimitExceeded", message));
        }
        if let Some(before) = self.catalog().record(name).filter(|it| it.deleted) {
            self.drop_revisions(&before).await?;
        }
        let now = self.now();
        let change = |old: Option<&Machine>, since| match old.filter(|it| !it.deleted) {
            Some(there) => same(there, &made, &own).map(|told| (None, told)),
            None if self.deleting(name).is_some() => {
                Err(self.unless_deleting(name, &own, Refusal::machine(&own)))
            }
            None => {
                let new = new_machine(name, made, old, (now, since));
                let told = created(&new, &own, new.versions.last().map(|it| it.number));
                Ok((Some(new), told))
            }
        };
        self.catalog().change(name, now, change).await
    }

    fn made(&self, request: &Request, own: &str) -> Result<Made, Refusal> {
        versions::described(request)?;
        let express = request.text("type") == Some("EXPRESS");
        let plain = Revision::new(arn::role(request.needed("roleArn"))?.to_owned());
        Ok(Made {
            express,
            tags: tags::read(request, own)?,
            publish: request.flag("publish") == Some(true),
            description: request.text("versionDescription").map(str::to_owned),
            revision: Revision {
                logging: settings::logging(request)?.unwrap_or(plain.logging),
                tracing: settings::tracing(request)?.unwrap_or(plain.tracing),
                encryption: settings::encryption(request)?.unwrap_or(plain.encryption),
                ..plain
            },
            document: Arc::new(Document::checked(request.needed("definition"), express)?),
        })
    }

    pub(super) fn describe_machine(&self, request: &Request) -> Answer {
        let arn = request.needed("stateMachineArn");
        let (name, _) = self.qualified(arn)?;
        let deleting = self.deleting(name);
        let status = if deleting.is_some() { "DELETING" } else { "ACTIVE" };
        let target = match deleting {
            Some(machine) => self.target_in(machine, arn)?,
            None => self.target(arn)?,
        };
        let mut told = told(&target.machine, &target.revision, arn, request);
        let mut put = |name: &str, value: Value| drop(told.insert(name.to_owned(), value));
        let kind = if target.machine.express { "EXPRESS" } else { "STANDARD" };
        put("status", json!(status));
        put("type", json!(kind));
        put("creationDate", seconds(target.machine.created));
        let version = target.version.and_then(|version| target.machine.version(version));
        if let Some(version) = version {
            put("creationDate", seconds(version.created));
            version.description.iter().for_each(|it| put("description", json!(it)));
        }
        Ok(Value::Object(told))
    }

    pub(super) async fn describe_machine_of(&self, request: &Request) -> Answer {
        let known = self.known_execution(request).await?;
        let found = self.catalog().of_execution(&known.begun);
        let missing = || Refusal::execution(request.needed("executionArn"));
        let (machine, revision) = found.ok_or_else(missing)?;
        let own = self.arn(&format!("stateMachine:{}", known.begun.machine));
        let mut told = told(&machine, &revision, &own, request);
        told.insert("updateDate".into(), seconds(revision.since));
        if let Some((_, label)) = known.begun.machine.split_once('/') {
            told.insert("label".into(), json!(label));
        }
        if let Some(run) = self.run_around(&known).await? {
            told.insert("mapRunArn".into(), json!(run));
        }
        Ok(Value::Object(told))
    }

    pub(super) async fn update_machine(&self, request: &Request) -> Answer {
        let arn = request.needed("stateMachineArn");
        let name = self.machine_name(arn)?;
        versions::described(request)?;
        let missing = || self.unless_deleting(name, arn, Refusal::machine(arn));
        let known = self.catalog().machine(name).ok_or_else(missing)?;
        let update = Update::read(request, known.express)?;
        self.unless_typed(&known, "updated")?;
        self.drop_revisions(&known).await?;
        let (now, id) = (self.now(), self.unique());
        let change = |old: Option<&Machine>, since| {
            let old = old.filter(|it| !it.deleted).ok_or_else(missing)?;
            let mut new = update.of(old, since, id)?;
            let mut told = json!({ "updateDate": seconds(now) });
            if let Some(id) = new.current().and_then(|it| it.id.clone()) {
                told["revisionId"] = json!(id);
            }
            if request.flag("publish") == Some(true) {
                let number = versions::publish(&mut new, request.text("versionDescription"), now)?;
                told["stateMachineVersionArn"] = json!(format!("{arn}:{number}"));
            }
            Ok((Some(new), told))
        };
        self.catalog().change(name, now, change).await
    }

    /// Drops the oldest revisions of a machine that has many, if no version and no execution is of them.
    pub(crate) async fn drop_revisions(&self, machine: &Machine) -> Result<(), Refusal> {
        let many = machine.revisions.len().saturating_sub(REVISIONS).min(LOOKED_AT);
        let mut unused = vec![];
        for pair in machine.revisions.windows(2).take(many) {
            let [this, next] = pair else { continue };
            let of_version = machine.versions.iter().any(|it| it.revision == this.number);
            if !of_version && !self.has_executions(machine, this, next.since).await? {
                unused.push(this.number);
            }
        }
        if unused.is_empty() {
            return Ok(());
        }
        let change = |old: Option<&Machine>, _| {
            let Some(mut new) = old.cloned() else { return Ok((None, ())) };
            let of_version = |number| new.versions.iter().any(|it| it.revision == number);
            let keep: Vec<_> = unused.iter().filter(|it| of_version(**it)).copied().collect();
            new.revisions.retain(|it| !unused.contains(&it.number) || keep.contains(&it.number));
            let used = |number: &u64| new.revisions.iter().any(|it| it.document == *number);
            new.documents = new
                .documents
                .iter()
                .filter(|(number, _)| used(number))
                .map(|(number, document)| (*number, document.clone()))
                .collect();
            Ok((Some(new), ()))
        };
        self.catalog().change(&machine.name, self.now(), change).await
    }

    async fn has_executions(
        &self,
        machine: &Machine,
        revision: &Revision,
        until: Timestamp,
    ) -> Result<bool, Refusal> {
        if self.catalog().has_runs(&machine.name, revision.number) {
            return Ok(true);
        }
        // The first revision is that of executions which are older than all, too.
        let first = machine.revisions.first().is_some_and(|it| it.number == revision.number);
        let query = Query {
            machine: Some(machine.name.as_str().into()),
            since: (!first).then_some(revision.since),
            until: Some(until),
            limit: 1,
            ..Query::default()
        };
        let page = self.0.engine.executions(query).await.map_err(crate::catalog::refused)?;
        Ok(!page.executions.is_empty())
    }

    /// One that is not there is deleted, too (recorded). It is in deletion as long as executions run, and these are stopped
    /// (documented: at their next transition), after a crash, too: what is written says that it is over.
    pub(super) async fn delete_machine(&self, request: &Request) -> Answer {
        let name = self.machine_name(request.needed("stateMachineArn"))?;
        if let Some(known) = self.catalog().machine(name) {
            self.unless_typed(&known, "deleted")?;
        }
        let change = |old: Option<&Machine>, since: Timestamp| {
            let Some(mut new) = old.filter(|it| !it.deleted).cloned() else {
                return Ok((None, false));
            };
            let last = new.current().map_or(since, |it| after(it.since));
            (new.deleted, new.over) = (true, Some(since.max(last)));
            (new.versions, new.aliases, new.tags) = (vec![], vec![], vec![]);
            // Nobody finds it gone while something of it runs.
            self.0.deleting.begin(name);
            Ok((Some(new), true))
        };
        match self.catalog().change(name, self.now(), change).await {
            Ok(true) => self.end_deletion(name).await,
            Ok(false) => {}
            Err(refusal) => {
                self.0.deleting.end(name);
                return Err(refusal);
            }
        }
        Ok(nothing())
    }

    pub(super) fn list_machines(&self, request: &Request) -> Answer {
        let after = self.after(request, LIST)?;
        let key = |it: &Arc<Machine>| page::made(it.created, &it.name);
        let all = self.machines();
        let (page, next) = page::cut(all, after.as_deref(), request.most(), key);
        let one = |machine: &Arc<Machine>| {
            json!({
                "stateMachineArn": self.arn(&format!("stateMachine:{}", machine.name)),
                "name": machine.name,
                "type": if machine.express { "EXPRESS" } else { "STANDARD" },
                "creationDate": seconds(machine.created),
            })
        };
        let items = page.iter().map(one).collect();
        Ok(self.page("stateMachines", items, LIST, next))
    }
}

/// The answer to who makes a machine that is there: the same one, or a refusal (documented: role and tags do not count).
fn same(there: &Machine, made: &Made, own: &str) -> Answer {
    let current = there.current().zip(there.current().and_then(|it| there.document(it)));
    let same = current.is_some_and(|(revision, document)| {
        let Revision { logging, tracing, encryption, .. } = &made.revision;
        (there.express, document.text()) == (made.express, made.document.text())
            && (&revision.logging, &revision.tracing) == (logging, tracing)
            && revision.encryption == *encryption
    });
    let version = there.versions.last().filter(|_| made.publish);
    let published = version.is_some_and(|it| it.description == made.description);
    if same && (!made.publish || published) {
        return Ok(created(there, own, version.map(|it| it.number)));
    }
    let message = format!("State Machine Already Exists: '{own}'");
    Err(Refusal::new("StateMachineAlreadyExists", message))
}

fn created(machine: &Machine, own: &str, version: Option<u64>) -> Value {
    let mut told = json!({ "stateMachineArn": own, "creationDate": seconds(machine.created) });
    if let Some(version) = version {
        told["stateMachineVersionArn"] = json!(format!("{own}:{version}"));
    }
    told
}

/// A machine in place of one that was deleted, whose executions keep their revisions.
fn new_machine(
    name: &str,
    made: Made,
    before: Option<&Machine>,
    (now, since): (Timestamp, Timestamp),
) -> Machine {
    let mut revisions = before.map(|it| it.revisions.clone()).unwrap_or_default();
    let mut documents: BTreeMap<_, _> = before.map(|it| it.documents.clone()).unwrap_or_default();
    let number = revisions.last().map_or(0, |it| it.number) + 1;
    let over = before.and_then(|it| it.over);
    let since = over.map_or(since, |over| over.max(since));
    documents.insert(number, made.document);
    revisions.push(Revision { number, document: number, since, ..made.revision });
    let mut machine = Machine {
        name: name.to_owned(),
        express: made.express,
        created: now,
        deleted: false,
        over,
        tags: made.tags,
        revisions,
        versions: vec![],
        published: 0,
        aliases: vec![],
        documents,
    };
    if made.publish {
        machine.add_version(made.description, now);
    }
    machine
}

/// Returns what is told of a revision of a machine wherever it is described.
fn told(
    machine: &Machine,
    revision: &Revision,
    arn: &str,
    request: &Request,
) -> Map<String, Value> {
    let mut told = Map::new();
    let mut put = |name: &str, value: Value| drop(told.insert(name.to_owned(), value));
    put("stateMachineArn", json!(arn));
    put("name", json!(machine.name));
    put("roleArn", json!(revision.role));
    put("loggingConfiguration", revision.logging.clone());
    put("tracingConfiguration", revision.tracing.clone());
    put("encryptionConfiguration", revision.encryption.clone());
    revision.id.iter().for_each(|id| put("revisionId", json!(id)));
    match machine.document(revision) {
        Some(document) if request.text("includedData") != Some("METADATA_ONLY") => {
            put("definition", json!(**document.text()));
            document.references().into_iter().for_each(|it| put("variableReferences", it));
        }
        // API reference.
        _ => put("definition", json!("{}")),
    }
    told
}

/// The changes of an update.
struct Update {
    document: Option<Document>,
    role: Option<String>,
    logging: Option<Value>,
    tracing: Option<Value>,
    encryption: Option<Value>,
}

impl Update {
    fn read(request: &Request, express: bool) -> Result<Self, Refusal> {
        const ANY: [&str; 5] = [
            "definition",
            "roleArn",
            "loggingConfiguration",
            "tracingConfiguration",
            "encryptionConfiguration",
        ];
        // To publish alone is not to update (documented).
        if !ANY.iter().any(|name| request.has(name)) {
            let message = "Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified";
            return Err(Refusal::new("MissingRequiredParameter", message));
        }
        let document = request.text("definition");
        Ok(Update {
            document: document.map(|text| Document::checked(text, express)).transpose()?,
            role: request.text("roleArn").map(arn::role).transpose()?.map(str::to_owned),
            logging: settings::logging(request)?,
            tracing: settings::tracing(request)?,
            encryption: settings::encryption(request)?,
        })
    }

    /// The machine with these changes: of a new revision, if there are any.
    fn of(self, old: &Machine, since: Timestamp, id: String) -> Result<Machine, Refusal> {
        let missing = || Refusal::new("InternalFailure", "The machine has no revision.");
        let current = old.current().ok_or_else(missing)?;
        let text = old.document(current).map(|it| it.text().clone());
        let document = self.document.filter(|it| text.as_ref() != Some(it.text()));
        let changed = Revision {
            role: self.role.unwrap_or_else(|| current.role.clone()),
            logging: self.logging.unwrap_or_else(|| current.logging.clone()),
            tracing: self.tracing.unwrap_or_else(|| current.tracing.clone()),
            encryption: self.encryption.unwrap_or_else(|| current.encryption.clone()),
            ..current.clone()
        };
        let mut new = old.clone();
        if document.is_none() && changed == *current {
            return Ok(new);
        }
        let number = current.number + 1;
        let mut revision = Revision { number, id: Some(id), since, ..changed };
        if let Some(document) = document {
            (revision.document, revision.typed) = (number, false);
            new.documents.insert(number, Arc::new(document));
        }
        new.revisions.push(revision);
        Ok(new)
    }
}

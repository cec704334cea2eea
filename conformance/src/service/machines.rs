//! State machines.

use super::refused::{Answer, Refused, arn, name};
use super::{Call, Service};
use serde_json::{Map, Value, json};
use workflow_asl::Definition;
use workflow_asl::document::{MachineType, Options, validate};

/// A state machine.
#[derive(Clone, PartialEq)]
pub(super) struct Machine {
    pub(super) name: String,
    pub(super) definition: String,
    pub(super) role: String,
    pub(super) express: bool,
    logging: Value,
    tracing: Value,
    revision: Option<String>,
}

impl Service {
    pub(super) fn machine(&self, call: &Call<'_>) -> Result<(&str, &Machine), Refused> {
        let wanted = arn(call.text("stateMachineArn"))?;
        let found = self.machines.get_key_value(wanted).map(|(arn, it)| (arn.as_str(), it));
        found.ok_or_else(|| Refused::missing("StateMachineDoesNotExist", "State Machine", wanted))
    }

    pub(super) fn create(&mut self, call: &Call<'_>) -> Answer {
        let known = ["loggingConfiguration", "tracingConfiguration", "versionDescription"];
        call.only(&[&["name", "definition", "roleArn", "type"], &known[..]].concat())?;
        let made = made(call)?;
        let own = format!("arn:aws:states:us-east-1:111111111111:stateMachine:{}", made.name);
        let arn = call.ids["stateMachineArn"].as_str().map_or(own, str::to_owned);
        // The role does not count (API reference).
        let same = |it: &Machine| Machine { role: made.role.clone(), ..it.clone() } == made;
        if self.machines.get(&arn).is_some_and(|it| !same(it)) {
            let message = format!("State Machine Already Exists: '{arn}'");
            return Err(Refused::new("StateMachineAlreadyExists", message));
        }
        self.machines.entry(arn.clone()).or_insert(made);
        Ok(json!({ "stateMachineArn": arn, "creationDate": "datetime" }))
    }

    pub(super) fn describe(&self, call: &Call<'_>) -> Answer {
        call.only(&["stateMachineArn"])?;
        let (arn, machine) = self.machine(call)?;
        let mut told = machine.told(arn);
        let kind = if machine.express { "EXPRESS" } else { "STANDARD" };
        let more = json!({ "creationDate": "datetime", "status": "ACTIVE", "type": kind });
        told.extend(more.as_object().cloned().unwrap_or_default());
        if let Some(revision) = &machine.revision {
            told.insert("revisionId".into(), json!(revision));
        }
        Ok(Value::Object(told))
    }

    pub(super) fn describe_for(&self, call: &Call<'_>) -> Answer {
        call.only(&["executionArn"])?;
        let run = self.run(call)?;
        let mut told = run.machine.told(&run.machine_arn);
        told.insert("updateDate".into(), json!("datetime"));
        Ok(Value::Object(told))
    }

    pub(super) fn update(&mut self, call: &Call<'_>) -> Answer {
        let known = ["loggingConfiguration", "tracingConfiguration"];
        call.only(&[&["stateMachineArn", "definition", "roleArn"], &known[..]].concat())?;
        let (arn, old) = self.machine(call)?;
        let (arn, mut new) = (arn.to_owned(), old.clone());
        if let Some(definition) = call.text("definition") {
            new.definition = checked(definition, new.express)?;
        }
        if let Some(role) = call.text("roleArn") {
            new.role = role.to_owned();
        }
        if let Some(logging) = call.params.get("loggingConfiguration") {
            new.logging = self::logging(Some(logging))?;
        }
        if let Some(tracing) = call.params.get("tracingConfiguration") {
            new.tracing = tracing.clone();
        }
        if new != *old || new.revision.is_none() {
            new.revision = Some(self.unique());
        }
        let revision = new.revision.clone();
        self.machines.insert(arn, new);
        Ok(json!({ "revisionId": revision, "updateDate": "datetime" }))
    }

    /// One that is not there is deleted, too (recorded).
    pub(super) fn delete(&mut self, call: &Call<'_>) -> Answer {
        self.machines.remove(arn(call.text("stateMachineArn"))?);
        Ok(json!({}))
    }
}

impl Machine {
    /// Returns what is told of it wherever it is described.
    fn told(&self, arn: &str) -> Map<String, Value> {
        let mut told = Map::new();
        let mut put = |name: &str, value: Value| drop(told.insert(name.to_owned(), value));
        put("stateMachineArn", json!(arn));
        put("name", json!(self.name));
        // Decoded, as all payloads of a case.
        put("definition", serde_json::from_str(&self.definition).unwrap_or_default());
        put("roleArn", json!(self.role));
        put("loggingConfiguration", self.logging.clone());
        put("tracingConfiguration", self.tracing.clone());
        put("encryptionConfiguration", json!({ "type": "AWS_OWNED_KEY" }));
        let read = Definition::from_json(&self.definition);
        let references = read.map(|it| it.variable_references()).unwrap_or_default();
        if !references.is_empty() {
            put("variableReferences", json!(references));
        }
        told
    }
}

fn made(call: &Call<'_>) -> Result<Machine, Refused> {
    let name = name(call.text("name"))?.to_owned();
    let express = call.text("type") == Some("EXPRESS");
    if call.params.contains_key("versionDescription") {
        let message = "Version description can only be set when publish is true";
        return Err(Refused::new("ValidationException", message));
    }
    Ok(Machine {
        name,
        logging: logging(call.params.get("loggingConfiguration"))?,
        definition: checked(call.text("definition").unwrap_or_default(), express)?,
        role: call.text("roleArn").unwrap_or_default().to_owned(),
        express,
        tracing: call
            .params
            .get("tracingConfiguration")
            .cloned()
            .unwrap_or(json!({ "enabled": false })),
        revision: None,
    })
}

/// A definition, if AWS takes it.
fn checked(text: &str, express: bool) -> Result<String, Refused> {
    let machine_type = if express { MachineType::Express } else { MachineType::Standard };
    match validate(text, &Options { machine_type, ..Options::default() }).refusal() {
        Some(message) => Err(Refused::new("InvalidDefinition", message)),
        None => Ok(text.to_owned()),
    }
}

fn logging(given: Option<&Value>) -> Result<Value, Refused> {
    let mut told = json!({ "level": "OFF", "includeExecutionData": false });
    let given = given.and_then(Value::as_object).cloned().unwrap_or_default();
    if let Some(told) = told.as_object_mut() {
        told.extend(given);
    }
    let destinations = told["destinations"].as_array().map_or(0, Vec::len);
    if destinations > 1 || (destinations == 0 && told["level"] != "OFF") {
        let message = "Invalid Logging Configuration: Must specify exactly one Log Destination.";
        return Err(Refused::new("InvalidLoggingConfiguration", message));
    }
    Ok(told)
}

//! Executions: run when they are started, to their end.

use super::machines::Machine;
use super::refused::{Answer, Refused, arn, name};
use super::{Call, Service};
use crate::case::{Case, Context};
use crate::outcome::Outcome;
use crate::replay::replay;
use crate::script::UNSCRIPTED;
use serde_json::{Map, Value, json};
use workflow_asl::document::{Code, Options, validate};

/// An execution, and what came of it.
pub(super) struct Run {
    arn: String,
    name: String,
    pub(super) machine_arn: String,
    pub(super) machine: Machine,
    input: String,
    outcome: Outcome,
}

const STATUSES: &[&str] =
    &["SUCCEEDED", "TIMED_OUT", "PENDING_REDRIVE", "ABORTED", "FAILED", "RUNNING"];

impl Service {
    pub(super) fn run(&self, call: &Call<'_>) -> Result<&Run, Refused> {
        let wanted = arn(call.text("executionArn"))?;
        if wanted.split(':').nth(5) == Some("express") {
            let message = "Invalid Arn: 'Resource type not valid in this context: express'";
            return Err(Refused::new("InvalidArn", message));
        }
        let found = self.runs.iter().find(|run| run.arn == wanted);
        found.ok_or_else(|| Refused::missing("ExecutionDoesNotExist", "Execution", wanted))
    }

    pub(super) fn start(&mut self, call: &Call<'_>) -> Answer {
        let at = self.started(call)?;
        Ok(json!({ "executionArn": self.runs[at].arn, "startDate": "datetime" }))
    }

    pub(super) fn start_sync(&mut self, call: &Call<'_>) -> Answer {
        if !self.machine(call)?.1.express {
            return Err(Refused::of_type());
        }
        let at = self.started(call)?;
        let mut told = self.runs[at].told();
        told.insert("outputDetails".into(), json!({ "included": true }));
        told.retain(|name, _| !name.starts_with("redrive"));
        Ok(Value::Object(told))
    }

    /// Returns which of the executions it is: one of the same name and input is there already.
    fn started(&mut self, call: &Call<'_>) -> Result<usize, Refused> {
        call.only(&["stateMachineArn", "name", "input"])?;
        let (machine_arn, machine) = self.machine(call)?;
        let (machine_arn, machine) = (machine_arn.to_owned(), machine.clone());
        let input = call.text("input").unwrap_or("{}").to_owned();
        let value = checked(&input)?;
        let assumed = call.ids["executionArn"].as_str();
        let name = match call.text("name") {
            Some(given) => name(Some(given))?.to_owned(),
            None => match assumed.and_then(|arn| arn.split(':').nth(7)) {
                Some(name) => name.to_owned(),
                None => self.unique(),
            },
        };
        let kind = if machine.express { "express" } else { "execution" };
        let own = machine_arn.replace(":stateMachine:", &format!(":{kind}:"));
        let end = if machine.express { format!(":{}", self.unique()) } else { String::new() };
        let arn = assumed.map_or_else(|| format!("{own}:{name}{end}"), str::to_owned);
        if let Some(at) = self.runs.iter().position(|run| run.arn == arn) {
            let running = self.runs[at].outcome.status == "RUNNING";
            let again = running && self.runs[at].input == input;
            let message = format!("Execution Already Exists: '{arn}'");
            return again.then_some(at).ok_or(Refused::new("ExecutionAlreadyExists", message));
        }
        let outcome = replay(&case(&machine, &machine_arn, &arn, value));
        // What tasks come to does not stand in these cases.
        if outcome.json(&Value::Null).to_string().contains(UNSCRIPTED) {
            return Err(Refused::unsupported("a task without a recorded result"));
        }
        self.runs.push(Run { arn, name, machine_arn, machine, input, outcome });
        Ok(self.runs.len() - 1)
    }

    pub(super) fn describe_run(&self, call: &Call<'_>) -> Answer {
        call.only(&["executionArn"])?;
        Ok(Value::Object(self.run(call)?.told()))
    }

    pub(super) fn history(&self, call: &Call<'_>) -> Answer {
        call.only(&["executionArn", "reverseOrder"])?;
        let mut events = self.run(call)?.outcome.events.clone();
        if call.params.get("reverseOrder") == Some(&json!(true)) {
            events.reverse();
        }
        Ok(json!({ "events": events }))
    }

    pub(super) fn list_runs(&self, call: &Call<'_>) -> Answer {
        let (machine_arn, machine) = self.machine(call)?;
        if machine.express {
            return Err(Refused::of_type());
        }
        call.only(&["stateMachineArn", "statusFilter"])?;
        let filter = call.text("statusFilter");
        if let Some(other) = filter.filter(|it| !STATUSES.contains(it)) {
            let message = format!(
                "1 validation error detected: Value '{other}' at 'statusFilter' failed to satisfy \
                constraint: Member must satisfy enum value set: [{}]",
                STATUSES.join(", ")
            );
            return Err(Refused::new("ValidationException", message));
        }
        let fits = |run: &&Run| filter.is_none_or(|wanted| run.outcome.status == wanted);
        let runs = self.runs.iter().rev().filter(|run| run.machine_arn == machine_arn);
        let executions: Vec<_> = runs.filter(fits).map(Run::listed).collect();
        Ok(json!({ "executions": executions }))
    }
}

impl Run {
    fn listed(&self) -> Value {
        let mut told = self.told();
        let kept = ["executionArn", "name", "stateMachineArn", "status", "startDate", "stopDate"];
        told.retain(|name, _| kept.contains(&name.as_str()) || name == "redriveCount");
        Value::Object(told)
    }

    /// As `DescribeExecution` tells it.
    fn told(&self) -> Map<String, Value> {
        let mut told = Map::new();
        let mut put = |name: &str, value: Value| drop(told.insert(name.to_owned(), value));
        let status = self.outcome.status.as_str();
        put("executionArn", json!(self.arn));
        put("stateMachineArn", json!(self.machine_arn));
        put("name", json!(self.name));
        put("status", json!(status));
        put("startDate", json!("datetime"));
        // Decoded, as all payloads of a case.
        put("input", serde_json::from_str(&self.input).unwrap_or_default());
        put("inputDetails", json!({ "included": true }));
        put("redriveCount", json!(0));
        if status != "RUNNING" {
            put("stopDate", json!("datetime"));
        }
        if let Some(output) = &self.outcome.output {
            put("output", output.clone());
            put("outputDetails", json!({ "included": true }));
        }
        // Recorded: of an execution that took too long neither is told.
        if status != "TIMED_OUT" {
            self.outcome.error.iter().for_each(|error| put("error", json!(error)));
            self.outcome.cause.iter().for_each(|cause| put("cause", json!(cause)));
        }
        if matches!(status, "FAILED" | "TIMED_OUT" | "ABORTED") {
            put("redriveStatus", json!("REDRIVABLE"));
        } else {
            put("redriveStatus", json!("NOT_REDRIVABLE"));
            let reason = format!("Execution is {status} and cannot be redriven");
            put("redriveStatusReason", json!(reason));
        }
        told
    }
}

fn case(machine: &Machine, machine_arn: &str, arn: &str, input: Value) -> Case {
    Case {
        definition: serde_json::from_str(&machine.definition).unwrap_or_default(),
        input,
        context: Context {
            state_machine_name: Some(machine.name.clone()),
            state_machine_arn: Some(machine_arn.to_owned()),
            execution_arn: Some(arn.to_owned()),
            role_arn: Some(machine.role.clone()),
        },
        ..Case::default()
    }
}

/// An input, in the words of AWS's JSON reader where it is none.
fn checked(text: &str) -> Result<Value, Refused> {
    let wrong = |_| {
        let report = validate(text, &Options::default());
        let found = report.diagnostics.iter().find(|found| found.code == Code::Json);
        let why =
            found.and_then(|it| it.message.lines().next()).unwrap_or("Invalid execution input.");
        let message = format!("Invalid State Machine Execution Input: '{why}'");
        Refused::new("InvalidExecutionInput", message)
    };
    serde_json::from_str(text).map_err(wrong)
}

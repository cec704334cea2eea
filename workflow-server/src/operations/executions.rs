//! Describing and listing executions.

use crate::arn;
use crate::catalog::refused;
use crate::model::Request;
use crate::moment::seconds;
use crate::refusal::{Answer, Refusal};
use crate::service::Service;
use jiff::SignedDuration;
use serde_json::{Map, Value, json};
use workflow_runtime::store::{Begun, Described, Query, Status};

/// Days after its end, and after its start, in which an execution can be redriven; the events that leave no room for a
/// redrive (documented).
const DAYS_FROM_END: i64 = 14;
const DAYS_FROM_START: i64 = 365;
const EVENTS: u32 = 24_999;

/// The executions of a version or an alias that are looked at for one page.
const LOOKED_AT: usize = 1_000;

impl Service {
    /// The execution of the request.
    pub(super) async fn known_execution(&self, request: &Request) -> Result<Described, Refusal> {
        let arn = request.needed("executionArn");
        arn::execution(arn)?;
        let known = self.0.engine.describe(arn).await.map_err(refused)?;
        known.ok_or_else(|| Refusal::execution(arn))
    }

    pub(super) async fn describe_execution(&self, request: &Request) -> Answer {
        let known = self.known_execution(request).await?;
        let mut told = self.summary(&known);
        let data = request.text("includedData") != Some("METADATA_ONLY");
        let mut put = |name: &str, value: Value| drop(told.insert(name.to_owned(), value));
        if data {
            put("input", json!(known.begun.input.as_deref().unwrap_or("null")));
        }
        put("inputDetails", json!({ "included": data }));
        match &known.end {
            Some(Ok(output)) => {
                if data {
                    put("output", json!(**output));
                }
                put("outputDetails", json!({ "included": data }));
            }
            // Recorded: of an execution that took too long neither is told.
            Some(Err(failure)) if known.status != Status::TimedOut => {
                let some = |text: &str| (!text.is_empty()).then(|| json!(text));
                some(failure.error()).into_iter().for_each(|it| put("error", it));
                some(&failure.reported()).into_iter().for_each(|it| put("cause", it));
            }
            _ => {}
        }
        let run = self.catalog().run(&known.begun.id);
        let trace = run.as_ref().and_then(|run| run.trace.as_deref());
        trace.iter().for_each(|trace| put("traceHeader", json!(trace)));
        let around = self.run_around(&known).await?;
        around.iter().for_each(|run| put("mapRunArn", json!(run)));
        let (status, reason) = self.redrivable(&known);
        put("redriveStatus", json!(status));
        reason.iter().for_each(|reason| put("redriveStatusReason", json!(reason)));
        Ok(Value::Object(told))
    }

    /// Returns what lists and descriptions tell of an execution.
    pub(crate) fn summary(&self, known: &Described) -> Map<String, Value> {
        let mut told = Map::new();
        let mut put = |name: &str, value: Value| drop(told.insert(name.to_owned(), value));
        let begun = &known.begun;
        let machine = self.arn(&format!("stateMachine:{}", begun.machine));
        put("executionArn", json!(*begun.id));
        put("name", json!(*begun.name));
        put("status", json!(known.status.name()));
        put("startDate", seconds(begun.started));
        if known.end.is_some() {
            put("stopDate", seconds(known.time));
        }
        put("redriveCount", json!(known.redrives));
        known.redriven.iter().for_each(|time| put("redriveDate", seconds(*time)));
        put("stateMachineArn", json!(machine));
        told.extend(self.started_as(begun));
        told
    }

    /// The version and the alias that an execution was started by.
    pub(super) fn started_as(&self, begun: &Begun) -> Map<String, Value> {
        let run = self.catalog().run(&begun.id);
        let version = run.as_ref().and_then(|it| it.version).map(|it| it.to_string());
        let alias = run.as_ref().and_then(|it| it.alias.clone());
        let arn = |of: String| self.arn(&format!("stateMachine:{}:{of}", begun.machine)).into();
        [("stateMachineVersionArn", version), ("stateMachineAliasArn", alias)]
            .into_iter()
            .filter_map(|(name, of)| Some((name.to_owned(), of.map(arn)?)))
            .collect()
    }

    /// True if an execution failed, and cannot be redriven.
    pub(super) fn is_lost(&self, known: &Described) -> bool {
        let failed = !matches!(known.status, Status::Running | Status::Succeeded);
        failed && self.redrivable(known).0 == "NOT_REDRIVABLE"
    }

    /// True and why not an execution can be redriven, in the words of the API (the first text is
    /// recorded, the others are those of the API reference).
    fn redrivable(&self, known: &Described) -> (&'static str, Option<String>) {
        let past =
            |time, days| self.now().duration_since(time) > SignedDuration::from_hours(24 * days);
        let told = |why: &str| Some(why.to_owned());
        let why = match known.status {
            Status::Running | Status::Succeeded => {
                Some(format!("Execution is {} and cannot be redriven", known.status.name()))
            }
            _ if past(known.time, DAYS_FROM_END) => told("Execution redrivable period exceeded"),
            _ if past(known.begun.started, DAYS_FROM_START) => {
                told("Execution has exceeded the max execution time")
            }
            _ if self.is_over(&known.begun) => told("State machine is in DELETING status"),
            _ if known.events >= EVENTS => told("Execution history event limit exceeded"),
            _ => None,
        };
        match why {
            Some(_) => ("NOT_REDRIVABLE", why),
            None if known.begun.is_item() => ("REDRIVABLE_BY_MAP_RUN", None),
            None => ("REDRIVABLE", None),
        }
    }

    pub(super) async fn list_executions(&self, request: &Request) -> Answer {
        let (machine, run) = (request.text("stateMachineArn"), request.text("mapRunArn"));
        match (machine, run) {
            (Some(machine), None) if request.has("redriveFilter") => {
                let message = format!(
                    "The redriveFilter belongs to a Map Run, and '{machine}' is a state machine"
                );
                Err(Refusal::validation(message))
            }
            (Some(machine), None) => self.list_of_machine(request, machine).await,
            (None, Some(run)) => self.list_of_map_run(request, run).await,
            (both, _) => {
                let found = if both.is_some() { "both" } else { "neither" };
                Err(Refusal::because(
                    "MISSING_REQUIRED_PARAMETER",
                    format!("Expected one of stateMachineArn and mapRunArn, and {found} is there"),
                ))
            }
        }
    }

    /// Those of a machine, or that were started by a version or an alias of it, the latest first (documented).
    async fn list_of_machine(&self, request: &Request, given: &str) -> Answer {
        let (name, qualifier) = self.qualified(given)?;
        let machine = self.catalog().machine(name).or_else(|| self.deleting(name));
        let machine = machine.ok_or_else(|| Refusal::machine(given))?;
        if machine.express {
            return Err(Refusal::of_type());
        }
        let filter = request.text("statusFilter");
        let list = format!("executions {given} {}", filter.unwrap_or_default());
        let after = self.after_number(request, &list)?;
        let status = match filter {
            None => None,
            Some(name) => match Status::ALL.into_iter().find(|it| it.name() == name) {
                Some(status) => Some(status),
                // Documented; the words are ours.
                None => {
                    let message = format!(
                        "The statusFilter {name} belongs to a Map Run, and '{given}' is a state machine"
                    );
                    return Err(Refusal::validation(message));
                }
            },
        };
        let (found, next) = match qualifier {
            Some(qualifier) => {
                let of = format!("{name}:{qualifier}");
                self.started_by(&of, status, after, request.most()).await?
            }
            None => {
                let machine = Some(name.into());
                let limit = request.most();
                let query =
                    Query { machine, status, latest: true, after, limit, ..Query::default() };
                let page = self.0.engine.executions(query).await.map_err(refused)?;
                (page.executions, page.next)
            }
        };
        let items = found.iter().map(|it| Value::Object(self.summary(it))).collect();
        Ok(self.numbered_page("executions", items, &list, next))
    }

    /// The executions that this version or alias has started, the latest first, from behind a number on. At most so many are
    /// looked at: a page may be short where few have the status.
    async fn started_by(
        &self,
        of: &str,
        status: Option<Status>,
        after: Option<u64>,
        most: usize,
    ) -> Result<(Vec<Described>, Option<u64>), Refusal> {
        let runs = self.catalog().latest_runs(of, after.unwrap_or(u64::MAX), LOOKED_AT + 1);
        let mut found = vec![];
        for (index, (number, execution)) in runs.iter().enumerate() {
            let known = self.0.engine.describe(execution).await.map_err(refused)?;
            found.extend(known.filter(|it| status.is_none_or(|own| own == it.status)));
            let last = index + 1 == runs.len();
            if !last && (found.len() == most || index + 1 == LOOKED_AT) {
                return Ok((found, Some(*number)));
            }
        }
        Ok((found, None))
    }
}

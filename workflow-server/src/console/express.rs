//! EXPRESS executions, which the API does not describe: the latest ones, as the service has them in memory.

use super::executions::{CAUSE, short};
use super::{Asked, Console};
use crate::arn::{self, Resource};
use crate::moment::seconds;
use crate::refusal::{Answer, Refusal};
use crate::service::{Express, Service};
use serde_json::{Map, Value, json};
use std::sync::Arc;
use workflow_runtime::store::Status;

impl Console {
    /// The EXPRESS execution of an ARN; `None` if it is an ARN of something else.
    pub(super) fn express(&self, arn: &str) -> Result<Option<Arc<Express>>, Refusal> {
        match arn::read(arn)? {
            Resource::Express { .. } => {
                self.service().express(arn).map(Some).ok_or_else(|| Refusal::execution(arn))
            }
            _ => Ok(None),
        }
    }

    /// Describes the EXPRESS execution `execution`, in the words of the API.
    pub(super) fn execution(&self, asked: &Asked<'_>) -> Answer {
        let arn = asked.needed("execution")?;
        let express = self.express(&arn)?;
        let express = express.ok_or_else(|| Refusal::out_of_context("execution"))?;
        let mut told = summary(self.service(), &express);
        let mut put = |name: &str, value: Value| drop(told.insert(name.to_owned(), value));
        put("input", json!(*express.input));
        let end = express.end();
        let (output, error, cause) =
            end.map_or((None, None, None), |it| (it.output, it.error, it.cause));
        for (name, value) in [("output", output), ("error", error), ("cause", cause)] {
            value.iter().for_each(|it| put(name, json!(**it)));
        }
        Ok(Value::Object(told))
    }

    /// The definition that the EXPRESS execution `execution` runs.
    pub(super) fn definition(&self, asked: &Asked<'_>) -> Answer {
        let arn = asked.needed("execution")?;
        let express = self.express(&arn)?;
        let express = express.ok_or_else(|| Refusal::out_of_context("execution"))?;
        let document = self.document_of(&express)?;
        Ok(json!({ "definition": **document.text() }))
    }

    /// A page of the EXPRESS executions of a machine, the latest first.
    pub(super) fn express_executions(
        &self,
        asked: &Asked<'_>,
        status: Option<Status>,
        most: usize,
    ) -> Answer {
        let service = self.service();
        let (machine, prefix) = (asked.text("machine"), asked.text("prefix"));
        let (state, error) = (asked.text("state"), asked.text("error"));
        let (since, until) = (asked.time("since")?, asked.time("until")?);
        let below = asked.number::<u64>("after")?.unwrap_or(u64::MAX);
        let fits = |it: &Arc<Express>| {
            let (began, own) = (it.observer.began(), it.observer.status());
            it.number < below
                && status.is_none_or(|status| status == own)
                && prefix.as_deref().is_none_or(|prefix| it.name.starts_with(prefix))
                && since.is_none_or(|since| since <= began)
                && until.is_none_or(|until| began < until)
                && state.as_deref().is_none_or(|state| it.state().as_deref() == Some(state))
                && error.as_deref().is_none_or(|error| failed_with(it).as_deref() == Some(error))
        };
        let mut found = service.latest_express(machine.as_deref()).into_iter().filter(fits);
        let page: Vec<_> = found.by_ref().take(most).collect();
        let next = found.next().and(page.last()).map(|it| it.number);
        let all: Vec<_> = page.iter().map(|it| one(service, it)).collect();
        Ok(json!({ "executions": all, "next": next, "now": seconds(service.now()) }))
    }
}

fn failed_with(express: &Express) -> Option<Arc<str>> {
    express.end()?.error
}

/// An EXPRESS execution, as lists tell of it.
fn one(service: &Service, express: &Express) -> Value {
    let mut told = summary(service, express);
    let mut put = |name: &str, value: Value| drop(told.insert(name.to_owned(), value));
    put("events", json!(express.observer.history().len()));
    express.state().iter().for_each(|it| put("state", json!(**it)));
    if let Some(end) = express.end().filter(|it| it.error.is_some() || it.cause.is_some()) {
        put("error", json!(end.error.as_deref().unwrap_or_default()));
        put("cause", json!(short(end.cause.as_deref().unwrap_or_default(), CAUSE)));
    }
    Value::Object(told)
}

fn summary(service: &Service, express: &Express) -> Map<String, Value> {
    let mut told = Map::new();
    let mut put = |name: &str, value: Value| drop(told.insert(name.to_owned(), value));
    let machine = service.arn(&format!("stateMachine:{}", express.machine));
    put("executionArn", json!(express.observer.id()));
    put("name", json!(express.name));
    put("machine", json!(*express.machine));
    put("status", json!(express.observer.status().name()));
    put("startDate", seconds(express.observer.began()));
    express.end().iter().for_each(|end| put("stopDate", seconds(end.time)));
    put("redriveCount", json!(0));
    put("redriveStatus", json!("NOT_REDRIVABLE"));
    let qualified = |it: &dyn std::fmt::Display| json!(format!("{machine}:{it}"));
    express.version.iter().for_each(|it| put("stateMachineVersionArn", qualified(it)));
    express.alias.iter().for_each(|it| put("stateMachineAliasArn", qualified(it)));
    put("stateMachineArn", json!(machine));
    told
}

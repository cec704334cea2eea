//! `aws-sdk:sfn:startSyncExecution`: the operation of the API, called by an execution.

use super::{Inner, Service};
use crate::model;
use crate::refusal::{Answer, Refusal};
use jiff::Timestamp;
use serde_json::{Map, Value, json};
use std::sync::{Arc, Weak};
use workflow_runtime::Failure;
use workflow_runtime::connector::{Connector, Pattern, Reply, Request, Target};
use workflow_runtime::task::BoxFuture;

/// Answers calls of the operation.
pub(super) struct Synchronous(pub(super) Weak<Inner>);

impl Connector for Synchronous {
    fn takes(&self, target: &Target) -> bool {
        target.action() == Some(("aws-sdk:sfn", "startSyncExecution"))
            && target.pattern() == Pattern::RequestResponse
    }

    /// An execution that fails is no failure of the call: its result tells it (documented).
    fn call(&self, request: Request) -> BoxFuture<Result<Reply, Failure>> {
        let service = self.0.upgrade();
        Box::pin(async move {
            let gone = || Failure::runtime("the server is gone");
            let service = Service(service.ok_or_else(gone)?);
            let told = answer(&service, &request.arguments).await;
            let told = told.map_err(|why| request.target.exception(why.code, &why.message))?;
            Ok(Reply::Done(Arc::new(result(&told))))
        })
    }
}

async fn answer(service: &Service, arguments: &Value) -> Answer {
    let name = "StartSyncExecution";
    let operation = model::operation(name).ok_or_else(|| Refusal::unsupported(name))?;
    let members = arguments.as_object().into_iter().flatten();
    let mut body: Map<_, _> = members
        .map(|(name, value)| (first(name, char::to_ascii_lowercase), value.clone()))
        .collect();
    if let Some(machine) = body.get_mut("stateMachineArn")
        && let Some(given) = machine.as_str()
    {
        *machine = json!(service.here(given));
    }
    service.start_sync_execution(&model::check(operation, Value::Object(body))?).await
}

/// A response as the States Language has it: names begin with capitals, times are text.
fn result(told: &Value) -> Value {
    let Value::Object(members) = told else { return told.clone() };
    let member = |(name, value): (&String, &Value)| {
        let time = value.as_f64().filter(|_| name.ends_with("Date")).and_then(time);
        (first(name, char::to_ascii_uppercase), time.unwrap_or_else(|| result(value)))
    };
    Value::Object(members.iter().map(member).collect())
}

fn time(seconds: f64) -> Option<Value> {
    #[allow(clippy::cast_possible_truncation, reason = "milliseconds of our time fit")]
    let milliseconds = (seconds * 1000.0).round() as i64;
    let time = Timestamp::from_millisecond(milliseconds).ok()?;
    Some(json!(format!("{time:.3}")))
}

/// A name with another first letter.
fn first(name: &str, change: fn(&char) -> char) -> String {
    let mut letters = name.chars();
    let begin = letters.next().map(|it| change(&it));
    begin.into_iter().chain(letters).collect()
}

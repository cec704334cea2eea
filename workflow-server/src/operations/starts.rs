//! Starting and stopping executions.

use crate::catalog::refused;
use crate::model::Request;
use crate::moment::seconds;
use crate::refusal::{Answer, Refusal};
use crate::service::{Begin, Service, Target, input};
use crate::{arn, name};
use jiff::Timestamp;
use serde_json::{Map, Value, json};
use std::sync::Arc;
use std::time::Duration;
use workflow_runtime::store::Status;
use workflow_runtime::{Failure, Payload};

/// Memory that an EXPRESS execution is billed for, in pieces of this size (documented).
const MEMORY: u64 = 64;
/// Milliseconds that are billed at once (documented).
const BILLED: u64 = 100;

/// The end of an execution that was stopped is waited for within so many pauses.
const STOPS: u32 = 400;
const PAUSE: Duration = Duration::from_millis(5);

/// A start as a request describes it.
struct Start<'a> {
    target: Target,
    name: String,
    arn: String,
    begin: (Arc<str>, Value),
    trace: Option<&'a str>,
    case: Option<&'a str>,
}

impl Start<'_> {
    fn begin(&self) -> Begin<'_> {
        let (input, value) = self.begin.clone();
        let (name, arn, trace, case) = (&*self.name, &*self.arn, self.trace, self.case);
        Begin { name, arn, input, value, trace, case }
    }
}

impl Service {
    fn start<'a>(&self, request: &'a Request) -> Result<Start<'a>, Refusal> {
        let given = request.needed("stateMachineArn");
        // Step Functions Local: the test case of the mocks.
        let (machine, case) = match given.split_once('#') {
            Some((machine, case)) => (machine, Some(case)),
            None => (given, None),
        };
        let target = self.target(machine)?;
        let text = request.text("input").unwrap_or("{}");
        let value = input(text)?;
        if !self.0.engine.accepts(text) {
            let message = "Invalid State Machine Execution Input: 'The input is larger or deeper than it may be'";
            return Err(Refusal::new("InvalidExecutionInput", message));
        }
        let name = match request.text("name") {
            Some(given) => name::checked(given)?.to_owned(),
            None => self.unique(),
        };
        let own = &target.machine.name;
        let arn = if target.machine.express {
            self.arn(&format!("express:{own}:{name}:{}", self.unique()))
        } else {
            self.arn(&format!("execution:{own}:{name}"))
        };
        let trace = request.text("traceHeader");
        Ok(Start { target, name, arn, begin: (text.into(), value), trace, case })
    }

    pub(super) async fn start_execution(&self, request: &Request) -> Answer {
        let start = self.start(request)?;
        let told =
            |started| Ok(json!({ "executionArn": start.arn, "startDate": seconds(started) }));
        if request.has("name")
            && !start.target.machine.express
            && let Some(started) = self.existing(&start).await?
        {
            return told(started);
        }
        let (execution, began) = self.begin(&start.target, start.begin()).await?;
        match execution.started().await {
            Ok(()) => {
                self.hold(
                    execution,
                    !start.target.machine.express && start.target.document()?.has_tokens(),
                );
                told(began)
            }
            // Somebody else has started it meanwhile.
            Err(failure) if failure.error() == "ExecutionAlreadyExists" => {
                match self.existing(&start).await? {
                    Some(started) => told(started),
                    None => Err(exists(&start.arn)),
                }
            }
            Err(failure) => Err(unstarted(&failure)),
        }
    }

    /// The start of the execution of this name, if it runs with the same input; a refusal if it is another (documented).
    async fn existing(&self, start: &Start<'_>) -> Result<Option<Timestamp>, Refusal> {
        let known = self.0.engine.describe(&start.arn).await.map_err(refused)?;
        let Some(known) = known else { return Ok(None) };
        let text = known.begun.input.as_deref().unwrap_or("null");
        let same = serde_json::from_str::<Value>(text).is_ok_and(|it| it == start.begin.1);
        if known.status == Status::Running && same {
            return Ok(Some(known.begun.started));
        }
        Err(exists(&start.arn))
    }

    pub(super) async fn start_sync_execution(&self, request: &Request) -> Answer {
        let start = self.start(request)?;
        if !start.target.machine.express {
            return Err(Refusal::of_type());
        }
        let (mut execution, started) = self.begin(&start.target, start.begin()).await?;
        let result = (&mut execution).await;
        if let Err(failure) = &result
            && failure.is_interruption()
        {
            return Err(unstarted(failure));
        }
        let status = execution.status();
        let data = request.text("includedData") != Some("METADATA_ONLY");
        let end = Ended { status, result, started, stopped: self.now(), data };
        Ok(end.told(&start, request.needed("stateMachineArn")))
    }

    pub(super) async fn stop_execution(&self, request: &Request) -> Answer {
        let arn = request.needed("executionArn");
        arn::execution(arn)?;
        let text = |name| request.text(name).unwrap_or_default();
        let missing = || Refusal::execution(arn);
        let mut known = self.0.engine.describe(arn).await.map_err(refused)?.ok_or_else(missing)?;
        if known.status == Status::Running {
            let stopped = self.0.engine.stop(arn, text("error"), text("cause"));
            stopped.await.map_err(refused)?;
        }
        // The stop is written. One that was not in memory is taken up to end.
        for _ in 0..STOPS {
            known = self.0.engine.describe(arn).await.map_err(refused)?.ok_or_else(missing)?;
            if known.end.is_some() {
                break;
            }
            tokio::time::sleep(PAUSE).await;
        }
        Ok(json!({ "stopDate": seconds(known.time) }))
    }
}

fn exists(arn: &str) -> Refusal {
    let message = format!("Execution Already Exists: '{arn}'");
    Refusal::new("ExecutionAlreadyExists", message)
}

/// The answer to a start that did not come to be.
fn unstarted(failure: &Failure) -> Refusal {
    tracing::error!(error = failure.error(), cause = failure.cause(), "cannot start");
    match failure.error() {
        "InvalidExecutionInput" => Refusal::new("InvalidExecutionInput", failure.cause()),
        _ if failure.is_interruption() => {
            let message = "The server cannot start executions at the moment. Try again later.";
            Refusal::new("ServiceUnavailable", message)
        }
        _ => Refusal::new("InternalFailure", "The server failed. Its log says why."),
    }
}

/// A synchronous execution that has ended.
struct Ended {
    status: Status,
    result: Result<Payload, Failure>,
    started: Timestamp,
    stopped: Timestamp,
    data: bool,
}

impl Ended {
    fn told(&self, start: &Start<'_>, machine: &str) -> Value {
        let mut told = Map::new();
        let mut put = |name: &str, value: Value| drop(told.insert(name.to_owned(), value));
        put("executionArn", json!(start.arn));
        put("stateMachineArn", json!(machine.split('#').next()));
        put("name", json!(start.name));
        put("startDate", seconds(self.started));
        put("stopDate", seconds(self.stopped));
        // A synchronous execution that was stopped has failed: the API has no other word.
        let status = match self.status {
            Status::Succeeded | Status::TimedOut => self.status.name(),
            _ => "FAILED",
        };
        put("status", json!(status));
        put("inputDetails", json!({ "included": self.data }));
        // Recorded, also of one that failed.
        put("outputDetails", json!({ "included": self.data }));
        if self.data {
            put("input", json!(*start.begin.0));
        }
        match &self.result {
            Ok(output) => {
                let text = output.text().ok().filter(|_| self.data);
                text.iter().for_each(|text| put("output", json!(**text)));
            }
            Err(_) if self.status == Status::TimedOut => {}
            Err(failure) => {
                let some = |text: &str| (!text.is_empty()).then(|| json!(text));
                some(failure.error()).into_iter().for_each(|it| put("error", it));
                some(&failure.cause()).into_iter().for_each(|it| put("cause", it));
            }
        }
        start.trace.iter().for_each(|trace| put("traceHeader", json!(trace)));
        put("billingDetails", self.billing());
        Value::Object(told)
    }

    /// The least that it may cost: how much memory AWS would have used nobody knows here.
    fn billing(&self) -> Value {
        let milliseconds = self.stopped.duration_since(self.started).as_millis();
        let whole = u64::try_from(milliseconds).unwrap_or(0).div_ceil(BILLED).max(1) * BILLED;
        json!({ "billedMemoryUsedInMB": MEMORY, "billedDurationInMilliseconds": whole })
    }
}

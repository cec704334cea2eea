//! Starting and stopping executions.

use crate::catalog::{Machine, refused};
use crate::model::Request;
use crate::moment::seconds;
use crate::refusal::{Answer, Refusal};
use crate::service::{Begin, Service, Started, Unstarted, input};
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

/// The start that a request describes.
fn begin<'a>(service: &Service, request: &'a Request) -> Result<Begin<'a>, Refusal> {
    let given = request.needed("stateMachineArn");
    // Step Functions Local: the test case of the mocks.
    let (machine, case) = match given.split_once('#') {
        Some((machine, case)) => (machine, Some(case)),
        None => (given, None),
    };
    // What is not there is told first.
    service.target(machine)?;
    let text = request.text("input").unwrap_or("{}");
    let value = Arc::new(input(text)?);
    if !service.engine().accepts(text) {
        let message =
            "Invalid State Machine Execution Input: 'The input is larger or deeper than it may be'";
        return Err(Refusal::new("InvalidExecutionInput", message));
    }
    let name = request.text("name").map(name::checked).transpose()?;
    let (input, trace) = (text.into(), request.text("traceHeader"));
    Ok(Begin { machine, name, input, value, trace, case, by: None, check: |_| Ok(()) })
}

/// Refuses a STANDARD machine.
fn express(machine: &Machine) -> Result<(), Refusal> {
    if machine.express { Ok(()) } else { Err(Refusal::of_type()) }
}

impl Service {
    pub(super) async fn start_execution(&self, request: &Request) -> Answer {
        let started = self.begin(begin(self, request)?).await?;
        let Started { arn, began, .. } = started;
        Ok(json!({ "executionArn": arn, "startDate": seconds(began) }))
    }

    pub(crate) async fn start_sync_execution(&self, request: &Request) -> Answer {
        let begin = Begin { check: express, ..begin(self, request)? };
        let (input, trace) = (begin.input.clone(), begin.trace);
        let Started { execution, name, arn, began, .. } = self.begin(begin).await?;
        // Of an EXPRESS machine each start is one of its own.
        let missing = || Refusal::new("InternalFailure", "The execution is not there.");
        let mut execution = execution.ok_or_else(missing)?;
        let result = (&mut execution).await;
        if let Err(failure) = &result
            && failure.is_interruption()
        {
            return Err(Unstarted::Failed(failure.clone()).into());
        }
        let status = execution.status();
        let data = request.text("includedData") != Some("METADATA_ONLY");
        let machine = request.needed("stateMachineArn");
        let (started, stopped) = (began, self.now());
        let end =
            Ended { machine, name, arn, input, trace, status, result, started, stopped, data };
        Ok(end.told())
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
        if known.end.is_none() {
            let message = "The stop is written, and the execution has not ended yet. Ask again.";
            return Err(Refusal::new("ServiceUnavailable", message));
        }
        Ok(json!({ "stopDate": seconds(known.time) }))
    }
}

/// A synchronous execution that has ended.
struct Ended<'a> {
    machine: &'a str,
    name: String,
    arn: String,
    input: Arc<str>,
    trace: Option<&'a str>,
    status: Status,
    result: Result<Payload, Failure>,
    started: Timestamp,
    stopped: Timestamp,
    data: bool,
}

impl Ended<'_> {
    fn told(&self) -> Value {
        let mut told = Map::new();
        let mut put = |name: &str, value: Value| drop(told.insert(name.to_owned(), value));
        put("executionArn", json!(self.arn));
        put("stateMachineArn", json!(self.machine.split('#').next()));
        put("name", json!(self.name));
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
            put("input", json!(*self.input));
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
                some(&failure.reported()).into_iter().for_each(|it| put("cause", it));
            }
        }
        self.trace.iter().for_each(|trace| put("traceHeader", json!(trace)));
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

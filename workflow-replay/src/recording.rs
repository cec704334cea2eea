//! The recording of an execution: its history and what else was printed of it.

use crate::decode::{decode, decoded};
use crate::event;
use crate::files::Files;
use jiff::Timestamp;
use serde_json::Value;
use std::collections::BTreeMap;
use workflow_runtime::history::{EventType, HistoryEvent, Trace};

/// The name of an execution whose own is not known: such as AWS makes up, so that it may stand for any of these.
const UNNAMED: &str = "00000000-0000-4000-8000-000000000000";

/// A recorded execution, of AWS or of a server of ours.
pub struct Recording {
    /// Its events, in order, with payloads decoded and without times.
    pub events: Vec<Value>,
    /// The same, as traces follow them.
    pub(crate) read: Vec<HistoryEvent>,
    /// The visits of states.
    pub trace: Trace,
    /// The input.
    pub input: Value,
    /// `RUNNING`, `SUCCEEDED`, `FAILED`, `TIMED_OUT` or `ABORTED`.
    pub status: String,
    /// The ARN of the execution, if it was described.
    pub arn: Option<String>,
    /// The ARN of the state machine, if the execution was described.
    pub machine: Option<String>,
    /// The ARN of the role.
    pub role: Option<String>,
    /// The definition, if it is among the files.
    pub definition: Option<Value>,
}

impl Recording {
    /// Reads the files of an execution, each with its name: pages of its history, its description, its state machine.
    ///
    /// # Errors
    /// Something is missing, or does not belong together.
    pub fn read(files: &[(String, String)]) -> Result<Self, String> {
        let Files { events, described, machine, unfinished } = Files::read(files)?;
        let events = ordered(events, unfinished)?;
        let read = events.iter().map(event::read).collect::<Result<Vec<_>, _>>()?;
        let mut events: Vec<Value> = events.into_iter().map(decoded).collect();
        let input = input(&events)?;
        events.iter_mut().for_each(plain);
        let described = described.unwrap_or_default();
        belongs(&described, &input)?;
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let started = event::told(&events[0]);
        Ok(Recording {
            trace: Trace::of(&read),
            status: status(&read),
            arn: text(&described["executionArn"]),
            machine: text(&described["stateMachineArn"])
                .or_else(|| text(&machine["stateMachineArn"])),
            role: text(&started["roleArn"]).or_else(|| text(&machine["roleArn"])),
            definition: definition(&machine)?,
            input,
            events,
            read,
        })
    }

    /// Returns the time of the start.
    #[must_use]
    pub fn started(&self) -> Option<Timestamp> {
        self.read.first().map(|event| event.time).filter(|time| *time != Timestamp::default())
    }

    /// Returns the name of the state machine.
    #[must_use]
    pub fn machine_name(&self) -> Option<&str> {
        let of_execution = || self.arn.as_deref()?.split(':').nth(6);
        let of_machine = || self.machine.as_deref()?.split(':').nth(6);
        of_execution().or_else(of_machine)
    }

    /// The ARN that its execution had, as far as a Map Run of it tells: all but the name.
    pub(crate) fn arn_of_map_runs(&self) -> Option<String> {
        let runs = self.events.iter().filter(|event| event["type"] == "MapRunStarted");
        let run = runs.filter_map(|event| event::told(event)["mapRunArn"].as_str()).next()?;
        let [arn, partition, states, region, account, "mapRun", label, _] =
            run.split(':').collect::<Vec<_>>()[..]
        else {
            return None;
        };
        let machine = label.split('/').next()?;
        let place = [arn, partition, states, region, account].join(":");
        Some(format!("{place}:execution:{machine}:{UNNAMED}"))
    }

    /// Returns the output, if it succeeded.
    #[must_use]
    pub fn output(&self) -> Option<&Value> {
        let succeeded = self.events.last().filter(|event| event["type"] == "ExecutionSucceeded");
        succeeded.and_then(|event| event::told(event).get("output"))
    }

    /// Returns the error and the cause of the failure; for a timeout `States.Timeout`. Both are empty if it did not fail.
    #[must_use]
    pub fn failure(&self) -> (String, String) {
        let told = self.events.last().map_or(&Value::Null, event::told);
        let text = |key: &str| told[key].as_str().unwrap_or_default().to_owned();
        match (self.status.as_str(), text("error")) {
            ("TIMED_OUT", error) if error.is_empty() => {
                ("States.Timeout".to_owned(), text("cause"))
            }
            (_, error) => (error, text("cause")),
        }
    }

    /// Returns how often it was redriven.
    #[must_use]
    pub fn redrives(&self) -> u64 {
        self.read.iter().filter(|event| event.kind == EventType::ExecutionRedriven).count() as u64
    }

    /// Returns the time from its first to its last event, in milliseconds, rounded up.
    #[must_use]
    pub fn milliseconds(&self) -> u64 {
        let (Some(first), Some(last)) = (self.read.first(), self.read.last()) else { return 0 };
        let microseconds = last.time.duration_since(first.time).as_micros();
        u64::try_from(microseconds).unwrap_or(0).div_ceil(1000)
    }

    /// True if it ended by itself. If it was stopped, or still runs, the recording is only a beginning.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        !matches!(self.status.as_str(), "RUNNING" | "ABORTED")
    }
}

/// The events by their numbers, each once, none missing.
fn ordered(events: Vec<Value>, unfinished: bool) -> Result<Vec<Value>, String> {
    let mut known = BTreeMap::new();
    for event in events {
        let id =
            event["id"].as_u64().ok_or_else(|| format!("an event has no number `id`: {event}"))?;
        if let Some(other) = known.insert(id, event.clone()).filter(|other| *other != event) {
            let of = |event: &Value| event["type"].as_str().unwrap_or_default().to_owned();
            return Err(format!(
                "event {id} is there twice, as {} and as {}: give the files of one execution only",
                of(&other),
                of(&event)
            ));
        }
    }
    let mut expected = 1;
    for (id, event) in &known {
        if *id != expected {
            return Err(missing(expected, *id, event));
        }
        expected += 1;
    }
    let last = known.values().next_back().map(|event| event["type"].as_str().unwrap_or_default());
    let ended =
        last.is_some_and(|last| last.starts_with("Execution") && last != "ExecutionStarted");
    if unfinished && !ended {
        return Err(format!(
            "the history continues after event {}: its last page has a next token. Give all pages (without `--max-items` the AWS CLI prints them all)",
            expected - 1
        ));
    }
    Ok(known.into_values().collect())
}

fn missing(expected: u64, found: u64, event: &Value) -> String {
    let kind = event["type"].as_str().unwrap_or_default();
    if expected == 1 {
        return format!(
            "the history begins with event {found} ({kind}): ExecutionStarted is missing. Give the pages before, too"
        );
    }
    let lost = if expected == found - 1 {
        format!("event {expected} is")
    } else {
        format!("events {expected} to {} are", found - 1)
    };
    format!("{lost} missing: give all pages of the history")
}

/// The input of the execution; what a history without payloads lacks is told.
fn input(events: &[Value]) -> Result<Value, String> {
    let Some(first) = events.first() else {
        return Err("the history has no events".to_owned());
    };
    if first["type"] != "ExecutionStarted" {
        return Err(format!(
            "event 1 is {}: a history begins with ExecutionStarted",
            first["type"].as_str().unwrap_or("of no type")
        ));
    }
    const AGAIN: &str =
        "replaying needs them: get the history again with `--include-execution-data`";
    for event in events {
        let details = event::told(event);
        let cut =
            ["inputDetails", "outputDetails"].iter().any(|it| details[it]["truncated"] == true);
        if cut {
            return Err(format!(
                "the payload of event {} is cut off (`truncated`); {AGAIN}",
                event["id"]
            ));
        }
        let entered = event["type"].as_str().is_some_and(|it| it.ends_with("StateEntered"));
        if (entered || event["type"] == "ExecutionStarted") && details.get("input").is_none() {
            return Err(format!(
                "event {} has no input: the history was made without payloads (`includeExecutionData` false); {AGAIN}",
                event["id"]
            ));
        }
    }
    Ok(event::told(first)["input"].clone())
}

/// Leaves out what says nothing of the run: versions and aliases that the execution was started by.
fn plain(event: &mut Value) {
    let details = event.get_mut("executionStartedEventDetails").and_then(Value::as_object_mut);
    if let Some(details) = details {
        details.retain(|name, _| {
            !matches!(name.as_str(), "stateMachineVersionArn" | "stateMachineAliasArn")
        });
    }
}

/// A description and a history must be of one execution.
fn belongs(described: &Value, input: &Value) -> Result<(), String> {
    let mut told = described["input"].clone();
    decode(&mut told);
    if told.is_null() || told == *input {
        return Ok(());
    }
    let arn = described["executionArn"].as_str().unwrap_or_default();
    Err(format!("the history is not that of {arn}: the input is another"))
}

fn definition(machine: &Value) -> Result<Option<Value>, String> {
    match &machine["definition"] {
        Value::Null => Ok(None),
        Value::String(text) => {
            let read = serde_json::from_str(text);
            read.map(Some).map_err(|error| {
                format!("the definition of the state machine is not JSON: {error}")
            })
        }
        definition => Ok(Some(definition.clone())),
    }
}

fn status(events: &[HistoryEvent]) -> String {
    let status = match events.last().map(|event| event.kind) {
        Some(EventType::ExecutionSucceeded) => "SUCCEEDED",
        Some(EventType::ExecutionFailed) => "FAILED",
        Some(EventType::ExecutionTimedOut) => "TIMED_OUT",
        Some(EventType::ExecutionAborted) => "ABORTED",
        _ => "RUNNING",
    };
    status.to_owned()
}

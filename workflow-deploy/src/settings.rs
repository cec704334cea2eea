//! The settings of a stack: everything that its definition does not say.

use crate::problem::{Problem, escaped};
use serde::Deserialize;
use serde_json::Value;
use serde_path_to_error::Segment;
use std::collections::BTreeMap;

/// The settings of a stack. Everything has a default.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// The name of the state machine; else that of the document.
    pub name: Option<String>,
    /// `STANDARD` or `EXPRESS`.
    #[serde(rename = "type")]
    pub kind: Kind,
    /// The functions that are deployed with the state machine, by the name or the placeholder that the definition has.
    pub functions: BTreeMap<String, Function>,
    /// A function for each other one that the definition calls by a plain name; its handler is that name.
    pub all_functions: Option<Function>,
    /// The bucket of large values, if a function has some.
    pub large: Option<LargeValues>,
    /// Values of the placeholders of the definition.
    pub parameters: BTreeMap<String, String>,
    /// The log of executions; without it there is none.
    pub logs: Option<Logs>,
    /// True if X-Ray traces executions and functions.
    pub tracing: bool,
    /// Tags of everything.
    pub tags: BTreeMap<String, String>,
    /// Permissions of the role besides those that the definition needs.
    pub permissions: Vec<Permission>,
    /// Starts by time.
    pub schedules: Vec<Schedule>,
    /// Starts by events of EventBridge.
    pub events: Vec<Event>,
    /// Starts by objects in buckets.
    pub objects: Vec<Objects>,
    /// Starts by messages of queues.
    pub queues: Vec<Queue>,
    /// Starts by requests over HTTP.
    pub requests: Vec<Request>,
    /// Names of triggers at the workflow that this stack leaves out.
    pub without: Vec<String>,
    /// The alias that starts go through.
    pub alias: Option<Alias>,
    /// Alarms on executions that failed or timed out.
    pub alarms: Option<Alarms>,
    /// True if machines that `verify` makes of this one may take its role.
    pub verify: bool,
    /// The items of a Map that run at once, by its name: its `MaxConcurrency`.
    pub concurrency: BTreeMap<String, u32>,
    /// The quotas of the account that differ from the initial ones, by call: `batch:submitJob`.
    pub quotas: BTreeMap<String, u32>,
}

/// The type of a state machine.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
pub enum Kind {
    /// Runs up to a year, each step once.
    #[default]
    #[serde(rename = "STANDARD", alias = "standard")]
    Standard,
    /// Runs up to five minutes.
    #[serde(rename = "EXPRESS", alias = "express")]
    Express,
}

impl Kind {
    /// The name that AWS has for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Kind::Standard => "STANDARD",
            Kind::Express => "EXPRESS",
        }
    }
}

/// A function that is deployed.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Function {
    /// The folder or the zip file with its code, seen from the output.
    pub code: String,
    /// Its handler.
    pub handler: String,
    /// Its runtime.
    pub runtime: String,
    /// `arm64` or `x86_64`.
    pub architecture: String,
    /// MB.
    pub memory: u32,
    /// Seconds.
    pub timeout: u32,
    /// True if it reads or writes large values: then it gets the bucket for them.
    pub large: bool,
    /// Environment variables.
    pub environment: BTreeMap<String, String>,
    /// Permissions of its role besides writing its log.
    pub permissions: Vec<Permission>,
}

impl Default for Function {
    fn default() -> Self {
        Function {
            code: String::new(),
            handler: "bootstrap".into(),
            runtime: "provided.al2023".into(),
            architecture: "arm64".into(),
            memory: 128,
            timeout: 30,
            large: false,
            environment: BTreeMap::new(),
            permissions: vec![],
        }
    }
}

/// Actions on resources. ARNs may contain `${AWS::Region}`, `${AWS::AccountId}`, `${AWS::Partition}`, and parameters.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Permission {
    /// `dynamodb:GetItem`.
    pub actions: Vec<String>,
    /// ARNs.
    pub resources: Vec<String>,
}

impl Function {
    /// The variable that says where large values are.
    pub(crate) const LARGE: &str = "WORKFLOW_LARGE";

    /// True if it uses the bucket of the stack: it has large values, and its variable names no other place for them.
    pub(crate) fn uses_bucket(&self) -> bool {
        self.large && !self.environment.contains_key(Function::LARGE)
    }
}

/// The bucket of large values.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(default, deny_unknown_fields)]
pub struct LargeValues {
    /// Days until a value is gone, from when it was last written.
    pub days: u32,
    /// A bucket that is there, shared with other stacks: none is made then, and its lifecycle is its own.
    pub bucket: Option<String>,
}

impl Default for LargeValues {
    /// An execution takes a year at most, and may be redriven for two weeks after it.
    fn default() -> Self {
        LargeValues { days: 400, bucket: None }
    }
}

/// The log of executions.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Logs {
    /// The events that are written.
    pub level: Level,
    /// True if inputs and outputs are written, too.
    pub data: bool,
    /// Days until they are gone.
    pub days: u32,
}

impl Default for Logs {
    fn default() -> Self {
        Logs { level: Level::Error, data: false, days: 30 }
    }
}

/// The events that a log has.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "UPPERCASE")]
pub enum Level {
    /// All.
    All,
    /// The events of errors.
    #[default]
    Error,
    /// The events of failed executions.
    Fatal,
    /// None.
    Off,
}

impl Level {
    /// The name that AWS has for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Level::All => "ALL",
            Level::Error => "ERROR",
            Level::Fatal => "FATAL",
            Level::Off => "OFF",
        }
    }
}

/// Starts by time.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Schedule {
    /// Its name.
    pub name: String,
    /// `0 8 * * MON-FRI`, `cron(0 8 * * ? *)`, `rate(5 minutes)` or `at(2030-01-01T00:00:00)`.
    pub expression: String,
    /// A time zone of IANA; else UTC.
    pub zone: Option<String>,
    /// The input of its executions; else `{}`.
    pub input: Option<Value>,
    /// Minutes within which it may start.
    pub window: Option<u32>,
    /// True if it rests.
    pub disabled: bool,
}

/// Starts by events of EventBridge.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Event {
    /// Its name.
    pub name: String,
    /// The pattern of EventBridge.
    pub pattern: Value,
    /// The bus; else `default`.
    pub bus: Option<String>,
}

/// Starts by events of objects, in a bucket that sends them to EventBridge.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Objects {
    /// Its name.
    pub name: String,
    /// The name of the bucket.
    pub bucket: String,
    /// The beginning of keys.
    pub prefix: Option<String>,
    /// The events, by the names that EventBridge has for them; none: `Object Created`.
    pub events: Vec<String>,
}

/// Starts by messages of a queue.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Queue {
    /// Its name.
    pub name: String,
    /// The ARN of the queue.
    pub arn: String,
    /// The most messages of one start; else 1.
    pub batch: Option<u32>,
    /// Seconds for which a batch is waited for; else none, and 1 for batches of more than 10.
    pub window: Option<u32>,
}

impl Queue {
    /// The seconds for which a batch is waited for, where it is.
    pub(crate) fn seconds(&self) -> Option<u32> {
        self.window.or_else(|| (self.batch.unwrap_or(1) > 10).then_some(1))
    }
}

/// Starts by requests over HTTP.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Request {
    /// Its name.
    pub name: String,
    /// `POST`.
    pub method: String,
    /// `/orders`.
    pub path: String,
}

/// An alias of versions.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Alias {
    /// Its name.
    pub name: String,
    /// The way in which a new version takes over; without it, at once.
    pub shift: Option<Shift>,
}

/// The way in which a new version takes over.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(default, deny_unknown_fields)]
pub struct Shift {
    /// The percentage of starts that go to the new version first, and (linear) are added each time.
    pub percent: u32,
    /// Minutes between two steps.
    pub minutes: u32,
    /// True if it takes over step by step, false if it does so at once after the first.
    pub linear: bool,
}

/// Alarms on executions that failed or timed out.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub struct Alarms {
    /// The number of failed executions from which on there is an alarm; 0: never.
    pub failed: u32,
    /// The number of executions that timed out from which on there is an alarm; 0: never.
    pub timed_out: u32,
    /// Minutes in which they are counted.
    pub minutes: u32,
    /// The ARN of the SNS topic that gets the alarms.
    pub topic: Option<String>,
}

impl Default for Alarms {
    fn default() -> Self {
        Alarms { failed: 1, timed_out: 1, minutes: 5, topic: None }
    }
}

impl Settings {
    /// Reads settings from the content of a file.
    ///
    /// # Errors
    /// The first member that does not fit, with its place.
    pub fn read(value: &Value) -> Result<Self, Problem> {
        serde_path_to_error::deserialize(value).map_err(|error| {
            let pointer: String = error
                .path()
                .iter()
                .filter_map(|segment| match segment {
                    Segment::Seq { index } => Some(format!("/{index}")),
                    Segment::Map { key } => Some(format!("/{}", escaped(key))),
                    _ => None,
                })
                .collect();
            Problem::setting(pointer, error.inner().to_string())
        })
    }
}

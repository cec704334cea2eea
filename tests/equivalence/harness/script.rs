//! The script of a run: what each attempt of each call comes to, and when.

use super::agree::read;
use super::errors::{Small, Trouble};
use serde_json::{Value, json};
use std::time::Duration;
use workflow::__private::Variant;
use workflow::connector::MemoryObjects;
use workflow::testing::random::{self, Random, Taste};
use workflow::testing::spelling::{Defaults, respelt};
use workflow::{Caught, Failure, Payload, Task, TaskError, Workflow};
use workflow_asl::ops::carried::spelled;
use workflow_asl::{Data, Schema};
use workflow_runtime::way::Way;

/// From the workflow to a scope: the ordinal of each fork, and the index of the child.
pub type Path = Vec<(u32, u32)>;

/// What a task answers, and how it fails.
pub struct Reply {
    pub name: &'static str,
    output: fn() -> Schema,
    input: fn() -> Schema,
    /// What the task is sent, as its own type writes it.
    sent: fn(&Value) -> Result<Value, String>,
    error: fn() -> Schema,
    /// JSON as the task's own type, not encoded.
    live: fn(Value) -> Payload,
    /// A failure as the task's own error, not encoded.
    pub typed: fn(Failure) -> Failure,
    /// It is a workflow: an execution of its own.
    nested: bool,
}

impl Reply {
    pub fn of<T: Task>() -> Self {
        Reply {
            name: T::DEFINITION.name,
            output: <T::Output as Data>::schema,
            input: <T::Input as Data>::schema,
            sent: read::<T::Input>,
            error: T::Error::error_schema,
            live: |value| Payload::live(serde_json::from_value::<T::Output>(value).unwrap()),
            typed: |failure| T::Error::caught(failure).map_or_else(|same| same, Caught::fail),
            nested: matches!(T::DEFINITION.way, Way::Workflow(_)),
        }
    }
}

/// What happens in a run: all of it from one seed.
pub struct Script {
    pub replies: Vec<Reply>,
    pub taste: Taste,
    /// How many percent of all attempts fail.
    pub failing: u64,
    /// Results of tasks by their names, and the input under none: as JSON, where their types take only some texts.
    pub given: &'static [(&'static str, &'static str)],
    /// What distributed Maps read.
    pub objects: MemoryObjects,
}

/// An attempt of a call.
pub struct Attempt<'a> {
    pub task: &'a str,
    pub path: &'a [(u32, u32)],
    pub ordinal: u32,
    pub attempt: u32,
}

/// What becomes of an attempt. It takes so long; `None` for ever.
pub struct Becomes {
    pub outcome: Result<Payload, Failure>,
    pub after: Option<Duration>,
}

/// Error names that no enum of a task has.
const STRANGE: &[&str] =
    &["Unknown", "Bank.OnFire", "Throttled", "States.Timeout", "Lambda.ServiceException"];
/// Causes that are plain, JSON, Lambda's form of another error, and of the same one: whole, twice, in another order, cut
/// off, with spaces, and no JSON. `$E` is the error.
const CAUSES: &[&str] = &[
    "",
    "plain",
    "{\"errorType\":\"X\",\"errorMessage\":\"m\"}",
    "\"\"",
    "é \"q\" \\",
    "{\"a\": [1, null]}",
    "{\"errorType\":\"$E\",\"errorMessage\":\"é \\\"q\\\" \\\\ \\u001f\"}",
    "{\"errorType\":\"$E\",\"errorMessage\":\"{\\\"errorType\\\":\\\"$E\\\",\\\"errorMessage\\\":\\\"\\\"}\"}",
    "{\"errorMessage\":\"\",\"errorType\":\"$E\"}",
    "{\"errorType\":\"$E\",\"errorMessage\":\"m",
    "{\"errorType\": \"$E\", \"errorMessage\": \"m\"}",
    "{\"errorType\":\"$E\",\"errorMessage\":\"\\q\"}",
];

/// A failure with one of the causes.
fn strange(error: &str, random: &mut Random) -> Failure {
    Failure::new(error.to_owned(), random.pick(CAUSES).replace("$E", error))
}

impl Script {
    /// The workflow's input.
    pub fn input(&self, schema: &Schema, seed: u64) -> Value {
        if let Some(given) = self.given("") {
            return given;
        }
        let mut random = Random::new(seed, &[1]);
        respelt(random::value(schema, &mut random, self.taste), schema, &mut random, 25)
    }

    fn given(&self, name: &str) -> Option<Value> {
        let (_, text) = self.given.iter().find(|(known, _)| *known == name)?;
        Some(serde_json::from_str(text).unwrap_or_else(|error| panic!("`{name}`: {error}")))
    }

    /// What may as well be absent.
    pub fn defaults<W: Workflow>(&self) -> Defaults {
        let tasks = self.replies.iter().flat_map(|reply| [(reply.output)(), (reply.input)()]);
        Defaults::of(tasks.chain([W::Input::schema(), W::Output::schema()]))
    }

    /// What a task is sent, as its own type writes it.
    pub fn sent(&self, task: &str, input: &Value) -> Value {
        let reply = self.replies.iter().find(|reply| reply.name == task);
        let sent = reply.map(|reply| (reply.sent)(input));
        match sent {
            Some(Ok(sent)) => sent,
            other => json!(format!("{other:?}")),
        }
    }

    pub fn answer(&self, of: &Attempt<'_>, seed: u64) -> Becomes {
        let reply = self.replies.iter().find(|reply| reply.name == of.task);
        let reply = reply.unwrap_or_else(|| panic!("the script knows no task `{}`", of.task));
        let mut place = vec![2, u64::from(of.ordinal), u64::from(of.attempt)];
        place.extend(of.path.iter().map(|(a, b)| u64::from(*a) << 32 | u64::from(*b)));
        let mut random = Random::new(seed, &place);
        // Nanoseconds: no two attempts of a run end at the same time.
        let mut after = Some(Duration::from_nanos(1 + random.below(2_000_000_000)));
        if random.percent(self.failing) {
            if random.percent(25) {
                after = random.percent(50).then(|| Duration::from_secs(1_000_000));
            }
            return Becomes { outcome: Err(self.failure(reply, &mut random)), after };
        }
        Becomes { outcome: Ok(self.output(reply, &mut random)), after }
    }

    fn output(&self, reply: &Reply, random: &mut Random) -> Payload {
        if let Some(given) = self.given(reply.name) {
            return Payload::Text(given.to_string().into());
        }
        let schema = (reply.output)();
        let value = random::value(&schema, random, self.taste);
        let value = respelt(value, &schema, random, 25);
        if random.percent(25) {
            (reply.live)(value)
        } else {
            Payload::Text(value.to_string().into())
        }
    }

    /// The failure of a child workflow: one of the errors that these have, or a strange one, in a description that is
    /// whole, of an execution that says nothing, cut off, or with spaces.
    fn of_child(&self, random: &mut Random) -> Failure {
        let schema = if random.percent(50) { Trouble::schema() } else { Small::schema() };
        let failure = match schema {
            Schema::Enum { variants, .. } if random.percent(75) => {
                let mut variants = variants;
                variants.retain(|variant| variant.json != "States.ALL");
                self.of_variant(&random.pick(&variants), random)
            }
            // The name of a variant, and a cause that holds no fields.
            _ if random.percent(30) => Failure::new(random.pick(&["Bad", "Full", "Busy"]), "text"),
            _ => strange(random.pick(STRANGE), random),
        };
        let mut told = json!({ "Cause": failure.reported(), "Error": failure.error() });
        let rest = json!({
            "ExecutionArn": "arn:aws:states:us-east-1:1:execution:child:a", "Input": "{\"a\":\"\\\"\"}",
            "InputDetails": { "Included": true }, "Name": "a", "StartDate": 1_700_000_000_123_u64,
            "Status": "FAILED", "StopDate": "1700000000.5",
        });
        if random.percent(10) {
            told = json!({});
        }
        if let (Some(told), Some(rest)) = (told.as_object_mut(), rest.as_object()) {
            told.extend(rest.clone());
        }
        let mut cause = told.to_string();
        if random.percent(5) {
            cause.truncate(cause.len() - 1);
        } else if random.percent(5) {
            cause = cause.replacen(',', ", ", 1);
        }
        Failure::new("States.TaskFailed", cause)
    }

    /// A failure with the fields that its variant has, as a task of this library writes them: numbers that another
    /// function spells in another way get this spelling where the kept function makes a failure of the error again.
    fn of_variant(&self, variant: &Variant, random: &mut Random) -> Failure {
        let fields = random::content(&variant.content, random, self.taste);
        let message = fields.map_or_else(String::new, |fields| spelled(&fields.to_string()));
        let cause = json!({ "errorType": variant.json, "errorMessage": message }).to_string();
        Failure::new(variant.json, cause)
    }

    fn failure(&self, reply: &Reply, random: &mut Random) -> Failure {
        if reply.nested && random.percent(80) {
            return self.of_child(random);
        }
        let variants = match (reply.error)() {
            Schema::Enum { variants, .. } => variants,
            _ => vec![],
        };
        if variants.is_empty() || random.percent(25) {
            return strange(random.pick(STRANGE), random);
        }
        let variant = random.pick(&variants);
        if variant.json == "States.ALL" || random.percent(3) {
            let name =
                if variant.json == "States.ALL" { random.pick(STRANGE) } else { variant.json };
            return strange(name, random);
        }
        let failure = self.of_variant(&variant, random);
        if random.percent(50) { (reply.typed)(failure) } else { failure }
    }
}

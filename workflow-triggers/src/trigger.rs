//! Triggers as they are written at a workflow.

use std::fmt;

/// Something that starts a workflow: one entry of `#[workflow(triggers(..))]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trigger {
    /// Its name.
    pub name: &'static str,
    /// The thing that it waits for.
    pub start: StartOn,
}

/// The thing that a trigger waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartOn {
    /// Times.
    Schedule {
        /// `0 8 * * MON-FRI`, `cron(0 8 * * ? *)`, `rate(5 minutes)` or `at(2030-01-01T00:00:00)`.
        expression: &'static str,
        /// A time zone of IANA; else UTC.
        zone: Option<&'static str>,
        /// The input of its executions as JSON; else `{}`.
        input: Option<&'static str>,
        /// Minutes within which it may start on AWS.
        window: Option<u32>,
        /// True if it rests.
        disabled: bool,
    },
    /// Events of EventBridge.
    Event {
        /// The pattern, as JSON.
        pattern: &'static str,
        /// The bus; else `default`.
        bus: Option<&'static str>,
    },
    /// Events of the objects of a bucket that tells EventBridge of them.
    Objects {
        /// The name of the bucket.
        bucket: &'static str,
        /// The beginning of keys.
        prefix: Option<&'static str>,
        /// The events, by the names that EventBridge has for them; none: new objects.
        events: &'static [&'static str],
    },
    /// Messages of a queue.
    Queue {
        /// The ARN of the queue.
        arn: &'static str,
        /// The most messages of one start; else 1.
        batch: Option<u32>,
        /// Seconds for which a batch is waited for.
        window: Option<u32>,
    },
    /// Requests over HTTP.
    Request {
        /// `POST`.
        method: &'static str,
        /// `/orders`.
        path: &'static str,
    },
}

impl Trigger {
    /// Its times, its zone, and the input of its runs, if it is a schedule that does not rest.
    #[must_use]
    pub fn schedule(&self) -> Option<(&'static str, &'static str, &'static str)> {
        match self.start {
            StartOn::Schedule { expression, zone, input, disabled: false, .. } => {
                Some((expression, zone.unwrap_or("UTC"), input.unwrap_or("{}")))
            }
            _ => None,
        }
    }
}

impl fmt::Display for Trigger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.name)?;
        match self.start {
            StartOn::Schedule { expression, zone, disabled, .. } => {
                let rests = if disabled { ", disabled" } else { "" };
                write!(f, "{expression} {}{rests}", zone.unwrap_or("UTC"))
            }
            StartOn::Event { pattern, bus } => {
                write!(f, "events {pattern} of the bus {}", bus.unwrap_or("default"))
            }
            StartOn::Objects { bucket, prefix, events } => {
                let events = if events.is_empty() { &["Object Created"] } else { events };
                write!(f, "{} in {bucket}/{}", events.join(", "), prefix.unwrap_or_default())
            }
            StartOn::Queue { arn, .. } => write!(f, "messages of {arn}"),
            StartOn::Request { method, path } => write!(f, "{method} {path}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trigger_is_told_in_a_line() {
        let schedule = |disabled| StartOn::Schedule {
            expression: "0 8 * * *",
            zone: None,
            input: None,
            window: None,
            disabled,
        };
        let objects = StartOn::Objects { bucket: "in", prefix: Some("a/"), events: &[] };
        for (start, expected) in [
            (schedule(false), "t: 0 8 * * * UTC"),
            (schedule(true), "t: 0 8 * * * UTC, disabled"),
            (objects, "t: Object Created in in/a/"),
            (StartOn::Event { pattern: "{}", bus: None }, "t: events {} of the bus default"),
            (StartOn::Queue { arn: "q", batch: None, window: None }, "t: messages of q"),
            (StartOn::Request { method: "PUT", path: "/x" }, "t: PUT /x"),
        ] {
            let trigger = Trigger { name: "t", start };
            assert_eq!(trigger.to_string(), expected);
            let rests = !matches!(start, StartOn::Schedule { disabled: false, .. });
            assert_eq!(trigger.schedule().is_none(), rests, "{trigger}");
        }
    }
}

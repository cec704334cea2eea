//! Triggers that stand at a workflow, among those of the settings.

use crate::problem::Problem;
use crate::settings::{Event, Objects, Queue, Request, Schedule, Settings};
use serde_json::Value;
use workflow_asl::nearest;
use workflow_triggers::{StartOn, Trigger, rules};

impl Settings {
    /// Adds the triggers that stand at a workflow, `#[workflow(triggers(..))]`, but those that `without` names.
    ///
    /// # Errors
    /// A trigger of the settings that would be the same resource as one of the workflow, and a name of `without` that the
    /// workflow has no trigger of.
    ///
    /// ```
    /// use serde_json::json;
    /// use workflow_deploy::Settings;
    /// use workflow_triggers::{StartOn, Trigger};
    ///
    /// let post = Trigger { name: "orders", start: StartOn::Request { method: "POST", path: "/orders" } };
    /// let settings = Settings::read(&json!({})).unwrap().with_triggers(&[post]).unwrap();
    /// assert_eq!(settings.requests[0].path, "/orders");
    /// let same = json!({ "schedules": [{ "name": "orders", "expression": "rate(1 day)" }] });
    /// assert!(Settings::read(&same).unwrap().with_triggers(&[post]).is_err());
    /// ```
    pub fn with_triggers(mut self, triggers: &[Trigger]) -> Result<Self, Vec<Problem>> {
        let mut problems = self.unknown(triggers);
        let without = std::mem::take(&mut self.without);
        let kept: Vec<&Trigger> =
            triggers.iter().filter(|it| !without.iter().any(|name| name == it.name)).collect();
        for (at, name) in self.named() {
            let same = |it: &&&Trigger| rules::resource(it.name) == rules::resource(name);
            if let Some(other) = kept.iter().find(same) {
                let why = format!(
                    "the workflow has the trigger {0:?} itself: give this one another name, or leave that out by `without: [{0}]`",
                    other.name
                );
                problems.push(Problem::setting(at, why));
            }
        }
        for trigger in kept {
            if let Err(problem) = self.add(trigger) {
                problems.push(problem);
            }
        }
        if problems.is_empty() { Ok(self) } else { Err(problems) }
    }

    /// Names of `without` that no trigger has.
    fn unknown(&self, triggers: &[Trigger]) -> Vec<Problem> {
        let is_known = |name: &str| triggers.iter().any(|it| it.name == name);
        let unknown = self.without.iter().enumerate().filter(|(_, name)| !is_known(name));
        unknown
            .map(|(index, name)| {
                let hint = nearest::hint(name, triggers.iter().map(|it| it.name));
                let why = format!("the workflow has no trigger {name:?}{hint}");
                Problem::setting(format!("/without/{index}"), why)
            })
            .collect()
    }

    /// The triggers of the settings: the places of their names, and these.
    pub(crate) fn named(&self) -> Vec<(String, &str)> {
        let lists: [(&str, Vec<&str>); 5] = [
            ("schedules", self.schedules.iter().map(|it| &*it.name).collect()),
            ("events", self.events.iter().map(|it| &*it.name).collect()),
            ("objects", self.objects.iter().map(|it| &*it.name).collect()),
            ("queues", self.queues.iter().map(|it| &*it.name).collect()),
            ("requests", self.requests.iter().map(|it| &*it.name).collect()),
        ];
        let placed = |(list, names): (&str, Vec<_>)| -> Vec<(String, &str)> {
            let at = |index| format!("/{list}/{index}/name");
            names.into_iter().enumerate().map(|(index, it)| (at(index), it)).collect()
        };
        lists.into_iter().flat_map(placed).collect()
    }

    fn add(&mut self, trigger: &Trigger) -> Result<(), Problem> {
        let name = trigger.name.to_owned();
        let owned = |text: Option<&str>| text.map(str::to_owned);
        match trigger.start {
            StartOn::Schedule { expression, zone, input, window, disabled } => {
                let input = input.map(|input| json(trigger.name, input)).transpose()?;
                let (expression, zone) = (expression.to_owned(), owned(zone));
                let schedule = Schedule { name, expression, zone, input, window, disabled };
                self.schedules.push(schedule);
            }
            StartOn::Event { pattern, bus } => {
                let pattern = json(trigger.name, pattern)?;
                self.events.push(Event { name, pattern, bus: owned(bus) });
            }
            StartOn::Objects { bucket, prefix, events } => self.objects.push(Objects {
                name,
                bucket: bucket.to_owned(),
                prefix: owned(prefix),
                events: events.iter().map(|it| (*it).to_owned()).collect(),
            }),
            StartOn::Queue { arn, batch, window } => {
                self.queues.push(Queue { name, arn: arn.to_owned(), batch, window });
            }
            StartOn::Request { method, path } => {
                let (method, path) = (method.to_owned(), path.to_owned());
                self.requests.push(Request { name, method, path });
            }
        }
        Ok(())
    }
}

fn json(name: &str, text: &str) -> Result<Value, Problem> {
    serde_json::from_str(text).map_err(|error| {
        Problem::setting("", format!("the trigger {name:?} of the workflow: {error}"))
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use serde_json::json;

    const ALL: [Trigger; 5] = [
        Trigger {
            name: "mornings",
            start: StartOn::Schedule {
                expression: "0 8 * * MON-FRI",
                zone: Some("Europe/Berlin"),
                input: Some("{\"day\":1}"),
                window: Some(5),
                disabled: true,
            },
        },
        Trigger {
            name: "event",
            start: StartOn::Event { pattern: "{\"source\":[\"shop\"]}", bus: Some("orders") },
        },
        Trigger {
            name: "in",
            start: StartOn::Objects {
                bucket: "incoming",
                prefix: Some("a/"),
                events: &["Object Deleted"],
            },
        },
        Trigger {
            name: "queue",
            start: StartOn::Queue { arn: "${QueueArn}", batch: Some(10), window: None },
        },
        Trigger { name: "api", start: StartOn::Request { method: "POST", path: "/orders" } },
    ];

    fn settings(value: serde_json::Value) -> Settings {
        Settings::read(&value).unwrap()
    }

    #[test]
    fn triggers_at_a_workflow_are_those_of_a_file() {
        let file = json!({
            "schedules": [{ "name": "mornings", "expression": "0 8 * * MON-FRI", "zone": "Europe/Berlin", "input": { "day": 1 }, "window": 5, "disabled": true }],
            "events": [{ "name": "event", "pattern": { "source": ["shop"] }, "bus": "orders" }],
            "objects": [{ "name": "in", "bucket": "incoming", "prefix": "a/", "events": ["Object Deleted"] }],
            "queues": [{ "name": "queue", "arn": "${QueueArn}", "batch": 10 }],
            "requests": [{ "name": "api", "method": "POST", "path": "/orders" }],
        });
        assert_eq!(settings(json!({})).with_triggers(&ALL).unwrap(), settings(file));
    }

    #[test]
    fn they_are_added_and_may_be_left_out() {
        let file = json!({ "requests": [{ "name": "again", "method": "PUT", "path": "/x" }], "without": ["mornings", "queue"] });
        let both = settings(file).with_triggers(&ALL).unwrap();
        let names: Vec<&str> = both.requests.iter().map(|it| &*it.name).collect();
        assert_eq!(names, ["again", "api"]);
        assert!(both.schedules.is_empty() && both.queues.is_empty() && both.events.len() == 1);
    }

    #[test]
    fn one_name_is_one_trigger() {
        let file = json!({
            "queues": [{ "name": "A.pi", "arn": "${QueueArn}" }],
            "requests": [{ "name": "queue", "method": "PUT", "path": "/x" }],
            "without": ["morning"],
        });
        let problems = settings(file).with_triggers(&ALL).unwrap_err();
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "settings /without/0: the workflow has no trigger \"morning\"; did you mean `mornings`?",
                "settings /queues/0/name: the workflow has the trigger \"api\" itself: give this one another name, or leave that out by `without: [api]`",
                "settings /requests/0/name: the workflow has the trigger \"queue\" itself: give this one another name, or leave that out by `without: [queue]`",
            ]
        );
        // So is one whose name only differs in what no resource has.
        let one = Trigger { name: "1", start: StartOn::Request { method: "GET", path: "/1" } };
        let file = json!({ "requests": [{ "name": "x1", "method": "PUT", "path": "/x" }] });
        assert!(settings(file).with_triggers(&[one]).is_err());
        // What is left out clashes with nothing.
        let file = json!({ "requests": [{ "name": "api", "method": "PUT", "path": "/x" }], "without": ["api"] });
        assert_eq!(settings(file).with_triggers(&ALL).unwrap().requests[0].path, "/x");
    }
}

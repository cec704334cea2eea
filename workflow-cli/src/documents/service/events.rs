//! The events of the plugin, as triggers of a stack.

use super::plain;
use serde_json::{Map, Value, json};

/// Triggers, by the lists of the settings that they belong to, and what was not understood, by places.
#[derive(Default)]
pub(super) struct Triggers {
    pub(super) lists: Map<String, Value>,
    pub(super) unknown: Vec<(String, String)>,
    names: Vec<String>,
}

impl Triggers {
    /// The triggers of `events`, filled in; the places begin with this one.
    pub(super) fn of(events: &Value, pointer: &str) -> Self {
        let mut triggers = Triggers::default();
        for (index, event) in events.as_array().into_iter().flatten().enumerate() {
            let at = format!("{pointer}/{index}");
            let mut fields = event.as_object().into_iter().flatten();
            let first = fields.next();
            for (key, _) in fields {
                triggers.left(
                    &format!("{at}/{key}"),
                    format!("`{key}` is beside an event, and belongs to none"),
                );
            }
            match first {
                Some((kind, value)) => triggers.event(kind, value, &format!("{at}/{kind}")),
                None => triggers.left(&at, "this event is not understood".to_owned()),
            }
        }
        triggers
    }

    fn event(&mut self, kind: &str, value: &Value, at: &str) {
        match kind {
            "schedule" => self.schedule(value, at),
            "http" => self.http(value, at),
            "cloudwatchEvent" | "eventBridge" => self.pattern(kind, value, at),
            _ => self.left(at, format!("an event `{kind}` is not taken over")),
        }
    }

    fn left(&mut self, at: &str, what: String) {
        self.unknown.push((at.to_owned(), what));
    }

    /// Tells the members that are none of these.
    fn others(&mut self, kind: &str, value: &Value, known: &[&str], at: &str) {
        let all = value.as_object().into_iter().flatten();
        for (key, _) in all.filter(|(key, _)| !known.contains(&key.as_str())) {
            let what = format!("`{key}` of `{kind}` is not taken over");
            self.left(&format!("{at}/{key}"), what);
        }
    }

    fn add(&mut self, list: &str, trigger: Value) {
        let all = self.lists.entry(list).or_insert_with(|| json!([]));
        if let Some(all) = all.as_array_mut() {
            all.push(trigger);
        }
    }

    /// The name that an event has, if it fits, or one of its kind.
    fn name(&mut self, given: Option<&Value>, kind: &str) -> String {
        let fits = |name: &String| {
            (1..=32).contains(&name.len())
                && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
        };
        let given = given.and_then(plain).filter(fits);
        let numbered = (2..).map(|n| format!("{kind}-{n}"));
        let mut all = given.into_iter().chain([kind.to_owned()]).chain(numbered);
        let name = all.find(|it| !self.names.contains(it)).unwrap_or_default();
        self.names.push(name.clone());
        name
    }

    fn schedule(&mut self, value: &Value, at: &str) {
        const KNOWN: &[&str] =
            &["rate", "enabled", "input", "name", "timezone", "method", "description"];
        let rates: Vec<(Value, String)> = match value {
            Value::String(_) => vec![(value.clone(), at.to_owned())],
            Value::Object(fields) => match fields.get("rate") {
                Some(Value::Array(all)) => {
                    let place = |index| format!("{at}/rate/{index}");
                    all.iter().enumerate().map(|(index, it)| (it.clone(), place(index))).collect()
                }
                Some(rate) => vec![(rate.clone(), format!("{at}/rate"))],
                None => vec![],
            },
            _ => vec![],
        };
        if rates.is_empty() {
            self.left(at, "this schedule has no `rate`".to_owned());
        }
        self.others("schedule", value, KNOWN, at);
        for (rate, place) in rates {
            let Some(expression) = plain(&rate) else {
                self.left(&place, format!("the rate {rate} is not known here"));
                continue;
            };
            let mut trigger = json!({ "name": self.name(value.get("name"), "schedule"), "expression": expression });
            if value.get("enabled") == Some(&Value::Bool(false)) {
                trigger["disabled"] = true.into();
            }
            if let Some(zone) = value.get("timezone").and_then(plain) {
                trigger["zone"] = zone.into();
            }
            match value.get("input") {
                Some(input) => trigger["input"] = input.clone(),
                None => self.left(
                    &place,
                    "without an `input` its executions begin with {}, not with the event of EventBridge".to_owned(),
                ),
            }
            self.add("schedules", trigger);
        }
    }

    fn http(&mut self, value: &Value, at: &str) {
        let short = value.as_str().and_then(|it| it.trim().split_once(' '));
        let member = |key: &str| value.get(key).and_then(plain);
        let found = match short {
            Some((method, path)) => Some((method.to_owned(), path.trim().to_owned())),
            None => member("method").zip(member("path")),
        };
        self.others("http", value, &["method", "path"], at);
        let Some((method, path)) = found else {
            return self.left(at, "this request has no method and path".to_owned());
        };
        let path = format!("/{}", path.trim_start_matches('/'));
        let name = self.name(None, "request");
        let request = json!({ "name": name, "method": method.to_uppercase(), "path": path });
        self.add("requests", request);
        let signed =
            "the sender of this request must sign it by IAM; the plugin's is open to everyone";
        self.left(at, signed.to_owned());
    }

    fn pattern(&mut self, kind: &str, value: &Value, at: &str) {
        self.others(kind, value, &["event", "eventBusName", "name", "description"], at);
        let Some(pattern @ Value::Object(_)) = value.get("event") else {
            return self.left(at, format!("this `{kind}` has no pattern `event`"));
        };
        let name = self.name(value.get("name"), "event");
        let mut event = json!({ "name": name, "pattern": pattern });
        match value.get("eventBusName") {
            Some(Value::String(bus)) => event["bus"] = bus.as_str().into(),
            Some(_) => {
                let what = "its bus is known to a deployment alone: give it in the settings";
                self.left(&format!("{at}/eventBusName"), what.to_owned());
            }
            None => {}
        }
        self.add("events", event);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_are_triggers() {
        let events = json!([
            { "schedule": "rate(5 minutes)" },
            { "schedule": { "rate": ["cron(0 8 * * ? *)", "cron(0 9 * * ? *)"], "name": "mornings", "enabled": false,
                "timezone": "Europe/Berlin", "input": { "a": 1 }, "inputPath": "$.x" } },
            { "http": "post orders" },
            { "http": { "method": "PUT", "path": "/orders/{id}", "cors": true } },
            { "eventBridge": { "event": { "source": ["shop"] }, "eventBusName": "orders" } },
            { "cloudwatchEvent": { "event": { "source": ["aws.ec2"] }, "name": "instances", "enabled": false } },
            { "alexaSkill": "x" },
            { "schedule": { "enabled": true } },
            "what",
        ]);
        let found = Triggers::of(&events, "/events");
        assert_eq!(
            Value::Object(found.lists),
            json!({
                "schedules": [
                    { "name": "schedule", "expression": "rate(5 minutes)" },
                    { "name": "mornings", "expression": "cron(0 8 * * ? *)", "disabled": true, "zone": "Europe/Berlin", "input": { "a": 1 } },
                    { "name": "schedule-2", "expression": "cron(0 9 * * ? *)", "disabled": true, "zone": "Europe/Berlin", "input": { "a": 1 } },
                ],
                "requests": [
                    { "name": "request", "method": "POST", "path": "/orders" },
                    { "name": "request-2", "method": "PUT", "path": "/orders/{id}" },
                ],
                "events": [
                    { "name": "event", "pattern": { "source": ["shop"] }, "bus": "orders" },
                    { "name": "instances", "pattern": { "source": ["aws.ec2"] } },
                ],
            })
        );
        let unknown: Vec<_> = found.unknown.iter().map(|(at, _)| at.as_str()).collect();
        assert_eq!(
            unknown,
            [
                "/events/0/schedule",
                "/events/1/schedule/inputPath",
                "/events/2/http",
                "/events/3/http/cors",
                "/events/3/http",
                "/events/5/cloudwatchEvent/enabled",
                "/events/6/alexaSkill",
                "/events/7/schedule",
                "/events/8",
            ]
        );
    }
}

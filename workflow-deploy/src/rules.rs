//! AWS's rules for names, tags and ARNs, each with its words.

mod arn;
mod function;
mod triggers;

pub(crate) use arn::wrong_arn;

use crate::problem::{Problem, escaped};
use crate::settings::{Alias, Level, Settings};
use arn::arn;
use function::{function, permissions};
use std::collections::BTreeMap;
use triggers::triggers;

/// Collects what is wrong.
pub(crate) struct Rules {
    problems: Vec<Problem>,
}

impl Rules {
    fn need(&mut self, good: bool, pointer: &str, rule: impl FnOnce() -> String) {
        if !good {
            self.problems.push(Problem::setting(pointer, rule()));
        }
    }

    /// Adds what a rule says that is broken.
    fn hold(&mut self, rule: Result<(), String>, pointer: &str) {
        if let Err(why) = rule {
            self.problems.push(Problem::setting(pointer, why));
        }
    }
}

/// Everything in the settings that AWS would refuse.
pub(crate) fn check(settings: &Settings) -> Vec<Problem> {
    let mut rules = Rules { problems: vec![] };
    if let Some(name) = &settings.name {
        machine_name(&mut rules, "/name", name);
    }
    tags(&mut rules, &settings.tags);
    for (key, it) in &settings.functions {
        function(&mut rules, &format!("/functions/{}", escaped(key)), it);
    }
    if let Some(it) = &settings.all_functions {
        function(&mut rules, "/all_functions", it);
    }
    permissions(&mut rules, "/permissions", &settings.permissions);
    triggers(&mut rules, settings);
    settings.alias.iter().for_each(|it| alias(&mut rules, it));
    if let Some(logs) = &settings.logs {
        rules.need(DAYS.contains(&logs.days), "/logs/days", || {
            format!("CloudWatch keeps logs for one of {DAYS:?} days, not for {}", logs.days)
        });
    }
    if let Some(large) = &settings.large {
        rules.need((1..=36_500).contains(&large.days), "/large/days", || {
            format!("large values are kept for 1 to 36500 days, not for {}", large.days)
        });
        if let Some(bucket) = &large.bucket {
            rules.hold(workflow_triggers::rules::bucket(bucket), "/large/bucket");
        }
    }
    if let Some(alarms) = &settings.alarms {
        let good = (1..=1440).contains(&alarms.minutes);
        rules.need(good, "/alarms/minutes", || "an alarm counts over 1 to 1440 minutes".to_owned());
        if let Some(topic) = &alarms.topic {
            arn(&mut rules, "/alarms/topic", topic, "sns");
        }
    }
    for (name, most) in &settings.concurrency {
        let good = (1..=10_000).contains(most);
        rules.need(good, &format!("/concurrency/{}", escaped(name)), || {
            format!("1 to 10000 items of a Map can run at once, not {most}")
        });
    }
    rules.problems
}

/// The days for which CloudWatch keeps logs (API Reference, `PutRetentionPolicy`).
#[rustfmt::skip]
const DAYS: [u32; 22] = [
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/// Returns what is wrong with the name of a state machine (API Reference, `CreateStateMachine`).
pub(crate) fn wrong_machine_name(name: &str) -> Option<String> {
    let bad =
        |c: char| c.is_whitespace() || c.is_control() || "<>{}[]?*\"#%\\^|~`$&,;:/".contains(c);
    if let Some(c) = name.chars().find(|c| bad(*c)) {
        return Some(format!(
            "the name of a state machine has no {c:?}: neither spaces nor < > {{ }} [ ] ? * \" # % \\ ^ | ~ ` $ & , ; : / are allowed"
        ));
    }
    length(name, 1, 80, "the name of a state machine")
}

/// Returns what is wrong with the name of a state machine as a part of the names of other things that it has.
pub(crate) fn wrong_part(name: &str, settings: &Settings) -> Option<String> {
    let narrow = |c: char| !(c.is_ascii_alphanumeric() || "_-.".contains(c));
    let logs = settings.logs.as_ref().is_some_and(|it| it.level != Level::Off);
    let bad = name.chars().find(|c| narrow(*c));
    let of = match (logs, settings.schedules.is_empty()) {
        (true, _) => "its log group",
        (_, false) => "its schedules",
        _ => {
            let bad = name.chars().find(|c| settings.alarms.is_some() && !c.is_ascii())?;
            return Some(format!(
                "metrics of CloudWatch, and alarms with them, do not work for the name {name:?}, which has {bad:?}: letters of ASCII alone do"
            ));
        }
    };
    bad.map(|bad| format!("the name of the state machine is a part of the name of {of}, which has no {bad:?}: letters of ASCII, digits, _ - and . are allowed"))
}

fn machine_name(rules: &mut Rules, pointer: &str, name: &str) {
    if let Some(wrong) = wrong_machine_name(name) {
        rules.need(false, pointer, || wrong);
    }
}

fn length(text: &str, least: usize, most: usize, what: &str) -> Option<String> {
    let count = text.chars().count();
    (!(least..=most).contains(&count))
        .then(|| format!("{what} has {least} to {most} characters, not {count}"))
}

/// Tags (Developer Guide, "Tagging in Step Functions"; IAM User Guide, "Tags").
fn tags(rules: &mut Rules, tags: &BTreeMap<String, String>) {
    let allowed = |c: char| c.is_alphanumeric() || c.is_whitespace() || "_.:/=+-@".contains(c);
    let characters = "letters, digits, spaces and _ . : / = + - @ are allowed";
    rules.need(tags.len() <= 50, "/tags", || {
        format!("a resource has at most 50 tags, not {}", tags.len())
    });
    for (key, value) in tags {
        let pointer = format!("/tags/{}", escaped(key));
        let reserved = key.to_lowercase().starts_with("aws:");
        rules.need(!reserved, &pointer, || "keys that begin with aws: are AWS's own".to_owned());
        for (text, least, most, what) in
            [(key, 1, 128, "the key of a tag"), (value, 0, 256, "the value of a tag")]
        {
            if let Some(wrong) = length(text, least, most, what) {
                rules.need(false, &pointer, || wrong);
            }
            let bad = text.chars().find(|c| !allowed(*c));
            rules.need(bad.is_none(), &pointer, || {
                format!("{what} has no {:?}: {characters}", bad.unwrap_or_default())
            });
        }
    }
}

/// An alias (API Reference, `CreateStateMachineAlias`).
fn alias(rules: &mut Rules, alias: &Alias) {
    let name = &alias.name;
    let word = |c: char| c.is_ascii_alphanumeric() || "_-.".contains(c);
    let good = (1..=80).contains(&name.len())
        && name.chars().all(word)
        && name.chars().any(|c| !c.is_ascii_digit());
    rules.need(good, "/alias/name", || {
        format!("the name of an alias has 1 to 80 letters, digits, _ - or ., and is no number, not {name:?}")
    });
    if let Some(shift) = alias.shift {
        rules.need((1..=99).contains(&shift.percent), "/alias/shift/percent", || {
            format!(
                "1 to 99 percent of starts can go to the new version first, not {}",
                shift.percent
            )
        });
        rules.need((1..=2100).contains(&shift.minutes), "/alias/shift/minutes", || {
            format!("1 to 2100 minutes can lie between two steps, not {}", shift.minutes)
        });
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn wrong(settings: Value) -> Vec<String> {
        let settings = Settings::read(&settings).unwrap();
        check(&settings).iter().map(ToString::to_string).collect()
    }

    /// Each of the settings has one mistake, which is told so.
    fn refused(cases: &[(Value, &str)]) {
        for (settings, expected) in cases {
            let found = wrong(settings.clone());
            assert_eq!(found.len(), 1, "{settings}: {found:#?}");
            assert!(
                found[0].starts_with(&format!("settings {expected}")),
                "{settings}: {found:#?}"
            );
        }
    }

    #[test]
    fn what_aws_refuses_is_refused_with_its_rule() {
        let long = "x".repeat(81);
        let tags: BTreeMap<String, String> =
            (0..51).map(|it| (format!("k{it}"), String::new())).collect();
        refused(&[
            (json!({ "name": "a b" }), "/name: the name of a state machine has no ' '"),
            (
                json!({ "name": long }),
                "/name: the name of a state machine has 1 to 80 characters, not 81",
            ),
            (json!({ "tags": tags }), "/tags: a resource has at most 50 tags, not 51"),
            (json!({ "tags": { "aws:x": "" } }), "/tags/aws:x: keys that begin with aws:"),
            (json!({ "tags": { "a": "x*" } }), "/tags/a: the value of a tag has no '*'"),
            (
                json!({ "tags": { "": "x" } }),
                "/tags/: the key of a tag has 1 to 128 characters, not 0",
            ),
            (
                json!({ "functions": { "f": {} } }),
                "/functions/f: a function that is deployed needs `code`",
            ),
            (
                json!({ "functions": { "f": { "code": "x", "handler": "h".repeat(129) } } }),
                "/functions/f/handler: the handler of a function has 1 to 128 characters, not 129",
            ),
            (
                json!({ "functions": { "f": { "code": "x", "environment": { "BIG": "x".repeat(4096) } } } }),
                "/functions/f/environment: the environment variables of a function have at most 4096 bytes, names and values together, not 4099",
            ),
            (
                json!({ "functions": { "f": { "code": "x", "memory": 64 } } }),
                "/functions/f/memory: a function has 128 to 10240 MB",
            ),
            (
                json!({ "functions": { "f": { "code": "x", "timeout": 901 } } }),
                "/functions/f/timeout: a function runs for 1 to 900 seconds",
            ),
            (
                json!({ "functions": { "f": { "code": "x", "environment": { "AWS_X": "" } } } }),
                "/functions/f/environment/AWS_X: an environment",
            ),
            (
                json!({ "permissions": [{ "actions": ["get"], "resources": ["*"] }] }),
                "/permissions/0/actions/0: an action of IAM",
            ),
        ]);
    }

    #[test]
    fn so_are_triggers_and_releases() {
        refused(&[
            (
                json!({ "permissions": [{ "actions": ["s3:Get*"], "resources": ["bucket"] }] }),
                "/permissions/0/resources/0: an ARN is written",
            ),
            (
                json!({ "alarms": { "topic": "arn:aws:sqs:eu-west-1:123456789012:q" } }),
                "/alarms/topic: an ARN is written arn:aws:sns:",
            ),
            (
                json!({ "schedules": [{ "name": "s", "expression": "every day" }] }),
                "/schedules/0/expression: a schedule is 0 8",
            ),
            (
                json!({ "schedules": [{ "name": "s", "expression": "cron(0 8 * * * *)" }] }),
                "/schedules/0/expression: a schedule is 0 8",
            ),
            (
                json!({ "schedules": [{ "name": "s 1", "expression": "rate(1 day)" }] }),
                "/schedules/0/name: the name of a trigger",
            ),
            (
                json!({ "schedules": [{ "name": "s", "expression": "rate(1 day)", "zone": "Europe/Berln" }] }),
                "/schedules/0/zone: `Europe/Berln` is no time zone: write `\"Europe/Berlin\"`",
            ),
            (
                json!({ "schedules": [{ "name": "s", "expression": "rate(1 day)", "zone": "europe/berlin" }] }),
                "/schedules/0/zone: the zone is written `Europe/Berlin`",
            ),
            (
                json!({ "objects": [{ "name": "o", "bucket": "incoming", "prefix": "a".repeat(1025) }] }),
                "/objects/0/prefix: a key of S3 has at most 1024 bytes",
            ),
            (
                json!({ "requests": [{ "name": "r", "method": "SEND", "path": "/" }] }),
                "/requests/0/method: the method",
            ),
            (
                json!({ "objects": [{ "name": "o", "bucket": "B" }] }),
                "/objects/0/bucket: the name of a bucket",
            ),
            (json!({ "alias": { "name": "12" } }), "/alias/name: the name of an alias"),
            (
                json!({ "alias": { "name": "live", "shift": { "percent": 100, "minutes": 5 } } }),
                "/alias/shift/percent",
            ),
            (
                json!({ "concurrency": { "Each": 0 } }),
                "/concurrency/Each: 1 to 10000 items of a Map",
            ),
            (json!({ "logs": { "days": 2 } }), "/logs/days: CloudWatch keeps logs for one of"),
        ]);
    }

    #[test]
    fn so_are_queues_and_patterns() {
        refused(&[
            (
                json!({ "queues": [{ "name": "q", "arn": "https://sqs" }] }),
                "/queues/0/arn: an ARN is written arn:aws:sqs:",
            ),
            (
                json!({ "queues": [{ "name": "q", "arn": "arn:aws:sqs:eu-west-1:123456789012:q.fifo", "batch": 11 }] }),
                "/queues/0/batch: a batch of a FIFO queue has 1 to 10 messages, not 11",
            ),
            (
                json!({ "queues": [{ "name": "q", "arn": "arn:aws:sqs:eu-west-1:123456789012:q.fifo", "window": 5 }] }),
                "/queues/0/window: a FIFO queue has no window",
            ),
            (
                json!({ "queues": [{ "name": "q", "arn": "${QueueArn}", "batch": 11, "window": 0 }] }),
                "/queues/0/window: a batch of more than 10 messages is waited for 1 to 300 seconds, not 0",
            ),
            (
                json!({ "events": [{ "name": "e", "pattern": { "source": ["x"] }, "bus": "all orders" }] }),
                "/events/0/bus: a bus has 1 to 256 letters",
            ),
            (
                json!({ "events": [{ "name": "e", "pattern": { "source": ["x".repeat(4096)] } }] }),
                "/events/0/pattern: a pattern of EventBridge has at most 4096 letters, not 4111",
            ),
            (
                json!({ "events": [{ "name": "e", "pattern": [] }] }),
                "/events/0/pattern: a pattern of EventBridge",
            ),
            (
                json!({ "events": [{ "name": "e", "pattern": { "source": "aws.ec2" } }] }),
                "/events/0/pattern/source: a pattern of EventBridge",
            ),
            (
                json!({ "events": [{ "name": "e", "pattern": { "detail": { "a": { "b": 1 } } } }] }),
                "/events/0/pattern/detail/a/b: a pattern of EventBridge",
            ),
            (
                json!({ "events": [{ "name": "e", "pattern": { "$or": [{ "source": ["x"] }, { "source": "y" }] } }] }),
                "/events/0/pattern/$or/1/source: a pattern of EventBridge",
            ),
        ]);
    }

    #[test]
    fn triggers_have_names_of_their_own() {
        let twice = json!({
            "schedules": [{ "name": "x", "expression": "rate(1 day)" }], "queues": [{ "name": "X", "arn": "${QueueArn}" }],
        });
        assert_eq!(
            wrong(twice),
            [
                "settings /queues/0/name: \"X\" and \"x\" would be the same resource: their letters and digits make the name"
            ]
        );
        let day = |name: &str| json!({ "name": name, "expression": "rate(1 day)" });
        for (one, other, expected) in [
            ("day", "day", "there is another trigger \"day\""),
            ("day-1", "day_1", "\"day_1\" and \"day-1\" would be the same resource"),
            ("d.1", "D1", "\"D1\" and \"d.1\" would be the same resource"),
            ("1", "x1", "\"x1\" and \"1\" would be the same resource"),
        ] {
            let found = wrong(json!({ "schedules": [day(one), day(other)] }));
            assert!(
                found[0].starts_with(&format!("settings /schedules/1/name: {expected}")),
                "{found:?}"
            );
        }
    }

    #[test]
    fn members_that_are_unknown_have_a_place() {
        for (settings, expected) in [
            (json!({ "tag": {} }), "settings /tag: unknown field `tag`, expected"),
            (
                json!({ "functions": { "f": { "mem": 1 } } }),
                "settings /functions/f/mem: unknown field `mem`",
            ),
            (json!({ "schedules": [{ "name": 1 }] }), "settings /schedules/0/name: invalid type"),
            (json!({ "type": "FAST" }), "settings /type: unknown variant `FAST`"),
        ] {
            let found = Settings::read(&settings).unwrap_err().to_string();
            assert!(found.starts_with(expected), "{found}");
        }
    }
}

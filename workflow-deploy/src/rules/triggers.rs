//! Triggers: schedules, events, messages, requests.

use super::Rules;
use super::arn::arn;
use crate::naming::identifier;
use crate::problem::escaped;
use crate::settings::{Queue, Schedule, Settings};
use serde_json::Value;
use std::collections::BTreeMap;

/// Adds what is wrong with triggers.
pub(super) fn triggers(rules: &mut Rules, settings: &Settings) {
    names(rules, settings);
    settings.schedules.iter().enumerate().for_each(|(index, it)| schedule(rules, index, it));
    events(rules, settings);
    messages(rules, settings);
}

/// Names: each trigger has its own.
fn names(rules: &mut Rules, settings: &Settings) {
    let (mut names, mut twice) = (BTreeMap::<String, String>::new(), vec![]);
    let lists: [(&str, Vec<&str>); 5] = [
        ("schedules", settings.schedules.iter().map(|it| it.name.as_str()).collect()),
        ("events", settings.events.iter().map(|it| it.name.as_str()).collect()),
        ("objects", settings.objects.iter().map(|it| it.name.as_str()).collect()),
        ("queues", settings.queues.iter().map(|it| it.name.as_str()).collect()),
        ("requests", settings.requests.iter().map(|it| it.name.as_str()).collect()),
    ];
    for (list, all) in &lists {
        for (index, name) in all.iter().enumerate() {
            let at = format!("/{list}/{index}/name");
            let good = (1..=32).contains(&name.len())
                && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c));
            rules.need(good, &at, || {
                format!("the name of a trigger has 1 to 32 letters, digits, - _ or . (it is a part of names that have 64), not {name:?}")
            });
            let id = identifier(name).to_ascii_lowercase();
            match names.get(&id) {
                Some(other) if other == name => {
                    twice.push((at, format!("there is another trigger {name:?}")));
                }
                Some(other) => twice.push((
                    at,
                    format!("{name:?} and {other:?} would be the same resource: their letters and digits make the name"),
                )),
                None => drop(names.insert(id, (*name).to_owned())),
            }
        }
    }
    twice.into_iter().for_each(|(at, message)| rules.need(false, &at, || message));
}

/// Events and buckets.
fn events(rules: &mut Rules, settings: &Settings) {
    for (index, event) in settings.events.iter().enumerate() {
        pattern(rules, &event.pattern, &format!("/events/{index}/pattern"));
    }
    for (index, objects) in settings.objects.iter().enumerate() {
        let word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || ".-".contains(c);
        let plain = objects.bucket.chars().all(word) && (3..=63).contains(&objects.bucket.len());
        rules.need(
            plain || objects.bucket.contains("${"),
            &format!("/objects/{index}/bucket"),
            || {
                format!(
                    "the name of a bucket has 3 to 63 lower-case letters, digits, . or -, not {:?}",
                    objects.bucket
                )
            },
        );
    }
}

/// Queues and requests.
fn messages(rules: &mut Rules, settings: &Settings) {
    for (index, queue) in settings.queues.iter().enumerate() {
        arn(rules, &format!("/queues/{index}/arn"), &queue.arn, "sqs");
        batch(rules, &format!("/queues/{index}"), queue);
    }
    for (index, request) in settings.requests.iter().enumerate() {
        let known = ["DELETE", "GET", "HEAD", "PATCH", "POST", "PUT", "ANY"];
        rules.need(
            known.contains(&request.method.as_str()),
            &format!("/requests/{index}/method"),
            || {
                format!(
                    "the method of a request is one of {}, not {:?}",
                    known.join(", "),
                    request.method
                )
            },
        );
        let path = &request.path;
        let good = path.starts_with('/') && !path.contains(char::is_whitespace);
        rules.need(good, &format!("/requests/{index}/path"), || {
            format!("a path begins with /, not {path:?}")
        });
    }
}

/// A pattern has lists in the place of values (EventBridge User Guide, "Event patterns"); `$or` has a list of patterns.
fn pattern(rules: &mut Rules, pattern: &Value, at: &str) {
    let rule = || {
        "a pattern of EventBridge is an object of lists, such as {\"source\": [\"aws.ec2\"]}"
            .to_owned()
    };
    let Some(members) = pattern.as_object().filter(|it| !it.is_empty()) else {
        return rules.need(false, at, rule);
    };
    for (key, value) in members {
        let at = format!("{at}/{}", escaped(key));
        match value {
            Value::Object(_) => self::pattern(rules, value, &at),
            Value::Array(all) if key == "$or" => {
                all.iter()
                    .enumerate()
                    .for_each(|(index, it)| self::pattern(rules, it, &format!("{at}/{index}")));
            }
            _ => rules.need(value.as_array().is_some_and(|it| !it.is_empty()), &at, rule),
        }
    }
}

/// The messages that come together (EventBridge User Guide, "Batching"; Lambda Developer Guide, "SQS").
fn batch(rules: &mut Rules, at: &str, queue: &Queue) {
    let batch = queue.batch.unwrap_or(1);
    if queue.arn.ends_with(".fifo") {
        rules.need((1..=10).contains(&batch), &format!("{at}/batch"), || {
            format!("a batch of a FIFO queue has 1 to 10 messages, not {batch}")
        });
        return rules.need(queue.window.is_none(), &format!("{at}/window"), || {
            "a FIFO queue has no window in which a batch is waited for".to_owned()
        });
    }
    rules.need((1..=10_000).contains(&batch), &format!("{at}/batch"), || {
        format!("a batch has 1 to 10000 messages, not {batch}")
    });
    let window = queue.seconds().unwrap_or(0);
    let least = u32::from(batch > 10);
    rules.need((least..=300).contains(&window), &format!("{at}/window"), || {
        let of = if batch > 10 { " of more than 10 messages" } else { "" };
        format!("a batch{of} is waited for {least} to 300 seconds, not {window}")
    });
}

fn schedule(rules: &mut Rules, index: usize, schedule: &Schedule) {
    let expression = schedule.expression.as_str();
    let inside = |name: &str| expression.strip_prefix(name)?.strip_prefix('(')?.strip_suffix(')');
    let rate = |text: &str| {
        text.split_once(' ').is_some_and(|(count, unit)| {
            let count = count.parse::<u32>().unwrap_or(0);
            count > 0 && ["minute", "minutes", "hour", "hours", "day", "days"].contains(&unit)
        })
    };
    let cron = |text: &str| {
        let fields: Vec<&str> = text.split_whitespace().collect();
        fields.len() == 6 && (fields[2] == "?") != (fields[4] == "?")
    };
    let at = |text: &str| text.len() == 19 && text.as_bytes().get(10) == Some(&b'T');
    let good = inside("rate").is_some_and(rate)
        || inside("cron").is_some_and(cron)
        || inside("at").is_some_and(at);
    rules.need(good, &format!("/schedules/{index}/expression"), || {
        format!("a schedule is rate(5 minutes), cron(0 8 * * ? *) with six fields and one ? for the day, or at(2030-01-01T00:00:00), not {expression:?}")
    });
    let window = schedule.window.unwrap_or(1);
    rules.need((1..=1440).contains(&window), &format!("/schedules/{index}/window"), || {
        format!("the window of a schedule has 1 to 1440 minutes, not {window}")
    });
}

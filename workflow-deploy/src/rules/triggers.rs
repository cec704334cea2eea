//! Triggers: schedules, events, messages, requests.

use super::Rules;
use super::arn::arn;
use crate::problem::escaped;
use crate::settings::{Queue, Schedule, Settings};
use serde_json::Value;
use std::collections::BTreeMap;
use workflow_triggers::{eventbridge, rules as words, zone};

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
    for (at, name) in settings.named() {
        rules.hold(words::name(name), &at);
        match names.get(&words::resource(name)) {
            Some(other) if other == name => {
                twice.push((at, format!("there is another trigger {name:?}")));
            }
            Some(other) => twice.push((
                at,
                format!("{name:?} and {other:?} would be the same resource: their letters and digits make the name"),
            )),
            None => drop(names.insert(words::resource(name), name.to_owned())),
        }
    }
    twice.into_iter().for_each(|(at, message)| rules.need(false, &at, || message));
}

/// Events and buckets.
fn events(rules: &mut Rules, settings: &Settings) {
    for (index, event) in settings.events.iter().enumerate() {
        let at = format!("/events/{index}");
        pattern(rules, &event.pattern, &format!("{at}/pattern"));
        let letters = event.pattern.to_string().chars().count();
        rules.hold(words::pattern_length(letters), &format!("{at}/pattern"));
        if let Some(bus) = &event.bus {
            rules.hold(words::bus(bus), &format!("{at}/bus"));
        }
    }
    for (index, objects) in settings.objects.iter().enumerate() {
        let at = format!("/objects/{index}");
        rules.hold(words::bucket(&objects.bucket), &format!("{at}/bucket"));
        if let Some(prefix) = &objects.prefix {
            rules.hold(words::prefix(prefix), &format!("{at}/prefix"));
        }
        for (index, event) in objects.events.iter().enumerate() {
            rules.hold(words::object_event(event), &format!("{at}/events/{index}"));
        }
    }
}

/// Queues and requests.
fn messages(rules: &mut Rules, settings: &Settings) {
    for (index, queue) in settings.queues.iter().enumerate() {
        arn(rules, &format!("/queues/{index}/arn"), &queue.arn, "sqs");
        batch(rules, &format!("/queues/{index}"), queue);
    }
    for (index, request) in settings.requests.iter().enumerate() {
        let at = format!("/requests/{index}");
        rules.hold(words::method(&request.method), &format!("{at}/method"));
        rules.hold(words::path(&request.path), &format!("{at}/path"));
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

/// The messages that come together, and the time for which they are waited for.
fn batch(rules: &mut Rules, at: &str, queue: &Queue) {
    let batch = queue.batch.unwrap_or(1);
    rules.hold(words::batch(&queue.arn, batch), &format!("{at}/batch"));
    let window = words::queue_window(&queue.arn, batch, queue.window);
    rules.hold(window, &format!("{at}/window"));
}

fn schedule(rules: &mut Rules, index: usize, schedule: &Schedule) {
    let at = format!("/schedules/{index}");
    let expression = schedule.expression.as_str();
    let rule = eventbridge(expression).map(drop).map_err(|why| {
        format!("a schedule is 0 8 * * MON-FRI, cron(0 8 * * ? *), rate(5 minutes) or at(2030-01-01T00:00:00), not {expression:?}: {why}")
    });
    rules.hold(rule, &format!("{at}/expression"));
    if let Some(Err((why, help))) = schedule.zone.as_deref().map(zone) {
        rules.hold(Err(format!("{why}: {help}")), &format!("{at}/zone"));
    }
    if let Some(minutes) = schedule.window {
        rules.hold(words::schedule_window(minutes), &format!("{at}/window"));
    }
}

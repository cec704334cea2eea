//! Rules and buses of EventBridge (Service Authorization Reference, "Amazon EventBridge").

use super::optimized::{Allowing, within};
use crate::call::Argument;
use crate::text::Text;

/// Calls on a rule, with the argument that names it.
const RULES: &[(&str, &str)] = &[
    ("deleteRule", "Name"),
    ("describeRule", "Name"),
    ("disableRule", "Name"),
    ("enableRule", "Name"),
    ("listTargetsByRule", "Rule"),
    ("putRule", "Name"),
    ("putTargets", "Rule"),
    ("removeTargets", "Rule"),
];
/// Calls on something else that an argument names, and what its ARN has before the name.
const OTHERS: &[(&str, &str, &str)] = &[
    ("cancelReplay", "ReplayName", "replay/"),
    ("createEventBus", "Name", "event-bus/"),
    ("deleteArchive", "ArchiveName", "archive/"),
    ("deleteEventBus", "Name", "event-bus/"),
    ("describeArchive", "ArchiveName", "archive/"),
    ("describeEventBus", "Name", "event-bus/"),
    ("describeReplay", "ReplayName", "replay/"),
    ("putPermission", "EventBusName", "event-bus/"),
    ("removePermission", "EventBusName", "event-bus/"),
    ("updateArchive", "ArchiveName", "archive/"),
    ("updateEventBus", "Name", "event-bus/"),
];

/// Allows a call of EventBridge; false where nothing of it is known here.
pub(super) fn allow(allowing: &mut Allowing<'_>, actions: &[&str]) -> bool {
    let action = allowing.call.action;
    if action == "putEvents" {
        allowing.buses();
        return true;
    }
    if let Some((_, argument)) = RULES.iter().find(|(of, _)| *of == action) {
        rule(allowing, actions, argument);
        return true;
    }
    let Some((_, argument, before)) = OTHERS.iter().find(|(of, ..)| *of == action) else {
        return false;
    };
    match allowing.call.argument(argument) {
        // The bus that every account has.
        Argument::Absent if *before == "event-bus/" => {
            let bus = within("events", before, &Text::plain("default"));
            allowing.permissions.allow(actions, vec![bus]);
        }
        _ => allowing.named(actions, argument, |name| within("events", before, name)),
    }
    true
}

/// A rule of the default bus is `rule/NAME`, one of another bus `rule/BUS/NAME`.
fn rule(allowing: &mut Allowing<'_>, actions: &[&str], argument: &str) {
    let bus = match allowing.call.argument("EventBusName") {
        Argument::Computed => return allowing.any(actions, "`EventBusName` is computed"),
        Argument::Absent => None,
        Argument::Known(bus) if bus.as_plain() == Some("default") => None,
        Argument::Known(bus) => Some(bus),
    };
    let Some(bus) = bus else {
        return allowing.named(actions, argument, |name| within("events", "rule/", name));
    };
    if !bus.is_arn() {
        let before = Text::plain("rule/").then(&bus).with("/");
        return allowing
            .named(actions, argument, |name| Text::arn("events", &before.clone().then(name)));
    }
    // The ARN of a bus, perhaps one of another account: that of its rules begins as it does.
    let plain = bus.as_plain().and_then(|it| it.split_once(":event-bus/"));
    let Some((account, name)) = plain else {
        return allowing.any(actions, "the name of the bus is not known here");
    };
    let before = match name {
        "default" => Text::plain(format!("{account}:rule/")),
        name => Text::plain(format!("{account}:rule/{name}/")),
    };
    allowing.named(actions, argument, |name| before.clone().then(name));
}

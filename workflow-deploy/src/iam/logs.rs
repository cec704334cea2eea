//! Groups and streams of CloudWatch Logs (Service Authorization Reference, "Amazon CloudWatch Logs").

use super::optimized::{Allowing, within};
use crate::call::Argument;
use crate::text::Text;

/// Calls on a stream of a group.
const STREAMS: &[&str] = &["deleteLogStream", "getLogEvents", "putLogEvents"];
/// Calls that have the ARN of a group without anything behind it.
const TAGS: &[&str] = &["listTagsForResource", "tagResource", "untagResource"];

/// Allows a call of CloudWatch Logs; false where it names no group.
pub(super) fn allow(allowing: &mut Allowing<'_>, actions: &[&str]) -> bool {
    let call = allowing.call;
    if TAGS.contains(&call.action) {
        return match call.argument("ResourceArn") {
            Argument::Known(arn) => {
                allowing.permissions.allow(actions, vec![arn]);
                true
            }
            _ => false,
        };
    }
    let of = ["LogGroupName", "LogGroupIdentifier"];
    let Some(argument) = of.into_iter().find(|it| call.argument(it) != Argument::Absent) else {
        return false;
    };
    let behind = match call.argument("LogStreamName") {
        Argument::Known(stream) if STREAMS.contains(&call.action) => {
            Text::plain(":log-stream:").then(&stream)
        }
        _ if STREAMS.contains(&call.action) => Text::plain(":log-stream:*"),
        // Policies have the ARN of a group with this behind it (CloudWatch Logs User Guide, "Resource ARNs").
        _ => Text::plain(":*"),
    };
    allowing.named(actions, argument, |name| {
        // An ARN may have the `:*` already, as `describeLogGroups` tells it.
        let group = match name.as_plain().and_then(|it| it.strip_suffix(":*")) {
            Some(group) => Text::plain(group),
            None => within("logs", "log-group:", name),
        };
        group.then(&behind)
    });
    true
}

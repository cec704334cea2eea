//! The kinds of triggers and their members: the same at a workflow and in the settings of a stack.

/// The form of a member's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberForm {
    /// A text.
    Text,
    /// Texts in brackets.
    Texts,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Flag,
    /// JSON.
    Json,
}

/// A member of a trigger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its name.
    pub name: &'static str,
    /// The form of its value.
    pub form: MemberForm,
    /// True if it has to be there.
    pub required: bool,
    /// True if it may stand without its name, in the order of this list.
    pub bare: bool,
    /// Names that others have for it.
    pub elsewhere: &'static [&'static str],
}

/// A kind of trigger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TriggerKind {
    /// Its name at a workflow.
    pub name: &'static str,
    /// The list of the settings that has such triggers.
    pub list: &'static str,
    /// Its members, besides `name`.
    pub members: &'static [Member],
    /// One of them, as it is written.
    pub example: &'static str,
    /// Names that others have for it.
    pub elsewhere: &'static [&'static str],
}

const fn member(
    name: &'static str,
    form: MemberForm,
    elsewhere: &'static [&'static str],
) -> Member {
    Member { name, form, required: false, bare: false, elsewhere }
}

const fn first(name: &'static str, form: MemberForm, elsewhere: &'static [&'static str]) -> Member {
    Member { name, form, required: true, bare: true, elsewhere }
}

/// All kinds of triggers.
pub const TRIGGER_KINDS: [TriggerKind; 5] = [
    TriggerKind {
        name: "schedule",
        list: "schedules",
        members: &[
            first("expression", MemberForm::Text, &["cron", "rate", "times", "at", "schedule"]),
            Member {
                bare: true,
                ..member(
                    "zone",
                    MemberForm::Text,
                    &["timezone", "time_zone", "tz", "schedule_timezone"],
                )
            },
            member("input", MemberForm::Json, &["payload", "body"]),
            member("window", MemberForm::Number, &["flexible", "jitter"]),
            member("disabled", MemberForm::Flag, &["paused", "off"]),
        ],
        example: "schedule(\"0 8 * * MON-FRI\", \"Europe/Berlin\")",
        elsewhere: &["cron", "rate", "at", "every", "timer"],
    },
    TriggerKind {
        name: "event",
        list: "events",
        members: &[
            first("pattern", MemberForm::Json, &["event", "filter", "detail"]),
            member("bus", MemberForm::Text, &["event_bus", "bus_name", "event_bus_name"]),
        ],
        example: "event({ \"source\": [\"shop\"] })",
        elsewhere: &["eventbridge", "event_bridge", "cloudwatch_event", "rule"],
    },
    TriggerKind {
        name: "objects",
        list: "objects",
        members: &[
            first("bucket", MemberForm::Text, &["bucket_name"]),
            member("prefix", MemberForm::Text, &["key", "keys", "filter"]),
            member("events", MemberForm::Texts, &["event", "event_types"]),
        ],
        example: "objects(\"incoming\", prefix = \"orders/\")",
        elsewhere: &["s3", "object", "bucket"],
    },
    TriggerKind {
        name: "queue",
        list: "queues",
        members: &[
            first("arn", MemberForm::Text, &["queue_arn", "queue"]),
            member("batch", MemberForm::Number, &["batch_size"]),
            member("window", MemberForm::Number, &["batch_window", "maximum_batching_window"]),
        ],
        example: "queue(\"arn:aws:sqs:eu-west-1:123456789012:orders\", batch = 10)",
        elsewhere: &["sqs", "message", "messages", "pipe"],
    },
    TriggerKind {
        name: "request",
        list: "requests",
        members: &[
            first("method", MemberForm::Text, &["verb"]),
            first("path", MemberForm::Text, &["route", "resource", "url"]),
        ],
        example: "request(\"POST\", \"/orders\")",
        elsewhere: &["api", "http", "http_api", "rest", "api_gateway"],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_means_one_thing() {
        for kind in TRIGGER_KINDS {
            let mut names: Vec<&str> = kind.members.iter().map(|it| it.name).collect();
            names.extend(kind.members.iter().flat_map(|it| it.elsewhere));
            let count = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), count, "{}", kind.name);
            assert!(kind.example.starts_with(kind.name));
        }
        let mut names: Vec<&str> = TRIGGER_KINDS.iter().map(|it| it.name).collect();
        names.extend(TRIGGER_KINDS.iter().flat_map(|it| it.elsewhere));
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}

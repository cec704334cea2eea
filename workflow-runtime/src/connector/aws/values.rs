//! Arguments as they are sent, and results as Step Functions gives them.

use super::super::Target;
use super::names::Names;
use crate::failure::Failure;
use serde_json::{Map, Value, json};
use workflow_aws::CallOutcome;

/// Members that hold a text to the service, and any JSON in an optimized integration: the list that they are in, if they
/// are, and the member.
const TEXTS: &[(&str, &str, Option<&str>, &str)] = &[
    ("events", "putEvents", Some("Entries"), "Detail"),
    ("s3", "putObject", None, "Body"),
    ("aws-sdk:s3", "putObject", None, "Body"),
    ("sns", "publish", None, "Message"),
    ("sqs", "sendMessage", None, "MessageBody"),
    ("states", "startExecution", None, "Input"),
];

/// Members that are times, as numbers of seconds in the answers of services.
const TIMES: &[(&str, &[&str])] = &[
    ("athena", &["CompletionDateTime", "SubmissionDateTime"]),
    (
        "ecs",
        &[
            "ConnectivityAt",
            "CreatedAt",
            "ExecutionStoppedAt",
            "PullStartedAt",
            "PullStoppedAt",
            "RegisteredAt",
            "StartedAt",
            "StoppedAt",
            "StoppingAt",
            "UpdatedAt",
        ],
    ),
    ("glue", &["CompletedOn", "CreatedOn", "LastModifiedOn", "StartedOn"]),
    ("secretsmanager", &["CreatedDate", "DeletionDate", "LastAccessedDate", "LastChangedDate"]),
    ("sfn", &["CreationDate", "RedriveDate", "StartDate", "StopDate", "UpdateDate"]),
];

/// The arguments with texts where the service wants them. What is `null` is not sent.
pub(super) fn sent(target: &Target, mut arguments: Value) -> Value {
    if let Some(fields) = arguments.as_object_mut() {
        fields.retain(|_, value| !value.is_null());
    }
    let row = target.action().and_then(|(service, action)| {
        TEXTS.iter().find(|(of, name, ..)| *of == service && *name == action)
    });
    match row {
        Some((_, _, Some(list), member)) => {
            let items = arguments.get_mut(*list).and_then(Value::as_array_mut);
            items.into_iter().flatten().for_each(|item| text(item.get_mut(*member)));
        }
        Some((_, _, None, member)) => text(arguments.get_mut(*member)),
        None => {}
    }
    arguments
}

/// Members by which a service knows a call that it has had already.
const ONCE: &[(&str, &str, &str)] = &[
    ("athena", "startQueryExecution", "ClientRequestToken"),
    ("ecs", "runTask", "ClientToken"),
    ("sfn", "startExecution", "Name"),
];

/// Names a call by its place, where the arguments do not: after a crash nothing begins twice.
pub(super) fn once(names: &Names, arguments: &mut Value, place: impl FnOnce() -> String) {
    let row = ONCE.iter().find(|(sdk, action, _)| *sdk == names.sdk && *action == names.action);
    if let Some(((.., member), fields)) = row.zip(arguments.as_object_mut()) {
        fields.entry(*member).or_insert_with(|| place().into());
    }
}

fn text(value: Option<&mut Value>) {
    if let Some(value) = value.filter(|value| !value.is_string()) {
        *value = Value::String(value.to_string());
    }
}

/// The result of a call.
///
/// # Errors
/// Events that were not taken fail the call (recorded).
pub(super) fn received(names: &Names, action: &str, called: CallOutcome) -> Result<Value, Failure> {
    let CallOutcome { mut value, status, request } = called;
    if let Some((_, members)) = TIMES.iter().find(|(service, _)| *service == names.sdk) {
        times(&mut value, members, names);
    }
    if names.optimized.is_none() {
        return Ok(value);
    }
    if action == "putEvents" {
        let failed = value["FailedEntryCount"].as_u64().unwrap_or_default();
        return match failed {
            0 => Ok(value),
            _ => Err(Failure::new("EventBridge.FailedEntry", value.to_string())),
        };
    }
    // The answers of questions about a job are plain.
    if let Some(fields) = value.as_object_mut().filter(|_| action == names.action) {
        let headers: Map<_, _> =
            request.iter().map(|id| ("x-amzn-RequestId".to_owned(), json!(id))).collect();
        fields.insert(
            "SdkHttpMetadata".into(),
            json!({ "HttpHeaders": headers, "HttpStatusCode": status }),
        );
        fields.insert("SdkResponseMetadata".into(), json!({ "RequestId": request }));
    }
    Ok(value)
}

/// Through the SDK times are texts; an optimized integration has milliseconds, and of executions seconds as a text.
fn times(value: &mut Value, members: &[&str], names: &Names) {
    match value {
        Value::Object(fields) => fields.iter_mut().for_each(|(name, value)| {
            match value.as_f64().filter(|_| members.contains(&&**name)) {
                Some(seconds) => *value = time(seconds, names),
                None => times(value, members, names),
            }
        }),
        Value::Array(items) => items.iter_mut().for_each(|item| times(item, members, names)),
        _ => {}
    }
}

fn time(seconds: f64, names: &Names) -> Value {
    #[allow(
        clippy::cast_possible_truncation,
        reason = "a time in milliseconds is far from the ends"
    )]
    let milliseconds = (seconds * 1000.0).round() as i64;
    match (names.optimized, &*names.sdk) {
        (Some(_), "sfn") => format!("{seconds:.3}").into(),
        (Some(_), _) => milliseconds.into(),
        (None, _) => match jiff::Timestamp::from_millisecond(milliseconds) {
            Ok(time) => time.to_string().into(),
            Err(_) => json!(seconds),
        },
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn target(resource: &str) -> Target {
        Target::parse(&format!("arn:aws:states:::{resource}")).unwrap()
    }

    #[test]
    fn json_is_sent_as_text() {
        let body = json!({ "QueueUrl": "q", "MessageBody": { "a": 1 }, "DelaySeconds": null });
        let expected = json!({ "QueueUrl": "q", "MessageBody": "{\"a\":1}" });
        assert_eq!(sent(&target("sqs:sendMessage"), body), expected);
        let entries = json!({ "Entries": [{ "Detail": [1] }, { "Detail": "x" }] });
        let expected = json!({ "Entries": [{ "Detail": "[1]" }, { "Detail": "x" }] });
        assert_eq!(sent(&target("events:putEvents"), entries), expected);
    }

    #[test]
    fn results_are_those_of_the_kind_of_call() {
        let received = |resource: &str, value| {
            let names = Names::of(&target(resource)).unwrap();
            let called = CallOutcome { value, status: 200, request: Some("7".into()) };
            received(&names, &names.action, called)
        };
        let sent = received("sqs:sendMessage", json!({ "MessageId": "1" })).unwrap();
        assert_eq!(sent["SdkHttpMetadata"]["HttpStatusCode"], 200);
        let through = received("aws-sdk:sfn:startExecution", json!({ "StartDate": 1.5 })).unwrap();
        assert_eq!(through, json!({ "StartDate": "1970-01-01T00:00:01.5Z" }));
        let run = received("ecs:runTask", json!({ "Tasks": [{ "CreatedAt": 1.5 }] })).unwrap();
        assert_eq!(run["Tasks"][0]["CreatedAt"], 1500);
        let failed = received("events:putEvents", json!({ "FailedEntryCount": 1 })).unwrap_err();
        assert_eq!(failed.error(), "EventBridge.FailedEntry");
    }
}

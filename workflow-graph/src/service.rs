//! A few words on what a state does.

use crate::condition::bare;
use crate::model::NodeKind;
use serde_json::Value;

/// Returns what a state does beyond its kind; empty where there is nothing to say.
pub(crate) fn detail(kind: NodeKind, state: &Value) -> String {
    match kind {
        NodeKind::Task => task(state),
        NodeKind::Wait => wait(state),
        NodeKind::Fail => {
            ["Error", "ErrorPath"].into_iter().find_map(|key| text(state, key)).unwrap_or_default()
        }
        NodeKind::Map => map(state),
        NodeKind::Unknown => state["Type"].as_str().unwrap_or_default().to_owned(),
        _ => String::new(),
    }
}

/// `lambda:invoke charge`: the service with its action and pattern, and the function where it is written down.
fn task(state: &Value) -> String {
    let resource = state["Resource"].as_str().unwrap_or_default();
    let parts: Vec<&str> = resource.split(':').collect();
    match parts.as_slice() {
        ["arn", _, "states", _, _, "activity", name] => format!("activity {name}"),
        ["arn", _, "states", _, _, "aws-sdk", rest @ ..] => rest.join(":"),
        ["arn", _, "states", _, _, service @ ..] => {
            [service.join(":"), called(state)].join(" ").trim_end().to_owned()
        }
        ["arn", _, "lambda", _, _, "function", name, ..] => format!("lambda {name}"),
        _ => resource.to_owned(),
    }
}

/// The name of the function or machine that a task calls: what stands last in its ARN.
fn called(state: &Value) -> String {
    let keys = ["FunctionName", "FunctionName.$", "StateMachineArn"];
    let arguments = ["Arguments", "Parameters"].into_iter().filter_map(|key| state.get(key));
    let named = arguments.flat_map(|arguments| keys.iter().filter_map(|key| text(arguments, key)));
    let name = named.into_iter().next().unwrap_or_default();
    match name.strip_prefix("arn:").and_then(|name| name.split(':').nth(5)) {
        Some(last) => last.to_owned(),
        None => name,
    }
}

fn wait(state: &Value) -> String {
    if let Some(seconds) = state["Seconds"].as_u64() {
        return format!("{seconds} s");
    }
    let keys = ["Seconds", "SecondsPath", "Timestamp", "TimestampPath"];
    keys.into_iter().find_map(|key| text(state, key)).unwrap_or_default()
}

fn map(state: &Value) -> String {
    let mode = &state["ItemProcessor"]["ProcessorConfig"]["Mode"];
    let mode = (*mode == "DISTRIBUTED").then(|| "distributed".to_owned());
    let most = state["MaxConcurrency"].as_u64().filter(|most| *most > 0);
    let most = most.map(|most| format!("{most} at once"));
    mode.into_iter().chain(most).collect::<Vec<_>>().join(", ")
}

fn text(value: &Value, key: &str) -> Option<String> {
    value.get(key)?.as_str().map(|text| bare(text).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn states_are_told_in_a_few_words() {
        let arn = |rest: &str| format!("arn:aws:states:::{rest}");
        let function = "arn:aws:lambda:eu-west-1:123456789012:function:charge:live";
        let cases = [
            (
                json!({"Type": "Task", "Resource": arn("lambda:invoke"), "Arguments": {"FunctionName": "price"}}),
                "lambda:invoke price",
            ),
            (
                json!({"Type": "Task", "Resource": arn("lambda:invoke"), "Parameters": {"FunctionName": function}}),
                "lambda:invoke charge",
            ),
            (json!({"Type": "Task", "Resource": function}), "lambda charge"),
            (
                json!({"Type": "Task", "Resource": arn("sqs:sendMessage.waitForTaskToken")}),
                "sqs:sendMessage.waitForTaskToken",
            ),
            (json!({"Type": "Task", "Resource": arn("aws-sdk:s3:getObject")}), "s3:getObject"),
            (
                json!({"Type": "Task", "Resource": "arn:aws:states:eu-west-1:1:activity:Sign"}),
                "activity Sign",
            ),
            (json!({"Type": "Task", "Resource": "${Function}"}), "${Function}"),
            (json!({"Type": "Wait", "Seconds": 5}), "5 s"),
            (json!({"Type": "Wait", "Timestamp": "{% $at %}"}), "$at"),
            (json!({"Type": "Fail", "Error": "Declined"}), "Declined"),
            (
                json!({"Type": "Map", "MaxConcurrency": 3, "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"}}}),
                "distributed, 3 at once",
            ),
            (json!({"Type": "Hop"}), "Hop"),
            (json!({"Type": "Pass"}), ""),
            (json!(3), ""),
        ];
        for (state, expected) in cases {
            let kind = NodeKind::named(state["Type"].as_str().unwrap_or_default());
            assert_eq!(detail(kind, &state), expected, "{state}");
        }
    }
}

//! The state machine with its role, log, versions, alias and alarms.

use super::Resources;
use super::policy::{document, role};
use super::write::Writer;
use crate::iam::Policies;
use crate::settings::Shift;
use crate::stack::Alarm;
use serde_json::{Map, Value, json};

/// Adds the machine, and what stands beside it.
pub(super) fn add(writer: &Writer<'_>, inline: bool, resources: &mut Resources) {
    let stack = writer.stack;
    let mut properties =
        json!({ "StateMachineName": stack.name, "StateMachineType": stack.kind.name() });
    let definition = match inline {
        true => ("Definition", stack.definition.clone()),
        false => ("DefinitionString", stack.text().into()),
    };
    properties[definition.0] = definition.1;
    if let Some(substitutions) = substitutions(writer) {
        properties["DefinitionSubstitutions"] = substitutions;
    }
    properties["RoleArn"] = json!({ "Fn::GetAtt": [stack.id("Role"), "Arn"] });
    settings(writer, "LoggingConfiguration", "TracingConfiguration", &mut properties);
    resources
        .insert(stack.id.clone(), writer.tagged("AWS::StepFunctions::StateMachine", properties));
    beside(writer, resources);
}

/// The values of the placeholders.
pub(crate) fn substitutions(writer: &Writer<'_>) -> Option<Value> {
    let all = &writer.stack.substitutions;
    let pairs = all.iter().map(|(name, value)| (name.clone(), writer.text(value)));
    (!all.is_empty()).then(|| Value::Object(pairs.collect::<Map<_, _>>()))
}

/// Adds the settings of log and traces, under the names that a dialect has for them.
pub(crate) fn settings(writer: &Writer<'_>, logging: &str, tracing: &str, properties: &mut Value) {
    let stack = writer.stack;
    if let Some(logs) = &stack.logs {
        let group = json!({ "Fn::GetAtt": [stack.id("Logs"), "Arn"] });
        properties[logging] = json!({
            "Level": logs.level.name(),
            "IncludeExecutionData": logs.data,
            "Destinations": [{ "CloudWatchLogsLogGroup": { "LogGroupArn": group } }],
        });
    }
    if stack.tracing {
        properties[tracing] = json!({ "Enabled": true });
    }
}

/// Adds its role and its log.
pub(super) fn beside(writer: &Writer<'_>, resources: &mut Resources) {
    let stack = writer.stack;
    let sources = stack.sources();
    let service = "states.amazonaws.com";
    let role = match stack.policies() {
        Policies::Within(statements) => role(writer, service, &sources, &statements),
        Policies::Beside(all) => {
            let mut own = role(writer, service, &sources, &[]);
            let mut arns = vec![];
            for (index, statements) in all.iter().enumerate() {
                let id = stack.id(&format!("Policy{}", index + 1));
                let properties = json!({ "PolicyDocument": document(writer, statements) });
                let policy = json!({ "Type": "AWS::IAM::ManagedPolicy", "Properties": properties });
                arns.push(json!({ "Ref": id }));
                resources.insert(id, policy);
            }
            own["Properties"]["ManagedPolicyArns"] = arns.into();
            own
        }
    };
    resources.insert(stack.id("Role"), role);
    if let Some(logs) = &stack.logs {
        let properties = json!({ "LogGroupName": stack.log_group(), "RetentionInDays": logs.days });
        resources.insert(
            stack.id("Logs"),
            kept(writer.tagged("AWS::Logs::LogGroup", properties), "Delete"),
        );
    }
}

/// A resource with a policy for its end.
pub(super) fn kept(mut resource: Value, policy: &str) -> Value {
    resource["DeletionPolicy"] = policy.into();
    resource["UpdateReplacePolicy"] = policy.into();
    resource
}

/// Adds the version that this release publishes, and the alias. Older versions stay: executions of the alias may run
/// with them.
pub(super) fn release(writer: &Writer<'_>, resources: &mut Resources) {
    let stack = writer.stack;
    // SAM makes both by itself for machines of its own; these are plain, so that the names stay the same in all forms.
    let version = json!({
        "Type": "AWS::StepFunctions::StateMachineVersion",
        "Properties": {
            "StateMachineArn": { "Ref": stack.id },
            "StateMachineRevisionId": { "Fn::GetAtt": [stack.id, "StateMachineRevisionId"] },
        },
    });
    resources.insert(stack.id("Version"), kept(version, "Retain"));
    let Some(alias) = &stack.alias else { return };
    let mut preference =
        json!({ "StateMachineVersionArn": { "Ref": stack.id("Version") }, "Type": "ALL_AT_ONCE" });
    if let Some(Shift { percent, minutes, linear }) = alias.shift {
        preference["Type"] = if linear { "LINEAR" } else { "CANARY" }.into();
        preference["Percentage"] = percent.into();
        preference["Interval"] = minutes.into();
    }
    if alias.shift.is_some() && !stack.alarms.is_empty() {
        let alarms = stack.alarms.iter().map(|it| json!({ "Ref": stack.id(it.name) }));
        preference["Alarms"] = alarms.collect();
    }
    let properties = json!({ "Name": alias.name, "DeploymentPreference": preference });
    let alias =
        json!({ "Type": "AWS::StepFunctions::StateMachineAlias", "Properties": properties });
    resources.insert(stack.id("Alias"), alias);
}

/// Adds the alarms.
pub(super) fn alarms(writer: &Writer<'_>, resources: &mut Resources) {
    let stack = writer.stack;
    for alarm in &stack.alarms {
        let Alarm { name, metric, from, minutes } = alarm;
        let mut properties = json!({
            "AlarmDescription": alarm.description(&stack.name),
            "Namespace": "AWS/States",
            "MetricName": metric,
            "Dimensions": [{ "Name": "StateMachineArn", "Value": { "Ref": stack.id } }],
            "Statistic": "Sum",
            "Period": minutes * 60,
            "EvaluationPeriods": 1,
            "Threshold": from,
            "ComparisonOperator": "GreaterThanOrEqualToThreshold",
            "TreatMissingData": "notBreaching",
        });
        if let Some(topic) = &stack.topic {
            properties["AlarmActions"] = json!([writer.text(topic)]);
        }
        resources.insert(stack.id(name), writer.tagged("AWS::CloudWatch::Alarm", properties));
    }
}

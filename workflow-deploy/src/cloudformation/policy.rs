//! Policies, and the roles that services take.

use super::write::Writer;
use crate::iam::Statement;
use crate::stack::tells_account;
use crate::text::Text;
use serde_json::{Value, json};

/// A policy of statements.
pub(super) fn document(writer: &Writer<'_>, statements: &[Statement]) -> Value {
    let statement = |it: &Statement| {
        let resources: Vec<Value> = it.resources.iter().map(|it| writer.text(it)).collect();
        let mut statement =
            json!({ "Effect": "Allow", "Action": it.actions, "Resource": alone(resources) });
        if let Some(condition) = &it.condition {
            statement["Condition"] = condition.clone();
        }
        statement
    };
    json!({ "Version": "2012-10-17", "Statement": statements.iter().map(statement).collect::<Vec<_>>() })
}

/// One value stands without its list.
fn alone(mut values: Vec<Value>) -> Value {
    if values.len() == 1 { values.remove(0) } else { values.into() }
}

/// A role that a service takes for this account, and for a source where that is known.
pub(super) fn role(
    writer: &Writer<'_>,
    service: &str,
    sources: &[Text],
    statements: &[Statement],
) -> Value {
    let mut condition =
        json!({ "StringEquals": { "aws:SourceAccount": { "Ref": "AWS::AccountId" } } });
    if !sources.is_empty() {
        let sources = sources.iter().map(|it| writer.text(it)).collect();
        condition["ArnLike"] = json!({ "aws:SourceArn": alone(sources) });
    }
    let mut trust = json!({ "Effect": "Allow", "Principal": { "Service": service }, "Action": "sts:AssumeRole" });
    if tells_account(service) {
        trust["Condition"] = condition;
    }
    let mut properties =
        json!({ "AssumeRolePolicyDocument": { "Version": "2012-10-17", "Statement": [trust] } });
    if !statements.is_empty() {
        let policy =
            json!({ "PolicyName": "Needed", "PolicyDocument": document(writer, statements) });
        properties["Policies"] = json!([policy]);
    }
    writer.tagged("AWS::IAM::Role", properties)
}

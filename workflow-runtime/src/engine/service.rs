//! The form of a task on AWS: a Lambda function behind `arn:aws:states:::lambda:invoke`.
//!
//! Machines hand over and take payloads alone. What AWS wraps around them is written here, in events only, so
//! that both kinds of machines have the same history.

use std::sync::Arc;

/// The `resourceType`, and the name of the task in messages about its size.
pub(crate) const RESOURCE_TYPE: &str = "lambda";

/// The account, region and role named in ARNs. Defaults to one fixed form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The region.
    pub region: Arc<str>,
    /// The account's number.
    pub account: Arc<str>,
    /// The ARN of the role.
    pub role: Arc<str>,
}

impl Default for Place {
    fn default() -> Self {
        Place {
            region: "us-east-1".into(),
            account: "123456789012".into(),
            role: "arn:aws:iam::123456789012:role/workflow".into(),
        }
    }
}

impl Place {
    /// The ARN of an execution.
    pub(crate) fn execution(&self, machine: &str, name: &str) -> Arc<str> {
        let Place { region, account, .. } = self;
        concat(&["arn:aws:states:", region, ":", account, ":execution:", machine, ":", name])
    }

    /// The ARN of a state machine.
    pub(crate) fn machine(&self, machine: &str) -> Arc<str> {
        let Place { region, account, .. } = self;
        concat(&["arn:aws:states:", region, ":", account, ":stateMachine:", machine])
    }
}

/// The evaluated `Arguments` of the call.
pub(crate) fn parameters(function: &str, payload: &str) -> Arc<str> {
    // The name of a Rust function has nothing to escape.
    concat(&["{\"FunctionName\":\"", function, "\",\"Payload\":", payload, "}"])
}

/// The result of the call.
pub(crate) fn result(payload: &str) -> Arc<str> {
    concat(&["{\"ExecutedVersion\":\"$LATEST\",\"Payload\":", payload, ",\"StatusCode\":200}"])
}

fn concat(parts: &[&str]) -> Arc<str> {
    parts.concat().into()
}

//! The region and the account that ARNs name.

use std::sync::Arc;

/// The region, account and role in ARNs. The default is a fixed one.
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

fn concat(parts: &[&str]) -> Arc<str> {
    parts.concat().into()
}

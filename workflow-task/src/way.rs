//! The way in which a task is called: by its own body, or by something else that has an ARN.

use crate::constant::{colons, find};
use std::any::Any;

/// The kind of thing that answers the calls of a task.
#[derive(Clone, Copy, Debug, Default)]
pub enum Way {
    /// Its body; on AWS the Lambda function of its name.
    #[default]
    Function,
    /// The holder of the token that its body hands out.
    Callback,
    /// The resource of this ARN: a function that is there already, an activity, or an action of a service.
    Resource(&'static str),
    /// The holder of the token that a call of this resource hands out: the action of a service, `….waitForTaskToken`.
    Token {
        /// The ARN.
        resource: &'static str,
        /// The place of the token in the arguments: `MessageBody.Token`.
        at: &'static str,
    },
    /// An execution of another workflow.
    Workflow(Nested),
    /// The execution of a workflow that continues in place of this one.
    Continue(Nested),
}

/// A workflow that others call.
#[derive(Clone, Copy, Debug)]
pub struct Nested {
    /// The parts that it runs by: the engine knows their type.
    pub parts: &'static (dyn Any + Send + Sync),
    /// True if it continues as another execution: then a caller cannot wait for its result.
    pub continues: bool,
}

impl Way {
    /// True if it is a Lambda function: transient errors of Lambda are retried.
    #[must_use]
    pub const fn is_lambda(&self) -> bool {
        match self {
            Way::Function | Way::Callback => true,
            Way::Resource(arn) => is_function(arn),
            Way::Token { .. } | Way::Workflow(_) | Way::Continue(_) => false,
        }
    }

    /// The ARN of what is called, if its function names one.
    #[must_use]
    pub const fn named(&self) -> Option<&'static str> {
        match self {
            Way::Resource(arn) | Way::Token { resource: arn, .. } => Some(arn),
            Way::Function | Way::Callback | Way::Workflow(_) | Way::Continue(_) => None,
        }
    }
}

/// True if an ARN is that of a Lambda function: `arn:aws:lambda:REGION:ACCOUNT:function:NAME`.
#[must_use]
pub const fn is_function(arn: &str) -> bool {
    let arn = arn.as_bytes();
    match find(arn, b":lambda:") {
        // `arn:aws:states:::lambda:invoke` is an action of a service, and so is `..:::aws-sdk:lambda:listTags`.
        Some(at) => at > 0 && arn[at - 1] != b':' && colons(arn, at) == 1,
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_told_from_actions() {
        assert!(is_function("arn:aws:lambda:us-east-1:123456789012:function:charge"));
        assert!(!is_function("arn:aws:states:::lambda:invoke"));
        assert!(!is_function("arn:aws:states:::aws-sdk:lambda:listFunctions"));
        assert!(!is_function("arn:aws:states:::sqs:sendMessage"));
        assert!(!is_function("arn:aws:states:us-east-1:123456789012:activity:lambda"));
    }
}

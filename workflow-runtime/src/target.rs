//! A resource, read.

use crate::failure::Failure;
pub use crate::integrations::Pattern;
use crate::integrations::{Integration, find};
use std::sync::Arc;

/// The parsed `Resource` of a Task state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The `Resource` as it stands in the document.
    pub resource: Arc<str>,
    /// Its kind, which decides the events of its calls.
    pub shape: Shape,
}

/// The kinds of resources. Each has events of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The ARN of a Lambda function: `LambdaFunction…` events.
    Function,
    /// The ARN of an activity: `Activity…` events.
    Activity,
    /// An integration of a service: `Task…` events.
    Service {
        /// Such as `sqs` or `aws-sdk:dynamodb`.
        service: Arc<str>,
        /// The action with its pattern, such as `sendMessage.waitForTaskToken`.
        action: Arc<str>,
        /// The way in which the engine waits for its result.
        pattern: Pattern,
    },
}

impl Target {
    /// Reads a `Resource`.
    ///
    /// # Errors
    /// A text that says what the resource is not, and what may be written there.
    pub fn parse(resource: &str) -> Result<Self, String> {
        let target = |shape| Target { resource: resource.into(), shape };
        let parts: Vec<&str> = resource.splitn(6, ':').collect();
        let [_, partition, service, region, account, rest] = parts[..] else {
            return Err(format!("`{resource}` is not an ARN: `arn:aws:states:::service:action`"));
        };
        if parts[0] != "arn" || !partition.starts_with("aws") {
            return Err(format!("`{resource}` is not an ARN of AWS"));
        }
        match service {
            "lambda" if rest.starts_with("function:") => Ok(target(Shape::Function)),
            "states" if rest.starts_with("activity:") => Ok(target(Shape::Activity)),
            "states" if region.is_empty() && account.is_empty() => {
                integration(rest).map(target).ok_or_else(|| {
                    format!("`{resource}` names no action: `arn:aws:states:::service:action`")
                })
            }
            _ => Err(format!(
                "`{resource}` is not a Lambda function, an activity or an integration `arn:aws:states:::service:action`"
            )),
        }
    }

    /// True if the engine makes a token for it. Jobs have one, too (recorded of `startExecution.sync`).
    #[must_use]
    pub fn has_token(&self) -> bool {
        self.pattern() != Pattern::RequestResponse
    }

    /// True if its response is not its result: that comes with the token.
    pub(crate) fn waits(&self) -> bool {
        self.pattern() == Pattern::WaitForTaskToken
    }

    /// Returns the integration pattern.
    #[must_use]
    pub fn pattern(&self) -> Pattern {
        match &self.shape {
            Shape::Service { pattern, .. } => *pattern,
            Shape::Function => Pattern::RequestResponse,
            Shape::Activity => Pattern::WaitForTaskToken,
        }
    }

    /// The service and the action without its pattern, if it is an integration.
    #[must_use]
    pub fn action(&self) -> Option<(&str, &str)> {
        match &self.shape {
            Shape::Service { service, action, .. } => {
                Some((service, action.split('.').next().unwrap_or(action)))
            }
            Shape::Function | Shape::Activity => None,
        }
    }

    /// The optimized integration it is, if it is one that AWS has.
    #[must_use]
    pub fn integration(&self) -> Option<&'static Integration> {
        let (service, action) = self.action()?;
        find(service, action)
    }

    /// Returns what stands for it in messages about the size of its result (recorded).
    pub(crate) fn named(&self) -> &str {
        match &self.shape {
            Shape::Service { service, .. } => service,
            Shape::Function | Shape::Activity => &self.resource,
        }
    }

    /// True if it is a Lambda function, in either form.
    pub(crate) fn is_lambda(&self) -> bool {
        match &self.shape {
            Shape::Function => true,
            Shape::Activity => false,
            Shape::Service { service, .. } => &**service == "lambda",
        }
    }

    /// The failure of a call whose answer is this exception of the API of Step Functions (recorded of
    /// `StateMachineDoesNotExist`, and of `InvalidToken` through the SDK).
    #[must_use]
    pub fn exception(&self, code: &str, message: &str) -> Failure {
        let name = code.trim_end_matches("Exception");
        match self.action() {
            Some(("states", _)) => Failure::new(
                format!("StepFunctions.{name}Exception"),
                format!(
                    "{message} (Service: AWSStepFunctions; Status Code: 400; Error Code: {code})"
                ),
            ),
            _ => Failure::new(
                format!("Sfn.{name}Exception"),
                format!("{message} (Service: Sfn, Status Code: 400)"),
            ),
        }
    }

    /// The failure of a call that no connector takes.
    #[must_use]
    pub fn unanswered(&self) -> Failure {
        let resource = &self.resource;
        match &self.shape {
            Shape::Function => unknown(resource),
            Shape::Activity => Failure::runtime(format!("The activity {resource} does not exist.")),
            Shape::Service { service, .. } if &**service == "lambda" => unknown(resource),
            Shape::Service { .. } => Failure::runtime(format!(
                "no connector answers `{resource}`; register one with `Engine::builder().connector(..)`"
            )),
        }
    }
}

/// Lambda's failure for a function that is not there.
pub(crate) fn unknown(function: &str) -> Failure {
    Failure::new(
        "Lambda.ResourceNotFoundException",
        format!("Function not found: {function} (Service: Lambda, Status Code: 404)"),
    )
}

/// `sqs:sendMessage.waitForTaskToken` and `aws-sdk:dynamodb:putItem`.
fn integration(rest: &str) -> Option<Shape> {
    let (name, pattern) = if let Some(name) = rest.strip_suffix(".waitForTaskToken") {
        (name, Pattern::WaitForTaskToken)
    } else if let Some(name) = rest.strip_suffix(".sync:2") {
        (name, Pattern::Sync2)
    } else if let Some(name) = rest.strip_suffix(".sync") {
        (name, Pattern::Sync)
    } else {
        (rest, Pattern::RequestResponse)
    };
    let (service, action) = name.rsplit_once(':')?;
    if service.is_empty() || action.is_empty() {
        return None;
    }
    let action = format!("{action}{}", &rest[name.len()..]);
    Some(Shape::Service { service: service.into(), action: action.into(), pattern })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn resources_are_read() {
        let service = |service: &str, action: &str, pattern| Shape::Service {
            service: service.into(),
            action: action.into(),
            pattern,
        };
        let cases = [
            ("arn:aws:lambda:us-east-1:1:function:f:$LATEST", Shape::Function),
            ("arn:aws-cn:states:us-east-1:1:activity:a", Shape::Activity),
            (
                "arn:aws:states:::lambda:invoke",
                service("lambda", "invoke", Pattern::RequestResponse),
            ),
            (
                "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                service("sqs", "sendMessage.waitForTaskToken", Pattern::WaitForTaskToken),
            ),
            (
                "arn:aws:states:::states:startExecution.sync:2",
                service("states", "startExecution.sync:2", Pattern::Sync2),
            ),
            (
                "arn:aws:states:::aws-sdk:dynamodb:putItem",
                service("aws-sdk:dynamodb", "putItem", Pattern::RequestResponse),
            ),
        ];
        for (resource, shape) in cases {
            assert_eq!(Target::parse(resource).unwrap().shape, shape, "{resource}");
        }
        for wrong in ["charge", "arn:aws:s3:::bucket", "arn:aws:states:::sqs", "http://x", ""] {
            assert!(Target::parse(wrong).is_err(), "{wrong}");
        }
    }
}

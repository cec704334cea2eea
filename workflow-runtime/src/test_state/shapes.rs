//! The responses of services, as far as mocked results are compared with them: the members of the responses, in the
//! names that Step Functions gives them. One table a group of services, from AWS's public API models.

use super::{calls, functions, items, jobs, objects, others, training};
use crate::connector::{Pattern, Target};
use Kind::{Any, Number, Object, Text, Time};

/// The members of an object.
pub(super) type Shape = &'static [Member];

/// The response of an action: the service as it is named in `aws-sdk` integrations, the action, the members.
pub(super) type Response = (&'static str, &'static str, Shape);

/// A member of a response.
pub(super) struct Member {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) required: bool,
}

/// The kind of a member.
pub(super) enum Kind {
    Any,
    Text,
    /// A text of so many characters, from the first number to the second.
    Sized(usize, usize),
    /// A text with a time.
    Time,
    Flag,
    Number,
    /// A number from the first to the second.
    Between(f64, f64),
    /// A text with so many bytes, from the first number to the second.
    Blob(usize, usize),
    OneOf(&'static [&'static str]),
    List(&'static Kind),
    Object(Shape),
    /// Values under any name.
    Table(&'static Kind),
}

pub(super) const fn may(name: &'static str, kind: Kind) -> Member {
    Member { name, kind, required: false }
}
pub(super) const fn must(name: &'static str, kind: Kind) -> Member {
    Member { name, kind, required: true }
}

pub(super) const ANY: f64 = f64::MAX;

/// An ARN of most services: from 20 to 2,048 characters.
pub(super) const ARN: Kind = Kind::Sized(20, 2_048);

/// Returns what a target returns, if that is known here; other results are not compared. Those of HTTP tasks, API Gateway
/// and EKS are not by AWS, either (documented).
pub(super) fn shape(target: &Target) -> Option<Shape> {
    let (service, action) = target.action()?;
    let service = service.strip_prefix("aws-sdk:").unwrap_or(service);
    let (service, action) = match target.pattern() {
        Pattern::RequestResponse => (model(service, action), action),
        // What is mocked of a job is the answer to the question how it ended (documented).
        Pattern::Sync | Pattern::Sync2 => polled(service, action)?,
        Pattern::WaitForTaskToken => return None,
    };
    let all = [
        calls::RESPONSES,
        functions::RESPONSES,
        items::RESPONSES,
        jobs::RESPONSES,
        objects::RESPONSES,
        others::RESPONSES,
        training::RESPONSES,
    ];
    let mut all = all.into_iter().flatten();
    let found = all.find(|(own, does, _)| (*own, *does) == (service, action));
    found.map(|(_, _, shape)| *shape)
}

/// Returns the name in `aws-sdk` integrations of the service that an optimized one calls.
fn model<'a>(service: &'a str, action: &str) -> &'a str {
    match (service, action) {
        ("states", _) => "sfn",
        ("events", _) => "eventbridge",
        ("emr-serverless", _) => "emrserverless",
        ("emr-containers", _) => "emrcontainers",
        ("bedrock", "invokeModel") => "bedrockruntime",
        _ => service,
    }
}

/// Returns the action that `.sync` asks how a job has ended.
fn polled(service: &str, action: &str) -> Option<(&'static str, &'static str)> {
    Some(match (service, action) {
        ("states", "startExecution") => ("sfn", "describeExecution"),
        ("batch", "submitJob") => ("batch", "describeJobs"),
        ("ecs", "runTask") => ("ecs", "describeTasks"),
        ("glue", "startJobRun") => ("glue", "getJobRun"),
        ("codebuild", "startBuild") => ("codebuild", "batchGetBuilds"),
        ("athena", "startQueryExecution") => ("athena", "getQueryExecution"),
        ("sagemaker", "createTrainingJob") => ("sagemaker", "describeTrainingJob"),
        ("sagemaker", "createTransformJob") => ("sagemaker", "describeTransformJob"),
        ("sagemaker", "createProcessingJob") => ("sagemaker", "describeProcessingJob"),
        ("databrew", "startJobRun") => ("databrew", "describeJobRun"),
        ("emr-serverless", "startJobRun") => ("emrserverless", "getJobRun"),
        ("bedrock", "createModelCustomizationJob") => ("bedrock", "getModelCustomizationJob"),
        ("mediaconvert", "createJob") => ("mediaconvert", "getJob"),
        _ => return None,
    })
}

/// The context object (documented), as far as it can be given: a Map's item cannot.
pub(super) const CONTEXT: Shape = &[
    may(
        "Execution",
        Object(&[
            may("Id", Text),
            may("Input", Any),
            may("Name", Text),
            may("RoleArn", Text),
            may("StartTime", Time),
            may("RedriveCount", Number),
            may("RedriveTime", Time),
        ]),
    ),
    may("State", Object(&[may("EnteredTime", Time), may("Name", Text), may("RetryCount", Number)])),
    may("StateMachine", Object(&[may("Id", Text), may("Name", Text)])),
    may("Task", Object(&[may("Token", Text)])),
];

//! The response that a mocked result is compared with.

use super::responses::Service;
use crate::connector::{Pattern, Target};

/// Returns what a target returns, if that is known here; other results are not compared. Those of HTTP tasks, API Gateway
/// and EKS are not by AWS, either (documented): the first two are no actions of a service.
pub(super) fn response(target: &Target) -> Option<(Service, &'static str)> {
    let (service, action) = target.action()?;
    let is_own = service.starts_with("aws-sdk:");
    let service = service.strip_prefix("aws-sdk:").unwrap_or(service);
    let (service, action) = match target.pattern() {
        Pattern::RequestResponse if is_own => (service, action),
        Pattern::RequestResponse if service == "eks" => return None,
        Pattern::RequestResponse => (model(service, action), action),
        // What is mocked of a job is the answer to the question how it ended (documented).
        Pattern::Sync | Pattern::Sync2 => polled(service, action)?,
        Pattern::WaitForTaskToken => return None,
    };
    let service = Service::of(service)?;
    let response = service.response(action)?;
    Some((service, response))
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

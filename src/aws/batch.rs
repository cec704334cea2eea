//! AWS Batch: jobs in queues.

use crate::Failure;
use crate::aws::{NameValue, Texts};

request! {
    /// The arguments of [`submit_job()`] and [`submit_job_sync()`].
    SubmitJob;
    /// A job of a definition, in a queue.
    job {
        /// The name of the job.
        job_name: String,
        /// The definition: its name, with or without a revision, or its ARN.
        job_definition: String,
        /// The name or ARN of the queue.
        job_queue: String,
    }
    optional {
        /// Of an array: the number of its jobs.
        array_properties: ArrayProperties,
        /// Its container, as far as it is not as the definition says.
        container_overrides: ContainerOverrides,
        /// The jobs that it waits for.
        depends_on: Vec<Dependency>,
        /// Values of the definition's parameters.
        parameters: Texts,
        /// True: tasks of ECS have its tags.
        propagate_tags: bool,
        /// Its attempts.
        retry_strategy: RetryStrategy,
        /// Of a fair share: its priority.
        scheduling_priority_override: i32,
        /// Of a fair share: whose it is.
        share_identifier: String,
        /// Tags.
        tags: Texts,
        /// The longest time of an attempt.
        timeout: Timeout,
    }
}

response! {
    /// The jobs of an array.
    ArrayProperties {
        /// Their number.
        size: u32,
    }
}

response! {
    /// A container that is not as its definition says.
    ContainerOverrides {
        /// The command that it runs.
        #[serde(skip_serializing_if = "Option::is_none")]
        command: Option<Vec<String>>,
        /// Variables of its environment.
        #[serde(skip_serializing_if = "Option::is_none")]
        environment: Option<Vec<NameValue>>,
        /// `MEMORY`, `VCPU`, `GPU`.
        #[serde(skip_serializing_if = "Option::is_none")]
        resource_requirements: Option<Vec<ResourceRequirement>>,
    }
}

response! {
    /// So much of a resource.
    ResourceRequirement {
        /// `MEMORY`, `VCPU` or `GPU`.
        r#type: String,
        /// The amount.
        value: String,
    }
}

response! {
    /// A job that another one waits for.
    Dependency {
        /// The id of the job.
        job_id: String,
    }
}

response! {
    /// Attempts.
    RetryStrategy {
        /// Their number, 1 to 10.
        attempts: u32,
    }
}

response! {
    /// The time of an attempt.
    Timeout {
        /// Seconds, at least 60.
        attempt_duration_seconds: u32,
    }
}

response! {
    /// A job that was submitted.
    Submitted {
        /// The id of the job.
        job_id: String,
        /// Its name.
        job_name: String,
        /// Its ARN.
        job_arn: Option<String>,
    }
}

response! {
    /// A job that has ended well.
    Job {
        /// The id of the job.
        job_id: String,
        /// Its name.
        job_name: String,
        /// The ARN of its queue.
        job_queue: Option<String>,
        /// `SUCCEEDED`.
        status: String,
        /// The reason of its status.
        status_reason: Option<String>,
        /// The end of its container.
        container: Option<Container>,
        /// The time when it began, in milliseconds.
        started_at: Option<i64>,
        /// The time when it ended, in milliseconds.
        stopped_at: Option<i64>,
    }
}

response! {
    /// The end of a container.
    Container {
        /// Its exit code.
        exit_code: Option<i32>,
        /// The name of its log.
        log_stream_name: Option<String>,
        /// The reason of its end.
        reason: Option<String>,
    }
}

failures! {
    /// The service does not take the arguments.
    Client "Batch.ClientException",
    /// The service fails.
    Server "Batch.ServerException",
    /// The service is not reached.
    Unreached "Batch.SdkClientException",
}

/// Submits a job.
#[workflow_macros::task(resource = "arn:aws:states:::batch:submitJob", name = "batch:submitJob")]
pub async fn submit_job(job: SubmitJob) -> Result<Submitted, Error>;

/// Runs a job, and waits until it has ended. One that fails is `States.TaskFailed`, with its description as the cause.
#[workflow_macros::task(
    resource = "arn:aws:states:::batch:submitJob.sync",
    name = "batch:submitJob.sync"
)]
pub async fn submit_job_sync(job: SubmitJob) -> Result<Job, Error>;

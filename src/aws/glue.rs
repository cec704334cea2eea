//! AWS Glue: runs of jobs.

use crate::Failure;
use crate::aws::Texts;

request! {
    /// The arguments of [`start_job_run()`] and [`start_job_run_sync()`].
    StartJobRun;
    /// A run of a job.
    run {
        /// The name of the job.
        job_name: String,
    }
    optional {
        /// Arguments of the job, by their names: `--day`.
        arguments: Texts,
        /// `STANDARD` or `FLEX`.
        execution_class: String,
        /// The id of a run that is tried again.
        job_run_id: String,
        /// The most data processing units.
        max_capacity: f64,
        /// The number of workers.
        number_of_workers: u32,
        /// The name of a security configuration.
        security_configuration: String,
        /// Minutes.
        timeout: u32,
        /// Such as `G.1X`.
        worker_type: String,
    }
}

response! {
    /// A run that was started.
    Started {
        /// The id of the run.
        job_run_id: String,
    }
}

response! {
    /// A run that has ended well.
    JobRun {
        /// The id of the run.
        id: String,
        /// The name of the job.
        job_name: Option<String>,
        /// `SUCCEEDED`.
        job_run_state: String,
        /// Seconds that it took.
        execution_time: Option<u32>,
    }
}

failures! {
    /// There is no such job.
    EntityNotFound "Glue.EntityNotFoundException",
    /// Too many runs at the same time.
    ConcurrentRunsExceeded "Glue.ConcurrentRunsExceededException",
    /// Arguments that the service does not take.
    InvalidInput "Glue.InvalidInputException",
    /// The service refuses it otherwise.
    Refused "Glue.AWSGlueException",
    /// The service is not reached.
    Unreached "Glue.SdkClientException",
}

/// Starts a run.
#[workflow_macros::task(resource = "arn:aws:states:::glue:startJobRun", name = "glue:startJobRun")]
pub async fn start_job_run(run: StartJobRun) -> Result<Started, Error>;

/// Runs a job, and waits until it has ended. One that fails is `States.TaskFailed`, with its description as the cause.
#[workflow_macros::task(
    resource = "arn:aws:states:::glue:startJobRun.sync",
    name = "glue:startJobRun.sync"
)]
pub async fn start_job_run_sync(run: StartJobRun) -> Result<JobRun, Error>;

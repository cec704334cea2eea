//! `polling`, imported from the Amazon States Language by `workflow import`.
//!
//! The types are what the definition reads; other fields of an input or an answer pass through the exported
//! document, and are dropped by the typed machine.

#![allow(missing_docs, clippy::clone_on_copy, clippy::format_in_format_args, clippy::needless_return, reason = "written by a program")]
#![allow(clippy::needless_update, clippy::redundant_clone, clippy::single_match, clippy::unnecessary_to_owned, reason = "written by a program")]

use workflow::prelude::*;

/// Any JSON, kept and passed on as it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[data(opaque)]
#[serde(transparent)]
pub struct Json(pub serde_json::Value);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Input {
    pub job: Json,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct StartArguments {
    #[serde(rename = "JobName")]
    pub job_name: Json,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct StartResult {
    #[serde(rename = "JobRunId")]
    pub job_run_id: Json,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct StatusArguments {
    #[serde(rename = "JobName")]
    pub job_name: Json,
    #[serde(rename = "RunId")]
    pub run_id: Json,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct JobRun {
    #[serde(rename = "Id")]
    pub id: Json,
    #[serde(rename = "JobRunState")]
    pub job_run_state: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct StatusResult {
    #[serde(rename = "JobRun")]
    pub job_run: JobRun,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct ReportArguments {
    #[serde(rename = "JobRunId")]
    pub job_run_id: Json,
    #[serde(rename = "State")]
    pub state: String,
}

#[task(resource = "arn:aws:states:::glue:startJobRun", aws_retry = false)]
pub async fn start(arguments: StartArguments) -> Result<StartResult, Failure>;

#[task(resource = "arn:aws:states:::aws-sdk:glue:getJobRun", aws_retry = false)]
pub async fn status(arguments: StatusArguments) -> Result<StatusResult, Failure>;

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:report", aws_retry = false)]
pub async fn report(arguments: ReportArguments) -> Result<Json, Failure>;

#[workflow(timeout = 3600)]
pub async fn polling(input: Input) -> Result<Json, Failure> {
    let start_result = start(StartArguments { job_name: input.job.clone() }).named("Start").await?;
    let mut pause_data = start_result.job_run_id.clone();
    loop {
        sleep(Duration::from_secs(30)).named("Pause").await;
        let status_result = status(
            StatusArguments { job_name: input.job.clone(), run_id: pause_data.clone() },
        ).named("Status").await?;
        if status_result.job_run.job_run_state.as_str() == "SUCCEEDED" {
            let report_result = report(
                ReportArguments {
                    job_run_id: status_result.job_run.id.clone(),
                    state: status_result.job_run.job_run_state.clone(),
                },
            ).named("Report").await?;
            return Ok(report_result.clone());
        }
        if status_result.job_run.job_run_state.as_str() == "FAILED" {
            return Err(Failure::new("JobFailed", "the job has failed"));
        }
        pause_data = status_result.job_run.id.clone();
    }
}

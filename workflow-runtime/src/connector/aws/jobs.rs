//! Jobs that a call has begun: they are asked about until they end.

use super::super::Pattern;
use super::Calls;
use crate::failure::Failure;
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;

/// The pause between two questions.
const PAUSE: Duration = Duration::from_secs(1);
/// The number of questions in a row without an answer after which the call fails: a service that is busy for a moment does
/// not end a job that runs.
const UNANSWERED: u32 = 5;

/// The result of a job that was submitted with these arguments, as soon as it has ended. Of a failed one the description
/// is the cause (recorded).
pub(super) async fn ended(
    calls: Calls,
    arguments: Value,
    submitted: Arc<Value>,
    pattern: Pattern,
) -> Result<Arc<Value>, Failure> {
    let (action, question) = question(&calls.names.sdk, &arguments, &submitted)
        .ok_or_else(|| Failure::new("States.TaskFailed", submitted.to_string()))?;
    let mut unanswered = 0;
    loop {
        let told = match calls.call(action, &question).await {
            Ok(told) => told,
            Err(failure) if unanswered == UNANSWERED => return Err(failure),
            Err(_) => {
                unanswered += 1;
                calls.request.engine.sleep(PAUSE).await;
                continue;
            }
        };
        unanswered = 0;
        match state(&calls.names.sdk, &told) {
            State::Runs => calls.request.engine.sleep(PAUSE).await,
            State::Ended(job) => return Ok(Arc::new(opened(job, pattern))),
            State::Failed(job) => return Err(Failure::new("States.TaskFailed", job.to_string())),
        }
    }
}

/// The action that tells of a job, and its arguments; `None` where none was begun.
fn question(sdk: &str, given: &Value, submitted: &Value) -> Option<(&'static str, Value)> {
    let text = |name: &str| submitted[name].as_str();
    Some(match sdk {
        "athena" => ("getQueryExecution", json!({ "QueryExecutionId": text("QueryExecutionId")? })),
        "batch" => ("describeJobs", json!({ "Jobs": [text("JobId")?] })),
        "codebuild" => ("batchGetBuilds", json!({ "Ids": [submitted["Build"]["Id"].as_str()?] })),
        "ecs" => {
            let task = submitted["Tasks"][0]["TaskArn"].as_str()?;
            let cluster = given.get("Cluster").cloned().unwrap_or_else(|| json!("default"));
            ("describeTasks", json!({ "Cluster": cluster, "Tasks": [task] }))
        }
        "glue" => {
            ("getJobRun", json!({ "JobName": given.get("JobName")?, "RunId": text("JobRunId")? }))
        }
        "sfn" => ("describeExecution", json!({ "ExecutionArn": text("ExecutionArn")? })),
        _ => return None,
    })
}

/// The state of a job.
enum State {
    Runs,
    Ended(Value),
    Failed(Value),
}

fn state(sdk: &str, told: &Value) -> State {
    let (job, status) = match sdk {
        // The whole answer is the result.
        "athena" => (told, &told["QueryExecution"]["Status"]["State"]),
        "batch" => (&told["Jobs"][0], &told["Jobs"][0]["Status"]),
        "codebuild" => (&told["Builds"][0], &told["Builds"][0]["BuildStatus"]),
        "ecs" => (&told["Tasks"][0], &told["Tasks"][0]["LastStatus"]),
        "glue" => (&told["JobRun"], &told["JobRun"]["JobRunState"]),
        _ => (told, &told["Status"]),
    };
    match status.as_str().unwrap_or_default() {
        "SUCCEEDED" => State::Ended(job.clone()),
        "STOPPED" if sdk == "ecs" && went_well(job) => State::Ended(job.clone()),
        "ABORTED" | "CANCELLED" | "ERROR" | "EXPIRED" | "FAILED" | "FAULT" | "STOPPED"
        | "TIMED_OUT" | "TIMEOUT" => State::Failed(job.clone()),
        // A job that nobody knows never ends.
        "" => State::Failed(told.clone()),
        _ => State::Runs,
    }
}

/// True if all containers of a task ended with 0.
fn went_well(task: &Value) -> bool {
    let containers = task["Containers"].as_array().map_or(&[][..], Vec::as_slice);
    containers.iter().all(|it| it.get("ExitCode").is_some_and(|code| *code == json!(0)))
}

/// Input and output of an execution are texts; with `.sync:2` they are what these hold.
fn opened(mut job: Value, pattern: Pattern) -> Value {
    if pattern == Pattern::Sync2 {
        for name in ["Input", "Output"] {
            let Some(member) = job.get_mut(name) else { continue };
            let read = member.as_str().and_then(|text| serde_json::from_str(text).ok());
            if let Some(read) = read {
                *member = read;
            }
        }
    }
    job
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jobs_end_well_or_not() {
        let ends = |sdk: &str, told: Value| match state(sdk, &told) {
            State::Runs => None,
            State::Ended(_) => Some(true),
            State::Failed(_) => Some(false),
        };
        for (sdk, told, expected) in [
            ("batch", json!({ "Jobs": [{ "Status": "RUNNABLE" }] }), None),
            ("batch", json!({ "Jobs": [{ "Status": "SUCCEEDED" }] }), Some(true)),
            ("batch", json!({ "Jobs": [] }), Some(false)),
            ("glue", json!({ "JobRun": { "JobRunState": "TIMEOUT" } }), Some(false)),
            ("athena", json!({ "QueryExecution": { "Status": { "State": "QUEUED" } } }), None),
            ("ecs", json!({ "Tasks": [{ "LastStatus": "PENDING" }] }), None),
            (
                "ecs",
                json!({ "Tasks": [{ "LastStatus": "STOPPED", "Containers": [{ "ExitCode": 0 }] }] }),
                Some(true),
            ),
            (
                "ecs",
                json!({ "Tasks": [{ "LastStatus": "STOPPED", "Containers": [{ "ExitCode": 1 }] }] }),
                Some(false),
            ),
            (
                "ecs",
                json!({ "Tasks": [{ "LastStatus": "STOPPED", "Containers": [{}] }] }),
                Some(false),
            ),
            ("sfn", json!({ "Status": "RUNNING" }), None),
            ("sfn", json!({ "Status": "ABORTED" }), Some(false)),
        ] {
            assert_eq!(ends(sdk, told.clone()), expected, "{told}");
        }
        let job = json!({ "Output": "{\"a\":1}" });
        assert_eq!(opened(job.clone(), Pattern::Sync2)["Output"]["a"], 1);
        assert_eq!(opened(job.clone(), Pattern::Sync), job);
    }
}

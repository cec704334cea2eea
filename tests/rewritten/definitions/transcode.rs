//! A video is transcoded, looked at until it is; then three things are done at once.

use super::{Number, Opaque, TRANSIENT, Text, Unread};
use crate::answers::Script;
use crate::compare::Rewritten;
use serde_json::{Value, json};
use workflow::prelude::*;

/// What the functions hand on to each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
struct Job {
    invocation_id: String,
    job_status: String,
    results: Vec<Transcoded>,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "camelCase")]
struct Transcoded {
    video_name: String,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
struct Row {
    video_id: Text,
    video_name: Text,
    video_postive: Number,
    video_negative: Number,
    job_status: Text,
}

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:MediaTranscodeStack-VODJobSubmitBA97FFF4-wO6t5wpPgwpS", retry = TRANSIENT, aws_retry = false)]
async fn submit(uploaded: Opaque) -> Result<Job, Failure>;
#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:MediaTranscodeStack-VODGetJobStatus2FC2D1C8-mmEqRUpTVvWF", retry = TRANSIENT, aws_retry = false)]
async fn status(job: Job) -> Result<Job, Failure>;
#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:MediaTranscodeStack-VODArchiveC5D11BE8-JzqeWkg8OHKk", retry = TRANSIENT, aws_retry = false)]
async fn archive(job: Job) -> Result<Opaque, Failure>;
#[task(resource = "arn:aws:states:::dynamodb:putItem")]
async fn put(item: Row, table_name: String) -> Result<Unread, Failure>;
#[task(resource = "arn:aws:states:::sns:publish")]
async fn publish(topic_arn: String, message: Job) -> Result<Unread, Failure>;

#[pure]
fn row(job: &Job) -> Row {
    Row {
        video_id: Text { s: job.invocation_id.clone() },
        video_name: Text { s: job.results[0].video_name.clone() },
        video_postive: Number { n: "0".to_owned() },
        video_negative: Number { n: "0".to_owned() },
        job_status: Text { s: job.job_status.clone() },
    }
}

#[workflow]
async fn transcode(uploaded: Opaque) -> Result<Opaque, Failure> {
    let mut job = submit(uploaded).await?;
    loop {
        job = status(job).await?;
        if job.job_status == "COMPLETE" {
            break;
        }
        sleep(Duration::from_secs(5)).await;
    }
    let topic = "arn:aws:sns:ap-southeast-2:234937851863:SharedResourcesStack-NotificationTopicEB7A0DF1-DVHa274p8Xpy".to_owned();
    let (_, archived, _) = join!(
        put(row(&job), "SharedResourcesStack-VideoTableE38FEE4B-1QTLS7OCK0EEI".to_owned()),
        archive(job.clone()),
        publish(topic, job),
    )
    .await?;
    Ok(archived)
}

const SUBMIT: &str = "MediaTranscodeStack-VODJobSubmitBA97FFF4-wO6t5wpPgwpS";
const STATUS: &str = "MediaTranscodeStack-VODGetJobStatus2FC2D1C8-mmEqRUpTVvWF";
const ARCHIVE: &str = "MediaTranscodeStack-VODArchiveC5D11BE8-JzqeWkg8OHKk";

/// What the archiving function returned is compared; beside it the original has what the table and the topic answered.
pub fn rewritten() -> Rewritten {
    let video = || json!({ "Records": [{ "key": "cat.mov" }] });
    let job = |status: &str| json!({ "invocation_id": "i-1", "job_status": status, "results": [{ "videoName": "cat" }] });
    let script = |states: &[Value]| {
        Script::default()
            .on(SUBMIT, job("SUBMITTED"))
            .turns(STATUS, states)
            .on("dynamodb:putItem", json!({ "ok": true }))
            .on("sns:publish", json!({ "MessageId": "1" }))
    };
    let waits = script(&[job("PROGRESSING"), job("PROGRESSING"), job("COMPLETE")])
        .on(ARCHIVE, json!({ "archived": 1 }));
    let slow = script(&[job("COMPLETE")]).at_first_fails(
        ARCHIVE,
        "Lambda.ServiceException",
        2,
        json!("at last"),
    );
    let lost = script(&[job("COMPLETE")]).fails(ARCHIVE, "Error", "no such file");
    let part = |output: &Value| output[1].clone();
    Rewritten::new::<transcode>("vod-transcode-delivery-cdk/typescript/statemachine/transcoding-statemachine.asl.json.asl.json", part)
        .succeeds("looked at three times", video(), waits)
        .succeeds("archived at the third attempt", video(), slow)
        .fails("not archived", "Error", video(), lost)
}

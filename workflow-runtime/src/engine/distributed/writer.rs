//! `ResultWriter`: results in files, as they come.

use super::named;
use crate::connector::{Objects, Upload};
use crate::engine::MapRun;
use crate::failure::Failure;
use serde_json::{Map, Value, json};
use std::sync::Arc;
use workflow_asl::document::{ResultForm, WriterConfig};

/// The number of bytes that are uploaded at once: S3 takes no fewer than 5 MiB.
const PART: usize = 8 << 20;
/// The largest size of a file in bytes (Developer Guide: 5 GB); then another one begins.
const FILE: u64 = 5_000_000_000;

const NO_PLACE: &str = "the engine has no place to write to: give it one with `Engine::builder().objects(..)`, \
    or `workflow run --objects FOLDER`";

/// The place of written results.
pub(super) struct Target {
    pub(super) arguments: Value,
    pub(super) config: WriterConfig,
}

/// The status of a child.
#[derive(Clone, Copy)]
pub(super) enum Status {
    Failed,
    Pending,
    Succeeded,
}

/// In the order of the manifest.
const STATUSES: [(Status, &str); 3] =
    [(Status::Failed, "FAILED"), (Status::Pending, "PENDING"), (Status::Succeeded, "SUCCEEDED")];

/// Writes files of results, and a manifest that lists them.
pub(super) struct Writer {
    objects: Arc<dyn Objects>,
    bucket: String,
    /// The part of the keys that the run's files have in common.
    folder: String,
    /// The ARN of the run.
    arn: Arc<str>,
    config: WriterConfig,
    files: [Files; 3],
}

/// The files of children with one status.
#[derive(Default)]
struct Files {
    open: Option<File>,
    /// As the manifest has them.
    done: Vec<Value>,
}

struct File {
    upload: Box<dyn Upload>,
    key: String,
    waiting: Vec<u8>,
    size: u64,
}

impl Writer {
    pub(super) fn new(
        target: Target,
        objects: Option<Arc<dyn Objects>>,
        run: &MapRun,
    ) -> Result<Self, Failure> {
        let objects = objects.ok_or_else(|| failed(NO_PLACE))?;
        let Target { arguments, config } = target;
        let bucket = named(&arguments, "Bucket", "ResultWriter").map_err(failed)?.to_owned();
        let prefix = arguments["Prefix"].as_str().unwrap_or_default().trim_end_matches('/');
        let name = &run.name;
        let folder = if prefix.is_empty() { name.to_string() } else { format!("{prefix}/{name}") };
        let files = Default::default();
        Ok(Writer { objects, bucket, folder, arn: run.arn.clone(), config, files })
    }

    pub(super) fn form(&self) -> ResultForm {
        self.config.transformation
    }

    /// Writes what is known of a child.
    pub(super) async fn add(&mut self, status: Status, items: Vec<Value>) -> Result<(), Failure> {
        for item in items {
            let open = self.files[status as usize].open.take();
            let mut file = match open {
                Some(file) => file,
                None => self.begin(status).await?,
            };
            file.put(&item, self.config.lines);
            file.flush(PART).await?;
            if file.size >= FILE {
                self.close(status, file).await?;
            } else {
                self.files[status as usize].open = Some(file);
            }
        }
        Ok(())
    }

    async fn begin(&mut self, status: Status) -> Result<File, Failure> {
        let number = self.files[status as usize].done.len();
        let extension = if self.config.lines { "jsonl" } else { "json" };
        let name = STATUSES[status as usize].1;
        let key = format!("{}/{name}_{number}.{extension}", self.folder);
        let upload = self.objects.write(&self.bucket, &key).await.map_err(writing)?;
        Ok(File { upload, key, waiting: vec![], size: 0 })
    }

    async fn close(&mut self, status: Status, mut file: File) -> Result<(), Failure> {
        if !self.config.lines {
            file.push("]");
        }
        file.flush(1).await?;
        let listed = json!({ "Key": file.key, "Size": file.size });
        file.upload.finish().await.map_err(writing)?;
        self.files[status as usize].done.push(listed);
        Ok(())
    }

    /// Ends the files, and writes the manifest: what the state's result is.
    pub(super) async fn finish(mut self) -> Result<Value, Failure> {
        let mut files = Map::new();
        for (status, name) in STATUSES {
            if let Some(file) = self.files[status as usize].open.take() {
                self.close(status, file).await?;
            }
            let done = std::mem::take(&mut self.files[status as usize].done);
            files.insert(name.into(), Value::Array(done));
        }
        let Writer { objects, bucket, folder, arn, .. } = self;
        let manifest =
            json!({ "DestinationBucket": bucket, "MapRunArn": arn, "ResultFiles": files });
        let key = format!("{folder}/manifest.json");
        let mut upload = objects.write(&bucket, &key).await.map_err(writing)?;
        upload.add(manifest.to_string().into_bytes()).await.map_err(writing)?;
        upload.finish().await.map_err(writing)?;
        Ok(json!({ "MapRunArn": arn, "ResultWriterDetails": { "Bucket": bucket, "Key": key } }))
    }
}

impl File {
    fn push(&mut self, text: &str) {
        self.waiting.extend_from_slice(text.as_bytes());
        self.size += text.len() as u64;
    }

    fn put(&mut self, item: &Value, lines: bool) {
        if !lines {
            self.push(if self.size == 0 { "[" } else { "," });
        }
        self.push(&item.to_string());
        if lines {
            self.push("\n");
        }
    }

    /// Uploads what waits, if that is so much.
    async fn flush(&mut self, least: usize) -> Result<(), Failure> {
        if self.waiting.len() < least {
            return Ok(());
        }
        self.upload.add(std::mem::take(&mut self.waiting)).await.map_err(writing)
    }
}

fn writing(failure: Failure) -> Failure {
    failed(failure.reported())
}

fn failed(cause: impl Into<String>) -> Failure {
    Failure::new("States.ResultWriterFailed", cause)
}

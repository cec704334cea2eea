//! `ResultWriter`: where results go.

use super::{arguments, body};
use crate::connector::Objects;
use crate::failure::Failure;
use crate::interpreted::plan::{Body, Wrong};
use crate::interpreted::view::View;
use serde_json::{Value, json};
use std::sync::Arc;
use workflow_asl::document::{ResultForm, ResultWriter, WriterConfig};

pub(in crate::interpreted) struct Writing {
    /// Whether results are written; else they only get another form.
    writes: bool,
    pub(super) arguments: Option<Body>,
    config: WriterConfig,
}

/// A writer with its fields evaluated.
pub(super) struct Write {
    target: Option<Value>,
    config: WriterConfig,
}

/// How a child ended.
pub(super) struct End {
    pub(super) arn: String,
    pub(super) name: String,
    pub(super) machine: String,
    pub(super) input: Arc<Value>,
    pub(super) started: jiff::Timestamp,
    pub(super) stopped: jiff::Timestamp,
    pub(super) result: Result<Arc<Value>, Failure>,
}

impl Writing {
    pub(super) fn new(writer: &ResultWriter) -> Result<Self, Wrong> {
        Ok(Writing {
            writes: writer.resource.is_some(),
            arguments: body(writer.arguments.as_ref()),
            config: writer.config.unwrap_or_default(),
        })
    }

    pub(super) fn evaluated(&self, view: &View<'_>) -> Result<Write, Failure> {
        let target =
            if self.writes { Some(arguments(view, self.arguments.as_ref())?) } else { None };
        Ok(Write { target, config: self.config })
    }
}

/// The results of a Map without a writer: those of the children that succeeded, in order.
pub(super) fn plain(ends: Vec<End>) -> Value {
    Value::Array(succeeded(ends.into_iter()).collect())
}

fn succeeded(ends: impl Iterator<Item = End>) -> impl Iterator<Item = Value> {
    ends.filter_map(|end| end.result.ok()).map(Arc::unwrap_or_clone)
}

impl Write {
    /// Writes the results; what the state's result is.
    pub(super) async fn write(
        self,
        ends: Vec<End>,
        objects: Option<Arc<dyn Objects>>,
        arn: &str,
        name: &str,
    ) -> Result<Value, Failure> {
        let Some(target) = &self.target else {
            return Ok(Value::Array(self.formed(ends)));
        };
        let objects = objects.ok_or_else(|| {
            failed("the engine has no place to write to: `Engine::builder().objects(..)`")
        })?;
        let bucket = target["Bucket"].as_str().unwrap_or_default();
        let prefix = target["Prefix"].as_str().unwrap_or_default().trim_end_matches('/');
        let folder = if prefix.is_empty() { name.to_owned() } else { format!("{prefix}/{name}") };
        let (good, bad): (Vec<_>, Vec<_>) = ends.into_iter().partition(|end| end.result.is_ok());
        let mut files = serde_json::Map::new();
        for (status, ends) in [("SUCCEEDED", good), ("FAILED", bad)] {
            let mut listed = vec![];
            if !ends.is_empty() {
                let form =
                    if status == "FAILED" { ResultForm::None } else { self.config.transformation };
                let items = Write {
                    target: None,
                    config: WriterConfig { transformation: form, ..self.config },
                }
                .formed(ends);
                let body = self.encoded(&items);
                let key = format!("{folder}/{status}_0.{}", self.extension());
                listed.push(json!({ "Key": key, "Size": body.len() }));
                objects.put(bucket, &key, body.into_bytes()).await?;
            }
            files.insert(status.into(), Value::Array(listed));
        }
        files.insert("PENDING".into(), json!([]));
        let manifest =
            json!({ "DestinationBucket": bucket, "MapRunArn": arn, "ResultFiles": files });
        let key = format!("{folder}/manifest.json");
        objects.put(bucket, &key, manifest.to_string().into_bytes()).await?;
        Ok(json!({ "MapRunArn": arn, "ResultWriterDetails": { "Bucket": bucket, "Key": key } }))
    }

    fn extension(&self) -> &'static str {
        if self.config.lines { "jsonl" } else { "json" }
    }

    fn encoded(&self, items: &[Value]) -> String {
        if self.config.lines {
            items.iter().map(|item| format!("{item}\n")).collect()
        } else {
            json!(items).to_string()
        }
    }

    /// What `Transformation` keeps of the children.
    fn formed(&self, ends: Vec<End>) -> Vec<Value> {
        match self.config.transformation {
            ResultForm::None
                if self.target.is_none() && ends.iter().all(|it| it.result.is_ok()) =>
            {
                ends.iter().map(described).collect()
            }
            ResultForm::None => ends.iter().map(described).collect(),
            ResultForm::Compact => succeeded(ends.into_iter()).collect(),
            ResultForm::Flatten => succeeded(ends.into_iter())
                .flat_map(|result| match result {
                    Value::Array(items) => items,
                    other => vec![other],
                })
                .collect(),
        }
    }
}

/// An execution with what is known of it (Developer Guide, "ResultWriter").
fn described(end: &End) -> Value {
    let time = |time: jiff::Timestamp| format!("{time:.3}");
    let mut all = json!({
        "ExecutionArn": end.arn,
        "Input": end.input.to_string(),
        "InputDetails": { "Included": true },
        "Name": end.name,
        "RedriveCount": 0,
        "StartDate": time(end.started),
        "StateMachineArn": end.machine,
        "StopDate": time(end.stopped),
    });
    let more = match &end.result {
        Ok(output) => vec![
            ("Output", json!(output.to_string())),
            ("OutputDetails", json!({ "Included": true })),
            ("RedriveStatus", json!("NOT_REDRIVABLE")),
            ("Status", json!("SUCCEEDED")),
        ],
        Err(failure) => vec![
            ("Error", json!(failure.error())),
            ("Cause", json!(failure.cause())),
            ("RedriveStatus", json!("REDRIVABLE_BY_MAP_RUN")),
            ("Status", json!("FAILED")),
        ],
    };
    more.into_iter().for_each(|(key, value)| all[key] = value);
    all
}

fn failed(cause: &str) -> Failure {
    Failure::new("States.ResultWriterFailed", cause)
}

//! Map states: their items, batches, readers and writers.

use super::{Reading, is_distributed, only, whole};
use crate::path::Step as At;
use crate::stop::{ImportError, Stopped};
use crate::value::{Source, Value};
use serde_json::Value as Json;

/// The work of a Map.
#[derive(Debug)]
pub(crate) struct Mapped {
    pub items: Value,
    pub concurrency: Option<u64>,
    /// The input of an iteration.
    pub input: Value,
    pub distributed: Option<Distributed>,
}

/// The options of a distributed Map.
#[derive(Debug, Default)]
pub(crate) struct Distributed {
    pub express: bool,
    pub reader: Option<Reader>,
    pub batch: Option<u64>,
    pub tolerated_count: Option<u64>,
    pub tolerated_percentage: Option<f64>,
    pub writer: Option<(Value, Value)>,
}

/// The reader of a distributed Map.
#[derive(Debug)]
pub(crate) struct Reader {
    /// The function that reads, as `read_csv`.
    pub function: &'static str,
    pub bucket: Value,
    pub key: Value,
    pub max_items: Option<u64>,
}

impl<'a> Reading<'a> {
    pub(super) fn map(&mut self, input: &Value) -> Stopped<Mapped> {
        if self.field("MaxConcurrencyPath").is_some() {
            return Err(ImportError::new("a number of items at a time that is data", "")
                .at("", "MaxConcurrencyPath"));
        }
        let distributed = match is_distributed(self.state.json) {
            true => Some(self.distributed(input)?),
            false => None,
        };
        let items = match (self.text("ItemsPath"), &distributed) {
            (_, Some(Distributed { reader: Some(_), .. })) => Value::Array(vec![]),
            (Some(path), _) => {
                self.frame(input.clone()).path(path).map_err(|stop| stop.at("", "ItemsPath"))?
            }
            (None, _) => input.clone(),
        };
        let selector =
            if self.field("ItemSelector").is_some() { "ItemSelector" } else { "Parameters" };
        let item = Value::whole(Source::Item(self.node));
        let drawn = self.drawn.len();
        let iteration = match self.field(selector) {
            Some(json) => {
                self.frame(input.clone()).template(json).map_err(|stop| stop.at("", selector))?
            }
            None => item.clone(),
        };
        let iteration = match distributed.as_ref().and_then(|it| it.batch) {
            Some(_) if iteration == item => self.batched(input, item)?,
            Some(_) => {
                return Err(ImportError::new("batches of items that are selected", "")
                    .at("", "ItemBatcher"));
            }
            None => iteration,
        };
        if self.drawn.len() > drawn {
            let stop = ImportError::new("a value drawn or parsed for each item", "");
            return Err(stop.at("", selector));
        }
        let concurrency = self.field("MaxConcurrency").and_then(whole).filter(|it| *it > 0);
        Ok(Mapped { items, concurrency, input: iteration, distributed })
    }

    /// `{"Items": [..], "BatchInput": ..}`
    pub(super) fn batched(&mut self, input: &Value, items: Value) -> Stopped<Value> {
        let mut fields = vec![];
        if let Some(json) = self.field("ItemBatcher").and_then(|it| it.get("BatchInput")) {
            fields.push(("BatchInput".to_owned(), self.frame(input.clone()).template(json)?));
        }
        fields.push(("Items".to_owned(), items));
        Ok(Value::Object(None, fields))
    }

    pub(super) fn distributed(&mut self, input: &Value) -> Stopped<Distributed> {
        let processor = self.field("ItemProcessor").or_else(|| self.field("Iterator"));
        let express =
            processor.is_some_and(|it| it["ProcessorConfig"]["ExecutionType"] == "EXPRESS");
        for field in ["ToleratedFailureCountPath", "ToleratedFailurePercentagePath"] {
            if self.field(field).is_some() {
                return Err(ImportError::new("a number of failures that is data", "").at("", field));
            }
        }
        let reader = match self.field("ItemReader") {
            Some(json) => Some(self.reader(json, input).map_err(|stop| stop.at("", "ItemReader"))?),
            None => None,
        };
        let writer = match self.field("ResultWriter") {
            Some(json) => {
                Some(self.writer(json, input).map_err(|stop| stop.at("", "ResultWriter"))?)
            }
            None => None,
        };
        let batch = match self.field("ItemBatcher") {
            Some(json) => {
                let only = ["MaxItemsPerBatch", "BatchInput"];
                let other = json
                    .as_object()
                    .into_iter()
                    .flatten()
                    .find(|(key, _)| !only.contains(&key.as_str()));
                if let Some((key, _)) = other {
                    return Err(
                        ImportError::new("batches by bytes or by data", key).at("", "ItemBatcher")
                    );
                }
                whole(&json["MaxItemsPerBatch"])
            }
            None => None,
        };
        let tolerated_count = self.field("ToleratedFailureCount").and_then(whole);
        let tolerated_percentage = self.field("ToleratedFailurePercentage").and_then(Json::as_f64);
        Ok(Distributed { express, reader, batch, tolerated_count, tolerated_percentage, writer })
    }

    pub(super) fn reader(&mut self, json: &Json, input: &Value) -> Stopped<Reader> {
        let config = &json["ReaderConfig"];
        let resource = json["Resource"].as_str().unwrap_or_default();
        let is_object = resource.ends_with(":s3:getObject");
        let is_list = resource.ends_with(":s3:listObjectsV2");
        let function = match config["InputType"].as_str().unwrap_or("JSON") {
            "CSV" if is_object && config["CSVHeaderLocation"] == "FIRST_ROW" => "read_csv",
            "JSON" if is_object => "read_json",
            "JSONL" if is_object => "read_jsonl",
            _ if is_list => "list_objects",
            other => {
                let what = if is_object { other } else { resource };
                return Err(ImportError::new("a reader of items that Rust workflows lack", what));
            }
        };
        let known = ["InputType", "CSVHeaderLocation", "MaxItems"];
        let strange = config
            .as_object()
            .into_iter()
            .flatten()
            .find(|(key, _)| !known.contains(&key.as_str()));
        if let Some((key, _)) = strange {
            return Err(ImportError::new("an option of a reader that Rust workflows lack", key));
        }
        let from = json.get("Parameters").unwrap_or(&Json::Null);
        let place = self.frame(input.clone()).template(from)?;
        only(from, &["Bucket", if is_list { "Prefix" } else { "Key" }])?;
        let part = |name: &str| place.get(&At::Name(name.to_owned()));
        let max_items = whole(&config["MaxItems"]);
        let key = match is_list {
            true => part("Prefix").unwrap_or(Value::Literal("".into())),
            false => part("Key")?,
        };
        Ok(Reader { function, bucket: part("Bucket")?, key, max_items })
    }

    pub(super) fn writer(&mut self, json: &Json, input: &Value) -> Stopped<(Value, Value)> {
        if json.get("WriterConfig").is_some() {
            return Err(ImportError::new(
                "a form of written results that Rust workflows lack",
                "WriterConfig",
            ));
        }
        let from = json.get("Parameters").unwrap_or(&Json::Null);
        let place = self.frame(input.clone()).template(from)?;
        only(from, &["Bucket", "Prefix"])?;
        let part = |name: &str| place.get(&At::Name(name.to_owned()));
        Ok((part("Bucket")?, part("Prefix").unwrap_or(Value::Literal("".into()))))
    }
}

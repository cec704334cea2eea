//! The files in which a distributed Map has written its results.

use serde::{Deserialize, Serialize};
use workflow_asl::schema::{Field, Present};
use workflow_asl::{Data, Json, Schema};

/// The result of a distributed `map` with `.write(bucket, prefix)`. The results are in files beside the manifest,
/// which lists them: `SUCCEEDED_n.json`, `FAILED_n.json` and `PENDING_n.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// The ARN of the run.
    #[serde(rename = "MapRunArn")]
    pub map_run_arn: String,
    /// The location of the manifest.
    #[serde(rename = "ResultWriterDetails")]
    pub manifest: Manifest,
}

/// The bucket and key of a manifest: the file that lists the files of results.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Its bucket.
    #[serde(rename = "Bucket")]
    pub bucket: String,
    /// Its key.
    #[serde(rename = "Key")]
    pub key: String,
}

impl Json for Written {}
impl Present for Written {}
impl Data for Written {
    fn schema() -> Schema {
        let arn = field("map_run_arn", "MapRunArn", String::schema);
        let manifest = field("manifest", "ResultWriterDetails", Manifest::schema);
        Schema::Struct { name: "Written", fields: vec![arn, manifest] }
    }
}

impl Json for Manifest {}
impl Present for Manifest {}
impl Data for Manifest {
    fn schema() -> Schema {
        let bucket = field("bucket", "Bucket", String::schema);
        let key = field("key", "Key", String::schema);
        Schema::Struct { name: "Manifest", fields: vec![bucket, key] }
    }
}

fn field(rust: &'static str, json: &'static str, schema: fn() -> Schema) -> Field {
    Field::new(rust, json, schema)
}

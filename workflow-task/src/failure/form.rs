//! The text and the JSON of a failure.

use super::Failure;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use workflow_asl::schema::{Field, Present, Schema};
use workflow_asl::{Data, Json};

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}
impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // That the name of a task's own error stands in the cause too is for the document.
        let (error, told) = (self.error(), self.shown());
        match (error, told.as_str()) {
            // A Fail state may have neither.
            ("", "") => f.write_str("failed without an error and a cause"),
            ("", told) => write!(f, "failed without an error: {told}"),
            (error, "") => f.write_str(error),
            (error, told) => write!(f, "{error}: {told}"),
        }
    }
}
impl std::error::Error for Failure {}

impl Serialize for Failure {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        Output { error: self.error().into(), cause: self.reported() }.serialize(to)
    }
}
impl<'de> Deserialize<'de> for Failure {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Output::deserialize(from).map(|output| Failure::new(output.error, output.cause))
    }
}
#[derive(Serialize, Deserialize)]
struct Output {
    #[serde(rename = "Error")]
    error: String,
    #[serde(rename = "Cause", default)]
    cause: String,
}
impl Json for Failure {}
impl Present for Failure {}
impl Data for Failure {
    fn schema() -> Schema {
        let field = |rust, json| Field::new(rust, json, String::schema);
        Schema::Struct {
            name: "Failure",
            fields: vec![field("error", "Error"), field("cause", "Cause")],
        }
    }
}

//! One file for each definition: the workflow, its tasks, inputs and answers.

mod celebrities;
mod explicit_failure;
mod human_in_the_loop;
mod model_customisation;
mod query_large_datasets;
mod redshift_unload;
mod saga;
mod transcode;
mod transfer;
mod uml;

use crate::compare::Rewritten;
use workflow::prelude::*;

/// JSON that a workflow hands on without looking inside.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[data(opaque)]
#[serde(transparent)]
pub struct Opaque(serde_json::Value);

/// What a service answers that nobody reads.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Unread {}

/// What the originals do about transient errors of Lambda.
const TRANSIENT: Retry = Retry::on(&[
    "Lambda.ServiceException",
    "Lambda.AWSLambdaException",
    "Lambda.SdkClientException",
])
.interval(2)
.max_attempts(6)
.backoff_rate(2.0);

/// What the originals do about all errors of what takes something back.
const ANYTHING: Retry = Retry::on(&["States.ALL"]);

/// A text of DynamoDB.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "PascalCase")]
struct Text {
    s: String,
}

/// A number of DynamoDB, which travels as a text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "PascalCase")]
struct Number {
    n: String,
}

pub fn all() -> Vec<Rewritten> {
    vec![
        celebrities::rewritten(),
        explicit_failure::rewritten(),
        human_in_the_loop::rewritten(),
        model_customisation::rewritten(),
        query_large_datasets::rewritten(),
        redshift_unload::rewritten(),
        saga::rewritten(),
        transcode::rewritten(),
        transfer::rewritten(),
        uml::rewritten(),
    ]
}

//! A query is unloaded under a name that is drawn; its manifest is read, or is not there.

use crate::answers::Script;
use crate::compare::Rewritten;
use serde_json::{Value, json};
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
struct Unload {
    redshift_workgroup: String,
    redshift_database: String,
    query_without_unload: String,
    output_bucket: String,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "PascalCase")]
struct Statement {
    id: String,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "PascalCase")]
struct Described {
    status: String,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "PascalCase")]
struct Manifest {
    body: String,
}

#[task(resource = "arn:aws:states:::aws-sdk:redshiftdata:executeStatement")]
async fn execute(
    workgroup_name: String,
    database: String,
    sql: String,
) -> Result<Statement, Failure>;
#[task(resource = "arn:aws:states:::aws-sdk:redshiftdata:describeStatement")]
async fn describe(statement: Statement) -> Result<Described, Failure>;
#[task(resource = "arn:aws:states:::aws-sdk:s3:getObject")]
async fn get_object(bucket: String, key: String) -> Result<Manifest, Failure>;

#[workflow]
async fn unload(wanted: Unload) -> Result<String, Failure> {
    let name = uuid();
    let query = wanted.query_without_unload;
    let bucket = wanted.output_bucket;
    // A `let` that reads what was drawn would be a state of its own: it stands in the call.
    let statement = execute(
        wanted.redshift_workgroup,
        wanted.redshift_database,
        format!("unload ('{query}') to 's3://{bucket}/{name}/result_' iam_role default manifest"),
    )
    .await?;
    loop {
        sleep(Duration::from_secs(5)).await;
        let described = describe(Statement { id: statement.id.clone() }).await?;
        match described.status.as_str() {
            "FINISHED" => break,
            "ABORTED" | "FAILED" => {
                return Err(Failure::new(
                    "Query aborted or failed",
                    "The Redshift query terminated with status ABORTED or FAILED.",
                ));
            }
            _ => {}
        }
    }
    let results = "sfnredshiftworkflowstack-sfnredshiftresultsbucket-udjwa1ue57pt".to_owned();
    match get_object(results, format!("{name}/result_manifest")).await {
        Ok(manifest) => Ok(manifest.body),
        Err(_) => Err(Failure::new(
            "Manifest file not found",
            "The manifest file could not be found in the output S3 bucket.",
        )),
    }
}

/// The manifest is compared: the original reads its JSON, the function returns its text.
pub fn rewritten() -> Rewritten {
    let input = || {
        json!({
            "redshift_workgroup": "group", "redshift_database": "dev",
            "query_without_unload": "select 1", "output_bucket": "out",
        })
    };
    let script = |ends: &str| {
        let status = |status: &str| json!({ "Id": "s-1", "Status": status });
        Script::default()
            .on("aws-sdk:redshiftdata:executeStatement", json!({ "Id": "s-1", "Database": "dev" }))
            .turns("aws-sdk:redshiftdata:describeStatement", &[status("STARTED"), status(ends)])
    };
    let manifest = r#"{"entries":[{"url":"s3://out/0000"}]}"#;
    let found = script("FINISHED")
        .on("aws-sdk:s3:getObject", json!({ "Body": manifest, "ContentLength": 37 }));
    let missing =
        script("FINISHED").fails("aws-sdk:s3:getObject", "S3.NoSuchKeyException", "no such key");
    let part = |output: &Value| Value::String(output["getManifest"]["result"].to_string());
    Rewritten::new::<unload>("redshift-serverless-unload/statemachine/statemachine.asl.json", part)
        .succeeds("unloaded", input(), found)
        .fails("aborted", "Query aborted or failed", input(), script("ABORTED"))
        .fails("failed", "Query aborted or failed", input(), script("FAILED"))
        .fails("no manifest", "Manifest file not found", input(), missing)
}

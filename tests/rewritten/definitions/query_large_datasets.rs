//! A crawler is looked at until it has ended; then a query, as a job that is waited for.

use super::{Opaque, Unread};
use crate::answers::Script;
use crate::compare::{Rewritten, nothing};
use serde_json::{Value, json};
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "PascalCase")]
struct Named {
    name: String,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "PascalCase")]
struct Looked {
    crawler: Crawler,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "PascalCase")]
struct Crawler {
    state: String,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "PascalCase")]
struct Ended {
    query_execution: Query,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "PascalCase")]
struct Query {
    query_execution_id: String,
}
/// What `Query` is handed on as: it has more fields in the answer than a `Query` names, and a document hands on all.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "PascalCase")]
struct Asked {
    query_execution_id: String,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "PascalCase")]
struct Results {
    result_set: ResultSet,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "PascalCase")]
struct ResultSet {
    rows: Vec<Opaque>,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "PascalCase")]
struct Message {
    input: Vec<Opaque>,
}

#[task(resource = "arn:aws:states:::aws-sdk:glue:startCrawler")]
async fn start_crawler(crawler: Named) -> Result<Unread, Failure>;
#[task(resource = "arn:aws:states:::aws-sdk:glue:getCrawler")]
async fn get_crawler(crawler: Named) -> Result<Looked, Failure>;
#[task(resource = "arn:aws:states:::athena:startQueryExecution.sync")]
async fn query(query_string: String, work_group: String) -> Result<Ended, Failure>;
#[task(resource = "arn:aws:states:::athena:getQueryResults")]
async fn results(query: Asked) -> Result<Results, Failure>;
#[task(resource = "arn:aws:states:::sns:publish")]
async fn publish(topic_arn: String, message: Message) -> Result<Unread, Failure>;

#[workflow]
async fn crawl_and_query() -> Result<(), Failure> {
    start_crawler(Named { name: "views".to_owned() }).await?;
    while get_crawler(Named { name: "views".to_owned() }).await?.crawler.state == "RUNNING" {
        sleep(Duration::from_secs(30)).await;
    }
    let text = "SELECT * FROM \"views\".\"data\" WHERE partition_0 = '2017' AND partition_1 = '01' AND partition_2 = '23' limit 5";
    let ended = query(text.to_owned(), "primary".to_owned()).await?;
    let query = Asked { query_execution_id: ended.query_execution.query_execution_id };
    let results = results(query).await?;
    publish("arn:updates".to_owned(), Message { input: results.result_set.rows }).await?;
    Ok(())
}

/// Nothing of the output is compared: the original ends with a message's id.
pub fn rewritten() -> Rewritten {
    let state = |state: &str| json!({ "Crawler": { "Name": "views", "State": state } });
    let script = |states: &[Value]| {
        Script::default()
            .on("aws-sdk:glue:startCrawler", json!({}))
            .turns("aws-sdk:glue:getCrawler", states)
            .on("athena:startQueryExecution", json!({ "QueryExecution": { "QueryExecutionId": "q-1", "Status": { "State": "SUCCEEDED" } } }))
            .on("athena:getQueryResults", json!({ "ResultSet": { "Rows": [{ "Data": [{ "VarCharValue": "a" }] }, { "Data": [] }] }, "UpdateCount": 0 }))
            .on("sns:publish", json!({ "MessageId": "1" }))
    };
    let busy = Script::default().fails(
        "aws-sdk:glue:startCrawler",
        "Glue.CrawlerRunningException",
        "it runs",
    );
    Rewritten::new::<crawl_and_query>(
        "sfn-query-large-datasets-sam/statemachine/statemachine.asl.json",
        nothing,
    )
    .name("glue_crawler_name", "views")
    .name("query_large_datasets_db", "views")
    .name("aws_athena_workgroup", "primary")
    .name("topic_athena_updates", "arn:updates")
    .succeeds("at once", json!({}), script(&[state("STOPPING")]))
    .succeeds(
        "after a minute and a half",
        json!({}),
        script(&[state("RUNNING"), state("RUNNING"), state("RUNNING"), state("READY")]),
    )
    .fails("the crawler runs already", "Glue.CrawlerRunningException", json!({}), busy)
}

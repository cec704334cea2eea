//! Workflows that call services of AWS directly, for the tests of this package.

use std::collections::BTreeMap;
use workflow::aws::{athena, batch, dynamodb, ecs, events, glue, s3, sfn, sns, sqs};
use workflow::prelude::*;

/// Puts an order into a queue, once it may be read.
#[workflow]
pub async fn enqueue(queue: String, order: String) -> Result<String, Failure> {
    match sqs::send_message(sqs::SendMessage {
        delay_seconds: Some(0),
        ..sqs::message(queue, order)
    })
    .await
    {
        Ok(sent) => Ok(sent.message_id),
        Err(sqs::Error::QueueDoesNotExist) => Err(Failure::new("NoQueue", "make it first")),
        Err(other) => Err(other.into()),
    }
}

/// Tells all who have subscribed.
#[workflow]
pub async fn tell(topic: String, text: String, subject: Option<String>) -> Result<String, Failure> {
    match sns::publish(sns::Publish { subject, ..sns::message(topic, text) }).await {
        Ok(published) => Ok(published.message_id),
        Err(sns::Error::NotFound) => Ok("no topic".to_owned()),
        Err(other) => Err(other.into()),
    }
}

/// Writes an order, changes it, finds it, and removes it.
#[workflow]
pub async fn keep(table: String, id: String, total: u32) -> Result<(String, u32, bool), Failure> {
    let key = BTreeMap::from([("id".to_owned(), dynamodb::Attribute::S(id.clone()))]);
    let item = BTreeMap::from([
        ("id".to_owned(), dynamodb::Attribute::S(id.clone())),
        ("amount".to_owned(), dynamodb::Attribute::N(total.to_string())),
    ]);
    match dynamodb::put_item(dynamodb::PutItem {
        condition_expression: Some("attribute_not_exists(id)".to_owned()),
        ..dynamodb::put(table.clone(), item)
    })
    .await
    {
        Ok(_) => {}
        Err(dynamodb::Error::ConditionalCheckFailed) => {
            return Err(Failure::new("Twice", format!("{id} is there already")));
        }
        Err(other) => return Err(other.into()),
    }
    let change = dynamodb::UpdateItem {
        expression_attribute_values: Some(BTreeMap::from([(
            ":more".to_owned(),
            dynamodb::Attribute::N("5".to_owned()),
        )])),
        return_values: Some("ALL_NEW".to_owned()),
        ..dynamodb::update(table.clone(), key.clone(), "ADD amount :more".to_owned())
    };
    dynamodb::update_item(change).await?;
    let got = dynamodb::get_item(dynamodb::get(table.clone(), key.clone())).await?;
    let values = BTreeMap::from([(":id".to_owned(), dynamodb::Attribute::S(id))]);
    let found =
        dynamodb::query(dynamodb::with_key(table.clone(), "id = :id".to_owned(), values)).await?;
    dynamodb::delete_item(dynamodb::delete(table.clone(), key.clone())).await?;
    let gone = dynamodb::get_item(dynamodb::get(table, key)).await?;
    let total = match got.item.unwrap_or_default().get("amount") {
        Some(dynamodb::Attribute::N(total)) => total.clone(),
        _ => "none".to_owned(),
    };
    Ok((total, found.count, gone.item.is_none()))
}

/// Sends an event.
#[workflow]
pub async fn announce(detail: String) -> Result<usize, Failure> {
    let event = events::event("shop".to_owned(), "Order paid".to_owned(), detail);
    let put = events::put_events(events::events(vec![event])).await?;
    Ok(put.entries.len())
}

/// Writes a file, reads it, and lists its folder.
#[workflow]
pub async fn file(bucket: String, key: String, text: String) -> Result<(String, u32), Failure> {
    let object = s3::PutObject {
        content_type: Some("text/plain".to_owned()),
        ..s3::put(bucket.clone(), key.clone(), text)
    };
    s3::put_object(object).await?;
    let read = s3::get_object(s3::get(bucket.clone(), key)).await?;
    let files = s3::ListObjectsV2 { prefix: Some("a/".to_owned()), ..s3::list(bucket.clone()) };
    let listed = s3::list_objects_v2(files).await?;
    match s3::get_object(s3::get(bucket, "nowhere".to_owned())).await {
        Err(s3::Error::NoSuchKey) => Ok((read.body, listed.key_count)),
        Err(other) => Err(other.into()),
        Ok(_) => Err(Failure::new("Found", "what is not there")),
    }
}

/// Starts an execution.
#[workflow]
pub async fn begin(machine: String) -> Result<String, Failure> {
    let started = sfn::start_execution(sfn::start(machine)).await?;
    Ok(started.execution_arn)
}

/// The input and the output of a state machine that is no workflow of this program.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Number {
    /// The number.
    n: u32,
}
/// Twice the number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Twice {
    twice: u32,
}

/// Runs a state machine, with types of its own.
#[task(resource = "arn:aws:states:::states:startExecution.sync:2")]
async fn twice(
    state_machine_arn: String,
    input: Number,
) -> Result<sfn::EndedExecution<Twice>, Failure>;

/// Twice the number, by a state machine.
#[workflow]
pub async fn nested(machine: String, n: u32) -> Result<u32, Failure> {
    let done = twice(machine, Number { n }).await?;
    Ok(done.output.twice)
}

/// Runs a job of Batch.
#[workflow]
pub async fn batched(queue: String, definition: String) -> Result<(bool, String), Failure> {
    let job = batch::SubmitJob {
        parameters: Some(BTreeMap::from([("Day".to_owned(), "1".to_owned())])),
        ..batch::job("one".to_owned(), definition, queue)
    };
    let submitted = batch::submit_job(job.clone()).await?;
    let done = batch::submit_job_sync(job).await?;
    Ok((submitted.job_id.is_empty(), done.status))
}

/// Runs a task of ECS.
#[workflow]
pub async fn contained(
    cluster: String,
    definition: String,
    subnet: String,
    group: String,
) -> Result<(usize, String), Failure> {
    let task = ecs::RunTask {
        cluster: Some(cluster),
        launch_type: Some("FARGATE".to_owned()),
        network_configuration: Some(ecs::NetworkConfiguration {
            awsvpc_configuration: ecs::Awsvpc {
                subnets: vec![subnet],
                security_groups: Some(vec![group]),
                assign_public_ip: None,
            },
        }),
        ..ecs::task(definition)
    };
    let started = ecs::run_task(task.clone()).await?;
    let ended = ecs::run_task_sync(task).await?;
    Ok((started.tasks.len(), ended.last_status))
}

/// Runs a job of Glue.
#[workflow]
pub async fn tidied(job: String) -> Result<String, Failure> {
    let started = glue::start_job_run(glue::run(job.clone())).await?;
    if started.job_run_id.is_empty() {
        return Err(Failure::new("NoRun", "it has no id"));
    }
    match glue::start_job_run_sync(glue::run(job)).await {
        Ok(done) => Ok(done.job_run_state),
        Err(glue::Error::EntityNotFound) => Ok("no job".to_owned()),
        Err(other) => Err(other.into()),
    }
}

/// Runs a query of Athena, and reads its rows.
#[workflow]
pub async fn asked(text: String) -> Result<(String, usize), Failure> {
    let query = athena::StartQueryExecution {
        result_configuration: Some(athena::ResultConfiguration {
            output_location: Some("s3://shop/results/".to_owned()),
        }),
        ..athena::query(text)
    };
    let ended = athena::start_query_execution_sync(query).await?.query_execution;
    let found = athena::get_query_results(athena::results(ended.query_execution_id)).await?;
    Ok((ended.status.state, found.result_set.rows.len()))
}

/// A question to a person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Question {
    /// Its subject.
    pub order: String,
}

/// Puts a question into a queue; whoever reads it answers with its token.
#[task(
    resource = "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
    token = "MessageBody.Token",
    timeout = "1h"
)]
pub async fn ask(queue_url: String, message_body: Question) -> Result<Pending<bool>, sqs::Error>;

/// Asks a person.
#[workflow]
pub async fn approve(queue: String, order: String) -> Result<bool, Failure> {
    let yes = ask(queue, Question { order }).await?;
    Ok(yes)
}

/// The lines of a book that is larger than what a state holds.
#[task]
pub async fn print(lines: u32, large: Res<LargeStore>) -> Result<Large<Vec<String>>, Failure> {
    let lines: Vec<String> = (0..lines).map(|line| format!("é{line:999}")).collect();
    large.put(&lines).await
}

/// Counts the lines of a book.
#[task]
pub async fn lines(book: Large<Vec<String>>, large: Res<LargeStore>) -> Result<usize, Failure> {
    Ok(large.get(&book).await?.len())
}

/// Prints a book, and counts its lines.
#[workflow]
pub async fn bind(size: u32) -> Result<(Large<Vec<String>>, usize), Failure> {
    let book = print(size).await?;
    let lines = lines(book).await?;
    Ok((book, lines))
}

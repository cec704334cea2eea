//! Actions of services, which have types of their own.

use crate::prove;
use std::collections::BTreeMap;
use workflow::aws::batch::{self, submit_job_sync};
use workflow::aws::dynamodb::{self, Attribute, get_item, put_item};
use workflow::aws::sns::{self, publish};
use workflow::aws::sqs::{self, send_message};
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Question {
    pub of: String,
    pub sum: i64,
}

/// Asks by a queue.
#[task(
    resource = "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
    token = "MessageBody.Token",
    timeout = "1h",
    heartbeat = "10m"
)]
pub async fn ask(queue_url: String, message_body: Question) -> Result<Pending<bool>, sqs::Error>;

/// Optional members that are there, are not, and may be.
#[workflow]
pub async fn messages(
    queue: String,
    text: String,
    delay: Option<u32>,
) -> Result<(String, String), Failure> {
    let message = sqs::SendMessage {
        delay_seconds: delay,
        message_group_id: Some(text.clone()),
        ..sqs::message(queue, text.clone())
    };
    let sent = match send_message(message.clone()).await {
        Ok(sent) => sent.message_id,
        Err(sqs::Error::QueueDoesNotExist | sqs::Error::Unreached) => "none".to_owned(),
        Err(other) => return Err(other.into()),
    };
    let again = sqs::SendMessage { delay_seconds: Some(7), message_group_id: None, ..message };
    let published = match send_message(again).await {
        Ok(_) => publish(sns::message("arn:topic".to_owned(), text)).await?,
        Err(_) => {
            let subject = sns::Publish {
                subject: Some(format!("{sent}!")),
                ..sns::message("arn:topic".to_owned(), sent.clone())
            };
            publish(subject).named("Tell instead").await?
        }
    };
    Ok((sent, published.message_id))
}

/// Items of tables, and a job.
#[workflow]
pub async fn items(table: String, id: String, n: i64) -> Result<(i64, Option<i32>), Failure> {
    let key = BTreeMap::from([("id".to_owned(), Attribute::S(id.clone()))]);
    let got = get_item(dynamodb::get(table.clone(), key)).await?;
    let count = match got.item {
        Some(item) => item.len() as i64,
        None => {
            let item = BTreeMap::from([
                ("id".to_owned(), Attribute::S(id.clone())),
                (
                    id.clone(),
                    Attribute::L(vec![Attribute::N(n.to_string()), Attribute::Bool(n > 3)]),
                ),
            ]);
            match put_item(dynamodb::put(table, item)).await {
                Ok(_) => n,
                Err(dynamodb::Error::ConditionalCheckFailed) => 0,
                Err(other) => return Err(other.into()),
            }
        }
    };
    let parameters = Some(BTreeMap::from([("Id".to_owned(), id)]));
    let job = batch::SubmitJob {
        parameters,
        ..batch::job("pack".to_owned(), "pack:1".to_owned(), "jobs".to_owned())
    };
    let done = submit_job_sync(job).await?;
    Ok((count, done.container.and_then(|it| it.exit_code)))
}

/// A person answers by a token in a queue.
#[workflow]
pub async fn questions(queue: String, of: String, sum: i64) -> Result<bool, Failure> {
    match ask(queue.clone(), Question { of: of.clone(), sum }).await {
        Ok(yes) => Ok(yes),
        Err(sqs::Error::QueueDoesNotExist) => Ok(false),
        Err(_) => Ok(ask(queue, Question { of, sum: 0 }).await?),
    }
}

#[test]
fn actions_agree() {
    prove!(messages(queue, text, delay): send_message, publish; failing = 15).run();
    prove!(items(table, id, n): get_item, put_item, submit_job_sync; failing = 10).run();
}

#[test]
fn tokens_agree() {
    let proof = prove!(questions(queue, of, sum): ask; failing = 20);
    proof.run();
    proof.survives(10);
}

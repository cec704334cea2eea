use workflow::aws::{batch, lambda, sqs};
use workflow::prelude::*;

#[workflow]
async fn misspelt(function: String, input: u32) -> Result<(), Failure> {
    lambda::invoke(lambda::Invoke {
        FunctioName: function,
        qualifer: None,
        ..lambda::call("f".to_owned(), serde_json::Value::Null)
    })
    .await?;
    Ok(())
}

#[workflow]
async fn missing(queue: String) -> Result<(), Failure> {
    sqs::send_message(sqs::message(queue)).await?;
    Ok(())
}

#[workflow]
async fn not_all(queue: String) -> Result<(), Failure> {
    sqs::send_message(sqs::SendMessage { queue_url: queue, delay_seconds: Some(1) }).await?;
    Ok(())
}

#[workflow]
async fn another_result(queue: String) -> Result<String, Failure> {
    let job = batch::submit_job(batch::job("one".to_owned(), "pack".to_owned(), queue)).await?;
    Ok(job.status)
}

fn main() {}

use workflow::prelude::*;

#[task(resource = "arn:aws:states:::sqs:sendMessage", token = "MessageBody.Token")]
async fn no_pattern(queue_url: String) -> Result<Pending<bool>, Failure>;

#[task(resource = "arn:aws:states:::sqs:sendMessage.waitForTaskToken", token = "MessageBody..Token")]
async fn no_place(queue_url: String) -> Result<Pending<bool>, Failure>;

#[task(resource = "arn:aws:states:::sqs:sendMessage.waitForTaskToken", token = "MessageBody.Token")]
async fn not_pending(queue_url: String) -> Result<bool, Failure>;

#[task(token = "a.b")]
async fn own_body(queue_url: String) -> Result<bool, Failure> {
    Ok(queue_url.is_empty())
}

#[task(resource = "arn:aws:states:::sqs:sendMessage", name = 5)]
async fn number(queue_url: String) -> Result<(), Failure>;

fn main() {}

use workflow::prelude::*;

#[task(resource = "arn:aws:states:::sqs:sendMessage")]
async fn with_a_body(message: String) -> Result<(), Failure> {
    drop(message);
    Ok(())
}

#[task(resource = "sqs:sendMessage")]
async fn no_arn(message: String) -> Result<(), Failure>;

#[task(resource = "arn:aws:states:::sqs:sendMessage.waitForTaskToken")]
async fn no_token(message: String) -> Result<(), Failure>;

#[task(resource = "arn:aws:states:::sqs:sendMessage")]
async fn injected(context: TaskContext) -> Result<(), Failure>;

#[task]
async fn nothing(message: String) -> Result<(), Failure>;

fn main() {}

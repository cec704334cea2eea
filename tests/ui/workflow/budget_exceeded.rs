use workflow::prelude::*;

const PATIENT: Retry = Retry::on(&["Busy"]).max_attempts(5);
const CENTS: f64 = 0.0001;

#[task(retry = PATIENT, aws_retry = false)]
async fn charge(card: String) -> Result<String, Failure> {
    Ok(card)
}

#[workflow(max_events = 31)]
async fn events(card: String) -> Result<String, Failure> {
    charge(charge(card).await?).await
}

#[workflow(max_transitions = 11)]
async fn transitions(card: String) -> Result<String, Failure> {
    charge(charge(card).await?).await
}

#[workflow(max_dollars = CENTS)]
async fn dollars(card: String) -> Result<String, Failure> {
    charge(charge(card).await?).await
}

fn main() {}

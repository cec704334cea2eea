use workflow::prelude::*;

#[derive(Debug, Serialize, Deserialize, TaskError)]
enum ChargeError {
    Declined { reason: String },
    Throttled,
    #[other]
    Other(Failure),
}

#[task]
async fn charge(card: String) -> Result<String, ChargeError> {
    Ok(card)
}

#[workflow]
async fn before_a_variant(card: String) -> Result<String, Failure> {
    match charge(card).await {
        Ok(receipt) => Ok(receipt),
        Err(ChargeError::Other(failure)) => Err(failure),
        Err(ChargeError::Declined { reason }) => Ok(reason),
        Err(ChargeError::Throttled) => Ok("later".to_owned()),
    }
}

#[workflow]
async fn before_the_rest(card: String) -> Result<String, Failure> {
    match charge(card).await {
        Ok(receipt) => Ok(receipt),
        Err(ChargeError::Other(failure)) => Err(failure),
        Err(_) => Ok("later".to_owned()),
    }
}

/// In the last arm it takes what is left.
#[workflow]
async fn last(card: String) -> Result<String, Failure> {
    match charge(card).await {
        Ok(receipt) => Ok(receipt),
        Err(ChargeError::Declined { reason }) => Ok(reason),
        Err(ChargeError::Throttled | ChargeError::Other(_)) => Ok("later".to_owned()),
    }
}

fn main() {}

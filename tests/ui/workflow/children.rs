use workflow::prelude::*;

#[derive(Debug, Serialize, Deserialize, TaskError)]
enum PaymentError {
    Declined { reason: String },
    Expired,
}

enum Plain {
    Declined,
}

#[task]
async fn tell(text: String) -> Result<String, Failure> {
    Ok(text)
}

#[workflow]
async fn payment(card: String) -> Result<String, PaymentError> {
    if card.is_empty() {
        return Err(PaymentError::Expired);
    }
    tell(card).await.map_err(|_| PaymentError::Expired)
}

// By a catcher, as of a task.
#[workflow]
async fn caught(card: String) -> Result<String, Failure> {
    match payment(card).await {
        Ok(receipt) => Ok(receipt),
        Err(PaymentError::Declined { reason }) => tell(reason).await,
        Err(_) => tell("not paid".to_owned()).await,
    }
}

#[workflow]
async fn of_no_enum(card: String) -> Result<String, Failure> {
    match payment(card).await {
        Ok(receipt) => Ok(receipt),
        Err(failure) => match failure.decode() {
            Ok(PaymentError::Declined { reason }) => tell(reason).await,
            _ => Err(failure),
        },
    }
}

#[workflow]
async fn kept(card: String) -> Result<String, Failure> {
    match payment(card).await {
        Ok(receipt) => Ok(receipt),
        Err(failure) => {
            let error = failure.decode::<PaymentError>();
            tell("not paid".to_owned()).await?;
            match error {
                Ok(PaymentError::Declined { reason }) => tell(reason).await,
                _ => Err(failure),
            }
        }
    }
}

#[workflow]
async fn of_another_type(card: String) -> Result<String, Failure> {
    match payment(card).await {
        Ok(receipt) => Ok(receipt),
        Err(failure) => match failure.decode::<Plain>() {
            Ok(Plain::Declined) => tell("declined".to_owned()).await,
            Err(failure) => Err(failure),
        },
    }
}

fn main() {}

use workflow::prelude::*;

#[derive(Debug, Serialize, Deserialize, TaskError)]
enum ChargeError {
    Declined,
    #[other]
    Other(Failure),
}

#[task]
async fn charge(card: String) -> Result<u32, ChargeError> {
    Ok(card.len() as u32)
}

#[workflow]
async fn moved(card: String) -> Result<u32, Failure> {
    let mut tries = 0;
    match async move {
        tries += 1;
        Ok(charge(card).await?)
    }
    .await
    {
        Ok(paid) => Ok(paid),
        Err(_) => Ok(tries),
    }
}

#[workflow]
async fn variant(card: String) -> Result<u32, Failure> {
    match async { Ok(charge(card).await?) }.await {
        Ok(paid) => Ok(paid),
        Err(ChargeError::Declined) => Ok(0),
        Err(_) => Ok(1),
    }
}

#[workflow]
async fn typed(card: String) -> Result<u32, Failure> {
    match async { Ok::<_, ChargeError>(charge(card).await?) }.await {
        Ok(paid) => Ok(paid),
        Err(_) => Ok(0),
    }
}

#[workflow]
async fn no_value(card: String) -> Result<u32, Failure> {
    match async {
        charge(card).await?;
    }
    .await
    {
        Ok(()) => Ok(1),
        Err(_) => Ok(0),
    }
}

#[workflow]
async fn leaves_a_loop(cards: Vec<String>) -> Result<u32, Failure> {
    for card in cards {
        let paid = match async {
            if card.is_empty() {
                continue;
            }
            Ok(charge(card).await?)
        }
        .await
        {
            Ok(paid) => paid,
            Err(_) => break,
        };
    }
    Ok(0)
}

#[workflow]
async fn guarded(card: String) -> Result<u32, Failure> {
    match async { Ok(charge(card).await?) }.await {
        Ok(paid) => Ok(paid),
        Err(failure) if failure.error() == "Declined" => Ok(0),
        Err(ChargeError::Other(failure)) => Err(failure),
    }
}

#[workflow]
async fn goes_on(card: String) -> Result<u32, Failure> {
    match async {
        charge(card.clone()).await?;
        continue_as(goes_on(card)).await
    }
    .await
    {
        Ok(paid) => Ok(paid),
        Err(failure) => Err(failure),
    }
}

#[workflow]
async fn kept(card: String) -> Result<u32, Failure> {
    let later = async { charge(card).await };
    Ok(later.await?)
}

fn main() {}

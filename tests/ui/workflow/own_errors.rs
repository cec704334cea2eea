use workflow::prelude::*;

#[derive(Debug, Serialize, Deserialize, TaskError)]
enum ChargeError {
    Declined { reason: String },
    Throttled,
}

#[derive(Debug, Serialize, Deserialize, TaskError)]
enum OrderError {
    NotPaid { reason: String },
    Missing,
}

#[derive(Debug, Serialize, Deserialize, TaskError)]
enum AnyError {
    NotPaid,
    #[other]
    Other(Failure),
}

impl From<ChargeError> for AnyError {
    fn from(_: ChargeError) -> Self {
        AnyError::NotPaid
    }
}

#[derive(Debug)]
enum Plain {
    Missing,
}

#[task]
async fn charge(id: String) -> Result<String, ChargeError> {
    Ok(id)
}

#[task]
async fn ship(line: String) -> Result<String, Failure> {
    Ok(line)
}

#[task]
async fn hold(line: String) -> Result<String, OrderError> {
    Ok(line)
}

#[task]
async fn cancel(line: String) -> Result<(), Failure> {
    drop(line);
    Ok(())
}

// `?` of another error.
#[workflow]
async fn another(id: String) -> Result<String, OrderError> {
    let charged = charge(id).await?;
    Ok(charged)
}

// `?` of a failure that no variant holds.
#[workflow]
async fn any_failure(id: String) -> Result<String, OrderError> {
    let shipped = ship(id).await?;
    Ok(shipped)
}

// A conversion of the user's, which no document knows.
#[workflow]
async fn converted(id: String) -> Result<String, AnyError> {
    let charged = charge(id).await?;
    Ok(charged)
}

#[workflow]
async fn converted_at_the_end(id: String) -> Result<String, AnyError> {
    match charge(id).await {
        Ok(charged) => Ok(charged),
        Err(error) => Err(error.into()),
    }
}

#[workflow]
async fn converted_where_it_is_made(id: String) -> Result<String, AnyError> {
    if id.is_empty() {
        return Err(ChargeError::Throttled.into());
    }
    Ok(ship(id).await?)
}

// No error of a task.
#[workflow]
async fn plain(id: String) -> Result<String, Plain> {
    if id.is_empty() {
        return Err(Plain::Missing);
    }
    Ok(id)
}

// The report of an undo that fails needs a variant that holds it.
#[workflow]
async fn undone(id: String) -> Result<String, OrderError> {
    let held = hold(id).undo(|line| cancel(line)).await?;
    hold(held).await
}

// A value of its own is no end of the workflow.
#[workflow]
async fn plain_value(id: String) -> Result<String, OrderError> {
    let checked: Result<String, String> = if id.is_empty() { Err("empty".into()) } else { Ok(id) };
    checked.map_err(|reason| OrderError::NotPaid { reason })
}

#[workflow]
async fn fine(id: String) -> Result<String, OrderError> {
    match charge(id).await {
        Ok(charged) => Ok(charged),
        Err(ChargeError::Declined { reason }) => Err(OrderError::NotPaid { reason }),
        Err(_) => Err(OrderError::Missing),
    }
}

fn main() {}

use workflow::prelude::*;

#[derive(Debug, Serialize, Deserialize, TaskError)]
enum Trouble {
    Busy,
    Bad { code: u8 },
}

#[task]
async fn risky(n: u32) -> Result<u32, Trouble> {
    Ok(n)
}

#[workflow]
async fn any_arm(n: u32) -> Result<u32, Failure> {
    match risky(n).await {
        Ok(found) => Ok(found),
        _ => Ok(0),
    }
}

#[workflow]
async fn no_success(n: u32) -> Result<u32, Failure> {
    match risky(n).await {
        Err(Trouble::Busy) => Ok(1),
        Err(_) => Ok(0),
    }
}

#[workflow]
async fn either(n: u32) -> Result<u32, Failure> {
    if let Ok(_) | Err(Trouble::Busy) = risky(n).await {
        return Ok(1);
    }
    Ok(0)
}

#[workflow]
async fn error_or_else(n: u32) -> Result<u32, Failure> {
    let Err(_error) = risky(n).await else { return Ok(1) };
    Ok(0)
}

#[workflow]
async fn by_a_reference(n: u32) -> Result<u32, Failure> {
    match risky(n).await {
        Ok(found) => Ok(found),
        Err(Trouble::Bad { ref code }) if *code > 3 => Ok(3),
        Err(_) => Ok(0),
    }
}

#[workflow]
async fn beside(n: u32) -> Result<u32, Failure> {
    if let Ok(found) = risky(n).await
        && found > risky(n).await.unwrap_or(0)
    {
        return Ok(found);
    }
    Ok(0)
}

#[workflow]
async fn while_it_works(n: u32) -> Result<u32, Failure> {
    while let Ok(_) = risky(n).await {}
    Ok(0)
}

fn main() {}

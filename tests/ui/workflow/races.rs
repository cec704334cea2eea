use workflow::prelude::*;

#[task]
async fn ship(line: String) -> Result<u32, Failure> {
    Ok(line.len() as u32)
}

#[workflow]
async fn kept_as_a_value(line: String) -> Result<u32, Failure> {
    let first = race!(ship(line.clone()), ship(line)).await?;
    Ok(1)
}

#[workflow]
async fn arm_missing(line: String) -> Result<u32, Failure> {
    match race!(ship(line.clone()), ship(line), sleep(Duration::from_secs(1))).await? {
        Raced::First(n) => Ok(n),
    }
}

#[workflow]
async fn arm_twice(line: String) -> Result<u32, Failure> {
    match race!(ship(line.clone()), ship(line)).await? {
        Raced::First(n) => Ok(n),
        Raced::First(n) => Ok(n + 1),
        Raced::Second(n) => Ok(n),
        _ => Ok(0),
    }
}

#[workflow]
async fn guarded(line: String) -> Result<u32, Failure> {
    match race!(ship(line.clone()), ship(line)).await? {
        Raced::First(n) if n > 1 => Ok(n),
        _ => Ok(0),
    }
}

#[workflow]
async fn pattern(line: String) -> Result<u32, Failure> {
    match race!(ship(line.clone()), ship(line)).await {
        Ok(Raced::First(3)) => Ok(3),
        Ok(Raced::Second(n)) => Ok(n),
        Err(failure) => Err(failure),
    }
}

#[workflow]
async fn retried(line: String) -> Result<u32, Failure> {
    match race!(ship(line.clone()), ship(line)).retry(Retry::on(&["Busy"])).await? {
        Raced::First(n) | Raced::Second(n) => Ok(n),
    }
}

#[workflow]
async fn not_opened(line: String) -> Result<u32, Failure> {
    match race!(ship(line.clone()), ship(line)).await {
        Raced::First(n) => Ok(n),
        Raced::Second(n) => Ok(n),
    }
}

#[workflow]
async fn one_branch(line: String) -> Result<u32, Failure> {
    match race!(ship(line)).await? {
        Raced::First(n) => Ok(n),
    }
}

#[workflow]
async fn awaited_inside(line: String) -> Result<u32, Failure> {
    match race!(ship(line.clone()).await, ship(line)).await? {
        Raced::First(n) => Ok(n),
        Raced::Second(n) => Ok(n),
    }
}

#[workflow]
async fn selected(line: String) -> Result<u32, Failure> {
    tokio::select! {
        n = ship(line) => Ok(n?),
        _ = sleep(Duration::from_secs(1)) => Ok(0),
    }
}

#[workflow]
async fn failed_twice(line: String) -> Result<u32, Failure> {
    match race!(ship(line.clone()), ship(line)).await {
        Ok(_) => Ok(1),
        Err(_) => Ok(2),
        Err(failure) => Err(Failure::new("Race.Lost", failure.cause())),
    }
}

fn main() {}

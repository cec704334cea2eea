use workflow::prelude::*;

#[task]
async fn ship(line: u32) -> Result<u32, Failure> {
    Ok(line)
}

// A copy of what changes behind it.
#[workflow]
async fn copied(n: u32) -> Result<u32, Failure> {
    let mut rate = n;
    let price = move |of: u32| of * rate;
    rate += ship(n).await?;
    ship(price(rate)).await
}

// It changes something.
#[workflow]
async fn changing(n: u32) -> Result<u32, Failure> {
    let mut sum = 0;
    let mut add = |of: u32| sum += of;
    add(n);
    ship(sum).await
}

// It awaits.
#[workflow]
async fn awaiting(n: u32) -> Result<u32, Failure> {
    let send = async |of: u32| ship(of).await;
    send(n).await
}

// Of a name that a closure has, the number of arguments is rustc's.
#[workflow]
async fn too_many(n: u32) -> Result<u32, Failure> {
    let twice = |of: u32| of * 2;
    ship(twice(n, n)).await
}

// A number of any type, which another call would decide.
#[workflow]
async fn open(n: u64) -> Result<String, Failure> {
    let twice = |of| of * 2;
    let large = twice(2_000_000_000);
    ship(n as u32).await?;
    Ok(format!("{large} {}", twice(n)))
}

// Not everywhere.
#[workflow]
async fn unset(n: u32) -> Result<u32, Failure> {
    let found;
    if n > 3 {
        found = ship(n).await?;
    }
    ship(found).await
}

#[workflow]
async fn set_twice(n: u32) -> Result<u32, Failure> {
    let found;
    found = ship(n).await?;
    found = ship(found).await?;
    ship(found).await
}

// Of a `Vec`, which has no pattern.
#[workflow]
async fn sliced(n: Vec<u32>) -> Result<u32, Failure> {
    match n {
        [first, ..] => ship(first).await,
        _ => Ok(0),
    }
}

fn main() {}

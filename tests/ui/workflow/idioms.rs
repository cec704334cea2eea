use workflow::prelude::*;

#[task]
async fn ship(line: String) -> Result<u32, Failure> {
    Ok(line.len() as u32)
}

#[task(retry(max_attempts = 3))]
async fn retried(line: String) -> Result<u32, Failure> {
    Ok(line.len() as u32)
}

type Answer<T> = Result<T, Failure>;

#[workflow]
async fn alias(n: u32) -> Answer<u32> {
    ship(format!("{n}")).await
}

#[workflow]
async fn infinite(list: Vec<f64>) -> Result<f64, Failure> {
    let least = list.iter().fold(f64::INFINITY, |a, b| a.min(*b));
    ship(format!("{}", list.len())).await?;
    Ok(least)
}

#[workflow]
async fn beyond(n: f64) -> Result<u32, Failure> {
    if n > 1e400 {
        ship("far".to_owned()).await?;
    }
    Ok(0)
}

#[workflow]
async fn largest(n: u64) -> Result<u32, Failure> {
    if n == u64::MAX {
        ship("all".to_owned()).await?;
    }
    Ok(0)
}

#[workflow]
async fn slices(list: Vec<u32>) -> Result<u32, Failure> {
    match list.as_slice() {
        [first, ..] => ship(format!("{first}")).await,
        _ => Ok(0),
    }
}

#[workflow]
async fn taken(list: Vec<u32>) -> Result<u32, Failure> {
    let mut list = list;
    if let Some(last) = list.pop() {
        ship(format!("{last}")).await?;
    }
    Ok(0)
}

#[workflow]
async fn asked(n: Option<u32>) -> Result<u32, Failure> {
    let n = n.ok_or(Failure::new("None", "there is none"))?;
    ship(format!("{n}")).await
}

#[workflow]
async fn converted(n: u64) -> Result<u32, Failure> {
    let n: u32 = n.try_into().unwrap();
    ship(format!("{n}")).await
}

#[workflow]
async fn retrier(n: u32) -> Result<u32, Failure> {
    let gently = Retry::on(&["Busy"]).max_attempts(n);
    ship(format!("{n}")).retry(gently).await
}

#[workflow]
async fn twice_wrong(n: u32) -> Result<u32, Failure> {
    tokio::time::timeout(Duration::from_secs(1), ship(format!("{n}"))).await.unwrap()
}

#[workflow]
async fn all_at_once(list: Vec<String>) -> Result<Vec<u32>, Failure> {
    let all: Vec<u32> = list.iter().map(async |line| ship(line.clone()).await?).collect();
    Ok(all)
}

fn main() {}

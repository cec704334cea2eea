use workflow::prelude::*;

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
struct Line {
    code: String,
    price: Option<u32>,
}

#[task]
async fn ship(of: u32) -> Result<u32, Failure> {
    Ok(of)
}

#[workflow]
async fn nameless(lines: Vec<Line>, found: Option<u32>) -> Result<u32, Failure> {
    let first = lines.first()?;
    let size: u32 = first.code.parse()?;
    let more = found?;
    ship(size + more).await
}

#[workflow]
async fn in_a_closure(lines: Vec<Line>) -> Result<u32, Failure> {
    let prices: Vec<u32> =
        lines.iter().map(|line| line.price.ok_or(Failure::new("None", "price"))?).collect();
    ship(prices.len() as u32).await
}

#[workflow]
async fn in_a_guard(found: Option<u32>) -> Result<u32, Failure> {
    match found {
        Some(n) if found.ok_or(Failure::new("None", "found"))? > n => ship(n).await,
        _ => Ok(0),
    }
}

#[workflow]
async fn another_error(found: Option<u32>) -> Result<u32, Failure> {
    let n = found.ok_or("nothing")?;
    ship(n).await
}

fn main() {}

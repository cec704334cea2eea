use workflow::prelude::*;

#[task]
async fn ship(line: String) -> Result<String, Failure> {
    Ok(line)
}

#[workflow]
async fn fulfil(lines: Vec<String>) -> Result<Vec<String>, Failure> {
    let keys: Vec<String> = lines.iter().map(|line| format!("{line} {}", uuid())).collect();
    let _me = execution();
    ship(format!("at {}", now())).await?;
    Ok(keys)
}

fn main() {}

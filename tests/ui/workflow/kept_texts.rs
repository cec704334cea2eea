use workflow::prelude::*;

#[task]
async fn ship(line: String) -> Result<String, Failure> {
    Ok(line)
}

#[workflow]
async fn chosen(n: u32) -> Result<String, Failure> {
    let pair = (n, "d");
    ship("x".to_owned()).await?;
    ship(pair.1.to_owned()).await
}

#[workflow]
async fn listed(n: u32) -> Result<Vec<String>, Failure> {
    let kinds = if n > 3 { vec!["a", "b"] } else { vec![] };
    for kind in &kinds {
        ship(kind.to_string()).await?;
    }
    map(kinds, async |it| ship(it.to_owned()).await).await
}

fn main() {}

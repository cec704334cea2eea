use workflow::prelude::*;

#[task]
async fn ship(line: String) -> Result<String, Failure> {
    Ok(line)
}

#[workflow]
async fn alone() -> Result<String, Failure> {
    let kind = "a";
    ship("x".to_owned()).await?;
    ship(kind.to_owned()).await
}

#[workflow]
async fn chosen(n: u32) -> Result<String, Failure> {
    let kind = if n > 3 { "a" } else { "b" };
    let found = match n {
        1 => Some("c"),
        _ => None,
    };
    let pair = (n, "d");
    ship("x".to_owned()).await?;
    ship(format!("{kind}{}{}", found.unwrap_or("z"), pair.1)).await
}

#[workflow]
async fn listed(n: u32) -> Result<Vec<String>, Failure> {
    let kinds = if n > 3 { vec!["a", "b"] } else { vec![] };
    for kind in kinds {
        ship(kind.to_owned()).await?;
    }
    for other in ["c", "d"] {
        ship(other.to_owned()).await?;
    }
    map(vec!["e", "f"], async |it| ship(it.to_owned()).await).await
}

/// Not kept: nothing is awaited before its last use.
#[workflow]
async fn used(n: u32) -> Result<String, Failure> {
    let kind = if n > 3 { "a" } else { "b" };
    let other = "c";
    let both = format!("{kind}{other}");
    ship(both).await
}

fn main() {}

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

#[workflow]
async fn paired(list: Vec<u32>) -> Result<u32, Failure> {
    let named: Vec<(u32, &str)> = list.iter().map(|n| (*n, "a")).collect();
    for (n, name) in named {
        ship(format!("{n} {name}")).await?;
    }
    let named = list.iter().map(|n| (*n, "b")).collect::<Vec<(u32, &str)>>();
    for (n, name) in named.iter() {
        ship(format!("{n} {name}")).await?;
    }
    Ok(0)
}

fn main() {}

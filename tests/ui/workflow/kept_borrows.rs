use workflow::prelude::*;

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
struct Order {
    id: String,
    total: f64,
    lines: Vec<String>,
}

#[task]
async fn ship(line: String) -> Result<String, Failure> {
    Ok(line)
}

/// Iterators, and lists of references, are kept in no form.
#[workflow]
async fn fulfil(order: Order) -> Result<(), Failure> {
    let lines = order.lines.iter();
    ship("first".to_owned()).await?;
    let long: Vec<&String> = lines.filter(|line| line.len() > 9).collect();
    ship("second".to_owned()).await?;
    ship(format!("{}", long.len())).await?;
    Ok(())
}

/// A pair whose second part is borrowed.
#[workflow]
async fn numbered(lines: Vec<String>) -> Result<(), Failure> {
    for pair in lines.iter().enumerate() {
        ship(pair.1.clone()).await?;
    }
    map(lines.iter().enumerate(), async |pair| ship(pair.1.clone()).await).await?;
    Ok(())
}

fn main() {}

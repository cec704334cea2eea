use workflow::prelude::*;

#[task]
async fn price(id: String) -> Result<f64, Failure> {
    Ok(id.len() as f64)
}

/// The call is not awaited.
#[workflow]
async fn quote(id: String) -> Result<String, Failure> {
    let text = format!("{id}: {}", if price(id.clone()) > 3.0 { "a lot" } else { "little" });
    Ok(text)
}

#[workflow]
async fn quoted(id: String) -> Result<f64, Failure> {
    let price = price(id);
    Ok(price)
}

fn main() {}

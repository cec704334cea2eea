use workflow::prelude::*;

#[task]
async fn first<T: Clone>(items: Vec<T>) -> Result<T, Failure> {
    Ok(items[0].clone())
}

#[task]
async fn show(item: impl ToString) -> Result<String, Failure> {
    Ok(item.to_string())
}

fn main() {}

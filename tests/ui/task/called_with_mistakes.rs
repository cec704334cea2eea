//! A task with a mistake in its signature is still a task for those who call it.
use workflow::prelude::*;

#[task]
async fn value(id: String) -> String {
    id
}

#[task]
async fn borrowed(id: &str, bank: &Res<u8>, list: &[u8]) -> Result<String, Failure> {
    Ok(format!("{id}{}{list:?}", **bank))
}

#[task]
async fn nothing(id: String) {
    drop(id)
}

#[workflow]
async fn all(id: String, list: Vec<u8>) -> Result<String, Failure> {
    let first = value(id).await?;
    let second = borrowed(&first, &list).await?;
    nothing(second.clone()).await?;
    Ok(format!("{first}{}", second.len()))
}

fn main() {}

use workflow::prelude::*;

struct Bank;

#[task]
async fn charge(bank: &Res<Bank>, card: &str, lines: &[u8], more: Vec<&String>) -> Result<(), Failure> {
    Ok(())
}

#[task]
async fn lifetime<'a>(card: &'a str) -> Result<(), Failure> {
    Ok(())
}

fn main() {}

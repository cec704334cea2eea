use workflow::prelude::*;

struct Bank;

#[task]
async fn charge(_bank: &Res<Bank>, _card: &str, _lines: &[u8], _more: Vec<&String>) -> Result<(), Failure> {
    Ok(())
}

#[task]
async fn lifetime<'a>(_card: &'a str) -> Result<(), Failure> {
    Ok(())
}

fn main() {}

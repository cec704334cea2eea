//! A workflow's inputs are an object of limited size.
use workflow::prelude::*;

#[task]
async fn note(of: String) -> Result<(), Failure> {
    let _ = of;
    Ok(())
}

#[workflow]
async fn wide(a: u8, b: u8, c: u8, d: u8, e: u8, f: u8, g: u8, h: u8, last: String) -> Result<(), Failure> {
    note(format!("{last}{a}{b}{c}{d}{e}{f}{g}{h}")).await?;
    Ok(())
}

fn main() {
    wide::definition().unwrap();
}

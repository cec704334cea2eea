//! Two small workflows with a command line of their own: `cargo run --example hello -- --help`.

use std::process::ExitCode;
use workflow::prelude::*;

/// Writes a greeting.
#[task]
async fn greet(name: String) -> Result<String, Failure> {
    if name.is_empty() {
        return Err(Failure::new("Nobody", "there is nobody to greet"));
    }
    Ok(format!("Hello, {name}!"))
}

/// Greets everybody on a list.
#[workflow]
async fn welcome(names: Vec<String>) -> Result<Vec<String>, Failure> {
    map(names, async |name| greet(name).await).await
}

/// Greets somebody, again each day.
#[workflow]
async fn daily(name: String, days: u32) -> Result<u32, Failure> {
    let mut day = 0;
    while day < days {
        greet(name.clone()).await?;
        sleep(Duration::from_secs(24 * 60 * 60)).await;
        day += 1;
    }
    Ok(day)
}

fn main() -> ExitCode {
    workflow::cli![welcome, daily]
}

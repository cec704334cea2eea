//! The smallest function.

use workflow::prelude::*;

/// Greets somebody.
#[task]
async fn greet(name: String) -> Result<String, Failure> {
    Ok(format!("Hello {name}"))
}

/// Greets somebody.
#[workflow]
async fn welcome(name: String) -> Result<String, Failure> {
    greet(name).await
}

fn main() -> std::process::ExitCode {
    workflow::lambda![welcome]
}

//! Attributes of a task's function are seen by who calls it.

use workflow::prelude::*;

/// Documented.
#[task]
#[deprecated = "use `newer`"]
pub async fn older(n: u32) -> Result<u32, Failure> {
    Ok(n)
}

#[deny(deprecated)]
fn main() {
    let _ = older(1);
}

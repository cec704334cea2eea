//! Tasks and errors that many workflows call. Their bodies never run: the script answers.

use workflow::prelude::*;

pub use crate::harness::errors::{Small, Trouble};

pub const PATIENT: Retry = Retry::on(&["Busy"]).interval(2).backoff_rate(1.5).max_attempts(2);
pub const ANY: Retry = Retry::on(&["States.TaskFailed"]).max_attempts(3).max_delay(3);

#[task]
pub async fn count(of: String) -> Result<u32, Failure> {
    Ok(of.len() as u32)
}
#[task]
pub async fn number(of: i64) -> Result<i64, Failure> {
    Ok(of)
}
#[task]
pub async fn measure(of: f64) -> Result<f64, Failure> {
    Ok(of)
}
#[task]
pub async fn text(of: String) -> Result<String, Failure> {
    Ok(of)
}
#[task]
pub async fn check(of: String) -> Result<bool, Failure> {
    Ok(of.is_empty())
}
#[task]
pub async fn note(of: String) -> Result<(), Failure> {
    let _ = of;
    Ok(())
}
#[task]
pub async fn two(a: String, b: i64) -> Result<String, Failure> {
    Ok(format!("{a}{b}"))
}
#[task]
pub async fn list(of: String) -> Result<Vec<i32>, Failure> {
    let _ = of;
    Ok(vec![])
}
#[task]
pub async fn words(of: String) -> Result<Vec<String>, Failure> {
    Ok(vec![of])
}
#[task]
pub async fn maybe(of: String) -> Result<Option<String>, Failure> {
    Ok(Some(of))
}
#[task(retry = PATIENT)]
pub async fn risky(of: String) -> Result<u32, Trouble> {
    let _ = of;
    Ok(0)
}
#[task(timeout = "5s", retry = ANY)]
pub async fn slow(of: u32) -> Result<String, Small> {
    let _ = of;
    Ok(String::new())
}
#[task(aws_retry = false)]
pub async fn ping() -> Result<(), Failure> {
    Ok(())
}

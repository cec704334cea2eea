//! Functions of unusual shapes.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

/// No parameters.
#[workflow]
pub async fn nothing() -> Result<u32, Failure> {
    ping().await?;
    let found = count("x".to_string()).await?;
    Ok(found)
}

/// A task's result, directly.
#[workflow]
pub async fn direct(of: String) -> Result<u32, Failure> {
    Ok(count(of).await?)
}

/// Nothing but a value.
#[workflow]
pub async fn pure_value(of: (i32, i32)) -> Result<(i32, i32), Failure> {
    Ok((of.1, of.0 / 2))
}

/// Units: as results of tasks, of branches, of items, of the workflow.
#[workflow]
pub async fn units(names: Vec<String>) -> Result<(), Failure> {
    ping().await?;
    let (a, b) = join!(
        ping(),
        map(names, async |name| {
            note(name).await?;
            Ok(())
        })
    )
    .await?;
    if b.len() > 2 && a == () {
        return Ok(());
    }
    note(format!("{}", b.len())).await?;
    ping().await
}

/// Several parameters, some never used, one mutable.
#[workflow]
pub async fn several(
    first: String,
    _unused: u32,
    mut total: i64,
    last: Vec<bool>,
) -> Result<(i64, String), Failure> {
    for flag in last {
        if flag {
            total += 1;
            continue;
        }
        total -= number(total % 50).await? % 7;
    }
    Ok((total, first))
}

/// Deep in ifs and loops.
#[workflow]
pub async fn deep(n: u32, words: Vec<String>) -> Result<String, Failure> {
    let mut out = String::new();
    if n > 0 {
        if n > 1 {
            for word in words {
                if word.is_empty() {
                    if n % 2 == 0 {
                        out = text(out).await?;
                    } else {
                        loop {
                            let found = count(out.clone()).await?;
                            if found > 3 {
                                break;
                            }
                            out.push_str("x");
                            if out.len() > 5 {
                                return Ok(out);
                            }
                        }
                    }
                } else {
                    match word.len() {
                        1 => out += &word,
                        2 if n == 2 => {
                            sleep(Duration::from_secs(3)).await;
                        }
                        _ => {
                            let more = {
                                let inner = text(word).await?;
                                inner + "."
                            };
                            out = format!("{out}{more}");
                        }
                    }
                }
            }
        } else {
            out = "one".into();
        }
        out += "!";
    }
    Ok(out)
}

/// Only waits.
#[workflow]
pub async fn only_sleep(n: u8) -> Result<u8, Failure> {
    sleep(Duration::from_secs(u64::from(n))).await;
    let more = n / 2;
    sleep(Duration::from_secs(u64::from(more) + 1)).await;
    Ok(more)
}

#[test]
fn nothing_agrees() {
    prove!(nothing(): ping, count; seeds = 100).run();
}
#[test]
fn direct_agrees() {
    prove!(direct(of): count; failing = 30, seeds = 100).run();
}
#[test]
fn pure_value_agrees() {
    prove!(pure_value(of): ; wild = 20, seeds = 100).run();
}
#[test]
fn units_agree() {
    prove!(units(names): ping, note; seeds = 100).run();
}
#[test]
fn several_agrees() {
    prove!(several(first, unused, total, last): number; failing = 2).run();
}
#[test]
fn deep_agrees() {
    prove!(deep(n, words): text, count; failing = 2, words = &["", "a", "bb", "ccc"], items = 6)
        .run();
}
#[test]
fn only_sleep_agrees() {
    prove!(only_sleep(n): ; wild = 20, seeds = 100).run();
}

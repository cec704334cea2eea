//! Branches and items: nested, returning early, failing, catching.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

/// A Map item and a branch return early.
#[workflow]
pub async fn early(names: Vec<String>, limit: u32) -> Result<(Vec<String>, String), Failure> {
    let (shown, last) = join!(
        map(names.clone(), async |name| {
            if name.is_empty() {
                return Ok("empty".to_string());
            }
            let found = count(name.clone()).await?;
            if found > limit {
                return Ok(format!("{name}!"));
            }
            let answer = text(name).await?;
            Ok(format!("{answer} {found}"))
        })
        .max_concurrency(2),
        async {
            if names.len() > 3 {
                return Ok(String::from("many"));
            }
            if names.is_empty() {
                return Err(Failure::new("NoNames", "none"));
            }
            let joined = names.join("-");
            let answer = text(joined).await?;
            Ok(answer)
        },
    )
    .await?;
    Ok((shown, last))
}

/// A catch inside a branch inside a loop.
#[workflow]
pub async fn caught_inside(names: Vec<String>) -> Result<Vec<(String, u32)>, Failure> {
    let mut all = vec![];
    for name in names {
        let (shown, found) = join!(text(name.clone()), async {
            let found = match risky(name.clone()).await {
                Ok(found) => found,
                Err(Trouble::Bad { code, why }) => {
                    note(why).await?;
                    if code < 0 { 0 } else { code as u32 }
                }
                Err(Trouble::Closed(when)) => {
                    let more = count(when).await?;
                    more
                }
                Err(other) => return Err(other.into()),
            };
            Ok(found)
        },)
        .await?;
        all.push((shown, found));
        if found > 20 {
            break;
        }
    }
    Ok(all)
}

/// Items of items of items.
#[workflow]
pub async fn deep(rows: Vec<Vec<String>>) -> Result<Vec<Vec<Vec<u32>>>, Failure> {
    let width = rows.len() as u32;
    let all = map(rows, async |row| {
        let size = row.len() as u32;
        let inner = map(row, async |name| {
            let parts = words(name.clone()).await?;
            let found = map(parts, async |part| {
                let found = count(format!("{name}{part}")).await?;
                Ok(found + size + width)
            })
            .max_concurrency(1)
            .await?;
            Ok(found)
        })
        .await?;
        Ok(inner)
    })
    .max_concurrency(2)
    .await?;
    Ok(all)
}

/// `join!` in `map` in `join!`, with values captured at each level.
#[workflow]
pub async fn woven(name: String, n: i64) -> Result<(Vec<(String, i64)>, u32, String), Failure> {
    let mut factor = n % 10;
    factor += 1;
    let list = words(name.clone()).await?;
    let (pairs, found, shown) = join!(
        map(list, async |word| {
            let (a, b) = join!(two(word.clone(), factor), async {
                let b = number(factor * 2).await?;
                Ok(b % 1000 + factor)
            },)
            .await?;
            Ok((format!("{word}:{a}"), b))
        }),
        count(name.clone()),
        async {
            sleep(Duration::from_secs(1)).await;
            let shown = text(format!("{name} {factor}")).await?;
            Ok(shown)
        },
    )
    .await?;
    factor = i64::from(found);
    note(format!("{factor}")).await?;
    Ok((pairs, found, shown))
}

/// A Map in each turn of a loop, whose list comes from the last turn.
#[workflow]
pub async fn spreading(seed: String) -> Result<Vec<String>, Failure> {
    let mut front = vec![seed];
    let mut turn = 0;
    while !front.is_empty() && turn < 3 {
        let next = map(front.clone(), async |word| {
            let parts = words(word).await?;
            Ok(parts)
        })
        .await?;
        front = next.into_iter().flatten().filter(|word| !word.is_empty()).take(4).collect();
        turn += 1;
    }
    Ok(front)
}

#[test]
fn early_agrees() {
    prove!(early(names, limit): count, text; failing = 3).run();
}
#[test]
fn caught_inside_agrees() {
    prove!(caught_inside(names): text, risky, note, count; failing = 15).run();
}
#[test]
fn deep_agrees() {
    prove!(deep(rows): words, count; failing = 1, seeds = 100).run();
}
#[test]
fn woven_agrees() {
    prove!(woven(name, n): words, two, number, count, text, note; failing = 3).run();
}
#[test]
fn spreading_agrees() {
    prove!(spreading(seed): words; failing = 2).run();
}

//! One name, many variables.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

/// The same name, again and again: other types, inner blocks, closures, arms.
#[workflow]
pub async fn again(x: String) -> Result<String, Failure> {
    let outer = x.clone();
    let x = count(x).await?;
    let y = {
        let x = x + 1;
        let x = x * 2;
        let more = count(format!("{x}")).await?;
        x + more
    };
    let x = text(format!("{x} {y}")).await?;
    let lengths: Vec<u32> = vec![y, 1].iter().map(|x| x + 1).collect();
    let x = if let Some(x) = lengths.first() {
        let x = *x + 1;
        text(format!("{x}")).await?
    } else {
        x
    };
    let outer = match outer.as_str() {
        "a" => x,
        x => {
            let x = x.len() as i64;
            two(outer.clone(), x).await?
        }
    };
    Ok(outer)
}

/// Inner loops and items hide what they do not change.
#[workflow]
pub async fn hidden(n: u32) -> Result<Vec<u32>, Failure> {
    let total = n;
    let mut all = Vec::new();
    for n in 0..3_u32 {
        let total = total + n;
        let found = count(format!("{total}")).await?;
        let inner = map(vec![found, n], async |n| {
            let total = n + total;
            let got = count(format!("{total}/{n}")).await?;
            let n = got + n;
            Ok(n)
        })
        .await?;
        all.extend(inner);
        all.push(total);
    }
    all.push(total);
    all.push(n);
    Ok(all)
}

/// A mutable variable that is shadowed, changed, and seen again.
#[workflow]
pub async fn returned(start: i64) -> Result<(i64, i64), Failure> {
    let mut value = start;
    {
        let mut value = value % 7;
        value += number(value).await? % 100;
        note(format!("{value}")).await?;
        if value > 3 {
            let value = value - 1;
            note(format!("inner {value}")).await?;
        }
        value -= 1;
        note(format!("{value}")).await?;
    }
    value = value / 2;
    let (a, value) = (value, number(value).await? / 3);
    Ok((a, value))
}

/// Names that arms, outcomes and loops bind are gone behind them.
#[workflow]
pub async fn given_back(x: String, y: Option<String>) -> Result<Vec<String>, Failure> {
    let mut rest = y.clone();
    let mut all = vec![];
    match risky(x.clone()).await {
        Ok(x) => note(format!("{x}")).await?,
        Err(Trouble::Bad { why: x, .. }) => note(x).await?,
        Err(Trouble::Closed(x)) => note(x).await?,
        Err(_) => {}
    }
    all.push(x.clone());
    while let Some(x) = rest {
        note(x).await?;
        rest = None;
    }
    all.push(x.clone());
    match y {
        Some(x) if x.len() > 2 => note(x).await?,
        Some(x) => all.push(x),
        None => {}
    }
    all.push(x.clone());
    if let Ok(x) = text(x.clone()).await {
        note(x).await?;
    }
    all.push(x.clone());
    for x in all.clone() {
        note(x).await?;
    }
    let Ok(found) = maybe(x.clone()).await else {
        let x = 3;
        note(format!("{x}")).await?;
        return Ok(all);
    };
    let Some(y) = found else {
        let x = 4;
        note(format!("{x}")).await?;
        return Ok(all);
    };
    all.push(x + &y);
    Ok(all)
}

/// The same names in branches and items.
#[workflow]
pub async fn given_back_by_children(x: String, list: Vec<i64>) -> Result<String, Failure> {
    let (a, b) = join!(
        async {
            let x = count(x.clone()).await?;
            Ok(x + 1)
        },
        async {
            let list = text(x.clone()).await?;
            Ok(list)
        },
    )
    .await?;
    let all = map(list.clone(), async |x| {
        let list = number(x).await?;
        Ok(list / 2)
    })
    .await?;
    Ok(format!("{x} {a} {b} {} {}", all.len(), list.len()))
}

#[test]
fn given_back_agrees() {
    prove!(given_back(x, y): risky, note, text, maybe; failing = 30, seeds = 200).run();
}
#[test]
fn given_back_by_children_agrees() {
    prove!(given_back_by_children(x, list): count, text, number; ).run();
}
#[test]
fn again_agrees() {
    prove!(again(x): count, text, two; ).run();
}
#[test]
fn hidden_agrees() {
    prove!(hidden(n): count; failing = 2).run();
}
#[test]
fn returned_agrees() {
    prove!(returned(start): number, note; ).run();
}

/// Constants in the body, one of which is made of another.
#[workflow]
pub async fn constants_within(n: u8, words: Vec<String>) -> Result<(u32, Vec<String>), Failure> {
    const FEW: u8 = 3;
    note(format!("{FEW} of {n}")).await?;
    let mut sum = 0u32;
    for word in &words {
        if word.len() > usize::from(FEW) {
            sum += LIMIT;
        }
        sum += u32::from(n.min(FEW));
    }
    const LIMIT: u32 = FEW as u32 * 7;
    let long = words.into_iter().filter(|word| word != WORD).collect();
    const WORD: &str = "a";
    Ok((sum % LIMIT, long))
}

#[test]
fn constants_within_agree() {
    prove!(constants_within(n, words): note; words = &["", "a", "bcde"], items = 3, seeds = 200)
        .run();
}

//! Lists that patterns take apart.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

/// In arms, with literals, guards and rests, nested in each other; behind calls, in loops and items.
#[workflow]
pub async fn sliced(
    names: Vec<String>,
    rows: Vec<Vec<i64>>,
    n: i64,
) -> Result<(String, i64), Failure> {
    let told = match names.as_slice() {
        [] => "nobody".to_string(),
        [only] => text(only.clone()).await?,
        [first, second] if first == second => format!("twice {first}"),
        [first, .., last] => format!("{first} to {last}"),
    };
    let mut sum = 0;
    for row in rows.clone() {
        sum += match &row[..] {
            [] => number(0).await? % 9,
            [0, rest @ ..] => rest.iter().map(|of| of % 9).sum::<i64>(),
            [head @ (1 | 2), middle @ .., -1] => number(head % 9 + middle.len() as i64).await? % 9,
            [.., 7, _] => 7,
            _ => n % 5,
        };
    }
    if let ([first, ..], [.., last]) = (names.as_slice(), rows.as_slice()) {
        number(first.len() as i64 + last.len() as i64).await?;
    }
    let [a, b, ..] = names.as_slice() else { return Ok((told, sum)) };
    note(format!("{a}{b}")).await?;
    let heads = map(rows, async |row| {
        let head = match row.as_slice() {
            [head, ..] => *head % 9,
            [] => -1,
        };
        number(head).await
    })
    .await?;
    let [x, y] = [sum % 7, n % 3];
    Ok((told, heads.iter().map(|of| of % 9).sum::<i64>() + x + y))
}

/// As values, of options, of what a call gives, with the rest kept.
#[workflow]
pub async fn sliced_values(
    some: Vec<Option<i64>>,
    word: String,
) -> Result<(Vec<String>, String), Failure> {
    let shown = match some.as_slice() {
        [Some(first), .., None] => format!("{}", first % 9),
        [None, rest @ ..] if rest.len() > 1 => "many".to_string(),
        [Some(3), Some(_)] | [None, Some(_)] => "three".to_string(),
        [.., Some(last)] => format!("{}", last % 7),
        _ => "other".to_string(),
    };
    let found = words(word).await?;
    let rest = match found.as_slice() {
        [_, rest @ ..] => rest.to_vec(),
        [] => vec![shown.clone()],
    };
    note(rest.join(" ")).await?;
    Ok((rest, shown))
}

#[test]
fn sliced_is_proven() {
    prove!(sliced(names, rows, n): text, number, note; words = &["a", "b"], failing = 3, seeds = 400).run();
}
#[test]
fn sliced_values_is_proven() {
    prove!(sliced_values(some, word): words, note; failing = 3, seeds = 400).run();
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Spot {
    pub at: [u32; 3],
    pub pair: [Option<i64>; 2],
}

/// Arrays, whose length the type tells: of a field, of a variable that was kept, in a `match`.
#[workflow]
pub async fn arrays(spot: Spot, a: u32, b: u32) -> Result<(u32, Vec<i64>, u32), Failure> {
    let kept = [a, b];
    note("look".to_owned()).await?;
    let [x, .., z] = spot.at;
    let [first, rest @ ..] = spot.at;
    let [one, other] = kept;
    let found = match spot.pair {
        [Some(n), None] | [None, Some(n)] => vec![n],
        [Some(n), Some(m)] => vec![n, m],
        [None, None] => vec![],
    };
    note(format!("{}", rest[1])).await?;
    let best = match kept {
        [0, n] => n,
        [n, _] => n,
    };
    Ok((x.max(z).max(first), found, one.min(other).min(best)))
}

#[test]
fn arrays_agree() {
    prove!(arrays(spot, a, b): note; seeds = 200).run();
}

//! Closures under a name.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Line {
    pub article: String,
    pub pieces: u32,
    #[serde(default)]
    pub price: Option<u32>,
}

/// Called twice, in each other, behind calls, in conditions, with captures, types, patterns and shadowed names.
#[workflow]
pub async fn closures_called(
    lines: Vec<Line>,
    n: u32,
    word: String,
) -> Result<(u32, Vec<String>), Failure> {
    let rate = n % 7;
    let price = |line: &Line| line.price.unwrap_or(rate) % 100 * (line.pieces % 10);
    let twice = |x| x * 2 + rate;
    let shown = |of: &str, (left, right): (u32, u32)| format!("{of} {left}-{right} {word}");
    let parsed = |text: &str| -> Option<u32> { text.parse().ok() };
    let fixed = || "fixed".to_string();
    let rate = 1;
    let mut sum = rate;
    for line in lines.clone() {
        let found = count(shown(&line.article, (price(&line), twice(twice(rate))))).await?;
        sum = sum % 99 + found % 9 + price(&line);
        if price(&line) > 20 && check(fixed()).await? {
            break;
        }
    }
    let large = move |line: &Line| price(line) > rate;
    let names = lines
        .iter()
        .filter(|line| large(line))
        .map(|line| line.article.clone())
        .collect::<Vec<_>>();
    let asked = match parsed(&word) {
        Some(known) => known % 9,
        None => count(names.join("-")).await? % 9,
    };
    let (all, _) = join!(
        map(lines, async |line| {
            let own = |of: u32| of % 5 + price(&line) + twice(rate);
            text(format!("{}", own(line.pieces))).await
        }),
        note(shown("branch", (1, asked))),
    )
    .await?;
    Ok((twice(sum), all))
}

/// As the arguments of methods; a `Result` with `?`; in a Map of executions of their own.
#[workflow]
pub async fn closures_handed(lines: Vec<Line>, n: u32) -> Result<Vec<u32>, Failure> {
    let cheap = |line: &Line| line.pieces < 5;
    let few = lines.into_iter().filter(|line| cheap(line)).collect::<Vec<_>>();
    let half = |of: u32| of / 2;
    let known = |of: Option<u32>| of.ok_or(Failure::new("Unknown", format!("{n}")));
    let sizes: Vec<u32> = few.iter().map(|line| line.pieces).map(half).collect();
    note(format!("{}", sizes.len())).await?;
    let first = known(sizes.first().copied())?;
    map(few, async |line| {
        let limit = n % 3;
        let own = |of: u32| of % 5 + limit + half(first);
        count(format!("{}", own(line.pieces))).await
    })
    .distributed()
    .await
}

#[test]
fn called_is_proven() {
    prove!(closures_called(lines, n, word): count, check, text, note; words = &["7", "a"], failing = 3, seeds = 300).run();
}
#[test]
fn handed_is_proven() {
    prove!(closures_handed(lines, n): note, count; failing = 3, seeds = 300).run();
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Row {
    pub count: i64,
}

/// Closures that name no variable: fields, parameters and variables of their own, and texts.
#[workflow]
pub async fn own_names(n: i64) -> Result<(Row, i64, String), Failure> {
    let mut count = 0;
    let row = |of: i64| Row { count: of };
    let sum = |all: Vec<i64>| all.iter().map(|n| n % 9).fold(0, |count, n| (count + n) % 99);
    let told = |of: i64| {
        let count = of % 7;
        format!("{count} count")
    };
    count += number(n).await? % 9;
    Ok((row(count), sum(vec![n, count]), told(n)))
}

#[test]
fn own_names_agree() {
    prove!(own_names(n): number; ).run();
}

//! Values that come later: declared before, assigned to several places at once.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

/// On all ways, behind calls, in loops, by blocks, with and without a type; shadowed, and changed later.
#[workflow]
pub async fn declared(n: u32, word: String) -> Result<(u32, String, Option<String>), Failure> {
    let found;
    let name: Option<String>;
    if n > 3 {
        found = count(word.clone()).await?;
        name = None;
    } else if n == 2 {
        name = Some(text(word.clone()).await?);
        found = 7;
    } else {
        (found, name) = (n, maybe(word.clone()).await?);
    }
    let mut turns = 0;
    while turns < 2 {
        let told;
        match turns {
            0 => told = word.clone(),
            _ => {
                told = text(format!("{word} {found}")).await?;
            }
        }
        note(told).await?;
        turns += 1;
    }
    let mut sum;
    sum = found / 2;
    sum += 1;
    let last = {
        let last;
        if check(word.clone()).await? {
            last = "yes".to_string();
        } else {
            last = word;
        }
        last
    };
    let sum = {
        let inner;
        inner = if sum > 5 { count(last.clone()).await? } else { sum };
        inner / 2
    };
    Ok((sum, last, name))
}

/// In branches, items, blocks that may fail; caught by them.
#[workflow]
pub async fn declared_inside(n: u32, names: Vec<String>) -> Result<Vec<String>, Failure> {
    let prefix;
    match async {
        let size;
        if n > 2 {
            size = count(format!("{n}")).await?;
        } else {
            size = n;
        }
        Ok(size)
    }
    .await
    {
        Ok(size) => prefix = format!("{size}"),
        Err(failure) => prefix = failure.error().to_string(),
    }
    let (all, _) = join!(
        map(names, async |name| {
            let whole;
            if name.is_empty() {
                whole = prefix.clone();
            } else {
                whole = text(format!("{prefix} {name}")).await?;
            }
            text(whole).await
        }),
        async {
            let one;
            one = prefix.clone();
            note(one).await
        },
    )
    .await?;
    Ok(all)
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Pair {
    pub left: i64,
    #[serde(default)]
    pub right: i64,
}

/// Several places at once: exchanged, with calls, fields, parts that nobody keeps, and nested.
#[workflow]
pub async fn exchanged(
    mut pair: Pair,
    turns: u8,
    words_: Vec<String>,
) -> Result<(Pair, i64, String), Failure> {
    let (mut a, mut b) = (pair.left % 9, 1);
    let mut turn = 0;
    while turn < turns % 6 {
        (a, b) = (b % 99, a + b);
        (turn, _) = (turn + 1, number(a).await?);
    }
    (pair.left, pair.right) = (pair.right, pair.left);
    let mut name = String::new();
    let mut more = 0;
    (name, (a, more)) = join!(text(name), async {
        let (left, right) = join!(number(b % 9), number(more + 2)).await?;
        Ok((left % 9, right % 9))
    })
    .await?;
    if let Some(first) = words_.first() {
        (name, ..) = (first.clone(), 3, 4);
    }
    ((a, b), more) = ((more, a), b % 9);
    Ok((pair, a + b % 9 + more, name))
}

#[test]
fn declared_is_proven() {
    prove!(declared(n, word): count, text, maybe, note, check; seeds = 300).run();
}
#[test]
fn declared_inside_is_proven() {
    prove!(declared_inside(n, names): count, text, note; seeds = 300).run();
}
#[test]
fn exchanged_is_proven() {
    prove!(exchanged(pair, turns, words_): number, text; seeds = 300).run();
}

//! Workflows with an error of their own.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

/// Fields of every kind: one text, one number, one list, several, named, none, and a `Failure`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TaskError)]
pub enum Refused {
    NotPaid,
    Declined {
        reason: String,
        code: u32,
    },
    #[error_name("Shop.Closed")]
    Closed(String),
    Late(u32),
    Short(Vec<String>),
    Pair(String, Option<u32>),
    Perhaps(Option<String>),
    Measured(f64),
    #[serde(rename = "big", rename_all = "camelCase")]
    Large {
        how_large: i64,
        how_far: Option<f64>,
    },
    #[other]
    Other(Failure),
}

/// The ways in which [`own_refused`] ends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub enum Way {
    Fine,
    NotPaid,
    Declined,
    Closed,
    Late,
    Short,
    Pair,
    Perhaps,
    Measured,
    Large,
}

/// Every variant, by `return`, as the value of an arm, and behind a call.
#[workflow]
pub async fn own_refused(
    way: Way,
    n: u32,
    word: String,
    share: f64,
    size: i64,
) -> Result<u32, Refused> {
    if way == Way::NotPaid {
        return Err(Refused::NotPaid);
    }
    if n > 7 {
        count(word.clone()).await?;
    }
    match way {
        Way::Fine | Way::NotPaid => count(word).await.map_err(Refused::from),
        Way::Declined => Err(Refused::Declined { reason: format!("{word} \"{n}\""), code: n }),
        Way::Closed => Err(Refused::Closed(word)),
        Way::Late => Err(Refused::Late(n / 2)),
        Way::Short => Err(Refused::Short(vec![word.clone(), word])),
        Way::Pair => Err(Refused::Pair(word, if n > 2 { Some(n) } else { None })),
        Way::Perhaps => Err(Refused::Perhaps(if n > 2 { Some(word) } else { None })),
        Way::Measured => return Err(Refused::Measured(share)),
        Way::Large => Err(Refused::Large { how_large: size, how_far: Some(share) }),
    }
}

/// A call that fails with the same error, with a `Failure`, and with another error that is converted.
#[workflow]
pub async fn own_handed(word: String) -> Result<u32, Trouble> {
    let first = risky(word.clone()).await?;
    let second = count(word.clone()).await?;
    let third =
        slow(second).await.map_err(|_| Trouble::Bad { code: 7, why: "slow".to_string() })?;
    let fourth = slow(second).await.map_err(Failure::from)?;
    let fifth = match risky(third + &fourth).await {
        Ok(fifth) => fifth,
        Err(Trouble::Busy) => return Err(Trouble::Closed(word)),
        Err(Trouble::Bad { code, why }) => return Err(Trouble::Bad { code: code / 2, why }),
        Err(other) => return Err(other),
    };
    Ok(first + second + fifth)
}

/// `?` on values; branches, items and blocks, which fail with a `Failure`.
#[workflow]
pub async fn own_inside(words_: Vec<String>, n: Option<u32>) -> Result<Vec<u32>, Refused> {
    let n = n.ok_or(Refused::NotPaid)? % 8;
    let size: u32 =
        format!("{n}{}", words_.join("")).parse().map_err(|_| Refused::Short(words_.clone()))?;
    let (left, _) = join!(
        async {
            let found = count("left".to_string()).await?;
            if n > 5 {
                return Err(Refused::Late(n).into());
            }
            Ok(found)
        },
        note("right".to_string()),
    )
    .await?;
    let all = map(words_.clone(), async |word| {
        let found = count(word.clone()).await?;
        if found > 2 && word.is_empty() {
            return Err(Failure::from(Refused::Closed(word)));
        }
        Ok(found)
    })
    .await?;
    match async {
        let more = count(format!("{left} {size}")).await?;
        if more > 3 {
            return Err(Refused::Declined { reason: "more".to_string(), code: more }.into());
        }
        Ok(more)
    }
    .await
    {
        Ok(more) => Ok(all.into_iter().map(|one| one / 2 + more / 2).collect()),
        Err(failure) => {
            note(failure.cause()).await?;
            Err(failure.into())
        }
    }
}

/// The error of its own that a workflow makes of what it catches, where it fails with a `Failure`.
#[workflow]
pub async fn own_made_of(word: String) -> Result<u32, Failure> {
    let found = match risky(word.clone()).await {
        Ok(found) => found,
        Err(Trouble::Busy) => return Err(Refused::Declined { reason: word, code: 3 }.into()),
        Err(other) => return Err(Refused::Other(other.into()).into()),
    };
    match slow(found).await {
        Ok(_) => Ok(found),
        Err(Small::Empty) => Err(Failure::from(Small::Empty)),
        Err(Small::Full(many, what)) => Err(Small::Full(many / 2, what).into()),
        Err(Small::Late) => Err(Refused::NotPaid.into()),
    }
}

/// Numbers that texts write in several ways.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TaskError)]
pub enum Exact {
    Measured(f64),
    Far { how_far: i64, share: f64 },
}

#[task]
pub async fn exact(of: u32) -> Result<u32, Exact> {
    Ok(of)
}

/// A failure that a variant holds stays as it came, whatever numbers it has.
#[workflow]
pub async fn own_held(n: u32) -> Result<u32, Refused> {
    let first = match exact(n).await {
        Ok(first) => first,
        Err(Exact::Far { share, .. }) => return Err(Refused::Measured(share)),
        Err(other) => return Err(Refused::Other(other.into())),
    };
    exact(first).await.map_err(|error| Refused::Other(Failure::from(error)))
}

/// An error without a variant for all others: handed on, the rest of it, and made anew.
#[workflow]
pub async fn own_alone(n: u32) -> Result<String, Small> {
    let first = slow(n).await?;
    match slow(n % 9).await {
        Ok(second) => Ok(first + &second),
        Err(Small::Full(many, what)) => Err(Small::Full(many / 2, what)),
        Err(other) => Err(other),
    }
}

/// An undo in the body: what fails behind it is the workflow's own error.
#[workflow]
pub async fn own_undone(word: String, n: u32) -> Result<u32, Refused> {
    let first = count(word.clone()).undo(|first| number(i64::from(first))).await?;
    if n > 7 {
        return Err(Refused::Late(n));
    }
    let plain: Result<u32, String> = if n > 3 { Ok(n) } else { Err("little".into()) };
    let second = count(format!("{first}")).undo(|_| note(word.clone())).await?;
    let small = plain.map_err(|little| Refused::Declined { reason: little, code: second % 9 })?;
    match count(word.clone()).await {
        Ok(third) if third > 5 => Err(Refused::Closed(word)),
        Ok(third) => Ok(third / 2 + small / 2),
        Err(failure) => Err(Refused::from(failure)),
    }
}

#[test]
fn undone_is_proven() {
    prove!(own_undone(word, n): count, number, note; words = &["a"], failing = 20, seeds = 400)
        .run();
}
#[test]
fn held_is_proven() {
    prove!(own_held(n): exact; failing = 60, seeds = 400).run();
}
#[test]
fn alone_is_proven() {
    prove!(own_alone(n): slow; failing = 40).run();
}
#[test]
fn refused_is_proven() {
    prove!(own_refused(way, n, word, share, size): count; words = &["a", "é \"q\" \\"], seeds = 400).run();
}
#[test]
fn refused_with_long_numbers_is_proven() {
    prove!(own_refused(way, n, word, share, size): count; wide = true, seeds = 400).run();
}
#[test]
fn handed_is_proven() {
    prove!(own_handed(word): risky, count, slow; failing = 25, seeds = 400).run();
}
#[test]
fn inside_is_proven() {
    prove!(own_inside(words_, n): count, note; words = &["1", "7", ""], failing = 3, seeds = 400)
        .run();
}
#[test]
fn made_of_is_proven() {
    prove!(own_made_of(word): risky, slow; failing = 40, seeds = 400).run();
}

/// Errors whose names are written in capitals, or are those of something else.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TaskError)]
pub enum Denied {
    NSF,
    IO,
    LIMIT {
        most: u32,
    },
    /// As a type of the standard library.
    Reverse(u32),
}

#[workflow]
pub async fn own_capitals(n: u32) -> Result<u32, Denied> {
    if n > 5 {
        return Err(Denied::NSF);
    }
    if n > 4 {
        return Err(Denied::Reverse(n));
    }
    if n > 3 {
        return Err(Denied::LIMIT { most: n });
    }
    if n > 2 { Err(Denied::IO) } else { Ok(n) }
}

#[workflow]
pub async fn own_capitals_converted(n: Option<u32>) -> Result<u32, Failure> {
    let n = n.ok_or(Denied::IO)?;
    if n > 3 {
        return Err(Denied::NSF.into());
    }
    Ok(n)
}

#[test]
fn capitals_are_proven() {
    prove!(own_capitals(n): ; ).run();
}
#[test]
fn converted_capitals_are_proven() {
    prove!(own_capitals_converted(n): ; ).run();
}

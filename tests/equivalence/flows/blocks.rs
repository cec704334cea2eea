//! Blocks whose failures are handled: `async { .. }.await`.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

/// Calls, values and `Err(..)` that fail in a block; the arm looks at the failure.
#[workflow]
pub async fn handled(name: String, n: Option<i64>) -> Result<String, Failure> {
    let mut done = 0_u32;
    let told = match async {
        let found = count(name.clone()).await?;
        done = done.saturating_add(1);
        let risk = risky(name.clone()).await?;
        done = done.saturating_add(1);
        let n = n.ok_or_else(|| Failure::new("NoNumber", format!("of {name}")))?;
        if risk > found {
            return Err(Failure::new("Risky", name.clone()));
        }
        if n > 1000 {
            return Ok(format!("{n} is large"));
        }
        slow(risk).await?;
        Ok(two(name.clone(), n).await?)
    }
    .await
    {
        Ok(told) => told,
        Err(failure) => {
            note(failure.error().to_owned()).await?;
            format!("{} after {done}", failure.error())
        }
    };
    Ok(format!("{told} {done}"))
}

/// The other forms: `if let`, `let … else`, `?`, a value, methods of a `Result`.
#[workflow]
pub async fn forms(name: String) -> Result<(u32, u32), Failure> {
    let mut sum = 0_u32;
    if let Err(failure) = async {
        note(name.clone()).await?;
        slow(3).await?;
        Ok(())
    }
    .await
    {
        sum = sum.saturating_add(failure.error().len() as u32);
    }
    if let Ok(found) = async { Ok(count(name.clone()).await?.saturating_add(1)) }.await {
        sum = sum.saturating_add(found);
    } else {
        note("nothing".to_owned()).await?;
    }
    let kept: Result<u32, Failure> = async {
        let found = count(name.clone()).await?;
        check(name.clone()).await?;
        Ok(found)
    }
    .await;
    let Ok(more) = async { risky(name.clone()).await.map_err(|_| Failure::new("Risk", "")) }.await
    else {
        return Ok((sum, 0));
    };
    let yes = async { check(name.clone()).await }.await.unwrap_or_default();
    let all = async {
        if yes {
            return Ok(7);
        }
        number(3).await
    }
    .await?;
    note(all.to_string()).await?;
    let renamed = async {
        text(name.clone()).await?;
        measure(0.5).await
    }
    .await
    .map_err(|failure| Failure::new("Renamed", failure.cause()))?;
    note(if renamed > 1.0 { "large" } else { "small" }.to_owned()).await?;
    let _ = async {
        note(name.clone()).await?;
        check(name).await
    }
    .await;
    match kept {
        Ok(found) => Ok((sum, found.saturating_add(more))),
        Err(failure) => Err(Failure::new("Kept", failure.cause())),
    }
}

/// Blocks in blocks, in loops, with calls that are matched, forks and races in them.
#[workflow]
pub async fn within(names: Vec<String>) -> Result<Vec<String>, Failure> {
    let mut out = vec![];
    for name in names.clone() {
        let one = match async {
            let found = match risky(name.clone()).await {
                Ok(found) => found,
                Err(Trouble::Busy) => 0,
                Err(Trouble::Bad { code, why }) => {
                    note(why).await?;
                    return Err(Failure::new("Bad", code.to_string()));
                }
                Err(other) => return Err(other.into()),
            };
            let small = match slow(found).await {
                Ok(small) => small,
                Err(Small::Empty) => String::new(),
                Err(other) => return Err(other.into()),
            };
            let inner = match async {
                let (a, b) = join!(text(name.clone()), async {
                    count(name.clone()).await?;
                    words(name.clone()).await
                })
                .await?;
                match race!(text(a), sleep(Duration::from_secs(2))).await? {
                    Raced::First(a) => Ok((a, b)),
                    Raced::Second(()) => Err(Failure::new("Late", name.clone())),
                }
            }
            .await
            {
                Ok((a, b)) if b.len() > 2 => a,
                Ok((a, _)) => format!("{a}!"),
                Err(failure) => return Err(Failure::new("Inner", failure.cause())),
            };
            let all = map(names.clone(), async |other| match async { text(other).await }.await {
                Ok(said) => Ok(said),
                Err(failure) => {
                    note(failure.error().to_owned()).await?;
                    Ok("item".to_owned())
                }
            })
            .await?;
            Ok(format!("{small}{inner}{}", all.len()))
        }
        .await
        {
            Ok(one) => one,
            Err(failure) => {
                if failure.error() == "Bad" {
                    continue;
                }
                if failure.error() == "Late" {
                    break;
                }
                failure.error().to_owned()
            }
        };
        out.push(one);
    }
    Ok(out)
}

/// A block in branches and steps; steps in a block.
#[workflow(steps(paid, cautious))]
pub async fn blocks_around(name: String, n: u32) -> Result<String, Failure> {
    let (a, b) = join!(
        async {
            match async {
                let one = paid(name.clone(), n).await?;
                if one > 100 { Err(Failure::new("Much", "")) } else { Ok(one) }
            }
            .await
            {
                Ok(one) => Ok(one),
                Err(failure) => {
                    note(failure.error().to_owned()).await?;
                    Ok(0)
                }
            }
        },
        check(name.clone()),
    )
    .await?;
    let more = cautious(name.clone()).await?;
    Ok(format!("{a} {b} {more}"))
}

#[steps]
async fn paid(name: String, n: u32) -> Result<u32, Failure> {
    let found = count(name).await?;
    if found < n {
        return Err(Failure::new("Few", found.to_string()));
    }
    number(n.into()).await?;
    Ok(found)
}

#[steps]
async fn cautious(name: String) -> Result<u32, Failure> {
    match async {
        let found = risky(name.clone()).await?;
        note(name.clone()).await?;
        Ok(found)
    }
    .await
    {
        Ok(found) if found > 3 => Ok(3),
        Ok(found) => Ok(found),
        Err(failure) => Err(Failure::new("Cautious", failure.error())),
    }
}

/// The outcome of steps, looked at where they are called, and in a branch.
#[workflow(steps(paid, cautious))]
pub async fn outcome_of_steps(name: String, n: u32) -> Result<u32, Failure> {
    let first = match paid(name.clone(), n).await {
        Ok(found) if found > 50 => 50,
        Ok(found) => found,
        Err(failure) => {
            note(failure.error().to_owned()).await?;
            1
        }
    };
    if let Err(failure) = cautious(name.clone()).await {
        note(failure.error().to_owned()).await?;
    }
    let Ok(second) = paid(name.clone(), 3).await else { return Ok(first) };
    let (third, _) =
        join!(async { Ok(cautious(name.clone()).await.unwrap_or(9)) }, check(name.clone()),)
            .await?;
    let _ = paid(name.clone(), third).await;
    cautious(name).await.map_err(|failure| Failure::new("Last", failure.error()))?;
    Ok(first.saturating_add(second))
}

#[test]
fn outcome_of_steps_agrees() {
    prove!(outcome_of_steps(name, n): count, number, risky, note, check; failing = 15).run();
}

/// Blocks with labels: values, in a loop and a block, and one in another.
#[workflow]
pub async fn blocks_labelled(names: Vec<String>, n: i64) -> Result<(String, u32), Failure> {
    let mut turns = 0_u32;
    let found = 'found: {
        'names: for name in names.clone() {
            turns = turns.saturating_add(1);
            if check(name.clone()).await? {
                break 'found name;
            }
            'quiet: {
                if n < 3 {
                    break 'quiet;
                }
                if count(name).await? > 4 {
                    break 'names;
                }
                note("few".to_owned()).await?;
            }
        }
        match async {
            let one = 'one: {
                if n > 9 {
                    break 'one "nine".to_owned();
                }
                number(n).await?;
                "ten".to_owned()
            };
            text(one).await
        }
        .await
        {
            Ok(one) => one,
            Err(failure) => break 'found failure.error().to_owned(),
        }
    };
    'end: {
        if turns > 3 {
            break 'end Ok((found, 3));
        }
        note(found.clone()).await?;
        Ok((found, turns))
    }
}

#[test]
fn blocks_labelled_agrees() {
    prove!(blocks_labelled(names, n): check, count, note, number, text; failing = 15).run();
}
#[test]
fn handled_agrees() {
    prove!(handled(name, n): count, risky, slow, two, note; failing = 15).run();
}
#[test]
fn forms_agrees() {
    prove!(forms(name): note, slow, count, check, risky, number, text, measure; failing = 15).run();
}
#[test]
fn within_agrees() {
    prove!(within(names): risky, note, slow, text, count, words; failing = 10).run();
}
#[test]
fn blocks_around_agrees() {
    prove!(blocks_around(name, n): count, number, note, check, risky; failing = 15).run();
}

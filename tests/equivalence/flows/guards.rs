//! Arms of errors with guards, and with fields that must fit.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;
use workflow_asl::Definition;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Spot {
    pub row: u8,
    pub note: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub enum Grade {
    Low,
    High { by: u32 },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TaskError)]
pub enum Siren {
    Offline,
    Jammed { code: i32, at: Option<String> },
    Stuck { code: i32 },
    Loud(u32, bool),
    Cracked { spot: Spot, grade: Grade, sure: bool },
}

#[task]
pub async fn sound(of: String) -> Result<u32, Siren> {
    Ok(of.len() as u32)
}

/// Guards and literals in one variant, and an arm that several names reach.
#[workflow]
pub async fn jammed(town: String) -> Result<String, Failure> {
    let said = match sound(town.clone()).await {
        Ok(loud) if loud > 9 => format!("{loud} is loud"),
        Ok(loud) => format!("{loud}"),
        Err(Siren::Jammed { code, .. }) if code < 0 => text(format!("negative {code}")).await?,
        Err(Siren::Jammed { code: 3, at }) => format!("three at {}", at.unwrap_or_default()),
        Err(Siren::Jammed { code: 0 | 1, at: Some(at) }) => format!("jammed at {at}"),
        Err(Siren::Jammed { .. } | Siren::Offline) => "silent".to_owned(),
        Err(Siren::Loud(n, true)) => format!("loud {n}"),
        Err(Siren::Loud(0..=9, _)) => "a little loud".to_owned(),
        Err(failure) => return Err(failure.into()),
    };
    Ok(format!("{said} in {town}"))
}

/// Arms of different variants with guards: the order counts, and names are shared.
#[workflow]
pub async fn ordered(town: String, limit: i32) -> Result<String, Failure> {
    match sound(town).await {
        Ok(loud) => Ok(format!("{loud}")),
        Err(Siren::Jammed { code, .. } | Siren::Stuck { code }) if code > limit => {
            let told = text(format!("{code} is over {limit}")).await?;
            Ok(told)
        }
        Err(Siren::Stuck { code: 0 }) => Ok("zero".to_owned()),
        Err(Siren::Jammed { at: Some(place), .. }) if place.len() > 2 => Ok(place),
        Err(Siren::Stuck { code: c } | Siren::Jammed { code: c, .. }) if c % 2 == 0 => {
            Ok(format!("{c} is even"))
        }
        Err(other) => Err(other.into()),
    }
}

/// Failures that have a name and a cause only.
#[workflow]
pub async fn by_name(town: String) -> Result<u32, Failure> {
    let first = match count(town.clone()).await {
        Ok(n) => n,
        Err(failure) if failure.error() == "States.Timeout" => 1,
        Err(error) if error.error() == "Unknown" || error.cause().is_empty() => {
            note(error.cause()).await?;
            2
        }
        Err(_) if town.is_empty() => 3,
        Err(failure) => return Err(failure),
    };
    let second = match join!(count(town.clone()), text(town.clone())).await {
        Ok((n, _)) => n,
        Err(failure) if failure.error() == "Unknown" => first,
        Err(_) => 7,
    };
    match map(vec![town], async |town| Ok(count(town).await?)).await {
        Ok(all) => Ok(all.len() as u32 + second),
        Err(failure) if first > 2 && second > 2 => Err(failure),
        Err(_) => Ok(second),
    }
}

/// The failure of a block, asked by guards.
#[workflow]
pub async fn of_block(town: String) -> Result<String, Failure> {
    let mut stage = 0;
    let found = match async {
        note(town.clone()).await?;
        stage = 1;
        let n = sound(town.clone()).await?;
        if n > 1000 {
            return Err(Failure::new("TooLoud", format!("{n}")));
        }
        Ok(n)
    }
    .await
    {
        Ok(n) => format!("{n}"),
        Err(failure) if failure.error() == "Offline" => "offline".to_owned(),
        Err(_) if stage == 0 => "not noted".to_owned(),
        Err(why) if why.error() == "TooLoud" => why.cause(),
        Err(other) => text(other.error().to_owned()).await?,
    };
    Ok(found)
}

/// The variant that takes all others, fields that are taken apart, and the error itself beside its fields.
#[workflow]
pub async fn others(name: String) -> Result<String, Failure> {
    let first = match risky(name.clone()).await {
        Ok(n) => format!("{n}"),
        Err(Trouble::Bad { code, why }) if code > 100 || why == name => format!("{why} {code}"),
        Err(Trouble::Closed(until)) if until.is_empty() => "closed for good".to_owned(),
        Err(Trouble::Busy | Trouble::Closed(_)) => "later".to_owned(),
        Err(Trouble::Bad { code: -1, .. }) => "minus one".to_owned(),
        Err(bad @ Trouble::Bad { .. }) => return Err(bad.into()),
        Err(Trouble::Other(failure)) if failure.error() == "States.Timeout" => "late".to_owned(),
        Err(Trouble::Other(failure)) => failure.cause(),
    };
    match sound(first).await {
        Ok(n) => Ok(format!("{n}")),
        Err(Siren::Cracked { spot: Spot { row, note: Some(note) }, sure: true, .. }) => {
            Ok(format!("{row} {note}"))
        }
        Err(Siren::Cracked { grade: Grade::High { by }, spot, .. }) if by > spot.row.into() => {
            Ok(format!("{by} {}", spot.note.unwrap_or_default()))
        }
        Err(Siren::Cracked { grade, spot: Spot { row, .. }, sure: false })
            if grade == Grade::Low =>
        {
            Ok(text(format!("{row}")).await?)
        }
        Err(Siren::Cracked { sure, .. }) => Ok(format!("{sure}")),
        Err(other) => Ok(Failure::from(other).error().to_owned()),
    }
}

/// `if let` of one error with a condition, of one name, of a value with a condition.
#[workflow]
pub async fn if_let(name: String) -> Result<(String, u32), Failure> {
    let mut seen = 0;
    if let Err(Siren::Jammed { code, .. }) = sound(name.clone()).await
        && code > 3
    {
        note(format!("{code}")).await?;
        seen += 1;
    }
    let said = if let Err(Siren::Stuck { code: 0 | 1 }) = sound(name.clone()).await {
        "stuck".to_owned()
    } else {
        text(name.clone()).await?
    };
    if let Err(Siren::Offline) = sound(said.clone()).await {
        return Ok((said, seen));
    }
    if let Err(failure) = note(name.clone()).await
        && failure.error() == "Unknown"
    {
        seen += 10;
    }
    let more = if let Ok(n) = count(name).await
        && n > 5
    {
        n
    } else {
        text(said.clone()).await?;
        seen
    };
    Ok((said, more))
}

/// In a loop that goes on after some errors, and leaves after others.
#[workflow]
pub async fn tried_again(town: String) -> Result<(u32, i32), Failure> {
    let (mut tries, mut worst) = (0, 0);
    loop {
        tries += 1;
        match sound(town.clone()).await {
            Ok(n) => return Ok((n, worst)),
            Err(Siren::Jammed { mut code, .. }) if code > worst => {
                code -= worst / 2;
                worst = code;
            }
            Err(Siren::Offline | Siren::Jammed { .. }) if tries < 3 => {
                sleep(Duration::from_secs(2)).await;
            }
            Err(Siren::Stuck { code }) if code < worst => break,
            Err(other) => return Err(other.into()),
        }
    }
    Ok((tries, worst))
}

#[workflow]
pub async fn wailing(town: String) -> Result<u32, Siren> {
    if town == "a" {
        return Err(Siren::Stuck { code: 4 });
    }
    sound(town).await
}

/// Decoded failures.
#[workflow]
pub async fn decoded(town: String) -> Result<String, Failure> {
    match wailing(town.clone()).await {
        Ok(n) => Ok(format!("{n}")),
        Err(failure) if town.len() > 5 => Err(failure),
        Err(failure) => match failure.decode::<Siren>() {
            Ok(Siren::Jammed { code, .. }) if code > 10 => Ok(format!("{code}")),
            Ok(Siren::Jammed { code: 0..=3, at }) => Ok(at.unwrap_or_default()),
            Ok(Siren::Stuck { code: 4 } | Siren::Jammed { .. }) => Ok("four".to_owned()),
            Ok(other) => Err(other.into()),
            Err(failure) if failure.error() == "States.Timeout" => Ok("late".to_owned()),
            Err(failure) => Err(failure),
        },
    }
}

#[test]
fn jammed_agrees() {
    prove!(jammed(town): sound, text; failing = 80).run();
}
#[test]
fn ordered_agrees() {
    prove!(ordered(town, limit): sound, text; failing = 80).run();
}
#[test]
fn by_name_agrees() {
    prove!(by_name(town): count, note, text; failing = 50).run();
}
#[test]
fn of_block_agrees() {
    prove!(of_block(town): note, sound, text; failing = 40).run();
}
#[test]
fn others_agrees() {
    prove!(others(name): risky, sound, text; failing = 60).run();
}
#[test]
fn if_let_agrees() {
    prove!(if_let(name): sound, note, count, text; failing = 40).run();
}
#[test]
fn tried_again_agrees() {
    prove!(tried_again(town): sound; failing = 70).run();
}
#[test]
fn decoded_agrees() {
    prove!(decoded(town): wailing, sound; failing = 70).run();
}

fn states(definition: &Definition) -> Vec<&str> {
    let states = definition.as_value()["States"].as_object().unwrap();
    states.iter().filter(|(_, state)| state["Type"] != "Succeed").map(|(name, _)| &**name).collect()
}

/// A Choice behind each catcher that needs one, and no arm twice.
#[test]
fn a_choice_for_a_catcher() {
    assert_eq!(
        states(&jammed::definition().unwrap()),
        [
            "Said",
            "Which Said?",
            "Choose by code and at",
            "Text",
            "Choose by n and loud",
            "SaidFailed"
        ]
    );
    assert_eq!(
        states(&ordered::definition().unwrap()),
        ["Loud", "Which at?", "Which code?", "Told", "LoudFailed"]
    );
    assert_eq!(
        states(&tried_again::definition().unwrap()),
        [
            "Set tries, worst",
            "N",
            "code > worst?",
            "tries < 3?",
            "Sleep",
            "code < worst?",
            "NFailed"
        ]
    );
}

const LIMIT: i32 = 3;

/// Fields that are absent, and constants, beside other fields; alternatives with a guard.
#[workflow]
pub async fn absent(town: String) -> Result<String, Failure> {
    match sound(town.clone()).await {
        Ok(loud) => Ok(format!("{loud}")),
        Err(Siren::Jammed { at: None, code: 1 }) => Ok("nowhere".to_owned()),
        Err(Siren::Jammed { code: LIMIT, at: Some(_) }) => Ok("at the limit".to_owned()),
        Err(Siren::Cracked { spot: Spot { note: None, .. }, sure: true, .. }) => {
            text("no note".to_owned()).await
        }
        Err(Siren::Jammed { code, .. } | Siren::Stuck { code }) if code > 2 => {
            text(format!("code {code}")).await
        }
        Err(_) => Ok(town),
    }
}
#[test]
fn absent_agrees() {
    prove!(absent(town): sound, text; failing = 8, wild = 1, words = &["a", ""], seeds = 800).run();
}

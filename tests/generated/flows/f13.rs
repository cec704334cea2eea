//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w065(n: i64, flag: bool, word: String, perhaps: Option<String>, held: Parcel) -> Result<i64, Failure> {
    let mut turn1 = 0_i64;
    'l2: loop {
        turn1 += 1;
        if turn1 > 2 { break; }
        for turn1 in 0..2_i64 {
            'l5: for word6 in held.lines.iter().take(3).cloned().collect::<Vec<_>>() {
                let mut perhaps: BTreeMap<String, i64> = match slow(turn1).await {
                    Ok(n) => {
                        table("".to_string()).await?
                    }
                    Err(Small::Late) => {
                        let perhaps11: Option<String> = maybe("c".to_string()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                        sleep(Duration::from_secs(word6.len() as u64)).await;
                        table(word.clone()).await?
                    }
                    Err(Small::Full(_, word10)) => {
                        BTreeMap::<String, i64>::new()
                    }
                    Err(Small::Empty) => {
                        sleep(Duration::from_secs(68)).await;
                        if flag && word == "" {
                            return Ok(n);
                        }
                        BTreeMap::<String, i64>::new()
                    }
                };
            }
            if let Some(word12) = held.note.clone() {
                note("arm".to_string()).await?;
            } else {
                match (n) % 6 {
                    0 => {
                        note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
                    }
                    1 | 2 => {
                        note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
                    }
                    perhaps if perhaps > 3 => {
                    }
                    i64::MIN..=-1 => {
                    }
                    _ => {
                    }
                }
                let flag: Kind = kind(perhaps.as_ref().map_or(1, |of| of.len() as i64)).await?;
            }
        }
        let flag13: bool = check(held.label.text.clone()).await?;
    }
    let held14: Parcel = held.clone();
    let mut what15: Kind = kind(held.size).await?;
    what15 = Kind::Sized(held.note.as_ref().map_or(-2, |of| of.len() as i64));
    note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
    parcel(held14.clone()).await?;
    parcel(held.clone()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(held.size)
}
#[test]
fn w065_agrees() {
    agrees!(w065(n, flag, word, perhaps, held));
}

#[workflow]
pub async fn w066(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Vec<String>, Failure> {
    if let Some(word1) = held.note.clone() {
        let mut perhaps2: Option<String> = if let Ok(what3) = kind((held.size) % 50 - (held.size) % 7).await {
            if let Kind::Sized(n4) = held.kind {
                match held.name.as_str() {
                    "a" | "b" => {
                        return Err(Failure::new("Stopped", held.label.text.clone()));
                    }
                    "north" => {
                    }
                    "" if matches!(what, Kind::Sized(_) | Kind::Empty) => {
                        let mut word5: String = text(format!("{n4}/{n}")).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                        let what6: Kind = kind(n).await?;
                    }
                    _ => {
                        let mut word1: Kind = kind((held.size) % 50 + (n4) % 7).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                    }
                }
                if !(matches!(what3, Kind::Sized(_) | Kind::Empty)) {
                    sleep(Duration::from_secs(held.name.len() as u64)).await;
                    let what3: Parcel = parcel(Parcel { name: "b".to_string(), size: n4, note: held.lines.first().cloned(), lines: lines, kind: what.clone(), label: Label { text: held.label.text.clone(), code: held.lines.len() as i64 } }).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                } else if flag && lines.contains(&word1) {
                } else {
                }
            } else {
                note(format!("at {n}/{flag}/{word}/{word1}")).await?;
            }
            let mut flag7: bool = flag;
            flag7 = !(3 > 3);
            perhaps.clone()
        } else {
            held.note.clone()
        };
    }
    sleep(Duration::from_secs(57)).await;
    let mut held: Option<String> = held.note.clone();
    note(format!("at {n}/{flag}/{word}")).await?;
    note(held.clone().unwrap_or_default()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(Vec::<String>::new())
}
#[test]
fn w066_agrees() {
    agrees!(w066(n, flag, word, perhaps, lines, what, held, sizes));
}

#[workflow]
pub async fn w067(word: String, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<BTreeMap<String, i64>, Failure> {
    {
        let mut held1: Parcel = parcel(held.clone()).timeout(Duration::from_secs(3)).await?;
    }
    'l2: for (at4, word3) in held.lines.iter().take(3).cloned().collect::<Vec<_>>().into_iter().enumerate() {
        let n4 = at4 as i64;
        let perhaps5: Option<String> = match held.kind.clone() {
            Kind::Sized(word) if word > 3 => {
                Some(held.note.clone().unwrap_or_default())
            }
            Kind::Sized(word) => {
                held.note.clone()
            }
            _ => {
                let mut turn8 = 0_i64;
                'l9: while turn8 < 2 && n4 > 2 {
                    turn8 += 1;
                    note("turn".to_string()).await?;
                    return Ok(sizes.clone());
                }
                match held.note.clone() {
                    Some(word10) => {
                        let mut turn11 = 0_i64;
                        while turn11 < 2 && matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
                            turn11 += 1;
                            note("turn".to_string()).await?;
                            let perhaps12: Option<String> = held.note.clone();
                            return Ok(sizes.clone());
                        }
                        sleep(Duration::from_secs(word10.len() as u64)).await;
                        Some(held.name.clone())
                    }
                    None => {
                        held.lines.first().cloned()
                    }
                }
            }
        };
        sleep(Duration::from_secs(held.name.len() as u64)).await;
    }
    let held: Parcel = Parcel { name: held.label.text.clone(), size: number(held.note.as_ref().map_or(0, |of| of.len() as i64)).await?, note: held.note.clone(), lines: held.lines, kind: Kind::Named { name: held.label.text.clone(), size: held.label.code }, label: Label { text: "c".to_string(), code: held.note.as_ref().map_or(1, |of| of.len() as i64) } };
    note(format!("at {word}")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(sizes.clone())
}
#[test]
fn w067_agrees() {
    agrees!(w067(word, lines, held, sizes));
}

#[workflow]
pub async fn w068(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind) -> Result<BTreeMap<String, i64>, Failure> {
    if let Some(word1) = perhaps.clone() {
        let mut turn2 = 0_i64;
        loop {
            turn2 += 1;
            if turn2 > 2 { break; }
            let flag: bool = if !(matches!(what, Kind::Sized(_) | Kind::Empty)) {
                !(perhaps.is_some())
            } else if flag && false {
                5 > 2
            } else {
                sleep(Duration::from_secs(word1.len() as u64)).await;
                flag
            };
            match check(perhaps.clone().unwrap_or_default()).await {
                Ok(what) => {
                    match (turn2) % 6 {
                        0 => {
                            note("arm".to_string()).await?;
                        }
                        1 | 2 => {
                            let word5: String = text(word.clone()).timeout(Duration::from_secs(3)).await?;
                        }
                        i64::MIN..=-1 => {
                            match kind(turn2).await? {
                                Kind::Sized(n6) if n6 > 3 => {
                                    note(format!("at {turn2}/{flag}/{what}/{n6}")).await?;
                                }
                                Kind::Sized(n6) => {
                                }
                                _ => {
                                    if word == "b" {
                                        break;
                                    }
                                }
                            }
                        }
                        _ => {
                            note(format!("at {word1}/{turn2}/{flag}/{what}")).await?;
                        }
                    }
                }
                Err(failure3) => {
                    let cause4 = failure3.error().to_string();
                }
            }
        }
        note(word.clone()).await?;
    }
    let lines8: Vec<String> = list(perhaps.clone().unwrap_or_default()).await?;
    let mut held9: Parcel = Parcel { name: word.clone(), size: -1, note: perhaps.clone(), lines: lines8.clone(), kind: what.clone(), label: Label { text: word.clone(), code: (perhaps.as_ref().map_or(4, |of| of.len() as i64)) % 50 + (-2) % 7 } };
    note(format!("at {flag}/{word}")).await?;
    parcel(held9.clone()).await?;
    note(lines8.join("-")).await?;
    note(lines.join("-")).await?;
    Ok(BTreeMap::<String, i64>::new())
}
#[test]
fn w068_agrees() {
    agrees!(w068(flag, word, perhaps, lines, what));
}

#[workflow]
pub async fn w069(n: i64, flag: bool, word: String, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<String, Failure> {
    'l1: for sizes in 0..2_i64 {
        'l4: for word5 in lines.iter().take(3).cloned().collect::<Vec<_>>() {
            match held.note.clone() {
                Some(word7) => {
                    match held.kind.clone() {
                        Kind::Sized(n8) => {
                            note("arm".to_string()).await?;
                            let perhaps11: Option<String> = held.note.clone();
                        }
                        _ => {
                            match maybe(word7.clone()).await? {
                                Some(word12) => {
                                    if held.note.is_some() {
                                        return Ok(lines.join("-"));
                                    }
                                }
                                None => {
                                    let mut flag13: bool = flag;
                                    flag13 = flag && matches!(held.kind, Kind::Sized(_) | Kind::Empty);
                                    if flag && (held.note.as_ref().map_or(-2, |of| of.len() as i64)) % 50 + (4) % 7 > -1 {
                                        break 'l1;
                                    }
                                }
                            }
                            if (held.label.code) % 2 == 0 {
                                return Ok(held.note.clone().unwrap_or_default());
                            }
                        }
                    }
                    for word14 in lines.iter().take(3).cloned().collect::<Vec<_>>() {
                        note(format!("at {sizes}/{word5}/{word7}/{word14}")).await?;
                    }
                }
                None => {
                    note(format!("at {flag}/{word}/{sizes}/{word5}")).await?;
                }
            }
        }
        let held16: Parcel = held.clone();
    }
    sleep(Duration::from_secs(14)).await;
    let lines: Vec<String> = held.lines.clone();
    note(format!("at {n}/{flag}/{word}")).await?;
    note(lines.join("-")).await?;
    parcel(held.clone()).await?;
    Ok(lines.join("-"))
}
#[test]
fn w069_agrees() {
    agrees!(w069(n, flag, word, lines, held, sizes));
}

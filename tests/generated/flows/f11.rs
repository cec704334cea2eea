//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w055(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Option<String>, Failure> {
    match (maybe(format!("{word}/{n}")).await?, held.name == "c") {
        (Some(n), true) => {
            if (held.size) % 2 == 0 {
                let Some(word1) = held.note.clone() else {
                    {
                        match perhaps.clone() {
                            Some(word2) if word2.is_empty() => {
                                let n3: i64 = number(held.size).await?;
                                let sizes4: BTreeMap<String, i64> = sizes.clone();
                            }
                            Some(word2) => {
                                return Ok(Some(held.label.text.clone()));
                            }
                            None => {
                                sleep(Duration::from_secs(84)).await;
                            }
                        }
                    }
                    let word5: String = held.label.text;
                    return Ok(perhaps.clone());
                };
                let mut turn6 = 0_i64;
                while turn6 < 2 && held.size > 2 {
                    turn6 += 1;
                    if let Kind::Sized(n7) = held.kind.clone() {
                        note("arm".to_string()).await?;
                    } else {
                    }
                    let perhaps8: Option<String> = maybe(lines.join("-")).timeout(Duration::from_secs(3)).await?;
                }
            } else if perhaps.is_some() {
            } else {
                return Err(Failure::new("Stopped", n.clone()));
            }
            if !(lines.contains(&held.label.text)) {
                return Ok(None::<String>);
            }
        }
        (Some(n), false) if n == "a" => {
            note(format!("at {flag}/{word}/{n}")).await?;
        }
        (None, _) | (_, false) => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
    }
    sleep(Duration::from_secs(held.label.text.len() as u64)).await;
    let lines9: Vec<String> = held.lines;
    note(format!("at {n}/{flag}/{word}")).await?;
    note(lines9.join("-")).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(perhaps.clone())
}
#[test]
fn w055_agrees() {
    agrees!(w055(n, flag, word, perhaps, lines, what, held, sizes));
}

#[workflow]
pub async fn w056(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Kind, Failure> {
    sleep(Duration::from_secs(held.label.text.len() as u64)).await;
    if !(held.label.text.len() as i64 > -1) {
        if flag && held.label.text == "b" {
            note("arm".to_string()).await?;
        } else {
            let mut turn1 = 0_i64;
            let next2: Option<String> = perhaps.clone();
            while let Some(word3) = next2.clone() {
                if turn1 > 1 { break; }
                turn1 += 1;
                match word3.as_str() {
                    "a" | "b" => {
                        note("arm".to_string()).await?;
                    }
                    "north" => {
                        let Some(word4) = perhaps.clone() else {
                            let sizes: Kind = kind(sizes.get(&held.name).copied().unwrap_or(0)).await?;
                            if flag && held.note.is_some() {
                                continue;
                            }
                            return Ok(Kind::Empty);
                        };
                        match kind(held.label.code).await {
                            Ok(perhaps) => {
                                note("arm".to_string()).await?;
                                let mut perhaps7: Option<String> = held.note.clone();
                                perhaps7 = Some(word4.clone());
                            }
                            Err(failure5) => return Err(failure5),
                        }
                        return Ok(Kind::Empty);
                    }
                    "" if sizes.get(&word).copied().unwrap_or(1) > 1 => {
                        match held.label.text.as_str() {
                            "a" | "b" => {
                                note(format!("at {flag}/{word}/{turn1}/{word3}")).await?;
                            }
                            "north" => {
                                note(format!("at {flag}/{word}/{turn1}/{word3}")).await?;
                            }
                            _ => {
                            }
                        }
                        let word8: String = text("north".to_string()).timeout(Duration::from_secs(3)).await?;
                    }
                    _ => {
                    }
                }
            }
            let lines: Vec<String> = held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>();
        }
    } else if held.lines.contains(&held.label.text) {
        note(format!("at {flag}/{word}")).await?;
    } else {
    }
    let lines9: Vec<String> = list(format!("{word}/{word}")).await?;
    note(format!("at {flag}/{word}")).await?;
    note(lines9.join("-")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(held.kind.clone())
}
#[test]
fn w056_agrees() {
    agrees!(w056(flag, word, perhaps, lines, held, sizes));
}

#[workflow]
pub async fn w057(flag: bool, word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<BTreeMap<String, i64>, Failure> {
    let mut turn1 = 0_i64;
    'l2: while turn1 < 2 && !(((held.size) % 50 + (held.label.code) % 7) % 50 + (held.label.code) % 7 > -1) {
        turn1 += 1;
        match (turn1) % 6 {
            0 => {
                note("arm".to_string()).await?;
            }
            1 | 2 => {
                match (turn1) % 6 {
                    0 => {
                        let flag4: bool = match slow(3).await {
                            Ok(word7) => {
                                if (2) % 2 == 0 {
                                    continue 'l2;
                                }
                                flag
                            }
                            Err(Small::Late) => {
                                if sizes.get(&word).copied().unwrap_or(-2) > 3 {
                                    break 'l2;
                                }
                                held.name == ""
                            }
                            Err(Small::Full(_, word8)) => {
                                let held9: Parcel = held.clone();
                                let word10: String = held9.name;
                                check(word10.clone()).await?
                            }
                            Err(Small::Empty) => {
                                flag
                            }
                        };
                    }
                    1 | 2 => {
                        note(format!("at {flag}/{word}/{turn1}")).await?;
                    }
                    i64::MIN..=-1 => {
                        note(format!("at {flag}/{word}/{turn1}")).await?;
                    }
                    _ => {
                        let mut turn11 = 0_i64;
                        let next13: Option<String> = Some(held.label.text.clone());
                        'l12: while let Some(word14) = next13.clone() {
                            if turn11 > 1 { break; }
                            turn11 += 1;
                            let perhaps15: Option<String> = maybe(word.clone()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                        }
                        let mut turn16 = 0_i64;
                        'l17: loop {
                            turn16 += 1;
                            if turn16 > 2 { break; }
                            note(format!("at {word}/{turn1}/{turn11}/{turn16}")).await?;
                        }
                    }
                }
                sleep(Duration::from_secs(word.len() as u64)).await;
            }
            n3 if n3 > 3 => {
            }
            _ => {
            }
        }
    }
    let perhaps: Option<String> = held.note;
    let mut flag18: bool = flag;
    flag18 = perhaps.is_some();
    note(format!("at {flag}/{word}/{turn1}/{flag18}")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(sizes.clone())
}
#[test]
fn w057_agrees() {
    agrees!(w057(flag, word, perhaps, what, held, sizes));
}

#[workflow]
pub async fn w058(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Option<String>, Failure> {
    match kind(held.label.code).await? {
        Kind::Sized(n1) => {
            note(format!("at {n}/{flag}/{word}/{n1}")).await?;
        }
        Kind::Named { name: word2, size: what } => {
            note(format!("at {flag}/{word}/{word2}/{what}")).await?;
        }
        Kind::Empty => {
            if held.lines.contains(&held.name) {
                let n3: i64 = number(n).await?;
            } else if ((n) % 50 + (held.size) % 7) % 2 == 0 {
                let what: Kind = what.clone();
            }
        }
    }
    let mut turn4 = 0_i64;
    let next5: Option<String> = held.note.clone();
    while let Some(word6) = next5.clone() {
        if turn4 > 1 { break; }
        turn4 += 1;
        if flag && word6.len() as i64 > 0 {
            note("arm".to_string()).await?;
        } else if lines.contains(&word6) {
            let mut turn7 = 0_i64;
            'l8: while turn7 < 2 && held.label.text == "north" {
                turn7 += 1;
                sleep(Duration::from_secs(5)).await;
                {
                    let mut held9: Parcel = parcel(held.clone()).await?;
                }
            }
            if word == "b" {
                return Err(Failure::new("Stopped", held.label.text.clone()));
            }
        } else {
        }
        note(word6).timeout(Duration::from_secs(3)).await?;
    }
    let mut perhaps: Vec<String> = lines.clone();
    note(format!("at {n}/{flag}/{word}/{turn4}")).await?;
    note(perhaps.join("-")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(held.note.clone())
}
#[test]
fn w058_agrees() {
    agrees!(w058(n, flag, word, perhaps, lines, what, held, sizes));
}

#[workflow]
pub async fn w059(n: i64, word: String, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>) -> Result<String, Failure> {
    match (n) % 6 {
        0 => {
            match (maybe(word).await?, !(false)) {
                (Some(word1), true) => {
                    note(format!("at {n}/{word1}")).await?;
                }
                (Some(word1), false) if word1 == "a" => {
                }
                (None, _) | (_, false) => {
                    match slow((1) % 50 - (n) % 7).await {
                        Ok(word4) if word4 == "a" => {
                            note("arm".to_string()).await?;
                        }
                        Ok(word4) => {
                            note(format!("at {n}/{word4}")).await?;
                        }
                        Err(Small::Late) => {
                            note(format!("at {n}")).await?;
                        }
                        Err(Small::Full(_, word5)) => {
                            note("north".to_string()).await?;
                        }
                        Err(Small::Empty) => {
                        }
                    }
                }
            }
            'l6: for word7 in lines.iter().take(3).cloned().collect::<Vec<_>>() {
                let mut turn9 = 0_i64;
                'l10: while turn9 < 2 && matches!(what, Kind::Sized(_) | Kind::Empty) {
                    turn9 += 1;
                    match word7.as_str() {
                        "a" | "b" => {
                            let perhaps11: Option<String> = None::<String>;
                            if let Ok(lines12) = list(word7.clone()).await {
                                note(lines.join("-")).await?;
                            }
                        }
                        "north" => {
                        }
                        _ => {
                            break 'l10;
                        }
                    }
                }
            }
        }
        1 | 2 => {
            match maybe(format!("{n}/{word}")).await? {
                Some(word13) => {
                    note("arm".to_string()).await?;
                }
                None => {
                    note(format!("at {n}/{word}")).await?;
                }
            }
            return Ok(lines.join("-"));
        }
        _ => {
            note(format!("at {n}/{word}")).await?;
        }
    }
    let mut held14: Parcel = Parcel { name: "c".to_string(), size: 4, note: lines.first().cloned(), lines: lines.clone(), kind: Kind::Empty, label: Label { text: "b".to_string(), code: n } };
    let n15: i64 = number(held14.size).timeout(Duration::from_secs(3)).await?;
    note(format!("at {n}/{n15}")).await?;
    parcel(held14.clone()).await?;
    note(lines.join("-")).await?;
    Ok("north".to_string())
}
#[test]
fn w059_agrees() {
    agrees!(w059(n, word, lines, what, sizes));
}

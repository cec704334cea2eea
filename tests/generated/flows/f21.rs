//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w105(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Option<String>, Failure> {
    if flag && matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
        if let Ok(flag1) = check(held.name.clone()).await {
            match (n) % 6 {
                0 => {
                    note(format!("at {n}/{flag}/{word}/{flag1}")).await?;
                }
                1 | 2 => {
                    note(format!("at {n}/{flag}/{word}/{flag1}")).await?;
                }
                n if n > 3 => {
                }
                _ => {
                    match (n) % 6 {
                        0 => {
                            note(format!("at {n}/{flag}/{word}/{flag1}")).await?;
                        }
                        1 | 2 => {
                        }
                        n2 if n2 > 3 => {
                            let mut n3: i64 = number(n2).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                        }
                        _ => {
                            note(format!("at {n}/{flag}/{word}/{flag1}")).await?;
                        }
                    }
                    if !(sizes.get(&word).copied().unwrap_or(-1) > -1) {
                        if held.note.is_some() {
                            note("arm".to_string()).await?;
                        } else if lines.contains(&held.name) {
                            note(format!("at {n}/{flag}/{word}/{flag1}")).await?;
                        } else {
                            let mut what4: Kind = kind(sizes.get(&word).copied().unwrap_or(2)).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                        }
                        map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word5| {
                            if flag1 && held.name == "b" {
                                return Ok(!((held.label.code) % 2 == 0));
                            }
                            let mut lines6: Vec<String> = list(held.label.text.clone()).await?;
                            lines6.push("".to_string());
                            Ok(!((held.note.as_ref().map_or(-1, |of| of.len() as i64)) % 2 == 0))
                        }).max_concurrency(2).await?;
                    }
                }
            }
            let mut word7: String = perhaps.clone().unwrap_or_default();
            word7 = word.clone();
        }
        let sizes8: BTreeMap<String, i64> = table(word.clone()).await?;
    } else if !(sizes.is_empty()) {
        return Ok(held.note.clone());
    }
    let mut sizes9: BTreeMap<String, i64> = sizes.clone();
    sizes9.insert("north".to_string(), lines.len() as i64);
    let n10: i64 = held.size;
    note(format!("at {n}/{flag}/{word}/{n10}")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(held.note.clone())
}
#[test]
fn w105_agrees() {
    agrees!(w105(n, flag, word, perhaps, lines, held, sizes));
}

#[workflow]
pub async fn w106(word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel) -> Result<String, Failure> {
    match (perhaps.clone(), !(held.note.is_some())) {
        (Some(word1), true) => {
            if let Some(word) = maybe(lines.join("-")).await? {
                note(format!("at {word1}/{word}")).await?;
            } else {
                if held.note.is_some() {
                    note("arm".to_string()).await?;
                    let Parcel { lines: lines2, kind: what3, .. } = held;
                } else {
                    match held.note.clone() {
                        Some(word4) => {
                            let n5: i64 = number(held.size).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                            let word1: i64 = held.label.code;
                        }
                        None => {
                            note(format!("at {word}/{word1}")).await?;
                        }
                    }
                    let what6: Kind = held.kind;
                }
            }
            if let Some(word7) = held.note.clone() {
                return Ok(word.clone());
            } else {
                if check(held.name.clone()).await? {
                    match (held.size) % 6 {
                        0 => {
                            note(format!("at {word}/{word1}")).await?;
                        }
                        1 | 2 => {
                            note(format!("at {word}/{word1}")).await?;
                        }
                        n8 if n8 > 3 => {
                            return Ok("a".to_string());
                        }
                        _ => {
                        }
                    }
                } else {
                    return Ok(held.name.clone());
                }
            }
        }
        (Some(word1), false) if word1 == "a" => {
            note(format!("at {word}/{word1}")).await?;
        }
        (None, _) | (_, false) => {
        }
    }
    let held9: Parcel = Parcel { name: "c".to_string(), size: held.size, note: held.note.clone(), lines: lines.clone(), kind: Kind::Empty, label: Label { text: word.clone(), code: held.size } };
    let n10: i64 = held9.size;
    let lines: Parcel = Parcel { name: held.name.clone(), size: held.size, note: held.note.clone(), lines: held9.lines.clone(), kind: held9.kind, label: Label { text: held.name.clone(), code: n10 } };
    note(format!("at {word}/{n10}")).await?;
    parcel(lines.clone()).await?;
    Ok(held9.lines.join("-"))
}
#[test]
fn w106_agrees() {
    agrees!(w106(word, perhaps, lines, held));
}

#[workflow]
pub async fn w107(flag: bool, word: String, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<BTreeMap<String, i64>, Failure> {
    match held.note.clone() {
        Some(word1) => {
            let held2: Parcel = if let Kind::Sized(n3) = what.clone() {
                held.clone()
            } else {
                let mut turn4 = 0_i64;
                let next6: Option<String> = None::<String>;
                'l5: while let Some(word7) = next6.clone() {
                    if turn4 > 1 { break; }
                    turn4 += 1;
                    note("turn".to_string()).await?;
                    let mut turn8 = 0_i64;
                    'l9: loop {
                        turn8 += 1;
                        if turn8 > 2 { break; }
                        note("turn".to_string()).await?;
                        let held10: Parcel = held.clone();
                        let word11: String = held10.name;
                    }
                    'l12: for word13 in lines.iter().take(3).cloned().collect::<Vec<_>>() {
                        note("turn".to_string()).await?;
                        if sizes.is_empty() {
                            continue 'l5;
                        }
                    }
                }
                held.clone()
            };
            match (maybe(held.lines.join("-")).await?, word == "c") {
                (Some(word15), true) => {
                    note("arm".to_string()).await?;
                }
                (Some(word15), false) if word15 == "a" => {
                    match what.clone() {
                        Kind::Sized(n16) if n16 > 3 => {
                            match (held.label.code) % 6 {
                                0 => {
                                    note(format!("at {word}/{word1}/{word15}/{n16}")).await?;
                                }
                                1 | 2 => {
                                    note(format!("at {word}/{word1}/{word15}/{n16}")).await?;
                                }
                                sizes if sizes > 3 => {
                                }
                                i64::MIN..=-1 => {
                                }
                                _ => {
                                    note(format!("at {word}/{word1}/{word15}/{n16}")).await?;
                                }
                            }
                            let flag: bool = flag;
                        }
                        Kind::Sized(n16) => {
                            note(format!("at {word}/{word1}/{word15}/{n16}")).await?;
                        }
                        Kind::Named { name: flag, size: n17 } => {
                            note(format!("at {word1}/{word15}/{flag}/{n17}")).await?;
                        }
                        Kind::Empty => {
                            note(format!("at {flag}/{word}/{word1}/{word15}")).await?;
                        }
                    }
                }
                (None, _) | (_, false) => {
                }
            }
        }
        None => {
            note(format!("at {flag}/{word}")).await?;
        }
    }
    let mut sizes18: BTreeMap<String, i64> = sizes.clone();
    sizes18.insert(held.label.text.clone(), sizes18.get(&held.name).copied().unwrap_or(6));
    let mut sizes19: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
    note(format!("at {flag}/{word}")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(sizes18)
}
#[test]
fn w107_agrees() {
    agrees!(w107(flag, word, lines, what, held, sizes));
}

#[workflow]
pub async fn w108(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Kind, Failure> {
    map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word1| {
        match risky(held.label.text.clone()).await {
            Ok(n4) => {
                note(format!("at {n}/{word}/{word1}/{n4}")).await?;
            }
            Err(Trouble::Busy) => {
                note(format!("at {n}/{word}/{word1}")).await?;
            }
            Err(Trouble::Bad { why: word5, .. }) => {
                note(format!("at {n}/{word}/{word1}/{word5}")).await?;
            }
            Err(Trouble::Closed(word5)) => {
                if !(matches!(what, Kind::Sized(_) | Kind::Empty)) {
                    match word5.as_str() {
                        "a" | "b" => {
                            let n6: i64 = number(0).await?;
                        }
                        "north" => {
                            note(format!("at {n}/{word}/{word1}/{word5}")).await?;
                        }
                        "" if word5 == "north" => {
                            if matches!(what, Kind::Sized(_) | Kind::Empty) {
                                let n7: i64 = number(n).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                                note("b".to_string()).await?;
                            } else {
                            }
                            match (held.size) % 6 {
                                0 => {
                                    return Ok(sizes.get(&held.name).copied().unwrap_or(2));
                                }
                                1 | 2 => {
                                    sleep(Duration::from_secs(held.name.len() as u64)).await;
                                    if !(sizes.is_empty()) {
                                        return Ok(sizes.get(&held.label.text).copied().unwrap_or(-1));
                                    }
                                }
                                n if n > 3 => {
                                    note(format!("at {word}/{word1}/{word5}/{n}")).await?;
                                }
                                _ => {
                                }
                            }
                            return Ok(held.size);
                        }
                        _ => {
                            return Ok(n);
                        }
                    }
                    let what8: Kind = Kind::Named { name: format!("{word5}/{word}"), size: held.size };
                } else if held.label.text == "north" {
                    note(format!("at {n}/{word}/{word1}/{word5}")).await?;
                } else {
                    note(format!("at {n}/{word}/{word1}/{word5}")).await?;
                }
                let held9: Parcel = parcel(Parcel { name: held.label.text.clone(), size: perhaps.as_ref().map_or(6, |of| of.len() as i64), note: held.note.clone(), lines: held.lines.clone(), kind: Kind::Empty, label: Label { text: word.clone(), code: 3 } }).await?;
            }
            Err(other2) => return Err(other2.into()),
        }
        Ok(held.label.code)
    }).max_concurrency(2).await?;
    let mut sizes: BTreeMap<String, i64> = sizes.clone();
    let mut flag10: bool = check(word.clone()).await?;
    note(format!("at {n}/{word}/{flag10}")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(Kind::Empty)
}
#[test]
fn w108_agrees() {
    agrees!(w108(n, word, perhaps, lines, what, held, sizes));
}

#[workflow]
pub async fn w109(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>) -> Result<Vec<String>, Failure> {
    if let Ok(lines1) = list(format!("{n}/{flag}")).await {
        note("arm".to_string()).await?;
    } else {
        if check(format!("{word}/{flag}")).await? {
            if (1) % 2 == 0 {
                match what.clone() {
                    Kind::Sized(n2) => {
                        note("arm".to_string()).await?;
                    }
                    Kind::Named { name: word4, size: n3 } => {
                    }
                    Kind::Empty => {
                        match risky(word.clone()).await {
                            Ok(n7) => {
                                let mut held9: Parcel = Parcel { name: word, size: number(n).await?, note: None::<String>, lines: vec!["b".to_string(), "c".to_string()], kind: what.clone(), label: Label { text: "b".to_string(), code: n } };
                                held9.lines.push("".to_string());
                            }
                            Err(Trouble::Busy) => {
                            }
                            Err(Trouble::Bad { why: word8, .. }) => {
                                sleep(Duration::from_secs(1)).await;
                                let what10: Kind = kind(n).await?;
                            }
                            Err(Trouble::Closed(word8)) => {
                                note(format!("at {n}/{flag}/{word}/{word8}")).await?;
                            }
                            Err(other5) => return Err(other5.into()),
                        }
                        let sizes11: BTreeMap<String, i64> = sizes.clone();
                    }
                }
                let lines12: Vec<String> = lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>();
            }
        }
    }
    if sizes.is_empty() {
        note("arm".to_string()).await?;
    }
    let mut what13: Kind = what.clone();
    what13 = Kind::Sized(4);
    note(format!("at {n}/{flag}")).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(lines.clone())
}
#[test]
fn w109_agrees() {
    agrees!(w109(n, flag, word, perhaps, lines, what, sizes));
}

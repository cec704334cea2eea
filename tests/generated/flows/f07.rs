//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w035(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Option<String>, Failure> {
    map(vec![word.clone(), held.name.clone()], async |word1| {
        note("fork".to_string()).await?;
        match (number(lines.len() as i64).await?) % 6 {
            0 => {
                note("arm".to_string()).await?;
            }
            1 | 2 => {
                let sizes: BTreeMap<String, i64> = sizes.clone();
            }
            _ => {
                match (perhaps.clone(), flag && sizes.is_empty()) {
                    (Some(word3), true) => {
                        return Ok(vec![word3.clone()]);
                    }
                    (Some(word3), false) if word3 == "a" => {
                        'l4: for held in 0..2_i64 {
                            note("turn".to_string()).await?;
                            {
                                if perhaps.is_some() {
                                    break 'l4;
                                }
                                sleep(Duration::from_secs(43)).await;
                            }
                        }
                        match (held.size) % 6 {
                            0 => {
                                let mut what8: Kind = kind(held.name.len() as i64).await?;
                            }
                            1 | 2 => {
                                if sizes.is_empty() {
                                    note(format!("at {flag}/{word}/{word1}/{word3}")).await?;
                                } else {
                                }
                            }
                            n7 if n7 > 3 => {
                            }
                            i64::MIN..=-1 => {
                                note(format!("at {flag}/{word}/{word1}/{word3}")).await?;
                            }
                            _ => {
                                note(format!("at {flag}/{word}/{word1}/{word3}")).await?;
                            }
                        }
                        return Err(Failure::new("Stopped", word3.clone()));
                    }
                    (None, _) | (_, false) => {
                        note(format!("at {n}/{flag}/{word}/{word1}")).await?;
                    }
                }
            }
        }
        let mut held: Parcel = Parcel { name: word1.clone(), size: number(n).await?, note: held.note.clone(), lines: held.lines.clone(), kind: Kind::Empty, label: Label { text: held.name.clone(), code: held.label.code } };
        Ok(held.lines.clone())
    }).max_concurrency(2).await?;
    let mut word9: String = text(word).timeout(Duration::from_secs(3)).await?;
    let word: Kind = kind(1).await?;
    note(format!("at {n}/{flag}/{word9}")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(lines.first().cloned())
}
#[test]
fn w035_agrees() {
    agrees!(w035(n, flag, word, perhaps, lines, held, sizes));
}

#[workflow]
pub async fn w036(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>) -> Result<BTreeMap<String, i64>, Failure> {
    let Some(lines) = perhaps else {
        match (number(5).await?) % 6 {
            0 => {
                match word.as_str() {
                    "a" | "b" => {
                        note("arm".to_string()).await?;
                        let held1: Parcel = Parcel { name: word.clone(), size: sizes.get(&word).copied().unwrap_or(3), note: Some(format!("{word}/{flag}")), lines: lines.clone(), kind: what.clone(), label: Label { text: word.clone(), code: 0 } };
                    }
                    "north" => {
                        note(format!("at {flag}/{word}")).await?;
                    }
                    "" if !(word == "") => {
                        sleep(Duration::from_secs(word.len() as u64)).await;
                        return Ok(sizes.clone());
                    }
                    _ => {
                        match maybe(word).await? {
                            Some(word2) => {
                                return Ok(sizes.clone());
                            }
                            None => {
                                let (sizes3, held4, held5) = join!(
                                    table("b".to_string()),
                                    async {
                                        let sizes6: BTreeMap<String, i64> = table(lines.join("-")).await?;
                                        let held7: Parcel = Parcel { name: "a".to_string(), size: 5, note: lines.first().cloned(), lines: lines.clone(), kind: what.clone(), label: Label { text: "".to_string(), code: 1 } };
                                        let word8: String = held7.label.text;
                                        Ok(Parcel { name: "b".to_string(), size: held7.label.code, note: maybe(held7.note.clone().unwrap_or_default()).await?, lines: list(held7.name.clone()).await?, kind: Kind::Empty, label: Label { text: "north".to_string(), code: held7.size } })
                                    },
                                    async {
                                        let mut perhaps9: Option<String> = None::<String>;
                                        perhaps9 = Some("north".to_string());
                                        let mut sizes: bool = flag;
                                        Ok(Parcel { name: "a".to_string(), size: -1, note: perhaps9.clone(), lines: vec!["c".to_string(), "".to_string()], kind: what.clone(), label: Label { text: "c".to_string(), code: -2 } })
                                    },
                                )
                                .await?;
                                let mut what10: Kind = Kind::Sized(held5.size);
                                what10 = Kind::Sized((held4.name.len() as i64) % 50 + (4) % 7);
                            }
                        }
                    }
                }
            }
            1 | 2 => {
                note(format!("at {flag}/{word}")).await?;
            }
            _ => {
                note(format!("at {flag}/{word}")).await?;
            }
        }
        let flag: bool = flag;
        return Ok(sizes.clone());
    };
    let held11: Parcel = Parcel { name: word.clone(), size: sizes.get(&word).copied().unwrap_or(1), note: None::<String>, lines: vec![lines.clone()], kind: Kind::Sized(sizes.get(&word).copied().unwrap_or(-2)), label: Label { text: lines.clone(), code: 0 } };
    let Parcel { lines: lines12, kind: what13, .. } = held11;
    let mut lines: String = text(held11.name.clone()).await?;
    note(format!("at {flag}/{word}/{lines}")).await?;
    note(lines12.join("-")).await?;
    Ok(sizes.clone())
}
#[test]
fn w036_agrees() {
    agrees!(w036(flag, word, perhaps, lines, what, sizes));
}

#[workflow]
pub async fn w037(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<BTreeMap<String, i64>, Failure> {
    if !(n > 0) {
        note("arm".to_string()).await?;
    } else {
        for n3 in 0..2_i64 {
            let mut turn4 = 0_i64;
            'l5: while turn4 < 2 && matches!(what, Kind::Sized(_) | Kind::Empty) {
                turn4 += 1;
                let (perhaps6, flag7, sizes8) = join!(
                    maybe(perhaps.clone().unwrap_or_default()),
                    check(format!("{n}/{n}")),
                    async {
                        for turn4 in 0..3_i64 {
                            sleep(Duration::from_secs(word.len() as u64)).await;
                        }
                        Ok(sizes.clone())
                    },
                )
                .await?;
                if held.note.is_some() {
                    break;
                }
            }
        }
        match (number(lines.len() as i64).await?) % 6 {
            0 => {
                let mut turn12 = 0_i64;
                loop {
                    turn12 += 1;
                    if turn12 > 2 { break; }
                    let mut lines13: Vec<String> = list(held.label.text.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                    let word14: String = text(word.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                }
                note(held.name.clone()).await?;
            }
            1 | 2 => {
                return Ok(sizes.clone());
            }
            n11 if n11 > 3 => {
            }
            i64::MIN..=-1 => {
                return Ok(sizes.clone());
            }
            _ => {
            }
        }
    }
    let perhaps: Option<String> = perhaps.clone();
    sleep(Duration::from_secs(held.name.len() as u64)).await;
    note(format!("at {n}/{word}")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(sizes.clone())
}
#[test]
fn w037_agrees() {
    agrees!(w037(n, word, perhaps, lines, what, held, sizes));
}

#[workflow]
pub async fn w038(n: i64, flag: bool, word: String, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Option<String>, Failure> {
    let mut turn1 = 0_i64;
    loop {
        turn1 += 1;
        if turn1 > 2 { break; }
        sleep(Duration::from_secs(51)).await;
        match slow(held.label.code).await {
            Ok(word4) => {
                let perhaps6: Option<String> = {
                    if lines.contains(&held.label.text) {
                        note("arm".to_string()).await?;
                    } else {
                        if !((sizes.get(&held.label.text).copied().unwrap_or(-1)) % 2 == 0) {
                            return Ok(held.note.clone());
                        }
                        sleep(Duration::from_secs(6)).await;
                    }
                    match held.kind.clone() {
                        Kind::Sized(lines) if lines > 3 => {
                            note(format!("{n}/{word4}")).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
                            sleep(Duration::from_secs(held.name.len() as u64)).await;
                        }
                        Kind::Sized(lines) => {
                            note(format!("at {word}/{turn1}/{word4}/{lines}")).await?;
                        }
                        Kind::Named { name: word8, size: n7 } => {
                        }
                        Kind::Empty => {
                        }
                    }
                    Some(held.label.text.clone())
                };
            }
            Err(Small::Late) => {
            }
            Err(Small::Full(_, word5)) => {
                note(format!("at {flag}/{word}/{turn1}/{word5}")).await?;
            }
            Err(Small::Empty) => {
                note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
            }
        }
    }
    let mut sizes9: BTreeMap<String, i64> = sizes.clone();
    note(word.clone()).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
    note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(held.note.clone())
}
#[test]
fn w038_agrees() {
    agrees!(w038(n, flag, word, lines, held, sizes));
}

#[workflow]
pub async fn w039(word: String, perhaps: Option<String>, sizes: BTreeMap<String, i64>) -> Result<Option<String>, Failure> {
    match kind(word.len() as i64).await? {
        Kind::Sized(sizes) if sizes > 3 => {
            note("arm".to_string()).await?;
        }
        Kind::Sized(sizes) => {
            note(format!("at {word}/{sizes}")).await?;
        }
        Kind::Named { name: word, size: n1 } => {
            let mut turn2 = 0_i64;
            'l3: loop {
                turn2 += 1;
                if turn2 > 2 { break; }
                map(vec!["a".to_string(), word.clone()], async |word4| {
                    let mut turn5 = 0_i64;
                    'l6: while turn5 < 2 && (turn2) % 2 == 0 {
                        turn5 += 1;
                        map(vec!["north".to_string(), word.clone()], async |turn5| {
                            let mut perhaps7: Option<String> = perhaps.clone();
                            perhaps7 = Some(word.clone());
                            let mut word4: String = turn5.clone();
                            Ok(n1)
                        }).max_concurrency(2).await?;
                        note(word4.clone()).await?;
                    }
                    let mut turn8 = 0_i64;
                    'l9: loop {
                        turn8 += 1;
                        if turn8 > 2 { break; }
                        note("turn".to_string()).await?;
                        return Ok(true);
                    }
                    Ok(!(perhaps.is_some()))
                }).await?;
                match (perhaps.clone(), !((turn2) % 2 == 0)) {
                    (Some(turn2), true) => {
                        note(format!("at {word}/{n1}/{turn2}")).await?;
                    }
                    (Some(turn2), false) if turn2 == "a" => {
                        note(format!("at {word}/{n1}/{turn2}")).await?;
                    }
                    (None, _) | (_, false) => {
                        note(format!("at {word}/{n1}/{turn2}")).await?;
                    }
                }
            }
            let perhaps10: Option<String> = perhaps.clone();
        }
        Kind::Empty => {
        }
    }
    let held11: Parcel = Parcel { name: "b".to_string(), size: 3, note: perhaps.clone(), lines: vec![word.clone()], kind: Kind::Sized(4), label: Label { text: word.clone(), code: word.len() as i64 } };
    let what12: Kind = held11.kind;
    let mut word13: String = text(held11.name).await?;
    note(format!("at {word}/{word13}")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(held11.note.clone())
}
#[test]
fn w039_agrees() {
    agrees!(w039(word, perhaps, sizes));
}

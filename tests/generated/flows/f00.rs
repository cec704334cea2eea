//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w000(flag: bool, word: String, perhaps: Option<String>, what: Kind) -> Result<Parcel, Failure> {
    if flag && word == "b" {
        note(format!("at {flag}/{word}")).await?;
    } else {
        let mut turn1 = 0_i64;
        let next3: Option<String> = perhaps;
        'l2: while let Some(word4) = next3.clone() {
            if turn1 > 1 { break; }
            turn1 += 1;
            match maybe(word4.clone()).await? {
                Some(word5) => {
                    note("arm".to_string()).await?;
                }
                None => {
                    let flag: Parcel = Parcel { name: word.clone(), size: turn1, note: Some(word4.clone()), lines: vec![word4.clone(), "north".to_string()], kind: what.clone(), label: Label { text: word4.clone(), code: ((turn1) % 50 + (-1) % 7) % 50 - (turn1) % 7 } };
                }
            }
            let (flag6, lines7, held8) = join!(
                check(word4.clone()),
                async {
                    note("fork".to_string()).await?;
                    match (turn1) % 6 {
                        0 => {
                            note("arm".to_string()).await?;
                            let perhaps: i64 = word.len() as i64;
                        }
                        1 | 2 => {
                            let mut perhaps10: Option<String> = Some(word4.clone());
                            perhaps10 = Some("b".to_string());
                        }
                        n9 if n9 > 3 => {
                            return Err(Failure::new("Stopped", word.clone()));
                        }
                        _ => {
                            note(format!("at {flag}/{word}/{turn1}/{word4}")).await?;
                        }
                    }
                    Ok(Vec::<String>::new())
                },
                parcel(Parcel { name: word.clone(), size: turn1, note: None::<String>, lines: vec![word4.clone(), word4.clone()], kind: what.clone(), label: Label { text: word.clone(), code: 0 } }),
            )
            .await?;
        }
    }
    let lines11: Vec<String> = match text(word.clone()).await {
        Ok(word14) => {
            let Some(word15) = maybe(word.clone()).await? else {
                return Ok(Parcel { name: word14.clone(), size: (4) % 50 + (word.len() as i64) % 7, note: None::<String>, lines: Vec::<String>::new(), kind: what.clone(), label: Label { text: word14.clone(), code: 6 } });
            };
            let sizes16: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
            vec![word15.clone(), word.clone()]
        }
        Err(failure12) => {
            let cause13 = failure12.error().to_string();
            list("b".to_string()).await?
        }
    };
    sleep(Duration::from_secs(word.len() as u64)).await;
    note(format!("at {flag}/{word}")).await?;
    note(lines11.join("-")).await?;
    Ok(Parcel { name: "c".to_string(), size: -2, note: lines11.first().cloned(), lines: lines11, kind: what.clone(), label: Label { text: word.clone(), code: (-1) % 50 + (5) % 7 } })
}
#[test]
fn w000_agrees() {
    agrees!(w000(flag, word, perhaps, what));
}

#[workflow]
pub async fn w001(flag: bool, word: String, perhaps: Option<String>, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<bool, Failure> {
    let (word1, word2, n3) = join!(
        async {
            let Ok(perhaps4) = maybe(held.lines.join("-")).await else {
                match kind(held.lines.len() as i64).await? {
                    Kind::Sized(n5) => {
                        note(format!("{word}/{flag}")).await?;
                        let n5: i64 = sizes.get(&word).copied().unwrap_or(1);
                    }
                    _ => {
                        {
                            let (lines8, n9) = join!(
                                async {
                                    let word10: String = text(held.lines.join("-")).await?;
                                    Ok(held.lines.clone())
                                },
                                number(held.size),
                            )
                            .await?;
                            let mut held11: Parcel = Parcel { name: word.clone(), size: held.size, note: perhaps.clone(), lines: lines8, kind: Kind::Sized(held.label.code), label: Label { text: "c".to_string(), code: held.lines.len() as i64 } };
                            held11.label.code = held.name.len() as i64;
                        }
                        if sizes.is_empty() {
                            note("arm".to_string()).await?;
                            let perhaps12: Option<String> = perhaps.clone();
                        } else {
                        }
                    }
                }
                sleep(Duration::from_secs(word.len() as u64)).await;
                return Ok(held.name.clone());
            };
            Ok(held.lines.join("-"))
        },
        async {
            Ok(held.label.text.clone())
        },
        async {
            Ok((held.note.as_ref().map_or(6, |of| of.len() as i64)) % 50 - (number(held.size).await?) % 7)
        },
    )
    .await?;
    let word13: String = held.name;
    let word1: String = held.label.text;
    note(format!("at {word2}/{n3}/{word13}/{word1}")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(flag)
}
#[test]
fn w001_agrees() {
    agrees!(w001(flag, word, perhaps, held, sizes));
}

#[workflow]
pub async fn w002(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind, held: Parcel) -> Result<i64, Failure> {
    let mut turn1 = 0_i64;
    'l2: while turn1 < 2 && flag && (turn1) % 50 + (held.note.as_ref().map_or(6, |of| of.len() as i64)) % 7 > 2 {
        turn1 += 1;
        let mut turn3 = 0_i64;
        'l4: while turn3 < 2 && (perhaps.as_ref().map_or(-1, |of| of.len() as i64)) % 2 == 0 {
            turn3 += 1;
            let n5: i64 = number((n) % 50 + (turn1) % 7).await?;
            match risky(held.note.clone().unwrap_or_default()).await {
                Ok(what) => {
                    note("arm".to_string()).await?;
                }
                Err(Trouble::Busy) => {
                    note(format!("at {word}/{turn1}/{turn3}/{n5}")).await?;
                }
                Err(Trouble::Bad { why: word8, .. }) => {
                    let mut turn9 = 0_i64;
                    'l10: while turn9 < 2 && flag && held.note.is_some() {
                        turn9 += 1;
                        if flag && held.note.is_some() {
                            let held11: Parcel = held.clone();
                            let what: String = held11.label.text;
                            sleep(Duration::from_secs(20)).await;
                        }
                        match perhaps.clone() {
                            Some(word12) => {
                                let n13: i64 = number(turn1).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                                let held14: Parcel = held.clone();
                                let Parcel { lines: lines15, kind: what16, .. } = held14;
                            }
                            None => {
                                note(format!("at {turn3}/{n5}/{word8}/{turn9}")).await?;
                            }
                        }
                    }
                    break 'l4;
                }
                Err(Trouble::Closed(word8)) => {
                }
                Err(other6) => return Err(other6.into()),
            }
        }
        let mut n17: i64 = turn1;
        n17 += (turn1) % 10;
    }
    let perhaps: String = word.clone();
    sleep(Duration::from_secs(54)).await;
    note(format!("at {flag}/{word}/{turn1}/{perhaps}")).await?;
    parcel(held.clone()).await?;
    Ok(turn1)
}
#[test]
fn w002_agrees() {
    agrees!(w002(n, flag, word, perhaps, what, held));
}

#[workflow]
pub async fn w003(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<i64, Failure> {
    if flag && held.label.text == "c" {
        let Kind::Sized(n1) = kind(held.label.text.len() as i64).await? else {
            let mut turn2 = 0_i64;
            while turn2 < 2 && held.name == "b" {
                turn2 += 1;
                match kind(turn2).await? {
                    Kind::Sized(n3) => {
                        note("arm".to_string()).await?;
                    }
                    Kind::Named { name: word4, size: n } => {
                        let what5: Kind = kind(turn2).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                        map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word6| {
                            if lines.contains(&word) {
                                return Ok(BTreeMap::<String, i64>::new());
                            }
                            let perhaps7: Option<String> = Some(format!("{flag}/{turn2}"));
                            Ok(BTreeMap::<String, i64>::new())
                        }).await?;
                    }
                    Kind::Empty => {
                        note(format!("at {n}/{flag}/{word}/{turn2}")).await?;
                    }
                }
            }
            let Some(word8) = perhaps.clone() else {
                map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word9| {
                    Ok(Kind::Named { name: held.name.clone(), size: sizes.get(&held.label.text).copied().unwrap_or(0) })
                }).await?;
                let mut sizes: BTreeMap<String, i64> = sizes.clone();
                return Err(Failure::new("Stopped", word.clone()));
            };
            return Ok(sizes.get(&held.label.text).copied().unwrap_or(6));
        };
        let mut what10: Kind = kind(sizes.get(&word).copied().unwrap_or(-2)).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
    }
    let what11: Kind = Kind::Named { name: held.lines.join("-"), size: n };
    let n: Parcel = parcel(held.clone()).await?;
    note(format!("at {flag}/{word}")).await?;
    parcel(n.clone()).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(n.label.code)
}
#[test]
fn w003_agrees() {
    agrees!(w003(n, flag, word, perhaps, lines, held, sizes));
}

#[workflow]
pub async fn w004(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel) -> Result<Option<String>, Failure> {
    let n1: i64 = match held.kind.clone() {
        Kind::Sized(n2) if n2 > 3 => {
            match what.clone() {
                Kind::Sized(n5) if n5 > 3 => {
                    return Err(Failure::new("Stopped", held.label.text.clone()));
                }
                Kind::Sized(n5) => {
                    let mut turn8 = 0_i64;
                    loop {
                        turn8 += 1;
                        if turn8 > 2 { break; }
                        if matches!(what, Kind::Sized(_) | Kind::Empty) {
                            note("arm".to_string()).await?;
                        } else if lines.contains(&word) {
                            note(format!("at {word}/{n2}/{n5}/{turn8}")).await?;
                        } else {
                            let perhaps9: Option<String> = maybe(word.clone()).await?;
                            let mut n10: i64 = n5;
                            n10 += (2) % 10;
                        }
                    }
                }
                _ => {
                    let word11: String = text("c".to_string()).await?;
                    return Ok(perhaps.clone());
                }
            }
            match held.name.as_str() {
                "a" | "b" => {
                    return Err(Failure::new("Stopped", word.clone()));
                }
                "north" => {
                    held.size
                }
                "" if !(held.note.is_some()) => {
                    map(vec!["north".to_string(), "b".to_string()], async |perhaps| {
                        note(held.note.clone().unwrap_or_default()).retry(Retry::on(&["Unknown"]).interval(1).max_attempts(2)).await?;
                        Ok(BTreeMap::<String, i64>::new())
                    }).await?;
                    number(n).await?
                }
                _ => {
                    held.size
                }
            }
        }
        Kind::Sized(n2) => {
            5
        }
        _ => {
            n
        }
    };
    let word: String = held.note.clone().unwrap_or_default();
    let mut held12: Parcel = parcel(Parcel { name: held.label.text.clone(), size: held.size, note: None::<String>, lines: vec![held.label.text.clone(), held.name.clone()], kind: Kind::Empty, label: Label { text: held.name, code: held.label.code } }).await?;
    note(format!("at {n}/{flag}/{n1}/{word}")).await?;
    parcel(held12.clone()).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(None::<String>)
}
#[test]
fn w004_agrees() {
    agrees!(w004(n, flag, word, perhaps, lines, what, held));
}

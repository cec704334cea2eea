//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w040(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>) -> Result<i64, Failure> {
    map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |flag| {
        match perhaps.clone() {
            Some(word1) => {
                note("arm".to_string()).await?;
            }
            None => {
                let (perhaps2, what3, n4) = join!(
                    async {
                        let mut n5: i64 = n;
                        n5 = (n5 + 3) % 100;
                        Ok(lines.first().cloned())
                    },
                    kind(5),
                    number(-2),
                )
                .await?;
            }
        }
        match perhaps.clone() {
            Some(word6) => {
                let (n7, held8) = join!(
                    async {
                        map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word9| {
                            match what.clone() {
                                Kind::Sized(word) if word > 3 => {
                                    return Ok(what.clone());
                                }
                                Kind::Sized(word) => {
                                    let lines: Vec<String> = vec![word6.clone()];
                                    sleep(Duration::from_secs(45)).await;
                                }
                                _ => {
                                    sleep(Duration::from_secs(word.len() as u64)).await;
                                    if word6 == "b" {
                                        return Ok(Kind::Named { name: perhaps.clone().unwrap_or_default(), size: n });
                                    }
                                }
                            }
                            sleep(Duration::from_secs(flag.len() as u64)).await;
                            Ok(Kind::Named { name: text(word6.clone()).await?, size: n })
                        }).await?;
                        Ok((n) % 50 - (n) % 7)
                    },
                    parcel(Parcel { name: word6.clone(), size: word.len() as i64, note: Some("".to_string()), lines: lines.clone(), kind: what.clone(), label: Label { text: word.clone(), code: 6 } }),
                )
                .await?;
            }
            None => {
                note(format!("at {n}/{word}/{flag}")).await?;
            }
        }
        Ok(n)
    }).await?;
    let mut held12: Parcel = Parcel { name: word.clone(), size: 2, note: perhaps.clone(), lines: vec![word.clone(), word.clone()], kind: what.clone(), label: Label { text: word.clone(), code: n } };
    let Parcel { lines: lines13, kind: what14, .. } = held12;
    note(format!("at {n}/{flag}/{word}")).await?;
    note(lines13.join("-")).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(1)
}
#[test]
fn w040_agrees() {
    agrees!(w040(n, flag, word, perhaps, lines, what, sizes));
}

#[workflow]
pub async fn w041(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel) -> Result<String, Failure> {
    {
        let Kind::Sized(n1) = held.kind.clone() else {
            if lines.contains(&word) {
                note(format!("at {n}/{word}")).await?;
            } else if (held.label.code) % 2 == 0 {
            } else {
                match held.name.as_str() {
                    "a" | "b" => {
                        note(format!("at {n}/{word}")).await?;
                    }
                    "north" => {
                        note(format!("at {n}/{word}")).await?;
                    }
                    "" if !(held.note.is_some()) => {
                    }
                    _ => {
                        let (perhaps2, flag3, what4) = join!(
                            maybe(held.label.text.clone()),
                            async {
                                let what5: Kind = held.kind.clone();
                                Ok(check(held.label.text.clone()).await?)
                            },
                            kind(held.label.code),
                        )
                        .await?;
                    }
                }
                let Parcel { lines: lines6, kind: what7, .. } = held;
            }
            if !(lines.contains(&word)) {
                if let Some(word8) = held.note.clone() {
                    note(format!("at {n}/{word}/{word8}")).await?;
                } else {
                    match slow(held.size).await {
                        Ok(word11) if word11 == "a" => {
                            note(format!("at {n}/{word}/{word11}")).await?;
                        }
                        Ok(word11) => {
                            note(format!("at {n}/{word}/{word11}")).await?;
                        }
                        Err(Small::Late) => {
                            let mut lines: Vec<String> = lines.clone();
                        }
                        Err(Small::Full(_, word12)) => {
                        }
                        Err(Small::Empty) => {
                        }
                    }
                }
                let mut perhaps: Option<String> = perhaps;
            } else {
                note(format!("at {n}/{word}")).await?;
            }
            return Ok(format!("{n}/{n}"));
        };
    }
    let what13: Kind = Kind::Sized(held.label.code);
    let n: Kind = held.kind;
    note(format!("at {word}")).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(held.label.text.clone())
}
#[test]
fn w041_agrees() {
    agrees!(w041(n, word, perhaps, lines, what, held));
}

#[workflow]
pub async fn w042(word: String, perhaps: Option<String>, what: Kind) -> Result<Parcel, Failure> {
    match slow((0) % 50 + (0) % 7).await {
        Ok(word3) if word3 == "a" => {
            let lines5: Vec<String> = list(perhaps.clone().unwrap_or_default()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
            if lines5.contains(&word) {
                let lines6: Vec<String> = vec![word.clone()];
                if let Some(word7) = maybe("".to_string()).await? {
                    let mut turn8 = 0_i64;
                    'l9: loop {
                        turn8 += 1;
                        if turn8 > 2 { break; }
                        match what.clone() {
                            Kind::Sized(n10) => {
                                note("arm".to_string()).await?;
                                let mut lines5: i64 = 1;
                            }
                            Kind::Named { name: word12, size: n11 } => {
                                sleep(Duration::from_secs(46)).await;
                                let word7: bool = turn8 > -1;
                            }
                            Kind::Empty => {
                                note(format!("at {word}/{word3}/{word7}/{turn8}")).await?;
                            }
                        }
                        let mut turn13 = 0_i64;
                        let next15: Option<String> = lines5.first().cloned();
                        'l14: while let Some(word16) = next15.clone() {
                            if turn13 > 1 { break; }
                            turn13 += 1;
                            note(format!("at {word7}/{turn8}/{turn13}/{word16}")).await?;
                        }
                    }
                } else {
                    note(format!("at {word}/{word3}")).await?;
                }
            }
        }
        Ok(word3) => {
            return Ok(Parcel { name: word3.clone(), size: 3, note: perhaps.clone(), lines: vec![word3.clone(), word.clone()], kind: what.clone(), label: Label { text: "".to_string(), code: 6 } });
        }
        Err(Small::Late) => {
            note(format!("at {word}")).await?;
        }
        Err(Small::Full(_, word4)) => {
        }
        Err(Small::Empty) => {
        }
    }
    sleep(Duration::from_secs(69)).await;
    let word: String = text(word.clone()).await?;
    note(format!("at {word}")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(Parcel { name: "".to_string(), size: (-2) % 50 - (word.len() as i64) % 7, note: perhaps.clone(), lines: list(word.clone()).await?, kind: Kind::Sized(perhaps.as_ref().map_or(2, |of| of.len() as i64)), label: Label { text: "north".to_string(), code: perhaps.as_ref().map_or(5, |of| of.len() as i64) } })
}
#[test]
fn w042_agrees() {
    agrees!(w042(word, perhaps, what));
}

#[workflow]
pub async fn w043(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind, held: Parcel) -> Result<String, Failure> {
    match word.as_str() {
        "a" | "b" => {
            let mut turn1 = 0_i64;
            'l2: loop {
                turn1 += 1;
                if turn1 > 2 { break; }
                {
                    match what.clone() {
                        Kind::Sized(n) => {
                            note(format!("at {flag}/{word}/{turn1}/{n}")).await?;
                        }
                        Kind::Named { name: word4, size: n3 } => {
                            if matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
                                let sizes5: BTreeMap<String, i64> = table("a".to_string()).await?;
                                break 'l2;
                            } else if held.note.is_some() {
                                note(format!("at {word}/{turn1}/{word4}/{n3}")).await?;
                            }
                        }
                        Kind::Empty => {
                            note(format!("at {n}/{flag}/{word}/{turn1}")).await?;
                        }
                    }
                }
                break 'l2;
            }
        }
        "north" => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
        _ => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
    }
    if held.lines.contains(&held.name) {
        let (flag6, perhaps7) = join!(
            check(held.name.clone()),
            async {
                let (lines8, lines9) = join!(
                    async {
                        Ok(vec![word.clone()])
                    },
                    list(word.clone()),
                )
                .await?;
                Ok(held.note.clone())
            },
        )
        .await?;
    } else if held.name == "b" {
    } else {
        note(format!("at {n}/{flag}/{word}")).await?;
    }
    let mut held10: Parcel = held.clone();
    held10.lines.push(held.label.text.clone());
    note(format!("at {n}/{flag}/{word}")).await?;
    parcel(held10.clone()).await?;
    parcel(held.clone()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(held.name.clone())
}
#[test]
fn w043_agrees() {
    agrees!(w043(n, flag, word, perhaps, what, held));
}

#[workflow]
pub async fn w044(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, sizes: BTreeMap<String, i64>) -> Result<Parcel, Failure> {
    match maybe(word.clone()).await? {
        Some(word1) => {
            {
                if let Some(word2) = perhaps.clone() {
                    note("arm".to_string()).await?;
                    {
                        let mut n3: i64 = n;
                        n3 = (n3 + 3) % 100;
                    }
                } else {
                    return Ok(Parcel { name: word1.clone(), size: 5, note: perhaps.clone(), lines: lines.clone(), kind: Kind::Empty, label: Label { text: word.clone(), code: n } });
                }
                let sizes4: BTreeMap<String, i64> = sizes.clone();
            }
        }
        None => {
        }
    }
    'l5: for (at6, lines) in vec![word.clone(), word.clone()].into_iter().enumerate() {
        let n6 = at6 as i64;
        match (n6) % 6 {
            0 => {
                note("arm".to_string()).await?;
            }
            1 | 2 => {
            }
            i64::MIN..=-1 => {
                let Kind::Sized(n8) = kind(n6).await? else {
                    'l9: for word10 in vec!["".to_string(), word.clone()] {
                        note("turn".to_string()).await?;
                        let mut turn12 = 0_i64;
                        'l13: loop {
                            turn12 += 1;
                            if turn12 > 2 { break; }
                            note(format!("at {lines}/{n6}/{word10}/{turn12}")).await?;
                        }
                        let held14: Parcel = Parcel { name: word10.clone(), size: n, note: perhaps.clone(), lines: Vec::<String>::new(), kind: Kind::Named { name: word.clone(), size: 1 }, label: Label { text: word10.clone(), code: perhaps.as_ref().map_or(-2, |of| of.len() as i64) } };
                        let Parcel { lines: lines15, kind: what16, .. } = held14;
                    }
                    break 'l5;
                };
                let held17: Parcel = Parcel { name: "c".to_string(), size: n8, note: perhaps.clone(), lines: Vec::<String>::new(), kind: Kind::Sized(n8), label: Label { text: lines.clone(), code: lines.len() as i64 } };
                let Parcel { lines: lines18, kind: what19, .. } = held17;
            }
            _ => {
            }
        }
        if flag && n6 > 2 {
            return Ok(Parcel { name: lines.clone(), size: lines.len() as i64, note: perhaps.clone(), lines: vec![lines.clone(), word.clone()], kind: Kind::Named { name: lines.clone(), size: n }, label: Label { text: "".to_string(), code: 4 } });
        }
    }
    let what20: Kind = kind(n).await?;
    note(format!("at {n}/{flag}/{word}")).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(parcel(Parcel { name: word.clone(), size: sizes.get(&word).copied().unwrap_or(-1), note: perhaps, lines: vec![word.clone()], kind: Kind::Named { name: format!("{word}/{word}"), size: lines.len() as i64 }, label: Label { text: word, code: 0 } }).await?)
}
#[test]
fn w044_agrees() {
    agrees!(w044(n, flag, word, perhaps, lines, sizes));
}

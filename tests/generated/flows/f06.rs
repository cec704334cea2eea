//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w030(n: i64, word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<BTreeMap<String, i64>, Failure> {
    map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word1| {
        match slow(((held.label.code) % 50 - (-2) % 7) % 50 - (held.size) % 7).await {
            Ok(word4) if word4 == "a" => {
                note("arm".to_string()).await?;
            }
            Ok(word4) => {
                match held.name.as_str() {
                    "a" | "b" => {
                        note(format!("at {n}/{word}/{word1}/{word4}")).await?;
                    }
                    "north" => {
                        if sizes.is_empty() {
                            note("arm".to_string()).await?;
                            let mut held6: Parcel = Parcel { name: held.label.text.clone(), size: held.size, note: Some(held.label.text.clone()), lines: vec![word.clone()], kind: Kind::Sized((word1.len() as i64) % 50 + ((held.label.code) % 50 - (sizes.get(&word4).copied().unwrap_or(0)) % 7) % 7), label: Label { text: held.name.clone(), code: held.label.code } };
                            held6.lines.push(held.label.text.clone());
                        }
                    }
                    _ => {
                        let word: BTreeMap<String, i64> = sizes.clone();
                    }
                }
                match held.kind.clone() {
                    Kind::Sized(n7) => {
                        match (held.label.code) % 6 {
                            0 => {
                                match text(held.label.text.clone()).await {
                                    Ok(held) => {
                                        if held == "north" {
                                            return Ok(what.clone());
                                        }
                                        let word1: Vec<String> = Vec::<String>::new();
                                    }
                                    Err(failure11) => {
                                        let cause12 = failure11.error().to_string();
                                    }
                                }
                            }
                            1 | 2 => {
                                note(format!("at {word}/{word1}/{word4}/{n7}")).await?;
                            }
                            _ => {
                            }
                        }
                    }
                    Kind::Named { name: word9, size: n8 } => {
                        note(format!("at {word1}/{word4}/{word9}/{n8}")).await?;
                    }
                    Kind::Empty => {
                        note(format!("at {n}/{word}/{word1}/{word4}")).await?;
                    }
                }
            }
            Err(Small::Late) => {
                return Ok(what.clone());
            }
            Err(Small::Full(_, word5)) => {
                note(format!("at {n}/{word}/{word1}/{word5}")).await?;
            }
            Err(Small::Empty) => {
            }
        }
        sleep(Duration::from_secs(word.len() as u64)).await;
        Ok(Kind::Sized(perhaps.as_ref().map_or(2, |of| of.len() as i64)))
    }).await?;
    let mut sizes13: BTreeMap<String, i64> = sizes.clone();
    sizes13.insert(held.label.text.clone(), sizes.get(&held.name).copied().unwrap_or(-2));
    note(held.label.text.clone()).await?;
    note(format!("at {n}/{word}")).await?;
    parcel(held.clone()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(sizes.clone())
}
#[test]
fn w030_agrees() {
    agrees!(w030(n, word, perhaps, what, held, sizes));
}

#[workflow]
pub async fn w031(n: i64, word: String, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<String, Failure> {
    let mut turn1 = 0_i64;
    'l2: loop {
        turn1 += 1;
        if turn1 > 2 { break; }
        match held.label.text.as_str() {
            "a" | "b" => {
                note("arm".to_string()).await?;
            }
            "north" => {
            }
            _ => {
                {
                    let held3: Parcel = Parcel { name: "b".to_string(), size: held.size, note: Some(held.label.text.clone()), lines: vec![held.name.clone()], kind: held.kind.clone(), label: Label { text: held.name.clone(), code: sizes.get(&held.name).copied().unwrap_or(6) } };
                    let word: String = held3.label.text;
                    let held4: Parcel = Parcel { name: held.name.clone(), size: word.len() as i64, note: held3.note.clone(), lines: lines.clone(), kind: held3.kind.clone(), label: Label { text: held.name.clone(), code: held3.size } };
                    let word5: String = held4.label.text;
                }
            }
        }
    }
    if check(held.name.clone()).await? {
        for word6 in vec![held.label.text.clone(), word.clone()] {
            if held.note.is_some() {
                let word: Kind = match held.name.as_str() {
                    "a" | "b" => {
                        let mut what8: Kind = held.kind.clone();
                        sleep(Duration::from_secs(held.name.len() as u64)).await;
                        what8.clone()
                    }
                    "north" => {
                        held.kind.clone()
                    }
                    "" if !(sizes.is_empty()) => {
                        Kind::Named { name: word6.clone(), size: held.label.code }
                    }
                    _ => {
                        what.clone()
                    }
                };
            } else if (n) % 2 == 0 {
            } else {
                note(format!("at {n}/{word}/{turn1}/{word6}")).await?;
            }
            let lines: bool = matches!(held.kind, Kind::Sized(_) | Kind::Empty);
        }
    } else if (held.size) % 2 == 0 {
        note(format!("at {n}/{word}/{turn1}")).await?;
    } else {
    }
    let n: Vec<String> = lines.clone();
    note(format!("at {word}/{turn1}")).await?;
    note(n.join("-")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(word.clone())
}
#[test]
fn w031_agrees() {
    agrees!(w031(n, word, lines, what, held, sizes));
}

#[workflow]
pub async fn w032(flag: bool, word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Vec<String>, Failure> {
    for word1 in held.lines.iter().take(3).cloned().collect::<Vec<_>>() {
        if let Ok(perhaps3) = maybe(format!("{flag}/{flag}")).await {
            let lines4: Vec<String> = map(held.lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word5| {
                if !((held.lines.len() as i64) % 2 == 0) {
                    note("arm".to_string()).await?;
                } else if perhaps.as_ref().map_or(0, |of| of.len() as i64) > 1 {
                    note(format!("at {flag}/{word}/{word1}/{word5}")).await?;
                } else {
                    let word: bool = flag;
                    let perhaps6: Option<String> = perhaps3.clone();
                }
                Ok(word5.clone())
            }).max_concurrency(2).await?;
        } else {
            continue;
        }
        if let Some(word7) = perhaps.clone() {
            let (held8, word9, what10) = join!(
                parcel(Parcel { name: "north".to_string(), size: sizes.get(&held.label.text).copied().unwrap_or(1), note: perhaps.clone(), lines: held.lines.clone(), kind: what.clone(), label: Label { text: held.name.clone(), code: held.lines.len() as i64 } }),
                async {
                    let Kind::Sized(n11) = what.clone() else {
                        let perhaps12: Option<String> = maybe(held.label.text.clone()).await?;
                        return Ok(held.name.clone());
                    };
                    if sizes.is_empty() {
                        return Ok(held.name.clone());
                    }
                    Ok("b".to_string())
                },
                kind(word7.len() as i64),
            )
            .await?;
            let Parcel { lines: lines13, kind: what14, .. } = held8;
        }
    }
    let Parcel { lines: lines15, kind: what16, .. } = held;
    let perhaps17: Option<String> = perhaps.clone();
    note(format!("at {flag}/{word}")).await?;
    note(perhaps17.clone().unwrap_or_default()).await?;
    note(lines15.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(vec!["".to_string(), "a".to_string()])
}
#[test]
fn w032_agrees() {
    agrees!(w032(flag, word, perhaps, what, held, sizes));
}

#[workflow]
pub async fn w033(n: i64, flag: bool, word: String, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<String, Failure> {
    let mut turn1 = 0_i64;
    'l2: while turn1 < 2 && !(held.note.is_some()) {
        turn1 += 1;
        note("turn".to_string()).await?;
        break 'l2;
    }
    if held.lines.contains(&held.name) {
        match held.label.text.as_str() {
            "a" | "b" => {
                map(vec![held.label.text.clone(), "c".to_string()], async |word3| {
                    let mut turn4 = 0_i64;
                    loop {
                        turn4 += 1;
                        if turn4 > 2 { break; }
                        note("turn".to_string()).await?;
                        let mut sizes5: BTreeMap<String, i64> = sizes.clone();
                    }
                    let perhaps6: Option<String> = maybe(word3.clone()).await?;
                    Ok(perhaps6.clone())
                }).await?;
            }
            "north" => {
                let mut turn7 = 0_i64;
                'l8: while turn7 < 2 && !((sizes.get(&held.name).copied().unwrap_or(4)) % 2 == 0) {
                    turn7 += 1;
                    match (n) % 6 {
                        0 => {
                            let (what10, perhaps11, what12) = join!(
                                async {
                                    Ok(Kind::Named { name: held.label.text.clone(), size: held.note.as_ref().map_or(3, |of| of.len() as i64) })
                                },
                                async {
                                    Ok(maybe(word.clone()).await?)
                                },
                                kind(held.label.code),
                            )
                            .await?;
                        }
                        1 | 2 => {
                            return Ok(word.clone());
                        }
                        i64::MIN..=-1 => {
                        }
                        _ => {
                            break 'l8;
                        }
                    }
                    let held13: Parcel = held.clone();
                    let Parcel { lines: lines14, kind: what15, .. } = held13;
                }
            }
            _ => {
            }
        }
        let word16: String = held.label.text;
    }
    let word17: String = text(held.name.clone()).await?;
    note(format!("at {flag}/{word}/{turn1}/{word17}")).await?;
    Ok(held.note.clone().unwrap_or_default())
}
#[test]
fn w033_agrees() {
    agrees!(w033(n, flag, word, what, held, sizes));
}

#[workflow]
pub async fn w034(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, sizes: BTreeMap<String, i64>) -> Result<i64, Failure> {
    let (n1, flag2) = join!(
        number(sizes.get(&word).copied().unwrap_or(-2)),
        async {
            map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |word3| {
                match kind(n).await? {
                    Kind::Sized(sizes) if sizes > 3 => {
                        match kind(n).await? {
                            Kind::Sized(n6) => {
                                let mut turn7 = 0_i64;
                                'l8: while turn7 < 2 && !(false) {
                                    turn7 += 1;
                                    sleep(Duration::from_secs(word.len() as u64)).await;
                                }
                                let mut turn9 = 0_i64;
                                'l10: while turn9 < 2 && !(lines.contains(&word)) {
                                    turn9 += 1;
                                    note("turn".to_string()).await?;
                                    let turn7: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                                }
                            }
                            Kind::Named { name: perhaps, size: n } => {
                            }
                            Kind::Empty => {
                            }
                        }
                        match (n) % 6 {
                            0 => {
                                let held12: Parcel = Parcel { name: word.clone(), size: sizes, note: Some(lines.join("-")), lines: lines.clone(), kind: Kind::Empty, label: Label { text: word.clone(), code: sizes } };
                                let perhaps13: Option<String> = held12.note;
                                map(vec![word.clone(), word.clone()], async |flag| {
                                    Ok(Parcel { name: "a".to_string(), size: held12.label.code, note: perhaps.clone(), lines: lines.clone(), kind: held12.kind.clone(), label: Label { text: flag.clone(), code: n } })
                                }).await?;
                            }
                            1 | 2 => {
                            }
                            n11 if n11 > 3 => {
                                note(format!("at {word}/{word3}/{sizes}/{n11}")).await?;
                            }
                            i64::MIN..=-1 => {
                                return Ok(perhaps.clone());
                            }
                            _ => {
                            }
                        }
                    }
                    Kind::Sized(sizes) => {
                        note(format!("at {flag}/{word}/{word3}/{sizes}")).await?;
                    }
                    _ => {
                        note(format!("at {n}/{flag}/{word}/{word3}")).await?;
                    }
                }
                let word14: String = text(word.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                Ok(perhaps.clone())
            }).max_concurrency(2).await?;
            Ok(flag)
        },
    )
    .await?;
    let held15: Parcel = Parcel { name: word.clone(), size: n, note: perhaps.clone(), lines: lines.clone(), kind: Kind::Sized(lines.len() as i64), label: Label { text: word.clone(), code: n1 } };
    let Parcel { lines: lines16, kind: what17, .. } = held15;
    let held18: Parcel = Parcel { name: word.clone(), size: held15.size, note: Some(lines16.join("-")), lines: lines16.clone(), kind: Kind::Named { name: held15.note.clone().unwrap_or_default(), size: (n1) % 50 + (sizes.get(&word).copied().unwrap_or(3)) % 7 }, label: Label { text: word.clone(), code: held15.label.code } };
    let lines19: Vec<String> = held18.lines;
    note(format!("at {flag}/{word}/{n1}/{flag2}")).await?;
    note(lines19.join("-")).await?;
    note(lines16.join("-")).await?;
    note(lines.join("-")).await?;
    Ok(sizes.get(&word).copied().unwrap_or(5))
}
#[test]
fn w034_agrees() {
    agrees!(w034(n, flag, word, perhaps, lines, sizes));
}

//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w135(n: i64, word: String, perhaps: Option<String>, sizes: BTreeMap<String, i64>) -> Result<Kind, Failure> {
    let held1: Parcel = {
        let mut turn2 = 0_i64;
        loop {
            turn2 += 1;
            if turn2 > 2 { break Parcel { name: word.clone(), size: turn2, note: perhaps.clone(), lines: vec![word.clone()], kind: Kind::Empty, label: Label { text: "a".to_string(), code: turn2 } }; }
            {
                if check(word.clone()).await? {
                    note(format!("at {n}/{word}/{turn2}")).await?;
                } else if sizes.is_empty() {
                    note(format!("at {n}/{word}/{turn2}")).await?;
                } else {
                    let mut turn3 = 0_i64;
                    'l4: loop {
                        turn3 += 1;
                        if turn3 > 2 { break; }
                        sleep(Duration::from_secs(60)).await;
                    }
                }
            }
            match slow(sizes.get(&word).copied().unwrap_or(5)).await {
                Ok(word7) if word7 == "a" => {
                    note(format!("at {n}/{word}/{turn2}/{word7}")).await?;
                }
                Ok(word7) => {
                    let perhaps9: Option<String> = match kind(n).await? {
                        Kind::Sized(n10) => {
                            if perhaps.is_some() {
                                return Ok(Kind::Empty);
                            }
                            perhaps.clone()
                        }
                        _ => {
                            perhaps.clone()
                        }
                    };
                    'l11: for word12 in vec![word.clone(), word.clone()] {
                        note("turn".to_string()).await?;
                    }
                }
                Err(Small::Late) => {
                }
                Err(Small::Full(_, word8)) => {
                }
                Err(Small::Empty) => {
                }
            }
        }
    };
    let mut word14: String = held1.note.clone().unwrap_or_default();
    word14 = word.clone();
    let lines15: Vec<String> = held1.lines;
    note(format!("at {n}/{word}/{word14}")).await?;
    note(lines15.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(held1.kind.clone())
}
#[test]
fn w135_agrees() {
    agrees!(w135(n, word, perhaps, sizes));
}

#[workflow]
pub async fn w136(n: i64, word: String, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<BTreeMap<String, i64>, Failure> {
    if let Some(held) = held.note.clone() {
        match what.clone() {
            Kind::Sized(n1) if n1 > 3 => {
                let (held4, held5) = join!(
                    async {
                        match (n) % 6 {
                            0 => {
                                note("arm".to_string()).await?;
                            }
                            1 | 2 => {
                            }
                            n6 if n6 > 3 => {
                                note(format!("at {word}/{held}/{n1}/{n6}")).await?;
                            }
                            i64::MIN..=-1 => {
                                sleep(Duration::from_secs(37)).await;
                            }
                            _ => {
                                let mut turn7 = 0_i64;
                                while turn7 < 2 && n > 1 {
                                    turn7 += 1;
                                    let mut lines8: Vec<String> = list(word.clone()).await?;
                                    lines8.push(word.clone());
                                    let n1: i64 = held.len() as i64;
                                }
                                return Ok(Parcel { name: held.clone(), size: (-2) % 50 + (lines.len() as i64) % 7, note: lines.first().cloned(), lines: lines.clone(), kind: Kind::Named { name: "b".to_string(), size: n }, label: Label { text: "a".to_string(), code: n1 } });
                            }
                        }
                        Ok(Parcel { name: held.clone(), size: 4, note: Some(format!("{held}/{n}")), lines: list(lines.join("-")).await?, kind: what.clone(), label: Label { text: "b".to_string(), code: lines.len() as i64 } })
                    },
                    parcel(Parcel { name: "c".to_string(), size: n1, note: Some(held.clone()), lines: vec![held.clone(), held.clone()], kind: Kind::Sized(n1), label: Label { text: held.clone(), code: n1 } }),
                )
                .await?;
            }
            Kind::Sized(n1) => {
                note(format!("at {n}/{word}/{held}/{n1}")).await?;
            }
            Kind::Named { name: word3, size: n2 } => {
                note(format!("at {word}/{held}/{word3}/{n2}")).await?;
            }
            Kind::Empty => {
                note(format!("at {n}/{word}/{held}")).await?;
            }
        }
    } else {
    }
    let n: BTreeMap<String, i64> = sizes.clone();
    match held.note.clone() {
        Some(word9) if word9.is_empty() => {
            note("arm".to_string()).await?;
        }
        Some(word9) => {
            {
                note(format!("at {word}/{word9}")).await?;
            }
            let mut word9: String = format!("{word9}/{word}");
        }
        None => {
            return Ok(sizes.clone());
        }
    }
    note(format!("at {word}")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(n.clone())
}
#[test]
fn w136_agrees() {
    agrees!(w136(n, word, lines, what, held, sizes));
}

#[workflow]
pub async fn w137(flag: bool, word: String, what: Kind, held: Parcel) -> Result<Kind, Failure> {
    if matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
        note(format!("at {flag}/{word}")).await?;
    } else if held.name == "a" {
        let mut turn1 = 0_i64;
        let next3: Option<String> = held.note;
        'l2: while let Some(word4) = next3.clone() {
            if turn1 > 1 { break; }
            turn1 += 1;
            match table(held.name.clone()).await {
                Ok(sizes7) => {
                    let mut turn8 = 0_i64;
                    let next10: Option<String> = held.lines.first().cloned();
                    'l9: while let Some(word11) = next10.clone() {
                        if turn8 > 1 { break; }
                        turn8 += 1;
                        match held.kind.clone() {
                            Kind::Sized(word4) => {
                                note("arm".to_string()).await?;
                                let mut what14: Kind = what.clone();
                                what14 = Kind::Sized(held.lines.len() as i64);
                                let held15: Parcel = Parcel { name: "c".to_string(), size: 0, note: held.lines.first().cloned(), lines: held.lines.clone(), kind: Kind::Named { name: "north".to_string(), size: 0 }, label: Label { text: word.clone(), code: turn8 } };
                                let n16: i64 = held15.size;
                            }
                            Kind::Named { name: word13, size: n12 } => {
                                note(format!("at {turn8}/{word11}/{word13}/{n12}")).await?;
                            }
                            Kind::Empty => {
                                sleep(Duration::from_secs(word4.len() as u64)).await;
                            }
                        }
                    }
                    if !(sizes7.is_empty()) {
                        if let Some(word17) = maybe(format!("{word4}/{turn1}")).await? {
                            note("arm".to_string()).await?;
                        } else {
                            if (sizes7.get(&word4).copied().unwrap_or(-1)) % 2 == 0 {
                                continue 'l2;
                            }
                            let flag: Option<String> = maybe("north".to_string()).timeout(Duration::from_secs(3)).await?;
                        }
                        break 'l2;
                    } else {
                    }
                }
                Err(failure5) => {
                    let cause6 = failure5.error().to_string();
                    note(format!("at {word}/{turn1}/{word4}/{cause6}")).await?;
                }
            }
            sleep(Duration::from_secs(39)).await;
        }
    } else {
        note(format!("at {flag}/{word}")).await?;
    }
    let flag18: bool = check("north".to_string()).retry(Retry::on(&["States.ALL"]).max_attempts(1).jitter()).await?;
    let mut what19: Kind = held.kind.clone();
    what19 = Kind::Sized((held.label.code) % 50 + ((0) % 50 + (word.len() as i64) % 7) % 7);
    note(format!("at {flag}/{word}/{flag18}")).await?;
    Ok(what.clone())
}
#[test]
fn w137_agrees() {
    agrees!(w137(flag, word, what, held));
}

#[workflow]
pub async fn w138(n: i64, flag: bool, word: String, what: Kind, sizes: BTreeMap<String, i64>) -> Result<String, Failure> {
    match risky(word.clone()).await {
        Ok(n) => {
            match kind(n).await? {
                Kind::Sized(n3) => {
                    note(format!("at {flag}/{word}/{n}/{n3}")).await?;
                }
                Kind::Named { name: flag, size: n4 } => {
                    note(format!("at {word}/{n}/{flag}/{n4}")).await?;
                }
                Kind::Empty => {
                    match word.as_str() {
                        "a" | "b" => {
                            match kind(n).await {
                                Ok(what7) => {
                                    let (flag8, held9) = join!(
                                        check(word.clone()),
                                        async {
                                            sleep(Duration::from_secs(word.len() as u64)).await;
                                            let mut flag10: bool = flag;
                                            flag10 = flag10 && 5 > 3;
                                            Ok(Parcel { name: word.clone(), size: 2, note: maybe(word.clone()).await?, lines: vec![word.clone(), "b".to_string()], kind: what.clone(), label: Label { text: word.clone(), code: n } })
                                        },
                                    )
                                    .await?;
                                    if held9.note.as_ref().map_or(-2, |of| of.len() as i64) > 3 {
                                        let sizes11: BTreeMap<String, i64> = table(held9.label.text.clone()).await?;
                                    } else {
                                        return Ok(held9.label.text.clone());
                                    }
                                }
                                Err(failure5) => {
                                    let cause6 = failure5.error().to_string();
                                    let Ok(word12) = text(cause6.clone()).await else {
                                        sleep(Duration::from_secs(cause6.len() as u64)).await;
                                        return Err(Failure::new("Stopped", cause6.clone()));
                                    };
                                }
                            }
                            if !(word == "a") {
                                return Ok("north".to_string());
                            }
                        }
                        "north" => {
                            note(format!("at {flag}/{word}/{n}")).await?;
                        }
                        "" if matches!(what, Kind::Sized(_) | Kind::Empty) => {
                        }
                        _ => {
                            note(format!("at {flag}/{word}/{n}")).await?;
                        }
                    }
                }
            }
        }
        Err(Trouble::Busy) => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
        Err(Trouble::Bad { why: sizes, .. }) => {
        }
        Err(Trouble::Closed(sizes)) => {
            note(format!("at {n}/{flag}/{word}/{sizes}")).await?;
        }
        Err(other1) => return Err(other1.into()),
    }
    let mut word13: String = word.clone();
    word13 = word.clone();
    let mut held14: Parcel = Parcel { name: word.clone(), size: number(n).await?, note: None::<String>, lines: vec!["a".to_string(), word], kind: what.clone(), label: Label { text: "a".to_string(), code: n } };
    held14.lines.push("b".to_string());
    note(format!("at {n}/{flag}/{word13}")).await?;
    parcel(held14.clone()).await?;
    Ok(format!("{n}/{n}"))
}
#[test]
fn w138_agrees() {
    agrees!(w138(n, flag, word, what, sizes));
}

#[workflow]
pub async fn w139(n: i64, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Kind, Failure> {
    if n > 3 {
        return Ok(what.clone());
    } else if held.label.text == "" {
        map(lines.iter().take(3).cloned().collect::<Vec<_>>(), async |sizes| {
            if false {
                note(format!("at {n}/{word}/{sizes}")).await?;
            } else {
                match held.note.clone() {
                    Some(word1) if word1.is_empty() => {
                        match (held.label.code) % 6 {
                            0 => {
                                if held.size > 0 {
                                    return Ok(lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>());
                                }
                                let n3: i64 = number(n).await?;
                            }
                            1 | 2 => {
                            }
                            n2 if n2 > 3 => {
                                note(format!("at {word}/{sizes}/{word1}/{n2}")).await?;
                            }
                            i64::MIN..=-1 => {
                                let held4: Parcel = held.clone();
                                let Parcel { lines: lines5, kind: what6, .. } = held4;
                            }
                            _ => {
                                let word7: String = text(sizes.clone()).await?;
                            }
                        }
                        match held.kind.clone() {
                            Kind::Sized(n8) => {
                                note("arm".to_string()).await?;
                            }
                            Kind::Named { name: word10, size: n9 } => {
                                let mut sizes11: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
                                sizes11.insert("north".to_string(), held.lines.len() as i64);
                                let mut held: Parcel = Parcel { name: held.label.text.clone(), size: n, note: Some(held.name.clone()), lines: held.lines.clone(), kind: Kind::Named { name: word10, size: held.lines.len() as i64 }, label: Label { text: held.name.clone(), code: n } };
                            }
                            Kind::Empty => {
                                note(format!("at {n}/{word}/{sizes}/{word1}")).await?;
                            }
                        }
                    }
                    Some(word1) => {
                    }
                    None => {
                        note(format!("at {n}/{word}/{sizes}")).await?;
                    }
                }
                let held12: Parcel = Parcel { name: sizes.clone(), size: held.label.code, note: held.note.clone(), lines: lines.clone(), kind: held.kind.clone(), label: Label { text: held.name.clone(), code: n } };
            }
            Ok(held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>())
        }).max_concurrency(2).await?;
    }
    note(lines.join("-")).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
    let word13: String = text(lines.join("-")).await?;
    note(format!("at {n}/{word}/{word13}")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(Kind::Sized(held.label.code))
}
#[test]
fn w139_agrees() {
    agrees!(w139(n, word, perhaps, lines, what, held, sizes));
}

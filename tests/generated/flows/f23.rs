//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w115(n: i64, flag: bool, word: String, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Option<String>, Failure> {
    match slow(lines.len() as i64).await {
        Ok(word3) => {
            note("arm".to_string()).await?;
        }
        Err(Small::Late) => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
        Err(Small::Full(_, word4)) => {
            let Kind::Sized(n5) = kind(sizes.get(&word4).copied().unwrap_or(0)).await? else {
                match slow(held.note.as_ref().map_or(0, |of| of.len() as i64)).await {
                    Ok(word8) => {
                        note("arm".to_string()).await?;
                    }
                    Err(Small::Late) => {
                    }
                    Err(Small::Full(_, word9)) => {
                    }
                    Err(Small::Empty) => {
                        if held.note.is_some() {
                            return Ok(held.note.clone());
                        }
                        let lines10: Vec<String> = map(vec![word4.clone(), held.name.clone()], async |flag| {
                            let mut turn11 = 0_i64;
                            'l12: loop {
                                turn11 += 1;
                                if turn11 > 2 { break; }
                                sleep(Duration::from_secs(61)).await;
                                continue 'l12;
                            }
                            let mut turn13 = 0_i64;
                            'l14: while turn13 < 2 && sizes.is_empty() {
                                turn13 += 1;
                                let held15: Parcel = Parcel { name: held.label.text.clone(), size: held.label.code, note: held.note.clone(), lines: lines.clone(), kind: Kind::Empty, label: Label { text: held.name.clone(), code: n } };
                                let what16: Kind = held15.kind;
                                let mut flag17: bool = check("c".to_string()).timeout(Duration::from_secs(3)).await?;
                            }
                            Ok(word.clone())
                        }).await?;
                    }
                }
                let Parcel { lines: lines18, kind: what19, .. } = held;
                return Ok(held.note.clone());
            };
            let mut held20: Parcel = held.clone();
            held20.label.code = held20.name.len() as i64;
        }
        Err(Small::Empty) => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
    }
    let mut n: Option<String> = Some(held.note.clone().unwrap_or_default());
    let n: Vec<String> = vec!["north".to_string()];
    note(format!("at {flag}/{word}")).await?;
    note(n.join("-")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(held.note.clone())
}
#[test]
fn w115_agrees() {
    agrees!(w115(n, flag, word, lines, held, sizes));
}

#[workflow]
pub async fn w116(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, sizes: BTreeMap<String, i64>) -> Result<Vec<String>, Failure> {
    let held1: Parcel = Parcel { name: word.clone(), size: n, note: perhaps.clone(), lines: vec![word.clone()], kind: Kind::Named { name: word.clone(), size: 6 }, label: Label { text: word.clone(), code: n } };
    let perhaps2: Option<String> = held1.note;
    match perhaps.clone() {
        Some(word3) => {
            let Ok(flag4) = check(held1.lines.join("-")).await else {
                let mut lines5: Vec<String> = match (held1.size) % 6 {
                    0 => {
                        if held1.lines.contains(&word) {
                            let held6: Parcel = Parcel { name: word.clone(), size: n, note: perhaps.clone(), lines: vec![word.clone(), word.clone()], kind: Kind::Sized(lines.len() as i64), label: Label { text: word3.clone(), code: n } };
                            let n7: i64 = held6.label.code;
                            sleep(Duration::from_secs(35)).await;
                        } else if perhaps2.is_some() {
                        } else {
                            return Ok(lines.clone());
                        }
                        sleep(Duration::from_secs(36)).await;
                        lines.clone()
                    }
                    1 | 2 => {
                        let mut held8: Parcel = parcel(Parcel { name: "a".to_string(), size: perhaps2.as_ref().map_or(3, |of| of.len() as i64), note: perhaps.clone(), lines: lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: held1.kind.clone(), label: Label { text: "b".to_string(), code: n } }).await?;
                        held1.lines.clone()
                    }
                    i64::MIN..=-1 => {
                        let (lines9, sizes10) = join!(
                            async {
                                Ok(lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>())
                            },
                            async {
                                Ok(sizes.clone())
                            },
                        )
                        .await?;
                        let mut perhaps: Option<String> = perhaps.clone();
                        list(perhaps2.clone().unwrap_or_default()).await?
                    }
                    _ => {
                        held1.lines.clone()
                    }
                };
                return Ok(lines.clone());
            };
        }
        None => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
    }
    note(held1.label.text.clone()).timeout(Duration::from_secs(3)).await?;
    note(format!("at {n}/{flag}/{word}")).await?;
    note(perhaps2.clone().unwrap_or_default()).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(lines.clone())
}
#[test]
fn w116_agrees() {
    agrees!(w116(n, flag, word, perhaps, lines, sizes));
}

#[workflow]
pub async fn w117(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>) -> Result<bool, Failure> {
    match list(word.clone()).await {
        Ok(n) => {
            note("arm".to_string()).await?;
        }
        Err(failure1) => return Err(failure1),
    }
    if let Kind::Sized(flag) = what.clone() {
        let mut word3: String = match perhaps {
            Some(word4) => {
                format!("{word}/{n}")
            }
            None => {
                let what5: Kind = kind(flag).await?;
                let mut word6: String = text("north".to_string()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                lines.join("-")
            }
        };
        if lines.contains(&word3) {
            let (lines7, flag8, flag9) = join!(
                list(format!("{flag}/{n}")),
                check(word3.clone()),
                async {
                    let mut turn10 = 0_i64;
                    while turn10 < 2 && (2) % 2 == 0 {
                        turn10 += 1;
                        let mut sizes11: BTreeMap<String, i64> = table(lines.join("-")).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                        let mut turn12 = 0_i64;
                        let next13: Option<String> = lines.first().cloned();
                        while let Some(word14) = next13.clone() {
                            if turn12 > 1 { break; }
                            turn12 += 1;
                            note(format!("at {word3}/{turn10}/{turn12}/{word14}")).await?;
                        }
                    }
                    Ok(sizes.is_empty())
                },
            )
            .await?;
        } else if word == "b" {
        } else {
            note(format!("at {n}/{word}/{flag}/{word3}")).await?;
        }
    }
    let sizes15: BTreeMap<String, i64> = table(word.clone()).await?;
    note(format!("at {n}/{flag}/{word}")).await?;
    note(lines.join("-")).await?;
    Ok(flag)
}
#[test]
fn w117_agrees() {
    agrees!(w117(n, flag, word, perhaps, lines, what, sizes));
}

#[workflow]
pub async fn w118(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>) -> Result<Vec<String>, Failure> {
    match perhaps.clone() {
        Some(word1) => {
            let mut turn2 = 0_i64;
            loop {
                turn2 += 1;
                if turn2 > 2 { break; }
                note("turn".to_string()).await?;
                if !(sizes.is_empty()) {
                    {
                        {
                            let mut turn2: BTreeMap<String, i64> = sizes.clone();
                            let perhaps3: Option<String> = None::<String>;
                        }
                        {
                            let held4: Parcel = Parcel { name: "north".to_string(), size: turn2, note: perhaps.clone(), lines: lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: what.clone(), label: Label { text: "north".to_string(), code: turn2 } };
                            let Parcel { lines: lines5, kind: what6, .. } = held4;
                        }
                    }
                    if word == "north" {
                        if !(sizes.get(&word1).copied().unwrap_or(0) > 2) {
                            return Ok(vec!["b".to_string()]);
                        }
                    } else {
                        note(format!("at {flag}/{word}/{word1}/{turn2}")).await?;
                    }
                } else if flag && sizes.is_empty() {
                    note(format!("at {flag}/{word}/{word1}/{turn2}")).await?;
                }
                let sizes7: BTreeMap<String, i64> = table(word.clone()).timeout(Duration::from_secs(3)).await?;
            }
        }
        None => {
        }
    }
    let n: i64 = sizes.get(&word).copied().unwrap_or(0);
    let mut perhaps8: Option<String> = maybe(word.clone()).await?;
    note(format!("at {flag}/{word}/{n}")).await?;
    note(perhaps8.clone().unwrap_or_default()).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(lines.clone())
}
#[test]
fn w118_agrees() {
    agrees!(w118(n, flag, word, perhaps, lines, what, sizes));
}

#[workflow]
pub async fn w119(n: i64, flag: bool, word: String, lines: Vec<String>) -> Result<BTreeMap<String, i64>, Failure> {
    match (n) % 6 {
        0 => {
            if false {
                note(format!("at {n}/{flag}/{word}")).await?;
            } else if 5 > 0 {
                if false {
                    return Ok(BTreeMap::<String, i64>::new());
                }
            }
        }
        1 | 2 => {
        }
        n1 if n1 > 3 => {
        }
        i64::MIN..=-1 => {
            match kind(n).await? {
                Kind::Sized(n) => {
                    note("arm".to_string()).await?;
                }
                Kind::Named { name: word3, size: n2 } => {
                    let (what4, held5, flag6) = join!(
                        kind(6),
                        parcel(Parcel { name: word3.clone(), size: n, note: Some(word3.clone()), lines: lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: Kind::Sized(n2), label: Label { text: word3.clone(), code: n } }),
                        async {
                            let n: i64 = number(n).await?;
                            {
                                'l7: for n10 in 0..3_i64 {
                                    note("turn".to_string()).await?;
                                    let mut lines11: Vec<String> = lines.clone();
                                    lines11.push("".to_string());
                                }
                                if !(lines.contains(&word)) {
                                    note("arm".to_string()).await?;
                                }
                            }
                            Ok(n2 > 3)
                        },
                    )
                    .await?;
                }
                Kind::Empty => {
                    note(format!("at {n}/{flag}/{word}")).await?;
                }
            }
            let held12: Parcel = Parcel { name: word.clone(), size: n, note: None::<String>, lines: lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: Kind::Named { name: word.clone(), size: n }, label: Label { text: word.clone(), code: n } };
        }
        _ => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
    }
    let mut word: String = text("b".to_string()).await?;
    let word13: String = text(word.clone()).await?;
    note(format!("at {n}/{flag}/{word}/{word13}")).await?;
    note(lines.join("-")).await?;
    Ok(table(word13.clone()).await?)
}
#[test]
fn w119_agrees() {
    agrees!(w119(n, flag, word, lines));
}

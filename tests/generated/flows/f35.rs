//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w175(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel) -> Result<Parcel, Failure> {
    if !((held.label.code) % 2 == 0) {
        note("arm".to_string()).await?;
    } else if !(4 > -1) {
        {
            if flag && n > 0 {
                note(format!("at {n}/{flag}/{word}")).await?;
            } else if false {
                let held1: Parcel = parcel(held.clone()).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
            }
            'l2: for word3 in vec![held.label.text.clone(), held.name.clone()] {
                note("turn".to_string()).await?;
                if let Kind::Sized(n5) = held.kind.clone() {
                    match word3.as_str() {
                        "a" | "b" => {
                            return Err(Failure::new("Stopped", word3.clone()));
                        }
                        "north" => {
                            note(format!("at {flag}/{word}/{word3}/{n5}")).await?;
                        }
                        _ => {
                            sleep(Duration::from_secs(1)).await;
                            if flag && (held.name.len() as i64) % 2 == 0 {
                                break 'l2;
                            }
                            break 'l2;
                        }
                    }
                }
                match held.label.text.as_str() {
                    "a" | "b" => {
                        note(format!("at {n}/{flag}/{word}/{word3}")).await?;
                    }
                    "north" => {
                        note(format!("at {n}/{flag}/{word}/{word3}")).await?;
                    }
                    _ => {
                        break 'l2;
                    }
                }
            }
        }
        note(held.name.clone()).await?;
    } else {
        note(format!("at {n}/{flag}/{word}")).await?;
    }
    let n6: i64 = number(held.lines.len() as i64).await?;
    let mut lines7: Vec<String> = held.lines.clone();
    note(format!("at {n}/{flag}/{word}/{n6}")).await?;
    note(lines7.join("-")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    Ok(Parcel { name: word.clone(), size: held.lines.len() as i64, note: lines.first().cloned(), lines: list(held.note.clone().unwrap_or_default()).await?, kind: what.clone(), label: Label { text: word, code: n6 } })
}
#[test]
fn w175_agrees() {
    agrees!(w175(n, flag, word, perhaps, lines, what, held));
}

#[workflow]
pub async fn w176(n: i64, word: String, perhaps: Option<String>, what: Kind, held: Parcel) -> Result<BTreeMap<String, i64>, Failure> {
    if false {
        note("arm".to_string()).await?;
    } else {
        match perhaps.clone() {
            Some(word1) => {
                if let Ok(perhaps2) = maybe(held.label.text.clone()).await {
                    if let Kind::Sized(n3) = held.kind.clone() {
                        let mut turn4 = 0_i64;
                        let next6: Option<String> = perhaps.clone();
                        'l5: while let Some(word7) = next6.clone() {
                            if turn4 > 1 { break; }
                            turn4 += 1;
                            note("turn".to_string()).await?;
                            let mut lines8: Vec<String> = held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>();
                            lines8.push(word7.clone());
                        }
                        let mut word: Vec<String> = list(word1.clone()).await?;
                    }
                    let mut turn9 = 0_i64;
                    let next10: Option<String> = perhaps.clone();
                    while let Some(word11) = next10.clone() {
                        if turn9 > 1 { break; }
                        turn9 += 1;
                        'l12: for word13 in vec![held.name.clone(), "north".to_string()] {
                            sleep(Duration::from_secs(28)).await;
                            if held.name.len() as i64 > 0 {
                                return Ok(BTreeMap::<String, i64>::new());
                            }
                        }
                    }
                }
            }
            None => {
                note(format!("at {n}/{word}")).await?;
            }
        }
    }
    let sizes15: BTreeMap<String, i64> = BTreeMap::<String, i64>::new();
    let mut sizes16: BTreeMap<String, i64> = sizes15.clone();
    sizes16.insert("".to_string(), sizes15.get(&held.name).copied().unwrap_or(0));
    note(format!("at {n}/{word}")).await?;
    parcel(held.clone()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(sizes15.clone())
}
#[test]
fn w176_agrees() {
    agrees!(w176(n, word, perhaps, what, held));
}

#[workflow]
pub async fn w177(n: i64, flag: bool, word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Parcel, Failure> {
    if check(word).await? {
        let Some(word1) = held.note.clone() else {
            let mut turn2 = 0_i64;
            'l3: while turn2 < 2 && matches!(what, Kind::Sized(_) | Kind::Empty) {
                turn2 += 1;
                note("turn".to_string()).await?;
                if matches!(what, Kind::Sized(_) | Kind::Empty) {
                    break 'l3;
                }
            }
            if perhaps.is_some() {
                note("arm".to_string()).await?;
            } else {
                return Ok(Parcel { name: held.name.clone(), size: held.note.as_ref().map_or(1, |of| of.len() as i64), note: held.lines.first().cloned(), lines: held.lines.clone(), kind: held.kind.clone(), label: Label { text: held.label.text.clone(), code: 6 } });
            }
            return Ok(held.clone());
        };
    } else if flag && held.name == "a" {
        note(format!("at {n}/{flag}")).await?;
    }
    let (word4, sizes5) = join!(
        async {
            if flag && (held.size) % 2 == 0 {
                note(format!("at {n}/{flag}")).await?;
            } else if !(held.lines.contains(&held.name)) {
                {
                    let (held6, word7, lines8) = join!(
                        async {
                            if sizes.is_empty() {
                                return Ok(Parcel { name: held.label.text.clone(), size: held.name.len() as i64, note: Some(held.name.clone()), lines: vec![held.name.clone(), held.label.text.clone()], kind: what.clone(), label: Label { text: held.name.clone(), code: held.lines.len() as i64 } });
                            }
                            Ok(held.clone())
                        },
                        text(format!("{flag}/{flag}")),
                        list(held.lines.join("-")),
                    )
                    .await?;
                    if !(held6.lines.contains(&word7)) {
                        return Ok(held.lines.join("-"));
                    }
                }
            } else {
            }
            let sizes: BTreeMap<String, i64> = sizes.clone();
            Ok(held.label.text.clone())
        },
        async {
            Ok(sizes.clone())
        },
    )
    .await?;
    let held: Vec<String> = vec![held.name.clone(), held.name.clone()];
    note(format!("at {n}/{flag}/{word4}")).await?;
    note(held.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(Parcel { name: "c".to_string(), size: number(1).await?, note: perhaps.clone(), lines: held.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>(), kind: kind(n).await?, label: Label { text: "".to_string(), code: n } })
}
#[test]
fn w177_agrees() {
    agrees!(w177(n, flag, word, perhaps, what, held, sizes));
}

#[workflow]
pub async fn w178(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>) -> Result<String, Failure> {
    let mut turn1 = 0_i64;
    'l2: loop {
        turn1 += 1;
        if turn1 > 2 { break; }
        match word.as_str() {
            "a" | "b" => {
                if lines.contains(&word) {
                    note(format!("at {flag}/{word}/{turn1}")).await?;
                } else {
                    for turn1 in 0..3_i64 {
                        note("turn".to_string()).await?;
                        let mut turn5 = 0_i64;
                        let next7: Option<String> = perhaps.clone();
                        'l6: while let Some(word8) = next7.clone() {
                            if turn5 > 1 { break; }
                            turn5 += 1;
                            note("turn".to_string()).await?;
                            if (turn1) % 2 == 0 {
                                return Ok(word8.clone());
                            }
                        }
                    }
                    note(format!("{word}/{turn1}")).heartbeat(Duration::from_secs(1)).retry(Retry::on(&["Throttled"]).interval(3)).await?;
                }
                let Some(word9) = maybe(word.clone()).await? else {
                    if perhaps.is_some() {
                        continue 'l2;
                    }
                    return Ok(word.clone());
                };
            }
            "north" => {
                note(format!("at {flag}/{word}/{turn1}")).await?;
            }
            "" if lines.contains(&word) => {
            }
            _ => {
                if check(word.clone()).await? {
                    let (n10, held11, what12) = join!(
                        number(turn1),
                        async {
                            Ok(parcel(Parcel { name: word.clone(), size: turn1, note: perhaps.clone(), lines: vec![word.clone()], kind: what.clone(), label: Label { text: word.clone(), code: word.len() as i64 } }).await?)
                        },
                        kind((turn1) % 50 - ((turn1) % 50 + ((turn1) % 50 + (3) % 7) % 7) % 7),
                    )
                    .await?;
                    let Parcel { lines: lines13, kind: what14, .. } = held11;
                } else {
                    note(format!("at {flag}/{word}/{turn1}")).await?;
                }
                let mut what15: Kind = what.clone();
                what15 = Kind::Sized(lines.len() as i64);
            }
        }
        return Ok(word.clone());
    }
    let held16: Parcel = Parcel { name: "".to_string(), size: turn1, note: Some(word.clone()), lines: vec![word.clone(), word.clone()], kind: what.clone(), label: Label { text: "".to_string(), code: turn1 } };
    let Parcel { lines: lines17, kind: what18, .. } = held16;
    let lines: BTreeMap<String, i64> = sizes.clone();
    note(format!("at {flag}/{word}/{turn1}")).await?;
    note(lines17.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(format!("{word}/{flag}"))
}
#[test]
fn w178_agrees() {
    agrees!(w178(flag, word, perhaps, lines, what, sizes));
}

#[workflow]
pub async fn w179(flag: bool, word: String, perhaps: Option<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Vec<String>, Failure> {
    let mut turn1 = 0_i64;
    'l2: while turn1 < 2 && sizes.is_empty() {
        turn1 += 1;
        let (n3, n4) = join!(
            async {
                if let Ok(sizes5) = table(word.clone()).await {
                    if !(held.label.code > 1) {
                        note(format!("at {flag}/{word}/{turn1}")).await?;
                    } else if sizes.is_empty() {
                    } else {
                        'l6: for (at7, word) in held.lines.iter().take(3).cloned().collect::<Vec<_>>().into_iter().enumerate() {
                            let n7 = at7 as i64;
                            let mut held8: Parcel = parcel(Parcel { name: held.name.clone(), size: held.lines.len() as i64, note: perhaps.clone(), lines: held.lines.clone(), kind: what.clone(), label: Label { text: held.label.text.clone(), code: word.len() as i64 } }).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                        }
                        let Ok(what9) = kind(turn1).await else {
                            let word10: String = text(word.clone()).await?;
                            let held11: Parcel = held.clone();
                            let sizes5: Option<String> = held11.note;
                            return Ok(held.note.as_ref().map_or(5, |of| of.len() as i64));
                        };
                    }
                }
                match held.name.as_str() {
                    "a" | "b" => {
                        note("arm".to_string()).await?;
                        let lines12: Vec<String> = held.lines.clone();
                    }
                    "north" => {
                    }
                    _ => {
                        note(format!("at {flag}/{word}/{turn1}")).await?;
                    }
                }
                Ok(held.size)
            },
            number(held.size),
        )
        .await?;
    }
    let mut perhaps13: Option<String> = held.note;
    perhaps13 = Some(word.clone());
    let held14: Parcel = Parcel { name: held.name.clone(), size: held.label.code, note: None::<String>, lines: held.lines.clone(), kind: what.clone(), label: Label { text: "c".to_string(), code: held.size } };
    let perhaps15: Option<String> = held14.note;
    note(format!("at {flag}/{word}/{turn1}")).await?;
    note(perhaps15.clone().unwrap_or_default()).await?;
    note(perhaps13.clone().unwrap_or_default()).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(vec!["c".to_string()])
}
#[test]
fn w179_agrees() {
    agrees!(w179(flag, word, perhaps, what, held, sizes));
}

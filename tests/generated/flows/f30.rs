//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w150(flag: bool, word: String, lines: Vec<String>, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<BTreeMap<String, i64>, Failure> {
    let (sizes1, perhaps2) = join!(
        async {
            if check("c".to_string()).await? {
                note("arm".to_string()).await?;
            } else if !(held.lines.contains(&word)) {
                if held.name == "" {
                    if let Some(sizes) = held.note.clone() {
                        note("arm".to_string()).await?;
                    } else {
                        {
                            if flag && held.name == "c" {
                                return Ok(sizes.clone());
                            }
                        }
                    }
                    let (perhaps3, lines4, word5) = join!(
                        maybe("a".to_string()),
                        async {
                            if let Ok(sizes) = check(held.label.text.clone()).await {
                                note(format!("at {flag}/{word}/{sizes}")).await?;
                            } else {
                                if matches!(held.kind, Kind::Sized(_) | Kind::Empty) {
                                    return Ok(held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>());
                                }
                            }
                            Ok(vec![word.clone(), held.name.clone()])
                        },
                        text(held.name.clone()),
                    )
                    .await?;
                } else if sizes.is_empty() {
                    note(format!("at {flag}/{word}")).await?;
                } else {
                    let held6: Parcel = held.clone();
                    let n7: i64 = held6.size;
                }
                if let Kind::Sized(n8) = held.kind.clone() {
                    note(format!("at {flag}/{word}/{n8}")).await?;
                } else {
                }
            }
            Ok(sizes.clone())
        },
        maybe(word.clone()),
    )
    .await?;
    let word9: String = held.label.text;
    let held10: Parcel = Parcel { name: held.name.clone(), size: 4, note: held.note.clone(), lines: lines.clone(), kind: Kind::Sized(perhaps2.as_ref().map_or(-2, |of| of.len() as i64)), label: Label { text: "c".to_string(), code: (held.size) % 50 + (word.len() as i64) % 7 } };
    let lines11: Vec<String> = held10.lines;
    note(format!("at {flag}/{word}/{word9}")).await?;
    note(lines11.join("-")).await?;
    note(perhaps2.clone().unwrap_or_default()).await?;
    note(lines.join("-")).await?;
    Ok(sizes)
}
#[test]
fn w150_agrees() {
    agrees!(w150(flag, word, lines, held, sizes));
}

#[workflow]
pub async fn w151(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<Kind, Failure> {
    match what.clone() {
        Kind::Sized(n1) if n1 > 3 => {
            if flag && sizes.is_empty() {
                'l3: for (at5, word4) in held.lines.iter().take(3).cloned().collect::<Vec<_>>().into_iter().enumerate() {
                    let n5 = at5 as i64;
                    note("turn".to_string()).await?;
                    let sizes6: BTreeMap<String, i64> = match held.label.text.as_str() {
                        "a" | "b" => {
                            return Err(Failure::new("Stopped", held.name.clone()));
                        }
                        "north" => {
                            sizes.clone()
                        }
                        _ => {
                            if flag && (held.size) % 2 == 0 {
                                break 'l3;
                            }
                            sizes.clone()
                        }
                    };
                }
            } else if flag && matches!(what, Kind::Sized(_) | Kind::Empty) {
                if matches!(what, Kind::Sized(_) | Kind::Empty) {
                    note(format!("at {n}/{flag}/{word}/{n1}")).await?;
                } else if sizes.is_empty() {
                    if check(held.label.text.clone()).await? {
                        let Kind::Sized(n) = held.kind.clone() else {
                            let mut what7: Kind = what.clone();
                            what7 = Kind::Sized(4);
                            sleep(Duration::from_secs(word.len() as u64)).await;
                            return Ok(what7.clone());
                        };
                    } else {
                    }
                } else {
                }
            }
        }
        Kind::Sized(n1) => {
            note(format!("at {n}/{flag}/{word}/{n1}")).await?;
        }
        _ => {
            note(format!("at {n}/{flag}/{word}")).await?;
        }
    }
    let mut held: Option<String> = Some(held.label.text.clone());
    let held8: Parcel = Parcel { name: "c".to_string(), size: 4, note: Some(word.clone()), lines: lines.clone(), kind: what.clone(), label: Label { text: word.clone(), code: n } };
    let Parcel { lines: lines9, kind: what10, .. } = held8;
    note(format!("at {n}/{flag}/{word}")).await?;
    note(lines9.join("-")).await?;
    note(held.clone().unwrap_or_default()).await?;
    note(lines.join("-")).await?;
    Ok(what10.clone())
}
#[test]
fn w151_agrees() {
    agrees!(w151(n, flag, word, perhaps, lines, what, held, sizes));
}

#[workflow]
pub async fn w152(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel, sizes: BTreeMap<String, i64>) -> Result<i64, Failure> {
    if matches!(what, Kind::Sized(_) | Kind::Empty) {
        if !(lines.contains(&held.label.text)) {
            for word1 in lines.iter().take(3).cloned().collect::<Vec<_>>() {
                let lines3: Vec<String> = map(vec![word.clone(), word.clone()], async |perhaps| {
                    if !((held.size) % 50 - (held.size) % 7 > 2) {
                        note(format!("at {flag}/{word}/{word1}/{perhaps}")).await?;
                    } else if lines.contains(&word1) {
                        let sizes: Kind = Kind::Sized(held.size);
                    } else {
                        note(format!("at {flag}/{word}/{word1}/{perhaps}")).await?;
                    }
                    match held.kind.clone() {
                        Kind::Sized(n4) if n4 > 3 => {
                            note("arm".to_string()).await?;
                            let flag: Option<String> = held.note.clone();
                            let sizes7: BTreeMap<String, i64> = sizes.clone();
                        }
                        Kind::Sized(n4) => {
                            let lines8: Vec<String> = held.lines.iter().filter(|of| !of.is_empty()).cloned().collect::<Vec<_>>();
                        }
                        _ => {
                            note(format!("at {flag}/{word}/{word1}/{perhaps}")).await?;
                        }
                    }
                    Ok(held.label.text.clone())
                }).await?;
                match what.clone() {
                    Kind::Sized(n9) if n9 > 3 => {
                        note(format!("at {flag}/{word}/{word1}/{n9}")).await?;
                    }
                    Kind::Sized(n9) => {
                    }
                    Kind::Named { name: word11, size: n10 } => {
                    }
                    Kind::Empty => {
                    }
                }
            }
        } else if held.lines.contains(&word) {
            note(format!("at {flag}/{word}")).await?;
        }
        let lines12: Vec<String> = vec![held.label.text.clone()];
    }
    sleep(Duration::from_secs(85)).await;
    let what: Kind = held.kind.clone();
    note(format!("at {flag}/{word}")).await?;
    parcel(held.clone()).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(held.size)
}
#[test]
fn w152_agrees() {
    agrees!(w152(flag, word, perhaps, lines, what, held, sizes));
}

#[workflow]
pub async fn w153(n: i64, flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, sizes: BTreeMap<String, i64>) -> Result<i64, Failure> {
    match maybe(word).await? {
        Some(word1) if word1.is_empty() => {
            let mut turn2 = 0_i64;
            let next4: Option<String> = None::<String>;
            'l3: while let Some(word5) = next4.clone() {
                if turn2 > 1 { break; }
                turn2 += 1;
                let (word6, lines7) = join!(
                    text(format!("{word1}/{word1}")),
                    async {
                        match maybe(format!("{word1}/{flag}")).await? {
                            Some(word1) if word1.is_empty() => {
                                note("arm".to_string()).await?;
                            }
                            Some(word1) => {
                                let n: i64 = number(n).timeout(Duration::from_secs(2)).retry(Retry::on(&["States.Timeout"]).max_attempts(1)).await?;
                            }
                            None => {
                                note(format!("at {flag}/{word1}/{turn2}/{word5}")).await?;
                            }
                        }
                        Ok(vec![word1.clone()])
                    },
                )
                .await?;
                let mut turn8 = 0_i64;
                'l9: loop {
                    turn8 += 1;
                    if turn8 > 2 { break; }
                    note("turn".to_string()).await?;
                    let mut turn2: Vec<String> = vec!["c".to_string()];
                }
            }
        }
        Some(word1) => {
            note(format!("at {n}/{flag}/{word1}")).await?;
        }
        None => {
            for flag in 0..2_i64 {
                match (flag) % 6 {
                    0 => {
                        note(format!("at {n}/{flag}")).await?;
                    }
                    1 | 2 => {
                        note(format!("at {n}/{flag}")).await?;
                    }
                    n12 if n12 > 3 => {
                    }
                    i64::MIN..=-1 => {
                        let lines: Option<String> = maybe(lines.join("-")).await?;
                    }
                    _ => {
                    }
                }
            }
        }
    }
    let mut flag13: bool = lines.is_empty();
    flag13 = matches!(what, Kind::Sized(_) | Kind::Empty);
    flag13 = false;
    note(format!("at {n}/{flag}/{flag13}")).await?;
    note(lines.join("-")).await?;
    Ok(n)
}
#[test]
fn w153_agrees() {
    agrees!(w153(n, flag, word, perhaps, lines, what, sizes));
}

#[workflow]
pub async fn w154(flag: bool, word: String, perhaps: Option<String>, lines: Vec<String>, what: Kind, held: Parcel) -> Result<bool, Failure> {
    let mut turn1 = 0_i64;
    while turn1 < 2 && flag && (held.size) % 50 - (held.size) % 7 > 3 {
        turn1 += 1;
        if let Some(what) = perhaps.clone() {
            note("arm".to_string()).await?;
        } else {
            let turn1: i64 = turn1;
        }
        let (held2, flag3, lines4) = join!(
            async {
                'l5: for word in 0..3_i64 {
                    note("turn".to_string()).await?;
                    let held8: Parcel = held.clone();
                    let what9: Kind = held8.kind;
                    let mut lines10: Vec<String> = held8.lines.clone();
                }
                match held.note.clone() {
                    Some(lines) if lines.is_empty() => {
                        note("arm".to_string()).await?;
                    }
                    Some(lines) => {
                        match held.note.clone() {
                            Some(word11) if word11.is_empty() => {
                                note(format!("at {word}/{turn1}/{lines}/{word11}")).await?;
                            }
                            Some(word11) => {
                                match word.as_str() {
                                    "a" | "b" => {
                                        note(format!("at {word}/{turn1}/{lines}/{word11}")).await?;
                                    }
                                    "north" => {
                                        sleep(Duration::from_secs(15)).await;
                                    }
                                    "" if turn1 > 3 => {
                                        note(format!("at {word}/{turn1}/{lines}/{word11}")).await?;
                                    }
                                    _ => {
                                    }
                                }
                            }
                            None => {
                            }
                        }
                    }
                    None => {
                    }
                }
                Ok(held.clone())
            },
            async {
                Ok(flag)
            },
            list(word.clone()),
        )
        .await?;
    }
    let lines12: Vec<String> = held.lines;
    let word: String = word.clone();
    note(format!("at {flag}/{turn1}/{word}")).await?;
    note(lines12.join("-")).await?;
    note(lines.join("-")).await?;
    note(perhaps.clone().unwrap_or_default()).await?;
    Ok(flag)
}
#[test]
fn w154_agrees() {
    agrees!(w154(flag, word, perhaps, lines, what, held));
}
